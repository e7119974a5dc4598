//! The form of a service with its letter and its fee, version by version. Without one the service takes no cases.

use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    audit::{self, Kejadian},
    hak::PengelolaFormulir,
    id::{FormulirId, LayananId},
    kueri::Kueri,
    nilai,
    versi::bentrok,
};
use ::layanan::permohonan::{Formulir, surat};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// Highest fee in rupiah.
pub const TARIF_MAKS: i64 = 10_000_000_000;

/// One version of a form.
#[derive(Debug, Clone)]
pub struct FormulirLayanan {
    pub id: FormulirId,
    pub layanan_id: LayananId,
    pub nomor: i64,
    pub isi: Formulir,
    /// Letter with places in braces; empty: the product is no letter of this program.
    pub surat: String,
    /// Whole rupiah; 0: free.
    pub tarif: i64,
    pub pada: Waktu,
    pub oleh: String,
    pub tutup: Option<Waktu>,
}

#[derive(FromQueryResult)]
struct Baris {
    id: FormulirId,
    layanan_id: LayananId,
    nomor: i64,
    isi: String,
    surat: String,
    tarif: i64,
    pada: Waktu,
    oleh: String,
    tutup: Option<Waktu>,
}

impl TryFrom<Baris> for FormulirLayanan {
    type Error = StoreError;

    fn try_from(b: Baris) -> Hasil<Self> {
        let isi = serde_json::from_str(&b.isi).map_err(|e| StoreError::Rusak(format!("form {}: {e}", b.id)))?;
        let Baris { id, layanan_id, nomor, surat, tarif, pada, oleh, tutup, .. } = b;
        Ok(Self { id, layanan_id, nomor, isi, surat, tarif, pada, oleh, tutup })
    }
}

const PILIH: &str = "SELECT f.id, f.layanan_id, f.nomor, f.isi, f.surat, f.tarif, f.pada, a.nama AS oleh, t.pada AS tutup FROM formulir f
    JOIN akun a ON a.id = f.oleh LEFT JOIN formulir_tutup t ON t.formulir_id = f.id";

/// # Errors
/// `TidakDitemukan`.
pub async fn dari_id<C: ConnectionTrait>(c: &C, id: FormulirId) -> Hasil<FormulirLayanan> {
    c.satu::<Baris>(&format!("{PILIH} WHERE f.id = $1"), nilai![id]).await?.try_into()
}

/// The newest version, closed or not.
pub async fn terakhir<C: ConnectionTrait>(c: &C, id: LayananId) -> Hasil<Option<FormulirLayanan>> {
    let b: Option<Baris> = c.mungkin(&format!("{PILIH} WHERE f.layanan_id = $1 ORDER BY f.nomor DESC LIMIT 1"), nilai![id]).await?;
    b.map(TryInto::try_into).transpose()
}

/// The form by which the service takes cases now.
pub async fn berlaku<C: ConnectionTrait>(c: &C, id: LayananId) -> Hasil<Option<FormulirLayanan>> {
    Ok(terakhir(c, id).await?.filter(|f| f.tutup.is_none()))
}

/// One change of the forms of a service at a time.
async fn kunci(tx: &Tx, id: LayananId) -> Hasil<()> {
    tx.angka(&format!("SELECT versi AS n FROM layanan WHERE id = $1{}", tx.kunci_isi()), nilai![id]).await.map(|_| ())
}

/// Issues a version. `dasar`: number of the version it was made from, 0 for the first. The same content again is no new version.
///
/// # Errors
/// `Bentrok` when somebody issued one meanwhile; `Keadaan` for a form, letter or fee that cannot be used.
pub async fn simpan(store: &Store, hak: &PengelolaFormulir, dasar: i64, isi: &Formulir, teks: &str, tarif: i64) -> Hasil<()> {
    isi.periksa().map_err(|_| StoreError::Keadaan("formulir-salah"))?;
    surat::periksa(teks, isi.medan.iter().map(|m| m.kunci.as_str())).map_err(|_| StoreError::Keadaan("formulir-surat-salah"))?;
    if !(0..=TARIF_MAKS).contains(&tarif) {
        return Err(StoreError::Keadaan("formulir-tarif-salah"));
    }
    let l = &hak.layanan;
    let json = serde_json::to_string(isi).map_err(|e| StoreError::Rusak(e.to_string()))?;
    let tx = store.mulai().await?;
    kunci(&tx, l.id).await?;
    let lama = terakhir(&*tx, l.id).await?;
    if let Some(x) = &lama
        && (x.tutup.is_none(), &x.isi, x.surat.as_str(), x.tarif) == (true, isi, teks.trim(), tarif)
    {
        return Ok(());
    }
    let nomor = lama.map_or(0, |f| f.nomor);
    if nomor != dasar {
        return Err(bentrok(&tx, "formulir", &l.id.to_string(), nomor).await?);
    }
    tx.jalankan(
        "INSERT INTO formulir (id, layanan_id, nomor, isi, surat, tarif, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        nilai![FormulirId::baru(), l.id, nomor + 1, json, teks.trim(), tarif, tx.pada, hak.pelaku().akun],
    )
    .await?;
    let rincian = serde_json::json!({ "nomor": nomor + 1, "isian": isi.medan.len(), "tarif": tarif });
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("formulir.simpan", "formulir", l.id).instansi(l.instansi_id).rincian(rincian)).await?;
    tx.commit().await
}

/// The service takes no more cases through the program. Running cases go on. A second time does nothing.
///
/// # Errors
/// `Keadaan` without a reason, or when there is no form.
pub async fn tutup(store: &Store, hak: &PengelolaFormulir, alasan: &str) -> Hasil<()> {
    if alasan.trim().is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let l = &hak.layanan;
    let tx = store.mulai().await?;
    // As in `simpan`: the version that is closed stays the newest until this is done.
    kunci(&tx, l.id).await?;
    let f = terakhir(&*tx, l.id).await?.ok_or(StoreError::Keadaan("formulir-belum"))?;
    let n = tx
        .jalankan(
            "INSERT INTO formulir_tutup (formulir_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4) ON CONFLICT (formulir_id) DO NOTHING",
            nilai![f.id, alasan.trim(), tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n > 0 {
        let k = Kejadian::baru("formulir.tutup", "formulir", l.id).instansi(l.instansi_id).rincian(serde_json::json!({ "nomor": f.nomor }));
        audit::catat(&tx, hak.pelaku(), k).await?;
    }
    tx.commit().await
}
