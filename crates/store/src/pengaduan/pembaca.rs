//! The narrower list of readers of a report of wrongdoing: people named one by one by the liaison officer.

use super::Pengaduan;
use crate::{
    Hasil, Store, StoreError,
    audit::{self, Kejadian},
    hak::{PembacaAduan, PenghubungAduan},
    id::{AkunId, PengaduanId},
    kueri::Kueri,
    nilai,
    pemberitahuan::Kepada,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

#[derive(Debug, Clone, FromQueryResult)]
pub struct Pembaca {
    pub id: Uuid,
    pub akun_id: AkunId,
    pub nama: String,
    pub jabatan: String,
}

/// SQL: account `{akun}` has a role in the unit that report `{aduan}` names, or in a part of it.
pub(super) fn sql_terlapor(akun: &str, aduan: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM peran tr JOIN unit tu ON tu.id = tr.unit_id JOIN pengaduan tp ON tp.id = {aduan}
          LEFT JOIN peran_cabut tc ON tc.peran_id = tr.id
          WHERE tr.akun_id = {akun} AND tc.peran_id IS NULL AND (tu.id = tp.unit_id OR tu.induk_id = tp.unit_id))"
    )
}

/// Whether a person serves in the unit that a report names: of wrongdoing he may neither read nor answer it.
///
/// # Errors
/// When the store fails.
pub async fn terlapor<C: ConnectionTrait>(c: &C, aduan: &Pengaduan, akun: AkunId) -> Hasil<bool> {
    Ok(c.angka(&format!("SELECT COUNT(*) AS n FROM akun WHERE id = $1 AND {}", sql_terlapor("$1", "$2")), nilai![akun, aduan.id]).await?
        > 0)
}

pub(super) async fn milik<C: ConnectionTrait>(c: &C, id: PengaduanId) -> Hasil<Vec<Pembaca>> {
    let sql = "SELECT b.id, b.akun_id, a.nama, a.jabatan FROM pengaduan_pembaca b JOIN akun a ON a.id = b.akun_id
        LEFT JOIN pengaduan_pembaca_cabut x ON x.pembaca_id = b.id WHERE b.pengaduan_id = $1 AND x.pembaca_id IS NULL ORDER BY a.nama, b.id LIMIT 200";
    c.semua(sql, nilai![id]).await
}

/// Who may read besides the liaison officer.
pub async fn pembaca(store: &Store, hak: &PembacaAduan) -> Hasil<Vec<Pembaca>> {
    milik(store.baca(), hak.aduan.id).await
}

#[derive(FromQueryResult)]
struct Akun {
    id: AkunId,
}

/// Lets one person read and answer. Twice changes nothing.
///
/// # Errors
/// `Keadaan` for a report that is none of wrongdoing, for a person without a role in the instansi or its units, and for one of the
/// unit that it accuses.
pub async fn tambah_pembaca(store: &Store, hak: &PenghubungAduan, surel: &str) -> Hasil<()> {
    if hak.aduan.pelanggaran == 0 {
        return Err(StoreError::Keadaan("aduan-pembaca-bukan"));
    }
    let tx = store.mulai().await?;
    let sql = "SELECT a.id FROM akun a WHERE LOWER(a.surel) = $1 AND NOT EXISTS (SELECT 1 FROM akun_nonaktif n WHERE n.akun_id = a.id)
        AND EXISTS (SELECT 1 FROM peran r LEFT JOIN unit u ON u.id = r.unit_id LEFT JOIN peran_cabut c ON c.peran_id = r.id
          WHERE r.akun_id = a.id AND c.peran_id IS NULL AND (r.instansi_id = $2 OR u.instansi_id = $2))";
    let akun = tx.mungkin::<Akun>(sql, nilai![surel.trim().to_lowercase(), hak.aduan.instansi_id]).await?;
    let akun = akun.ok_or(StoreError::Keadaan("aduan-pembaca-tak-dikenal"))?.id;
    if terlapor(&*tx, &hak.aduan, akun).await? {
        return Err(StoreError::Keadaan("aduan-pembaca-terlapor"));
    }
    if milik(&*tx, hak.aduan.id).await?.iter().any(|p| p.akun_id == akun) {
        return Ok(());
    }
    let id = crate::id::baru();
    tx.jalankan(
        "INSERT INTO pengaduan_pembaca (id, pengaduan_id, akun_id, pada, oleh) VALUES ($1, $2, $3, $4, $5)",
        nilai![id, hak.aduan.id, akun, tx.pada, hak.pelaku().akun],
    )
    .await?;
    let k = Kejadian::baru("pengaduan.pembaca", "pengaduan", hak.aduan.id).instansi(hak.aduan.instansi_id);
    audit::catat(&tx, hak.pelaku(), k.rincian(serde_json::json!({ "akun": akun }))).await?;
    let sekali = format!("aduan-diteruskan/{id}");
    super::langkah::kabari(&tx, &hak.aduan, "aduan-diteruskan", &[Kepada::Akun(akun)], None, &sekali).await?;
    tx.commit().await
}

/// Takes the reading back.
///
/// # Errors
/// `TidakDitemukan` for a row of another report.
pub async fn cabut_pembaca(store: &Store, hak: &PenghubungAduan, id: Uuid) -> Hasil<()> {
    let tx = store.mulai().await?;
    if !milik(&*tx, hak.aduan.id).await?.iter().any(|p| p.id == id) {
        return Err(StoreError::TidakDitemukan);
    }
    tx.jalankan(
        "INSERT INTO pengaduan_pembaca_cabut (pembaca_id, pada, oleh) VALUES ($1, $2, $3) ON CONFLICT (pembaca_id) DO NOTHING",
        nilai![id, tx.pada, hak.pelaku().akun],
    )
    .await?;
    let k = Kejadian::baru("pengaduan.pembaca-cabut", "pengaduan", hak.aduan.id).instansi(hak.aduan.instansi_id);
    audit::catat(&tx, hak.pelaku(), k).await?;
    tx.commit().await
}
