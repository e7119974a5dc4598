// What a citizen sees of a survey: on a phone, without scripts, twice pressed, at the counter, in four languages.

import assert from 'node:assert/strict';

import { periksaAksesibel } from '../lib/aksesibel.mjs';
import { gambar } from '../lib/gambar.mjs';
import { peladen, rantai, uji } from '../lib/uji.mjs';
import { akun } from './akun.mjs';
import { bukaRonde, hitung, isi, menunggu, tersimpan } from './warga.mjs';

peladen({ perintah: 'demo' });
rantai();

const BAHASA = ['id', 'en', 'jv', 'su'];

/** The round that all tests answer: its page for officers and its public link. */
let ronde;
let JALUR;

uji('unit membuka ronde dan mendapat tautannya', async (t) => {
  ronde = await bukaRonde(t, { nama: 'SKM uji peramban' });
  JALUR = ronde.publik;
  assert.match(JALUR, /^\/skm\/[a-z0-9]+$/);
});

uji('warga menjawab di ponsel dan jawaban dihitung satu kali walau ditekan dua kali', async (t) => {
  const awal = await hitung(t, ronde);
  const page = await t.buka(JALUR, { ukuran: 'ponsel' });
  await isi(page);
  await page.getByLabel('Usia').selectOption({ label: '60 tahun ke atas' });
  await page.getByLabel('Saran untuk unit ini').fill('Tambah kursi tunggu');
  await page.getByText('Terjawab 10 dari 10').waitFor();
  await page.getByRole('button', { name: 'Kirim jawaban' }).dblclick();
  await page.getByRole('heading', { name: 'Terima kasih' }).waitFor();
  assert.equal(await hitung(t, ronde), awal + 1);
  assert.deepEqual(await menunggu(page), []);
  // The form is not behind the back button: it would be sent again.
  await page.goBack().catch(() => {});
  assert.notEqual(page.url(), t.prima.alamat + JALUR);
});

const ikon = (jalur) => jalur.endsWith('/ikon.svg');

uji('kunjungan pertama ringan: di bawah 30 kB dengan semua berkasnya', async (t) => {
  const page = await t.buka(null, { ukuran: 'ponsel' });
  const semua = [];
  page.on('response', (r) => {
    // What the script takes out of the browser's own cache to keep it is a fetch and costs nothing. Who asks for the icon is the window, which
    // is not always there.
    const jalur = new URL(r.url()).pathname;
    if (r.request().resourceType() !== 'fetch' && !ikon(jalur)) semua.push([jalur, Number(r.headers()['content-length'])]);
  });
  await page.goto(JALUR);
  await tersimpan(page);
  const alamatIkon = await page.locator('link[rel=icon]').getAttribute('href');
  assert.ok(ikon(alamatIkon), alamatIkon);
  for (const jalur of [alamatIkon, '/survei-sw.js']) {
    const berkas = await fetch(`${t.prima.alamat}${jalur}`, { headers: { 'accept-encoding': 'gzip' } });
    semua.push([jalur, Number(berkas.headers.get('content-length'))]);
  }
  const jumlah = semua.reduce((n, [, b]) => n + b, 0);
  assert.equal(semua.length, 5, 'each file came once');
  assert.ok(jumlah > 5_000 && jumlah < 30_000, `${jumlah}: ${JSON.stringify(semua)}`);
  console.log(`        ${jumlah} bytes: ${semua.map(([nama, b]) => `${nama.split('/').at(-1)} ${b}`).join(', ')}`);
});

uji('tanpa skrip halaman tetap terkirim', async (t) => {
  const awal = await hitung(t, ronde);
  const page = await t.buka(JALUR, { ukuran: 'ponsel', js: false });
  await isi(page);
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  await page.getByRole('heading', { name: 'Terima kasih' }).waitFor();
  assert.equal(await hitung(t, ronde), awal + 1);
});

uji('pertanyaan yang terlewat ditunjukkan dan isian lain tetap', async (t) => {
  const page = await t.buka(JALUR, { ukuran: 'ponsel' });
  await page.getByRole('group', { name: /kecepatan waktu/ }).getByLabel('Sangat cepat').check();
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  await page.getByText('Masih ada 9 pertanyaan yang belum dijawab.').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.name), 'layanan');
  await periksaAksesibel(page);
  // The language changes, the answers stay.
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByText('1 of 10 answered').waitFor();
});

uji('tautan sekali pakai menerima satu jawaban, lalu mengatakan sudah dipakai', async (t) => {
  t.izinkan(/410/);
  const petugas = await t.sebagai(akun(t, 'operator.dinsos'), `${ronde.jalur}/tautan`);
  const jawaban = await petugas.request.post(`${ronde.jalur}/tautan`, {
    form: { banyak: '1', bentuk: 'csv' }, headers: { origin: t.prima.alamat },
  });
  const rahasia = (await jawaban.text()).match(/\/skm\/[a-z0-9]+\/s\/([\w-]+)/)?.[0];
  assert.ok(rahasia, 'the list has the link');
  const awal = await hitung(t, ronde);
  const page = await t.buka(rahasia, { ukuran: 'ponsel' });
  await isi(page);
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  await page.getByRole('heading', { name: 'Terima kasih' }).waitFor();
  assert.equal(await hitung(t, ronde), awal + 1);
  await page.goto(rahasia);
  await page.getByRole('heading', { name: 'sudah dipakai' }).waitFor();
  await periksaAksesibel(page);
  await gambar(page, 'survei-tautan-dipakai');
});

uji('isian yang salah kembali dari server dengan letak salahnya', async (t) => {
  t.izinkan(/422/, /ERR_FAILED/);
  const page = await t.buka(null, { ukuran: 'ponsel' });
  await page.route('**/survei.js', (r) => r.abort());
  await page.goto(JALUR);
  await page.getByRole('group', { name: /kecepatan waktu/ }).getByLabel('Sangat cepat').check();
  await page.getByLabel('Saran untuk unit ini').fill('<b>Loket</b> & kursi');
  await page.locator('#survei').evaluate((form) => { form.noValidate = true; });
  await page.unroute('**/survei.js');
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  await page.getByRole('link', { name: 'Pertanyaan 1: Pilih satu jawaban.' }).waitFor();
  await periksaAksesibel(page);
  await gambar(page, 'survei-salah');
  assert.ok(await page.getByLabel('Sangat cepat').isChecked());
  assert.equal(await page.getByLabel('Saran untuk unit ini').inputValue(), '<b>Loket</b> & kursi');
  await isi(page);
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  await page.getByRole('heading', { name: 'Terima kasih' }).waitFor();
});

uji('kios: satu pertanyaan satu layar, kembali ke awal bila ditinggal', async (t) => {
  const awal = await hitung(t, ronde);
  const page = await t.buka(null, { ukuran: 'tablet', hasTouch: true });
  await page.clock.install();
  await page.goto(`${JALUR}/kios`);
  await page.getByRole('button', { name: 'Mulai' }).click();
  await page.getByText('Langkah 1 dari').waitFor();
  await periksaAksesibel(page);
  await gambar(page, 'survei-kios');
  await page.getByText('Kartu keluarga').click();
  await page.clock.runFor(400);
  await page.getByText('Langkah 2 dari').waitFor();
  // Nobody there: it asks, counts down and goes back, and the answer is gone.
  await page.clock.runFor(26_000);
  await page.getByRole('dialog', { name: 'Masih di sini?' }).waitFor();
  await page.getByText('19 detik lagi').waitFor();
  await periksaAksesibel(page);
  await gambar(page, 'survei-kios-diam');
  await page.getByRole('button', { name: 'Ya, lanjutkan' }).click();
  await page.getByText('Langkah 2 dari').waitFor();
  await page.clock.runFor(25_500);
  await page.getByRole('dialog').waitFor();
  await page.clock.runFor(20_500);
  await page.getByRole('button', { name: 'Mulai' }).waitFor();
  assert.equal(await page.locator('fieldset:has([required]) :checked').count(), 0);
  // A whole answer; then the screen is free for the next person after eight seconds.
  await page.getByRole('button', { name: 'Mulai' }).click();
  for (let n = 1; n <= 10; n += 1) {
    await page.getByText(`Langkah ${n} dari`).waitFor();
    await page.locator('fieldset:visible').getByRole('radio').nth(1).click();
    await page.clock.runFor(400);
  }
  for (let n = 11; n <= 14; n += 1) {
    await page.getByText(`Langkah ${n} dari 15`).waitFor();
    await page.getByRole('button', { name: 'Lewati' }).click();
  }
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  await page.getByRole('heading', { name: 'Terima kasih' }).waitFor();
  await periksaAksesibel(page);
  assert.equal(await hitung(t, ronde), awal + 1);
  await page.clock.runFor(8_500);
  await page.getByRole('button', { name: 'Mulai' }).waitFor();
  // A language chosen by one person is not left to the next.
  await page.getByRole('link', { name: 'Sunda' }).click();
  await page.getByRole('button', { name: 'Mimitian' }).waitFor();
  await page.clock.runFor(46_000);
  await page.getByRole('button', { name: 'Mulai' }).waitFor();
});

uji('setiap keadaan dapat dibaca semua orang, di empat bahasa', async (t) => {
  t.izinkan(/404/, /410/);
  const nanti = await bukaRonde(t, { nama: 'SKM yang belum dibuka', mulai: 5 });
  const keadaan = [JALUR, `${JALUR}/kios`, `${JALUR}/terima-kasih`, `${JALUR}/s/tidakada`, '/skm/tidakada', nanti.publik];
  for (const [ukuran, colorScheme] of [['ponsel', 'light'], ['layar', 'light'], ['ponsel', 'dark']]) {
    const page = await t.buka(null, { ukuran, colorScheme });
    for (const bahasa of BAHASA) {
      for (const satu of keadaan) {
        await page.goto(`${satu}?bahasa=${bahasa}`);
        assert.equal(await page.locator('html').getAttribute('lang'), bahasa);
        await periksaAksesibel(page);
      }
    }
  }
});
