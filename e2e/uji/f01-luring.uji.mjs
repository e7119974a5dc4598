// F01 filled in from one file on a disk, without a line and without a server, and carried back.

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { periksaAksesibel } from '../lib/aksesibel.mjs';
import { berkasPdf } from '../lib/berkas.mjs';
import { gambar } from '../lib/gambar.mjs';
import { peladen, rantai, uji } from '../lib/uji.mjs';
import { akun } from './akun.mjs';

peladen({ perintah: 'demo' });
rantai();

uji('F01 diisi dari berkas tanpa jaringan lalu dimasukkan kembali', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'prima-luring-'));
  try {
    const page = await t.sebagai(akun(t, 'operator.dinsos'), '/', { ukuran: 'ponsel', acceptDownloads: true });
    const [lokus] = (await page.content()).match(/\/lokus\/[0-9a-f-]{36}/);
    await page.goto(`${lokus}/f01/luring`);
    await periksaAksesibel(page);
    await gambar(page, 'luring-masuk', { penuh: true });
    const unduh = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Unduh formulir' }).click();
    const formulir = join(folder, 'F01.html');
    await (await unduh).saveAs(formulir);

    const luring = await t.buka(null, { ukuran: 'ponsel', acceptDownloads: true });
    await luring.context().setOffline(true);
    await luring.goto(pathToFileURL(formulir).href);
    await periksaAksesibel(luring);
    const kartu = luring.locator('[data-kode="1.a.Ak"]');
    await kartu.getByLabel('Ya', { exact: true }).first().check();
    await kartu.getByLabel(/jumlah jenis pelayanan/).fill('17');
    await kartu.locator('[data-bukti]').setInputFiles(berkasPdf('Daftar layanan luring.pdf'));
    await kartu.getByText('Daftar layanan luring.pdf').waitFor();
    await gambar(luring, 'luring-formulir');
    const simpan = luring.waitForEvent('download');
    await luring.getByRole('button', { name: 'Simpan berkas' }).click();
    const bundel = join(folder, 'F01.prima.json');
    const hasil = await simpan;
    assert.match(hasil.suggestedFilename(), /\.prima\.json$/);
    await hasil.saveAs(bundel);

    for (const ke of [1, 2]) {
      await page.goto(`${lokus}/f01/luring`);
      await page.locator('input[type=file]').setInputFiles(bundel);
      await page.getByRole('button', { name: 'Masukkan ke Prima' }).click();
      await page.getByRole('heading', { name: 'Hasil pemasukan' }).waitFor();
      assert.match(await page.locator('main').innerText(), ke === 1 ? /Satu indikator tersimpan\. Satu bukti tersimpan\./ : /Isi berkas ini sudah ada di Prima; tidak ada yang berubah\./, `time ${ke}`);
    }
    await periksaAksesibel(page);
    await gambar(page, 'luring-hasil', { penuh: true });
    await page.goto(`${lokus}/f01/cetak`);
    const cetak = await page.locator('main').innerText();
    assert.match(cetak, /\b17\b/);
    assert.equal(cetak.match(/Daftar layanan luring\.pdf/g).length, 1, 'the evidence is there once');

    const arsip = await page.request.get(`${lokus}/f01/sippn`);
    assert.equal(arsip.headers()['content-type'], 'application/zip');
    assert.match((await arsip.body()).toString('latin1'), /bukti\/01_Daftar layanan luring\.pdf/);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
