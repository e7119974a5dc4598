// Uploads on a bad line: pieces of 1 MB one after another, tried again with growing pauses, gone on with after a reload
// (the file then has to be chosen again). Without this script the form sends the files in one piece.

const POTONG = 1024 * 1024;
const MAKS = 20 * 1024 * 1024;
const tidur = (ms) => new Promise((r) => { setTimeout(r, ms); });
let berjalan = 0;

// The same file chosen again gets the same id, so the server knows how much it has.
function ingatan(form, berkas) {
  const kunci = `prima:unggah:${form.dataset.unggah}:${form.elements.indikator.value}:${berkas.name}:${berkas.size}:${berkas.lastModified}`;
  return {
    baca: () => { try { return localStorage.getItem(kunci); } catch { return null; } },
    tulis: (id) => { try { localStorage.setItem(kunci, id); } catch { /* only resuming after a reload is lost */ } },
    hapus: () => { try { localStorage.removeItem(kunci); } catch { /* as above */ } },
  };
}

function idBaru() {
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = (b[6] & 15) | 64;
  b[8] = (b[8] & 63) | 128;
  const h = [...b].map((x) => x.toString(16).padStart(2, "0")).join("");
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`;
}

class Ditolak extends Error {}

class Unggahan {
  constructor(form, berkas, keterangan) {
    Object.assign(this, { form, berkas, keterangan, batal: new AbortController() });
    this.ingat = ingatan(form, berkas);
    this.id = this.ingat.baca() ?? idBaru();
    this.butir = document.createElement("li");
    this.butir.className = "unggah-butir";
    this.nama = Object.assign(document.createElement("span"), { className: "unggah-butir__nama", textContent: berkas.name });
    this.tombol = Object.assign(document.createElement("button"), { className: "tombol tombol--tautan tombol--kecil", type: "button", textContent: this.teks("batal") });
    this.bilah = Object.assign(document.createElement("progress"), { max: berkas.size || 1, value: 0 });
    this.bilah.setAttribute("aria-label", berkas.name);
    this.status = Object.assign(document.createElement("span"), { className: "unggah-butir__status", textContent: this.teks("tunggu") });
    this.butir.append(this.nama, this.tombol, this.bilah, this.status);
    this.tombol.addEventListener("click", () => this.berhenti());
    form.parentElement.querySelector("[data-antre]").append(this.butir);
  }

  teks(nama) {
    return this.form.getAttribute(`data-teks-${nama}`) ?? "";
  }

  katakan(pesan, nada = "") {
    this.status.textContent = pesan;
    this.butir.dataset.nada = nada;
  }

  jalur(ekor = "") {
    return `${this.form.dataset.unggah}/${this.id}${ekor}`;
  }

  // One request, tried until an answer comes; 4xx is an answer.
  async minta(metode, jalur, body) {
    for (let jeda = 1000; ; jeda = Math.min(jeda * 2, 30000)) {
      try {
        const signal = AbortSignal.any([this.batal.signal, AbortSignal.timeout(120000)]);
        const r = await fetch(jalur, { method: metode, body, headers: { accept: "application/json" }, signal });
        const isi = r.status === 204 ? {} : await r.json();
        if (r.status === 422) throw new Ditolak(isi.salah);
        if (r.status === 403 || r.status === 404 || r.status === 413 || r.status === 400) throw Object.assign(new Ditolak(isi.isi ?? isi.galat), { status: r.status });
        if (r.ok || r.status === 409) return { status: r.status, isi };
        this.katakan(r.status === 401 ? this.teks("masuk") : this.teks("putus"), "bahaya");
      } catch (e) {
        if (e instanceof Ditolak || this.batal.signal.aborted) throw e;
        this.katakan(this.teks("putus"), "bahaya");
      }
      await tidur(jeda);
    }
  }

  async jalan() {
    if (this.berkas.size > MAKS) return this.gagal(this.teks("besar"));
    try {
      this.ingat.tulis(this.id);
      await this.kirim();
    } catch (e) {
      if (!this.batal.signal.aborted) this.gagal(e.message);
    }
  }

  async kirim() {
    const { indikator } = this.form.elements;
    const awal = new URLSearchParams({ id: this.id, indikator: indikator.value, nama: this.berkas.name, keterangan: this.keterangan, ukuran: this.berkas.size });
    const mulai = await this.minta("POST", this.form.dataset.unggah, awal);
    if (mulai.status === 409) {
      // The id belongs to something else: begin anew.
      this.id = idBaru();
      this.ingat.tulis(this.id);
      return this.kirim();
    }
    let posisi = mulai.isi.diterima;
    for (;;) {
      while (posisi < this.berkas.size) {
        this.maju(posisi);
        const potong = this.berkas.slice(posisi, posisi + POTONG);
        posisi = (await this.minta("PUT", this.jalur(`/${posisi}`), potong)).isi.diterima;
      }
      this.maju(posisi);
      this.katakan(this.teks("periksa"));
      const akhir = await this.minta("POST", this.jalur("/akhir"));
      if (akhir.status === 200) return this.selesai(akhir.isi);
      posisi = akhir.isi.diterima;
    }
  }

  maju(posisi) {
    this.bilah.value = posisi;
    this.katakan(`${this.teks("kirim")} ${Math.floor((posisi * 100) / this.berkas.size)}%`);
  }

  selesai(isi) {
    this.ingat.hapus();
    this.bilah.remove();
    this.tombol.remove();
    this.katakan(this.teks("aman"), "baik");
    const bagian = this.form.closest(".lamp-bagian");
    bagian.querySelector("[data-kosong]")?.remove();
    if (bagian.querySelector(`[data-bukti="${isi.bukti}"]`)) return;
    // Our own server's row, escaped by its template.
    bagian.querySelector("[data-daftar]").insertAdjacentHTML("beforeend", isi.html);
  }

  gagal(pesan) {
    this.ingat.hapus();
    this.bilah.remove();
    this.tombol.remove();
    this.katakan(pesan, "bahaya");
  }

  berhenti() {
    this.batal.abort();
    this.ingat.hapus();
    fetch(this.jalur(), { method: "DELETE" }).catch(() => {});
    this.butir.remove();
  }
}

for (const form of document.querySelectorAll("form[data-unggah]")) {
  const masukan = form.querySelector("input[type=file]");
  form.addEventListener("submit", async (e) => {
    if (masukan.files.length === 0) return;
    e.preventDefault();
    delete form.dataset.dikirim;
    const keterangan = form.querySelector("input[type=text]");
    const antre = [...masukan.files].map((b) => new Unggahan(form, b, keterangan.value));
    form.reset();
    for (const s of form.querySelectorAll(".medan__salah")) s.remove();
    for (const s of form.querySelectorAll(".medan--salah")) s.classList.remove("medan--salah");
    masukan.removeAttribute("aria-invalid");
    berjalan += antre.length;
    for (const u of antre) {
      await u.jalan();
      berjalan -= 1;
    }
  });
}
addEventListener("beforeunload", (e) => { if (berjalan > 0) e.preventDefault(); });
