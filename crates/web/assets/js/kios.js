// The kiosk goes back to its start when nobody touches it, and prints the number where a printer is.

const { awal, detik } = document.body.dataset;
// A survey that is opened from here leads back (`survei/90-mulai.js`).
try {
  sessionStorage.setItem("kios", awal);
} catch {
  // Storage is off: the survey's own pages stay.
}
let waktu = null;
const ulang = () => {
  clearTimeout(waktu);
  // The start page is made anew as well, so that its figures are right.
  waktu = setTimeout(() => location.replace(awal), Number(detik) * 1000);
};
for (const jenis of ["pointerdown", "keydown", "scroll"]) addEventListener(jenis, ulang, { passive: true });
ulang();

const cetak = document.querySelector("[data-cetak]");
if (cetak) {
  cetak.hidden = false;
  cetak.addEventListener("click", () => print());
}
