//! What the applicant does: sending, correcting, cancelling. He is known by the code alone.

use super::{
    BERKAS, ISI, ISI_LAMA, KONTAK, NAMA, Permohonan,
    baca::medan_berkas,
    dari_id, formulir, kabar,
    langkah::{Ambil, ambil, kunci},
    ulang_perbaikan,
};
use crate::{
    Hasil, Store, StoreError, Tx,
    berkas::Berkas,
    bukti::rapikan_nama,
    id::PermohonanId,
    identitas::{Milik, lampiran, segel, segel_opsi},
    kueri::Kueri,
    nilai, objek, pindai,
};
use ::layanan::permohonan::{Formulir, Langkah};

/// Characters of a name or a contact.
const NAMA_MAKS: usize = 200;

/// A checked file for a field.
#[derive(Debug)]
pub struct Lampiran<'a> {
    pub medan: &'a str,
    /// As it was called; made harmless here.
    pub nama: &'a str,
    pub berkas: &'a Berkas,
}

/// What was typed and attached. `mentah`: names and values of the fields as they came.
#[derive(Debug, Default)]
pub struct Kirim<'a> {
    pub nama: &'a str,
    pub kontak: &'a str,
    /// Where he wants to be told by mail; empty: not at all. Of a new case only.
    pub surel: &'a str,
    /// Language of the mails: `id` or `en`.
    pub bahasa: &'a str,
    pub mentah: &'a [(String, String)],
    pub lampiran: Vec<Lampiran<'a>>,
}

impl Kirim<'_> {
    pub(super) fn nama(&self) -> Option<String> {
        rapi(self.nama)
    }

    pub(super) fn kontak(&self) -> Option<String> {
        rapi(self.kontak)
    }

    /// The answers as JSON. `ada`: whether a file of a field is there from before.
    pub(super) fn baca(&self, f: &Formulir, ada: impl Fn(&str) -> bool) -> Hasil<String> {
        let lengkap = (!f.nama || self.nama().is_some()) && (!f.kontak || self.kontak().is_some());
        let berkas = |m: &str| ada(m) || self.lampiran.iter().any(|l| l.medan == m);
        let asing = self.lampiran.iter().any(|l| !f.berkas().any(|m| m.kunci == l.medan));
        let mentah = |m: &str| self.mentah.iter().filter(|(k, _)| k == m).map(|(_, v)| v.as_str()).collect();
        let jawaban = f.baca(mentah, berkas).ok().filter(|_| lengkap && !asing).ok_or(StoreError::Keadaan("permohonan-belum-lengkap"))?;
        serde_json::to_string(&jawaban).map_err(|e| StoreError::Rusak(e.to_string()))
    }
}

fn rapi(teks: &str) -> Option<String> {
    let teks: String = teks.trim().chars().filter(|c| !c.is_control()).take(NAMA_MAKS).collect();
    (!teks.is_empty()).then_some(teks)
}

/// Writes the files to disk, sealed.
pub(super) fn siapkan(store: &Store, k: &Kirim<'_>) -> Hasil<Vec<lampiran::Siap>> {
    k.lampiran.iter().map(|l| lampiran::siapkan(store, lampiran::PERMOHONAN, crate::id::baru(), l.berkas.isi())).collect()
}

/// Rows of files that are on disk already.
pub(super) async fn simpan_lampiran(tx: &Tx, id: PermohonanId, k: &Kirim<'_>, siap: &[lampiran::Siap]) -> Hasil<()> {
    for (l, s) in k.lampiran.iter().zip(siap) {
        // Sealed it looks different each time; what was found in it before is known by its content.
        pindai::tolak_terinfeksi(tx, &s.polos).await?;
        objek::catat(tx, &s.isi, l.berkas.tipe().mime()).await?;
        let nama = segel(&tx.kunci, Milik(BERKAS, s.id), &rapikan_nama(l.nama, l.berkas.tipe()))?;
        tx.jalankan(
            "INSERT INTO permohonan_berkas (id, permohonan_id, medan, nama, objek, kunci, pada) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            nilai![s.id, id, l.medan, nama, s.isi.sidik.as_str(), s.kunci.as_str(), tx.pada],
        )
        .await?;
    }
    Ok(())
}

/// The applicant sends what was asked for. `versi`: of the case as he saw it; the same sending twice is one.
///
/// # Errors
/// `Keadaan` when nothing was asked for or something is missing, and `permohonan-perbaikan-sampai` for the same correction with
/// something else in it; `Bentrok` when the case moved on.
pub async fn perbaiki(store: &Store, kode: &str, versi: i64, k: &Kirim<'_>) -> Hasil<Permohonan> {
    let p = super::dari_kode(store.baca(), kode).await?;
    let siap = siapkan(store, k)?;
    let tx = store.mulai().await?;
    let kini = kunci(&tx, p.id).await?;
    let f = formulir::dari_id(&*tx, kini.formulir_id).await?;
    let ada = medan_berkas(&*tx, p.id).await?;
    let a = Ambil { langkah: Langkah::Perbaiki, versi, oleh: None, alasan: "", gerai: None };
    let baru = ambil(&tx, p.id, a).await?.is_some();
    let jawaban = k.baca(&f.isi, |m| ada.iter().any(|b| b == m))?;
    if !baru {
        // Sent again; with something else in it the first correction stands.
        drop(tx);
        let sama = ulang_perbaikan::sama(store, &kini, versi, &jawaban, k).await?;
        return if sama { Ok(kini) } else { Err(StoreError::Keadaan("permohonan-perbaikan-sampai")) };
    }
    let isi_lama = segel(&tx.kunci, ISI_LAMA.di(p.id), &kini.isi.buka(&tx.kunci, ISI.di(p.id))?)?;
    tx.jalankan(
        "INSERT INTO permohonan_isi_lama (permohonan_id, versi, isi, pada) VALUES ($1, $2, $3, $4)",
        nilai![p.id, versi, isi_lama, tx.pada],
    )
    .await?;
    let jawaban = segel(&tx.kunci, ISI.di(p.id), &jawaban)?;
    let nama = segel_opsi(&tx.kunci, NAMA.di(p.id), k.nama().as_deref())?;
    let kontak = segel_opsi(&tx.kunci, KONTAK.di(p.id), k.kontak().as_deref())?;
    let sql = "UPDATE permohonan SET isi = $1, nama = COALESCE($2, nama), kontak = COALESCE($3, kontak) WHERE id = $4";
    tx.jalankan(sql, nilai![jawaban, nama, kontak, p.id]).await?;
    simpan_lampiran(&tx, p.id, k, &siap).await?;
    kabar::kabari(&tx, &dari_id(&*tx, p.id).await?, "permohonan-diperbaiki", None).await?;
    let p = dari_id(&*tx, p.id).await?;
    tx.commit().await?;
    Ok(p)
}

/// The applicant wants it no more. An open bill is called off with it.
///
/// # Errors
/// `Keadaan` when it is decided or paid already; `Bentrok` when the case moved on.
pub async fn batalkan(store: &Store, kode: &str, versi: i64, alasan: &str) -> Hasil<Permohonan> {
    let p = super::dari_kode(store.baca(), kode).await?;
    let tx = store.mulai().await?;
    kunci(&tx, p.id).await?;
    let a = Ambil { langkah: Langkah::Batalkan, versi, oleh: None, alasan, gerai: None };
    if ambil(&tx, p.id, a).await?.is_some() {
        kabar::kabari(&tx, &p, "permohonan-dibatalkan", None).await?;
    }
    let p = dari_id(&*tx, p.id).await?;
    tx.commit().await?;
    Ok(p)
}
