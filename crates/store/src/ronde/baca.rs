//! Stored answers page by page in the order of their random ids, so in no order that says anything: export and quality.
//! Figures are never made from here: see [`super::kubus`].

use crate::{Hasil, StoreError, id::RondeId, kueri::Kueri, kueri::Value, nilai};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::HashMap;
use uuid::Uuid;

/// One stored answer. `nilai`: a byte a question, `profil`: five bytes or none; 255 is "not answered", "not said".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jawaban {
    pub id: Uuid,
    /// `daring`, `kios`, `tautan`, or the id of a paper bundle or import.
    pub kelompok: String,
    /// Local day, ISO.
    pub hari: String,
    pub nilai: Vec<u8>,
    pub profil: Vec<u8>,
    /// Bits of the quality flags.
    pub tanda: u32,
    pub saran: Option<String>,
    /// Left out of the figures by an analyst.
    pub kecuali: bool,
}

/// `None` does not filter.
#[derive(Debug, Clone, Default)]
pub struct SaringJawaban {
    /// Bit of a quality flag.
    pub tanda: Option<u8>,
    pub kelompok: Option<String>,
    pub kecuali: Option<bool>,
}

#[derive(FromQueryResult)]
struct Baris {
    id: Uuid,
    kelompok: String,
    hari: String,
    nilai: Vec<u8>,
    profil: Vec<u8>,
    tanda: i64,
    saran: Option<String>,
}

#[derive(FromQueryResult)]
struct Kecuali {
    jawaban_id: Uuid,
    jenis: String,
}

/// The newest word on one answer `j` is that it is left out.
const DIKECUALIKAN: &str = "COALESCE((SELECT k.jenis FROM jawaban_kecuali k WHERE k.ronde_id = j.ronde_id AND k.jawaban_id = j.id
    ORDER BY k.id DESC LIMIT 1), 'pulih') = 'kecuali'";

/// At most `batas` answers after the id `setelah`; the next page begins after the last one's id.
pub async fn halaman<C: ConnectionTrait>(
    c: &C,
    ronde: RondeId,
    setelah: Option<Uuid>,
    batas: u32,
    saring: &SaringJawaban,
) -> Hasil<Vec<Jawaban>> {
    let mut v: Vec<Value> = nilai![ronde, setelah.unwrap_or_default(), i64::from(batas)];
    let mut syarat = vec!["j.ronde_id = $1".to_owned(), "j.id > $2".to_owned()];
    if let Some(bit) = saring.tanda {
        v.push(1_i64.checked_shl(bit.into()).unwrap_or(0).into());
        syarat.push(format!("(j.tanda & ${}) <> 0", v.len()));
    }
    if let Some(k) = &saring.kelompok {
        v.push(k.as_str().into());
        syarat.push(format!("j.kelompok = ${}", v.len()));
    }
    match saring.kecuali {
        Some(true) => syarat.push(DIKECUALIKAN.to_owned()),
        Some(false) => syarat.push(format!("NOT ({DIKECUALIKAN})")),
        None => {}
    }
    let sql = format!(
        "SELECT j.id, j.kelompok, j.hari, j.nilai, j.profil, j.tanda, j.saran FROM jawaban j
         WHERE {} ORDER BY j.id LIMIT $3",
        syarat.join(" AND ")
    );
    let baris: Vec<Baris> = c.semua(&sql, v).await?;
    let (Some(awal), Some(akhir)) = (baris.first(), baris.last()) else { return Ok(Vec::new()) };
    let kecuali = dikecualikan(c, ronde, (awal.id, akhir.id)).await?;
    let satu = |b: Baris| {
        let tanda = u32::try_from(b.tanda).map_err(|_| StoreError::Rusak(format!("flags of answer {}", b.id)))?;
        let kecuali = kecuali.get(&b.id).copied().unwrap_or_default();
        Ok(Jawaban { id: b.id, kelompok: b.kelompok, hari: b.hari, nilai: b.nilai, profil: b.profil, tanda, saran: b.saran, kecuali })
    };
    baris.into_iter().map(satu).collect()
}

/// Of the answers in this range of ids (both ends in it), those an analyst spoke of: whether they are left out now.
pub(super) async fn dikecualikan<C: ConnectionTrait>(c: &C, ronde: RondeId, (dari, ke): (Uuid, Uuid)) -> Hasil<HashMap<Uuid, bool>> {
    let baris: Vec<Kecuali> = c
        .semua(
            "SELECT jawaban_id, jenis FROM jawaban_kecuali WHERE ronde_id = $1 AND jawaban_id >= $2 AND jawaban_id <= $3
             ORDER BY jawaban_id, id LIMIT 10000000",
            nilai![ronde, dari, ke],
        )
        .await?;
    Ok(baris.into_iter().map(|k| (k.jawaban_id, k.jenis == "kecuali")).collect())
}
