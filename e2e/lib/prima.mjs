// The real program, started on a free port with a data directory of its own, and stopped.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, rmSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as tunggu } from 'node:timers/promises';

const BATAS_SIAP_MS = 180_000;
const BINER = resolve(process.env.PRIMA_BIN ?? 'target/debug/prima');
const hidup = new Set();
process.on('exit', () => hidup.forEach((anak) => anak.kill('SIGKILL')));

/**
 * Starts `prima <perintah>` (`demo` is filled, `serve` is empty) and waits for its first page.
 * `nama`: the host name under which people come, where it is not the number; `env` may be a function of the address;
 * `biner`: another program than the one under test.
 * @returns {{alamat: string, data: string, keluaran: () => string, berhenti: () => Promise<void>}}
 */
export async function mulaiPrima({ perintah = 'demo', argumen = [], env = {}, catatan, nama, biner = BINER }) {
  if (!existsSync(biner)) throw new Error(`no program at ${biner}: cargo build, or set PRIMA_BIN`);
  const data = await mkdtemp(join(tmpdir(), 'prima-e2e-'));
  // The example takes seconds to fill; it is filled once and copied.
  if (perintah === 'demo' && !argumen.length && biner === BINER) await cp(await contoh(catatan), data, { recursive: true });
  return jalankan({ biner, perintah, argumen, env, catatan, data, nama });
}

let siapSalin;

/** A folder with the example in it, filled by the first who asks. */
function contoh(catatan) {
  siapSalin ??= (async () => {
    const data = await mkdtemp(join(tmpdir(), 'prima-e2e-contoh-'));
    process.on('exit', () => rmSync(data, { recursive: true, force: true }));
    const prima = await jalankan({ biner: BINER, perintah: 'demo', argumen: [], env: {}, catatan: `${catatan}.contoh`, data, simpan: true });
    await prima.berhenti();
    return data;
  })();
  return siapSalin;
}

async function jalankan({ biner, perintah, argumen, env, catatan, data, nama, simpan = false, sisa = 2 }) {
  const port = await portKosong();
  const alamat = `http://${nama ?? '127.0.0.1'}:${port}`;
  const milik = { ...(nama && { PRIMA_ALAMAT: alamat }), ...(typeof env === 'function' ? env(alamat) : env) };
  const anak = spawn(
    biner,
    [perintah, '--data', data, '--listen', `127.0.0.1:${port}`, ...argumen],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...milik } },
  );
  hidup.add(anak);
  let keluaran = '';
  const log = createWriteStream(catatan);
  for (const aliran of [anak.stdout, anak.stderr]) {
    aliran.setEncoding('utf8').on('data', (teks) => {
      keluaran += teks;
      log.write(teks);
    });
  }

  const prima = {
    alamat,
    data,
    /** All that the program has printed so far: accounts of the demo, the one-time link. */
    keluaran: () => keluaran,
    async berhenti() {
      hidup.delete(anak);
      if (anak.exitCode === null && anak.signalCode === null) {
        const akhir = once(anak, 'exit');
        anak.kill('SIGTERM');
        const batas = setTimeout(() => anak.kill('SIGKILL'), 10_000);
        await akhir;
        clearTimeout(batas);
      }
      log.end();
      if (!simpan) await rm(data, { recursive: true, force: true });
    },
  };
  try {
    await tungguSiap(prima, anak);
  } catch (galat) {
    // Somebody else took the port between its choice and now: with another one, once or twice.
    if (sisa && anak.exitCode !== null) {
      hidup.delete(anak);
      return jalankan({ biner, perintah, argumen, env, catatan, data, nama, simpan, sisa: sisa - 1 });
    }
    await prima.berhenti();
    throw galat;
  }
  return prima;
}

async function tungguSiap(prima, anak) {
  const batas = Date.now() + BATAS_SIAP_MS;
  while (Date.now() < batas) {
    if (anak.exitCode !== null || anak.signalCode !== null) {
      throw new Error(`the program ended (${anak.exitCode ?? anak.signalCode}):\n${prima.keluaran()}`);
    }
    const jawaban = await fetch(prima.alamat, { redirect: 'manual' }).catch(() => null);
    // Every answer of the program carries it; whoever else listens there is not waited for.
    if (jawaban?.headers.has('content-security-policy') && jawaban.status < 500) return;
    await tunggu(100);
  }
  throw new Error(`no page within ${BATAS_SIAP_MS / 1000} s:\n${prima.keluaran()}`);
}

async function portKosong() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
