// The bell follows what happens while a page is open. A page that listens already passes the word on ("lonceng"); any other
// opens a stream of its own, only while it is in front.

const tempat = document.querySelector("[data-lonceng]");
if (tempat) {
  const segarkan = async () => {
    const jawab = await fetch("/pemberitahuan/lonceng", { headers: { accept: "text/html" } }).catch(() => null);
    if (!jawab?.ok || jawab.redirected) return;
    const baru = new DOMParser().parseFromString(await jawab.text(), "text/html").querySelector(".lonceng");
    const lama = tempat.querySelector(".lonceng");
    // The focus stays where it was: only the inside changes.
    if (baru && lama && baru.innerHTML !== lama.innerHTML) lama.replaceChildren(...baru.childNodes);
  };
  document.addEventListener("lonceng", segarkan);

  if (!document.querySelector("[data-langsung], [data-skm-langsung]")) {
    let aliran = null;
    const berhenti = () => { aliran?.close(); aliran = null; };
    const mulai = () => {
      if (aliran || document.hidden) return;
      aliran = new EventSource(tempat.dataset.lonceng);
      aliran.addEventListener("perubahan", segarkan);
    };
    document.addEventListener("visibilitychange", () => (document.hidden ? berhenti() : (segarkan(), mulai())));
    addEventListener("pagehide", berhenti);
    addEventListener("pageshow", mulai);
    mulai();
  }
}
