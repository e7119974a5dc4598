//! News of a case for those who handle it: officers placed at its gerai today, and the unit's head when it is late.

use super::{DARI, KOLOM, Permohonan};
use crate::{
    Hasil, Store, Tx,
    id::{AkunId, GeraiId, PermohonanId},
    kait,
    kueri::Kueri,
    layanan::{HARI, hari_ini},
    nilai,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
};
use sea_orm::FromQueryResult;

#[derive(FromQueryResult)]
struct Orang {
    akun_id: AkunId,
}

async fn petugas(tx: &Tx, gerai: GeraiId, hari: &str) -> Hasil<Vec<Kepada>> {
    let sql = "SELECT DISTINCT x.akun_id FROM pelaksana x WHERE x.gerai_id = $1 AND x.mulai <= $2 AND (x.sampai IS NULL OR x.sampai >= $2)
        AND NOT EXISTS (SELECT 1 FROM pelaksana_akhir y WHERE y.pelaksana_id = x.id) LIMIT 200";
    Ok(tx.semua::<Orang>(sql, nilai![gerai, hari]).await?.into_iter().map(|o| Kepada::Akun(o.akun_id)).collect())
}

/// Tells the officers of the gerai. Service and code of the case only: no name of a citizen.
pub(crate) async fn kabari(tx: &Tx, p: &Permohonan, jenis: &'static str, kecuali: Option<AkunId>) -> Hasil<()> {
    let kepada = petugas(tx, p.gerai_id, &tx.pada.hari(&p.zona).to_string()).await?;
    kirim(tx, p, jenis, &kepada, kecuali, &format!("{jenis}/{}/{}", p.id, p.versi)).await.map(drop)
}

async fn kirim(tx: &Tx, p: &Permohonan, jenis: &'static str, kepada: &[Kepada], kecuali: Option<AkunId>, sekali: &str) -> Hasil<u64> {
    let isi = serde_json::json!({ "layanan": p.layanan, "gerai": p.gerai });
    let tautan = format!("/berkas/{}", p.id);
    beri_tahu(tx, &Pemberitahuan { jenis, kepada, kecuali, periode: None, lokus: None, tautan: &tautan, isi: &isi, sekali }).await
}

/// Tells other programs of a new state: which service and where, no code and no value of a citizen.
pub(super) async fn program(tx: &Tx, p: &Permohonan, langkah: &str, keadaan: &str) -> Hasil<()> {
    let data =
        serde_json::json!({ "permohonan": p.id, "mpp": p.mpp_kode, "layanan": p.layanan_kode, "langkah": langkah, "keadaan": keadaan });
    kait::siarkan(tx, kait::Peristiwa::PermohonanKeadaan, p.instansi_id, &data).await
}

/// Cases that are read at once.
const SEKALI: usize = 200;

/// Tells the gerai and the unit's head once of every case whose promise was broken. Returns to how many it was news.
/// Page by page: cases that stay late never stand before the others.
pub async fn ingatkan(store: &Store) -> Hasil<u64> {
    let hari = HARI.replace("i.zona", "im.zona");
    let sql = format!("SELECT {KOLOM} {DARI} WHERE p.tuntas IS NULL AND p.tenggat < {hari} AND p.id > $4 ORDER BY p.id LIMIT {SEKALI}");
    let (mut baru, mut setelah) = (0, PermohonanId(uuid::Uuid::nil()));
    loop {
        let mut v = hari_ini(store.sekarang());
        v.push(setelah.into());
        let lewat: Vec<Permohonan> = store.baca().semua(&sql, v).await?;
        for p in &lewat {
            let tx = store.mulai().await?;
            let mut kepada = petugas(&tx, p.gerai_id, &tx.pada.hari(&p.zona).to_string()).await?;
            kepada.push(Kepada::KepalaUnit(p.unit_id));
            let sekali = format!("permohonan-lewat/{}/{}", p.id, p.tenggat.as_deref().unwrap_or_default());
            baru += kirim(&tx, p, "permohonan-lewat", &kepada, None, &sekali).await?;
            tx.commit().await?;
        }
        match lewat.last() {
            Some(p) if lewat.len() == SEKALI => setelah = p.id,
            _ => return Ok(baru),
        }
    }
}
