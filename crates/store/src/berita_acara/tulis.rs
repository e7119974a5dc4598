//! Making minutes, and annulling them with a reason; the old row and its signatures stay.

use super::{HarusTanda, Jenis, Pihak, baca, calon};
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    f01,
    hak::{EvaluatorLokus, Pelaku, PenyelenggaraLokus},
    hasil,
    id::{BeritaAcaraId, HasilId},
    kode,
    kueri::Kueri,
    lokus::{Lokus, kabar::kabari_ba},
    massal, nilai,
    objek::{self, Tersimpan},
    pemberitahuan::Kepada,
    penerbitan,
    periode::{self, Fase},
    peristiwa,
    persiapan::benturan,
};
use jiff::civil::Date;

/// Who may make minutes.
#[derive(Debug, Clone)]
pub enum Pembuat {
    Penyelenggara(PenyelenggaraLokus),
    Evaluator(EvaluatorLokus),
}

impl Pembuat {
    #[must_use]
    pub fn lokus(&self) -> &Lokus {
        match self {
            Self::Penyelenggara(h) => &h.lokus,
            Self::Evaluator(h) => &h.lokus,
        }
    }

    #[must_use]
    pub fn pelaku(&self) -> &Pelaku {
        match self {
            Self::Penyelenggara(h) => h.pelaku(),
            Self::Evaluator(h) => h.pelaku(),
        }
    }
}

/// New minutes; the PDF is on disk already. `id` is made when the form is shown.
#[derive(Debug)]
pub struct Baru<'a> {
    pub id: BeritaAcaraId,
    pub jenis: Jenis,
    /// The frozen result that the kind `hasil` prints.
    pub hasil: Option<HasilId>,
    pub nomor: &'a str,
    pub tanggal: Date,
    pub tempat: &'a str,
    /// From [`kode_baru`]; printed with the QR.
    pub kode: &'a str,
    pub penanda: &'a [HarusTanda],
    /// What the PDF was made from, so that the same bytes can be made again.
    pub dokumen: &'a serde_json::Value,
    pub pdf: &'a Tersimpan,
}

/// Code of a document for the verification page: 12 signs, 59 random bits.
#[must_use]
pub fn kode_baru() -> String {
    kode::acak(12)
}

/// Stores new minutes. The same id again answers the first ones.
///
/// # Errors
/// `Keadaan`: `ba-sudah-ada` while minutes of this kind stand, `ba-hasil-belum-beku`, `ba-penanda-berubah` when those who
/// are printed are not those who may sign now, `dokumen-nomor-dipakai` when other minutes of the office bear this number, `benturan-ada`
/// for an evaluator, or a closed phase.
pub async fn tambah(store: &Store, pembuat: &Pembuat, b: Baru<'_>) -> Hasil<BeritaAcaraId> {
    let (l, pelaku) = (pembuat.lokus(), pembuat.pelaku());
    let tx = store.mulai().await?;
    f01::kunci(&tx, l.id).await?;
    if let Some(lama) = baca::mungkin(&*tx, b.id).await? {
        let sama = lama.lokus_id == l.id && lama.jenis == b.jenis.kunci() && lama.nomor == b.nomor;
        return if sama { Ok(lama.id) } else { Err(StoreError::OperasiLain) };
    }
    if let Pembuat::Evaluator(h) = pembuat {
        benturan::harus_tanpa(&tx, h).await?;
    }
    let fase = if b.jenis == Jenis::Hasil { Fase::Penyampaian } else { Fase::Pelaksanaan };
    periode::harus_terbuka(&*tx, l.periode_id, fase).await?;
    if baca::daftar(&*tx, l.id).await?.iter().any(|x| x.jenis == b.jenis.kunci() && x.batal.is_none()) {
        return Err(StoreError::Keadaan("ba-sudah-ada"));
    }
    let hidup = hasil::hidup(&*tx, l.id).await?.map(|h| h.id);
    if b.jenis == Jenis::Hasil && (hidup.is_none() || b.hasil != hidup) {
        return Err(StoreError::Keadaan("ba-hasil-belum-beku"));
    }
    periksa_penanda(&tx, l, b.penanda).await?;
    massal::harus_bebas(&tx, massal::Dokumen::BeritaAcara, l, b.nomor).await?;
    objek::catat_cetak(&tx, b.pdf, "application/pdf").await?;
    let isi = serde_json::json!({ "penanda": b.penanda, "dokumen": b.dokumen }).to_string();
    tx.jalankan(
        "INSERT INTO berita_acara (id, lokus_id, jenis, hasil_id, nomor, tanggal, tempat, kode, isi, objek, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        nilai![
            b.id,
            l.id,
            b.jenis.kunci(),
            b.hasil.filter(|_| b.jenis == Jenis::Hasil),
            b.nomor,
            b.tanggal.to_string(),
            b.tempat,
            b.kode,
            isi.as_str(),
            b.pdf.sidik.as_str(),
            tx.pada,
            pelaku.akun
        ],
    )
    .await?;
    let baris =
        Sidik { jenis: b.jenis.kunci(), nomor: b.nomor, tanggal: &b.tanggal.to_string(), tempat: b.tempat, kode: b.kode, isi: &isi };
    let rincian = serde_json::json!({ "lokus": l.id, "jenis": b.jenis, "pdf": b.pdf.sidik, "hasil": b.hasil, "sidik": baris.hitung() });
    audit::catat(&tx, pelaku, Kejadian::baru("ba.buat", "berita_acara", b.id).instansi(l.instansi_id).rincian(rincian)).await?;
    let penanda: Vec<Kepada> = b.penanda.iter().map(|p| Kepada::Akun(p.akun)).collect();
    kabari_ba(&tx, l, pelaku, "ba-tanda", &penanda, (b.id, b.jenis.kunci())).await?;
    peristiwa::siarkan(&tx, &super::topik(l.id), &serde_json::json!({ "ba": b.id })).await?;
    tx.commit().await?;
    Ok(b.id)
}

/// What new minutes say; the event of their making keeps a hash of it, so that a row that was changed shows.
pub(crate) struct Sidik<'a> {
    pub jenis: &'a str,
    pub nomor: &'a str,
    pub tanggal: &'a str,
    pub tempat: &'a str,
    pub kode: &'a str,
    pub isi: &'a str,
}

impl Sidik<'_> {
    pub(crate) fn hitung(&self) -> String {
        let semua = [self.jenis, self.nomor, self.tanggal, self.tempat, self.kode, self.isi];
        crate::sidik_hex(serde_json::json!(semua).to_string().as_bytes())
    }
}

async fn periksa_penanda(tx: &Tx, l: &Lokus, penanda: &[HarusTanda]) -> Hasil<()> {
    let c = calon::calon(&**tx, l, &tx.pada.hari(&l.zona).to_string()).await?;
    let dari = |p: Pihak| penanda.iter().filter(move |x| x.pihak == p).map(|x| x.akun);
    let semua_evaluator = !c.evaluator.is_empty()
        && dari(Pihak::Evaluator).count() == c.evaluator.len()
        && c.evaluator.iter().all(|e| dari(Pihak::Evaluator).any(|a| a == e.id));
    let satu = |p: Pihak, boleh: &[calon::Orang]| dari(p).count() == 1 && dari(p).all(|a| boleh.iter().any(|o| o.id == a));
    if semua_evaluator && satu(Pihak::Unit, &c.unit) && satu(Pihak::Penanggungjawab, &c.penanggungjawab) {
        return Ok(());
    }
    Err(StoreError::Keadaan("ba-penanda-berubah"))
}

/// Annuls minutes; a second time changes nothing.
///
/// # Errors
/// `Keadaan("alasan-wajib")`, `Keadaan("ba-sudah-terbit")` while its result is public, a closed phase; `TidakDitemukan` for minutes of another lokus.
pub async fn batalkan(store: &Store, hak: &PenyelenggaraLokus, id: BeritaAcaraId, alasan: &str) -> Hasil<()> {
    if alasan.trim().is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let tx = store.mulai().await?;
    super::tanda::kunci(&tx, id).await?;
    let b = baca::mungkin(&*tx, id).await?.filter(|b| b.lokus_id == hak.lokus.id).ok_or(StoreError::TidakDitemukan)?;
    if b.batal.is_some() {
        return Ok(());
    }
    periode::harus_terbuka(&*tx, hak.lokus.periode_id, Fase::Penyampaian).await?;
    if let (Some(h), Some(_)) = (b.hasil_id, b.segel)
        && penerbitan::terbit(&tx, hak.lokus.periode_id, h).await?
    {
        return Err(StoreError::Keadaan("ba-sudah-terbit"));
    }
    tulis_batal(&tx, hak, id, alasan.trim()).await?;
    tx.commit().await
}

/// The row and its audit event, also when minutes fall with their result.
pub(crate) async fn tulis_batal(tx: &Tx, hak: &PenyelenggaraLokus, id: BeritaAcaraId, alasan: &str) -> Hasil<()> {
    super::tanda::kunci(tx, id).await?;
    tx.jalankan(
        "INSERT INTO berita_acara_batal (berita_acara_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4)",
        nilai![id, alasan, tx.pada, hak.pelaku().akun],
    )
    .await?;
    let l = &hak.lokus;
    let rincian = serde_json::json!({ "lokus": l.id, "alasan": tx.kunci.ringkas(alasan) });
    audit::catat(tx, hak.pelaku(), Kejadian::baru("ba.batal", "berita_acara", id).instansi(l.instansi_id).rincian(rincian)).await?;
    peristiwa::siarkan(tx, &super::topik(l.id), &serde_json::json!({ "ba": id })).await
}
