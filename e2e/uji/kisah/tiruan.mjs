// The stand-in of the signing service on a free port of the loopback, and the settings that lead the program to it.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PRIMA = process.env.PRIMA_BIN ?? fileURLToPath(new URL('../../../target/debug/prima', import.meta.url));

/** Starts it; it ends with this process. */
export async function tiruanBsre() {
  const proses = spawn(PRIMA, ['bsre-tiruan', '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'ignore', 'pipe'] });
  process.on('exit', () => proses.kill());
  const alamat = await new Promise((jadi, gagal) => {
    let teks = '';
    proses.stderr.on('data', (d) => {
      teks += d;
      const [, a] = teks.match(/di (http:\S+);/) ?? [];
      if (a) jadi(a);
    });
    proses.on('exit', () => gagal(new Error(`the stand-in ended: ${teks}`)));
  });
  proses.unref();
  proses.stderr.unref();
  return { env: { PRIMA_TTE__CARA: 'bsre', PRIMA_TTE__ALAMAT: alamat, PRIMA_TTE__PENGGUNA: 'prima', PRIMA_TTE__SANDI: 'tiruan-prima', PRIMA_TTE__BATAS: '2' } };
}
