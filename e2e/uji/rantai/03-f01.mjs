// The operator fills F01: all kinds of fields with autosave, one indicator without scripts.

import assert from 'node:assert/strict';

import { uji } from '../../lib/uji.mjs';
import { aspek, kisah, pandang, sebagai, tekan } from './bersama.mjs';

/** Answers every question that shows, as often as an answer makes others appear. */
async function isiKartu(form) {
  for (let putaran = 0; putaran < 4; putaran += 1) {
    let berubah = false;
    for (const bidang of await form.locator('.fs-bidang:not([hidden])').all()) {
      berubah = (await isiBidang(bidang)) || berubah;
    }
    if (!berubah) return;
  }
}

async function isiBidang(bidang) {
  const pilihan = bidang.locator('input[type=radio], input[type=checkbox]');
  if ((await pilihan.count()) > 0) {
    if ((await bidang.locator('input:checked').count()) > 0) return false;
    await pilihan.first().check();
    if ((await pilihan.first().getAttribute('type')) === 'checkbox' && (await pilihan.count()) > 2) await pilihan.nth(1).check();
    return true;
  }
  const medan = bidang.locator('input, textarea, select').first();
  if ((await medan.inputValue()) !== '') return false;
  const jenis = await medan.evaluate((el) => (el.matches('textarea') ? 'area' : el.matches('select') ? 'pilih' : `${el.type} ${el.inputMode}`));
  if (jenis === 'pilih') await medan.selectOption({ index: 1 });
  else if (jenis.startsWith('date')) await medan.fill('2026-02-10');
  else if (/number|numeric|decimal/.test(jenis)) await medan.fill('5');
  else await medan.fill('Tersedia dan dipasang di ruang tunggu.');
  return true;
}

uji('operator mengisi semua aspek; tersimpan sendiri', async (t) => {
  const page = await sebagai(t, 'operator.kecamatan', '/');
  await pandang(page, 'beranda-operator');
  await page.goto(`${kisah.lokus}/f01`);
  await pandang(page, 'f01-ringkasan');
  const jalur = await aspek(page, 'f01');
  assert.ok(jalur.length >= 6, `${jalur.length} aspects`);
  const jenis = new Set();
  for (const satu of jalur) {
    await page.goto(satu);
    for (const form of await page.locator('form[data-f01]').all()) {
      await isiKartu(form);
      for (const tipe of await form.locator('input:not([type=hidden]), textarea').evaluateAll((m) => m.map((el) => el.type))) jenis.add(tipe);
    }
    // Each card says by itself that it is stored.
    for (const kartu of await page.locator('.fs-kartu:has(form[data-f01])').all()) {
      await kartu.locator('[data-simpan][data-nada=baik]').waitFor();
    }
    if (satu === jalur[0]) await pandang(page, 'f01-aspek');
  }
  for (const tipe of ['radio', 'checkbox', 'text']) assert.ok(jenis.has(tipe), `no ${tipe} in ${[...jenis]}`);
});

uji('satu indikator tanpa JavaScript; salah isi kembali utuh', async (t) => {
  const page = await sebagai(t, 'operator.kecamatan', null, { js: false, ukuran: 'ponsel' });
  await page.goto((await aspek(page, 'f01'))[0]);
  const form = page.locator('form[data-f01]:has(input[inputmode=numeric], input[inputmode=decimal])').first();
  const aksi = await form.getAttribute('action');
  const medan = form.locator('input[inputmode=numeric], input[inputmode=decimal]').first();
  await medan.fill('tiga belas');
  t.izinkan(/422/);
  await form.getByRole('button', { name: 'Simpan indikator ini' }).click();
  const lagi = page.locator(`form[action="${aksi}"]`);
  const medanLagi = lagi.locator('input[inputmode=numeric], input[inputmode=decimal]').first();
  assert.equal(await medanLagi.inputValue(), 'tiga belas');
  await page.getByText(/Tulis (bilangan bulat|angka)/).first().waitFor();
  await medanLagi.fill('13');
  await lagi.getByRole('button', { name: 'Simpan indikator ini' }).click();
  await page.getByText('Isian tersimpan').waitFor();
  assert.equal(await page.locator(`form[action="${aksi}"]`).locator('input[inputmode=numeric], input[inputmode=decimal]').first().inputValue(), '13');
});

uji('dua rekan menyimpan indikator yang sama: yang kedua memilih', async (t) => {
  const [satu, dua] = [await sebagai(t, 'operator.kecamatan', null), await sebagai(t, 'operator.kecamatan', null)];
  const [jalur] = await aspek(satu, 'f01');
  for (const page of [satu, dua]) await page.goto(jalur);
  const medan = (page) => page.locator('form[data-f01] input[inputmode=numeric], form[data-f01] input[inputmode=decimal]').first();
  const kartu = (page) => page.locator('.fs-kartu', { has: medan(page) }).first();
  t.izinkan(/409/);
  await medan(satu).fill('14');
  await kartu(satu).locator('[data-simpan][data-nada=baik]').waitFor();
  await medan(dua).fill('15');
  const tanya = dua.getByRole('alertdialog');
  await tanya.waitFor();
  await pandang(dua, 'f01-bentrok', { dari: kartu(dua) });
  await tanya.getByRole('button', { name: 'Simpan isian saya' }).click();
  await kartu(dua).locator('[data-simpan][data-nada=baik]').waitFor();
  await dua.reload();
  assert.equal(await medan(dua).inputValue(), '15');
});

uji('riwayat dan halaman cetak', async (t) => {
  const page = await sebagai(t, 'operator.kecamatan', `${kisah.lokus}/f01/cetak`);
  await pandang(page);
});
