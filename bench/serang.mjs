// By hand: `node bench/serang.mjs http://127.0.0.1:PORT` against `prima demo`: whether the time of a failed sign-in tells if an account
// exists, and what slow clients do to others. Prints figures; ends with 1 when they are outside their bounds.
// 96 sign-ins: more are not let through to the check in 15 minutes, so start the server anew between runs.

import { connect } from 'node:net';
import { request, Agent } from 'node:http';

const dasar = new URL(process.argv[2] ?? 'http://127.0.0.1:8080');
const NAMA = ['organisasi', 'sekda', 'evaluator1', 'operator.dinsos', 'kepala.dinsos', 'auditor'];
const KALI = 8;
/** Medians may differ by this part. */
const BEDA = 0.1;
const LAMBAT = 200;
/** A page beside the slow clients, in ms at the 95th of 100. */
const TUNGGU = 500;

const agen = new Agent({ keepAlive: true, maxSockets: 1 });

function kirim(metode, jalur, isi) {
  return new Promise((jadi, gagal) => {
    const mulai = process.hrtime.bigint();
    const kepala = { host: dasar.host, origin: dasar.origin, 'sec-fetch-site': 'same-origin' };
    if (isi) Object.assign(kepala, { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(isi) });
    const r = request(new URL(jalur, dasar), { method: metode, headers: kepala, agent: agen }, (j) => {
      j.resume().on('end', () => jadi({ status: j.statusCode, ms: Number(process.hrtime.bigint() - mulai) / 1e6 }));
    });
    r.on('error', gagal);
    r.end(isi);
  });
}

const urut = (x) => [...x].sort((a, b) => a - b);
const ke = (x, p) => urut(x)[Math.min(x.length - 1, Math.floor(x.length * p))];

async function masuk() {
  const waktu = { ada: [], tiada: [] };
  const isi = (surel) => new URLSearchParams({ surel, sandi: 'bukan sandi yang benar 1', kembali: '/' }).toString();
  await kirim('GET', '/masuk');
  // One after the other and mixed, so that what the machine does besides falls on both.
  for (let n = 0; n < KALI; n += 1) {
    for (const nama of NAMA) {
      for (const [jenis, surel] of [['ada', `${nama}@contoh.id`], ['tiada', `${nama}.${n}@tiada.example`]]) {
        const { status, ms } = await kirim('POST', '/masuk', isi(surel));
        if (status !== 422) throw new Error(`a failed sign-in answers ${status}`);
        waktu[jenis].push(ms);
      }
    }
  }
  const [a, b] = [ke(waktu.ada, 0.5), ke(waktu.tiada, 0.5)];
  const beda = Math.abs(a - b) / Math.max(a, b);
  const baris = (x) => `median ${ke(x, 0.5).toFixed(1)} ms, p10 ${ke(x, 0.1).toFixed(1)}, p90 ${ke(x, 0.9).toFixed(1)}`;
  console.log(`sign-in, account exists:  ${baris(waktu.ada)} (${waktu.ada.length})`);
  console.log(`sign-in, no such account: ${baris(waktu.tiada)} (${waktu.tiada.length})`);
  console.log(`difference of the medians: ${(beda * 100).toFixed(1)} %`);
  return beda <= BEDA;
}

async function lambat() {
  const soket = [];
  let ditutup = 0;
  for (let n = 0; n < LAMBAT; n += 1) {
    const s = connect(Number(dasar.port), dasar.hostname, () => s.write(`GET / HTTP/1.1\r\nHost: ${dasar.host}\r\nX-A: `));
    s.on('error', () => {}).on('close', () => (ditutup += 1)).on('data', () => {});
    soket.push(s);
  }
  const tetes = setInterval(() => soket.forEach((s) => s.writable && s.write('a')), 1000);
  const waktu = [];
  const mulai = Date.now();
  // The limit for headers is 30 s.
  while (ditutup < LAMBAT && Date.now() - mulai < 45_000) {
    waktu.push((await kirim('GET', '/masuk')).ms);
    await new Promise((jadi) => setTimeout(jadi, 200));
  }
  clearInterval(tetes);
  soket.forEach((s) => s.destroy());
  console.log(`${LAMBAT} clients that send one byte a second: ${ditutup} were closed after ${Date.now() - mulai} ms; a page beside them: p50 ${ke(waktu, 0.5).toFixed(1)} ms, p95 ${ke(waktu, 0.95).toFixed(1)} ms`);
  return ditutup === LAMBAT && ke(waktu, 0.95) < TUNGGU;
}

const baik = [await masuk(), await lambat()];
agen.destroy();
process.exit(baik.every(Boolean) ? 0 : 1);
