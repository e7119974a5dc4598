// The order of a publication computed again: categories by name, each from rank 1 down by the exact IPP (ties share a rank), then results
// without an IPP; and what it comes to: how many in each category, and the mean of each instansi.

import { urut } from "./periksa-kanonik.js";
import { Pecahan } from "./periksa-pecahan.js";

/** Lines that are kept to be looked at; those beyond are checked and counted like the others. */
const SIMPAN_MAKS = 200_000;
/** Lines that one answer shows. */
const TAMPIL_MAKS = 25;

export class Urutan {
  constructor() {
    this.kelompok = null;
    this.sisa = false;
    this.lokus = new Set();
    this.diperingkat = 0;
    this.banyak = 0;
    this.baris = [];
    this.tanpa = 0;
    this.instansi = new Map();
    this.kategori = new Map();
    this.jumlahKelompok = new Map();
  }

  /** Takes the next result; `ulang`: its figures as computed, or null. Gives what is wrong with its place, or null. */
  maju(isi, tempat, ulang) {
    const kode = isi.get("lokus").get("kode"), kelompok = tempat.get("kelompok"), peringkat = tempat.get("peringkat") ?? null;
    const akhir = ulang?.get("ipp") ?? null, ipp = akhir && Pecahan.baca(akhir.get("ipp"));
    this.#ringkas(isi, kelompok, akhir, ipp);
    if (this.lokus.has(kode)) return "unit ini ada dua kali";
    this.lokus.add(kode);
    if (!ipp) {
      this.sisa = true;
      return peringkat === null ? null : `peringkat ${peringkat}, padahal tidak ada IPP`;
    }
    if (this.sisa || (this.kelompok !== null && urut(this.kelompok, kelompok) > 0)) return "urutannya bukan menurut kategori dan peringkat";
    if (this.kelompok !== kelompok) [this.kelompok, this.banyak, this.terakhir] = [kelompok, 0, null];
    this.banyak += 1;
    const d = this.terakhir ? this.terakhir.ipp.banding(ipp) : 1;
    if (d < 0) return "IPP lebih tinggi dari unit di atasnya";
    const harap = d === 0 ? this.terakhir.peringkat : BigInt(this.banyak);
    this.terakhir = { ipp, peringkat: harap };
    this.#simpan(isi, kelompok, harap, akhir);
    if (peringkat === harap) return null;
    return peringkat === null ? `tidak ada peringkat tertulis, dihitung ulang ${harap}` : `peringkat tertulis ${peringkat}, dihitung ulang ${harap}`;
  }

  #ringkas(isi, kelompok, akhir, ipp) {
    const tambah = (m, k) => m.set(k, (m.get(k) ?? 0) + 1);
    if (!ipp) {
      this.tanpa += 1;
      return;
    }
    this.diperingkat += 1;
    tambah(this.kategori, akhir.get("kategori"));
    tambah(this.jumlahKelompok, kelompok);
    const i = isi.get("instansi"), edisi = isi.get("edisi").get("id"), k = `${edisi}\n${i.get("kode")}`;
    const r = this.instansi.get(k) ?? { kode: i.get("kode"), nama: i.get("nama"), edisi, unit: 0, jumlah: Pecahan.bulat(0) };
    r.unit += 1;
    r.jumlah = r.jumlah.tambah(ipp);
    this.instansi.set(k, r);
  }

  #simpan(isi, kelompok, peringkat, akhir) {
    if (this.baris.length >= SIMPAN_MAKS) return;
    this.baris.push({ peringkat: Number(peringkat), kelompok, unit: isi.get("unit").get("nama"), instansi: isi.get("instansi").get("nama"),
      ipp: akhir.get("tampil"), kategori: akhir.get("kategori") });
  }

  #ketemu(teks) {
    const t = teks.trim().toLowerCase(), ada = (x) => x.toLowerCase().includes(t);
    return t ? this.baris.filter((b) => ada(b.unit) || ada(b.instansi) || ada(b.kelompok)) : this.baris;
  }

  /** Ranked lines whose unit, instansi or category holds the text: the first ones, and how many there are. */
  cari(teks) {
    const cocok = this.#ketemu(teks);
    return { baris: cocok.slice(0, TAMPIL_MAKS), banyak: cocok.length };
  }

  /** The instansi of these lines with their mean: by edition, highest first. */
  cariInstansi(teks) {
    const ikut = teks.trim() ? new Set(this.#ketemu(teks).map((b) => b.instansi)) : null;
    this.urutInstansi ??= [...this.instansi.values()]
      .map((r) => ({ ...r, rata: r.jumlah.bagi(Pecahan.bulat(r.unit)) }))
      .sort((a, b) => urut(a.edisi, b.edisi) || b.rata.banding(a.rata) || urut(a.nama, b.nama))
      .map(({ rata: x, nama, edisi, unit }) => ({ nama, edisi, unit, ipp: x.tampil(2), tepat: x.toString() }));
    const cocok = ikut ? this.urutInstansi.filter((r) => ikut.has(r.nama)) : this.urutInstansi;
    return { baris: cocok.slice(0, TAMPIL_MAKS), banyak: cocok.length };
  }

  /** Counts: results with and without an IPP, by category of quality and by category of service. */
  ringkas() {
    const pasangan = (m) => [...m].sort((a, b) => urut(a[0], b[0]));
    return { diperingkat: this.diperingkat, tanpa: this.tanpa, kategori: pasangan(this.kategori), kelompok: pasangan(this.jumlahKelompok),
      dipotong: this.diperingkat > this.baris.length };
  }
}
