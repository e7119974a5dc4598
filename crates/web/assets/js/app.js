// Small comforts on every page; each page works without them.
// Focus moves to the list of faults, a form is not sent twice by a double press, leaving a changed form asks first, and
// folded parts open where there is room.

const ringkasan = document.getElementById("ringkasan-salah");
if (ringkasan) ringkasan.focus();

for (const tautan of document.querySelectorAll(".ringkasan a")) {
  tautan.addEventListener("click", (e) => {
    const medan = document.getElementById(decodeURIComponent(tautan.hash.slice(1)));
    if (!medan) return;
    e.preventDefault();
    const label = document.querySelector(`label[for="${CSS.escape(medan.id)}"]`) ?? medan;
    label.scrollIntoView({ block: "start" });
    (medan.matches("fieldset") ? (medan.querySelector("input") ?? medan) : medan).focus({ preventScroll: true });
  });
}

// A link, or a secret that is shown once, into the clipboard.
for (const tombol of document.querySelectorAll("button[data-salin]")) {
  if (!navigator.clipboard) continue;
  tombol.hidden = false;
  const semula = tombol.textContent, asal = document.getElementById(tombol.dataset.salin);
  tombol.addEventListener("click", async () => {
    await navigator.clipboard.writeText(asal.href ?? asal.textContent);
    tombol.textContent = tombol.dataset.tersalin;
    setTimeout(() => { tombol.textContent = semula; }, 2000);
  });
}

// A phone that was prepared for field work is emptied at sign-out.
for (const form of document.querySelectorAll("form[data-keluar]")) {
  let siap = false;
  try { siap = localStorage.getItem("prima:lapangan") === "1"; } catch { /* no storage */ }
  form.addEventListener("submit", async (e) => {
    if (!siap) return;
    e.preventDefault();
    const { sebelumKeluar } = await import("./lapangan-keluar.js");
    if (await sebelumKeluar(form.dataset.keluar)) form.submit();
    else delete form.dataset.dikirim;
  });
}

// One press, one request: the second submit within a few seconds is dropped. Coming back by the back button frees it.
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (e) => {
    if (form.dataset.dikirim && Date.now() - Number(form.dataset.dikirim) < 8000) e.preventDefault();
    else form.dataset.dikirim = String(Date.now());
  });
}
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-dikirim]")) delete form.dataset.dikirim;
});

// A form marked `data-jaga` asks before typed text is left behind.
for (const form of document.querySelectorAll("form[data-jaga]")) {
  let berubah = Boolean(ringkasan) || form.dataset.jaga === "berubah";
  form.addEventListener("input", () => { berubah = true; });
  form.addEventListener("submit", () => { berubah = false; });
  addEventListener("beforeunload", (e) => { if (berubah) e.preventDefault(); });
}

// What lies over the page when it is open (account, more of the menu) closes on Escape and on a press elsewhere.
for (const lapis of document.querySelectorAll("details[data-melayang]")) {
  addEventListener("keydown", (e) => {
    if (e.key === "Escape" && lapis.open) { lapis.open = false; lapis.querySelector("summary").focus(); }
  });
  addEventListener("click", (e) => { if (lapis.open && !lapis.contains(e.target)) lapis.open = false; });
}

// A row of tabs that is wider than the screen shows the one we are on.
for (const kini of document.querySelectorAll("nav.tab [aria-current], nav.fs-daftar [aria-current]")) {
  const baris = kini.closest("nav");
  baris.scrollLeft += kini.getBoundingClientRect().left - baris.getBoundingClientRect().left - (baris.clientWidth - kini.clientWidth) / 2;
}

// What is folded for a phone (`data-lebar`) stands open where there is room; on paper everything does.
const luas = matchMedia("(min-width: 60rem)");
if (luas.matches) for (const lipat of document.querySelectorAll("details[data-lebar]")) lipat.open = true;
let terlipat = [];
addEventListener("beforeprint", () => {
  terlipat = [...document.querySelectorAll("main details:not([open])")];
  for (const lipat of terlipat) lipat.open = true;
});
addEventListener("afterprint", () => { for (const lipat of terlipat) lipat.open = false; });
