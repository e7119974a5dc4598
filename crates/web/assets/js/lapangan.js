// The page of field work: which view, the state of the queue, and when to send. It runs without a line; what is shown comes from
// the phone only.

import { ambil, bersihkan, hapusBekal, semuaAntre, semuaBekal, taruh } from "./lapangan-basis.js";
import { kartu, terisi } from "./lapangan-kartu.js";
import { kirimSemua, lepaskanLain } from "./lapangan-kirim.js";
import { pasangMedia } from "./lapangan-media.js";
import { DAFTAR, hitung, judul, kartuPeriksa } from "./lapangan-periksa.js";
import { siapkan, simpanHalaman } from "./lapangan-siap.js";
import { tampilkanTolak } from "./lapangan-tolak.js";
import { el, salin, t, tulis, waktu } from "./lapangan-unsur.js";

const JEDA_MS = 15_000;
const tampil = el(document, "tampil");
const kabar = el(document, "kabar");
const tandaAntre = el(document, "antre");
const tombolKirim = el(document, "kirim");
const tautBentrok = el(document, "ke-bentrok");
let [perbarui, keadaan, sibuk, adaKartu] = [[], "", false, ""];

const rute = () => location.hash.replace(/^#\/?/, "").split("/").filter(Boolean).map(decodeURIComponent);

/** The queue of the person whom this phone last knew; what another account typed is nobody's to read here. */
async function antreSaya() {
  const akun = (await ambil("keadaan", "siapa"))?.akun;
  return (await semuaAntre()).filter((a) => a.akun === akun);
}

/** Draws the view anew. */
async function gambar() {
  const [lokus, jenis, bagian] = rute();
  const [semua, antre] = [await semuaBekal(), await antreSaya()];
  const bekal = semua.find((b) => b.lokus === lokus);
  el(document, "contoh").hidden = !semua.some((b) => b.ilustrasi && (!lokus || b.lokus === lokus));
  perbarui = [];
  adaKartu = location.hash;
  if (!lokus) daftar(semua, antre);
  else if (!bekal) tampil.replaceChildren(salin("hilang"));
  else if (jenis === "a") aspek(bekal, bagian, antre);
  else if (jenis === "p" && DAFTAR.includes(bagian)) periksa(bekal, bagian, antre);
  else unit(bekal, antre);
  tunjukAntre(antre);
}

/** After a change: cards that are shown take it over in place; other views are drawn anew. */
async function ubah({ kirim = false } = {}) {
  const [semua, antre] = [await semuaBekal(), await antreSaya()];
  const bekal = semua.find((b) => b.lokus === rute()[0]);
  if (perbarui.length && bekal) for (const f of perbarui) f(bekal, antre);
  else await gambar();
  tunjukAntre(antre);
  if (kirim || navigator.onLine) jadwal(kirim ? 0 : 1_500);
}

function tunjukAntre(antre) {
  const n = (k) => antre.filter((a) => a.keadaan === k).length;
  const [menunggu, bentrok, ditolak] = [n("menunggu"), n("bentrok"), n("ditolak")];
  tunjukBentrok(antre);
  const kata = [
    menunggu ? t("antre", { jumlah: menunggu }) : !bentrok && !ditolak ? t("antre-kosong") : "",
    bentrok ? t("bentrok", { jumlah: bentrok }) : "", ditolak ? t("tertahan", { jumlah: ditolak }) : "",
    keadaan === "luring" || !navigator.onLine ? t("luring") : "",
  ].filter(Boolean).join(" ");
  if (tandaAntre.textContent !== kata) tandaAntre.textContent = kata;
  tandaAntre.classList.toggle("lap-antre--ada", menunggu + bentrok + ditolak > 0);
  tombolKirim.hidden = !menunggu || sibuk;
}

/** The way from the bar to the first thing that has to be chosen, wherever it is. */
async function tunjukBentrok(antre) {
  const semua = antre.some((a) => a.keadaan === "bentrok") ? await semuaBekal() : [];
  const ke = antre.filter((a) => a.keadaan === "bentrok").map((a) => tempat(semua, a)).find(Boolean);
  tautBentrok.hidden = !ke;
  if (ke) tautBentrok.href = ke;
}

function tempat(semua, a) {
  const b = semua.find((x) => x.lokus === a.lokus && x.akun === a.akun);
  const kode = encodeURIComponent(a.kode);
  if (b && a.jenis === "periksa") return `#/${a.lokus}/p/${a.daftar}/${kode}`;
  const bagian = b?.bagian.find((x) => x.indikator.some((i) => i.kode === a.kode));
  return bagian && `#/${a.lokus}/a/${bagian.kunci}/${kode}`;
}

/** Brings the card that the address names into view. */
function keKartu(kode) {
  const kartu = [...tampil.querySelectorAll("article")].find((x) => x.querySelector("[data-kode]")?.textContent === kode);
  kartu?.focus({ preventScroll: true });
  kartu?.scrollIntoView({ block: "start" });
  return Boolean(kartu);
}

let jam;
function jadwal(ms) {
  clearTimeout(jam);
  jam = setTimeout(kirim, ms);
}

async function kirim() {
  if (sibuk) return jadwal(500);
  sibuk = true;
  let ada = false;
  try {
    const hasil = await kirimSemua(() => { ada = true; });
    keadaan = hasil.keadaan;
    await kabari(hasil);
    const akun = hasil.siapa?.siapa?.akun;
    if (akun) {
      await lepaskanLain(await semuaBekal(), akun);
      if ((await ambil("keadaan", "siapa"))?.akun !== akun) { await taruh("keadaan", { nama: "siapa", akun }); ada = true; }
    }
  } finally {
    sibuk = false;
  }
  if (ada) await ubah();
  else tunjukAntre(await antreSaya());
  const sisa = (await antreSaya()).some((a) => a.keadaan === "menunggu");
  if (sisa && keadaan !== "masuk" && keadaan !== "lain") jadwal(keadaan === "terkirim" ? 300 : JEDA_MS);
  return undefined;
}

async function kabari({ keadaan: k, siapa, selisih }) {
  const antre = await semuaAntre();
  const isi = [];
  if (k === "masuk" && (antre.length || (await semuaBekal()).length)) isi.push(["masuk", t("masuk")]);
  const lain = siapa?.siapa ? antre.filter((a) => a.akun !== siapa.siapa.akun).length : 0;
  if (lain) isi.push(["kabar", t("lain", { jumlah: lain })]);
  if (Math.abs(selisih ?? 0) > 5) isi.push(["kabar", t("jam", { menit: Math.abs(selisih) })]);
  kabar.replaceChildren(...isi.map(([nama, teks]) => { const u = salin(nama); tulis(u, "isi", teks); return u; }));
}

function daftar(semua, antre) {
  // Refused work of a unit that is on the phone no more is shown here.
  const yatim = [...new Map(antre.filter((a) => !semua.some((b) => b.lokus === a.lokus && b.akun === a.akun)).map((a) => [`${a.akun}:${a.lokus}`, a])).values()];
  if (!semua.length && !yatim.length) return tampil.replaceChildren(salin("kosong"));
  const isi = salin("daftar");
  const ul = el(isi, "daftar");
  for (const b of semua) ul.append(baris(b, antre));
  tampil.replaceChildren(isi);
  for (const a of yatim) {
    const wadah = document.createElement("div");
    tampil.append(wadah);
    tampilkanTolak(wadah, { akun: a.akun, lokus: a.lokus, unit: a.unit, bekal: null, antre, ubah });
  }
  return undefined;
}

function baris(b, antre) {
  const isi = salin("unit-baris");
  const milik = antre.filter((a) => a.lokus === b.lokus && a.akun === b.akun);
  const tautan = isi.querySelector("a");
  Object.assign(tautan, { href: `#/${b.lokus}`, textContent: b.unit });
  tulis(isi, "nama", ` ${b.unit}`);
  tulis(isi, "ket", `${b.instansi} · ${b.periode} · ${b.nama}`);
  tulis(isi, "umur", `${t("disiapkan", { pada: waktu(b.waktu) })} ${t("sampai", { pada: waktu(b.sampai) })}`);
  tulis(isi, "antre-unit", milik.length ? t("antre", { jumlah: milik.length }) : "");
  const umur = el(isi, "umur");
  el(isi, "perbarui").addEventListener("click", async () => {
    await kirim();
    try {
      await siapkan(b.lokus, b.batas ?? 0);
      await simpanHalaman();
      await gambar();
      tandaAntre.textContent = t("perbarui-jadi");
    } catch (galat) {
      umur.textContent = galat.message.includes(" ") ? galat.message : t("perbarui-gagal");
    }
  });
  el(isi, "hapus").addEventListener("click", async () => {
    if (!confirm(t(milik.length ? "hapus-antre" : "hapus-tanya"))) return;
    await hapusBekal(b.akun, b.lokus);
    await gambar();
  });
  return isi;
}

function tautan(href, teks, ket) {
  const li = document.createElement("li");
  li.append(Object.assign(document.createElement("a"), { href, textContent: teks }), Object.assign(document.createElement("span"), { className: "kecil", textContent: ket }));
  return li;
}

function unit(b, antre) {
  const isi = salin("unit");
  tulis(isi, "unit", b.unit);
  tulis(isi, "ket", `${b.instansi} · ${b.periode} · ${b.edisi}`);
  if (b.tutup) { const u = salin("kabar"); tulis(u, "isi", b.tutup); el(isi, "tutup").append(u); }
  el(isi, "bagian").append(...b.bagian.map((x) => tautan(`#/${b.lokus}/a/${x.kunci}`, x.nama, t("terisi", { n: x.indikator.filter((i) => terisi(b, antre, i)).length, dari: x.indikator.length }))));
  el(isi, "periksa").append(...DAFTAR.map((j) => tautan(`#/${b.lokus}/p/${j}`, judul(j), t("terisi", hitung(b, antre, j)))));
  tampilkanTolak(el(isi, "tolak"), { akun: b.akun, lokus: b.lokus, unit: b.unit, bekal: b, antre, ubah });
  pasangMedia(el(isi, "media"), { bekal: b, kode: "", nama: t("umum"), antre, dapat: !b.tutup, ubah });
  tampil.replaceChildren(isi);
}

function aspek(b, kunci, antre) {
  const ke = b.bagian.findIndex((x) => x.kunci === kunci);
  if (ke < 0) return tampil.replaceChildren(salin("hilang"));
  const isi = salin("aspek");
  Object.assign(el(isi, "kembali"), { href: `#/${b.lokus}`, textContent: b.unit });
  tulis(isi, "nama", b.bagian[ke].nama);
  const wadah = el(isi, "kartu");
  perbarui = b.bagian[ke].indikator.map((i) => kartu(wadah, { bekal: b, i, antre, ubah }));
  const berikut = b.bagian[ke + 1];
  if (berikut) Object.assign(el(isi, "berikut"), { href: `#/${b.lokus}/a/${berikut.kunci}`, hidden: false });
  return tampil.replaceChildren(isi);
}

function periksa(b, jenis, antre) {
  const isi = salin("periksa");
  Object.assign(el(isi, "kembali"), { href: `#/${b.lokus}`, textContent: b.unit });
  tulis(isi, "judul", judul(jenis));
  tulis(isi, "bantu", t(`bantu-${jenis}`));
  const wadah = el(isi, "daftar");
  const semua = b.bagian.flatMap((x) => x.indikator).filter((i) => i.periksa[jenis].length);
  perbarui = semua.map((i) => kartuPeriksa(wadah, { bekal: b, jenis, i, antre, ubah }));
  tampil.replaceChildren(isi);
}

addEventListener("hashchange", async () => {
  if (location.hash === adaKartu) return;
  await gambar();
  const kode = rute()[3];
  if (kode && keKartu(kode)) return;
  scrollTo(0, 0);
  document.getElementById("isi").focus();
});
addEventListener("online", () => jadwal(0));
addEventListener("offline", async () => tunjukAntre(await antreSaya()));
document.addEventListener("visibilitychange", () => { if (!document.hidden) jadwal(200); });
tautBentrok.addEventListener("click", () => { if (tautBentrok.hash === location.hash) keKartu(rute()[3]); });
tombolKirim.addEventListener("click", () => jadwal(0));

await bersihkan();
await gambar();
jadwal(0);
if (navigator.onLine) simpanHalaman();
