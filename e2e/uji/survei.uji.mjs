// What a citizen sees of a survey: on a phone, without scripts, without a line, twice pressed, in four languages.

import assert from 'node:assert/strict';

import { periksaAksesibel } from '../lib/aksesibel.mjs';
import { gambar } from '../lib/gambar.mjs';
import { peladen, uji } from '../lib/uji.mjs';

peladen({ perintah: 'demo' });

const JALUR = '/skm/pratinjau';
const BAHASA = ['id', 'en', 'jv', 'su'];

/** Chooses the third answer everywhere. */
async function isi(page) {
  for (const grup of await page.locator('fieldset:has([required])').all()) {
    await grup.getByRole('radio').nth(2).check();
  }
}

async function hitung(t) {
  const jawaban = await fetch(`${t.prima.alamat}${JALUR}/hitung`);
  return (await jawaban.json()).jumlah;
}

const menunggu = (page) => page.evaluate(() => new Promise((jadi, gagal) => {
  const buka = indexedDB.open('prima-survei', 1);
  buka.onerror = () => gagal(buka.error);
  buka.onsuccess = () => {
    const minta = buka.result.transaction('jawaban').objectStore('jawaban').getAll();
    minta.onsuccess = () => { buka.result.close(); jadi(minta.result); };
  };
}));

/** Waits until the service worker has the page. */
async function tersimpan(page) {
  await page.evaluate(async (url) => {
    await navigator.serviceWorker.ready;
    for (;;) {
      const wadah = await caches.open('prima-survei-1');
      if (await wadah.match(url) && (await wadah.keys()).length >= 3) return;
      await new Promise((jadi) => { setTimeout(jadi, 50); });
    }
  }, page.url());
}

uji('warga menjawab di ponsel dan jawaban dihitung satu kali walau ditekan dua kali', async (t) => {
  const awal = await hitung(t);
  const page = await t.buka(JALUR, { ukuran: 'ponsel' });
  await isi(page);
  await page.getByLabel('Usia').selectOption({ label: '60 tahun ke atas' });
  await page.getByLabel('Saran untuk unit ini').fill('Tambah kursi tunggu');
  await page.getByText('Terjawab 10 dari 10').waitFor();
  await page.getByRole('button', { name: 'Kirim jawaban' }).dblclick();
  await page.getByRole('heading', { name: 'Terima kasih' }).waitFor();
  assert.equal(await hitung(t), awal + 1);
  assert.deepEqual(await menunggu(page), []);
  // The form is not behind the back button: it would be sent again.
  await page.goBack().catch(() => {});
  assert.ok(!new URL(page.url()).pathname.endsWith('pratinjau'));
});

uji('kunjungan pertama ringan: di bawah 30 kB dengan semua berkasnya', async (t) => {
  const page = await t.buka(null, { ukuran: 'ponsel' });
  const ukuran = [];
  page.context().on('requestfinished', (r) => ukuran.push(r.sizes().then((s) => [new URL(r.url()).pathname, s.responseBodySize])));
  await page.goto(JALUR);
  await tersimpan(page);
  // What came out of the browser's own cache to be kept has no size; the worker's script is not seen here.
  const pekerja = await fetch(`${t.prima.alamat}/survei-sw.js`, { headers: { 'accept-encoding': 'gzip' } });
  const semua = (await Promise.all(ukuran)).filter(([, b]) => b > 0);
  semua.push(['survei-sw.js', Number(pekerja.headers.get('content-length'))]);
  const jumlah = semua.reduce((n, [, b]) => n + b, 0);
  assert.equal(semua.length, 5, 'each file came once');
  assert.ok(jumlah > 5_000 && jumlah < 30_000, `${jumlah}: ${JSON.stringify(semua)}`);
  console.log(`        ${jumlah} bytes: ${semua.map(([nama, b]) => `${nama.split('/').at(-1)} ${b}`).join(', ')}`);
});

uji('tanpa skrip halaman tetap terkirim', async (t) => {
  const awal = await hitung(t);
  const page = await t.buka(JALUR, { ukuran: 'ponsel', js: false });
  await isi(page);
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  await page.getByRole('heading', { name: 'Terima kasih' }).waitFor();
  assert.equal(await hitung(t), awal + 1);
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

uji('tanpa jaringan jawaban disimpan dan terkirim tepat satu kali', async (t) => {
  t.izinkan(/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/);
  const awal = await hitung(t);
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
  assert.equal(await hitung(t), awal);
  // Opened again days later, still without a line: nothing is lost.
  await page.reload();
  await page.getByText('2 jawaban menunggu dikirim').waitFor();
  await konteks.setOffline(false);
  await page.getByText('sudah terkirim').waitFor();
  assert.deepEqual(await menunggu(page), []);
  assert.equal(await hitung(t), awal + 2);
});

uji('jawaban yang menunggu terkirim setelah halaman ditutup dan dibuka lagi', async (t) => {
  t.izinkan(/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/);
  const awal = await hitung(t);
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
  assert.equal(await hitung(t), awal + 1);
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
  await page.route('**/jawaban', async (r) => {
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

uji('jawaban yang ditolak ditunjukkan, dapat disimpan, dan tidak hilang sendiri', async (t) => {
  t.izinkan(/410/);
  const page = await t.buka(JALUR, { ukuran: 'ponsel', serviceWorkers: 'block' });
  await page.route('**/jawaban', (r) => r.fulfill({ status: 410, contentType: 'application/json', body: '{"galat":"tertutup"}' }));
  await isi(page);
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  await page.getByText('Ada jawaban yang tidak dapat diterima').waitFor();
  await periksaAksesibel(page);
  await gambar(page, 'survei-ditolak');
  await page.reload();
  await page.getByText('sudah ditutup sebelum jawaban ini terkirim').waitFor();
  const unduhan = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Simpan jawaban sebagai berkas' }).click();
  assert.equal((await unduhan).suggestedFilename(), 'jawaban-survei.json');
  page.on('dialog', (d) => d.accept());
  await page.getByRole('button', { name: 'Hapus dari ponsel ini' }).click();
  await page.locator('#antrean').waitFor({ state: 'hidden' });
});

uji('bukti kerja dikerjakan ketika halaman memintanya', async (t) => {
  const page = await t.buka(`${JALUR}?kerja=12`, { ukuran: 'ponsel', serviceWorkers: 'block' });
  let isiKiriman;
  await page.route('**/jawaban', async (r) => { isiKiriman = r.request().postDataJSON(); await r.continue(); });
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
  await page.route('**/jawaban', async (r) => {
    kiriman.push(r.request().postDataJSON());
    const jawab = minta[kiriman.length - 1];
    await (jawab ? r.fulfill(jawab) : r.continue());
  });
  await isi(page);
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  await page.getByRole('heading', { name: 'Terima kasih' }).waitFor();
  assert.deepEqual(kiriman.map((k) => [k.stempel, typeof k.kerja]), [
    ['pratinjau-0', 'undefined'], ['pratinjau-0', 'string'], ['baru', 'undefined'],
  ]);
  assert.equal(new Set(kiriman.map((k) => k.id)).size, 1);
});

uji('kios: satu pertanyaan satu layar, kembali ke awal bila ditinggal', async (t) => {
  const awal = await hitung(t);
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
  for (let n = 11; n <= 13; n += 1) {
    await page.getByText(`Langkah ${n} dari`).waitFor();
    await page.getByRole('button', { name: 'Lewati' }).click();
  }
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  await page.getByRole('heading', { name: 'Terima kasih' }).waitFor();
  await periksaAksesibel(page);
  assert.equal(await hitung(t), awal + 1);
  await page.clock.runFor(8_500);
  await page.getByRole('button', { name: 'Mulai' }).waitFor();
  // A language chosen by one person is not left to the next.
  await page.getByRole('link', { name: 'Sunda' }).click();
  await page.getByRole('button', { name: 'Mimitian' }).waitFor();
  await page.clock.runFor(46_000);
  await page.getByRole('button', { name: 'Mulai' }).waitFor();
});

uji('setiap keadaan dapat dibaca semua orang, di empat bahasa', async (t) => {
  const keadaan = ['', '/salah', '/penuh', '/kios', '/terima-kasih', '/belum', '/selesai', '/ditutup', '/tidak-ada', '/tautan-dipakai', '/tautan-lewat'];
  for (const ukuran of ['ponsel', 'layar']) {
    const page = await t.buka(null, { ukuran });
    for (const bahasa of BAHASA) {
      for (const satu of keadaan) {
        await page.goto(`${JALUR}${satu}?bahasa=${bahasa}`);
        await periksaAksesibel(page);
      }
    }
  }
  const gelap = await t.buka(null, { ukuran: 'ponsel', colorScheme: 'dark' });
  for (const satu of keadaan) {
    await gelap.goto(JALUR + satu);
    await periksaAksesibel(gelap);
  }
});
