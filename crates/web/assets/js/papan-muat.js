// The board fits its screen: type as large as the part allows (antrean.css), and what does not fit is shown in turn; the newest call stays.

const papan = document.getElementById("papan");
const LAMA = 8000, SEKALI = 5;
const ke = new Map();
const susun = (daftar) => {
  const semua = [...daftar.children], tetap = Number(daftar.dataset.tetap ?? 0), tanda = daftar.parentElement.querySelector(".papan-lain");
  for (const l of semua) l.hidden = false;
  tanda.hidden = true;
  const baris = (n) => daftar.style.setProperty("--baris", n);
  const lebih = () => daftar.scrollHeight > daftar.clientHeight;
  baris(Math.min(semua.length, tetap ? SEKALI : semua.length) || 1);
  // A narrow screen scrolls.
  if (getComputedStyle(document.body).overflowY !== "hidden") return;
  const lembar = [[]];
  if (tetap) {
    for (const [n, l] of semua.slice(tetap).entries()) (lembar[Math.floor(n / (SEKALI - tetap))] ??= []).push(l);
  } else {
    // Smaller first, as far as the style lets it.
    for (let n = semua.length * 1.1; lebih() && n < semua.length * 2.2; n *= 1.1) baris(n);
    if (!lebih()) return;
    tanda.hidden = false;
    let sisa = daftar.clientHeight;
    for (const l of semua) {
      if (l.offsetHeight > sisa && lembar.at(-1).length) { lembar.push([]); sisa = daftar.clientHeight; }
      lembar.at(-1).push(l);
      sisa -= l.offsetHeight;
    }
  }
  if (lembar.length < 2) return;
  const ini = lembar[(ke.get(daftar.tagName) ?? 0) % lembar.length];
  for (const l of semua.slice(tetap)) l.hidden = !ini.includes(l);
  const a = semua.indexOf(ini[0]) + 1;
  tanda.textContent = daftar.dataset.halaman.replace("[a]", a).replace("[b]", a + ini.length - 1).replace("[n]", semua.length);
  tanda.hidden = false;
};
export const muatkan = () => { for (const d of papan.querySelectorAll("[data-halaman]")) susun(d); };
/** Back to the first page of calls: who is called now is seen at once. */
export const awal = () => ke.set("OL", 0);

document.body.classList.add("papan--muat");
muatkan();
addEventListener("resize", muatkan);
document.fonts?.ready.then(muatkan);
setInterval(() => {
  for (const d of ["OL", "UL"]) ke.set(d, (ke.get(d) ?? 0) + 1);
  muatkan();
}, LAMA);
