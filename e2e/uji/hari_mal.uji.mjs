// One day of the example's mall in one story, all roles: a booking made and given up, numbers of kiosk, phone and front desk with board
// and phone side by side through every turn that a number can take, a case from its form to the archive with QRIS, an anonymous
// complaint to its reopening, a day off added after people booked, and the head who reads the day.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { periksaAksesibel } from '../lib/aksesibel.mjs';
import { berkasPdf } from '../lib/berkas.mjs';
import { peladen, rantai, uji } from '../lib/uji.mjs';
import { akun } from './akun.mjs';
import { isi } from './warga.mjs';

peladen({ perintah: 'demo' });
rantai();

const MAL = 'MPP Kutai Timur (contoh)';
const NAMA = '<script>alert(1)</script> Ibu Uji';
const hari = {};

const tekan = (page, name) => page.getByRole('button', { name, exact: true }).click();
const tab = (page, name) => page.getByRole('navigation', { name: /Bagian/ }).getByRole('link', { name, exact: true }).click();

/** The mall as one of its people sees it, at a tab. */
async function mal(t, siapa, nama, pilihan) {
  const page = await t.sebagai(akun(t, siapa), '/mpp', pilihan);
  await page.getByRole('link', { name: MAL }).first().click();
  hari.mal = new URL(page.url()).pathname;
  await tab(page, nama);
  return page;
}

/** Books the first free time of a day; `hari` of all that have places. */
async function pesan(page, hari = 'last') {
  await page.locator('.hari-pilih a')[hari]().click();
  await page.waitForURL(/hari=/);
  await page.locator('input[name=mulai]:not([disabled])').first().check();
}

uji('warga mencari dengan salah ketik, memesan, mengubah, membatalkan; tanpa petugas hari ini disebut', async (t) => {
  const page = await t.buka('/cari?q=ijin+penelitan', { ukuran: 'ponsel' });
  await page.getByRole('link', { name: /^Izin penelitian/ }).click();
  await page.getByText('Surat pengantar kampus atau lembaga').waitFor();
  await page.getByRole('link', { name: /^Pesan waktu di/ }).click();
  await pesan(page);
  await tekan(page, 'Pesan sekarang');
  await page.getByText('Pesanan tercatat').waitFor();
  const kode = await page.locator('.pesanan-kode').innerText();
  await page.getByRole('link', { name: 'Ubah waktu' }).click();
  await pesan(page, 'first');
  await page.locator('form[action$="/perubahan"] button').click();
  await page.getByText('Pesanan dipindahkan').waitFor();
  await page.locator('summary', { hasText: 'Batalkan pesanan' }).click();
  await tekan(page, 'Ya, batalkan');
  await page.getByText('Pesanan ini sudah dibatalkan').waitFor();
  await page.goto(`/cari?q=${kode}`);
  await page.getByText('Dibatalkan', { exact: true }).waitFor();
  // Officers who come only when invited: who would wait for nobody is told, and where to book.
  await page.goto('/antre/kutai-timur');
  await page.getByRole('link', { name: /^G04/ }).click();
  await page.getByRole('link', { name: 'Penggantian paspor' }).click();
  // In the example they come on Tuesdays and Thursdays.
  const hari = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'Asia/Makassar' }).format(new Date());
  if (!['Tue', 'Thu'].includes(hari)) {
    await page.getByText('Petugas tidak dijadwalkan hari ini').waitFor();
    await page.getByRole('link', { name: 'Pesan waktu di hari petugas datang' }).waitFor();
  }
  await periksaAksesibel(page);
});

uji('papan dan telepon berdampingan: setiap putaran sebuah nomor', async (t) => {
  const layar = await t.sebagai(akun(t, 'pelaksana2'), '/');
  await layar.getByRole('link', { name: 'Layar petugas G06' }).click();
  await tekan(layar, 'Loket 1');
  const papan = await t.buka('/papan/kutai-timur', { ukuran: 'layar' });
  const kios = await t.buka('/kios/kutai-timur', { ukuran: 'tablet' });
  await kios.getByRole('link', { name: /^G06/ }).click();
  await kios.getByRole('link', { name: /Kartu pencari kerja/ }).click();
  await tekan(kios, 'Ambil nomor');
  await kios.getByText('R-001').first().waitFor();
  const telepon = await t.buka('/antre/kutai-timur', { ukuran: 'ponsel' });
  await telepon.getByRole('link', { name: /^G06/ }).click();
  await telepon.getByRole('link', { name: /Kartu pencari kerja/ }).click();
  await tekan(telepon, 'Ambil nomor');
  await telepon.getByText('1 orang di depan Anda').first().waitFor();
  const depan = await mal(t, 'depan.mpp', 'Hari ini');
  await depan.getByLabel(/^Cari layanan/).fill('pencari kreja');
  await depan.locator('#depan').getByRole('button', { name: 'Cari', exact: true }).click();
  await depan.getByText('Dahulukan (kelompok rentan)').first().click();
  await depan.locator('#depan').getByRole('button', { name: /Kartu pencari kerja/ }).click();
  await depan.getByText('R-003').first().waitFor();
  await telepon.getByText('2 orang di depan Anda').first().waitFor();

  const panggil = async (nomor) => {
    await layar.getByRole('button', { name: /^Panggil berikutnya/ }).click();
    await layar.locator('#loket-nomor', { hasText: nomor }).waitFor();
    await papan.locator('.papan-satu--panggil', { hasText: nomor }).waitFor();
  };
  // At the officer's own counter: a number that was set aside has buttons of the same names in the list beside it.
  const aksi = (nama) => layar.locator('.loket-kini').getByRole('button', { name: new RegExp(`^${nama}`) }).first().click();
  const diTelepon = (teks) => telepon.locator('#tiket-panel').getByText(teks, { exact: true }).first().waitFor();
  const dipanggil = (ke) => Promise.all([diTelepon(ke), papan.locator('.papan-satu--panggil', { hasText: 'R-002' }).filter({ hasText: ke }).waitFor()]);
  await panggil('R-003');
  await aksi('Mulai layani');
  await aksi('Selesai saja');
  await panggil('R-001');
  await aksi('Panggil ulang');
  await layar.getByText('Dipanggil 2 kali').waitFor();
  await aksi('Lewati');
  await panggil('R-002');
  await dipanggil('Gerai G06, loket 1');
  assert.match(await telepon.title(), /Dipanggil/);
  await aksi('Mulai layani');
  await diTelepon('Sedang dilayani');
  await aksi('Tahan');
  await diTelepon('Ditahan');
  await layar.locator('li', { hasText: 'R-002' }).getByRole('button', { name: 'Panggil', exact: true }).click();
  await dipanggil('Gerai G06, loket 1');
  await aksi('Tidak hadir');
  await telepon.getByText('minta petugas membukanya lagi').first().waitFor();
  // The officer opens it again; the citizen looks at the phone, which follows once more without being loaded anew.
  await layar.locator('summary', { hasText: 'Terakhir selesai' }).click();
  await layar.locator('#usai li', { hasText: 'R-002' }).getByRole('button', { name: 'Buka lagi' }).click();
  await layar.locator('.loket-garis', { hasText: 'Dibuka lagi' }).waitFor();
  await telepon.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await diTelepon('Dibuka lagi, menunggu');
  await panggil('R-002');
  await dipanggil('Gerai G06, loket 1');
  await periksaAksesibel(telepon);
  // Sent on: heading, place and call are the other gerai's, and the board agrees.
  await layar.locator('summary', { hasText: 'Alihkan ke gerai' }).click();
  // Of some three hundred services a word leaves a few, under their gerai.
  const semua = await layar.locator('#ke option').count();
  await layar.getByLabel('Saring daftar: nama layanan atau gerai').fill('penanaman penelitian');
  const sisa = await layar.locator('#ke option').count();
  assert.ok(semua > 200 && sisa >= 1 && sisa < 10, `${semua} ${sisa}`);
  await layar.locator('#ke').selectOption({ label: 'Izin penelitian – Dinas Penanaman Modal dan PTSP' });
  await tekan(layar, 'Alihkan tanpa antre dari awal');
  await layar.locator('#loket-nomor').waitFor({ state: 'detached' });
  await telepon.getByRole('heading', { name: 'Izin penelitian' }).waitFor();
  const ptsp = await t.sebagai(akun(t, 'pelaksana3'), '/');
  await ptsp.getByRole('link', { name: 'Layar petugas G02' }).click();
  for (let n = 0; n < 4 && !(await ptsp.locator('#loket-nomor', { hasText: 'R-002' }).count()); n += 1) {
    const lama = await ptsp.locator('#loket-nomor').innerText();
    const tombol = ptsp.getByRole('button', { name: /^(Selesai, panggil berikutnya|Tidak hadir)/ }).first();
    await tombol.click();
    await ptsp.waitForFunction((x) => document.getElementById('loket-nomor')?.textContent !== x, lama);
    if (!(await ptsp.locator('#loket-nomor').count())) await ptsp.getByRole('button', { name: /^Panggil berikutnya/ }).click();
    await ptsp.locator('#loket-nomor').waitFor();
  }
  await dipanggil('Gerai G02, loket 1');
  await ptsp.getByRole('button', { name: /^Mulai layani/ }).click();
  await diTelepon('Sedang dilayani');
  await ptsp.getByRole('button', { name: /^Selesai/ }).first().click();
  const nomor = telepon.url();
  await tekan(telepon, 'Nilai layanan ini');
  await telepon.waitForURL(/\/skm\/.+\/s\//);
  // Closed before answering: the page of the number leads back to the same survey.
  const survei = telepon.url();
  await telepon.goto(nomor);
  await tekan(telepon, 'Nilai layanan ini');
  await telepon.waitForURL(survei);
  await isi(telepon);
  await telepon.getByRole('button', { name: /^Kirim/ }).click();
  await telepon.getByText('Terima kasih').first().waitFor();
  await telepon.goto(nomor);
  await telepon.getByText('survei untuk nomor ini sudah diisi').waitFor();
});

uji('dua petugas menekan bersamaan: dua orang, bukan satu', async (t) => {
  const [a, b] = await Promise.all(['pelaksana1', 'pelaksana2'].map((p) => t.sebagai(akun(t, p), '/')));
  for (const p of [a, b]) await p.getByRole('link', { name: 'Layar petugas G01' }).click();
  await tekan(b, 'Loket 2');
  await b.getByRole('button', { name: /^Panggil berikutnya/ }).waitFor();
  const lama = await a.locator('#loket-nomor').innerText();
  await Promise.all([a.getByRole('button', { name: /^Selesai, panggil/ }).click(), b.getByRole('button', { name: /^Panggil berikutnya/ }).click()]);
  await a.waitForFunction((x) => (document.getElementById('loket-nomor')?.textContent ?? x) !== x, lama);
  await b.locator('#loket-nomor').waitFor();
  assert.notEqual(await a.locator('#loket-nomor').innerText(), await b.locator('#loket-nomor').innerText());
});

uji('permohonan dari formulir sampai arsip; QRIS dipercaya sekali dan hanya dengan tanda tangan', async (t) => {
  t.izinkan(/422/);
  const warga = await t.buka('/permohonan/baru/penggantian-paspor', { ukuran: 'ponsel' });
  await warga.getByLabel('Nama pemohon').fill(NAMA);
  await warga.getByLabel('Nomor telepon atau surel').fill('0800');
  await warga.getByLabel('Rusak').check();
  await warga.getByLabel(/Halaman depan paspor lama/).setInputFiles({ ...berkasPdf('x'), name: '500 halaman.pdf', buffer: halaman(500) });
  await tekan(warga, 'Kirim permohonan');
  await warga.getByText('lebih dari 200 halaman').first().waitFor();
  assert.equal(await warga.getByLabel('Nama pemohon').inputValue(), NAMA, 'nothing typed is lost');
  await warga.getByLabel(/Halaman depan paspor lama/).setInputFiles(berkasPdf('paspor.pdf'));
  await tekan(warga, 'Kirim permohonan');
  await warga.getByText('Permohonan terkirim').waitFor();
  const jalur = new URL(warga.url()).pathname;

  const petugas = await t.sebagai(akun(t, 'pelaksana4'), '/berkas');
  await petugas.getByRole('row', { name: /Ibu Uji/ }).getByRole('link').click();
  const langkah = async (nama) => {
    await tekan(petugas, nama);
    await petugas.getByText('Tercatat.').waitFor();
  };
  await langkah('Mulai periksa');
  await petugas.locator('summary', { hasText: 'Minta perbaikan' }).click();
  await petugas.getByLabel(/Apa yang perlu diperbaiki/).fill('Halaman depan terpotong.');
  await langkah('Minta perbaikan');
  await petugas.locator('#catatan').fill('Telepon dulu. (dalam)');
  await tekan(petugas, 'Simpan catatan');
  await petugas.locator('summary', { hasText: 'Alihkan ke gerai lain' }).click();
  await petugas.locator('select[name=gerai]').selectOption({ label: 'Badan Pendapatan Daerah' });
  await petugas.locator('#pengalihan').fill('Gerai imigrasi tutup siang ini.');
  await tekan(petugas, 'Alihkan ke gerai lain');
  await petugas.getByText('Permohonan dialihkan').waitFor();

  await warga.reload();
  await warga.getByText('Gerai imigrasi tutup siang ini.').first().waitFor();
  assert.equal(await warga.getByText('(dalam)').count(), 0, 'notes of officers are theirs');
  await warga.getByRole('link', { name: 'Perbaiki dan kirim ulang' }).click();
  await warga.getByLabel(/Halaman depan paspor lama/).setInputFiles(berkasPdf('paspor2.pdf'));
  await tekan(warga, 'Kirim perbaikan');
  await warga.getByText('Perbaikan terkirim').waitFor();
  await petugas.reload();
  for (const nama of ['Mulai periksa', 'Berkas lengkap, proses', 'Setujui']) await langkah(nama);

  await warga.reload();
  await warga.getByText('Bayar tagihan di bawah ini').waitFor();
  await warga.getByRole('link', { name: 'Cara membayar' }).click();
  const tagihan = await warga.locator('dd strong').innerText();
  const kepala = await t.sebagai(akun(t, 'kepala.mpp'), `${hari.mal}/qris`);
  const rahasia = (await kepala.content()).match(/[0-9a-f]{64}/)[0];
  const kabar = async (kunci) => {
    const waktu = String(Math.floor(Date.now() / 1000));
    const badan = JSON.stringify({ id: 'TRX-HARI-1', tagihan, nominal: 350_000, saat: new Date().toISOString().slice(0, 10) + 'T00:00:00Z' });
    const tanda = createHmac('sha256', kunci).update(`${waktu}.`).update(badan).digest('hex');
    const headers = { 'content-type': 'application/json', 'x-prima-mpp': 'kutai-timur', 'x-prima-waktu': waktu, 'x-prima-tanda': tanda };
    return (await fetch(`${t.prima.alamat}/api/v1/bayar/qris`, { method: 'POST', headers, body: badan })).status;
  };
  assert.deepEqual([await kabar('0'.repeat(64)), await kabar(rahasia), await kabar(rahasia)], [401, 200, 200]);
  const kasir = await t.sebagai(akun(t, 'kasir'), '/kasir', { ukuran: 'ponsel' });
  await kasir.getByRole('link', { name: 'Rekonsiliasi harian' }).click();
  assert.equal(await kasir.getByText('TRX-HARI-1').count(), 1, 'told twice, counted once');
  t.izinkan(/403/);
  assert.equal((await petugas.request.get('/kasir')).status(), 403, 'an officer is no cashier');

  await petugas.reload();
  await petugas.getByRole('link', { name: 'Buat surat hasil' }).click();
  await petugas.getByLabel('Nomor surat').fill('IM/7');
  await petugas.getByLabel(/Isi surat/).fill('Paspor {nama} selesai.');
  await tekan(petugas, 'Terbitkan surat');
  await petugas.getByText('masih memuat {nama}').first().waitFor();
  await periksaAksesibel(petugas);
  await petugas.getByLabel(/Isi surat/).fill('Paspor selesai, surat nomor {nomor}.');
  await tekan(petugas, 'Terbitkan surat');
  await petugas.getByText('Surat diterbitkan').waitFor();
  await langkah('Hasil siap');
  const verifikasi = await petugas.getByRole('link', { name: 'Halaman verifikasi' }).getAttribute('href');
  const depan = await t.sebagai(akun(t, 'depan.mpp'), new URL(petugas.url()).pathname);
  await depan.getByLabel('Diserahkan kepada').fill('Ibu Uji');
  await tekan(depan, 'Catat penyerahan');
  await tekan(depan, 'Arsipkan');
  await depan.getByText('Diarsipkan').first().waitFor();
  // Filed away in the same minute: the applicant is still asked.
  await warga.goto(jalur);
  await warga.getByText('disimpan dalam arsip').waitFor();
  await warga.locator('form[action$="/penilaian"] button').waitFor();
  await warga.goto(verifikasi);
  await warga.getByText('IM/7').waitFor();
  assert.equal(await warga.getByText('Ibu Uji').count(), 0, 'whoever checks the letter reads no name');
});

/** A PDF of so many pages. */
function halaman(n) {
  const anak = Array.from({ length: n }, (_, i) => `${3 + i} 0 R`);
  const objek = ['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${anak.join(' ')}] /Count ${n} >>`];
  objek.push(...anak.map(() => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>'));
  let teks = '%PDF-1.4\n';
  const letak = objek.map((satu, i) => {
    const mulai = teks.length;
    teks += `${i + 1} 0 obj\n${satu}\nendobj\n`;
    return `${String(mulai).padStart(10, '0')} 00000 n \n`;
  });
  const xref = teks.length;
  return Buffer.from(`${teks}xref\n0 ${objek.length + 1}\n0000000000 65535 f \n${letak.join('')}trailer << /Size ${objek.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`, 'latin1');
}

uji('aduan anonim dan rahasia dengan foto: diteruskan, dijawab, ditanggapi, selesai, dibuka lagi; laporan kembar mengikut', async (t) => {
  const warga = await t.buka('/pengaduan/baru?layanan=akta-kelahiran-anak', { ukuran: 'ponsel' });
  const gambar = await warga.screenshot({ type: 'jpeg', clip: { x: 0, y: 0, width: 120, height: 90 } });
  const exif = Buffer.from('\xff\xe1\x00\x3bExif\0\0II*\0\x08\0\0\0\x01\0\x0f\x01\x02\0\x0f\0\0\0\x1a\0\0\0\0\0\0\0PONSEL RAHASIA\0\0\0\0\0\0\0\0', 'latin1');
  exif.writeUInt16BE(exif.length - 2, 2);
  const adukan = async (page, judul) => {
    await page.getByLabel('Judul').fill(judul);
    await page.getByLabel('Apa yang terjadi?').fill('Loket tidak melayani. <b>Dua jam</b>.');
    await page.getByLabel(/Sembunyikan nama/).check();
    await page.getByLabel(/Jangan muat/).check();
  };
  await adukan(warga, 'Loket akta kosong');
  await warga.locator('#nama').fill('Sari Rahasia');
  await warga.locator('input[type=file]').setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: Buffer.concat([gambar.subarray(0, 2), exif, gambar.subarray(2)]) });
  await tekan(warga, 'Kirim laporan');
  await warga.getByText('Laporan Anda sudah diterima').waitFor();
  const jalur = new URL(warga.url()).pathname;
  const nomor = (await warga.locator('main').innerText()).match(/Nomor (\d{4}-\d{4})/)[1];
  const foto = await (await warga.request.get(await warga.locator('.lampiran a').first().getAttribute('href'))).body();
  assert.ok(!foto.includes('PONSEL RAHASIA'), 'where and with what it was taken is gone');

  const penghubung = await t.sebagai(akun(t, 'penghubung'), '/aduan');
  await penghubung.getByRole('link', { name: 'Loket akta kosong' }).click();
  await penghubung.getByText('Anonim: nama dan kontak tidak diperlihatkan').waitFor();
  assert.equal(await penghubung.getByText('Sari Rahasia').count(), 0);
  await penghubung.getByLabel(/Pengaduan tidak berkadar pengawasan/).check();
  await penghubung.locator('select[name=unit]').selectOption({ label: MAL });
  await tekan(penghubung, 'Terima laporan');
  await penghubung.getByText('Sudah tercatat.').waitFor();

  const jawab = async (siapa, teks) => {
    const page = await t.sebagai(akun(t, siapa), '/aduan');
    await page.getByRole('link', { name: 'Loket akta kosong' }).click();
    await page.locator('#jawaban').fill(teks);
    await tekan(page, 'Kirim jawaban');
    await page.getByText('Jawaban terkirim.').waitFor();
  };
  await jawab('depan.mpp', 'Petugas pengganti sudah datang.');
  await warga.reload();
  await warga.getByLabel('Tanggapan Anda').fill('Masih kosong siang ini.');
  await tekan(warga, 'Kirim tanggapan');
  await jawab('kepala.mpp', 'Dua petugas mulai besok.');
  await warga.reload();
  await tekan(warga, 'Ya, selesai');
  await warga.getByLabel('Mengapa dibuka kembali?').fill('Besoknya kosong lagi.');
  await tekan(warga, 'Buka kembali laporan');
  await warga.getByText('Dibuka kembali').first().waitFor();
  const pdf = await (await warga.request.get(`${jalur}/bukti.pdf`)).body();
  assert.equal(pdf.subarray(0, 4).toString(), '%PDF');

  // The same thing told by somebody else goes with the first.
  const lain = await t.buka('/pengaduan/baru?layanan=akta-kelahiran-anak', { ukuran: 'ponsel' });
  await adukan(lain, 'Akta tidak dilayani');
  await tekan(lain, 'Kirim laporan');
  await lain.getByText('Laporan Anda sudah diterima').waitFor();
  await penghubung.goto('/aduan');
  await penghubung.getByRole('link', { name: 'Akta tidak dilayani' }).click();
  await penghubung.locator('summary', { hasText: 'Tidak dapat ditindaklanjuti' }).click();
  await penghubung.getByLabel('Digabung dengan laporan lain').check();
  await penghubung.locator('#induk').fill(nomor);
  await penghubung.locator('#alasan').fill('Sudah ditangani pada laporan pertama.');
  await penghubung.locator('form[action$="/penolakan"] button').click();
  await penghubung.getByText('Sudah tercatat.').waitFor();
  await lain.reload();
  await lain.getByText('mengikuti laporan lain yang sama').waitFor();
  for (const teks of ['Tidak ada yang ditunggu', 'Tidak ditindaklanjuti']) assert.equal(await lain.getByText(teks).count(), 0, teks);
  await periksaAksesibel(lain);
});

uji('libur sesudah ada pesanan: warga ditawari waktu lain, petugas depan tahu siapa yang ditelepon; kepala membaca harinya', async (t) => {
  const warga = await t.buka('/pelayanan/izin-penelitian', { ukuran: 'ponsel' });
  await warga.getByRole('link', { name: /^Pesan waktu di/ }).click();
  await warga.locator('.hari-pilih a').nth(2).click();
  await warga.waitForURL(/hari=/);
  const tanggal = new URL(warga.url()).searchParams.get('hari');
  await warga.locator('input[name=mulai]:not([disabled])').first().check();
  await warga.getByLabel('Nomor telepon').fill('000-0000-0009');
  await tekan(warga, 'Pesan sekarang');
  await warga.getByText('Pesanan tercatat').waitFor();
  // The example is open at any hour on these days by a decision of its head, which wins over a holiday until it is taken back.
  const pimpinan = await mal(t, 'kepala.mpp', 'Hari ini');
  await pimpinan.locator('summary', { hasText: 'Tarik putusan' }).click();
  await pimpinan.locator('#tarik_hari').selectOption(tanggal);
  await tekan(pimpinan, 'Tarik putusan');
  await pimpinan.getByText('Putusan ditarik').waitFor();
  // The organising office finds the calendar where bookings are arranged.
  const biro = await mal(t, 'organisasi', 'Jadwal');
  await biro.getByRole('link', { name: 'Kalender kerja' }).click();
  await biro.locator('#tanggal').fill(tanggal);
  await biro.locator('#nama').fill('Hari jadi kabupaten (contoh)');
  await biro.locator('form[action$="/hari"] button').click();
  await biro.getByText('ditawari waktu lain').waitFor();
  await periksaAksesibel(biro);
  await warga.reload();
  await warga.getByText('Libur: Hari jadi kabupaten (contoh)').waitFor();
  await warga.getByRole('button', { name: /^Ambil / }).first().waitFor();
  const depan = await t.sebagai(akun(t, 'depan.mpp'), '/', { ukuran: 'ponsel' });
  await depan.getByRole('link', { name: 'Warga yang perlu ditelepon' }).click();
  // Behind the fold where many have to be told.
  await depan.getByRole('heading', { name: 'Pesanan warga' }).waitFor();
  const lipatan = async () => {
    const lagi = depan.locator('details:not([open]) > summary', { hasText: 'orang lagi yang perlu dikabari' });
    if (await lagi.count()) await lagi.click();
  };
  await lipatan();
  await depan.locator('tr', { hasText: '00000000009' }).getByRole('button', { name: 'Sudah ditelepon' }).click();
  await depan.locator('tr', { hasText: '00000000009' }).getByText(/ditelepon \d/i).first().waitFor({ state: 'attached' });
  await lipatan();
  await depan.locator('tr', { hasText: '00000000009' }).getByText(/ditelepon/i).first().waitFor();
  await periksaAksesibel(depan);

  const kepala = await mal(t, 'kepala.mpp', 'Laporan');
  await kepala.getByRole('link', { name: 'Angka hari ini', exact: true }).click();
  await kepala.getByRole('heading', { name: 'Per gerai', exact: true }).waitFor();
  for (const [nama, awal] of [['Laporan (PDF)', '%PDF'], ['Tabel (XLSX)', 'PK']]) {
    const ke = await kepala.getByRole('link', { name: nama }).getAttribute('href');
    const isi = await (await kepala.request.get(ke)).body();
    assert.equal(isi.subarray(0, awal.length).toString(), awal, nama);
  }
  await tab(kepala, 'Hari ini');
  await kepala.getByRole('row', { name: /^G06/ }).waitFor();
});
