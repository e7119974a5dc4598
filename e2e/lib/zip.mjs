// ZIP archives of a few small parts, taken apart and put together again for tests that change what is in them.

import { createHash } from 'node:crypto';
import { crc32, inflateRawSync } from 'node:zlib';

/** Bytes of each part by its name, in the order of the archive. */
export function bacaZip(b) {
  const akhir = b.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')), semua = new Map();
  let di = b.readUInt32LE(akhir + 16);
  for (let n = b.readUInt16LE(akhir + 10); n > 0; n -= 1) {
    const [cara, panjang, nama, lebih, catatan, mulai] = [b.readUInt16LE(di + 10), b.readUInt32LE(di + 20), b.readUInt16LE(di + 28), b.readUInt16LE(di + 30), b.readUInt16LE(di + 32), b.readUInt32LE(di + 42)];
    const dari = mulai + 30 + b.readUInt16LE(mulai + 26) + b.readUInt16LE(mulai + 28), isi = b.subarray(dari, dari + panjang);
    semua.set(b.toString('utf8', di + 46, di + 46 + nama), cara === 8 ? inflateRawSync(isi) : isi);
    di += 46 + nama + lebih + catatan;
  }
  return semua;
}

/** The archive of these parts, not packed. */
export function tulisZip(bagian) {
  const [isi, daftar] = [[], []];
  let di = 0;
  for (const [nama, data] of bagian) {
    const n = Buffer.from(nama), kepala = Buffer.alloc(26);
    kepala.writeUInt16LE(20, 0);
    kepala.writeUInt16LE(33, 8);
    kepala.writeUInt32LE(crc32(data), 10);
    kepala.writeUInt32LE(data.length, 14);
    kepala.writeUInt32LE(data.length, 18);
    kepala.writeUInt16LE(n.length, 22);
    const pusat = Buffer.alloc(14);
    pusat.writeUInt32LE(di, 10);
    isi.push(Buffer.from('PK\x03\x04', 'latin1'), kepala, n, data);
    daftar.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), kepala, pusat, n);
    di += 30 + n.length + data.length;
  }
  const pusat = Buffer.concat(daftar), akhir = Buffer.alloc(22);
  akhir.write('PK\x05\x06', 'latin1');
  akhir.writeUInt16LE(bagian.size, 8);
  akhir.writeUInt16LE(bagian.size, 10);
  akhir.writeUInt32LE(pusat.length, 12);
  akhir.writeUInt32LE(di, 16);
  return Buffer.concat([...isi, pusat, akhir]);
}

const urut = (v) => (Array.isArray(v) ? v.map(urut) : v && typeof v === 'object' ? Object.fromEntries(Object.keys(v).sort().map((k) => [k, urut(v[k])])) : v);
const sidik = (b) => createHash('sha256').update(b).digest('hex');

/** The parts with a manifest that `ubah` changed, signed by `kunci` (a pair of Ed25519), as a forger would. */
function tandai(bagian, kunci, sign, ubah) {
  const m = JSON.parse(bagian.get('terbitan.json')), publik = kunci.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  m.isi.instalasi.kunci_publik = publik.toString('hex');
  m.isi.instalasi.kunci = sidik(publik).slice(0, 16);
  ubah(m.isi);
  m.sidik = sidik(JSON.stringify(urut(m.isi)));
  m.tanda = sign(null, Buffer.from(`${m.format}\n${m.sidik}`), kunci.privateKey).toString('hex');
  return new Map([...bagian, ['terbitan.json', Buffer.from(JSON.stringify(urut(m)))]]);
}

/** The parts with another list of results, signed again. */
export const tandaiUlang = (bagian, hasil, kunci, sign) =>
  tandai(new Map([...bagian, ['hasil.jsonl', hasil]]), kunci, sign, (isi) => { isi.hasil.sidik = sidik(hasil); });

/** The parts with another ranking as a table, signed again. */
export const tandaiTabel = (bagian, tabel, kunci, sign) =>
  tandai(new Map([...bagian, ['lampiran/peringkat.csv', tabel]]), kunci, sign, (isi) => {
    Object.assign(isi.lampiran.find((l) => l.nama === 'peringkat.csv'), { sidik: sidik(tabel), ukuran: tabel.length });
  });
