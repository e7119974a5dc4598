// How a test file says what it tests: `peladen` once, then `uji` for each test.
//
// A file is a story told against one running program; with `rantai` its tests are steps, and after
// a failed step the others are not tried.

/** The definition of the file being loaded; the runner takes it with `ambil`. */
let berkas = baru();

function baru() {
  return { peladen: { perintah: 'demo' }, rantai: false, penuh: false, daftar: [] };
}

/** Which program the file needs: `{ perintah: 'demo' | 'serve', argumen, env }`, or a function that returns `{ alamat, berhenti }`. */
export function peladen(pilihan) {
  berkas.peladen = pilihan;
}

/** The tests of this file build on one another. */
export function rantai() {
  berkas.rantai = true;
}

/** This file needs all of Chromium, see peramban.mjs. */
export function perambanPenuh() {
  berkas.penuh = true;
}

/** One test: `uji('operator mengisi F01', async (t) => { … })`; `t` is a Kit (kit.mjs). */
export function uji(nama, fungsi) {
  berkas.daftar.push({ nama, fungsi });
}

export function ambil() {
  const selesai = berkas;
  berkas = baru();
  return selesai;
}
