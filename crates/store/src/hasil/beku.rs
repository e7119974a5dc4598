//! Freezing a result, and annulling a frozen one with a reason.
//!
//! Freezing takes the period, the lokus and the round, in this order; F01, F02 and F03 writes wait for one of these
//! and then find the result frozen. So what is signed is exactly what was stored.

use super::{
    baca::{self, HasilBeku},
    benturan::TetapDihitung,
    bundel::{self, Asal, Bahan, Sebutan},
    hitung::{self, HasilSementara, Kurang},
};
use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    audit::{self, Kejadian},
    edisi, f01,
    hak::{Pelaku, PenyelenggaraLokus},
    id::{BeritaAcaraId, HasilId},
    kueri::Kueri,
    lokus::{self, Lokus, kabar::kabari},
    nasional::rentang,
    nilai,
    pemberitahuan::Kepada,
    penerbitan,
    periode::{self, Fase},
    peristiwa, rekomendasi, ronde,
};
use pekppp::Edisi;
use sea_orm::FromQueryResult;
use std::sync::Arc;

/// What became of it.
#[derive(Debug)]
pub enum Pembekuan {
    Beku(Box<HasilBeku>),
    /// Nothing was frozen: this is missing.
    Kurang(Vec<Kurang>),
}

/// Freezes the result. `id` is made when the form is shown, so that pressing twice freezes once.
///
/// # Errors
/// `Keadaan("hasil-sudah-dibekukan")` when another frozen result stands, `Keadaan("fase-penyampaian-ditutup")`.
pub async fn bekukan(store: &Store, hak: &PenyelenggaraLokus, id: HasilId) -> Hasil<Pembekuan> {
    bekukan_dengan(store, hak, id, None).await
}

/// As [`bekukan`], with the reason why sheets count whose evaluators declared a conflict of interest after they were done. Where there is
/// none it is not kept.
///
/// # Errors
/// Those of [`bekukan`].
pub async fn bekukan_dengan(store: &Store, hak: &PenyelenggaraLokus, id: HasilId, tetap: Option<TetapDihitung>) -> Hasil<Pembekuan> {
    periode::harus_dinilai(&hak.lokus.skema)?;
    let edisi = edisi::dapat(store, hak.lokus.edisi()?).await?;
    let ilustrasi = store.ilustrasi().await?;
    let mut tx = store.mulai().await?;
    kunci(&tx, &hak.lokus).await?;
    // What is frozen after a publication waits for the next one.
    let terbit = penerbitan::pada_terakhir(&*tx, hak.lokus.periode_id).await?;
    tx.sesudah(terbit);
    // Who left before leaves no sheet in it, by these times (`f02`).
    let sql = "SELECT COALESCE(MAX(x.pada), 0) AS n FROM penugasan_akhir x JOIN penugasan g ON g.id = x.penugasan_id WHERE g.lokus_id = $1";
    let akhir = tx.angka(sql, nilai![hak.lokus.id]).await?;
    tx.sesudah(Some(Waktu(akhir)));
    if let Some(lama) = baca::mungkin(&*tx, id).await? {
        let sama = lama.lokus_id == hak.lokus.id && lama.batal.is_none();
        return if sama { Ok(Pembekuan::Beku(Box::new(lama))) } else { Err(StoreError::OperasiLain) };
    }
    let lokus = lokus::dari_id(&*tx, hak.lokus.id).await?;
    let s = match bekukan_di(store, &tx, hak.pelaku(), &lokus, Bekuan { id, edisi, ilustrasi, tetap }).await? {
        Ok(s) => s,
        Err(kurang) => return Ok(Pembekuan::Kurang(kurang)),
    };
    rekomendasi::dari_hasil(&tx, hak, &s).await?;
    kabari(&tx, &lokus, hak.pelaku(), "hasil-beku", &semua_pihak(&lokus), "/hasil", id).await?;
    tx.commit().await?;
    Ok(Pembekuan::Beku(Box::new(baca::dari_id(store.baca(), id).await?)))
}

/// What a freezing knows before its transaction begins.
pub(crate) struct Bekuan {
    pub id: HasilId,
    pub edisi: Arc<Edisi>,
    pub ilustrasi: bool,
    pub tetap: Option<TetapDihitung>,
}

/// Freezes in the caller's transaction, which locked the lokus and read it anew. The inner `Err`: nothing was written, this
/// is missing. What follows from a frozen result (draft recommendations, notices) is the caller's.
pub(crate) async fn bekukan_di(
    store: &Store,
    tx: &Tx,
    oleh: &Pelaku,
    lokus: &Lokus,
    b: Bekuan,
) -> Hasil<Result<HasilSementara, Vec<Kurang>>> {
    if lokus::beku(&**tx, lokus.id).await? {
        return Err(StoreError::Keadaan("hasil-sudah-dibekukan"));
    }
    periode::harus_terbuka(&**tx, lokus.periode_id, Fase::Penyampaian).await?;
    let s = hitung::hitung_di(&**tx, b.edisi, lokus, tx.pada).await?;
    let diputus = |k: &&Kurang| b.tetap.is_none() && matches!(k, Kurang::Benturan { .. });
    let halangan: Vec<Kurang> = s.kurang.iter().filter(|k| k.menghalangi() || diputus(k)).cloned().collect();
    if !halangan.is_empty() {
        return Ok(Err(halangan));
    }
    let bahan = Bahan {
        store,
        kunci: &tx.kunci,
        asal: asal(tx, lokus).await?,
        id: b.id,
        nomor: tx.angka("SELECT MAX(nomor) AS n FROM hasil WHERE lokus_id = $1", nilai![lokus.id]).await? + 1,
        ilustrasi: b.ilustrasi || lokus.ilustrasi == 1,
        tetap: b.tetap,
        pada: tx.pada,
        lokus,
    };
    let isi = bundel::susun(bahan, &s)?;
    let sidik = tulis(tx, lokus, oleh, &isi).await?;
    rentang::catat(tx, b.id, &s.edisi, &isi.hasil, &isi.f03.sebaran).await?;
    let rincian = serde_json::json!({ "hasil": b.id, "sidik": sidik, "status": isi.hasil.status.kunci(), "benturan": isi.benturan.len() });
    audit::catat(tx, oleh, Kejadian::baru("hasil.beku", "lokus", lokus.id).instansi(lokus.instansi_id).rincian(rincian)).await?;
    peristiwa::siarkan(tx, &super::topik(lokus.id), &serde_json::json!({ "beku": b.id })).await?;
    Ok(Ok(s))
}

async fn tulis(tx: &Tx, lokus: &Lokus, oleh: &Pelaku, isi: &bundel::Isi) -> Hasil<String> {
    let (teks, sidik) = isi.teks()?;
    let tanda = tx.kunci.tandai(&bundel::pesan(&sidik));
    let k = isi.kolom();
    tx.jalankan(
        "INSERT INTO hasil (id, lokus_id, nomor, status, ipp, ipp_urut, tampil, kategori, f02, f03, isi, sidik, tanda, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        nilai![
            isi.id,
            lokus.id,
            isi.nomor,
            k.status,
            k.ipp,
            k.ipp_urut,
            k.tampil,
            k.kategori,
            k.f02,
            k.f03,
            teks,
            sidik.as_str(),
            tanda,
            tx.pada,
            oleh.akun
        ],
    )
    .await?;
    Ok(sidik)
}

/// All who work on the result of a unit.
fn semua_pihak(l: &Lokus) -> [Kepada; 5] {
    [
        Kepada::Kepala(l.id),
        Kepada::Operator(l.id),
        Kepada::Evaluator(l.id),
        Kepada::Penyelenggara(l.periode_id),
        Kepada::Penanggungjawab(l.periode_id),
    ]
}

/// Period, lokus, round.
async fn kunci(tx: &Tx, l: &Lokus) -> Hasil<()> {
    periode::kunci(tx, l.periode_id).await?;
    f01::kunci(tx, l.id).await?;
    if let Some(r) = ronde::dari_lokus(&**tx, l.id).await? {
        ronde::kunci(tx, r.id).await?;
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct BarisAsal {
    instansi: String,
    unit: String,
    periode: String,
    penyelenggara_kode: String,
    penyelenggara: String,
}

async fn asal(tx: &Tx, l: &Lokus) -> Hasil<Asal> {
    let b: BarisAsal = tx
        .satu(
            "SELECT i.kode AS instansi, u.kode AS unit, p.kode AS periode, g.kode AS penyelenggara_kode, g.nama AS penyelenggara
             FROM lokus l JOIN unit u ON u.id = l.unit_id JOIN instansi i ON i.id = u.instansi_id
             JOIN periode p ON p.id = l.periode_id JOIN instansi g ON g.id = p.instansi_id WHERE l.id = $1",
            nilai![l.id],
        )
        .await?;
    let penyelenggara = Sebutan { kode: b.penyelenggara_kode, nama: b.penyelenggara };
    Ok(Asal { instansi: b.instansi, unit: b.unit, periode: b.periode, penyelenggara })
}

#[derive(FromQueryResult)]
struct BaHasil {
    id: BeritaAcaraId,
    tanda: i64,
}

/// Annuls the frozen result; F02 and F03 open again. Unsigned minutes of the result fall with it; signed ones only when
/// `beserta_berita_acara` says so.
///
/// # Errors
/// `Keadaan`: `alasan-wajib`, `hasil-batal-ada-berita-acara`, `hasil-sudah-terbit`, a closed phase;
/// `TidakDitemukan` when `id` is not the result that stands.
pub async fn batalkan(store: &Store, hak: &PenyelenggaraLokus, id: HasilId, alasan: &str, beserta_berita_acara: bool) -> Hasil<()> {
    let alasan = alasan.trim();
    if alasan.is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let l = &hak.lokus;
    let mut tx = store.mulai().await?;
    kunci(&tx, l).await?;
    // A version that was published before keeps it.
    let terbit_pada = penerbitan::pada_terakhir(&*tx, l.periode_id).await?;
    tx.sesudah(terbit_pada);
    let h = baca::mungkin(&*tx, id).await?.filter(|h| h.lokus_id == l.id).ok_or(StoreError::TidakDitemukan)?;
    if h.batal.is_some() {
        return Ok(());
    }
    periode::harus_terbuka(&*tx, l.periode_id, Fase::Penyampaian).await?;
    if terbit(&tx, l).await? {
        return Err(StoreError::Keadaan("hasil-sudah-terbit"));
    }
    let ba: Vec<BaHasil> = tx
        .semua(
            "SELECT b.id, (SELECT COUNT(*) FROM tanda_tangan t WHERE t.berita_acara_id = b.id) AS tanda FROM berita_acara b
             LEFT JOIN berita_acara_batal x ON x.berita_acara_id = b.id
             WHERE b.hasil_id = $1 AND x.berita_acara_id IS NULL ORDER BY b.id LIMIT 100",
            nilai![id],
        )
        .await?;
    if !beserta_berita_acara && ba.iter().any(|b| b.tanda > 0) {
        return Err(StoreError::Keadaan("hasil-batal-ada-berita-acara"));
    }
    for b in &ba {
        crate::berita_acara::tulis_batal(&tx, hak, b.id, alasan).await?;
    }
    tx.jalankan(
        "INSERT INTO hasil_batal (hasil_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4)",
        nilai![id, alasan, tx.pada, hak.pelaku().akun],
    )
    .await?;
    let rincian =
        serde_json::json!({ "hasil": id, "berita_acara": ba.iter().map(|b| b.id).collect::<Vec<_>>(), "alasan": tx.kunci.ringkas(alasan) });
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("hasil.batal", "lokus", l.id).instansi(l.instansi_id).rincian(rincian)).await?;
    kabari(&tx, l, hak.pelaku(), "hasil-batal", &semua_pihak(l), "", id).await?;
    peristiwa::siarkan(&tx, &super::topik(l.id), &serde_json::json!({ "batal": id })).await?;
    tx.commit().await
}

async fn terbit(tx: &Tx, l: &Lokus) -> Hasil<bool> {
    let sql = "SELECT COUNT(*) AS n FROM penerbitan n WHERE n.periode_id = $1 AND n.jenis = 'terbit'
        AND n.id = (SELECT m.id FROM penerbitan m WHERE m.periode_id = $1 ORDER BY m.id DESC LIMIT 1)";
    Ok(tx.angka(sql, nilai![l.periode_id]).await? > 0)
}
