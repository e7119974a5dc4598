//! What every role sees first: what is late in its own field, and what changed since the person last looked. For the auditor, whom no notice
//! reaches, what changed is the refused accesses of the last days.

mod tahap;

use store::{
    audit::{self, Saring},
    beranda::telat,
    hak::Pelaku,
    pemberitahuan::baca,
    peran::Peran,
    tindak_lanjut::Lewat,
};

use super::tugas::{Bagian, Butir};
use crate::{AppState, error::Hasil, komponen::Nada, konteks::Konteks, pemberitahuan::teks};

/// Notices on the start page; the list has all of them.
const BANYAK: i64 = 5;
/// Days of refused accesses that the auditor is shown.
const HARI: i64 = 7;

/// What is late; a section without a line says that all is well.
pub async fn telat(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<Bagian> {
    let lencana = Some((Nada::Bahaya, "beranda-telat"));
    let mut butir = Vec::new();
    butir.extend(telat::f01(&app.store, p).await?.into_iter().map(|l| {
        let kunci = if l.kembali.is_some() { "beranda-telat-perbaikan" } else { "beranda-telat-isian" };
        let keterangan = format!("{} · {}", l.periode, k.n(kunci, "tanggal", k.hari(&l.selesai)));
        Butir { keterangan, judul: l.unit, jalur: format!("/lokus/{}/f01", l.lokus_id), lencana }
    }));
    butir.extend(telat::f02(&app.store, p).await?.into_iter().map(|l| Butir {
        keterangan: format!("{} · {}", l.periode, k.n("beranda-telat-nilai", "tanggal", k.hari(&l.selesai))),
        judul: l.unit,
        jalur: format!("/lokus/{}/f02", l.lokus_id),
        lencana,
    }));
    butir.extend(telat::tindak_lanjut(&app.store, p).await?.into_iter().map(|l| Butir {
        keterangan: format!("{} · {}", l.periode, lanjut(k, &l)),
        judul: l.unit,
        jalur: format!("/lokus/{}/tindak-lanjut", l.lokus_id),
        lencana,
    }));
    butir.extend(telat::tindak_lanjut_periode(&app.store, p).await?.into_iter().map(|t| Butir {
        keterangan: k.jumlah("beranda-telat-lanjut", t.unit),
        judul: t.periode,
        jalur: format!("/periode/{}/tindak-lanjut?status=lewat", t.periode_id),
        lencana,
    }));
    butir.extend(tahap::per_periode(telat::fase(&app.store, p).await?).into_iter().filter_map(|f| tahap::baris(k, f)));
    Ok(Bagian { judul: "beranda-telat-bagian", kosong: "beranda-telat-kosong", butir, lain: None })
}

/// What of a unit's follow-up is late, in words.
fn lanjut(k: &Konteks, l: &Lewat) -> String {
    let rencana = l.sejak.as_ref().map(|s| k.a("beranda-telat-rencana", [("jumlah", l.rencana.into()), ("tanggal", k.hari(s).into())]));
    let laporan = l.batas.map(|b| k.n("beranda-telat-laporan", "tanggal", k.tanggal(&b)));
    [rencana, laporan].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// What changed since the person marked his notices as seen.
pub async fn berubah(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<Bagian> {
    let mut butir: Vec<Butir> = Vec::new();
    for x in baca::baru(&app.store, p, BANYAK).await? {
        butir.push(Butir { judul: teks::kalimat(k.bahasa, &x), keterangan: k.waktu(&x.pada), jalur: x.tautan, lencana: None });
    }
    if p.punya(Peran::Auditor) {
        let dari = app.store.sekarang().tambah_detik(-HARI * 86_400);
        let saring = Saring { objek: "rute".into(), dari: Some(dari), ..Saring::default() };
        let n = audit::jumlah(&app.store, &p.pembaca_audit()?, &saring, 1_000).await?;
        if n > 0 {
            butir.push(Butir {
                judul: k.jumlah("beranda-ditolak", n),
                keterangan: k.jumlah("beranda-ditolak-isi", HARI),
                jalur: "/admin/audit?objek=rute".to_owned(),
                lencana: None,
            });
        }
    }
    let lain = Some(("/pemberitahuan", "beranda-berubah-semua"));
    Ok(Bagian { judul: "beranda-berubah-bagian", kosong: "beranda-berubah-kosong", butir, lain })
}
