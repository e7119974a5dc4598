//! `/admin/data-pribadi`: the register of personal data, as a page and as `docs/DATA-PRIBADI.md`; the other pages about them are beside it.

mod cari;
pub mod kata;
mod pembacaan;
mod pembersihan;
mod permintaan;

pub(crate) use permintaan::lencana;

use std::fmt::Write as _;

use askama::Template;
use axum::extract::State;
use store::{
    identitas,
    pdp::{
        daftar::{self, Kegiatan, Simpan},
        retensi::{self, Masa},
    },
    peran::Peran,
};

use crate::{
    AppState,
    bahasa::Bahasa,
    error::Hasil,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

const ADMIN: Akses = Akses::Peran(&[Peran::Admin]);
const PEMBACA: Akses = Akses::Peran(&[Peran::Admin, Peran::Auditor]);

pub fn rute(d: &mut Daftar) {
    d.get("/admin/data-pribadi", PEMBACA, lihat);
    pembersihan::rute(d);
    permintaan::rute(d);
    cari::rute(d);
    pembacaan::rute(d);
}

#[derive(Template)]
#[template(path = "admin/data_pribadi/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    kegiatan: &'static [Kegiatan],
    masa: Vec<Masa>,
    admin: bool,
}

#[expect(clippy::unused_self, reason = "called by the template")]
impl Halaman<'_> {
    fn subjek(&self, g: &Kegiatan) -> &'static str {
        kata::subjek(g.subjek)
    }

    fn dasar(&self, g: &Kegiatan) -> &'static str {
        kata::dasar(g.dasar)
    }

    fn kolom(&self, x: &(&str, &[&str])) -> String {
        kolom(x)
    }

    fn simpan(&self, g: &Kegiatan) -> String {
        match g.simpan {
            Simpan::Masa(j) => {
                let hari = self.masa.iter().find(|m| m.jenis == j).map_or_else(|| j.baku(), |m| m.hari);
                self.k.jumlah("pdp-simpan-masa", hari)
            }
            lain => self.k.s(kata::simpan(lain)),
        }
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    pelaku.pembaca_audit()?;
    let k = k.bantuan("data-pribadi");
    let masa = retensi::semua(&app.store).await?;
    tampil(&Halaman { k: &k, kegiatan: daftar::SEMUA, masa, admin: pelaku.admin().is_ok() })
}

/// Columns of a table, each marked when it lies sealed.
fn kolom((tabel, semua): &(&str, &[&str])) -> String {
    let satu = |k: &&str| if identitas::tersegel(tabel, k) { format!("{k}*") } else { (*k).to_owned() };
    format!("{tabel}: {}", semua.iter().map(satu).collect::<Vec<_>>().join(", "))
}

/// The register as a document in Indonesian, for the officer who answers for personal data. Made by a test.
#[must_use]
pub fn dokumen() -> String {
    let b = Bahasa::Id;
    let mut t = format!("# {}\n\n{}\n\n{}\n", b.s("pdp-judul"), b.s("pdp-dokumen-pembuka"), b.s("pdp-tersegel-isi"));
    for g in daftar::SEMUA {
        let _ = write!(t, "\n## {}\n\n{}\n\n", b.s(kata::nama(g.kunci)), b.s(kata::tujuan(g.kunci)));
        let simpan = match g.simpan {
            Simpan::Masa(j) => b.a("pdp-simpan-masa", [("jumlah", j.baku().into())]),
            lain => b.s(kata::simpan(lain)),
        };
        for (label, isi) in [
            ("pdp-subjek", b.s(kata::subjek(g.subjek))),
            ("pdp-dasar", b.s(kata::dasar(g.dasar))),
            ("pdp-simpan", simpan),
            ("pdp-pembaca", b.s(kata::pembaca(g.kunci))),
        ] {
            let _ = writeln!(t, "- **{}:** {isi}", b.s(label));
        }
        if g.spesifik {
            let _ = writeln!(t, "- **{}**", b.s("pdp-spesifik"));
        }
        let semua: Vec<String> = g.kolom.iter().map(|x| format!("`{}`", kolom(x))).collect();
        let _ = writeln!(t, "- **{}:** {}", b.s("pdp-kolom"), semua.join("; "));
    }
    t
}
