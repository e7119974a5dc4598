// Chromium: the one place that knows where it is and how it starts.

import { existsSync } from 'node:fs';

import { chromium } from 'playwright-core';

/** The three sizes every page is looked at in. */
export const UKURAN = {
  ponsel: { width: 360, height: 740 },
  tablet: { width: 768, height: 1024 },
  layar: { width: 1280, height: 900 },
};

const BENDERA = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Text drawn the same on every machine, so that pictures differ only when pages do.
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--hide-scrollbars',
  // A microphone that beeps, for the voice notes of the field; a page still has to be given the permission.
  '--use-fake-device-for-media-stream',
];

/** Draws the same pages without a window around them: a third less processor time over a file of tests. */
const RINGAN = '/usr/bin/chromium-headless-shell';
const PENUH = '/usr/bin/chromium';

/** `penuh`: with all that stands around a page (a microphone, pages that come back after they were closed). */
export async function nyalakanPeramban({ penuh = false } = {}) {
  const tampak = process.env.PRIMA_TAMPAK === '1';
  const ringan = !penuh && !tampak && existsSync(RINGAN);
  return chromium.launch({
    executablePath: process.env.PRIMA_CHROMIUM ?? (ringan ? RINGAN : PENUH),
    headless: !tampak,
    chromiumSandbox: false, // Chromium's sandbox does not run as root; pages here are our own.
    args: BENDERA,
  });
}

/** Options of a context: Indonesian, Kutai Timur's clock, no animation. */
export function pilihanKonteks({ ukuran = 'layar', js = true, alamat, ...lain }) {
  if (!UKURAN[ukuran]) throw new Error(`no size "${ukuran}": ${Object.keys(UKURAN).join(', ')}`);
  return {
    viewport: UKURAN[ukuran],
    deviceScaleFactor: 1,
    hasTouch: ukuran === 'ponsel',
    javaScriptEnabled: js,
    locale: 'id-ID',
    timezoneId: 'Asia/Makassar',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    baseURL: alamat,
    ...lain,
  };
}
