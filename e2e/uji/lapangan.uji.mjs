// A day in the field without a line: prepared online, scored offline, all there once when the line is back; two devices; late
// work.

import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';

import { periksaAksesibel } from '../lib/aksesibel.mjs';
import { gambar } from '../lib/gambar.mjs';
import { peladen, perambanPenuh, rantai, uji } from '../lib/uji.mjs';
import { akun } from './akun.mjs';

peladen({ perintah: 'demo' });
perambanPenuh();
rantai();

let lokus;
let unit;

const LURING = [/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/, /ERR_FAILED/];

/** A PNG of noise, far over 400 kB, as a camera's picture is. */
function potret(sisi = 1200) {
  const mentah = Buffer.alloc((sisi * 3 + 1) * sisi);
  let acak = 7;
  for (let i = 0; i < mentah.length; i += 1) {
    acak = (acak * 1103515245 + 12345) & 0x7fffffff;
    mentah[i] = i % (sisi * 3 + 1) === 0 ? 0 : acak >> 16;
  }
  const bagian = (nama, isi) => {
    const kepala = Buffer.concat([Buffer.from(nama), isi]);
    const panjang = Buffer.alloc(4);
    panjang.writeUInt32BE(isi.length);
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(crc32(kepala));
    return Buffer.concat([panjang, kepala, crc]);
  };
  const ihdr = Buffer.alloc(13);
  ihdr.writeUInt32BE(sisi, 0);
  ihdr.writeUInt32BE(sisi, 4);
  ihdr.set([8, 2, 0, 0, 0], 8);
  const isi = [Buffer.from('89504e470d0a1a0a', 'hex'), bagian('IHDR', ihdr), bagian('IDAT', deflateSync(mentah)), bagian('IEND', Buffer.alloc(0))];
  return { name: 'IMG_0001.png', mimeType: 'image/png', buffer: Buffer.concat(isi) };
}

function crc32(isi) {
  let crc = ~0;
  for (const b of isi) {
    crc ^= b;
    for (let n = 0; n < 8; n += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}

/** Everything that waits on the phone. */
const antre = (page) => page.evaluate(async () => {
  const db = await new Promise((jadi) => { const b = indexedDB.open('prima-lapangan', 1); b.onsuccess = () => jadi(b.result); });
  const semua = await new Promise((jadi) => { const m = db.transaction('antre').objectStore('antre').getAll(); m.onsuccess = () => jadi(m.result); });
  db.close();
  return semua.map(({ blob, ...a }) => ({ ...a, bita: blob?.size, tipe: blob?.type }));
});

/** Waits until the queue holds so many. */
async function tunggu(page, n) {
  for (let kali = 0; kali < 100; kali += 1) {
    const isi = await antre(page);
    if (isi.length === n) return isi;
    await page.waitForTimeout(100);
  }
  throw new Error(`the queue holds ${JSON.stringify(await antre(page))}, not ${n}`);
}

async function siapkan(t, pilihan = {}) {
  const page = await t.sebagai(akun(t, 'evaluator1'), '/lapangan', { ukuran: 'ponsel', ...pilihan });
  const kartu = lokus ? page.locator(`[data-lokus="${lokus}"]`) : page.locator('[data-lokus]:has([data-siapkan])').first();
  lokus ??= await kartu.getAttribute('data-lokus');
  unit ??= await kartu.getByRole('heading').innerText();
  await kartu.getByRole('button', { name: 'Siapkan unit ini' }).click();
  await page.getByText('Halaman kerja dapat dibuka tanpa jaringan').waitFor();
  return page;
}

const kartu = (page, n) => page.locator('article.lembar-kartu').nth(n);

uji('unit disiapkan, lalu dinilai tanpa jaringan dan terkirim tepat satu kali', async (t) => {
  t.izinkan(...LURING);
  const page = await siapkan(t, { permissions: ['geolocation'], geolocation: { latitude: 0.502, longitude: 117.536, accuracy: 12 } });
  await periksaAksesibel(page);
  await gambar(page, 'lapangan-daftar');
  await page.goto('/lapangan/kerja');
  await page.getByRole('heading', { name: unit }).waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await periksaAksesibel(page);
  const konteks = page.context();
  await konteks.setOffline(true);
  await page.reload();
  await page.getByRole('link', { name: unit }).click();
  await page.getByRole('heading', { name: 'Menilai' }).waitFor();
  await periksaAksesibel(page);
  await gambar(page, 'lapangan-unit', { penuh: true });
  await page.locator('[data-bagian] a').first().click();
  await kartu(page, 0).waitFor();
  const banyak = await page.locator('article.lembar-kartu').count();
  // Another score than the one that is there: the same again is no change and is not sent.
  for (let n = 0; n < banyak; n += 1) {
    const ada = await kartu(page, n).locator('input[type=radio]:checked').evaluateAll((r) => Number(r[0]?.value ?? -1));
    await kartu(page, n).locator(`input[type=radio][value="${(ada + 1) % 6}"]`).check();
  }
  await kartu(page, 0).getByLabel('Catatan', { exact: true }).fill('SP terpasang di loket, dilihat sendiri');
  await kartu(page, 0).getByLabel('Observasi lapangan').check();
  await kartu(page, 0).locator('[data-foto]').setInputFiles(potret());
  await kartu(page, 0).getByText(/^Foto · /).waitFor();
  await kartu(page, 0).getByRole('button', { name: 'Catat posisi' }).click();
  await kartu(page, 0).getByText(/ketelitian ± 12 m/).waitFor();
  const isi = await tunggu(page, banyak + 2);
  const foto = isi.find((a) => a.isi.jenis === 'foto');
  assert.ok(foto.bita <= 400 * 1024 && foto.tipe === 'image/jpeg', `photo of ${foto.bita} bytes, ${foto.tipe}`);
  await page.getByText(`${banyak + 2} tersimpan di ponsel, belum terkirim.`).waitFor();
  await periksaAksesibel(page);
  await gambar(page, 'lapangan-nilai', { untuk: 'panduan' });
  // A checklist, too.
  await page.goto(`/lapangan/kerja#/${lokus}/p/observasi`);
  await kartu(page, 0).locator('input[type=checkbox]').first().check();
  await tunggu(page, banyak + 3);
  await periksaAksesibel(page);
  await gambar(page, 'lapangan-periksa');
  // The browser is closed and opened again, still without a line.
  await page.close();
  const lagi = await konteks.newPage();
  await lagi.goto(`/lapangan/kerja#/${lokus}`);
  await lagi.getByText(`${banyak + 3} tersimpan di ponsel`).waitFor();
  // The line breaks after the server has taken the first score: its answer never comes.
  let putus = 0;
  await konteks.route('**/f02/isian/**', async (r) => {
    putus += 1;
    if (putus > 1) return r.continue();
    await r.fetch();
    return r.abort();
  });
  await konteks.setOffline(false);
  await lagi.getByText('Tanpa jaringan.').waitFor({ state: 'detached' }).catch(() => {});
  await lagi.getByRole('button', { name: 'Kirim sekarang' }).click().catch(() => {});
  await lagi.getByText('Semua sudah terkirim.').waitFor({ timeout: 40_000 });
  assert.ok(putus > banyak, `the broken write was sent again (${putus} writes)`);
  assert.deepEqual(await antre(lagi), []);

  await lagi.goto(`/lokus/${lokus}/f02`);
  await lagi.locator('.lembar-kisi a').last().waitFor();
  await lagi.goto(`/lokus/${lokus}/f02/lapangan`);
  assert.equal(await lagi.locator('.lap-catatan li').count(), 2, 'one photo and one position');
  assert.ok(await lagi.locator('.lap-catatan img').evaluate((g) => g.complete && g.naturalWidth > 0), 'the photo is shown');
  await lagi.getByText('0.502000, 117.536000').waitFor();
  await periksaAksesibel(lagi);
  await gambar(lagi, 'lapangan-catatan', { penuh: true });
});

uji('catatan suara direkam tanpa jaringan, lalu terdengar di halaman catatan', async (t) => {
  t.izinkan(...LURING);
  const page = await siapkan(t, { permissions: ['microphone'] });
  await page.goto(`/lapangan/kerja#/${lokus}`);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await page.context().setOffline(true);
  await page.locator('[data-bagian] a').first().click();
  await kartu(page, 0).waitFor();
  await kartu(page, 0).getByRole('button', { name: 'Rekam suara' }).click();
  await kartu(page, 0).getByText(/^Merekam/).waitFor();
  await page.waitForTimeout(1200);
  await kartu(page, 0).getByRole('button', { name: 'Selesai merekam' }).click();
  await kartu(page, 0).getByText(/^Catatan suara · /).waitFor();
  const [suara] = await tunggu(page, 1);
  assert.ok(suara.isi.jenis === 'suara' && suara.bita > 500 && suara.tipe === 'audio/webm', JSON.stringify(suara));
  await periksaAksesibel(page);
  await gambar(page, 'lapangan-suara', { elemen: kartu(page, 0) });
  await page.context().setOffline(false);
  await page.getByText('Semua sudah terkirim.').waitFor();
  await page.goto(`/lokus/${lokus}/f02/lapangan`);
  const putar = page.locator('.lap-catatan audio');
  assert.equal(await putar.count(), 1);
  await putar.evaluate((a) => new Promise((jadi, gagal) => { a.onloadeddata = jadi; a.onerror = () => gagal(new Error('the note does not play')); a.preload = 'auto'; a.load(); }));
  await periksaAksesibel(page);
});

/** One score typed without a line in its own browser. */
async function luring(t, nilai, catatan) {
  const page = await siapkan(t);
  await page.goto(`/lapangan/kerja#/${lokus}`);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await page.locator('[data-bagian] a').first().click();
  await kartu(page, 0).waitFor();
  await page.context().setOffline(true);
  await kartu(page, 0).locator(`input[type=radio][value="${nilai}"]`).check();
  await kartu(page, 0).getByLabel('Catatan', { exact: true }).fill(catatan);
  await kartu(page, 0).getByLabel('Catatan', { exact: true }).blur();
  await tunggu(page, 1);
  return page;
}

uji('dua perangkat: kedua versi ditunjukkan dan tidak ada yang ditimpa', async (t) => {
  t.izinkan(...LURING, /409/);
  const satu = await luring(t, 5, 'dari ponsel pertama');
  const dua = await luring(t, 2, 'dari ponsel kedua');
  await dua.context().setOffline(false);
  await dua.getByText('Semua sudah terkirim.').waitFor();
  await satu.context().setOffline(false);
  const bentrok = kartu(satu, 0).locator('.lembar-bentrok');
  await bentrok.waitFor();
  assert.match(await bentrok.innerText(), /dari ponsel pertama[\s\S]*dari ponsel kedua/);
  await satu.getByText('1 perlu dipilih').waitFor();
  // From anywhere the bar leads to the card that has to be decided.
  await satu.locator('[data-rumah]').click();
  await satu.getByRole('link', { name: 'Lihat dan pilih' }).click();
  await bentrok.waitFor();
  assert.match(satu.url(), /#\/[0-9a-f-]+\/a\/I\/1/);
  await periksaAksesibel(satu);
  await gambar(satu, 'lapangan-bentrok', { elemen: kartu(satu, 0) });
  const simpan = await satu.request.get(`/lokus/${lokus}/f02/I`);
  assert.match(await simpan.text(), /dari ponsel kedua/);
  await bentrok.getByRole('button', { name: 'Simpan isian saya' }).click();
  await satu.getByText('Semua sudah terkirim.').waitFor();
  assert.match(await (await satu.request.get(`/lokus/${lokus}/f02/I`)).text(), /dari ponsel pertama/);
});

uji('tahap ditutup saat di lapangan: jawabannya jelas, isian tetap ada dan dapat dititipkan', async (t) => {
  t.izinkan(...LURING, /409/);
  const page = await luring(t, 1, 'terlambat kembali');
  const biro = await t.sebagai(akun(t, 'organisasi'), `/lokus/${lokus}`);
  const [periode] = (await biro.content()).match(/\/periode\/[0-9a-f-]{36}/);
  await biro.goto(`${periode}/fase/pelaksanaan`);
  await biro.locator('main form button').last().click();
  await biro.waitForURL((url) => !url.pathname.endsWith('/pelaksanaan'));
  await page.context().setOffline(false);
  await page.getByText('1 tidak diterima').waitFor();
  await page.goto(`/lapangan/kerja#/${lokus}`);
  await page.getByRole('heading', { name: 'Tidak diterima Prima' }).waitFor();
  await page.getByText(/terlambat kembali/).waitFor();
  await periksaAksesibel(page);
  await gambar(page, 'lapangan-tolak', { penuh: true });
  const unduh = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Simpan sebagai berkas' }).click();
  assert.match((await unduh).suggestedFilename(), /^lapangan-.*\.html$/);
  await page.getByRole('button', { name: 'Titipkan ke penyelenggara' }).click();
  await page.getByText('Sudah dititipkan').waitFor();
  assert.equal((await antre(page)).length, 1, 'it stays on the phone until the person deletes it');
  await biro.goto(`/lokus/${lokus}/titipan`);
  await biro.getByText('terlambat kembali').waitFor();
  await periksaAksesibel(biro);
  await gambar(biro, 'lapangan-titipan');
});

uji('waktu beberapa unit diperpanjang sekaligus setelah tahap ditutup', async (t) => {
  t.izinkan(/422/);
  const biro = await t.sebagai(akun(t, 'organisasi'), `/lokus/${lokus}`, { ukuran: 'ponsel' });
  const [periode] = (await biro.content()).match(/\/periode\/[0-9a-f-]{36}/);
  await biro.goto(`${periode}/fase/pelaksanaan`);
  await biro.getByRole('link', { name: 'Perpanjang waktu beberapa unit' }).click();
  await biro.getByRole('heading', { name: 'Perpanjang waktu beberapa unit' }).waitFor();
  await periksaAksesibel(biro);
  await biro.getByRole('button', { name: 'Perpanjang yang dicentang' }).click();
  await biro.getByText('Centang sedikitnya satu unit').first().waitFor();
  await periksaAksesibel(biro);
  // Another unit than the one that the tests after this one need closed.
  await biro.locator(`input[name="lokus"]:not([value="${lokus}"])`).first().check();
  await biro.getByLabel('Sampai tanggal').fill(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10));
  await biro.getByLabel('Alasan').fill('Jaringan terputus');
  await biro.getByRole('button', { name: 'Perpanjang yang dicentang' }).click();
  await biro.getByText('Waktu diperpanjang.').waitFor();
  assert.equal(await biro.getByRole('link', { name: /^Sampai / }).count(), 1);
  await gambar(biro, 'perpanjangan-banyak', { penuh: true });
});

uji('keluar mengosongkan ponsel, yang belum terkirim tetap ada untuk akun itu saja', async (t) => {
  t.izinkan(...LURING, /409/);
  const page = await siapkanTutup(t);
  page.on('dialog', (d) => d.accept());
  await page.goto('/lapangan');
  await page.locator('details.akun summary').click();
  await page.getByRole('button', { name: 'Keluar' }).click();
  await page.waitForURL('/');
  t.lupakan(akun(t, 'evaluator1'));
  const sisa = await page.evaluate(async () => {
    const db = await new Promise((jadi) => { const b = indexedDB.open('prima-lapangan', 1); b.onsuccess = () => jadi(b.result); });
    const n = await new Promise((jadi) => { const m = db.transaction('bekal').objectStore('bekal').count(); m.onsuccess = () => jadi(m.result); });
    db.close();
    return n;
  });
  assert.equal(sisa, 0);
});

/** A phone with a unit on it although the phase is closed. */
async function siapkanTutup(t) {
  const page = await t.sebagai(akun(t, 'evaluator1'), '/lapangan', { ukuran: 'ponsel' });
  await page.evaluate(async (id) => {
    const { siapkan } = await import(document.querySelector('script[src*="lapangan-daftar"]').src.replace('lapangan-daftar', 'lapangan-siap'));
    await siapkan(id, 0);
  }, lokus);
  return page;
}
