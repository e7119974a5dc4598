//! Sheets that do not count: of evaluators who were replaced before the result. "Replacement midway keeps both sheets": they are kept
//! whole and can be read, never written and never computed with. Who may read them: [`AksesLokus::membaca_diganti`], and the evaluator his own.

use super::{
    Catatan, Lembar,
    baca::{DARI, DIHITUNG, LEMBAR},
    kemas,
};
use crate::{
    Hasil, StoreError, Waktu,
    hak::{AksesLokus, PernahEvaluator},
    id::{AkunId, LokusId},
    kueri::Kueri,
    nilai,
    peran::Peran,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// What a replaced evaluator left, with the end of his (last) appointment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diganti {
    pub lembar: Lembar,
    pub berakhir: Waktu,
    /// He left after the result was frozen that stands, so it counts; only of [`berakhir_sendiri`].
    pub dihitung: bool,
}

#[derive(FromQueryResult)]
struct Baris {
    akun_id: AkunId,
    nama: String,
    skor: Option<Vec<u8>>,
    selesai: Option<Waktu>,
    berakhir: Waktu,
    dihitung: i64,
}

impl TryFrom<Baris> for Diganti {
    type Error = StoreError;

    fn try_from(b: Baris) -> Hasil<Self> {
        let skor = b.skor.as_deref().map(kemas::buka).transpose()?.unwrap_or_default();
        let lembar = Lembar { akun_id: b.akun_id, nama: b.nama, skor, selesai: b.selesai };
        Ok(Self { lembar, berakhir: b.berakhir, dihitung: b.dihitung == 1 })
    }
}

/// Replaced evaluators of a lokus who left scores, field notes or checklists, by account, at most 100. Shows everything.
pub async fn diganti<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Vec<Diganti>> {
    let sql = format!(
        "SELECT g.akun_id, a.nama, {LEMBAR}, MAX(x.pada) AS berakhir, CAST(0 AS bigint) AS dihitung {DARI} WHERE g.lokus_id = $1 AND x.penugasan_id IS NOT NULL
           AND g.akun_id NOT IN (SELECT g.akun_id {DARI} WHERE g.lokus_id = $1 AND {DIHITUNG})
           AND (EXISTS (SELECT 1 FROM f02_lembar m WHERE m.lokus_id = g.lokus_id AND m.akun_id = g.akun_id)
             OR EXISTS (SELECT 1 FROM catatan_lapangan n LEFT JOIN catatan_lapangan_hapus h ON h.catatan_id = n.id
               WHERE n.lokus_id = g.lokus_id AND n.oleh = g.akun_id AND h.catatan_id IS NULL)
             OR EXISTS (SELECT 1 FROM daftar_periksa d WHERE d.lokus_id = g.lokus_id AND d.akun_id = g.akun_id))
         GROUP BY g.lokus_id, g.akun_id, a.nama ORDER BY g.akun_id LIMIT 100"
    );
    c.semua::<Baris>(&sql, nilai![lokus]).await?.into_iter().map(Diganti::try_from).collect()
}

/// Sources, notes and recommendations of one evaluator, by code, also when his sheet does not count. Shows everything.
pub async fn catatan_oleh<C: ConnectionTrait>(c: &C, lokus: LokusId, akun: AkunId) -> Hasil<Vec<Catatan>> {
    let sql = "SELECT i.indikator, i.akun_id, d.nama, i.skor, i.sumber, i.catatan, i.rekomendasi
        FROM f02_isian i JOIN akun d ON d.id = i.akun_id WHERE i.lokus_id = $1 AND i.akun_id = $2 ORDER BY i.indikator LIMIT 500";
    c.semua(sql, nilai![lokus, akun]).await
}

/// What the caller himself left in a lokus where his appointment ended, whether it counts or not, also when it is nothing; `None` while he is
/// appointed.
pub async fn berakhir_sendiri<C: ConnectionTrait>(c: &C, hak: &PernahEvaluator) -> Hasil<Option<Diganti>> {
    let sql = format!(
        "SELECT g.akun_id, a.nama, {LEMBAR}, MAX(x.pada) AS berakhir,
           MAX(CASE WHEN {DIHITUNG} THEN CAST(1 AS bigint) ELSE CAST(0 AS bigint) END) AS dihitung
         {DARI} WHERE g.lokus_id = $1 AND g.akun_id = $2
         GROUP BY g.lokus_id, g.akun_id, a.nama HAVING COUNT(*) = COUNT(x.penugasan_id)"
    );
    c.mungkin::<Baris>(&sql, nilai![hak.lokus.id, hak.pelaku().akun]).await?.map(Diganti::try_from).transpose()
}

#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Ditinggalkan {
    pub lokus_id: LokusId,
    pub unit: String,
    pub periode: String,
}

/// Lokus where the person was replaced and his sheet does not count, newest first, at most 100.
pub async fn ditinggalkan<C: ConnectionTrait>(c: &C, akun: AkunId) -> Hasil<Vec<Ditinggalkan>> {
    let sql = format!(
        "SELECT m.lokus_id, u.nama AS unit, p.nama AS periode FROM f02_lembar m JOIN lokus k ON k.id = m.lokus_id JOIN unit u ON u.id = k.unit_id
         JOIN periode p ON p.id = k.periode_id WHERE m.akun_id = $1
           AND NOT EXISTS (SELECT 1 {DARI} WHERE g.lokus_id = m.lokus_id AND g.akun_id = m.akun_id AND {DIHITUNG})
         ORDER BY m.lokus_id DESC LIMIT 100"
    );
    c.semua(&sql, nilai![akun]).await
}

impl AksesLokus {
    /// Organiser, Penanggungjawab, auditor and the team read what a replaced evaluator left. The unit does not: it was not judged by it.
    #[must_use]
    pub fn membaca_diganti(&self) -> bool {
        let auditor = self.pembaca().pelaku().punya(Peran::Auditor);
        auditor || self.penyelenggara().is_ok() || self.penanggungjawab().is_ok() || self.ditugaskan().is_ok()
    }

    /// Where an evaluator was is seen, beside himself, by whom his phone names: the team and the organiser.
    #[must_use]
    pub fn melihat_posisi(&self) -> bool {
        self.ditugaskan().is_ok() || self.penyelenggara().is_ok()
    }
}
