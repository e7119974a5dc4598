//! The surveys' part of the start page: what is due in a follow-up plan, and rounds that end before they have enough answers.

use store::{
    hak::Pelaku,
    peran::Peran,
    skm::{rtl::Tenggat, tempo},
};

use super::tugas::{Bagian, Butir};
use crate::{AppState, error::Hasil, komponen::Nada, konteks::Konteks};

/// `None` for who runs no rounds, and while nothing is due: the list of rounds has a page of its own. With it, whether any of it is
/// an invented example.
pub async fn bagian(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<Option<(Bagian, bool)>> {
    if ![Peran::UnitOperator, Peran::UnitKepala, Peran::Penyelenggara].iter().any(|r| p.punya(*r)) {
        return Ok(None);
    }
    let (mut butir, mut ilustrasi) = (Vec::new(), false);
    for (r, b) in tempo::rencana(&app.store, p).await? {
        ilustrasi |= r.ilustrasi;
        let lewat = b.tenggat(app.store.sekarang().hari(&r.zona)) == Tenggat::Lewat;
        let tenggat = k.hari(&b.tenggat);
        let kapan = if lewat { "beranda-survei-rencana-lewat" } else { "beranda-survei-rencana-dekat" };
        butir.push(Butir {
            judul: b.kegiatan,
            keterangan: format!("{} · {}", r.unit, k.n(kapan, "tanggal", tenggat)),
            jalur: format!("/survei/{}/tindak-lanjut", r.id),
            lencana: Some(if lewat { (Nada::Bahaya, "beranda-survei-lewat") } else { (Nada::Perhatian, "beranda-survei-dekat") }),
        });
    }
    for b in tempo::di_bawah_target(&app.store, p).await? {
        ilustrasi |= b.ronde.ilustrasi;
        let isi = [
            ("n", k.angka(b.n.to_string()).into()),
            ("target", k.angka(b.ronde.target.to_string()).into()),
            ("tanggal", k.hari(&b.ronde.sampai).into()),
        ];
        butir.push(Butir {
            keterangan: format!("{} · {}", b.ronde.unit, k.a("beranda-survei-kurang", isi)),
            judul: b.ronde.nama,
            jalur: format!("/survei/{}", b.ronde.id),
            lencana: Some((Nada::Perhatian, "beranda-survei-target")),
        });
    }
    let bagian =
        Bagian { judul: "beranda-survei-bagian", kosong: "beranda-survei-kosong", butir, lain: Some(("/survei", "beranda-survei-semua")) };
    Ok((!bagian.butir.is_empty()).then_some((bagian, ilustrasi)))
}
