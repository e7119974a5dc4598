// Accessibility and narrow screens: axe with the WCAG 2.2 AA rules, and no sideways scrolling.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ATURAN = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Fails on any axe violation and on content wider than the screen, in the size the page has.
 * Call it on each page and state (empty, error, no permission); the page needs scripts switched on.
 */
export async function periksaAksesibel(page) {
  const cacat = [...(await periksaAxe(page)), ...(await periksaLebar(page))];
  if (cacat.length) throw new Error(`${page.url()}\n${cacat.join('\n')}`);
}

async function periksaAxe(page) {
  // Evaluated through the debugger: the page's content security policy neither stops it nor is
  // loosened for it. A page that is looked at in several sizes has it already.
  if (!(await page.evaluate(() => Boolean(window.axe)))) await page.evaluate(AXE);
  const temuan = await page.evaluate(async (aturan) => {
    const hasil = await window.axe.run(document, {
      runOnly: { type: 'tag', values: aturan },
      resultTypes: ['violations'],
    });
    return hasil.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map((simpul) => `${simpul.target.join(' ')}\n      ${simpul.failureSummary.replace(/\s+/g, ' ')}`),
    }));
  }, ATURAN);
  return temuan.map(({ id, help, nodes }) => `  axe ${id}: ${help}\n    ${nodes.slice(0, 5).join('\n    ')}`);
}

async function periksaLebar(page) {
  const { lebar, isi, penyebab } = await page.evaluate(() => {
    const akar = document.documentElement;
    const lebar = akar.clientWidth;
    // An element may be wide inside a box that scrolls by itself, such as a table's.
    const dalamKotak = (elemen) => {
      for (let induk = elemen.parentElement; induk && induk !== document.body; induk = induk.parentElement) {
        if (getComputedStyle(induk).overflowX !== 'visible') return true;
      }
      return false;
    };
    const melebar = (elemen) => {
      const { left, right } = elemen.getBoundingClientRect();
      const meluap = getComputedStyle(elemen).overflowX === 'visible' ? left + elemen.scrollWidth : 0;
      return Math.max(right, meluap) > lebar + 1 && !dalamKotak(elemen);
    };
    const penyebab = [...document.body.querySelectorAll('*')]
      .filter(melebar)
      .reverse() // the innermost first
      .slice(0, 5)
      .map((elemen) => `<${elemen.tagName.toLowerCase()} id="${elemen.id}" class="${elemen.className}">`);
    return { lebar, isi: akar.scrollWidth, penyebab };
  });
  return isi > lebar ? [`  content is ${isi} px wide on a screen of ${lebar} px: ${penyebab.join(' ')}`] : [];
}
