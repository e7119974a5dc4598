//! What the head decided for single days, as his page shows it: what one just decided did, which days it can be taken back for, and
//! what is asked before a decision that meets bookings.

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
    /// The decision that was just made: what was decided, and how many have to choose another time, where any has.
    pub baru: Option<(String, Option<String>)>,
    /// Days for which it can be taken back.
    pub tarik: Vec<Opsi>,
    /// Days off on which it keeps the mall open.
    pub libur: Vec<String>,
    pub tanya: Option<Tanya>,
}

fn nama(k: &Konteks, hari: Date, x: &Khusus) -> String {
    let kunci = if x.mulai.is_some() { "antrean-putus-jam" } else { "antrean-putus-tutup" };
    k.n(kunci, "hari", kata::hari(k.bahasa, hari))
}

/// `baru`: the day that was just decided about.
pub(super) async fn baca(app: &AppState, k: &Konteks, m: &Mpp, baru: Option<Date>) -> Hasil<Putusan> {
    let (c, kini) = (app.store.baca(), app.store.sekarang().hari(&m.zona));
    let kemarin = kini.saturating_sub(1.day());
    let semua: BTreeMap<Date, Khusus> = buka::khusus_mendatang(c, m, kemarin).await?;
    let baru = match baru.and_then(|h| semua.get_key_value(&h)) {
        Some((hari, x)) => {
            let kena = pesanan::terdampak_per_hari(c, m.unit_id, kini).await?;
            Some((nama(k, *hari, x), kena.get(hari).map(|n| k.jumlah("antrean-putus-kena", *n))))
        }
        None => None,
    };
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
