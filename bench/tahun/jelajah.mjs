// Finds a page for every line of the route table: reads the lines from docs/HAK.md (which a test keeps current), follows links from the
// start pages of each role, and keeps one address for each line (and one more with a question mark). Bounded.

import { readFileSync } from "node:fs";

/** The GET lines of the route table, those with fewer placeholders first. */
export function rute(berkas = "docs/HAK.md") {
  const semua = [];
  for (const garis of readFileSync(berkas, "utf8").split("\n")) {
    const [, jalur, metode] = garis.match(/^\| `([^`]+)` \| (\S+) \|/) ?? [];
    if (metode !== "GET" || /^\/(aset|bahasa$|bantuan\/gambar)/.test(jalur)) continue;
    const bagian = jalur.split("/").map((b) => (b.startsWith("{") ? null : b));
    semua.push({ jalur, bagian, lubang: bagian.filter((b) => b === null).length });
  }
  return semua.sort((a, b) => a.lubang - b.lubang || a.jalur.localeCompare(b.jalur));
}

/** The line that serves a path: of those that fit, the one whose earliest parts are words. */
export function cocok(semua, jalur) {
  const bagian = jalur.split("/");
  let terbaik = null;
  for (const r of semua) {
    if (r.bagian.length !== bagian.length || !r.bagian.every((b, n) => b === null || b === bagian[n])) continue;
    const nilai = r.bagian.map((b) => (b === null ? "1" : "0")).join("");
    if (!terbaik || nilai < terbaik.nilai) terbaik = { nilai, r };
  }
  return terbaik?.r ?? null;
}

/** Links of a page, without those that leave it. */
function tautan(html, di) {
  const semua = [];
  for (const [, , alamat] of html.matchAll(/<(a|iframe|link rel="alternate")\s[^>]*?(?:href|src)="([^"]+)"/g)) {
    try {
      const u = new URL(alamat.replaceAll("&amp;", "&"), di);
      if (u.origin === new URL(di).origin) semua.push(u.pathname + u.search);
    } catch {
      // Not an address.
    }
  }
  return semua;
}

/**
 * Walks as one role. `awal`: where to begin besides the lines without placeholders; `minta(url, kuki)` resolves with
 * {status, tipe, teks}. Resolves with a map from a line (with "?" at its end for one with a question) to an address that answered 200.
 */
export async function jelajahi(semua, { alamat, kuki, awal, minta, batas = 1500, seBaris = 4 }) {
  const antre = [], dilihat = new Set(), coba = new Map(), dapat = new Map();
  const tambah = (jalur) => {
    const [polos, tanya] = jalur.split("?");
    const r = cocok(semua, polos);
    if (!r) return;
    const kunci = r.jalur + (tanya ? "?" : "");
    const banyak = coba.get(kunci) ?? 0;
    if (banyak >= seBaris || dilihat.has(jalur)) return;
    coba.set(kunci, banyak + 1);
    dilihat.add(jalur);
    antre.push({ jalur, kunci });
  };
  for (const j of awal) tambah(j);
  for (const r of semua) if (r.lubang === 0) tambah(r.jalur);
  for (let n = 0; antre.length > 0 && n < batas; n++) {
    const { jalur, kunci } = antre.shift();
    const j = await minta(alamat + jalur, kuki);
    if (j.status !== 200) {
      // A place for another that may answer.
      if (j.status >= 500) dapat.set(kunci, { jalur, ...j, teks: "" });
      continue;
    }
    if (!dapat.has(kunci) || dapat.get(kunci).status !== 200) dapat.set(kunci, { jalur, status: 200, tipe: j.tipe });
    if (j.tipe.startsWith("text/html")) for (const t of tautan(j.teks, alamat + jalur)) tambah(t);
  }
  return dapat;
}
