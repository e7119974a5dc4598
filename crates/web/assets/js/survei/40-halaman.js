// The form: own words for faults, progress, a draft for this tab, sending through the queue. Where the browser keeps
// nothing (private windows of some), the form is sent as it is without scripts.

const form = document.getElementById("survei");
const butir = [...document.querySelectorAll("[data-bagian=nilai]")];
const wajib = form ? [...form.querySelectorAll("fieldset:has([required])")] : [];
const terjawab = (b) => b.querySelector(":checked") !== null;
let idJawaban = idBaru();
let sedang = false;

// The answers as the server takes them.
function isiForm() {
  const d = new FormData(form);
  const isi = { id: idJawaban, stempel: d.get("stempel"), bahasa: d.get("bahasa"), nilai: {}, profil: {} };
  for (const b of form.querySelectorAll("[data-bagian]")) {
    const medan = b.querySelector("[name]");
    const nilai = d.get(medan.name);
    if (b.dataset.bagian === "saran") isi.saran = String(nilai).trim();
    else if (nilai !== null && nilai !== "") isi[b.dataset.bagian][medan.name] = Number(nilai);
  }
  for (const medan of form.querySelectorAll("input[type=hidden][data-profil]")) isi.profil[medan.name] = Number(medan.value);
  for (const nama of ["cara", "tautan"]) if (d.get(nama)) isi[nama] = d.get(nama);
  return isi;
}

function tandai(b, salah) {
  b.classList.toggle("butir--salah", salah);
  const ada = b.querySelector(".butir__salah");
  if (!salah) ada?.remove();
  else if (!ada) {
    const teks = unsur("p", { className: "butir__salah", id: `${b.id}-salah`, textContent: t("pilih") });
    (b.querySelector("legend") ?? b.firstElementChild).after(teks);
  }
  for (const i of b.querySelectorAll("input")) i.setAttribute("aria-describedby", salah ? `${b.id}-salah` : "");
}

// All questions have an answer; otherwise the first one without is shown and gets the focus.
function lengkap() {
  const kurang = wajib.filter((b) => !terjawab(b));
  for (const b of wajib) tandai(b, kurang.includes(b));
  if (!kurang.length) return true;
  kabar(t("kurang", { jumlah: kurang.length }));
  kurang[0].scrollIntoView({ block: "start" });
  kurang[0].querySelector("input").focus({ preventScroll: true });
  return false;
}

function kabar(teks) {
  document.getElementById("kirim-kabar").textContent = teks;
}

// Sends the form through the queue. "diterima", "menunggu", "ditolak", or "tanpa-antrean" where the phone keeps nothing.
async function kirimForm() {
  const isi = isiForm();
  const bit = Number(form.dataset.kerja ?? 0);
  if (bit) {
    kabar(t("menyiapkan"));
    isi.kerja = await buktiKerja(isi.stempel, bit);
  }
  kabar(t("mengirim"));
  const unit = document.querySelector(".unit")?.textContent;
  const j = { id: isi.id, jalur: document.body.dataset.dasar, unit, isi, dibuat: Date.now(), keadaan: "menunggu" };
  try { await simpanJawaban(j); } catch { return "tanpa-antrean"; }
  // From here on the answer is safe on the phone; the next one is another answer.
  idJawaban = idBaru();
  hapusDraf();
  let hasil = "menunggu";
  if (navigator.onLine) await kirimSemua({ abaikan: true, lapor: (k, h) => { if (k.id === j.id) hasil = h; } });
  if (hasil !== "diterima") daftarSinkron();
  return hasil === "putus" ? "menunggu" : hasil;
}

async function saatKirim(e) {
  if (sedang) return e.preventDefault();
  e.preventDefault();
  if (!lengkap()) return;
  sedang = true;
  const tekan = document.getElementById("kirim");
  tekan.disabled = true;
  const hasil = await kirimForm();
  tekan.disabled = false;
  sedang = false;
  if (hasil === "tanpa-antrean") return form.submit();
  if (hasil === "diterima") return keTerimaKasih();
  if (hasil !== "ditolak") tersimpan();
  await tampilkanKabar();
  jadwalkan();
  if (hasil === "ditolak") {
    kabar("");
    wadahKabar.scrollIntoView({ block: "start" });
  }
}

// No line: the answer is on the phone. The form gives way to a page that says so.
function tersimpan() {
  kabar("");
  const judul = unsur("h1", { textContent: t("tersimpan"), tabIndex: -1 });
  const lagi = unsur("button", { type: "button", className: "tombol tombol--sepi", textContent: t("isi-lagi") });
  const ikon = document.getElementById("teks").content.querySelector("svg").cloneNode(true);
  const kotak = unsur("div", { className: "selesai", id: "tersimpan" }, ikon, judul, unsur("p", { textContent: t("tersimpan-isi") }), SEKALI ? "" : lagi);
  const pembuka = [document.getElementById("pembuka"), document.getElementById("maju"), form];
  for (const u of pembuka) u.hidden = true;
  form.after(kotak);
  scrollTo(0, 0);
  judul.focus();
  lagi.onclick = () => {
    kotak.remove();
    kosongkan();
    for (const u of pembuka) u.hidden = false;
    tampilkanKabar();
    scrollTo(0, 0);
    document.getElementById("isi").focus();
  };
}

function kosongkan() {
  form.reset();
  for (const b of form.querySelectorAll("fieldset")) for (const i of b.querySelectorAll("input")) i.checked = i.value === "" && i.type === "radio";
  for (const u of form.querySelectorAll("select, textarea")) u.value = "";
  for (const b of wajib) tandai(b, false);
  document.getElementById("salah")?.remove();
  maju();
}

// A draft for this tab only: changing the language or opening the page again loses nothing; closing the tab forgets.
const DRAF = `prima-draf:${document.body.dataset.dasar}`;
function simpanDraf() {
  try { sessionStorage.setItem(DRAF, JSON.stringify([...new FormData(form)].filter(([n]) => !["id", "stempel", "bahasa", "cara", "tautan"].includes(n)))); } catch { /* without */ }
}
function hapusDraf() {
  try { sessionStorage.removeItem(DRAF); } catch { /* none */ }
}
function pulihkanDraf() {
  try {
    for (const [nama, nilai] of JSON.parse(sessionStorage.getItem(DRAF)) ?? []) {
      const medan = form.elements[nama];
      if (medan && !medan.value) medan.value = nilai;
    }
  } catch { /* none */ }
}

let kemajuan;
function maju() {
  if (!kemajuan) return;
  const n = wajib.filter(terjawab).length;
  kemajuan.teks.textContent = t("terjawab", { jumlah: n, semua: wajib.length });
  kemajuan.batang.value = n;
}

function pasangForm() {
  form.noValidate = true;
  form.addEventListener("submit", saatKirim);
  form.addEventListener("input", (e) => {
    const b = e.target.closest("fieldset.butir--salah");
    if (b && terjawab(b)) tandai(b, false);
    const saran = e.target.closest("textarea");
    if (saran) saran.previousElementSibling.textContent = t("huruf", { jumlah: saran.maxLength - saran.value.length });
    maju();
  });
  document.getElementById("salah")?.focus();
  // Coming back by the back button: the page is for another answer.
  addEventListener("pageshow", (e) => { if (e.persisted) { sedang = false; document.getElementById("kirim").disabled = false; } });
}

function pasangHalaman() {
  pulihkanDraf();
  form.addEventListener("input", simpanDraf);
  const teks = unsur("span");
  const batang = unsur("progress", { max: wajib.length, value: 0 });
  batang.setAttribute("aria-hidden", "true");
  kemajuan = { teks, batang };
  form.before(unsur("p", { className: "maju", id: "maju" }, teks, batang));
  maju();
}
