// The organiser opens a period, adds three unit lokus and proposes two evaluators.

import assert from 'node:assert/strict';

import { uji } from '../../lib/uji.mjs';
import { kisah, NAMA_PERIODE, pandang, sebagai, tekan, UNIT } from './bersama.mjs';

const LOKUS = [
  ['RSUD Kudungga', 'Pelayanan jasa', 'RSUD'],
  ['Dinas Sosial', 'Pelayanan barang', 'Dinas'],
  [UNIT, 'Pelayanan administratif', 'Kecamatan'],
];
const TAHAP = { persiapan: [1, 3], pelaksanaan: [4, 11], penyampaian: [12, 12], pemeringkatan: [12, 12] };

uji('penyelenggara membuka periode; isian salah kembali dengan semua yang diketik', async (t) => {
  t.izinkan(/422/);
  const page = await sebagai(t, 'organisasi', '/periode');
  await page.getByRole('link', { name: 'Buka periode' }).click();
  await pandang(page, 'periode-baru');
  await page.getByLabel('Tahun').fill('26');
  await tekan(page, 'Buka periode');
  await page.getByRole('alert').first().waitFor();
  assert.equal(await page.getByLabel('Tahun').inputValue(), '26');
  await pandang(page);

  await page.getByLabel('Nama periode').fill(NAMA_PERIODE);
  await page.getByLabel('Tahun').fill('2026');
  await page.locator('[name=skema][value=mandiri]').check();
  await page.locator('[name=edisi_a][value="pekppp-2022-a"]').check();
  await page.locator('[name=penyatuan][value=konsensus]').check();
  for (const [fase, [a, b]] of Object.entries(TAHAP)) {
    await page.locator(`[name=${fase}_mulai]`).fill(`2026-${String(a).padStart(2, '0')}-01`);
    await page.locator(`[name=${fase}_selesai]`).fill(`2026-${String(b).padStart(2, '0')}-28`);
  }
  await tekan(page, 'Buka periode');
  await page.getByRole('heading', { name: NAMA_PERIODE }).waitFor();
  kisah.periode = new URL(page.url()).pathname;
  await pandang(page);
});

uji('penyelenggara menambah tiga unit lokus', async (t) => {
  const page = await sebagai(t, 'organisasi', `${kisah.periode}/lokus/baru`);
  for (const [unit, cakupan, kategori] of LOKUS) {
    await page.getByRole('radio', { name: unit }).check();
    await page.getByRole('radio', { name: 'Formulir A' }).check();
    await page.getByRole('radio', { name: cakupan }).check();
    await page.getByLabel('Kategori pemeringkatan').fill(kategori);
    if (unit === UNIT) await pandang(page, 'lokus-baru');
    await tekan(page, 'Tambah unit lokus');
    await page.getByText('Unit lokus ditambahkan').waitFor();
  }
  await page.goto(kisah.periode);
  for (const [unit] of LOKUS) await page.getByRole('link', { name: unit, exact: true }).waitFor();
  kisah.lokus = await page.getByRole('link', { name: UNIT, exact: true }).getAttribute('href');
});

uji('penyelenggara mengusulkan dua evaluator', async (t) => {
  const page = await sebagai(t, 'organisasi', `${kisah.periode}/evaluator`);
  for (const nama of ['Teguh Prasetyo', 'Lia Marlina']) {
    const pilihan = page.locator('#akun option', { hasText: nama });
    await page.locator('#akun').selectOption(await pilihan.getAttribute('value'));
    for (const kotak of await page.locator('[name=lokus]').all()) await kotak.check();
    await tekan(page, 'Usulkan evaluator');
    await page.getByText('Usulan tersimpan').waitFor();
  }
  await pandang(page, 'evaluator');
});
