// Exact fractions on BigInt: what a checker that is independent of the program computes with.

const fpb = (a, b) => { while (b) [a, b] = [b, a % b]; return a < 0n ? -a : a; };

export class Pecahan {
  constructor(atas, bawah = 1n) {
    if (bawah === 0n) throw new RangeError("0");
    if (bawah < 0n) [atas, bawah] = [-atas, -bawah];
    const f = fpb(atas, bawah) || 1n;
    this.atas = atas / f;
    this.bawah = bawah / f;
    Object.freeze(this);
  }

  /** "4.2896", "-3", "13/3"; null for anything else. */
  static baca(teks) {
    if (typeof teks !== "string" || teks.length > 4000) return null;
    const p = /^(-?\d+)\/(\d+)$/.exec(teks);
    if (p) return BigInt(p[2]) === 0n ? null : new Pecahan(BigInt(p[1]), BigInt(p[2]));
    const d = /^(-?)(\d+)(?:\.(\d+))?$/.exec(teks);
    if (!d) return null;
    const belakang = d[3] ?? "";
    const n = BigInt(d[2] + belakang);
    return new Pecahan(d[1] ? -n : n, 10n ** BigInt(belakang.length));
  }

  static bulat(n) { return new Pecahan(BigInt(n)); }
  tambah(x) { return new Pecahan(this.atas * x.bawah + x.atas * this.bawah, this.bawah * x.bawah); }
  kali(x) { return new Pecahan(this.atas * x.atas, this.bawah * x.bawah); }
  bagi(x) { return new Pecahan(this.atas * x.bawah, this.bawah * x.atas); }
  banding(x) { const d = this.atas * x.bawah - x.atas * this.bawah; return d < 0n ? -1 : d > 0n ? 1 : 0; }

  /** Rounded half-up to so many decimals, as a whole number of last places. */
  skala(angka) {
    const n = this.atas * 10n ** BigInt(angka) * 2n + this.bawah;
    const d = this.bawah * 2n;
    const q = n / d;
    return n % d !== 0n && n < 0n ? q - 1n : q;
  }

  tampil(angka) {
    const n = this.skala(angka);
    const digit = (n < 0n ? -n : n).toString().padStart(angka + 1, "0");
    const depan = digit.slice(0, digit.length - angka);
    return (n < 0n ? "-" : "") + depan + (angka ? `.${digit.slice(-angka)}` : "");
  }

  /** The plain decimal where it ends, otherwise "numerator/denominator". */
  toString() {
    let sisa = this.bawah, angka = 0;
    for (const f of [2n, 5n]) {
      let kali = 0;
      while (sisa % f === 0n) { sisa /= f; kali += 1; }
      angka = Math.max(angka, kali);
    }
    return sisa === 1n ? this.tampil(angka) : `${this.atas}/${this.bawah}`;
  }

  toJSON() { return this.toString(); }
}

export const jumlah = (daftar) => daftar.reduce((a, x) => a && x && a.tambah(x), Pecahan.bulat(0));

/** The mean; null when one is missing or there is none. */
export const rata = (daftar) => (daftar.length && daftar.every(Boolean) ? jumlah(daftar).bagi(Pecahan.bulat(daftar.length)) : null);
