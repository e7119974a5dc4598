//! What the unit does: object to one indicator, take it back, declare that nothing more comes.

use super::{
    ALASAN_MAKS,
    baca::{self, Buka},
    syarat::{Tahap, tahap},
};
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    berkas::Berkas,
    bukti, f01,
    hak::{KepalaUnit, OperatorUnit, Pelaku},
    id::{BuktiId, SanggahBukaId, SanggahanId},
    kueri::Kueri,
    lokus::{self, Lokus, kabar},
    nilai,
    objek::{self, Tersimpan},
    pemberitahuan::Kepada,
    peristiwa,
};

/// Files and pieces of F01 evidence that one objection may name.
const BUKTI_MAKS: usize = 10;

/// Who may object for the unit.
#[derive(Debug, Clone)]
pub enum Penyanggah {
    Operator(OperatorUnit),
    Kepala(KepalaUnit),
}

impl Penyanggah {
    #[must_use]
    pub fn lokus(&self) -> &Lokus {
        match self {
            Self::Operator(h) => &h.lokus,
            Self::Kepala(h) => &h.lokus,
        }
    }

    #[must_use]
    pub fn pelaku(&self) -> &Pelaku {
        match self {
            Self::Operator(h) => h.pelaku(),
            Self::Kepala(h) => h.pelaku(),
        }
    }
}

/// Evidence with an objection.
#[derive(Debug)]
pub enum BuktiBaru {
    /// A checked file and the name it came with.
    Berkas(Berkas, String),
    /// Evidence that lies in F01 already.
    F01(BuktiId),
}

#[derive(Debug)]
pub struct Sanggah<'a> {
    /// Made when the form is shown.
    pub id: SanggahanId,
    pub buka: SanggahBukaId,
    pub indikator: &'a str,
    pub alasan: &'a str,
    pub bukti: Vec<BuktiBaru>,
}

/// Objects to one indicator. The same id again does nothing.
///
/// # Errors
/// `Keadaan`: `alasan-wajib`, `sanggah-waktu-habis`, `sanggah-sudah-dinyatakan`, `sanggah-sudah-ada` for this indicator,
/// `sanggah-bukti-terlalu-banyak`, a frozen result; `TidakDitemukan` for an indicator that was not shown.
pub async fn ajukan(store: &Store, hak: &Penyanggah, s: Sanggah<'_>) -> Hasil<()> {
    let (l, akun) = (hak.lokus(), hak.pelaku().akun);
    let alasan: String = s.alasan.trim().chars().take(ALASAN_MAKS).collect();
    if alasan.is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    if s.bukti.len() > BUKTI_MAKS {
        return Err(StoreError::Keadaan("sanggah-bukti-terlalu-banyak"));
    }
    let bukti = simpan_berkas(store, s.bukti)?;
    let tx = store.mulai().await?;
    f01::kunci(&tx, l.id).await?;
    let ada = baca::milik_bukaan(&*tx, s.buka).await?;
    if let Some(lama) = ada.iter().find(|x| x.id == s.id) {
        return if lama.indikator == s.indikator && lama.alasan == alasan { Ok(()) } else { Err(StoreError::OperasiLain) };
    }
    let b = masih_buka(&tx, l, s.buka).await?;
    if b.draf()?.cari(s.indikator).is_none() {
        return Err(StoreError::TidakDitemukan);
    }
    if ada.iter().any(|x| x.indikator == s.indikator && x.tarik.is_none()) {
        return Err(StoreError::Keadaan("sanggah-sudah-ada"));
    }
    tx.jalankan(
        "INSERT INTO sanggahan (id, buka_id, indikator, alasan, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6)",
        nilai![s.id, s.buka, s.indikator, alasan, tx.pada, akun],
    )
    .await?;
    for x in &bukti {
        tulis_bukti(&tx, l, s.id, x).await?;
    }
    let r = serde_json::json!({ "sanggahan": s.id, "indikator": s.indikator, "bukti": bukti.len() });
    catat(&tx, hak, "sanggah.ajukan", r).await?;
    kabari(&tx, hak, "sanggahan-masuk", &s.id.to_string(), s.indikator).await?;
    tx.commit().await
}

enum Siap {
    Berkas { tersimpan: Tersimpan, mime: &'static str, nama: String },
    F01(BuktiId),
}

fn simpan_berkas(store: &Store, bukti: Vec<BuktiBaru>) -> Hasil<Vec<Siap>> {
    let satu = |b| {
        Ok(match b {
            BuktiBaru::Berkas(berkas, nama) => Siap::Berkas {
                tersimpan: objek::simpan(store, berkas.isi())?,
                mime: berkas.tipe().mime(),
                nama: bukti::rapikan_nama(&nama, berkas.tipe()),
            },
            BuktiBaru::F01(id) => Siap::F01(id),
        })
    };
    bukti.into_iter().map(satu).collect()
}

async fn tulis_bukti(tx: &Tx, l: &Lokus, sanggahan: SanggahanId, b: &Siap) -> Hasil<()> {
    let (bukti_id, sidik, nama) = match b {
        Siap::Berkas { tersimpan, mime, nama } => {
            objek::catat(tx, tersimpan, mime).await?;
            (None, Some(tersimpan.sidik.clone()), nama.clone())
        }
        // Of this lokus only: another one's evidence answers "not found".
        Siap::F01(id) => (Some(*id), None, bukti::dari_id(&**tx, l.id, *id).await?.nama),
    };
    tx.jalankan(
        "INSERT INTO sanggahan_bukti (id, sanggahan_id, bukti_id, objek, nama) VALUES ($1, $2, $3, $4, $5)",
        nilai![crate::id::baru(), sanggahan, bukti_id, sidik, nama],
    )
    .await
    .map(|_| ())
}

/// Takes an objection back while nobody answered it. A second time does nothing.
///
/// # Errors
/// `Keadaan`: `sanggah-sudah-dijawab`, a frozen result; `TidakDitemukan` for one of another lokus.
pub async fn tarik(store: &Store, hak: &Penyanggah, id: SanggahanId) -> Hasil<()> {
    let l = hak.lokus();
    let tx = store.mulai().await?;
    f01::kunci(&tx, l.id).await?;
    let s = baca::beberapa(&*tx, l.id).await?.into_iter().find(|s| s.id == id).ok_or(StoreError::TidakDitemukan)?;
    if s.tarik.is_some() {
        return Ok(());
    }
    belum_beku(&tx, l).await?;
    if s.dijawab().is_some() {
        return Err(StoreError::Keadaan("sanggah-sudah-dijawab"));
    }
    let sql = "INSERT INTO sanggahan_tarik (sanggahan_id, pada, oleh) VALUES ($1, $2, $3)";
    tx.jalankan(sql, nilai![id, tx.pada, hak.pelaku().akun]).await?;
    catat(&tx, hak, "sanggah.tarik", serde_json::json!({ "sanggahan": id, "indikator": s.indikator })).await?;
    tx.commit().await
}

/// The head declares before the time is over that no (more) objections come. A second time does nothing.
///
/// # Errors
/// `Keadaan("sanggah-waktu-habis")`, a frozen result; `TidakDitemukan` for an opening that is not the newest of the lokus.
pub async fn nyatakan_selesai(store: &Store, hak: &KepalaUnit, buka: SanggahBukaId, catatan: &str) -> Hasil<()> {
    let l = &hak.lokus;
    let tx = store.mulai().await?;
    f01::kunci(&tx, l.id).await?;
    let kini = baca::kini(&*tx, l.id).await?.filter(|b| b.id == buka).ok_or(StoreError::TidakDitemukan)?;
    if kini.selesai.is_some() {
        return Ok(());
    }
    masih_buka(&tx, l, buka).await?;
    let catatan: String = catatan.trim().chars().take(ALASAN_MAKS).collect();
    let sql = "INSERT INTO sanggah_selesai (buka_id, catatan, pada, oleh) VALUES ($1, $2, $3, $4)";
    tx.jalankan(sql, nilai![buka, catatan, tx.pada, hak.pelaku().akun]).await?;
    let hak = Penyanggah::Kepala(hak.clone());
    catat(&tx, &hak, "sanggah.selesai", serde_json::json!({ "bukaan": buka })).await?;
    kabari(&tx, &hak, "sanggahan-selesai", &buka.to_string(), "").await?;
    tx.commit().await
}

async fn masih_buka(tx: &Tx, l: &Lokus, id: SanggahBukaId) -> Hasil<Buka> {
    let b = baca::kini(&**tx, l.id).await?.filter(|b| b.id == id).ok_or(StoreError::TidakDitemukan)?;
    belum_beku(tx, l).await?;
    match tahap(&b, tx.pada, &l.zona)? {
        Tahap::Berjalan(_) => Ok(b),
        Tahap::Dinyatakan => Err(StoreError::Keadaan("sanggah-sudah-dinyatakan")),
        Tahap::Lewat(_) => Err(StoreError::Keadaan("sanggah-waktu-habis")),
    }
}

async fn belum_beku(tx: &Tx, l: &Lokus) -> Hasil<()> {
    if lokus::beku(&**tx, l.id).await? { Err(StoreError::Keadaan("hasil-sudah-dibekukan")) } else { Ok(()) }
}

async fn catat(tx: &Tx, hak: &Penyanggah, aksi: &str, r: serde_json::Value) -> Hasil<()> {
    let l = hak.lokus();
    peristiwa::siarkan(tx, &super::topik(l.id), &serde_json::json!({ "aksi": aksi })).await?;
    audit::catat(tx, hak.pelaku(), Kejadian::baru(aksi, "lokus", l.id).instansi(l.instansi_id).rincian(r)).await.map(|_| ())
}

async fn kabari(tx: &Tx, hak: &Penyanggah, jenis: &'static str, kejadian: &str, indikator: &str) -> Hasil<()> {
    let l = hak.lokus();
    let kepada = [Kepada::Evaluator(l.id), Kepada::Penyelenggara(l.periode_id)];
    let isi = serde_json::json!({ "unit": l.unit, "indikator": indikator });
    kabar::kirim(tx, l, Some(hak.pelaku()), (jenis, &kepada), ("/hak-jawab", kejadian), &isi).await.map(drop)
}
