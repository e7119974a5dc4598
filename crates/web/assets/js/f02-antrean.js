// A queue of cell writes in localStorage. One write a cell is under way at a time; what is typed meanwhile waits and is
// sent on the version that the answer brings. A write that may have reached the server keeps its id until it is answered.

export class Antrean {
  #jalur; #awalan; #kabar; #jalan = new Set(); #milik = new Set(); #simpanan;

  constructor(jalur, kunci, kabar) {
    this.#jalur = jalur;
    this.#awalan = `prima:lembar:${kunci}:`;
    this.#kabar = kabar;
    this.#simpanan = simpanan();
  }

  opBaru() {
    if (crypto.randomUUID) return crypto.randomUUID();
    const b = crypto.getRandomValues(new Uint8Array(16));
    b[6] = (b[6] & 15) | 64;
    b[8] = (b[8] & 63) | 128;
    const h = [...b].map((x) => x.toString(16).padStart(2, "0")).join("");
    return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`;
  }

  #baca(kode) {
    try { return JSON.parse(this.#simpanan.getItem(this.#awalan + kode)); } catch { return null; }
  }

  #tulis(kode, isi) {
    if (isi) this.#simpanan.setItem(this.#awalan + kode, JSON.stringify(isi));
    else this.#simpanan.removeItem(this.#awalan + kode);
  }

  #kode() {
    return this.#simpanan.kunci().filter((k) => k.startsWith(this.#awalan)).map((k) => k.slice(this.#awalan.length));
  }

  sisa() { return this.#kode().length; }

  buang(kode) { this.#tulis(kode, null); }

  // What a former visit could not send, newest content first.
  tertinggal() {
    return this.#kode().map((kode) => [kode, this.#baca(kode)]).filter(([, a]) => a).map(([kode, a]) => [kode, a.tunda ?? a.isi]);
  }

  taruh(kode, versi, isi) {
    this.#milik.add(kode);
    const ada = this.#baca(kode);
    if (ada?.dicoba && !ada.berhenti) this.#tulis(kode, { ...ada, tunda: isi });
    else this.#tulis(kode, { op: this.opBaru(), versi_dasar: ada?.versi_dasar ?? versi, isi });
    this.#kirim(kode);
  }

  // Only what this page typed or found at its start: another open tab sends its own, and tells its own card.
  kirimSemua() { for (const kode of this.#milik) this.#kirim(kode); }

  // At the start of a visit also what was refused before: the evaluator is told again.
  mulai() {
    for (const kode of this.#kode()) {
      this.#milik.add(kode);
      this.#tulis(kode, { ...this.#baca(kode), berhenti: false });
    }
    this.kirimSemua();
  }

  async #kirim(kode) {
    const a = this.#baca(kode);
    if (!a || a.berhenti || this.#jalan.has(kode)) return;
    this.#jalan.add(kode);
    this.#tulis(kode, { ...a, dicoba: true });
    this.#kabar(kode, "menyimpan");
    let jawaban, j = {};
    try {
      const body = JSON.stringify({ op: a.op, versi_dasar: a.versi_dasar, ...a.isi });
      jawaban = await fetch(this.#jalur + encodeURIComponent(kode), {
        method: "PUT", body, keepalive: true, redirect: "manual",
        headers: { "content-type": "application/json", accept: "application/json" },
      });
      j = (jawaban.headers.get("content-type") ?? "").includes("json") ? await jawaban.json() : {};
    } catch { /* no line: stays in the queue */ }
    this.#jalan.delete(kode);
    this.#selesai(kode, jawaban?.status ?? 0, j);
  }

  #selesai(kode, status, j) {
    const a = this.#baca(kode);
    if (status === 200) {
      this.#tulis(kode, null);
      this.#kabar(kode, "tersimpan", j);
      if (a?.tunda) this.taruh(kode, j.versi, a.tunda);
    } else if (status === 409 && j.galat === "bentrok" && j.kini) {
      this.#tulis(kode, { ...a, isi: a?.tunda ?? a?.isi, tunda: undefined, berhenti: true });
      this.#kabar(kode, "bentrok", j);
    } else if (status === 401 || status === 303 || (status === 0 && j.type === "opaqueredirect")) this.#kabar(kode, "masuk");
    else if (status === 0 || status >= 500 || status === 429) this.#kabar(kode, "luring");
    else {
      this.#tulis(kode, { ...a, isi: a?.tunda ?? a?.isi, tunda: undefined, berhenti: true });
      this.#kabar(kode, "gagal", j);
    }
  }
}

// localStorage, or memory where the browser refuses it.
function simpanan() {
  try {
    const s = globalThis.localStorage;
    s.setItem("prima:uji", "1");
    s.removeItem("prima:uji");
    return {
      getItem: (k) => s.getItem(k), setItem: (k, v) => s.setItem(k, v), removeItem: (k) => s.removeItem(k),
      kunci: () => Object.keys(s),
    };
  } catch {
    const m = new Map();
    return { getItem: (k) => m.get(k) ?? null, setItem: (k, v) => m.set(k, v), removeItem: (k) => m.delete(k), kunci: () => [...m.keys()] };
  }
}
