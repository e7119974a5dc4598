//! Attempts at a secret that can be guessed. An attempt is counted before the secret is looked at, so that many at the same moment
//! are no way around the limit; a right one is given back.

use crate::{Hasil, Store, Tx, kueri::Kueri, nilai};
use std::net::IpAddr;

/// Attempts allowed per window of 15 minutes: for one account, and for one address (an office shares one).
pub(crate) const BATAS_AKUN: i64 = 10;
const BATAS_ALAMAT: i64 = 100;
const JENDELA_DETIK: i64 = 15 * 60;

/// One attempt that was counted.
pub(crate) struct Percobaan {
    kunci: Vec<(String, i64)>,
    jendela: i64,
}

/// What attempts from one address are counted under.
pub(crate) fn dari_alamat(alamat: &str) -> (String, i64) {
    (format!("alamat:{}", kelompok_alamat(alamat)), BATAS_ALAMAT)
}

impl Percobaan {
    /// Counts one attempt under every key; `Err` with the seconds to wait when one of them is over its limit, and then none is counted.
    pub(crate) async fn pesan(store: &Store, kunci: Vec<(String, i64)>) -> Hasil<Result<Self, i64>> {
        let detik = store.sekarang().0 / 1_000_000;
        let p = Self { kunci, jendela: detik / JENDELA_DETIK };
        let sisa = (p.jendela + 1) * JENDELA_DETIK - detik;
        Ok(if p.hitung(store).await? { Ok(p) } else { Err(sisa.max(1)) })
    }

    /// It was the right secret, which is no attempt.
    pub(crate) async fn kembalikan(&self, tx: &Tx) -> Hasil<()> {
        for (k, _) in &self.kunci {
            let sql = "UPDATE percobaan_masuk SET jumlah = jumlah - 1 WHERE kunci = $1 AND jendela = $2";
            tx.jalankan(sql, nilai![k.as_str(), self.jendela]).await?;
        }
        Ok(())
    }

    /// How many stand under the first key in this window, this one included.
    pub(crate) async fn jumlah(&self, tx: &Tx) -> Hasil<i64> {
        let Some((k, _)) = self.kunci.first() else { return Ok(0) };
        tx.angka("SELECT jumlah AS n FROM percobaan_masuk WHERE kunci = $1 AND jendela = $2", nilai![k.as_str(), self.jendela]).await
    }

    /// Number of the quarter of an hour.
    pub(crate) fn jendela(&self) -> i64 {
        self.jendela
    }

    async fn hitung(&self, store: &Store) -> Hasil<bool> {
        const HITUNG: &str = "SELECT jumlah AS n FROM percobaan_masuk WHERE kunci = $1 AND jendela = $2";
        for (k, batas) in &self.kunci {
            // A held account costs no write.
            if store.baca().angka(HITUNG, nilai![k.as_str(), self.jendela]).await? >= *batas {
                return Ok(false);
            }
        }
        let tx = store.mulai().await?;
        for (k, batas) in &self.kunci {
            tx.jalankan(
                "INSERT INTO percobaan_masuk (kunci, jendela, jumlah) VALUES ($1, $2, 1)
                 ON CONFLICT (kunci, jendela) DO UPDATE SET jumlah = percobaan_masuk.jumlah + 1",
                nilai![k.as_str(), self.jendela],
            )
            .await?;
            if tx.angka(HITUNG, nilai![k.as_str(), self.jendela]).await? > *batas {
                return Ok(false);
            }
        }
        tx.jalankan("DELETE FROM percobaan_masuk WHERE jendela < $1", nilai![self.jendela - 8]).await?;
        tx.commit().await?;
        Ok(true)
    }
}

/// Whose attempts are counted together: an IPv4 address, or the /64 that one IPv6 line has to itself.
fn kelompok_alamat(alamat: &str) -> String {
    match alamat.parse::<IpAddr>().map(|ip| ip.to_canonical()) {
        Ok(IpAddr::V6(ip)) => format!("{}/64", std::net::Ipv6Addr::from_bits(ip.to_bits() & !u128::from(u64::MAX))),
        Ok(ip) => ip.to_string(),
        Err(_) => alamat.to_owned(),
    }
}
