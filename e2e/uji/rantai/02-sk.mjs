// The person in charge appoints the evaluators by decree; until then they cannot work.

import assert from 'node:assert/strict';

import { berkasPdf } from '../../lib/berkas.mjs';
import { uji } from '../../lib/uji.mjs';
import { NAMA_PERIODE, kisah, pandang, sebagai, tekan } from './bersama.mjs';

uji('sebelum SK, evaluator tidak menemukan unitnya', async (t) => {
  t.izinkan(/404/);
  const page = await sebagai(t, 'evaluator1', null);
  const jawaban = await page.goto(`${kisah.lokus}/f02`);
  assert.equal(jawaban.status(), 404);
  await pandang(page);
});

uji('penanggungjawab menetapkan evaluator dengan SK', async (t) => {
  const page = await sebagai(t, 'sekda', '/');
  await pandang(page, 'beranda-penanggungjawab');
  await page.getByLabel('SK menunggu tanda tangan').locator('a[href$="/sk"]', { hasText: NAMA_PERIODE }).click();
  await pandang(page, 'sk');
  for (const kotak of await page.locator('[name=usulan]').all()) await kotak.check();
  await page.getByLabel('Nomor SK').fill('065/ILUSTRASI/2026');
  await page.getByLabel('Tanggal SK').fill('2024-03-20');

  await page.getByLabel('Berkas SK').setInputFiles({ name: 'sk.pdf', mimeType: 'application/pdf', buffer: Buffer.from('bukan pdf') });
  t.izinkan(/422/);
  await tekan(page, 'Tetapkan dengan SK');
  await page.getByText('Berkas ini bukan PDF yang utuh').first().waitFor();
  assert.equal(await page.getByLabel('Nomor SK').inputValue(), '065/ILUSTRASI/2026');

  await page.getByLabel('Berkas SK').setInputFiles(berkasPdf('sk-evaluator.pdf'));
  await tekan(page, 'Tetapkan dengan SK');
  await page.getByText('Evaluator ditetapkan').waitFor();
  await pandang(page);
});
