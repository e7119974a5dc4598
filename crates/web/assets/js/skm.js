// Comforts of the survey pages of officers; each page works without them.
// The sample follows the typed population, the link is copied, and parts marked data-segar are fetched anew when answers come.

const populasi = document.getElementById("populasi");
const sampel = document.querySelector("output[data-sampel]");
if (populasi && sampel) {
  for (const tombol of document.querySelectorAll("[data-tanpa-js]")) tombol.hidden = true;
  const edisi = () => document.querySelector("[name=edisi]:checked")?.value ?? document.querySelector("[name=edisi]")?.value ?? "";
  let tunggu, nomor = 0;
  const hitung = async () => {
    const ini = ++nomor;
    const kueri = new URLSearchParams({ edisi: edisi(), populasi: populasi.value });
    const jawab = await fetch(`${sampel.dataset.sampel}?${kueri}`).catch(() => null);
    // Only the newest answer counts; a page that lost its session keeps what it shows.
    if (jawab?.ok && !jawab.redirected && ini === nomor) sampel.textContent = await jawab.text();
  };
  populasi.addEventListener("input", () => { clearTimeout(tunggu); tunggu = setTimeout(hitung, 200); });
  for (const e of document.querySelectorAll("[name=edisi]")) e.addEventListener("change", hitung);
}

for (const tempat of document.querySelectorAll("[data-skm-langsung]")) {
  let aliran = null, sibuk = false, lagi = false;
  // At most one fetch every two seconds, however fast answers come.
  const segarkan = async () => {
    if (sibuk) { lagi = true; return; }
    sibuk = true;
    lagi = false;
    const jawab = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => null);
    if (jawab?.ok && !jawab.redirected) {
      const baru = new DOMParser().parseFromString(await jawab.text(), "text/html");
      for (const lama of document.querySelectorAll("[data-segar][id]")) {
        const ganti = baru.getElementById(lama.id);
        // What somebody opened or folded stays so.
        for (const lipat of ganti?.querySelectorAll("details[id]") ?? []) lipat.open = document.getElementById(lipat.id)?.open ?? lipat.open;
        if (ganti && ganti.innerHTML !== lama.innerHTML && !lama.contains(document.activeElement)) lama.replaceChildren(...ganti.childNodes);
      }
      tempat.textContent = tempat.dataset.kabar;
    }
    setTimeout(() => { sibuk = false; if (lagi) segarkan(); }, 2000);
  };
  const berhenti = () => { aliran?.close(); aliran = null; };
  const mulai = () => {
    if (aliran || document.hidden) return;
    aliran = new EventSource(tempat.dataset.skmLangsung);
    aliran.addEventListener("perubahan", (e) => (e.data === "lonceng" ? document.dispatchEvent(new Event("lonceng")) : segarkan()));
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? berhenti() : (segarkan(), mulai())));
  addEventListener("pagehide", berhenti);
  addEventListener("pageshow", mulai);
  mulai();
}
