// The operator hands F01 over; the head submits, withdraws with a reason, and submits again.

import assert from 'node:assert/strict';

import { uji } from '../../lib/uji.mjs';
import { aspek, kisah, pandang, sebagai, tekan } from './bersama.mjs';

async function serahkan(t, catatan) {
  const page = await sebagai(t, 'operator.kecamatan', `${kisah.lokus}/f01`);
  await page.getByLabel('Catatan untuk kepala unit').fill(catatan);
  const tetap = page.locator('[name=tetap]');
  if (await tetap.count()) await tetap.check();
  await tekan(page, 'Serahkan');
  await page.getByText('F01 sudah diserahkan kepada kepala unit').waitFor();
  return page;
}

async function kirim(t, nama) {
  const page = await sebagai(t, 'kepala.kecamatan', `${kisah.lokus}/f01/pengiriman`);
  t.izinkan(/422/);
  if (nama) await pandang(page, nama);
  await tekan(page, 'Setujui dan kirim');
  await page.getByText('Centang persetujuan sebelum mengirim').first().waitFor();
  await page.getByLabel(/Saya sudah memeriksa/).check();
  await tekan(page, 'Setujui dan kirim');
  await page.getByText('F01 sudah dikirim').first().waitFor();
  return page;
}

uji('operator menyerahkan, kepala unit menyetujui dan mengirim', async (t) => {
  await serahkan(t, 'Maklumat menunggu tanda tangan.');
  const beranda = await sebagai(t, 'kepala.kecamatan', '/');
  await pandang(beranda, 'beranda-kepala');
  const page = await kirim(t, 'f01-kirim');
  await pandang(page, 'f01-terkirim');
});

uji('sesudah dikirim operator hanya dapat membaca', async (t) => {
  const page = await sebagai(t, 'operator.kecamatan', null);
  await page.goto((await aspek(page, 'f01'))[0]);
  assert.equal(await page.locator('form[data-f01]').count(), 0);
  await pandang(page);
});

uji('kepala unit menarik kembali dengan alasan, lalu mengirim lagi', async (t) => {
  t.izinkan(/422/);
  const page = await sebagai(t, 'kepala.kecamatan', `${kisah.lokus}/f01/pengiriman`);
  await tekan(page, 'Tarik kembali F01');
  await page.getByText('Tulis alasan menarik kembali').first().waitFor();
  await pandang(page);
  await page.getByLabel('Alasan menarik kembali').fill('Maklumat sudah ditandatangani, perlu dilampirkan.');
  await tekan(page, 'Tarik kembali F01');
  await page.getByText('F01 sudah ditarik kembali').waitFor();
  await serahkan(t, 'Maklumat sudah dilampirkan.');
  await kirim(t);
});
