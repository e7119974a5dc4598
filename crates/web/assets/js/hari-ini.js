// The day of a hall: its figures are fetched anew every ten seconds while the page is in front; a slip can be printed.

const cetak = document.querySelector("[data-cetak]");
if (cetak) {
  cetak.hidden = false;
  cetak.addEventListener("click", () => print());
}

const bagian = document.getElementById("hari-ini");
if (bagian) {
  setInterval(async () => {
    if (document.hidden || bagian.contains(document.activeElement)) return;
    // Not the page's own address: after a form that was refused it is the form's, which answers no GET.
    const jawab = await fetch(bagian.dataset.segar + location.search, { headers: { accept: "text/html" } }).catch(() => null);
    if (!jawab?.ok || jawab.redirected) return;
    const baru = new DOMParser().parseFromString(await jawab.text(), "text/html").getElementById("hari-ini");
    if (baru && baru.innerHTML !== bagian.innerHTML) bagian.replaceChildren(...baru.childNodes);
  }, 10_000);
}
