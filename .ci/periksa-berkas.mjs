// What no compiler checks: sizes of hand-written files, links between documents, the executable
// bits of the scripts. The limits are those of CONTRIBUTING.md.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const BATAS_BERKAS = 500;
const BATAS_TEMPLAT = 120;
const BATAS_MEDIAN = 100;
const BATAS_P90 = 300;
// Other people's files, kept as they came.
const BUKAN_TULISAN_KITA = /(^|\/)(vendor|target|node_modules|snapshots)\//;

const semua = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((jalur) => jalur && existsSync(jalur) && !BUKAN_TULISAN_KITA.test(jalur));
const cacat = [];

const baris = (jalur) => readFileSync(jalur, 'utf8').split('\n').length - 1;

function periksaUkuran() {
  const ukuran = [];
  for (const jalur of semua) {
    if (/\.(rs|mjs|js|css|sh|py)$/.test(jalur)) {
      const n = baris(jalur);
      ukuran.push(n);
      if (n > BATAS_BERKAS) cacat.push(`${jalur}: ${n} lines, at most ${BATAS_BERKAS}`);
    } else if (/\/templates\/.*\.(html|txt)$/.test(jalur)) {
      const n = baris(jalur);
      if (n > BATAS_TEMPLAT) cacat.push(`${jalur}: ${n} lines, a template has at most ${BATAS_TEMPLAT}`);
    }
  }
  ukuran.sort((a, b) => a - b);
  const median = ukuran[Math.floor(ukuran.length / 2)] ?? 0;
  const p90 = ukuran[Math.floor(ukuran.length * 0.9)] ?? 0;
  console.log(`${ukuran.length} files: median ${median} lines, nine of ten below ${p90 + 1}`);
  if (median > BATAS_MEDIAN) cacat.push(`median file ${median} lines, at most ${BATAS_MEDIAN}`);
  if (p90 >= BATAS_P90) cacat.push(`one file in ten has ${p90} lines or more, it should be below ${BATAS_P90}`);
}

function periksaTautan() {
  let jumlah = 0;
  for (const jalur of semua.filter((satu) => satu.endsWith('.md'))) {
    // Code is no link.
    const teks = readFileSync(jalur, 'utf8').replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
    for (const [, sasaran] of teks.matchAll(/\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g)) {
      if (/^([a-z]+:|#|\/)/.test(sasaran)) continue;
      jumlah += 1;
      const tuju = normalize(join(dirname(jalur), decodeURI(sasaran.split('#')[0])));
      if (!existsSync(tuju)) cacat.push(`${jalur}: no file behind the link ${sasaran}`);
    }
  }
  console.log(`${jumlah} links between documents`);
}

// The map (docs/ARCHITECTURE.md) names every module of `store` and `web`, and whatever a document calls a path of ours is one.
function periksaPeta() {
  const peta = readFileSync('docs/ARCHITECTURE.md', 'utf8');
  const nama = new Set([...peta.matchAll(/`([^`\n]+)`/g)].flatMap(([, isi]) => isi.split(/[^\w]+/)));
  for (const akar of ['crates/store/src/', 'crates/web/src/']) {
    const modul = new Set(semua.filter((j) => j.startsWith(akar)).map((j) => j.slice(akar.length).split('/')[0].replace(/\.rs$/, '')));
    for (const m of modul) if (m !== 'lib' && !nama.has(m)) cacat.push(`${akar}${m}: not on the map (docs/ARCHITECTURE.md)`);
  }
  const ada = new Set(semua.flatMap((j) => j.split('/').map((_, n, bagian) => bagian.slice(0, n + 1).join('/'))));
  const awal = /^(?:crates|docs|deploy|bench|fuzz|migrations|instruments|clients|(?:store|web|prima|dokumen)\/(?:src|tests)|src|templates|locales|assets|decisions)\/[\w./-]*\w/;
  let jumlah = 0;
  for (const jalur of semua.filter((satu) => satu.endsWith('.md'))) {
    for (const [, isi] of readFileSync(jalur, 'utf8').matchAll(/`([^`\n]+)`/g)) {
      for (const kata of isi.split(/\s+/).filter((k) => !/[{*<…]/.test(k))) {
        const sebut = kata.match(awal)?.[0];
        // What a run leaves behind is in no commit.
        if (!sebut || sebut.startsWith('fuzz/corpus')) continue;
        jumlah += 1;
        const calon = [sebut, `crates/${sebut}`, `docs/${sebut}`, join(dirname(jalur), sebut)].map(normalize);
        if (!calon.some((c) => ada.has(c) || ada.has(`${c}.rs`))) cacat.push(`${jalur}: no file ${sebut}`);
      }
    }
  }
  console.log(`${jumlah} paths named in documents`);
}

// A picture that no page shows is drawn again with the others for nobody, and the guide's are part of the program.
function periksaGambar() {
  const teks = semua.filter((j) => j.endsWith('.md')).map((j) => readFileSync(j, 'utf8')).join('\n');
  const gambar = semua.filter((j) => /^docs\/(.*\/)?gambar\/[^/]+\.png$/.test(j));
  for (const jalur of gambar) {
    if (!teks.includes(`gambar/${jalur.split('/').pop()}`)) cacat.push(`${jalur}: no document shows it`);
  }
  console.log(`${gambar.length} pictures in documents`);
}

function periksaIzin() {
  for (const jalur of ['uji', '.ci/run']) {
    if (!(statSync(jalur).mode & 0o100)) cacat.push(`${jalur}: not executable`);
  }
}

periksaUkuran();
periksaTautan();
periksaPeta();
periksaGambar();
periksaIzin();
for (const satu of cacat) console.error(satu);
process.exitCode = cacat.length ? 1 : 0;
