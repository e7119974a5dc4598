//! How each unit is evaluated: by checking documents, by interview, each online or face to face (PermenPANRB 29/2022, phase
//! persiapan). A choice is a row; the newest one of a lokus holds, the older ones say what it was before.

use crate::{
    Hasil, Store, StoreError, Waktu, audit,
    hak::{PembacaPeriode, PenyelenggaraPeriode},
    id::{InstansiId, LokusId},
    kueri::Kueri,
    lokus::daftar::memuat,
    nilai,
    periode::{self, Fase},
};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

/// Whether and where a way of gathering data is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cara {
    Tidak,
    Daring,
    Luring,
}

impl Cara {
    pub const SEMUA: [Self; 3] = [Self::Tidak, Self::Daring, Self::Luring];

    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Tidak => "tidak",
            Self::Daring => "daring",
            Self::Luring => "luring",
        }
    }

    #[must_use]
    pub fn dari_kunci(k: &str) -> Option<Self> {
        Self::SEMUA.into_iter().find(|c| c.kunci() == k)
    }
}

/// The method of a lokus as it stands.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Metode {
    pub dokumen: String,
    pub wawancara: String,
    pub catatan: String,
    pub pada: Waktu,
    pub nama: String,
}

/// A row of the page of methods.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Baris {
    pub lokus_id: LokusId,
    pub unit: String,
    pub kategori: String,
    pub dokumen: Option<String>,
    pub wawancara: Option<String>,
    pub catatan: Option<String>,
    pub pada: Option<Waktu>,
    pub nama: Option<String>,
}

#[derive(FromQueryResult)]
struct Letak {
    instansi_id: InstansiId,
}

/// Chooses the method of several lokus at once, all or none.
///
/// # Errors
/// `Keadaan("metode-tanpa-cara")` when neither way is used, `Keadaan("metode-tanpa-lokus")`, `TidakDitemukan` for a lokus of
/// another period, and `Keadaan` once phase pelaksanaan is closed.
pub async fn pilih(
    store: &Store,
    hak: &PenyelenggaraPeriode,
    lokus: &[LokusId],
    dokumen: Cara,
    wawancara: Cara,
    catatan: &str,
) -> Hasil<()> {
    if dokumen == Cara::Tidak && wawancara == Cara::Tidak {
        return Err(StoreError::Keadaan("metode-tanpa-cara"));
    }
    if lokus.is_empty() {
        return Err(StoreError::Keadaan("metode-tanpa-lokus"));
    }
    let tx = store.mulai().await?;
    periode::harus_terbuka(&*tx, hak.periode.id, Fase::Pelaksanaan).await?;
    for l in lokus {
        let letak: Letak = tx
            .satu(
                "SELECT u.instansi_id FROM lokus l JOIN unit u ON u.id = l.unit_id WHERE l.id = $1 AND l.periode_id = $2",
                nilai![*l, hak.periode.id],
            )
            .await?;
        tx.jalankan(
            "INSERT INTO lokus_metode (id, lokus_id, dokumen, wawancara, catatan, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            nilai![crate::id::baru(), *l, dokumen.kunci(), wawancara.kunci(), catatan.trim(), tx.pada, hak.pelaku().akun],
        )
        .await?;
        let rincian = serde_json::json!({ "dokumen": dokumen.kunci(), "wawancara": wawancara.kunci() });
        let k = audit::Kejadian::baru("metode.pilih", "lokus", l).instansi(letak.instansi_id).rincian(rincian);
        audit::catat(&tx, hak.pelaku(), k).await?;
    }
    tx.commit().await
}

const TERBARU: &str = "(SELECT n.id FROM lokus_metode n WHERE n.lokus_id = l.id ORDER BY n.id DESC LIMIT 1)";

/// The method of one lokus; `None` while it was not chosen.
pub async fn satu<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Option<Metode>> {
    c.mungkin(
        "SELECT m.dokumen, m.wawancara, m.catatan, m.pada, a.nama FROM lokus_metode m JOIN akun a ON a.id = m.oleh
         WHERE m.lokus_id = $1 ORDER BY m.id DESC LIMIT 1",
        nilai![lokus],
    )
    .await
}

/// A page of the lokus of a period with their methods, by unit name, and how many there are.
pub async fn halaman(store: &Store, hak: &PembacaPeriode, cari: &str, lewati: i64, batas: i64) -> Hasil<(Vec<Baris>, i64)> {
    let (mut syarat, mut v) = ("l.periode_id = $1".to_owned(), nilai![hak.periode.id]);
    if !cari.trim().is_empty() {
        syarat.push_str(" AND LOWER(u.nama) LIKE $2 ESCAPE '\\'");
        v.push(memuat(cari).into());
    }
    let sql = format!("SELECT COUNT(*) AS n FROM lokus l JOIN unit u ON u.id = l.unit_id WHERE {syarat}");
    let n = store.baca().angka(&sql, v.clone()).await?;
    let (a, b) = (v.len() + 1, v.len() + 2);
    v.extend([Value::from(batas), Value::from(lewati)]);
    let sql = format!(
        "SELECT l.id AS lokus_id, u.nama AS unit, l.kategori, m.dokumen, m.wawancara, m.catatan, m.pada, a.nama FROM lokus l
         JOIN unit u ON u.id = l.unit_id LEFT JOIN lokus_metode m ON m.id = {TERBARU} LEFT JOIN akun a ON a.id = m.oleh
         WHERE {syarat} ORDER BY u.nama, l.id LIMIT ${a} OFFSET ${b}"
    );
    Ok((store.baca().semua(&sql, v).await?, n))
}
