//! `/survei/{ronde}`: state, link and QR code, progress to the target, the ways that answers came, what to do next.

use askama::Template;
use axum::extract::State;
use store::{
    hak,
    id::RondeId,
    skm::{self, KeadaanRonde, Penutupan, Ringkas, RondeSkm, tautan},
};

use super::{langsung::Segar, tab::Tab};
use crate::{
    AppState, asal,
    error::Hasil,
    jalur::Jalur,
    komponen::{Nada, Pemberitahuan},
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/survei/{ronde}", super::PEMBACA, lihat);
}

#[derive(Template)]
#[template(path = "skm/ringkasan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    ronde: &'a RondeSkm,
    keadaan: KeadaanRonde,
    penutupan: Option<Penutupan>,
    terbit: bool,
    ringkas: Ringkas,
    layanan: Vec<String>,
    sisa_tautan: i64,
    url: String,
    url_kios: String,
    qr: String,
    /// What is to be said of the address in the settings.
    peringatan: Option<Pemberitahuan>,
    mengelola: bool,
    mentah: bool,
}

impl Halaman<'_> {
    fn lencana(&self) -> (Nada, &'static str) {
        super::lencana(self.keadaan)
    }

    fn kurun(&self) -> String {
        super::kurun(self.k, self.ronde)
    }

    fn masuk(&self) -> usize {
        usize::try_from(self.ringkas.pakai).unwrap_or(usize::MAX)
    }

    fn target(&self) -> usize {
        usize::try_from(self.ronde.target).unwrap_or(usize::MAX)
    }

    fn kurang(&self) -> usize {
        self.target().saturating_sub(self.masuk())
    }

    /// More answers than users served: then the population is wrong.
    fn populasi_diragukan(&self) -> bool {
        self.ronde.populasi.is_some_and(|n| u64::try_from(n).unwrap_or(0) < self.ringkas.pakai)
    }

    fn saluran(&self) -> Vec<(String, u64, String)> {
        let s = self.ringkas.saluran;
        let semua = self.ringkas.pakai.max(1);
        [
            ("skm-saluran-daring", s.daring),
            ("skm-saluran-kios", s.kios),
            ("skm-saluran-tautan", s.tautan),
            ("skm-saluran-kertas", s.kertas),
            ("skm-saluran-impor", s.impor),
        ]
        .into_iter()
        .map(|(kunci, n)| (self.k.s(kunci), n, format!("{} %", (n * 200 + semua) / (2 * semua))))
        .collect()
    }

    /// Link and poster lead somewhere: the round takes answers, or will.
    fn dibagikan(&self) -> bool {
        matches!(self.keadaan, KeadaanRonde::Dijadwalkan | KeadaanRonde::Berjalan)
    }

    /// Flags on answers that count.
    fn bertanda(&self) -> u64 {
        self.ringkas.tanda.values().map(|(pakai, _)| *pakai).sum()
    }

    /// Catalogue keys of what to do next, and where.
    fn langkah(&self) -> Vec<(&'static str, String)> {
        let ke = |sisa: &str| format!("/survei/{}/{sisa}", self.ronde.id);
        let cukup = self.kurang() == 0;
        match self.keadaan {
            _ if self.terbit => vec![("skm-lanjut-tindak-lanjut", ke("tindak-lanjut"))],
            KeadaanRonde::Dijadwalkan => vec![("skm-lanjut-poster", ke("poster?ukuran=a4"))],
            KeadaanRonde::Berjalan if self.ringkas.pakai == 0 => vec![("skm-lanjut-poster", ke("poster?ukuran=a4"))],
            KeadaanRonde::Berjalan if !cukup => vec![("skm-lanjut-kumpulkan", ke("hasil"))],
            KeadaanRonde::Berjalan => vec![("skm-lanjut-cukup", ke("hasil"))],
            KeadaanRonde::Selesai | KeadaanRonde::Ditutup => vec![
                ("skm-lanjut-mutu", ke("mutu")),
                ("skm-lanjut-laporan", ke("laporan")),
                ("skm-lanjut-tindak-lanjut", ke("tindak-lanjut")),
                ("skm-lanjut-penerbitan", ke("penerbitan")),
            ],
        }
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>) -> Hasil {
    let akses = hak::ronde_skm(&app.store, &pelaku, id).await?;
    let ronde = &akses.ronde;
    let k = super::konteks(k, ronde);
    let c = app.store.baca();
    let penutupan = skm::penutupan_akhir(c, id).await?;
    let keadaan = ronde.keadaan(super::hari_ini(&app, ronde), penutupan.as_ref().is_some_and(|p| p.jenis == "tutup"));
    let (url, _) = super::alamat(&app, ronde);
    let qr = dokumen::qr_svg(&url, &k.n("skm-qr", "unit", &ronde.unit))?;
    let halaman = Halaman {
        keadaan,
        penutupan,
        terbit: skm::terbit(c, id).await?,
        ringkas: skm::ringkas(c, id).await?,
        layanan: skm::layanan(c, id).await?.into_iter().map(|(_, nama)| nama).collect(),
        sisa_tautan: tautan::sisa(c, id).await?,
        url_kios: format!("{url}/kios"),
        url,
        qr,
        mengelola: akses.pengelola().is_ok(),
        mentah: akses.pembaca_mentah().is_ok(),
        peringatan: asal::peringatan(&app, &k),
        ronde,
        k: &k,
    };
    tampil(&halaman)
}
