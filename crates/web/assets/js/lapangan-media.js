// Camera, voice and place, each only at a press. A photo is made small here: through a canvas, so nothing but the picture is left
// (no place, no device), and at most about 400 kB.

import { antrekan, buangAntre, isiAntre } from "./lapangan-kirim.js";
import { el, salin, t, tempatnya, tulis, waktu } from "./lapangan-unsur.js";

const SISI = 1600;
const FOTO_MAKS = 400 * 1024;
const REKAM_DETIK = 120;

/** A small JPEG of a picture; throws when it is no picture. */
export async function kecilkan(berkas) {
  const gambar = await createImageBitmap(berkas, { imageOrientation: "from-image" });
  let sisi = SISI;
  let blob;
  for (const mutu of [0.8, 0.65, 0.5, 0.5, 0.4]) {
    const skala = Math.min(1, sisi / Math.max(gambar.width, gambar.height));
    const kanvas = Object.assign(document.createElement("canvas"), { width: Math.max(1, Math.round(gambar.width * skala)), height: Math.max(1, Math.round(gambar.height * skala)) });
    kanvas.getContext("2d").drawImage(gambar, 0, 0, kanvas.width, kanvas.height);
    blob = await new Promise((jadi) => { kanvas.toBlob(jadi, "image/jpeg", mutu); });
    if (!blob || blob.size <= FOTO_MAKS) break;
    if (mutu <= 0.5) sisi *= 0.75;
  }
  gambar.close();
  if (!blob) throw new Error("no picture");
  return blob;
}

const tempat = () => new Promise((jadi, gagal) => {
  navigator.geolocation.getCurrentPosition(
    ({ coords: c }) => jadi({ lintang: Math.round(c.latitude * 1e6), bujur: Math.round(c.longitude * 1e6), akurasi: Math.min(1e6, Math.round(c.accuracy)) }),
    gagal, { enableHighAccuracy: true, timeout: 30_000, maximumAge: 0 },
  );
});

/** The tools and notes of one indicator (or of the unit, `kode` empty) inside `wadah`. `ubah()` after each change. */
export function pasangMedia(wadah, { bekal, kode, nama, antre, dapat, ubah }) {
  const isi = salin("media");
  tulis(isi, "nama", ` ${nama}`);
  const kabar = el(isi, "kabar-media");
  const daftar = el(isi, "daftar");
  const foto = el(isi, "foto");
  const simpan = async (jenis, lebih, blob) => {
    try {
      await antrekan({
        akun: bekal.akun, lokus: bekal.lokus, unit: bekal.unit, jenis: "catatan", kode, nama, kunci: "", versi: 0,
        isi: { jenis, keterangan: "", ...lebih }, blob,
      });
      kabar.textContent = "";
      await ubah();
    } catch (galat) {
      kabar.textContent = t(galat?.name === "QuotaExceededError" ? "penuh" : "foto-gagal");
    }
  };
  foto.disabled = !dapat;
  foto.addEventListener("change", async () => {
    const [berkas] = foto.files;
    if (!berkas) return;
    try {
      await simpan("foto", {}, await kecilkan(berkas));
    } catch {
      kabar.textContent = t("foto-gagal");
    }
    foto.value = "";
  });
  const tombolPosisi = el(isi, "posisi");
  tombolPosisi.hidden = !navigator.geolocation || !dapat;
  tombolPosisi.addEventListener("click", async () => {
    kabar.textContent = t("posisi-mencari");
    try {
      await simpan("posisi", await tempat());
    } catch {
      kabar.textContent = t("posisi-gagal");
    }
  });
  rekam(isi, dapat, kabar, (blob) => simpan("suara", {}, blob));
  wadah.append(isi);
  tampilkan(daftar, bekal, kode, antre, ubah);
  // A photo's list grows without drawing the card anew, which would take the typed text's focus.
  return (baru) => tampilkan(daftar, bekal, kode, baru, ubah);
}

function rekam(isi, dapat, kabar, jadi) {
  const [mulai, berhenti] = [el(isi, "rekam"), el(isi, "berhenti")];
  const jenis = globalThis.MediaRecorder && ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"].find((j) => MediaRecorder.isTypeSupported(j));
  if (!jenis || !navigator.mediaDevices?.getUserMedia || !dapat) return;
  mulai.hidden = false;
  mulai.addEventListener("click", async () => {
    let aliran;
    try {
      aliran = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      kabar.textContent = t("rekam-gagal");
      return;
    }
    const potong = [];
    const r = new MediaRecorder(aliran, { mimeType: jenis, audioBitsPerSecond: 24_000 });
    let detik = 0;
    const jam = setInterval(() => {
      detik += 1;
      kabar.textContent = t("merekam", { detik });
      if (detik >= REKAM_DETIK) r.stop();
    }, 1_000);
    r.ondataavailable = (e) => potong.push(e.data);
    r.onstop = () => {
      clearInterval(jam);
      for (const jalur of aliran.getTracks()) jalur.stop();
      mulai.hidden = false;
      berhenti.hidden = true;
      jadi(new Blob(potong, { type: jenis.split(";")[0] }));
    };
    berhenti.onclick = () => r.stop();
    mulai.hidden = true;
    berhenti.hidden = false;
    kabar.textContent = t("merekam", { detik });
    r.start();
  });
}

function tampilkan(daftar, bekal, kode, antre, ubah) {
  for (const u of daftar.querySelectorAll("img[src], audio[src]")) URL.revokeObjectURL(u.src);
  const menunggu = antre.filter((a) => a.jenis === "catatan" && a.lokus === bekal.lokus && a.kode === kode);
  const terkirim = bekal.catatan.filter((c) => c.indikator === kode).map((c) => ({ op: c.id, isi: c, perangkat: c.pada, terkirim: true }));
  daftar.replaceChildren(...[...terkirim, ...menunggu].map((a) => {
    const baris = salin("catatan");
    const isi = isiAntre(a);
    if (a.blob) {
      const u = el(baris, isi.jenis === "foto" ? "gambar" : "bunyi");
      u.src = URL.createObjectURL(a.blob);
      u.hidden = false;
    }
    tulis(baris, "judul", `${t(isi.jenis)} · ${waktu(a.perangkat)}`);
    const keadaan = t(a.terkirim ? "di-server" : a.keadaan === "ditolak" ? "sel-ditolak" : "belum-terkirim");
    tulis(baris, "ket", isi.lintang === undefined || isi.lintang === null ? keadaan : `${tempatnya(isi)} · ${keadaan}`);
    const buang = el(baris, "buang");
    buang.hidden = Boolean(a.terkirim || a.dicoba);
    buang.addEventListener("click", async () => { await buangAntre(a.op); await ubah(); });
    return baris;
  }));
}
