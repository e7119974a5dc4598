// Preparing: a unit is fetched as JSON and kept, with evidence up to the size the person chose; page, styles and scripts of field
// work are kept by the service worker's cache. Used by the list online and by the page of work itself.

import { ambil, hapusBekal, kunciBekal, semuaBekal, taruh } from "./lapangan-basis.js";

export const UNIT_MAKS = 10;
const BERKAS_MAKS = 60 * 1024 * 1024;
export const WADAH = "prima-lapangan-1";

/** Keeps the page of work. `false` where the browser cannot (no https, private window). */
export async function simpanHalaman() {
  if (!navigator.serviceWorker || !globalThis.caches) return false;
  try {
    await navigator.serviceWorker.register("/lapangan/sw.js", { scope: "/lapangan/" });
    const r = await fetch("/lapangan/kerja", { cache: "no-store" });
    if (!r.ok || r.redirected) return false;
    const html = await r.clone().text();
    const wadah = await caches.open(WADAH);
    const berkas = [...html.matchAll(/(?:href|src)="(\/aset\/[^"#]+)/g)].map((m) => m[1]);
    for (const url of new Set(berkas)) {
      const isi = (await wadah.match(url)) ?? (await fetch(url, { cache: "force-cache" }));
      if (!isi.ok) return false;
      await wadah.put(url, isi.clone());
    }
    await wadah.put("/lapangan/kerja", r);
    for (const lama of await wadah.keys()) {
      const { pathname } = new URL(lama.url);
      if (pathname.startsWith("/aset/") && !berkas.includes(pathname)) await wadah.delete(lama);
    }
    await navigator.storage?.persist?.();
    return true;
  } catch {
    return false;
  }
}

/** Fetches and keeps one unit. `batas`: largest piece of evidence to take along in bytes, 0 for names only.
 *  Throws an Error whose message is "maks", "penuh", or the server's words. */
export async function siapkan(lokus, batas, maju = () => {}) {
  const r = await fetch(`/lapangan/bekal/${lokus}`, { cache: "no-store", redirect: "error", headers: { accept: "application/json" } });
  const b = (r.headers.get("content-type") ?? "").includes("json") ? await r.json() : {};
  if (!r.ok || b.lokus !== lokus) throw new Error(b.pesan ?? "gagal");
  const kunci = kunciBekal(b.akun, lokus);
  const ada = await semuaBekal();
  if (!ada.some((x) => x.kunci === kunci) && ada.length >= UNIT_MAKS) throw new Error("maks");
  try {
    await hapusBekal(b.akun, lokus);
    await taruh("bekal", { ...b, kunci, batas });
    await taruh("keadaan", { nama: "siapa", akun: b.akun });
    localStorage.setItem("prima:lapangan", "1");
    await bawaBerkas(b, kunci, batas, maju);
  } catch (galat) {
    if (galat?.name === "QuotaExceededError") throw new Error("penuh", { cause: galat });
    throw galat;
  }
  return b;
}

async function bawaBerkas(b, kunci, batas, maju) {
  if (!batas) return;
  const semua = b.bagian.flatMap((x) => x.indikator).flatMap((i) => i.bukti).filter((x) => !x.tautan && x.ukuran <= batas);
  let jumlah = 0;
  for (const [n, x] of semua.entries()) {
    maju(n + 1, semua.length);
    if (jumlah + x.ukuran > BERKAS_MAKS) continue;
    const r = await fetch(x.jalur, { redirect: "error" }).catch(() => null);
    if (!r?.ok) continue;
    const blob = await r.blob();
    jumlah += blob.size;
    await taruh("berkas", { kunci: `${kunci}:${x.id}`, blob });
  }
}

/** A piece of evidence that was taken along. */
export const berkas = async (b, id) => (await ambil("berkas", `${b.kunci}:${id}`))?.blob;
