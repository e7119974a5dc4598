//! The start page of who runs periods and of who answers for them: decrees and publications that wait, units whose next step is the
//! organiser's, and how each period stands.

use std::collections::BTreeSet;

use futures_util::future::try_join_all;
use store::{
    beranda::{Bersama, Sebagian, UnitPeriode},
    berita_acara::Jenis,
    f02,
    hak::Pelaku,
    id::InstansiId,
    lokus::keadaan::{self, Keadaan, Langkah},
    massal::Dokumen,
    pembinaan,
    penghargaan::{kini, umum},
    penugasan,
    peran::{Lingkup, Peran},
    periode,
    persiapan::{benturan, sk_lokus},
    sanggah::{self, Ringkas},
    serah,
};

use super::{
    terbanyak,
    tugas::{Bagian, Butir},
};
use crate::{
    AppState,
    error::Hasil,
    komponen::Nada,
    konteks::Konteks,
    lokus::ringkasan::{kunci_siapa, kunci_tindakan},
};

/// What waits for the responsible official; empty for anyone else.
pub async fn tanggung_jawab(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<Vec<Bagian>> {
    if !p.punya(Peran::Penanggungjawab) {
        return Ok(Vec::new());
    }
    let (sk, mut terbit, hargai) =
        tokio::try_join!(menunggu_sk(app, k, p, Peran::Penanggungjawab), siap_terbit(app, k, p), siap_umum(app, k, p))?;
    terbit.extend(hargai);
    let lain = Some(("/periode", "beranda-semua-periode"));
    let mut semua = vec![
        Bagian { judul: "beranda-sk-bagian", kosong: "beranda-sk-kosong", butir: sk, lain },
        Bagian { judul: "beranda-terbit-bagian", kosong: "beranda-terbit-kosong", butir: terbit, lain: None },
    ];
    // Only he ends an appointment, and only he decides what was recorded of a unit.
    let (benturan, catatan) = tokio::try_join!(ganti(app, k, p, Peran::Penanggungjawab, "evaluator"), belum_diputus(app, k, p))?;
    for (judul, kosong, butir) in [("benturan-daftar-judul", "benturan-kosong", benturan), ("pembinaan-judul", "pembinaan-kosong", catatan)]
    {
        if !butir.is_empty() {
            semua.push(Bagian { judul, kosong, butir, lain: None });
        }
    }
    Ok(semua)
}

/// What somebody who runs or watches periods sees.
#[derive(Default)]
pub struct Atur {
    pub bagian: Vec<Bagian>,
    pub menunggu: usize,
    pub ilustrasi: bool,
    /// Of the section of units, where not all of them are named.
    pub sisa: Option<Sisa>,
}

/// Lines that a section does not show.
pub struct Sisa {
    pub judul: &'static str,
    /// How many things wait in the section, with those that are shown.
    pub semua: usize,
    /// Where most of them stand.
    pub jalur: String,
}

const UNIT: &str = "beranda-penyelenggara-bagian";
/// Lines of a section of units.
const TAMPIL: usize = 25;

/// Sections about periods with how much waits in them.
pub async fn bagian(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<Atur> {
    if ![Peran::Penyelenggara, Peran::Nasional, Peran::Pembina].iter().any(|r| p.punya(*r)) {
        return Ok(Atur::default());
    }
    let (unit, (butir, ilustrasi), kembali, terutang) =
        tokio::try_join!(langkah_penyelenggara(app, k, p), periode_saya(app, k, p), dikembalikan(app, k, p), terutang(app, k, p))?;
    let Antrean { butir: mut unit, sepakat, semua, jalur } = unit;
    let atas = unit.len();
    unit.splice(0..0, kembali.into_iter().chain(terutang));
    unit.splice(0..0, gugur(app, k, p).await?);
    unit.splice(0..0, ganti(app, k, p, Peran::Penyelenggara, "pernyataan").await?);
    let semua = semua + unit.len() - atas;
    let sisa = jalur.filter(|_| semua > unit.len()).map(|jalur| Sisa { judul: UNIT, semua, jalur });
    let menunggu = semua + butir.iter().filter(|b| b.lencana.is_some()).count();
    let mut bagian = Vec::new();
    // Whoever also answers for the evaluation has them among his tasks.
    let sk = if p.punya(Peran::Penanggungjawab) { Vec::new() } else { menunggu_sk(app, k, p, Peran::Pembina).await? };
    for (judul, butir) in [("beranda-sk-pembina", sk), (UNIT, unit), ("beranda-sepakat-bagian", sepakat)] {
        if !butir.is_empty() {
            bagian.push(Bagian { judul, kosong: "beranda-periode-kosong-lain", butir, lain: None });
        }
    }
    let membuka = p.punya(Peran::Penyelenggara) && crate::periode::dapat_membuka(p);
    let kosong = if membuka { "beranda-periode-kosong" } else { "beranda-periode-kosong-lain" };
    let lain = if membuka { ("/periode/baru", "periode-buka") } else { ("/periode", "beranda-semua-periode") };
    bagian.push(Bagian { judul: "beranda-periode-bagian", kosong, butir, lain: Some(lain) });
    Ok(Atur { bagian, menunggu, ilustrasi, sisa })
}

/// Decrees that wait for a signature, of the unit lokus and of their evaluators, in the instansi where the person has the role. Who
/// answers for the evaluation brings them in; the Pembina signs some of them on paper, and only reads here.
async fn menunggu_sk(app: &AppState, k: &Konteks, p: &Pelaku, sebagai: Peran) -> Hasil<Vec<Butir>> {
    let instansi = instansi(p, sebagai);
    let (lokus, tim) = tokio::try_join!(sk_lokus::menunggu(&app.store, &instansi), penugasan::menunggu(&app.store, &instansi))?;
    let lencana = (sebagai == Peran::Penanggungjawab).then_some((Nada::Perhatian, "beranda-giliran"));
    // The Pembina is not asked for anything here: it says who goes on.
    let keterangan = |isi: String| if lencana.is_some() { isi } else { format!("{isi} · {}", k.s("beranda-sk-dicatat")) };
    let satu = |m: penugasan::MenungguSk, kunci, bagian| Butir {
        judul: m.periode,
        keterangan: keterangan(k.jumlah(kunci, m.jumlah)),
        jalur: format!("/periode/{}/{bagian}", m.periode_id),
        lencana,
    };
    let lokus = lokus.into_iter().map(|m| satu(m, "beranda-sk-lokus", "sk/lokus"));
    Ok(lokus.chain(tim.into_iter().map(|m| satu(m, "periode-usulan-menunggu", "sk"))).collect())
}

/// The instansi in which the person has a role.
pub(super) fn instansi(p: &Pelaku, peran: Peran) -> Vec<InstansiId> {
    let milik = p.peran.iter().filter(|r| r.peran == peran);
    milik.filter_map(|r| if let Lingkup::Instansi(i) = &r.lingkup { Some(*i) } else { None }).collect()
}

/// Periods of his office with awards that he can announce now.
async fn siap_umum(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<Vec<Butir>> {
    let satu = |m: umum::Menunggu| Butir {
        judul: m.periode,
        keterangan: k.jumlah("beranda-penghargaan-siap", m.jumlah),
        jalur: format!("/periode/{}/penghargaan#umum", m.periode_id),
        lencana: Some((Nada::Perhatian, "beranda-giliran")),
    };
    Ok(umum::menunggu(&app.store, &instansi(p, Peran::Penanggungjawab)).await?.into_iter().map(satu).collect())
}

/// Periods of his office with announced awards whose figures were annulled or are no longer those that are public; the list of awards marks them.
async fn gugur(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<Vec<Butir>> {
    let satu =
        |g: kini::Gugur| giliran(g.periode, k.jumlah("beranda-penghargaan-gugur", g.jumlah), format!("/periode/{}/penghargaan", g.id));
    Ok(kini::gugur(&app.store, &instansi(p, Peran::Penyelenggara)).await?.into_iter().map(satu).collect())
}

/// Periods of his office whose results the ministry returned, or that he has to bring to it because it does not work here.
async fn dikembalikan(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<Vec<Butir>> {
    let satu = |s: serah::Terakhir| Butir {
        judul: s.periode,
        keterangan: k.s("beranda-serah-kembali"),
        jalur: format!("/periode/{}/penyerahan", s.periode_id),
        lencana: Some((Nada::Bahaya, "beranda-giliran")),
    };
    let semua = serah::terakhir(&app.store, &instansi(p, Peran::Penyelenggara)).await?;
    let luar = !semua.is_empty() && !serah::kementerian_di_sini(&app.store).await?;
    let lagi = |s: serah::Terakhir| {
        let kunci = if s.belum_beku > 0 { "beranda-serah-usang" } else { "beranda-serah-usang-beku" };
        giliran(s.periode, k.s(kunci), format!("/periode/{}/penyerahan", s.periode_id))
    };
    let tugas = |s: serah::Terakhir| match s.putusan {
        None if s.usang() => Some(lagi(s)),
        Some(_) => s.kembali().then(|| satu(s)),
        None => luar.then(|| giliran(s.periode, k.s("beranda-serah-sampaikan"), format!("/periode/{}/penyerahan", s.periode_id))),
    };
    Ok(semua.into_iter().filter_map(tugas).collect())
}

/// Periods of his office whose results were never handed in, or not all of them.
async fn terutang(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<Vec<Butir>> {
    let satu = |s: serah::Terutang| {
        giliran(s.periode, k.jumlah("beranda-serah-terutang", s.jumlah), format!("/periode/{}/penyerahan", s.periode_id))
    };
    Ok(serah::terutang(&app.store, &instansi(p, Peran::Penyelenggara)).await?.into_iter().map(satu).collect())
}

/// Periods of his office with coaching or sanctions that he has not decided.
async fn belum_diputus(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<Vec<Butir>> {
    let satu = |m: pembinaan::Menunggu| {
        giliran(m.periode, k.jumlah("beranda-pembinaan-belum", m.jumlah), format!("/periode/{}/pembinaan", m.periode_id))
    };
    Ok(pembinaan::menunggu(&app.store, &instansi(p, Peran::Penanggungjawab)).await?.into_iter().map(satu).collect())
}

/// Periods of the instansi of this role with evaluators who declared a conflict of interest and were not replaced, and the page of a period to go to.
async fn ganti(app: &AppState, k: &Konteks, p: &Pelaku, peran: Peran, ke: &str) -> Hasil<Vec<Butir>> {
    let satu = |g: benturan::Ganti| Butir {
        judul: g.periode,
        keterangan: k.jumlah("benturan-ganti", g.jumlah),
        jalur: format!("/periode/{}/{ke}", g.periode_id),
        lencana: Some((Nada::Perhatian, "beranda-giliran")),
    };
    Ok(benturan::ganti(&app.store, &instansi(p, peran)).await?.into_iter().map(satu).collect())
}

/// Periods of his office with results that he can publish now.
async fn siap_terbit(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<Vec<Butir>> {
    let (daftar, _) = periode::daftar(&app.store, p, 0, 25).await?;
    let boleh = |d: &periode::Ringkas| {
        let milik = Lingkup::Instansi(d.instansi_id);
        d.berhasil > 0 && p.peran.iter().any(|r| r.peran == Peran::Penanggungjawab && r.lingkup == milik)
    };
    let satu = async |d: periode::Ringkas| {
        let siap = store::penerbitan::siap(&app.store, d.id).await?;
        Hasil::Ok((siap > 0).then(|| Butir {
            judul: d.nama,
            keterangan: k.jumlah("beranda-terbit-siap", siap),
            jalur: format!("/periode/{}/penerbitan", d.id),
            lencana: Some((Nada::Perhatian, "beranda-giliran")),
        }))
    };
    let semua = try_join_all(daftar.into_iter().filter(boleh).map(satu)).await?;
    Ok(semua.into_iter().flatten().collect())
}

/// Units whose next step is the organiser's.
struct Antrean {
    /// The first of them.
    butir: Vec<Butir>,
    /// Those that cannot go on until their evaluators agree.
    sepakat: Vec<Butir>,
    semua: usize,
    /// The table of the period that most of them belong to; `None` while nothing waits.
    jalur: Option<String>,
}

/// Units of his office whose survey he closes, whose result he freezes, whose minutes or report he makes, or whose report he conveys
/// next. What is done for many units of a period at once is one line.
async fn langkah_penyelenggara(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<Antrean> {
    let sendiri = async {
        let (ba, lhe, kirim) = tokio::try_join!(
            store::beranda::menunggu_bersama(&app.store, p, Dokumen::BeritaAcara),
            store::beranda::menunggu_bersama(&app.store, p, Dokumen::Lhe),
            store::beranda::menunggu_bersama(&app.store, p, Dokumen::LheSampai),
        )?;
        let (daftar, sampai) = tokio::try_join!(
            store::beranda::menunggu_penyelenggara(&app.store, p, &ba, &lhe),
            store::beranda::menunggu_sampai(&app.store, p, &kirim),
        )?;
        store::Hasil::Ok((ba, lhe, kirim, daftar, sampai))
    };
    let ((ba, lhe, kirim, daftar, sampai), dinilai, buka, survei, macet) = tokio::try_join!(
        sendiri,
        store::beranda::penilaian_selesai(&app.store, p),
        store::beranda::menunggu_buka(&app.store, p),
        store::beranda::menunggu_survei(&app.store, p),
        store::beranda::ba_macet(&app.store, p),
    )?;
    let lebih = |s: &Sebagian| usize::try_from(s.semua).unwrap_or_default().saturating_sub(s.unit.len());
    let tak_dibaca: usize = [&daftar, &buka, &sampai, &survei].into_iter().map(lebih).sum();
    let [daftar, dinilai, buka, sampai, survei] = [daftar, dinilai, buka, sampai, survei].map(|s| s.unit);
    let id: BTreeSet<_> = daftar.iter().chain(&dinilai).chain(&buka).chain(&sampai).chain(&survei).map(|l| l.lokus_id).collect();
    let dinilai_saja = buka.iter().chain(&survei).map(|u| (u.periode_id, "dinilai"));
    let jalur = terbanyak::tabel(daftar.iter().chain(&sampai).map(|u| (u.periode_id, "ber-hasil")).chain(dinilai_saja));
    let keadaan = keadaan::beberapa(app.store.baca(), &id.into_iter().collect::<Vec<_>>()).await?;
    let lokus: Vec<_> = keadaan.iter().map(|x| x.lokus_id).collect();
    let (beda, dengar) = tokio::try_join!(f02::menunggu_sepakat(&app.store, &keadaan), sanggah::ringkas(&app.store, &lokus))?;
    let daftar = survei.into_iter().chain(daftar).filter(|l| !beda.contains_key(&l.lokus_id));
    let sepakat = |l: UnitPeriode| {
        let m = beda.get(&l.lokus_id)?;
        let siapa = [("evaluator", m.evaluator.join(", ").into()), ("jumlah", i64::try_from(m.indikator).unwrap_or(i64::MAX).into())];
        let keterangan = format!("{} · {}", l.periode, k.a("lokus-menunggu-sepakat-siapa", siapa));
        Some(Butir { judul: l.unit, keterangan, jalur: format!("/lokus/{}/f02/konsensus", l.lokus_id), lencana: None })
    };
    let satu = |l: UnitPeriode| langkah(k, keadaan.iter().find(|x| x.lokus_id == l.lokus_id)?, dengar.get(&l.lokus_id), l);
    let bersama = |semua: Vec<Bersama>, kunci: &'static str, ke: &'static str| {
        semua.into_iter().map(move |b| giliran(b.periode, k.jumlah(kunci, b.jumlah), format!("/periode/{}/{ke}", b.periode_id)))
    };
    let awal = bersama(ba, "beranda-ba-bersama", "berita-acara").chain(bersama(lhe, "beranda-lhe-bersama", "lhe"));
    let kirim = bersama(kirim, "beranda-sampai-bersama", "lhe");
    let membuka = buka.into_iter().filter(|l| !beda.contains_key(&l.lokus_id)).map(|l| {
        let keterangan = format!("{} · {}", l.periode, k.s("hak-jawab-buka"));
        giliran(l.unit, keterangan, format!("/lokus/{}/hak-jawab", l.lokus_id))
    });
    // Minutes that nobody can finish are not named as waiting for what comes after them.
    let terhalang: BTreeSet<_> = macet.iter().filter(|(_, jenis)| *jenis == Jenis::Hasil).map(|(l, _)| l.lokus_id).collect();
    let daftar = daftar.filter(|l| !terhalang.contains(&l.lokus_id));
    let macet = macet.into_iter().map(|(l, jenis)| {
        let kunci = if jenis == Jenis::Hasil { "beranda-ba-macet" } else { "beranda-ba-macet-pelaksanaan" };
        giliran(l.unit, format!("{} · {}", l.periode, k.s(kunci)), format!("/lokus/{}/berita-acara", l.lokus_id))
    });
    // What is to be conveyed comes last, since of old periods it may be much.
    let mut butir: Vec<Butir> =
        awal.chain(membuka).chain(macet).chain(daftar.filter_map(satu)).chain(kirim).chain(sampai.into_iter().filter_map(satu)).collect();
    let semua = butir.len() + tak_dibaca;
    butir.truncate(TAMPIL);
    Ok(Antrean { butir, sepakat: dinilai.into_iter().filter_map(sepakat).take(TAMPIL).collect(), semua, jalur })
}

/// The next step of a unit, while it is the organiser's.
fn langkah(k: &Konteks, x: &Keadaan, r: Option<&Ringkas>, l: UnitPeriode) -> Option<Butir> {
    let s = x.berikut().filter(|s| ["lokus-siapa-penyelenggara", "lokus-siapa-f03"].contains(&kunci_siapa(x, *s)))?;
    if s == Langkah::Hasil && r.is_some_and(super::dengar::menahan) {
        return None;
    }
    let langsung = if s == Langkah::Penyampaian { "/penyampaian" } else { "" };
    let keterangan = format!("{} · {}", l.periode, k.s(kunci_tindakan(x, s)));
    Some(giliran(l.unit, keterangan, format!("/lokus/{}{langsung}", l.lokus_id)))
}

fn giliran(judul: String, keterangan: String, jalur: String) -> Butir {
    Butir { judul, keterangan, jalur, lencana: Some((Nada::Perhatian, "beranda-giliran")) }
}

async fn periode_saya(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<(Vec<Butir>, bool)> {
    let (daftar, _) = periode::daftar(&app.store, p, 0, 10).await?;
    let contoh = daftar.iter().any(|d| d.ilustrasi == 1);
    let butir = daftar.into_iter().map(|d| {
        let kurang = match () {
            () if d.lokus == 0 => "beranda-kurang-lokus",
            () if d.berevaluator < d.lokus && d.usulan == 0 => "beranda-kurang-evaluator",
            () if d.berevaluator < d.lokus => "beranda-kurang-sk",
            () if periode::aturan(&d.skema).is_ok_and(|a| !a.dinilai) => "beranda-pantau-periode",
            () if d.terkirim < d.lokus => "beranda-kurang-f01",
            () if d.berhasil < d.lokus => "beranda-kurang-hasil",
            () if d.terbit == 0 => "beranda-kurang-terbit",
            () if d.menyusul == 1 => "beranda-terbit-menyusul",
            () => "beranda-lengkap",
        };
        let giliran = ["beranda-kurang-lokus", "beranda-kurang-evaluator"].contains(&kurang);
        let lencana = (giliran && p.mengatur(d.instansi_id, &d.jenis, &d.skema)).then_some((Nada::Perhatian, "beranda-giliran"));
        let banyak = ("lokus", d.lokus.into());
        let jumlah = match kurang {
            "beranda-pantau-periode" => k.a("beranda-pantau-jumlah", [banyak]),
            _ => k.a("beranda-periode-jumlah", [banyak, ("f01", d.terkirim.into()), ("hasil", d.berhasil.into())]),
        };
        Butir { judul: d.nama, keterangan: format!("{} · {jumlah}", k.s(kurang)), jalur: format!("/periode/{}", d.id), lencana }
    });
    Ok((butir.collect(), contoh))
}
