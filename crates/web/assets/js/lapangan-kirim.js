// The queue of field work: one entry a cell, list or note, each with an operation id made here. An entry leaves only on the
// server's answer to it. Before anything is sent the server is asked who is signed in; that also tells a hotspot's page from us.

import { catatJam, dalam, hapusBekal, idBaru, janji, kunciBekal, semuaAntre } from "./lapangan-basis.js";

/** Puts what was typed into the queue. `butir`: { akun, lokus, unit, jenis, kode, nama, kunci, versi, isi, blob? }. */
export const antrekan = (butir) => dalam(["antre"], async ({ antre }) => {
  const ada = butir.jenis === "catatan" ? null : (await janji(antre.getAll())).find((a) => a.kunci === butir.kunci && a.akun === butir.akun);
  const perangkat = Date.now();
  // It may have reached the server: its id stays until it is answered, and what was typed since waits behind it.
  if (ada?.dicoba && ada.keadaan === "menunggu") return antre.put({ ...ada, tunda: butir.isi, perangkatTunda: perangkat });
  if (ada && ada.keadaan !== "menunggu") return antre.put({ ...ada, isi: butir.isi, tunda: undefined, perangkat });
  const { versi, ...sisa } = butir;
  const urut = ada?.urut ?? perangkat;
  if (ada) antre.delete(ada.op);
  return antre.put({ ...sisa, op: butir.op ?? idBaru(), versi_dasar: ada?.versi_dasar ?? versi ?? 0, urut, perangkat, keadaan: "menunggu" });
});

export const buangAntre = (op) => dalam(["antre"], ({ antre }) => { antre.delete(op); });

/** What is shown for a cell: the newest that was typed. */
export const isiAntre = (a) => a.tunda ?? a.isi;

/** Who the server takes us for, its clock, and which units are still ours. `null`: no line, or not our server. */
export async function siapa(lokus) {
  const j = await minta(`/lapangan/siapa?lokus=${[...new Set(lokus)].join(",")}`, { method: "GET" });
  return j.status === 200 && j.isi.prima === "lapangan" ? j.isi : null;
}

async function minta(jalur, pilihan) {
  const pemutus = new AbortController();
  const jam = setTimeout(() => pemutus.abort(), 60_000);
  try {
    const r = await fetch(jalur, { cache: "no-store", redirect: "error", ...pilihan, signal: pemutus.signal, headers: { accept: "application/json", ...pilihan.headers } });
    const json = (r.headers.get("content-type") ?? "").includes("json");
    return { status: r.status, isi: json ? await r.json() : {} };
  } catch {
    return { status: 0, isi: {} };
  } finally {
    clearTimeout(jam);
  }
}

/** Sends all that waits, one after the other, in one tab only. Gives { keadaan, siapa, selisih } with `keadaan` one of
 *  "kosong" | "terkirim" | "luring" | "masuk" | "lain". `lapor(item, hasil, jawaban)` is called for each. */
export async function kirimSemua(lapor = () => {}) {
  const kerja = async () => {
    const antre = await semuaAntre();
    const s = await siapa(antre.map((a) => a.lokus));
    if (!s) return { keadaan: "luring" };
    const selisih = await catatJam(s.waktu);
    if (!s.siapa) return { keadaan: "masuk", siapa: s, selisih };
    let keadaan = antre.some((a) => a.akun === s.siapa.akun) ? "terkirim" : antre.length ? "lain" : "kosong";
    for (const a of antre.filter((x) => x.akun === s.siapa.akun && x.keadaan === "menunggu")) {
      if (s.lokus[a.lokus]?.boleh === false) {
        await tandai(a, "ditolak", { alasan: "penugasan" });
        lapor(a, "ditolak", {});
        continue;
      }
      const hasil = await kirimSatu(a, lapor);
      if (hasil === "luring" || hasil === "masuk") { keadaan = hasil; break; }
    }
    return { keadaan, siapa: s, selisih };
  };
  if (!navigator.locks) return kerja();
  return navigator.locks.request("prima-lapangan", kerja);
}

const KE = {
  f02: (a) => `/lokus/${a.lokus}/f02/isian/${encodeURIComponent(a.kode)}`,
  periksa: (a) => `/lapangan/unit/${a.lokus}/periksa/${a.daftar}/${encodeURIComponent(a.kode)}`,
  catatan: (a) => `/lapangan/unit/${a.lokus}/catatan/${a.op}`,
};

function badan(a) {
  if (a.jenis !== "catatan") {
    const isi = { op: a.op, versi_dasar: a.versi_dasar, ...a.isi, perangkat: a.perangkat };
    return { body: JSON.stringify(isi), headers: { "content-type": "application/json" } };
  }
  const f = new FormData();
  for (const [nama, nilai] of Object.entries({ ...a.isi, indikator: a.kode, perangkat: a.perangkat })) if (nilai !== null && nilai !== undefined) f.set(nama, nilai);
  if (a.blob) f.set("berkas", a.blob, "berkas");
  return { body: f };
}

// "terkirim" | "bentrok" | "ditolak" | "masuk" | "luring".
async function kirimSatu(mula, lapor) {
  const a = await tandai(mula, "menunggu", { dicoba: true });
  if (!a) return "terkirim";
  const { status, isi: j } = await minta(KE[a.jenis](a), { method: "PUT", ...badan(a) });
  const diterima = status === 200 && (a.jenis === "catatan" ? j.id === a.op : Number.isInteger(j.versi));
  if (diterima) {
    await selesai(a.op, j);
    lapor(a, "terkirim", j);
    return "terkirim";
  }
  if (status === 401) return "masuk";
  if (status === 409 && j.galat === "bentrok" && j.kini) {
    await tandai(a, "bentrok", { kini: j.kini, pesan: j.pesan });
    lapor(a, "bentrok", j);
    return "bentrok";
  }
  // Only a refusal in our own words is final.
  if (j.galat && status >= 400 && status < 500 && status !== 429) {
    const alasan = status === 403 || status === 404 ? "penugasan" : "lain";
    await tandai(a, "ditolak", { alasan, pesan: j.pesan });
    lapor(a, "ditolak", j);
    return "ditolak";
  }
  return "luring";
}

// What was typed while the write was under way belongs to it when it is not taken. `undefined`: the entry is gone meanwhile.
const tandai = (a, keadaan, lebih) => dalam(["antre"], async ({ antre }) => {
  const ada = await janji(antre.get(a.op));
  if (!ada) return undefined;
  const akhir = keadaan === "menunggu" ? {} : { isi: isiAntre(ada), tunda: undefined, perangkat: ada.perangkatTunda ?? ada.perangkat };
  const baru = { ...ada, ...akhir, keadaan, ...lebih };
  antre.put(baru);
  return baru;
});

// The entry goes and the kept unit learns of it in one transaction.
const selesai = (op, j) => dalam(["antre", "bekal"], async ({ antre, bekal }) => {
  const a = await janji(antre.get(op));
  if (!a) return;
  antre.delete(op);
  if (a.tunda) antre.put({ ...a, op: idBaru(), versi_dasar: j.versi, isi: a.tunda, perangkat: a.perangkatTunda, tunda: undefined, perangkatTunda: undefined, dicoba: false });
  const b = await janji(bekal.get(kunciBekal(a.akun, a.lokus)));
  if (!b) return;
  terapkan(b, a, a.isi, j.versi);
  bekal.put(b);
});

function terapkan(b, a, isi, versi) {
  if (a.jenis === "f02") {
    const i = b.bagian.flatMap((x) => x.indikator).find((x) => x.kode === a.kode);
    if (i) i.sel = { ...isi, versi };
  } else if (a.jenis === "periksa") {
    b.periksa = b.periksa.filter((p) => p.jenis !== a.daftar || p.indikator !== a.kode);
    b.periksa.push({ ...isi, jenis: a.daftar, indikator: a.kode, versi });
  } else b.catatan.push({ ...isi, id: a.op, indikator: a.kode, pada: a.perangkat });
}

/** After a conflict: `saya` sends what was typed on top of the newer version, `kini` takes the newer one. */
export const putuskan = (op, siapa) => dalam(["antre", "bekal"], async ({ antre, bekal }) => {
  const a = await janji(antre.get(op));
  if (a?.keadaan !== "bentrok") return;
  antre.delete(op);
  const { versi, cap, ...kini } = a.kini;
  const b = await janji(bekal.get(kunciBekal(a.akun, a.lokus)));
  if (b) { terapkan(b, a, kini, versi); bekal.put(b); }
  if (siapa === "saya") antre.put({ ...a, op: idBaru(), versi_dasar: versi, keadaan: "menunggu", dicoba: false, kini: undefined, pesan: undefined });
});

/** What was refused is tried again, as new writes: the phase may have been opened again. */
export const cobaLagi = (akun, lokus) => dalam(["antre"], async ({ antre }) => {
  for (const a of await janji(antre.getAll())) {
    if (a.akun !== akun || a.lokus !== lokus || a.keadaan !== "ditolak") continue;
    // A refusal in so many words stored nothing; where the right was missing, an earlier sending may have been stored.
    const op = a.alasan === "lain" && a.jenis !== "catatan" ? idBaru() : a.op;
    antre.delete(a.op);
    antre.put({ ...a, op, keadaan: "menunggu", alasan: undefined, pesan: undefined });
  }
});

/** Units of an account that is no longer signed in leave the phone; what it typed stays. */
export async function lepaskanLain(bekal, akun) {
  for (const b of bekal) if (b.akun !== akun) await hapusBekal(b.akun, b.lokus);
}

/** Hands what was refused to the organiser, for reading. `butir`: [{ jenis, indikator, isi: [[label, text]], perangkat }]. */
export async function titipkan(lokus, id, alasan, butir) {
  const body = JSON.stringify({ alasan, isi: butir });
  const { status, isi } = await minta(`/lapangan/unit/${lokus}/titipan/${id}`, { method: "PUT", body, headers: { "content-type": "application/json" } });
  return status === 200 && isi.id === id ? "" : (isi.pesan ?? "gagal");
}
