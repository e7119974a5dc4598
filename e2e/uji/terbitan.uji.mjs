// A publication from the public page to the ministry: checked in the visitor's own browser, with its signature; a file with one changed
// digit; version 2 with its reason beside version 1; the key replaced; both files proved by the command; and handed in at another
// installation, by page and by program.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { periksaAksesibel } from '../lib/aksesibel.mjs';
import { gambar } from '../lib/gambar.mjs';
import { masuk } from '../lib/akun.mjs';
import { mulaiPrima } from '../lib/prima.mjs';
import { peladen, rantai, uji } from '../lib/uji.mjs';
import { akun } from './akun.mjs';

peladen({ perintah: 'demo' });
rantai();

const TERBITAN = '/hasil/64.08-2023-mandiri/terbitan';
/** What the steps keep: downloaded files, and the ministry's installation. */
const kisah = { zip: {}, kunci: '', pusat: null };

/** Waits for the file of a version and downloads it. */
async function unduhVersi(page, nomor) {
  const tombol = page.getByRole('link', { name: `Unduh versi ${nomor}` });
  for (let n = 0; n < 40 && !(await tombol.count()); n += 1) {
    await page.waitForTimeout(500);
    await page.reload();
  }
  const [unduhan] = await Promise.all([page.waitForEvent('download'), tombol.click()]);
  kisah.zip[nomor] = join(tmpdir(), `prima-terbitan-${process.pid}-${nomor}.zip`);
  await unduhan.saveAs(kisah.zip[nomor]);
}

function prima(argumen, { data, masukan } = {}) {
  const env = { ...process.env, ...(data && { PRIMA_DATA: data }) };
  const h = spawnSync(process.env.PRIMA_BIN ?? 'target/debug/prima', argumen, { env, input: masukan, encoding: 'utf8' });
  return { kode: h.status, keluaran: h.stdout, galat: h.stderr };
}

async function keUnit(page) {
  await page.goto(new URL('/hasil', page.url()).href);
  await page.locator('main a[href^="/hasil/"]').first().click();
  await page.locator('main table a[href^="/hasil/"]').first().click();
  await page.getByRole('link', { name: 'Periksa di peramban Anda' }).click();
}

uji('hasil yang terbit dihitung ulang di peramban, tanda tangannya juga', async (t) => {
  const page = await t.buka('/hasil', { ukuran: 'ponsel' });
  await keUnit(page);
  await page.getByRole('button', { name: 'Periksa hasil ini' }).click();
  await page.locator('[data-putusan]').waitFor();
  assert.equal(await page.locator('[data-hasil]').getAttribute('data-putusan'), 'sah', await page.locator('[data-hasil]').innerText());
  assert.deepEqual(await page.locator('[data-apa][data-sah]').evaluateAll((b) => b.map((x) => `${x.dataset.apa} ${x.dataset.sah}`)),
    ['berkas', 'isi', 'kunci', 'tanda', 'pemilik', 'edisi', 'terbit', 'f03', 'angka'].map((x) => `${x} true`));
  await periksaAksesibel(page);
  await gambar(page, 'periksa-peramban');
});

uji('berkas yang satu angkanya berubah ditolak dengan nama kesalahannya', async (t) => {
  const page = await t.buka('/hasil');
  await keUnit(page);
  const alamat = await page.locator('#periksa').getAttribute('data-berkas');
  const asli = await page.evaluate(async (a) => (await fetch(a)).text(), alamat);
  const jalur = join(tmpdir(), `prima-ubah-${process.pid}.json`);
  const ubah = asli.replace(/"tampil":"(\d)\.(\d)(\d)"/, (_, a, b, c) => `"tampil":"${a}.${b}${(Number(c) + 1) % 10}"`)
    .replace(/("edisi":\{"id":"[^"]+","sidik":")[0-9a-f]{64}/, (_, awal) => awal + '0'.repeat(64));
  assert.notEqual(ubah, asli);
  await writeFile(jalur, ubah);
  await page.goto(new URL('/periksa', page.url()).href);
  await page.locator('#berkas').setInputFiles(jalur);
  await page.locator('[data-putusan="salah"]').waitFor();
  for (const apa of ['isi', 'tanda', 'edisi', 'terbit', 'angka']) assert.equal(await page.locator(`li[data-apa="${apa}"]`).getAttribute('data-sah'), 'false', apa);
  await periksaAksesibel(page);
  // A file of a later program is not called broken.
  await writeFile(`${jalur}.baru.json`, asli.replace('"format":"prima/hasil/1"', '"format":"prima/hasil/2"'));
  await page.locator('#berkas').setInputFiles(`${jalur}.baru.json`);
  await page.locator('[data-putusan="lebih-baru"]').waitFor();
  await page.getByText('Berkas ini dibuat Prima yang lebih baru').waitFor();
  assert.equal(await page.getByText('tidak cocok', { exact: true }).count(), 0);
  // The text of the edition itself is compared, not only the hash that the result names.
  await writeFile(`${jalur}.kosong.json`, JSON.stringify({ ...JSON.parse(asli), edisi: '' }));
  await page.locator('#berkas').setInputFiles(`${jalur}.kosong.json`);
  await page.locator('[data-putusan="salah"]').waitFor();
  for (const apa of ['edisi', 'terbit']) assert.equal(await page.locator(`li[data-apa="${apa}"]`).getAttribute('data-sah'), 'false', apa);
  await periksaAksesibel(page);
});

uji('berkas terbitan satu periode diunduh, kuncinya terbaca', async (t) => {
  const page = await t.buka('/hasil', { ukuran: 'ponsel' });
  await page.locator('main a[href^="/hasil/"]').first().click();
  await page.getByRole('link', { name: 'Lihat berkas terbitan' }).click();
  assert.equal(new URL(page.url()).pathname, TERBITAN);
  await unduhVersi(page, 1);
  await periksaAksesibel(page);
  assert.equal((await readFile(kisah.zip[1])).subarray(0, 2).toString(), 'PK');
  await gambar(page, 'berkas-terbitan');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Kunci' }).click();
  await periksaAksesibel(page);
  await gambar(page, 'kunci');
});

uji('penanggungjawab menarik dan menerbitkan versi 2 dengan alasan; keduanya tetap ada', async (t) => {
  const page = await t.sebagai(akun(t, 'sekda'), '/periode');
  await page.getByRole('link', { name: /Kutai Timur 2023/ }).first().click();
  const periode = new URL(page.url()).pathname;
  const biro = await t.sebagai(akun(t, 'organisasi'), `${periode}/fase/pemeringkatan`);
  await biro.locator('#alasan').fill('Satu nama unit keliru');
  await biro.locator('button[name=_aksi][value=buka]').click();
  await biro.waitForURL((u) => u.pathname === periode);
  await page.goto(`${periode}/penerbitan`);
  await page.getByText('Tarik kembali hasil').click();
  await page.getByLabel('Alasan penarikan').fill('Nama satu unit diperbaiki');
  await page.getByRole('button', { name: 'Tarik dari halaman publik' }).click();
  await page.getByText('Hasil ditarik dari halaman publik').waitFor();
  const umum = await t.buka(null);
  assert.equal((await umum.goto(TERBITAN)).status(), 410);
  await page.getByRole('link', { name: 'Periksa, lalu terbitkan' }).click();
  const alasan = page.getByLabel('Alasan versi baru');
  assert.equal(await alasan.inputValue(), 'Nama satu unit diperbaiki');
  await periksaAksesibel(page);
  await page.locator('#terbitkan').click();
  await page.getByText('Hasil diterbitkan dan dapat dibaca siapa pun').waitFor();
  await umum.goto(TERBITAN);
  await unduhVersi(umum, 2);
  await umum.getByText('Nama satu unit diperbaiki').waitFor();
  await umum.getByRole('link', { name: 'Unduh versi 1' }).waitFor();
  await periksaAksesibel(umum);
  await gambar(umum, 'berkas-terbitan-dua-versi');
  t.izinkan(/410/);
});

uji('kunci diganti; berkas lama tetap terbukti dengan daftar kunci yang baru', async (t) => {
  const page = await t.sebagai(akun(t, 'admin'), '/', { ukuran: 'ponsel' });
  await page.locator('main').getByRole('link', { name: 'Kelola kunci' }).click();
  await periksaAksesibel(page);
  await page.getByRole('link', { name: 'Ganti kunci instalasi ini' }).click();
  await page.getByRole('button', { name: 'Ganti kunci instalasi ini' }).click();
  await page.getByText('Pilih mengapa kunci diganti').first().waitFor();
  await periksaAksesibel(page);
  await page.getByLabel('Penggantian biasa').check();
  await page.locator('#alasan').fill('Server berpindah');
  await page.getByRole('button', { name: 'Ganti kunci instalasi ini' }).click();
  await page.getByRole('heading', { name: 'Kunci kami yang dahulu' }).waitFor();
  await periksaAksesibel(page);
  await gambar(page, 'kunci-diganti');
  kisah.kunci = join(tmpdir(), `prima-kunci-${process.pid}.json`);
  await writeFile(kisah.kunci, await page.evaluate(async () => (await fetch('/kunci/daftar.json')).text()));
  for (const zip of Object.values(kisah.zip)) {
    const h = prima(['verify', zip, '--keys', kisah.kunci, '--json']);
    assert.equal(h.kode, 0, h.keluaran + h.galat);
  }
  t.izinkan(/422/);
});

uji('instalasi kementerian menolak berkas dari kunci yang belum terdaftar, lalu menerima dan memvalidasinya', async (t) => {
  kisah.pusat = await mulaiPrima({ perintah: 'serve', catatan: join(tmpdir(), `prima-pusat-${process.pid}.log`) });
  const { alamat, data } = kisah.pusat;
  const sandi = 'tujuh bukit di hulu Mahakam';
  for (const peran of ['admin', 'nasional']) {
    const h = prima(['user', 'add', `${peran}@menpan.example`, '--nama', `Petugas ${peran}`], { data, masukan: `${sandi}\n` });
    assert.equal(h.kode, 0, h.galat);
    assert.equal(prima(['user', 'role', 'add', `${peran}@menpan.example`, peran], { data }).kode, 0);
  }
  const nasional = await t.buka(null, { alamat });
  await masuk(nasional, 'nasional@menpan.example', sandi);
  await nasional.goto('/');
  await nasional.locator('main').getByRole('link', { name: 'Berkas terbitan dari daerah' }).click();
  const serahkan = async (zip) => {
    await nasional.goto('/diterima');
    await nasional.locator('input[type=file]').setInputFiles(zip);
    await nasional.getByRole('button', { name: 'Periksa dan terima' }).click();
  };
  await serahkan(kisah.zip[2]);
  await nasional.getByText('belum terdaftar di sini').first().waitFor();
  await nasional.getByText('Rincian pemeriksaan').first().click();
  await nasional.getByText('tidak ada dalam daftar kunci tepercaya').first().waitFor();
  await periksaAksesibel(nasional);

  const lama = JSON.parse(await readFile(kisah.kunci, 'utf8')).kunci[1];
  const admin = await t.buka(null, { alamat, ukuran: 'ponsel' });
  await masuk(admin, 'admin@menpan.example', sandi);
  await admin.goto('/admin/kunci');
  await admin.locator('#nama').fill('Pemkab Kutai Timur');
  await admin.locator('#publik').fill(lama.publik);
  await admin.locator('#sidik').fill(lama.id);
  await admin.locator('#dari').fill(lama.dari);
  await admin.locator('#catatan').fill('Dibacakan lewat telepon');
  await admin.getByRole('button', { name: 'Daftarkan kunci ini' }).click();
  await admin.getByText('Kunci didaftarkan').waitFor();
  await periksaAksesibel(admin);

  const rusak = join(tmpdir(), `prima-rusak-${process.pid}.zip`);
  const isi = await readFile(kisah.zip[2]);
  await writeFile(rusak, isi.subarray(0, isi.length - 100));
  await serahkan(rusak);
  await nasional.getByText('bukan berkas terbitan Prima yang utuh').first().waitFor();
  await serahkan(kisah.zip[1]);
  await nasional.getByText('Berkas diterima').waitFor();
  await periksaAksesibel(nasional);
  await gambar(nasional, 'diterima');

  // The program of the region hands in version 2 with its token; the ministry sees both and validates the later one.
  await admin.goto('/admin/instansi/baru');
  await admin.locator('#kode').fill('64.08');
  await admin.locator('#nama').fill('Kabupaten Kutai Timur');
  await admin.locator('#jenis').selectOption('kabupaten');
  await admin.locator('input[name=zona][value=WITA]').check();
  await admin.locator('main form .tombol--utama').click();
  await admin.goto('/admin/token');
  await admin.locator('#nama').fill('Server Kutai Timur');
  await admin.getByLabel('Kode instansi').fill('64.08');
  await admin.getByLabel('Menyerahkan berkas terbitan instansinya').check();
  await admin.getByRole('button', { name: 'Buat token ini' }).click();
  const token = await admin.locator('#rahasia ~ p code').innerText();
  await periksaAksesibel(admin);
  await admin.goto('/admin/kait');
  await periksaAksesibel(admin);
  await admin.goto('/api');
  await periksaAksesibel(admin);
  const kirim = async (zip, rahasia) => {
    const j = await fetch(`${alamat}/api/v1/serah`, { method: 'POST', headers: { authorization: `Bearer ${rahasia}` }, body: await readFile(zip) });
    return [j.status, await j.json()];
  };
  assert.equal((await kirim(kisah.zip[2], 'prima_salah'))[0], 401);
  const [status, jawab] = await kirim(kisah.zip[2], token);
  assert.deepEqual([status, jawab.keadaan], [201, 'belum-divalidasi'], JSON.stringify(jawab));
  await nasional.goto('/diterima');
  await nasional.getByText('Sudah ada versi lebih baru').waitFor();
  await nasional.goto(`/diterima/${jawab.id}`);
  await nasional.getByRole('button', { name: 'Validasi', exact: true }).click();
  await nasional.getByText('Putusan dicatat').waitFor();
  await periksaAksesibel(nasional);
  assert.equal((await kirim(kisah.zip[2], token))[1].keadaan, 'divalidasi');
  t.izinkan(/422/);
  await kisah.pusat.berhenti();
});

uji('kunci yang bocor dicabut: pemeriksaan di peramban dan dengan perintah menolaknya dengan alasan', async (t) => {
  const ganti = async (jenis) => {
    const page = await t.sebagai(akun(t, 'admin'), '/admin/kunci/penggantian');
    await page.locator(`input[name=jenis][value=${jenis}]`).check();
    await page.locator('#alasan').fill('Server dicuri');
    await page.getByRole('button', { name: 'Ganti kunci instalasi ini' }).click();
    await page.waitForURL((u) => u.pathname === '/kunci');
  };
  const page = await t.buka('/hasil', { ukuran: 'ponsel' });
  await keUnit(page);
  await page.getByRole('button', { name: 'Periksa hasil ini' }).click();
  await page.locator('[data-putusan="sah"]').waitFor();
  // The results are of the first key, the publication of the second: only what is revoked is refused.
  await ganti('bocor');
  await page.reload();
  await page.getByRole('button', { name: 'Periksa hasil ini' }).click();
  await page.locator('[data-putusan="sah"]').waitFor();
  const daftar = JSON.parse(await page.evaluate(async () => (await fetch('/kunci/daftar.json', { cache: 'reload' })).text()));
  assert.deepEqual(daftar.kunci.map((k) => k.dicabut?.alasan), [undefined, 'Server dicuri', undefined]);
  daftar.kunci[2].dicabut = { pada: '2026-11-22', alasan: 'Server dicuri' };
  await writeFile(kisah.kunci, JSON.stringify(daftar));
  const h = prima(['verify', kisah.zip[1], '--keys', kisah.kunci, '--json']);
  assert.equal(h.kode, 3, h.galat);
  assert.match(h.keluaran, /kunci-dicabut[^]*Server dicuri/);
  await page.route('**/kunci/daftar.json', (r) => r.fulfill({ json: daftar }));
  await page.getByRole('button', { name: 'Periksa hasil ini' }).click();
  await page.locator('[data-putusan="salah"]').waitFor();
  await page.locator('li[data-apa="pemilik"][data-sah="false"]').getByText('Server dicuri').waitFor();
  await periksaAksesibel(page);
});
