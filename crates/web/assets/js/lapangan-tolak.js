// What the server did not take: it stays on the phone, can be saved as a file, handed to the organiser as a note, sent again, and
// is deleted only at a press.

import { idBaru } from "./lapangan-basis.js";
import { buangAntre, cobaLagi, isiAntre, titipkan } from "./lapangan-kirim.js";
import { el, kataIsi, salin, t, tulis, waktu } from "./lapangan-unsur.js";

/** Draws the notice for one unit into `wadah`; nothing when nothing was refused. `bekal` may be gone from the phone. */
export function tampilkanTolak(wadah, { akun, lokus, unit, bekal, antre, ubah }) {
  const ditolak = antre.filter((a) => a.akun === akun && a.lokus === lokus && a.keadaan === "ditolak");
  if (!ditolak.length) return wadah.replaceChildren();
  const isi = salin("tolak");
  const alasan = sebab(ditolak);
  tulis(isi, "alasan", alasan);
  const kata = ditolak.map((a) => ({ jenis: a.jenis, indikator: label(a), isi: kataIsi(a.jenis, isiAntre(a), butir(bekal, a)), perangkat: a.perangkat }));
  el(isi, "butir").replaceChildren(...kata.map((k) => Object.assign(document.createElement("li"), { textContent: `${k.indikator}: ${k.isi.map(([, x]) => x).filter(Boolean).join(" · ")}` })));
  const jadi = el(isi, "jadi");
  el(isi, "berkas").addEventListener("click", () => unduh(unit, kata, ditolak));
  el(isi, "lagi").addEventListener("click", async () => { await cobaLagi(akun, lokus); await ubah({ kirim: true }); });
  // The same press twice hands in one note: the id is that of what is handed in.
  const id = idBaru();
  el(isi, "titip").addEventListener("click", async () => {
    const salah = await titipkan(lokus, id, alasan, kata);
    jadi.textContent = salah ? `${t("titip-gagal")} ${salah === "gagal" ? "" : salah}` : t("titip-jadi");
  });
  el(isi, "hapus").addEventListener("click", async () => {
    if (!confirm(t("hapus-tolak-tanya"))) return;
    for (const a of ditolak) await buangAntre(a.op);
    await ubah();
  });
  return wadah.replaceChildren(isi);
}

const label = (a) => (a.kode ? `${a.kode} ${a.nama}` : t("umum"));
const butir = (bekal, a) => (a.jenis === "periksa" ? bekal?.bagian.flatMap((b) => b.indikator).find((i) => i.kode === a.kode)?.periksa[a.daftar] : []);

function sebab(ditolak) {
  const kata = ditolak.map((a) => (a.alasan === "penugasan" ? t("tolak-penugasan") : (a.pesan ?? t("tolak-lain"))));
  return [...new Set(kata)].join(" ");
}

// One page that any browser opens, with the photos in it: nothing else is needed to read it.
async function unduh(unit, kata, ditolak) {
  const aman = (teks) => String(teks).replace(/[&<>"]/g, (h) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[h]);
  let html = `<!doctype html><meta charset="utf-8"><title>${aman(unit)}</title><h1>${aman(unit)}</h1>`;
  for (const [n, k] of kata.entries()) {
    html += `<h2>${aman(k.indikator)}</h2><p>${aman(waktu(k.perangkat))}</p><dl>${k.isi.map(([l, i]) => `<dt>${aman(l)}</dt><dd>${aman(i)}</dd>`).join("")}</dl>`;
    const { blob } = ditolak[n];
    if (blob) html += blob.type.startsWith("image/") ? `<img alt="" src="${await dataUrl(blob)}">` : `<audio controls src="${await dataUrl(blob)}"></audio>`;
  }
  const url = URL.createObjectURL(new Blob([html], { type: "text/html" }));
  Object.assign(document.createElement("a"), { href: url, download: `lapangan-${unit.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.html` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

const dataUrl = (blob) => new Promise((jadi, gagal) => {
  const r = new FileReader();
  r.onload = () => jadi(r.result);
  r.onerror = () => gagal(r.error);
  r.readAsDataURL(blob);
});
