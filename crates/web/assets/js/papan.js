// The board: fits its screen, follows its stream, comes back by itself, and speaks each call once when somebody switched the sound on
// (browsers play nothing before a press). What is visible never waits for the sound.

import { awal, muatkan } from "./papan-muat.js";

const papan = document.getElementById("papan");
const putus = document.querySelector("[data-putus]");
const ucap = document.querySelector("[data-ucap]");
const tombol = document.querySelector("[data-suara]");
const jam = document.querySelector("[data-jam]");
const sudah = new Set(papan.dataset.lama.split(" "));

const detak = () => { jam.textContent = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", timeZone: jam.dataset.jam }); };
detak();
setInterval(detak, 5000);

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
  if (d.panggil.some((p) => !sudah.has(p.kunci))) awal();
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
