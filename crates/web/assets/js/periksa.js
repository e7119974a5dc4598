// Checks a result file in the visitor's own browser: hash, signature, edition, and every figure. Nothing leaves the device.
// `periksa` is also what the tests run beside the program's own check; both must agree.

import { bacaJson, kanonik, sebagaiJson } from "./periksa-kanonik.js";
import { bentukSalah, lebihBaru } from "./periksa-bentuk.js";
import { bacaNaskah } from "./periksa-naskah.js";
import { bacaEdisi, hitung } from "./periksa-hitung.js";

const FORMAT = "prima/hasil/1";
const BEDA_MAKS = 20;


const hex = (b) => [...new Uint8Array(b)].map((x) => x.toString(16).padStart(2, "0")).join("");
const bytes = (h) => (/^(?:[0-9a-fA-F]{2})*$/.test(h) ? Uint8Array.from(h.match(/../g) ?? [], (x) => parseInt(x, 16)) : new Uint8Array());
const utf8 = (t) => new TextEncoder().encode(t);
// Only a page that came over a safe line may hash and prove signatures; elsewhere that part is said to be left out.
const aman = () => globalThis.crypto?.subtle ?? null;

async function sidik(teks) {
  return aman() ? hex(await aman().digest("SHA-256", utf8(teks))) : null;
}

/** true, false, or null where this browser cannot prove it. */
async function tandaSah(publik, tanda, pesan) {
  try {
    const k = await aman().importKey("raw", bytes(publik), { name: "Ed25519" }, false, ["verify"]);
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

/** Whether the text is one that was issued under its id; null where the id is not known. */
function naskahTerbit(dikenal, edisi) {
  const [id, ini] = [edisi.get("id"), edisi.get("sidik")];
  if (!Object.hasOwn(dikenal, id)) return [null, [id]];
  return dikenal[id].includes(ini) ? [true, []] : [false, [`${id}: ${ini} / ${dikenal[id].join(", ")}`]];
}

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
    const s = await sidik(kanonik(isi));
    catat("isi", s === null ? null : s === v.get("sidik"), s === null || s === v.get("sidik") ? [] : [s, v.get("sidik")]);
    const i = isi.get("instalasi");
    const id = aman() ? hex(await aman().digest("SHA-256", bytes(i.get("kunci_publik")))) : null;
    catat("kunci", id === null ? null : id.slice(0, 16) === i.get("kunci"));
    catat("tanda", await tandaSah(i.get("kunci_publik"), v.get("tanda"), `${FORMAT}\n${s}`));
    const e = await sidik(v.get("edisi"));
    catat("edisi", e === null ? null : e === isi.get("edisi").get("sidik"));
    if (dikenal) catat("terbit", ...naskahTerbit(dikenal, isi.get("edisi")));
    catat("f03", f03Cocok(isi.get("f03")));
    const edisi = bacaEdisi(bacaNaskah(v.get("edisi")));
    if (edisi.id !== isi.get("edisi").get("id")) catat("edisi", false, [edisi.id]);
    if (isi.get("periode").get("penyatuan") !== isi.get("cara_penilai")) catat("angka", false, [isi.get("cara_penilai")]);
    const ulang = sebagaiJson(hitung(edisi, isi));
    const beda = [];
    banding("hasil", isi.get("hasil") ?? null, ulang, beda);
    catat("angka", beda.length === 0, beda.slice(0, BEDA_MAKS).map((b) => `${b.di}: ${b.tertulis} / ${b.dihitung}`));
    return { isi, ulang, butir };
  } catch (e) {
    catat("angka", false, [e.message]);
    return { isi, ulang: null, butir };
  }
}
