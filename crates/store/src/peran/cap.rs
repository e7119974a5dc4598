//! The mark of a role ([`crate::meterai`]): whose it is, which, where, for which days, and for one of single sign-on by which line and when the
//! provider last stated it cannot be written by somebody who holds no key file. A role without a valid mark is none; it goes when the role is
//! taken away.

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
pub(crate) const KOLOM: &str = "p.id, p.akun_id, p.peran, p.instansi_id, p.unit_id, p.wilayah, p.periode_id, p.mulai, p.sampai, p.tanda,
    (SELECT s.peta_id FROM sso_peran s WHERE s.peran_id = p.id) AS sso_peta, (SELECT s.pada FROM sso_peran s WHERE s.peran_id = p.id) AS sso_pada";

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
    sso_peta: Option<Uuid>,
    sso_pada: Option<i64>,
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
        let m = self.meterai_lama();
        if self.sso_peta.is_none() { m } else { m.teks(Some("sso")).id(self.sso_peta).angka(self.sso_pada) }
    }

    /// As the mark of every role was before [`crate::meterai::MIGRASI_SANDI`], and as that of one that a person gave is still.
    fn meterai_lama(&self) -> Meterai {
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

/// Marks a role that was just written, or whose mark held and of which the provider spoke again.
pub(crate) async fn tandai(tx: &Tx, id: PeranId) -> Hasil<()> {
    let t: Tersimpan = tx.satu(&format!("SELECT {KOLOM} FROM peran p WHERE p.id = $1"), nilai![id]).await?;
    tulis(&**tx, &t, &tx.kunci).await
}

/// Whether a role holds its mark; what holds none is said in the log.
pub(crate) async fn bertanda(tx: &Tx, id: PeranId) -> Hasil<bool> {
    let t: Tersimpan = tx.satu(&format!("SELECT {KOLOM} FROM peran p WHERE p.id = $1"), nilai![id]).await?;
    let sah = t.sah(&tx.kunci);
    if !sah {
        tracing::error!(akun = %t.akun_id, peran = %id, "a role was not given by this installation; it opens nothing");
    }
    Ok(sah)
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

/// Marks of roles from single sign-on, from before they said so, once they are found to hold.
pub(crate) async fn tandai_sso<C: ConnectionTrait>(c: &C, kunci: &Kunci) -> Hasil<()> {
    ubah(c, kunci, |t| t.sso_peta.is_some() && t.meterai_lama().sah(kunci, t.tanda.as_deref())).await
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

#[cfg(test)]
mod tests {
    use crate::{
        Jam, Store, Sumber,
        akun::{self, AkunBaru},
        kueri::Kueri,
        nilai,
        peran::{self, Lingkup, Peran},
    };

    #[tokio::test]
    async fn roles_of_single_sign_on_say_so_from_the_upgrade_on() {
        let tmp = tempfile::tempdir().unwrap();
        let s = Store::buka(tmp.path(), &Sumber::Sqlite, Jam::default()).await.unwrap();
        let tx = s.mulai().await.unwrap();
        let akun = akun::tambah(&tx, None, AkunBaru { nama: "A", surel: "a@b.id", jabatan: "", sandi: None }).await.unwrap();
        peran::beri(&tx, None, akun, Peran::Admin, &Lingkup::Instalasi).await.unwrap();
        // As before the upgrade: the mark says nothing of the provider.
        let dari_sso = peran::beri(&tx, None, akun, Peran::Nasional, &Lingkup::Instalasi).await.unwrap();
        let peta = crate::id::baru();
        let sql =
            "INSERT INTO sso_peta (id, penerbit, klaim, isi, peran, pada, oleh) VALUES ($1, 'https://sso', 'g', 'x', 'nasional', 1, $2)";
        tx.jalankan(sql, nilai![peta, akun]).await.unwrap();
        tx.jalankan("INSERT INTO sso_peran (peran_id, peta_id, pada) VALUES ($1, $2, 1)", nilai![dari_sso, peta]).await.unwrap();
        tx.jalankan("ALTER TABLE akun DROP COLUMN tanda_sandi", nilai![]).await.unwrap();
        tx.jalankan("DELETE FROM migrasi WHERE nama = $1", nilai![crate::meterai::MIGRASI_SANDI]).await.unwrap();
        tx.commit().await.unwrap();
        let punya = async |s: &Store| peran::milik(s, akun, "2026-11-23").await.unwrap().into_iter().map(|p| p.peran).collect::<Vec<_>>();
        assert_eq!(punya(&s).await, [Peran::Admin]);
        s.tutup().await.unwrap();
        let s = Store::buka(tmp.path(), &Sumber::Sqlite, Jam::default()).await.unwrap();
        assert_eq!(punya(&s).await, [Peran::Admin, Peran::Nasional]);
        let tx = s.mulai().await.unwrap();
        tx.jalankan("DELETE FROM sso_peran", nilai![]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(punya(&s).await, [Peran::Admin]);
    }
}
