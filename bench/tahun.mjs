// A year of the nation, or a part of it: 100,000 units, 40,000,000 SKM answers and 16,000,000 tickets, divided by --bagian.
//   node bench/tahun.mjs --bagian 100 --hasil tahun-100.json     # minutes
//   node bench/tahun.mjs --bagian 30 --hasil tahun-30.json
//   node bench/tahun.mjs --bagian 10 --hasil tahun-10.json
//   node bench/tahun.mjs --proyeksi tahun-100.json,tahun-30.json,tahun-10.json
// Fills a folder, serves it, finds a page for every line of the route table as every role, measures each, then backs up, restores and
// checks. --data FOLDER keeps the data for a next run; --database URL (with --pulih URL of an empty one) measures on PostgreSQL.
// Every loop is bounded; exits 1 when a page is outside its goal.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { jelajahi, rute } from "./tahun/jelajah.mjs";
import { bacaOpsi, henti, layani } from "./program.mjs";
import { besar, besarPg, jalankan, masuk, minta, puncak, tutup, ukur } from "./tahun/lari.mjs";
import { GOAL, cetak, proyeksi } from "./tahun/tabel.mjs";

const opsi = bacaOpsi({ bagian: "100", bin: "target/release/prima", data: "", database: "", pulih: "", hasil: "", hanya: "", proyeksi: "", kali: "100", detik: "3", pengguna: "2", cadangan: "ya" });
if (opsi.proyeksi) {
  proyeksi(opsi.proyeksi.split(","));
  process.exit(0);
}

const BANGSA = { unit: 100_000, jawaban: 40_000_000, tiket: 16_000_000 };
const bagi = (n) => Math.round(n / Number(opsi.bagian));
const [unit, jawaban, tiket] = [bagi(BANGSA.unit), bagi(BANGSA.jawaban), bagi(BANGSA.tiket)];
const folder = opsi.data || mkdtempSync(path.join(os.tmpdir(), "prima-tahun-"));
const isi = path.join(folder, "isi");
const tempat = ["--data", isi, ...(opsi.database ? ["--database", opsi.database] : [])];
const tahap = {};
const beban = [os.loadavg()[0]];
const kata = (s) => console.error(`${new Date().toISOString().slice(11, 19)} ${s}`);

/** What `prima simulate` said, with the roles that it has no account for. */
async function siapkan() {
  const catatan = path.join(folder, "simulasi.json");
  if (existsSync(catatan)) return JSON.parse(readFileSync(catatan, "utf8"));
  kata(`simulate: ${unit} units, ${jawaban} answers, ${tiket} tickets`);
  const r = await jalankan(opsi.bin, ["simulate", "--units", unit, "--skm-responses", jawaban, "--tickets", tiket, "--nasional", "--seed", "1", ...tempat].map(String));
  tahap.isi = { detik: r.detik, mb: r.mb };
  const data = JSON.parse(r.keluar);
  for (const [peran, ...lingkup] of [
    ["pembina", "--instansi", "sim-11.01"], ["auditor", "--instansi", "sim-kementerian-1"], ["penghubung", "--instansi", "sim-11.01"],
    ["mpp-depan", "--unit", "sim-mpp-1"], ["kasir", "--unit", "sim-mpp-1"],
  ]) {
    const surel = `${peran}.tahun@simulasi.invalid`;
    await jalankan(opsi.bin, ["user", "add", surel, "--nama", `${peran} (ILUSTRASI)`, ...tempat], { masukan: data.password + "\n" });
    await jalankan(opsi.bin, ["user", "role", "add", surel, peran, ...lingkup, ...tempat]);
    data.accounts[peran] = surel;
  }
  data.tahap_isi = tahap.isi;
  writeFileSync(catatan, JSON.stringify(data), { mode: 0o600 });
  return data;
}

/** Pages and files of all roles, found and measured. */
async function jalani({ alamat, anak }, data) {
  const semua = rute().filter((r) => new RegExp(opsi.hanya).test(r.jalur));
  const awal = [
    `/lokus/${data.lokus_example}`, `/periode/${data.periods.at(-1)}`, `/f03/${data.f03_token}`, `/skm/${data.skm_token}`,
    `/survei/${data.skm_round}`, `/hasil/${data.period_code}`, `/hasil/${data.period_code}/${data.lokus_code}`, "/mal/simulasi-1",
    `/peringkat-nasional?cari=simulasi`, `/peringkat-nasional?hal=50`, `/cari?q=simulasi`, `/admin/pengguna?cari=operator`,
    `/periode/${data.periods.at(-1)}?cari=rsud`, `/periode/${data.periods.at(-1)}?hal=20`,
  ];
  const halaman = [], berkas = [], ada = new Set();
  const peran = { publik: null, ...data.accounts };
  for (const [siapa, surel] of Object.entries(peran)) {
    const kuki = surel ? await masuk(alamat, surel, data.password) : "";
    const dapat = await jelajahi(semua, { alamat, kuki, awal, minta: (url, k) => minta(url, k, { teks: true }) });
    for (const [baris] of dapat) ada.add(baris.replace(/\?$/, ""));
    const [lambat, biasa] = [[], []];
    for (const [baris, d] of dapat) (/^text\/html|json/.test(d.tipe) ? biasa : lambat).push([baris, d]);
    kata(`${siapa}: ${biasa.length} pages, ${lambat.length} files`);
    for (const [baris, d] of biasa) {
      const u = await ukur(alamat + d.jalur, kuki, { kali: Number(opsi.kali), pengguna: Number(opsi.pengguna), detik: Number(opsi.detik) });
      halaman.push({ peran: siapa, baris, jalur: d.jalur, ...u });
    }
    for (const [baris, d] of lambat.filter(([, d]) => !d.tipe.startsWith("text/event-stream"))) berkas.push({ peran: siapa, baris, jalur: d.jalur, kuki });
  }
  const memori = puncak(anak.pid);
  for (const b of berkas) {
    const r = await minta(alamat + b.jalur, b.kuki, { batas: 120_000 });
    delete b.kuki;
    Object.assign(b, { ms: r.ms, byte: r.byte, status: r.status });
  }
  const tak_tercapai = semua.map((r) => r.jalur).filter((j) => !ada.has(j));
  return { halaman, berkas, memori, memori_berkas: puncak(anak.pid), tercapai: ada.size, tak_tercapai };
}

/** Backup of the filled place, restore into an empty one, check there. */
async function pulihkan() {
  const arsip = path.join(folder, "cadangan.prima"), baru = path.join(folder, "pulih");
  rmSync(arsip, { force: true });
  rmSync(baru, { recursive: true, force: true });
  const ke = ["--data", baru, ...(opsi.database ? ["--database", opsi.pulih] : [])];
  try {
    kata("backup");
    tahap.cadangan = await jalankan(opsi.bin, ["backup", arsip, ...tempat]);
    const ukuran = besar(arsip);
    if (opsi.database && !opsi.pulih) return ukuran;
    kata("restore");
    tahap.pulih = await jalankan(opsi.bin, ["restore", arsip, ...ke]);
    kata("check");
    tahap.periksa = await jalankan(opsi.bin, ["check", ...ke]);
    return ukuran;
  } finally {
    rmSync(arsip, { force: true });
    rmSync(baru, { recursive: true, force: true });
  }
}

let gagal = true;
try {
  const data = await siapkan();
  tahap.isi ??= data.tahap_isi;
  const disk = besar(isi) + (opsi.database ? (besarPg(opsi.database) ?? NaN) : 0);
  const server = await layani(opsi.bin, tempat, { batas: 120, env: { PRIMA_LAJU: "false" } });
  let jalan;
  try {
    jalan = await jalani(server, data);
  } finally {
    await henti(server.anak);
  }
  const cadangan = opsi.cadangan === "ya" ? await pulihkan() : null;
  for (const t of Object.values(tahap)) delete t?.keluar;
  beban.push(os.loadavg()[0]);
  const h = {
    bagian: Number(opsi.bagian), unit, jawaban, tiket, basis: opsi.database ? "PostgreSQL" : "SQLite", disk, mulai: server.detik, cadangan, tahap, ...jalan,
    pengguna: Number(opsi.pengguna), beban: beban.map((b) => b.toFixed(1)), mesin: `${os.cpus().length} × ${os.cpus()[0]?.model ?? "?"}`,
  };
  if (opsi.hasil) writeFileSync(opsi.hasil, JSON.stringify(h));
  cetak(h);
  gagal = h.halaman.some((x) => x.status !== "200" || x.p99 >= GOAL);
} finally {
  tutup();
  if (!opsi.data) rmSync(folder, { recursive: true, force: true });
}
process.exit(gagal ? 1 : 0);
