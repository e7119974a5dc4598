//! LHE: the report of a frozen result. Each making is a version of its own; old ones stay as they were given out.

use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    f01,
    hak::PenyelenggaraLokus,
    hasil,
    id::{HasilId, LheId, LokusId},
    kueri::Kueri,
    lokus::kabar::kabari,
    massal, nilai,
    objek::{self, Tersimpan},
    pemberitahuan::Kepada,
    periode::{self, Fase},
    peristiwa,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

#[derive(Debug, Clone, FromQueryResult)]
pub struct Lhe {
    pub id: LheId,
    pub lokus_id: LokusId,
    pub hasil_id: HasilId,
    pub kode: String,
    /// The number on it; `None` for one without, and for those of older programs.
    pub nomor: Option<String>,
    /// SHA-256 of the PDF, of the workbook.
    pub pdf: String,
    pub xlsx: String,
    pub pada: Waktu,
    pub oleh_nama: String,
    pub hasil_nomor: i64,
    pub hasil_sidik: String,
    /// When the result it reports was annulled.
    pub hasil_batal: Option<Waktu>,
}

/// A new version; both files are on disk already.
#[derive(Debug)]
pub struct LheBaru<'a> {
    pub id: LheId,
    pub hasil: HasilId,
    /// From [`crate::berita_acara::kode_baru`].
    pub kode: &'a str,
    /// The number on it.
    pub nomor: Option<&'a str>,
    pub pdf: &'a Tersimpan,
    pub xlsx: &'a Tersimpan,
}

const TIPE_XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Stores a version. The same id again answers the first one.
///
/// # Errors
/// `Keadaan`: `lhe-hasil-berubah` when another result stands by now, `dokumen-nomor-dipakai` when the report of another unit bears this
/// number, or a closed phase.
pub async fn tambah(store: &Store, hak: &PenyelenggaraLokus, b: LheBaru<'_>) -> Hasil<LheId> {
    let l = &hak.lokus;
    let tx = store.mulai().await?;
    f01::kunci(&tx, l.id).await?;
    if let Some(lama) = mungkin(&*tx, b.id).await? {
        return if lama.lokus_id == l.id && lama.hasil_id == b.hasil { Ok(b.id) } else { Err(StoreError::OperasiLain) };
    }
    periode::harus_terbuka(&*tx, l.periode_id, Fase::Penyampaian).await?;
    if hasil::hidup(&*tx, l.id).await?.map(|h| h.id) != Some(b.hasil) {
        return Err(StoreError::Keadaan("lhe-hasil-berubah"));
    }
    massal::harus_bebas(&tx, massal::Dokumen::Lhe, l, b.nomor.unwrap_or_default()).await?;
    objek::catat_cetak(&tx, b.pdf, "application/pdf").await?;
    objek::catat_cetak(&tx, b.xlsx, TIPE_XLSX).await?;
    tx.jalankan(
        "INSERT INTO lhe (id, lokus_id, hasil_id, kode, pdf, xlsx, pada, oleh, nomor) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        nilai![
            b.id,
            l.id,
            b.hasil,
            b.kode,
            b.pdf.sidik.as_str(),
            b.xlsx.sidik.as_str(),
            tx.pada,
            hak.pelaku().akun,
            b.nomor.map(str::to_owned)
        ],
    )
    .await?;
    let rincian =
        serde_json::json!({ "lokus": l.id, "hasil": b.hasil, "kode": b.kode, "pdf": b.pdf.sidik, "xlsx": b.xlsx.sidik, "nomor": b.nomor });
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("lhe.buat", "lhe", b.id).instansi(l.instansi_id).rincian(rincian)).await?;
    let kepada = [Kepada::Kepala(l.id), Kepada::Operator(l.id), Kepada::Evaluator(l.id), Kepada::Penanggungjawab(l.periode_id)];
    kabari(&tx, l, hak.pelaku(), "lhe-jadi", &kepada, "/lhe", b.id).await?;
    peristiwa::siarkan(&tx, &format!("lokus/{}/lhe", l.id), &serde_json::json!({ "lhe": b.id })).await?;
    tx.commit().await?;
    Ok(b.id)
}

const PILIH: &str = "SELECT e.id, e.lokus_id, e.hasil_id, e.kode, e.nomor, e.pdf, e.xlsx, e.pada, a.nama AS oleh_nama,
    h.nomor AS hasil_nomor, h.sidik AS hasil_sidik, b.pada AS hasil_batal
    FROM lhe e JOIN akun a ON a.id = e.oleh JOIN hasil h ON h.id = e.hasil_id LEFT JOIN hasil_batal b ON b.hasil_id = h.id";

async fn mungkin<C: ConnectionTrait>(c: &C, id: LheId) -> Hasil<Option<Lhe>> {
    c.mungkin(&format!("{PILIH} WHERE e.id = $1"), nilai![id]).await
}

/// One version of this lokus.
pub async fn dari_id<C: ConnectionTrait>(c: &C, lokus: LokusId, id: LheId) -> Hasil<Lhe> {
    mungkin(c, id).await?.filter(|e| e.lokus_id == lokus).ok_or(StoreError::TidakDitemukan)
}

pub(crate) async fn dari_kode<C: ConnectionTrait>(c: &C, kode: &str) -> Hasil<Option<Lhe>> {
    c.mungkin(&format!("{PILIH} WHERE e.kode = $1"), nilai![kode]).await
}

/// Versions of a lokus, newest first.
pub async fn daftar<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Vec<Lhe>> {
    c.semua(&format!("{PILIH} WHERE e.lokus_id = $1 ORDER BY e.id DESC LIMIT 100"), nilai![lokus]).await
}
