// Two-step sign-in as a person meets it: an app is set up, the next sign-in asks for its code (also without scripts), a lost phone is
// replaced by a recovery code, sessions are ended at once, and the administrator requires it for a role. Passkeys with a virtual device, and
// the agency's own sign-in with a real provider.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { periksaAksesibel } from '../lib/aksesibel.mjs';
import { gambar } from '../lib/gambar.mjs';
import { mulaiPenyedia } from '../lib/penyedia.mjs';
import { perangkat } from '../lib/perangkat.mjs';
import { mulaiPrima } from '../lib/prima.mjs';
import { peladen, rantai, uji } from '../lib/uji.mjs';
import { akun } from './akun.mjs';

let penyedia;

// Browsers have passkeys for a name, not for a number.
peladen(async ({ catatan }) => {
  penyedia = await mulaiPenyedia();
  const prima = await mulaiPrima({ perintah: 'demo', nama: 'localhost', env: penyedia.env, catatan });
  const berhenti = async () => {
    await prima.berhenti();
    await penyedia.berhenti();
  };
  return { ...prima, berhenti };
});
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

async function keluar(page) {
  await page.locator('form[action="/keluar"]').evaluate((form) => form.submit());
  await page.getByText('Anda sudah keluar.').waitFor();
}

uji('kunci sandi dipasang, membuka pintu, dan membuktikan sekali lagi', async (t) => {
  t.izinkan(/422/);
  const saya = akun(t, 'evaluator1');
  const page = await t.buka('/masuk?kembali=/akun/dua-langkah', { ukuran: 'ponsel' });
  const alat = await perangkat(page);
  await periksaAksesibel(page);
  await gambar(page, 'masuk-pintu');
  await masuk(page, saya);
  await page.getByText('Belum ada kunci sandi.').waitFor();
  await page.getByLabel('Nama perangkat').fill('Ponsel saya');
  await page.getByRole('button', { name: 'Tambah kunci sandi' }).click();
  await page.getByRole('heading', { name: 'Simpan kode pemulihan ini' }).waitFor();
  await page.getByRole('link', { name: 'Sudah saya simpan' }).click();
  await page.getByText('Ponsel saya').first().waitFor();
  await periksaAksesibel(page);
  await gambar(page, 'kunci-sandi', { penuh: true });
  // The same device once more: told so, in words of its own.
  await page.getByLabel('Nama perangkat').fill('Ponsel saya lagi');
  await page.getByRole('button', { name: 'Tambah kunci sandi' }).click();
  await page.getByText('Perangkat ini sudah terdaftar untuk akun Anda.').waitFor();
  await keluar(page);
  await page.goto('/masuk?kembali=/akun/sesi');
  await page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click();
  await page.getByText('dengan kunci sandi').first().waitFor();
  // After the password too, and once more; a device that does not know its person proves nothing.
  await keluar(page);
  await page.goto('/masuk?kembali=/masuk/ulang?kembali=/akun/dua-langkah');
  await masuk(page, saya);
  await page.getByRole('heading', { name: 'Langkah kedua' }).waitFor();
  await gambar(page, 'masuk-kode-kunci');
  await page.getByRole('button', { name: 'Pakai kunci sandi' }).click();
  await page.getByRole('heading', { name: 'Pastikan ini Anda' }).waitFor();
  await periksaAksesibel(page);
  await gambar(page, 'masuk-ulang-kunci');
  await alat.kenali(false);
  await page.getByRole('button', { name: 'Pakai kunci sandi' }).click();
  await page.getByText('Belum berhasil. Coba lagi').waitFor();
  await alat.kenali(true);
  // A copy of the device whose counter went back.
  await alat.hitung(0);
  await page.getByRole('button', { name: 'Pakai kunci sandi' }).click();
  await page.getByText('Tidak cocok. Periksa lagi.').first().waitFor();
  await alat.hitung(100);
  await page.goto('/masuk/ulang?kembali=/akun/dua-langkah');
  await page.getByRole('button', { name: 'Pakai kunci sandi' }).click();
  await page.getByText('Terima kasih. Silakan lanjutkan.').waitFor();
  await page.getByRole('button', { name: 'Hapus Ponsel saya' }).click();
  await page.getByText('Belum ada kunci sandi.').waitFor();
});

async function lewatInstansi(page, nama) {
  await page.getByRole('link', { name: 'Masuk lewat SSO Kabupaten' }).click();
  if (nama) {
    await page.locator('[name=login]').fill(nama);
    await page.locator('[name=password]').fill('apa saja');
    await page.locator('button[type=submit]').click();
  }
}

uji('masuk lewat instansi: perannya mengikuti keterangan, dan berakhir bersamanya', async (t) => {
  // The provider's own page asks for a picture of the internet.
  t.izinkan(/40[0-9]/, /422/, /ERR_NAME_NOT_RESOLVED/);
  const admin = await t.sebagai(akun(t, 'admin'), '/admin/sso');
  await periksaAksesibel(admin);
  await admin.locator('summary', { hasText: 'Tambah aturan' }).click();
  await admin.locator('#klaim').fill('groups');
  await admin.locator('#nilai-klaim').fill('pusat');
  await admin.locator('input[value=nasional]').check();
  await admin.getByRole('button', { name: 'Tambah aturan' }).click();
  await admin.getByText('Aturan sudah ditambahkan.').first().waitFor();
  await periksaAksesibel(admin);
  await gambar(admin, 'sso', { penuh: true });

  penyedia.orang.set('1988', { name: 'Sari Dewi', email: 'sari.dewi@contoh.id', email_verified: true, groups: ['pusat'] });
  const page = await t.buka('/masuk?kembali=/diterima', { ukuran: 'ponsel' });
  await lewatInstansi(page, '1988');
  await page.waitForURL('**/diterima');
  await page.goto('/akun/sesi');
  await page.getByText('lewat layanan masuk instansi').waitFor();
  await page.goto('/masuk/ulang?kembali=/akun');
  assert.equal(await page.locator('#sandi-ulang').count(), 0, 'the account has no password to ask for');
  await periksaAksesibel(page);
  await gambar(page, 'masuk-ulang-sso');
  await page.getByRole('link', { name: 'Buktikan lewat SSO Kabupaten' }).click();
  // Asked again although the provider knows him.
  await page.locator('[name=login]').fill('1988');
  await page.locator('[name=password]').fill('apa saja');
  await page.locator('button[type=submit]').click();
  await page.getByText('Terima kasih. Silakan lanjutkan.').waitFor();
  await page.goto('/akun/sandi');
  await page.getByText('belum punya kata sandi Prima').waitFor();
  assert.equal(await page.locator('#sandi-lama').count(), 0);
  await periksaAksesibel(page);
  await gambar(page, 'sandi-pertama');
  await page.goto('/akun/dua-langkah');
  await page.getByText('diminta membuktikan diri').waitFor();
  await periksaAksesibel(page);
  await page.getByRole('button', { name: 'Siapkan aplikasi' }).click();
  await page.getByRole('heading', { name: 'Siapkan aplikasi kode' }).waitFor();
  await keluar(page);
  penyedia.orang.get('1988').groups = [];
  await page.goto('/masuk?kembali=/akun');
  await lewatInstansi(page);
  await page.getByText('sari.dewi@contoh.id').first().waitFor();
  assert.equal((await page.goto('/diterima')).status(), 403, 'the role has ended');
  // Leaving the provider ends the session here: it says so by itself.
  const sana = await page.context().newPage();
  await sana.goto(`${penyedia.penerbit}/session/end`);
  await sana.locator('button[name=logout]').click();
  await sana.getByText('Sign-out Success').first().waitFor();
  await page.goto('/akun/sesi');
  assert.equal(new URL(page.url()).pathname, '/masuk');

  // The address of somebody who is here already opens nothing until the domain is trusted.
  penyedia.orang.set('1990', { email: 'sekda@contoh.id', email_verified: true });
  const lain = await t.buka('/masuk?kembali=/akun');
  await lewatInstansi(lain, '1990');
  await lain.getByText('belum disambungkan').waitFor();
  await periksaAksesibel(lain);
  await gambar(lain, 'masuk-sso-gagal');
});
