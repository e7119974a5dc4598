// Every page that anyone can reach by links in the example, in each of its forms: no dead link, no axe finding, nothing wider
// than the screen, on a phone and on a desk.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { periksaAksesibel } from '../lib/aksesibel.mjs';
import { jelajah, pola } from '../lib/jelajah.mjs';
import { UKURAN } from '../lib/peramban.mjs';
import { peladen, uji } from '../lib/uji.mjs';
import { akunContoh } from './akun.mjs';

// Many people at once from one address: without the limit of requests.
peladen({ perintah: 'demo', env: { PRIMA_LAJU: 'false' } });

/** Sign of a page -> who saw it first and where. */
const halaman = new Map();
/** Files that a visitor was given: the same for everybody, and some take the program half a second each. */
const berkasUmum = new Set();
const SEREMPAK = 5;
const BAGIAN = 8;

// In parts, so that each stays within the time of a test and a fault names its part; the visitor first.
for (let bagian = 0; bagian <= BAGIAN; bagian += 1) {
  const siapa = bagian ? `setiap peran, bagian ${bagian},` : 'tamu';
  uji(`tautan ${siapa} berujung pada halaman`, async (t) => {
    const rusak = new Map();
    const akunBagian = bagian ? akunContoh(t.prima.keluaran()).filter((_, n) => n % BAGIAN === bagian - 1) : [null];
    await serempak(akunBagian, async (akun) => {
      const page = akun ? await t.sebagai(akun, null) : await t.buka(null);
      const temuan = await jelajah((jalur) => minta(page, jalur, akun));
      for (const { kode, jalur, dari } of temuan.rusak) {
        rusak.set(`${kode} ${pola(jalur)}`, `${kode} ${jalur}, linked from ${dari}, as ${akun?.surel ?? 'tamu'}`);
      }
      for (const [tanda, jalur] of temuan.temuan) if (!halaman.has(tanda)) halaman.set(tanda, { akun, jalur });
      await page.context().close();
    });
    console.log(`        ${halaman.size} pages and states`);
    assert.deepEqual([...rusak.values()].sort(), []);
  });
}

for (let bagian = 0; bagian < BAGIAN; bagian += 1) {
  uji(`setiap halaman terbaca di ponsel dan di meja, bagian ${bagian + 1}`, async (t) => {
    const cacat = [];
    const pilihan = [...halaman.values()].filter((_, n) => n % BAGIAN === bagian);
    await serempak(pilihan, async ({ akun, jalur }) => {
      const page = akun ? await t.sebagai(akun, jalur, { ukuran: 'ponsel' }) : await t.buka(jalur, { ukuran: 'ponsel' });
      // The wide tables of a period and of a lokus stand between the two layouts on a tablet.
      const ukuranUji = /^\/(periode|lokus)\/[^/]+$/.test(jalur) ? ['ponsel', 'tablet', 'layar'] : ['ponsel', 'layar'];
      for (const ukuran of ukuranUji) {
        await page.setViewportSize(UKURAN[ukuran]);
        await periksaAksesibel(page).catch((galat) => cacat.push(`${akun?.surel ?? 'tamu'}, ${ukuran}: ${galat.message}`));
      }
      await page.context().close();
    });
    if (cacat.length) throw new Error(cacat.sort().join('\n'));
  });
}

async function minta(page, jalur, akun) {
  if (berkasUmum.has(jalur)) return { status: 200, jenis: '', html: '', jalur };
  let jawaban = await page.request.get(jalur);
  // All walkers share one address, and printing for visitors has few places for each: as a person would, wait and ask again.
  for (let kali = 0; jawaban.status() === 429 && kali < 10; kali += 1) {
    await new Promise((lanjut) => setTimeout(lanjut, 500));
    jawaban = await page.request.get(jalur);
  }
  const kepala = jawaban.headers();
  // A file to keep is no page, even when it is HTML.
  const jenis = /^attachment/.test(kepala['content-disposition'] ?? '') ? '' : (kepala['content-type'] ?? '');
  const html = jenis.startsWith('text/html') ? await jawaban.text() : '';
  if (!akun && jawaban.ok() && !html) berkasUmum.add(jalur);
  return { status: jawaban.status(), jenis, html, jalur: new URL(jawaban.url()).pathname };
}

async function serempak(daftar, kerjakan) {
  const antre = [...daftar];
  const pekerja = async () => {
    while (antre.length) await kerjakan(antre.shift());
  };
  await Promise.all(Array.from({ length: SEREMPAK }, pekerja));
}

uji('menu utama berdiri dalam satu baris pada setiap lebar', async (t) => {
  const pecah = [];
  await serempak(akunContoh(t.prima.keluaran()), async (akun) => {
    const page = await t.sebagai(akun, '/');
    for (const width of [768, 1024, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const baris = await page.evaluate(() => {
        const ada = [...document.querySelectorAll('.menu--baris > ul > li')].filter((li) => li.offsetParent);
        return { banyak: ada.length, baris: new Set(ada.map((li) => Math.round(li.getBoundingClientRect().top))).size };
      });
      if (!baris.banyak || baris.baris !== 1) pecah.push(`${akun.surel} ${width}: ${baris.baris} rows of ${baris.banyak}`);
    }
    await page.context().close();
  });
  assert.deepEqual(pecah, []);
});

// `tanya.txt`: a question as people type it, with its errors, and the service, unit or mall that they came for.
uji('pertanyaan warga menemukan layanannya di antara tiga yang pertama', async (t) => {
  const page = await t.buka(null);
  const cari = async (tanya) => (await page.request.get(`/cari?q=${encodeURIComponent(tanya)}`)).text();
  const tanya = readFileSync(new URL('../lib/tanya.txt', import.meta.url), 'utf8').trim().split('\n').map((b) => b.split(' | '));
  assert.ok(tanya.length >= 60, `${tanya.length}`);
  const salah = [];
  for (const [kata, harap] of tanya) {
    const temuan = [...(await cari(kata)).matchAll(/<li><a href="[^"]+"><span><strong>([^<]+)</g)].slice(0, 3).map((m) => m[1]);
    if (!temuan.some((nama) => nama.replaceAll('&#38;', '&').replaceAll('&amp;', '&') === harap)) salah.push(`${kata}: ${harap}? ${temuan.join('; ')}`);
  }
  assert.deepEqual(salah, []);
  for (const asing of ['xyzzyqw', 'qwertyui asdfghj', '<script>', 'pendufterun']) assert.match(await cari(asing), /Tidak ada yang cocok/);
  assert.match(await cari('imei hp luar negeri'), /“hp” tidak ditemukan/);
  assert.match(await cari('stnk'), /Tidak ada layanan dengan nama “stnk”/);
});
