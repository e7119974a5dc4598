//! The mark of a role ([`crate::meterai`]): whose it is, which, where and for which days cannot be written by somebody who holds no key file.
//! A role without a valid mark is none; it goes when the role is taken away.

use crate::{
    Hasil, Kunci, Tx,
    id::{AkunId, PeranId},
    kueri::Kueri,
    meterai::Meterai,
    nilai,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// Columns of [`Tersimpan`], of `peran p`.
pub(crate) const KOLOM: &str = "p.id, p.akun_id, p.peran, p.instansi_id, p.unit_id, p.wilayah, p.periode_id, p.mulai, p.sampai, p.tanda";

/// A role as it is stored.
#[derive(FromQueryResult)]
pub(crate) struct Tersimpan {
    pub id: PeranId,
    pub akun_id: AkunId,
    pub peran: String,
    pub instansi_id: Option<Uuid>,
    pub unit_id: Option<Uuid>,
    pub wilayah: Option<String>,
    pub periode_id: Option<Uuid>,
    pub mulai: Option<String>,
    pub sampai: Option<String>,
    pub tanda: Option<Vec<u8>>,
}

impl Tersimpan {
    /// Roles after `setelah` that were not taken away, in pages of 1,000.
    pub(crate) async fn halaman<C: ConnectionTrait>(c: &C, setelah: Uuid) -> Hasil<Vec<Self>> {
        let sql = format!(
            "SELECT {KOLOM} FROM peran p LEFT JOIN peran_cabut c ON c.peran_id = p.id
             WHERE c.peran_id IS NULL AND p.id > $1 ORDER BY p.id LIMIT 1000"
        );
        c.semua(&sql, nilai![setelah]).await
    }

    fn meterai(&self) -> Meterai {
        Meterai::atas("peran")
            .id(Some(self.id.0))
            .id(Some(self.akun_id.0))
            .teks(Some(&self.peran))
            .id(self.instansi_id)
            .id(self.unit_id)
            .teks(self.wilayah.as_deref())
            .id(self.periode_id)
            .teks(self.mulai.as_deref())
            .teks(self.sampai.as_deref())
    }

    pub(crate) fn sah(&self, kunci: &Kunci) -> bool {
        self.meterai().sah(kunci, self.tanda.as_deref())
    }
}

/// Marks a role that was just written.
pub(super) async fn tandai(tx: &Tx, id: PeranId) -> Hasil<()> {
    let t: Tersimpan = tx.satu(&format!("SELECT {KOLOM} FROM peran p WHERE p.id = $1"), nilai![id]).await?;
    tulis(&**tx, &t, &tx.kunci).await
}

/// The mark goes with the role: it does not come back by taking its withdrawal away.
pub(super) async fn hapus(tx: &Tx, id: PeranId) -> Hasil<()> {
    tx.jalankan("UPDATE peran SET tanda = NULL WHERE id = $1", nilai![id]).await.map(drop)
}

async fn tulis<C: ConnectionTrait>(c: &C, t: &Tersimpan, kunci: &Kunci) -> Hasil<()> {
    c.jalankan("UPDATE peran SET tanda = $2 WHERE id = $1", nilai![t.id, t.meterai().buat(kunci)]).await.map(drop)
}

/// Marks roles without a mark as they stand: at the upgrade, and of people who were all made at once.
pub(crate) async fn tandai_lama<C: ConnectionTrait>(c: &C, kunci: &Kunci) -> Hasil<()> {
    ubah(c, kunci, |t| t.tanda.is_none()).await
}

/// After a leak: what the old key marked is marked by the new one.
pub(crate) async fn ulang(tx: &Tx, baru: &Kunci) -> Hasil<()> {
    ubah(&**tx, baru, |t| t.sah(&tx.kunci)).await
}

async fn ubah<C: ConnectionTrait>(c: &C, kunci: &Kunci, yang: impl Fn(&Tersimpan) -> bool) -> Hasil<()> {
    let mut setelah = Uuid::nil();
    loop {
        let semua = Tersimpan::halaman(c, setelah).await?;
        let Some(akhir) = semua.last() else { return Ok(()) };
        setelah = akhir.id.0;
        for t in semua.iter().filter(|t| yang(t)) {
            tulis(c, t, kunci).await?;
        }
    }
}
