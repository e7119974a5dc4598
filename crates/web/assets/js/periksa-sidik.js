// SHA-256 (FIPS 180-4) of what comes piece by piece, and the CRC-32 of ZIP: the browser's own hash wants everything at once, and a
// publication of the nation is larger than memory.

const prima = (banyak) => {
  const p = [];
  for (let n = 2; p.length < banyak; n += 1) if (p.every((q) => n % q)) p.push(n);
  return p;
};
const pecahan32 = (x) => ((x - Math.floor(x)) * 2 ** 32) | 0;
const K = Int32Array.from(prima(64), (p) => pecahan32(Math.cbrt(p)));
const AWAL = Int32Array.from(prima(8), (p) => pecahan32(Math.sqrt(p)));

export class Sidik {
  constructor() {
    this.h = AWAL.slice();
    this.w = new Int32Array(64);
    this.sisa = new Uint8Array(64);
    this.isi = 0;
    this.panjang = 0;
  }

  tambah(bytes) {
    let i = 0;
    this.panjang += bytes.length;
    if (this.isi) {
      i = Math.min(64 - this.isi, bytes.length);
      this.sisa.set(bytes.subarray(0, i), this.isi);
      this.isi += i;
      if (this.isi < 64) return this;
      this.blok(this.sisa, 0);
      this.isi = 0;
    }
    for (; i + 64 <= bytes.length; i += 64) this.blok(bytes, i);
    this.sisa.set(bytes.subarray(i));
    this.isi = bytes.length - i;
    return this;
  }

  blok(b, di) {
    const { h, w } = this;
    for (let n = 0; n < 16; n += 1, di += 4) w[n] = (b[di] << 24) | (b[di + 1] << 16) | (b[di + 2] << 8) | b[di + 3];
    for (let n = 16; n < 64; n += 1) {
      const x = w[n - 15], y = w[n - 2];
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[n] = (w[n - 16] + s0 + w[n - 7] + s1) | 0;
    }
    let a = h[0], c = h[1], d = h[2], e = h[3], f = h[4], g = h[5], i = h[6], j = h[7];
    for (let n = 0; n < 64; n += 1) {
      const s1 = ((f >>> 6) | (f << 26)) ^ ((f >>> 11) | (f << 21)) ^ ((f >>> 25) | (f << 7));
      const t1 = (j + s1 + ((f & g) ^ (~f & i)) + K[n] + w[n]) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & c) ^ (a & d) ^ (c & d))) | 0;
      j = i; i = g; g = f; f = (e + t1) | 0; e = d; d = c; c = a; a = (t1 + t2) | 0;
    }
    h[0] += a; h[1] += c; h[2] += d; h[3] += e; h[4] += f; h[5] += g; h[6] += i; h[7] += j;
  }

  /** Lower-case hex; nothing may be added afterwards. */
  selesai() {
    const panjang = this.panjang, akhir = new Uint8Array(this.isi < 56 ? 64 - this.isi : 128 - this.isi);
    akhir[0] = 0x80;
    const v = new DataView(akhir.buffer);
    v.setUint32(akhir.length - 8, Math.floor(panjang / 2 ** 29));
    v.setUint32(akhir.length - 4, (panjang * 8) >>> 0);
    this.tambah(akhir);
    return [...this.h].map((x) => (x >>> 0).toString(16).padStart(8, "0")).join("");
  }
}

/** SHA-256 (hex) of bytes that are in memory. */
export const sidikBytes = (bytes) => new Sidik().tambah(bytes).selesai();

const TABEL = Int32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  return c;
});

/** Goes on from `crc`, which begins as -1; the sum is `~crc >>> 0`. */
export function crc32(crc, bytes) {
  for (let n = 0; n < bytes.length; n += 1) crc = (crc >>> 8) ^ TABEL[(crc ^ bytes[n]) & 255];
  return crc;
}
