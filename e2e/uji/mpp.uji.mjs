// A mall: what citizens read on a phone, what its head and its officers do, and the way of a mall between a region and the ministry.

import assert from 'node:assert/strict';
import { periksaAksesibel } from '../lib/aksesibel.mjs';
import { gambar } from '../lib/gambar.mjs';
import { peladen, uji } from '../lib/uji.mjs';
import { akun } from './akun.mjs';

peladen({ perintah: 'demo' });

uji('warga menemukan mal di peta dan lewat pencarian, tanpa JavaScript', async (t) => {
  const page = await t.buka('/mal', { ukuran: 'ponsel', js: false });
  await page.getByText('1 beroperasi, 1 disiapkan.').waitFor();
  assert.equal(await page.locator('[aria-labelledby="daftar"]').getByText('Bontang').count(), 0, 'an undecided proposal is no mall; its announced forum is public');
  await page.getByRole('link', { name: /MPP Kutai Timur/ }).click();
  await page.getByRole('heading', { name: 'Gerai dan layanan' }).waitFor();
  await page.getByText('Pojok Pelabuhan Loktuan').waitFor();
  assert.equal(await page.getByText('Rini Astuti').count(), 0, 'no names of officers');
  const umum = await t.buka('/mal?provinsi=64', { ukuran: 'ponsel' });
  await periksaAksesibel(umum);
  await umum.goto(new URL('/mal/kutai-timur', umum.url()).href);
  await periksaAksesibel(umum);
  await gambar(umum, 'mal', { untuk: 'panduan' });
  await umum.goto(new URL('/cari?q=akte+klahiran', umum.url()).href);
  await umum.getByRole('link', { name: 'Akta kelahiran anak' }).waitFor();
  await gambar(umum, 'cari-salah-ketik', { untuk: 'panduan' });
  await umum.goto(new URL('/cari?q=B-007', umum.url()).href);
  await umum.getByText('Tidak ada dokumen dengan nomor itu').waitFor();
  await periksaAksesibel(umum);
});

uji('kepala MPP mengelola organisasi, gerai, dan petugas', async (t) => {
  t.izinkan(/422/);
  const page = await t.sebagai(akun(t, 'kepala.mpp'), '/mpp', { ukuran: 'ponsel' });
  await page.getByRole('link', { name: 'MPP Kutai Timur (contoh)' }).click();
  await page.getByText('1 perjanjian segera berakhir').waitFor();
  await periksaAksesibel(page);
  const tab = (nama) => page.getByRole('navigation', { name: 'Bagian MPP' }).getByRole('link', { name: nama, exact: true }).click();

  await tab('Organisasi');
  await periksaAksesibel(page);
  await page.getByText('Tambah organisasi').first().click();
  await page.getByLabel('Nama organisasi').fill('PT Taspen (contoh)');
  await page.getByRole('button', { name: 'Tambah organisasi' }).click();
  await page.getByText('Pilih jenis organisasi dari daftar.').first().waitFor();
  assert.equal(await page.getByLabel('Nama organisasi').inputValue(), 'PT Taspen (contoh)');
  await periksaAksesibel(page);
  await page.getByRole('combobox', { name: 'Jenis' }).selectOption({ label: 'BUMN' });
  await page.getByRole('button', { name: 'Tambah organisasi' }).click();
  await page.getByText('Belum ada perjanjian yang dicatat.').waitFor();
  await periksaAksesibel(page);

  await tab('Gerai');
  await page.getByRole('link', { name: /^G08/ }).click();
  await periksaAksesibel(page);
  await tab('Petugas');
  await page.getByText('Segera berakhir').first().waitFor();
  await periksaAksesibel(page);
  await gambar(page, 'mpp-petugas');

  const laporan = await t.sebagai(akun(t, 'kepala.mpp'), '/');
  await laporan.getByRole('link', { name: /^Laporan kinerja/ }).click();
  await laporan.getByRole('heading', { name: 'Per gerai', exact: true }).waitFor();
  await gambar(laporan, 'kinerja', { untuk: 'panduan' });
});

/** The height of a page as it is opened, in pixels. */
const tinggi = (page) => page.evaluate(() => document.documentElement.scrollHeight);

uji('halaman panjang di telepon: dilipat, dicari, dan formulirnya di atas', async (t) => {
  const kepala = await t.sebagai(akun(t, 'kepala.mpp'), '/mpp', { ukuran: 'ponsel' });
  await kepala.getByRole('link', { name: 'MPP Kutai Timur (contoh)' }).click();
  const tab = (nama) => kepala.getByRole('navigation', { name: 'Bagian MPP' }).getByRole('link', { name: nama, exact: true }).click();
  await tab('Petugas');
  const cari = kepala.getByLabel('Cari nama, gerai, atau pelatihan');
  await cari.waitFor();
  const petugas = await tinggi(kepala);
  assert.ok(petugas < 7000, `petugas: ${petugas}`);
  const formulir = await kepala.locator('summary', { hasText: 'Tempatkan pelaksana' }).boundingBox();
  assert.ok(formulir.y < 1200, `form at ${formulir.y}`);
  await cari.fill('g11');
  await kepala.getByRole('button', { name: 'Cari', exact: true }).click();
  await kepala.locator('[aria-labelledby="hadir"] tbody tr').first().waitFor();
  for (const baris of await kepala.locator('[aria-labelledby="hadir"] tbody tr').allInnerTexts()) assert.match(baris, /G11/);
  await periksaAksesibel(kepala);
  await kepala.getByRole('link', { name: 'Tampilkan semua' }).click();
  await periksaAksesibel(kepala);
  await gambar(kepala, 'mpp-petugas-panjang');
  const laporan = kepala.url().replace('/petugas', '/laporan');
  for (const jalur of [laporan, '/mal/kutai-timur/kinerja']) {
    await kepala.goto(new URL(jalur, laporan).href);
    await kepala.getByRole('navigation', { name: 'Bagian laporan' }).getByRole('link', { name: 'Per layanan', exact: true }).click();
    const t = await tinggi(kepala);
    assert.ok(t < 9800, `${jalur}: ${t}`);
    await periksaAksesibel(kepala);
    await gambar(kepala, jalur === laporan ? 'kinerja-ponsel' : 'kinerja-umum-ponsel');
  }
});

uji('tiga ratus layanan: pencarian memaafkan, peta situs dan data terstruktur lengkap, poster ada', async (t) => {
  const page = await t.buka('/cari?q=dukcapl', { ukuran: 'ponsel' });
  await page.getByRole('link', { name: /Akta kelahiran anak/ }).waitFor();
  for (const [tanya, layanan] of [['perijinan praktek bidan', 'Surat izin praktik bidan'], ['sertifikat tanah', 'Pengecekan sertipikat tanah'], ['SKCK buat kerja', 'SKCK baru']]) {
    await page.getByLabel(/nomor dokumen/).fill(tanya);
    await page.getByRole('button', { name: 'Cari', exact: true }).click();
    await page.locator('.temuan li', { hasText: layanan }).first().waitFor();
  }
  await page.getByLabel(/nomor dokumen/).fill('paspor meteran');
  await page.getByRole('button', { name: 'Cari', exact: true }).click();
  await page.getByText('Tidak ada yang memuat semua kata itu').waitFor();
  await page.getByLabel(/nomor dokumen/).fill('kursi roda faskes');
  await page.getByRole('button', { name: 'Cari', exact: true }).click();
  await page.getByText('Kata “faskes” tidak ditemukan').waitFor();
  await periksaAksesibel(page);
  await gambar(page, 'cari-terdekat');
  const ambil = async (jalur) => page.request.get(new URL(jalur, page.url()).href);
  const peta = await (await ambil('/sitemap.xml')).text();
  const alamat = [...peta.matchAll(/<loc>([^<]*)<\/loc>/g)].map((m) => new URL(m[1]).pathname);
  const layanan = alamat.filter((a) => /^\/pelayanan\/[^/]+$/.test(a));
  assert.ok(layanan.length >= 300 && new Set(alamat).size === alamat.length, `${layanan.length}`);
  for (const jalur of [layanan[0], layanan[150], layanan.at(-1)]) {
    await page.goto(new URL(jalur, page.url()).href);
    const data = JSON.parse(await page.locator('script[type="application/ld+json"]').first().textContent());
    assert.equal(data['@type'], 'GovernmentService');
    assert.equal(data.name, await page.locator('h1').innerText());
    const poster = await ambil(`${jalur}/poster`);
    assert.equal(poster.headers()['content-type'], 'application/pdf', jalur);
  }
  await page.goto(new URL('/mal/kutai-timur', page.url()).href);
  const mal = JSON.parse(await page.locator('script[type="application/ld+json"]').first().textContent());
  assert.ok(mal.hasOfferCatalog.itemListElement.length >= 300, `${mal.hasOfferCatalog.itemListElement.length}`);
});

uji('perjalanan: kementerian melihat yang lewat batas, daerah menjawab masukan', async (t) => {
  const pusat = await t.sebagai(akun(t, 'nasional'), '/nasional/mpp', { ukuran: 'layar' });
  await pusat.getByRole('link', { name: '1 lewat batas waktu' }).click();
  await periksaAksesibel(pusat);
  await pusat.getByRole('link', { name: 'MPP Kota Bontang (contoh)' }).click();
  await pusat.getByText('sudah lewat').first().waitFor();
  await pusat.getByRole('button', { name: 'Catat verifikasi faktual selesai' }).click();
  await pusat.getByText('Langkah dicatat.').waitFor();
  await periksaAksesibel(pusat);
  await gambar(pusat, 'mpp-perjalanan', { untuk: 'panduan' });

  const daerah = await t.sebagai(akun(t, 'organisasi.bontang'), '/mpp/usulan', { ukuran: 'ponsel' });
  await daerah.getByRole('link', { name: 'MPP Kota Bontang (contoh)' }).click();
  await daerah.getByRole('link', { name: 'Forum dan rapat koordinasi' }).click();
  await daerah.getByRole('link', { name: 'Rapat koordinasi (contoh)' }).click();
  await daerah.getByLabel('Jawaban').fill('Ruang dan jaringan cadangan disiapkan. (ILUSTRASI)');
  await daerah.getByRole('button', { name: 'Simpan jawaban' }).click();
  await daerah.getByText('Tersimpan.').waitFor();
  await periksaAksesibel(daerah);
  await daerah.goBack();
  await daerah.goto(daerah.url().replace(/\/forum.*$/, '/naskah/kajian'));
  await daerah.getByText('lampiran resmi belum diperoleh').first().waitFor();
  await periksaAksesibel(daerah);
});

uji('unit dari pemerintah lain menjawab permintaan mal, dan kepala mal membacanya', async (t) => {
  t.izinkan(/422/);
  const unit = await t.sebagai(akun(t, 'kepala.imigrasi'), '/', { ukuran: 'ponsel' });
  await unit.getByRole('link', { name: 'Perpanjangan izin tinggal', exact: true }).click();
  await periksaAksesibel(unit);
  await unit.getByRole('button', { name: 'Tolak' }).click();
  await unit.getByText('Tulis alasannya').first().waitFor();
  await unit.getByLabel('Catatan atau alasan').fill('Hanya hari Selasa. (ILUSTRASI)');
  await unit.getByRole('button', { name: 'Setujui' }).click();
  await unit.getByText('Persetujuan tercatat.').waitFor();
  await periksaAksesibel(unit);

  const mal = await t.sebagai(akun(t, 'kepala.mpp'), '/mpp', { ukuran: 'ponsel' });
  await mal.getByRole('link', { name: 'MPP Kutai Timur (contoh)' }).click();
  await mal.getByRole('link', { name: /^G04/ }).click();
  await mal.getByText('Hanya hari Selasa. (ILUSTRASI)').waitFor();
  await periksaAksesibel(mal);

  const lain = await t.sebagai(akun(t, 'penanggap'), '/', { ukuran: 'ponsel' });
  await lain.getByRole('link', { name: 'MPP Kota Bontang (contoh)', exact: true }).click();
  await lain.getByText('Jalur kedua masuk dalam anggaran').waitFor();
  await periksaAksesibel(lain);
});
