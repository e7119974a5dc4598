//! The sending of one message: whether it may leave now, and how a try ended. Never twice: where nobody knows whether the gateway took
//! it, it is not tried again, since the page of the matter says the same.

use super::{Perkara, Saluran, kontak};
use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    kueri::Kueri,
    nilai,
    pekerjaan::{self, Pekerjaan},
    pemberitahuan::{self, Kepada, Pemberitahuan},
    waktu::zona_waktu,
};
use jiff::{Span, civil::Time};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// Kind of the job; its content is the id of the message.
pub const GERBANG: &str = "gerbang";
/// Occasion of the first message, which confirms the number.
pub const DAFTAR: &str = "daftar";
/// A queue number that was called is told at once or not at all.
const BASI_DETIK: i64 = 300;
/// Other news is of no use after so long.
const BASI_HARI: i64 = 3;
/// Days that what was sent stays on record.
const SIMPAN_HARI: i64 = 400;

/// Hours of the day in which nobody is disturbed; equal: there are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tenang {
    pub mulai: Time,
    pub sampai: Time,
}

impl Tenang {
    /// The end of the quiet hours that `kini` falls in.
    #[must_use]
    pub fn akhir(self, kini: Waktu, zona: &str) -> Option<Waktu> {
        let z = kini.timestamp().to_zoned(zona_waktu(zona));
        let (jam, lintas) = (z.time(), self.mulai > self.sampai);
        let di_dalam = if lintas { jam >= self.mulai || jam < self.sampai } else { jam >= self.mulai && jam < self.sampai };
        if !di_dalam {
            return None;
        }
        let hari = if lintas && jam >= self.mulai { z.date().checked_add(Span::new().days(1)).ok()? } else { z.date() };
        let akhir = hari.to_datetime(self.sampai).to_zoned(zona_waktu(zona)).ok()?;
        Some(Waktu(akhir.timestamp().as_microsecond()))
    }
}

/// A message that may leave.
#[derive(Debug, Clone)]
pub struct Tugas {
    pub id: Uuid,
    pub perkara: Perkara,
    pub perkara_id: Uuid,
    pub perihal: String,
    pub saluran: Saluran,
    /// `6281234567890`.
    pub nomor: String,
    pub bahasa: String,
    zona: String,
}

/// How a try ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Nasib {
    /// The gateway took it under this number of its own; estimated cost in rupiah.
    Diterima { nomor: String, biaya: i64 },
    /// The gateway refused it for good.
    Ditolak(&'static str),
    /// It left, but whether it was taken nobody knows.
    TakPasti(&'static str),
    /// It did not leave, or the gateway says so itself: once more later.
    Lagi(&'static str),
}

#[derive(FromQueryResult)]
struct Baris {
    perkara: String,
    perkara_id: Uuid,
    perihal: String,
    pada: Waktu,
    akhir: Option<String>,
    gantung: i64,
}

/// What a job asks to send. `None`: not now, or not any more.
///
/// # Errors
/// `Rusak` for a job that names no message.
pub async fn tugas(store: &Store, p: &Pekerjaan, tenang: Tenang) -> Hasil<Option<Tugas>> {
    let id: Uuid = serde_json::from_str(&p.isi).map_err(|e| StoreError::Rusak(format!("job {}: {e}", p.id)))?;
    let tx = store.mulai().await?;
    let sql = "SELECT q.perkara, q.perkara_id, q.perihal, q.pada, x.akhir, (SELECT COUNT(*) FROM gerbang_coba c WHERE c.kirim_id = q.id AND c.galat IS NULL)
        AS gantung FROM gerbang_kirim q LEFT JOIN gerbang_akhir x ON x.kirim_id = q.id WHERE q.id = $1";
    let b: Option<Baris> = tx.mungkin(sql, nilai![id]).await?;
    let Some(b) = b.filter(|b| b.akhir.is_none()) else {
        pekerjaan::hapus(&tx, p).await?;
        tx.commit().await?;
        return Ok(None);
    };
    let perkara = Perkara::dari_kunci(&b.perkara).ok_or_else(|| StoreError::Rusak(format!("matter {:?}", b.perkara)))?;
    let zona = tx.mungkin::<Teks>(perkara.zona(), nilai![b.perkara_id]).await?.map_or_else(|| "WIB".to_owned(), |t| t.teks);
    let kontak = kontak::terbuka(&*tx, &tx.kunci, perkara, b.perkara_id).await?;
    let basi = if perkara.segera() { BASI_DETIK } else { BASI_HARI * 86_400 };
    let akhir = match &kontak {
        // The program stopped between the request and its record.
        _ if b.gantung > 0 => Some("tak-pasti"),
        None => Some("usang"),
        Some(k) if k.henti => Some("henti"),
        _ if b.pada.tambah_detik(basi) < tx.pada => Some("usang"),
        _ => None,
    };
    if let Some(akhir) = akhir {
        akhiri(&tx, id, akhir, "", 0).await?;
        pekerjaan::hapus(&tx, p).await?;
        tx.commit().await?;
        return Ok(None);
    }
    if let Some(nanti) = tenang.akhir(tx.pada, &zona).filter(|_| !perkara.segera()) {
        pekerjaan::undur(&tx, p, nanti).await?;
        tx.commit().await?;
        return Ok(None);
    }
    let tugas = kontak.map(|k| Tugas {
        id,
        perkara,
        perkara_id: b.perkara_id,
        perihal: b.perihal,
        saluran: k.saluran,
        nomor: k.nomor,
        bahasa: k.bahasa,
        zona,
    });
    Ok(tugas)
}

#[derive(FromQueryResult)]
struct Teks {
    teks: String,
}

/// The matter is settled or the gateway is off: the message has no use any more.
///
/// # Errors
/// When the store fails.
pub async fn buang(store: &Store, p: &Pekerjaan, id: Uuid) -> Hasil<()> {
    let tx = store.mulai().await?;
    akhiri(&tx, id, "usang", "", 0).await?;
    pekerjaan::hapus(&tx, p).await?;
    tx.commit().await
}

/// Takes one of the day's messages and writes that a try begins. `false`: the day has no more; the administrators are told once.
///
/// # Errors
/// When the store fails.
pub async fn mulai(store: &Store, p: &Pekerjaan, t: &Tugas, batas: u32) -> Hasil<bool> {
    let tx = store.mulai().await?;
    let hari = tx.pada.hari(&t.zona).to_string();
    let (saluran, batas) = (t.saluran.kunci(), i64::from(batas));
    let baru = "INSERT INTO gerbang_hari (hari, saluran, banyak, biaya) VALUES ($1, $2, 0, 0) ON CONFLICT (hari, saluran) DO NOTHING";
    tx.jalankan(baru, nilai![hari.as_str(), saluran]).await?;
    let ambil = "UPDATE gerbang_hari SET banyak = banyak + 1 WHERE hari = $1 AND saluran = $2 AND banyak < $3";
    if tx.jalankan(ambil, nilai![hari.as_str(), saluran, batas]).await? == 0 {
        akhiri(&tx, t.id, "batas", "", 0).await?;
        pekerjaan::hapus(&tx, p).await?;
        let sekali = format!("gerbang-batas/{saluran}/{hari}");
        let isi = serde_json::json!({ "saluran": saluran, "batas": batas });
        kabari(&tx, "gerbang-batas", &sekali, &isi).await?;
        tx.commit().await?;
        return Ok(false);
    }
    let sql = "INSERT INTO gerbang_coba (kirim_id, ke, mulai) VALUES ($1, $2, $3)";
    tx.jalankan(sql, nilai![t.id, p.coba, tx.pada]).await?;
    tx.commit().await?;
    Ok(true)
}

async fn kabari(tx: &Tx, jenis: &'static str, sekali: &str, isi: &serde_json::Value) -> Hasil<()> {
    let p =
        Pemberitahuan { jenis, kepada: &[Kepada::Admin], kecuali: None, periode: None, lokus: None, tautan: "/admin/gerbang", isi, sekali };
    pemberitahuan::beri_tahu(tx, &p).await.map(drop)
}

async fn akhiri(tx: &Tx, id: Uuid, akhir: &str, nomor: &str, biaya: i64) -> Hasil<()> {
    let sql =
        "INSERT INTO gerbang_akhir (kirim_id, akhir, nomor, biaya, pada) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (kirim_id) DO NOTHING";
    tx.jalankan(sql, nilai![id, akhir, nomor, biaya, tx.pada]).await.map(drop)
}

/// Records how a try ended.
///
/// # Errors
/// When the store fails.
pub async fn catat(store: &Store, p: &Pekerjaan, t: &Tugas, nasib: &Nasib, status: Option<u16>, ms: i64) -> Hasil<()> {
    let galat = match nasib {
        Nasib::Diterima { .. } => "",
        Nasib::Ditolak(g) | Nasib::TakPasti(g) | Nasib::Lagi(g) => g,
    };
    let tx = store.mulai().await?;
    let sql = "UPDATE gerbang_coba SET galat = $3, status = $4, ms = $5 WHERE kirim_id = $1 AND ke = $2";
    tx.jalankan(sql, nilai![t.id, p.coba, galat, status.map(i64::from), ms]).await?;
    match nasib {
        Nasib::Lagi(_) => {
            // What did not leave counts for no limit.
            let sql = "UPDATE gerbang_hari SET banyak = banyak - 1 WHERE hari = $1 AND saluran = $2 AND banyak > 0";
            tx.jalankan(sql, nilai![tx.pada.hari(&t.zona).to_string(), t.saluran.kunci()]).await?;
            if let Some(detik) = pekerjaan::jeda(p) {
                pekerjaan::tunda(&tx, p, detik).await?;
                return tx.commit().await;
            }
            akhiri(&tx, t.id, "gagal", "", 0).await?;
            let sekali = format!("gerbang-gagal/{}/{}", t.saluran.kunci(), tx.pada.hari(&t.zona));
            kabari(&tx, "gerbang-gagal", &sekali, &serde_json::json!({ "saluran": t.saluran.kunci() })).await?;
        }
        Nasib::Diterima { nomor, biaya } => {
            let nomor: String = nomor.chars().take(200).collect();
            akhiri(&tx, t.id, "diterima", &nomor, *biaya).await?;
            let sql = "UPDATE gerbang_hari SET biaya = biaya + $3 WHERE hari = $1 AND saluran = $2";
            tx.jalankan(sql, nilai![tx.pada.hari(&t.zona).to_string(), t.saluran.kunci(), *biaya]).await?;
        }
        Nasib::Ditolak(_) => akhiri(&tx, t.id, "ditolak", "", 0).await?,
        Nasib::TakPasti(_) => akhiri(&tx, t.id, "tak-pasti", "", 0).await?,
    }
    pekerjaan::hapus(&tx, p).await?;
    tx.commit().await
}

#[derive(FromQueryResult)]
struct Usang {
    id: Uuid,
}

/// Forgets what was sent long ago. Returns how many messages.
///
/// # Errors
/// When the store fails.
pub async fn bersihkan(store: &Store) -> Hasil<u64> {
    let lama = store.sekarang().tambah_detik(-SIMPAN_HARI * 86_400);
    let sql = "SELECT kirim_id AS id FROM gerbang_akhir WHERE pada < $1 ORDER BY pada, kirim_id LIMIT 5000";
    let semua: Vec<Usang> = store.baca().semua(sql, nilai![lama]).await?;
    if semua.is_empty() {
        return Ok(0);
    }
    let tx = store.mulai().await?;
    for u in &semua {
        for sql in [
            "DELETE FROM gerbang_coba WHERE kirim_id = $1",
            "DELETE FROM gerbang_sampai WHERE kirim_id = $1",
            "DELETE FROM gerbang_akhir WHERE kirim_id = $1",
            "DELETE FROM gerbang_kirim WHERE id = $1",
        ] {
            tx.jalankan(sql, nilai![u.id]).await?;
        }
    }
    tx.commit().await?;
    Ok(semua.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn quiet_hours_end_in_the_morning_of_the_office() {
        let t = Tenang { mulai: time(20, 0, 0, 0), sampai: time(7, 0, 0, 0) };
        let di = |hari: i8, jam: i8| {
            Waktu(date(2026, 3, hari).at(jam, 30, 0, 0).to_zoned(zona_waktu("WITA")).unwrap().timestamp().as_microsecond())
        };
        let pagi = |hari| Some(Waktu(di(hari, 7).0 - 30 * 60_000_000));
        assert_eq!(t.akhir(di(3, 21), "WITA"), pagi(4));
        assert_eq!(t.akhir(di(3, 6), "WITA"), pagi(3));
        assert_eq!((t.akhir(di(3, 7), "WITA"), t.akhir(di(3, 19), "WITA")), (None, None));
        let siang = Tenang { mulai: time(12, 0, 0, 0), sampai: time(13, 0, 0, 0) };
        assert!(siang.akhir(di(3, 12), "WITA").is_some() && siang.akhir(di(3, 13), "WITA").is_none());
        let tanpa = Tenang { mulai: time(7, 0, 0, 0), sampai: time(7, 0, 0, 0) };
        assert_eq!((tanpa.akhir(di(3, 7), "WITA"), tanpa.akhir(di(3, 23), "WITA")), (None, None));
    }
}
