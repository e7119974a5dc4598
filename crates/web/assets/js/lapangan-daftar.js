// The list of units online: a button each that keeps the unit on this phone. Without this script the list leads to the online
// sheets only.

import { semuaAntre, semuaBekal } from "./lapangan-basis.js";
import { lepaskanLain } from "./lapangan-kirim.js";
import { siapkan, simpanHalaman } from "./lapangan-siap.js";

const kotak = document.querySelector("[data-siap]");

if (kotak && globalThis.indexedDB) {
  const kabar = kotak.querySelector("[data-kabar]");
  const kata = (nama, nilai = {}) => (kotak.dataset[`t${nama}`] ?? "").replace(/\{(\w+)\}/g, (_, n) => nilai[n] ?? "");
  const hari = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium" });
  const tandai = async () => {
    const ada = await semuaBekal();
    // The page of work is empty until a unit lies on this phone, or something waits to be sent.
    kotak.querySelector("[data-buka]").hidden = !ada.length && !(await semuaAntre()).length;
    for (const u of document.querySelectorAll("[data-lokus]")) {
      const b = ada.find((x) => x.lokus === u.dataset.lokus);
      u.querySelector("[data-ada]").textContent = b ? kata("Ada", { pada: hari.format(b.sampai) }) : "";
    }
  };
  kotak.hidden = false;
  await lepaskanLain(await semuaBekal(), kotak.dataset.akun);
  await tandai();
  for (const tombol of document.querySelectorAll("[data-siapkan]")) {
    tombol.hidden = false;
    tombol.addEventListener("click", async () => {
      tombol.disabled = true;
      kabar.textContent = kata("Menyiapkan");
      try {
        const batas = Number(kotak.querySelector("[name=bawa]:checked").value);
        await siapkan(tombol.dataset.siapkan, batas, (n, dari) => { kabar.textContent = kata("Berkas", { n, dari }); });
        kabar.textContent = kata((await simpanHalaman()) ? "Jadi" : "TanpaLuring");
      } catch (galat) {
        kabar.textContent = { maks: kata("Maks"), penuh: kata("Penuh"), gagal: kata("Gagal") }[galat.message] ?? (galat.message.includes(" ") && galat.name === "Error" ? galat.message : kata("Gagal"));
      }
      tombol.disabled = false;
      await tandai();
      kabar.scrollIntoView({ block: "nearest" });
    });
  }
}
