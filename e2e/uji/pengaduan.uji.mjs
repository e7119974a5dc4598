// A report of a citizen from his phone, without script, to the answer and back; the liaison officer and the unit at their desks; a
// consultation; what stays hidden.

import assert from 'node:assert/strict';
import { periksaAksesibel } from '../lib/aksesibel.mjs';
import { gambar } from '../lib/gambar.mjs';
import { peladen, uji } from '../lib/uji.mjs';
import { akun } from './akun.mjs';

peladen({ perintah: 'demo' });

uji('warga mengadu tanpa skrip, unit menjawab, warga menanggapi dan menutup', async (t) => {
  t.izinkan(/422/);
  const warga = await t.buka('/pengaduan', { ukuran: 'ponsel', js: false });
  await warga.getByText('Hubungi 112').waitFor();
  await periksaAksesibel(await t.buka('/pengaduan', { ukuran: 'ponsel' }));
  await warga.getByLabel('Layanan atau unit mana?').fill('rsud');
  await warga.getByRole('button', { name: 'Cari' }).first().click();
  await warga.locator('a[href^="/pengaduan/baru?"]', { hasText: 'RSUD' }).first().click();
  await warga.getByLabel('Judul').fill('Kipas ruang tunggu mati');
  await warga.getByRole('button', { name: 'Kirim laporan' }).click();
  await warga.getByRole('link', { name: 'Ceritakan apa yang terjadi.' }).waitFor();
  assert.equal(await warga.getByLabel('Judul').inputValue(), 'Kipas ruang tunggu mati');
  await warga.getByLabel('Apa yang terjadi?').fill('Tiga kipas mati sejak Senin.');
  await warga.locator('#nama').fill('Sari Pelapor');
  await warga.getByLabel(/Sembunyikan nama dan kontak/).check();
  await warga.getByRole('button', { name: 'Kirim laporan' }).click();
  await warga.getByText('Laporan Anda sudah diterima').waitFor();
  const jalur = new URL(warga.url()).pathname;

  const penghubung = await t.sebagai(akun(t, 'penghubung'), '/aduan');
  await periksaAksesibel(penghubung);
  await gambar(penghubung, 'aduan', { untuk: 'panduan' });
  await penghubung.getByRole('link', { name: 'Kipas ruang tunggu mati' }).click();
  await penghubung.getByText('Anonim: nama dan kontak tidak diperlihatkan').waitFor();
  assert.equal(await penghubung.getByText('Sari Pelapor').count(), 0);
  await periksaAksesibel(penghubung);
  await penghubung.getByLabel(/Pengaduan tidak berkadar pengawasan/).check();
  await penghubung.getByRole('button', { name: 'Terima laporan' }).click();
  await penghubung.getByText('Sudah tercatat.').waitFor();

  const unit = await t.sebagai(akun(t, 'operator.rsud'), '/aduan', { ukuran: 'ponsel' });
  await periksaAksesibel(unit);
  await unit.getByRole('link', { name: 'Kipas ruang tunggu mati' }).click();
  await unit.locator('#jawaban').fill('Kipas sudah diganti pagi ini.');
  await periksaAksesibel(unit);
  await unit.getByRole('button', { name: 'Kirim jawaban' }).click();
  await unit.getByText('Jawaban terkirim.').waitFor();

  await warga.goto(jalur);
  await warga.getByText('Kipas sudah diganti pagi ini.').first().waitFor();
  await warga.getByLabel('Tanggapan Anda').fill('Baru satu yang diganti.');
  await warga.getByRole('button', { name: 'Kirim tanggapan' }).click();
  await warga.getByText('Sudah tercatat.').waitFor();

  const lagi = await t.buka(jalur, { ukuran: 'ponsel' });
  await lagi.getByText('Sesudah tanggapan').waitFor();
  await periksaAksesibel(lagi);
  await gambar(lagi, 'laporan-warga', { untuk: 'panduan' });
  const pdf = await lagi.request.get(`${jalur}/bukti.pdf`);
  assert.equal((await pdf.body()).subarray(0, 4).toString(), '%PDF');
});

uji('ukuran dengan artinya, templat, dan konsultasi yang disepakati', async (t) => {
  const penghubung = await t.sebagai(akun(t, 'penghubung'), '/aduan/ukuran', { ukuran: 'ponsel' });
  await penghubung.getByText('Dijawab tepat waktu dibagi semua').first().waitFor();
  await periksaAksesibel(penghubung);
  await penghubung.goto(new URL('/aduan/templat', penghubung.url()).href);
  await periksaAksesibel(penghubung);

  const warga = await t.buka('/konsultasi', { ukuran: 'ponsel' });
  await periksaAksesibel(warga);
  await warga.getByRole('link', { name: /RSUD Kudungga/ }).first().click();
  await warga.locator('#judul').fill('Jadwal poli');
  await warga.getByLabel('Pertanyaan Anda').fill('Kapan poli mata buka?');
  await periksaAksesibel(warga);
  await warga.getByRole('button', { name: 'Kirim' }).click();
  await warga.getByText('Konsultasi Anda sudah diterima').waitFor();
  await periksaAksesibel(warga);

  const unit = await t.sebagai(akun(t, 'operator.rsud'), '/aduan/konsultasi');
  await unit.getByRole('link', { name: 'Jadwal poli' }).click();
  await periksaAksesibel(unit);
  await unit.locator('#pesan').fill('Setiap Selasa dan Jumat.');
  await unit.getByRole('button', { name: 'Kirim pesan' }).click();
  await warga.reload();
  await warga.getByText('Setiap Selasa dan Jumat.').waitFor();
});
