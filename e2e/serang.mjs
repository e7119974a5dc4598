// An attacker of another government: `node e2e/serang.mjs URL DATA` walks the running example as all its people, collects the addresses and
// forms with ids that they see, and asks for each of them as somebody who holds every role in another government. Nothing of it may be
// there for him. PRIMA_BIN: the program (default target/debug/prima), which makes that account in the data folder DATA.
//
// The server must run without request limits (PRIMA_LAJU=false). No dependency; ends with 1 when something was found.

import { spawnSync } from 'node:child_process';
import { request, Agent } from 'node:http';

const [dasar, data] = process.argv.slice(2);
if (!dasar || !data) {
  console.error('usage: node e2e/serang.mjs http://127.0.0.1:PORT DATA-FOLDER');
  process.exit(2);
}
const BIN = process.env.PRIMA_BIN ?? 'target/debug/prima';
const SANDI = 'contoh-prima-2023';
const ORANG = ['admin', 'organisasi', 'sekda', 'evaluator1', 'operator.dinsos', 'kepala.dinsos', 'auditor', 'kepala.mpp', 'depan.mpp', 'pelaksana1', 'kasir', 'penghubung'];
/** The other government of the example, and its only unit. */
const LAIN = { instansi: '64.74', unit: '64.74-kec-bontang-utara' };
const PERAN = {
  instansi: ['penyelenggara', 'penanggungjawab', 'pembina', 'evaluator', 'auditor', 'penghubung'],
  unit: ['unit-operator', 'unit-kepala', 'mpp-kepala', 'mpp-depan', 'pelaksana', 'kasir'],
};
const LUAR = 'luar.kota@contoh.id';
const SANDI_LUAR = 'Sepeda biru di tepi sungai 7';
/** Addresses of each pattern that are walked, and pages that one person opens. */
const PER_POLA = 2;
const HALAMAN = 450;
/** How often a pattern is opened by all people together: with an id in it, without. PRIMA_SERANG_SEMUA=1 opens everything (minutes). */
const DIBUKA = process.env.PRIMA_SERANG_SEMUA ? [999, 999] : [1, 2];
const dibuka = new Map();

/**
 * What the outsider may see although an id stands in it, and why. Everything else is a finding.
 */
const BOLEH = [
  [/^\/edisi(\/|$)/, 'instruments are shared by all governments'],
  [/^\/bantuan\//, 'the guide'],
  [/^\/aset\//, 'assets'],
];

const agen = new Agent({ keepAlive: true, maxSockets: 4 });

function minta(metode, jalur, kuki = '', isi = null, jenis = 'application/x-www-form-urlencoded') {
  return new Promise((jadi, gagal) => {
    const kepala = { host: new URL(dasar).host, origin: dasar, 'sec-fetch-site': 'same-origin', accept: 'text/html' };
    if (kuki) kepala.cookie = kuki;
    if (isi !== null) Object.assign(kepala, { 'content-type': jenis, 'content-length': Buffer.byteLength(isi) });
    const r = request(new URL(jalur, dasar), { method: metode, headers: kepala, agent: agen, timeout: 60_000 }, (j) => {
      const potong = [];
      let panjang = 0;
      j.on('data', (p) => {
        panjang += p.length;
        if (panjang < 2_000_000) potong.push(p);
        // A live stream goes on for ever: its status is enough.
        if ((j.headers['content-type'] ?? '').startsWith('text/event-stream')) j.destroy();
      });
      const usai = () => jadi({ status: j.statusCode, kepala: j.headers, isi: Buffer.concat(potong).toString('utf8') });
      j.on('end', usai).on('close', usai).on('error', usai);
      if ((j.headers['content-type'] ?? '').startsWith('text/event-stream')) {
        usai();
        j.destroy();
      }
    });
    r.on('error', gagal).on('timeout', () => r.destroy(new Error(`${metode} ${jalur}: no answer in 60 s`)));
    r.end(isi ?? undefined);
  });
}

async function masuk(surel, sandi) {
  const isi = new URLSearchParams({ surel, sandi, kembali: '/' }).toString();
  const j = await minta('POST', '/masuk', '', isi);
  const kuki = (j.kepala['set-cookie'] ?? []).map((k) => k.split(';')[0]).find((k) => k.startsWith('sesi='));
  if (!kuki) throw new Error(`${surel} cannot sign in: ${j.status}`);
  return kuki;
}

function prima(argumen, masukan = '') {
  const h = spawnSync(BIN, [...argumen, '--data', data], { input: masukan, encoding: 'utf8' });
  // Walked before.
  if (h.status !== 0 && !/sudah/.test(h.stderr)) throw new Error(`${BIN} ${argumen.join(' ')}: ${h.stderr || h.stdout}`);
}

const ID = /^([0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|[tjpgak](?=[a-z]*[0-9])[0-9a-z]{10})$/;
/** The address with a sign for each id, so that a thousand units are one pattern. */
const pola = (jalur) => jalur.split('?')[0].split('/').map((b) => (ID.test(b) ? '{}' : b)).join('/');

/** Addresses and forms of a page, own ones only. */
function tautan(isi) {
  const bersih = (t) => t.replaceAll('&amp;', '&').replaceAll('&#38;', '&').split('#')[0];
  const semua = (pola, metode) => [...isi.matchAll(pola)].map((m) => [metode, bersih(m[1])]);
  const href = semua(/(?:href|src)="(\/[^"/][^"]*)"/g, 'GET');
  const aksi = semua(/<form[^>]*method="post"[^>]*action="(\/[^"]*)"/gi, 'POST');
  const tombol = semua(/formaction="(\/[^"]*)"/gi, 'POST');
  return [...href, ...aksi, ...tombol];
}

/** Script in every field of the public form for reports: officers read it on their pages. */
const JAHAT = '"><script>alert(7)</script><img src=x onerror=alert(7)>{{7*7}}';
const jalan = new Set();

async function titipSkrip() {
  const baru = '/pengaduan/baru?instansi=64.08';
  const halaman = (await minta('GET', baru)).isi;
  const medan = (m) => halaman.match(new RegExp(`name="${m}" value="([^"]*)"`))?.[1] ?? '';
  const isian = { stempel: medan('stempel'), kiriman: medan('kiriman'), jenis: 'pengaduan', judul: JAHAT, cerita: JAHAT, tempat: JAHAT, nama: JAHAT, surel: '', telepon: JAHAT.slice(0, 40) };
  const bagian = Object.entries(isian).map(([k, v]) => `--b\r\nContent-Disposition: form-data; name="${k}"\r\n\r\n${v}\r\n`);
  const nama = '--b\r\nContent-Disposition: form-data; name="lampiran"; filename="<img src=x onerror=alert(7)>.pdf"\r\n\r\n';
  const pdf = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n';
  const j = await minta('POST', baru, '', `${bagian.join('')}${nama}${pdf}\r\n--b--\r\n`, 'multipart/form-data; boundary=b');
  if (j.status !== 303) throw new Error(`the public form answers ${j.status}`);
  return j.kepala.location;
}

function periksaSkrip(jalur, isi) {
  if (/<script>alert\(7\)|<img src=x onerror|[^{]49[^}]{0,3}<img/.test(isi)) jalan.add(jalur);
}

/** Every address with an id that this person meets: [method, address]. */
async function jelajahi(kuki, temuan) {
  const antre = ['/'];
  const dilihat = new Map();
  let n = 0;
  while (antre.length && n < HALAMAN) {
    const jalur = antre.shift();
    const p = pola(jalur);
    const kali = (dibuka.get(p) ?? 0) + 1;
    if (jalur !== '/' && kali > DIBUKA[p.includes('{}') ? 0 : 1]) continue;
    dibuka.set(p, kali);
    n += 1;
    const j = await minta('GET', jalur, kuki);
    const lanjut = j.status >= 300 && j.status < 400 && j.kepala.location?.startsWith('/') ? [['GET', j.kepala.location]] : [];
    if (!(j.kepala['content-type'] ?? '').startsWith('text/html') && !lanjut.length) continue;
    periksaSkrip(jalur, j.isi);
    for (const [metode, ke] of [...tautan(j.isi), ...lanjut]) {
      if (/^\/(keluar|aset|bahasa)/.test(ke)) continue;
      const kunci = `${metode} ${pola(ke)}`;
      const kali = dilihat.get(kunci) ?? new Set();
      if (kali.has(ke) || kali.size >= PER_POLA) continue;
      kali.add(ke);
      dilihat.set(kunci, kali);
      if (pola(ke) !== ke.split('?')[0]) temuan.add(`${metode} ${ke}`);
      if (metode === 'GET') antre.push(ke);
    }
  }
  return n;
}

/** Whether a visitor may see it too. */
async function umum(metode, jalur) {
  const j = await minta(metode, jalur, '', metode === 'POST' ? '' : null);
  return !(j.status === 401 || (j.status === 303 && j.kepala.location?.startsWith('/masuk')));
}

const mulai = Date.now();
prima(['user', 'add', LUAR, '--nama', 'Orang Luar'], `${SANDI_LUAR}\n`);
for (const [lingkup, semua] of Object.entries(PERAN)) {
  for (const p of semua) prima(['user', 'role', 'add', LUAR, p, `--${lingkup}`, LAIN[lingkup]]);
}
const laporan = await titipSkrip();
periksaSkrip(laporan, (await minta('GET', laporan)).isi);
const temuan = new Set();
let halaman = 0;
for (const nama of ORANG) halaman += await jelajahi(await masuk(`${nama}@contoh.id`, SANDI), temuan);

const luar = await masuk(LUAR, SANDI_LUAR);
const milik = new Set();
await jelajahi(luar, milik);
const salah = [];
let dicoba = 0;
let terbuka = 0;
for (const satu of [...temuan].sort()) {
  const [metode, jalur] = satu.split(' ');
  // What he meets on his own pages is his (or is shared, which the list above must say).
  if (milik.has(satu) || BOLEH.some(([p]) => p.test(jalur))) continue;
  if (await umum(metode, jalur)) {
    terbuka += 1;
    continue;
  }
  dicoba += 1;
  for (const [isi, jenis] of metode === 'POST' ? [['', undefined], ['--b\r\nContent-Disposition: form-data; name="op"\r\n\r\nx\r\n--b--\r\n', 'multipart/form-data; boundary=b']] : [[null, undefined]]) {
    const j = await minta(metode, jalur, luar, isi, jenis);
    const tertutup = [403, 404].includes(j.status) || (metode === 'POST' && [400, 415].includes(j.status));
    if (!tertutup) salah.push(`${j.status} ${metode} ${jalur}${j.kepala.location ? ` -> ${j.kepala.location}` : ''}`);
  }
}
console.log(`${halaman} pages walked, ${temuan.size} addresses with ids, ${dicoba} closed ones tried from outside, ${terbuka} public, ${Date.now() - mulai} ms`);
agen.destroy();
if (jalan.size) {
  console.error(`script of a visitor runs on:\n  ${[...jalan].join('\n  ')}`);
  process.exit(1);
}
if (salah.length) {
  console.error(`reached from another government:\n  ${salah.join('\n  ')}`);
  process.exit(1);
}
if (dicoba < 100) {
  console.error('fewer addresses than the example must have: the walk itself is broken');
  process.exit(1);
}
