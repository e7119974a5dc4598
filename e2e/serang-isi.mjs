// What stands in forms, with ids of another government: `node e2e/serang-isi.mjs URL DATA`. Somebody who holds every role in one government
// walks the running example, and so do people of the other. Then each form that one of them may send is sent with an id of the other
// government in each field that holds one (unit, gerai, account, evidence …). PRIMA_BIN: the program, which makes that account in DATA.
//
// Beside `serang.mjs`, which asks for addresses. It changes the example, so it is run by hand, on one of its own, started with
// PRIMA_LAJU=false. No dependency; ends with 1 when something was taken that is not in the list below.

import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

const [dasar, data] = process.argv.slice(2);
if (!dasar || !data) {
  console.error('usage: node e2e/serang-isi.mjs http://127.0.0.1:PORT DATA-FOLDER');
  process.exit(2);
}
const BIN = process.env.PRIMA_BIN ?? 'target/debug/prima';
const SANDI = 'contoh-prima-2023';
const SANDI_LUAR = 'Sepeda biru di tepi sungai 7';
const LUAR = 'luar.kota@contoh.id';
const LAIN = { instansi: '64.74', unit: '64.74-kec-bontang-utara' };
const PERAN = {
  instansi: ['penyelenggara', 'penanggungjawab', 'pembina', 'evaluator', 'auditor', 'penghubung'],
  unit: ['unit-operator', 'unit-kepala', 'mpp-kepala', 'mpp-depan', 'pelaksana', 'kasir'],
};
const ORANG = ['organisasi', 'sekda', 'evaluator1', 'operator.dinsos', 'kepala.dinsos', 'kepala.mpp', 'depan.mpp', 'penghubung', 'pelaksana1', 'kasir'];
/** Pages that one person opens. */
const HALAMAN = [140, 400];

/** What is taken although an id of the other government stands in it, and why. Everything else is a finding. */
const BOLEH = [
  [/^\/mpp\/\{\}\/tenan/, 'unit', 'tenants of a mall may be of any government'],
  [/^\/survei\/\{\}\/laporan$/, 'saran', 'only suggestions of the round itself are printed'],
  [/^\/survei\/(baru|\{\}\/ubah)$/, '', 'a row of a table was added: the form comes back, nothing is stored'],
];

const agen = new Agent({ keepAlive: true, maxSockets: 4 });
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const pola = (jalur) => jalur.split('?')[0].split('/').map((b) => (ID.test(b) ? '{}' : b)).join('/');
/** Fields with an id of the form's own. */
const sendiri = (medan) => /(^|_)op(-\d+)?$/.test(medan);

function minta(metode, jalur, kuki = '', isi = null, jenis = 'application/x-www-form-urlencoded') {
  return new Promise((jadi, gagal) => {
    const kepala = { host: new URL(dasar).host, origin: dasar, 'sec-fetch-site': 'same-origin', accept: 'text/html', cookie: kuki };
    if (isi !== null) Object.assign(kepala, { 'content-type': jenis, 'content-length': Buffer.byteLength(isi) });
    const r = request(new URL(jalur, dasar), { method: metode, headers: kepala, agent: agen, timeout: 60_000 }, (j) => {
      const potong = [];
      const usai = () => jadi({ status: j.statusCode, kepala: j.headers, isi: Buffer.concat(potong).toString('utf8') });
      j.on('data', (p) => potong.push(p)).on('end', usai).on('error', gagal);
      // A live stream goes on for ever.
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
  const j = await minta('POST', '/masuk', '', new URLSearchParams({ surel, sandi, kembali: '/' }).toString());
  const kuki = (j.kepala['set-cookie'] ?? []).map((k) => k.split(';')[0]).find((k) => k.startsWith('sesi='));
  if (!kuki) throw new Error(`${surel} cannot sign in: ${j.status}`);
  return kuki;
}

function prima(argumen, masukan = '') {
  const h = spawnSync(BIN, [...argumen, '--data', data], { input: masukan, encoding: 'utf8' });
  if (h.status !== 0 && !/sudah/.test(h.stderr)) throw new Error(`${BIN} ${argumen.join(' ')}: ${h.stderr || h.stdout}`);
}

const buka = (t) => t.replace(/&(?:#(\d+)|amp|quot|lt|gt);/g, (m, n) => (n ? String.fromCodePoint(n) : { '&amp;': '&', '&quot;': '"', '&lt;': '<', '&gt;': '>' }[m]));
const atribut = (teks, nama) => {
  const m = teks.match(new RegExp(`\\s${nama}="([^"]*)"`));
  return m ? buka(m[1]) : null;
};

/** Forms of a page: where they go, what they hold, what may be chosen. */
function formulir(isi, jalur) {
  return [...isi.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].filter((m) => /method="post"/i.test(m[1])).map(([, kepala, badan]) => {
    const medan = new Map();
    const pilihan = new Map();
    const pilih = (n, v) => pilihan.set(n, [...(pilihan.get(n) ?? []), v]);
    for (const [, apa, a, teks] of badan.matchAll(/<(input|textarea)\b([^>]*)>(?:([\s\S]*?)<\/textarea>)?/g)) {
      const [n, t] = [atribut(a, 'name'), atribut(a, 'type')];
      if (!n || t === 'file') continue;
      const v = apa === 'textarea' ? buka(teks ?? '').trim() : (atribut(a, 'value') ?? '');
      if (t === 'radio' || t === 'checkbox') pilih(n, v);
      if (t !== 'checkbox' && !(t === 'radio' && medan.has(n) && !/\schecked/.test(a))) medan.set(n, v);
    }
    for (const [, a, opsi] of badan.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
      const n = atribut(a, 'name');
      const semua = [...opsi.matchAll(/<option\b([^>]*)>/g)].map((o) => [atribut(o[1], 'value') ?? '', /selected/.test(o[1])]);
      semua.forEach(([v]) => pilih(n, v));
      medan.set(n, (semua.find(([, s]) => s) ?? semua.find(([v]) => v) ?? [''])[0]);
    }
    const tombol = [...badan.matchAll(/<button\b([^>]*)>/g)].map((b) => ({ nama: atribut(b[1], 'name'), nilai: atribut(b[1], 'value') ?? '', aksi: atribut(b[1], 'formaction') }));
    return { aksi: atribut(kepala, 'action') ?? jalur, berkas: /multipart/.test(kepala), medan, pilihan, tombol: tombol.length ? tombol : [{}] };
  });
}

/** All forms that this person meets, and every id on his pages. */
async function jelajahi(kuki, halaman) {
  const [antre, dilihat, form, id] = [['/'], new Map(), new Map(), new Set()];
  for (let n = 0; antre.length && n < halaman; n += 1) {
    const jalur = antre.shift();
    const j = await minta('GET', jalur, kuki);
    if (j.status >= 300 && j.status < 400 && j.kepala.location?.startsWith('/')) antre.unshift(j.kepala.location);
    if (!(j.kepala['content-type'] ?? '').startsWith('text/html')) continue;
    for (const [m] of j.isi.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)) id.add(m);
    for (const f of formulir(j.isi, jalur)) form.set(`${pola(f.aksi)} ${[...f.medan.keys()]}`, f);
    for (const [, t] of j.isi.matchAll(/href="(\/[^"/][^"]*)"/g)) {
      const ke = buka(t).split('#')[0];
      const p = `${pola(ke)} ${ke.includes('?')}`;
      const kali = dilihat.get(p) ?? new Set();
      if (/^\/(keluar|aset|bahasa|bantuan)/.test(ke) || kali.has(ke) || kali.size > 1) continue;
      dilihat.set(p, kali.add(ke));
      antre.push(ke);
    }
  }
  return { form, id };
}

/** Ids by the name of the field in which they stand. */
function nilaiMedan(form, kumpul) {
  for (const f of form.values()) {
    for (const [m, v] of [...f.medan, ...[...f.pilihan].flatMap(([n, s]) => s.map((v) => [n, v]))]) {
      if (ID.test(v) && !sendiri(m)) kumpul.set(m, (kumpul.get(m) ?? new Set()).add(v));
    }
  }
  return kumpul;
}

let dicoba = 0;
const salah = [];

async function kirim(siapa, kuki, f, tombol, medan, asing) {
  const isi = [...f.medan].filter(([n]) => n !== medan).map(([n, v]) => [n, sendiri(n) ? randomUUID() : v || (/tanggal|dari|mulai|hari/.test(n) ? '2026-12-01' : 'uji')]);
  isi.push([medan, asing], ...(tombol.nama ? [[tombol.nama, tombol.nilai]] : []));
  const bagian = isi.map(([n, v]) => `--b\r\nContent-Disposition: form-data; name="${n}"\r\n\r\n${v}\r\n`).join('');
  const badan = f.berkas ? [`${bagian}--b--\r\n`, 'multipart/form-data; boundary=b'] : [new URLSearchParams(isi).toString()];
  const ke = tombol.aksi ?? f.aksi;
  const j = await minta('POST', ke, kuki, ...badan);
  dicoba += 1;
  if (j.status < 400 && !BOLEH.some(([p, m]) => p.test(pola(ke)) && (!m || m === medan))) salah.push(`${j.status} ${siapa}: POST ${ke} ${medan}=${asing} -> ${j.kepala.location ?? ''}`);
}

async function coba(siapa, kuki, form, sumber, milik) {
  for (const f of form.values()) {
    if (/^\/(masuk|akun|keluar|bahasa)/.test(f.aksi)) continue;
    for (const medan of new Set([...f.medan.keys(), ...f.pilihan.keys()])) {
      const asing = [...(sumber.get(medan) ?? [])].find((v) => !milik.has(v));
      if (!asing || sendiri(medan)) continue;
      for (const t of f.tombol) await kirim(siapa, kuki, f, t, medan, asing);
    }
  }
}

prima(['user', 'add', LUAR, '--nama', 'Orang Luar'], `${SANDI_LUAR}\n`);
for (const [lingkup, semua] of Object.entries(PERAN)) {
  for (const p of semua) prima(['user', 'role', 'add', LUAR, p, `--${lingkup}`, LAIN[lingkup]]);
}
const [sini, idSini, orang] = [new Map(), new Set(), []];
for (const nama of ORANG) {
  const kuki = await masuk(`${nama}@contoh.id`, SANDI);
  const { form, id } = await jelajahi(kuki, HALAMAN[0]);
  orang.push([nama, kuki, form]);
  id.forEach((i) => idSini.add(i));
  nilaiMedan(form, sini);
}
const kuki = await masuk(LUAR, SANDI_LUAR);
const luar = await jelajahi(kuki, HALAMAN[1]);
await coba('luar', kuki, luar.form, sini, luar.id);
// And the other way round.
const sana = nilaiMedan(luar.form, new Map());
for (const [nama, k, form] of orang) await coba(nama, k, form, sana, idSini);
agen.destroy();
console.log(`${dicoba} forms sent with an id of the other government`);
if (salah.length) {
  console.error(`taken:\n  ${salah.join('\n  ')}`);
  process.exit(1);
}
if (dicoba < 50) {
  console.error('fewer forms than the example must have: the walk itself is broken');
  process.exit(1);
}
