//! Whether who signs still may, asked again inside the transaction: between opening the page and pressing the button a role may have
//! been taken away or an appointment ended.

use super::Penanda;
use crate::{
    Hasil, StoreError, Tx,
    kueri::{self, Kueri, Value},
    nilai,
    peran::Peran,
    persiapan::benturan,
};

/// # Errors
/// `Keadaan`: `ba-hak-berakhir`; `benturan-ada` for an evaluator who declared a conflict of interest.
pub(super) async fn periksa(tx: &Tx, hak: &Penanda) -> Hasil<()> {
    let akun = hak.pelaku().akun;
    let ada = match hak {
        Penanda::Evaluator(h) => {
            benturan::harus_tanpa(tx, h).await?;
            let sql = "SELECT COUNT(*) AS n FROM penugasan g JOIN penetapan t ON t.penugasan_id = g.id
                LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id WHERE g.lokus_id = $1 AND g.akun_id = $2 AND x.penugasan_id IS NULL";
            tx.angka(sql, nilai![h.lokus.id, akun]).await?
        }
        Penanda::Unit(_) => peran(tx, hak, Peran::UnitKepala).await?,
        Penanda::Penanggungjawab(_) => peran(tx, hak, Peran::Penanggungjawab).await?,
    };
    let berhenti = "SELECT COUNT(*) AS n FROM akun_nonaktif WHERE akun_id = $1";
    if ada == 0 || tx.angka(berhenti, nilai![akun]).await? > 0 {
        return Err(StoreError::Keadaan("ba-hak-berakhir"));
    }
    Ok(())
}

/// How many of the roles with which he came he still has.
async fn peran(tx: &Tx, hak: &Penanda, jenis: Peran) -> Hasil<i64> {
    let id: Vec<Value> = hak.pelaku().peran.iter().filter(|p| p.peran == jenis).map(|p| p.id.into()).collect();
    if id.is_empty() {
        return Ok(0);
    }
    let tempat = kueri::tempat(1..=id.len());
    let sql = format!(
        "SELECT COUNT(*) AS n FROM peran p LEFT JOIN peran_cabut c ON c.peran_id = p.id WHERE p.id IN ({tempat}) AND c.peran_id IS NULL"
    );
    tx.angka(&sql, id).await
}
