// Notices and start pages: the bell follows what others do while a page is open, the list says why and what can be stopped, the
// settings are kept, and the start page of every role of the example holds on a phone.

import assert from 'node:assert/strict';
import { periksaAksesibel } from '../lib/aksesibel.mjs';
import { gambar } from '../lib/gambar.mjs';
import { peladen, uji } from '../lib/uji.mjs';
import { akun } from './akun.mjs';

peladen({ perintah: 'demo' });

const PERAN = ['admin', 'organisasi', 'sekda', 'bupati', 'evaluator1', 'operator.dinsos', 'kepala.dinsos', 'auditor', 'universitas', 'provinsi', 'nasional'];

/** What the bell shows; 0 without a number. */
const angka = (page) => page.evaluate(() => Number.parseInt(document.querySelector('.lonceng__n > span')?.textContent ?? '0', 10));

uji('beranda tiap peran muat di ponsel dan dapat dibaca semua orang', async (t) => {
  for (const nama of PERAN) {
    const page = await t.sebagai(akun(t, nama), '/', { ukuran: 'ponsel' });
    await page.getByText('menunggu Anda').first().waitFor();
    const baris = await page.locator('.tiga-angka li').evaluateAll((b) => new Set(b.map((x) => x.offsetTop)).size);
    assert.equal(baris, 1, `${nama}: the three figures stand in one row`);
    // What a region is late with is not the ministry's to do; its own verification of a mall's proposal is.
    if (nama === 'nasional') assert.equal(await page.locator('.tiga-angka a[href="#telat"] strong').innerText(), '1');
    await periksaAksesibel(page);
    await gambar(page, `beranda-${nama.replace('.', '-')}`);
  }
});

uji('lonceng bertambah selagi halaman terbuka', async (t) => {
  const sekda = await t.sebagai(akun(t, 'sekda'), '/');
  const semula = await angka(sekda);
  const biro = await t.sebagai(akun(t, 'organisasi'), '/periode');
  await biro.getByRole('link', { name: /2024 \(latihan\)/ }).first().click();
  await biro.goto(`${new URL(biro.url()).pathname}/fase/persiapan`);
  await biro.locator('button[name=_aksi][value=tutup]').click();
  await biro.waitForURL((u) => !u.pathname.includes('/fase/'));
  await sekda.waitForFunction((n) => Number.parseInt(document.querySelector('.lonceng__n > span')?.textContent ?? '0', 10) > n, semula);
});

uji('kabar menyebut sebabnya; yang dihentikan hanya surelnya, dan dapat diubah lagi', async (t) => {
  const page = await t.sebagai(akun(t, 'operator.dinsos'), '/pemberitahuan', { ukuran: 'ponsel' });
  await page.getByText('Anda menerima ini karena Anda operator unit itu.').first().waitFor();
  await periksaAksesibel(page);
  const tombol = page.getByRole('button', { name: /^Hentikan surel seperti ini/ }).first();
  const jenis = await tombol.getAttribute('value');
  const banyak = await page.locator('.kabar__daftar li').count();
  await tombol.click();
  await page.getByText('Surel untuk jenis kabar itu dihentikan, juga di ringkasan harian. Kabarnya tetap muncul di sini.').waitFor();
  assert.equal(await page.locator('.kabar__daftar li').count(), banyak, 'nothing is gone from the list');
  await page.getByRole('link', { name: 'Hanya di dalam program' }).first().click();
  const pilihan = page.locator(`#jenis-${jenis} input[type=radio]:checked`);
  await pilihan.waitFor({ state: 'visible' });
  assert.equal(await pilihan.getAttribute('value'), 'program');
  await periksaAksesibel(page);
  await gambar(page, 'atur-pemberitahuan');
  await page.locator(`#jenis-${jenis} input[value=surel]`).check();
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('Pilihan pemberitahuan disimpan').waitFor();
  await page.goto('/pemberitahuan');
  await page.getByRole('button', { name: 'Tandai semua sudah dilihat' }).click();
  await page.getByText('Semua pemberitahuan ditandai sudah dilihat').waitFor();
  assert.equal(await angka(page), 0);
});
