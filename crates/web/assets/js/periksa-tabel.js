// The ranking that goes along as a table (`lampiran/peringkat.csv`), beside the results as they were computed again: row by row, cell for cell.
// Its rows are those of the list of results in the same order, then units without a result. What is in the archive is not here.

import { Pecahan } from "./periksa-pecahan.js";

export const TABEL = "peringkat.csv";
const DI = `lampiran/${TABEL}`;
const BARIS_MAKS = 1 << 20;

/** Figures, which only a result has. */
const ANGKA = ["peringkat", "f02", "f03", "ipp", "ipp_tanpa_pembulatan", "kategori"];
/** What follows from the scores and answers. */
const HITUNG = ["f02", "f03", "ipp", "ipp_tanpa_pembulatan", "kategori", "keadaan"];
/** Whether the ministry validated a result stands in no signed text of a unit. */
const TANPA_HARAPAN = ["kode_lokus", "sementara_sampai_divalidasi"];
const JENIS_ANGKA = { nasional: "nasional", mandiri: "lokal", khusus: "nasional", pemantauan: "tidak-ada" };

/** The exact decimal where it ends, otherwise ten places without zeros at the end. */
function desimal(teks) {
  const p = Pecahan.baca(teks ?? "");
  if (!p) return "";
  const t = p.toString();
  return t.includes("/") ? p.tampil(10).replace(/0+$/, "").replace(/\.$/, "") : t;
}

/** What a cell must say: of result `isi` with its figures `h` in the place `tempat`; `contoh`: the publication is an illustration. */
const HARAPAN = {
  peringkat: ({ tempat }) => String(tempat.get("peringkat") ?? ""),
  kelompok: ({ tempat }) => tempat.get("kelompok"),
  unit: ({ isi }) => isi.get("unit").get("nama"),
  instansi: ({ isi }) => isi.get("instansi").get("nama"),
  f02: ({ h }) => desimal(h.get("f02").get("nilai")),
  f03: ({ h }) => desimal(h.get("f03").get("nilai")),
  ipp: ({ h }) => h.get("ipp")?.get("tampil") ?? "",
  ipp_tanpa_pembulatan: ({ h }) => desimal(h.get("ipp")?.get("ipp")),
  kategori: ({ h }) => h.get("ipp")?.get("kategori") ?? "",
  keadaan: ({ h }) => h.get("status"),
  tahun: ({ isi }) => String(isi.get("periode").get("tahun")),
  skema: ({ isi }) => isi.get("periode").get("skema"),
  edisi: ({ isi }) => isi.get("edisi").get("id"),
  ilustrasi: ({ contoh }) => (contoh ? "ya" : "tidak"),
  jenis_angka: ({ isi }) => JENIS_ANGKA[isi.get("periode").get("skema")],
  alasan_tanpa_berita_acara: ({ tempat }) => tempat.get("alasan_tanpa_ba") ?? "",
};

// A text that a spreadsheet would run as a formula is written with an apostrophe before it.
const sama = (ada, harap) => ada === harap || (ada.startsWith("'") && ada.slice(1) === harap);

/** Rows of a table, each as its cells: commas between them, quotes doubled inside quotes, lines that end with LF, CR or both; no empty ones. */
export async function* rekaman(alir) {
  const urai = new TextDecoder("utf-8", { fatal: true });
  let baris = [], sel = "", panjang = 0, dalam = false, tutup = false;
  const genap = () => {
    const b = [...baris, sel];
    [baris, sel, panjang, tutup] = [[], "", 0, false];
    return b;
  };
  function* makan(teks) {
    for (const h of teks) {
      panjang += 1;
      if (panjang > BARIS_MAKS) throw new SyntaxError("ada baris yang terlalu panjang");
      if (dalam) {
        if (h === '"') [dalam, tutup] = [false, true];
        else sel += h;
      } else if (h === '"' && tutup) {
        sel += h;
        [dalam, tutup] = [true, false];
      } else if (h === '"' && sel === "") {
        dalam = true;
      } else if (h === ",") {
        baris.push(sel);
        [sel, tutup] = ["", false];
      } else if (h === "\n" || h === "\r") {
        if (panjang > 1) yield genap();
        else panjang = 0;
      } else {
        sel += h;
        tutup = false;
      }
    }
  }
  for await (const potong of alir) yield* makan(urai.decode(potong, { stream: true }));
  yield* makan(urai.decode());
  if (panjang) yield genap();
}

export class Sanding {
  /** `alir`: the bytes of the table; `contoh`: whether the publication is an illustration; `catat(sah, rinci)` takes what is found. */
  constructor(alir, contoh, catat) {
    Object.assign(this, { rekaman: rekaman(alir), contoh, catat, nomor: 0, kolom: null, henti: false });
  }

  #salah(apa) { this.catat(false, [`${DI} baris ${this.nomor}: ${apa}`]); }

  /** The heading. */
  async buka() {
    const kepala = await this.#baca();
    if (!kepala?.includes("kode_lokus")) {
      this.henti = true;
      return this.catat(false, [`${DI}: kolom kode_lokus tidak ada, jadi isinya tidak dapat dibandingkan`]);
    }
    this.kolom = kepala;
    for (const [n, k] of kepala.entries()) {
      if (kepala.indexOf(k) !== n) this.catat(false, [`${DI}: kolom ${k} ada dua kali`]);
      else if (!Object.hasOwn(HARAPAN, k) && !TANPA_HARAPAN.includes(k)) this.catat(null, [`${DI}: kolom ${k} tidak dapat dibandingkan dengan hasil`]);
    }
    return undefined;
  }

  /** The next row; null at the end, and where the table cannot be read. */
  async #baca() {
    if (this.henti) return null;
    this.nomor += 1;
    let isi;
    try {
      const { done, value } = await this.rekaman.next();
      isi = done ? undefined : value;
    } catch (e) {
      // Not a text, or too long; a part that cannot be unpacked is told by who reads the archive.
      if (!(e instanceof TypeError || e instanceof SyntaxError)) throw e;
      isi = null;
    }
    if (isi === undefined) return null;
    if (isi && (!this.kolom || isi.length === this.kolom.length)) return isi;
    this.henti = true;
    this.#salah("tidak dapat dibaca, atau banyaknya sel lain dari kepalanya");
    return null;
  }

  #sel(baris, kolom) { return baris[this.kolom.indexOf(kolom)] ?? ""; }

  /**
   * Compares the next row with the next result: its content, the figures as computed (null where they could not be), and its place, with whether
   * the rank in it is the computed one. Whatever was found wrong there already is not told once more.
   */
  async maju(isi, h, tempat, benar) {
    if (this.henti) return;
    const kode = isi.get("lokus").get("kode"), baris = await this.#baca();
    if (this.henti) return;
    const ada = baris ? this.#sel(baris, "kode_lokus") : "";
    if (!sama(ada, kode)) {
      this.henti = true;
      this.#salah(`seharusnya unit ${kode} seperti urutan hasil.jsonl, tertulis "${ada}"; baris sesudahnya tidak dibandingkan`);
      return;
    }
    for (const [n, kolom] of this.kolom.entries()) {
      if (!Object.hasOwn(HARAPAN, kolom) || (!benar && kolom === "peringkat") || (!h && HITUNG.includes(kolom))) continue;
      const harap = HARAPAN[kolom]({ isi, h, tempat, contoh: this.contoh });
      if (harap === undefined || sama(baris[n], harap)) continue;
      // A name may have been changed since the result was frozen.
      if (kolom === "unit" || kolom === "instansi") this.catat(null, [`${DI} baris ${this.nomor}: ${kolom} "${baris[n]}", yang ditandatangani "${harap}"`]);
      else this.#salah(`${kode}: kolom ${kolom} tertulis "${baris[n]}", dihitung ulang "${harap}"`);
    }
  }

  /** What stands below the results are units without one: no figure, and none of the results (`lokus`) once more. */
  async selesai(lokus) {
    for (let b = await this.#baca(); b; b = await this.#baca()) {
      const kode = this.#sel(b, "kode_lokus");
      if (lokus.has(kode)) this.#salah(`unit ${kode} ada dua kali`);
      else if (ANGKA.some((k) => this.#sel(b, k) !== "")) this.#salah(`unit ${kode} tidak ada di hasil.jsonl, padahal di sini ada angkanya`);
    }
  }
}
