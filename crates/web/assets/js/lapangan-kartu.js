// The cards of one aspect: what the unit says, the rubric, the fields. Each change goes into the queue a moment after typing.

import { antrekan, isiAntre, putuskan } from "./lapangan-kirim.js";
import { pasangMedia } from "./lapangan-media.js";
import { berkas } from "./lapangan-siap.js";
import { el, ikat, kataIsi, pasangan, salin, t, tulis } from "./lapangan-unsur.js";

const CARA = ["dokumen", "wawancara", "observasi"];
const KOSONG = { skor: null, cara: [], sumber: "", catatan: "", rekomendasi: "" };
const TUNDA_MS = 700;

const kunciSel = (bekal, kode) => `f02:${bekal.lokus}:${kode}`;
const cari = (antre, bekal, kunci) => antre.find((a) => a.kunci === kunci && a.akun === bekal.akun);
const medanSel = (s) => ({ skor: s.skor ?? null, cara: s.cara ?? [], sumber: s.sumber ?? "", catatan: s.catatan ?? "", rekomendasi: s.rekomendasi ?? "" });

/** Whether an indicator has a score, typed or stored. */
export function terisi(bekal, antre, i) {
  const a = cari(antre, bekal, kunciSel(bekal, i.kode));
  const sel = a ? isiAntre(a) : i.sel;
  return sel?.skor !== null && sel?.skor !== undefined;
}

/** Draws the card of an indicator; `ubah()` after each change. Gives a function that takes over a new state of the queue. */
export function kartu(wadah, { bekal, i, antre, ubah }) {
  const isi = salin("kartu");
  const akar = isi.firstElementChild;
  const nomor = ikat(akar);
  akar.id = `i-${i.nomor}`;
  tulis(akar, "nomor", i.nomor);
  tulis(akar, "nama", i.nama);
  tulis(akar, "kode", i.kode);
  tulis(akar, "kepastian", i.kepastian);
  unit(akar, bekal, i);
  const dapat = !bekal.tutup;
  const radio = rubrik(akar, i, nomor, dapat);
  const cara = pilihanCara(akar, nomor, dapat);
  const medan = Object.fromEntries(["sumber", "catatan", "rekomendasi"].map((n) => [n, akar.querySelector(`[data-medan="${n}"]`)]));
  for (const m of Object.values(medan)) m.disabled = !dapat;
  const status = el(akar, "status");

  const baca = () => ({
    skor: radio.find((r) => r.checked) ? Number(radio.find((r) => r.checked).value) : null,
    cara: cara.filter((c) => c.checked).map((c) => c.value),
    sumber: medan.sumber.value, catatan: medan.catatan.value, rekomendasi: medan.rekomendasi.value,
  });
  const isikan = (s) => {
    for (const r of radio) r.checked = s.skor !== null && Number(r.value) === s.skor;
    for (const c of cara) c.checked = s.cara.includes(c.value);
    for (const [n, m] of Object.entries(medan)) m.value = s[n];
  };
  let [sel, tunda, terakhir] = [i.sel, undefined, ""];
  const simpan = async () => {
    clearTimeout(tunda);
    tunda = undefined;
    const kini = JSON.stringify(baca());
    if (kini === terakhir) return;
    terakhir = kini;
    try {
      await antrekan({
        akun: bekal.akun, lokus: bekal.lokus, unit: bekal.unit, jenis: "f02", kode: i.kode, nama: i.nama,
        kunci: kunciSel(bekal, i.kode), versi: sel?.versi ?? 0, isi: baca(),
      });
    } catch {
      terakhir = "";
      status.textContent = t("penuh");
      return;
    }
    await ubah();
  };
  const sentuh = () => { clearTimeout(tunda); tunda = setTimeout(simpan, TUNDA_MS); };
  el(akar, "rubrik").addEventListener("change", simpan);
  el(akar, "cara").addEventListener("change", simpan);
  for (const m of Object.values(medan)) {
    m.addEventListener("input", sentuh);
    m.addEventListener("blur", () => { if (tunda) simpan(); });
  }
  addEventListener("pagehide", () => { if (tunda) simpan(); });
  const mediaBaru = pasangMedia(el(akar, "media"), { bekal, kode: i.kode, nama: i.nama, antre, dapat, ubah });

  const perbarui = (b, semua) => {
    const a = cari(semua, b, kunciSel(b, i.kode));
    sel = b.bagian.flatMap((x) => x.indikator).find((x) => x.kode === i.kode)?.sel ?? null;
    const isiBaru = medanSel(a ? isiAntre(a) : sel ?? KOSONG);
    // What the person is typing right now is newer than anything that is stored.
    if (!tunda && JSON.stringify(isiBaru) !== JSON.stringify(baca())) isikan(isiBaru);
    if (!tunda) terakhir = JSON.stringify(baca());
    akar.classList.toggle("lembar-kartu--terisi", baca().skor !== null);
    const [nada, kata] = a ? ["perhatian", t(a.keadaan === "ditolak" ? "sel-ditolak" : "sel-ponsel")] : ["baik", t(sel ? "sel-server" : "sel-kosong")];
    status.className = `lembar-status lembar-status--${a || sel ? nada : "netral"}`;
    if (status.textContent !== kata) status.textContent = kata;
    bentrok(akar, a, [], ubah);
    mediaBaru(semua);
  };
  isikan(medanSel(KOSONG));
  perbarui(bekal, antre);
  wadah.append(isi);
  return perbarui;
}

/** The two versions side by side, when the server has a newer one. */
export function bentrok(akar, a, butir, ubah) {
  const tempat = el(akar, "bentrok");
  if (a?.keadaan !== "bentrok") return tempat.replaceChildren();
  const isi = salin("bentrok");
  tulis(isi, "pesan", a.pesan ?? "");
  pasangan(el(isi, "saya"), kataIsi(a.jenis, a.isi, butir));
  pasangan(el(isi, "kini"), kataIsi(a.jenis, a.kini, butir));
  for (const tombol of isi.querySelectorAll("[data-pilih]")) {
    tombol.addEventListener("click", async () => {
      await putuskan(a.op, tombol.dataset.pilih);
      akar.focus();
      await ubah({ kirim: true });
    });
  }
  return tempat.replaceChildren(isi);
}

function rubrik(akar, i, nomor, dapat) {
  const tempat = el(akar, "rubrik");
  tempat.disabled = !dapat;
  return [0, 1, 2, 3, 4, 5].map((n) => {
    const isi = salin("tingkat");
    const r = isi.querySelector("input");
    Object.assign(r, { name: `skor-${nomor}`, value: String(n) });
    isi.querySelector(".lembar-angka").textContent = n;
    tulis(isi, "isi", i.rubrik[n] ?? "");
    tempat.append(isi);
    return r;
  });
}

function pilihanCara(akar, nomor, dapat) {
  const tempat = el(akar, "cara");
  tempat.disabled = !dapat;
  return CARA.map((n) => {
    const isi = salin("cara");
    const c = isi.querySelector("input");
    const label = isi.querySelector("label");
    Object.assign(c, { value: n, id: `cara-${nomor}-${n}` });
    Object.assign(label, { textContent: t(n), htmlFor: c.id });
    tempat.append(isi);
    return c;
  });
}

function unit(akar, bekal, i) {
  pasangan(el(akar, "tanya"), i.tanya.map((q) => [q.tanya, q.isi.length ? q.isi.join(", ") : t("tak-dijawab")]));
  el(akar, "f01-kosong").hidden = i.tanya.length > 0;
  el(akar, "bukti-kosong").hidden = i.bukti.length > 0;
  tulis(akar, "mengapa", i.mengapa);
  const { judul, alasan } = i.usulan;
  tulis(akar, "usulan", i.usulan.nilai === null ? judul : `${t("usulan", { nilai: i.usulan.nilai })}. ${alasan}`);
  el(akar, "bukti").replaceChildren(...i.bukti.map((b) => {
    const isi = salin("bukti");
    tulis(isi, "nama", b.nama);
    tulis(isi, "ket", [b.keterangan, b.tautan ? b.tautan : ""].filter(Boolean).join(" · "));
    const [a, nama, ket] = [isi.querySelector("a"), el(isi, "nama"), el(isi, "ket")];
    berkas(bekal, b.id).then((blob) => {
      if (!blob) {
        if (!b.tautan) ket.textContent = [b.keterangan, t("tak-dibawa")].filter(Boolean).join(" · ");
        return;
      }
      Object.assign(a, { href: URL.createObjectURL(blob), textContent: b.nama, hidden: false });
      nama.hidden = true;
    });
    return isi;
  }));
}
