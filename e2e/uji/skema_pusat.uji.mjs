// The ministry runs its two schemes to their scores: nasional over units of regions (one of them evaluated by its own region in the
// same year) and khusus in a state company. Both figures stay apart and labelled. Everything is invented (ILUSTRASI).

import assert from 'node:assert/strict';

import { peladen, rantai, uji } from '../lib/uji.mjs';
import {
  bekukan, beritaAcara, bentukTim, bukaPeriode, isiDanKirimF01, jawabF03, mintaLhe, nilaiF02, pandang, periksaUmum, sebagai, tambahLokus, terbitkan,
} from './kisah/langkah.mjs';

peladen({ perintah: 'demo' });
rantai();

const PUSAT = 'nasional';
const EVALUATOR = 'evaluator.pusat1';
const NASIONAL = 'PEKPPP Nasional 2023 (contoh)';
const KHUSUS = 'PEKPPP Khusus 2023 (contoh)';
const kisah = {};

uji('kementerian membuka periode nasional atas unit dua daerah dan menetapkan timnya', async (t) => {
  const page = await sebagai(t, PUSAT, '/periode');
  kisah.nasional = await bukaPeriode(t, PUSAT, { nama: NASIONAL, tahun: 2023, skema: 'nasional' });
  [kisah.rsud] = await tambahLokus(t, PUSAT, kisah.nasional, [
    ['RSUD Kudungga', 'Pelayanan jasa', 'RSUD'],
    ['Kecamatan Bontang Utara', 'Pelayanan administratif', 'Kecamatan'],
  ]);
  await bentukTim(t, PUSAT, 'sesmen', kisah.nasional, ['Indra Lesmana'], '21/ILUSTRASI/2023');
  await page.goto(kisah.nasional);
  await page.getByText('Semua tahap sudah lewat tanggalnya').waitFor();
});

uji('unit mengisi F01, evaluator kementerian menilai, warga menjawab, hasil dibekukan', async (t) => {
  await isiDanKirimF01(t, 'operator.rsud', 'kepala.rsud', kisah.rsud);
  await nilaiF02(t, EVALUATOR, kisah.rsud, 4, 'Pasang alur pelayanan di ruang tunggu.');
  await jawabF03(t, PUSAT, kisah.rsud, 10, 5);
  // 0.75 x 4 + 0.25 x 5
  assert.equal(await bekukan(t, PUSAT, 'kepala.rsud', kisah.rsud), '4,25');
});

uji('berita acara ditandatangani bertiga, LHE menyebut kekuatan', async (t) => {
  await beritaAcara(t, PUSAT, kisah.rsud, 'hasil', [EVALUATOR, 'kepala.rsud', 'sesmen'], 'Jakarta');
  const page = await sebagai(t, PUSAT, `${kisah.rsud}/lhe`);
  const kekuatan = page.locator('.kartu', { has: page.getByRole('heading', { name: 'Kekuatan' }) });
  assert.equal(await kekuatan.getByRole('listitem').count(), 6);
  const jadi = await mintaLhe(t, PUSAT, kisah.rsud, '', 'Jakarta');
  await jadi.getByText('LHE dibuat').waitFor();
  await pandang(jadi);
  // The region reads what the ministry found in its unit; it does not run it.
  const daerah = await sebagai(t, 'organisasi', `${kisah.rsud}/hasil`);
  await daerah.getByText('4,25').first().waitFor();
  assert.equal(await daerah.getByText('Batalkan pembekuan').count(), 0);
});

uji('terbit: angka nasional berdiri di samping angka lokal unit yang sama, masing-masing berlabel', async (t) => {
  await terbitkan(t, 'sesmen', kisah.nasional);
  const pusat = await sebagai(t, PUSAT, `${kisah.nasional}/peringkat`);
  await pusat.getByText('PEKPPP nasional (angka nasional)').first().waitFor();
  await pandang(pusat);
  const umum = await t.buka('/hasil', { ukuran: 'ponsel' });
  await umum.getByRole('link', { name: NASIONAL }).first().click();
  assert.equal(await umum.getByText('berlaku sementara').count(), 0, 'a figure of the ministry waits for nobody');
  await umum.getByRole('link', { name: 'RSUD Kudungga' }).first().click();
  await umum.getByText('PEKPPP nasional (angka nasional)').first().waitFor();
  const lain = umum.locator('section', { has: umum.getByRole('heading', { name: 'Nilai unit ini pada periode lain' }) });
  await lain.getByText('PEKPPP mandiri (angka lokal)').first().waitFor();
  assert.equal(await lain.getByText('4,25').count(), 0, 'the other figure is not this one');
  await pandang(umum);
});

uji('khusus: badan usaha dinilai kementerian sampai nilainya', async (t) => {
  const periode = await bukaPeriode(t, PUSAT, { nama: KHUSUS, tahun: 2023, skema: 'khusus' });
  const [lokus] = await tambahLokus(t, PUSAT, periode, [['Pelabuhan Penyeberangan Contoh', 'Pelayanan jasa', 'Pelabuhan']]);
  await bentukTim(t, PUSAT, 'sesmen', periode, ['Indra Lesmana'], '22/ILUSTRASI/2023');
  await isiDanKirimF01(t, 'operator.pelabuhan', 'kepala.pelabuhan', lokus);
  await nilaiF02(t, EVALUATOR, lokus, 3, 'Sediakan kursi roda di dermaga.');
  await jawabF03(t, PUSAT, lokus, 10, 4);
  assert.equal(await bekukan(t, PUSAT, 'kepala.pelabuhan', lokus), '3,25');
  const page = await sebagai(t, PUSAT, `${periode}/peringkat`);
  await page.getByText('Evaluasi khusus (angka nasional)').first().waitFor();
  await page.getByText('Pelabuhan Penyeberangan Contoh').first().waitFor();
  await pandang(page);
  Object.assign(kisah, { khusus: periode, pelabuhan: lokus });
});

uji('khusus: berita acara, LHE, terbit, lalu dihitung ulang siapa pun', async (t) => {
  await beritaAcara(t, PUSAT, kisah.pelabuhan, 'hasil', [EVALUATOR, 'kepala.pelabuhan', 'sesmen'], 'Jakarta');
  const page = await mintaLhe(t, PUSAT, kisah.pelabuhan, '700/KHUSUS/ILUSTRASI', 'Jakarta');
  await page.getByText('LHE dibuat').waitFor();
  await page.getByText('700/KHUSUS/ILUSTRASI').waitFor();
  await terbitkan(t, 'sesmen', kisah.khusus);
  await periksaUmum(t, KHUSUS, 'Pelabuhan Penyeberangan Contoh');
});

uji('nomor LHE unit lain tidak diterima dua kali, yang diketik tetap ada', async (t) => {
  t.izinkan(/422/);
  const page = await mintaLhe(t, PUSAT, kisah.rsud, '700/khusus/ilustrasi', 'Jakarta');
  await page.getByText('Nomor ini sudah dipakai untuk Pelabuhan Penyeberangan Contoh').first().waitFor();
  assert.equal(await page.getByLabel('Tempat laporan').inputValue(), 'Jakarta');
  await pandang(page);
});
