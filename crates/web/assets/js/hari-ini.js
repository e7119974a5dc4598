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
    const jawab = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => null);
    if (!jawab?.ok || jawab.redirected) return;
    const baru = new DOMParser().parseFromString(await jawab.text(), "text/html").getElementById("hari-ini");
    if (baru && baru.innerHTML !== bagian.innerHTML) bagian.replaceChildren(...baru.childNodes);
  }, 10_000);
}
