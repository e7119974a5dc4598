// Starting and stopping a program, proved with a stand-in.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { mulaiPrima } from '../lib/prima.mjs';
import { peladen, uji } from '../lib/uji.mjs';

const catatan = fileURLToPath(new URL('../hasil/tiruan.log', import.meta.url));

const tiruan = (perintah) => mulaiPrima({ perintah, catatan, biner: fileURLToPath(new URL('./tiruan.mjs', import.meta.url)) });

peladen(() => tiruan('serve'));

uji('the program answers, and what it printed can be read', async (t) => {
  const page = await t.buka(null);
  assert.equal(await (await page.goto('/')).text(), 'siap');
  assert.match(t.prima.keluaran(), /admin@contoh\.go\.id/);
  t.izinkan(/favicon/);
});

uji('stopped, it is gone with its data', async () => {
  const lain = await tiruan('demo');
  assert.ok(existsSync(lain.data));
  await lain.berhenti();
  assert.ok(!existsSync(lain.data));
  await assert.rejects(fetch(lain.alamat));
});

uji('a program that dies at start tells why', async () => {
  await assert.rejects(tiruan('mati'), /ended \(1\):\ndata directory is on fire/);
});
