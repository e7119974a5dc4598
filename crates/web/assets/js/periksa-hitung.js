// The index of one unit, computed a second time by a program that shares no line with the first.
// From PermenPANRB 29/2022 as the edition has it: aspects weigh indicators, F02 weighs aspects, IPP = shares of F02 and F03.

import { Pecahan, jumlah, rata } from "./periksa-pecahan.js";
import { Angka } from "./periksa-naskah.js";

const SERATUS = Pecahan.bulat(100);

const desimal = (t, kunci) => {
  const v = t?.get(kunci);
  const n = Pecahan.baca(v instanceof Angka ? v.teks : v);
  if (!n) throw new SyntaxError(`naskah edisi: "${kunci}" bukan angka`);
  return n;
};
const daftar = (t, kunci) => t?.get(kunci) ?? [];

/** What the computation needs of an edition. */
export function bacaEdisi(naskah) {
  const rumus = naskah.get("rumus"), f03 = naskah.get("f03");
  const indikator = (t) => ({ kode: t.get("kode"), bobot: t.get("bobot") === undefined ? null : desimal(t, "bobot") });
  return {
    id: naskah.get("id"),
    porsi: [desimal(rumus, "porsi_f02"), desimal(rumus, "porsi_f03")],
    min: desimal(f03, "responden_min"),
    maks: desimal(f03, "responden_maks"),
    pernyataan: daftar(f03, "pernyataan").map((t) => ({ id: t.get("id"), aspek: t.get("aspek") })),
    kategori: daftar(naskah, "kategori").map((t) => ({ kode: t.get("kode"), nama: t.get("nama"), dari: desimal(t, "dari"), sampai: desimal(t, "sampai") })),
    aspek: daftar(naskah, "aspek").map((t) => (
      { kunci: t.get("kunci"), nama: t.get("nama"), bobot: desimal(t, "bobot"), indikator: daftar(t, "indikator").map(indikator) })),
    tambahan: daftar(naskah, "tambahan").map((t) => ({ kode: t.get("kode"), bobot: null })),
  };
}

/** `isi`: the content of a result file, as maps. Gives the result in the shape in which the file writes it. */
export function hitung(edisi, isi) {
  const lembar = isi.get("f02");
  const konsensus = isi.get("kesepakatan");
  const cara = isi.get("cara_penilai");
  const ringkas = isi.get("f03").get("ringkas");
  const dipakai = ringkas.get("dipakai");
  periksaMasukan(edisi, lembar, konsensus, cara, ringkas);

  const satu = ({ kode, bobot }) => {
    const penilai = lembar.map((l) => ({ evaluator: l.get("evaluator"), nilai: l.get("nilai").get(kode) ?? null }));
    const semua = penilai.length && penilai.every((p) => p.nilai !== null) ? penilai.map((p) => p.nilai) : null;
    const sama = semua?.every((n) => n === semua[0]) ? semua[0] : null;
    const diputus = cara === "konsensus" && semua && sama === null ? konsensus.get(kode) ?? null : null;
    const bulat = sama ?? diputus;
    let nilai = null;
    if (cara === "rata-rata") nilai = semua && rata(semua.map(Pecahan.bulat));
    else if (bulat !== null) nilai = Pecahan.bulat(bulat);
    return { kode, bobot, penilai, konsensus: diputus, nilai, sumbangan: nilai && bobot && bobot.bagi(SERATUS).kali(nilai) };
  };
  const aspek = edisi.aspek.map((a) => {
    const indikator = a.indikator.map(satu);
    const nilai = jumlah(indikator.map((i) => i.sumbangan));
    return { kunci: a.kunci, nama: a.nama, bobot: a.bobot, nilai, sumbangan: nilai && a.bobot.bagi(SERATUS).kali(nilai), indikator };
  });
  const dinilai = (t) => lembar.some((l) => l.get("nilai").has(t.kode));
  const f02 = {
    nilai: jumlah(aspek.map((a) => a.sumbangan)),
    aspek,
    kurang: aspek.flatMap((a) => a.indikator).filter((i) => !i.nilai).map((i) => i.kode),
    tambahan: edisi.tambahan.filter(dinilai).map(satu),
  };

  const pernyataan = edisi.pernyataan.map((p, n) => {
    const j = ringkas.get("jumlah_per_pernyataan")[n];
    return { id: p.id, aspek: p.aspek, jumlah: j, rata_rata: dipakai ? new Pecahan(j, dipakai) : null };
  });
  const milik = (k) => pernyataan.filter((p) => p.aspek === k);
  const aspekF03 = edisi.aspek.filter((a) => milik(a.kunci).length).map((a) => ({ kunci: a.kunci, rata_rata: rata(milik(a.kunci).map((p) => p.rata_rata)) }));
  const agregasi = isi.get("agregasi_f03");
  const f03 = {
    nilai: rata((agregasi === "aspect-mean" ? aspekF03 : pernyataan).map((x) => x.rata_rata)),
    responden: ringkas.get("responden"), dipakai, dibuang: ringkas.get("dibuang"), pernyataan, aspek: aspekF03,
  };

  const banyak = Pecahan.bulat(dipakai);
  let status = "complete";
  if (!f02.nilai) status = "f02-kurang";
  else if (banyak.banding(edisi.min) < 0 || !f03.nilai) status = "f03-kurang";
  const ipp = status === "complete" ? edisi.porsi[0].kali(f02.nilai).tambah(edisi.porsi[1].kali(f03.nilai)) : null;
  const lebih = banyak.banding(edisi.maks) > 0;
  return {
    edisi: edisi.id, status, cara_penilai: cara, agregasi_f03: agregasi, porsi_f02: edisi.porsi[0], porsi_f03: edisi.porsi[1], f02, f03,
    ipp: ipp && akhir(edisi, ipp),
    peringatan: lebih ? [{ peringatan: "responden-melebihi", dipakai, maks: BigInt(edisi.maks.toString()) }] : [],
  };
}

/** Rounded half-up to two decimals first, then looked up. */
function akhir(edisi, ipp) {
  const bulat = new Pecahan(ipp.skala(2), 100n);
  const k = edisi.kategori.find((x) => x.dari.banding(bulat) <= 0 && bulat.banding(x.sampai) <= 0);
  return k ? { ipp, tampil: ipp.tampil(2), kategori: k.kode, nama_kategori: k.nama } : null;
}

function periksaMasukan(edisi, lembar, konsensus, cara, ringkas) {
  const salah = (apa) => { throw new RangeError(apa); };
  const kode = new Set([...edisi.aspek.flatMap((a) => a.indikator), ...edisi.tambahan].map((x) => x.kode));
  const skor = (m, di) => m.forEach((n, k) => {
    if (!kode.has(k)) salah(`${di}: kode "${k}" tidak ada dalam edisi`);
    if (typeof n !== "bigint" || n < 0n || n > 5n) salah(`${di}: nilai ${k} di luar 0 sampai 5`);
  });
  lembar.forEach((l, n) => skor(l.get("nilai"), `lembar ${n + 1}`));
  if (new Set(lembar.map((l) => l.get("evaluator"))).size !== lembar.length) salah("satu evaluator dengan dua lembar");
  skor(konsensus, "kesepakatan");
  if (konsensus.size && cara !== "konsensus") salah("ada kesepakatan, padahal caranya rata-rata");
  konsensus.forEach((n, k) => {
    const semua = lembar.map((l) => l.get("nilai").get(k));
    if (semua.length && semua.every((x) => x !== undefined && x === semua[0]) && semua[0] !== n) salah(`kesepakatan ${k} bertentangan dengan nilai yang sama`);
  });
  const [responden, dipakai, dibuang] = ["responden", "dipakai", "dibuang"].map((k) => ringkas.get(k));
  if (dipakai + dibuang !== responden) salah("F03: responden bukan dipakai + dibuang");
  const j = ringkas.get("jumlah_per_pernyataan");
  if (j.length !== edisi.pernyataan.length) salah("F03: banyaknya pernyataan berbeda dengan edisi");
  if (j.some((x) => x < 0n || x > dipakai * 5n)) salah("F03: jumlah jawaban mustahil");
}
