// The page of a number follows its line. Without a line to the server it says so and tries again by itself; where the server
// has no room for another stream, the page is fetched anew from time to time.

const panel = document.getElementById("tiket-panel");
const ucap = document.querySelector("[data-ucap]");
const putus = document.querySelector("p[data-putus]");
const judul = document.title;
// A number that is over has no stream; one that an officer may open again today (`data-tiket` is still there) is looked at now and then.
let aliran = null, tunggu = null, terpanggil = null, mati = null;
let usai = panel?.dataset.usai !== undefined, lagi = panel?.dataset.tiket !== undefined;

const hidup = () => { clearTimeout(mati); mati = null; putus.hidden = true; };
const terputus = () => { mati ??= setTimeout(() => { putus.hidden = false; }, 4000); };
const berhenti = () => { clearTimeout(tunggu); aliran?.close(); aliran = null; };

const tampil = (d) => {
  // Sent on to another service: heading and what to bring are that one's.
  if (d.layanan && d.layanan !== panel.dataset.layanan) { location.reload(); return; }
  panel.innerHTML = d.html;
  if (ucap.textContent !== d.ucap) ucap.textContent = d.ucap;
  document.title = d.dipanggil ? d.ucap : judul;
  // A page that was never touched may not vibrate, and the browser would complain.
  const boleh = navigator.userActivation?.hasBeenActive ?? true;
  if (d.dipanggil && d.dipanggil !== terpanggil && boleh) navigator.vibrate?.([400, 200, 400]);
  terpanggil = d.dipanggil;
  // That the number was issued is no news any more, and stands before what is.
  if (d.dipanggil) document.querySelector(".pesan")?.remove();
  const batal = document.querySelector("[data-batal]");
  if (batal) batal.hidden = !d.batal;
  // The browser is not to come back for more of the stream.
  if (d.usai) { usai = true; lagi = d.lagi; berhenti(); nanti(); }
};

/** The page as it is now; whether that worked. */
const muat = async () => {
  const jawab = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => null);
  if (!jawab?.ok) return false;
  const baru = new DOMParser().parseFromString(await jawab.text(), "text/html").getElementById("tiket-panel");
  if (!baru) return false;
  if (baru.dataset.layanan && baru.dataset.layanan !== panel.dataset.layanan) location.reload();
  panel.innerHTML = baru.innerHTML;
  lagi = baru.dataset.tiket !== undefined;
  usai = !lagi || baru.dataset.usai !== undefined;
  return true;
};

/** Looks again later whether the number was opened again; not while nobody looks at the page. */
const nanti = () => {
  clearTimeout(tunggu);
  if (lagi) tunggu = setTimeout(async () => { if (!document.hidden) await muat(); mulai(); }, 4_000 * (1 + Math.random()));
};

const mulai = () => {
  clearTimeout(tunggu);
  if (aliran || !panel?.dataset.tiket) return;
  if (usai) { nanti(); return; }
  aliran = new EventSource(panel.dataset.tiket);
  aliran.addEventListener("open", hidup);
  aliran.addEventListener("tiket", (e) => { hidup(); tampil(JSON.parse(e.data)); });
  aliran.addEventListener("error", async () => {
    terputus();
    // A refused stream is not tried again by the browser.
    if (aliran?.readyState !== EventSource.CLOSED) return;
    berhenti();
    const ada = await muat();
    if (ada) hidup();
    if (usai) nanti(); else tunggu = setTimeout(mulai, (ada ? 12_000 : 3000) * (1 + Math.random()));
  });
};

addEventListener("pagehide", berhenti);
addEventListener("pageshow", mulai);
// A phone that slept may hold a stream that is dead.
document.addEventListener("visibilitychange", async () => {
  if (document.hidden) return;
  berhenti();
  if (usai && lagi) await muat();
  mulai();
});
addEventListener("online", () => { berhenti(); mulai(); });
mulai();
