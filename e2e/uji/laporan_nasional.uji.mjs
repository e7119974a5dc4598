// The ministry reports to the minister: figures and what is missing, own words, made once, submitted, received; anyone checks it.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { masuk } from '../lib/akun.mjs';
import { periksaAksesibel } from '../lib/aksesibel.mjs';
import { gambar } from '../lib/gambar.mjs';
import { peladen, uji } from '../lib/uji.mjs';

peladen({ perintah: 'demo' });

uji('laporan nasional disusun, ditetapkan, disampaikan, dan diterima', async (t) => {
  t.izinkan(/422/);
  const page = await t.buka('/masuk');
  await masuk(page, 'nasional@contoh.id', 'contoh-prima-2023');
  await page.goto(new URL('/nasional', page.url()).href);
  await periksaAksesibel(page);
  await page.getByRole('link', { name: 'Laporan Nasional' }).first().click();
  await periksaAksesibel(page);
  await page.getByRole('link', { name: /^Susun/ }).first().click();
  await page.getByRole('heading', { name: 'Yang belum lengkap' }).waitFor();
  await periksaAksesibel(page);
  await gambar(page, 'laporan-nasional-konsep', { penuh: true });

  await page.getByLabel('Simpulan').fill('Pelayanan membaik.');
  await page.getByRole('button', { name: 'Tetapkan laporan' }).click();
  await page.getByText('Isi dahulu sebelum laporan ditetapkan').first().waitFor();
  assert.equal(await page.getByLabel('Simpulan').inputValue(), 'Pelayanan membaik.');
  await periksaAksesibel(page);
  await page.getByLabel('Pendahuluan').fill('Laporan ini merangkum hasil tahun ini.\n\nIsinya ilustrasi.');
  await page.getByLabel('Nomor laporan').fill('B/12/2026');
  await page.getByLabel('Tempat').fill('Jakarta');
  await page.getByLabel('Nama penanda tangan').fill('Contoh Deputi');
  await page.getByLabel('Jabatan penanda tangan').fill('Deputi Bidang Pelayanan Publik');
  await page.getByRole('button', { name: 'Tetapkan laporan' }).click();
  await page.getByRole('heading', { name: /^Laporan Nasional .*versi 1/ }).waitFor();
  await periksaAksesibel(page);
  await gambar(page, 'laporan-nasional', { penuh: true });
  const [unduhan] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'XLSX' }).click()]);
  assert.equal((await readFile(await unduhan.path())).subarray(0, 2).toString(), 'PK');

  await page.getByLabel('Nomor surat pengantar').fill('B/13/2026');
  await page.getByRole('button', { name: 'Catat penyampaian' }).click();
  await page.getByLabel('Nama penerima').fill('Contoh Menteri');
  await page.getByLabel('Jabatan penerima').fill('Menteri PANRB');
  await page.getByRole('button', { name: 'Catat penerimaan' }).click();
  await page.getByText('Contoh Menteri, Menteri PANRB').waitFor();
  const kode = await page.locator('a[href^="/verifikasi/"]').getAttribute('href');
  const tamu = await t.buka(kode, { ukuran: 'ponsel' });
  await tamu.getByText('angkanya tidak berubah sejak ditetapkan').waitFor();
  await periksaAksesibel(tamu);
  await gambar(tamu, 'laporan-nasional-verifikasi');
});
