//! Roles that follow from what the provider states: given when it states them, ended when it no longer does, or has not for a month.

use super::{Identitas, cap};
use crate::{
    Hasil, Store, StoreError, Tx,
    hak::Pelaku,
    id::{AkunId, InstansiId, PeranId, SsoPetaId, UnitId},
    kueri::Kueri,
    nilai,
    peran::{self, Lingkup, Masa, Peran},
};
use sea_orm::FromQueryResult;

/// A role that was not stated again for so long ends, also without a sign-in.
const USANG_DETIK: i64 = 30 * 24 * 3600;

#[derive(Debug, FromQueryResult)]
struct Peta {
    id: SsoPetaId,
    klaim: String,
    isi: String,
    peran: String,
    instansi_id: Option<InstansiId>,
    unit_id: Option<UnitId>,
    instansi_unit: Option<InstansiId>,
    wilayah: Option<String>,
    sampai: Option<String>,
}

impl Peta {
    fn lingkup(&self) -> Lingkup {
        match (self.unit_id.zip(self.instansi_unit), self.instansi_id, &self.wilayah) {
            (Some((unit, instansi)), ..) => Lingkup::Unit { unit, instansi },
            (None, Some(i), _) => Lingkup::Instansi(i),
            (None, None, Some(w)) => Lingkup::Wilayah(w.clone()),
            (None, None, None) => Lingkup::Instalasi,
        }
    }
}

#[derive(FromQueryResult)]
struct Punya {
    peran_id: PeranId,
    peta_id: SsoPetaId,
    akun_id: AkunId,
}

const PUNYA: &str = "SELECT s.peran_id, s.peta_id, p.akun_id FROM sso_peran s JOIN peran p ON p.id = s.peran_id
    LEFT JOIN peran_cabut c ON c.peran_id = s.peran_id WHERE c.peran_id IS NULL";

/// Lines of the table that hold today and fit what the provider states.
async fn cocok(tx: &Tx, i: &Identitas<'_>) -> Hasil<Vec<Peta>> {
    let sql = "SELECT m.id, m.klaim, m.isi, m.peran, m.instansi_id, m.unit_id, u.instansi_id AS instansi_unit, m.wilayah, m.sampai
        FROM sso_peta m LEFT JOIN sso_peta_cabut c ON c.peta_id = m.id LEFT JOIN unit u ON u.id = m.unit_id
        WHERE m.penerbit = $1 AND c.peta_id IS NULL AND (m.mulai IS NULL OR m.mulai <= $2) AND (m.sampai IS NULL OR m.sampai >= $2)
        ORDER BY m.id LIMIT 5000";
    let semua: Vec<Peta> = tx.semua(sql, nilai![i.penerbit, tx.pada.hari("WIT").to_string()]).await?;
    let mut sah = Vec::new();
    for p in semua.into_iter().filter(|p| i.menyatakan(&p.klaim, &p.isi)) {
        if cap::peta_sah(tx, p.id.0).await? {
            sah.push(p);
        }
    }
    Ok(sah)
}

/// Whether any role follows.
pub(super) async fn ada_peran(tx: &Tx, i: &Identitas<'_>) -> Hasil<bool> {
    Ok(!cocok(tx, i).await?.is_empty())
}

/// Gives and ends roles until they are what the provider states today. Roles that an administrator gave stay.
pub(super) async fn selaraskan(tx: &Tx, i: &Identitas<'_>, akun: AkunId) -> Hasil<()> {
    let mau = cocok(tx, i).await?;
    let semua: Vec<Punya> = tx.semua(&format!("{PUNYA} AND p.akun_id = $1 ORDER BY s.peran_id LIMIT 5000"), nilai![akun]).await?;
    let mut punya = Vec::with_capacity(semua.len());
    for p in semua {
        if mau.iter().any(|m| m.id == p.peta_id) && peran::cap::bertanda(tx, p.peran_id).await? {
            tx.jalankan("UPDATE sso_peran SET pada = $2 WHERE peran_id = $1", nilai![p.peran_id, tx.pada]).await?;
            peran::cap::tandai(tx, p.peran_id).await?;
            punya.push(p.peta_id);
        } else {
            peran::cabut(tx, None, akun, p.peran_id).await?;
        }
    }
    for m in mau.iter().filter(|m| !punya.contains(&m.id)) {
        let jenis: Peran = m.peran.parse()?;
        let sampai = m.sampai.as_ref().map(|s| s.parse()).transpose();
        let masa = Masa { sampai: sampai.map_err(|_| StoreError::Rusak(format!("last day of {}", m.id)))?, ..Masa::default() };
        let id = peran::beri_selama(tx, None, akun, jenis, &m.lingkup(), &masa).await?;
        tx.jalankan("INSERT INTO sso_peran (peran_id, peta_id, pada) VALUES ($1, $2, $3)", nilai![id, m.id, tx.pada]).await?;
        peran::cap::tandai(tx, id).await?;
    }
    Ok(())
}

async fn akhiri(tx: &Tx, oleh: Option<&Pelaku>, syarat: &str, n: Vec<crate::kueri::Value>) -> Hasil<usize> {
    let punya: Vec<Punya> = tx.semua(&format!("{PUNYA} AND {syarat} ORDER BY s.peran_id LIMIT 100000"), n).await?;
    for p in &punya {
        peran::cabut(tx, oleh, p.akun_id, p.peran_id).await?;
    }
    Ok(punya.len())
}

/// Ends what one line of the table gave, for everybody.
pub(super) async fn akhiri_peta(tx: &Tx, oleh: &Pelaku, peta: SsoPetaId) -> Hasil<usize> {
    akhiri(tx, Some(oleh), "s.peta_id = $1", nilai![peta]).await
}

/// Ends what the provider gave one account.
pub(super) async fn akhiri_semua(tx: &Tx, oleh: Option<&Pelaku>, akun: AkunId) -> Hasil<usize> {
    akhiri(tx, oleh, "p.akun_id = $1", nilai![akun]).await
}

/// Ends what the provider has not stated for a month: who left the agency does not sign in any more. Gives how many.
pub async fn akhiri_usang(store: &Store) -> Hasil<usize> {
    let batas = store.sekarang().tambah_detik(-USANG_DETIK);
    if store.baca().angka("SELECT COUNT(*) AS n FROM sso_peran WHERE pada < $1", nilai![batas]).await? == 0 {
        return Ok(0);
    }
    let tx = store.mulai().await?;
    let n = akhiri(&tx, None, "s.pada < $1", nilai![batas]).await?;
    tx.commit().await?;
    Ok(n)
}
