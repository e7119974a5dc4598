// Answers and pages a second with 1, 2 and 4 nodes of Prima on one PostgreSQL. Prints a markdown table. Node 18 or newer, nothing else.
//   cargo run -p testkit -- pg sh -c 'node bench/node.mjs --database "$PRIMA_UJI_PG" [--biner …] [--beban …] [--detik 10] [--node 1,2,4]'
// All of it shares one machine: clients, nodes and database. So the processor time each side spends is told too: it is what
// can be projected to machines of their own. Bounded in time and number; every server is stopped at the end.

import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { bacaOpsi, henti, layani } from "./program.mjs";

const opsi = bacaOpsi({ biner: "target/release/prima", beban: "target/release/beban", detik: "10", sambungan: "128", node: "1,2,4", database: "" });
if (!opsi.database) (console.error("--database is missing: nodes share a PostgreSQL"), process.exit(2));
const folder = mkdtempSync(path.join(os.tmpdir(), "prima-node-"));
const satu = path.join(folder, "1");
const data = JSON.parse(execFileSync(opsi.biner, ["simulate", "--units", "20", "--skm-responses", "200", "--seed", "1", "--data", satu, "--database", opsi.database], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }));
const jalur = data.skm_token ? `/skm/${data.skm_token}` : `/f03/${data.f03_token}`;

function serve(n) {
  const milik = path.join(folder, String(n));
  mkdirSync(milik, { recursive: true, mode: 0o700 });
  // No shared folder: only the key is the same.
  if (n > 1) copyFileSync(path.join(satu, "instalasi.kunci"), path.join(milik, "instalasi.kunci"));
  const env = { PRIMA_PROKSI_TEPERCAYA: '["127.0.0.1/32"]', PRIMA_SAMBUNGAN_MAKS: "1200", PRIMA_LAJU: "false" };
  return layani(opsi.biner, ["--data", milik, "--database", opsi.database], { env });
}

/** Seconds of processor time of a process (Linux: hundredths in fields 14 and 15). */
const cpu = (pid) => { const f = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" "); return (Number(f[11]) + Number(f[12])) / 100; };
const postgres = () => readdirSync("/proc").filter((p) => /^\d+$/.test(p)).filter((p) => { try { return readFileSync(`/proc/${p}/comm`, "utf8").trim() === "postgres"; } catch { return false; } });
const cpuPg = () => postgres().reduce((j, p) => { try { return j + cpu(p); } catch { return j; } }, 0);

function beban(alamat, detik) {
  const anak = spawn(opsi.beban, [alamat + jalur, "--cara", "post", "--sambungan", opsi.kini, "--detik", detik], { stdio: ["ignore", "pipe", "inherit"] });
  let keluar = "";
  anak.stdout.on("data", (d) => (keluar += d));
  return new Promise((ya, tidak) => anak.once("exit", (k) => (k === 0 ? ya(JSON.parse(keluar)) : tidak(new Error(`beban: exit ${k}`)))));
}

const agen = new http.Agent({ keepAlive: true, maxSockets: 64 });
const ambil = (url) => new Promise((ya, tidak) => http.get(url, { agent: agen }, (r) => { r.resume(); r.on("end", () => ya(r.statusCode)); }).on("error", tidak));
async function halaman(node, detik) {
  const akhir = performance.now() + detik * 1000, waktu = [];
  let salah = 0;
  await Promise.all(Array.from({ length: 32 }, async (_, n) => {
    while (performance.now() < akhir) {
      const awal = performance.now();
      if ((await ambil(node[n % node.length].alamat + "/hasil").catch(() => 0)) !== 200) salah++;
      else waktu.push(performance.now() - awal);
    }
  }));
  waktu.sort((a, b) => a - b);
  return { per_detik: Math.round(waktu.length / detik), p99: waktu[Math.floor(waktu.length * 0.99)]?.toFixed(1) ?? "-", salah };
}

const baris = [];
let diterima = 0, periksa = "ok";
try {
  for (const banyak of opsi.node.split(",").map(Number)) {
    opsi.kini = String(Math.max(1, Math.round(Number(opsi.sambungan) / banyak)));
    const node = [];
    try {
      for (let n = 1; n <= banyak; n++) node.push(await serve(n));
      diterima += (await Promise.all(node.map((n) => beban(n.alamat, "2")))).reduce((j, r) => j + (r.status["303"] ?? 0), 0); // warm-up
      const [awal, awalPg] = [node.reduce((j, n) => j + cpu(n.anak.pid), 0), cpuPg()];
      const hasil = await Promise.all(node.map((n) => beban(n.alamat, opsi.detik)));
      const jawab = hasil.reduce((j, r) => j + (r.status["303"] ?? 0), 0);
      diterima += jawab;
      const ms = (detik) => ((detik * 1000) / jawab).toFixed(3);
      const milik = [ms(node.reduce((j, n) => j + cpu(n.anak.pid), 0) - awal), ms(cpuPg() - awalPg)];
      const h = await halaman(node, Number(opsi.detik));
      const lain = hasil.flatMap((r) => Object.entries(r.status)).filter(([s]) => s !== "303").reduce((j, [, n]) => j + n, 0);
      baris.push([banyak, `${Math.round(hasil.reduce((j, r) => j + r.per_detik, 0))}/s`, `${Math.max(...hasil.map((r) => r.p99_ms))} ms`, lain, `${milik[0]} ms`, `${milik[1]} ms`, `${h.per_detik}/s, p99 ${h.p99} ms, ${h.salah} failed`]);
    } finally {
      await Promise.all(node.map((n) => henti(n.anak)));
    }
  }
  try {
    execFileSync(opsi.biner, ["check", "--data", satu, "--database", opsi.database], { stdio: ["ignore", "ignore", "inherit"] });
  } catch (e) {
    periksa = `exit ${e.status}`;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log("| nodes | SKM answers | p99, worst node | other answers | processor time of the nodes an answer | of PostgreSQL | page /hasil |\n|---|---|---|---|---|---|---|");
for (const b of baris) console.log(`| ${b.join(" | ")} |`);
console.log(`\n${diterima} answers acknowledged in all; recount by \`prima check\`: ${periksa}. ${os.cpus().length} cores for clients, nodes and database together.`);
process.exit(periksa === "ok" ? 0 : 1);
