// Measures the public surveys and prints a markdown table. Node 18 or newer, nothing else.
//   node bench/survei.mjs [--biner target/release/prima] [--beban target/release/beban] [--detik 10] [--database postgres://…]
// Fills a temporary folder with `prima simulate`, serves it on a free loopback port with protection on (stamps, limits by
// source; sources vary by X-Forwarded-For, which the server believes from 127.0.0.1), and lets `beban` answer. Afterwards
// `prima check` recounts everything that was stored. Bounded in time and number; the server is stopped at the end.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { bacaOpsi, henti, layani } from "./program.mjs";

const opsi = bacaOpsi({ biner: "target/release/prima", beban: "target/release/beban", detik: "10", database: "", jalur: "" });

const pg = opsi.database !== "";
const folder = mkdtempSync(path.join(os.tmpdir(), "prima-survei-"));
const tempat = ["--data", folder, ...(pg ? ["--database", opsi.database] : [])];
const jalankan = (...args) => execFileSync(opsi.biner, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

const baris = [];
const catat = (...kolom) => baris.push(kolom);
const data = JSON.parse(jalankan("simulate", "--units", "3", "--skm-responses", "60", "--seed", "1", ...tempat));
const jalur = opsi.jalur || (data.skm_token ? `/skm/${data.skm_token}` : `/f03/${data.f03_token}`);
const env = { PRIMA_PROKSI_TEPERCAYA: '["127.0.0.1/32"]', PRIMA_SAMBUNGAN_MAKS: "1200" };
const { anak, alamat } = await layani(opsi.biner, tempat, { env });
const beban = (...args) =>
  JSON.parse(execFileSync(opsi.beban, [alamat + jalur, "--pid", String(anak.pid), ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }));
let diterima = 0;
try {
  beban("--cara", "post", "--sambungan", "64", "--detik", "2"); // warm-up
  const goal = pg ? 15000 : 25000;
  for (const sambungan of [64, 256]) {
    const r = beban("--cara", "post", "--sambungan", String(sambungan), "--detik", opsi.detik);
    diterima += r.status["303"] ?? 0;
    catat(`POST, ${sambungan} connections`, `${r.per_detik}/s`, `${r.p50_ms} / ${r.p99_ms} / ${r.maks_ms} ms`, JSON.stringify(r.status), `${goal}/s, p99 < 25 ms`, r.per_detik >= goal && r.p99_ms < 25);
  }
  const k = beban("--cara", "kunjungan", "--sambungan", "64", "--detik", opsi.detik);
  catat("whole visit (page + POST), 64 connections", `${k.per_detik}/s`, `${k.p50_ms} / ${k.p99_ms} / ${k.maks_ms} ms`, JSON.stringify(k.status), "12000/s", k.per_detik >= 12000);
  catat("form page, compressed", `${k.halaman_byte} bytes`, "", "", "< 30 kB with style and script", k.halaman_byte < 30 * 1024);
  const p = beban("--cara", "putus", "--sambungan", "1000");
  catat("1,000 clients hang up in mid-request", `${p.soket_sebelum} sockets before, ${p.soket_sesudah} after`, "", `next answer ${p.jawaban_sesudah}`, "none left", p.soket_sesudah <= p.soket_sebelum && p.jawaban_sesudah === 303);
  catat("memory of the server, peak", `${p.hwm_mb} MB`, "", "", "< 150 MB", p.hwm_mb < 150);
} finally {
  await henti(anak);
}
let periksa = "ok";
try {
  jalankan("check", ...tempat);
} catch (e) {
  periksa = `exit ${e.status}`;
}
catat("recount of all answers (`prima check`)", periksa, "", `${diterima} acknowledged at the rates above`, "no difference", periksa === "ok");
rmSync(folder, { recursive: true, force: true });

console.log(`| ${pg ? "PostgreSQL" : "SQLite"} | measured | p50 / p99 / max | answers | goal | holds |\n|---|---|---|---|---|---|`);
for (const b of baris) console.log(`| ${b.slice(0, 5).join(" | ")} | ${b[5] ? "yes" : "**no**"} |`);
console.log(`\n${os.cpus().length} × ${os.cpus()[0]?.model ?? "?"}, load generator on the same machine`);
process.exit(baris.every((b) => b[5]) ? 0 : 1);
