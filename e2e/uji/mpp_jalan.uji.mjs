// The whole way of a mall, from its study to operation: the local government and the ministry each file what is theirs and take their own steps.

import assert from 'node:assert/strict';
import { periksaAksesibel } from '../lib/aksesibel.mjs';
import { peladen, uji } from '../lib/uji.mjs';
import { akun } from './akun.mjs';

peladen({ perintah: 'demo' });

const tekan = (page, name) => page.getByRole('button', { name, exact: true }).click();

/** Files what the stage still lacks and this side may file. Returns how many. */
async function lengkapi(page, hari) {
  let n = 0;
  for (;;) {
    const kurang = await page.locator('.mpp-dokumen li:has-text("belum ada · dari") strong').allInnerTexts();
    const pilihan = (await page.locator('#dok_jenis option').allTextContents()).map((p) => p.trim());
    const satu = kurang.map((k) => k.trim()).find((k) => pilihan.includes(k));
    if (!satu) return n;
    if (!(await page.locator('#dok_jenis').isVisible())) await page.locator('summary', { hasText: 'Simpan dokumen' }).click();
    await page.locator('#dok_jenis').selectOption({ label: satu });
    await page.locator('#dok_nomor').fill(`065/${n + 1}/ILUSTRASI`);
    await page.locator('#dok_tanggal').fill(hari);
    await tekan(page, 'Simpan dokumen');
    await page.getByText('Dokumen tersimpan.').waitFor();
    n += 1;
  }
}

/** Presses the way on, where this side has one. */
async function maju(page) {
  const nilai = await page.locator('button[name=langkah]').evaluateAll((semua) => semua.map((b) => b.value));
  const lanjut = nilai.filter((v) => !/kembali|kajian$/.test(v));
  const ke = lanjut.find((v) => /usul-peresmian$/.test(v)) ?? lanjut[0];
  if (!ke) return false;
  await page.locator(`button[name=langkah][value="${ke}"]`).click();
  await page.getByText('Langkah dicatat.').waitFor();
  return true;
}

uji('sebuah MPP dari kajian sampai beroperasi: daerah dan kementerian masing-masing melangkah', async (t) => {
  const hari = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const daerah = await t.sebagai(akun(t, 'organisasi.berau'), '/mpp/usulan/baru');
  await daerah.getByLabel('Nama MPP').fill('MPP Berau Uji (contoh)');
  await daerah.getByLabel('Lokasi').fill('Jalan Uji 1, Tanjung Redeb (ILUSTRASI)');
  await tekan(daerah, 'Mulai');
  await daerah.waitForURL(/\/mpp\/usulan\/[0-9a-f-]{36}/);
  const pusat = await t.sebagai(akun(t, 'nasional'), new URL(daerah.url()).pathname, { ukuran: 'ponsel' });
  const tahap = async () => (await daerah.locator('#kini').innerText()).trim();
  const dilalui = [await tahap()];
  for (let putaran = 0; putaran < 30 && dilalui.at(-1) !== 'Beroperasi'; putaran += 1) {
    let gerak = 0;
    for (const page of [daerah, pusat]) {
      await page.reload();
      gerak += await lengkapi(page, hari);
      if (await maju(page)) gerak += 1;
    }
    await daerah.reload();
    if ((await tahap()) !== dilalui.at(-1)) dilalui.push(await tahap());
    assert.ok(gerak > 0, `nobody can go on from ${dilalui.at(-1)}:\n${await daerah.locator('.tahap-kini').innerText()}`);
    if (dilalui.length % 4 === 0) await periksaAksesibel(pusat);
  }
  assert.equal(dilalui.at(-1), 'Beroperasi', dilalui.join(' > '));
  assert.ok(dilalui.length >= 9, dilalui.join(' > '));
  await periksaAksesibel(daerah);
});
