// F01 while typing: shows only the fields that apply, saves each indicator by itself, keeps what is not saved yet in this
// browser, and asks when somebody else was first. Without this script every card has its own save button.

const isi = document.querySelector(".fs-isi");
const teks = (nama) => isi.getAttribute(`data-teks-${nama}`) ?? "";
const kunciSimpan = (form) => `prima:f01:${isi.dataset.akun}:${new URL(form.action).pathname}`;
document.documentElement.classList.add("berskrip");

class Kartu {
  constructor(form) {
    this.form = form;
    this.kartu = form.closest(".fs-kartu");
    this.status = this.kartu.querySelector("[data-simpan]");
    this.kotor = form.hasAttribute("data-berubah");
    this.berjalan = false;
    this.jeda = 2000;
    form.addEventListener("input", () => this.berubah(900));
    form.addEventListener("change", () => this.berubah(150));
    form.addEventListener("submit", (e) => { e.preventDefault(); this.kotor = true; this.tertahan = false; this.kirim(); });
    this.tersimpan = this.rekam();
    this.pulihkan();
    this.tampilkan();
  }

  // Names and values of the answers, without the two hidden fields.
  rekam() {
    return [...new FormData(this.form)].filter(([n]) => n !== "op" && n !== "versi").map(([n, v]) => [n, String(v)]);
  }

  isikan(pasangan) {
    for (const m of this.form.elements) {
      if (!m.name || m.type === "hidden") continue;
      const nilai = pasangan.filter(([n]) => n === m.name).map(([, v]) => v);
      if (m.type === "radio" || m.type === "checkbox") m.checked = nilai.includes(m.value);
      else m.value = nilai[0] ?? "";
    }
    this.tampilkan();
  }

  // What was typed and did not reach the server: offered again after a reload, a crash or a new login.
  pulihkan() {
    const teksLama = localStorage.getItem(kunciSimpan(this.form));
    if (!teksLama) return;
    const lama = JSON.parse(teksLama);
    if (JSON.stringify(lama.isian) === JSON.stringify(this.tersimpan)) return localStorage.removeItem(kunciSimpan(this.form));
    this.isikan(lama.isian);
    this.form.elements.op.value = lama.op;
    this.form.elements.versi.value = lama.versi;
    this.kotor = true;
    this.katakan(teks("pulih"), "");
    this.jadwal = setTimeout(() => this.kirim(), 600);
  }

  berubah(tunda) {
    this.tampilkan();
    this.kotor = true;
    this.form.elements.op.value = crypto.randomUUID?.() ?? idBaru();
    this.ingat();
    clearTimeout(this.jadwal);
    // A question about a conflict is open: what is typed waits for its answer.
    if (this.form.querySelector(".fs-bentrok[role=alertdialog]")) return;
    this.tertahan = false;
    this.katakan(teks("ketik"), "");
    this.jadwal = setTimeout(() => this.kirim(), tunda);
  }

  ingat() {
    const { op, versi } = this.form.elements;
    try {
      localStorage.setItem(kunciSimpan(this.form), JSON.stringify({ op: op.value, versi: versi.value, isian: this.rekam() }));
    } catch { /* a full or forbidden store: the page itself still holds the text */ }
  }

  async kirim() {
    clearTimeout(this.jadwal);
    if (this.berjalan || this.tertahan || !this.kotor) return;
    this.berjalan = true;
    const op = this.form.elements.op.value;
    this.katakan(teks("menyimpan"), "");
    let jawaban = null;
    try {
      const body = new URLSearchParams(new FormData(this.form));
      const r = await fetch(this.form.action, { method: "POST", body, headers: { accept: "application/json" }, signal: AbortSignal.timeout(20000) });
      jawaban = { status: r.status, isi: await r.json().catch(() => ({})) };
    } catch { /* no network: tried again below */ }
    this.berjalan = false;
    this.terima(jawaban, op);
  }

  terima(j, op) {
    if (j?.status === 200) {
      this.form.elements.versi.value = j.isi.versi;
      this.jeda = 2000;
      this.bersihkanSalah();
      this.perbarui(j.isi);
      if (this.form.elements.op.value !== op) { this.ingat(); return this.kirim(); }
      this.kotor = false;
      localStorage.removeItem(kunciSimpan(this.form));
      return this.katakan(j.isi.pukul, "baik");
    }
    // Refused as it stands: sent again only after a change.
    this.tertahan = j?.status === 422 || j?.status === 409;
    if (this.tertahan && this.form.elements.op.value !== op) { this.tertahan = false; return this.kirim(); }
    if (j?.status === 422 && j.isi.salah) return this.tandai(j.isi.salah);
    if (j?.status === 409 && j.isi.bentrok) return this.bentrok(j.isi.bentrok);
    if (j?.status === 409) return this.katakan(j.isi.pesan ?? "", "bahaya");
    if (j?.status === 401) this.mintaMasuk();
    else this.katakan(teks("gagal"), "bahaya");
    this.jadwal = setTimeout(() => this.kirim(), this.jeda);
    this.jeda = Math.min(this.jeda * 2, 60000);
  }

  katakan(pesan, nada) {
    // Said once to a screen reader at the head of the card, and shown again beside the button, which may be far below it.
    for (const s of [this.status, this.form.querySelector("[data-kabar]")]) {
      s.textContent = pesan;
      s.dataset.nada = nada;
    }
  }

  mintaMasuk() {
    this.katakan(`${teks("masuk")} `, "bahaya");
    const a = Object.assign(document.createElement("a"), { href: "/masuk", target: "_blank", rel: "noopener", textContent: teks("masuk-tautan") });
    this.status.append(a);
  }

  perbarui(isi) {
    const lencana = this.kartu.querySelector("[data-status]");
    lencana.textContent = isi.status;
    lencana.className = `lencana lencana--${isi.lengkap ? "baik" : "netral"}`;
    const daftar = this.kartu.querySelector("[data-petunjuk]");
    daftar.replaceChildren(...isi.petunjuk.map((p) => Object.assign(document.createElement("li"), { textContent: p })));
    daftar.hidden = isi.petunjuk.length === 0;
    const aspek = document.querySelector(`[data-aspek="${CSS.escape(isi.aspek.kunci)}"]`);
    if (aspek) aspek.textContent = `${isi.aspek.terisi}/${isi.aspek.perlu}`;
  }

  bersihkanSalah() {
    for (const p of this.form.querySelectorAll(".medan__salah")) p.remove();
    for (const m of this.form.querySelectorAll(".medan--salah")) m.classList.remove("medan--salah");
    for (const m of this.form.querySelectorAll("[aria-invalid]")) m.removeAttribute("aria-invalid");
  }

  tandai(salah) {
    this.bersihkanSalah();
    for (const { medan, teks: alasan } of salah) {
      const m = document.getElementById(medan);
      if (!m) continue;
      const p = Object.assign(document.createElement("p"), { className: "medan__salah", id: `${medan}-salah`, textContent: alasan });
      m.closest(".medan").classList.add("medan--salah");
      m.setAttribute("aria-invalid", "true");
      m.setAttribute("aria-describedby", p.id);
      if (m.matches("fieldset")) m.querySelector("legend").after(p);
      else m.before(p);
    }
    this.katakan(teks("salah"), "bahaya");
  }

  bentrok(b) {
    this.form.querySelector(".fs-bentrok")?.remove();
    const kotak = buat("div", "fs-bentrok", [buat("p", "fs-bentrok__judul", b.judul), buat("p", "", teks("bentrok-isi"))]);
    kotak.setAttribute("role", "alertdialog");
    kotak.tabIndex = -1;
    const baris = b.beda.map(([tanya, mereka, saya]) =>
      buat("li", "", [buat("strong", "", tanya), buat("br"), `${teks("mereka")}: ${mereka}`, buat("br"), `${teks("saya")}: ${saya}`]));
    kotak.append(buat("ul", "", baris));
    const simpan = Object.assign(buat("button", "tombol tombol--utama", teks("bentrok-saya")), { type: "button" });
    const pakai = Object.assign(buat("button", "tombol", teks("bentrok-mereka")), { type: "button" });
    simpan.addEventListener("click", () => { kotak.remove(); this.form.elements.versi.value = b.versi; this.berubah(0); });
    pakai.addEventListener("click", () => {
      kotak.remove();
      this.form.elements.versi.value = b.versi;
      this.isikan(b.isian);
      this.kotor = false;
      localStorage.removeItem(kunciSimpan(this.form));
      this.katakan("", "");
    });
    kotak.append(buat("div", "tindakan", [simpan, pakai]));
    this.form.prepend(kotak);
    this.katakan(b.judul, "bahaya");
    kotak.focus();
  }

  // Fields that depend on another answer.
  tampilkan() {
    const nilai = (nama) => this.rekamNilai(nama);
    for (const bidang of this.form.querySelectorAll("[data-jika]")) bidang.hidden = !berlaku(JSON.parse(bidang.dataset.jika), nilai);
  }

  // A field that is hidden itself counts as not answered.
  rekamNilai(nama) {
    return this.rekam().filter(([n]) => n === nama).map(([, v]) => v).filter((v) => {
      const m = document.getElementById(nama);
      return v !== "" && !m?.closest("[hidden]");
    });
  }
}

function berlaku([jenis, ...isi], nilai) {
  if (jenis === "dan") return isi[0].every((s) => berlaku(s, nilai));
  if (jenis === "atau") return isi[0].some((s) => berlaku(s, nilai));
  if (jenis === "bukan") return !berlaku(isi[0], nilai);
  if (jenis === "terisi") return nilai(isi[0]).length > 0;
  return nilai(isi[0]).includes(isi[1]);
}

function buat(nama, kelas = "", isi = []) {
  const e = document.createElement(nama);
  if (kelas) e.className = kelas;
  e.append(...(Array.isArray(isi) ? isi : [isi]));
  return e;
}

// crypto.randomUUID exists only on https and localhost; offices test on plain addresses.
function idBaru() {
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = (b[6] & 15) | 64;
  b[8] = (b[8] & 63) | 128;
  const h = [...b].map((x) => x.toString(16).padStart(2, "0")).join("");
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`;
}

if (isi) {
  const kartu = [...document.querySelectorAll("form[data-f01]")].map((f) => new Kartu(f));
  const lagi = () => kartu.forEach((k) => k.kirim());
  addEventListener("online", lagi);
  addEventListener("focus", lagi);
  addEventListener("beforeunload", (e) => { if (kartu.some((k) => k.kotor)) e.preventDefault(); });
}
