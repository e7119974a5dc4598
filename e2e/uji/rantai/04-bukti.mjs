// Evidence: in pieces over a line that breaks, gone on with after the page was closed, in one piece without scripts, refusals.

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { berkasPdf, pdf } from '../../lib/berkas.mjs';
import { uji } from '../../lib/uji.mjs';
import { aspek, pandang, sebagai, tekan } from './bersama.mjs';

const MB = 1024 * 1024;
const POTONGAN = /\/unggahan\/[0-9a-f-]+\/\d+$/;

async function bukaAspek(t, pilihan) {
  const page = await sebagai(t, 'operator.kecamatan', null, pilihan);
  await page.goto((await aspek(page, 'f01'))[0]);
  const bagian = page.locator('.lamp-bagian').first();
  await bagian.locator('.lamp-tambah > summary').click();
  return { page, bagian };
}

uji('unggahan melewati sambungan yang putus', async (t) => {
  t.izinkan(/ERR_FAILED|ERR_INTERNET/);
  const { page, bagian } = await bukaAspek(t);
  let kiriman = 0;
  await page.route(POTONGAN, (rute) => {
    kiriman += 1;
    return kiriman === 2 ? rute.abort('internetdisconnected') : rute.continue();
  });
  await bagian.getByLabel('Keterangan').fill('SK standar pelayanan 2026');
  await bagian.getByLabel('Berkas').setInputFiles(berkasPdf('standar-pelayanan.pdf', 3.5 * MB));
  await bagian.getByRole('button', { name: 'Unggah' }).click();
  await bagian.getByText('Sambungan terputus').waitFor();
  await bagian.getByText('Aman tersimpan').waitFor();
  assert.equal(kiriman, 5, 'four pieces and the one that was cut');
  await bagian.getByRole('link', { name: 'standar-pelayanan.pdf' }).first().waitFor();
  await pandang(page, 'bukti', { elemen: bagian });
});

uji('unggahan dilanjutkan setelah halaman ditutup', async (t) => {
  t.izinkan(/ERR_FAILED|ERR_INTERNET/);
  const folder = await mkdtemp(join(tmpdir(), 'prima-bukti-'));
  const jalur = join(folder, 'maklumat.pdf');
  await writeFile(jalur, pdf('maklumat', 2.5 * MB));
  try {
    const { page, bagian } = await bukaAspek(t);
    await page.route(POTONGAN, (rute) => (rute.request().url().endsWith('/0') ? rute.continue() : rute.abort('internetdisconnected')));
    await bagian.getByLabel('Berkas').setInputFiles(jalur);
    await bagian.getByRole('button', { name: 'Unggah' }).click();
    await bagian.getByText('Sambungan terputus').waitFor();
    await page.unroute(POTONGAN);
    const posisi = [];
    page.on('request', (minta) => POTONGAN.test(minta.url()) && posisi.push(Number(minta.url().split('/').pop())));
    page.on('dialog', (dialog) => dialog.accept());
    await page.reload();
    const lagi = page.locator('.lamp-bagian').first();
    if (!(await lagi.locator('.lamp-tambah').getAttribute('open'))) await lagi.locator('.lamp-tambah > summary').click();
    await lagi.getByLabel('Berkas').setInputFiles(jalur);
    await lagi.getByRole('button', { name: 'Unggah' }).click();
    await lagi.getByText('Aman tersimpan').waitFor();
    assert.ok(posisi.length > 0 && !posisi.includes(0), `what had arrived is not sent again: ${posisi}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

uji('tanpa JavaScript: sekaligus; yang bukan PDF ditolak dengan alasan', async (t) => {
  t.izinkan(/422/);
  const { page, bagian } = await bukaAspek(t, { js: false, ukuran: 'ponsel' });
  await bagian.getByLabel('Berkas').setInputFiles(berkasPdf('foto-loket.pdf'));
  await bagian.getByRole('button', { name: 'Unggah' }).click();
  await page.getByText('Bukti sudah aman tersimpan').waitFor();

  const lagi = await bukaAspek(t, { js: false, ukuran: 'ponsel' });
  await lagi.bagian.getByLabel('Berkas').setInputFiles({ name: 'catatan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('halo') });
  await lagi.bagian.getByRole('button', { name: 'Unggah' }).click();
  await lagi.page.getByText('Isinya teks biasa, bukan PDF').first().waitFor();
});

uji('keterangan, tautan video, dan penghapusan', async (t) => {
  const { page, bagian } = await bukaAspek(t);
  await bagian.getByRole('link', { name: /Ubah keterangan/ }).first().click();
  await pandang(page);
  await page.getByLabel('Keterangan').fill('SK standar pelayanan tahun 2026, halaman 3');
  await tekan(page, 'Simpan');
  await page.getByText('Keterangan tersimpan').waitFor();
  const sekarang = page.locator('.lamp-bagian').first();
  await sekarang.getByText('Tambah tautan video').click();
  await sekarang.getByLabel('Alamat video').fill('https://contoh.id/video-unit');
  await sekarang.getByLabel('Judul video').fill('Video pelayanan');
  await sekarang.getByRole('button', { name: 'Simpan tautan' }).click();
  await page.getByText('Tautan di luar Prima').first().waitFor();
  await page.getByRole('link', { name: /Hapus.*foto-loket/ }).click();
  await pandang(page);
  await tekan(page, 'Ya, hapus');
  await page.getByText('Bukti sudah dihapus').waitFor();
});
