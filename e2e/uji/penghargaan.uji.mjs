// Awards of the finished period of the example: why each is in or just out, all certificates as one file, one of them compared with
// its code, the public list; a sanction that becomes public only once it is decided so.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { periksaAksesibel } from '../lib/aksesibel.mjs';
import { gambar } from '../lib/gambar.mjs';
import { peladen, uji } from '../lib/uji.mjs';
import { akun } from './akun.mjs';

peladen({ perintah: 'demo' });

async function keTab(t, akun, pilihan) {
  const page = await t.sebagai(akun, '/periode', pilihan);
  await page.getByRole('link', { name: /Kutai Timur 2023/ }).first().click();
  const bagian = page.getByRole('navigation', { name: /Bagian/ });
  if (pilihan?.ukuran === 'ponsel') await bagian.getByText('Bagian periode').click();
  await bagian.getByRole('link', { name: 'Penghargaan' }).click();
  return page;
}

uji('usulan menyebut sebabnya, piagam dicetak sekaligus dan dapat diperiksa', async (t) => {
  const page = await keTab(t, akun(t, 'organisasi'), { ukuran: 'ponsel' });
  await periksaAksesibel(page);
  await page.getByRole('link', { name: 'Unit Pelayanan Publik Terbaik' }).click();
  await page.getByText('Berbeda dari usulan').waitFor();
  await page.getByText('Nilai 2,70 (syarat: paling rendah 3,51)').waitFor();
  await periksaAksesibel(page);
  await gambar(page, 'penghargaan');

  await page.goBack();
  await page.getByRole('link', { name: 'Piagam', exact: true }).click();
  await page.getByRole('button', { name: 'Buat piagam' }).click();
  for (let n = 0; n < 60 && !(await page.getByRole('link', { name: 'Unduh ZIP' }).count()); n += 1) {
    await page.waitForTimeout(500);
    await page.reload();
  }
  await periksaAksesibel(page);
  const [zip] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Unduh ZIP' }).click()]);
  const isi = await readFile(await zip.path());
  assert.equal(isi.subarray(0, 2).toString(), 'PK');
  assert.match(isi.toString('latin1'), /0004-bupati-kutai-timur-/);

  await page.goto(new URL('/hasil/64.08-2023-mandiri/penghargaan', page.url()).href);
  await periksaAksesibel(page);
  await page.getByRole('link', { name: 'Pembina Pelayanan Publik' }).click();
  await page.getByText('Bupati Kutai Timur, Kabupaten Kutai Timur').waitFor();
  // The first file of the archive is another award's certificate: genuine there, not here.
  const mulai = isi.indexOf('%PDF');
  const pdf = isi.subarray(mulai, isi.indexOf('%%EOF', mulai) + 5);
  await page.locator('#berkas').setInputFiles({ name: 'piagam.pdf', mimeType: 'application/pdf', buffer: pdf });
  await page.getByRole('button', { name: 'Bandingkan' }).click();
  await page.getByText('tidak sama dengan piagam mana pun').waitFor();
  await periksaAksesibel(page);
});

uji('pembinaan dibaca unit sejak dicatat, umum hanya bila diputuskan terbuka', async (t) => {
  const kepala = await t.sebagai(akun(t, 'kepala.kecamatan'), '/penghargaan');
  await kepala.getByText('Pendampingan penyusunan standar pelayanan').waitFor();
  await periksaAksesibel(kepala);
  const umum = await t.buka('/hasil/64.08-2023-mandiri/penghargaan');
  assert.equal(await umum.getByText('Pendampingan').count(), 0);
  const sekda = await keTab(t, akun(t, 'sekda'));
  await sekda.getByRole('link', { name: 'Pembinaan dan sanksi' }).click();
  await sekda.getByRole('link', { name: 'Pendampingan penyusunan standar pelayanan' }).click();
  await periksaAksesibel(sekda);
  await sekda.getByLabel('Nomor surat keputusan').fill('7/CONTOH/2023');
  await sekda.getByLabel('Tanggal', { exact: true }).fill('2023-11-02');
  await sekda.getByLabel('Pejabat yang memutuskan').fill('Sekretaris Daerah');
  await sekda.getByLabel(/Semua orang/).check();
  await sekda.getByRole('button', { name: 'Putuskan' }).click();
  await sekda.getByText('Diputus, terbuka untuk umum').waitFor();
  // A visitor's page is kept for a minute at most.
  const lagi = await t.buka('/hasil/64.08-2023-mandiri/penghargaan');
  await lagi.getByText('Pendampingan penyusunan standar pelayanan').waitFor();
});
