// Words and pieces of the page of field work: everything is cloned from templates, text comes from the catalogue.

const kata = Object.fromEntries([...(document.getElementById("teks")?.content.querySelectorAll("[data-t]") ?? [])].map((u) => [u.dataset.t, u.textContent]));

/** The text of a key with `{name}` filled in. */
export function t(kunci, nilai = {}) {
  return (kata[kunci] ?? kunci).replace(/\{(\w+)\}/g, (_, n) => nilai[n] ?? "");
}

/** A copy of a template. */
export const salin = (id) => document.getElementById(`t-${id}`).content.cloneNode(true);

/** The first element with `data-<nama>`. */
export const el = (akar, nama) => akar.querySelector(`[data-${nama}]`);

/** Writes text into every element with `data-<nama>`. */
export function tulis(akar, nama, teks) {
  for (const u of akar.querySelectorAll(`[data-${nama}]`)) u.textContent = teks;
}

const hari = new Intl.DateTimeFormat(document.body.dataset.bahasa || "id", { dateStyle: "medium", timeStyle: "short" });
export const waktu = (ms) => hari.format(new Date(ms));

/** Rows of a `<dl>`: pairs of label and text. */
export function pasangan(dl, isi) {
  dl.replaceChildren(...isi.flatMap(([label, teks]) => [
    Object.assign(document.createElement("dt"), { textContent: label }),
    Object.assign(document.createElement("dd"), { textContent: teks }),
  ]));
}

/** A cell, list or note as pairs of label and text, for comparing and for a file. */
export function kataIsi(jenis, isi, butir = []) {
  if (jenis === "f02") {
    const cara = (isi.cara ?? []).map((c) => t(c)).join(", ");
    return [
      [t("skor"), isi.skor === null || isi.skor === undefined ? t("tanpa-skor") : String(isi.skor)],
      [t("sumber"), [cara, isi.sumber].filter(Boolean).join("; ")],
      [t("catatan"), isi.catatan ?? ""], [t("rekomendasi"), isi.rekomendasi ?? ""],
    ];
  }
  if (jenis === "periksa") return [[t("centang"), (isi.centang ?? []).map((n) => butir[n] ?? String(n + 1)).join("; ")], [t("catatan"), isi.catatan ?? ""]];
  const tempat = isi.lintang === undefined || isi.lintang === null ? [] : [[t("posisi"), tempatnya(isi)]];
  return [[t(isi.jenis), isi.keterangan ?? ""], ...tempat];
}

export const tempatnya = (p) => t("posisi-isi", { tempat: `${(p.lintang / 1e6).toFixed(5)}, ${(p.bujur / 1e6).toFixed(5)}`, akurasi: p.akurasi });

let nomor = 0;
/** Ties labels (`data-untuk`) to fields (`data-medan`) with ids of their own. */
export function ikat(akar) {
  nomor += 1;
  for (const label of akar.querySelectorAll("[data-untuk]")) {
    const medan = akar.querySelector(`[data-medan="${label.dataset.untuk}"]`);
    medan.id = `m${nomor}-${label.dataset.untuk}`;
    label.htmlFor = medan.id;
  }
  return nomor;
}
