//! Proposals from the SKM rounds of a unit: carried out, published, followed up, how fast. Fields are found by their keys,
//! so every edition that asks them is served. What Prima does not know (media outside it) is not answered, and that there is
//! no round here never becomes a "no": the survey may have been done elsewhere.

use super::{Asal, BuktiUsulan, Usulan};
use crate::{
    Hasil, Store, Waktu, edisi,
    kueri::Kueri,
    lokus::Lokus,
    nilai,
    skm::{
        self, BarisRonde, SaringRonde, agregat,
        laporan::{self, LaporanSkm},
        rtl::{self, Butir},
    },
};
use jiff::civil::Date;
use pekppp::{Edisi, Indikator, Jawaban, JawabanIndikator, Pecahan};

pub(super) async fn ada(store: &Store, l: &Lokus) -> Hasil<bool> {
    let sql = "SELECT COUNT(*) AS n FROM (SELECT 1 AS satu FROM ronde r JOIN jawaban_kubus q ON q.ronde_id = r.id AND q.tingkat = 0
        AND q.keadaan = 'pakai' AND q.n > 0 WHERE r.unit_id = $1 AND r.jenis = 'skm' LIMIT 1) x";
    Ok(store.baca().angka(sql, nilai![l.unit_id]).await? > 0)
}

/// The rounds of the unit that proposals are made from.
struct Bahan {
    /// The newest with answers.
    baru: BarisRonde,
    /// How many rounds with answers ended in its year.
    setahun: i64,
    ikm: Pecahan,
    /// The instrument is in force and the sample was reached.
    sesuai: bool,
    laporan: Option<LaporanSkm>,
    /// The newest published one.
    terbit: Option<BarisRonde>,
    /// The newest with a plan, the plan, and when its report was first made.
    rencana: Option<(BarisRonde, Vec<Butir>, Option<LaporanSkm>)>,
}

async fn bahan(store: &Store, l: &Lokus) -> Hasil<Option<Bahan>> {
    let (semua, _) = skm::milik_unit(store, l.unit_id, &SaringRonde::default(), 0, 100).await?;
    let mut semua: Vec<BarisRonde> = semua.into_iter().filter(|b| b.ronde.unit_id == l.unit_id && b.n > 0).collect();
    // What lies after the year that is evaluated is offered only where nothing else is there.
    let akhir = format!("{:04}-12-31", l.tahun);
    if semua.iter().any(|b| b.ronde.sampai <= akhir) {
        semua.retain(|b| b.ronde.sampai <= akhir);
    }
    let Some(baru) = semua.first().cloned() else { return Ok(None) };
    let c = store.baca();
    let e = edisi::skm(store, &baru.ronde.edisi).await?;
    let s = baru.ronde.susunan(&e)?;
    let a = agregat::baca(c, baru.ronde.id).await?;
    let hasil = ::skm::hitung(&s, &a.pakai.hitungan(&s)?.hitungan, ::skm::Bobot::Persis);
    let Ok(hasil) = hasil else { return Ok(None) };
    let tahun = |b: &BarisRonde| b.ronde.sampai.get(..4).map(str::to_owned);
    let mut rencana = None;
    for b in &semua {
        let butir = rtl::daftar(c, b.ronde.id).await?;
        if !butir.is_empty() {
            rencana = Some((b.clone(), butir, laporan::daftar(c, b.ronde.id).await?.pop()));
            break;
        }
    }
    Ok(Some(Bahan {
        setahun: i64::try_from(semua.iter().filter(|b| tahun(b) == tahun(&baru)).count()).unwrap_or(1),
        ikm: hasil.ikm,
        sesuai: !e.lama && !e.ilustrasi && baru.n >= baru.ronde.target,
        laporan: laporan::daftar(c, baru.ronde.id).await?.into_iter().next(),
        terbit: semua.iter().find(|b| b.terbit).cloned(),
        rencana,
        baru,
    }))
}

pub(super) async fn usulan(store: &Store, l: &Lokus, e: &Edisi) -> Hasil<Vec<Usulan>> {
    let Some(b) = bahan(store, l).await? else { return Ok(Vec::new()) };
    let indikator = e.aspek.iter().flat_map(|a| &a.indikator).chain(&e.tambahan);
    Ok(indikator.filter_map(|i| satu(&b, i)).collect())
}

/// The proposal for an indicator that asks one of the known sets of fields.
fn satu(b: &Bahan, i: &Indikator) -> Option<Usulan> {
    let tanya = |kunci: &str| i.isian.iter().any(|x| x.kunci == kunci);
    let (mut jawaban, asal, bukti, ronde) = if tanya("skm_dilaksanakan") {
        dilaksanakan(b)
    } else if tanya("media_publikasi_skm") {
        media(b)?
    } else if tanya("ada_rencana") && tanya("persen_realisasi") {
        realisasi(b)?
    } else if tanya("ditindaklanjuti") && tanya("lama_bulan") {
        kecepatan(b)?
    } else {
        return None;
    };
    // An edition may leave a field out or offer other options.
    jawaban.retain(|kunci, j| i.isian.iter().any(|x| x.kunci == *kunci && cocok(x, j)));
    (!jawaban.is_empty()).then(|| Usulan { indikator: i.kode.clone(), jawaban, asal, bukti, kurun: kurun(ronde) })
}

pub(super) fn cocok(x: &pekppp::Bidang, j: &Jawaban) -> bool {
    match j {
        Jawaban::Pilihan(o) => x.label_opsi(o).is_some(),
        Jawaban::Ganda(o) => o.iter().all(|o| x.label_opsi(o).is_some()),
        _ => true,
    }
}

/// With the round that it is measured in.
type Isi<'a> = (JawabanIndikator, Vec<Asal>, Vec<BuktiUsulan>, &'a BarisRonde);

fn kurun(b: &BarisRonde) -> Option<(Date, Date)> {
    Some((b.ronde.mulai.parse().ok()?, b.ronde.sampai.parse().ok()?))
}

fn asal(b: &BarisRonde) -> Asal {
    Asal { tautan: format!("/survei/{}", b.ronde.id), nama: b.ronde.nama.clone() }
}

fn ganda(kunci: &str) -> Jawaban {
    Jawaban::Ganda([kunci.to_owned()].into())
}

fn bukti_laporan(b: &BarisRonde, l: Option<&LaporanSkm>) -> Option<BuktiUsulan> {
    l.map(|l| BuktiUsulan::LaporanSkm { ronde: b.ronde.id, nama: b.ronde.nama.clone(), pdf: l.pdf.clone() })
}

fn bukti_terbit(b: &BarisRonde) -> BuktiUsulan {
    BuktiUsulan::PenerbitanSkm { ronde: b.ronde.id, nama: b.ronde.nama.clone() }
}

fn dilaksanakan(b: &Bahan) -> Isi<'_> {
    let mut j = JawabanIndikator::new();
    let mut taruh = |kunci: &str, isi: Jawaban| drop(j.insert(kunci.to_owned(), isi));
    taruh("skm_dilaksanakan", Jawaban::YaTidak(true));
    taruh("frekuensi_per_tahun", Jawaban::Bulat(b.setahun));
    taruh("nilai_ikm", Jawaban::Desimal(b.ikm.clone()));
    taruh("periode", Jawaban::Teks(b.baru.ronde.nama.chars().take(100).collect()));
    if b.sesuai {
        taruh("sesuai_permenpanrb", Jawaban::YaTidak(true));
    }
    let mut sumber = vec![asal(&b.baru)];
    let mut bukti: Vec<BuktiUsulan> = bukti_laporan(&b.baru, b.laporan.as_ref()).into_iter().collect();
    if let Some(t) = &b.terbit {
        taruh("dipublikasikan", Jawaban::YaTidak(true));
        taruh("media", ganda("elektronik"));
        sumber.push(asal(t));
        bukti.push(bukti_terbit(t));
    }
    if let Some((r, _, _)) = b.rencana.as_ref().filter(|r| r.1.iter().any(|x| x.selesai.is_some())) {
        taruh("ditindaklanjuti", Jawaban::YaTidak(true));
        sumber.push(asal(r));
        bukti.push(BuktiUsulan::RencanaSkm { ronde: r.ronde.id, nama: r.ronde.nama.clone() });
    }
    sumber.dedup();
    (j, sumber, bukti, &b.baru)
}

fn media(b: &Bahan) -> Option<Isi<'_>> {
    let t = b.terbit.as_ref()?;
    Some(([("media_publikasi_skm".to_owned(), ganda("website"))].into(), vec![asal(t)], vec![bukti_terbit(t)], t))
}

fn realisasi(b: &Bahan) -> Option<Isi<'_>> {
    let (r, butir, laporan) = b.rencana.as_ref()?;
    let n = rtl::kemajuan(butir);
    let bulat = |n: usize| Pecahan::bulat(i64::try_from(n).unwrap_or(i64::MAX));
    let persen = (&(&bulat(n.selesai) * &Pecahan::bulat(100)) / &bulat(n.semua.max(1))).dibulatkan(2);
    let mut j: JawabanIndikator =
        [("ada_rencana".to_owned(), Jawaban::YaTidak(true)), ("persen_realisasi".to_owned(), Jawaban::Persen(persen))].into();
    if n.selesai > 0 {
        // The plan with what became of it, which is attached, is that report.
        j.insert("ada_laporan".to_owned(), Jawaban::YaTidak(true));
    }
    Some((j, vec![asal(r)], bukti_rencana(r, laporan.as_ref()), r))
}

fn bukti_rencana(r: &BarisRonde, l: Option<&LaporanSkm>) -> Vec<BuktiUsulan> {
    let rencana = BuktiUsulan::RencanaSkm { ronde: r.ronde.id, nama: r.ronde.nama.clone() };
    bukti_laporan(r, l).into_iter().chain([rencana]).collect()
}

/// Only where every activity is done: the indicator asks about all of them. Counted from the first report, by local days.
fn kecepatan(b: &Bahan) -> Option<Isi<'_>> {
    let (r, butir, laporan) = b.rencana.as_ref()?;
    let akhir: Vec<Waktu> = butir.iter().map(|x| x.selesai.as_ref().map(|s| s.pada)).collect::<Option<_>>()?;
    let (mulai, selesai) = (laporan.as_ref()?.pada.hari(&r.ronde.zona), akhir.into_iter().max()?.hari(&r.ronde.zona));
    let dalam = |bulan: i32| selesai <= mulai.saturating_add(jiff::Span::new().months(bulan));
    let pilihan = [(1, "bulan_1"), (3, "bulan_3"), (6, "bulan_6"), (9, "bulan_9"), (12, "bulan_12")];
    let lama = pilihan.into_iter().find(|(bulan, _)| dalam(*bulan)).map_or("lebih_12", |(_, k)| k);
    let j = [("ditindaklanjuti".to_owned(), Jawaban::YaTidak(true)), ("lama_bulan".to_owned(), Jawaban::Pilihan(lama.to_owned()))];
    Some((j.into(), vec![asal(r)], bukti_rencana(r, laporan.as_ref()), r))
}
