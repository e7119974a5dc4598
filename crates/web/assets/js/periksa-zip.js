// Checks the published file of a whole period (ZIP) without the program: what is signed, every result in it, their order and ranks, the
// mean of each instansi. Read as a stream, some lines at a time. What the page looks like is not here.

import { Arsip, TidakTerbaca } from "./periksa-arsip.js";
import { bentukSalah, lebihBaru, tempatSalah, terbitanSalah } from "./periksa-bentuk.js";
import { bacaJson } from "./periksa-kanonik.js";
import { FORMAT as FORMAT_HASIL, naskahEdisi, naskahTerbit, periksaAmplop, periksaAngka } from "./periksa.js";
import { Sidik } from "./periksa-sidik.js";
import { Sanding, TABEL } from "./periksa-tabel.js";
import { Urutan } from "./periksa-urutan.js";

const FORMAT = "prima/terbitan/1";
const MANIFES = "terbitan.json", HASIL = "hasil.jsonl", LAMPIRAN = "lampiran/";
const KECIL_MAKS = 4 << 20;
const LAMPIRAN_MAKS = 256 << 20;
const BARIS_MAKS = 1 << 20;
const HASIL_MAKS = 2_000_000;
/** Lines that are checked at once. */
const SEKALI = 64;
/** More faults of one kind are counted, not listed. */
const RINCI_MAKS = 20;
/** Keys of other installations in one file. */
const KUNCI_MAKS = 100;

const namaEdisi = (sidik) => `edisi/${sidik}.toml`;
const urai = (bytes) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);

/** Lines `{ apa, sah, rinci, lain }`, one of a kind: the worst that was said. */
class Catatan {
  constructor() { this.semua = new Map(); }

  catat(apa, sah, rinci = []) {
    const b = this.semua.get(apa) ?? { apa, sah: true, rinci: [], lain: 0 };
    if (sah === false || b.sah === false) b.sah = false;
    else if (sah === null) b.sah = null;
    for (const r of sah === true ? [] : rinci) {
      if (b.rinci.length < RINCI_MAKS) b.rinci.push(r);
      else b.lain += 1;
    }
    this.semua.set(apa, b);
  }

  butir() { return [...this.semua.values()]; }
}

/**
 * `blob`: the file; `dikenal`: as `periksa` takes it; `maju(bagian)`: how far it is, 0 to 1. Gives `{ isi, butir, ringkas, kunci, lebihBaru }`:
 * the signed manifest, lines as `periksa` gives them (also daftar, lampiran, baris, peringkat), what `Urutan.ringkas` gives, and the keys
 * that signed with the time each did so first and last. Throws `TidakDapatMembuka` where the browser cannot unpack.
 */
export async function periksaZip(blob, { dikenal = null, maju = () => {} } = {}) {
  const c = new Catatan();
  const akhir = (lebih) => ({ isi: null, ringkas: null, kunci: [], ...lebih, butir: c.butir() });
  let isi = null;
  try {
    const arsip = await Arsip.buka(blob), v = await manifes(arsip, c);
    if (v.baru) return akhir({ lebihBaru: true });
    isi = v.isi;
    if (!isi) return akhir();
    await periksaAmplop(v.amplop, FORMAT, (...x) => c.catat(...x));
    isiArsip(arsip, isi, c);
    const naskah = await edisi(arsip, isi, dikenal, c);
    const tabel = await lampiran(arsip, isi, c);
    const { urutan, kunci } = await daftar(arsip, isi, { naskah, tabel }, c, maju);
    return akhir({ isi, ringkas: urutan.ringkas(), urutan, kunci: [...kunci.values()] });
  } catch (e) {
    if (!(e instanceof TidakTerbaca)) throw e;
    c.catat("berkas", false, [e.message]);
    return akhir({ isi });
  }
}

async function manifes(arsip, c) {
  let v;
  try {
    v = bacaJson(urai(await arsip.kecil(MANIFES, KECIL_MAKS)).replace(/^\uFEFF+/, ""));
  } catch (e) {
    throw e instanceof SyntaxError || e instanceof TypeError ? new TidakTerbaca(`${MANIFES}: ${e.message}`) : e;
  }
  const format = v.get?.("format"), baru = lebihBaru(format, FORMAT);
  if (baru) {
    c.catat("berkas", null, [baru]);
    return { baru };
  }
  if (format !== FORMAT) throw new TidakTerbaca(`format: ${format ?? "tidak ada"}`);
  for (const k of ["edisi", "sidik", "tanda"]) if (typeof v.get(k) !== "string") throw new TidakTerbaca(`${MANIFES}: ${k}: tidak ada`);
  const isi = v.get("isi"), salah = terbitanSalah(isi, RINCI_MAKS);
  c.catat("berkas", salah.length === 0, salah.map((s) => `${MANIFES}: ${s}`));
  return salah.length ? { isi: null } : { amplop: v, isi };
}

/** Every part is one that the manifest names, and names once. */
function isiArsip(arsip, isi, c) {
  const harap = [MANIFES, HASIL, ...isi.get("edisi").map((e) => namaEdisi(e.get("sidik"))), ...isi.get("lampiran").map((l) => LAMPIRAN + l.get("nama"))];
  if (new Set(harap).size !== harap.length) throw new TidakTerbaca(`${MANIFES}: satu bagian disebut dua kali`);
  const asing = arsip.nama.filter((n) => !harap.includes(n));
  if (asing.length) c.catat("berkas", false, asing.map((n) => `"${n}" tidak disebut dalam ${MANIFES}`));
}

async function edisi(arsip, isi, dikenal, c) {
  const semua = new Map();
  for (const e of isi.get("edisi")) {
    const [id, disebut] = [e.get("id"), e.get("sidik")], nama = namaEdisi(disebut);
    const bytes = await arsip.kecil(nama, KECIL_MAKS);
    const n = await naskahEdisi(new TextDecoder().decode(bytes)), ada = new Sidik().tambah(bytes).selesai();
    c.catat("edisi", ada === disebut, [`${nama}: SHA-256 ${ada}`]);
    if (n.galat) c.catat("edisi", false, [`${nama}: ${n.galat}`]);
    else if (n.edisi.id !== id) c.catat("edisi", false, [`${nama}: "${n.edisi.id}" / "${id}"`]);
    else semua.set(disebut, n);
    if (dikenal) c.catat("terbit", ...naskahTerbit(dikenal, id, disebut, ada));
  }
  return semua;
}

/** The hash of each attachment; gives the table that is to be compared with the results, where there is one that is what was published. */
async function lampiran(arsip, isi, c) {
  let tabel = null;
  for (const l of isi.get("lampiran")) {
    const nama = LAMPIRAN + l.get("nama"), s = new Sidik();
    for await (const x of arsip.alir(nama)) {
      if (s.panjang + x.length > LAMPIRAN_MAKS) throw new TidakTerbaca(`${nama}: lebih dari ${LAMPIRAN_MAKS} byte`);
      s.tambah(x);
    }
    const ukuran = BigInt(s.panjang), sama = s.selesai() === l.get("sidik") && ukuran === l.get("ukuran");
    c.catat("lampiran", sama, [`${nama}: isinya bukan yang diterbitkan`]);
    if (sama && l.get("nama") === TABEL) tabel = new Sanding(arsip.alir(nama), isi.get("ilustrasi"), (sah, rinci) => c.catat("lampiran", sah, rinci));
  }
  await tabel?.buka();
  return tabel;
}

/** Lines without their end; each with what of the part was read so far. */
async function* baris(arsip, sidik) {
  let sisa = [], panjang = 0;
  const genap = () => {
    const b = new Uint8Array(panjang);
    sisa.reduce((di, x) => { b.set(x, di); return di + x.length; }, 0);
    [sisa, panjang] = [[], 0];
    return b;
  };
  const simpan = (x) => {
    sisa.push(x);
    panjang += x.length;
    if (panjang >= BARIS_MAKS) throw new TidakTerbaca(`${HASIL}: ada baris yang terlalu panjang`);
  };
  for await (const potong of arsip.alir(HASIL)) {
    sidik.tambah(potong);
    let dari = 0;
    for (let di = potong.indexOf(10); di >= 0; di = potong.indexOf(10, dari)) {
      simpan(potong.subarray(dari, di));
      yield genap();
      dari = di + 1;
    }
    if (dari < potong.length) simpan(potong.slice(dari));
  }
  if (panjang) yield genap();
}

async function daftar(arsip, isi, { naskah, tabel }, c, maju) {
  const sidik = new Sidik(), urutan = new Urutan(), kunci = new Map(), d = isi.get("hasil"), harap = Number(d.get("baris")) || 1;
  let banyak = 0, kelompok = [];
  const terima = async () => {
    const semua = await Promise.all(kelompok.map(satu, naskah));
    for (const [n, h] of semua.entries()) {
      const benar = satuHasil(h, `${HASIL} baris ${banyak - semua.length + n + 1}`, { isi, c, urutan, kunci });
      // After a line that cannot be read nothing tells which row of the table is the next.
      if (h.galat) tabel = null;
      else await tabel?.maju(h.isi, h.ulang ?? null, h.tempat, benar);
    }
    kelompok = [];
    maju(Math.min(1, banyak / harap));
  };
  for await (const b of baris(arsip, sidik)) {
    banyak += 1;
    if (banyak > HASIL_MAKS) throw new TidakTerbaca(`${HASIL}: terlalu banyak baris`);
    kelompok.push(b);
    if (kelompok.length === SEKALI) await terima();
  }
  await terima();
  await tabel?.selesai(urutan.lokus);
  const s = sidik.selesai();
  c.catat("daftar", s === d.get("sidik"), [`${HASIL}: SHA-256 ${s} / ${d.get("sidik")}`]);
  const cocok = BigInt(banyak) === d.get("baris") && BigInt(urutan.diperingkat) === d.get("diperingkat");
  c.catat("daftar", cocok, [`${HASIL}: ${banyak} hasil, ${urutan.diperingkat} dengan IPP / ${d.get("baris")}, ${d.get("diperingkat")}`]);
  return { urutan, kunci };
}

/** One line checked: `{ galat }` or `{ isi, tempat, ulang, butir }`. `this`: the editions by their hash. */
async function satu(bytes) {
  try {
    const v = bacaJson(urai(bytes)), isi = v.get?.("isi"), tempat = v.get?.("tempat");
    const salah = [...tempatSalah(tempat, 3), ...bentukSalah(isi, 3)];
    for (const k of ["sidik", "tanda"]) if (typeof v.get(k) !== "string") salah.push(`${k}: tidak ada`);
    if (salah.length) return { galat: salah };
    return { isi, tempat, ...(await angka(v, isi, this.get(isi.get("edisi").get("sidik")))) };
  } catch (e) {
    return { galat: [e.message] };
  }
}

async function angka(v, isi, n) {
  const butir = [], catat = (apa, sah, rinci = []) => butir.push({ apa, sah, rinci });
  if (!n) return { butir: [{ apa: "edisi", sah: false, rinci: [`naskah edisi ${isi.get("edisi").get("sidik")} tidak ada di berkas ini`] }] };
  await periksaAmplop(v, FORMAT_HASIL, catat);
  try {
    return { ulang: periksaAngka(isi, n, catat), butir };
  } catch (e) {
    catat("angka", false, [e.message]);
    return { butir };
  }
}

/** Where a fault of one result is listed: what its own signature says is of another kind than what that of the whole file says. */
const KE = { isi: "baris", kunci: "baris", tanda: "baris" };

/** Notes what is wrong with one result; gives whether its place is the computed one. */
function satuHasil(h, di, { isi, c, urutan, kunci }) {
  c.catat("baris", !h.galat, (h.galat ?? []).map((g) => `${di}: ${g}`));
  if (h.galat) return false;
  const kode = h.isi.get("lokus").get("kode");
  for (const { apa, sah, rinci } of h.butir) c.catat(KE[apa] ?? apa, sah, sah === false ? (rinci.length ? rinci : [apa]).map((r) => `${kode}: ${r}`) : []);
  const [p, q] = [h.isi.get("periode"), isi.get("periode")];
  const sama = ["kode", "tahun", "skema"].every((k) => p.get(k) === q.get(k));
  c.catat("baris", sama, [`${kode}: hasil periode ${p.get("kode")}, bukan ${q.get("kode")}`]);
  if (h.isi.get("ilustrasi") && !isi.get("ilustrasi")) c.catat("baris", false, [`${kode}: hasil contoh di antara hasil sebenarnya`]);
  catatKunci(kunci, h.isi, c);
  const salah = urutan.maju(h.isi, h.tempat, h.ulang ?? null);
  c.catat("peringkat", !salah, [`${kode}: ${salah}`]);
  return !salah;
}

/** A result may be older than the key that signed the publication, or come from another installation. */
function catatKunci(kunci, isi, c) {
  const publik = isi.get("instalasi").get("kunci_publik").toLowerCase(), pada = isi.get("dibekukan"), k = kunci.get(publik);
  if (!k && kunci.size >= KUNCI_MAKS) {
    c.catat("baris", false, [`lebih dari ${KUNCI_MAKS} kunci penanda tangan`]);
  } else if (!k) {
    kunci.set(publik, { publik, dari: pada, sampai: pada });
  } else {
    if (pada < k.dari) k.dari = pada;
    if (pada > k.sampai) k.sampai = pada;
  }
}
