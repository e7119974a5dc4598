//! Decisions: by which decree an award is given to whom, who was passed over though proposed, and why a decision departs from the
//! proposal. A decision never changes; it is withdrawn with a reason, and another one follows.

use super::{
    Penghargaan,
    calon::{self, Calon, Usulan},
    syarat::terbuka,
    tanda, umum,
};
use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    audit::{self, Kejadian},
    berita_acara::kode_baru,
    hak::{PembacaPeriode, PenyelenggaraPeriode},
    id::{InstansiId, LokusId, PenghargaanId, PeriodeId, PutusanId},
    kueri::Kueri,
    nilai, periode,
};
use pekppp::penghargaan::Temuan;
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The decree and who signed it, as printed on the certificates. `tanggal` is an ISO date.
#[derive(Debug, Clone, Default)]
pub struct Keputusan<'a> {
    pub nomor: &'a str,
    pub tanggal: &'a str,
    pub tempat: &'a str,
    pub jabatan: &'a str,
    pub nama: &'a str,
    pub pangkat: &'a str,
}

/// What is decided. `op` is made when the form is shown, so that pressing twice decides once.
#[derive(Debug, Clone, Default)]
pub struct Memutus<'a> {
    pub op: Uuid,
    /// [`Usulan::tanda`] of the proposal that the person saw.
    pub dilihat: &'a str,
    /// Keys of those who are given it ([`Calon::kunci`]).
    pub beri: BTreeSet<String>,
    pub keputusan: Keputusan<'a>,
    pub alasan: &'a str,
}

#[derive(Debug, Clone, FromQueryResult)]
pub struct Putusan {
    pub id: PutusanId,
    pub penghargaan_id: PenghargaanId,
    pub periode_id: PeriodeId,
    pub nama: String,
    pub bentuk: String,
    pub bentuk_lain: String,
    pub sasaran: String,
    /// `beri` or `lewati`.
    pub jenis: String,
    pub lokus_id: Option<LokusId>,
    pub instansi_id: InstansiId,
    pub penerima: String,
    pub penerima_di: String,
    pub kelompok: String,
    pub peringkat: i64,
    pub tampil: String,
    pub kategori: String,
    pub diusulkan: i64,
    pub temuan: String,
    pub alasan: String,
    pub kode: String,
    pub nomor: String,
    pub tanggal: String,
    pub tempat: String,
    pub jabatan: String,
    pub pejabat: String,
    pub pangkat: String,
    pub pada: Waktu,
    pub oleh: Option<String>,
    pub tarik_alasan: Option<String>,
    pub tarik_pada: Option<Waktu>,
    pub tarik_oleh: Option<String>,
    /// When the result that it rests on was annulled.
    pub hasil_batal: Option<Waktu>,
    /// 1 when the ministry validated that result; 0 also for a mean.
    pub divalidasi: i64,
    /// The signature over it, see [`Putusan::sah`].
    pub(crate) tanda: Option<Vec<u8>>,
}

impl Putusan {
    #[must_use]
    pub fn diberi(&self) -> bool {
        self.jenis == "beri" && self.tarik_pada.is_none()
    }

    /// The key of the participant ([`Calon::kunci`]).
    #[must_use]
    pub fn kunci(&self) -> String {
        self.lokus_id.map_or_else(|| self.instansi_id.to_string(), |l| l.to_string())
    }

    /// # Errors
    /// `Rusak` when the stored text cannot be read.
    pub fn temuan(&self) -> Hasil<Vec<Temuan>> {
        serde_json::from_str(&self.temuan).map_err(|e| StoreError::Rusak(format!("findings of decision {}: {e}", self.id)))
    }
}

pub(crate) const PILIH: &str = concat!(
    "SELECT d.id, d.penghargaan_id, g.periode_id, g.nama, g.bentuk, g.bentuk_lain, g.sasaran, d.jenis, d.lokus_id, d.instansi_id,
    d.penerima, d.penerima_di, d.kelompok, d.peringkat, d.tampil, d.kategori, d.diusulkan, d.temuan, d.alasan, d.kode, s.nomor, s.tanggal, s.tempat,
    s.jabatan, s.nama AS pejabat, s.pangkat, d.pada, a.nama AS oleh, t.alasan AS tarik_alasan, t.pada AS tarik_pada, b.nama AS tarik_oleh,
    x.pada AS hasil_batal, q.tanda,
    CASE WHEN ",
    crate::serah::tervalidasi!("d.hasil_id"),
    " THEN CAST(1 AS bigint) ELSE CAST(0 AS bigint) END AS divalidasi
    FROM penghargaan_putusan d JOIN penghargaan g ON g.id = d.penghargaan_id JOIN penghargaan_sk s ON s.id = d.sk_id
    LEFT JOIN akun a ON a.id = d.oleh LEFT JOIN penghargaan_tarik t ON t.putusan_id = d.id LEFT JOIN akun b ON b.id = t.oleh
    LEFT JOIN hasil_batal x ON x.hasil_id = d.hasil_id LEFT JOIN penghargaan_tanda q ON q.putusan_id = d.id"
);

/// Decisions on one award, by group and rank, withdrawn ones too; at most 20,000.
pub async fn daftar(store: &Store, g: &Penghargaan) -> Hasil<Vec<Putusan>> {
    milik(store.baca(), g.id).await
}

async fn milik<C: ConnectionTrait>(c: &C, id: PenghargaanId) -> Hasil<Vec<Putusan>> {
    c.semua(&format!("{PILIH} WHERE d.penghargaan_id = $1 ORDER BY d.kelompok, d.peringkat, d.penerima, d.id LIMIT 20000"), nilai![id])
        .await
}

/// # Errors
/// `TidakDitemukan` also for one of another period.
pub async fn satu(store: &Store, hak: &PembacaPeriode, id: PutusanId) -> Hasil<Putusan> {
    store.baca().satu(&format!("{PILIH} WHERE d.id = $1 AND g.periode_id = $2"), nilai![id, hak.periode.id]).await
}

pub(crate) async fn dari_kode<C: ConnectionTrait>(c: &C, kode: &str) -> Hasil<Option<Putusan>> {
    c.mungkin(&format!("{PILIH} WHERE d.kode = $1 AND d.jenis = 'beri'"), nilai![kode]).await
}

/// Live ones that give an award of the period; of one award only, when it is named. At most 20,000.
pub(super) async fn diberi<C: ConnectionTrait>(c: &C, periode: PeriodeId, id: Option<PenghargaanId>) -> Hasil<Vec<Putusan>> {
    let sql = format!(
        "{PILIH} WHERE g.periode_id = $1 AND d.jenis = 'beri' AND t.putusan_id IS NULL{} ORDER BY g.id, d.kelompok, d.peringkat, d.penerima, d.id LIMIT 20000",
        if id.is_some() { " AND g.id = $2" } else { "" }
    );
    let mut v = nilai![periode];
    v.extend(id.map(sea_orm::Value::from));
    c.semua(&sql, v).await
}

/// Records a decision on everybody of the proposal who was not decided on yet: who is named is given the award; who was proposed
/// and is not named is passed over.
///
/// # Errors
/// `Keadaan`: `penghargaan-usulan-berubah`, `penghargaan-tanpa-penerima`, `penghargaan-alasan-menyimpang` when it departs from
/// the proposal without a reason, the closed phase. `TidakDitemukan` for a key that no participant has.
pub async fn putuskan(store: &Store, hak: &PenyelenggaraPeriode, id: PenghargaanId, m: &Memutus<'_>) -> Hasil<usize> {
    let mut tx = store.mulai().await?;
    let g = terbuka(&tx, hak, id).await?;
    // What is decided after an announcement waits for the next one.
    let umum = umum::terakhir(&*tx, hak.periode.id).await?.map(|u| u.pada);
    tx.sesudah(umum);
    if tx.angka("SELECT COUNT(*) AS n FROM penghargaan_sk WHERE id = $1", nilai![m.op]).await? > 0 {
        return Ok(0);
    }
    // Nothing can be frozen while the period is locked, so what is read beside the transaction is what holds.
    let pembaca = crate::hak::periode(store, hak.pelaku(), hak.periode.id).await?.pembaca();
    let usulan = calon::usulan(store, &pembaca, &g).await?;
    if usulan.tanda() != m.dilihat {
        return Err(StoreError::Keadaan("penghargaan-usulan-berubah"));
    }
    let pilih = pilih(&usulan, &milik(&*tx, id).await?, &m.beri)?;
    if !pilih.iter().any(|(_, beri)| *beri) {
        return Err(StoreError::Keadaan("penghargaan-tanpa-penerima"));
    }
    let alasan = m.alasan.trim();
    if alasan.is_empty() && pilih.iter().any(|(c, beri)| c.lolos() != *beri) {
        return Err(StoreError::Keadaan("penghargaan-alasan-menyimpang"));
    }
    let k = &m.keputusan;
    tx.jalankan(
        "INSERT INTO penghargaan_sk (id, penghargaan_id, nomor, tanggal, tempat, jabatan, nama, pangkat, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        nilai![m.op, id, k.nomor, k.tanggal, k.tempat, k.jabatan, k.nama, k.pangkat, tx.pada, hak.pelaku().akun],
    )
    .await?;
    for (c, beri) in &pilih {
        tulis(&tx, hak, id, m.op, c, *beri, alasan).await?;
    }
    let beri = pilih.iter().filter(|(_, beri)| *beri).count();
    let rincian = serde_json::json!({
        "penghargaan": id, "sk": m.op, "beri": beri, "lewati": pilih.len() - beri, "alasan": tx.kunci.ringkas(alasan),
    });
    let kejadian = Kejadian::baru("penghargaan.putus", "penghargaan", id).instansi(hak.periode.instansi_id).rincian(rincian);
    audit::catat(&tx, hak.pelaku(), kejadian).await?;
    tx.commit().await?;
    Ok(beri)
}

/// Who is decided on now, and whether he is given it: those named, and those proposed, without those who were decided on before.
fn pilih<'a>(usulan: &'a Usulan, lama: &[Putusan], beri: &BTreeSet<String>) -> Hasil<Vec<(&'a Calon, bool)>> {
    let sudah: BTreeSet<String> = lama.iter().filter(|d| d.tarik_pada.is_none()).map(Putusan::kunci).collect();
    if beri.iter().any(|b| !usulan.semua().any(|c| c.kunci == *b)) {
        return Err(StoreError::TidakDitemukan);
    }
    let baru = usulan.semua().filter(|c| !sudah.contains(&c.kunci));
    Ok(baru.map(|c| (c, beri.contains(&c.kunci))).filter(|(c, beri)| *beri || c.lolos()).collect())
}

async fn tulis(tx: &Tx, hak: &PenyelenggaraPeriode, id: PenghargaanId, sk: Uuid, c: &Calon, beri: bool, alasan: &str) -> Hasil<()> {
    let temuan = serde_json::to_string(&c.temuan).map_err(|e| StoreError::Rusak(e.to_string()))?;
    let (baru, menyimpang) = (PutusanId::baru(), c.lolos() != beri);
    tx.jalankan(
        "INSERT INTO penghargaan_putusan (id, penghargaan_id, sk_id, jenis, lokus_id, hasil_id, instansi_id, penerima, penerima_di, kelompok, peringkat,
           ipp, tampil, kategori, diusulkan, temuan, alasan, kode, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
        nilai![
            baru,
            id,
            sk,
            if beri { "beri" } else { "lewati" },
            c.lokus,
            c.hasil,
            c.instansi,
            c.nama.as_str(),
            c.di.as_str(),
            c.kelompok.as_str(),
            i64::try_from(c.peringkat).unwrap_or(i64::MAX),
            c.ipp.as_str(),
            c.tampil.as_str(),
            c.kategori.as_str(),
            i64::from(c.lolos()),
            temuan,
            if menyimpang { alasan } else { "" },
            kode_baru(),
            tx.pada,
            hak.pelaku().akun,
        ],
    )
    .await?;
    tanda::tandai(&**tx, &tx.kunci, baru).await
}

/// Withdraws a decision, also after the phase was closed. A second time changes nothing.
///
/// # Errors
/// `Keadaan("alasan-wajib")`.
pub async fn tarik(store: &Store, hak: &PenyelenggaraPeriode, id: PutusanId, alasan: &str) -> Hasil<()> {
    let alasan = alasan.trim();
    if alasan.is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let mut tx = store.mulai().await?;
    periode::kunci(&tx, hak.periode.id).await?;
    let umum = umum::terakhir(&*tx, hak.periode.id).await?.map(|u| u.pada);
    tx.sesudah(umum);
    let d: Putusan = tx.satu(&format!("{PILIH} WHERE d.id = $1 AND g.periode_id = $2"), nilai![id, hak.periode.id]).await?;
    let n = tx
        .jalankan(
            "INSERT INTO penghargaan_tarik (putusan_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4) ON CONFLICT (putusan_id) DO NOTHING",
            nilai![id, alasan, tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n > 0 {
        let rincian = serde_json::json!({ "putusan": id, "jenis": d.jenis, "alasan": tx.kunci.ringkas(alasan) });
        let k = Kejadian::baru("penghargaan.tarik", "penghargaan", d.penghargaan_id).instansi(hak.periode.instansi_id).rincian(rincian);
        audit::catat(&tx, hak.pelaku(), k).await?;
        umum::kabari_tarik(&tx, hak, &d).await?;
    }
    tx.commit().await
}
