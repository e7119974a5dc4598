// A box above a long list of choices: what is typed leaves those that have the words, in their groups. Without this file the list is
// there whole, in its groups, and browsers jump to what is typed. Works on what is put into the page later, too.

const KUNCI = "data-saring-pilihan";
const asal = new WeakMap();

const kotak = (dalam) => dalam.querySelectorAll?.(`[${KUNCI}]`) ?? [];
const daftar = (k) => document.getElementById(k.getAttribute(KUNCI));

// A short list needs no box.
const tampilkan = () => {
  for (const k of kotak(document)) {
    const pilihan = daftar(k);
    if (pilihan && k.hidden && pilihan.options.length > 12) k.hidden = false;
  }
};

const saring = (k) => {
  const pilihan = daftar(k);
  if (!pilihan) return;
  if (!asal.has(pilihan)) asal.set(pilihan, [...pilihan.children].map((a) => a.cloneNode(true)));
  const kata = k.querySelector("input").value.toLowerCase().split(/\s+/).filter(Boolean);
  const dipilih = pilihan.value;
  const cocok = (teks) => kata.every((s) => teks.toLowerCase().includes(s));
  const isi = asal.get(pilihan).map((grup) => {
    const baru = grup.cloneNode(true);
    for (const o of [...baru.children]) if (!cocok(`${grup.label} ${o.textContent}`)) o.remove();
    return baru;
  }).filter((grup) => grup.children.length);
  pilihan.replaceChildren(...isi);
  if ([...pilihan.options].some((o) => o.value === dipilih)) pilihan.value = dipilih;
  k.querySelector("[role=status]").hidden = isi.length > 0;
};

document.addEventListener("input", (e) => {
  const k = e.target.closest?.(`[${KUNCI}]`);
  if (k) saring(k);
});
// Enter goes to the list that is left: it sends nobody anywhere.
document.addEventListener("keydown", (e) => {
  const k = e.key === "Enter" && e.target.closest?.(`[${KUNCI}]`);
  if (!k) return;
  e.preventDefault();
  daftar(k)?.focus();
});
new MutationObserver(tampilkan).observe(document.body, { childList: true, subtree: true });
tampilkan();
