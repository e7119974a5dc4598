// By hand, with Debian's clamav-daemon installed: `node bench/klamd.mjs`. Starts a real clamd on a socket of its own with one signature (the
// harmless test virus of EICAR, wherever it stands), the example with that scanner, and sends files through the public form for reports:
// a clean one, one with the test virus, and one while the scanner is away. PRIMA_BIN: the program. Ends with 1 when something is wrong.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync, mkdirSync, chmodSync, existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BIN = process.env.PRIMA_BIN ?? 'target/debug/prima';
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join('');
const folder = mkdtempSync(join(tmpdir(), 'klamd-'));
chmodSync(folder, 0o755);
const soket = join(folder, 'clamd.ctl');
const anak = [];

const tidur = (ms) => new Promise((jadi) => setTimeout(jadi, ms));
const port = () =>
  new Promise((jadi) => {
    const s = createServer().listen(0, '127.0.0.1', () => {
      const { port: p } = s.address();
      s.close(() => jadi(p));
    });
  });

async function sampai(apa, benar, ms) {
  for (const akhir = Date.now() + ms; Date.now() < akhir; await tidur(200)) if (await benar()) return;
  throw new Error(`${apa}: not within ${ms} ms`);
}

async function klamd() {
  const basis = join(folder, 'db');
  mkdirSync(basis, { recursive: true });
  writeFileSync(join(basis, 'uji.ndb'), `Uji.Eicar:0:*:${Buffer.from('EICAR-STANDARD-ANTIVIRUS-TEST-FILE').toString('hex')}\n`);
  const konfig = join(folder, 'clamd.conf');
  writeFileSync(konfig, [`LocalSocket ${soket}`, `DatabaseDirectory ${basis}`, 'Foreground yes', 'StreamMaxLength 25M', 'User root', ''].join('\n'));
  const p = spawn('clamd', ['-c', konfig], { stdio: ['ignore', 'ignore', 'inherit'] });
  anak.push(p);
  await sampai('clamd', () => existsSync(soket), 60_000);
  return p;
}

function pdf(teks) {
  return `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R>>endobj\n% ${teks}\ntrailer<</Root 1 0 R/Size 4>>\nstartxref\n9\n%%EOF\n`;
}

/** Sends a report with this file; the address of the file. */
async function kirim(dasar, nama, isi) {
  const baru = `${dasar}/pengaduan/baru?instansi=64.08`;
  const halaman = await (await fetch(baru)).text();
  const medan = (m) => halaman.match(new RegExp(`name="${m}" value="([^"]*)"`))?.[1] ?? '';
  const f = new FormData();
  const isian = { stempel: medan('stempel'), kiriman: medan('kiriman'), jenis: 'pengaduan', judul: nama, cerita: 'Uji pemindai virus', tempat: '', nama: '', surel: '', telepon: '' };
  for (const [k, v] of Object.entries(isian)) f.set(k, v);
  f.set('lampiran', new Blob([isi], { type: 'application/pdf' }), `${nama}.pdf`);
  const j = await fetch(baru, { method: 'POST', body: f, redirect: 'manual', headers: { origin: dasar, 'sec-fetch-site': 'same-origin' } });
  const ke = j.headers.get('location');
  if (j.status !== 303) throw new Error(`${nama}: the form answers ${j.status}\n${(await j.text()).match(/<main[\s\S]*?<\/main>/)?.[0] ?? ''}`);
  const laporan = await (await fetch(dasar + ke)).text();
  return dasar + laporan.match(/href="(\/pengaduan\/[^"]*\/lampiran\/[^"]*)"/)[1];
}

async function minta(alamat) {
  const j = await fetch(alamat);
  const isi = await j.text();
  return { status: j.status, menunggu: isi.includes('sedang diperiksa dari virus'), ditahan: isi.includes('menemukan isi berbahaya') };
}

async function utama() {
  let pemindai = await klamd();
  const p = await port();
  const dasar = `http://127.0.0.1:${p}`;
  const env = { ...process.env, PRIMA_PINDAI__ALAMAT: `unix:${soket}`, PRIMA_ALAMAT: dasar };
  anak.push(spawn(BIN, ['demo', '--data', join(folder, 'data'), '--listen', `127.0.0.1:${p}`], { env, stdio: 'ignore' }));
  await sampai('the example', async () => (await fetch(`${dasar}/sehat`).catch(() => null))?.ok, 180_000);

  const bersih = await kirim(dasar, 'bersih', pdf('surat biasa'));
  await sampai('a clean file', async () => (await minta(bersih)).status === 200, 20_000);
  console.log('clean file: given out');

  const jahat = await kirim(dasar, 'jahat', pdf(EICAR));
  await sampai('the test virus', async () => (await minta(jahat)).ditahan, 20_000);
  if ((await minta(jahat)).status !== 409) throw new Error('an infected file was given out');
  console.log('test virus: kept out, and the page says why');

  pemindai.kill('SIGTERM');
  await sampai('the end of clamd', () => pemindai.exitCode !== null || pemindai.signalCode !== null, 20_000);
  rmSync(soket, { force: true });
  const tunggu = await kirim(dasar, 'tunggu', pdf('surat kedua'));
  await tidur(4000);
  const j = await minta(tunggu);
  if (j.status !== 409 || !j.menunggu) throw new Error(`without a scanner the file answers ${j.status}`);
  console.log('scanner away: the file waits, and the page says so');
  pemindai = await klamd();
  await sampai('the file that waited', async () => (await minta(tunggu)).status === 200, 90_000);
  console.log('scanner back: the file is given out');
}

let kode = 0;
try {
  await utama();
} catch (e) {
  console.error(e.message);
  kode = 1;
}
for (const p of anak) p.kill('SIGTERM');
await tidur(1500);
rmSync(folder, { recursive: true, force: true });
process.exit(kode);
