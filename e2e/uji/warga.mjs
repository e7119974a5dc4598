// What the tests of the survey share: a round opened by its unit, a form filled in, the queue on the phone.

import { akun } from './akun.mjs';

/** Opens a round as the unit does; `mulai` and `sampai` are days from today. */
export async function bukaRonde(t, { nama, mulai = 0, sampai = 30 }) {
  const hari = (n) => new Date(Date.now() + 8 * 3600_000 + n * 86_400_000).toISOString().slice(0, 10);
  const page = await t.sebagai(akun(t, 'operator.dinsos'), '/survei/baru');
  await page.getByLabel('Hari pertama').fill(hari(mulai));
  await page.getByLabel('Hari terakhir').fill(hari(sampai));
  await page.getByLabel('Nama ronde').fill(nama);
  for (const [i, layanan] of ['KTP elektronik', 'Kartu keluarga', 'Akta kelahiran'].entries()) {
    if (i) await page.getByRole('button', { name: 'Tambah layanan' }).click();
    await page.locator(`input[name=layanan${i}]`).fill(layanan);
  }
  await page.getByRole('button', { name: 'Buka ronde survei' }).last().click();
  await page.waitForURL(/\/survei\/[0-9a-f-]{36}$/);
  const publik = await page.locator('#skm-url').getAttribute('href');
  return { jalur: new URL(page.url()).pathname, publik: new URL(publik).pathname };
}

/** Chooses the third answer everywhere. */
export async function isi(page) {
  for (const grup of await page.locator('fieldset:has([required])').all()) {
    await grup.getByRole('radio').nth(2).check();
  }
}

/** Answers of the round that count, as its officers see them. */
export async function hitung(t, ronde) {
  const page = await t.sebagai(akun(t, 'operator.dinsos'), ronde.jalur);
  return Number(await page.locator('#skm-kemajuan progress').getAttribute('value'));
}

export const menunggu = (page) => page.evaluate(() => new Promise((jadi, gagal) => {
  const buka = indexedDB.open('prima-survei', 1);
  buka.onerror = () => gagal(buka.error);
  buka.onsuccess = () => {
    const minta = buka.result.transaction('jawaban').objectStore('jawaban').getAll();
    minta.onsuccess = () => { buka.result.close(); jadi(minta.result); };
  };
}));

/** Waits until the phone has the page with its sheet and its script. */
export async function tersimpan(page) {
  await page.waitForFunction(async () => {
    await navigator.serviceWorker.ready;
    const wadah = await caches.open('prima-survei-1');
    return (await wadah.match(location.href)) && (await wadah.keys()).length >= 4;
  });
}
