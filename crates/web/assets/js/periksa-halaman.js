// The page around the check: takes the published file or one that the visitor chose, and says in words what was found. The
// words stand in the page; nothing that is checked leaves the device.

import { periksa } from "./periksa.js";
import { pemilik } from "./periksa-pemilik.js";
import { Pecahan } from "./periksa-pecahan.js";
import { isiZip, jalankanZip, pemilikZip } from "./periksa-zip-halaman.js";

const BYTE_MAKS = 16 * 1024 * 1024;
const akar = document.getElementById("periksa");
const hasil = akar.querySelector("[data-hasil]");
/** What a check proves: said beforehand, and after one in which all matched. */
const terbukti = document.getElementById("terbukti").closest("section");
const kata = (jenis, nama) => akar.querySelector(`[data-kata] [data-${jenis}="${nama}"]`);
const koma = (t) => (akar.dataset.bahasa === "id" ? t.replace(".", ",") : t);

const elemen = (nama, kelas, teks) => {
  const e = document.createElement(nama);
  if (kelas) e.className = kelas;
  if (teks !== undefined) e.textContent = teks;
  return e;
};

function putusan(nada, nama, rinci) {
  const k = kata("teks", nama);
  const p = elemen("div", `pemberitahuan pemberitahuan--${nada}`);
  const isi = elemen("div");
  isi.append(elemen("p", "pemberitahuan__judul", k.dataset.judul), elemen("p", "", rinci ?? k.textContent));
  p.append(isi);
  return p;
}

// The box is taller than a phone: browsers would show its middle.
function tunjukkan() {
  hasil.focus({ preventScroll: true });
  hasil.scrollIntoView({ block: "start" });
}

const SEBUT = { true: ["baik", "ya"], false: ["bahaya", "tidak"], null: ["perhatian", "tak-tahu"] };

function butir({ apa, sah, rinci, lain }) {
  const [nada, sebut] = SEBUT[sah], k = kata("apa", apa), li = elemen("li");
  li.dataset.sah = String(sah);
  li.dataset.apa = apa;
  const judul = elemen("p");
  judul.append(elemen("span", `lencana lencana--${nada}`, kata("lencana", sebut).textContent), " ", elemen("strong", "", k.dataset.judul));
  li.append(judul, elemen("p", "kecil", sah === false ? k.dataset.gagal : k.textContent));
  if (rinci.length) {
    const ul = elemen("ul", "kecil");
    ul.append(...rinci.map((r) => elemen("li", "", r)));
    if (lain) ul.append(elemen("li", "", `${kata("teks", "lain").dataset.judul} ${lain}`));
    li.append(ul);
  }
  return li;
}

// One line a thing: the worst of several.
function ringkas(semua) {
  const m = new Map();
  for (const b of semua) {
    const lama = m.get(b.apa);
    const sah = lama ? (lama.sah === false || b.sah === false ? false : lama.sah === null || b.sah === null ? null : true) : b.sah;
    m.set(b.apa, { apa: b.apa, sah, rinci: [...(lama?.rinci ?? []), ...b.rinci] });
  }
  return [...m.values()];
}

const dua = (t) => { const p = Pecahan.baca(t); return p ? koma(p.tampil(2)) : "–"; };
const ipp = (h) => { const i = h?.get?.("ipp"); return i ? `${koma(i.get("tampil"))} (${i.get("kategori")} ${i.get("nama_kategori")})` : "–"; };

function isi(rangka, r) {
  const di = (n) => rangka.querySelector(`[data-isi="${n}"]`);
  if (!r.isi || !r.ulang) return di("angka").remove();
  di("unit").textContent = r.isi.get("unit").get("nama");
  di("periode").textContent = `${r.isi.get("periode").get("nama")} · ${r.isi.get("periode").get("penyelenggara").get("nama")}`;
  di("tertulis").textContent = ipp(r.isi.get("hasil"));
  di("dihitung").textContent = ipp(r.ulang);
  di("kunci").textContent = r.isi.get("instalasi").get("kunci");
  const f03 = new Map(r.ulang.get("f03").get("aspek").map((a) => [a.get("kunci"), a.get("rata_rata")]));
  const kepala = [...rangka.querySelectorAll("thead th")].map((t) => t.textContent);
  for (const a of r.ulang.get("f02").get("aspek")) {
    const tr = elemen("tr"), th = elemen("th", "", `${a.get("kunci")}. ${a.get("nama")}`);
    th.scope = "row";
    const nilai = [`${koma(a.get("bobot"))} %`, dua(a.get("nilai")), dua(f03.get(a.get("kunci")))].map((t, n) => {
      const td = elemen("td", "bilangan", t);
      td.dataset.label = kepala[n + 1];
      return td;
    });
    tr.append(th, ...nilai);
    di("aspek").append(tr);
  }
}

const sebut = (nama) => kata("teks", nama).dataset.judul;
const dikenal = () => JSON.parse(akar.dataset.edisi);

async function jalankan(teks) {
  const r = await periksa(teks, dikenal());
  if (r.lebihBaru) return tolak("lebih-baru");
  await sisipkanPemilik(r.butir, () => pemilik(r.isi, "/kunci/daftar.json", sebut));
  tunjukkanHasil(ringkas(r.butir), r.ulang, r.isi, (rangka) => {
    rangka.querySelector('[data-isi="zip"]').remove();
    try { isi(rangka, r); } catch { rangka.querySelector('[data-isi="angka"]')?.remove(); }
  });
}

// A whole publication: checked beside the page, which says how far it is.
async function jalankanTerbitan(blob, masih) {
  const bilah = elemen("progress", "bilah"), kotak = elemen("p", "", sebut("memuat"));
  bilah.max = 1;
  bilah.setAttribute("aria-label", sebut("memuat"));
  hasil.replaceChildren(kotak, bilah);
  const r = await jalankanZip(blob, dikenal(), (x) => { bilah.value = x; });
  if (!masih()) return;
  if (r.gagal === "zip") return tolak("zip");
  if (r.gagal) throw new Error(r.pesan);
  if (r.selesai.lebihBaru) return tolak("lebih-baru");
  if (r.selesai.isi) await sisipkanPemilik(r.selesai.butir, () => pemilikZip(r.selesai, "/kunci/daftar.json", sebut));
  if (!masih()) return;
  tunjukkanHasil(r.selesai.butir, r.selesai.ringkas, r.selesai.isi, (rangka) => {
    rangka.querySelector('[data-isi="angka"]').remove();
    isiZip(rangka, r, koma);
  });
}

async function sisipkanPemilik(butir, tanya) {
  for (const b of butir) if (b.apa === "terbit" && b.sah === null) b.rinci = [sebut("edisi-asing")];
  const setelah = butir.findIndex((b) => b.apa === "tanda") + 1;
  if (setelah) butir.splice(setelah, 0, await tanya());
}

/** `semua`: the lines; `ulang`: null when no figures were computed; `lengkapi` fills the frame with them. */
function tunjukkanHasil(semua, ulang, apa, lengkapi) {
  const salah = semua.some((b) => b.sah === false) || !ulang;
  const ragu = semua.some((b) => b.sah === null);
  const rangka = akar.querySelector("[data-rangka]").content.cloneNode(true);
  rangka.querySelector('[data-isi="butir"]').append(...semua.map(butir));
  lengkapi(rangka);
  // What is no result file at all is nobody's fault, and nothing to be wary of.
  const bukan = !ulang && semua.some((b) => b.apa === "berkas" && b.sah === false);
  const atas = bukan ? putusan("bahaya", "bukan") : salah ? putusan("bahaya", "salah") : ragu ? putusan("perhatian", "sebagian") : putusan("baik", "sah");
  hasil.replaceChildren(atas);
  if (apa?.get("ilustrasi") === true) hasil.append(elemen("p", "label-ilustrasi", sebut("ilustrasi")));
  hasil.append(rangka);
  hasil.dataset.putusan = salah ? "salah" : ragu ? "sebagian" : "sah";
  tunjukkan();
}

// A second file while the first is checked: only the last one is shown.
let giliran = 0;
async function periksaDari(ambil) {
  const ini = ++giliran;
  delete hasil.dataset.putusan;
  hasil.replaceChildren(elemen("p", "", kata("teks", "memuat").dataset.judul));
  try {
    const apa = await ambil();
    if (ini !== giliran) return;
    if (apa instanceof Blob) await jalankanTerbitan(apa, () => ini === giliran);
    else await (typeof apa === "string" ? jalankan(apa) : tolak(apa.nama, apa.ke));
  } catch (e) {
    if (ini === giliran) hasil.replaceChildren(putusan("perhatian", "gagal", undefined), elemen("p", "kecil", e.message));
  }
  if (ini === giliran) terbukti.hidden = hasil.dataset.putusan !== "sah";
}

// `ke`: the page that says why.
function tolak(nama, ke) {
  hasil.replaceChildren(putusan("perhatian", nama));
  if (ke) {
    const a = elemen("a", "tautan-panah", sebut(`${nama}-lihat`)), p = elemen("p");
    a.href = ke;
    p.append(a);
    hasil.append(p);
  }
  hasil.dataset.putusan = nama;
  tunjukkan();
}

async function baca(berkas) {
  const awal = new Uint8Array(await berkas.slice(0, 2).arrayBuffer());
  if (awal[0] === 0x50 && awal[1] === 0x4b) return berkas;
  return berkas.size > BYTE_MAKS ? { nama: "besar" } : berkas.text();
}

async function muat(alamat = akar.dataset.berkas) {
  const jawab = await fetch(alamat);
  // Withdrawn since: nothing is wrong with the line.
  if (jawab.status === 410) return { nama: "ditarik", ke: alamat.replace(/\/(?:berkas|bundel|terbitan\/\d+)$/, "") };
  if (!jawab.ok) throw new Error(String(jawab.status));
  return baca(await jawab.blob());
}

const mulai = akar.querySelector("[data-mulai]");
if (mulai) {
  mulai.hidden = false;
  mulai.addEventListener("click", () => periksaDari(() => muat()));
}
const jatuh = akar.querySelector("[data-jatuh]"), pilih = jatuh.querySelector("input");
jatuh.hidden = false;
pilih.addEventListener("change", () => { if (pilih.files[0]) periksaDari(() => baca(pilih.files[0])); });
for (const nama of ["dragover", "dragleave", "drop"]) {
  jatuh.addEventListener(nama, (e) => {
    e.preventDefault();
    jatuh.classList.toggle("jatuh--di-atas", nama === "dragover");
    const berkas = nama === "drop" && e.dataTransfer?.files[0];
    if (berkas) periksaDari(() => baca(berkas));
  });
}

// A page of a publication names its file behind the #.
const TERBITAN = /^#(\/hasil\/[^/?#]+\/terbitan\/\d+|\/serahan\/[0-9a-f-]+\/berkas)$/;
function dariAlamat() {
  const m = TERBITAN.exec(location.hash);
  if (m) periksaDari(() => muat(m[1]));
}
addEventListener("hashchange", dariAlamat);
dariAlamat();
