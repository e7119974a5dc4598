//! Announcing the awards of a period: a row that says who and when; taken back, another one with a reason. Public is what was
//! decided until then, and only while the results themselves are public.

use super::putusan::{self, PILIH, Putusan};
use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    audit::{self, Kejadian},
    hak::{PembacaPeriode, PenanggungjawabPeriode, PenyelenggaraPeriode},
    id::{InstansiId, PeriodeId},
    kueri::{self, Kueri},
    nilai,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
    penerbitan::Terbitan,
    periode,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// The newest row of a period.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Umum {
    pub jenis: String,
    pub alasan: String,
    pub pada: Waktu,
    pub oleh: Option<String>,
}

impl Umum {
    #[must_use]
    pub fn diumumkan(&self) -> bool {
        self.jenis == "umum"
    }
}

pub(super) async fn terakhir<C: ConnectionTrait>(c: &C, id: PeriodeId) -> Hasil<Option<Umum>> {
    let sql = "SELECT u.jenis, u.alasan, u.pada, a.nama AS oleh FROM penghargaan_umum u LEFT JOIN akun a ON a.id = u.oleh
        WHERE u.periode_id = $1 ORDER BY u.id DESC LIMIT 1";
    c.mungkin(sql, nilai![id]).await
}

/// How it stands with the announcement.
pub async fn keadaan(store: &Store, hak: &PembacaPeriode) -> Hasil<Option<Umum>> {
    terakhir(store.baca(), hak.periode.id).await
}

/// A period with so many awards that were given after its last announcement.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Menunggu {
    pub periode_id: PeriodeId,
    pub periode: String,
    pub jumlah: i64,
}

/// Awards that can be announced now and are not, by period, the newest first: of these instansi, whose results are public. Not where an
/// announcement was taken back on purpose.
pub async fn menunggu(store: &Store, instansi: &[InstansiId]) -> Hasil<Vec<Menunggu>> {
    if instansi.is_empty() {
        return Ok(Vec::new());
    }
    let tempat = kueri::tempat(1..=instansi.len());
    let terakhir = |kolom: &str| format!("(SELECT u.{kolom} FROM penghargaan_umum u WHERE u.periode_id = p.id ORDER BY u.id DESC LIMIT 1)");
    let sql = format!(
        "SELECT p.id AS periode_id, p.nama AS periode, COUNT(*) AS jumlah FROM periode p JOIN penghargaan g ON g.periode_id = p.id
           JOIN penghargaan_putusan d ON d.penghargaan_id = g.id LEFT JOIN penghargaan_tarik t ON t.putusan_id = d.id
         WHERE p.instansi_id IN ({tempat}) AND d.jenis = 'beri' AND t.putusan_id IS NULL
           AND (SELECT n.jenis FROM penerbitan n WHERE n.periode_id = p.id ORDER BY n.id DESC LIMIT 1) = 'terbit'
           AND COALESCE({}, 'umum') = 'umum' AND d.pada > COALESCE({}, -1)
         GROUP BY p.id, p.nama ORDER BY p.id DESC LIMIT 50",
        terakhir("jenis"),
        terakhir("pada")
    );
    store.baca().semua(&sql, instansi.iter().map(|i| (*i).into()).collect()).await
}

/// How many of the awards of a period its announcement, if there is one, does not name yet.
pub async fn belum_diumumkan(store: &Store, hak: &PembacaPeriode) -> Hasil<usize> {
    let c = store.baca();
    let sejak = terakhir(c, hak.periode.id).await?.filter(Umum::diumumkan).map(|u| u.pada);
    Ok(putusan::diberi(c, hak.periode.id, None).await?.iter().filter(|d| sejak.is_none_or(|s| d.pada > s)).count())
}

/// Announces everything that is given now. Without anything new it changes nothing.
///
/// # Errors
/// `Keadaan`: `penghargaan-belum-terbit` while the results are not public, `penghargaan-tanpa-penerima`.
pub async fn umumkan(store: &Store, hak: &PenanggungjawabPeriode) -> Hasil<()> {
    let p = &hak.periode;
    let mut tx = store.mulai().await?;
    periode::kunci(&tx, p.id).await?;
    if !terbit(&*tx, p.id).await? {
        return Err(StoreError::Keadaan("penghargaan-belum-terbit"));
    }
    let sejak = terakhir(&*tx, p.id).await?.filter(Umum::diumumkan).map(|u| u.pada);
    let semua = putusan::diberi(&*tx, p.id, None).await?;
    // Everything that was decided until now is announced, also when the clock was set back since.
    tx.pada = semua.iter().map(|d| d.pada).fold(tx.pada, Waktu::max);
    if semua.is_empty() {
        return Err(StoreError::Keadaan("penghargaan-tanpa-penerima"));
    }
    let baru: Vec<&Putusan> = semua.iter().filter(|d| sejak.is_none_or(|s| d.pada > s)).collect();
    if baru.is_empty() {
        return Ok(());
    }
    catat(&tx, hak, "umum", "", serde_json::json!({ "penghargaan": semua.len(), "baru": baru.len() })).await?;
    for d in baru {
        let isi = serde_json::json!({ "unit": d.penerima, "penghargaan": d.nama, "periode": p.nama });
        let sekali = format!("penghargaan-umum/{}", d.id);
        let kepada = match d.lokus_id {
            Some(l) => vec![Kepada::Kepala(l), Kepada::Operator(l)],
            None => vec![Kepada::PembinaInstansi(d.instansi_id), Kepada::PenyelenggaraInstansi(d.instansi_id)],
        };
        kabari(&tx, "penghargaan-umum", &kepada, Some(hak.pelaku().akun), d, &isi, &sekali).await?;
    }
    tx.commit().await
}

/// Takes the announcement back; the certificates keep their codes.
///
/// # Errors
/// `Keadaan`: `alasan-wajib`, `penghargaan-belum-umum`.
pub async fn tarik(store: &Store, hak: &PenanggungjawabPeriode, alasan: &str) -> Hasil<()> {
    let alasan = alasan.trim();
    if alasan.is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let tx = store.mulai().await?;
    periode::kunci(&tx, hak.periode.id).await?;
    if !terakhir(&*tx, hak.periode.id).await?.is_some_and(|u| u.diumumkan()) {
        return Err(StoreError::Keadaan("penghargaan-belum-umum"));
    }
    catat(&tx, hak, "tarik", alasan, serde_json::json!({ "alasan": tx.kunci.ringkas(alasan) })).await?;
    tx.commit().await
}

async fn catat(tx: &Tx, hak: &PenanggungjawabPeriode, jenis: &str, alasan: &str, rincian: serde_json::Value) -> Hasil<()> {
    let (id, p) = (crate::id::baru(), &hak.periode);
    tx.jalankan(
        "INSERT INTO penghargaan_umum (id, periode_id, jenis, alasan, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6)",
        nilai![id, p.id, jenis, alasan, tx.pada, hak.pelaku().akun],
    )
    .await?;
    let aksi = if jenis == "umum" { "penghargaan.umum" } else { "penghargaan.tarik-umum" };
    audit::catat(tx, hak.pelaku(), Kejadian::baru(aksi, "periode", p.id).instansi(p.instansi_id).rincian(rincian)).await?;
    Ok(())
}

async fn terbit<C: ConnectionTrait>(c: &C, periode: PeriodeId) -> Hasil<bool> {
    let sql = "SELECT COUNT(*) AS n FROM penerbitan n WHERE n.periode_id = $1 AND n.jenis = 'terbit'
        AND n.id = (SELECT m.id FROM penerbitan m WHERE m.periode_id = $1 ORDER BY m.id DESC LIMIT 1)";
    Ok(c.angka(sql, nilai![periode]).await? > 0)
}

async fn kabari(
    tx: &Tx,
    jenis: &'static str,
    kepada: &[Kepada],
    kecuali: Option<crate::id::AkunId>,
    d: &Putusan,
    isi: &serde_json::Value,
    sekali: &str,
) -> Hasil<()> {
    let periode = Some(d.periode_id);
    beri_tahu(tx, &Pemberitahuan { jenis, kepada, kecuali, periode, lokus: d.lokus_id, tautan: "/penghargaan", isi, sekali }).await?;
    Ok(())
}

/// A withdrawn award is told only where it had been told before.
pub(super) async fn kabari_tarik(tx: &Tx, hak: &PenyelenggaraPeriode, d: &Putusan) -> Hasil<()> {
    let umum = terakhir(&**tx, d.periode_id).await?.filter(|u| u.diumumkan() && d.pada <= u.pada);
    if d.jenis != "beri" || umum.is_none() {
        return Ok(());
    }
    let kepada = d.lokus_id.map_or_else(
        || {
            let milik = d.instansi_id;
            vec![Kepada::PembinaInstansi(milik), Kepada::PenyelenggaraInstansi(milik), Kepada::Penanggungjawab(d.periode_id)]
        },
        |l| vec![Kepada::Kepala(l), Kepada::Operator(l), Kepada::Penanggungjawab(d.periode_id)],
    );
    let isi = serde_json::json!({ "unit": d.penerima, "penghargaan": d.nama, "periode": hak.periode.nama });
    kabari(tx, "penghargaan-tarik", &kepada, Some(hak.pelaku().akun), d, &isi, &format!("penghargaan-tarik/{}", d.id)).await
}

/// What the public may see of a period's awards.
#[derive(Debug, Clone)]
pub struct Diumumkan {
    pub pada: Waktu,
    /// Those that stand, and those that were withdrawn after they had been announced.
    pub diberi: Vec<Putusan>,
    pub ditarik: Vec<Putusan>,
}

/// `None` while nothing is announced.
pub async fn publik(store: &Store, t: &Terbitan) -> Hasil<Option<Diumumkan>> {
    let c = store.baca();
    let Some(u) = terakhir(c, t.periode.id).await?.filter(Umum::diumumkan) else { return Ok(None) };
    let sql = format!(
        "{PILIH} WHERE g.periode_id = $1 AND d.jenis = 'beri' AND d.pada <= $2 AND (t.pada IS NULL OR t.pada > $2)
         ORDER BY g.id, d.kelompok, d.peringkat, d.penerima, d.id LIMIT 20000"
    );
    let semua: Vec<Putusan> = c.semua(&sql, nilai![t.periode.id, u.pada]).await?;
    let (diberi, ditarik) = semua.into_iter().filter(|d| d.dapat_ditampilkan(store)).partition(Putusan::diberi);
    Ok(Some(Diumumkan { pada: u.pada, diberi, ditarik }))
}

/// Whether the page of a period's awards has anything to show.
pub async fn ada(store: &Store, t: &Terbitan) -> Hasil<bool> {
    let c = store.baca();
    if terakhir(c, t.periode.id).await?.is_some_and(|u| u.diumumkan()) {
        return Ok(true);
    }
    let sql = "SELECT COUNT(*) AS n FROM pembinaan m JOIN pembinaan_putusan k ON k.pembinaan_id = m.id LEFT JOIN pembinaan_akhir x ON x.pembinaan_id = m.id
        WHERE m.periode_id = $1 AND k.keterbukaan = 'umum' AND (x.jenis IS NULL OR x.jenis = 'selesai')";
    Ok(c.angka(sql, nilai![t.periode.id]).await? > 0)
}
