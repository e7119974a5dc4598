// The check of a publication beside the page, so that the page stays usable while it runs. Takes `{ berkas, dikenal }` and answers with
// `{ maju }`, then `{ selesai }` or `{ gagal, pesan }`; then takes `{ cari, instansi }` and answers `{ ketemu }`.

import { TidakDapatMembuka } from "./periksa-arsip.js";
import { periksaZip } from "./periksa-zip.js";

let urutan = null;
let terakhir = 0;

function maju(bagian) {
  const kini = Date.now();
  if (kini - terakhir < 100) return;
  terakhir = kini;
  postMessage({ maju: bagian });
}

const cari = (teks) => ({ unit: urutan.cari(teks), instansi: urutan.cariInstansi(teks) });

addEventListener("message", async ({ data }) => {
  if (data.berkas) {
    try {
      const { urutan: baru, ...hasil } = await periksaZip(data.berkas, { dikenal: data.dikenal, maju });
      urutan = baru ?? null;
      postMessage({ selesai: hasil, ketemu: urutan && cari("") });
    } catch (e) {
      postMessage({ gagal: e instanceof TidakDapatMembuka ? "zip" : "gagal", pesan: e.message });
    }
  } else if (urutan) {
    postMessage({ ketemu: cari(data.cari) });
  }
});
