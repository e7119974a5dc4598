// The F02 working page: autosave with a queue that survives a broken line, keyboard scoring, proposals.
// Every write carries an operation id and a base version, so sending it twice is harmless. The page works without this.

import { Antrean } from "./f02-antrean.js";
import { pintasan } from "./f02-pintasan.js";

const form = document.querySelector("[data-lembar]");
const kartuSemua = [...document.querySelectorAll(".lembar-kartu")];
const tab = document.querySelector(".lembar-tab [aria-current]");
if (tab) tab.parentElement.scrollLeft = tab.offsetLeft - tab.parentElement.offsetLeft;
const sempit = matchMedia("(max-width: 59.99rem)");
if (sempit.matches) for (const d of document.querySelectorAll("[data-unit]")) d.open = false;

if (form) {
  const teks = (kunci) => form.dataset[`t${kunci[0].toUpperCase()}${kunci.slice(1)}`];
  const kartu = new Map(kartuSemua.map((el) => [el.dataset.kode, new Kartu(el)]));
  const ringkas = document.querySelector("[data-ringkas]");
  document.querySelector("[data-alat]").hidden = false;

  const antrean = new Antrean(form.dataset.jalur, form.dataset.kunci, (kode, keadaan, jawaban) => {
    kartu.get(kode)?.tampilkan(keadaan, jawaban);
    ringkaskan();
  });

  // "All is saved" is said only while it is so: what was typed a moment ago and is not queued yet counts as unsaved.
  const ringkaskan = () => {
    const sisa = antrean.sisa();
    const kotor = [...kartu.values()].some((k) => k.berubah());
    if (!kotor && !sisa && !ringkas.textContent) return;
    const kata = sisa ? `${teks("sisa")} ${sisa}` : teks(kotor ? "belum" : "semua");
    if (ringkas.textContent !== kata) ringkas.textContent = kata;
  };

  for (const k of kartu.values()) k.pasang(antrean, teks);
  for (const [kode, isi] of antrean.tertinggal()) kartu.get(kode)?.pulihkan(isi);
  antrean.mulai();
  for (const peristiwa of ["input", "click"]) form.addEventListener(peristiwa, ringkaskan);
  addEventListener("online", () => antrean.kirimSemua());
  addEventListener("focus", () => antrean.kirimSemua());
  setInterval(() => antrean.kirimSemua(), 10_000);

  // A press of Save sends what is open in this card (or in all) at once, instead of loading the page anew.
  form.addEventListener("submit", (e) => {
    const tombol = e.submitter;
    if (tombol?.name !== "simpan" || tombol.closest(".lembar-bentrok")) return;
    e.preventDefault();
    delete form.dataset.dikirim;
    for (const k of kartu.values()) if (tombol.value === "semua" || k.nomor === tombol.value) k.simpan();
  });
  pintasan(form, kartuSemua, (el, n) => kartu.get(el.dataset.kode)?.nilai(n));
}

function Kartu(el) {
  const medan = (nama) => el.querySelector(`[name="${nama}-${el.dataset.nomor}"]`);
  const centang = () => [...el.querySelectorAll(`[name="cara-${el.dataset.nomor}"]`)];
  const radio = () => [...el.querySelectorAll(`[name="skor-${el.dataset.nomor}"]`)];
  const status = el.querySelector("[data-status]");
  const bentrok = el.querySelector("[data-bentrok]");
  let antrean, teks, tunda, kini, terakhir;
  this.nomor = el.dataset.nomor;

  const baca = () => {
    const skor = radio().find((r) => r.checked)?.value;
    return {
      skor: skor === undefined ? null : Number(skor),
      cara: centang().filter((c) => c.checked).map((c) => c.value),
      sumber: medan("sumber").value, catatan: medan("catatan").value, rekomendasi: medan("rekomendasi").value,
    };
  };
  const tulis = (isi) => {
    for (const r of radio()) r.checked = isi.skor !== null && r.value === String(isi.skor);
    for (const c of centang()) c.checked = isi.cara.includes(c.value);
    for (const n of ["sumber", "catatan", "rekomendasi"]) medan(n).value = isi[n] ?? "";
  };
  const kata = (nada, isi) => {
    status.className = `lembar-status lembar-status--${nada}`;
    if (status.textContent !== isi) status.textContent = isi;
  };
  const berubah = () => JSON.stringify(baca()) !== terakhir;
  this.berubah = berubah;
  const dasar = (versi, cap) => {
    medan("versi").value = versi;
    medan("op").value = antrean.opBaru();
    if (cap) medan("asal").value = cap;
  };

  this.pasang = (a, t) => {
    antrean = a;
    teks = t;
    terakhir = JSON.stringify(baca());
    const sentuh = () => {
      kata("perhatian", teks("belum"));
      clearTimeout(tunda);
      tunda = setTimeout(this.simpan, 900);
    };
    el.addEventListener("input", sentuh);
    el.addEventListener("focusout", () => { if (tunda && berubah()) this.simpan(); });
    addEventListener("pagehide", () => { if (tunda && berubah()) this.simpan(); });
    for (const b of el.querySelectorAll("[data-usulan]")) {
      b.hidden = false;
      // Only chooses: the evaluator saves it, or not.
      b.addEventListener("click", () => {
        for (const r of radio()) r.checked = r.value === b.dataset.usulan;
        clearTimeout(tunda);
        tunda = undefined;
        if (berubah()) kata("perhatian", teks("usulan"));
      });
    }
    for (const b of el.querySelectorAll("[data-pilih]")) b.addEventListener("click", () => this.pilih(b.dataset.pilih));
  };
  this.simpan = () => {
    clearTimeout(tunda);
    tunda = undefined;
    if (!berubah() || (bentrok && !bentrok.hidden)) return;
    terakhir = JSON.stringify(baca());
    antrean.taruh(el.dataset.kode, Number(medan("versi").value), baca());
  };
  this.nilai = (n) => {
    const r = radio().find((x) => x.value === String(n));
    if (!r) return;
    r.checked = true;
    r.dispatchEvent(new Event("input", { bubbles: true }));
  };
  this.pulihkan = (isi) => {
    tulis(isi);
    terakhir = JSON.stringify(baca());
    kata("perhatian", teks("belum"));
  };
  this.tampilkan = (keadaan, j) => {
    if (keadaan === "tersimpan") {
      dasar(j.versi, j.cap);
      if (!berubah()) kata("baik", `${teks("tersimpan")} ${j.pada}`);
      this.hitung();
    } else if (keadaan === "bentrok") this.bandingkan(j);
    else if (keadaan === "menyimpan") kata("netral", teks("menyimpan"));
    else if (keadaan === "masuk") {
      const masuk = Object.assign(document.createElement("a"), { href: "/masuk", target: "_blank", rel: "noopener", textContent: teks("masukTautan") });
      kata("perhatian", `${teks("masuk")} `);
      status.append(masuk);
    } else kata("perhatian", j?.pesan ? `${teks("gagal")} ${j.pesan}` : teks(keadaan));
  };
  this.hitung = () => {
    el.classList.toggle("lembar-kartu--terisi", baca().skor !== null);
    const n = kartuSemua.filter((k) => k.querySelector(".lembar-rubrik :checked")).length;
    const tempat = document.querySelector("[data-hitung]");
    if (tempat) tempat.textContent = `${n}/${kartuSemua.length}`;
  };
  this.bandingkan = (j) => {
    kini = j.kini;
    bentrok.hidden = false;
    bentrok.querySelector("[data-bentrok-pesan]").textContent = j.pesan;
    const sumber = [...(kini.cara ?? []), kini.sumber].filter(Boolean).join("; ");
    for (const dd of bentrok.querySelectorAll("[data-kini]")) {
      const n = dd.dataset.kini;
      dd.textContent = (n === "sumber" ? sumber : kini[n]) ?? "–";
    }
    kata("perhatian", teks("belum"));
  };
  this.pilih = (siapa) => {
    bentrok.hidden = true;
    dasar(kini.versi, kini.cap);
    if (siapa === "kini") {
      tulis(kini);
      terakhir = JSON.stringify(baca());
      kata("baik", teks("tersimpan"));
      antrean.buang(el.dataset.kode);
      this.hitung();
    } else {
      terakhir = "";
      antrean.buang(el.dataset.kode);
      this.simpan();
    }
    el.focus();
  };
}
