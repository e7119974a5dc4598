// A simulated busy day of a hall, played in a few minutes: people take numbers on phones, officers call and serve, boards and phones
// watch. Prints a markdown table. Node 18 or newer, nothing else.
//   node bench/antrean.mjs [--biner target/release/prima] [--siapkan target/release/examples/antrean] [--skala 0.05] [--detik 60]
//                          [--node 1] [--bunuh 0] [--database postgres://…]
// Boards and phones are read by two threads of their own, so that reading them does not hold the officers up.
// --skala 1 is the day of the issue: 5,000 numbers, 60 officers, 25 boards, 3,000 phones. --node 2 wants --database. --bunuh N ends
// the (first) server with SIGKILL N times; what was acknowledged must be there afterwards. Bounded in time and number.

import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { Worker, isMainThread, parentPort } from "node:worker_threads";
import { bacaOpsi, henti, layani } from "./program.mjs";

/** Milliseconds on a clock that all threads share. */
const kini = () => performance.timeOrigin + performance.now();

// --- Watching (a thread of its own) --------------------------------------------------------------
/** A stream that comes back by itself, until `tutup` is called. */
let terbuka = 0;
function alir(porta, jalur, terima) {
  let usai = false, req = null;
  const buka = () => {
    if (usai) return;
    let hidup = false;
    const lagi = () => { if (hidup) terbuka--; hidup = false; if (!usai) setTimeout(buka, 300); };
    req = http.request({ port: porta, host: "127.0.0.1", path: jalur, headers: { Accept: "text/event-stream", "Accept-Language": "id" }, agent: false }, (res) => {
      if (res.statusCode !== 200) { res.resume(); lagi(); return; }
      hidup = true;
      terbuka++;
      let sisa = "";
      res.setEncoding("utf8").on("data", (d) => {
        const saat = kini();
        sisa += d;
        for (let i; (i = sisa.indexOf("\n\n")) >= 0; sisa = sisa.slice(i + 2)) {
          const baris = sisa.slice(0, i).split("\n").find((b) => b.startsWith("data: "));
          if (baris) terima(JSON.parse(baris.slice(6)), saat);
        }
      });
      res.on("close", lagi).on("error", () => {});
    });
    req.on("error", lagi);
    req.end();
  };
  buka();
  return () => { usai = true; req?.destroy(); };
}
/** Told `{papan|telepon: n, batas, porta, jalur}` it opens a stream; asked `"hasil"` it says what was seen and ends. */
function penonton() {
  const lihat = [], nomor = [], tutup = [], akhir = new Map(), lambat = monitorEventLoopDelay({ resolution: 5 });
  lambat.enable();
  let paling = 0;
  setInterval(() => { paling = Math.max(paling, terbuka); parentPort.postMessage({ akhir: [...akhir] }); akhir.clear(); }, 100).unref();
  parentPort.on("message", (p) => {
    if (p === "hasil") {
      tutup.forEach((t) => t());
      parentPort.postMessage({ lihat, nomor, paling, lambat: lambat.percentile(99) / 1e6 });
      parentPort.close();
      return;
    }
    // So many phones watch at once; the others stay in their pockets.
    if (terbuka >= p.batas) return;
    const sudah = new Set();
    let milik = null;
    const berhenti = alir(p.porta, p.jalur, (d, saat) => {
      if (p.papan !== undefined) {
        akhir.set(p.papan, saat);
        for (const [, n] of d.html.matchAll(/papan-satu--panggil[^]*?papan-nomor">([^<]+)/g)) if (!sudah.has(n)) (sudah.add(n), lihat.push([n, saat]));
        return;
      }
      if (!milik) nomor.push((milik = d.html.match(/Nomor antrean<\/span>([^<]+)/)?.[1]));
      if (d.dipanggil && !sudah.has(milik)) (sudah.add(milik), lihat.push([milik, saat]));
      // As the page does.
      if (d.usai) berhenti();
    });
    tutup.push(berhenti);
  });
}
if (!isMainThread) penonton();
else await main();

async function main() {

const opsi = bacaOpsi({ biner: "target/release/prima", siapkan: "target/release/examples/antrean", skala: "0.05", detik: "60", node: "1", bunuh: "0", database: "" });
const skala = Number(opsi.skala);
const banyak = (n) => Math.max(1, Math.round(n * skala));
const NOMOR = banyak(5000), PETUGAS = banyak(60), PAPAN = banyak(25), TELEPON = banyak(3000);
const AKHIR = performance.now() + Number(opsi.detik) * 1000;
const jalan = () => performance.now() < AKHIR;
const tidur = (ms) => new Promise((r) => setTimeout(r, ms));
const folder = mkdtempSync(path.join(os.tmpdir(), "prima-antrean-"));
const data = JSON.parse(execFileSync(opsi.siapkan, [folder, ...(opsi.database ? [opsi.database] : [])], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }));

// Numbers are taken only where somebody sits: the first officers sit at the first gerai, which have two services each.
const tujuan = data.penempatan.slice(0, 2 * PETUGAS);

// --- Servers -------------------------------------------------------------------------------------
function serve(porta) {
  const env = {
    RUST_LOG: "error", PRIMA_LAJU: "false", PRIMA_ANTREAN_PER_JAM: "0", PRIMA_SAMBUNGAN_PER_ALAMAT: "0",
    PRIMA_SAMBUNGAN_MAKS: String(2 * (TELEPON + PAPAN + PETUGAS) + 500),
  };
  return layani(opsi.biner, ["--data", folder, ...(opsi.database ? ["--database", opsi.database] : [])], { porta, env });
}
const node = [];
for (let n = 0; n < Number(opsi.node); n++) node.push(await serve(0));
const pilih = (n) => node[n % node.length].porta;

// --- HTTP ----------------------------------------------------------------------------------------
const agen = new http.Agent({ keepAlive: true, maxSockets: 256 });
function minta(porta, jalur, { sesi = "", isi = null } = {}) {
  return new Promise((ya, tidak) => {
    const headers = { "Accept-Language": "id", "Sec-Fetch-Site": "same-origin", ...(sesi ? { Cookie: `sesi=${sesi}` } : {}) };
    if (isi) headers["Content-Type"] = "application/x-www-form-urlencoded";
    const awal = kini();
    const r = http.request({ port: porta, host: "127.0.0.1", path: jalur, method: isi ? "POST" : "GET", headers, agent: agen, timeout: 20_000 }, (res) => {
      let teks = "";
      res.setEncoding("utf8").on("data", (d) => (teks += d)).on("error", tidak);
      res.on("end", () => ya({ status: res.statusCode, ke: res.headers.location ?? "", teks, awal, ms: kini() - awal }));
    });
    r.on("timeout", () => r.destroy(new Error("timeout"))).on("error", tidak);
    r.end(isi ? new URLSearchParams(isi).toString() : undefined);
  });
}
/** The same request until it is answered: a server that was killed is back in a moment, and the operation id makes it one act. */
async function sampai(porta, jalur, pilihan) {
  for (let n = 0; n < 200; n++) {
    const r = await minta(porta, jalur, pilihan).catch(() => null);
    if (r && r.status < 500) return r;
    await tidur(100);
  }
  throw new Error(`no answer from ${jalur}`);
}
// --- What was seen -------------------------------------------------------------------------------
const dipanggil = new Map(); // number -> when the officer pressed
const aksi = [], salah = new Map();
const akhirPapan = Array(PAPAN).fill(0);
const tonton = () => {
  const w = new Worker(new URL(import.meta.url));
  const hasil = new Promise((ya, tidak) => {
    w.on("error", tidak);
    w.on("message", (p) => { if (p.lihat) ya(p); else for (const [n, saat] of p.akhir) akhirPapan[n] = saat; });
  });
  return { w, hasil };
};
const diPapan = tonton(), diTelepon = tonton();
for (let n = 0; n < PAPAN; n++) diPapan.w.postMessage({ papan: n, porta: pilih(n), jalur: `/papan/${data.mpp}/langsung` });

// --- People --------------------------------------------------------------------------------------
let terbit = 0;
const kode = [];
async function warga() {
  while (jalan() && terbit < NOMOR) {
    const n = terbit++;
    const porta = pilih(n);
    const r = await sampai(porta, `/antre/${data.mpp}/${tujuan[n % tujuan.length]}`, { isi: { op: randomUUID() } });
    if (r.status !== 303) { salah.set(`take a number: ${r.status}`, (salah.get(`take a number: ${r.status}`) ?? 0) + 1); continue; }
    kode.push(r.ke);
    diTelepon.w.postMessage({ telepon: n, batas: TELEPON, porta: pilih(n + 1), jalur: `${r.ke}/langsung` });
    // Most come in the first quarter of the day, so that thousands wait and watch.
    await tidur((Number(opsi.detik) * 250) / NOMOR * 4 * Math.random() * 2);
  }
}
async function petugas(n) {
  const p = data.petugas[n], dasar = `/gerai/${p.gerai}/antrean`, porta = pilih(n);
  const kirim = async (jalur, isi) => {
    const r = await sampai(porta, dasar + jalur, { sesi: p.sesi, isi });
    aksi.push(r.ms);
    if (r.status !== 303) salah.set(`${jalur}: ${r.status}`, (salah.get(`${jalur}: ${r.status}`) ?? 0) + 1);
    return r;
  };
  // Officers come in over the first quarter of an hour of the eight hours, not all in one instant.
  await tidur(Math.random() * Number(opsi.detik) * 1000 * 0.03);
  await kirim("/loket", { loket: p.loket });
  while (jalan()) {
    const r = await kirim("/panggilan", { op: randomUUID() });
    const layar = await sampai(porta, dasar, { sesi: p.sesi });
    const tiket = layar.teks.match(/name="tiket" value="([^"]+)"[^]{0,200}?value="layani"/)?.[1];
    const nomor = layar.teks.match(/loket-nomor" id="loket-nomor">([^<]+)/)?.[1];
    // Nobody waits: the officer looks again when the screen says so, here after a moment.
    if (!tiket) { await tidur(2000); continue; }
    dipanggil.set(nomor, r.awal);
    await tidur(400);
    await kirim("/langkah", { op: randomUUID(), tiket, _aksi: "layani" });
    await tidur(Math.max(0, (Number(opsi.detik) * 1000 * PETUGAS) / NOMOR * 0.85 - 400) * 2 * Math.random());
  }
}
const pulih = [];
async function pembunuh() {
  const kali = Number(opsi.bunuh);
  for (let n = 0; n < kali && jalan(); n++) {
    await tidur((Number(opsi.detik) * 1000) / (kali + 1));
    const { porta, anak } = node[0], milik = akhirPapan.map((_, i) => i).filter((i) => pilih(i) === porta);
    const awal = kini();
    anak.kill("SIGKILL");
    await tidur(200);
    node[0] = await serve(porta);
    while (milik.some((i) => akhirPapan[i] < awal + 200) && kini() < awal + 20_000) await tidur(20);
    pulih.push(kini() - awal);
  }
}
/** CPU seconds and highest memory of a process, where Linux tells it. */
function pakai(pid) {
  try {
    const waktu = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    const mb = Number(readFileSync(`/proc/${pid}/status`, "utf8").match(/VmHWM:\s+(\d+)/)[1]) / 1024;
    return [(Number(waktu[11]) + Number(waktu[12])) / 100, mb];
  } catch {
    return [NaN, NaN];
  }
}
const mulai = kini(), lambat = monitorEventLoopDelay({ resolution: 5 });
lambat.enable();
await Promise.all([...Array.from({ length: 4 }, warga), ...Array.from({ length: PETUGAS }, (_, n) => petugas(n)), pembunuh()]);
const lama = (kini() - mulai) / 1000;
await tidur(1500);
let hilang = 0;
for (const k of kode) if ((await sampai(pilih(0), k)).status !== 200) hilang++;
for (const { w } of [diPapan, diTelepon]) w.postMessage("hasil");
const [papan, telepon] = await Promise.all([diPapan.hasil, diTelepon.hasil]);
const server = node.map(({ anak }) => pakai(anak.pid)), klien = process.cpuUsage();
await Promise.all(node.map((n) => henti(n.anak)));
rmSync(folder, { recursive: true, force: true });

// --- The table -----------------------------------------------------------------------------------
const persen = (v, p) => (v.length ? [...v].sort((a, b) => a - b)[Math.min(v.length - 1, Math.ceil((v.length * p) / 100) - 1)] : NaN);
const ms = (v) => `${[50, 99, 100].map((p) => persen(v, p).toFixed(0)).join(" / ")} ms (${v.length})`;
const sampaiKe = ({ lihat }) => lihat.filter(([n]) => dipanggil.has(n)).map(([n, saat]) => saat - dipanggil.get(n));
const kePapan = sampaiKe(papan), keTelepon = sampaiKe(telepon);
const ganda = telepon.nomor.length - new Set(telepon.nomor).size;
const bunuh = Number(opsi.bunuh) > 0;
const baris = [
  ["numbers taken, calls made", `${kode.length}, ${dipanggil.size}`, "", true],
  ["streams open at once", `${papan.paling + telepon.paling}`, `${PAPAN} boards, up to ${TELEPON} phones`, true],
  ["equal numbers on phones", `${ganda} of ${telepon.nomor.length}`, "0", ganda === 0],
  ["from the officer's press to a board", ms(kePapan), bunuh ? "" : "p99 < 300 ms", bunuh || persen(kePapan, 99) < 300],
  ["from the officer's press to the phone", ms(keTelepon), bunuh ? "" : "p99 < 300 ms", bunuh || persen(keTelepon, 99) < 300],
  ["an officer's action", ms(aksi), bunuh ? "" : "p99 < 50 ms", bunuh || persen(aksi, 99) < 50],
  ["refused or failed", JSON.stringify(Object.fromEntries(salah)), "none", salah.size === 0 || bunuh],
  ["acknowledged and lost", `${hilang}`, "0", hilang === 0],
];
if (bunuh) baris.push([`killed ${pulih.length} times: boards are back after`, ms(pulih), "< 5 s", persen(pulih, 100) < 5000]);
console.log(`| ${opsi.database ? "PostgreSQL" : "SQLite"}, ${node.length} node, scale ${skala}, ${opsi.detik} s | p50 / p99 / max (count) | goal | holds |\n|---|---|---|---|`);
for (const b of baris) console.log(`| ${b.slice(0, 3).join(" | ")} | ${b[3] ? "yes" : "**no**"} |`);
const detik = (us) => (us / 1e6).toFixed(0);
console.log(`\nThe day took ${lama.toFixed(0)} s. CPU: servers ${server.map(([d]) => d.toFixed(0)).join(", ")} s (memory ${server.map(([, m]) => m.toFixed(0)).join(", ")} MB), clients ${detik(klien.user + klien.system)} s; the clients' own lag p99: officers ${(lambat.percentile(99) / 1e6).toFixed(0)}, boards ${papan.lambat.toFixed(0)}, phones ${telepon.lambat.toFixed(0)} ms.`);
console.log(`${os.cpus().length} × ${os.cpus()[0]?.model ?? "?"}, clients on the same machine`);
process.exit(baris.every((b) => b[3]) ? 0 : 1);
}
