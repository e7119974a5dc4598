// Steps that the acceptance stories share, each by the right person on the screens. They go the plain way; what can go
// wrong on it is tested by the chain (`rantai/`).

import assert from 'node:assert/strict';

import { berkasPdf } from '../../lib/berkas.mjs';
import { akhiriHakJawab, akun as akunContoh, aspek, nyatakanBebas, pandang, sebagai as sebagaiContoh, tekan } from '../rantai/bersama.mjs';

export { pandang, tekan } from '../rantai/bersama.mjs';

const SANDI = 'kuda-laut-di-tepi-sungai';
const csv = (baris) => Buffer.from(baris.map((b) => b.map((s) => `"${s}"`).join(',')).join('\n'));

/** Someone of the story: an account that the story made, or one of the example by its name. */
export const orang = (t, siapa) => (siapa.includes('@') ? { surel: siapa, sandi: SANDI } : akunContoh(t, siapa));
export const sebagai = (t, siapa, ke, pilihan) => (siapa.includes('@') ? t.sebagai(orang(t, siapa), ke, pilihan) : sebagaiContoh(t, siapa, ke, pilihan));

async function impor(page, jenis, baris) {
  await page.goto('/admin/impor');
  await page.locator(`[name=jenis][value=${jenis}]`).check();
  await page.locator('[name=berkas]').setInputFiles({ name: `${jenis}.csv`, mimeType: 'text/csv', buffer: csv(baris) });
  await tekan(page, 'Periksa berkas');
  await tekan(page, 'Simpan semua');
  await page.getByText('Impor tersimpan').first().waitFor();
  return new URL(page.url()).pathname;
}

/** The administrator registers an instansi with its units and people; each sets a password by the one-time link. */
export async function daftarkan(t, { instansi, unit, akun }) {
  const page = await sebagai(t, 'admin', '/admin/instansi/baru');
  const [kode, nama, jenis, wilayah, zona] = instansi;
  await page.locator('#kode').fill(kode);
  await page.locator('#nama').fill(nama);
  await page.locator('#jenis').selectOption(jenis);
  await page.locator('#wilayah').fill(wilayah);
  await page.locator(`[name=zona][value=${zona}]`).check();
  await tekan(page, 'Simpan');
  await impor(page, 'unit', [['kode', 'nama', 'jenis', 'kode_instansi', 'kode_induk', 'alamat'], ...unit.map(([k, n, j]) => [k, n, j, kode, '', ''])]);
  const jalur = await impor(page, 'akun', [['surel', 'nama', 'jabatan', 'peran', 'lingkup'], ...akun]);
  const tautan = await (await page.request.post(`${jalur}/tautan`, { headers: { origin: t.prima.alamat } })).text();
  for (const [satu] of tautan.matchAll(/\/sandi\/setel\/[\w-]+/g)) {
    const baru = await t.buka(null);
    const jawaban = await baru.request.post(satu, { form: { sandi: SANDI, ulangi: SANDI }, headers: { origin: t.prima.alamat }, maxRedirects: 0 });
    assert.equal(jawaban.status(), 303, 'password set by the one-time link');
  }
}

/** Opens a period and returns its path. `tahap`: month and year of each phase. */
export async function bukaPeriode(t, siapa, { nama, tahun, skema = 'mandiri', edisi = 'pekppp-2022-a', penyatuan = 'konsensus' }) {
  const page = await sebagai(t, siapa, '/periode/baru');
  await page.locator('#nama').fill(nama);
  await page.locator('#tahun').fill(String(tahun));
  await page.locator(`[name=skema][value=${skema}]`).check();
  await page.locator(`[name=edisi_a][value="${edisi}"]`).check();
  await page.locator(`[name=penyatuan][value=${penyatuan}]`).check();
  for (const [fase, [a, b]] of Object.entries({ persiapan: [1, 3], pelaksanaan: [4, 11], penyampaian: [12, 12], pemeringkatan: [12, 12] })) {
    await page.locator(`[name=${fase}_mulai]`).fill(`${tahun}-${String(a).padStart(2, '0')}-01`);
    await page.locator(`[name=${fase}_selesai]`).fill(`${tahun}-${String(b).padStart(2, '0')}-28`);
  }
  await tekan(page, 'Buka periode');
  await page.getByRole('heading', { name: nama, exact: true }).waitFor();
  return new URL(page.url()).pathname;
}

/** Adds units `[name, scope, category]`; returns their paths in that order. */
export async function tambahLokus(t, siapa, periode, lokus) {
  const page = await sebagai(t, siapa, `${periode}/lokus/baru`);
  for (const [unit, cakupan, kategori] of lokus) {
    await page.getByRole('radio', { name: unit }).check();
    await page.getByRole('radio', { name: 'Formulir A' }).check();
    await page.getByRole('radio', { name: cakupan }).check();
    await page.getByLabel('Kategori pemeringkatan').fill(kategori);
    await tekan(page, 'Tambah unit lokus');
    await page.getByText('Unit lokus ditambahkan').waitFor();
  }
  await page.goto(periode);
  const hasil = [];
  for (const [unit] of lokus) hasil.push(await page.getByRole('link', { name: unit, exact: true }).first().getAttribute('href'));
  return hasil;
}

/** Monitoring takes units as they were evaluated: no form, no scope, no category. Their addresses come back. */
export async function tambahPantauan(t, siapa, periode, unit) {
  const page = await sebagai(t, siapa, `${periode}/lokus/pilih`);
  for (const nama of unit) await page.getByRole('checkbox', { name: nama }).check();
  await pandang(page);
  await tekan(page, 'Tambahkan yang dicentang');
  await page.goto(periode);
  const hasil = [];
  for (const nama of unit) hasil.push(await page.getByRole('link', { name: nama, exact: true }).first().getAttribute('href'));
  return hasil;
}

/** The organiser proposes the evaluators for all units, the person in charge appoints them by decree. */
export async function bentukTim(t, biro, sekda, periode, nama, nomorSk) {
  const page = await sebagai(t, biro, `${periode}/evaluator`);
  for (const satu of nama) {
    await page.locator('#akun').selectOption(await page.locator('#akun option', { hasText: satu }).getAttribute('value'));
    for (const kotak of await page.locator('[name=lokus]').all()) await kotak.check();
    await tekan(page, 'Usulkan evaluator');
    await page.getByText('Usulan tersimpan').waitFor();
  }
  const sk = await sebagai(t, sekda, `${periode}/sk`);
  for (const kotak of await sk.locator('[name=usulan]').all()) await kotak.check();
  await sk.getByLabel('Nomor SK').fill(nomorSk);
  await sk.getByLabel('Tanggal SK').fill('2023-03-20');
  await sk.getByLabel('Berkas SK').setInputFiles(berkasPdf('sk-tim.pdf'));
  await tekan(sk, 'Tetapkan dengan SK');
  await sk.getByText('Evaluator ditetapkan').waitFor();
}

/** The operator answers the first questions of F01, the head submits it. Returns how many indicators F01 asks for. */
export async function isiDanKirimF01(t, operator, kepala, lokus) {
  const page = await sebagai(t, operator, null, { js: false });
  const jalur = await aspek(page, 'f01', lokus);
  let indikator = 0;
  for (const satu of jalur) {
    await page.goto(satu);
    indikator += await page.locator('form[data-f01]').count();
  }
  await page.goto(jalur[0]);
  const kartu = page.locator('form[data-f01]').first();
  await kartu.locator('input[type=radio]').first().check();
  await kartu.getByRole('button', { name: 'Simpan indikator ini' }).click();
  await page.getByText('Isian tersimpan').waitFor();
  await page.goto(`${lokus}/f01`);
  const tetap = page.locator('[name=tetap]');
  if (await tetap.count()) await tetap.check();
  await tekan(page, 'Serahkan');
  await page.getByText('F01 sudah diserahkan kepada kepala unit').waitFor();
  const kirim = await sebagai(t, kepala, `${lokus}/f01/pengiriman`);
  await kirim.getByLabel(/Saya sudah memeriksa/).check();
  await tekan(kirim, 'Setujui dan kirim');
  await kirim.getByText('F01 sudah dikirim').first().waitFor();
  return indikator;
}

/** An evaluator gives every indicator the same score and marks his sheet done; with a recommendation for the first. */
export async function nilaiF02(t, siapa, lokus, nilai, rekomendasi) {
  const page = await sebagai(t, siapa, null, { js: false });
  await nyatakanBebas(page, lokus);
  let pertama = true;
  for (const satu of await aspek(page, 'f02', lokus)) {
    await page.goto(satu);
    for (const kartu of await page.locator('.lembar-kartu').all()) {
      await kartu.locator(`.lembar-rubrik input[value="${nilai}"]`).check();
      if (pertama && rekomendasi) await kartu.getByLabel('Rekomendasi').fill(rekomendasi);
      pertama = false;
    }
    await tekan(page, 'Simpan semua di aspek ini');
    await page.getByText('Tersimpan').first().waitFor();
  }
  await page.goto(`${lokus}/f02`);
  await tekan(page, 'Tandai penilaian saya selesai');
  await page.getByText('Penilaian Anda ditandai selesai').waitFor();
}

/** Opens F03 and lets `banyak` citizens answer, each with `nilai` everywhere. */
export async function jawabF03(t, siapa, lokus, banyak, nilai) {
  const page = await sebagai(t, siapa, `${lokus}/f03`);
  await tekan(page, 'Buka F03');
  const survei = await page.locator('.kues-tautan').getAttribute('href');
  const warga = await t.buka(null);
  for (let n = 0; n < banyak; n += 1) {
    const html = await (await warga.request.get(survei)).text();
    const isian = {};
    for (const [, nama] of html.matchAll(/<input type="radio" name="([^"]+)"/g)) isian[nama] = String(nilai);
    for (const nama of ['id', 'stempel']) isian[nama] = html.match(new RegExp(`name="${nama}" value="([^"]+)"`))[1];
    const jawaban = await warga.request.post(survei, { form: isian, headers: { origin: t.prima.alamat } });
    assert.equal(jawaban.status(), 200);
  }
}

/** The unit is heard, then the result is frozen; returns the IPP as it is shown. `dengar`: what happens while the draft is open. */
export async function bekukan(t, siapa, kepala, lokus, dengar = async () => {}) {
  const biro = await sebagai(t, siapa, `${lokus}/hak-jawab`);
  const unit = await sebagai(t, kepala, `${lokus}/hak-jawab`);
  await akhiriHakJawab(biro, unit, async () => {
    await dengar();
    await unit.reload();
  });
  const page = await sebagai(t, siapa, `${lokus}/hasil`);
  await page.getByLabel('Saya sudah memeriksa nilai di atas').check();
  await tekan(page, 'Bekukan hasil');
  await page.getByText('Hasil dibekukan dan ditandatangani').waitFor();
  return (await page.locator('.hasil-ipp .angka-besar').innerText()).trim();
}

/** Makes minutes of a kind and lets everybody sign with his password; returns their path. */
export async function beritaAcara(t, pembuat, lokus, jenis, penanda, tempat) {
  const page = await sebagai(t, pembuat, `${lokus}/berita-acara/baru/${jenis}`);
  // Each number is given once by an office.
  await page.getByLabel('Nomor', { exact: true }).fill(`065/${jenis}/${lokus.slice(-4)}/ILUSTRASI`);
  await page.getByLabel('Tempat', { exact: true }).fill(tempat);
  for (const medan of ['unit', 'penanggungjawab']) {
    const pilihan = page.locator(`#${medan}`);
    if ((await pilihan.inputValue()) === '') await pilihan.selectOption({ index: 1 });
  }
  await tekan(page, 'Buat PDF');
  await page.getByText('Berita acara dibuat dan siap ditandatangani').waitFor();
  const jalur = new URL(page.url()).pathname;
  for (const siapa of penanda) {
    const tanda = await sebagai(t, siapa, jalur);
    await (await tanda.request.get(`${jalur}/pdf`)).body();
    await tanda.getByLabel('Kata sandi Anda').fill(orang(t, siapa).sandi);
    await tekan(tanda, 'Tandatangani');
    await tanda.getByText('Tanda tangan Anda tercatat').waitFor();
  }
  return jalur;
}

/**
 * The unit presents its F01: the session is planned for now, prepared with an agenda, and each of `hadirin` (accounts) writes himself
 * down with the address of the QR code. `zona`: where the organiser is.
 */
export async function paparan(t, biro, periode, { judul, unit, tempat, zona }, hadirin) {
  const page = await sebagai(t, biro, `${periode}/jadwal/baru`);
  const kini = new Intl.DateTimeFormat('sv-SE', { timeZone: zona, dateStyle: 'short', timeStyle: 'short' }).format(new Date());
  const [tanggal, jam] = kini.split(' ');
  await page.locator('#jenis').selectOption('presentasi');
  await page.locator('#judul').fill(judul);
  await page.locator('#lokus').selectOption({ label: unit });
  await page.locator('[name=tanggal]').fill(tanggal);
  await page.locator('#jam').fill(jam.replace(':', '.'));
  await page.locator('#tempat').fill(tempat);
  await tekan(page, 'Simpan');
  await page.getByText('Acara tersimpan').waitFor();
  await page.goto(`${periode}/kegiatan`);
  await page.getByRole('link', { name: judul }).first().click();
  await page.getByLabel('Agenda').fill('Paparan F01\nTanya jawab');
  await tekan(page, 'Siapkan kegiatan');
  await page.getByText('Daftar sedang dibuka').waitFor();
  await pandang(page);
  const alamat = new URL((await page.locator('.rahasia').innerText()).trim()).pathname;
  for (const siapa of hadirin) {
    const tamu = await sebagai(t, siapa, alamat, { ukuran: 'ponsel' });
    await tamu.getByRole('button', { name: /^Catat kehadiran sebagai/ }).click();
    await tamu.getByText('kehadiran Anda tercatat').waitFor();
    await pandang(tamu);
  }
}

/** An evaluator scores the first indicator of the unit on his phone without a line; the score goes once the line is back. */
export async function nilaiLuring(t, siapa, lokus, nilai, catatan) {
  const id = lokus.split('/').pop();
  const page = await sebagai(t, siapa, '/lapangan', { ukuran: 'ponsel' });
  await page.locator(`[data-lokus="${id}"]`).getByRole('button', { name: 'Siapkan unit ini' }).click();
  await page.getByText('Halaman kerja dapat dibuka tanpa jaringan').waitFor();
  await page.goto(`/lapangan/kerja#/${id}`);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await page.locator('[data-bagian] a').first().waitFor();
  await page.context().setOffline(true);
  await page.locator('[data-bagian] a').first().click();
  const kartu = page.locator('article.lembar-kartu').first();
  await kartu.locator(`input[type=radio][value="${nilai}"]`).check();
  await kartu.getByLabel('Catatan', { exact: true }).fill(catatan);
  await kartu.getByLabel('Catatan', { exact: true }).blur();
  await page.getByText(/\d+ tersimpan di ponsel, belum terkirim/).waitFor();
  await pandang(page);
  await page.context().setOffline(false);
  await page.getByText('Semua sudah terkirim.').waitFor({ timeout: 40_000 });
  assert.match(await (await page.request.get(`${lokus}/f02/I`)).text(), new RegExp(catatan));
}

/** The organiser asks for the report of a unit; the page that answers comes back. */
export async function mintaLhe(t, siapa, lokus, nomor, tempat) {
  const page = await sebagai(t, siapa, `${lokus}/lhe`);
  await page.getByLabel('Nomor laporan').fill(nomor);
  await page.getByLabel('Tempat laporan').fill(tempat);
  await tekan(page, 'Buat PDF dan XLSX');
  return page;
}

/** The person in charge publishes the results of the period. */
export async function terbitkan(t, siapa, periode) {
  const page = await sebagai(t, siapa, `${periode}/penerbitan`);
  await page.getByRole('link', { name: 'Periksa, lalu terbitkan' }).click();
  await page.locator('#terbitkan').click();
  await page.getByText('Hasil diterbitkan dan dapat dibaca siapa pun').waitFor();
}

/** Anybody opens the published result of a unit and lets his own browser compute it again. */
export async function periksaUmum(t, periode, unit) {
  const page = await t.buka('/hasil', { ukuran: 'ponsel' });
  await page.getByRole('link', { name: periode }).first().click();
  await page.getByRole('link', { name: unit }).first().click();
  await page.getByRole('link', { name: 'Periksa di peramban Anda' }).click();
  await page.getByRole('button', { name: 'Periksa hasil ini' }).click();
  await page.locator('[data-putusan]').waitFor();
  assert.equal(await page.locator('[data-hasil]').getAttribute('data-putusan'), 'sah', await page.locator('[data-hasil]').innerText());
  await pandang(page);
}
