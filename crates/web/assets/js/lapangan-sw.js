// The service worker of field work. It lies in /lapangan/, so that is all it can touch: the page of work is taken from the line
// when there is one and from the phone otherwise. Data never pass through it.

const WADAH = "prima-lapangan-1";
const KERJA = "/lapangan/kerja";
const ASET = /^\/aset\/[0-9a-f]+\/(app\.css|lapangan[a-z-]*\.js|ikon(-set)?\.svg)$/;
const SABAR_MS = 4_000;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (e) => e.waitUntil(clients.claim()));

addEventListener("fetch", (e) => {
  const { request } = e;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate" && url.pathname === KERJA) e.respondWith(halaman(e));
  else if (ASET.test(url.pathname)) e.respondWith(aset(request));
});

// A fresh page is only kept once everything it loads is kept, which the page itself sees to (lapangan-siap.js).
async function halaman(e) {
  const simpanan = async () => (await caches.open(WADAH)).match(KERJA);
  const segar = fetch(e.request).then((r) => {
    if (r.ok && !r.redirected) return r;
    throw new Error(`answer ${r.status}`);
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
  const ada = await (await caches.open(WADAH)).match(request.url);
  return ada ?? fetch(request);
}
