// Pictures of pages: always for the reader of a test run, and on request for the documents.

import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { beda, mampatkan } from './png.mjs';

const AKAR = fileURLToPath(new URL('../..', import.meta.url));
const TEMPAT = { readme: 'docs/gambar', panduan: 'docs/panduan/src/gambar' };
const DOKUMEN = { readme: '.', panduan: 'docs/panduan/src' };

/**
 * Takes a picture of the page into e2e/hasil/gambar/<nama>.png.
 *
 * With `untuk: 'readme' | 'panduan'` the picture belongs to a document: `PRIMA_GAMBAR=1` writes it
 * there, if a page of the document shows it, unless the one that is there shows the same. The viewport is the picture's size, so that
 * it stays the same however long the page grows; `penuh` takes the whole page, `elemen` a locator.
 */
export async function gambar(page, nama, { untuk, penuh = false, elemen } = {}) {
  if (untuk && !TEMPAT[untuk]) throw new Error(`no document "${untuk}": ${Object.keys(TEMPAT).join(', ')}`);
  if (!/^[a-z0-9][a-z0-9-]*$/.test(nama)) throw new Error(`picture name "${nama}": small letters, digits, hyphens`);
  await page.evaluate(() => document.fonts.ready);
  const mentah = elemen
    ? await elemen.screenshot({ animations: 'disabled', caret: 'hide' })
    : await page.screenshot({ animations: 'disabled', caret: 'hide', fullPage: penuh });
  await simpan(join(AKAR, 'e2e/hasil/gambar', `${nama}.png`), mentah);
  if (untuk && process.env.PRIMA_GAMBAR === '1' && (await dipakai(untuk, nama))) {
    await simpan(join(AKAR, TEMPAT[untuk], `${nama}.png`), mampatkan(mentah));
  }
}

/** Whether a page of the document shows the picture of this name. */
async function dipakai(untuk, nama) {
  const folder = join(AKAR, DOKUMEN[untuk]);
  const halaman = (await readdir(folder)).filter((satu) => satu.endsWith('.md'));
  const isi = await Promise.all(halaman.map((satu) => readFile(join(folder, satu), 'utf8')));
  return isi.some((teks) => teks.includes(`gambar/${nama}.png`));
}

async function simpan(jalur, isi) {
  const lama = await readFile(jalur).catch(() => null);
  if (lama && beda(lama, isi) === 0) return;
  await mkdir(dirname(jalur), { recursive: true });
  await writeFile(jalur, isi);
}
