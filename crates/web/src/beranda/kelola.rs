//! Ways in for those who keep house: the auditor and the administrator.

use store::{hak::Pelaku, peran::Peran};

use super::tugas::{Bagian, Butir};
use crate::{AppState, error::Hasil, komponen::Nada, konteks::Konteks};

pub(super) fn auditor(k: &Konteks, p: &Pelaku) -> Option<Bagian> {
    let ke = [("/admin/audit", "beranda-audit", "beranda-audit-isi"), ("/periode", "beranda-semua-periode", "beranda-periode-baca")];
    p.punya(Peran::Auditor).then(|| tautan(k, "beranda-auditor-bagian", &ke))
}

/// The section and how many things in it wait: mail that could not leave is one.
pub(super) async fn admin(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<Option<(Bagian, usize)>> {
    if !p.punya(Peran::Admin) {
        return Ok(None);
    }
    let ke = [
        ("/admin/pengguna", "beranda-akun", "beranda-akun-isi"),
        ("/admin/instansi", "beranda-instansi", "beranda-instansi-isi"),
        ("/admin/impor", "beranda-impor", "beranda-impor-isi"),
        ("/admin/keamanan", "langkah-admin-judul", "beranda-keamanan-isi"),
        ("/admin/data-pribadi", "pdp-judul", "beranda-data-pribadi-isi"),
        ("/admin/berkas", "berkas-judul", "beranda-berkas-isi"),
        ("/admin/kunci", "kunci-kelola", "beranda-kunci-isi"),
        ("/admin/token", "token-judul", "beranda-token-isi"),
        ("/admin/kait", "kait-judul", "beranda-kait-isi"),
        ("/admin/surat", "beranda-surat", "beranda-surat-isi"),
        ("/admin/gerbang", "gerbang-judul", "beranda-gerbang-isi"),
        ("/admin/audit", "beranda-audit", "beranda-audit-isi"),
    ];
    let mut bagian = tautan(k, "beranda-admin-bagian", &ke);
    let gagal = store::pekerjaan::jumlah_bermasalah(&app.store, &p.admin()?).await? > 0;
    if gagal && let Some(surat) = bagian.butir.iter_mut().find(|b| b.jalur == "/admin/surat") {
        surat.lencana = Some((Nada::Bahaya, "beranda-surat-gagal"));
    }
    Ok(Some((bagian, usize::from(gagal))))
}

fn tautan(k: &Konteks, judul: &'static str, ke: &[(&str, &str, &str)]) -> Bagian {
    let butir =
        ke.iter().map(|(jalur, judul, isi)| Butir { judul: k.s(judul), keterangan: k.s(isi), jalur: (*jalur).to_owned(), lencana: None });
    Bagian { judul, kosong: "beranda-tanda-kosong", butir: butir.collect(), lain: None }
}
