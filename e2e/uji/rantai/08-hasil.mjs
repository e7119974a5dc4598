// The result: what is still missing, freezing, and the derivation of every figure.

import assert from 'node:assert/strict';

import { gambar } from '../../lib/gambar.mjs';
import { uji } from '../../lib/uji.mjs';
import { kisah, pandang, sebagai, tekan } from './bersama.mjs';

uji('sebelum dibekukan unit belum melihat nilainya', async (t) => {
  const page = await sebagai(t, 'operator.kecamatan', `${kisah.lokus}/hasil`);
  assert.equal(await page.locator('.hasil-ipp').count(), 0);
  await pandang(page);
});

uji('unit melihat nilai sementara dan menyatakan tidak menyanggah', async (t) => {
  const biro = await sebagai(t, 'organisasi', `${kisah.lokus}/hak-jawab`);
  await tekan(biro, 'Buka nilai sementara kepada unit');
  await biro.getByText('Nilai sementara dibuka kepada unit.').waitFor();
  const kepala = await sebagai(t, 'kepala.kecamatan', `${kisah.lokus}/hak-jawab`);
  await pandang(kepala);
  await kepala.getByLabel('Unit sudah membaca nilai sementara').check();
  await tekan(kepala, 'Nyatakan tidak ada sanggahan lagi');
  await kepala.getByText('Unit menyatakan tidak ada sanggahan lagi.').waitFor();
});

uji('penyelenggara memeriksa lalu membekukan hasil', async (t) => {
  t.izinkan(/422/);
  const page = await sebagai(t, 'organisasi', `${kisah.lokus}/hasil`);
  await pandang(page, 'hasil-bekukan', { dari: page.locator('#aspek') });
  await tekan(page, 'Bekukan hasil');
  await page.getByText('Centang persetujuan sebelum membekukan').first().waitFor();
  await page.getByLabel('Saya sudah memeriksa nilai di atas').check();
  await tekan(page, 'Bekukan hasil');
  await page.getByText('Hasil dibekukan dan ditandatangani').waitFor();
  kisah.ipp = (await page.locator('.hasil-ipp .angka-besar').innerText()).trim();
  assert.match(kisah.ipp, /^[0-5],\d\d$/);
  await pandang(page, 'hasil');
  kisah.kode = await page.locator('a[href^="/verifikasi/"]').first().getAttribute('href');
});

uji('setiap angka dapat ditelusuri', async (t) => {
  const page = await sebagai(t, 'evaluator1', `${kisah.lokus}/hasil`);
  await page.getByRole('link', { name: 'Lihat cara menghitungnya' }).click();
  await page.getByText(kisah.ipp).first().waitFor();
  await pandang(page, 'turunan');
  await gambar(page, 'turunan', { untuk: 'readme' });
  assert.equal(await page.locator('.hasil-indikator').count(), 31);
  await page.getByRole('link', { name: 'standar-pelayanan.pdf' }).first().waitFor();
  await page.getByText('Bukti pelibatan masyarakat belum bertanda tangan').first().waitFor();
});

uji('sesudah dibekukan F02 dan F03 tertutup', async (t) => {
  const f02 = await sebagai(t, 'evaluator1', `${kisah.lokus}/f02`);
  await f02.getByText('Hasil sudah dibekukan').first().waitFor();
  const survei = await t.buka(kisah.survei, { ukuran: 'ponsel' });
  await survei.getByText('Survei ini sudah ditutup').first().waitFor();
  await pandang(survei);
});
