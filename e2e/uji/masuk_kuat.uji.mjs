// Two-step sign-in as a person meets it: an app is set up, the next sign-in asks for its code (also without scripts), a lost phone is
// replaced by a recovery code, sessions are ended at once, and the administrator requires it for a role.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { periksaAksesibel } from '../lib/aksesibel.mjs';
import { gambar } from '../lib/gambar.mjs';
import { peladen, rantai, uji } from '../lib/uji.mjs';
import { akun } from './akun.mjs';

peladen({ perintah: 'demo' });
rantai();

let rahasia = '';
let pulih = [];
let terpakai = 0;

/** The code that an app shows (RFC 6238); waits for the next one when this one was used. */
async function kode() {
  let langkah = Math.floor(Date.now() / 30_000);
  while (langkah <= terpakai) {
    await new Promise((lanjut) => setTimeout(lanjut, 500));
    langkah = Math.floor(Date.now() / 30_000);
  }
  terpakai = langkah;
  const bit = [...rahasia].map((h) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(h).toString(2).padStart(5, '0')).join('');
  const kunci = Buffer.from(bit.match(/.{8}/g).map((b) => Number.parseInt(b, 2)));
  const isi = Buffer.alloc(8);
  isi.writeBigUInt64BE(BigInt(langkah));
  const h = createHmac('sha1', kunci).update(isi).digest();
  return String((h.readUInt32BE(h[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

async function masuk(page, { surel, sandi }) {
  await page.getByLabel('Alamat surel').fill(surel);
  await page.locator('#sandi').fill(sandi);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
}

uji('aplikasi kode disiapkan dan kode pemulihan disimpan', async (t) => {
  t.izinkan(/422/);
  const saya = akun(t, 'sekda');
  const page = await t.sebagai(saya, '/akun/dua-langkah', { ukuran: 'ponsel' });
  await periksaAksesibel(page);
  await gambar(page, 'dua-langkah-mati');
  await page.locator('#sandi').fill('bukan sandinya');
  await page.getByRole('button', { name: 'Siapkan aplikasi' }).click();
  await page.getByText('Kata sandi sekarang tidak cocok.').first().waitFor();
  await periksaAksesibel(page);
  await page.locator('#sandi').fill(saya.sandi);
  await page.getByRole('button', { name: 'Siapkan aplikasi' }).click();
  await page.getByRole('heading', { name: 'Siapkan aplikasi kode' }).waitFor();
  await periksaAksesibel(page);
  await gambar(page, 'dua-langkah-pindai');
  rahasia = (await page.locator('.langkah-rahasia').innerText()).replaceAll(' ', '');
  await page.getByLabel('Kode 6 angka').fill(await kode());
  await page.getByRole('button', { name: 'Nyalakan' }).click();
  await page.getByRole('heading', { name: 'Simpan kode pemulihan ini' }).waitFor();
  pulih = await page.locator('.langkah-kode code').allInnerTexts();
  assert.equal(pulih.length, 10);
  await periksaAksesibel(page);
  await gambar(page, 'dua-langkah-kode');
  await page.getByRole('link', { name: 'Sudah saya simpan' }).click();
  await page.getByText('Tersisa 10 kode').waitFor();
  await periksaAksesibel(page);
});

uji('masuk berikutnya meminta kode, juga tanpa skrip', async (t) => {
  t.izinkan(/422/);
  const page = await t.buka('/masuk?kembali=/akun/sesi', { js: false, ukuran: 'ponsel' });
  await masuk(page, akun(t, 'sekda'));
  await page.getByRole('heading', { name: 'Langkah kedua' }).waitFor();
  await gambar(page, 'masuk-kode');
  await page.getByLabel('Kode').fill('000000');
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByText('Kode tidak cocok atau sudah dipakai').first().waitFor();
  await page.getByLabel('Kode').fill(await kode());
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByText('dengan kode aplikasi').waitFor();
});

uji('ponsel hilang: kode pemulihan, lalu semua sesi lain ditutup', async (t) => {
  const page = await t.buka('/masuk?kembali=/akun/sesi');
  await masuk(page, akun(t, 'sekda'));
  await page.getByRole('heading', { name: 'Langkah kedua' }).waitFor();
  await periksaAksesibel(page);
  await page.getByLabel('Kode').fill(pulih[0].toLowerCase());
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByText('dengan kode pemulihan').first().waitFor();
  await periksaAksesibel(page);
  await gambar(page, 'sesi');
  await page.getByRole('button', { name: 'Tutup semua sesi lain' }).click();
  await page.getByText('Semua sesi lain sudah ditutup.').waitFor();
  assert.equal(await page.locator('tbody tr').count(), 1);
});

uji('pengelola mewajibkan langkah kedua; yang belum siap diantar ke sana', async (t) => {
  const admin = await t.sebagai(akun(t, 'admin'), '/admin/keamanan');
  await periksaAksesibel(admin);
  await gambar(admin, 'keamanan-masuk');
  await admin.locator('input[value=auditor]').check();
  await admin.getByRole('button', { name: 'Simpan' }).click();
  await admin.getByText('Pilihan peran sudah disimpan.').waitFor();
  const page = await t.sebagai(akun(t, 'auditor'), '/', { ukuran: 'ponsel' });
  await page.getByText('Peran Anda mewajibkan langkah kedua').waitFor();
  await periksaAksesibel(page);
  await page.goto('/admin/audit');
  assert.equal(new URL(page.url()).pathname, '/akun/dua-langkah');
});
