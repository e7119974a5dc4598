//! Services and their standards for officers (`/layanan`): drafts by the operator, issue, review and end by the head. What
//! citizens read is `crate::publik::pelayanan`.

mod baru;
pub(crate) mod bukti;
mod daftar;
mod isian;
pub(crate) mod maklumat;
pub(crate) mod mal;
mod penetapan;
mod pengumuman;
mod penutupan;
mod rinci;
mod standar;
mod tinjauan;

use store::{
    hak,
    hak::{AksesUnit, Pelaku},
    id::LayananId,
    layanan::{self, Layanan},
    peran::Peran,
};

use crate::{
    AppState,
    error::Hasil,
    konteks::Konteks,
    rute::{Akses, Daftar},
};

/// Who reads services in their scope, drafts too.
const PEMBACA: Akses = crate::skm::PEMBACA;
/// Who drafts.
const PENGELOLA: Akses = Akses::Peran(&[Peran::UnitOperator, Peran::UnitKepala]);
/// Who issues.
const KEPALA: Akses = Akses::Peran(&[Peran::UnitKepala]);

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    daftar::rute(d);
    baru::rute(d);
    mal::rute(d);
    maklumat::rute(d);
    pengumuman::rute(d);
    rinci::rute(d);
    standar::rute(d);
    penetapan::rute(d);
    tinjauan::rute(d);
    penutupan::rute(d);
}

/// A service with what the person may do in its unit; 404 outside the scope.
async fn buka(app: &AppState, k: Konteks, pelaku: &Pelaku, id: LayananId) -> Hasil<(Layanan, AksesUnit, Konteks)> {
    let l = layanan::dari_id(app.store.baca(), id).await?;
    let akses = hak::unit(&app.store, pelaku, l.unit_id).await?;
    let k = k.ilustrasi(l.ilustrasi == 1).zona(&l.zona).bantuan("layanan");
    Ok((l, akses, k))
}

/// Name of a component, or of what is said besides.
pub(crate) fn kunci_komponen(kunci: &str) -> &'static str {
    match kunci {
        "persyaratan" => "layanan-komponen-persyaratan",
        "prosedur" => "layanan-komponen-prosedur",
        "jangka-waktu" => "layanan-komponen-waktu",
        "biaya" => "layanan-komponen-biaya",
        "produk" => "layanan-komponen-produk",
        "pengaduan" => "layanan-komponen-pengaduan",
        "dasar-hukum" => "layanan-komponen-dasar-hukum",
        "sarana" => "layanan-komponen-sarana",
        "kompetensi" => "layanan-komponen-kompetensi",
        "pengawasan" => "layanan-komponen-pengawasan",
        "jumlah-pelaksana" => "layanan-komponen-jumlah-pelaksana",
        "jaminan-pelayanan" => "layanan-komponen-jaminan-pelayanan",
        "jaminan-keamanan" => "layanan-komponen-jaminan-keamanan",
        "evaluasi-kinerja" => "layanan-komponen-evaluasi",
        "tempat" => "layanan-komponen-tempat",
        _ => "layanan-komponen-jam",
    }
}

/// Lines of a text without bullets of their own.
pub(crate) fn baris(teks: &str) -> Vec<&str> {
    teks.lines().map(|b| b.trim().trim_start_matches(['-', '•', '*']).trim()).filter(|b| !b.is_empty()).collect()
}
