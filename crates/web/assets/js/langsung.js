// Says on an open page that what it shows has changed meanwhile. It never reloads by itself: somebody may be typing.
// A page in the background does not listen, because browsers allow only a few connections to one server.

for (const tempat of document.querySelectorAll("[data-langsung]")) {
  const untuk = tempat.dataset.untuk.split(" ");
  const kabar = tempat.querySelector("p");
  let aliran = null;

  const berhenti = () => { aliran?.close(); aliran = null; };
  const mulai = () => {
    if (aliran || !kabar.hidden || document.hidden) return;
    aliran = new EventSource(tempat.dataset.langsung);
    aliran.addEventListener("perubahan", (e) => {
      if (e.data === "lonceng") document.dispatchEvent(new Event("lonceng"));
      if (!untuk.includes(e.data)) return;
      kabar.hidden = false;
      berhenti();
    });
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? berhenti() : mulai()));
  addEventListener("pagehide", berhenti);
  addEventListener("pageshow", mulai);
  mulai();
}
