// A ZIP archive read where it lies: its list at the end, then each part as a stream. Nothing is believed that the archive says of its
// sizes, and no more is unpacked than `sisa` allows, so that a small file cannot fill a machine.

import { crc32 } from "./periksa-sidik.js";

/** The archive, or a part of it, cannot be read; says which. */
export class TidakTerbaca extends Error {}
/** This browser cannot unpack. */
export class TidakDapatMembuka extends Error {}

const AKHIR = 0x06054b50, AKHIR64 = 0x06064b50, PETUNJUK64 = 0x07064b50, PUSAT = 0x02014b50, LOKAL = 0x04034b50;
/** A publication has as many parts as editions and attachments: a handful. */
const DAFTAR_MAKS = 4 << 20;
/** As the program: unpacked at most so many times the file's size, or so many bytes. */
const MEMUAI_MAKS = 200;
const MEMUAI_BEBAS = 64 << 20;

const rusakArsip = (apa) => new TidakTerbaca(`bukan arsip ZIP yang utuh: ${apa}`);
const rusak = (nama) => new TidakTerbaca(`${nama}: terpotong atau rusak`);
const baca = async (blob, dari, sampai) => {
  if (!(dari >= 0 && sampai <= blob.size && dari <= sampai)) throw rusakArsip("terpotong atau rusak");
  return new DataView(await blob.slice(dari, sampai).arrayBuffer());
};
const u64 = (v, di) => Number(v.getBigUint64(di, true));

async function letakDaftar(blob) {
  const dari = Math.max(0, blob.size - 65_557), v = await baca(blob, dari, blob.size);
  for (let i = v.byteLength - 22; i >= 0; i -= 1) {
    if (v.getUint32(i, true) !== AKHIR || i + 22 + v.getUint16(i + 20, true) !== v.byteLength) continue;
    const biasa = { banyak: v.getUint16(i + 10, true), panjang: v.getUint32(i + 12, true), mulai: v.getUint32(i + 16, true) };
    if (i < 20 || v.getUint32(i - 20, true) !== PETUNJUK64) return biasa;
    const di = u64(v, i - 12), w = await baca(blob, di, di + 56);
    if (w.getUint32(0, true) !== AKHIR64) throw rusakArsip("terpotong atau rusak");
    return { banyak: u64(w, 32), panjang: u64(w, 40), mulai: u64(w, 48) };
  }
  throw rusakArsip("terpotong atau rusak");
}

/** Sizes and place beyond 4 GB stand in an extra field, each only where the short one is full. */
function panjang(v, di, b) {
  let i = di + 46 + v.getUint16(di + 28, true);
  const akhir = i + v.getUint16(di + 30, true);
  while (i + 4 <= akhir) {
    const [jenis, n] = [v.getUint16(i, true), v.getUint16(i + 2, true)];
    let p = i + 4;
    if (jenis === 1) {
      for (const k of ["terbuka", "terbungkus", "mulai"]) {
        if (b[k] !== 0xffffffff) continue;
        if (p + 8 > i + 4 + n || p + 8 > akhir) throw rusakArsip("terpotong atau rusak");
        b[k] = u64(v, p);
        p += 8;
      }
      return;
    }
    i += 4 + n;
  }
}

export class Arsip {
  /** `blob`: the file. Throws `TidakTerbaca`. */
  static async buka(blob) {
    const d = await letakDaftar(blob);
    if (d.panjang > DAFTAR_MAKS) throw rusakArsip("daftar isinya terlalu panjang");
    const v = await baca(blob, d.mulai, d.mulai + d.panjang);
    const a = new Arsip();
    a.blob = blob;
    a.bagian = new Map();
    a.sisa = Math.max(blob.size * MEMUAI_MAKS, MEMUAI_BEBAS);
    let sisa = blob.size;
    for (let di = 0, n = 0; n < d.banyak; n += 1) {
      if (di + 46 > v.byteLength || v.getUint32(di, true) !== PUSAT) throw rusakArsip("terpotong atau rusak");
      const [nNama, nLebih, nCatatan] = [28, 30, 32].map((x) => v.getUint16(di + x, true));
      const lanjut = di + 46 + nNama + nLebih + nCatatan;
      if (lanjut > v.byteLength) throw rusakArsip("terpotong atau rusak");
      const nama = new TextDecoder().decode(new Uint8Array(v.buffer, di + 46, nNama));
      const b = { nama, tanda: v.getUint16(di + 8, true), cara: v.getUint16(di + 10, true), crc: v.getUint32(di + 16, true),
        terbungkus: v.getUint32(di + 20, true), terbuka: v.getUint32(di + 24, true), mulai: v.getUint32(di + 42, true) };
      panjang(v, di, b);
      if (a.bagian.has(nama)) throw rusakArsip("satu nama ada dua kali");
      // Parts that overlap would have the same bytes read and unpacked again and again.
      sisa -= b.terbungkus;
      if (sisa < 0) throw rusakArsip("bagian-bagiannya bertumpuk");
      a.bagian.set(nama, b);
      di = lanjut;
    }
    return a;
  }

  get nama() { return [...this.bagian.keys()]; }

  /** The unpacked bytes of a part, piece by piece. */
  async *alir(nama) {
    const b = this.bagian.get(nama);
    if (!b || b.tanda & 1 || ![0, 8].includes(b.cara)) throw new TidakTerbaca(`${nama}: tidak ada di arsip, atau tidak dapat dibuka`);
    const kepala = await baca(this.blob, b.mulai, b.mulai + 30);
    if (kepala.getUint32(0, true) !== LOKAL) throw rusak(nama);
    const dari = b.mulai + 30 + kepala.getUint16(26, true) + kepala.getUint16(28, true);
    if (dari + b.terbungkus > this.blob.size) throw rusak(nama);
    let arus = this.blob.slice(dari, dari + b.terbungkus).stream();
    if (b.cara === 8) arus = arus.pipeThrough(pembuka());
    const pembaca = arus.getReader();
    let crc = -1;
    try {
      for (;;) {
        const { done, value } = await pembaca.read().catch(() => { throw rusak(nama); });
        if (done) break;
        this.sisa -= value.length;
        if (this.sisa < 0) throw new TidakTerbaca(`${nama}: memuai jauh melebihi ukuran berkasnya; pemeriksaan dihentikan`);
        crc = crc32(crc, value);
        yield value;
      }
    } finally {
      pembaca.cancel().catch(() => {});
    }
    if ((~crc >>> 0) !== b.crc) throw rusak(nama);
  }

  /** A small part, whole. */
  async kecil(nama, maks) {
    const semua = [];
    let n = 0;
    for await (const x of this.alir(nama)) {
      n += x.length;
      if (n > maks) throw new TidakTerbaca(`${nama}: lebih dari ${maks} byte`);
      semua.push(x);
    }
    const isi = new Uint8Array(n);
    semua.reduce((di, x) => { isi.set(x, di); return di + x.length; }, 0);
    return isi;
  }
}

function pembuka() {
  try {
    return new DecompressionStream("deflate-raw");
  } catch {
    throw new TidakDapatMembuka();
  }
}
