// Answers without a line, with a busy server and with a closed round: nothing is lost, nothing counts twice.

import assert from 'node:assert/strict';

import { periksaAksesibel } from '../lib/aksesibel.mjs';
import { gambar } from '../lib/gambar.mjs';
import { peladen, perambanPenuh, rantai, uji } from '../lib/uji.mjs';
import { akun } from './akun.mjs';
import { bukaRonde, hitung, isi, menunggu, tersimpan } from './warga.mjs';

peladen({ perintah: 'demo' });
perambanPenuh();
rantai();

/** The round that all tests answer: its page for officers and its public link. */
let ronde;
let JALUR;

uji('unit membuka ronde dan mendapat tautannya', async (t) => {
  ronde = await bukaRonde(t, { nama: 'SKM uji peramban' });
  JALUR = ronde.publik;
  assert.match(JALUR, /^\/skm\/[a-z0-9]+$/);
});

uji('tanpa jaringan jawaban disimpan dan terkirim tepat satu kali', async (t) => {
  t.izinkan(/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/);
  const awal = await hitung(t, ronde);
  const page = await t.buka(JALUR, { ukuran: 'ponsel' });
  await tersimpan(page);
  const konteks = page.context();
  await konteks.setOffline(true);
  await page.reload();
  await page.getByText('Ponsel Anda sedang tanpa jaringan').waitFor();
  await periksaAksesibel(page);
  for (const ke of [1, 2]) {
    await isi(page);
    await page.getByRole('button', { name: 'Kirim jawaban' }).dblclick();
    await page.getByRole('heading', { name: 'Jawaban tersimpan di ponsel ini' }).waitFor();
    await page.getByText(`${ke} jawaban menunggu dikirim`).waitFor();
    if (ke === 1) {
      await periksaAksesibel(page);
      await gambar(page, 'survei-luring');
      await page.getByRole('button', { name: 'Isi untuk orang lain' }).click();
      assert.equal(await page.locator('fieldset:has([required]) :checked').count(), 0);
    }
  }
  const antre = await menunggu(page);
  assert.equal(new Set(antre.map((j) => j.id)).size, 2);
  for (const j of antre) assert.match(j.id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(await hitung(t, ronde), awal);
  // Opened again days later, still without a line: nothing is lost.
  await page.reload();
  await page.getByText('2 jawaban menunggu dikirim').waitFor();
  await konteks.setOffline(false);
  await page.getByText('sudah terkirim').waitFor();
  assert.deepEqual(await menunggu(page), []);
  assert.equal(await hitung(t, ronde), awal + 2);
});

uji('jawaban yang menunggu terkirim setelah halaman ditutup dan dibuka lagi', async (t) => {
  t.izinkan(/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/);
  const awal = await hitung(t, ronde);
  const page = await t.buka(JALUR, { ukuran: 'ponsel' });
  await tersimpan(page);
  const konteks = page.context();
  await konteks.setOffline(true);
  await page.reload();
  await isi(page);
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  await page.getByText('1 jawaban menunggu dikirim').waitFor();
  await page.close();
  await konteks.setOffline(false);
  const lagi = await konteks.newPage();
  await lagi.goto(JALUR);
  await lagi.waitForFunction(async () => {
    const db = await new Promise((jadi) => { const b = indexedDB.open('prima-survei', 1); b.onsuccess = () => jadi(b.result); });
    const n = await new Promise((jadi) => { const m = db.transaction('jawaban').objectStore('jawaban').count(); m.onsuccess = () => jadi(m.result); });
    db.close();
    return n === 0;
  });
  assert.equal(await hitung(t, ronde), awal + 1);
});

uji('hanya tanda terima untuk jawabannya sendiri yang menghapus antrean', async (t) => {
  t.izinkan(/status of (503|403|200)/, /answer on/, /Failed to load/);
  const page = await t.buka(JALUR, { ukuran: 'ponsel', serviceWorkers: 'block' });
  const salinan = [
    { status: 503, headers: { 'retry-after': '2', 'content-type': 'application/json' }, body: '{"galat":"penuh"}' },
    { status: 200, contentType: 'text/html', body: 'Selamat datang di WiFi gratis' },
    { status: 403, contentType: 'text/html', body: 'Login' },
    { status: 200, contentType: 'application/json', body: '{"id":"00000000-0000-4000-8000-000000000000","terima":"baru"}' },
  ];
  let kali = 0;
  const id = new Set();
  await page.route(/\/jawaban(\?|$)/, async (r) => {
    id.add(r.request().postDataJSON().id);
    if (kali < salinan.length) await r.fulfill(salinan[kali]);
    else await r.continue();
    kali += 1;
  });
  await isi(page);
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  await page.getByRole('heading', { name: 'Jawaban tersimpan di ponsel ini' }).waitFor();
  const [j] = await menunggu(page);
  assert.ok(j.tahan > Date.now() + 1000, 'Retry-After is respected');
  // Pressing does not overrule what the server asked for.
  await page.getByRole('button', { name: 'Kirim sekarang' }).click();
  assert.equal(kali, 1);
  for (let n = 2; n <= 5; n += 1) {
    await page.waitForFunction(() => true);
    await page.waitForTimeout(n === 2 ? 2200 : 100);
    if (await page.getByRole('button', { name: 'Kirim sekarang' }).count()) await page.getByRole('button', { name: 'Kirim sekarang' }).click();
  }
  await page.getByRole('heading', { name: 'Terima kasih' }).waitFor();
  assert.equal(id.size, 1);
});

uji('ronde ditutup saat jawaban menunggu: ditunjukkan, dapat disimpan, tidak hilang sendiri', async (t) => {
  t.izinkan(/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/, /410/);
  const lain = await bukaRonde(t, { nama: 'SKM yang ditutup' });
  const page = await t.buka(lain.publik, { ukuran: 'ponsel' });
  await tersimpan(page);
  await page.context().setOffline(true);
  await isi(page);
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  await page.getByText('1 jawaban menunggu dikirim').waitFor();
  const petugas = await t.sebagai(akun(t, 'operator.dinsos'), `${lain.jalur}/penutupan`);
  await petugas.getByLabel('Alasan').fill('Responden sudah cukup.');
  await petugas.getByRole('button', { name: 'Tutup ronde' }).click();
  await petugas.waitForURL((url) => url.pathname === lain.jalur);
  await page.context().setOffline(false);
  await page.getByText('Ada jawaban yang tidak dapat diterima').waitFor();
  await periksaAksesibel(page);
  await gambar(page, 'survei-ditolak');
  await page.goto(lain.publik);
  await page.getByRole('heading', { name: 'Survei ini sudah ditutup' }).waitFor();
  await page.getByText('Responden sudah cukup.').waitFor();
  await page.getByText('sudah ditutup sebelum jawaban ini terkirim').waitFor();
  await periksaAksesibel(page);
  await gambar(page, 'survei-ditutup');
  const unduhan = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Simpan jawaban sebagai berkas' }).click();
  assert.equal((await unduhan).suggestedFilename(), 'jawaban-survei.json');
  page.on('dialog', (d) => d.accept());
  await page.getByRole('button', { name: 'Hapus dari ponsel ini' }).click();
  await page.locator('#antrean').waitFor({ state: 'hidden' });
});

uji('bukti kerja dikerjakan ketika halaman memintanya', async (t) => {
  const page = await t.buka(JALUR, { ukuran: 'ponsel', serviceWorkers: 'block' });
  await page.locator('#survei').evaluate((form) => { form.dataset.kerja = 12; });
  let isiKiriman;
  await page.route(/\/jawaban(\?|$)/, async (r) => { isiKiriman = r.request().postDataJSON(); await r.continue(); });
  await isi(page);
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  await page.getByRole('heading', { name: 'Terima kasih' }).waitFor();
  const { createHash } = await import('node:crypto');
  const sidik = createHash('sha256').update(`${isiKiriman.stempel}:${isiKiriman.kerja}`).digest();
  assert.equal(sidik.readUInt16BE(0) >> 4, 0);
});

uji('permintaan server sebelum menerima dipenuhi: bukti kerja, lalu stempel baru', async (t) => {
  t.izinkan(/429|422/);
  const page = await t.buka(JALUR, { ukuran: 'ponsel', serviceWorkers: 'block' });
  const minta = [
    { status: 429, headers: { 'retry-after': '30' }, json: { galat: 'terlalu-banyak', nanti: 30, kerja: 10 } },
    { status: 422, json: { galat: 'stempel-lama', stempel: 'baru' } },
  ];
  const kiriman = [];
  await page.route(/\/jawaban(\?|$)/, async (r) => {
    kiriman.push(r.request().postDataJSON());
    await r.fulfill(minta[kiriman.length - 1] ?? { json: { id: kiriman[0].id, terima: 'baru' } });
  });
  await isi(page);
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  await page.getByRole('heading', { name: 'Terima kasih' }).waitFor();
  assert.deepEqual(kiriman.map((k) => [k.stempel, typeof k.kerja]), [
    [kiriman[0].stempel, 'undefined'], [kiriman[0].stempel, 'string'], ['baru', 'undefined'],
  ]);
  assert.equal(new Set(kiriman.map((k) => k.id)).size, 1);
});
