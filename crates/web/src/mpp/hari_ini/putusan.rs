//! What the head decided for single days, as his page shows it: what one just decided did, which days it can be taken back for, and
//! what is asked before a decision that meets somebody.

use std::collections::BTreeMap;

use jiff::{ToSpan as _, civil::Date};
use layanan::Alasan;
use store::{
    antrean::{
        buka::{self, Khusus},
        tetap_buka::tetap_buka,
    },
    kalender,
    mpp::Mpp,
    pesanan,
};

use super::jam::Tanya;
use crate::{AppState, error::Hasil, komponen::Opsi, konteks::Konteks, mpp::pesanan::kata};

#[derive(Default)]
pub(super) struct Putusan {
    /// The decision that was just made.
    pub baru: Option<Baru>,
    /// Days for which it can be taken back.
    pub tarik: Vec<Opsi>,
    /// Days off on which it keeps the mall open.
    pub libur: Vec<String>,
    pub tanya: Option<Tanya>,
}

pub(super) struct Baru {
    /// What was decided.
    pub apa: String,
    /// How many numbers of today are not over, where nobody is received any more.
    pub nomor: Option<String>,
    /// How many have to choose another time, for it or since before, where any has.
    pub kena: Option<String>,
}

fn nama(k: &Konteks, hari: Date, x: &Khusus) -> String {
    let kunci = if x.mulai.is_some() { "antrean-putus-jam" } else { "antrean-putus-tutup" };
    k.n(kunci, "hari", kata::hari(k.bahasa, hari))
}

/// `baru`: the day that was just decided about, and how many bookings it meets. `sisa`: the numbers of today that are not over, on a day
/// on which nobody is received.
pub(super) async fn baca(app: &AppState, k: &Konteks, m: &Mpp, baru: Option<(Date, i64)>, sisa: i64) -> Hasil<Putusan> {
    let (c, kini) = (app.store.baca(), app.store.sekarang().hari(&m.zona));
    let kemarin = kini.saturating_sub(1.day());
    let semua: BTreeMap<Date, Khusus> = buka::khusus_mendatang(c, m, kemarin).await?;
    let terdampak = match baru {
        Some((hari, _)) => pesanan::terdampak_per_hari(c, m.unit_id, hari).await?.remove(&hari).unwrap_or_default(),
        None => 0,
    };
    let baru = baru.and_then(|(hari, kena)| {
        Some(Baru {
            apa: nama(k, hari, semua.get(&hari)?),
            nomor: (hari == kini && sisa > 0).then(|| k.jumlah("antrean-tutup-sisa", sisa)),
            kena: match kena {
                n if n > 0 => Some(k.jumlah("antrean-putus-kena", n)),
                _ => (terdampak > 0).then(|| k.jumlah("antrean-putus-masih", terdampak)),
            },
        })
    });
    let tarik = semua.iter().map(|(hari, x)| Opsi::baru(hari.to_string(), nama(k, *hari, x))).collect();
    Ok(Putusan { baru, tarik, libur: libur(app, k, m, kini).await?, tanya: None })
}

/// Days off, by the calendar of the office, on which a decision keeps the mall open: the decision wins, and he should know.
async fn libur(app: &AppState, k: &Konteks, m: &Mpp, kini: Date) -> Hasil<Vec<String>> {
    let c = app.store.baca();
    let kalender = kalender::kalender(c, m.instansi_id).await?;
    let mut semua = Vec::new();
    for t in tetap_buka(c, m.instansi_id, kini).await?.into_iter().filter(|t| t.mpp_id == m.unit_id) {
        let Ok(hari) = t.tanggal.parse::<Date>() else { continue };
        if let Some(Alasan::Hari(_, nama)) = kalender.libur(hari) {
            let jam = format!("{}–{}", t.mulai, t.selesai).replace(':', ".");
            let hari = kata::hari(k.bahasa, hari);
            let isi = [("hari", hari.into()), ("libur", nama.into()), ("jam", jam.into()), ("jumlah", t.pesanan.into())];
            semua.push(k.a("antrean-libur-isi", isi));
        }
    }
    Ok(semua)
}
