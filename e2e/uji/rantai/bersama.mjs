// What the steps of the chain share: the accounts, what earlier steps made, and a look at each page they pass.

import { periksaAksesibel } from '../../lib/aksesibel.mjs';
import { gambar } from '../../lib/gambar.mjs';
import { UKURAN } from '../../lib/peramban.mjs';
import { akun } from '../akun.mjs';

export { akun };

/** Made on the way: addresses of the period and of the unit whose story is told. */
export const kisah = { periode: '', lokus: '', survei: '' };

export const NAMA_PERIODE = 'PEKPPP Mandiri Kabupaten Kutai Timur 2026';
export const UNIT = 'Kecamatan Sangatta Utara';

/** Opens a page as the person with this name before the @. */
export const sebagai = (t, nama, ke, pilihan) => t.sebagai(akun(t, nama), ke, pilihan);

/**
 * Looks at the page as it is now on a phone and on a desk; with a name it is also a picture of the guide, from the top of the
 * page or from the place `dari` (a locator).
 */
export async function pandang(page, nama, { ukuran = 'layar', dari, ...pilihan } = {}) {
  const semula = page.viewportSize();
  for (const satu of ['ponsel', 'layar']) {
    await page.setViewportSize(UKURAN[satu]);
    await periksaAksesibel(page);
  }
  if (nama) {
    await page.setViewportSize(UKURAN[ukuran]);
    await page.evaluate(() => document.activeElement?.blur());
    await (dari ?? page.locator('body')).evaluate((el) => el.scrollIntoView({ block: 'start', behavior: 'instant' }));
    await gambar(page, nama, { untuk: 'panduan', ...pilihan });
  }
  await page.setViewportSize(semula);
}

/** Presses the button and waits for the page that answers. */
export async function tekan(page, nama, { di = page, exact = true } = {}) {
  await Promise.all([page.waitForLoadState(), di.getByRole('button', { name: nama, exact }).click()]);
}

/** Paths of the pages of the aspects (I, II, …, tambahan) of F01 or F02, from its overview. */
export async function aspek(page, formulir, lokus = kisah.lokus) {
  await page.goto(`${lokus}/${formulir}`);
  const semua = await page.locator(`main a[href^="${lokus}/${formulir}/"]`).evaluateAll((a) => a.map((el) => new URL(el.href).pathname));
  return [...new Set(semua)].filter((satu) => /\/([IVX]+|tambahan)$/.test(satu));
}

/** The evaluator says of each of his units that nothing ties him to it; before that no sheet of F02 opens. */
export async function nyatakanBebas(page, lokus = kisah.lokus) {
  await page.goto(`${lokus}/f02/pernyataan`);
  for (const pilihan of await page.getByRole('radio', { name: 'Tidak ada benturan' }).all()) await pilihan.check();
  await tekan(page, 'Nyatakan');
  await page.getByText('Pernyataan tersimpan').waitFor();
}

/** The organiser shows the unit its draft scores; its head declares that nothing more comes. */
export async function akhiriHakJawab(biro, kepala, buka = () => kepala.reload()) {
  await tekan(biro, 'Buka nilai sementara kepada unit');
  await biro.getByText('Nilai sementara dibuka kepada unit.').waitFor();
  await buka();
  await kepala.getByLabel('Unit sudah membaca nilai sementara').check();
  await tekan(kepala, 'Nyatakan tidak ada sanggahan lagi');
  await kepala.getByText('Unit menyatakan tidak ada sanggahan lagi.').waitFor();
}
