//! Making bills, calling them off, and the one writer of payments.

use super::{Tagihan, dari_id, pelaksana_permohonan};
use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    audit::{self, Kejadian},
    hak::{KasirMpp, Pelaku, PengolahPermohonan},
    id::{AkunId, TagihanId},
    kode,
    kueri::Kueri,
    nilai, peristiwa,
    permohonan::{self, Permohonan, topik},
};
use ::layanan::{
    bayar::{self as aturan, BuktiBayar, CaraBayar, PetugasId, SalahBayar},
    permohonan::Keadaan,
    qris::Nominal,
};

/// What confirming a payment came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Perubahan {
    Baru,
    /// It was confirmed the same way before.
    Sudah,
}

fn nominal(rupiah: i64) -> Hasil<Nominal> {
    u64::try_from(rupiah).ok().and_then(|n| Nominal::baru(n).ok()).ok_or(StoreError::Keadaan("tagihan-nominal"))
}

/// A bill in the caller's transaction.
pub(crate) async fn tambah(tx: &Tx, p: &Permohonan, pelaku: &Pelaku, rupiah: i64) -> Hasil<()> {
    let rupiah = i64::try_from(nominal(rupiah)?.rupiah()).map_err(|_| StoreError::Keadaan("tagihan-nominal"))?;
    let id = TagihanId::baru();
    tx.jalankan(
        "INSERT INTO tagihan (id, permohonan_id, mpp_id, kode, nominal, tanggal, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        nilai![id, p.id, p.mpp_id, kode::baru(kode::Jenis::Tagihan), rupiah, tx.pada.hari(&p.zona).to_string(), tx.pada, pelaku.akun],
    )
    .await?;
    let rincian = serde_json::json!({ "permohonan": p.id, "nominal": rupiah });
    let k = Kejadian::baru("tagihan.buat", "tagihan", id).instansi(p.instansi_id).rincian(rincian);
    audit::catat(tx, pelaku, k).await?;
    permohonan::surel::antrekan(tx, p.id, &format!("tagihan/{id}")).await.map(drop)
}

/// A bill of another amount than the fee, after the first was called off.
///
/// # Errors
/// `Keadaan` while another bill is open or paid, when the case is over, or for an amount that is none.
pub async fn buat_lain(store: &Store, hak: &PengolahPermohonan, rupiah: i64) -> Hasil<()> {
    let tx = store.mulai().await?;
    let p = permohonan::kunci(&tx, hak.permohonan.id).await?;
    if super::milik(&*tx, p.id).await?.iter().any(|t| t.batal.is_none()) {
        return Err(StoreError::Keadaan("tagihan-sudah-ada"));
    }
    if !matches!(p.keadaan()?, Keadaan::Diproses | Keadaan::Disetujui) {
        return Err(StoreError::Keadaan("permohonan-langkah"));
    }
    if super::kasir_permohonan(&*tx, p.id).await?.contains(&hak.pelaku().akun) {
        return Err(StoreError::Keadaan("permohonan-orang-kasir"));
    }
    tambah(&tx, &p, hak.pelaku(), rupiah).await?;
    tx.commit().await
}

/// Locks a bill and reads it.
pub(super) async fn kunci(tx: &Tx, id: TagihanId) -> Hasil<Tagihan> {
    tx.angka(&format!("SELECT nominal AS n FROM tagihan WHERE id = $1{}", tx.kunci_isi()), nilai![id]).await?;
    dari_id(&**tx, id).await
}

/// Calls an open bill off, with the reason. A second time does nothing.
///
/// # Errors
/// `Keadaan` without a reason, or when it is paid.
pub async fn batalkan(store: &Store, hak: &PengolahPermohonan, id: TagihanId, alasan: &str) -> Hasil<()> {
    if alasan.trim().is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let tx = store.mulai().await?;
    let p = permohonan::kunci(&tx, hak.permohonan.id).await?;
    let t = kunci(&tx, id).await?;
    if t.permohonan_id != p.id {
        return Err(StoreError::TidakDitemukan);
    }
    if t.lunas.is_some() {
        return Err(StoreError::Keadaan("tagihan-lunas"));
    }
    if t.batal.is_none() {
        batal(&tx, &p, &t, alasan, hak.pelaku().akun).await?;
    }
    tx.commit().await
}

async fn batal(tx: &Tx, p: &Permohonan, t: &Tagihan, alasan: &str, oleh: AkunId) -> Hasil<()> {
    tx.jalankan(
        "INSERT INTO tagihan_batal (tagihan_id, alasan, tanggal, pada, oleh) VALUES ($1, $2, $3, $4, $5)",
        nilai![t.id, alasan.trim(), tx.pada.hari(&p.zona).to_string(), tx.pada, oleh],
    )
    .await?;
    let k = Kejadian::baru("tagihan.batal", "tagihan", t.id).instansi(p.instansi_id).rincian(serde_json::json!({ "permohonan": p.id }));
    audit::catat_oleh(tx, Some(oleh), k).await.map(drop)
}

/// Open bills end with their case. Where the applicant ended it, the row names the officer who made the bill.
pub(crate) async fn ikut_batal(tx: &Tx, p: &Permohonan, oleh: Option<AkunId>) -> Hasil<()> {
    for t in super::milik(&**tx, p.id).await?.into_iter().filter(Tagihan::terbuka) {
        let t = kunci(tx, t.id).await?;
        if t.terbuka() {
            batal(tx, p, &t, "–", oleh.unwrap_or(t.oleh)).await?;
        }
    }
    Ok(())
}

/// The rules' view of a bill: with everybody who worked on its case.
pub(super) async fn menurut_aturan(tx: &Tx, t: &Tagihan) -> Hasil<aturan::Tagihan> {
    let pelaksana = pelaksana_permohonan(&**tx, t.permohonan_id).await?.into_iter().map(|a| PetugasId(a.0.as_u128())).collect();
    Ok(aturan::Tagihan { nomor: t.kode.clone(), nominal: nominal(t.nominal)?, pelaksana })
}

/// The cashier took the money: the number of his receipt and the amount on it.
///
/// # Errors
/// `Keadaan`: `tagihan-orang-sama` for somebody who worked on the case, `tagihan-kuitansi-wajib`, `tagihan-kuitansi-dipakai`,
/// `tagihan-nominal-beda`, `tagihan-batal`, `tagihan-lunas` when it was confirmed otherwise. `TidakDitemukan` in another mall.
pub async fn lunasi(store: &Store, hak: &KasirMpp, id: TagihanId, kuitansi: &str, dibayar: i64) -> Hasil<Perubahan> {
    let tx = store.mulai().await?;
    let t = dari_id(&*tx, id).await?;
    if t.mpp_id != hak.mpp.unit_id {
        return Err(StoreError::TidakDitemukan);
    }
    // The case is locked first, as steps do: nobody becomes its officer while he becomes its cashier.
    permohonan::kunci(&tx, t.permohonan_id).await?;
    let t = kunci(&tx, id).await?;
    let kasir = hak.pelaku().akun;
    if t.lunas.is_some() && t.kuitansi.as_deref() == Some(kuitansi.trim()) {
        return Ok(Perubahan::Sudah);
    }
    let aturan = menurut_aturan(&tx, &t).await?;
    let bukti = BuktiBayar::kasir(&aturan, PetugasId(kasir.0.as_u128()), kuitansi, nominal(dibayar)?, tx.pada.timestamp());
    let bukti = bukti.map_err(|e| {
        StoreError::Keadaan(match e {
            SalahBayar::OrangSama => "tagihan-orang-sama",
            SalahBayar::TanpaKuitansi => "tagihan-kuitansi-wajib",
            SalahBayar::TagihanLain(_) | SalahBayar::NominalBeda { .. } => "tagihan-nominal-beda",
        })
    })?;
    if t.terbuka() && dipakai(&tx, &t, kuitansi).await? {
        return Err(StoreError::Keadaan("tagihan-kuitansi-dipakai"));
    }
    simpan(&tx, &t, &bukti).await?;
    tx.commit().await?;
    Ok(Perubahan::Baru)
}

/// Whether the number of a receipt stands at another payment of the mall: `k-0002`, `K 0002` and `K-0002` are one.
async fn dipakai(tx: &Tx, t: &Tagihan, kuitansi: &str) -> Hasil<bool> {
    let tanpa: String = kuitansi.split_whitespace().collect::<String>().to_ascii_uppercase();
    let garis = kuitansi.split_whitespace().collect::<Vec<_>>().join("-").to_ascii_uppercase();
    // A blank stands for nothing or for a dash; a dash itself is kept, since 1-11 and 11-1 are two receipts.
    let sql = "SELECT COUNT(*) AS n FROM pembayaran WHERE mpp_id = $1 AND tagihan_id <> $2 AND kuitansi IS NOT NULL
        AND (REPLACE(UPPER(kuitansi), ' ', '') = $3 OR REPLACE(UPPER(kuitansi), ' ', '-') = $4)";
    Ok(tx.angka(sql, nilai![t.mpp_id, t.id, tanpa, garis]).await? > 0)
}

/// The one writer of payments, of a locked bill.
pub(super) async fn simpan(tx: &Tx, t: &Tagihan, bukti: &BuktiBayar) -> Hasil<()> {
    if t.batal.is_some() {
        return Err(StoreError::Keadaan("tagihan-batal"));
    }
    if t.lunas.is_some() {
        return Err(StoreError::Keadaan("tagihan-lunas"));
    }
    let (cara, kuitansi, transaksi, oleh) = match bukti.cara() {
        CaraBayar::LoketBank { kasir, kuitansi } => ("loket", Some(kuitansi.clone()), None, Some(AkunId(uuid::Uuid::from_u128(kasir.0)))),
        CaraBayar::Panggilan { transaksi } => ("qris", None, Some(transaksi.clone()), None),
    };
    let saat = Waktu(bukti.saat().as_microsecond());
    let rupiah = i64::try_from(bukti.nominal().rupiah()).map_err(|_| StoreError::Keadaan("tagihan-nominal"))?;
    tx.jalankan(
        "INSERT INTO pembayaran (tagihan_id, mpp_id, cara, kuitansi, transaksi, nominal, tanggal, saat, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        nilai![t.id, t.mpp_id, cara, kuitansi, transaksi, rupiah, tx.pada.hari(&t.zona).to_string(), saat, tx.pada, oleh],
    )
    .await
    .map_err(|e| if matches!(e, StoreError::SudahAda(_)) { StoreError::Keadaan("tagihan-kuitansi-dipakai") } else { e })?;
    let p = permohonan::dari_id(&**tx, t.permohonan_id).await?;
    let rincian = serde_json::json!({ "permohonan": p.id, "cara": cara, "nominal": rupiah });
    audit::catat_oleh(tx, oleh, Kejadian::baru("tagihan.lunas", "tagihan", t.id).instansi(p.instansi_id).rincian(rincian)).await?;
    peristiwa::siarkan(tx, &topik(p.id), &serde_json::json!({ "tagihan": "lunas" })).await?;
    permohonan::kabari(tx, &p, "tagihan-lunas", oleh).await
}
