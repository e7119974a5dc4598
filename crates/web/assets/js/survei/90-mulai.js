// What runs on which page.

if (form) {
  pasangForm();
  if (document.getElementById("kios")) {
    form.removeEventListener("submit", saatKirim);
    pasangKios();
  } else pasangHalaman();
}
const kembali = document.querySelector("[data-kembali]");
if (kembali) setTimeout(() => location.replace(kembali.dataset.kembali), 8_000);
tampilkanKabar();
kirimDanKabari(true);
if (document.readyState === "complete") simpanHalaman();
else addEventListener("load", simpanHalaman);
