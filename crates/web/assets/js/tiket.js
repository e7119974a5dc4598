// The page of a number follows its line. Without a line to the server it says so and tries again by itself.

const panel = document.getElementById("tiket-panel");
const ucap = document.querySelector("[data-ucap]");
const putus = document.querySelector("p[data-putus]");
const judul = document.title;
let aliran = null, tunggu = null, terpanggil = null, mati = null;

const tampil = (d) => {
  panel.innerHTML = d.html;
  if (ucap.textContent !== d.ucap) ucap.textContent = d.ucap;
  document.title = d.dipanggil ? `${d.ucap}` : judul;
  if (d.dipanggil && d.dipanggil !== terpanggil) navigator.vibrate?.([400, 200, 400]);
  terpanggil = d.dipanggil;
  const batal = document.querySelector("[data-batal]");
  if (batal) batal.hidden = !d.batal;
};

const hidup = () => {
  clearTimeout(mati);
  mati = null;
  putus.hidden = true;
};
const terputus = () => { mati ??= setTimeout(() => { putus.hidden = false; }, 4000); };

const mulai = () => {
  if (aliran || !panel?.dataset.tiket) return;
  aliran = new EventSource(panel.dataset.tiket);
  aliran.addEventListener("open", hidup);
  aliran.addEventListener("tiket", (e) => { hidup(); tampil(JSON.parse(e.data)); });
  aliran.addEventListener("error", () => {
    terputus();
    // A refused stream is not tried again by the browser.
    if (aliran?.readyState !== EventSource.CLOSED) return;
    berhenti();
    tunggu = setTimeout(mulai, 3000 + Math.random() * 3000);
  });
};
const berhenti = () => { clearTimeout(tunggu); aliran?.close(); aliran = null; };

addEventListener("pagehide", berhenti);
addEventListener("pageshow", mulai);
// A phone that slept may hold a stream that is dead.
document.addEventListener("visibilitychange", () => { if (!document.hidden) { berhenti(); mulai(); } });
addEventListener("online", () => { berhenti(); mulai(); });
mulai();
