// Checks a result file in the visitor's own browser: hash, signature, edition, and every figure. Nothing leaves the device.
// `periksa` is also what the tests run beside the program's own check; both must agree.

import { bacaJson, kanonik, sebagaiJson } from "./periksa-kanonik.js";
import { bentukSalah, lebihBaru } from "./periksa-bentuk.js";
import { bacaNaskah } from "./periksa-naskah.js";
import { bacaEdisi, hitung } from "./periksa-hitung.js";
import { sidikBytes } from "./periksa-sidik.js";

const FORMAT = "prima/hasil/1";
export const BEDA_MAKS = 20;

const hex = (b) => [...new Uint8Array(b)].map((x) => x.toString(16).padStart(2, "0")).join("");
const bytes = (h) => (/^(?:[0-9a-fA-F]{2})*$/.test(h) ? Uint8Array.from(h.match(/../g) ?? [], (x) => parseInt(x, 16)) : new Uint8Array());
const utf8 = (t) => new TextEncoder().encode(t);
// Only a page that came over a safe line may prove signatures; elsewhere that part is said to be left out.
const aman = () => globalThis.crypto?.subtle ?? null;

/** SHA-256 (hex) of bytes or of a text. */
export async function sidik(isi) {
  const b = typeof isi === "string" ? utf8(isi) : isi;
  return aman() ? hex(await aman().digest("SHA-256", b)) : sidikBytes(b);
}

// Most results of a file are signed with one key.
let kunciTerakhir = ["", null];
async function kunciDari(publik) {
  if (kunciTerakhir[0] !== publik) kunciTerakhir = [publik, await aman().importKey("raw", bytes(publik), { name: "Ed25519" }, false, ["verify"])];
  return kunciTerakhir[1];
}

/** true, false, or null where this browser cannot prove it. */
async function tandaSah(publik, tanda, pesan) {
  try {
    const k = await kunciDari(publik);
    return await aman().verify({ name: "Ed25519" }, k, bytes(tanda), utf8(pesan));
  } catch (e) {
    return e?.name === "NotSupportedError" || !aman() ? null : false;
  }
}

function banding(di, ada, ulang, beda) {
  if (ada instanceof Map && ulang instanceof Map) {
    for (const k of new Set([...ada.keys(), ...ulang.keys()])) banding(`${di}.${k}`, ada.get(k) ?? null, ulang.get(k) ?? null, beda);
  } else if (Array.isArray(ada) && Array.isArray(ulang) && ada.length === ulang.length) {
    ada.forEach((x, n) => banding(`${di}[${ulang[n]?.get?.("kode") ?? ulang[n]?.get?.("kunci") ?? n}]`, x, ulang[n], beda));
  } else if (kanonik(ada) !== kanonik(ulang)) {
    beda.push({ di, tertulis: kanonik(ada), dihitung: kanonik(ulang) });
  }
}

/**
 * Whether the text that the result names (its SHA-256 `disebut`), and the one that came along (`ada`), are issued under the id; null where
 * the id is not known.
 */
export function naskahTerbit(dikenal, id, disebut, ada) {
  if (!Object.hasOwn(dikenal, id)) return [null, [id]];
  const lain = [...new Set([disebut, ada])].filter((s) => !dikenal[id].includes(s));
  return lain.length ? [false, lain.map((s) => `${id}: ${s} / ${dikenal[id].join(", ")}`)] : [true, []];
}

/** The text of an edition read once for all that use it; `galat` says what is wrong with it. */
export async function naskahEdisi(teks) {
  const n = { sidik: await sidik(teks), edisi: null, galat: null };
  try {
    n.edisi = bacaEdisi(bacaNaskah(teks));
  } catch (e) {
    n.galat = e.message;
  }
  return n;
}

/** The three lines on what is signed: `isi`, `kunci`, `tanda`. `v`: an envelope of the kind `format`. Gives the hash of its content. */
export async function periksaAmplop(v, format, catat) {
  const isi = v.get("isi"), s = await sidik(kanonik(isi)), i = isi.get("instalasi");
  catat("isi", s === v.get("sidik"), s === v.get("sidik") ? [] : [s, v.get("sidik")]);
  catat("kunci", (await sidik(bytes(i.get("kunci_publik")))).slice(0, 16) === i.get("kunci"));
  catat("tanda", await tandaSah(i.get("kunci_publik"), v.get("tanda"), `${format}\n${s}`));
  return s;
}

/** What one result says against what follows from its scores and answers; `naskah` as `naskahEdisi` gives it. Gives the figures. */
export function periksaAngka(isi, naskah, catat) {
  catat("f03", f03Cocok(isi.get("f03")));
  if (!naskah.edisi) throw new SyntaxError(naskah.galat);
  if (naskah.edisi.id !== isi.get("edisi").get("id")) catat("edisi", false, [naskah.edisi.id]);
  if (isi.get("periode").get("penyatuan") !== isi.get("cara_penilai")) catat("angka", false, [isi.get("cara_penilai")]);
  const ulang = sebagaiJson(hitung(naskah.edisi, isi)), beda = [];
  banding("hasil", isi.get("hasil") ?? null, ulang, beda);
  catat("angka", beda.length === 0, beda.slice(0, BEDA_MAKS).map((b) => `${b.di}: ${b.tertulis} / ${b.dihitung}`));
  return ulang;
}

export { FORMAT };

function f03Cocok(f) {
  const r = f.get("ringkas"), sebaran = f.get("sebaran");
  const jumlah = (a) => a.reduce((x, y) => x + y, 0n);
  if (f.get("daring") + f.get("kertas") !== r.get("responden") || sebaran.length !== r.get("jumlah_per_pernyataan").length) return false;
  return sebaran.every((s, n) => jumlah(s) === r.get("dipakai") && jumlah(s.map((x, k) => x * BigInt(k))) === r.get("jumlah_per_pernyataan")[n]);
}

/**
 * `teks`: the file. `dikenal`: ids of editions with the SHA-256 of each text that was issued under them; without it that is not asked.
 * Gives `{ isi, ulang, butir }`; each `butir` is `{ apa, sah, rinci }` with `sah` true, false or null (could not be checked here),
 * `apa` one of berkas, isi, kunci, tanda, edisi, terbit, f03, angka. `lebihBaru` is true for a file of a later program, of which nothing
 * can be said here.
 */
export async function periksa(teks, dikenal = null) {
  const butir = [];
  const catat = (apa, sah, rinci = []) => butir.push({ apa, sah, rinci });
  let v, isi;
  try {
    v = bacaJson(teks.replace(/^\uFEFF/, ""));
    isi = v.get?.("isi");
    const baru = lebihBaru(v.get?.("format"), FORMAT);
    if (baru) {
      catat("berkas", null, [baru]);
      return { isi: null, ulang: null, butir, lebihBaru: true };
    }
    if (v.get?.("format") !== FORMAT || !(isi instanceof Map)) throw new SyntaxError(`format: ${v.get?.("format") ?? "tidak ada"}`);
    const bentuk = bentukSalah(isi, BEDA_MAKS);
    catat("berkas", bentuk.length === 0, bentuk);
    if (bentuk.length) return { isi: null, ulang: null, butir };
  } catch (e) {
    catat("berkas", false, [e.message]);
    return { isi: null, ulang: null, butir };
  }
  try {
    await periksaAmplop(v, FORMAT, catat);
    const naskah = await naskahEdisi(v.get("edisi")), disebut = isi.get("edisi");
    catat("edisi", naskah.sidik === disebut.get("sidik"));
    if (dikenal) catat("terbit", ...naskahTerbit(dikenal, disebut.get("id"), disebut.get("sidik"), naskah.sidik));
    return { isi, ulang: periksaAngka(isi, naskah, catat), butir };
  } catch (e) {
    catat("angka", false, [e.message]);
    return { isi, ulang: null, butir };
  }
}
