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
// Opened on a kiosk of a hall: back to its start after the thanks, or when nobody touches the screen.
let balai = null;
try {
  balai = sessionStorage.getItem("kios");
} catch {
  // Storage is off.
}
if (balai?.startsWith("/kios/")) {
  let waktu = null;
  const pulang = () => {
    clearTimeout(waktu);
    waktu = setTimeout(() => location.replace(balai), form ? 90_000 : 10_000);
  };
  for (const jenis of ["pointerdown", "keydown", "scroll"]) addEventListener(jenis, pulang, { passive: true });
  pulang();
}
tampilkanKabar();
kirimDanKabari(true);
if (document.readyState === "complete") simpanHalaman();
else addEventListener("load", simpanHalaman);
