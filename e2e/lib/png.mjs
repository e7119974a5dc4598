// PNG as Chromium writes it (8 bit, RGB or RGBA, not interlaced), as a palette: a third of the bytes.
//
// Screens have large flat areas and few colours; what exceeds 256 are shades at the edges of
// letters, where the nearest colour does not show. Photographs stay as they are.

import { deflateSync, inflateSync } from 'node:zlib';

const TANDA = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const WARNA_TERBANYAK = 4096;

/** The smaller of the file as it is and as a palette; the same input always gives the same bytes. */
export function mampatkan(png) {
  const { lebar, tinggi, titik } = urai(png);
  const calon = palet(lebar, tinggi, titik);
  return calon && calon.length < png.length ? calon : png;
}

/** The largest difference of a colour channel (0..255) between two files; 256 if they differ in size or cannot be read. */
export function beda(a, b) {
  try {
    const [x, y] = [urai(a), urai(b)];
    if (x.lebar !== y.lebar || x.tinggi !== y.tinggi) return 256;
    return x.titik.reduce((besar, nilai, i) => Math.max(besar, Math.abs(nilai - y.titik[i])), 0);
  } catch {
    return 256;
  }
}

/** Pixels of a file as 4 bytes each (RGBA). */
function urai(png) {
  if (!png.subarray(0, 8).equals(TANDA)) throw new Error('no PNG');
  const data = [];
  let kepala;
  let warna;
  for (let i = 8; i < png.length; ) {
    const panjang = png.readUInt32BE(i);
    const jenis = png.toString('latin1', i + 4, i + 8);
    const isi = png.subarray(i + 8, i + 8 + panjang);
    if (jenis === 'IHDR') kepala = isi;
    if (jenis === 'PLTE') warna = isi;
    if (jenis === 'IDAT') data.push(isi);
    i += panjang + 12;
  }
  const [lebar, tinggi] = [kepala.readUInt32BE(0), kepala.readUInt32BE(4)];
  const kanal = { 2: 3, 3: 1, 6: 4 }[kepala[9]];
  if (kepala[8] !== 8 || !kanal || kepala[12] !== 0) throw new Error('an unusual PNG');
  const polos = tanpaSaringan(inflateSync(Buffer.concat(data)), lebar, tinggi, kanal);
  const titik = Buffer.alloc(lebar * tinggi * 4, 255);
  for (let p = 0; p < lebar * tinggi; p += 1) {
    if (kanal === 1) warna.copy(titik, p * 4, polos[p] * 3, polos[p] * 3 + 3);
    else polos.copy(titik, p * 4, p * kanal, p * kanal + kanal);
  }
  return { lebar, tinggi, titik };
}

/** Undoes the five row filters of the PNG specification. */
function tanpaSaringan(isi, lebar, tinggi, kanal) {
  const n = lebar * kanal;
  const hasil = Buffer.alloc(n * tinggi);
  for (let y = 0; y < tinggi; y += 1) {
    const saringan = isi[y * (n + 1)];
    for (let x = 0; x < n; x += 1) {
      const kiri = x >= kanal ? hasil[y * n + x - kanal] : 0;
      const atas = y > 0 ? hasil[(y - 1) * n + x] : 0;
      const sudut = x >= kanal && y > 0 ? hasil[(y - 1) * n + x - kanal] : 0;
      const tebak = [0, kiri, atas, (kiri + atas) >> 1, paeth(kiri, atas, sudut)][saringan];
      hasil[y * n + x] = isi[y * (n + 1) + 1 + x] + tebak;
    }
  }
  return hasil;
}

function paeth(kiri, atas, sudut) {
  const p = kiri + atas - sudut;
  const [a, b, c] = [Math.abs(p - kiri), Math.abs(p - atas), Math.abs(p - sudut)];
  if (a <= b && a <= c) return kiri;
  return b <= c ? atas : sudut;
}

/** One byte a pixel: the 256 most frequent colours, the others as the nearest of these. */
function palet(lebar, tinggi, titik) {
  const jumlah = new Map();
  for (let p = 0; p < titik.length; p += 4) {
    const warna = titik.readUInt32BE(p);
    jumlah.set(warna, (jumlah.get(warna) ?? 0) + 1);
  }
  const tembus = [...jumlah.keys()].some((warna) => (warna & 0xff) !== 0xff);
  if (tembus || jumlah.size > WARNA_TERBANYAK) return null;

  const urut = [...jumlah].sort(([w1, n1], [w2, n2]) => n2 - n1 || w1 - w2).map(([warna]) => warna);
  const pilihan = urut.slice(0, 256);
  const nomor = new Map(pilihan.map((warna, i) => [warna, i]));
  for (const warna of urut.slice(256)) nomor.set(warna, terdekat(warna, pilihan));

  const baris = Buffer.alloc((lebar + 1) * tinggi);
  for (let p = 0; p < lebar * tinggi; p += 1) {
    baris[Math.floor(p / lebar) * (lebar + 1) + 1 + (p % lebar)] = nomor.get(titik.readUInt32BE(p * 4));
  }
  const daftar = Buffer.alloc(pilihan.length * 3);
  pilihan.forEach((warna, i) => daftar.writeUIntBE(warna >>> 8, i * 3, 3));
  return tulis(lebar, tinggi, baris, daftar);
}

function terdekat(warna, pilihan) {
  const jarak = (lain) =>
    [24, 16, 8].reduce((d, geser) => d + (((warna >>> geser) & 0xff) - ((lain >>> geser) & 0xff)) ** 2, 0);
  let kecil = 0;
  for (let i = 1; i < pilihan.length; i += 1) if (jarak(pilihan[i]) < jarak(pilihan[kecil])) kecil = i;
  return kecil;
}

function tulis(lebar, tinggi, baris, daftar) {
  const kepala = Buffer.alloc(13);
  kepala.writeUInt32BE(lebar, 0);
  kepala.writeUInt32BE(tinggi, 4);
  kepala[8] = 8;
  kepala[9] = 3;
  return Buffer.concat([
    TANDA,
    potongan('IHDR', kepala),
    potongan('PLTE', daftar),
    potongan('IDAT', deflateSync(baris, { level: 9 })),
    potongan('IEND', Buffer.alloc(0)),
  ]);
}

function potongan(jenis, isi) {
  const badan = Buffer.concat([Buffer.from(jenis, 'latin1'), isi]);
  const [panjang, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  panjang.writeUInt32BE(isi.length);
  crc.writeUInt32BE(crc32(badan) >>> 0);
  return Buffer.concat([panjang, badan, crc]);
}

// zlib.crc32 came with Node 20.15; Debian 12 has 18.
const TABEL = Int32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(isi) {
  let c = -1;
  for (const bita of isi) c = TABEL[(c ^ bita) & 0xff] ^ (c >>> 8);
  return c ^ -1;
}
