// Pictures of the guide that the chain does not pass: the login page, the administrator's and the auditor's pages.

import { periksaAksesibel } from '../lib/aksesibel.mjs';
import { gambar } from '../lib/gambar.mjs';
import { peladen, uji } from '../lib/uji.mjs';
import { akun } from './akun.mjs';

peladen({ perintah: 'demo' });

for (const [nama, siapa, jalur] of [
  ['masuk', null, '/masuk'],
  ['admin-instansi', 'admin', '/admin/instansi'],
  ['admin-pengguna', 'admin', '/admin/pengguna'],
  ['audit', 'auditor', '/admin/audit'],
]) {
  uji(`gambar ${nama}`, async (t) => {
    const page = siapa ? await t.sebagai(akun(t, siapa), jalur) : await t.buka(jalur);
    await periksaAksesibel(page);
    await gambar(page, nama, { untuk: 'panduan' });
  });
}
