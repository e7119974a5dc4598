// Whose key signed a result, by the public list of this installation: known, in its time, not revoked. The list is fetched; nothing of
// the file goes out. Words are the page's: `kata` gives them by name.

const hari = (saat, jam) => new Date(saat.getTime() + jam * 3600e3).toISOString().slice(0, 10);

/** Why what the key `k` of the list signed at `pada` is not believed; null when it is. Days are those of anywhere in Indonesia. */
export function tolak(k, pada, kata) {
  if (k.dicabut) return `${kata("dicabut")} ${k.dicabut.pada}: ${k.dicabut.alasan}`;
  const saat = new Date(pada);
  const luar = Number.isNaN(saat.getTime()) || (k.dari && hari(saat, 9) < k.dari) || (k.sampai && hari(saat, 7) > k.sampai);
  return luar ? `${kata("masa")} ${k.dari ?? "…"} – ${k.sampai ?? "…"} (${pada})` : null;
}

/** Why a key that is bound to instansi is not believed for a file in the name of another; null when it is. */
export function lain(k, penyelenggara, kata) {
  if (!k.untuk?.length || k.untuk.includes(penyelenggara)) return null;
  return `${kata("instansi-lain")} ${k.untuk.join(", ")} (${penyelenggara})`;
}

/** A line as `periksa` gives them; `isi` is the content of the file, `daftar` the address of the list. */
export async function pemilik(isi, daftar, kata) {
  const publik = isi?.get?.("instalasi")?.get?.("kunci_publik"), penyelenggara = isi?.get?.("periode")?.get?.("penyelenggara")?.get?.("kode");
  return pemilikKunci(publik, [isi?.get?.("dibekukan")], penyelenggara, daftar, kata);
}

/** The same of one key that signed at the times `pada` for the instansi with the code `penyelenggara`. */
export async function pemilikKunci(publik, pada, penyelenggara, daftar, kata) {
  const butir = (sah, rinci) => ({ apa: "pemilik", sah, rinci: [rinci] });
  let kunci;
  try {
    const jawab = await fetch(daftar);
    if (!jawab.ok) throw new Error(String(jawab.status));
    ({ kunci } = await jawab.json());
  } catch (e) {
    return butir(null, `${kata("tanpa-daftar")} ${e.message}`);
  }
  const k = typeof publik === "string" ? kunci.find((x) => x.publik === publik.toLowerCase()) : undefined;
  if (!k) return butir(null, kata("asing"));
  const sebab = pada.map((p) => tolak(k, p, kata)).find(Boolean) ?? lain(k, penyelenggara, kata);
  return sebab ? butir(false, `${k.nama}: ${sebab}`) : butir(true, k.nama);
}
