// Publication by the person in charge, then what everybody sees: results, ranking, the history of the instansi.

import assert from 'node:assert/strict';

import { gambar } from '../../lib/gambar.mjs';
import { uji } from '../../lib/uji.mjs';
import { kisah, NAMA_PERIODE, pandang, sebagai, tekan, UNIT } from './bersama.mjs';

uji('sebelum terbit, umum tidak melihatnya', async (t) => {
  const page = await t.buka('/hasil');
  assert.equal(await page.getByText(NAMA_PERIODE).count(), 0);
});

uji('penanggungjawab menerbitkan', async (t) => {
  const page = await sebagai(t, 'sekda', kisah.periode);
  await page.getByRole('link', { name: 'Peringkat', exact: true }).click();
  await pandang(page);
  await page.getByRole('link', { name: 'Penerbitan hasil' }).click();
  await pandang(page, 'penerbitan');
  await page.getByRole('link', { name: 'Periksa, lalu terbitkan' }).click();
  await page.getByText('Belum ada yang diterbitkan').waitFor();
  await page.getByRole('rowheader', { name: UNIT }).waitFor();
  await pandang(page, 'penerbitan-konfirmasi');
  await page.locator('#terbitkan').click();
  await page.getByText('Hasil diterbitkan dan dapat dibaca siapa pun').waitFor();
  await pandang(page);
});

uji('hasil dan peringkat dibaca siapa pun, juga di ponsel tanpa JavaScript', async (t) => {
  const page = await t.buka('/hasil', { ukuran: 'ponsel', js: false });
  await page.getByRole('link', { name: NAMA_PERIODE }).first().click();
  await page.getByRole('link', { name: UNIT }).first().click();
  await page.getByText(kisah.ipp).first().waitFor();

  const layar = await t.buka(new URL(page.url()).pathname);
  await pandang(layar, 'publik-hasil');
  await gambar(layar, 'hasil-publik', { untuk: 'readme' });
  await layar.goto('/peringkat');
  await pandang(layar, 'publik-peringkat');
  await layar.goto('/instansi');
  await pandang(layar);
});

uji('riwayat instansi: nilai yang pernah diumumkan dengan sumbernya', async (t) => {
  const page = await t.buka('/hasil?cari=Jember');
  await page.getByRole('link', { name: /Jember/ }).first().click();
  await page.getByText('Dikutip dari sumber terbuka').first().waitFor();
  assert.ok((await page.getByText('4,62').count()) > 0, 'the published value of 2024');
  await pandang(page, 'publik-instansi');
  const kutim = await t.buka('/hasil?cari=Kutai Timur');
  await kutim.locator('a[href^="/instansi/"]').first().click();
  await kutim.getByText('Hasil evaluasi dengan Prima').first().waitFor();
  await pandang(kutim);
});

uji('rantai unit selesai', async (t) => {
  const page = await sebagai(t, 'organisasi', kisah.lokus);
  await page.getByText(/Semua langkah selesai|Evaluasi selesai/).waitFor();
  await pandang(page, 'lokus');
  await gambar(page, 'lokus', { untuk: 'readme' });
  await page.goto(kisah.periode);
  await pandang(page, 'periode');
});
