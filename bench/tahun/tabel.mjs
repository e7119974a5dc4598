// Prints the figures of a year, and what three sizes say about the whole nation.

import { readFileSync } from "node:fs";

const angka = (n, d = 0) => Number(n).toLocaleString("en", { maximumFractionDigits: d, minimumFractionDigits: d });
const mb = (byte) => `${angka(byte / 1e6)} MB`;

export const GOAL = 100;
const baik = (h) => h.status === "200" && h.p99 < GOAL;

export function cetak(h) {
  console.log(`\n## 1/${h.bagian} of the nation: ${angka(h.unit)} units, ${angka(h.jawaban)} SKM answers, ${angka(h.tiket)} tickets, ${h.basis}\n`);
  console.log("| figure | value |\n|---|---|");
  const t = h.tahap;
  for (const [apa, nilai] of [
    ["fill (`prima simulate`)", t.isi && `${angka(t.isi.detik, 1)} s, peak ${angka(t.isi.mb)} MB`],
    ["disk: database and files", mb(h.disk)],
    ["start of the server", `${angka(h.mulai, 2)} s`],
    ["memory of the server, peak over all pages; then over all files", `${angka(h.memori)} MB; ${angka(h.memori_berkas)} MB`],
    ["backup", t.cadangan && `${angka(t.cadangan.detik, 1)} s, peak ${angka(t.cadangan.mb)} MB, ${mb(h.cadangan)}`],
    ["restore into an empty place", t.pulih && `${angka(t.pulih.detik, 1)} s, peak ${angka(t.pulih.mb)} MB (goal 600 s at 1/10)`],
    ["`prima check` of what was restored", t.periksa && `${angka(t.periksa.detik, 1)} s, peak ${angka(t.periksa.mb)} MB`],
    ["pages measured (line of the route table × role)", `${h.halaman.length}, ${h.halaman.filter((x) => !baik(x)).length} outside p99 < ${GOAL} ms`],
    ["lines of the route table reached", `${h.tercapai} of ${h.tercapai + h.tak_tercapai.length}`],
  ]) console.log(`| ${apa} | ${nilai ?? "not run"} |`);
  const urut = [...h.halaman].sort((a, b) => b.p99 - a.p99);
  console.log("\n| role and page (the 40 slowest) | first | p50 | p99 | kB | status | holds |\n|---|---|---|---|---|---|---|");
  for (const x of urut.slice(0, 40)) {
    console.log(`| ${x.peran} ${x.baris} | ${angka(x.pertama)} | ${angka(x.p50, 1)} | ${angka(x.p99, 1)} | ${angka(x.byte / 1024)} | ${x.status} | ${baik(x) ? "yes" : "**no**"} |`);
  }
  if (h.berkas.length) {
    console.log("\n| files, not under the goal (the 15 slowest) | ms | kB | status |\n|---|---|---|---|");
    for (const x of [...h.berkas].sort((a, b) => b.ms - a.ms).slice(0, 15)) console.log(`| ${x.peran} ${x.baris} | ${angka(x.ms)} | ${angka(x.byte / 1024)} | ${x.status} |`);
  }
  console.log(`\nNot reached, because the invented year has nothing there: ${h.tak_tercapai.join(" ") || "none"}`);
  console.log(`\n${h.mesin}; client on the same machine; ${h.pengguna} people at once, load average ${h.beban.join(" ")}`);
}

/** Least squares of y on x. */
function garis(titik) {
  const n = titik.length, mx = titik.reduce((s, [x]) => s + x, 0) / n, my = titik.reduce((s, [, y]) => s + y, 0) / n;
  const b = titik.reduce((s, [x, y]) => s + (x - mx) * (y - my), 0) / titik.reduce((s, [x]) => s + (x - mx) ** 2, 0);
  return { a: my - b * mx, b };
}

/** Figures of several sizes, and the straight line through them at the whole nation. */
export function proyeksi(berkas) {
  const semua = berkas.map((b) => JSON.parse(readFileSync(b, "utf8"))).sort((a, b) => b.bagian - a.bagian);
  if (semua.length < 2) throw new Error("two sizes at least");
  const baris = [
    ["disk, GB", (h) => h.disk / 1e9, 1],
    ["backup file, GB", (h) => h.cadangan / 1e9, 1],
    ["fill, s", (h) => h.tahap.isi?.detik, 0],
    ["backup, s", (h) => h.tahap.cadangan?.detik, 0],
    ["restore, s", (h) => h.tahap.pulih?.detik, 0],
    ["check, s", (h) => h.tahap.periksa?.detik, 0],
    ["memory of the server, MB", (h) => h.memori, 0],
  ];
  console.log(`| figure | ${semua.map((h) => `1/${h.bagian}`).join(" | ")} | whole nation, straight line |\n|---|${semua.map(() => "---").join("|")}|---|`);
  for (const [apa, ambil, d] of baris) {
    const titik = semua.map((h) => [1 / h.bagian, ambil(h)]);
    const utuh = titik.every(([, y]) => Number.isFinite(y));
    const { a, b } = utuh ? garis(titik) : {};
    console.log(`| ${apa} | ${titik.map(([, y]) => (Number.isFinite(y) ? angka(y, d) : "not run")).join(" | ")} | ${utuh ? angka(a + b, d) : "not known"} |`);
  }
  const kunci = (x) => `${x.peran} ${x.baris}`;
  const [kecil, raya] = [semua[0], semua.at(-1)];
  const kali = kecil.bagian / raya.bagian;
  const tumbuh = raya.halaman
    .map((x) => ({ x, dulu: kecil.halaman.find((y) => kunci(y) === kunci(x)) }))
    .filter(({ x, dulu }) => dulu && x.p50 > 5 && x.p50 / dulu.p50 > 1.5)
    .map(({ x, dulu }) => ({ nama: kunci(x), dulu: dulu.p50, kini: x.p50, pangkat: Math.log(x.p50 / dulu.p50) / Math.log(kali) }))
    .sort((a, b) => b.kini - a.kini);
  console.log(`\nPages whose median grows with the size (exponent 1: in step with it), 1/${kecil.bagian} to 1/${raya.bagian}:\n`);
  console.log("| page | ms then | ms now | exponent |\n|---|---|---|---|");
  for (const t of tumbuh.slice(0, 40)) console.log(`| ${t.nama} | ${angka(t.dulu, 1)} | ${angka(t.kini, 1)} | ${angka(t.pangkat, 2)} |`);
}
