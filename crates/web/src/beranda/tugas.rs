//! What waits for a signed-in person, gathered per role. A section is shown for each role he has, also when it is empty:
//! then it teaches the next step.

use std::collections::{BTreeSet, HashMap};

use askama::Template;
use store::{
    f02,
    hak::Pelaku,
    id::InstansiId,
    lokus::{
        self, Lokus,
        keadaan::{self, Keadaan, Langkah, Status},
    },
    penugasan,
    peran::{Lingkup, Peran},
    periode, sanggah,
};

use crate::{
    AppState,
    error::Hasil,
    komponen::Nada,
    konteks::Konteks,
    lokus::ringkasan::{kunci_siapa, kunci_tindakan},
    tampil::tampil,
};

/// One thing to do or to look at.
pub struct Butir {
    pub(super) judul: String,
    pub(super) keterangan: String,
    pub(super) jalur: String,
    pub(super) lencana: Option<(Nada, &'static str)>,
}

pub struct Bagian {
    pub(super) judul: &'static str,
    pub(super) kosong: &'static str,
    pub(super) butir: Vec<Butir>,
    pub(super) lain: Option<(&'static str, &'static str)>,
}

#[derive(Template)]
#[template(path = "beranda/tugas.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    nama: &'a str,
    menunggu: usize,
    ada: bool,
    telat: Bagian,
    berubah: Bagian,
    bagian: Vec<Bagian>,
}

pub async fn lihat(app: &AppState, k: Konteks, p: &Pelaku) -> Hasil {
    let mut bagian = Vec::new();
    let (mut contoh, mut menunggu) = (false, 0);
    for (judul, kosong, daftar, milik) in [
        ("beranda-unit-bagian", "beranda-unit-kosong", lokus::sebagai_unit(&app.store, p).await?, punya_unit(p)),
        ("beranda-evaluator-bagian", "beranda-evaluator-kosong", lokus::sebagai_evaluator(&app.store, p).await?, p.punya(Peran::Evaluator)),
    ] {
        if milik {
            contoh |= daftar.iter().any(|l| l.ilustrasi == 1);
            let butir = lokus_saya(app, &k, p, daftar, judul == "beranda-unit-bagian").await?;
            menunggu += butir.iter().filter(|b| b.lencana.is_some_and(|(n, _)| n == Nada::Perhatian)).count();
            bagian.push(Bagian { judul, kosong, butir, lain: None });
        }
    }
    if p.punya(Peran::Evaluator) || p.punya(Peran::UnitKepala) || p.punya(Peran::Penanggungjawab) {
        let butir = tanda_tangan(app, &k, p).await?;
        menunggu += butir.len();
        bagian.push(Bagian { judul: "beranda-tanda-bagian", kosong: "beranda-tanda-kosong", butir, lain: None });
    }
    if p.punya(Peran::Penanggungjawab) {
        let butir = usulan(app, &k, p).await?;
        menunggu += butir.len();
        bagian.push(Bagian {
            judul: "beranda-sk-bagian",
            kosong: "beranda-sk-kosong",
            butir,
            lain: Some(("/periode", "beranda-semua-periode")),
        });
    }
    if p.punya(Peran::Penanggungjawab) {
        let butir = siap_terbit(app, &k, p).await?;
        menunggu += butir.len();
        bagian.push(Bagian { judul: "beranda-terbit-bagian", kosong: "beranda-terbit-kosong", butir, lain: None });
    }
    if [Peran::Penyelenggara, Peran::Nasional, Peran::Pembina, Peran::PihakLain].iter().any(|r| p.punya(*r)) {
        let (unit, sepakat) = langkah_penyelenggara(app, &k, p).await?;
        menunggu += unit.len();
        for (judul, butir) in [("beranda-penyelenggara-bagian", unit), ("beranda-sepakat-bagian", sepakat)] {
            if !butir.is_empty() {
                bagian.push(Bagian { judul, kosong: "beranda-periode-kosong-lain", butir, lain: None });
            }
        }
        let (butir, ilustrasi) = periode_saya(app, &k, p).await?;
        menunggu += butir.iter().filter(|b| b.lencana.is_some()).count();
        contoh |= ilustrasi;
        let kosong = if p.punya(Peran::Penyelenggara) { "beranda-periode-kosong" } else { "beranda-periode-kosong-lain" };
        let lain = if p.punya(Peran::Penyelenggara) { ("/periode/baru", "periode-buka") } else { ("/periode", "beranda-semua-periode") };
        bagian.push(Bagian { judul: "beranda-periode-bagian", kosong, butir, lain: Some(lain) });
    }
    if p.punya(Peran::Nasional) {
        let (validasi, n) = super::nasional::bagian(app, &k, p).await?;
        menunggu += n;
        bagian.push(validasi);
    }
    if let Some((aduan, n)) = super::aduan::bagian(app, &k, p).await? {
        menunggu += n;
        bagian.push(aduan);
    }
    if let Some((survei, ilustrasi)) = super::survei::bagian(app, &k, p).await? {
        menunggu += survei.butir.len();
        contoh |= ilustrasi;
        bagian.push(survei);
    }
    if p.punya(Peran::Auditor) {
        bagian.push(tautan(
            &k,
            "beranda-auditor-bagian",
            &[("/admin/audit", "beranda-audit", "beranda-audit-isi"), ("/periode", "beranda-semua-periode", "beranda-periode-baca")],
        ));
    }
    if p.punya(Peran::Admin) {
        let mut admin = tautan(
            &k,
            "beranda-admin-bagian",
            &[
                ("/admin/pengguna", "beranda-akun", "beranda-akun-isi"),
                ("/admin/instansi", "beranda-instansi", "beranda-instansi-isi"),
                ("/admin/impor", "beranda-impor", "beranda-impor-isi"),
                ("/admin/kunci", "kunci-kelola", "beranda-kunci-isi"),
                ("/admin/token", "token-judul", "beranda-token-isi"),
                ("/admin/audit", "beranda-audit", "beranda-audit-isi"),
                ("/admin/surat", "beranda-surat", "beranda-surat-isi"),
            ],
        );
        if store::pekerjaan::jumlah_bermasalah(&app.store, &p.admin()?).await? > 0 {
            menunggu += 1;
            admin
                .butir
                .iter_mut()
                .filter(|b| b.jalur == "/admin/surat")
                .for_each(|b| b.lencana = Some((Nada::Bahaya, "beranda-surat-gagal")));
        }
        bagian.push(admin);
    }
    let (telat, berubah) = (super::kabar::telat(app, &k, p).await?, super::kabar::berubah(app, &k, p).await?);
    let k = k.ilustrasi(contoh);
    tampil(&Halaman { k: &k, nama: &p.nama, menunggu, ada: menunggu > 0, telat, berubah, bagian })
}

fn punya_unit(p: &Pelaku) -> bool {
    p.punya(Peran::UnitOperator) || p.punya(Peran::UnitKepala)
}

fn tautan(k: &Konteks, judul: &'static str, ke: &[(&str, &str, &str)]) -> Bagian {
    let butir =
        ke.iter().map(|(jalur, judul, isi)| Butir { judul: k.s(judul), keterangan: k.s(isi), jalur: (*jalur).to_owned(), lencana: None });
    Bagian { judul, kosong: "beranda-tanda-kosong", butir: butir.collect(), lain: None }
}

async fn lokus_saya(app: &AppState, k: &Konteks, p: &Pelaku, daftar: Vec<Lokus>, unit: bool) -> Hasil<Vec<Butir>> {
    let (pantau, daftar): (Vec<Lokus>, Vec<Lokus>) = daftar.into_iter().partition(|l| l.aturan().is_ok_and(|a| !a.dinilai));
    let pantau = super::pantau::butir(app, k, pantau, unit).await?;
    let id: Vec<_> = daftar.iter().map(|l| l.id).collect();
    let keadaan = keadaan::beberapa(app.store.baca(), &id).await?;
    let tanda: Vec<_> = store::beranda::menunggu_tanda(&app.store, p).await?.into_iter().filter(|b| b.jenis == "hasil").collect();
    let beda = if unit { HashMap::new() } else { f02::menunggu_sepakat(&app.store, &keadaan).await? };
    let dengar = sanggah::ringkas(&app.store, &id).await?;
    let satu = |l: Lokus| {
        let x = keadaan.iter().find(|x| x.lokus_id == l.id)?;
        if let Some(m) = beda.get(&l.id) {
            let keterangan = format!("{} · {}", l.periode, k.jumlah("lokus-tindakan-konsensus", m.indikator));
            let lencana = Some((Nada::Perhatian, "beranda-giliran"));
            return Some(Butir { judul: l.unit, keterangan, jalur: format!("/lokus/{}/f02/konsensus", l.id), lencana });
        }
        if let Some(tindakan) = dengar.get(&l.id).and_then(|r| super::dengar::tugas(x, r, unit)) {
            let keterangan = format!("{} · {}", l.periode, k.s(tindakan));
            let lencana = Some((Nada::Perhatian, "beranda-giliran"));
            return Some(Butir { judul: l.unit, keterangan, jalur: format!("/lokus/{}/hak-jawab", l.id), lencana });
        }
        let sekarang = giliran(p, x, unit).then_some(if unit { Langkah::F01 } else { Langkah::F02 });
        let tindakan = match sekarang.or_else(|| x.berikut()) {
            None => k.s("lokus-rantai-selesai"),
            Some(s) if sekarang.is_some() || dapat(p, x, s, unit, tanda.iter().any(|b| b.lokus_id == l.id)) => k.s(kunci_tindakan(x, s)),
            Some(s) => k.n("lokus-menunggu", "siapa", k.s(kunci_siapa(x, s))),
        };
        let survei = !unit && x.berikut() == Some(Langkah::F03);
        let lencana = (survei || giliran(p, x, unit)).then_some((Nada::Perhatian, "beranda-giliran"));
        Some(Butir { judul: l.unit, keterangan: format!("{} · {tindakan}", l.periode), jalur: format!("/lokus/{}", l.id), lencana })
    };
    let mut butir: Vec<Butir> = daftar.into_iter().filter_map(satu).chain(pantau).collect();
    butir.sort_by_key(|b| b.lencana.is_none());
    Ok(butir)
}

/// Whether the next step is this person's to do, so that it is named as a task; `tanda` says that minutes wait for him.
fn dapat(p: &Pelaku, x: &Keadaan, s: Langkah, unit: bool, tanda: bool) -> bool {
    match kunci_siapa(x, s) {
        "lokus-siapa-bertiga" => tanda,
        "lokus-siapa-evaluator" => !unit,
        "lokus-siapa-operator" => unit && p.punya(Peran::UnitOperator),
        "lokus-siapa-kepala" => unit && p.punya(Peran::UnitKepala),
        _ => false,
    }
}

/// Whether the person himself is the one who acts next.
fn giliran(p: &Pelaku, x: &Keadaan, unit: bool) -> bool {
    if unit {
        let siap = x.f01_siap.is_some();
        return x.f01_kirim.is_none() && ((siap && p.punya(Peran::UnitKepala)) || (!siap && p.punya(Peran::UnitOperator)));
    }
    x.hasil_id.is_none() && x.status(Langkah::F02) == Status::Berjalan
}

async fn tanda_tangan(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<Vec<Butir>> {
    let daftar = store::beranda::menunggu_tanda(&app.store, p).await?;
    let butir = daftar.into_iter().map(|b| {
        let jenis = if b.jenis == "hasil" { "beranda-ba-hasil" } else { "beranda-ba-pelaksanaan" };
        Butir {
            judul: b.unit,
            keterangan: format!("{} · {}", k.s(jenis), b.nomor),
            jalur: format!("/berita-acara/{}", b.id),
            lencana: Some((Nada::Perhatian, "beranda-giliran")),
        }
    });
    Ok(butir.collect())
}

async fn usulan(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<Vec<Butir>> {
    let instansi: Vec<InstansiId> = p
        .peran
        .iter()
        .filter_map(|r| match (&r.peran, &r.lingkup) {
            (Peran::Penanggungjawab, Lingkup::Instansi(i)) => Some(*i),
            _ => None,
        })
        .collect();
    let butir = penugasan::menunggu(&app.store, &instansi).await?.into_iter().map(|m| Butir {
        judul: m.periode,
        keterangan: k.jumlah("periode-usulan-menunggu", usize::try_from(m.jumlah).unwrap_or(0)),
        jalur: format!("/periode/{}/sk", m.periode_id),
        lencana: Some((Nada::Perhatian, "beranda-giliran")),
    });
    Ok(butir.collect())
}

/// Periods of his office with results that he can publish now.
async fn siap_terbit(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<Vec<Butir>> {
    let (daftar, _) = periode::daftar(&app.store, p, 0, 25).await?;
    let mut butir = Vec::new();
    for d in daftar {
        let milik = Lingkup::Instansi(d.instansi_id);
        if d.berhasil == 0 || !p.peran.iter().any(|r| r.peran == Peran::Penanggungjawab && r.lingkup == milik) {
            continue;
        }
        let siap = store::penerbitan::siap(&app.store, d.id).await?;
        if siap > 0 {
            butir.push(Butir {
                judul: d.nama,
                keterangan: k.jumlah("beranda-terbit-siap", siap),
                jalur: format!("/periode/{}/penerbitan", d.id),
                lencana: Some((Nada::Perhatian, "beranda-giliran")),
            });
        }
    }
    Ok(butir)
}

/// Units of his office whose result he freezes, or whose minutes or report he makes next; and apart from them those that
/// cannot go on until their evaluators agree.
async fn langkah_penyelenggara(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<(Vec<Butir>, Vec<Butir>)> {
    let daftar = store::beranda::menunggu_penyelenggara(&app.store, p).await?;
    let dinilai = store::beranda::penilaian_selesai(&app.store, p).await?;
    let buka = store::beranda::menunggu_buka(&app.store, p).await?;
    let id: BTreeSet<_> = daftar.iter().chain(&dinilai).chain(&buka).map(|l| l.lokus_id).collect();
    let keadaan = keadaan::beberapa(app.store.baca(), &id.into_iter().collect::<Vec<_>>()).await?;
    let beda = f02::menunggu_sepakat(&app.store, &keadaan).await?;
    let dengar = sanggah::ringkas(&app.store, &keadaan.iter().map(|x| x.lokus_id).collect::<Vec<_>>()).await?;
    let daftar = daftar.into_iter().filter(|l| !beda.contains_key(&l.lokus_id));
    let sepakat = |l: store::beranda::UnitPeriode| {
        let m = beda.get(&l.lokus_id)?;
        let siapa = [("evaluator", m.evaluator.join(", ").into()), ("jumlah", i64::try_from(m.indikator).unwrap_or(i64::MAX).into())];
        let keterangan = format!("{} · {}", l.periode, k.a("lokus-menunggu-sepakat-siapa", siapa));
        Some(Butir { judul: l.unit, keterangan, jalur: format!("/lokus/{}/f02/konsensus", l.lokus_id), lencana: None })
    };
    let satu = |l: store::beranda::UnitPeriode| {
        let x = keadaan.iter().find(|x| x.lokus_id == l.lokus_id)?;
        let s = x.berikut().filter(|s| kunci_siapa(x, *s) == "lokus-siapa-penyelenggara")?;
        if s == Langkah::Hasil && dengar.get(&l.lokus_id).is_some_and(super::dengar::menahan) {
            return None;
        }
        Some(Butir {
            judul: l.unit,
            keterangan: format!("{} · {}", l.periode, k.s(kunci_tindakan(x, s))),
            jalur: format!("/lokus/{}", l.lokus_id),
            lencana: Some((Nada::Perhatian, "beranda-giliran")),
        })
    };
    let membuka = buka.into_iter().filter(|l| !beda.contains_key(&l.lokus_id)).map(|l| Butir {
        judul: l.unit,
        keterangan: format!("{} · {}", l.periode, k.s("hak-jawab-buka")),
        jalur: format!("/lokus/{}/hak-jawab", l.lokus_id),
        lencana: Some((Nada::Perhatian, "beranda-giliran")),
    });
    Ok((membuka.chain(daftar.filter_map(satu)).take(25).collect(), dinilai.into_iter().filter_map(sepakat).take(25).collect()))
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
            () => "beranda-lengkap",
        };
        let giliran = ["beranda-kurang-lokus", "beranda-kurang-evaluator"].contains(&kurang);
        let milik = Lingkup::Instansi(d.instansi_id);
        let penyelenggara = p.peran.iter().any(|r| r.peran == Peran::Penyelenggara && r.lingkup == milik);
        let lencana = (giliran && penyelenggara).then_some((Nada::Perhatian, "beranda-giliran"));
        let banyak = ("lokus", d.lokus.to_string().into());
        let jumlah = match kurang {
            "beranda-pantau-periode" => k.a("beranda-pantau-jumlah", [banyak]),
            _ => k.a("beranda-periode-jumlah", [banyak, ("f01", d.terkirim.to_string().into()), ("hasil", d.berhasil.to_string().into())]),
        };
        Butir { judul: d.nama, keterangan: format!("{} · {jumlah}", k.s(kurang)), jalur: format!("/periode/{}", d.id), lencana }
    });
    Ok((butir.collect(), contoh))
}
