// Seed 001, Kutai Timur 2023: three schemes in one year. Mandiri of three units (RSUD, Dinas Sosial, Kecamatan Sangatta Utara),
// handed in and validated; pemantauan of units that were evaluated before; khusus held by the ministry in a state company.
// The mandiri period of 2023 is that of the example (ILUSTRASI).

import assert from 'node:assert/strict';

import { peladen, perambanPenuh, rantai, uji } from '../lib/uji.mjs';
import { nyatakanBebas } from './rantai/bersama.mjs';
import {
  bekukan, beritaAcara, bentukTim, bukaPeriode, isiDanKirimF01, jawabF03, nilaiF02, nilaiLuring, pandang, periksaUmum, sebagai, tambahLokus,
  tambahPantauan, tekan, terbitkan,
} from './kisah/langkah.mjs';

peladen({ perintah: 'demo' });
perambanPenuh();
rantai();

const NAMA = 'PEKPPP Mandiri Kabupaten Kutai Timur 2023';
const SEMENTARA = 'Nilai ini berlaku sementara';
const kisah = {};

uji('hasil mandiri tiga unit terbit sebagai angka lokal yang masih sementara', async (t) => {
  const page = await t.buka('/hasil', { ukuran: 'ponsel' });
  await page.getByRole('link', { name: NAMA }).first().click();
  kisah.publik = new URL(page.url()).pathname;
  await page.getByText(SEMENTARA).first().waitFor();
  await page.getByText('PEKPPP mandiri (angka lokal)').first().waitFor();
  for (const unit of ['RSUD Kudungga', 'Dinas Sosial', 'Kecamatan Sangatta Utara']) await page.getByRole('link', { name: unit }).first().waitFor();
  await pandang(page);
});

uji('bagian organisasi menyerahkan, sekda menyatakan menerima', async (t) => {
  const page = await sebagai(t, 'organisasi', '/periode');
  await page.getByRole('link', { name: NAMA }).first().click();
  kisah.periode = new URL(page.url()).pathname;
  await page.getByRole('link', { name: 'Berita acara', exact: true }).first().click();
  await page.getByText('3 dari 3').first().waitFor();
  await page.getByText('Tahap penyampaian hasil sudah ditutup').waitFor();
  await pandang(page);
  await page.getByRole('link', { name: 'Penyerahan', exact: true }).click();
  await pandang(page);
  await page.getByLabel('Catatan untuk kementerian').fill('Surat pengantar 065/ILUSTRASI/2023.');
  await tekan(page, 'Serahkan hasil');
  await page.getByText('Hasil diserahkan').waitFor();
  await pandang(page);
  const sekda = await sebagai(t, 'sekda', `${kisah.periode}/penyerahan`, { ukuran: 'ponsel' });
  await tekan(sekda, 'Nyatakan menerima');
  await sekda.getByText('Penerimaan dicatat').waitFor();
});

uji('kementerian mengembalikan dengan alasan, lalu memvalidasi penyerahan kedua; tanda sementara hilang', async (t) => {
  t.izinkan(/422/);
  const page = await sebagai(t, 'nasional', '/penyerahan');
  await pandang(page);
  await page.getByRole('link', { name: NAMA }).click();
  await page.getByText('Kembalikan dengan alasan').click();
  await page.locator('form', { has: page.getByLabel('Alasan pengembalian') }).evaluate((form) => { form.noValidate = true; });
  await tekan(page, 'Kembalikan');
  await page.getByText('Tulis alasannya').first().waitFor();
  await page.getByLabel('Alasan pengembalian').fill('Lampirkan surat pengantar yang bertanda tangan.');
  await pandang(page);
  await tekan(page, 'Kembalikan');
  await page.getByText('Penyerahan dikembalikan').waitFor();
  const biro = await sebagai(t, 'organisasi', `${kisah.periode}/penyerahan`);
  await biro.getByText('Lampirkan surat pengantar').first().waitFor();
  await tekan(biro, 'Serahkan hasil');
  await page.reload();
  await tekan(page, 'Nyatakan valid');
  await page.getByText('Hasil dinyatakan valid').waitFor();
  await pandang(page);
  const umum = await t.buka(kisah.publik);
  assert.equal(await umum.getByText(SEMENTARA).count(), 0);
  await umum.getByText('sudah divalidasi kementerian').first().waitFor();
  const penghargaan = await t.buka(`${kisah.publik}/penghargaan`, { ukuran: 'ponsel' });
  assert.equal(await penghargaan.getByText(SEMENTARA).count(), 0, 'an award for the mean rests on validated results too');
});

uji('periode berikutnya mulai bersih dan menawarkan bukti lama', async (t) => {
  const page = await sebagai(t, 'organisasi', kisah.periode);
  await page.getByRole('link', { name: 'Buat periode berikutnya' }).click();
  assert.equal(await page.getByLabel('Tahun').inputValue(), '2024');
  await pandang(page);
  await page.getByLabel('Nama periode').fill('PEKPPP Mandiri Kutai Timur berikutnya');
  await tekan(page, 'Buat periode baru');
  await page.getByText('Periode baru dibuat').waitFor();
  await page.getByText('Dibuat dari').waitFor();
  const lokus = await page.getByRole('link', { name: 'Dinas Sosial', exact: true }).getAttribute('href');
  const unit = await sebagai(t, 'operator.dinsos', `${lokus}/f01`);
  await unit.getByRole('link', { name: /^Bukti lama/ }).click();
  await unit.getByText(/\d+ bulan/).first().waitFor();
  await pandang(unit);
  const banyak = await unit.getByRole('button', { name: /^Pakai lagi/ }).count();
  await unit.getByRole('button', { name: /^Pakai lagi/ }).first().click();
  await unit.getByText('Bukti lama dipakai lagi').waitFor();
  assert.equal(await unit.getByRole('button', { name: /^Pakai lagi/ }).count(), banyak - 1);
});

uji('pemantauan: unit yang pernah dievaluasi, tanpa nilai', async (t) => {
  t.izinkan(/409/);
  const periode = await bukaPeriode(t, 'organisasi', { nama: 'Pemantauan Kutai Timur 2024', tahun: 2024, skema: 'pemantauan' });
  const [lokus] = await tambahPantauan(t, 'organisasi', periode, ['RSUD Kudungga']);
  const page = await sebagai(t, 'organisasi', lokus);
  await page.getByText('Unit tidak mengisi F01').waitFor();
  await page.getByRole('link', { name: new RegExp(NAMA) }).waitFor();
  await pandang(page);
  const jawaban = await page.goto(`${lokus}/f01`);
  assert.equal(jawaban.status(), 409);
  await page.getByText('hanya memeriksa tindak lanjut rekomendasi').waitFor();
  await pandang(page);
  // Only what was recommended before is checked, by an evaluator who is appointed for it.
  await bentukTim(t, 'organisasi', 'sekda', periode, ['Teguh Prasetyo'], '12/ILUSTRASI/2024');
  const evaluator = await sebagai(t, 'evaluator1', '/');
  await nyatakanBebas(evaluator, lokus);
  await evaluator.goto(`${lokus}/pemantauan`);
  await evaluator.getByText(NAMA).first().waitFor();
  await pandang(evaluator);
  await evaluator.locator('tbody').getByRole('link', { name: /^Periksa/ }).first().click();
  await evaluator.getByRole('radio', { name: 'Sudah dilaksanakan' }).check();
  await tekan(evaluator, 'Simpan putusan');
  await evaluator.getByText('Putusan disimpan').waitFor();
  await evaluator.goto('/');
  assert.equal(await evaluator.getByText(/^Pemantauan Kutai Timur 2024 · .*F0[123]/).count(), 0, 'no step of scoring on the start page');
});

uji('pra-evaluasi: kondisi terkini diukur dan tidak tercampur dengan F02', async (t) => {
  const periode = await bukaPeriode(t, 'organisasi', { nama: 'PEKPPP Mandiri Kutai Timur 2025', tahun: 2025 });
  const [lokus] = await tambahLokus(t, 'organisasi', periode, [['Dinas Sosial', 'Pelayanan administratif', 'Dinas']]);
  await bentukTim(t, 'organisasi', 'sekda', periode, ['Teguh Prasetyo'], '13/ILUSTRASI/2025');
  const page = await sebagai(t, 'evaluator1', '/');
  await nyatakanBebas(page, lokus);
  await page.goto(`${lokus}/kondisi-terkini`);
  for (const pilihan of await page.locator('main select').all()) await pilihan.selectOption('3');
  await tekan(page, 'Simpan pengukuran');
  await page.getByText('Bukan nilai F02').first().waitFor();
  await pandang(page);
  const biro = await sebagai(t, 'organisasi', `${lokus}/hasil`);
  await biro.getByRole('heading', { level: 1 }).waitFor();
  assert.equal(await biro.getByText('3,00').count(), 0, 'the measurement is no figure of the result');
  Object.assign(kisah, { lanjut: periode, dinsos: lokus });
});

uji('verifikasi lapangan: dinilai di ponsel tanpa jaringan, lalu F02 dilengkapi di kantor', async (t) => {
  t.izinkan(/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/, /ERR_FAILED/);
  await isiDanKirimF01(t, 'operator.dinsos', 'kepala.dinsos', kisah.dinsos);
  await nilaiLuring(t, 'evaluator1', kisah.dinsos, 4, 'Dilihat sendiri di loket');
  await nilaiF02(t, 'evaluator1', kisah.dinsos, 4, 'Pasang maklumat di ruang tunggu.');
  await jawabF03(t, 'organisasi', kisah.dinsos, 10, 4);
  assert.equal(await bekukan(t, 'organisasi', 'kepala.dinsos', kisah.dinsos), '4,00');
  await beritaAcara(t, 'organisasi', kisah.dinsos, 'hasil', ['evaluator1', 'kepala.dinsos', 'sekda'], 'Sangatta');
});

uji('pemeringkatan: hasil diterbitkan, peringkatnya dibaca dan dihitung ulang siapa pun', async (t) => {
  const page = await sebagai(t, 'organisasi', `${kisah.lanjut}/peringkat`);
  await page.locator('tbody').getByText('Dinas Sosial').first().waitFor();
  await pandang(page);
  await terbitkan(t, 'sekda', kisah.lanjut);
  const umum = await t.buka('/peringkat-nasional?tahun=2025&skema=mandiri', { ukuran: 'ponsel' });
  await umum.getByText('Dinas Sosial').first().waitFor();
  await pandang(umum);
  await periksaUmum(t, 'PEKPPP Mandiri Kutai Timur 2025', 'Dinas Sosial');
});

uji('khusus: kementerian mengevaluasi badan usaha dan bukan bagian organisasi', async (t) => {
  const periode = await bukaPeriode(t, 'nasional', { nama: 'PEKPPP Khusus 2024', tahun: 2024, skema: 'khusus' });
  const [lokus] = await tambahLokus(t, 'nasional', periode, [['Pelabuhan Penyeberangan Contoh', 'Pelayanan jasa', 'Pelabuhan']]);
  const page = await sebagai(t, 'nasional', lokus);
  await page.getByText('Evaluasi khusus').first().waitFor();
  await pandang(page);
  const biro = await sebagai(t, 'organisasi', '/periode/baru');
  assert.equal(await biro.locator('[name=skema][value=khusus]').count(), 0, 'a region is not offered the scheme');
  await pandang(biro);
});
