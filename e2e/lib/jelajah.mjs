// Finds every page that a person can reach by links, and tells pages and their states apart.

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** `/lokus/0192…/f01/a` gives `/lokus/:id/f01/a`. */
export const pola = (jalur) => jalur.replace(/[?#].*$/, '').replace(ID, ':id');

/** What a page consists of, without its data: two pages with the same sign look alike. */
function tanda(jalur, html) {
  const bentuk = new Set();
  for (const [, aksi] of html.matchAll(/<form[^>]*action="([^"]*)"/g)) bentuk.add(`form ${pola(aksi)}`);
  for (const [, kelas] of html.matchAll(/class="[^"]*\b(kosong|pemberitahuan--[a-z]+|ringkasan|tahapan|tabel|fs-bentrok)\b/g)) {
    bentuk.add(kelas);
  }
  return `${umum(pola(jalur))} ${[...bentuk].sort().join(' ')}`;
}

/** Parts of a path that name data (an aspect, an indicator, a year, a code) count as one. */
function umum(jalur) {
  return jalur
    .replace(/(\/f0[12]\/)(?!(konsensus|riwayat|cetak|pengiriman|siap|selesai)\b)[^/]+$/, '$1:aspek')
    .replace(/(\/riwayat\/)[^/]+$/, '$1:kode')
    .replace(/^(\/(?:instansi|peringkat)\/).+$/, '$1:kode')
    .replace(/^(\/hasil\/[^/]+\/).+$/, '/hasil/:periode/:unit')
    .replace(/^(\/hasil\/)[^/]+$/, '$1:periode')
    .replace(/^(\/verifikasi\/)[^/]+/, '$1:kode')
    .replace(/(\/bantuan\/)(?!cari).+$/, '$1:bab')
    .replace(/^(\/pelayanan\/(?:unit\/)?)(?!unit(?:\/|$))[^/]+/, '$1:kode')
    .replace(/(\/f03\/)(?!kertas|poster|bundel|kuesioner)[^/]+/, '$1:token');
}

/**
 * Walks from `/` along all links, as often as a page looks different.
 * `minta(jalur)` fetches as that person and gives `{ status, jenis, html, jalur }`.
 * @returns `temuan`: sign -> path of the first page with it; `rusak`: links that end in an error
 */
export async function jelajah(minta, { paling = 250 } = {}) {
  const temuan = new Map();
  const rusak = [];
  const antre = [{ jalur: '/', dari: '' }];
  const dikenal = new Set(['/']);
  const banyak = new Map();
  for (let n = 0; antre.length && n < paling; n += 1) {
    const { jalur, dari } = antre.shift();
    const jawaban = await minta(jalur);
    if (jawaban.status >= 400) {
      rusak.push({ kode: jawaban.status, jalur, dari });
      continue;
    }
    if (!jawaban.jenis.startsWith('text/html')) continue;
    const sidik = tanda(jawaban.jalur, jawaban.html);
    if (!temuan.has(sidik)) temuan.set(sidik, jalur);
    for (const [, href] of jawaban.html.matchAll(/<a [^>]*href="([^"]+)"/g)) {
      const tujuan = href.replace(/&amp;/g, '&').replace(/#.*$/, '');
      if (!tujuan.startsWith('/') || tujuan.startsWith('//') || dikenal.has(tujuan)) continue;
      dikenal.add(tujuan);
      // Of a long list of alike pages a few are enough.
      const jenis = umum(pola(tujuan));
      banyak.set(jenis, (banyak.get(jenis) ?? 0) + 1);
      if (banyak.get(jenis) <= 5) antre.push({ jalur: tujuan, dari: jalur });
    }
  }
  return { temuan, rusak };
}
