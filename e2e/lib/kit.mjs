// What a test holds: pages by size and role, and the watch over what goes wrong silently.
//
// A console error, an exception in a page, a violation of the content security policy or an answer
// of 500 and above fails the test even when every assertion holds; `izinkan` names exceptions.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { masuk } from './akun.mjs';
import { pilihanKonteks } from './peramban.mjs';

const BATAS_LANGKAH_MS = 15_000;
/** A seventh of all the work of a run, so only on request: what failed in CI is run again with it. */
const REKAM = process.env.PRIMA_REKAM === '1';

export class Kit {
  #peramban;
  #konteks = [];
  #diizinkan = [];
  #cacat = [];
  #sesi;

  /** `sesi` (role -> cookies) is shared by the tests of a file, so that each role logs in once. */
  constructor({ peramban, prima, sesi }) {
    this.#peramban = peramban;
    this.#sesi = sesi;
    /** The running program: `alamat`, `data`, `keluaran()`. */
    this.prima = prima;
  }

  /**
   * A page in a context of its own.
   * `ukuran`: ponsel | tablet | layar; `js: false` switches scripts off; `ke`: where to go first.
   * Other options are Playwright's for a context.
   */
  async buka(ke = '/', { ukuran, js, ...lain } = {}) {
    const konteks = await this.#peramban.newContext(
      pilihanKonteks({ ukuran, js, alamat: this.prima.alamat, ...lain }),
    );
    konteks.setDefaultTimeout(BATAS_LANGKAH_MS);
    if (REKAM) await konteks.tracing.start({ screenshots: true, snapshots: true });
    this.#konteks.push(konteks);
    konteks.on('page', (page) => this.#awasi(page));
    const page = await konteks.newPage();
    if (ke) await page.goto(ke);
    return page;
  }

  /** As `buka`, logged in: `akun` is `{ surel, sandi }`. */
  async sebagai(akun, ke = '/', pilihan = {}) {
    if (!this.#sesi.has(akun.surel)) {
      const page = await this.buka(null);
      await masuk(page, akun.surel, akun.sandi);
      this.#sesi.set(akun.surel, await page.context().storageState());
    }
    return this.buka(ke, { storageState: this.#sesi.get(akun.surel), ...pilihan });
  }

  /** Forgets the login of an account: after a logout, a password change, an expired session. */
  lupakan(akun) {
    this.#sesi.delete(akun.surel);
  }

  /** Console errors and answers that match are expected in this test, for instance `/404/`. */
  izinkan(...pola) {
    this.#diizinkan.push(...pola);
  }

  #awasi(page) {
    const catat = (jenis, teks) => this.#cacat.push(`${jenis} on ${page.url()}: ${teks}`);
    page.on('console', (pesan) => pesan.type() === 'error' && catat('console error', pesan.text()));
    page.on('pageerror', (galat) => catat('exception', galat.message));
    page.on('response', (jawaban) => {
      if (jawaban.status() >= 500) catat('answer', `${jawaban.status()} ${jawaban.url()}`);
    });
  }

  /** What went wrong silently and was not expected. */
  cacat() {
    return this.#cacat.filter((satu) => !this.#diizinkan.some((pola) => pola.test(satu)));
  }

  /** Closes all contexts; with `simpan` (a directory) pictures, and traces where they are kept, go there first. */
  async tutup(simpan) {
    if (simpan) await mkdir(simpan, { recursive: true });
    for (const [i, konteks] of this.#konteks.entries()) {
      if (simpan) {
        for (const [j, page] of konteks.pages().entries()) {
          await page.screenshot({ path: join(simpan, `halaman-${i}-${j}.png`), fullPage: true }).catch(() => {});
        }
        if (REKAM) await konteks.tracing.stop({ path: join(simpan, `jejak-${i}.zip`) }).catch(() => {});
      }
      await konteks.close();
    }
    this.#konteks = [];
  }
}
