// A checklist: presentation, interview or observation, one card an indicator, its lines from the edition.

import { bentrok } from "./lapangan-kartu.js";
import { antrekan, isiAntre } from "./lapangan-kirim.js";
import { el, ikat, salin, t, tulis } from "./lapangan-unsur.js";

const TUNDA_MS = 700;
export const DAFTAR = ["presentasi", "wawancara", "observasi"];

/** The name of a list. */
export const judul = (jenis) => t(jenis === "presentasi" ? jenis : `daftar-${jenis}`);

const kunci = (bekal, jenis, kode) => `periksa:${bekal.lokus}:${jenis}:${kode}`;
const tersimpan = (bekal, jenis, kode) => bekal.periksa.find((p) => p.jenis === jenis && p.indikator === kode);
const cari = (antre, bekal, jenis, kode) => antre.find((a) => a.kunci === kunci(bekal, jenis, kode) && a.akun === bekal.akun);

/** Ticked lines and all lines of a list. */
export function hitung(bekal, antre, jenis) {
  let [n, dari] = [0, 0];
  for (const i of bekal.bagian.flatMap((b) => b.indikator)) {
    const a = cari(antre, bekal, jenis, i.kode);
    n += (a ? isiAntre(a) : tersimpan(bekal, jenis, i.kode))?.centang.length ?? 0;
    dari += i.periksa[jenis].length;
  }
  return { n, dari };
}

/** Draws the list of one indicator. Gives a function that takes over a new state of the queue. */
export function kartuPeriksa(wadah, { bekal, jenis, i, antre, ubah }) {
  const isi = salin("periksa-kartu");
  const akar = isi.firstElementChild;
  const nomor = ikat(akar);
  tulis(akar, "nomor", i.nomor);
  tulis(akar, "nama", i.nama);
  tulis(akar, "kode", i.kode);
  tulis(akar, "legenda", `${judul(jenis)} ${i.kode}`);
  const tempat = el(akar, "butir");
  const catatan = akar.querySelector('[data-medan="catatan"]');
  tempat.disabled = catatan.disabled = Boolean(bekal.tutup);
  const kotak = i.periksa[jenis].map((teks, n) => {
    const baris = salin("cara");
    const [c, label] = [baris.querySelector("input"), baris.querySelector("label")];
    Object.assign(c, { value: String(n), id: `p-${nomor}-${n}` });
    Object.assign(label, { textContent: teks, htmlFor: c.id });
    tempat.append(baris);
    return c;
  });
  const baca = () => ({ centang: kotak.filter((c) => c.checked).map((c) => Number(c.value)), catatan: catatan.value });
  let [tunda, terakhir, versi] = [undefined, "", 0];
  const simpan = async () => {
    clearTimeout(tunda);
    tunda = undefined;
    const kini = JSON.stringify(baca());
    if (kini === terakhir) return;
    terakhir = kini;
    await antrekan({
      akun: bekal.akun, lokus: bekal.lokus, unit: bekal.unit, jenis: "periksa", daftar: jenis, kode: i.kode, nama: i.nama,
      kunci: kunci(bekal, jenis, i.kode), versi, isi: baca(),
    });
    await ubah();
  };
  tempat.addEventListener("change", simpan);
  catatan.addEventListener("input", () => { clearTimeout(tunda); tunda = setTimeout(simpan, TUNDA_MS); });
  catatan.addEventListener("blur", () => { if (tunda) simpan(); });
  addEventListener("pagehide", () => { if (tunda) simpan(); });

  const perbarui = (b, semua) => {
    const a = cari(semua, b, jenis, i.kode);
    const ada = tersimpan(b, jenis, i.kode);
    versi = ada?.versi ?? 0;
    const kini = (a ? isiAntre(a) : ada) ?? { centang: [], catatan: "" };
    if (!tunda) {
      for (const c of kotak) c.checked = kini.centang.includes(Number(c.value));
      if (catatan.value !== kini.catatan) catatan.value = kini.catatan;
      terakhir = JSON.stringify(baca());
    }
    const status = el(akar, "status");
    status.className = `lembar-status lembar-status--${a ? "perhatian" : ada ? "baik" : "netral"}`;
    const kata = a ? t(a.keadaan === "ditolak" ? "sel-ditolak" : "sel-ponsel") : t(ada ? "sel-server" : "sel-kosong");
    if (status.textContent !== kata) status.textContent = kata;
    bentrok(akar, a, i.periksa[jenis], ubah);
  };
  perbarui(bekal, antre);
  wadah.append(isi);
  return perbarui;
}
