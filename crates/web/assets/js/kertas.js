// Typing sheets without the mouse: a digit of the scale jumps to the next answer, Enter to the next sheet, arrows move,
// Backspace in an empty cell goes back. Without it the grid is a plain form.

for (const form of document.querySelectorAll("form[data-grid]")) {
  const [min, maks] = form.dataset.grid;
  const baris = [...form.querySelectorAll("tbody tr")].map((tr) => [...tr.querySelectorAll("input[data-sel]")]);
  const letak = (el) => {
    const b = baris.findIndex((r) => r.includes(el));
    return b < 0 ? null : [b, baris[b].indexOf(el)];
  };
  const ke = (b, s) => {
    const el = baris[b]?.[s];
    if (el) { el.focus(); el.select(); }
    return Boolean(el);
  };
  form.addEventListener("input", (e) => {
    const di = letak(e.target);
    if (!di || e.inputType === "deleteContentBackward") return;
    // A scale with two digits (10) is typed to its end by hand.
    if (maks.length === 1 && e.target.value >= min && e.target.value <= maks && e.target.value.length === 1) {
      e.target.removeAttribute("aria-invalid");
      if (!ke(di[0], di[1] + 1)) e.target.closest("tr").querySelector("select")?.focus();
    }
  });
  form.addEventListener("keydown", (e) => {
    const tr = e.target.closest?.("tbody tr");
    if (e.key === "Enter" && tr) {
      e.preventDefault();
      const b = [...tr.parentNode.children].indexOf(tr);
      if (!ke(b + 1, 0)) form.querySelector("button.tombol--utama").focus();
      return;
    }
    const di = letak(e.target);
    if (!di) return;
    const [b, s] = di;
    const arah = { ArrowUp: [b - 1, s], ArrowDown: [b + 1, s], ArrowLeft: [b, s - 1], ArrowRight: [b, s + 1] }[e.key];
    if (arah) { e.preventDefault(); ke(...arah); }
    else if (e.key === "Backspace" && e.target.value === "" && s > 0) { e.preventDefault(); ke(b, s - 1); }
  });
}
