// The whole job of many certificates, as the organiser of a period waits for it: `prima simulate`, an award that every unit receives, one
// decision, the order, and the seconds until the ZIP can be fetched. Printing alone is `dokumen --example piagam`.
//   node bench/piagam.mjs [--bin target/release/prima] [--penerima 1000] [--batas 600]
// Bounded; the server is stopped at the end. Exits 1 when the ZIP holds another number of certificates, or at 1,000 later than 60 s.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { bacaOpsi, henti, layani } from "./program.mjs";
import { masuk, minta, puncak, tutup } from "./tahun/lari.mjs";

const opsi = bacaOpsi({ bin: "target/release/prima", penerima: "1000", batas: "600" });
const GOAL = 60;
const folder = mkdtempSync(path.join(os.tmpdir(), "prima-piagam-"));
const tunggu = (ms) => new Promise((ya) => setTimeout(ya, ms));
const bentuk = (pasangan) => new URLSearchParams(pasangan).toString();

/** Peak resident memory of the largest child of a process, in MB. */
function puncakAnak(pid) {
  try {
    const anak = readdirSync(`/proc/${pid}/task`).flatMap((t) => readFileSync(`/proc/${pid}/task/${t}/children`, "utf8").trim().split(" "));
    return Math.max(0, ...anak.filter(Boolean).map(puncak));
  } catch {
    return 0;
  }
}

/** A form sent by hand must end in a way on; anything else names what the page said. */
async function kirim(url, kuki, pasangan) {
  const r = await minta(url, kuki, { isi: bentuk(pasangan), teks: true, batas: 120_000 });
  if (r.status === 303) return;
  const salah = r.teks.match(/class="ringkasan-salah[\s\S]{0,600}/)?.[0].replace(/<[^>]+>/g, " ") ?? "";
  throw new Error(`${url} answered ${r.status} ${salah}`);
}

const medan = (html, nama) => html.match(new RegExp(`name="${nama}"[^>]*value="([^"]*)"`))?.[1] ?? "";

let server, baik = false;
try {
  const args = ["simulate", "--units", opsi.penerima, "--skm-responses", "0", "--seed", "1", "--data", folder];
  const data = JSON.parse(execFileSync(opsi.bin, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1 << 26 }));
  server = await layani(opsi.bin, ["--data", folder], { batas: 60, env: { PRIMA_LAJU: "false" } });
  const kuki = await masuk(server.alamat, data.accounts.penyelenggara, data.password);
  const lihat = async (url) => (await minta(url, kuki, { teks: true, batas: 120_000 })).teks;
  const periode = `${server.alamat}/periode/${data.periods.at(-1)}`;

  const baru = await lihat(`${periode}/penghargaan/baru`);
  await kirim(`${periode}/penghargaan/baru`, kuki, [
    ["op", medan(baru, "op")], ["nama", "Piagam Pelayanan (ILUSTRASI)"], ["bentuk", "piagam"], ["sasaran", "unit"], ["kategori_layanan", medan(baru, "kategori_layanan") || "-"],
    ["jenis_instansi", "-"], ["kategori_min", "-"], ["peringkat_maks", opsi.penerima], ["sumber", "Pengukuran (ILUSTRASI)"], ["kepastian", "rendah"],
  ]);
  const daftar = await lihat(`${periode}/penghargaan`);
  const satu = daftar.match(/\/penghargaan\/([0-9a-f-]{36})"/)[1];
  const calon = await lihat(`${periode}/penghargaan/${satu}`);
  const beri = [...calon.matchAll(/name="beri" value="([^"]+)"/g)].map((m) => ["beri", m[1]]);
  const awalPutus = performance.now();
  await kirim(`${periode}/penghargaan/${satu}/putusan`, kuki, [
    ["op", medan(calon, "op")], ["dilihat", medan(calon, "dilihat")], ...beri, ["nomor", "1/ILUSTRASI"], ["tanggal", "2026-11-01"], ["tempat", "Jakarta"],
    ["jabatan", "Pejabat (ILUSTRASI)"], ["nama", "Nama (ILUSTRASI)"], ["alasan", "Pengukuran (ILUSTRASI)"],
  ]);
  const putus = (performance.now() - awalPutus) / 1000;

  const awal = performance.now();
  await kirim(`${periode}/penghargaan/piagam`, kuki, [["pilih", "semua"]]);
  let zip = null, pekerja = 0;
  while (!zip && performance.now() - awal < Number(opsi.batas) * 1000) {
    await tunggu(250);
    pekerja = Math.max(pekerja, puncakAnak(server.anak.pid));
    zip = (await lihat(`${periode}/penghargaan/piagam`)).match(/href="([^"]*\/penghargaan\/piagam\/[0-9a-f-]{36})"/)?.[1] ?? null;
  }
  const detik = (performance.now() - awal) / 1000;
  if (!zip) throw new Error(`no file after ${detik.toFixed(0)} s`);
  const isi = Buffer.from(await (await fetch(server.alamat + zip, { headers: { Cookie: kuki } })).arrayBuffer());
  // The end of the central directory says how many files there are; PDFs are stored as they are.
  const akhir = isi.lastIndexOf("PK\x05\x06", undefined, "latin1");
  const berkas = isi.readUInt16LE(akhir + 10);
  const pdf = isi.toString("latin1").split("%PDF-1.").length - 1;
  baik = pdf === beri.length && pdf === Number(opsi.penerima) && (pdf < 1000 || detik < GOAL * Math.ceil(pdf / 1000));
  console.log("| figure | value |\n|---|---|");
  console.log(`| candidates offered, decided in | ${beri.length}, ${putus.toFixed(2)} s |`);
  console.log(`| order to finished ZIP | ${detik.toFixed(1)} s (goal ${GOAL} s for 1,000) |`);
  console.log(`| certificates in the ZIP; its files; size | ${pdf}; ${berkas}; ${(isi.length / 1e6).toFixed(1)} MB |`);
  console.log(`| peak memory of the server; of the largest worker | ${puncak(server.anak.pid).toFixed(0)} MB; ${pekerja.toFixed(0)} MB |`);
  console.log(`\n${os.cpus().length} × ${os.cpus()[0]?.model ?? "?"}, load average ${os.loadavg()[0].toFixed(1)}`);
} finally {
  tutup();
  if (server) await henti(server.anak);
  rmSync(folder, { recursive: true, force: true });
}
process.exit(baik ? 0 : 1);
