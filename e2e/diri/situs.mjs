// A small site for the harness's own tests: right and wrong pages, behind a strict policy.

import { once } from 'node:events';
import { createServer } from 'node:http';

const CSP = "default-src 'self'; script-src 'self'; style-src 'self'";

const bingkai = (judul, isi) =>
  `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>${judul}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main><h1>${judul}</h1>${isi}</main></body></html>`;

const HALAMAN = {
  '/': bingkai('Beranda', '<p>Halaman contoh.</p><p><a href="/masuk">Masuk</a></p>'),
  '/masuk': bingkai(
    'Masuk',
    `<form method="post"><p><label for="surel">Surel</label> <input id="surel" name="surel" type="email"></p>
    <p><label for="sandi">Sandi</label> <input id="sandi" name="sandi" type="password"></p>
    <p><button type="submit">Masuk</button></p></form>`,
  ),
  '/tanpa-label': bingkai('Tanpa label', '<p><input name="surel"></p>'),
  '/lebar': bingkai('Lebar', `<p>${'panjang'.repeat(120)}</p>`),
  '/kotak-gulir': bingkai('Kotak', '<div class="gulir" tabindex="0" role="region" aria-label="Tabel"><p>isi</p></div><script src="/gulir.js"></script>'),
  '/skrip-sebaris': bingkai('Skrip', '<script>document.title = "jalan"</script>'),
  '/galat-skrip': bingkai('Galat', '<script src="/galat.js"></script>'),
};
const SKRIP = {
  '/galat.js': 'throw new Error("sengaja");',
  '/gulir.js': `const k = document.querySelector('.gulir'); k.style.overflowX = 'auto';
    k.firstElementChild.style.width = '2000px';`,
};

/** Starts the site; `{ alamat, berhenti }` like the program's. */
export async function mulaiSitus() {
  const server = createServer((minta, jawab) => {
    const jalur = new URL(minta.url, 'http://situs').pathname;
    if (jalur === '/favicon.ico') return jawab.writeHead(204).end();
    if (SKRIP[jalur]) return jawab.writeHead(200, { 'content-type': 'text/javascript' }).end(SKRIP[jalur]);
    if (minta.method === 'POST') return terimaMasuk(minta, jawab);
    const status = jalur === '/rusak' ? 500 : HALAMAN[jalur] ? 200 : 404;
    const sesi = minta.headers.cookie?.includes('sesi=1') ? '<p id="siapa">sudah masuk</p>' : '';
    const isi = HALAMAN[jalur] ?? bingkai(`${status}`, '<p>tidak ada</p>');
    jawab
      .writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': CSP })
      .end(isi.replace('</main>', `${sesi}</main>`));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    alamat: `http://127.0.0.1:${server.address().port}`,
    async berhenti() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function terimaMasuk(minta, jawab) {
  let isi = '';
  for await (const potong of minta) isi += potong;
  const benar = new URLSearchParams(isi).get('sandi') === 'benar';
  jawab.writeHead(303, benar ? { location: '/', 'set-cookie': 'sesi=1; Path=/; HttpOnly' } : { location: '/masuk' }).end();
}
