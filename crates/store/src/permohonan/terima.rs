//! Receiving a case: from the public form, or typed in at the counter. Nothing is stored before it is sent.

use super::{
    ISI, KONTAK, NAMA, Permohonan, dari_id,
    formulir::{self, FormulirLayanan},
    kabar,
    langkah::kolom_jam,
    pemohon::{Kirim, siapkan, simpan_lampiran},
    surel, ulang,
};
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    hak::{DepanMpp, Pelaku},
    id::{FormulirId, GeraiId, LayananId, PermohonanId, UnitId},
    identitas::{segel, segel_opsi},
    kalender, kode,
    kueri::Kueri,
    layanan::{self, Layanan, Terbit},
    mpp::HIDUP,
    nilai,
};
use ::layanan::permohonan::Permohonan as Alur;
use sea_orm::{ConnectionTrait, FromQueryResult};

/// A place that handles a service.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Tempat {
    pub gerai_id: GeraiId,
    pub gerai: String,
    pub letak: String,
    pub mpp_id: UnitId,
    pub mpp: String,
    pub mpp_kode: String,
    pub zona: String,
}

const TEMPAT: &str = "SELECT g.id AS gerai_id, g.nama AS gerai, g.letak, g.mpp_id, u.nama AS mpp, m.kode AS mpp_kode, i.zona
    FROM gerai_layanan p JOIN gerai g ON g.id = p.gerai_id JOIN mpp m ON m.unit_id = g.mpp_id JOIN unit u ON u.id = g.mpp_id
    JOIN instansi i ON i.id = u.instansi_id";

/// Gerai in which a service is given now, by mall and name.
pub async fn tempat<C: ConnectionTrait>(c: &C, id: LayananId) -> Hasil<Vec<Tempat>> {
    c.semua(&format!("{TEMPAT} WHERE p.layanan_id = $1 AND {HIDUP} ORDER BY u.nama, g.nama, g.id LIMIT 200"), nilai![id]).await
}

/// What is sent. `id` is made from the secret of the form (`PermohonanId::dari_rahasia`): the same one again is the same case, whose
/// code is given to the sender, so it must not be an id that somebody can read.
#[derive(Debug)]
pub struct Baru<'a> {
    pub id: PermohonanId,
    /// The version that was shown.
    pub formulir: FormulirId,
    pub gerai: GeraiId,
    pub kirim: Kirim<'a>,
}

/// Receives a case from anybody. The standard in force today gives the promise.
///
/// # Errors
/// `Keadaan("permohonan-formulir-lain")` when the form was replaced or closed meanwhile, `permohonan-gerai` for a place that does not
/// give the service, and what the answers lack; `permohonan-sudah-sampai` when the same form brought a case already with something else in
/// it, which stands; `OperasiLain` when the id belongs to a case of another service.
pub async fn terima(store: &Store, l: &Terbit, b: Baru<'_>) -> Hasil<Permohonan> {
    simpan(store, &l.layanan, l.isi.hari_kerja, b, None).await
}

/// The same at the counter, for somebody who came.
///
/// # Errors
/// As [`terima`]; `permohonan-gerai` also for a gerai of another mall.
pub async fn terima_di_loket(store: &Store, hak: &DepanMpp, l: &Terbit, b: Baru<'_>) -> Hasil<Permohonan> {
    if !tempat(store.baca(), l.layanan.id).await?.iter().any(|t| t.gerai_id == b.gerai && t.mpp_id == hak.mpp.unit_id) {
        return Err(StoreError::Keadaan("permohonan-gerai"));
    }
    simpan(store, &l.layanan, l.isi.hari_kerja, b, Some(hak.pelaku())).await
}

async fn simpan(store: &Store, l: &Layanan, hari_kerja: Option<i64>, b: Baru<'_>, oleh: Option<&Pelaku>) -> Hasil<Permohonan> {
    let siap = siapkan(store, &b.kirim)?;
    let tx = store.mulai().await?;
    tx.angka(&format!("SELECT versi AS n FROM layanan WHERE id = $1{}", tx.kunci_bagi()), nilai![l.id]).await?;
    if let Some(lama) = tx.mungkin::<Ada>("SELECT layanan_id FROM permohonan WHERE id = $1", nilai![b.id]).await? {
        drop(tx);
        return if lama.layanan_id == l.id { ulang::sama(store, &b).await } else { Err(StoreError::OperasiLain) };
    }
    if layanan::dari_id(&*tx, l.id).await?.tutup.is_some() {
        return Err(StoreError::Keadaan("layanan-tutup"));
    }
    let f: FormulirLayanan =
        formulir::berlaku(&*tx, l.id).await?.filter(|f| f.id == b.formulir).ok_or(StoreError::Keadaan("permohonan-formulir-lain"))?;
    let t = tempat(&*tx, l.id).await?.into_iter().find(|t| t.gerai_id == b.gerai).ok_or(StoreError::Keadaan("permohonan-gerai"))?;
    let jawaban = b.kirim.baca(&f.isi, |_| false)?;
    let hari = tx.pada.hari(&t.zona);
    let alur = Alur::terima(hari, hari_kerja.and_then(|n| u32::try_from(n).ok()));
    let j = kolom_jam(&alur, &kalender::kalender(&*tx, l.instansi_id).await?)?;
    let kode = kode::baru(kode::Jenis::Permohonan);
    let ilustrasi = l.ilustrasi;
    tx.jalankan(
        // tiket_id stays empty: whoever hands in at a counter is served by a ticket that holds no name, and nothing ties the two. The
        // column is of the first plan and goes with the next migration that touches the table.
        "INSERT INTO permohonan (id, kode, layanan_id, formulir_id, mpp_id, gerai_id, nama, kontak, isi, keadaan, diterima,
           hari_kerja, tenggat, sisa, tuntas, tenggat_catatan, ilustrasi, versi, pada)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 1, $18)",
        nilai![
            b.id,
            kode,
            l.id,
            f.id,
            t.mpp_id,
            t.gerai_id,
            segel_opsi(&tx.kunci, NAMA.di(b.id), b.kirim.nama().as_deref())?,
            segel_opsi(&tx.kunci, KONTAK.di(b.id), b.kirim.kontak().as_deref())?,
            segel(&tx.kunci, ISI.di(b.id), &jawaban)?,
            alur.keadaan().kunci(),
            hari.to_string(),
            hari_kerja,
            j.tenggat,
            j.sisa,
            j.tuntas,
            j.catatan,
            ilustrasi,
            tx.pada
        ],
    )
    .await?;
    simpan_lampiran(&tx, b.id, &b.kirim, &siap).await?;
    surel::simpan(&tx, b.id, b.kirim.surel, b.kirim.bahasa).await?;
    catat(&tx, l, &b, oleh).await?;
    let p = dari_id(&*tx, b.id).await?;
    kabar::kabari(&tx, &p, "permohonan-baru", oleh.map(|o| o.akun)).await?;
    kabar::program(&tx, &p, "terima", alur.keadaan().kunci()).await?;
    tx.commit().await?;
    Ok(p)
}

async fn catat(tx: &Tx, l: &Layanan, b: &Baru<'_>, oleh: Option<&Pelaku>) -> Hasil<()> {
    let rincian = serde_json::json!({ "layanan": l.id, "gerai": b.gerai, "berkas": b.kirim.lampiran.len() });
    let k = Kejadian::baru("permohonan.terima", "permohonan", b.id).instansi(l.instansi_id).rincian(rincian);
    audit::catat_oleh(tx, oleh.map(|o| o.akun), k).await.map(drop)
}

#[derive(FromQueryResult)]
struct Ada {
    layanan_id: LayananId,
}
