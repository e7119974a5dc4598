// Keeps this page on the phone, so that it opens without a line. Needs https (or the machine itself); without it the page
// works all the same while the line holds.

async function simpanHalaman() {
  const dasar = document.body.dataset.dasar;
  if (!navigator.serviceWorker || !document.getElementById("survei") || location.pathname.startsWith(`${dasar}/s/`)) return;
  // The worker did not see a first visit, even when it takes charge of the page in a moment.
  const dilihat = navigator.serviceWorker.controller !== null;
  try {
    await navigator.serviceWorker.register("/survei-sw.js", { scope: `/${dasar.split("/")[1]}/` });
    const wadah = await caches.open("prima-survei-1");
    const berkas = [...document.querySelectorAll("link[href^='/aset/'], script[src^='/aset/']")].map((u) => u.href || u.src);
    if (dilihat) return;
    // The browser still has what it has just shown: no second request.
    for (const url of [location.href, ...berkas]) {
      const r = await fetch(url, { cache: "force-cache" });
      if (r.ok && !r.redirected) await wadah.put(url, r);
    }
  } catch { /* no room, private window: then without */ }
}

// Sends in the background where the browser can (after the page is closed, too).
async function daftarSinkron() {
  try {
    const reg = await navigator.serviceWorker.ready;
    await reg.sync?.register("prima-survei");
    await navigator.storage?.persist?.();
  } catch { /* the page sends by itself */ }
}
