//! The mall on the start page: the screen of the gerai where an officer serves today, the day of the hall for its head and front
//! desk, the cases, and the counter of the cashier. What each page shows is decided there.

use store::{
    antrean::hari,
    hak::{self, Pelaku},
    mpp::{self, Mpp},
    peran::Peran,
    permohonan, pesanan, tagihan,
};

use super::tugas::{Bagian, Butir};
use crate::{AppState, error::Hasil, komponen::Nada, konteks::Konteks};

const PERAN: [Peran; 4] = [Peran::MppKepala, Peran::MppDepan, Peran::Pelaksana, Peran::Kasir];

/// What waits in the malls of a person.
pub(super) struct Mal {
    pub bagian: Bagian,
    /// Cases past their promise, which stand with all that is late.
    pub lewat: Option<Butir>,
    pub ilustrasi: bool,
}

/// `None` for people without a role in a mall.
pub(super) async fn bagian(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<Option<Mal>> {
    if !PERAN.iter().any(|r| p.punya(*r)) {
        return Ok(None);
    }
    let semua = mpp::milik(&app.store, p).await?;
    let mut butir = Vec::new();
    for m in &semua {
        butir.extend(mal(app, k, p, m).await?);
    }
    let mut lewat = None;
    if PERAN.iter().any(|r| *r != Peran::Kasir && p.punya(*r)) {
        let (baru, terlambat) = berkas(app, k, p).await?;
        butir.push(baru);
        lewat = terlambat;
    }
    let bagian = Bagian { judul: "mpp-beranda", kosong: "mpp-beranda-kosong", butir, lain: None };
    Ok(Some(Mal { bagian, lewat, ilustrasi: semua.iter().any(|m| m.ilustrasi == 1) }))
}

/// What the person has to do in one mall, his own counter first.
async fn mal(app: &AppState, k: &Konteks, p: &Pelaku, m: &Mpp) -> Hasil<Vec<Butir>> {
    let (c, kini) = (app.store.baca(), app.store.sekarang());
    let akses = hak::mpp(&app.store, p, m.unit_id).await?;
    let gerai = hari::ringkas(c, m.unit_id, kini).await?;
    let satu = |judul: String, keterangan: String, jalur: String| Butir { judul, keterangan, jalur, lencana: None };
    let mut butir = Vec::new();
    if p.punya(Peran::Pelaksana) {
        let sendiri = akses.bertugas(&app.store).await?;
        for g in &gerai {
            if sendiri.contains(&g.id) {
                let keterangan = format!("{} · {}", g.nama, k.jumlah("antrean-orang-menunggu", g.menunggu));
                let mut b = satu(k.n("mpp-beranda-layar", "gerai", &g.kode), keterangan, format!("/gerai/{}/antrean", g.id));
                b.lencana = (g.menunggu > 0).then_some((Nada::Perhatian, "mpp-beranda-antre"));
                butir.push(b);
            }
        }
    }
    if akses.depan().is_ok() {
        let menunggu: i64 = gerai.iter().map(|g| g.menunggu).sum();
        let judul = k.n("mpp-beranda-hari", "mpp", &m.nama);
        butir.push(satu(judul, k.jumlah("antrean-orang-menunggu", menunggu), format!("/mpp/{}/hari-ini", m.unit_id)));
        let telepon = pesanan::perlu_ditelepon(c, &akses.pembaca()?, kini.hari(&m.zona)).await?;
        if telepon > 0 {
            let keterangan = k.jumlah("mpp-beranda-telepon-isi", telepon);
            let mut b = satu(k.s("mpp-beranda-telepon"), keterangan, format!("/mpp/{}/pesanan", m.unit_id));
            b.lencana = Some((Nada::Perhatian, "beranda-giliran"));
            butir.push(b);
        }
    }
    if akses.kepala().is_ok() {
        let judul = k.n("mpp-beranda-laporan", "mpp", &m.nama);
        butir.push(satu(judul, k.s("mpp-beranda-laporan-isi"), format!("/mpp/{}/laporan", m.unit_id)));
    }
    if akses.kasir().is_ok() {
        let (_, terbuka) = tagihan::terbuka(c, m.unit_id, 0, 1).await?;
        let judul = k.n("mpp-beranda-kasir", "mpp", &m.nama);
        let mut b = satu(judul, k.jumlah("mpp-beranda-kasir-isi", terbuka), format!("/kasir/{}", m.unit_id));
        b.lencana = (terbuka > 0).then_some((Nada::Perhatian, "beranda-giliran"));
        butir.push(b);
    }
    Ok(butir)
}

/// The cases the person may read: how many are new, and those that are late.
async fn berkas(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<(Butir, Option<Butir>)> {
    let jumlah = permohonan::jumlah(&app.store, p, None).await?;
    let baru: i64 = jumlah.iter().filter(|j| j.keadaan == "diterima").map(|j| j.banyak).sum();
    let lewat: i64 = jumlah.iter().map(|j| j.lewat).sum();
    let satu =
        |judul: &str, keterangan: String, jalur: &str, lencana| Butir { judul: k.s(judul), keterangan, jalur: jalur.to_owned(), lencana };
    let giliran = (baru > 0 && p.punya(Peran::Pelaksana)).then_some((Nada::Perhatian, "beranda-giliran"));
    let semua = satu("mpp-beranda-berkas", k.jumlah("mpp-beranda-berkas-baru", baru), "/berkas", giliran);
    let telat = Some((Nada::Bahaya, "beranda-telat"));
    let terlambat =
        (lewat > 0).then(|| satu("mpp-beranda-berkas-lewat", k.jumlah("mpp-beranda-berkas-n", lewat), "/berkas?lewat=1", telat));
    Ok((semua, terlambat))
}
