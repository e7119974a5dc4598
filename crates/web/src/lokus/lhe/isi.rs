//! The content of the report, from the frozen result and what the evaluators wrote.

use dokumen::{
    Lhe,
    masukan::{
        AgregasiF03, ButirMetode, Hadir, IndikatorNilai, Kepastian, PenandaTangan, PeranTandaTangan, Rekomendasi, RerataPernyataan,
        RingkasanF03, Sorotan, Sumber,
    },
};
use pekppp::Pecahan;
use store::{Waktu, berita_acara, hasil, lokus::Lokus};

use crate::{
    AppState,
    bahasa::Bahasa,
    error::Hasil,
    format,
    lokus::{
        hasil::{
            cetak::{self, Cetak},
            muat::Muatan,
        },
        lanjutan,
    },
    rujukan,
};

/// Head of the report as it was typed.
pub struct Kop<'a> {
    pub kode: &'a str,
    pub nomor: Option<String>,
    pub tempat: &'a str,
    pub pada: Waktu,
}

/// # Errors
/// When the store fails.
pub async fn susun(app: &AppState, l: &Lokus, m: &Muatan, kop: Kop<'_>) -> Hasil<Lhe> {
    let c = Cetak::baru(app, l).await?;
    let hari = kop.pada.hari(&l.zona);
    let calon = berita_acara::calon(app.store.baca(), l, &hari.to_string()).await?;
    let penilai = match &m.beku {
        Some((_, isi)) => hasil::penilai(app.store.baca(), isi).await?,
        None => Vec::new(),
    };
    let lama = store::penugasan::bertugas_pernah(app.store.baca(), l.id).await?;
    // Whose sheet counts stands above; who left after the freeze was not replaced in this evaluation.
    let lama = lama.into_iter().filter(|p| !penilai.iter().any(|d| d.id == p.akun_id)).collect::<Vec<_>>();
    let lama = lama.into_iter().filter_map(|p| {
        let mewakili = Bahasa::Id.a("benturan-mewakili-diganti", [("waktu", c.waktu(p.akhir?).into())]);
        Some(Hadir { nama: p.nama, jabatan: p.jabatan, mewakili })
    });
    let indikator = cetak::indikator(m);
    let sekda = calon.penanggungjawab.first().map(|o| PenandaTangan {
        peran: PeranTandaTangan::WakilPenanggungjawab,
        nama: o.nama.clone(),
        jabatan: o.jabatan.clone(),
        nip: None,
    });
    Ok(Lhe {
        kepala: c.kepala(kop.kode, kop.nomor, kop.pada),
        periode: cetak::periode(l, &m.edisi),
        unit: c.unit(l),
        tempat_tanggal: format!("{}, {}", kop.tempat, format::tanggal(Bahasa::Id, hari)),
        nilai: cetak::nilai(m),
        aspek: cetak::aspek(m),
        pembanding: Vec::new(),
        kekuatan: sorotan(m, &indikator, true, 6),
        kelemahan: sorotan(m, &indikator, false, 10),
        rekomendasi: rekomendasi(app, l, m, &indikator).await?,
        indikator,
        f03: f03(m),
        peringkat: None,
        riwayat: Vec::new(),
        tim: penilai
            .into_iter()
            .map(|p| Hadir { nama: p.nama, jabatan: p.jabatan, mewakili: Bahasa::Id.s("ba-pihak-evaluator") })
            .chain(lama)
            .collect(),
        metode: metode(m),
        sumber: sumber(m),
        batas_tindak_lanjut: store::tindak_lanjut::batas_sejak(app.store.baca(), l, Some(hari)).await?.map(|b| batas(&b)),
        hash_hasil: m.beku.as_ref().map(|(b, _)| b.sidik.clone()).unwrap_or_default(),
        sementara: crate::kata::menunggu_validasi(&l.skema, m.divalidasi),
        penanda_tangan: sekda.into_iter().collect(),
    })
}

/// A score from here on is a strength, one below it is to be improved: so that no report of a good unit says it has no strength. Our
/// choice; no source tells them apart.
const KUAT: i64 = 4;

/// Strengths or what is to be improved, the strongest or the weakest first, then in form order. Means count as they are.
fn sorotan(m: &Muatan, indikator: &[IndikatorNilai], kuat: bool, banyak: usize) -> Vec<Sorotan> {
    let nilai = m.hasil.f02.aspek.iter().flat_map(|a| &a.indikator).map(|i| i.nilai.as_ref());
    let batas = Pecahan::bulat(KUAT);
    let mut terpilih: Vec<(&Pecahan, &IndikatorNilai)> =
        nilai.zip(indikator).filter_map(|(n, i)| Some((n.filter(|n| (**n >= batas) == kuat)?, i))).collect();
    terpilih.sort_by(|(a, _), (b, _)| if kuat { b.cmp(a) } else { a.cmp(b) });
    let jadi = |(n, i): (&Pecahan, &IndikatorNilai)| Sorotan {
        kode: i.kode.clone(),
        nama: i.nama.clone(),
        skor: i.skor.map_or_else(|| cetak::angka(n, 2).teks, |s| s.to_string()),
        uraian: i.catatan.clone(),
    };
    terpilih.into_iter().take(banyak).map(jadi).collect()
}

/// The deadline as printed, with what it rests on.
fn batas(b: &pekppp::fase::BatasTindakLanjut) -> String {
    let kunci = match b.dasar {
        pekppp::fase::DasarBatas::Terdaftar => "tindaklanjut-batas-terdaftar",
        pekppp::fase::DasarBatas::Anggapan => "tindaklanjut-batas-anggapan",
        pekppp::fase::DasarBatas::Lewat => "tindaklanjut-batas-sesudah",
    };
    let hari = |d| format::tanggal(Bahasa::Id, d);
    Bahasa::Id.a(kunci, [("batas", hari(b.batas).into()), ("mulai", hari(b.mulai_berikut).into())])
}

/// The recommendations that stand, in form order; for a result frozen before they were rows of their own, those of F02.
async fn rekomendasi(app: &AppState, l: &Lokus, m: &Muatan, indikator: &[IndikatorNilai]) -> Hasil<Vec<Rekomendasi>> {
    let mut semua = match &m.beku {
        Some(_) => store::rekomendasi::daftar(app.store.baca(), l.id).await?,
        None => Vec::new(),
    };
    if semua.is_empty() {
        return Ok(rekomendasi_f02(m, indikator));
    }
    semua.sort_by_key(|r| lanjutan::urut(&m.edisi, &r.indikator));
    let satu = |r: store::rekomendasi::Rekomendasi| Rekomendasi {
        nama: lanjutan::nama(&m.edisi, &r.indikator),
        kode: r.indikator,
        isi: r.isi,
        keluaran: None,
    };
    Ok(semua.into_iter().map(satu).collect())
}

fn rekomendasi_f02(m: &Muatan, indikator: &[IndikatorNilai]) -> Vec<Rekomendasi> {
    let satu = |i: &IndikatorNilai| {
        let isi = cetak::rekomendasi(m, &i.kode);
        (!isi.is_empty()).then(|| Rekomendasi { kode: i.kode.clone(), nama: i.nama.clone(), isi: isi.join(" "), keluaran: None })
    };
    indikator.iter().filter_map(satu).collect()
}

fn f03(m: &Muatan) -> RingkasanF03 {
    let n = |x: u64| u32::try_from(x).unwrap_or(u32::MAX);
    let (f, e) = (&m.hasil.f03, &m.edisi.f03);
    let ketentuan = [("min", e.responden_min.to_string().into()), ("maks", e.responden_maks.to_string().into())];
    let teks = |id: &str| e.pernyataan.iter().find(|p| p.id == id).map(|p| p.teks.clone()).unwrap_or_default();
    RingkasanF03 {
        responden: n(f.responden),
        digunakan: n(f.dipakai),
        dibuang: n(f.dibuang),
        kertas: n(m.kertas),
        ketentuan: Some(Bahasa::Id.a("lhe-cetak-ketentuan", ketentuan)),
        agregasi: Some(match m.hasil.agregasi_f03 {
            pekppp::AgregasiF03::AspectMean => AgregasiF03::Aspek,
            pekppp::AgregasiF03::PlainMean => AgregasiF03::Pernyataan,
        }),
        pernyataan: f
            .pernyataan
            .iter()
            .map(|p| RerataPernyataan {
                aspek: p.aspek.clone(),
                kode: p.id.clone(),
                teks: teks(&p.id),
                rerata: p.rata_rata.as_ref().map(|r| cetak::angka(r, 2)),
            })
            .collect(),
    }
}

fn metode(m: &Muatan) -> Vec<ButirMetode> {
    let butir = |judul: &str, isi: String| ButirMetode { judul: Bahasa::Id.s(judul), isi };
    let nilai = cetak::nilai(m);
    let porsi = [("f02", nilai.bagian_f02.teks.into()), ("f03", nilai.bagian_f03.teks.into())];
    let cara = match m.hasil.cara_penilai {
        pekppp::CaraPenilai::Konsensus => "hasil-cara-konsensus",
        pekppp::CaraPenilai::RataRata => "hasil-cara-rata",
    };
    let agregasi = match m.hasil.agregasi_f03 {
        pekppp::AgregasiF03::AspectMean => "lhe-cetak-agregasi-aspek",
        pekppp::AgregasiF03::PlainMean => "lhe-cetak-agregasi-rata",
    };
    vec![
        butir("lhe-cetak-hitung", Bahasa::Id.a("lhe-cetak-hitung-isi", porsi)),
        butir("lhe-cetak-evaluator", Bahasa::Id.s(cara)),
        butir("lhe-cetak-f03", Bahasa::Id.s(agregasi)),
        butir("lhe-cetak-periksa", Bahasa::Id.s("lhe-cetak-periksa-isi")),
    ]
}

/// Every decision of the edition with what it says about its own certainty.
fn sumber(m: &Muatan) -> Vec<Sumber> {
    let r = &m.edisi.rumus;
    let butir = |judul: &str, teks: &str| Sumber {
        butir: Bahasa::Id.s(judul),
        sumber: rujukan::terbaca(&m.edisi, teks),
        kepastian: kepastian(teks),
    };
    let mut s = vec![
        Sumber { butir: Bahasa::Id.s("lhe-cetak-edisi"), sumber: m.edisi.kepastian.clone(), kepastian: Kepastian::Sedang },
        butir("lhe-cetak-porsi", &r.kepastian_porsi),
        butir("lhe-cetak-agregasi", &r.kepastian_agregasi),
        butir("lhe-cetak-cara", &r.kepastian_cara_penilai),
        butir("lhe-cetak-responden", &m.edisi.f03.kepastian),
    ];
    let kategori = m.hasil.ipp.as_ref().and_then(|i| m.edisi.cari_kategori(&i.kategori));
    s.extend(kategori.map(|k| butir("lhe-cetak-kategori", &k.kepastian)));
    s.extend(m.edisi.aspek.iter().map(|a| {
        let args = [("aspek", a.kunci.as_str().into())];
        Sumber {
            butir: Bahasa::Id.a("lhe-cetak-bobot", args),
            sumber: rujukan::terbaca(&m.edisi, &a.kepastian_bobot),
            kepastian: kepastian(&a.kepastian_bobot),
        }
    }));
    s
}

/// The edition says its certainty in words; the first ones decide.
fn kepastian(teks: &str) -> Kepastian {
    let t = teks.trim_start().to_lowercase();
    let awal = |kata: &[&str]| kata.iter().any(|k| t.starts_with(k));
    if awal(&["tidak ada", "tidak ditemukan", "belum ditemukan"]) {
        Kepastian::TidakDitemukan
    } else if awal(&["bersumber tidak langsung", "sedang"]) {
        Kepastian::Sedang
    } else if awal(&["tinggi", "bersumber"]) {
        Kepastian::Tinggi
    } else {
        Kepastian::Rendah
    }
}
