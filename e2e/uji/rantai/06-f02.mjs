// Two evaluators score by themselves (keyboard; and without scripts), one conflict of two tabs, then they settle what differs.

import assert from 'node:assert/strict';

import { gambar } from '../../lib/gambar.mjs';
import { uji } from '../../lib/uji.mjs';
import { aspek, kisah, nyatakanBebas, pandang, sebagai, tekan } from './bersama.mjs';

uji('sebelum menilai, evaluator menyatakan benturan kepentingannya', async (t) => {
  t.izinkan(/422/);
  const page = await sebagai(t, 'evaluator1', null);
  const [satu] = await aspek(page, 'f02');
  await page.goto(satu);
  await page.getByRole('heading', { name: 'Pernyataan benturan kepentingan' }).waitFor();
  await page.locator('main form').evaluate((form) => { form.noValidate = true; });
  await tekan(page, 'Nyatakan');
  await page.getByText('Pilih ada atau tidak ada').first().waitFor();
  await pandang(page);
  for (const nama of ['evaluator1', 'evaluator2']) await nyatakanBebas(await sebagai(t, nama, null));
});

uji('evaluator pertama menilai dengan papan tik', async (t) => {
  const page = await sebagai(t, 'evaluator1', '/');
  await pandang(page, 'beranda-evaluator');
  const daftar = await aspek(page, 'f02');
  await pandang(page, 'f02-ikhtisar');
  for (const satu of daftar) {
    await page.goto(satu);
    const kartu = page.locator('.lembar-kartu');
    const banyak = await kartu.count();
    for (let n = 0; n < banyak; n += 1) {
      await page.keyboard.press('j');
      await page.keyboard.press('4');
    }
    await page.locator(`.lembar-kartu--terisi >> nth=${banyak - 1}`).waitFor();
    await page.locator('[data-ringkas]', { hasText: 'Semua tersimpan' }).waitFor();
    if (satu === daftar[0]) {
      await page.keyboard.press('?');
      await pandang(page);
      await page.keyboard.press('Escape');
      await page.evaluate(() => scrollTo(0, 0));
      await pandang(page, 'f02');
      await gambar(page, 'f02', { untuk: 'readme' });
    }
  }
});

uji('satu akun di dua tab: yang kedua diberi tahu dan memilih', async (t) => {
  t.izinkan(/409/);
  const satu = await sebagai(t, 'evaluator1', null);
  const [jalur] = await aspek(satu, 'f02');
  await satu.goto(jalur);
  const dua = await satu.context().newPage();
  await dua.goto(jalur);
  const kartu = (page) => page.locator('.lembar-kartu').first();
  await kartu(satu).getByLabel('Catatan').fill('Ditulis di tab pertama.');
  await kartu(satu).locator('[data-status]', { hasText: /^Tersimpan/ }).waitFor();
  await satu.locator('[data-ringkas]', { hasText: 'Semua tersimpan' }).waitFor();
  await kartu(dua).getByLabel('Catatan').fill('Ditulis di tab kedua.');
  const tanya = kartu(dua).locator('[data-bentrok]');
  await tanya.waitFor({ state: 'visible' });
  await tanya.getByText('Ditulis di tab pertama.').waitFor();
  await pandang(dua, 'f02-bentrok', { dari: kartu(dua).getByLabel('Catatan') });
  await tanya.getByRole('button', { name: 'Simpan isian saya' }).click();
  await dua.locator('[data-ringkas]', { hasText: 'Semua tersimpan' }).waitFor();
  await satu.reload();
  assert.equal(await kartu(satu).getByLabel('Catatan').inputValue(), 'Ditulis di tab kedua.');
});

uji('isian yang belum terkirim disebut ketika lembarnya terkunci, dan terkirim sesudah dibuka lagi', async (t) => {
  t.izinkan(/ERR_FAILED/);
  const page = await sebagai(t, 'evaluator1', null);
  const [jalur] = await aspek(page, 'f02');
  const isian = '**/f02/isian/**';
  await page.goto(jalur);
  await page.route(isian, (r) => r.abort());
  const kartu = page.locator('.lembar-kartu').first();
  await kartu.getByLabel('Catatan').fill('Ditulis tanpa jaringan.');
  await kartu.locator('[data-status]', { hasText: 'Belum terkirim' }).waitFor();
  await page.goto(`${kisah.lokus}/f02`);
  await tekan(page, 'Tandai penilaian saya selesai');
  for (const satu of [jalur, `${kisah.lokus}/f02`]) {
    await page.goto(satu);
    await page.getByText('Ada isian Anda yang belum terkirim').waitFor();
    await page.locator('[data-tertinggal-kode]', { hasText: '1.a' }).waitFor();
    await pandang(page);
  }
  await page.locator('.lembar-buka summary').click();
  await page.locator('.lembar-buka [name=alasan]').fill('Ada isian yang belum terkirim.');
  await page.locator('.lembar-buka button').click();
  await page.getByText('Penilaian Anda dibuka kembali').waitFor();
  await page.unroute(isian);
  await page.goto(jalur);
  await page.locator('[data-ringkas]', { hasText: 'Semua tersimpan' }).waitFor();
  assert.equal(await page.getByText('Ada isian Anda yang belum terkirim').count(), 0);
  await page.reload();
  assert.equal(await kartu.getByLabel('Catatan').inputValue(), 'Ditulis tanpa jaringan.');
});

uji('evaluator kedua menilai tanpa JavaScript, satu indikator berbeda', async (t) => {
  const page = await sebagai(t, 'evaluator2', null, { js: false });
  for (const [n, satu] of (await aspek(page, 'f02')).entries()) {
    await page.goto(satu);
    const kartu = await page.locator('.lembar-kartu').all();
    for (const [m, satuKartu] of kartu.entries()) {
      await satuKartu.locator(`.lembar-rubrik input[value="${n === 0 && m === 0 ? 3 : 4}"]`).check();
      if (n === 0 && m === 0) await satuKartu.getByLabel('Rekomendasi').fill('Libatkan masyarakat dalam peninjauan standar pelayanan.');
    }
    await tekan(page, 'Simpan semua di aspek ini');
    await page.getByText('Tersimpan').first().waitFor();
  }
});

uji('nilai rekan baru tampak setelah selesai sendiri', async (t) => {
  const page = await sebagai(t, 'evaluator1', `${kisah.lokus}/f02/konsensus`);
  await page.getByText('Selesaikan penilaian Anda dahulu').waitFor();
  await pandang(page);
  for (const nama of ['evaluator1', 'evaluator2']) {
    const lembar = await sebagai(t, nama, `${kisah.lokus}/f02`);
    await tekan(lembar, 'Tandai penilaian saya selesai');
    await lembar.getByText('Penilaian Anda ditandai selesai').waitFor();
  }
});

uji('yang berbeda disepakati dengan alasan', async (t) => {
  t.izinkan(/422/);
  const page = await sebagai(t, 'evaluator1', `${kisah.lokus}/f02/konsensus`);
  const putusan = page.locator('.lembar-putusan');
  assert.equal(await putusan.count(), 1);
  await pandang(page, 'f02-konsensus');
  await putusan.getByRole('button', { name: /Simpan kesepakatan/ }).click();
  await page.getByText('Alasan wajib diisi').first().waitFor();
  await putusan.getByRole('radio', { name: '3' }).check();
  await putusan.getByLabel('Alasan').fill('Bukti pelibatan masyarakat belum bertanda tangan.');
  await putusan.getByRole('button', { name: /Simpan kesepakatan/ }).click();
  await page.getByText('Kesepakatan tersimpan').waitFor();
  await page.getByText('Tidak ada yang perlu disepakati lagi').waitFor();
  await page.getByRole('link', { name: /Riwayat/ }).first().click();
  await pandang(page);
});
