// The report, as PDF and as XLSX of the same.

import assert from 'node:assert/strict';

import { uji } from '../../lib/uji.mjs';
import { kisah, pandang, sebagai, tekan } from './bersama.mjs';

uji('penyelenggara membuat LHE; unit mengunduhnya', async (t) => {
  const page = await sebagai(t, 'organisasi', `${kisah.lokus}/lhe`);
  await page.getByLabel('Tempat laporan').fill('Sangatta');
  await pandang(page);
  await tekan(page, 'Buat PDF dan XLSX');
  await page.getByText('LHE dibuat').waitFor();
  await pandang(page, 'lhe');

  const unit = await sebagai(t, 'operator.kecamatan', `${kisah.lokus}/lhe`);
  for (const [nama, tanda] of [['PDF', '%PDF-'], ['XLSX', 'PK']]) {
    const jalur = await unit.getByRole('link', { name: nama, exact: true }).first().getAttribute('href');
    const isi = await (await unit.request.get(jalur)).body();
    assert.equal(isi.subarray(0, tanda.length).toString(), tanda);
    assert.ok(isi.length > 5_000, `${nama}: ${isi.length} bytes`);
  }
});

uji('penyelenggara diminta menyampaikan LHE; unit lalu diminta membuat rencana tindak lanjut', async (t) => {
  const page = await sebagai(t, 'organisasi', '/');
  await page.getByText('Sampaikan LHE kepada unit dan penanggungjawab').first().waitFor();
  await page.goto(kisah.lokus);
  await page.getByRole('link', { name: 'Lanjutkan' }).click();
  await page.getByRole('button', { name: 'Sampaikan LHE' }).waitFor();
  await pandang(page);
  await tekan(page, 'Sampaikan LHE');
  await page.getByText('Dokumen disampaikan').or(page.getByText('Belum dibuka')).first().waitFor();

  const unit = await sebagai(t, 'operator.kecamatan', '/');
  await unit.getByText(/Buat rencana tindak lanjut untuk/).first().waitFor();
  await pandang(unit);
  await unit.goto(kisah.lokus);
  await unit.getByRole('link', { name: 'Lanjutkan' }).click();
  await unit.waitForURL(/tindak-lanjut$/);
});
