//! Units that a program registers or changes, in one call: checked as a file is, applied all or nothing, or only tried.

use super::{Aksi, BARIS_MAKS, Baris, Salah, unit};
use crate::{
    Hasil, Store, StoreError,
    audit::{self, Kejadian},
    token_api::HakImporUnit,
};

/// What came of it. With a fault nothing was applied.
#[derive(Debug, Clone)]
pub struct Terapan {
    pub baru: usize,
    pub ubah: usize,
    pub sama: usize,
    pub salah: Vec<Salah>,
    pub diterapkan: bool,
}

/// Checks the rows, and applies them unless `uji`. The same rows again are all "the same".
///
/// # Errors
/// `Keadaan("impor-kosong")`, `Keadaan("impor-terlalu-banyak")`. Faults of rows are in the answer.
pub async fn unit_program(store: &Store, hak: &HakImporUnit, baris: &[Baris], uji: bool) -> Hasil<Terapan> {
    if baris.is_empty() {
        return Err(StoreError::Keadaan("impor-kosong"));
    }
    if baris.len() > BARIS_MAKS {
        return Err(StoreError::Keadaan("impor-terlalu-banyak"));
    }
    if uji {
        let (aksi, salah) = periksa(store.baca(), hak, baris).await?;
        return Ok(terapan(&aksi, salah, false));
    }
    let tx = store.mulai().await?;
    let (aksi, salah) = periksa(&*tx, hak, baris).await?;
    if !salah.is_empty() {
        return Ok(terapan(&aksi, salah, false));
    }
    let t = terapan(&aksi, salah, true);
    let isi: Vec<_> = baris.iter().cloned().zip(aksi).collect();
    unit::terapkan(&tx, None, &isi).await?;
    let rincian = serde_json::json!({ "token": hak.id, "baru": t.baru, "ubah": t.ubah });
    audit::catat_oleh(&tx, None, Kejadian::baru("impor.program", "token", hak.id).instansi(hak.instansi).rincian(rincian)).await?;
    tx.commit().await?;
    Ok(t)
}

async fn periksa<C: sea_orm::ConnectionTrait>(c: &C, hak: &HakImporUnit, baris: &[Baris]) -> Hasil<(Vec<Option<Aksi>>, Vec<Salah>)> {
    let (mut aksi, mut salah) = unit::periksa(c, baris).await?;
    for (b, a) in baris.iter().zip(&mut aksi).filter(|(b, _)| b.s(unit::INSTANSI) != hak.instansi_kode) {
        *a = None;
        // Said instead of what else may be wrong with the instansi: nobody learns of others.
        salah.retain(|s| s.nomor != b.nomor);
        salah.push(Salah {
            nomor: b.nomor,
            kolom: unit::KOLOM[unit::INSTANSI],
            kunci: "impor-salah-instansi-token",
            nilai: b.s(unit::INSTANSI).to_owned(),
        });
    }
    Ok((aksi, salah))
}

fn terapan(aksi: &[Option<Aksi>], salah: Vec<Salah>, diterapkan: bool) -> Terapan {
    let hitung = |x: Aksi| aksi.iter().filter(|a| **a == Some(x)).count();
    Terapan { baru: hitung(Aksi::Baru), ubah: hitung(Aksi::Ubah), sama: hitung(Aksi::Sama), salah, diterapkan }
}
