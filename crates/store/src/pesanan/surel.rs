//! Mails to people who booked: which one is due is decided here, once an occasion; its text is made when it leaves. The job holds no
//! address, so nothing of it is left once the contact is removed.

use super::baca::{self, Lihat};
use super::kontak::SUREL;
use crate::{
    Hasil, Store, Tx,
    gerbang::{Perkara, kabari},
    id::PesananId,
    identitas::{Milik, Tersegel},
    kueri::Kueri,
    nilai,
    pemberitahuan::surel::ZONA,
    waktu::zona_waktu,
};
use jiff::civil::time;
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};

/// Kind of the job; its content is [`Kiriman`].
pub const PESANAN: &str = "pesanan";
/// Reminders leave from this local time on, the day before.
const PUKUL: i8 = 8;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kiriman {
    pub pesanan: PesananId,
    /// `pasti`, `pindah/…`, `ingat/…`, `dampak/…` or `kembali/…`.
    pub perihal: String,
}

/// Asks for a mail, and a short message, in the caller's transaction. Nothing happens without an address or a number, or when this
/// occasion had its news.
pub(super) async fn antrekan(tx: &Tx, pesanan: PesananId, perihal: &str) -> Hasil<bool> {
    let surat = Kiriman { pesanan, perihal: perihal.to_owned() };
    kabari(tx, (Perkara::Pesanan, pesanan.0), perihal, (PESANAN, &surat)).await
}

/// What a mail needs when it leaves.
#[derive(Debug, Clone)]
pub struct Isi {
    pub pesanan: Lihat,
    pub kepada: String,
    pub bahasa: String,
}

#[derive(FromQueryResult)]
struct Alamat {
    surel: Tersegel,
    bahasa: String,
}

/// The booking and the address; `None` when the mail is of no use any more: the contact is gone, or the matter is settled.
pub async fn isi(store: &Store, k: &Kiriman) -> Hasil<Option<Isi>> {
    let sql = "SELECT surel, bahasa FROM pesanan_kontak WHERE pesanan_id = $1 AND surel IS NOT NULL";
    let Some(a) = store.baca().mungkin::<Alamat>(sql, nilai![k.pesanan]).await? else { return Ok(None) };
    let kepada = a.surel.buka(store.kunci(), Milik(SUREL, k.pesanan.0))?;
    Ok(masih(store, k).await?.map(|pesanan| Isi { pesanan, kepada, bahasa: a.bahasa }))
}

/// The booking, while the news is still of use.
pub async fn masih(store: &Store, k: &Kiriman) -> Hasil<Option<Lihat>> {
    let pesanan = baca::dari_id(store.baca(), k.pesanan).await?;
    let perlu = match k.perihal.split('/').next() {
        Some("dampak") => pesanan.terbuka.is_some(),
        Some("ingat") => pesanan.terbuka.is_none() && k.perihal == perihal_ingat(&pesanan),
        _ => true,
    };
    let perlu = perlu && pesanan.dapat_diubah(store.sekarang());
    Ok(perlu.then_some(pesanan))
}

fn perihal_ingat(l: &Lihat) -> String {
    format!("ingat/{}/{}", l.tanggal, super::pukul(l.mulai))
}

#[derive(FromQueryResult)]
struct Calon {
    id: PesananId,
    perihal: String,
}

/// Asks for the reminders of tomorrow's bookings, from 08.00 local time on. One made today has its confirmation instead. Each slot
/// once, however often this runs. Returns how many.
pub async fn ingatkan(store: &Store) -> Hasil<u64> {
    let mut n = 0;
    for zona in ZONA {
        let kini = store.sekarang().timestamp().to_zoned(zona_waktu(zona));
        if kini.hour() < PUKUL {
            continue;
        }
        let awal =
            kini.date().to_datetime(time(0, 0, 0, 0)).to_zoned(zona_waktu(zona)).map_or(i64::MAX, |z| z.timestamp().as_microsecond());
        let besok = kini.date().tomorrow().map(|h| h.to_string()).unwrap_or_default();
        let sql = "SELECT p.id, 'ingat/' || p.tanggal || '/' || p.mulai AS perihal FROM pesanan p JOIN gerai_layanan gl ON gl.id = p.gerai_layanan_id
            JOIN unit u ON u.id = gl.mpp_id JOIN instansi i ON i.id = u.instansi_id LEFT JOIN pesanan_kontak k ON k.pesanan_id = p.id
            LEFT JOIN gerbang_kontak g ON g.perkara = 'pesanan' AND g.perkara_id = p.id
            LEFT JOIN pesanan_batal b ON b.pesanan_id = p.id
            LEFT JOIN pesanan_surel s ON s.pesanan_id = p.id AND s.perihal = 'ingat/' || p.tanggal || '/' || p.mulai
            WHERE p.tanggal = $1 AND i.zona = $2 AND p.dibuat < $3 AND b.pesanan_id IS NULL AND s.pesanan_id IS NULL
              AND (k.surel IS NOT NULL OR g.perkara_id IS NOT NULL)
            ORDER BY p.id LIMIT 10000";
        for c in store.baca().semua::<Calon>(sql, nilai![besok, zona, awal]).await? {
            let tx = store.mulai().await?;
            n += u64::from(antrekan(&tx, c.id, &c.perihal).await?);
            tx.commit().await?;
        }
    }
    Ok(n)
}

/// Removes addresses and numbers of bookings whose day is over. The booking itself stays, and names nobody.
pub async fn bersihkan(store: &Store) -> Hasil<u64> {
    // The westernmost zone is the last to see a day end.
    let hari = store.sekarang().hari("WIB").to_string();
    // From the few contacts to their bookings, not from all bookings that ever were.
    let lama = "EXISTS (SELECT 1 FROM pesanan p WHERE p.id = pesanan_kontak.pesanan_id AND p.tanggal < $1)";
    if store.baca().angka(&format!("SELECT COUNT(*) AS n FROM pesanan_kontak WHERE {lama}"), nilai![hari.as_str()]).await? == 0 {
        return Ok(0);
    }
    let tx = store.mulai().await?;
    let n = tx.jalankan(&format!("DELETE FROM pesanan_kontak WHERE {lama}"), nilai![hari.as_str()]).await?;
    tx.commit().await?;
    Ok(n)
}
