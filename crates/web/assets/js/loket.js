// The officer's screen: forms go without a new page, the screen follows the line, the clock runs, keys press buttons. Each of
// it works without this file.

const wadah = document.querySelector("[data-langsung]");
const isi = document.getElementById("loket-isi");
const putus = document.querySelector("[data-kabar-putus]");
let sibuk = false, lagi = false, urut = null;

const ganti = (teks) => {
  const baru = new DOMParser().parseFromString(teks, "text/html").getElementById("loket-isi");
  if (!baru) { location.reload(); return; }
  // What somebody opened stays open, and the focus stays on the same button.
  for (const d of baru.querySelectorAll("details[id]")) d.open = document.getElementById(d.id)?.open ?? d.open;
  const fokus = document.activeElement;
  const kunci = fokus?.dataset?.kunci;
  const di_dalam = isi.contains(fokus);
  isi.replaceChildren(...baru.childNodes);
  if (di_dalam) (isi.querySelector(`[data-kunci="${kunci ?? "n"}"]`) ?? isi.querySelector("[data-kunci]"))?.focus({ preventScroll: true });
  detak();
  tungguUrut();
};

// Somebody who chooses from a list or types is not disturbed; the next change comes soon enough.
const mengetik = () => isi.contains(document.activeElement) && document.activeElement.matches("select, input:not([type=checkbox])");

const segarkan = async () => {
  if (sibuk) { lagi = true; return; }
  if (mengetik()) { setTimeout(segarkan, 3000); return; }
  sibuk = true;
  lagi = false;
  try {
    const jawab = await fetch(location.href, { headers: { accept: "text/html" } });
    if (jawab.redirected) location.reload();
    else if (jawab.ok && !lagi) ganti(await jawab.text());
  } catch { /* the stream says when the server is back */ }
  sibuk = false;
  if (lagi) segarkan();
};

isi.addEventListener("submit", async (e) => {
  const form = e.target;
  if (!form.matches("[data-cepat]")) return;
  e.preventDefault();
  e.stopPropagation();
  if (form.dataset.jalan) return;
  form.dataset.jalan = "1";
  const data = new URLSearchParams(new FormData(form, e.submitter));
  try {
    const jawab = await fetch(form.action, { method: "POST", body: data });
    // What the answer tells (a number just issued) stays until the next act, whatever changes meanwhile.
    if (jawab.redirected && new URL(jawab.url).pathname === location.pathname) history.replaceState(null, "", jawab.url);
    // A screen that was asked for before the act is older than its answer.
    lagi = sibuk;
    ganti(await jawab.text());
    document.getElementById("terbit")?.scrollIntoView({ block: "nearest" });
    putus.hidden = true;
  } catch {
    // Nothing came back: the same operation may be pressed again, it counts once.
    putus.hidden = false;
    delete form.dataset.jalan;
  }
}, true);

// When the time of a booking comes the order is another one, though nothing happened.
const tungguUrut = () => {
  clearTimeout(urut);
  const dalam = isi.querySelector("[data-urut-dalam]")?.dataset.urutDalam;
  if (dalam) urut = setTimeout(segarkan, Number(dalam) + 500);
};

const detak = () => {
  for (const e of isi.querySelectorAll("[data-sejak]")) {
    // By the server's clock, as it was when the screen was made.
    e.selisih ??= Number(e.dataset.kini) / 1000 - Date.now();
    const d = Math.max(0, Math.floor((Date.now() + e.selisih - Number(e.dataset.sejak) / 1000) / 1000));
    e.textContent = `${String(Math.floor(d / 60)).padStart(2, "0")}:${String(d % 60).padStart(2, "0")}`;
  }
};
setInterval(detak, 1000);
detak();
tungguUrut();

const MATI = "prima:loket-pintasan-mati";
const saklar = document.querySelector("[data-pintasan]");
document.querySelector("[data-pintasan-wadah]").hidden = false;
try { saklar.checked = localStorage.getItem(MATI) === null; } catch { /* stays on */ }
saklar.addEventListener("change", () => {
  try { if (saklar.checked) localStorage.removeItem(MATI); else localStorage.setItem(MATI, "1"); } catch { /* for this visit only */ }
});
addEventListener("keydown", (e) => {
  if (!saklar.checked || e.repeat || e.ctrlKey || e.metaKey || e.altKey || e.target.matches("input:not([type=checkbox]), select, textarea")) return;
  const tombol = isi.querySelector(`[data-kunci="${CSS.escape(e.key.toLowerCase())}"]`);
  if (!tombol) return;
  e.preventDefault();
  tombol.click();
});

let aliran = null, tunggu = null, mati = null;
const mulai = () => {
  clearTimeout(tunggu);
  if (aliran) return;
  aliran = new EventSource(wadah.dataset.langsung);
  aliran.addEventListener("open", () => { clearTimeout(mati); mati = null; putus.hidden = true; segarkan(); });
  aliran.addEventListener("perubahan", (e) => (e.data === "lonceng" ? document.dispatchEvent(new Event("lonceng")) : segarkan()));
  aliran.addEventListener("error", () => {
    mati ??= setTimeout(() => { putus.hidden = false; }, 4000);
    if (aliran?.readyState !== EventSource.CLOSED) return;
    aliran.close();
    aliran = null;
    tunggu = setTimeout(mulai, 2000);
  });
};
addEventListener("pagehide", () => { aliran?.close(); aliran = null; });
addEventListener("pageshow", mulai);
mulai();
