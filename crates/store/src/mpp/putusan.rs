//! Asking a unit of another government for its consent, its answer, and its taking back: each in the transaction of what it means
//! for the placement, with an audit event in the chains of both governments.

use super::{
    Mpp, baca,
    izin::{self, Izin, Keadaan},
    tulis::wajib,
};
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    hak::{KepalaLayanan, KepalaMpp, Pelaku},
    id::{GeraiId, InstansiId, IzinId, PenempatanId},
    kueri::Kueri,
    layanan::Layanan,
    nilai,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
    pesanan,
};

/// In the chains of the mall's and of the unit's government.
async fn catat(tx: &Tx, pelaku: &Pelaku, pihak: [InstansiId; 2], aksi: &'static str, id: PenempatanId, r: &serde_json::Value) -> Hasil<()> {
    for i in pihak {
        audit::catat(tx, pelaku, Kejadian::baru(aksi, "penempatan", id).instansi(i).rincian(r.clone())).await?;
    }
    Ok(())
}

/// Asks the unit where that is needed; the placement waits for it.
pub(super) async fn minta(tx: &Tx, hak: &KepalaMpp, id: PenempatanId, l: &Layanan) -> Hasil<()> {
    if !izin::perlu(&hak.mpp, l) {
        return Ok(());
    }
    let (m, minta, oleh) = (&hak.mpp, IzinId::baru(), hak.pelaku().akun);
    let sql = "INSERT INTO penempatan_minta (id, gerai_layanan_id, unit_id, pada, oleh) VALUES ($1, $2, $3, $4, $5)";
    tx.jalankan(sql, nilai![minta, id, l.unit_id, tx.pada, oleh]).await?;
    let rincian = serde_json::json!({ "layanan": l.id, "mpp": m.unit_id, "unit": l.unit_id });
    catat(tx, hak.pelaku(), [m.instansi_id, l.instansi_id], "penempatan.minta", id, &rincian).await?;
    let kepada = [Kepada::KepalaUnit(l.unit_id), Kepada::OperatorUnit(l.unit_id)];
    let isi = serde_json::json!({ "mpp": m.nama, "instansi": m.instansi, "layanan": l.nama });
    kabari(tx, "mpp-izin-minta", &kepada, hak.pelaku(), &format!("/layanan/mal/{minta}"), &isi, &format!("mpp-izin/{minta}")).await
}

/// The mall ends a placement: it takes back what it asked and nobody answered, and the unit that was asked is told.
pub(super) async fn batalkan(tx: &Tx, hak: &KepalaMpp, id: PenempatanId, alasan: &str) -> Hasil<()> {
    let Some(z) = izin::terakhir(&**tx, id).await? else { return Ok(()) };
    let sql = "INSERT INTO penempatan_jawab (minta_id, jenis, alasan, pada, oleh)
        SELECT m.id, 'batal', $2, $3, $4 FROM penempatan_minta m WHERE m.gerai_layanan_id = $1
          AND NOT EXISTS (SELECT 1 FROM penempatan_jawab j WHERE j.minta_id = m.id) ON CONFLICT (minta_id) DO NOTHING";
    let putusan = if tx.jalankan(sql, nilai![id, alasan, tx.pada, hak.pelaku().akun]).await? > 0 { "batal" } else { "akhir" };
    let isi = serde_json::json!({ "mpp": z.mpp, "layanan": z.layanan, "putusan": putusan });
    let (tautan, sekali) = (format!("/layanan/mal/{}", z.id), format!("mpp-izin/{}/akhir", z.id));
    kabari(tx, "mpp-izin-akhir", &[Kepada::KepalaUnit(z.unit_id)], hak.pelaku(), &tautan, &isi, &sekali).await
}

/// The same for all that a gerai gives or asked for, before it closes.
pub(super) async fn gerai_tutup(tx: &Tx, hak: &KepalaMpp, gerai: GeraiId, alasan: &str) -> Hasil<()> {
    let semua = izin::mpp(&**tx, hak.mpp.unit_id).await?.into_iter().filter(|z| z.gerai_id == gerai);
    for z in semua.filter(|z| matches!(z.keadaan(), Keadaan::Ditunggu | Keadaan::Berlaku)) {
        batalkan(tx, hak, z.penempatan_id, alasan).await?;
    }
    Ok(())
}

/// The head's answer. A refusal needs a reason; then the service is not given there.
///
/// # Errors
/// `TidakDitemukan` for a request to another unit; `Keadaan`: `izin-sudah-dijawab`, `alasan-wajib`.
pub async fn jawab_izin(store: &Store, hak: &KepalaLayanan, id: IzinId, setuju: bool, alasan: &str) -> Hasil<()> {
    let alasan = if setuju { alasan.trim() } else { wajib(alasan, "alasan-wajib")? };
    let tx = store.mulai().await?;
    let (z, m) = buka(&tx, hak, id).await?;
    let jenis = if setuju { "setuju" } else { "tolak" };
    let sql =
        "INSERT INTO penempatan_jawab (minta_id, jenis, alasan, pada, oleh) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (minta_id) DO NOTHING";
    if z.keadaan() != Keadaan::Ditunggu || tx.jalankan(sql, nilai![id, jenis, alasan, tx.pada, hak.pelaku().akun]).await? == 0 {
        return Err(StoreError::Keadaan("izin-sudah-dijawab"));
    }
    if !setuju {
        akhiri(&tx, hak, &z, alasan).await?;
    }
    selesai(tx, hak, &z, &m, ("penempatan.jawab", jenis)).await
}

/// The unit takes its consent back: the service ends there at once, and people with a booking are told.
///
/// # Errors
/// `TidakDitemukan` for a request to another unit; `Keadaan`: `izin-tidak-berlaku`, `alasan-wajib`.
pub async fn cabut_izin(store: &Store, hak: &KepalaLayanan, id: IzinId, alasan: &str) -> Hasil<()> {
    let alasan = wajib(alasan, "alasan-wajib")?;
    let tx = store.mulai().await?;
    let (z, m) = buka(&tx, hak, id).await?;
    let sql = "INSERT INTO penempatan_cabut (minta_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4) ON CONFLICT (minta_id) DO NOTHING";
    if z.keadaan() != Keadaan::Berlaku || tx.jalankan(sql, nilai![id, alasan, tx.pada, hak.pelaku().akun]).await? == 0 {
        return Err(StoreError::Keadaan("izin-tidak-berlaku"));
    }
    akhiri(&tx, hak, &z, alasan).await?;
    pesanan::dampak_mpp(&tx, z.mpp_id).await?;
    selesai(tx, hak, &z, &m, ("penempatan.cabut", "cabut")).await
}

async fn buka(tx: &Tx, hak: &KepalaLayanan, id: IzinId) -> Hasil<(Izin, Mpp)> {
    let z = izin::satu(&**tx, id).await?;
    if z.unit_id != hak.unit.id {
        return Err(StoreError::TidakDitemukan);
    }
    let m = baca::dari_id(&**tx, z.mpp_id).await?;
    Ok((z, m))
}

async fn akhiri(tx: &Tx, hak: &KepalaLayanan, z: &Izin, alasan: &str) -> Hasil<()> {
    let sql = "INSERT INTO gerai_layanan_akhir (gerai_layanan_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4)
        ON CONFLICT (gerai_layanan_id) DO NOTHING";
    tx.jalankan(sql, nilai![z.penempatan_id, alasan, tx.pada, hak.pelaku().akun]).await.map(|_| ())
}

async fn selesai(tx: Tx, hak: &KepalaLayanan, z: &Izin, m: &Mpp, (aksi, putusan): (&'static str, &str)) -> Hasil<()> {
    let rincian = serde_json::json!({ "layanan": z.layanan_id, "mpp": z.mpp_id, "unit": z.unit_id, "putusan": putusan });
    catat(&tx, hak.pelaku(), [m.instansi_id, hak.instansi.id], aksi, z.penempatan_id, &rincian).await?;
    let isi = serde_json::json!({ "unit": z.unit, "layanan": z.layanan, "mpp": z.mpp, "putusan": putusan });
    let (tautan, sekali) = (format!("/mpp/{}/gerai/{}#izin", z.mpp_id, z.gerai_id), format!("mpp-izin/{}/{putusan}", z.id));
    kabari(&tx, "mpp-izin-jawab", &[Kepada::KepalaMpp(z.mpp_id)], hak.pelaku(), &tautan, &isi, &sekali).await?;
    tx.commit().await
}

async fn kabari(
    tx: &Tx,
    jenis: &'static str,
    kepada: &[Kepada],
    oleh: &Pelaku,
    tautan: &str,
    isi: &serde_json::Value,
    sekali: &str,
) -> Hasil<()> {
    let p = Pemberitahuan { jenis, kepada, kecuali: Some(oleh.akun), periode: None, lokus: None, tautan, isi, sekali };
    beri_tahu(tx, &p).await.map(|_| ())
}

/// Nobody waits at a gerai: no number of today, and no case that is still worked on there.
pub(super) async fn tanpa_orang(tx: &Tx, hak: &KepalaMpp, id: GeraiId) -> Hasil<()> {
    let h = super::halangan(&**tx, &hak.mpp, id, tx.pada).await?;
    match (h.nomor, h.permohonan) {
        (0, 0) => Ok(()),
        (0, _) => Err(StoreError::Keadaan("gerai-masih-permohonan")),
        _ => Err(StoreError::Keadaan("gerai-masih-antre")),
    }
}
