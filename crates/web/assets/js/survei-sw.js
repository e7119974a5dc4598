// The service worker of survey pages. Its scopes are /f03/ and /skm/, so officers' pages never pass through it.
// A page is taken from the line when there is one and from the phone otherwise; answers are sent by the queue above.

const WADAH = "prima-survei-1";
const HALAMAN = /^\/(f03|skm)\/[^/]+(\/kios)?$/;
const ASET = /^\/aset\/[0-9a-f]+\/(survei\.(css|js)|ikon\.svg)$/;
const SABAR_MS = 4_000;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (e) => e.waitUntil(clients.claim()));

addEventListener("fetch", (e) => {
  const { request } = e;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate" && HALAMAN.test(url.pathname)) e.respondWith(halaman(e, url));
  else if (ASET.test(url.pathname)) e.respondWith(aset(request));
});

addEventListener("sync", (e) => {
  if (e.tag === "prima-survei") e.waitUntil(sinkron());
});

// An error at the end tells the browser to try again while anything is left that may still be sent.
async function sinkron() {
  let terkirim = 0;
  await kirimSemua({ abaikan: true, lapor: (_, hasil) => { if (hasil === "diterima") terkirim += 1; } });
  for (const c of await clients.matchAll({ type: "window" })) c.postMessage({ terkirim });
  if ((await semuaJawaban()).some((j) => j.keadaan === "menunggu")) throw new Error("answers are still waiting");
}

// A line that never answers is no line: after a few seconds the kept page is shown, and the fresh one kept when it comes.
async function halaman(e, url) {
  const wadah = await caches.open(WADAH);
  const simpanan = async () => (await wadah.match(url.href)) ?? wadah.match(url.href, { ignoreSearch: true });
  const segar = fetch(e.request).then(async (r) => {
    if (r.ok && !r.redirected) await wadah.put(url.href, r.clone());
    return r;
  });
  e.waitUntil(segar.catch(() => {}));
  const lambat = new Promise((jadi) => { setTimeout(jadi, SABAR_MS); }).then(simpanan);
  try {
    return (await Promise.race([segar, lambat])) ?? (await segar);
  } catch (galat) {
    const ada = await simpanan();
    if (ada) return ada;
    throw galat;
  }
}

// The address carries the content's hash, so what is kept is right for ever.
async function aset(request) {
  const wadah = await caches.open(WADAH);
  const ada = await wadah.match(request.url);
  if (ada) return ada;
  const r = await fetch(request);
  if (r.ok) await wadah.put(request.url, r.clone());
  return r;
}
