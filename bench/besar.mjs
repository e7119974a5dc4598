// Times what grows with the number of answers: one unit with a million of them, a kabupaten of a thousand units, and a mall with a year of
// visits.
//   node bench/besar.mjs [--bin target/release/prima] [--jawaban 1000000] [--unduh 100000] [--unit 1000] [--kunjungan 60000] [--kali 7] [--hanya mal]
// Fills temporary folders with `prima simulate`, serves each on a free loopback port and asks over HTTP as an officer does.
// The result page goes by counters, the files by every answer. Bounded; the server is stopped at the end.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { bacaOpsi, henti, layani } from "./program.mjs";

const opsi = bacaOpsi({ bin: "target/release/prima", jawaban: "1000000", unduh: "100000", unit: "1000", kunjungan: "60000", kali: "7", hanya: "" });

const baris = [];

/** Fills a folder, serves it, hands both to `ukur`, and cleans up whatever happens. */
async function bagian(nama, { unit, jawaban = 0, tiket = 0 }, ukur) {
  if (!nama.includes(opsi.hanya)) return;
  const folder = mkdtempSync(path.join(os.tmpdir(), "prima-besar-"));
  let anak;
  try {
    const awal = performance.now();
    const args = ["simulate", "--units", String(unit), "--skm-responses", String(jawaban), "--f03-responses", "0", "--tickets", String(tiket), "--seed", "1", "--data", folder];
    const data = JSON.parse(execFileSync(opsi.bin, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1 << 26 }));
    console.error(`simulate: ${unit} units, ${jawaban} answers, ${tiket} tickets in ${((performance.now() - awal) / 1000).toFixed(1)} s`);
    let alamat;
    ({ anak, alamat } = await layani(opsi.bin, ["--data", folder], { batas: 60, env: { PRIMA_LAJU: "false" } }));
    const kuki = {};
    for (const [peran, surel] of Object.entries(data.accounts)) kuki[peran] = await masuk(alamat, surel, data.password);
    await ukur({ alamat, data, kuki, memori: () => puncak(anak.pid) });
  } finally {
    if (anak) await henti(anak);
    rmSync(folder, { recursive: true, force: true });
  }
}

const agen = new http.Agent({ keepAlive: true });

/** One request to its last byte; `baris` counts the lines of a text. */
function minta(url, { kuki = "", isi = null } = {}) {
  return new Promise((ya, tidak) => {
    const headers = { "Accept-Language": "id", "Sec-Fetch-Site": "same-origin" };
    if (kuki) headers.Cookie = kuki;
    if (isi !== null) headers["Content-Type"] = "application/x-www-form-urlencoded";
    const awal = performance.now();
    const r = http.request(url, { method: isi === null ? "GET" : "POST", headers, agent: agen, timeout: 300_000 }, (res) => {
      let byte = 0, garis = 0, pertama = 0;
      res.on("data", (d) => {
        pertama ||= performance.now() - awal;
        byte += d.length;
        for (const b of d) garis += b === 10;
      });
      res.on("end", () => ya({ status: res.statusCode, headers: res.headers, byte, baris: garis, pertama, ms: performance.now() - awal }));
    });
    r.on("timeout", () => r.destroy(new Error(`no answer in time: ${url}`)));
    r.on("error", tidak);
    r.end(isi ?? undefined);
  });
}

async function masuk(alamat, surel, sandi) {
  const r = await minta(alamat + "/masuk", { isi: new URLSearchParams({ surel, sandi }).toString() });
  const kuki = (r.headers["set-cookie"] ?? []).map((k) => k.split(";")[0]).join("; ");
  if (r.status !== 303 || !kuki) throw new Error(`${surel}: sign-in answered ${r.status}`);
  return kuki;
}

/** Peak resident memory of the server in MB. */
const puncak = (pid) => Number(readFileSync(`/proc/${pid}/status`, "utf8").match(/VmHWM:\s+(\d+)/)?.[1] ?? 0) / 1024;

/** Asks `kali` times, one after the other; the first is told apart, since it warms caches. */
async function catat(apa, url, kuki, tujuan, { kali = Number(opsi.kali), memori, periksa = () => true } = {}) {
  const semua = [];
  for (let n = 0; n < kali; n++) semua.push(await minta(url, { kuki }));
  const urut = semua.map((r) => r.ms).sort((a, b) => a - b);
  const tengah = urut[Math.floor(urut.length / 2)], terlama = urut.at(-1), akhir = semua.at(-1);
  const sah = semua.every((r) => r.status === 200 && periksa(r));
  const rincian = `${(akhir.byte / 1024).toFixed(0)} kB${memori ? `, server peak ${memori().toFixed(0)} MB` : ""}${sah ? "" : `, answered ${akhir.status} / ${akhir.baris} lines`}`;
  baris.push([apa, semua[0].ms, tengah, terlama, tujuan, rincian, sah && terlama < tujuan]);
}

const angka = (n) => Number(n).toLocaleString("en");

await bagian("ronde", { unit: 1, jawaban: opsi.jawaban }, async ({ alamat, data, kuki, memori }) => {
  const ronde = `${alamat}/survei/${data.skm_round}`;
  const k = kuki.penyelenggara;
  await catat(`result page, ${angka(opsi.jawaban)} answers`, `${ronde}/hasil`, k, 20, { memori });
  await catat(`breakdown by two fields, ${angka(opsi.jawaban)} answers`, `${ronde}/silang?a=usia&b=pekerjaan`, k, 300, { memori });
  await catat(`overview of the round`, ronde, k, 20, { memori });
});
await bagian("unduh", { unit: 1, jawaban: opsi.unduh }, async ({ alamat, data, kuki, memori }) => {
  const ronde = `${alamat}/survei/${data.skm_round}/unduh/jawaban`;
  const k = kuki["unit-operator"] ?? kuki.penyelenggara;
  const utuh = (r) => r.baris > Number(opsi.unduh);
  await catat(`CSV of ${angka(opsi.unduh)} answers`, `${ronde}.csv`, k, 500, { kali: 3, memori, periksa: utuh });
  await catat(`XLSX of ${angka(opsi.unduh)} answers`, `${ronde}.xlsx`, k, 3000, { kali: 3, memori });
});
await bagian("rekap", { unit: opsi.unit, jawaban: Number(opsi.unit) * 20 }, async ({ alamat, kuki, memori }) => {
  const k = kuki.penyelenggara;
  await catat(`recap of ${angka(opsi.unit)} units`, `${alamat}/survei/rekap?tahun=0`, k, 500, { memori });
  await catat(`recap as XLSX`, `${alamat}/survei/rekap/unduh/rekap.xlsx?tahun=0`, k, 3000, { kali: 3, memori });
});
await bagian("mal", { unit: 1, tiket: opsi.kunjungan }, async ({ alamat, kuki, memori }) => {
  const setahun = "dari=2025-01-01&sampai=2025-12-31";
  const daftar = await (await fetch(`${alamat}/mpp`, { headers: { Cookie: kuki["mpp-kepala"] } })).text();
  const mpp = daftar.match(/\/mpp\/([0-9a-f-]{36})/)[1];
  const k = kuki["mpp-kepala"];
  await catat(`year of a mall, ${angka(opsi.kunjungan)} numbers: report for its head`, `${alamat}/mpp/${mpp}/laporan?${setahun}`, k, 1000, { memori });
  await catat(`the same for anyone`, `${alamat}/mal/simulasi-1/kinerja?${setahun}`, "", 1000, { memori });
  await catat(`the same as XLSX`, `${alamat}/mpp/${mpp}/laporan/kinerja.xlsx?${setahun}`, k, 1000, { kali: 3, memori });
  await catat(`the same as PDF`, `${alamat}/mpp/${mpp}/laporan/kinerja.pdf?${setahun}`, k, 3000, { kali: 3, memori });
});
agen.destroy();

const ms = (n) => (n < 1000 ? `${n.toFixed(0)} ms` : `${(n / 1000).toFixed(2)} s`);
console.log("| SQLite | first | median | slowest | goal | size | holds |\n|---|---|---|---|---|---|---|");
for (const [apa, pertama, tengah, terlama, tujuan, rincian, sah] of baris) {
  console.log(`| ${apa} | ${ms(pertama)} | ${ms(tengah)} | ${ms(terlama)} | < ${ms(tujuan)} | ${rincian} | ${sah ? "yes" : "**no**"} |`);
}
console.log(`\n${os.cpus().length} × ${os.cpus()[0]?.model ?? "?"}, client on the same machine`);
process.exit(baris.every((b) => b.at(-1)) ? 0 : 1);
