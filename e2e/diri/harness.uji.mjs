// The harness tested on a site of ours: a check that cannot fail would be worth nothing.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { periksaAksesibel } from '../lib/aksesibel.mjs';
import { gambar } from '../lib/gambar.mjs';
import { UKURAN } from '../lib/peramban.mjs';
import { beda, mampatkan } from '../lib/png.mjs';
import { peladen, uji } from '../lib/uji.mjs';
import { mulaiSitus } from './situs.mjs';

peladen(mulaiSitus);

uji('a good page passes in all three sizes', async (t) => {
  for (const ukuran of Object.keys(UKURAN)) {
    const page = await t.buka('/masuk', { ukuran });
    assert.deepEqual(page.viewportSize(), UKURAN[ukuran]);
    await periksaAksesibel(page);
  }
});

uji('a field without a label is found', async (t) => {
  const page = await t.buka('/tanpa-label');
  await assert.rejects(periksaAksesibel(page), /axe label/);
});

uji('content wider than a phone is found, a scrolling box is not', async (t) => {
  const page = await t.buka('/lebar', { ukuran: 'ponsel' });
  await assert.rejects(periksaAksesibel(page), /px wide on a screen of 360 px: <p/);
  await page.goto('/kotak-gulir');
  await periksaAksesibel(page);
});

uji('what breaks silently is noticed', async (t) => {
  const page = await t.buka('/skrip-sebaris');
  assert.match(t.cacat().join(), /Content Security Policy/);
  assert.equal(await page.title(), 'Skrip');
  await page.goto('/galat-skrip');
  assert.match(t.cacat().join(), /exception .*sengaja/);
  await page.goto('/rusak');
  assert.match(t.cacat().join(), /answer .*500/);
  t.izinkan(/./);
  assert.deepEqual(t.cacat(), []);
});

uji('a 404 is a console error until it is expected', async (t) => {
  await t.buka('/tidak-ada');
  assert.match(t.cacat().join(), /404/);
  t.izinkan(/404/);
  assert.deepEqual(t.cacat(), []);
});

uji('logging in once serves all pages of a role', async (t) => {
  const akun = { surel: 'a@contoh.go.id', sandi: 'benar' };
  const pertama = await t.sebagai(akun);
  await pertama.getByText('sudah masuk').waitFor();
  const kedua = await t.sebagai(akun, '/', { ukuran: 'ponsel', js: false });
  await kedua.getByText('sudah masuk').waitFor();
  const tamu = await t.buka('/');
  assert.equal(await tamu.locator('#siapa').count(), 0);
});

uji('pictures look the same when compressed', async (t) => {
  const page = await t.buka('/', { ukuran: 'ponsel' });
  await gambar(page, 'harness');
  const mentah = await readFile(fileURLToPath(new URL('../hasil/gambar/harness.png', import.meta.url)));
  const mampat = mampatkan(mentah);
  assert.ok(mampat.length < mentah.length / 2, `${mampat.length} < ${mentah.length}`);
  assert.ok(beda(mentah, mampat) <= 24, `a channel differs by ${beda(mentah, mampat)}`);
  assert.equal(beda(mampat, mampatkan(mentah)), 0);
  await page.goto('/masuk');
  assert.ok(beda(mentah, await page.screenshot()) > 24);
});
