//! Whether signing in to an account has a second step, so that it cannot be taken away by taking rows away: a mark of this installation on
//! the account ([`crate::meterai`]), and what the audit log says. Without a mark of either kind it has one.

use crate::{Hasil, Kunci, Store, Tx, audit, id::AkunId, kueri::Kueri, meterai::Meterai, nilai};
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde_json::Value;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Events that [`Menyala`] reads.
pub(crate) const AKSI: [&str; 3] = ["faktor.nyala", "faktor.mati", "faktor.setel-ulang"];

fn meterai(akun: AkunId, ada: bool) -> Meterai {
    Meterai::atas("akun.faktor").id(Some(akun.0)).angka(Some(i64::from(ada)))
}

/// What a mark says; `None` for one that this installation did not make.
pub(crate) fn baca(kunci: &Kunci, akun: AkunId, tanda: Option<&[u8]>) -> Option<bool> {
    [true, false].into_iter().find(|ada| meterai(akun, *ada).sah(kunci, tanda))
}

/// Writes down that there is one, or none, in the transaction that makes it so.
pub(crate) async fn tulis(tx: &Tx, akun: AkunId, ada: bool) -> Hasil<()> {
    let tanda = meterai(akun, ada).buat(&tx.kunci);
    tx.jalankan("UPDATE akun SET tanda_faktor = $2 WHERE id = $1", nilai![akun, tanda]).await.map(drop)
}

#[derive(FromQueryResult)]
pub(crate) struct Baris {
    pub id: AkunId,
    pub tanda_faktor: Option<Vec<u8>>,
    terpasang: i64,
}

impl Baris {
    /// Whether rows of one stand.
    pub(crate) fn terpasang(&self) -> bool {
        self.terpasang > 0
    }
}

/// Accounts after `setelah`, in pages of 1,000.
pub(crate) async fn halaman<C: ConnectionTrait>(c: &C, setelah: Uuid) -> Hasil<Vec<Baris>> {
    let sql = "SELECT a.id, a.tanda_faktor, (SELECT COUNT(*) FROM totp t WHERE t.akun_id = a.id)
          + (SELECT COUNT(*) FROM kunci_sandi k WHERE k.akun_id = a.id) AS terpasang
        FROM akun a WHERE a.id > $1 ORDER BY a.id LIMIT 1000";
    c.semua(sql, nilai![setelah]).await
}

/// Marks accounts that have no mark as their rows stand: at the upgrade, and of people who were all made at once.
pub(crate) async fn tandai_lama<C: ConnectionTrait>(c: &C, kunci: &Kunci) -> Hasil<()> {
    ubah(c, |b| b.tanda_faktor.is_none().then(|| meterai(b.id, b.terpasang()).buat(kunci))).await
}

/// After a leak: what the old key marked is marked by the new one, in the transaction that names it.
pub(crate) async fn ulang(tx: &Tx, baru: &Kunci) -> Hasil<()> {
    ubah(&**tx, |b| Some(meterai(b.id, baca(&tx.kunci, b.id, b.tanda_faktor.as_deref())?).buat(baru))).await
}

async fn ubah<C: ConnectionTrait>(c: &C, tanda: impl Fn(&Baris) -> Option<Vec<u8>>) -> Hasil<()> {
    let mut setelah = Uuid::nil();
    loop {
        let semua = halaman(c, setelah).await?;
        let Some(akhir) = semua.last() else { return Ok(()) };
        setelah = akhir.id.0;
        for b in &semua {
            if let Some(tanda) = tanda(b) {
                c.jalankan("UPDATE akun SET tanda_faktor = $2 WHERE id = $1", nilai![b.id, tanda]).await?;
            }
        }
    }
}

/// Second steps that were turned on and not off again, by the audit log: the app by its kind, each passkey by its id.
#[derive(Debug, Default)]
pub(crate) struct Menyala(BTreeSet<String>);

impl Menyala {
    /// Takes the next event of one account, oldest first.
    pub(crate) fn catat(&mut self, aksi: &str, rincian: &Value) {
        let apa = ["kunci", "cara"].iter().find_map(|m| rincian.get(m).and_then(Value::as_str)).unwrap_or_default();
        match aksi {
            "faktor.nyala" => drop(self.0.insert(apa.to_owned())),
            "faktor.mati" => drop(self.0.remove(apa)),
            "faktor.setel-ulang" => self.0.clear(),
            _ => {}
        }
    }

    pub(crate) fn ada(&self) -> bool {
        !self.0.is_empty()
    }
}

/// Whether the audit log says that there is one.
pub(super) async fn tercatat(store: &Store, akun: AkunId) -> Hasil<bool> {
    let mut menyala = Menyala::default();
    for (aksi, _, rincian) in audit::tertulis_beraksi(store, &AKSI, "akun", Some(akun.0)).await?.iter().rev() {
        menyala.catat(aksi, rincian);
    }
    Ok(menyala.ada())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_last_one_off_leaves_none() {
        let mut m = Menyala::default();
        let (app, satu) = (json!({ "cara": "kode" }), json!({ "cara": "kunci-sandi", "kunci": "1" }));
        m.catat("faktor.nyala", &app);
        m.catat("faktor.nyala", &satu);
        m.catat("faktor.mati", &app);
        assert!(m.ada());
        m.catat("faktor.mati", &satu);
        assert!(!m.ada());
        m.catat("faktor.nyala", &app);
        m.catat("faktor.setel-ulang", &json!({}));
        assert!(!m.ada());
    }

    #[test]
    fn a_mark_is_of_one_account_and_one_answer() {
        let (kunci, a) = (Kunci::dari_benih([7; 32]), AkunId::baru());
        for ada in [true, false] {
            let tanda = meterai(a, ada).buat(&kunci);
            assert_eq!(baca(&kunci, a, Some(&tanda)), Some(ada));
            assert_eq!(baca(&kunci, AkunId::baru(), Some(&tanda)), None);
        }
        assert_eq!(baca(&kunci, a, None), None);
    }
}
