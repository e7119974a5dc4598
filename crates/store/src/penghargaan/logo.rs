//! The mark of an instansi, as it is printed on its certificates: the newest row holds.

use crate::{
    Hasil, Store, StoreError,
    audit::{self, Kejadian},
    berkas::{Berkas, Tipe},
    hak::PenyelenggaraPeriode,
    id::InstansiId,
    kueri::Kueri,
    nilai,
    objek::{self, Tersimpan},
};
use sea_orm::FromQueryResult;

/// Each certificate holds the picture, so it must be small. In bytes.
pub const PALING_BESAR: usize = 300_000;

#[derive(FromQueryResult)]
struct Baris {
    objek: Option<String>,
}

/// Its hash; `None` without one.
pub async fn sidik(store: &Store, id: InstansiId) -> Hasil<Option<String>> {
    let b: Option<Baris> =
        store.baca().mungkin("SELECT objek FROM instansi_logo WHERE instansi_id = $1 ORDER BY id DESC LIMIT 1", nilai![id]).await?;
    Ok(b.and_then(|b| b.objek))
}

/// Kind (`png` or `jpg`) and content.
pub async fn baca(store: &Store, id: InstansiId) -> Hasil<Option<(&'static str, Vec<u8>)>> {
    let Some(sidik) = sidik(store, id).await? else { return Ok(None) };
    crate::pindai::boleh(store, &sidik).await?;
    let jenis = if objek::tipe(store.baca(), &sidik).await? == Some(Tipe::Png) { "png" } else { "jpg" };
    Ok(Some((jenis, objek::baca(store, &sidik)?)))
}

/// Sets it.
///
/// # Errors
/// `Keadaan("logo-bukan-gambar")`, `Keadaan("logo-terlalu-besar")`.
pub async fn pasang(store: &Store, hak: &PenyelenggaraPeriode, b: &Berkas) -> Hasil<()> {
    if !matches!(b.tipe(), Tipe::Png | Tipe::Jpeg) {
        return Err(StoreError::Keadaan("logo-bukan-gambar"));
    }
    if b.isi().len() > PALING_BESAR {
        return Err(StoreError::Keadaan("logo-terlalu-besar"));
    }
    let tersimpan = objek::simpan(store, b.isi())?;
    tulis(store, hak, Some((&tersimpan, b.tipe().mime()))).await
}

/// Takes it away.
pub async fn lepas(store: &Store, hak: &PenyelenggaraPeriode) -> Hasil<()> {
    tulis(store, hak, None).await
}

async fn tulis(store: &Store, hak: &PenyelenggaraPeriode, t: Option<(&Tersimpan, &str)>) -> Hasil<()> {
    let instansi = hak.periode.instansi_id;
    let tx = store.mulai().await?;
    if let Some((t, mime)) = t {
        objek::catat(&tx, t, mime).await?;
    }
    let objek = t.map(|(t, _)| t.sidik.as_str());
    tx.jalankan(
        "INSERT INTO instansi_logo (id, instansi_id, objek, pada, oleh) VALUES ($1, $2, $3, $4, $5)",
        nilai![crate::id::baru(), instansi, objek, tx.pada, hak.pelaku().akun],
    )
    .await?;
    let k = Kejadian::baru("instansi.logo", "instansi", instansi).instansi(instansi).rincian(serde_json::json!({ "objek": objek }));
    audit::catat(&tx, hak.pelaku(), k).await?;
    tx.commit().await
}
