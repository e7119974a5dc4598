// Checking a published result in the visitor's own browser, with its signature; a file with one changed digit; the signed file of
// the period and the keys.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { periksaAksesibel } from '../lib/aksesibel.mjs';
import { gambar } from '../lib/gambar.mjs';
import { peladen, uji } from '../lib/uji.mjs';

peladen({ perintah: 'demo' });

async function keUnit(page) {
  await page.goto(new URL('/hasil', page.url()).href);
  await page.locator('main a[href^="/hasil/"]').first().click();
  await page.locator('main table a[href^="/hasil/"]').first().click();
  await page.getByRole('link', { name: 'Periksa di peramban Anda' }).click();
}

uji('hasil yang terbit dihitung ulang di peramban, tanda tangannya juga', async (t) => {
  const page = await t.buka('/hasil', { ukuran: 'ponsel' });
  await keUnit(page);
  await page.getByRole('button', { name: 'Periksa hasil ini' }).click();
  await page.locator('[data-putusan]').waitFor();
  assert.equal(await page.locator('[data-hasil]').getAttribute('data-putusan'), 'sah', await page.locator('[data-hasil]').innerText());
  assert.deepEqual(await page.locator('[data-apa][data-sah]').evaluateAll((b) => b.map((x) => `${x.dataset.apa} ${x.dataset.sah}`)),
    ['berkas', 'isi', 'kunci', 'tanda', 'edisi', 'f03', 'angka'].map((x) => `${x} true`));
  await periksaAksesibel(page);
  await gambar(page, 'periksa-peramban');
});

uji('berkas yang satu angkanya berubah ditolak dengan nama kesalahannya', async (t) => {
  const page = await t.buka('/hasil');
  await keUnit(page);
  const alamat = await page.locator('#periksa').getAttribute('data-berkas');
  const asli = await page.evaluate(async (a) => (await fetch(a)).text(), alamat);
  const jalur = join(tmpdir(), `prima-ubah-${process.pid}.json`);
  const ubah = asli.replace(/"tampil":"(\d)\.(\d)(\d)"/, (_, a, b, c) => `"tampil":"${a}.${b}${(Number(c) + 1) % 10}"`);
  assert.notEqual(ubah, asli);
  await writeFile(jalur, ubah);
  await page.goto(new URL('/periksa', page.url()).href);
  await page.locator('#berkas').setInputFiles(jalur);
  await page.locator('[data-putusan="salah"]').waitFor();
  for (const apa of ['isi', 'tanda', 'angka']) assert.equal(await page.locator(`li[data-apa="${apa}"]`).getAttribute('data-sah'), 'false', apa);
  await periksaAksesibel(page);
});

uji('berkas terbitan satu periode diunduh, kuncinya terbaca', async (t) => {
  const page = await t.buka('/hasil', { ukuran: 'ponsel' });
  await page.locator('main a[href^="/hasil/"]').first().click();
  await page.getByRole('link', { name: 'Lihat berkas terbitan' }).click();
  for (let n = 0; n < 30 && !(await page.getByRole('link', { name: 'Unduh versi 1' }).count()); n += 1) {
    await page.waitForTimeout(500);
    await page.reload();
  }
  await periksaAksesibel(page);
  const [unduhan] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Unduh versi 1' }).click()]);
  const isi = await readFile(await unduhan.path());
  assert.equal(isi.subarray(0, 2).toString(), 'PK');
  await gambar(page, 'berkas-terbitan');
  await page.goto(new URL('/kunci', page.url()).href);
  await periksaAksesibel(page);
  await gambar(page, 'kunci');
});
