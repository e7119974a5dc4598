//! Recording, deciding and ending; each is a row that says who and when, and whom it concerns is told.

use super::{JENIS, PILIH, Pembinaan};
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    hak::{Pelaku, PenanggungjawabPeriode, PenyelenggaraPeriode},
    id::{InstansiId, LokusId, PembinaanId, PeriodeId},
    kueri::Kueri,
    nilai,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
    periode::{self, Periode},
};
use jiff::civil::Date;
use sea_orm::FromQueryResult;

/// What is recorded. Without a lokus it concerns the instansi of the period itself.
#[derive(Debug, Clone, Default)]
pub struct Isi<'a> {
    pub lokus: Option<LokusId>,
    pub jenis: &'a str,
    /// e.g. `Teguran tertulis`.
    pub bentuk: &'a str,
    pub alasan: &'a str,
    /// The rule it rests on.
    pub dasar: &'a str,
    pub dari: Option<Date>,
    pub sampai: Option<Date>,
}

#[derive(FromQueryResult)]
struct Milik {
    instansi_id: InstansiId,
}

/// Records it. The same id again is the same record.
///
/// # Errors
/// `Keadaan`: `pembinaan-belum-lengkap`, `pembinaan-tanggal-terbalik`; `TidakDitemukan` for a lokus of another period.
pub async fn catat(store: &Store, hak: &PenyelenggaraPeriode, id: PembinaanId, b: &Isi<'_>) -> Hasil<()> {
    let p = &hak.periode;
    let isi = [b.bentuk, b.alasan, b.dasar].map(str::trim);
    let Some(dari) = b.dari.filter(|_| JENIS.contains(&b.jenis) && isi.iter().all(|t| !t.is_empty())) else {
        return Err(StoreError::Keadaan("pembinaan-belum-lengkap"));
    };
    if b.sampai.is_some_and(|s| s < dari) {
        return Err(StoreError::Keadaan("pembinaan-tanggal-terbalik"));
    }
    let tx = store.mulai().await?;
    periode::kunci(&tx, p.id).await?;
    let instansi = match b.lokus {
        None => p.instansi_id,
        Some(l) => {
            let sql = "SELECT u.instansi_id FROM lokus l JOIN unit u ON u.id = l.unit_id WHERE l.id = $1 AND l.periode_id = $2";
            tx.satu::<Milik>(sql, nilai![l, p.id]).await?.instansi_id
        }
    };
    let n = tx
        .jalankan(
            "INSERT INTO pembinaan (id, periode_id, lokus_id, instansi_id, jenis, bentuk, alasan, dasar, dari, sampai, pada, oleh)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (id) DO NOTHING",
            nilai![
                id,
                p.id,
                b.lokus,
                instansi,
                b.jenis,
                isi[0],
                isi[1],
                isi[2],
                dari.to_string(),
                b.sampai.map(|s| s.to_string()),
                tx.pada,
                hak.pelaku().akun
            ],
        )
        .await?;
    if n > 0 {
        let rincian = serde_json::json!({ "jenis": b.jenis, "lokus": b.lokus, "alasan": tx.kunci.ringkas(isi[1]) });
        tulis_audit(&tx, hak.pelaku(), p, "pembinaan.catat", id, rincian).await?;
        let m = dalam(&tx, p.id, id).await?;
        kabari(&tx, hak.pelaku(), "pembinaan-dicatat", &m).await?;
    }
    tx.commit().await
}

/// The letter that decides it. `umum`: everybody may read it while the results of the period are public.
#[derive(Debug, Clone, Copy)]
pub struct Keputusan<'a> {
    pub nomor: &'a str,
    /// ISO date.
    pub tanggal: &'a str,
    pub pejabat: &'a str,
    pub umum: bool,
}

/// Decides it, once.
///
/// # Errors
/// `Keadaan`: `pembinaan-sudah-diputus`, `pembinaan-sudah-berakhir`.
pub async fn putuskan(store: &Store, hak: &PenanggungjawabPeriode, id: PembinaanId, k: Keputusan<'_>) -> Hasil<()> {
    let p = &hak.periode;
    let tx = store.mulai().await?;
    periode::kunci(&tx, p.id).await?;
    let m = dalam(&tx, p.id, id).await?;
    if m.akhir.is_some() {
        return Err(StoreError::Keadaan("pembinaan-sudah-berakhir"));
    }
    if m.putus_pada.is_some() {
        return Err(StoreError::Keadaan("pembinaan-sudah-diputus"));
    }
    let keterbukaan = if k.umum { "umum" } else { "terbatas" };
    tx.jalankan(
        "INSERT INTO pembinaan_putusan (pembinaan_id, nomor, tanggal, pejabat, keterbukaan, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        nilai![id, k.nomor, k.tanggal, k.pejabat, keterbukaan, tx.pada, hak.pelaku().akun],
    )
    .await?;
    tulis_audit(&tx, hak.pelaku(), p, "pembinaan.putus", id, serde_json::json!({ "keterbukaan": keterbukaan })).await?;
    kabari(&tx, hak.pelaku(), "pembinaan-diputus", &m).await?;
    tx.commit().await
}

/// Ends it: done, or (`cabut`) taken back, then it is public no more. A second time changes nothing.
///
/// # Errors
/// `Keadaan("alasan-wajib")`.
pub async fn akhiri(store: &Store, hak: &PenyelenggaraPeriode, id: PembinaanId, cabut: bool, alasan: &str) -> Hasil<()> {
    let (p, alasan) = (&hak.periode, alasan.trim());
    if alasan.is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let tx = store.mulai().await?;
    periode::kunci(&tx, p.id).await?;
    let m = dalam(&tx, p.id, id).await?;
    let jenis = if cabut { "cabut" } else { "selesai" };
    let n = tx
        .jalankan(
            "INSERT INTO pembinaan_akhir (pembinaan_id, jenis, alasan, pada, oleh) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (pembinaan_id) DO NOTHING",
            nilai![id, jenis, alasan, tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n > 0 {
        let rincian = serde_json::json!({ "jenis": jenis, "alasan": tx.kunci.ringkas(alasan) });
        tulis_audit(&tx, hak.pelaku(), p, "pembinaan.akhir", id, rincian).await?;
        kabari(&tx, hak.pelaku(), "pembinaan-berakhir", &m).await?;
    }
    tx.commit().await
}

async fn dalam(tx: &Tx, periode: PeriodeId, id: PembinaanId) -> Hasil<Pembinaan> {
    tx.satu(&format!("{PILIH} WHERE m.id = $1 AND m.periode_id = $2"), nilai![id, periode]).await
}

async fn tulis_audit(tx: &Tx, oleh: &Pelaku, p: &Periode, aksi: &str, id: PembinaanId, rincian: serde_json::Value) -> Hasil<()> {
    audit::catat(tx, oleh, Kejadian::baru(aksi, "pembinaan", id).instansi(p.instansi_id).rincian(rincian)).await?;
    Ok(())
}

async fn kabari(tx: &Tx, oleh: &Pelaku, jenis: &'static str, m: &Pembinaan) -> Hasil<()> {
    let p = m.periode_id;
    let mut kepada = vec![Kepada::Penanggungjawab(p), Kepada::Pembina(p), Kepada::Penyelenggara(p)];
    kepada.extend(m.lokus_id.into_iter().flat_map(|l| [Kepada::Kepala(l), Kepada::Operator(l)]));
    let isi = serde_json::json!({ "unit": m.unit.as_ref().unwrap_or(&m.instansi), "periode": m.periode, "macam": m.jenis });
    let sekali = format!("{jenis}/{}", m.id);
    let k = Pemberitahuan {
        jenis,
        kepada: &kepada,
        kecuali: Some(oleh.akun),
        periode: Some(p),
        lokus: m.lokus_id,
        tautan: "/penghargaan",
        isi: &isi,
        sekali: &sekali,
    };
    beri_tahu(tx, &k).await?;
    Ok(())
}
