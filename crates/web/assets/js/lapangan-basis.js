// What lies on the phone for field work, in IndexedDB: prepared units, evidence that was taken along, and the queue of what was
// typed and is not sent yet. A prepared unit goes after its days; the queue never expires.

const TOKO = { bekal: "kunci", berkas: "kunci", antre: "op", keadaan: "nama" };

let basis;
function buka() {
  basis ??= new Promise((jadi, gagal) => {
    const minta = indexedDB.open("prima-lapangan", 1);
    minta.onupgradeneeded = () => { for (const [nama, kunci] of Object.entries(TOKO)) minta.result.createObjectStore(nama, { keyPath: kunci }); };
    minta.onsuccess = () => {
      minta.result.onclose = () => { basis = undefined; };
      minta.result.onversionchange = () => { minta.result.close(); basis = undefined; };
      jadi(minta.result);
    };
    minta.onerror = minta.onblocked = () => gagal(minta.error ?? new Error("blocked"));
  }).catch((galat) => { basis = undefined; throw galat; });
  return basis;
}

/** Runs one transaction over the stores named and waits until it is on the disk; gives what `kerja` returned. */
export async function dalam(toko, kerja) {
  const b = await buka();
  return new Promise((jadi, gagal) => {
    const t = b.transaction(toko, "readwrite", { durability: "strict" });
    const hasil = Promise.resolve(kerja(Object.fromEntries(toko.map((n) => [n, t.objectStore(n)]))));
    hasil.catch(() => { try { t.abort(); } catch { /* ended already */ } });
    t.oncomplete = () => hasil.then(jadi, gagal);
    t.onabort = t.onerror = () => gagal(t.error ?? new Error("aborted"));
  });
}

/** A request of IndexedDB as a promise, for use inside `dalam`. */
export const janji = (minta) => new Promise((jadi, gagal) => {
  minta.onsuccess = () => jadi(minta.result);
  minta.onerror = () => gagal(minta.error);
});

const semua = (toko) => dalam([toko], (t) => janji(t[toko].getAll()));
export const ambil = (toko, kunci) => dalam([toko], (t) => janji(t[toko].get(kunci)));
export const taruh = (toko, isi) => dalam([toko], (t) => janji(t[toko].put(isi)));

export const kunciBekal = (akun, lokus) => `${akun}:${lokus}`;
export const semuaBekal = async () => (await semua("bekal")).sort((a, b) => a.unit.localeCompare(b.unit));
/** The queue in the order of typing. */
export const semuaAntre = async () => (await semua("antre")).sort((a, b) => a.urut - b.urut);

/** Takes a prepared unit and its evidence off the phone; the queue stays. */
export const hapusBekal = (akun, lokus) => dalam(["bekal", "berkas"], (t) => {
  const awal = `${kunciBekal(akun, lokus)}`;
  t.bekal.delete(awal);
  t.berkas.delete(IDBKeyRange.bound(`${awal}:`, `${awal};`, false, true));
});

/** Everything but the queue, for signing out. */
export const kosongkan = () => dalam(["bekal", "berkas", "keadaan"], (t) => { for (const s of Object.values(t)) s.clear(); });

// The phone's clock may be set back: the latest time ever seen counts, and so does what the server said.
export async function kini() {
  const lama = (await ambil("keadaan", "jam"))?.ms ?? 0;
  const ms = Math.max(Date.now(), lama);
  if (ms > lama + 60_000) await taruh("keadaan", { nama: "jam", ms });
  return ms;
}

/** The server's clock beside the phone's: how far the phone is off, in minutes. */
export async function catatJam(server) {
  const lama = (await ambil("keadaan", "jam"))?.ms ?? 0;
  // A phone that was far ahead once must not expire everything for ever: the server's word ends that.
  const ms = lama > server + 86_400_000 ? server : Math.max(lama, server);
  await taruh("keadaan", { nama: "jam", ms });
  return Math.round((Date.now() - server) / 60_000);
}

/** Prepared units whose days are over go. Returns how many. */
export async function bersihkan() {
  const saat = await kini();
  const basi = (await semuaBekal()).filter((b) => b.sampai < saat);
  for (const b of basi) await hapusBekal(b.akun, b.lokus);
  return basi.length;
}

export function idBaru() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = (b[6] & 15) | 64;
  b[8] = (b[8] & 63) | 128;
  const h = [...b].map((x) => x.toString(16).padStart(2, "0")).join("");
  return [h.slice(0, 8), h.slice(8, 12), h.slice(12, 16), h.slice(16, 20), h.slice(20)].join("-");
}
