// The page of a number follows its line. Without a line to the server it says so and tries again by itself; where the server
// has no room for another stream, the page is fetched anew from time to time.

const panel = document.getElementById("tiket-panel");
const ucap = document.querySelector("[data-ucap]");
const putus = document.querySelector("p[data-putus]");
const judul = document.title;
let aliran = null, tunggu = null, terpanggil = null, mati = null, usai = false;

const hidup = () => { clearTimeout(mati); mati = null; putus.hidden = true; };
const terputus = () => { mati ??= setTimeout(() => { putus.hidden = false; }, 4000); };
const berhenti = () => { clearTimeout(tunggu); aliran?.close(); aliran = null; };

const tampil = (d) => {
  panel.innerHTML = d.html;
  if (ucap.textContent !== d.ucap) ucap.textContent = d.ucap;
  document.title = d.dipanggil ? d.ucap : judul;
  if (d.dipanggil && d.dipanggil !== terpanggil) navigator.vibrate?.([400, 200, 400]);
  terpanggil = d.dipanggil;
  const batal = document.querySelector("[data-batal]");
  if (batal) batal.hidden = !d.batal;
  // Nothing more happens to it: the browser is not to come back for more.
  if (d.usai) { usai = true; berhenti(); }
};

/** The page as it is now; whether that worked. */
const muat = async () => {
  const jawab = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => null);
  if (!jawab?.ok) return false;
  const baru = new DOMParser().parseFromString(await jawab.text(), "text/html").getElementById("tiket-panel");
  if (baru) panel.innerHTML = baru.innerHTML;
  usai = Boolean(baru) && !baru.dataset.tiket;
  return Boolean(baru);
};

const mulai = () => {
  clearTimeout(tunggu);
  if (aliran || usai || !panel?.dataset.tiket) return;
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
    if (!usai) tunggu = setTimeout(mulai, (ada ? 12_000 : 3000) * (1 + Math.random()));
  });
};

addEventListener("pagehide", berhenti);
addEventListener("pageshow", mulai);
// A phone that slept may hold a stream that is dead.
document.addEventListener("visibilitychange", () => { if (!document.hidden) { berhenti(); mulai(); } });
addEventListener("online", () => { berhenti(); mulai(); });
mulai();
