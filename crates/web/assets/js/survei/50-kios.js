// The screen at the counter: one question at a time. Nobody's answers stay: after a while without a touch it asks, counts
// down and goes back to the start, and so it does after the thanks.

const DIAM_MS = 25_000;
const HITUNG_S = 20;
const TERIMA_MS = 8_000;

// Address with which this screen was set up: the first that its tab opened.
function alamatAwal() {
  const kini = location.pathname + location.search;
  try {
    const kunci = `prima-kios:${location.pathname}`;
    if (!sessionStorage.getItem(kunci)) sessionStorage.setItem(kunci, kini);
    return sessionStorage.getItem(kunci);
  } catch {
    return kini;
  }
}

function pasangKios() {
  const alamatKios = alamatAwal();
  const el = (nama) => document.getElementById(`kios-${nama}`);
  const langkah = [...form.querySelectorAll("[data-bagian]")];
  const lanjut = el("lanjut");
  const [diam, hitung] = [el("diam"), el("hitung")];
  let kini = -1; // -1: start, langkah.length: thanks
  let [jamDiam, jamHitung, jamTerima] = [];

  document.body.classList.add("jalan");
  el("jalan").hidden = el("arah").hidden = el("selesai").hidden = true;
  document.getElementById("kios").hidden = false;
  document.getElementById("pembuka").hidden = true;
  for (const u of form.querySelectorAll("h2, .tentang > p, .kirim")) u.hidden = true;
  form.before(el("jalan"));
  form.after(el("arah"));
  tunjuk(-1);

  function tunjuk(n) {
    kini = n;
    const jalan = n >= 0 && n < langkah.length;
    el("awal").hidden = n !== -1;
    el("selesai").hidden = n !== langkah.length;
    form.hidden = el("jalan").hidden = el("arah").hidden = !jalan;
    document.querySelector(".kepala").hidden = n >= 0;
    langkah.forEach((b, i) => { b.hidden = i !== n; });
    if (jalan) {
      el("langkah").textContent = t("langkah", { langkah: n + 1, semua: langkah.length });
      el("kemajuan").max = langkah.length;
      el("kemajuan").value = n + 1;
      tulisLanjut();
      const judul = langkah[n].querySelector("legend, label");
      judul.tabIndex = -1;
      judul.focus();
    } else (n === -1 ? el("awal") : el("selesai").querySelector("div:not([hidden])")).querySelector("h1").focus();
    scrollTo(0, 0);
    jagaDiam();
  }

  function tulisLanjut() {
    const b = langkah[kini];
    const akhir = kini === langkah.length - 1;
    const kosong = b.dataset.bagian === "saran" ? !b.querySelector("textarea").value : !(b.querySelector(":checked")?.value);
    lanjut.textContent = akhir ? document.getElementById("kirim").textContent : t(kosong && !wajib.includes(b) ? "lewati" : "lanjut");
  }

  async function ke(n) {
    if (n > kini && wajib.includes(langkah[kini]) && !terjawab(langkah[kini])) {
      tandai(langkah[kini], true);
      return langkah[kini].querySelector("input").focus();
    }
    if (n < langkah.length) return tunjuk(n);
    if (sedang) return;
    sedang = true;
    lanjut.disabled = true;
    const hasil = await kirimForm();
    lanjut.disabled = sedang = false;
    if (hasil === "tanpa-antrean") return form.submit();
    await tampilkanKabar();
    jadwalkan();
    if (hasil === "ditolak") return awal();
    el("selesai").querySelector("[data-kirim]").hidden = hasil !== "diterima";
    el("selesai").querySelector("[data-simpan]").hidden = hasil === "diterima";
    tunjuk(langkah.length);
    kosongkan();
    jamTerima = setTimeout(awal, TERIMA_MS);
  }

  // The next person gets the screen as it was set up, not in the language of the one before.
  function awal() {
    if (alamatKios !== location.pathname + location.search) return location.replace(alamatKios);
    clearTimeout(jamTerima);
    if (diam.open) diam.close();
    clearInterval(jamHitung);
    hapusDraf();
    kosongkan();
    idJawaban = idBaru();
    tunjuk(-1);
  }

  // WCAG 2.2.1: a warning, twenty seconds to say "still here", by one press.
  function jagaDiam() {
    clearTimeout(jamDiam);
    if (kini < 0 && alamatKios !== location.pathname + location.search) jamDiam = setTimeout(awal, DIAM_MS + HITUNG_S * 1_000);
    if (kini < 0 || kini >= langkah.length || diam.open) return;
    jamDiam = setTimeout(() => {
      let sisa = HITUNG_S;
      const tulis = () => { hitung.textContent = t("hitung", { detik: sisa }); };
      tulis();
      diam.showModal();
      jamHitung = setInterval(() => {
        sisa -= 1;
        if (sisa <= 0) awal();
        else tulis();
      }, 1_000);
    }, DIAM_MS);
  }

  diam.addEventListener("close", () => { clearInterval(jamHitung); jagaDiam(); });
  el("masih").onclick = () => diam.close();
  for (const jenis of ["pointerdown", "keydown", "input"]) addEventListener(jenis, jagaDiam);
  el("mulai").onclick = () => ke(0);
  el("lagi").onclick = awal;
  lanjut.onclick = () => ke(kini + 1);
  el("kembali").onclick = () => (kini === 0 ? awal() : tunjuk(kini - 1));
  form.addEventListener("input", tulisLanjut);
  // A touch on an answer goes on by itself; the arrow keys of a keyboard only move.
  form.addEventListener("click", (e) => {
    const pilihan = e.target.closest("input[type=radio]");
    if (!pilihan || e.detail === 0) return;
    const pada = kini;
    setTimeout(() => { if (kini === pada && pada < langkah.length - 1) ke(pada + 1); }, 300);
  });
  form.addEventListener("submit", (e) => e.preventDefault());
}
