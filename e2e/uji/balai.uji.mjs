// The hall and what surrounds it: a board that holds its calls whatever screen it hangs on, a day that is closed after people booked and
// opened again, an applicant whose case is late, a talk at an agreed time, and a report raised to the head of the unit.

import assert from 'node:assert/strict';
import { periksaAksesibel } from '../lib/aksesibel.mjs';
import { gambar } from '../lib/gambar.mjs';
import { peladen, uji } from '../lib/uji.mjs';
import { akun } from './akun.mjs';

peladen({ perintah: 'demo' });

const MAL = 'MPP Kutai Timur (contoh)';
const LAYAR = [[1920, 1080], [1280, 900], [1366, 768], [1024, 768], [3840, 2160], [1080, 1920]];

const tekan = (page, name) => page.getByRole('button', { name, exact: true }).click();

async function mal(t, siapa, nama, pilihan) {
  const page = await t.sebagai(akun(t, siapa), '/mpp', pilihan);
  await page.getByRole('link', { name: MAL }).first().click();
  await page.getByRole('navigation', { name: /Bagian/ }).getByRole('link', { name: nama, exact: true }).click();
  return page;
}

/** An officer sits down at his first gerai, somebody takes a number there, and it is called. */
async function panggil(t, siapa) {
  const layar = await t.sebagai(akun(t, siapa), '/');
  const gerai = layar.getByRole('link', { name: /^Layar petugas/ }).first();
  const kode = (await gerai.innerText()).match(/G\d+/)[0];
  await gerai.click();
  const warga = await t.buka('/antre/kutai-timur');
  await warga.getByRole('link', { name: new RegExp(`^${kode}`) }).click();
  await warga.locator('main a[href^="/antre/kutai-timur/"]').first().click();
  await tekan(warga, 'Ambil nomor');
  await warga.waitForURL(/\/tiket\/t/);
  const duduk = layar.getByRole('button', { name: /^Loket/ }).first();
  const lagi = layar.getByRole('button', { name: /^Panggil berikutnya/ }).first();
  await duduk.or(lagi).or(layar.locator('#loket-nomor')).first().waitFor();
  if (await duduk.count()) await duduk.click();
  await lagi.or(layar.locator('#loket-nomor')).first().waitFor();
  if (!(await layar.locator('#loket-nomor').count())) await lagi.click();
  await layar.locator('#loket-nomor').waitFor();
}

/** What of the board cannot be seen without scrolling. */
const terpotong = (papan) => papan.evaluate(() => {
  const tampak = [...document.querySelectorAll('.papan-satu, .papan-nomor, .papan-ke, .papan-gerai li')].filter((e) => e.getClientRects().length);
  const keluar = tampak.filter((e) => {
    const [r, d] = [e.getBoundingClientRect(), e.closest('ol, ul').getBoundingClientRect()];
    return r.bottom > d.bottom + 1 || r.right > d.right + 1 || d.bottom > innerHeight + 1;
  });
  // Where to go is one line, and whose gerai it is is not cut; a row keeps what is in it.
  if (innerWidth > 1200) {
    for (const e of tampak.filter((x) => x.matches('.papan-satu'))) {
      const [ke, nama, isi] = [e.querySelector('.papan-ke'), e.querySelector('.papan-nama'), document.createRange()];
      isi.selectNodeContents(ke.firstChild);
      const luar = nama.getBoundingClientRect().bottom > e.getBoundingClientRect().bottom + 1;
      if (isi.getClientRects().length > 1 || nama.scrollWidth > nama.clientWidth || luar) keluar.push(ke);
    }
  }
  return { tinggi: document.documentElement.scrollHeight - innerHeight, lebar: document.documentElement.scrollWidth - innerWidth, keluar: keluar.map((e) => e.textContent.trim().slice(0, 40)) };
});

uji('papan muat di layar apa pun; panggilan yang lebih banyak bergantian', async (t) => {
  const papan = await t.buka('/papan/kutai-timur', { ukuran: 'layar' });
  for (const n of [3, 4, 5, 6, 7]) await panggil(t, `pelaksana${n}`);
  await papan.waitForFunction(() => document.querySelectorAll('.papan-satu').length >= 5);
  for (const [width, height] of LAYAR) {
    await papan.setViewportSize({ width, height });
    await papan.waitForFunction(() => innerWidth > 0);
    assert.deepEqual(await terpotong(papan), { tinggi: 0, lebar: 0, keluar: [] }, `${width}x${height}`);
    assert.equal(await papan.locator('.papan-satu:visible').count(), 5, `${width}x${height}`);
  }
  await papan.setViewportSize({ width: 1920, height: 1080 });
  await gambar(papan, 'papan-1080');
  for (const n of [8, 9, 10, 11]) await panggil(t, `pelaksana${n}`);
  await papan.getByText(/^2–5 dari \d+, bergantian$/).waitFor();
  const pertama = await papan.locator('.papan-satu:visible .papan-nomor').allInnerTexts();
  assert.deepEqual(await terpotong(papan), { tinggi: 0, lebar: 0, keluar: [] });
  await papan.getByText(/^6–\d+ dari \d+, bergantian$/).waitFor();
  const kedua = await papan.locator('.papan-satu:visible .papan-nomor').allInnerTexts();
  assert.equal(kedua[0], pertama[0], 'the newest call stays');
  assert.ok(kedua.slice(1).every((n) => !pertama.includes(n)), `${pertama} then ${kedua}`);
  assert.deepEqual(await terpotong(papan), { tinggi: 0, lebar: 0, keluar: [] });
  await periksaAksesibel(papan);
  // A telephone scrolls, and without a script everything stands there.
  for (const pilihan of [{ ukuran: 'ponsel' }, { ukuran: 'layar', js: false }]) {
    const lain = await t.buka('/papan/kutai-timur', pilihan);
    assert.equal(await lain.locator('.papan-satu:visible').count(), await papan.locator('.papan-satu').count());
  }
});

uji('hari ditutup sesudah ada pesanan: ditanya dahulu, disebut sesudahnya, dan dapat ditarik', async (t) => {
  const warga = await t.buka('/pelayanan/izin-penelitian', { ukuran: 'ponsel' });
  await warga.getByRole('link', { name: /^Pesan waktu di/ }).click();
  await warga.locator('.hari-pilih a').nth(2).click();
  await warga.waitForURL(/hari=/);
  const tanggal = new URL(warga.url()).searchParams.get('hari');
  await warga.locator('input[name=mulai]:not([disabled])').first().check();
  await tekan(warga, 'Pesan sekarang');
  await warga.getByText('Pesanan tercatat').waitFor();

  const kepala = await mal(t, 'kepala.mpp', 'Hari ini', { ukuran: 'ponsel' });
  await kepala.locator('summary', { hasText: 'Jam khusus atau tutup satu hari' }).click();
  await kepala.locator('#tanggal').fill(tanggal);
  await kepala.locator('#alasan').fill('Listrik padam (contoh)');
  await tekan(kepala, 'Tutup hari itu');
  await kepala.getByText(/\d+ pesanan pada .* tidak dapat dilayani/).waitFor();
  await periksaAksesibel(kepala);
  await gambar(kepala, 'hari-tutup-tanya');
  await warga.reload();
  assert.equal(await warga.getByText('Listrik padam').count(), 0, 'nothing has changed yet');
  await tekan(kepala, 'Ya, tutup hari itu');
  await kepala.locator('[role=status]').getByText(/ ditutup\./).waitFor();
  await periksaAksesibel(kepala);
  await gambar(kepala, 'hari-tutup');
  await kepala.getByRole('link', { name: /perlu memilih waktu lain$/ }).click();
  await kepala.getByText(/warga perlu pilih waktu lain/).first().waitFor();
  await warga.reload();
  await warga.getByText('Listrik padam (contoh)').first().waitFor();
  const umum = await t.buka('/pelayanan/izin-penelitian', { ukuran: 'ponsel' });
  await umum.getByText('Tutup: Listrik padam (contoh)').waitFor();
  await periksaAksesibel(umum);

  await kepala.getByRole('navigation', { name: /Bagian/ }).getByRole('link', { name: 'Hari ini', exact: true }).click();
  await kepala.locator('summary', { hasText: 'Tarik putusan' }).click();
  await kepala.locator('#tarik_hari').selectOption(tanggal);
  await periksaAksesibel(kepala);
  await tekan(kepala, 'Tarik putusan');
  await kepala.getByText('Pesanan yang terganggu berlaku lagi').waitFor();
  await warga.reload();
  assert.equal(await warga.getByText('Listrik padam').count(), 0);
});

uji('pemohon yang terlambat dikabari: petugas tahu apa yang sungguh terkirim', async (t) => {
  t.izinkan(/422/);
  const petugas = await t.sebagai(akun(t, 'pelaksana1'), '/berkas', { ukuran: 'ponsel' });
  await petugas.getByRole('row', { name: /Lewat/ }).getByRole('link').first().click();
  await tekan(petugas, 'Kabari pemohon');
  for (const salah of ['Tulis alasannya', 'Pilih tanggal sesudah hari ini']) await petugas.getByRole('alert').getByRole('link', { name: new RegExp(salah) }).waitFor();
  await periksaAksesibel(petugas);
  await petugas.locator('#telat').fill('Blangko habis. (ILUSTRASI)');
  await petugas.locator('#telat_hari').fill(new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10));
  await tekan(petugas, 'Kabari pemohon');
  await petugas.getByText(/tidak ada surel atau pesan singkat yang dapat dikirim\. Hubungi pemohon/).waitFor();
  await petugas.getByText(/^Hanya tertulis di halaman permohonan/).waitFor();
  await periksaAksesibel(petugas);
});

uji('konsultasi bertemu: unit mengusulkan waktu, warga menyetujui, lalu membatalkan dan melanjutkan', async (t) => {
  t.izinkan(/422/);
  const warga = await t.buka('/konsultasi', { ukuran: 'ponsel' });
  await warga.getByRole('link', { name: /RSUD Kudungga/ }).first().click();
  await warga.locator('#judul').fill('Bertemu dokter jaga');
  await warga.getByLabel('Pertanyaan Anda').fill('Kapan saya dapat datang?');
  await warga.getByLabel('Bertemu').check();
  await warga.locator('#tanggal').fill(hariKerja(3));
  await warga.locator('#jam').fill('09.00');
  await tekan(warga, 'Kirim');
  await warga.getByText('Konsultasi Anda sudah diterima').waitFor();

  const unit = await t.sebagai(akun(t, 'operator.rsud'), '/aduan/konsultasi');
  await unit.getByRole('link', { name: 'Bertemu dokter jaga' }).click();
  await unit.locator('#pesan').fill('Pagi penuh; sesudah makan siang ada tempat.');
  await unit.locator('#tanggal').fill(hariKerja(3));
  await unit.locator('#jam').fill('13.30');
  await tekan(unit, 'Usulkan waktu itu');
  await warga.reload();
  await warga.getByText('Pagi penuh; sesudah makan siang ada tempat.').waitFor();
  await periksaAksesibel(warga);
  await tekan(warga, 'Setujui waktu yang diusulkan');
  await warga.getByText('Waktu disepakati', { exact: true }).first().waitFor();
  await unit.reload();
  await unit.getByText('Waktu disepakati', { exact: true }).first().waitFor();
  await unit.getByText(/pukul 13\.30/).first().waitFor();
  await periksaAksesibel(unit);
  await warga.locator('summary', { hasText: 'Akhiri konsultasi' }).click();
  await tekan(warga, 'Batalkan');
  await warga.getByText('Dibatalkan', { exact: true }).first().waitFor();
  await warga.locator('#pesan').fill('Saya jadi datang; masih bisa?');
  await tekan(warga, 'Lanjutkan konsultasi');
  await unit.reload();
  await unit.getByText('Saya jadi datang; masih bisa?').waitFor();
});

uji('pejabat penghubung meminta perhatian atasan; kepala unit membacanya dan menjawab', async (t) => {
  const warga = await t.buka('/pengaduan/baru?layanan=akta-kelahiran-anak', { ukuran: 'ponsel' });
  await warga.getByLabel('Judul').fill('Kursi roda tidak ada');
  await warga.getByLabel('Apa yang terjadi?').fill('Diminta menunggu kursi roda satu jam.');
  await tekan(warga, 'Kirim laporan');
  await warga.getByText('Laporan Anda sudah diterima').waitFor();
  const penghubung = await t.sebagai(akun(t, 'penghubung'), '/aduan');
  await penghubung.getByRole('link', { name: 'Kursi roda tidak ada' }).click();
  await penghubung.getByLabel(/Pengaduan tidak berkadar pengawasan/).check();
  await penghubung.locator('select[name=unit]').selectOption({ label: MAL });
  await tekan(penghubung, 'Terima laporan');
  await penghubung.getByText('Sudah tercatat.').waitFor();
  await penghubung.locator('summary', { hasText: 'Minta perhatian atasan' }).click();
  await penghubung.locator('#alasan_eskalasi').fill('Menyangkut penyandang disabilitas. (ILUSTRASI)');
  await tekan(penghubung, 'Beri tahu atasan');
  await penghubung.getByText('Sudah tercatat.').waitFor();
  await penghubung.getByText('Perhatian atasan diminta').first().waitFor();
  await periksaAksesibel(penghubung);
  const kepala = await t.sebagai(akun(t, 'kepala.mpp'), '/aduan', { ukuran: 'ponsel' });
  await kepala.getByRole('link', { name: 'Kursi roda tidak ada' }).click();
  await kepala.getByText('Perhatian atasan', { exact: true }).first().waitFor();
  await periksaAksesibel(kepala);
  await kepala.locator('#jawaban').fill('Dua kursi roda disiapkan di pintu masuk.');
  await tekan(kepala, 'Kirim jawaban');
  await kepala.getByText('Jawaban terkirim.').waitFor();
  await warga.reload();
  await warga.getByText('Dua kursi roda disiapkan di pintu masuk.').first().waitFor();
  assert.equal(await warga.getByText('Menyangkut penyandang disabilitas').count(), 0, 'what officers write one another stays with them');
});

/** The next working day from so many days ahead, ISO. */
function hariKerja(n) {
  const hari = new Date(Date.now() + n * 86_400_000);
  while ([0, 6].includes(hari.getUTCDay())) hari.setUTCDate(hari.getUTCDate() + 1);
  return hari.toISOString().slice(0, 10);
}
