//! Receiving a publication and deciding about it. The check comes first and needs no database; what is stored holds.

use super::{
    baca::dari_id,
    bukti, edisi,
    gugur::{self, Sebelumnya},
    gugur_isi, papan, tarik,
};
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    hak::Nasional,
    hasil::{EdisiDikenal, Naskah, Temuan, TidakTerbaca},
    id::{AkunId, KunciInstalasiId, TerimaId, TokenApiId},
    kueri::Kueri,
    kunci_instalasi,
    nasional::rentang,
    nilai,
    objek::{self, Tersimpan},
    penerbitan::{
        bundel::{self, Butir, LaporanTerbitan},
        versi::simpan,
    },
    token_api::HakSerah,
    wilayah,
};
use std::{fs::File, path::PathBuf};

/// Results that one file may hold here.
const HASIL_MAKS: usize = 200_000;

/// Who hands in.
pub enum Penyerah<'a> {
    Orang(&'a Nasional),
    Program(&'a HakSerah),
}

impl Penyerah<'_> {
    /// The person, or the program's token.
    fn oleh(&self) -> (Option<AkunId>, Option<TokenApiId>) {
        match self {
            Self::Orang(n) => (Some(n.pelaku().akun), None),
            Self::Program(t) => (None, Some(t.id)),
        }
    }
}

/// Why a file was not received. Nothing of it is kept.
#[derive(Debug, thiserror::Error)]
pub enum Gagal {
    /// No publication at all.
    #[error(transparent)]
    Bukan(TidakTerbaca),
    /// It says one thing and proves another; every fault is named.
    #[error("{} faults", .0.len())]
    TidakSah(Vec<Temuan>),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What is kept of a result.
pub(super) struct Baris {
    lokus: String,
    unit: (String, String),
    instansi: (String, String),
    kelompok: String,
    peringkat: Option<i64>,
    ipp: Option<(String, String, String)>,
    status: &'static str,
    pub sidik: String,
    pub edisi: String,
    pub cakupan: String,
    /// Code of a region; `None` for an instansi that is no regional government.
    pub wilayah: Option<String>,
    pub rentang: (Option<i64>, Option<i64>),
}

impl From<&Butir<'_>> for Baris {
    fn from(b: &Butir<'_>) -> Self {
        let (i, h) = (b.isi, &b.isi.hasil);
        Self {
            lokus: i.lokus.kode.clone(),
            unit: (i.unit.kode.clone(), i.unit.nama.clone()),
            instansi: (i.instansi.kode.clone(), i.instansi.nama.clone()),
            kelompok: b.kelompok.to_owned(),
            peringkat: b.peringkat.map(u64::cast_signed),
            ipp: h.ipp.as_ref().map(|x| (x.ipp.pecahan().to_string(), x.tampil.clone(), x.kategori.clone())),
            status: h.status.kunci(),
            sidik: b.sidik.to_owned(),
            edisi: i.edisi.sidik.clone(),
            cakupan: i.lokus.cakupan.clone(),
            wilayah: wilayah::cari(&i.instansi.kode).map(|w| w.kode.to_owned()),
            rentang: b.edisi.map_or((None, None), |e| rentang::batas(e, h, &i.f03.sebaran)),
        }
    }
}

/// Checks a file and keeps it with its results. The same publication twice is one: its id comes back.
///
/// # Errors
/// [`Gagal::TidakSah`] names every fault; `Keadaan`: `diterima-kunci-sendiri` (published by this installation), `diterima-instansi-lain` (a token
/// of another instansi), `diterima-versi-lama` (a later version is here), `diterima-terlalu-banyak`.
pub async fn terima(store: &Store, dari: &Penyerah<'_>, berkas: tempfile::NamedTempFile) -> Result<TerimaId, Gagal> {
    let (l, baris) = periksa(store, berkas.path().to_owned()).await?;
    // Nobody registers a key with its own owner: what was published here need not be handed in here.
    let asing = |t: &Temuan| t.kode == "kunci-tidak-dikenal";
    if !l.sah() && l.temuan.iter().all(asing) && store.kunci().milik(&l.isi.instalasi.kunci).is_some() {
        return Err(StoreError::Keadaan("diterima-kunci-sendiri").into());
    }
    if !l.sah() {
        return Err(Gagal::TidakSah(l.temuan));
    }
    let (i, p) = (&l.isi, &l.isi.periode);
    if let Penyerah::Program(t) = dari
        && t.instansi_kode != p.penyelenggara.kode
    {
        return Err(StoreError::Keadaan("diterima-instansi-lain").into());
    }
    let kunci = kunci_instalasi::cari(store, &i.instalasi.kunci).await?.ok_or(StoreError::TidakDitemukan)?;
    let tersimpan = simpan(store, berkas).await?;
    let tx = store.mulai().await?;
    // Two that come at once wait for each other here.
    let sql = format!("SELECT COUNT(*) AS n FROM (SELECT id FROM kunci_instalasi WHERE nama = $1 ORDER BY id{}) t", tx.kunci_baris());
    tx.angka(&sql, nilai![kunci.nama.as_str()]).await?;
    let sudah: Option<Ada> = tx.mungkin("SELECT id FROM terima_terbitan WHERE sidik = $1", nilai![l.sidik.as_str()]).await?;
    if let Some(a) = sudah {
        return Ok(a.id);
    }
    let sql = "SELECT COUNT(*) AS n FROM terima_terbitan d JOIN kunci_instalasi k ON k.id = d.kunci_id
        WHERE k.nama = $1 AND d.periode_kode = $2 AND d.nomor >= $3";
    if tx.angka(sql, nilai![kunci.nama.as_str(), p.kode.as_str(), i.nomor]).await? > 0 {
        return Err(StoreError::Keadaan("diterima-versi-lama").into());
    }
    let id = TerimaId::baru();
    objek::catat(&tx, &tersimpan, "application/zip").await?;
    let oleh = dari.oleh();
    kepala(&tx, id, kunci.id, &l, &tersimpan, oleh).await?;
    for (urut, b) in (1_i64..).zip(&baris) {
        satu(&tx, id, urut, b).await?;
    }
    for n in &l.naskah {
        crate::edisi::simpan(&tx, &n.id, &n.teks).await?;
    }
    papan::tandai(&*tx, &tx.kunci, id).await?;
    let rincian =
        serde_json::json!({ "sidik": l.sidik, "objek": tersimpan.sidik, "hasil": l.hasil, "kunci": kunci.kunci, "token": oleh.1 });
    audit::catat_oleh(&tx, oleh.0, Kejadian::baru("terbitan.terima", "terima_terbitan", id).rincian(rincian)).await?;
    tx.commit().await?;
    Ok(id)
}

/// The row of the publication itself.
async fn kepala(
    tx: &Tx,
    id: TerimaId,
    kunci: KunciInstalasiId,
    l: &LaporanTerbitan,
    berkas: &Tersimpan,
    (orang, token): (Option<AkunId>, Option<TokenApiId>),
) -> Hasil<()> {
    let (i, p) = (&l.isi, &l.isi.periode);
    tx.jalankan(
        "INSERT INTO terima_terbitan (id, kunci_id, instansi_kode, instansi, periode_kode, periode, tahun, skema, nomor, ilustrasi, hasil,
           diperingkat, sidik, objek, ukuran, pada, oleh, token_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
        nilai![
            id,
            kunci,
            p.penyelenggara.kode.as_str(),
            p.penyelenggara.nama.as_str(),
            p.kode.as_str(),
            p.nama.as_str(),
            p.tahun,
            p.skema.as_str(),
            i.nomor,
            i64::from(i.ilustrasi),
            l.hasil.cast_signed(),
            l.diperingkat.cast_signed(),
            l.sidik.as_str(),
            berkas.sidik.as_str(),
            berkas.ukuran,
            tx.pada,
            orang,
            token
        ],
    )
    .await?;
    Ok(())
}

#[derive(sea_orm::FromQueryResult)]
struct Ada {
    id: TerimaId,
}

pub(super) async fn satu(tx: &Tx, id: TerimaId, urut: i64, b: &Baris) -> Hasil<()> {
    tx.jalankan(
        "INSERT INTO terima_hasil (terima_id, urut, lokus_kode, unit_kode, unit, instansi_kode, instansi, kelompok, peringkat, ipp, tampil,
           kategori, status, sidik, edisi, cakupan, wilayah, bawah, atas)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)",
        nilai![
            id,
            urut,
            b.lokus.as_str(),
            b.unit.0.as_str(),
            b.unit.1.as_str(),
            b.instansi.0.as_str(),
            b.instansi.1.as_str(),
            b.kelompok.as_str(),
            b.peringkat,
            b.ipp.as_ref().map(|x| x.0.clone()),
            b.ipp.as_ref().map(|x| x.1.clone()),
            b.ipp.as_ref().map(|x| x.2.clone()),
            b.status,
            b.sidik.as_str(),
            b.edisi.as_str(),
            b.cakupan.as_str(),
            b.wilayah.as_deref(),
            b.rentang.0,
            b.rentang.1
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn periksa(store: &Store, jalur: PathBuf) -> Result<(LaporanTerbitan, Vec<Baris>), Gagal> {
    let kunci = kunci_instalasi::terdaftar(store).await?;
    let dikenal = EdisiDikenal::instalasi(store).await?;
    let kerja = move || {
        let berkas = File::open(jalur).map_err(StoreError::from)?;
        let mut baris = Vec::new();
        let l = bundel::periksa_catat(berkas, Some(&kunci), &dikenal, &mut |b| {
            if baris.len() <= HASIL_MAKS {
                baris.push(Baris::from(b));
            }
        });
        if baris.len() > HASIL_MAKS {
            return Err(StoreError::Keadaan("diterima-terlalu-banyak").into());
        }
        Ok((l.map_err(Gagal::Bukan)?, baris))
    };
    tokio::task::spawn_blocking(kerja).await.map_err(|e| StoreError::Rusak(e.to_string()))?
}

/// What the ministry says of it.
#[derive(Debug, Clone, Copy)]
pub enum Putusan<'a> {
    Valid,
    /// The same by somebody who saw that an edition of it is not known here.
    ValidEdisiAsing,
    Kembali {
        alasan: &'a str,
    },
}

/// Validates a received publication, or returns it. The same decision twice changes nothing. A decision that is not proved (`bukti`) is put
/// aside, and this one stands in its place. What the log tells was withdrawn is not validated again, whatever the rows say.
///
/// # Errors
/// `Keadaan`: `alasan-wajib`, `diterima-sudah-diputus`, `diterima-pernah-ditarik`, `diterima-kunci-dicabut`, `diterima-kunci-tak-terbukti`, `diterima-edisi-asing` (an edition that is not known
/// here, and the decision does not say so), `diterima-edisi-lain` (one that is not the issued text); `TidakDitemukan`; `Rusak` when the file or
/// what is recorded of it is not what was received.
pub async fn putuskan(store: &Store, hak: &Nasional, id: TerimaId, putusan: Putusan<'_>) -> Hasil<()> {
    let (jenis, alasan) = match putusan {
        Putusan::Valid | Putusan::ValidEdisiAsing => ("valid", ""),
        Putusan::Kembali { alasan } if alasan.trim().is_empty() => return Err(StoreError::Keadaan("alasan-wajib")),
        Putusan::Kembali { alasan } => ("kembali", alasan.trim()),
    };
    // Of the file as it was received, which never changes.
    let edisi = if jenis == "valid" { edisi::dari_berkas(store, &dari_id(store.baca(), id).await?).await?.edisi } else { Vec::new() };
    if jenis == "valid" && !papan::utuh(store, id).await? {
        return Err(StoreError::Rusak(format!("what is recorded of publication {id} is not what was received")));
    }
    let ditarik = tarik::menurut_log(store, id).await?.is_some();
    let tx = store.mulai().await?;
    let sql = format!("SELECT COUNT(*) AS n FROM (SELECT id FROM terima_terbitan WHERE id = $1{}) t", tx.kunci_baris());
    tx.angka(&sql, nilai![id]).await?;
    let d = dari_id(&*tx, id).await?;
    let sebelumnya = gugur::sebelumnya(&tx, &d).await?;
    if matches!(sebelumnya, Sebelumnya::Terbukti) {
        return if d.putusan.as_deref() == Some(jenis) { Ok(()) } else { Err(StoreError::Keadaan("diterima-sudah-diputus")) };
    }
    if jenis == "valid" && ditarik {
        return Err(StoreError::Keadaan("diterima-pernah-ditarik"));
    }
    if jenis == "valid" && d.kunci_cabut.is_some() {
        return Err(StoreError::Keadaan("diterima-kunci-dicabut"));
    }
    // Nor is anything put aside for a key that is not what was registered: with the key as it was, the decision is proved again.
    let menyingkirkan = matches!(sebelumnya, Sebelumnya::TakTerbukti) && d.kunci_cabut.is_none();
    if (jenis == "valid" || menyingkirkan) && !kunci_instalasi::bukti::terbukti(&*tx, &tx.kunci, &d.kunci).await? {
        return Err(StoreError::Keadaan("diterima-kunci-tak-terbukti"));
    }
    if edisi.iter().any(|e| e.naskah == Naskah::Lain) {
        return Err(StoreError::Keadaan("diterima-edisi-lain"));
    }
    let asing: Vec<&str> = edisi.iter().filter(|e| e.naskah == Naskah::Asing).map(|e| e.id.as_str()).collect();
    if !asing.is_empty() && !matches!(putusan, Putusan::ValidEdisiAsing) {
        return Err(StoreError::Keadaan("diterima-edisi-asing"));
    }
    catat(&tx, hak, id, (jenis, alasan), &asing, &sebelumnya).await?;
    tx.commit().await
}

/// Writes a decision (kind and reason) with its mark and event, in place of what stands without proof. `asing`: editions that are not known here.
pub(super) async fn catat(
    tx: &Tx,
    hak: &Nasional,
    id: TerimaId,
    (jenis, alasan): (&str, &str),
    asing: &[&str],
    sebelumnya: &Sebelumnya,
) -> Hasil<()> {
    let oleh = hak.pelaku().akun;
    let gugur = match sebelumnya {
        Sebelumnya::TakTerbukti => Some(gugur::singkirkan(tx, id, oleh).await?),
        Sebelumnya::Belum | Sebelumnya::Terbukti => None,
    };
    tx.jalankan(
        "INSERT INTO terima_putusan (terima_id, jenis, alasan, pada, oleh) VALUES ($1, $2, $3, $4, $5)",
        nilai![id, jenis, alasan, tx.pada, oleh],
    )
    .await?;
    bukti::tandai(&**tx, &tx.kunci, id).await?;
    let mut rincian = serde_json::json!({ "jenis": jenis, "alasan": tx.kunci.ringkas(alasan), "edisi_asing": asing, "gugur": gugur });
    if let Some(baris) = gugur {
        rincian["gugur_isi"] = gugur_isi::ringkas(tx, baris).await?.into();
    }
    audit::catat(tx, hak.pelaku(), Kejadian::baru("terbitan.putus", "terima_terbitan", id).rincian(rincian)).await?;
    Ok(())
}
