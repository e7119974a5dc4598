// What every measurement of the program needs: its options, a server on a free port of loopback, and its end. Nothing here knows a page.

import { spawn } from "node:child_process";

/** Options of the command line over their defaults, `--name value`; anything else ends the run with a sentence. */
export function bacaOpsi(baku) {
  const opsi = { ...baku };
  for (let i = 2; i < process.argv.length; i += 2) {
    const nama = process.argv[i].replace(/^--/, "");
    if (!(nama in opsi) || process.argv[i + 1] === undefined) {
      console.error(`unknown option ${process.argv[i]}; known: ${Object.keys(opsi).map((k) => "--" + k).join(" ")}`);
      process.exit(2);
    }
    opsi[nama] = process.argv[i + 1];
  }
  return opsi;
}

/**
 * Starts `prima serve` and resolves when it names its address; fails with its last words when it ends before, or takes longer than
 * `batas` s. `tempat`: `--data FOLDER` and, where there is one, `--database URL`. Once it is up, its end is the caller's matter.
 */
export function layani(biner, tempat, { porta = 0, batas = 30, env = {} } = {}) {
  const awal = performance.now();
  const args = ["serve", "--listen", `127.0.0.1:${porta}`, ...tempat];
  const anak = spawn(biner, args, { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, RUST_LOG: "warn", ...env } });
  let keluar = "", naik = false;
  return new Promise((ya, tidak) => {
    const gagal = (sebab) => (clearTimeout(jam), anak.kill("SIGKILL"), tidak(new Error(`${sebab}\n${keluar}`)));
    const jam = setTimeout(() => gagal(`the server did not start in ${batas} s`), batas * 1000);
    const mati = () => gagal("the server ended");
    anak.once("error", (e) => gagal(e.message)).once("exit", mati);
    anak.stderr.on("data", (d) => {
      keluar = (keluar + d).slice(-4000);
      const m = keluar.match(/http:\/\/127\.0\.0\.1:([1-9]\d*)/);
      if (!m || naik) return;
      naik = true;
      clearTimeout(jam);
      anak.off("exit", mati);
      ya({ anak, alamat: m[0], porta: Number(m[1]), detik: (performance.now() - awal) / 1000, log: () => keluar });
    });
  });
}

/** Ends a server as an administrator would, and waits for it. */
export async function henti(anak) {
  if (anak.exitCode !== null || anak.signalCode !== null) return;
  const usai = new Promise((r) => anak.once("exit", r));
  anak.kill("SIGTERM");
  await usai;
}
