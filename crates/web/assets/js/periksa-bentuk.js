// What the content of a result file must look like, key by key. A key that nobody knows is a fault: two readers could take it for
// different things. The figures under `hasil` are not described here; they are compared with those computed again.

const U64 = 2n ** 64n - 1n;
const I64 = 2n ** 63n;

const teks = (v, di, salah) => typeof v === "string" || salah(di, "diharapkan teks");
const benar = (v, di, salah) => typeof v === "boolean" || salah(di, "diharapkan true atau false");
const antara = (min, maks) => (v, di, salah) => (typeof v === "bigint" && v >= min && v <= maks) || salah(di, `diharapkan bilangan bulat ${min} sampai ${maks}`);
const salahSatu = (...boleh) => (v, di, salah) => boleh.includes(v) || salah(di, `diharapkan ${boleh.join(" atau ")}`);
const cacah = antara(0n, U64);
const bulat = antara(-I64, I64 - 1n);
const skor = antara(0n, 5n);

const HEX = "[0-9a-fA-F]";
const BERTANDA = `${HEX}{8}-${HEX}{4}-${HEX}{4}-${HEX}{4}-${HEX}{12}`;
const UUID = new RegExp(`^(?:${BERTANDA}|${HEX}{32}|urn:uuid:${BERTANDA}|\\{${BERTANDA}\\})$`);
const uuid = (v, di, salah) => (typeof v === "string" && UUID.test(v)) || salah(di, "diharapkan UUID");

const larik = (isi, banyak) => (v, di, salah) => {
  if (!Array.isArray(v)) return salah(di, "diharapkan larik");
  if (banyak !== undefined && v.length !== banyak) return salah(di, `diharapkan ${banyak} isi, ada ${v.length}`);
  return v.forEach((x, n) => isi(x, `${di}[${n}]`, salah));
};
const peta = (isi) => (v, di, salah) => (v instanceof Map ? v.forEach((x, k) => isi(x, `${di}.${k}`, salah)) : salah(di, "diharapkan objek"));
const objek = (isi) => (v, di, salah) => {
  if (!(v instanceof Map)) return salah(di, "diharapkan objek");
  for (const k of v.keys()) if (!Object.hasOwn(isi, k)) salah(`${di}.${k}`, "kunci tidak dikenal");
  for (const [k, bentuk] of Object.entries(isi)) {
    if (v.has(k)) bentuk(v.get(k), `${di}.${k}`, salah);
    else if (!bentuk.tanpa) salah(`${di}.${k}`, "tidak ada");
  }
  return undefined;
};
const bolehTanpa = (bentuk) => Object.assign((v, di, salah) => bentuk(v, di, salah), { tanpa: true });
const atauNull = (bentuk) => bolehTanpa((v, di, salah) => v === null || bentuk(v, di, salah));

const sebutan = objek({ kode: teks, nama: teks });

const instalasi = objek({ id: uuid, kunci: teks, kunci_publik: teks });
const edisi = objek({ id: teks, sidik: teks });
const periode = objek({ kode: teks, nama: teks, tahun: bulat, skema: teks, penyatuan: teks, penyelenggara: sebutan });

const ISI = objek({
  id: uuid,
  nomor: bulat,
  ilustrasi: benar,
  instalasi,
  instansi: sebutan,
  unit: sebutan,
  periode,
  lokus: objek({ kode: teks, formulir: teks, cakupan: teks, kategori: teks }),
  edisi,
  f01: objek({ nomor: bulat, sidik: teks, pada: teks }),
  bukti: larik(objek({ id: uuid, indikator: teks, sidik: atauNull(teks) })),
  f02: larik(objek({ evaluator: teks, nilai: peta(skor), selesai: atauNull(teks) })),
  benturan: bolehTanpa(larik(objek({ evaluator: teks, dinyatakan: teks, tetap: salahSatu("timbul-sesudah", "disepakati", "tidak-memengaruhi") }))),
  kesepakatan: peta(skor),
  catatan_sidik: teks,
  f03: objek({
    ringkas: objek({ responden: cacah, dipakai: cacah, dibuang: cacah, jumlah_per_pernyataan: larik(cacah) }),
    daring: cacah,
    kertas: cacah,
    kertas_ditolak: cacah,
    sebaran: larik(larik(cacah, 6)),
  }),
  cara_penilai: salahSatu("rata-rata", "konsensus"),
  agregasi_f03: salahSatu("aspect-mean", "plain-mean"),
  hasil: (v, di, salah) => v instanceof Map || salah(di, "diharapkan objek"),
  dibekukan: teks,
});

const TERBITAN = objek({
  id: uuid,
  nomor: bulat,
  alasan: teks,
  sebelumnya: atauNull(teks),
  ilustrasi: benar,
  instalasi,
  periode,
  edisi: larik(edisi),
  hasil: objek({ sidik: teks, baris: cacah, diperingkat: cacah }),
  lampiran: larik(objek({ nama: teks, sidik: teks, ukuran: cacah })),
  diterbitkan: teks,
});
const TEMPAT = objek({ kelompok: teks, peringkat: atauNull(cacah), alasan_tanpa_ba: atauNull(teks) });

const salahnya = (bentuk, di) => (v, maks) => {
  const semua = [];
  bentuk(v, di, (d, apa) => { if (semua.length < maks) semua.push(`${d}: ${apa}`); });
  return semua;
};

/** What is wrong with the content of a result, in words; at most `maks`. */
export const bentukSalah = salahnya(ISI, "isi");
/** The same of the content of a publication. */
export const terbitanSalah = salahnya(TERBITAN, "isi");
/** The same of what stands beside a result in a publication. */
export const tempatSalah = salahnya(TEMPAT, "tempat");

/** What is said of a format that is a later version of the one known here, in the words of the program; empty for any other. */
export function lebihBaru(format, kenal) {
  const urai = (f) => /^(.*)\/(\d+)$/.exec(typeof f === "string" ? f : "");
  const [a, b] = [urai(format), urai(kenal)];
  if (!a || a[1] !== b[1] || BigInt(a[2]) <= BigInt(b[2])) return "";
  return `format "${format}" dibuat program Prima yang lebih baru daripada program ini ("${kenal}"); berkasnya tidak rusak, periksa dengan program yang lebih baru`;
}
