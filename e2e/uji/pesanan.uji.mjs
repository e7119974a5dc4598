// A citizen books on a phone without scripts, the schedule changes, the booking moves to what is offered, and the front desk finds it by
// its code.

import assert from 'node:assert/strict';
import { periksaAksesibel } from '../lib/aksesibel.mjs';
import { gambar } from '../lib/gambar.mjs';
import { peladen, uji } from '../lib/uji.mjs';
import { akun } from './akun.mjs';

peladen({ perintah: 'demo' });

/** The tab of the example's mall. */
async function tab(t, siapa, nama, pilihan) {
  const page = await t.sebagai(akun(t, siapa), '/mpp', pilihan);
  await page.getByRole('link', { name: 'MPP Kutai Timur' }).click();
  await page.getByRole('navigation', { name: /Bagian/ }).getByRole('link', { name: nama }).click();
  return page;
}

uji('warga memesan lewat ponsel tanpa skrip, jadwal berubah, petugas menemukannya', async (t) => {
  t.izinkan(/422/);
  const jadwal = await tab(t, 'depan.mpp', 'Jadwal');
  await periksaAksesibel(jadwal);
  const alamat = await jadwal.getByRole('link', { name: 'Halaman warga Mutasi objek PBB' }).getAttribute('href');

  const warga = await t.buka(alamat, { ukuran: 'ponsel', js: false });
  await warga.getByText('Tidak dijadwalkan').first().waitFor();
  await gambar(warga, 'pesan', { untuk: 'panduan' });
  // The last day with places: nobody of the example has booked there.
  await warga.locator('.hari-pilih a').last().click();
  await warga.getByRole('button', { name: 'Pesan sekarang' }).click();
  await warga.getByText('Pilih jamnya.').first().waitFor();
  await warga.getByRole('radio').first().check();
  await warga.getByLabel('Nomor telepon').fill('000-0000-0001');
  await warga.getByRole('button', { name: 'Pesan sekarang' }).click();
  await warga.getByText('Pesanan tercatat').waitFor();
  await gambar(warga, 'pesanan', { untuk: 'panduan' });
  const kode = await warga.locator('.pesanan-kode').innerText();
  assert.match(kode, /^J-[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  const hari = await warga.locator('.pesanan-hari').innerText();

  // The only officer is taken off the roster of that day.
  await jadwal.getByRole('link', { name: 'Petugas Mutasi objek PBB' }).click();
  const [, tanggal, bulan] = hari.match(/, (\d+) (\S+) \d{4}$/);
  const kotak = jadwal.getByLabel(new RegExp(`, \\S+ ${tanggal} ${bulan}, mulai$`));
  for (let n = 0; n < 3 && !(await kotak.count()); n += 1) await jadwal.getByRole('link', { name: 'Pekan berikutnya' }).click();
  await periksaAksesibel(jadwal);
  await kotak.fill('');
  await jadwal.getByLabel(new RegExp(`, \\S+ ${tanggal} ${bulan}, selesai$`)).fill('');
  await jadwal.getByRole('button', { name: 'Simpan pekan ini' }).click();
  await jadwal.getByText('Ada pesanan yang tidak dapat dilayani').waitFor();

  await warga.reload();
  await warga.getByText('Waktu yang Anda pesan tidak dapat dilayani').waitFor();
  await gambar(warga, 'pesanan-terdampak');
  const depan = await tab(t, 'depan.mpp', 'Pesanan', { ukuran: 'ponsel' });
  await depan.getByRole('link', { name: '00000000001' }).waitFor();
  await periksaAksesibel(depan);
  await warga.getByRole('button', { name: /^Ambil / }).first().click();
  await warga.getByText('dipindahkan ke waktu yang baru').waitFor();

  // Found by its code, at the desk and in the one box.
  await depan.getByLabel('Kode pesanan').fill(kode.toLowerCase());
  await depan.getByRole('button', { name: 'Cari' }).click();
  await depan.getByRole('link', { name: kode }).waitFor();
  assert.equal(await depan.getByRole('link', { name: '00000000001' }).count(), 0);
  const cari = await t.buka(`/cari?q=${kode}`, { ukuran: 'ponsel' });
  await cari.getByText('Pada hari kedatangan').waitFor();
  await periksaAksesibel(cari);
});

uji('kepala mengatur jam dan slot, warga memilih dengan aksesibel', async (t) => {
  t.izinkan(/422/);
  const page = await tab(t, 'kepala.mpp', 'Jadwal', { ukuran: 'ponsel' });
  // A long list opens by gerai.
  await periksaAksesibel(page);
  await page.locator('main details:has-text("Izin penelitian") > summary').first().click();
  await page.getByRole('link', { name: 'Jam dan slot Izin penelitian' }).click();
  await periksaAksesibel(page);
  await page.getByLabel('Senin mulai', { exact: true }).fill('09:00');
  await page.getByLabel('Lama satu slot').fill('0');
  await page.getByRole('button', { name: 'Simpan jam dan slot' }).click();
  await page.getByText('Isi angka yang wajar').first().waitFor();
  assert.equal(await page.getByLabel('Senin mulai', { exact: true }).inputValue(), '09:00');
  await periksaAksesibel(page);
  const warga = await t.buka('/pelayanan/izin-penelitian', { ukuran: 'ponsel' });
  await warga.getByRole('link', { name: /Pesan waktu di/ }).click();
  await periksaAksesibel(warga);
});
