// F03: a citizen on a phone without scripts, ten answers, a double press, paper with its scan, a rejection.

import assert from 'node:assert/strict';

import { berkasPdf } from '../../lib/berkas.mjs';
import { gambar } from '../../lib/gambar.mjs';
import { uji } from '../../lib/uji.mjs';
import { kisah, pandang, sebagai, tekan } from './bersama.mjs';

const terhitung = async (page) => {
  await page.reload();
  const dt = page.locator('dt', { hasText: 'Responden terhitung' });
  return Number(await dt.locator('xpath=following-sibling::dd[1]').innerText());
};

uji('penyelenggara membuka F03 dan membagikan tautannya', async (t) => {
  const page = await sebagai(t, 'organisasi', `${kisah.lokus}/f03`);
  await pandang(page);
  await tekan(page, 'Buka F03');
  kisah.survei = await page.locator('.kues-tautan').getAttribute('href');
  assert.match(kisah.survei, /^\/f03\/./);
  for (const nama of ['poster', 'kuesioner']) {
    const jawaban = await page.request.get(`${kisah.lokus}/f03/${nama}`);
    assert.equal((await jawaban.body()).subarray(0, 5).toString(), '%PDF-', nama);
  }
});

uji('warga menjawab di ponsel tanpa JavaScript; yang terlewat ditunjukkan', async (t) => {
  t.izinkan(/422/);
  const page = await t.buka(kisah.survei, { ukuran: 'ponsel', js: false });
  await gambar(page, 'f03-warga', { untuk: 'panduan' });
  const butir = await page.locator('#survei fieldset').all();
  // The browser itself asks for what is missing; a browser that does not is answered by the server.
  await page.locator('#survei').evaluate((form) => { form.noValidate = true; }).catch(() => {});
  for (const satu of butir.slice(1)) await satu.locator('label').nth(4).click();
  await page.locator('#kirim').click();
  await page.getByText('Pertanyaan 1: Pilih satu jawaban').first().waitFor();
  assert.equal(await page.locator('#survei fieldset :checked').count(), butir.length - 1, 'what was chosen is still there');
  await butir[0].locator('label').nth(5).click();
  await tekan(page, 'Kirim jawaban');
  await page.getByText('Terima kasih, jawaban Anda sudah kami terima').waitFor();

  const layar = await t.buka(kisah.survei, { ukuran: 'ponsel' });
  await pandang(layar);
});

uji('sepuluh jawaban; tekan dua kali dihitung sekali', async (t) => {
  const kelola = await sebagai(t, 'organisasi', `${kisah.lokus}/f03`);
  const page = await t.buka(null);
  for (let n = 0; n < 9; n += 1) {
    const html = await (await page.request.get(kisah.survei)).text();
    const isian = {};
    for (const [, nama] of html.matchAll(/<input type="radio" name="([^"]+)"/g)) isian[nama] = String(4 + (n % 2));
    for (const nama of ['id', 'stempel']) isian[nama] = html.match(new RegExp(`name="${nama}" value="([^"]+)"`))[1];
    for (const kali of n === 0 ? [1, 2] : [1]) {
      const jawaban = await page.request.post(kisah.survei, { form: isian, headers: { origin: t.prima.alamat } });
      assert.equal(jawaban.status(), 200, `press ${kali}`);
    }
  }
  assert.equal(await terhitung(kelola), 10);
  await pandang(kelola, 'f03-kelola');
});

uji('jawaban kertas perlu pindaian; kotak kosong bukan nol', async (t) => {
  t.izinkan(/422/);
  const page = await sebagai(t, 'operator.kecamatan', `${kisah.lokus}/f03/kertas`);
  const baris = page.locator('.kues-ketik tbody tr');
  for (const sel of await baris.nth(0).locator('input:not([type=hidden])').all()) await sel.fill('5');
  for (const sel of (await baris.nth(1).locator('input:not([type=hidden])').all()).slice(0, 4)) await sel.fill('3');
  await pandang(page, 'f03-kertas');
  await tekan(page, 'Simpan bundel');
  await page.getByText('Pilih berkas pindaiannya').first().waitFor();
  await page.getByLabel('Pindaian lembar asli').setInputFiles(berkasPdf('pindaian-loket.pdf'));
  await page.getByLabel('Keterangan').fill('Loket pelayanan, 12 Mei');
  await tekan(page, 'Simpan bundel');
  await page.getByText('Bundel kertas tersimpan').waitFor();
  assert.equal(await terhitung(page), 11, 'the half-filled sheet is not counted');
});

uji('evaluator menolak bundel kertas dengan alasan', async (t) => {
  const page = await sebagai(t, 'evaluator1', `${kisah.lokus}/f03`);
  await page.getByRole('link', { name: 'Tolak bundel ini' }).click();
  await page.getByLabel('Alasan menolak').fill('Lembar tidak bertanggal.');
  await pandang(page);
  await tekan(page, 'Tolak bundel ini');
  await page.getByText('Bundel ditolak').waitFor();
  assert.equal(await terhitung(page), 10);
  await pandang(page);
});
