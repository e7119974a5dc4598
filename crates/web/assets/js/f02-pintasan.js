// Keys of the F02 working page: 0-5 score, j/k and arrows move, ? helps. Single keys can be switched off (WCAG 2.1.4).

const MATI = "prima:lembar-pintasan-mati";

export function pintasan(form, kartu, nilai) {
  const dialog = document.querySelector("[data-dialog]");
  const saklar = dialog.querySelector("[data-pintasan]");
  try { saklar.checked = localStorage.getItem(MATI) === null; } catch { /* stays on */ }
  saklar.addEventListener("change", () => {
    try { if (saklar.checked) localStorage.removeItem(MATI); else localStorage.setItem(MATI, "1"); } catch { /* for this visit only */ }
  });
  document.querySelector("[data-bantuan]").addEventListener("click", () => dialog.showModal());

  const mengetik = (el) => el.matches("textarea, select, input:not([type=radio], [type=checkbox])") || el.isContentEditable;
  const kini = () => document.activeElement?.closest(".lembar-kartu");
  const pergi = (langkah) => {
    const i = kartu.indexOf(kini());
    const tuju = i < 0 ? kartu[langkah > 0 ? 0 : kartu.length - 1] : kartu[i + langkah];
    tuju?.focus({ preventScroll: true });
    tuju?.scrollIntoView({ block: "start" });
  };

  addEventListener("keydown", (e) => {
    if (!saklar.checked || dialog.open || e.ctrlKey || e.metaKey || e.altKey || mengetik(e.target)) return;
    const panah = e.target.matches("input, summary, button, a");
    if (/^[0-5]$/.test(e.key) && kini()) nilai(kini(), Number(e.key));
    else if (e.key === "j" || (e.key === "ArrowDown" && !panah && kini())) pergi(1);
    else if (e.key === "k" || (e.key === "ArrowUp" && !panah && kini())) pergi(-1);
    else if (e.key === "?") dialog.showModal();
    else return;
    e.preventDefault();
  });
}
