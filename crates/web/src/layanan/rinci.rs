//! `/layanan/{layanan}`: what is in force, the draft, completeness against the fourteen, and every version.
//! `POST /layanan/{layanan}/usulan` hands the draft to the head.

use askama::Template;
use axum::extract::State;
use layanan::standar::tarif_cocok;
use store::{
    id::LayananId,
    layanan::{self as daftar, Berlaku, Isi, KOMPONEN, Keadaan, Layanan, Rancangan, Riwayat, Usul},
    permohonan::formulir,
};

use super::{daftar::tinjau, kunci_komponen};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Pemberitahuan},
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil},
};

pub fn rute(d: &mut Daftar) {
    d.get("/layanan/{layanan}", super::PEMBACA, lihat);
    d.post("/layanan/{layanan}/usulan", super::PENGELOLA, usulkan);
}

#[derive(Template)]
#[template(path = "layanan/rinci.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    l: &'a Layanan,
    berlaku: Option<&'a Berlaku>,
    rancangan: Option<&'a Rancangan>,
    usul: Option<Usul>,
    riwayat: &'a [Riwayat],
    /// Days since what is in force was decreed or last reviewed.
    umur: i64,
    tinjau: Option<(Nada, &'static str)>,
    /// What the form bills, where the standard in force does not say so.
    tarif: Option<i64>,
    pengelola: bool,
    kepala: bool,
}

impl Halaman<'_> {
    fn hari(&self, iso: &str) -> String {
        self.k.hari(iso)
    }

    fn sk(&self, b: &Berlaku) -> String {
        self.k.a("layanan-sk-tanggal", [("nomor", b.sk_nomor.as_str().into()), ("tanggal", self.hari(&b.sk_tanggal).into())])
    }

    fn komponen(&self, isi: &Isi, publik: bool) -> Vec<(&'static str, bool, Vec<String>)> {
        let dari = KOMPONEN.iter().filter(|x| x.publik == publik);
        dari.map(|x| {
            let baris: Vec<String> = super::baris(isi.teks(x.kunci)).into_iter().map(str::to_owned).collect();
            (kunci_komponen(x.kunci), !baris.is_empty(), baris)
        })
        .collect()
    }

    fn lengkap(&self, isi: &Isi) -> String {
        self.k.n("layanan-lengkap", "n", isi.lengkap())
    }

    fn kurang(&self, isi: &Isi) -> Option<String> {
        let nama: Vec<String> = isi.kurang().map(|x| self.k.s(kunci_komponen(x))).collect();
        (!nama.is_empty()).then(|| self.k.n("layanan-kurang", "daftar", nama.join(", ")))
    }

    fn keadaan(&self, r: &Riwayat) -> (Nada, &'static str) {
        match r.keadaan {
            _ if self.l.tutup.is_some() => (Nada::Netral, "layanan-keadaan-tutup"),
            Keadaan::Berlaku => (Nada::Baik, "layanan-keadaan-berlaku"),
            Keadaan::Nanti => (Nada::Info, "layanan-keadaan-nanti"),
            Keadaan::Digantikan => (Nada::Netral, "layanan-keadaan-diganti"),
        }
    }

    fn umur(&self) -> String {
        self.k.a("layanan-umur", [("hari", self.umur.into())])
    }

    fn disimpan(&self, r: &Rancangan) -> String {
        let args = [("nomor", r.nomor.to_string().into()), ("nama", r.oleh.as_str().into()), ("waktu", self.k.waktu(&r.pada).into())];
        self.k.a("layanan-rancangan-isi", args)
    }

    fn diusulkan(&self, u: &Usul) -> String {
        self.k.a("layanan-sudah-usul", [("nama", u.oleh.as_str().into()), ("waktu", self.k.waktu(&u.pada).into())])
    }

    fn tarif_beda(&self) -> Option<Pemberitahuan> {
        let (b, tarif) = (self.berlaku?, self.tarif?);
        let args = [("tarif", self.k.rupiah(tarif).into()), ("biaya", b.isi.teks("biaya").into())];
        let isi = self.k.a("layanan-tarif-beda-isi", args);
        Some(self.k.pemberitahuan_teks(Nada::Perhatian, self.k.s("layanan-tarif-beda"), isi))
    }

    fn ditutup(&self) -> Option<String> {
        let (pada, alasan) = (self.l.tutup?, self.l.tutup_alasan.clone()?);
        Some(self.k.a("layanan-tutup-pada", [("waktu", self.k.waktu(&pada).into()), ("alasan", alasan.into())]))
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LayananId>) -> Hasil {
    let (l, akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let c = app.store.baca();
    let kini = app.store.sekarang().hari(&l.zona);
    let riwayat = daftar::riwayat(c, id, kini).await?;
    let berlaku = riwayat.iter().find(|r| r.keadaan == Keadaan::Berlaku).map(|r| &r.standar);
    let rancangan = daftar::rancangan(c, id).await?;
    let usul = match &rancangan {
        Some(r) => daftar::usulan(c, r.id).await?,
        None => None,
    };
    let umur = berlaku.and_then(|b| b.diperiksa(&l.zona)).map_or(0, |h| i64::from((kini - h).get_days()));
    let hidup = l.tutup.is_none();
    let tarif = formulir::berlaku(c, id).await?.map(|f| f.tarif).filter(|_| hidup);
    let halaman = Halaman {
        k: &k,
        l: &l,
        tinjau: berlaku.filter(|_| hidup).and_then(|b| tinjau(&b.tinjau, kini)),
        berlaku,
        rancangan: rancangan.as_ref(),
        tarif: tarif.filter(|t| berlaku.is_some_and(|b| !tarif_cocok(b.isi.teks("biaya"), *t))),
        usul,
        riwayat: &riwayat,
        umur,
        pengelola: hidup && akses.pengelola_layanan().is_ok(),
        kepala: hidup && akses.kepala_layanan().is_ok(),
    };
    tampil(&halaman)
}

async fn usulkan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LayananId>, f: Formulir) -> Hasil {
    let (_, akses, _) = super::buka(&app, k, &pelaku, id).await?;
    daftar::usulkan(&app.store, &akses.pengelola_layanan()?, id, f.nilai("versi").parse().unwrap_or(0)).await?;
    Alih::ke(format!("/layanan/{id}")).pesan("layanan-diusulkan").into()
}
