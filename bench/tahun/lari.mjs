// Runs the program and measures from outside: time, peak memory, disk; requests over HTTP. Nothing here knows a page.

import { spawn, execFileSync } from "node:child_process";
import { readFileSync, readdirSync, statSync } from "node:fs";
import http from "node:http";
import path from "node:path";

/** Runs a command to its end; resolves with its output, seconds, and peak memory in MB. Fails when it fails or takes longer than `batas` s. */
export function jalankan(bin, args, { masukan = "", batas = 7200 } = {}) {
  return new Promise((ya, tidak) => {
    const awal = performance.now();
    const anak = spawn(bin, args, { stdio: ["pipe", "pipe", "pipe"] });
    let keluar = "", galat = "", mb = 0;
    const lihat = setInterval(() => (mb = Math.max(mb, puncak(anak.pid))), 50);
    const habis = setTimeout(() => anak.kill("SIGKILL"), batas * 1000);
    anak.stdout.on("data", (d) => (keluar += d));
    anak.stderr.on("data", (d) => (galat = (galat + d).slice(-4000)));
    anak.once("error", tidak);
    anak.once("close", (kode) => {
      clearInterval(lihat);
      clearTimeout(habis);
      if (kode === 0) ya({ keluar, detik: (performance.now() - awal) / 1000, mb });
      else tidak(new Error(`${args[0]} ended with ${kode}\n${galat}`));
    });
    anak.stdin.on("error", () => {});
    anak.stdin.end(masukan);
  });
}

/** Peak resident memory in MB; 0 when the process is gone. */
export function puncak(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/status`, "utf8").match(/VmHWM:\s+(\d+)/)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Bytes of a folder or file. */
export function besar(tempat) {
  const s = statSync(tempat);
  if (!s.isDirectory()) return s.size;
  return readdirSync(tempat).reduce((n, b) => n + besar(path.join(tempat, b)), 0);
}

/** Bytes of a PostgreSQL database, by `psql`. */
export function besarPg(url) {
  const psql = ["psql", "/usr/lib/postgresql/15/bin/psql"].find((p) => {
    try {
      return execFileSync(p, ["--version"], { stdio: "ignore" }) || true;
    } catch {
      return false;
    }
  });
  return psql ? Number(execFileSync(psql, [url, "-Atc", "SELECT pg_database_size(current_database())"], { encoding: "utf8" })) : null;
}

const agen = new http.Agent({ keepAlive: true, maxSockets: 32 });
export const tutup = () => agen.destroy();

/** One request to its last byte; a stream of events is left after its head. Never fails: status 0 is no answer. */
export function minta(url, kuki, { isi = null, teks = false, batas = 60_000 } = {}) {
  return new Promise((ya) => {
    const headers = { "Accept-Language": "id", "Sec-Fetch-Site": "same-origin" };
    if (kuki) headers.Cookie = kuki;
    if (isi !== null) headers["Content-Type"] = "application/x-www-form-urlencoded";
    const awal = performance.now();
    const ms = () => performance.now() - awal;
    const r = http.request(url, { method: isi === null ? "GET" : "POST", headers, agent: agen, timeout: batas }, (res) => {
      const jawab = { status: res.statusCode, tipe: res.headers["content-type"] ?? "", kuki: res.headers["set-cookie"] ?? [] };
      if (jawab.tipe.startsWith("text/event-stream")) return (res.destroy(), ya({ ...jawab, byte: 0, teks: "", ms: ms() }));
      let byte = 0;
      const potong = [];
      res.on("data", (d) => ((byte += d.length), teks && byte < 8e6 && potong.push(d)));
      res.on("end", () => ya({ ...jawab, byte, teks: teks ? Buffer.concat(potong).toString("utf8") : "", ms: ms() }));
      res.on("error", () => ya({ ...jawab, status: 0, byte, teks: "", ms: ms() }));
    });
    r.on("timeout", () => r.destroy(new Error("timeout")));
    r.on("error", () => ya({ status: 0, tipe: "", kuki: [], byte: 0, teks: "", ms: ms() }));
    r.end(isi ?? undefined);
  });
}

export async function masuk(alamat, surel, sandi) {
  const r = await minta(alamat + "/masuk", "", { isi: new URLSearchParams({ surel, sandi }).toString() });
  const kuki = r.kuki.map((k) => k.split(";")[0]).join("; ");
  if (r.status !== 303 || !kuki) throw new Error(`${surel}: sign-in answered ${r.status}`);
  return kuki;
}

const persen = (v, p) => v[Math.min(v.length - 1, Math.ceil((v.length * p) / 100) - 1)];

/** `pengguna` people ask for one page, `kali` times in all or until `detik` are over; the first request is told apart. */
export async function ukur(url, kuki, { kali, pengguna, detik }) {
  const pertama = await minta(url, kuki);
  const waktu = [], status = new Set([pertama.status]);
  const akhir = performance.now() + detik * 1000;
  let sisa = kali;
  const orang = async () => {
    // At least five in all, however slow.
    while (sisa-- > 0 && (performance.now() < akhir || waktu.length < 5)) {
      const r = await minta(url, kuki);
      waktu.push(r.ms);
      status.add(r.status);
    }
  };
  await Promise.all(Array.from({ length: pengguna }, orang));
  waktu.sort((a, b) => a - b);
  return { pertama: pertama.ms, p50: persen(waktu, 50), p99: persen(waktu, 99), n: waktu.length, byte: pertama.byte, status: [...status].join(",") };
}
