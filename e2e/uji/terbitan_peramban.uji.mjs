// A whole publication in the visitor's own browser: proved as the command proves it, the mean and the ranking computed again; and whatever
// is changed in it is found by both.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { periksaAksesibel } from '../lib/aksesibel.mjs';
import { gambar } from '../lib/gambar.mjs';
import { peladen, rantai, uji } from '../lib/uji.mjs';
import { bacaZip, tandaiTabel, tandaiUlang, tulisZip } from '../lib/zip.mjs';

peladen({ perintah: 'demo' });
rantai();

const TERBITAN = '/hasil/64.08-2023-mandiri/terbitan';
let zip;

const putusan = async (page) => {
  await page.locator('[data-putusan]').waitFor();
  return page.locator('[data-hasil]').getAttribute('data-putusan');
};
const salah = (page) => page.locator('li[data-apa][data-sah="false"]').evaluateAll((b) => b.map((x) => x.dataset.apa));

uji('seluruh terbitan dihitung ulang di peramban', async (t) => {
  const page = await t.buka(TERBITAN, { ukuran: 'ponsel' });
  const tombol = page.getByRole('link', { name: 'Periksa seluruh terbitan di peramban' });
  for (let n = 0; n < 40 && !(await tombol.count()); n += 1) {
    await page.waitForTimeout(500);
    await page.reload();
  }
  zip = join(tmpdir(), `prima-peramban-${process.pid}.zip`);
  const isi = await page.evaluate(async (a) => [...new Uint8Array(await (await fetch(a)).arrayBuffer())], `${TERBITAN}/1`);
  await writeFile(zip, Uint8Array.from(isi));
  await tombol.click();
  assert.equal(await putusan(page), 'sah', await page.locator('[data-hasil]').innerText());
  assert.match(await page.locator('[data-isi="zip-instansi"]').innerText(), /Kabupaten Kutai Timur[^]*3,80/);
  assert.equal(await page.locator('[data-isi="zip-unit"] tr').count(), 3);
  await page.getByLabel('Cari unit, instansi, atau kategori layanan').fill('kudungga');
  await page.waitForFunction(() => document.querySelectorAll('[data-isi="zip-unit"] tr').length === 1);
  await page.locator('[data-isi="zip-unit"]').getByText('4,73').waitFor();
  await periksaAksesibel(page);
  await gambar(page, 'periksa-terbitan');
});

uji('apa pun yang diubah di dalamnya ditemukan peramban dan perintah', async (t) => {
  const asli = bacaZip(await readFile(zip)), hasil = asli.get('hasil.jsonl').toString();
  const baris = hasil.trimEnd().split('\n'), kunci = generateKeyPairSync('ed25519');
  const ganti = (nama, isi) => new Map([...asli, [nama, Buffer.from(isi)]]);
  const lain = (teks) => Buffer.from(teks);
  const digit = hasil.replace(/"tampil":"(\d)\.(\d)(\d)"/, (_, a, b, c) => `"tampil":"${a}.${b}${(Number(c) + 1) % 10}"`);
  const naik = hasil.replace('"peringkat":1', '"peringkat":2');
  const tabel = asli.get('lampiran/peringkat.csv').toString();
  assert.ok(digit !== hasil && naik !== hasil && baris.length === 3 && tabel.includes(',4.73,'));
  const edisi = [...asli.keys()].find((n) => n.startsWith('edisi/'));
  const semua = {
    utuh: [asli, []],
    digit: [ganti('hasil.jsonl', digit), ['baris', 'angka', 'daftar']],
    'digit-ditandai-ulang': [tandaiUlang(asli, lain(digit), kunci, sign), ['baris', 'angka']],
    peringkat: [tandaiUlang(asli, lain(naik), kunci, sign), ['peringkat']],
    'urutan-ditukar': [tandaiUlang(asli, lain(`${baris.toReversed().join('\n')}\n`), kunci, sign), ['lampiran', 'peringkat']],
    'baris-dua-kali': [tandaiUlang(asli, lain(`${hasil}${baris[2]}\n`), kunci, sign), ['lampiran', 'peringkat', 'daftar']],
    'baris-hilang': [tandaiUlang(asli, lain(`${baris.slice(1).join('\n')}\n`), kunci, sign), ['lampiran', 'daftar']],
    'tabel-utuh': [tandaiTabel(asli, lain(tabel), kunci, sign), []],
    'tabel-sel': [tandaiTabel(asli, lain(tabel.replace(',4.73,', ',4.93,')), kunci, sign), ['lampiran']],
    'tabel-unit-lebih': [tandaiTabel(asli, lain(`${tabel}${tabel.trimEnd().split('\r\n').at(-1)}\r\n`), kunci, sign), ['lampiran']],
    lampiran: [ganti('lampiran/dokumen.csv', `${asli.get('lampiran/dokumen.csv')} `), ['lampiran']],
    naskah: [ganti(edisi, `${asli.get(edisi)}\n`), ['edisi', 'terbit']],
    tanda: [ganti('terbitan.json', asli.get('terbitan.json').toString().replace(/"tanda":"[0-9a-f]{8}/, '"tanda":"00000000')), ['tanda']],
    'bagian-asing': [ganti('catatan.txt', 'x'), ['berkas']],
    'tanpa-edisi': [new Map([...asli].filter(([n]) => n !== edisi)), ['berkas']],
    'bukan-json': [tandaiUlang(asli, lain(hasil.replace('{', '{{')), kunci, sign), ['baris', 'daftar']],
  };
  const page = await t.buka('/periksa'), jalur = `${zip}.ubah.zip`;
  for (const [nama, [bagian, harap]] of Object.entries(semua)) {
    await writeFile(jalur, tulisZip(bagian));
    const h = spawnSync(process.env.PRIMA_BIN ?? 'target/debug/prima', ['verify', jalur, '--json'], { encoding: 'utf8' });
    await page.reload();
    await page.locator('#berkas').setInputFiles(jalur);
    const [apa, ini] = [await putusan(page), await salah(page)];
    assert.equal(apa !== 'salah', h.status === 0, `${nama}: ${h.stdout}${h.stderr}`);
    assert.deepEqual(ini, harap, `${nama}: ${await page.locator('[data-hasil]').innerText()}`);
  }
  await page.getByText('baris 1').first().waitFor();
  assert.equal(await page.locator('#terbukti').isVisible(), false, 'nothing is proved by a file that does not hold');
  await periksaAksesibel(page);
  await rm(jalur);
  await rm(zip);
});

uji('berkas yang ditarik, yang kosong, dan yang bukan hasil disebut dengan sebabnya', async (t) => {
  t.izinkan(/410/);
  const page = await t.buka('/periksa'), halaman = '/serahan/01920000-0000-7000-8000-000000000000';
  await page.route(`**${halaman}/berkas`, (r) => r.fulfill({ status: 410, contentType: 'text/html', body: '' }));
  await page.evaluate((a) => { window.location.hash = a; }, `${halaman}/berkas`);
  assert.equal(await putusan(page), 'ditarik', await page.locator('[data-hasil]').innerText());
  await page.getByText('Hasil ini sudah ditarik').waitFor();
  assert.equal(await page.getByRole('link', { name: 'Lihat alasannya' }).getAttribute('href'), halaman);
  await periksaAksesibel(page);
  for (const [isi, sebab] of [['', 'berkasnya kosong'], ['Bukan hasil', 'bukan JSON yang benar'], ['{"isi":', 'terpotong: isinya berakhir di tengah']]) {
    await page.locator('#berkas').setInputFiles({ name: 'x.zip', mimeType: 'application/zip', buffer: Buffer.from(isi) });
    await page.locator('[data-hasil]').getByText(sebab).waitFor();
    assert.equal(await page.locator('#terbukti').isVisible(), false);
  }
});

uji('peringkat nasional sebagai tabel: tiap baris menyebut tempat hasilnya', async (t) => {
  const page = await t.buka('/peringkat-nasional?tahun=2023');
  const alamat = await page.getByRole('link', { name: 'Unduh peringkat ini (CSV)' }).getAttribute('href');
  const [kepala, ...baris] = (await page.evaluate(async (a) => (await fetch(a)).text(), alamat)).replace('\uFEFF', '').trimEnd().split(/\r?\n/);
  const kolom = kepala.split(/[;,]/);
  assert.deepEqual([kolom[0], kolom.at(-1)], ['peringkat', 'sumber']);
  assert.equal(baris.length, await page.locator('.tabel-nasional tbody tr').count());
  for (const b of baris) {
    const sumber = b.split(/[;,]/).at(-1);
    assert.equal(await page.evaluate(async (a) => (await fetch(a)).status, sumber), 200, b);
  }
});
