//! Whether a wished time of a talk lies when the unit works. It is a warning, never a refusal: both sides may agree on any time.

use crate::{
    Hasil,
    id::{InstansiId, UnitId},
    kalender,
    kueri::Kueri,
    nilai,
    pesanan::baca_jam,
};
use ::layanan::Alasan;
use jiff::civil::{DateTime, Time};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// Hours that are taken for a unit that has none of its own. Our choice: no regulation sets when an office talks to people.
const LAZIM: (Time, Time) = (Time::constant(7, 0, 0, 0), Time::constant(17, 0, 0, 0));

/// Why a time is unusual for a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DiLuar {
    /// A weekend or a day off of the calendar of its instansi.
    Libur(Alasan),
    /// A mall that is not open on this weekday.
    TidakBuka,
    /// Before or after these hours; of the mall, or those that are usual.
    Jam { mulai: Time, selesai: Time },
}

#[derive(FromQueryResult)]
struct JamMal {
    jam: String,
}

/// `t`: local to the unit. `None`: nothing speaks against it.
///
/// # Errors
/// `Rusak` for stored hours that cannot be read.
pub async fn di_luar<C: ConnectionTrait>(c: &C, (instansi, unit): (InstansiId, UnitId), t: DateTime) -> Hasil<Option<DiLuar>> {
    if let Some(alasan) = kalender::kalender(c, instansi).await?.libur(t.date()) {
        return Ok(Some(DiLuar::Libur(alasan)));
    }
    let mal: Option<JamMal> = c.mungkin("SELECT jam FROM mpp WHERE unit_id = $1", nilai![unit]).await?;
    let semua = mal.map(|m| baca_jam(&m.jam)).transpose()?.filter(|j| !j.is_empty());
    let (mulai, selesai) = match semua {
        None => LAZIM,
        Some(semua) => {
            let hari = || semua.iter().filter(|j| j.hari == t.date().weekday());
            let Some(jam) = hari().map(|j| j.mulai).min().zip(hari().map(|j| j.selesai).max()) else {
                return Ok(Some(DiLuar::TidakBuka));
            };
            jam
        }
    };
    Ok((t.time() < mulai || t.time() >= selesai).then_some(DiLuar::Jam { mulai, selesai }))
}
