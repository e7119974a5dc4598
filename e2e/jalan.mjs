// Runs the browser tests: node e2e/jalan.mjs [FILE…]
//
// Each file gets a program of its own and tells its story in order; a few files run side by side
// (PRIMA_SEJAJAR, default all cores but one and at most 3: most of a story is waiting), and each is printed whole when it ends. The last line is the count.
// Traces, pictures and the program's output of failed tests are in e2e/hasil/.

import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { Kit } from './lib/kit.mjs';
import { nyalakanPeramban } from './lib/peramban.mjs';
import { mulaiPrima } from './lib/prima.mjs';
import { ambil } from './lib/uji.mjs';

const DI_SINI = fileURLToPath(new URL('.', import.meta.url));
const HASIL = join(DI_SINI, 'hasil');
const BATAS_UJI_MS = 120_000;
const SEJAJAR = Number(process.env.PRIMA_SEJAJAR) || Math.max(1, Math.min(3, availableParallelism() - 1));
const hitung = { lulus: 0, gagal: 0 };

process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));

const pilihan = process.argv.slice(2);
const berkas = pilihan.length ? pilihan : await semuaBerkas();
await rm(HASIL, { recursive: true, force: true });
await mkdir(HASIL, { recursive: true });

const semua = await muat(berkas);
/** One browser for all files; a second, with everything, when a file asks for it. */
const peramban = { ringan: await nyalakanPeramban(), penuh: semua.some((satu) => satu.penuh) && (await nyalakanPeramban({ penuh: true })) };
console.log(`Chromium ${peramban.ringan.version()}, Node ${process.version}`);
await serentak(semua);
await peramban.ringan.close();
if (peramban.penuh) await peramban.penuh.close();
console.log(`\n${hitung.lulus} passed, ${hitung.gagal} failed`);
process.exit(hitung.gagal || !hitung.lulus ? 1 : 0);

/** The harness's own tests first, then the program's, by name. */
async function semuaBerkas() {
  const semua = [];
  for (const direktori of ['diri', 'uji']) {
    const isi = await readdir(join(DI_SINI, direktori), { recursive: true });
    semua.push(...isi.filter((nama) => nama.endsWith('.uji.mjs')).sort().map((nama) => join(DI_SINI, direktori, nama)));
  }
  return semua;
}

/** Each file's definition; the files with the most steps first, so that none of the long ones is left for the end. */
async function muat(semua) {
  const isi = [];
  for (const jalur of semua) {
    await stat(jalur);
    await import(pathToFileURL(jalur).href);
    isi.push({ jalur, ...ambil() });
  }
  return isi.sort((a, b) => b.daftar.length - a.daftar.length);
}

async function serentak(antre) {
  const pekerja = async () => {
    for (let satu = antre.shift(); satu; satu = antre.shift()) {
      const lapor = [`\n${relative(process.cwd(), satu.jalur)}`];
      await jalankanBerkas(satu, (teks) => lapor.push(teks));
      console.log(lapor.join('\n'));
    }
  };
  await Promise.all(Array.from({ length: SEJAJAR }, pekerja));
}

async function jalankanBerkas({ jalur, peladen, rantai, penuh, daftar }, tulis) {
  const catatan = join(HASIL, `${basename(jalur, '.uji.mjs')}.log`);
  let prima;
  try {
    prima = typeof peladen === 'function' ? await peladen({ catatan }) : await mulaiPrima({ ...peladen, catatan });
  } catch (galat) {
    for (const { nama } of daftar) gagal(tulis, nama, 0, new Error('the program did not start'));
    tulis(lekuk(galat.message));
    return;
  }
  const sesi = new Map();
  let putus = false;
  for (const { nama, fungsi } of daftar) {
    if (putus) {
      gagal(tulis, nama, 0, new Error('not tried: an earlier step failed'));
      continue;
    }
    const lulus = await jalankanUji(new Kit({ peramban: penuh ? peramban.penuh : peramban.ringan, prima, sesi }), { nama, fungsi, jalur, tulis });
    putus = rantai && !lulus;
  }
  await prima.berhenti();
}

async function jalankanUji(kit, { nama, fungsi, jalur, tulis }) {
  const mulai = performance.now();
  let galat = null;
  try {
    await denganBatas(fungsi(kit));
    const cacat = kit.cacat();
    if (cacat.length) throw new Error(cacat.join('\n'));
  } catch (sebab) {
    galat = sebab;
  }
  const lama = Math.round(performance.now() - mulai);
  const simpan = galat && join(HASIL, `${basename(jalur, '.uji.mjs')}--${nama.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}`);
  if (galat) {
    const sekalian = kit.cacat().filter((satu) => !galat.message.includes(satu));
    gagal(tulis, nama, lama, galat, [...sekalian, `see ${relative(process.cwd(), simpan)}/`]);
  } else {
    hitung.lulus += 1;
    tulis(`  ok    ${nama} (${lama} ms)`);
  }
  await kit.tutup(simpan);
  return !galat;
}

async function denganBatas(janji) {
  let jam;
  const batas = new Promise((_, tolak) => {
    jam = setTimeout(() => tolak(new Error(`longer than ${BATAS_UJI_MS / 1000} s`)), BATAS_UJI_MS);
  });
  try {
    await Promise.race([janji, batas]);
  } finally {
    clearTimeout(jam);
  }
}

function gagal(tulis, nama, lama, galat, tambahan = []) {
  hitung.gagal += 1;
  tulis(`  GAGAL ${nama} (${lama} ms)`);
  const asal = (galat.stack ?? '').split('\n').find((baris) => baris.includes('.uji.mjs')) ?? '';
  tulis(lekuk([galat.message, asal.trim(), ...tambahan].filter(Boolean).join('\n')));
}

function lekuk(teks) {
  return teks.replace(/^/gm, '        ');
}
