// Answers waiting on the phone, in IndexedDB: page and service worker have this same file. An answer leaves the queue only
// on the server's receipt for its own id, or when the person deletes one that was refused. Nothing expires.

const SIMPAN = "jawaban";
const ULANG_DASAR = 5_000;
const ULANG_PALING = 15 * 60_000;

let basis;
function bukaBasis() {
  basis ??= new Promise((jadi, gagal) => {
    if (!globalThis.indexedDB) throw new Error("no IndexedDB");
    const minta = indexedDB.open("prima-survei", 1);
    minta.onupgradeneeded = () => minta.result.createObjectStore(SIMPAN, { keyPath: "id" });
    minta.onsuccess = () => {
      minta.result.onclose = () => { basis = undefined; };
      jadi(minta.result);
    };
    minta.onerror = minta.onblocked = () => gagal(minta.error ?? new Error("blocked"));
  }).catch((galat) => { basis = undefined; throw galat; });
  return basis;
}

// Runs one transaction and waits until it is on the disk, not only until the request has succeeded.
async function dalam(cara, kerja) {
  const b = await bukaBasis();
  return new Promise((jadi, gagal) => {
    const t = b.transaction(SIMPAN, cara, { durability: "strict" });
    const minta = kerja(t.objectStore(SIMPAN));
    t.oncomplete = () => jadi(minta?.result);
    t.onabort = t.onerror = () => gagal(t.error);
  });
}

const semuaJawaban = async () => (await dalam("readonly", (s) => s.getAll())).sort((a, b) => a.dibuat - b.dibuat);
const simpanJawaban = (j) => dalam("readwrite", (s) => s.put(j));
const hapusJawaban = (id) => dalam("readwrite", (s) => s.delete(id));

// Sends what is due, one after the other; only one page or worker at a time does it. `abaikan`: the line has just come
// back, so waits after a failed line do not count; a wait that the server asked for does.
async function kirimSemua({ abaikan = false, lapor = () => {} } = {}) {
  const kerja = async () => {
    for (const j of await semuaJawaban()) {
      const tunggu = Math.max(j.tahan ?? 0, abaikan ? 0 : (j.lagi ?? 0));
      if (j.keadaan !== "menunggu" || tunggu > Date.now()) continue;
      const hasil = await kirimSatu(j);
      lapor(j, hasil);
      if (hasil === "putus") break;
    }
  };
  if (!globalThis.navigator?.locks) return kerja();
  return navigator.locks.request("prima-survei-kirim", kerja);
}

// "diterima" | "ditolak" | "menunggu" | "putus" (no line, or the server asked to wait).
async function kirimSatu(j) {
  const jawaban = await panggil(j);
  if (jawaban.id === j.id && (jawaban.terima === "baru" || jawaban.terima === "sudah-ada")) {
    await hapusJawaban(j.id);
    // The screen at the counter stays open all day: each receipt brings the stamp of the next person.
    const medan = jawaban.stempel && globalThis.document?.querySelector("#survei [name=stempel]");
    if (medan) medan.value = jawaban.stempel;
    return "diterima";
  }
  const { status, galat } = jawaban;
  const ulang = await perbaiki(j, jawaban);
  if (ulang) return ulang.lagi ? "menunggu" : kirimSatu(ulang);
  // Only a refusal in our own words is final: a 403 or 404 of a hotspot's sign-in page is no line.
  const akhir = galat && status >= 400 && status < 500 && status !== 429;
  if (akhir || [400, 413, 415].includes(status)) {
    await simpanJawaban({ ...j, keadaan: "ditolak", status, alasan: galat ?? String(status) });
    return "ditolak";
  }
  const coba = (j.coba ?? 0) + 1;
  const mundur = Math.min(ULANG_PALING, ULANG_DASAR * 2 ** Math.min(coba - 1, 10)) * (0.75 + Math.random() / 2);
  await simpanJawaban({ ...j, coba, lagi: Date.now() + mundur, tahan: jawaban.tahan ? Date.now() + jawaban.tahan : 0 });
  return "putus";
}

// What the server asks for before it takes the answer, done once each: work while the survey is flooded, a stamp of today
// for a page that was kept for very long. The answer as it is to be sent now, or later (`lagi`).
async function perbaiki(j, { galat, kerja, stempel }) {
  let isi;
  let lagi = 0;
  if (galat === "terlalu-banyak" && kerja && !j.dikerjakan) isi = { kerja: await buktiKerja(j.isi.stempel, kerja) };
  else if (galat === "stempel-lama" && stempel && !j.diperbarui) isi = { stempel, kerja: undefined };
  else if (galat === "stempel-palsu" && !j.diperbarui) {
    const baru = await stempelHalaman(j.jalur);
    // A form sent the moment it was stamped looks like a machine's: it waits a little.
    if (baru) { isi = { stempel: baru, kerja: undefined }; lagi = Date.now() + 120_000; }
  }
  if (!isi) return null;
  const baru = { ...j, isi: { ...j.isi, ...isi }, dikerjakan: "kerja" in isi && !("stempel" in isi), diperbarui: j.diperbarui || "stempel" in isi, lagi, tahan: lagi };
  await simpanJawaban(baru);
  return baru;
}

async function stempelHalaman(jalur) {
  try {
    const r = await fetch(jalur, { credentials: "omit", cache: "no-store" });
    return r.ok ? /name="stempel" value="([^"%]+)"/.exec(await r.text())?.[1] : null;
  } catch {
    return null;
  }
}

// What the server said: the fields of its JSON, `status` (0 without a line) and `tahan`, the wait it asks for in ms.
async function panggil(j) {
  const pemutus = new AbortController();
  const jam = setTimeout(() => pemutus.abort(), 20_000);
  try {
    const r = await fetch(`${j.jalur}/jawaban?bahasa=${j.isi.bahasa ?? "id"}`, {
      method: "POST", body: JSON.stringify(j.isi), signal: pemutus.signal, redirect: "error", credentials: "omit", cache: "no-store",
      headers: { "content-type": "application/json", accept: "application/json" },
    });
    const json = (r.headers.get("content-type") ?? "").includes("json") ? await r.json() : {};
    return { ...json, status: r.status, tahan: tungguan(r.headers.get("retry-after")) };
  } catch {
    return { status: 0 };
  } finally {
    clearTimeout(jam);
  }
}

function tungguan(kepala) {
  const detik = Number.parseInt(kepala ?? "", 10);
  return Number.isFinite(detik) ? Math.min(Math.max(detik, 1), 3600) * 1000 : 0;
}

// Random, not ordered by time: an id must not tell when somebody answered.
function idBaru() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = (b[6] & 15) | 64;
  b[8] = (b[8] & 63) | 128;
  const h = [...b].map((x) => x.toString(16).padStart(2, "0")).join("");
  return [h.slice(0, 8), h.slice(8, 12), h.slice(12, 16), h.slice(16, 20), h.slice(20)].join("-");
}

// Proof of work: a number n for which SHA-256("stamp:n") begins with so many zero bits. Asked for only while a survey is
// flooded, so that an honest phone spends a few seconds and a flood spends hours.
async function buktiKerja(stempel, bit) {
  if (!globalThis.crypto?.subtle) return undefined;
  const teks = new TextEncoder();
  for (let n = 0; ; n += 128) {
    const isi = Array.from({ length: 128 }, (_, i) => crypto.subtle.digest("SHA-256", teks.encode(`${stempel}:${n + i}`)));
    const ketemu = (await Promise.all(isi)).findIndex((h) => nolDiDepan(new DataView(h)) >= bit);
    if (ketemu >= 0) return String(n + ketemu);
  }
}

function nolDiDepan(h) {
  const atas = Math.clz32(h.getUint32(0));
  return atas < 32 ? atas : 32 + Math.clz32(h.getUint32(4));
}
