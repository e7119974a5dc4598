// What anyone can see of surveys, and the checker of reports: with and without scripts, on a phone.

import assert from 'node:assert/strict';
import { periksaAksesibel } from '../lib/aksesibel.mjs';
import { gambar } from '../lib/gambar.mjs';
import { peladen, uji } from '../lib/uji.mjs';

peladen({ perintah: 'demo' });

uji('siapa pun memeriksa laporan yang keliru', async (t) => {
  const page = await t.buka('/periksa-skm', { ukuran: 'ponsel' });
  await periksaAksesibel(page);
  await page.getByRole('link', { name: /V08/ }).click();
  await page.getByText('dibagi 10, padahal ada 9 unsur').waitFor();
  await page.getByText('89,44').first().waitFor();
  await periksaAksesibel(page);
  await gambar(page, 'periksa-skm');
});

uji('isian yang bukan angka kembali dengan salahnya, tanpa skrip', async (t) => {
  t.izinkan(/422/);
  const page = await t.buka('/periksa-skm', { ukuran: 'ponsel', js: false });
  await page.getByLabel('U1', { exact: true }).fill('tiga');
  await page.getByLabel('Nilai IKM').fill('81');
  await page.getByRole('button', { name: 'Periksa', exact: true }).click();
  assert.equal(await page.getByLabel('U1', { exact: true }).inputValue(), 'tiga');
  assert.equal(await page.getByLabel('Nilai IKM').inputValue(), '81');
});

uji('hasil yang terbit dibuka dari beranda', async (t) => {
  const page = await t.buka('/', { ukuran: 'ponsel' });
  await page.getByRole('link', { name: /^Survei kepuasan/ }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Hasil survei kepuasan masyarakat' }).waitFor();
  await periksaAksesibel(page);
});
