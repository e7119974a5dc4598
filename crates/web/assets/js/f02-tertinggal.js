// What an evaluator typed and could not send, told where his sheet cannot be filled in now: it is kept here, and sent once it can.

import { Antrean } from "./f02-antrean.js";

const tempat = document.querySelector("[data-tertinggal]");
const kode = tempat ? new Antrean("", tempat.dataset.tertinggal, () => {}).tertinggal().map(([k]) => k) : [];
if (kode.length) {
  tempat.querySelector("[data-tertinggal-kode]").textContent = `${kode.sort().join(", ")}.`;
  tempat.hidden = false;
}
