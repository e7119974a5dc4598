//! The line of a gerai at a moment: all its tickets of the day, their order, its counters. Read once for each change and
//! shared by every screen and phone that watches.

use super::{
    baris::{PILIH, Tiket},
    loket::{self, Loket},
    panggil, simpan,
};
use crate::pesanan::ditunggu::{self, Ditunggu};
use crate::{
    Hasil, Waktu,
    id::{GeraiId, LoketId, TiketId, UnitId},
    kueri::Kueri,
    nilai,
};
use ::layanan::antrean::{AturanGiliran, Giliran, LayananLoket, Penunggu, urutan};
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult};

/// Tickets of one gerai and day are at most so many.
const BANYAK: i64 = 20_000;

#[derive(Debug, Clone)]
pub struct Potret {
    pub gerai: GeraiId,
    pub mpp: UnitId,
    /// Counts the changes of the line.
    pub versi: i64,
    pub hari: Date,
    pub pada: Waktu,
    /// All tickets that are at this gerai today, by number of their issue.
    pub tiket: Vec<Tiket>,
    /// Who waits, in the order of calling. The index is the number of people ahead.
    pub urutan: Vec<TiketId>,
    pub loket: Vec<Loket>,
    /// Bookings of today that may still come, earliest first.
    pub pesanan: Vec<Ditunggu>,
    /// What every counter of the gerai serves.
    dilayani: LayananLoket,
}

#[derive(FromQueryResult)]
struct Versi {
    versi: i64,
}

/// The line now (`pada`).
pub async fn potret<C: ConnectionTrait>(c: &C, mpp: UnitId, gerai: GeraiId, pada: Waktu) -> Hasil<Potret> {
    let rumah = simpan::rumah(c, mpp).await?;
    let hari = rumah.zona().tanggal(pada.timestamp());
    let teks = hari.to_string();
    // The count first: what is read after it is at least as new.
    let versi = c.mungkin::<Versi>("SELECT versi FROM antrean_gerai WHERE gerai_id = $1", nilai![gerai]).await?.map_or(0, |v| v.versi);
    let sql = format!("{PILIH} WHERE di_gerai = $1 AND tanggal = $2 ORDER BY terbit, id LIMIT {BANYAK}");
    let tiket: Vec<Tiket> = c.semua(&sql, nilai![gerai, teks.as_str()]).await?;
    let loket = loket::semua(c, gerai, &teks).await?;
    let dilayani = panggil::dilayani(c, gerai, &teks).await?;
    // Each counter remembers its own calls; the order that people see goes by the one that is furthest.
    let terjauh = loket.iter().map(giliran).fold(Giliran::default(), Giliran::terjauh);
    let urutan = urut(&tiket, pada, &dilayani, terjauh);
    let pesanan = ditunggu::pada(c, gerai, &rumah.zona, (hari, pada)).await?;
    Ok(Potret { gerai, mpp, versi, hari, pada, tiket, urutan, loket, pesanan, dilayani })
}

/// What a counter remembers.
fn giliran(l: &Loket) -> Giliran {
    Giliran::dari(l.beruntun.and_then(|n| u32::try_from(n).ok()).unwrap_or(0))
}

/// Who waits, as a counter calls them that remembers this.
fn urut(tiket: &[Tiket], pada: Waktu, dilayani: &LayananLoket, giliran: Giliran) -> Vec<TiketId> {
    let garis: Vec<Penunggu> = tiket.iter().filter_map(|t| t.penunggu(pada)).collect();
    urutan(&garis, dilayani, AturanGiliran::default(), giliran).into_iter().map(|id| TiketId(simpan::uuid(id.0))).collect()
}

impl Potret {
    /// The same line in the order in which one counter calls: the first is whom its officer gets next.
    #[must_use]
    pub fn menurut(mut self, loket: LoketId) -> Self {
        let giliran = self.loket.iter().find(|l| l.id == loket).map(giliran).unwrap_or_default();
        self.urutan = urut(&self.tiket, self.pada, &self.dilayani, giliran);
        self
    }

    #[must_use]
    pub fn cari(&self, id: TiketId) -> Option<&Tiket> {
        self.tiket.iter().find(|t| t.id == id)
    }

    /// Who waits, in order.
    pub fn antrean(&self) -> impl Iterator<Item = &Tiket> {
        self.urutan.iter().filter_map(|id| self.cari(*id))
    }

    /// Who is called or served at this counter.
    #[must_use]
    pub fn di_loket(&self, loket: LoketId) -> Option<&Tiket> {
        self.tiket.iter().find(|t| t.loket_id == Some(loket) && matches!(t.keadaan.as_str(), "dipanggil" | "dilayani"))
    }

    /// Skipped and held, longest first.
    pub fn tertunda(&self) -> impl Iterator<Item = &Tiket> {
        let mut semua: Vec<&Tiket> = self.tiket.iter().filter(|t| matches!(t.keadaan.as_str(), "dilewati" | "ditahan")).collect();
        semua.sort_by_key(|t| (t.terakhir, t.id));
        semua.into_iter()
    }

    /// Tickets that were over last, newest first.
    pub fn usai(&self) -> impl Iterator<Item = &Tiket> {
        let mut semua: Vec<&Tiket> = self.tiket.iter().filter(|t| t.berakhir()).collect();
        semua.sort_by_key(|t| (std::cmp::Reverse(t.terakhir), t.id));
        semua.into_iter()
    }

    /// Counters at which somebody sits.
    pub fn terbuka(&self) -> impl Iterator<Item = &Loket> {
        self.loket.iter().filter(|l| l.akun_id.is_some())
    }
}
