// Measures Prima on simulated data and prints one table. Node 18 or newer, nothing else.
//   node bench/ukur.mjs [--biner target/release/prima] [--unit 1000] [--jawaban 20000] [--permintaan 300]
//                       [--pengguna 8] [--database postgres://…] [--data FOLDER] [--hanya 'penyelenggara /periode$']
// Every loop is bounded; the server listens on loopback and is stopped at the end. --data keeps the data for a next run.

import { randomUUID } from "node:crypto";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, existsSync } from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { HALAMAN, DOKUMEN } from "./halaman.mjs";
import { bacaOpsi, henti, layani } from "./program.mjs";

const opsi = bacaOpsi({ biner: "target/release/prima", unit: "1000", jawaban: "20000", permintaan: "300", pengguna: "8", database: "", data: "", hanya: "" });
const PERMINTAAN = Number(opsi.permintaan);
const PENGGUNA = Number(opsi.pengguna);
const hanya = new RegExp(opsi.hanya);
const folder = opsi.data || mkdtempSync(path.join(os.tmpdir(), "prima-bench-"));
const tempat = ["--data", folder, ...(opsi.database ? ["--database", opsi.database] : [])];
const baris = [];
const catat = (apa, nilai, batas, ok) => baris.push([apa, nilai, batas, ok ? "ya" : "TIDAK"]);

const ringkasan = path.join(folder, "simulasi.json");
function isi() {
  if (existsSync(ringkasan)) return JSON.parse(readFileSync(ringkasan, "utf8"));
  console.error(`simulate: ${opsi.unit} units, ${opsi.jawaban} answers …`);
  const args = ["simulate", "--units", opsi.unit, "--skm-responses", opsi.jawaban, "--seed", "1", ...tempat];
  const teks = execFileSync(opsi.biner, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  writeFileSync(ringkasan, teks, { mode: 0o600 });
  return JSON.parse(teks);
}

/** Starts the server; resolves with its base address and the milliseconds until /sehat answered. */
async function mulai() {
  const awal = performance.now();
  const { anak, alamat } = await layani(opsi.biner, tempat, { env: { PRIMA_LAJU: "false" } });
  for (let n = 0; n < 1000; n++) {
    const r = await minta(alamat + "/sehat").catch(() => null);
    if (r?.status === 200) return { anak, alamat, ms: performance.now() - awal };
    await new Promise((r) => setTimeout(r, 5));
  }
  throw new Error("/sehat never answered");
}

const agen = new http.Agent({ keepAlive: true, maxSockets: 64 });
function minta(url, { metode = "GET", kuki = "", isi = null } = {}) {
  return new Promise((ya, tidak) => {
    const headers = { "Accept-Language": "id", "Sec-Fetch-Site": "same-origin" };
    if (kuki) headers.Cookie = kuki;
    if (isi !== null) headers["Content-Type"] = "application/x-www-form-urlencoded";
    const awal = performance.now();
    const r = http.request(url, { method: metode, headers, agent: agen, timeout: 60_000 }, (res) => {
      let byte = 0;
      res.on("data", (d) => (byte += d.length));
      res.on("end", () => ya({ status: res.statusCode, headers: res.headers, byte, ms: performance.now() - awal }));
    });
    r.on("timeout", () => r.destroy(new Error("timeout")));
    r.on("error", tidak);
    r.end(isi ?? undefined);
  });
}

async function masuk(alamat, surel, sandi) {
  const r = await minta(alamat + "/masuk", { metode: "POST", isi: new URLSearchParams({ surel, sandi }).toString() });
  const kuki = (r.headers["set-cookie"] ?? []).map((k) => k.split(";")[0]).join("; ");
  if (r.status !== 303 || !kuki) throw new Error(`${surel}: sign-in answered ${r.status}`);
  return kuki;
}

const persen = (v, p) => v[Math.min(v.length - 1, Math.ceil((v.length * p) / 100) - 1)];

/** `PENGGUNA` users ask for one page, `PERMINTAAN` times in all. */
async function ukur(url, kuki) {
  for (let n = 0; n < 8; n++) await minta(url, { kuki });
  const waktu = [];
  const status = new Set();
  let sisa = PERMINTAAN;
  let byte = 0;
  const pengguna = async () => {
    while (sisa-- > 0) {
      const r = await minta(url, { kuki });
      waktu.push(r.ms);
      status.add(r.status);
      byte = r.byte;
    }
  };
  await Promise.all(Array.from({ length: PENGGUNA }, pengguna));
  waktu.sort((a, b) => a - b);
  return { p50: persen(waktu, 50), p99: persen(waktu, 99), status: [...status].join(","), byte };
}

/** Memory in MB: the peak of the server itself and of its child processes (the print worker), and what of the server is pages of files (the program) now. */
function memori(pid) {
  const baca = (p, apa = "VmHWM") => Number(readFileSync(`/proc/${p}/status`, "utf8").match(new RegExp(`${apa}:\\s+(\\d+)`))?.[1] ?? 0) / 1024;
  const anak = readdirSync("/proc").filter((p) => {
    try {
      return /^\d+$/.test(p) && Number(readFileSync(`/proc/${p}/stat`, "utf8").split(") ")[1].split(" ")[1]) === pid;
    } catch {
      return false;
    }
  });
  return { induk: baca(pid), berkas: baca(pid, "RssFile"), anak: anak.reduce((n, p) => n + baca(p), 0) };
}

const data = isi();
const sebut = (j) => j.replace("{lokus}", data.lokus_example).replace("{token}", data.f03_token).replace("{periode}", data.periods.at(-1)).replace("{kode_periode}", data.period_code).replace("{kode_lokus}", data.lokus_code);

const mulaiMs = [];
for (let n = 0; n < 5; n++) {
  const s = await mulai();
  mulaiMs.push(s.ms);
  await henti(s.anak);
}
catat("cold start, slowest of 5", `${Math.max(...mulaiMs).toFixed(0)} ms`, "< 1000 ms", Math.max(...mulaiMs) < 1000);

const { anak, alamat } = await mulai();
try {
  const kuki = { publik: "" };
  for (const [peran, surel] of Object.entries(data.accounts)) kuki[peran] = await masuk(alamat, surel, data.password);
  for (const { peran, jalur } of HALAMAN) {
    for (const j of jalur.filter((j) => hanya.test(`${peran} ${j}`))) {
      const u = await ukur(alamat + sebut(j), kuki[peran]);
      const ok = u.status === "200" && u.p99 < 100;
      catat(`${peran} ${j}`, `p50 ${u.p50.toFixed(1)}  p99 ${u.p99.toFixed(1)} ms  ${(u.byte / 1024).toFixed(0)} kB  [${u.status}]`, "p99 < 100 ms", ok);
    }
  }
  const m = memori(anak.pid);
  catat("peak memory of the server, pages", `${m.induk.toFixed(0)} MB, of it ${m.berkas.toFixed(0)} MB of the program file`, "< 150 MB", m.induk < 150);
  for (const { peran, jalur, kirim } of DOKUMEN.filter((d) => hanya.test(`${d.peran} ${d.jalur}`))) {
    const waktu = [];
    let status = 0;
    for (let n = 0; n < 5; n++) {
      const isi = kirim ? new URLSearchParams({ op: randomUUID(), ...kirim }).toString() : null;
      const r = await minta(alamat + sebut(jalur), { kuki: kuki[peran], isi, metode: kirim ? "POST" : "GET" });
      waktu.push(r.ms);
      status = r.status;
    }
    const terlama = Math.max(...waktu);
    catat(`document ${jalur}`, `slowest of 5 ${terlama.toFixed(0)} ms  [${status}]`, "< 1000 ms", (status === 200 || status === 303) && terlama < 1000);
  }
  const d = memori(anak.pid);
  catat("peak memory, server and print worker", `${(d.induk + d.anak).toFixed(0)} MB`, "< 400 MB", d.induk + d.anak < 400);
} finally {
  await henti(anak);
  agen.destroy();
}
const hitung = path.join(path.dirname(opsi.biner), "examples", "hitung_periode");
if (existsSync(hitung)) {
  const r = JSON.parse(execFileSync(hitung, [folder, data.periods.at(-1), ...(opsi.database ? [opsi.database] : [])], { encoding: "utf8" }));
  catat(`recompute of ${r.lokus} results`, `slowest of ${r.kali} ${r.terlama_ms} ms`, "< 1000 ms", r.terlama_ms < 1000 && r.lokus > 0);
} else {
  catat("recompute of a period", "not built: cargo build --release -p store --example hitung_periode", "< 1000 ms", false);
}
if (!opsi.data) rmSync(folder, { recursive: true, force: true });

const lebar = [0, 1, 2].map((k) => Math.max(...baris.map((b) => b[k].length)));
for (const b of baris) console.log(b.map((s, k) => s.padEnd(lebar[k] ?? 0)).join("  "));
const gagal = baris.filter((b) => b[3] !== "ya").length;
console.log(`${baris.length} figures, ${gagal} outside their bound; ${os.cpus().length} × ${os.cpus()[0]?.model ?? "?"}, ${opsi.database ? "PostgreSQL" : "SQLite"}`);
process.exit(gagal > 0 ? 1 : 0);
