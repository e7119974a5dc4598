//! Where a lokus stands in the chain F01, F02, F03, hasil, berita acara, LHE, penyampaian, terbit: one query that reads counts and
//! times from the tables of all steps, for one lokus or a page of them. It only reads; each step's rules are its own.

use crate::{
    Hasil, StoreError, Waktu,
    id::{BundelId, HasilId, LokusId},
    kueri::{self, Kueri},
};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use std::collections::HashSet;

/// Counts and times; `None` means that it has not happened, or was taken back.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Keadaan {
    pub lokus_id: LokusId,
    /// Proposed and appointed evaluators whose work has not ended.
    pub usulan: i64,
    pub evaluator: i64,
    /// Indicators with an F01 answer.
    pub f01_isian: i64,
    pub bukti: i64,
    /// The operator handed F01 to the head after the last withdrawal.
    pub f01_siap: Option<Waktu>,
    pub f01_kirim: Option<Waktu>,
    pub f01_buka: Option<Waktu>,
    /// Sheets of evaluators still in office: begun, done.
    pub lembar: i64,
    pub lembar_selesai: i64,
    pub sepakat: i64,
    pub ronde: i64,
    /// F03: complete answers, online and on paper that nobody rejected.
    pub responden: i64,
    /// Rounds that take no answers: closed by hand, or with phase `pelaksanaan`.
    pub ronde_tutup: i64,
    pub hasil_id: Option<HasilId>,
    pub hasil_status: Option<String>,
    pub hasil_tampil: Option<String>,
    pub hasil_kategori: Option<String>,
    pub hasil_pada: Option<Waktu>,
    /// Live minutes of the kind `pelaksanaan` / `hasil`: signatures so far, and the seal.
    pub ba_pelaksanaan: i64,
    pub ba_pelaksanaan_tanda: i64,
    pub ba_pelaksanaan_segel: Option<Waktu>,
    pub ba_hasil: i64,
    pub ba_hasil_tanda: i64,
    pub ba_hasil_segel: Option<Waktu>,
    pub lhe: Option<Waktu>,
    /// When a report on the result that stands was first conveyed to the unit.
    pub lhe_sampai: Option<Waktu>,
    /// When the publication that is read now was made, if the result that stands is in it: one that was frozen later is not.
    pub terbit: Option<Waktu>,
}

/// One step of the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Langkah {
    Evaluator,
    F01,
    F02,
    F03,
    Hasil,
    BeritaAcara,
    Lhe,
    /// Conveying the report to the unit and the Penanggungjawab (PermenPANRB 29/2022).
    Penyampaian,
    Terbit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Belum,
    Berjalan,
    Selesai,
}

impl Langkah {
    pub const SEMUA: [Self; 9] =
        [Self::Evaluator, Self::F01, Self::F02, Self::F03, Self::Hasil, Self::BeritaAcara, Self::Lhe, Self::Penyampaian, Self::Terbit];
}

impl Keadaan {
    #[must_use]
    pub fn status(&self, langkah: Langkah) -> Status {
        let (selesai, berjalan) = match langkah {
            Langkah::Evaluator => (self.evaluator > 0, self.usulan > 0),
            Langkah::F01 => (self.f01_kirim.is_some(), self.f01_isian > 0 || self.bukti > 0 || self.f01_siap.is_some()),
            Langkah::F02 => {
                let semua = self.evaluator > 0 && self.lembar_selesai >= self.evaluator;
                (semua || self.hasil_id.is_some(), self.f01_kirim.is_some() && self.evaluator > 0)
            }
            Langkah::F03 => (self.hasil_id.is_some() || (self.ronde > 0 && self.ronde_tutup >= self.ronde), self.ronde > 0),
            Langkah::Hasil => (self.hasil_id.is_some(), self.status(Langkah::F02) == Status::Selesai),
            Langkah::BeritaAcara => (self.ba_hasil_segel.is_some(), self.hasil_id.is_some() || self.ba_hasil + self.ba_pelaksanaan > 0),
            Langkah::Lhe => (self.lhe.is_some(), self.ba_hasil_segel.is_some()),
            Langkah::Penyampaian => (self.lhe_sampai.is_some(), self.lhe.is_some()),
            Langkah::Terbit => (self.terbit.is_some() && self.hasil_id.is_some(), self.lhe.is_some()),
        };
        match (selesai, berjalan) {
            (true, _) => Status::Selesai,
            (false, true) => Status::Berjalan,
            (false, false) => Status::Belum,
        }
    }

    /// The first step that is not done; `None` when the whole chain is.
    #[must_use]
    pub fn berikut(&self) -> Option<Langkah> {
        Langkah::SEMUA.into_iter().find(|l| self.status(*l) != Status::Selesai)
    }
}

/// Every correlated sub-query runs on an index that begins with `lokus_id`.
const PILIH: &str = "SELECT l.id AS lokus_id,
  (SELECT COUNT(*) FROM penugasan g LEFT JOIN penetapan t ON t.penugasan_id = g.id WHERE g.lokus_id = l.id AND t.penugasan_id IS NULL) AS usulan,
  (SELECT COUNT(DISTINCT g.akun_id) FROM penugasan g JOIN penetapan t ON t.penugasan_id = g.id
     LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id WHERE g.lokus_id = l.id AND #DIHITUNG#) AS evaluator,
  (SELECT COUNT(*) FROM f01 f WHERE f.lokus_id = l.id) AS f01_isian,
  (SELECT COUNT(*) FROM bukti b LEFT JOIN bukti_hapus d ON d.bukti_id = b.id WHERE b.lokus_id = l.id AND d.bukti_id IS NULL) AS bukti,
  (SELECT MAX(s.pada) FROM f01_siap s WHERE s.lokus_id = l.id AND s.pada > COALESCE((SELECT MAX(r.pada) FROM f01_pengiriman k
     JOIN f01_penarikan r ON r.pengiriman_id = k.id WHERE k.lokus_id = l.id), 0)) AS f01_siap,
  (SELECT MAX(k.pada) FROM f01_pengiriman k LEFT JOIN f01_penarikan r ON r.pengiriman_id = k.id
     WHERE k.lokus_id = l.id AND r.pengiriman_id IS NULL) AS f01_kirim,
  (SELECT MAX(o.pada) FROM f01_pengiriman k JOIN f01_pembukaan o ON o.pengiriman_id = k.id LEFT JOIN f01_penarikan r ON r.pengiriman_id = k.id
     WHERE k.lokus_id = l.id AND r.pengiriman_id IS NULL) AS f01_buka,
  (SELECT COUNT(DISTINCT m.akun_id) FROM f02_lembar m JOIN penugasan g ON g.lokus_id = m.lokus_id AND g.akun_id = m.akun_id
     LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id WHERE m.lokus_id = l.id AND #DIHITUNG#) AS lembar,
  (SELECT COUNT(DISTINCT s.akun_id) FROM f02_selesai s LEFT JOIN f02_selesai_batal z ON z.selesai_id = s.id
     JOIN penugasan g ON g.lokus_id = s.lokus_id AND g.akun_id = s.akun_id LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id
     WHERE s.lokus_id = l.id AND z.selesai_id IS NULL AND #DIHITUNG#) AS lembar_selesai,
  (SELECT COUNT(*) FROM f02_sepakat s WHERE s.lokus_id = l.id) AS sepakat,
  (SELECT COUNT(*) FROM ronde r WHERE r.lokus_id = l.id AND r.jenis = 'f03') AS ronde,
  CAST(0 AS bigint) AS responden,
  (SELECT COUNT(*) FROM ronde r WHERE r.lokus_id = l.id AND r.jenis = 'f03'
     AND ((SELECT t.jenis FROM ronde_tutup t WHERE t.ronde_id = r.id ORDER BY t.id DESC LIMIT 1) = 'tutup'
       OR (SELECT k.jenis FROM fase_kejadian k WHERE k.periode_id = l.periode_id AND k.fase = 'pelaksanaan' ORDER BY k.id DESC LIMIT 1) = 'tutup')
   ) AS ronde_tutup,
  h.id AS hasil_id, h.status AS hasil_status, h.tampil AS hasil_tampil, h.kategori AS hasil_kategori, h.pada AS hasil_pada,
  #BA#
  (SELECT MAX(e.pada) FROM lhe e JOIN hasil hh ON hh.id = e.hasil_id LEFT JOIN hasil_batal hb ON hb.hasil_id = hh.id
     WHERE e.lokus_id = l.id AND hb.hasil_id IS NULL) AS lhe,
  (SELECT MIN(k.pada) FROM penyampaian k JOIN lhe e ON e.id = k.lhe_id LEFT JOIN hasil_batal hb ON hb.hasil_id = e.hasil_id
     WHERE k.lokus_id = l.id AND k.dokumen = 'lhe' AND k.kepada = 'unit' AND hb.hasil_id IS NULL) AS lhe_sampai,
  (SELECT n.pada FROM penerbitan n WHERE n.periode_id = l.periode_id AND n.jenis = 'terbit' AND n.pada >= h.pada
     AND n.id = (SELECT m.id FROM penerbitan m WHERE m.periode_id = l.periode_id ORDER BY m.id DESC LIMIT 1)) AS terbit
  FROM lokus l LEFT JOIN hasil h ON h.id = (SELECT a.id FROM hasil a LEFT JOIN hasil_batal b ON b.hasil_id = a.id
    WHERE a.lokus_id = l.id AND b.hasil_id IS NULL ORDER BY a.nomor DESC LIMIT 1)";

/// Three columns for one kind of minutes.
fn kolom_ba(jenis: &str) -> String {
    let dari = format!(
        "FROM berita_acara b LEFT JOIN berita_acara_batal x ON x.berita_acara_id = b.id
         WHERE b.lokus_id = l.id AND b.jenis = '{jenis}' AND x.berita_acara_id IS NULL"
    );
    let gabung = dari.replacen("berita_acara b", "berita_acara b JOIN #T# t ON t.berita_acara_id = b.id", 1);
    format!(
        "(SELECT COUNT(*) {dari}) AS ba_{jenis},
         (SELECT COUNT(DISTINCT t.pihak) {}) AS ba_{jenis}_tanda,
         (SELECT MAX(t.pada) {}) AS ba_{jenis}_segel,",
        gabung.replace("#T#", "tanda_tangan"),
        gabung.replace("#T#", "segel")
    )
}

fn pilih() -> String {
    PILIH.replace("#DIHITUNG#", crate::f02::DIHITUNG).replace("#BA#", &format!("{}{}", kolom_ba("pelaksanaan"), kolom_ba("hasil")))
}

pub async fn satu<C: ConnectionTrait>(c: &C, id: LokusId) -> Hasil<Keadaan> {
    beberapa(c, &[id]).await?.pop().ok_or(StoreError::TidakDitemukan)
}

/// States of several lokus (a page of a table, the lokus of one evaluator), by id. Three queries however many there are.
pub async fn beberapa<C: ConnectionTrait>(c: &C, id: &[LokusId]) -> Hasil<Vec<Keadaan>> {
    if id.is_empty() {
        return Ok(Vec::new());
    }
    let tempat = kueri::tempat(1..=id.len());
    let nilai: Vec<Value> = id.iter().map(|i| (*i).into()).collect();
    let mut semua: Vec<Keadaan> = c.semua(&format!("{} WHERE l.id IN ({tempat}) ORDER BY l.id", pilih()), nilai.clone()).await?;
    let sql = format!(
        "SELECT r.lokus_id, j.kelompok, j.n FROM ronde r JOIN jawaban_kubus j ON j.ronde_id = r.id WHERE r.lokus_id IN ({tempat})
         AND r.jenis = 'f03' AND j.tingkat = 0 AND j.keadaan = 'pakai' ORDER BY r.lokus_id, j.kelompok LIMIT 100000"
    );
    let jawaban: Vec<Jawaban> = c.semua(&sql, nilai.clone()).await?;
    let sql = format!(
        "SELECT q.bundel_id FROM bundel_tolak q JOIN bundel_kertas b ON b.id = q.bundel_id JOIN ronde r ON r.id = b.ronde_id
         WHERE r.lokus_id IN ({tempat}) ORDER BY q.bundel_id LIMIT 100000"
    );
    // A group is named by the text of the bundle's id, which SQL cannot make alike on both databases.
    let ditolak: HashSet<String> = c.semua::<Tolak>(&sql, nilai).await?.into_iter().map(|t| t.bundel_id.to_string()).collect();
    for k in &mut semua {
        k.responden = jawaban.iter().filter(|j| j.lokus_id == k.lokus_id && !ditolak.contains(&j.kelompok)).map(|j| j.n).sum();
    }
    Ok(semua)
}

#[derive(FromQueryResult)]
struct Jawaban {
    lokus_id: LokusId,
    kelompok: String,
    n: i64,
}

#[derive(FromQueryResult)]
struct Tolak {
    bundel_id: BundelId,
}
