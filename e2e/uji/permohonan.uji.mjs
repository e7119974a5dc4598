// The whole way of one case: sent from a phone without scripts, corrected, paid at the bank counter, proven letter, downloaded; and the
// day's reconciliation. Each page with its accessibility.

import assert from 'node:assert/strict';
import { periksaAksesibel } from '../lib/aksesibel.mjs';
import { berkasPdf } from '../lib/berkas.mjs';
import { gambar } from '../lib/gambar.mjs';
import { peladen, rantai, uji } from '../lib/uji.mjs';
import { akun } from './akun.mjs';

peladen({ perintah: 'demo' });
rantai();

const PDF = berkasPdf('kk.pdf');
let jalur;
let berkas;

uji('warga mengirim dari ponsel tanpa skrip, yang kurang disebut di tempatnya', async (t) => {
  const page = await t.buka('/pelayanan/penggantian-paspor', { ukuran: 'ponsel', js: false });
  await page.getByRole('link', { name: 'Ajukan permohonan' }).click();
  await page.getByText('Rp350.000').waitFor();
  await gambar(page, 'permohonan-baru', { penuh: true });
  await page.getByLabel('Nama pemohon').fill('Ibu Contoh');
  await page.getByLabel('Nomor telepon atau surel').fill('0800');
  t.izinkan(/422/);
  await page.getByRole('button', { name: 'Kirim permohonan' }).click();
  await page.getByText(/pilih berkasnya/).first().waitFor();
  assert.equal(await page.getByLabel('Nama pemohon').inputValue(), 'Ibu Contoh');
  await page.getByLabel('Halaman penuh').check();
  await page.getByLabel(/Halaman depan paspor lama/).setInputFiles(PDF);
  await page.getByRole('button', { name: 'Kirim permohonan' }).click();
  await page.getByText('Simpan kode di bawah ini').waitFor();
  jalur = new URL(page.url()).pathname;
  await gambar(page, 'permohonan-lacak', { untuk: 'panduan' });

  // The same pages with scripts, which the accessibility check needs.
  const dua = await t.buka(jalur, { ukuran: 'ponsel' });
  await periksaAksesibel(dua);
  await dua.goto(new URL('/permohonan/baru/penggantian-paspor', dua.url()).href);
  await dua.getByRole('button', { name: 'Kirim permohonan' }).click();
  await dua.getByText(/pilih berkasnya/).first().waitFor();
  await periksaAksesibel(dua);
});

uji('satu berkas ditolak: yang baik tetap terpilih, juga pada percobaan berikutnya', async (t) => {
  t.izinkan(/422/);
  const page = await t.buka('/permohonan/baru/akta-kelahiran-anak', { ukuran: 'ponsel' });
  const medan = page.locator('input[type=file]');
  await medan.nth(0).setInputFiles(PDF);
  for (let kali = 1; kali <= 2; kali += 1) {
    await medan.nth(1).setInputFiles({ name: `salah-${kali}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from('bukan PDF') });
    await page.getByRole('button', { name: 'Kirim permohonan' }).click();
    await page.getByText('tetap terpilih').waitFor();
    await page.waitForFunction(() => document.querySelectorAll('input[type=file]')[1].files.length === 0);
    assert.equal(await medan.nth(0).evaluate((m) => m.files.length), 1);
    assert.equal(await medan.nth(1).getAttribute('aria-invalid'), 'true');
  }
  await periksaAksesibel(page);

  // The line breaks while it is sent: all is still there, and the page asks before it is left.
  t.izinkan(/ERR_FAILED/);
  await page.route('**/permohonan/baru/**', (r) => (r.request().method() === 'POST' ? r.abort() : r.continue()));
  await page.getByRole('button', { name: 'Kirim permohonan' }).click();
  await page.getByText('Sambungan terputus').waitFor();
  assert.equal(await medan.nth(0).evaluate((m) => m.files.length), 1);
  assert.ok(await page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))), 'asks');
});

uji('pelaksana meminta perbaikan, warga memperbaiki', async (t) => {
  const page = await t.sebagai(akun(t, 'pelaksana4'), '/berkas');
  await periksaAksesibel(page);
  await page.getByRole('row', { name: /Ibu Contoh/ }).getByRole('link').click();
  berkas = new URL(page.url()).pathname;
  await page.getByRole('button', { name: 'Mulai periksa' }).click();
  await page.getByText('Minta perbaikan').first().click();
  await page.getByLabel(/Apa yang perlu diperbaiki/).fill('Halaman depan paspor terpotong.');
  await periksaAksesibel(page);
  await page.getByRole('button', { name: 'Minta perbaikan' }).click();
  await page.getByText('Waktu janji berhenti').first().waitFor();
  await gambar(page, 'permohonan-berkas', { untuk: 'panduan' });

  const warga = await t.buka(jalur, { ukuran: 'ponsel' });
  await warga.getByText('Halaman depan paspor terpotong.').first().waitFor();
  await warga.getByRole('link', { name: 'Perbaiki dan kirim ulang' }).click();
  await warga.getByText('Sudah ada').waitFor();
  await periksaAksesibel(warga);
  await warga.getByLabel(/Halaman depan paspor lama/).setInputFiles(PDF);
  await warga.getByRole('button', { name: 'Kirim perbaikan' }).click();
  await warga.getByText('Perbaikan terkirim').waitFor();
});

uji('tagihan dibayar di loket, bukan oleh yang mengerjakan', async (t) => {
  const page = await t.sebagai(akun(t, 'pelaksana4'), berkas);
  for (const nama of ['Mulai periksa', 'Berkas lengkap, proses', 'Setujui']) {
    await page.getByRole('button', { name: nama, exact: true }).click();
    await page.getByText('Tercatat.').waitFor();
  }
  await page.getByText('Tagihannya belum dibayar').waitFor();

  const warga = await t.buka(jalur, { ukuran: 'ponsel' });
  await warga.getByRole('link', { name: 'Cara membayar' }).click();
  await warga.getByText('bukan bukti').waitFor();
  await periksaAksesibel(warga);
  await gambar(warga, 'permohonan-bayar', { penuh: true });
  const kode = await warga.locator('dd strong').innerText();

  const kasir = await t.sebagai(akun(t, 'kasir'), '/kasir', { ukuran: 'ponsel' });
  await periksaAksesibel(kasir);
  await kasir.getByLabel('Kode tagihan').fill(kode.toLowerCase());
  await kasir.getByRole('button', { name: 'Buka' }).click();
  await kasir.getByLabel(/Uang yang diterima/).fill('350.000');
  await kasir.getByLabel(/Nomor kuitansi/).fill('K-77');
  await periksaAksesibel(kasir);
  await kasir.getByRole('button', { name: 'Konfirmasi lunas' }).click();
  await kasir.getByText('Pembayaran dicatat').waitFor();
  await kasir.getByRole('link', { name: 'Rekonsiliasi harian' }).click();
  await kasir.getByText('K-77').waitFor();
  await kasir.getByText('Catat hasil hitung').click();
  await kasir.getByLabel(/Uang tunai di laci/).fill('300.000');
  await kasir.getByLabel(/QRIS menurut laporan/).fill('0');
  await kasir.getByLabel(/Catatan tentang selisih/).fill('Satu pembayaran disetor besok');
  await kasir.getByRole('button', { name: 'Simpan hitungan' }).click();
  await kasir.getByText('-Rp50.000').waitFor();
  await periksaAksesibel(kasir);
  await gambar(kasir, 'permohonan-rekonsiliasi', { untuk: 'panduan' });
});

uji('surat terbit, dapat diperiksa, dan diunduh; permohonan selesai', async (t) => {
  const page = await t.sebagai(akun(t, 'pelaksana4'), berkas);
  await page.getByRole('link', { name: 'Buat surat hasil' }).click();
  await periksaAksesibel(page);
  await page.getByLabel('Nomor surat').fill('IM/1');
  await page.getByLabel(/Isi surat/).fill('Paspor baru dapat diambil di gerai.');
  await page.getByRole('button', { name: 'Terbitkan surat' }).click();
  await page.getByText('Surat diterbitkan').waitFor();
  await page.getByRole('button', { name: 'Hasil siap' }).click();
  await page.getByText('Tercatat.').waitFor();
  const verifikasi = await page.getByRole('link', { name: 'Halaman verifikasi' }).getAttribute('href');

  const warga = await t.buka(jalur, { ukuran: 'ponsel' });
  const [unduhan] = await Promise.all([
    warga.waitForResponse((r) => r.url().endsWith('/dokumen')),
    warga.evaluate((j) => fetch(`${j}/pengambilan`, { method: 'POST' }), jalur),
  ]);
  assert.equal(unduhan.headers()['content-type'], 'application/pdf');
  await warga.reload();
  await warga.getByText('Hasil sudah Anda terima').waitFor();
  // The one box for numbers leads there by the code on the paper.
  await warga.goto(new URL(`/cari?q=${verifikasi.split('/').pop()}`, warga.url()).href);
  assert.equal(new URL(warga.url()).pathname, verifikasi);
  await warga.goto(new URL(verifikasi, warga.url()).href);
  await warga.getByText('IM/1').waitFor();
  assert.equal(await warga.getByText('Ibu Contoh').count(), 0);
  await periksaAksesibel(warga);
});

uji('formulir dirancang di satu halaman, kepala mengatur QRIS', async (t) => {
  const page = await t.sebagai(akun(t, 'kepala.mpp'), '/berkas', { ukuran: 'ponsel' });
  await page.getByRole('link', { name: /lewat janji|Lihat yang terlambat/ }).first().click();
  await periksaAksesibel(page);
  await gambar(page, 'permohonan-terlambat', { penuh: true });
  await page.goto(new URL('/permohonan/baru/izin-penelitian', page.url()).href);
  await page.goto(new URL('/layanan?cari=izin+penelitian', page.url()).href);
  await page.getByRole('link', { name: 'Izin penelitian' }).first().click();
  await page.getByRole('link', { name: 'Formulir permohonan' }).click();
  await page.getByText('Versi 1').waitFor();
  await periksaAksesibel(page);
  await gambar(page, 'permohonan-formulir', { penuh: true });
  await page.getByRole('button', { name: 'Simpan versi baru' }).click();
  await page.getByText('Formulir disimpan').waitFor();
  await page.getByText('Versi 1').waitFor();
});
