//! Bookings that no longer hold after a holiday, other hours or another roster: found by the rules, recorded once, their holders told
//! by mail where they left an address; settled when they move, cancel, or the slot is there again.
//!
//! Runs in the transaction of every change of hours, roster, invitation days, calendar and what stands in a hall, and now and then over
//! all placements, so that what changes elsewhere (a national list that ships with a new program) is found as well.

use super::{
    bahan::{Bahan, muat},
    surel,
    tempat::{Milik, Tempat, berpesanan, kunci, tempat},
};
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    id::{InstansiId, PenempatanId, PesananId, TerdampakId, UnitId},
    kueri::Kueri,
    nilai,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
};
use ::layanan::slot::{AlasanTutup, Sebab};
use jiff::civil::Date;
use sea_orm::FromQueryResult;
use std::collections::BTreeMap;

#[derive(FromQueryResult)]
struct Terbuka {
    id: TerdampakId,
    pesanan_id: PesananId,
    ditandai: i64,
}

fn kunci_sebab(s: &Sebab) -> &'static str {
    match s {
        Sebab::Tutup(AlasanTutup::Libur(_)) => "libur",
        Sebab::Tutup(AlasanTutup::TidakBuka) => "tidak-buka",
        Sebab::Tutup(AlasanTutup::BukanUndangan) => "bukan-undangan",
        Sebab::Tutup(AlasanTutup::TanpaPetugas) => "tanpa-petugas",
        Sebab::SlotHilang | Sebab::Tutup(AlasanTutup::JamKhusus(_)) => "slot-hilang",
        Sebab::KapasitasKurang { .. } => "kapasitas",
    }
}

/// With the doing of the head, which the rules do not know.
fn sebab(bahan: &Bahan, hari: Date, s: Sebab) -> Sebab {
    match s {
        Sebab::Tutup(a) => Sebab::Tutup(bahan.sebab(hari, a)),
        s => s,
    }
}

/// Looks at the bookings of one placement that lie ahead; the caller is alone with its schedule. Returns how many are newly affected.
pub(super) async fn periksa(tx: &Tx, t: &Tempat) -> Hasil<u64> {
    let kini = t.lokal(tx.pada);
    let bahan = muat(&**tx, t, tx.pada, (kini.date(), Date::MAX)).await?;
    let kena: BTreeMap<u128, _> = bahan
        .buku
        .terdampak(&bahan.jadwal, &bahan.tugas, &bahan.kalender, kini)
        .into_iter()
        .map(|k| (k.pesanan.id.0, (k.pesanan, sebab(&bahan, k.pesanan.tanggal, k.sebab))))
        .collect();
    let depan: Vec<u128> = bahan.buku.semua().filter(|p| p.tanggal.to_datetime(p.mulai) > kini).map(|p| p.id.0).collect();
    let terbuka = terbuka(tx, t.id, kini.date()).await?;
    let (mut baru, mut kembali, mut tanpa) = (0_u64, 0_u64, 0_u64);
    let mut pertama = None;
    for (id, (p, sebab)) in &kena {
        if terbuka.iter().any(|x| x.pesanan_id.0.as_u128() == *id) {
            continue;
        }
        let (pesanan, id) = (PesananId(uuid::Uuid::from_u128(*id)), TerdampakId::baru());
        let sql = "INSERT INTO pesanan_terdampak (id, pesanan_id, sebab, tanggal, mulai, pada) VALUES ($1, $2, $3, $4, $5, $6)";
        let v = nilai![id, pesanan, kunci_sebab(sebab), p.tanggal.to_string(), super::pukul(p.mulai), tx.pada];
        tx.jalankan(sql, v).await?;
        tanpa += u64::from(!surel::antrekan(tx, pesanan, &format!("dampak/{id}")).await?);
        pertama.get_or_insert(id);
        baru += 1;
    }
    for x in terbuka.iter().filter(|x| x.ditandai == 1) {
        let id = x.pesanan_id.0.as_u128();
        if kena.contains_key(&id) || !depan.contains(&id) {
            continue;
        }
        tutup(tx, x.id, "kembali").await?;
        surel::antrekan(tx, x.pesanan_id, &format!("kembali/{}", x.id)).await?;
        kembali += 1;
    }
    if baru + kembali > 0 {
        let rincian = serde_json::json!({ "terdampak": baru, "kembali": kembali });
        let k = Kejadian::baru("pesanan.terdampak", "penempatan", t.id).instansi(t.instansi_id).rincian(rincian);
        audit::catat_oleh(tx, None, k).await?;
    }
    if let Some(id) = pertama.filter(|_| tanpa > 0) {
        beri_tahu_depan(tx, t, id, (baru, tanpa)).await?;
    }
    Ok(baru)
}

/// Somebody must be called: the front desk learns of it.
async fn beri_tahu_depan(tx: &Tx, t: &Tempat, id: TerdampakId, (jumlah, tanpa): (u64, u64)) -> Hasil<()> {
    let isi = serde_json::json!({ "layanan": t.layanan, "jumlah": jumlah, "tanpa": tanpa });
    let p = Pemberitahuan {
        jenis: "pesanan-terdampak",
        kepada: &[Kepada::DepanMpp(t.mpp_id)],
        kecuali: None,
        periode: None,
        lokus: None,
        tautan: &format!("/mpp/{}/pesanan", t.mpp_id),
        isi: &isi,
        sekali: &format!("pesanan-terdampak/{id}"),
    };
    beri_tahu(tx, &p).await.map(|_| ())
}

/// Effects that need no second record: open ones (`ditandai` 1), and those whose holder came anyway (0).
async fn terbuka(tx: &Tx, penempatan: PenempatanId, hari: Date) -> Hasil<Vec<Terbuka>> {
    let sql = "SELECT d.id, d.pesanan_id, CAST(CASE WHEN u.terdampak_id IS NULL THEN 1 ELSE 0 END AS bigint) AS ditandai
        FROM pesanan_terdampak d JOIN pesanan p ON p.id = d.pesanan_id LEFT JOIN pesanan_terdampak_usai u ON u.terdampak_id = d.id
        WHERE p.gerai_layanan_id = $1 AND p.tanggal >= $2 AND (u.terdampak_id IS NULL OR u.cara = 'hadir') ORDER BY d.id LIMIT 50000";
    tx.semua(sql, nilai![penempatan, hari.to_string()]).await
}

async fn tutup(tx: &Tx, id: TerdampakId, cara: &str) -> Hasil<()> {
    let sql = "INSERT INTO pesanan_terdampak_usai (terdampak_id, cara, pada) VALUES ($1, $2, $3) ON CONFLICT (terdampak_id) DO NOTHING";
    tx.jalankan(sql, nilai![id, cara, tx.pada]).await.map(|_| ())
}

/// Settles the open effects on a booking.
pub(super) async fn usai(tx: &Tx, pesanan: PesananId, cara: &str) -> Hasil<()> {
    let sql = "SELECT d.id, d.pesanan_id, CAST(1 AS bigint) AS ditandai FROM pesanan_terdampak d
        LEFT JOIN pesanan_terdampak_usai u ON u.terdampak_id = d.id WHERE d.pesanan_id = $1 AND u.terdampak_id IS NULL ORDER BY d.id LIMIT 100";
    for x in tx.semua::<Terbuka>(sql, nilai![pesanan]).await? {
        tutup(tx, x.id, cara).await?;
    }
    Ok(())
}

/// After the calendar of an instansi changed, in that transaction: all halls of the instansi. The caller holds the calendar.
pub(crate) async fn instansi(tx: &Tx, instansi: InstansiId) -> Hasil<u64> {
    beberapa(tx, Milik::Instansi(instansi)).await
}

/// After something changed in a hall (a gerai was closed, a service ended, an officer left), in that transaction.
pub(crate) async fn mpp(tx: &Tx, mpp: UnitId) -> Hasil<u64> {
    beberapa(tx, Milik::Mpp(mpp)).await
}

async fn beberapa(tx: &Tx, milik: Milik) -> Hasil<u64> {
    // The westernmost day, so that none is missed; the rules look at the hall's own clock.
    let mut n = 0;
    for t in berpesanan(&**tx, milik, &tx.pada.hari("WIB").to_string()).await? {
        kunci(tx, t.id).await?;
        n += periksa(tx, &t).await?;
    }
    Ok(n)
}

/// Looks at every placement with bookings ahead, one transaction each. One whose schedule cannot be read stops no other.
pub async fn semua(store: &Store) -> Hasil<u64> {
    let mut n = 0;
    for t in berpesanan(store.baca(), Milik::Semua, &store.sekarang().hari("WIB").to_string()).await? {
        match satu(store, t.id).await {
            Ok(baru) => n += baru,
            Err(e @ StoreError::Rusak(_)) => tracing::error!(error = %e, penempatan = %t.id, "bookings of a placement were passed over"),
            Err(e) => return Err(e),
        }
    }
    Ok(n)
}

/// Looks at the other services of a gerai, whose officers may be the same, after roster, rule or invitation days of one changed what its
/// bookings take of them: one transaction each, since each is alone with its own schedule. Returns how many are newly affected.
pub(super) async fn serumah(store: &Store, t: &Tempat) -> Hasil<u64> {
    let hari = t.lokal(store.sekarang()).date().to_string();
    let semua = berpesanan(store.baca(), Milik::Mpp(t.mpp_id), &hari).await?;
    let mut n = 0;
    for lain in semua.iter().filter(|x| x.gerai_id == t.gerai_id && x.id != t.id) {
        n += satu(store, lain.id).await?;
    }
    Ok(n)
}

async fn satu(store: &Store, id: PenempatanId) -> Hasil<u64> {
    let tx = store.mulai().await?;
    kunci(&tx, id).await?;
    let n = periksa(&tx, &tempat(&*tx, id).await?).await?;
    tx.commit().await?;
    Ok(n)
}
