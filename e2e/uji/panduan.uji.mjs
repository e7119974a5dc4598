// Every chapter of the guide on a phone. The walk over all pages takes one chapter for all of them, but each has tables and commands of its
// own.

import assert from 'node:assert/strict';

import { periksaAksesibel } from '../lib/aksesibel.mjs';
import { peladen, uji } from '../lib/uji.mjs';

peladen({ perintah: 'demo', env: { PRIMA_LAJU: 'false' } });

uji('setiap bab panduan terbaca di ponsel', async (t) => {
  const page = await t.buka('/bantuan', { ukuran: 'ponsel' });
  const bab = await page.$$eval('main a[href^="/bantuan/"]', (a) => a.map((e) => new URL(e.href).pathname));
  const cacat = [];
  for (const jalur of new Set(bab)) {
    await page.goto(jalur);
    await periksaAksesibel(page).catch((galat) => cacat.push(galat.message));
  }
  assert.ok(new Set(bab).size > 30, `${bab.length} chapters`);
  assert.deepEqual(cacat, []);
});
