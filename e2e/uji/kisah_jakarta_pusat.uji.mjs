// Seed 003, Jakarta Pusat, 24 July 2023: the team hears the presentation of F01, the minutes are signed, then it looks round
// the place, fills F02 and gives recommendations. Names of people are invented (ILUSTRASI).

import assert from 'node:assert/strict';

import { gambar } from '../lib/gambar.mjs';
import { peladen, rantai, uji } from '../lib/uji.mjs';
import { tiruanBsre } from './kisah/tiruan.mjs';
import { nyatakanBebas } from './rantai/bersama.mjs';
import {
  bekukan, beritaAcara, bentukTim, bukaPeriode, daftarkan, isiDanKirimF01, jawabF03, nilaiF02, pandang, paparan, sebagai, tambahLokus, tekan,
} from './kisah/langkah.mjs';

const tte = await tiruanBsre();
peladen({ perintah: 'demo', env: tte.env });
rantai();

const BIRO = 'kkpp@jakpus.contoh';
const SEKDA = 'setko@jakpus.contoh';
const EVALUATOR = 'aspem@jakpus.contoh';
const REKOMENDASI = 'Tetapkan standar pelayanan dengan keputusan dan libatkan warga dalam penyusunannya.';
const SANGGAHAN = 'Standar pelayanan sudah ditetapkan bulan lalu, terlampir di F01.';
const JAWABAN = 'Keputusannya belum diumumkan di loket saat pengamatan.';
const kisah = {};

uji('dua UKPD dan tim evaluator terdaftar, periode mandiri dibuka', async (t) => {
  await daftarkan(t, {
    instansi: ['31.71', 'Kota Administrasi Jakarta Pusat', 'kota', '31.71', 'WIB'],
    unit: [['31.71-sudin-sosial', 'Suku Dinas Sosial', 'sudin'], ['31.71-sawah-besar', 'Kecamatan Sawah Besar', 'kecamatan']],
    akun: [
      [BIRO, 'Wulan Handayani', 'Kepala Bagian KKPP (contoh)', 'penyelenggara', '31.71'],
      [SEKDA, 'Bambang Sutrisno', 'Sekretaris Kota (contoh)', 'penanggungjawab', '31.71'],
      [EVALUATOR, 'Rudi Hartono', 'Asisten Pemerintahan (contoh)', 'evaluator', '31.71'],
      ['operator@sudin.contoh', 'Tini Suryani', 'Staf (contoh)', 'unit-operator', '31.71-sudin-sosial'],
      ['kepala@sudin.contoh', 'Eko Wibowo', 'Kepala Suku Dinas (contoh)', 'unit-kepala', '31.71-sudin-sosial'],
    ],
  });
  kisah.periode = await bukaPeriode(t, BIRO, { nama: 'PEKPPP Mandiri Jakarta Pusat 2023', tahun: 2023 });
  [kisah.sudin, kisah.kecamatan] = await tambahLokus(t, BIRO, kisah.periode, [
    ['Suku Dinas Sosial', 'Pelayanan barang', 'Suku Dinas'],
    ['Kecamatan Sawah Besar', 'Pelayanan administratif', 'Kecamatan'],
  ]);
  await bentukTim(t, BIRO, SEKDA, kisah.periode, ['Rudi Hartono'], '45/ILUSTRASI/2023');
});

uji('unit mengisi F01; tim mendengarkan paparan berdasarkan isiannya', async (t) => {
  assert.equal(await isiDanKirimF01(t, 'operator@sudin.contoh', 'kepala@sudin.contoh', kisah.sudin), 31);
  const page = await sebagai(t, EVALUATOR, `${kisah.sudin}/f01`, { ukuran: 'ponsel' });
  await page.getByText('F01 sudah dikirim').first().waitFor();
  await pandang(page);
  const acara = { judul: 'Paparan F01 Suku Dinas Sosial', unit: 'Suku Dinas Sosial', tempat: 'Ruang pola, Jakarta Pusat', zona: 'Asia/Jakarta' };
  await paparan(t, BIRO, kisah.periode, acara, ['operator@sudin.contoh', EVALUATOR]);
  // Who came stands in the draft of the minutes, besides those who sign.
  await page.goto(`${kisah.sudin}/berita-acara/baru/pelaksanaan`);
  const hadir = await page.locator('input[name^=nama]').evaluateAll((semua) => semua.map((x) => x.value));
  assert.ok(hadir.includes('Tini Suryani'), hadir.join(', '));
});

uji('berita acara pelaksanaan lengkap bertanda tangan sebelum F02', async (t) => {
  kisah.ba = await beritaAcara(t, EVALUATOR, kisah.sudin, 'pelaksanaan', [EVALUATOR, 'kepala@sudin.contoh', SEKDA], 'Ruang pola, Jakarta Pusat');
  const page = await sebagai(t, BIRO, kisah.ba);
  await page.getByText('Lengkap dan bersegel').first().waitFor();
  await page.goto(kisah.sudin);
  // Nothing is scored yet: the next step is the evaluator's.
  await page.getByRole('heading', { name: /F02/ }).first().waitFor();
  await pandang(page);
});

uji('tanda tangan elektronik: satu berhasil, satu tanpa jawaban lalu diputuskan penyelenggara', async (t) => {
  const tanda = async (siapa, nik) => {
    const page = await sebagai(t, siapa, `${kisah.ba}/elektronik`, { ukuran: 'ponsel' });
    await pandang(page);
    await page.locator('#nik').fill(nik);
    await page.locator('#sandi-tte').fill('frasa contoh');
    await tekan(page, 'Tandatangani dengan BSrE');
    return page;
  };
  const satu = await tanda(EVALUATOR, '6408010101900001');
  await satu.getByText('Berkas bertanda tangan elektronik').waitFor();
  await pandang(satu);
  await gambar(satu, 'tte-ditandatangani', { penuh: true });
  const dua = await tanda(SEKDA, '6408010101900003');
  await dua.getByText('Satu permintaan belum diketahui hasilnya').waitFor();
  await pandang(dua);
  const biro = await sebagai(t, BIRO, `${kisah.ba}/elektronik`);
  await pandang(biro);
  await gambar(biro, 'tte-belum-diketahui', { penuh: true });
  await biro.getByRole('radio', { name: 'Tidak ditandatangani' }).check();
  await biro.getByLabel('Bagaimana Anda memeriksanya').fill('Dilihat di dasbor layanan, tidak ada.');
  await tekan(biro, 'Catat hasilnya');
  await biro.getByText('Hasil pemeriksaan dicatat').waitFor();
  await pandang(biro);
});

uji('pengamatan lapangan memakai daftar periksa di ponsel', async (t) => {
  const page = await sebagai(t, EVALUATOR, null, { ukuran: 'ponsel' });
  await nyatakanBebas(page, kisah.sudin);
  await page.goto('/lapangan');
  const id = kisah.sudin.split('/').pop();
  await page.locator(`[data-lokus="${id}"]`).getByRole('button', { name: 'Siapkan unit ini' }).click();
  await page.getByText('Halaman kerja dapat dibuka tanpa jaringan').waitFor();
  await page.goto(`/lapangan/kerja#/${id}/p/observasi`);
  const kotak = page.locator('article.lembar-kartu input[type=checkbox]').first();
  const [jawaban] = await Promise.all([page.waitForResponse((r) => r.request().method() === 'PUT', { timeout: 40_000 }), kotak.check()]);
  assert.equal(jawaban.status(), 200);
  await page.goto(`${kisah.sudin}/f02/lapangan`);
  await page.getByText('Observasi').first().waitFor();
  await pandang(page);
});

uji('F02 diisi dan rekomendasi ditulis; unit menyanggah satu nilai dan dijawab', async (t) => {
  await nilaiF02(t, EVALUATOR, kisah.sudin, 4, REKOMENDASI);
  await jawabF03(t, BIRO, kisah.sudin, 10, 4);
  const biro = await sebagai(t, BIRO, '/');
  await biro.getByText('Buka nilai sementara kepada unit').first().waitFor();
  await biro.goto(`${kisah.sudin}/hak-jawab`);
  const hasil = await bekukan(t, BIRO, 'kepala@sudin.contoh', kisah.sudin, async () => {
    const unit = await sebagai(t, 'operator@sudin.contoh', `${kisah.sudin}/hak-jawab`);
    await unit.getByText('Nilai ini belum resmi').waitFor();
    await unit.getByRole('link', { name: /^Sanggah/ }).first().click();
    await unit.locator('[name=alasan]').fill(SANGGAHAN);
    await tekan(unit, 'Ajukan sanggahan');
    await pandang(unit);
    const tim = await sebagai(t, EVALUATOR, '/');
    await tim.getByText('Jawab sanggahan unit').first().waitFor();
    await tim.goto(`${kisah.sudin}/hak-jawab`);
    await tim.locator('a[href*="/hak-jawab/jawaban/"]').first().click();
    await tim.getByText(SANGGAHAN).waitFor();
    await tim.locator('[name=putusan][value=tetap]').check();
    await tim.locator('[name=alasan]').fill(JAWABAN);
    await tekan(tim, 'Kirim jawaban');
    await pandang(tim);
  });
  assert.equal(hasil, '4,00');
  // The draft of the minutes speaks of it before anybody types.
  await biro.goto(`${kisah.sudin}/berita-acara/baru/hasil`);
  assert.match(await biro.locator('[name=catatan]').inputValue(), new RegExp(`1 sanggahan[^]*${JAWABAN}`));
  await pandang(biro);
  const unit = await sebagai(t, 'kepala@sudin.contoh', `${kisah.sudin}/hasil/turunan`);
  await unit.getByText(REKOMENDASI).first().waitFor({ state: 'attached' });
  await pandang(unit);
  // The other unit of the same day is at its own place in the process.
  const lain = await sebagai(t, BIRO, kisah.kecamatan);
  await lain.getByText('Isi F01').first().waitFor();
});

uji('berita acara hasil bersegel, lalu LHE satu periode dibuat dan disampaikan sekaligus', async (t) => {
  t.izinkan(/422/);
  await beritaAcara(t, BIRO, kisah.sudin, 'hasil', [EVALUATOR, 'kepala@sudin.contoh', SEKDA], 'Ruang pola, Jakarta Pusat');
  const page = await sebagai(t, BIRO, kisah.periode);
  await page.getByRole('link', { name: 'LHE', exact: true }).first().click();
  await page.getByRole('heading', { name: 'Buat 1 LHE' }).waitFor();
  await pandang(page);
  await page.locator('[name=depan]').fill('700/');
  await page.locator('[name=belakang]').fill('/LHE/ILUSTRASI');
  await page.locator('[name=tempat]').evaluate((kotak) => { kotak.form.noValidate = true; });
  await tekan(page, 'Buat LHE');
  await page.getByText('Tulis tempatnya').first().waitFor();
  await pandang(page);
  await page.locator('[name=tempat]').fill('Jakarta');
  await tekan(page, 'Buat LHE');
  // Made in the background: the page is asked again until it says so.
  await tunggu(page, '1 LHE dibuat');
  await page.getByRole('heading', { name: 'Sampaikan 1 LHE' }).waitFor();
  await pandang(page);
  await gambar(page, 'lhe-sekaligus', { penuh: true });
  await tekan(page, 'Sampaikan semua');
  await tunggu(page, '1 LHE disampaikan kepada unit');
  await pandang(page);
  const unit = await sebagai(t, 'kepala@sudin.contoh', `${kisah.sudin}/penyampaian`);
  await unit.locator('tbody').getByRole('link', { name: /^LHE|Laporan Hasil/ }).first().waitFor();
  await unit.goto(`${kisah.sudin}/lhe`);
  await unit.getByText('700/1/LHE/ILUSTRASI').waitFor();
  await pandang(unit);
  await unit.goto(`${kisah.sudin}/tindak-lanjut`);
  await unit.getByText(REKOMENDASI).first().waitFor();
});

/** What is made in the background stands on the page once it is asked for again. */
async function tunggu(page, teks) {
  for (let n = 0; n < 60 && (await page.getByText(teks).count()) === 0; n += 1) {
    await page.waitForTimeout(500);
    await page.reload();
  }
  await page.getByText(teks).first().waitFor();
}
