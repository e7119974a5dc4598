//! Setting the awards of a period: new ones, changed while nobody was decided on, taken off the list.

use super::{BENTUK, KEPASTIAN, Penghargaan, SASARAN, dalam};
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    edisi,
    hak::PenyelenggaraPeriode,
    id::PenghargaanId,
    kueri::Kueri,
    nasional::JENIS_KELOMPOK,
    nilai,
    periode::{self, Periode},
};
use pekppp::penghargaan::{Syarat, SyaratSalah};
use sea_orm::Value;

/// What an award is.
#[derive(Debug, Clone, Default)]
pub struct Isi<'a> {
    pub nama: &'a str,
    pub bentuk: &'a str,
    pub bentuk_lain: &'a str,
    pub sasaran: &'a str,
    pub kategori_layanan: Option<&'a str>,
    pub jenis_instansi: Option<&'a str>,
    pub syarat: Syarat,
    /// Where the conditions stand.
    pub sumber: &'a str,
    pub kepastian: &'a str,
}

fn kunci_salah(e: SyaratSalah) -> StoreError {
    StoreError::Keadaan(match e {
        SyaratSalah::Kosong => "penghargaan-tanpa-syarat",
        SyaratSalah::Kategori => "penghargaan-kategori-asing",
        SyaratSalah::Nilai => "penghargaan-nilai-luar",
        SyaratSalah::Peringkat => "penghargaan-peringkat-luar",
        SyaratSalah::Beruntun => "penghargaan-beruntun-luar",
        SyaratSalah::BeruntunKosong => "penghargaan-beruntun-kosong",
    })
}

/// Codes of the categories of a period's edition, highest first.
pub async fn kategori(store: &Store, p: &Periode) -> Hasil<Vec<String>> {
    let Some(sidik) = p.edisi_a.as_ref().or(p.edisi_b.as_ref()) else { return Ok(Vec::new()) };
    Ok(edisi::dapat(store, sidik).await?.kategori.iter().map(|k| k.kode.clone()).collect())
}

async fn periksa(store: &Store, p: &Periode, b: &Isi<'_>) -> Hasil<()> {
    let tahu = BENTUK.contains(&b.bentuk) && SASARAN.contains(&b.sasaran) && KEPASTIAN.contains(&b.kepastian);
    if !tahu || b.jenis_instansi.is_some_and(|j| !JENIS_KELOMPOK.contains(&j)) {
        return Err(StoreError::Rusak(format!("award of kind {}/{}/{}", b.bentuk, b.sasaran, b.kepastian)));
    }
    if b.bentuk == "lain" && b.bentuk_lain.trim().is_empty() {
        return Err(StoreError::Keadaan("penghargaan-bentuk-lain-wajib"));
    }
    if b.sasaran != "unit" && b.kategori_layanan.is_some() {
        return Err(StoreError::Keadaan("penghargaan-kategori-hanya-unit"));
    }
    periode::harus_dinilai(&p.skema)?;
    b.syarat.sah(&kategori(store, p).await?).map_err(kunci_salah)
}

fn kolom(b: &Isi<'_>) -> Vec<Value> {
    let s = &b.syarat;
    nilai![
        b.nama.trim(),
        b.bentuk,
        if b.bentuk == "lain" { b.bentuk_lain.trim() } else { "" },
        b.sasaran,
        b.kategori_layanan,
        b.jenis_instansi,
        s.peringkat_maks.map(i64::from),
        s.kategori_min.as_deref(),
        s.ipp_min,
        s.naik_min,
        s.tahun_beruntun.map(i64::from),
        b.sumber.trim(),
        b.kepastian,
    ]
}

async fn catat(tx: &Tx, hak: &PenyelenggaraPeriode, aksi: &str, id: PenghargaanId, rincian: serde_json::Value) -> Hasil<()> {
    let k = Kejadian::baru(aksi, "penghargaan", id).instansi(hak.periode.instansi_id).rincian(rincian);
    audit::catat(tx, hak.pelaku(), k).await?;
    Ok(())
}

/// The same id again is the same award.
///
/// # Errors
/// `Keadaan`: what is wrong with the conditions (`penghargaan-…`), a scheme without values, or the closed phase.
pub async fn tambah(store: &Store, hak: &PenyelenggaraPeriode, id: PenghargaanId, b: &Isi<'_>) -> Hasil<()> {
    let p = &hak.periode;
    periksa(store, p, b).await?;
    let tx = store.mulai().await?;
    periode::harus_terbuka(&*tx, p.id, periode::Fase::Pemeringkatan).await?;
    let mut v = kolom(b);
    v.extend(nilai![id, p.id, tx.pada, hak.pelaku().akun]);
    let n = tx
        .jalankan(
            "INSERT INTO penghargaan (nama, bentuk, bentuk_lain, sasaran, kategori_layanan, jenis_instansi, peringkat_maks, kategori_min, ipp_min,
               naik_min, tahun_beruntun, sumber, kepastian, id, periode_id, versi, dibuat, oleh)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1, $16, $17) ON CONFLICT (id) DO NOTHING",
            v,
        )
        .await?;
    if n > 0 {
        catat(&tx, hak, "penghargaan.tambah", id, serde_json::json!({ "nama": b.nama.trim(), "sasaran": b.sasaran })).await?;
    }
    tx.commit().await
}

/// Changes an award on which nothing was decided yet.
///
/// # Errors
/// As [`tambah`]; `Keadaan("penghargaan-sudah-diputus")`, `Keadaan("penghargaan-pernah-diputus")` for another name, form or target where
/// decisions were withdrawn; `Bentrok` when somebody changed it after `versi`.
pub async fn simpan(store: &Store, hak: &PenyelenggaraPeriode, id: PenghargaanId, versi: i64, b: &Isi<'_>) -> Hasil<()> {
    let p = &hak.periode;
    periksa(store, p, b).await?;
    let tx = store.mulai().await?;
    let lama = terbuka(&tx, hak, id).await?;
    if lama.diputus() {
        return Err(StoreError::Keadaan("penghargaan-sudah-diputus"));
    }
    if lama.pernah > 0 && !lama.sebutan_sama(b) {
        return Err(StoreError::Keadaan("penghargaan-pernah-diputus"));
    }
    if lama.versi != versi {
        return Err(StoreError::Bentrok { versi: lama.versi, oleh: lama.oleh_id.0, pada: lama.pada });
    }
    let mut v = kolom(b);
    v.extend(nilai![id, tx.pada, hak.pelaku().akun]);
    tx.jalankan(
        "UPDATE penghargaan SET nama = $1, bentuk = $2, bentuk_lain = $3, sasaran = $4, kategori_layanan = $5, jenis_instansi = $6,
           peringkat_maks = $7, kategori_min = $8, ipp_min = $9, naik_min = $10, tahun_beruntun = $11, sumber = $12, kepastian = $13,
           versi = versi + 1, dibuat = $15, oleh = $16 WHERE id = $14",
        v,
    )
    .await?;
    catat(&tx, hak, "penghargaan.ubah", id, serde_json::json!({ "nama": b.nama.trim(), "versi": versi + 1 })).await?;
    tx.commit().await
}

/// Takes an award off the list; one that was given must be withdrawn from everybody first.
///
/// # Errors
/// `Keadaan`: `alasan-wajib`, `penghargaan-masih-diberi`, or the closed phase.
pub async fn hapus(store: &Store, hak: &PenyelenggaraPeriode, id: PenghargaanId, alasan: &str) -> Hasil<()> {
    let alasan = alasan.trim();
    if alasan.is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let tx = store.mulai().await?;
    if terbuka(&tx, hak, id).await?.diberi > 0 {
        return Err(StoreError::Keadaan("penghargaan-masih-diberi"));
    }
    tx.jalankan(
        "INSERT INTO penghargaan_hapus (penghargaan_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4)",
        nilai![id, alasan, tx.pada, hak.pelaku().akun],
    )
    .await?;
    catat(&tx, hak, "penghargaan.hapus", id, serde_json::json!({ "alasan": tx.kunci.ringkas(alasan) })).await?;
    tx.commit().await
}

/// The award while its period is locked and the phase is open.
pub(super) async fn terbuka(tx: &Tx, hak: &PenyelenggaraPeriode, id: PenghargaanId) -> Hasil<Penghargaan> {
    periode::kunci(tx, hak.periode.id).await?;
    periode::harus_terbuka(&**tx, hak.periode.id, periode::Fase::Pemeringkatan).await?;
    dalam(&**tx, hak.periode.id, id).await
}
