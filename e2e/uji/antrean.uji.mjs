// One morning in the hall of the example: a phone takes a number, an officer calls it, board and phone side by side say so; the
// citizen is served, and asked. The kiosk, and what the front desk sees.

import assert from 'node:assert/strict';
import { periksaAksesibel } from '../lib/aksesibel.mjs';
import { gambar } from '../lib/gambar.mjs';
import { peladen, rantai, uji } from '../lib/uji.mjs';

peladen({ perintah: 'demo' });
rantai();

const SANDI = 'contoh-prima-2023';
const petugas = { surel: 'pelaksana2@contoh.id', sandi: SANDI };
const depan = { surel: 'depan.mpp@contoh.id', sandi: SANDI };
let tiket, nomor, layar;

uji('warga mengambil nomor di telepon', async (t) => {
  const page = await t.buka('/antre/kutai-timur', { ukuran: 'ponsel' });
  await page.getByRole('heading', { name: 'Ambil nomor antrean' }).waitFor();
  await periksaAksesibel(page);
  await gambar(page, 'antre');
  // Three hundred services: what is asked for often, then the gerai; words find one as well.
  await page.getByRole('heading', { name: 'Sering diminta' }).waitFor();
  await page.getByLabel(/^Cari layanan/).fill('perpanjang skck');
  await page.getByRole('button', { name: 'Cari', exact: true }).click();
  await page.getByRole('link', { name: /^Perpanjangan SKCK/ }).waitFor();
  await periksaAksesibel(page);
  await page.getByRole('link', { name: 'Semua gerai' }).click();
  await page.getByRole('link', { name: /^G01/ }).click();
  await periksaAksesibel(page);
  await page.getByRole('link', { name: 'Akta kelahiran anak' }).click();
  await periksaAksesibel(page);
  await page.getByRole('button', { name: 'Ambil nomor' }).click();
  await page.waitForURL(/\/tiket\/t/);
  nomor = (await page.locator('.tiket-nomor').innerText()).match(/[A-Z]-\d+/)[0];
  await page.getByText(/Kira-kira/).waitFor();
  await periksaAksesibel(page);
  await gambar(page, 'tiket', { untuk: 'panduan' });
  tiket = new URL(page.url()).pathname;
  // Taken twice on one phone: the same number.
  await page.goto(`${t.prima.alamat}/antre/kutai-timur`);
  await page.getByRole('link', { name: new RegExp(nomor) }).waitFor();
});

uji('petugas memanggil, papan dan telepon mengikuti', async (t) => {
  const papan = await t.buka('/papan/kutai-timur', { ukuran: 'layar' });
  const telepon = await t.buka(tiket, { ukuran: 'ponsel' });
  await periksaAksesibel(papan);
  // The officer's start page leads to the counter.
  const page = await t.sebagai(petugas, '/', { ukuran: 'layar' });
  await page.getByText('Ada yang menunggu').first().waitFor();
  await periksaAksesibel(page);
  await page.getByRole('link', { name: 'Layar petugas G01' }).click();
  await page.getByRole('button', { name: 'Loket 2' }).waitFor();
  layar = new URL(page.url()).pathname;
  await periksaAksesibel(page);
  await page.getByRole('button', { name: 'Loket 2' }).click();
  // Those before go first: called, absent, until it is this number's turn. The key does what the button does.
  for (let n = 0; n < 30; n++) {
    await page.getByRole('button', { name: 'Panggil berikutnya' }).waitFor();
    await page.keyboard.press('n');
    await page.locator('.loket-nomor').waitFor();
    if ((await page.locator('.loket-nomor').innerText()) === nomor) break;
    await page.getByRole('button', { name: 'Tidak hadir' }).first().click();
  }
  assert.equal(await page.locator('.loket-nomor').innerText(), nomor);
  await Promise.all([
    telepon.getByText('Gerai G01, loket 2', { exact: true }).waitFor(),
    papan.locator('.papan-satu--panggil', { hasText: nomor }).waitFor(),
  ]);
  assert.match(await telepon.title(), /Dipanggil/);
  await periksaAksesibel(page);
  await periksaAksesibel(telepon);
  for (const untuk of ['readme', 'panduan']) {
    await gambar(papan, 'papan', { untuk });
    await gambar(page, 'antrean-petugas', { untuk });
  }
  // Every clip of the call is there.
  const klip = await papan.evaluate(async (dasar) => {
    const nama = ['gong', 'nomor-antrean', 'd', 'silakan-ke-gerai', 'loket', 'dua'];
    const semua = await Promise.all(nama.map((n) => fetch(`${dasar}${n}.mp3`)));
    return semua.every((j) => j.ok && j.headers.get('content-type') === 'audio/mpeg');
  }, await papan.locator('[data-suara]').getAttribute('data-suara'));
  assert.ok(klip);
  await papan.getByRole('button', { name: 'Nyalakan suara' }).click();
  await papan.getByRole('button', { name: 'Suara menyala' }).waitFor();

  await page.getByRole('button', { name: 'Mulai layani' }).click();
  await telepon.getByText('Anda sedang dilayani').waitFor();
  await page.getByRole('button', { name: 'Selesai saja' }).or(page.getByRole('button', { name: 'Selesai', exact: false })).first().click();
  await telepon.getByRole('button', { name: 'Nilai layanan ini' }).click();
  await telepon.waitForURL(/\/skm\/.+\/s\//);
});

// Whoever booked is called from his time on: the order changes then, though nobody does anything and the stream says nothing.
uji('waktu pesanan tiba: layar petugas mengurutkan ulang sendiri', async (t) => {
  t.izinkan(/ERR_FAILED/);
  const page = await t.sebagai(petugas, layar, { ukuran: 'layar' });
  await page.goto('about:blank');
  await page.route((url) => url.pathname === `${layar}/langsung`, (r) => r.abort());
  let kali = 0;
  await page.route((url) => url.pathname === layar, async (r) => {
    const response = await r.fetch();
    kali += 1;
    const polos = (await response.text()).replace(/ data-urut-dalam="\d+"/, '');
    const [lama, baru] = kali === 1 ? ['aria-labelledby="garis-judul"', '$& data-urut-dalam="200"'] : ['id="garis-judul">', '$&Urutan baru: '];
    await r.fulfill({ response, body: polos.replace(lama, baru) });
  });
  await page.goto(`${t.prima.alamat}${layar}`);
  await page.getByRole('heading', { name: 'Urutan baru: Antrean' }).waitFor();
  assert.equal(kali, 2);
});

uji('layar petugas di ponsel, dan tanpa JavaScript', async (t) => {
  const kecil = await t.sebagai(petugas, layar, { ukuran: 'ponsel' });
  await periksaAksesibel(kecil);
  const polos = await t.sebagai(petugas, layar, { js: false });
  await polos.getByRole('button', { name: 'Tinggalkan loket' }).click();
  await polos.getByRole('heading', { name: 'Anda duduk di loket mana?' }).waitFor();
});

uji('kios dan petugas depan', async (t) => {
  const kios = await t.buka('/kios/kutai-timur', { ukuran: 'tablet' });
  await periksaAksesibel(kios);
  await kios.getByRole('link', { name: /^G03/ }).click();
  await periksaAksesibel(kios);
  await kios.getByRole('link', { name: 'Pembayaran PBB perdesaan dan perkotaan' }).click();
  await periksaAksesibel(kios);
  await kios.getByRole('button', { name: /dahulukan saya/ }).click();
  await kios.getByText('Pindai untuk melihat giliran').waitFor();
  await periksaAksesibel(kios);
  await gambar(kios, 'kios-nomor');
  await kios.getByRole('link', { name: 'Selesai' }).click();
  await kios.getByRole('link', { name: 'Sudah dilayani? Nilai layanan' }).click();
  await kios.getByLabel('Kode pada karcis').waitFor();
  await periksaAksesibel(kios);
  const page = await t.sebagai(depan, '/mpp', { ukuran: 'ponsel' });
  await page.getByRole('link', { name: 'MPP Kutai Timur (contoh)' }).click();
  await page.getByRole('link', { name: 'Hari ini' }).click();
  await page.getByRole('heading', { name: 'Nomor dari petugas depan' }).waitFor();
  await periksaAksesibel(page);
  // What is asked for often is one press away; the rest is found by words, without a script too.
  await page.getByLabel(/^Cari layanan/).fill('pencari kreja');
  await page.locator('#depan').getByRole('button', { name: 'Cari', exact: true }).click();
  await periksaAksesibel(page);
  await page.locator('#depan').getByRole('button', { name: /Kartu pencari kerja/ }).click();
  await page.getByText('Nomor berikutnya').waitFor();
  await periksaAksesibel(page);
});
