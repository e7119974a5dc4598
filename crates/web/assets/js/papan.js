// The board: fits its screen, follows its stream, comes back by itself, and speaks each call once when somebody switched the sound on
// (browsers play nothing before a press). What is visible never waits for the sound.

const papan = document.getElementById("papan");
const putus = document.querySelector("[data-putus]");
const ucap = document.querySelector("[data-ucap]");
const tombol = document.querySelector("[data-suara]");
const jam = document.querySelector("[data-jam]");
const sudah = new Set(papan.dataset.lama.split(" "));

const detak = () => { jam.textContent = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", timeZone: jam.dataset.jam }); };
detak();
setInterval(detak, 5000);

// --- Pages: what does not fit is shown in turn; the newest call stays ---
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
const muatkan = () => { for (const d of papan.querySelectorAll("[data-halaman]")) susun(d); };
document.body.classList.add("papan--muat");
muatkan();
addEventListener("resize", muatkan);
document.fonts?.ready.then(muatkan);
setInterval(() => {
  for (const d of ["OL", "UL"]) ke.set(d, (ke.get(d) ?? 0) + 1);
  muatkan();
}, LAMA);

// --- Sound: clips one after the other, calls one after the other ---
let konteks = null, giliran = Promise.resolve();
const klip = new Map();
const muat = (nama) => {
  if (!klip.has(nama)) {
    const isi = fetch(`${tombol.dataset.suara}${nama}.mp3`).then((j) => (j.ok ? j.arrayBuffer() : Promise.reject(new Error(nama)))).then((b) => konteks.decodeAudioData(b));
    // A clip that did not come is asked for again at the next call.
    isi.catch(() => klip.delete(nama));
    klip.set(nama, isi);
  }
  return klip.get(nama);
};
const ucapkan = async (nama) => {
  const semua = await Promise.all(["gong", ...nama].map(muat));
  let saat = konteks.currentTime + 0.05;
  for (const b of semua) {
    const sumber = konteks.createBufferSource();
    sumber.buffer = b;
    sumber.connect(konteks.destination);
    sumber.start(saat);
    saat += b.duration;
  }
  await new Promise((selesai) => { setTimeout(selesai, (saat - konteks.currentTime) * 1000 + 400); });
};
const panggil = (p) => {
  ucap.textContent = p.teks;
  if (konteks && p.klip.length) giliran = giliran.then(() => ucapkan(p.klip)).catch(() => {});
};
if ("AudioContext" in window) {
  tombol.hidden = false;
  tombol.addEventListener("click", async () => {
    konteks ??= new AudioContext();
    await konteks.resume();
    tombol.textContent = tombol.dataset.hidup;
    tombol.setAttribute("aria-pressed", "true");
    giliran = giliran.then(() => ucapkan([])).catch(() => {});
  });
}

// --- Stream ---
let aliran = null, mati = null, lagi = null;
const hidup = () => { clearTimeout(mati); mati = null; putus.hidden = true; };
const tampil = (d) => {
  papan.innerHTML = d.html;
  // Who is called now is seen at once.
  if (d.panggil.some((p) => !sudah.has(p.kunci))) ke.set("OL", 0);
  muatkan();
  for (const p of [...d.panggil].reverse()) {
    if (sudah.has(p.kunci)) continue;
    sudah.add(p.kunci);
    papan.querySelector(`[data-panggilan="${CSS.escape(p.kunci)}"]`)?.classList.add("papan-satu--baru");
    panggil(p);
  }
};
const mulai = () => {
  clearTimeout(lagi);
  if (aliran) return;
  aliran = new EventSource(papan.dataset.alir);
  aliran.addEventListener("open", hidup);
  aliran.addEventListener("papan", (e) => { hidup(); tampil(JSON.parse(e.data)); });
  aliran.addEventListener("error", () => {
    mati ??= setTimeout(() => { putus.hidden = false; }, 3000);
    if (aliran?.readyState !== EventSource.CLOSED) return;
    aliran.close();
    aliran = null;
    lagi = setTimeout(mulai, 2000);
  });
};
addEventListener("pagehide", () => { aliran?.close(); aliran = null; });
addEventListener("pageshow", mulai);
addEventListener("online", () => { aliran?.close(); aliran = null; mulai(); });
mulai();
