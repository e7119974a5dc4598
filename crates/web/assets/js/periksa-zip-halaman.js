// The page's part in the check of a publication: starts the worker, shows how far it is, and afterwards the ranking with its search and
// the means. Words stand in the page.

import { pemilikKunci } from "./periksa-pemilik.js";

const sel = (teks, kelas, label) => {
  const td = document.createElement("td");
  td.textContent = teks;
  td.dataset.label = label;
  if (kelas) td.className = kelas;
  return td;
};

const kepalaBaris = (teks) => {
  const th = document.createElement("th");
  th.scope = "row";
  th.textContent = teks;
  return th;
};

function baris(badan, isi, kepala, kolom) {
  badan.replaceChildren(...isi.map((b) => {
    const tr = document.createElement("tr");
    tr.append(...kolom(b).map((x, n) => {
      const [teks, kelas] = [].concat(x);
      return kelas === "nama" ? kepalaBaris(teks) : sel(teks, kelas, kepala[n]);
    }));
    return tr;
  }));
}

/** One worker a file; a second file ends the first. */
let kerja = null;

/** Checks `berkas` beside the page. `maju(bagian)` as it goes; gives `{ selesai, ketemu }`, or `{ gagal, pesan }`. */
export function jalankanZip(berkas, dikenal, maju) {
  kerja?.terminate();
  kerja = new Worker(new URL("./periksa-kerja.js", import.meta.url), { type: "module" });
  return new Promise((selesai) => {
    kerja.addEventListener("error", (e) => selesai({ gagal: "gagal", pesan: e.message ?? "" }));
    kerja.addEventListener("message", ({ data }) => (data.maju === undefined ? selesai(data) : maju(data.maju)));
    kerja.postMessage({ berkas, dikenal });
  });
}

/** The line on the owners of the keys: of the publication and of each result in it, by the list of this installation. */
export async function pemilikZip(r, daftar, kata) {
  const isi = r.isi, penyelenggara = isi.get("periode").get("penyelenggara").get("kode"), sendiri = isi.get("instalasi").get("kunci_publik").toLowerCase();
  const semua = [{ publik: sendiri, pada: [isi.get("diterbitkan")] }, ...r.kunci.filter((k) => k.publik !== sendiri).map((k) => ({ publik: k.publik, pada: [k.dari, k.sampai] }))];
  const butir = [];
  for (const k of semua) butir.push(await pemilikKunci(k.publik, k.pada, penyelenggara, daftar, kata));
  const sah = butir.some((b) => b.sah === false) ? false : butir.some((b) => b.sah === null) ? null : true;
  return { apa: "pemilik", sah, rinci: [...new Set(butir.flatMap((b) => b.rinci))] };
}

/** Fills the frame of a publication; `koma` writes a figure in the language of the page. */
export function isiZip(rangka, r, koma) {
  const di = (n) => rangka.querySelector(`[data-isi="${n}"]`), { isi, ringkas } = r.selesai;
  const bagian = di("zip");
  if (!isi || !ringkas) return bagian.remove();
  const p = isi.get("periode");
  di("zip-periode").textContent = `${p.get("nama")} · ${p.get("penyelenggara").get("nama")}`;
  di("zip-nomor").textContent = isi.get("nomor");
  di("zip-hasil").textContent = `${ringkas.diperingkat + ringkas.tanpa} (${ringkas.diperingkat})`;
  di("zip-kategori").textContent = ringkas.kategori.map(([k, n]) => `${k}: ${n}`).join(" · ");
  di("zip-kelompok").textContent = ringkas.kelompok.map(([k, n]) => `${k}: ${n}`).join(" · ");
  di("zip-kunci").textContent = isi.get("instalasi").get("kunci");
  di("zip-dipotong").hidden = !ringkas.dipotong;
  const kepala = (n) => [...di(n).closest("table").querySelectorAll("thead th")].map((t) => t.textContent);
  const [unit, instansi, jumlah, cari] = [di("zip-unit"), di("zip-instansi"), di("zip-cocok"), di("zip-cari")];
  const [kUnit, kInstansi] = [kepala("zip-unit"), kepala("zip-instansi")];
  const tampil = (k) => {
    baris(unit, k.unit.baris, kUnit, (b) => [[String(b.peringkat), "bilangan"], [`${b.unit} (${b.instansi})`, "nama"], b.kelompok, [koma(b.ipp), "bilangan"], b.kategori]);
    baris(instansi, k.instansi.baris, kInstansi, (b) => [[b.nama, "nama"], b.edisi, [String(b.unit), "bilangan"], [koma(b.ipp), "bilangan"], [b.tepat, "bilangan"]]);
    jumlah.textContent = `${k.unit.baris.length} / ${k.unit.banyak}`;
  };
  tampil(r.ketemu);
  const ini = kerja;
  ini.addEventListener("message", ({ data }) => { if (data.ketemu) tampil(data.ketemu); });
  cari.addEventListener("input", () => ini.postMessage({ cari: cari.value }));
  return undefined;
}
