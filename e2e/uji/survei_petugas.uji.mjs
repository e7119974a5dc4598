// What officers do with a survey round from its opening to the figures that anyone can check: poster, answers, typing from
// paper, a file with faults, a doubtful answer, result, plan, report, publication. Each page on a phone and on a desk.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { periksaAksesibel } from '../lib/aksesibel.mjs';
import { berkasPdf } from '../lib/berkas.mjs';
import { gambar } from '../lib/gambar.mjs';
import { UKURAN } from '../lib/peramban.mjs';
import { peladen, rantai, uji } from '../lib/uji.mjs';
import { akun } from './akun.mjs';
import { bukaRonde, hitung, isi } from './warga.mjs';

peladen({ perintah: 'demo', env: { PRIMA_LAJU: 'false' } });
rantai();

let ronde;
let kode;
const operator = (t, bagian = '', pilihan = {}) => t.sebagai(akun(t, 'operator.dinsos'), ronde.jalur + bagian, pilihan);

/** The page as it is, on a phone and on a desk, with everything unfolded as well. */
async function duaUkuran(page, nama) {
  const semula = page.viewportSize();
  for (const ukuran of ['ponsel', 'layar']) {
    await page.setViewportSize(UKURAN[ukuran]);
    await periksaAksesibel(page);
    if (nama) await gambar(page, `${nama}-${ukuran}`, { penuh: true });
  }
  await page.locator('main details:not([open])').evaluateAll((semua) => semua.forEach((d) => { d.open = true; }));
  for (const ukuran of ['ponsel', 'layar']) {
    await page.setViewportSize(UKURAN[ukuran]);
    await periksaAksesibel(page);
  }
  await page.setViewportSize(semula);
}

uji('ronde dibuka, poster dan lembar kertas diunduh', async (t) => {
  ronde = await bukaRonde(t, { nama: 'SKM petugas' });
  const page = await operator(t);
  await page.getByText('Belum ada jawaban').first().waitFor();
  await duaUkuran(page, 'petugas-ronde');
  for (const berkas of ['/poster?ukuran=a4', '/poster?ukuran=a5', '/kuesioner']) {
    const jawaban = await page.request.get(ronde.jalur + berkas);
    assert.equal(jawaban.headers()['content-type'], 'application/pdf', berkas);
    assert.equal((await jawaban.body()).subarray(0, 5).toString(), '%PDF-', berkas);
  }
  await page.goto('/survei/baru');
  await duaUkuran(page, 'petugas-baru');
});

uji('jawaban warga tampil tanpa memuat ulang halaman', async (t) => {
  const page = await operator(t);
  for (let n = 0; n < 2; n += 1) {
    const warga = await t.buka(ronde.publik, { ukuran: 'ponsel' });
    await isi(warga);
    await warga.getByRole('button', { name: 'Kirim jawaban' }).click();
    await warga.getByRole('heading', { name: 'Terima kasih' }).waitFor();
  }
  await page.locator('#skm-kemajuan progress[value="2"]').waitFor();
});

uji('lembar kertas diketik tanpa tetikus; yang bolong dicatat terpisah', async (t) => {
  t.izinkan(/422/);
  const page = await operator(t, '/kertas');
  await duaUkuran(page, 'petugas-kertas');
  await page.setViewportSize(UKURAN.layar);
  const wadah = page.getByRole('region', { name: 'Jawaban per lembar' });
  assert.ok(await wadah.evaluate((el) => el.scrollWidth <= el.clientWidth), 'the whole grid fits a desk');
  await page.locator('#s0-0').focus();
  await page.keyboard.type('344444443');
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'SELECT', 'after the last digit the profile');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 's1-0');
  await page.keyboard.type('2222');
  // Without the scan nothing is stored, and nothing typed is lost.
  await page.locator('form[data-grid]').evaluate((form) => { form.noValidate = true; });
  await page.getByRole('button', { name: 'Simpan bundel' }).click();
  await page.getByText('Pilih berkas pindaiannya').first().waitFor();
  await duaUkuran(page);
  assert.equal(await page.locator('#s0-8').inputValue(), '3');
  await page.locator('input[name=pindaian]').setInputFiles(berkasPdf('lembar.pdf'));
  await page.getByRole('button', { name: 'Simpan bundel' }).click();
  await page.getByText('Bundel kertas tersimpan').waitFor();
  await page.goto(ronde.jalur);
  assert.equal(await hitung(t, ronde), 3);
  await page.getByText('di antaranya lembar kertas').waitFor();
  const kertas = page.getByRole('row', { name: /^Kertas/ });
  assert.match(await kertas.innerText(), /\b1\b/, 'the sheet with gaps is not among those that count');
  await duaUkuran(page);
});

uji('berkas dengan kesalahan ditunjukkan dulu, yang benar diimpor', async (t) => {
  t.izinkan(/422/);
  const page = await operator(t, '/impor');
  await duaUkuran(page);
  const baris = ['u1,u2,u3,u4,u5,u6,u7,u8,u9,usia', '4,4,4,4,3,3,4,2,3,34', '9,,3,4,4,4,4,4,4,tua', '3,3,3,3,3,3,3,3,3,', '1,1,1,1,1,1,1,1,1,20'];
  const csv = { name: 'lama.csv', mimeType: 'text/csv', buffer: Buffer.from(`${baris.join('\n')}\n`) };
  await page.locator('input[name=berkas]').setInputFiles(csv);
  await page.getByText('Urutan kuesioner').click();
  await page.getByRole('button', { name: 'Baca dan periksa' }).click();
  await page.getByRole('heading', { name: '3 baris siap diimpor' }).waitFor();
  await page.getByText('tua').first().waitFor();
  await duaUkuran(page, 'petugas-impor');
  // No line says when it was answered, and no day is invented.
  await page.getByRole('button', { name: 'Impor 3 baris' }).click();
  await page.getByText('Isi hari menjawab untuk baris yang tidak menyebutnya').first().waitFor();
  await duaUkuran(page);
  const hari = page.getByLabel('Hari menjawab untuk baris itu');
  await hari.fill(new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Makassar' }).format(new Date()));
  await page.getByRole('button', { name: 'Impor 3 baris' }).click();
  await page.getByText('Jawaban dari berkas tersimpan').waitFor();
  assert.equal(await hitung(t, ronde), 6);
});

uji('jawaban yang diragukan dikecualikan dengan alasan; kedua angka tetap tampil', async (t) => {
  t.izinkan(/422/);
  const page = await operator(t, '/mutu');
  await duaUkuran(page);
  await page.getByRole('link', { name: 'Berkas impor: lama.csv' }).click();
  await page.getByRole('row', { name: /1 1 1 1 1 1 1 1 1/ }).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Kecualikan yang dipilih' }).click();
  await page.getByRole('link', { name: /Tulis alasannya/ }).waitFor().catch(() => {});
  await duaUkuran(page);
  await page.getByRole('row', { name: /1 1 1 1 1 1 1 1 1/ }).getByRole('checkbox').check();
  await page.getByLabel('Alasan').fill('Baris percobaan petugas.');
  await page.getByRole('button', { name: 'Kecualikan yang dipilih' }).click();
  await page.getByText('Jawaban dikecualikan.').waitFor();
  await page.getByRole('heading', { name: 'IKM bila yang dikecualikan ikut dihitung' }).waitFor();
  await page.getByText('Baris percobaan petugas.').waitFor();
  await duaUkuran(page, 'petugas-kualitas');
});

uji('hasil: angka utama dulu, sisanya terlipat di ponsel dan terbuka di meja', async (t) => {
  const page = await operator(t, '/hasil', { ukuran: 'ponsel' });
  await page.getByText('Indeks Kepuasan Masyarakat (IKM)').first().waitFor();
  assert.equal(await page.locator('main details[data-lebar][open]').count(), 0);
  assert.ok(await page.evaluate(() => document.documentElement.scrollHeight) < 4200, 'a page that a thumb can cross');
  await page.getByRole('heading', { name: 'Usia' }).click();
  assert.ok(await page.locator('#lipat-bidang-2 table').isVisible());
  await duaUkuran(page, 'petugas-hasil');
  const meja = await operator(t, '/hasil');
  assert.equal(await meja.locator('main details[data-lebar]:not([open])').count(), 0);
  // On paper everything stands, folded or not.
  await page.reload();
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('#lipat-cara li').first().isVisible(), 'the method is printed');
  for (const bagian of ['/silang?a=usia&b=jenis_kelamin', '/banding', '/saran']) {
    await meja.goto(ronde.jalur + bagian);
    await duaUkuran(meja);
  }
});

uji('rencana tindak lanjut ditulis dan laporan dibuat', async (t) => {
  const page = await operator(t, '/tindak-lanjut');
  await duaUkuran(page);
  await page.locator('main section ul a').first().click();
  await page.locator('#kegiatan').fill('Menambah kursi tunggu');
  await page.locator('#keluaran').fill('Foto ruang tunggu');
  await page.locator('#tenggat').fill(new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10));
  await page.locator('#penanggung_jawab').fill('Sekretaris');
  await page.getByRole('button', { name: 'Tambah kegiatan' }).click();
  await page.getByText('Kegiatan ditambahkan').waitFor();
  await duaUkuran(page, 'petugas-rencana');
  await page.goto(`${ronde.jalur}/laporan`);
  await duaUkuran(page);
  await page.locator('#tempat').fill('Sangatta');
  await page.getByRole('button', { name: 'Buat laporan' }).click();
  await page.getByText('Laporan dibuat.').waitFor();
  await duaUkuran(page, 'petugas-laporan');
  for (const [nama, awal] of [['PDF', '%PDF-'], ['Excel', 'PK']]) {
    const alamat = await page.locator('table').getByRole('link', { name: nama }).getAttribute('href');
    const berkas = await (await page.request.get(alamat)).body();
    assert.equal(berkas.subarray(0, awal.length).toString('latin1'), awal);
  }
});

uji('ronde ditutup dan kepala menerbitkan hasilnya', async (t) => {
  t.izinkan(/422/);
  const page = await operator(t, '/penutupan');
  await duaUkuran(page);
  await page.getByLabel('Alasan menutup').fill('Sampel sudah cukup.');
  await page.getByRole('button', { name: 'Tutup ronde' }).click();
  await page.getByText('Ronde ditutup.').first().waitFor();
  await page.goto(`${ronde.jalur}/penerbitan`);
  await page.getByText('Hasil diterbitkan oleh kepala unit atau penyelenggara').waitFor();
  await duaUkuran(page);
  const kepala = await t.sebagai(akun(t, 'kepala.dinsos'), `${ronde.jalur}/penerbitan`);
  await kepala.getByRole('button', { name: 'Terbitkan hasil' }).click();
  await kepala.getByText('Centang bahwa Anda sudah membaca').first().waitFor();
  await duaUkuran(kepala);
  await kepala.getByLabel('Saya sudah membaca peringatan').check();
  await kepala.getByRole('button', { name: 'Terbitkan hasil' }).click();
  await kepala.getByText('Hasil diterbitkan.').waitFor();
  await duaUkuran(kepala, 'petugas-terbit');
  kode = (await kepala.getByRole('link', { name: 'Buka halaman umum' }).getAttribute('href')).split('/').at(-1);
});

uji('siapa pun membaca hasilnya, dan berkas bertanda tangannya terbukti di luar situs', async (t) => {
  const page = await t.buka(`/hasil-skm/${kode}`, { ukuran: 'ponsel' });
  await page.getByRole('heading', { name: 'Periksa keaslian angka ini' }).waitFor();
  await duaUkuran(page, 'petugas-umum');
  const jalur = await page.getByRole('link', { name: 'Unduh berkas bertanda tangan' }).getAttribute('href');
  const isiBerkas = await (await page.request.get(jalur)).body();
  const folder = await mkdtemp(join(tmpdir(), 'prima-bundel-'));
  try {
    const berkas = join(folder, 'hasil.json');
    await writeFile(berkas, isiBerkas);
    assert.equal(await verify(berkas), 0, 'as downloaded');
    const teks = isiBerkas.toString();
    const lain = teks.replace(/Dinas Sosial/, 'Dinas Lain');
    assert.notEqual(lain, teks);
    await writeFile(berkas, lain);
    assert.notEqual(await verify(berkas), 0, 'a changed file is found out');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await page.getByRole('link', { name: 'Periksa keasliannya' }).click();
  await page.getByText('Asli dan tidak berubah').waitFor();
  await duaUkuran(page);
});

uji('petugas sampai ke hasil umum dan pemeriksa laporan lewat menu', async (t) => {
  const page = await operator(t);
  await page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: 'Hasil survei' }).click();
  await page.getByRole('heading', { level: 1, name: 'Hasil survei kepuasan masyarakat' }).waitFor();
  await page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: 'Periksa laporan SKM' }).click();
  for (let n = 1; n <= 9; n += 1) await page.getByLabel(`U${n}`, { exact: true }).fill('3,2');
  await page.getByLabel('Nilai IKM').fill('80');
  await page.getByRole('button', { name: 'Periksa', exact: true }).click();
  await page.getByText('Angkanya cocok').waitFor();
  await duaUkuran(page, 'petugas-periksa');
});

/** The exit code of `prima verify`, which knows neither this site nor its key. */
function verify(berkas) {
  return new Promise((jadi) => {
    execFile(process.env.PRIMA_BIN ?? 'target/debug/prima', ['verify', berkas], (galat) => jadi(galat ? galat.code : 0));
  });
}
