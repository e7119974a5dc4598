// Signing out on a phone that was prepared for field work: prepared units, evidence and the kept page go. What was typed and is
// not sent stays, for the same account only, and the person is asked first.

import { kosongkan, semuaAntre } from "./lapangan-basis.js";

/** Whether to go on signing out. */
export async function sebelumKeluar(tanya) {
  try {
    const n = (await semuaAntre()).length;
    if (n && !confirm(tanya.replace("{jumlah}", n))) return false;
    await kosongkan();
    for (const nama of await caches.keys()) if (nama.startsWith("prima-lapangan")) await caches.delete(nama);
    if (!n) localStorage.removeItem("prima:lapangan");
  } catch { /* nothing is kept where the browser refuses to keep */ }
  return true;
}
