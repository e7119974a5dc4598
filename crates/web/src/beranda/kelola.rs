//! Ways in for those who keep house: the auditor and the administrator.

use store::{hak::Pelaku, instansi, kunci_instalasi, peran::Peran};

use super::tugas::{Bagian, Butir};
use crate::{AppState, error::Hasil, komponen::Nada, konteks::Konteks};

pub(super) fn auditor(k: &Konteks, p: &Pelaku) -> Option<Bagian> {
    let ke = [("/admin/audit", "beranda-audit", "beranda-audit-isi"), ("/periode", "beranda-semua-periode", "beranda-periode-baca")];
    p.punya(Peran::Auditor).then(|| tautan(k, "beranda-auditor-bagian", &ke))
}

/// The section and how many things in it wait: mail that could not leave is one, keys that are not what was registered are one, and so is the
/// first agency while there is none.
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
    let hak = p.admin()?;
    let gagal = store::pekerjaan::jumlah_bermasalah(&app.store, &hak).await? > 0;
    if gagal && let Some(surat) = bagian.butir.iter_mut().find(|b| b.jalur == "/admin/surat") {
        surat.lencana = Some((Nada::Bahaya, "beranda-surat-gagal"));
    }
    let palsu = kunci_instalasi::daftar(&app.store).await?.iter().filter(|x| !x.terbukti()).count();
    if palsu > 0
        && let Some(kunci) = bagian.butir.iter_mut().find(|b| b.jalur == "/admin/kunci")
    {
        kunci.keterangan = k.jumlah("beranda-kunci-palsu-isi", palsu);
        kunci.lencana = Some((Nada::Bahaya, "beranda-kunci-palsu"));
    }
    let (_, terdaftar) = instansi::cari(&app.store, &hak, "", 0, 1).await?;
    if terdaftar == 0 {
        bagian.butir.insert(0, pertama(k));
    }
    Ok(Some((bagian, [gagal, palsu > 0, terdaftar == 0].into_iter().map(usize::from).sum())))
}

/// Without an agency nothing else can be done.
fn pertama(k: &Konteks) -> Butir {
    Butir {
        judul: k.s("beranda-instansi-pertama"),
        keterangan: k.s("beranda-instansi-pertama-isi"),
        jalur: "/admin/instansi/baru".to_owned(),
        lencana: Some((Nada::Perhatian, "beranda-giliran")),
    }
}

fn tautan(k: &Konteks, judul: &'static str, ke: &[(&str, &str, &str)]) -> Bagian {
    let butir =
        ke.iter().map(|(jalur, judul, isi)| Butir { judul: k.s(judul), keterangan: k.s(isi), jalur: (*jalur).to_owned(), lencana: None });
    Bagian { judul, kosong: "beranda-tanda-kosong", butir: butir.collect(), lain: None }
}
