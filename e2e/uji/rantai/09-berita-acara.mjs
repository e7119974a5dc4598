// Minutes of both kinds: made once, signed by three parties who type their passwords, sealed, and verified by anyone.

import assert from 'node:assert/strict';

import { perangkat } from '../../lib/perangkat.mjs';
import { uji } from '../../lib/uji.mjs';
import { akun, kisah, pandang, sebagai, tekan } from './bersama.mjs';

const PENANDA = ['evaluator1', 'evaluator2', 'kepala.kecamatan', 'sekda'];
const dibuat = {};

async function buat(t, nama, jenis) {
  t.izinkan(/422/);
  const page = await sebagai(t, nama, `${kisah.lokus}/berita-acara/baru/${jenis}`);
  if (jenis === 'hasil') await pandang(page, 'berita-acara-baru');
  await tekan(page, 'Buat PDF');
  await page.getByText('Tulis nomor berita acara').first().waitFor();
  await page.getByLabel('Nomor', { exact: true }).fill(`065/${jenis}/ILUSTRASI/2026`);
  await page.getByLabel('Tempat', { exact: true }).fill('Ruang rapat kecamatan, Sangatta');
  for (const medan of ['unit', 'penanggungjawab']) {
    const pilihan = page.locator(`#${medan}`);
    if ((await pilihan.inputValue()) === '') await pilihan.selectOption({ index: 1 });
  }
  await tekan(page, 'Buat PDF');
  await page.getByText('Berita acara dibuat dan siap ditandatangani').waitFor();
  dibuat[jenis] = new URL(page.url()).pathname;
  return page;
}

async function tandatangani(t, nama, jalur, salahDahulu) {
  const page = await sebagai(t, nama, jalur);
  const isi = await (await page.request.get(`${jalur}/pdf`)).body();
  assert.equal(isi.subarray(0, 5).toString(), '%PDF-');
  if (salahDahulu) {
    t.izinkan(/422/);
    await pandang(page, 'tanda-tangan', { dari: page.locator('#tanda') });
    await page.getByLabel('Kata sandi Anda').fill('bukan-sandi-saya');
    await tekan(page, 'Tandatangani');
    await page.getByText('Kata sandi tidak cocok').first().waitFor();
  }
  await page.getByLabel('Kata sandi Anda').fill(akun(t, nama).sandi);
  await tekan(page, 'Tandatangani');
  await page.getByText('Tanda tangan Anda tercatat').waitFor();
  return page;
}

uji('evaluator membuat berita acara pelaksanaan dan tiga pihak menandatangani', async (t) => {
  const daftar = await sebagai(t, 'evaluator1', `${kisah.lokus}/berita-acara`);
  await pandang(daftar);
  await buat(t, 'evaluator1', 'pelaksanaan');
  for (const nama of PENANDA) await tandatangani(t, nama, dibuat.pelaksanaan);
});

/** The same with a passkey instead: set up in the account, proved on the page that asks, and the form comes back to be sent. */
async function tandatanganiTanpaSandi(t, nama, jalur) {
  t.izinkan(/401/);
  const page = await sebagai(t, nama, '/akun/dua-langkah');
  const alat = await perangkat(page);
  await page.getByLabel('Nama perangkat').fill('Laptop');
  await tekan(page, 'Tambah kunci sandi');
  await page.getByRole('heading', { name: 'Simpan kode pemulihan ini' }).waitFor();
  await page.goto(jalur);
  // Somebody else at this desk: the device does not know him.
  await alat.kenali(false);
  await tekan(page, 'Tanpa kata sandi');
  await page.getByText('Isian Anda tidak hilang').waitFor();
  await pandang(page);
  await page.getByRole('button', { name: 'Pakai kunci sandi' }).click();
  await page.getByText('Belum berhasil. Coba lagi').waitFor();
  await alat.kenali(true);
  await page.getByRole('button', { name: 'Pakai kunci sandi' }).click();
  await page.getByText('Belum ada yang disimpan').waitFor();
  await tekan(page, 'Kirim isian ini');
  await page.getByText('Tanda tangan Anda tercatat').waitFor();
  // The steps after this one sign in by password alone.
  await page.goto('/akun/dua-langkah');
  await tekan(page, 'Hapus Laptop');
  await page.getByText('Belum ada kunci sandi.').waitFor();
  await page.goto(jalur);
  return page;
}

uji('berita acara semua unit dapat dibuat sekaligus; nomornya diminta', async (t) => {
  t.izinkan(/422/);
  const page = await sebagai(t, 'organisasi', `${kisah.periode}/berita-acara`, { ukuran: 'ponsel' });
  await page.getByRole('heading', { name: /^Buat \d+ berita acara/ }).waitFor();
  await pandang(page);
  await tekan(page, 'Buat berita acara');
  await page.getByText('Tulis bagian nomor sebelum atau sesudah nomor urut').first().waitFor();
  await pandang(page);
});

uji('berita acara hasil ditandatangani, lalu disegel', async (t) => {
  await buat(t, 'organisasi', 'hasil');
  const beranda = await sebagai(t, 'sekda', '/');
  await pandang(beranda);
  let page;
  for (const [n, nama] of PENANDA.slice(0, -1).entries()) page = await tandatangani(t, nama, dibuat.hasil, n === 0);
  page = await tandatanganiTanpaSandi(t, PENANDA.at(-1), dibuat.hasil);
  await page.getByText('Semua pihak sudah menandatangani').waitFor();
  await pandang(page, 'berita-acara');
  kisah.kodeBeritaAcara = await page.locator('.ba-qr a').getAttribute('href');
});

uji('orang lain tidak dapat menandatangani', async (t) => {
  const page = await sebagai(t, 'operator.kecamatan', dibuat.hasil);
  assert.equal(await page.getByRole('button', { name: 'Tandatangani' }).count(), 0);
});

uji('siapa pun memeriksa dokumen dengan kodenya dan berkasnya', async (t) => {
  const pemilik = await sebagai(t, 'sekda', null);
  const pdf = await (await pemilik.request.get(`${dibuat.hasil}/pdf`)).body();
  const page = await t.buka('/verifikasi', { ukuran: 'ponsel' });
  await pandang(page, 'verifikasi-cari', { ukuran: 'ponsel' });
  t.izinkan(/404|422/);
  await page.getByLabel('Kode verifikasi').fill('0000 0000 0000');
  await tekan(page, 'Periksa');
  await page.getByText('Kode ini tidak dikenal').first().waitFor();
  await pandang(page);
  await page.goto('/verifikasi');
  await page.getByLabel('Kode verifikasi').fill(kisah.kodeBeritaAcara.split('/').pop());
  await tekan(page, 'Periksa');
  await page.getByText('Asli dan tidak berubah').waitFor();
  await pandang(page, 'verifikasi', { ukuran: 'ponsel' });
  for (const [isi, jawab] of [[pdf, 'Berkas Anda sama persis'], [Buffer.concat([pdf, Buffer.from(' ')]), 'Berkas Anda berbeda']]) {
    await page.getByLabel('Berkas PDF').setInputFiles({ name: 'berita-acara.pdf', mimeType: 'application/pdf', buffer: isi });
    await tekan(page, 'Bandingkan');
    await page.getByText(jawab).first().waitFor();
  }
  await page.goto(kisah.kode);
  await pandang(page);
});
