//! The hall of the example in use: days behind it, so that estimates rest on times of its own, and a morning under way. It is
//! open at any hour for two weeks, so that it can be tried. All of it ILUSTRASI.

use jiff::{
    ToSpan,
    civil::{Date, Weekday, time},
};
use layanan::antrean::Prioritas;
use store::{
    Hasil, Store, StoreError,
    antrean::{self, Minta, Tiket, buka, langkah::Aksi},
    hak::{self, DepanMpp, PelaksanaGerai},
    id::{GeraiId, LoketId, OperasiId, UnitId},
    mpp::{self, Penempatan},
};

use super::{
    mpp::{DEPAN, KECAMATAN, KEPALA, PELAKSANA},
    mpp_unit,
    orang::sebagai,
    survei,
};

/// Days on which the hall is open at any hour.
const HARI: i64 = 14;
/// Past days on which the hall is usually open, and people a day at each service.
const LALU: usize = 3;
const ORANG: usize = 5;
/// People who come before the officer calls the first.
const DULU: usize = 3;
/// Seconds that people were served, one after the other.
const LAMA: [i64; 7] = [420, 660, 510, 840, 380, 720, 560];

pub struct Meja {
    hak: PelaksanaGerai,
    loket: LoketId,
    layanan: Vec<Penempatan>,
}

/// Of the clock's today; the clock ends where it began.
pub async fn isi(store: &Store, unit: UnitId) -> Hasil<()> {
    let kini = store.sekarang();
    jam(store, unit).await?;
    survei(store, unit).await?;
    let depan = hak::mpp(store, &sebagai(store, DEPAN).await?, unit).await?.depan()?;
    let gerai = mpp::gerai_mpp(store.baca(), unit).await?;
    let id = |kode: &str| gerai.iter().find(|g| g.kode == kode).map(|g| g.id);
    let (mut dukcapil, mut ptsp, mut camat) = (Vec::new(), Vec::new(), Vec::new());
    if let (Some(a), Some(b)) = (id("G01"), id("G02")) {
        dukcapil.push(meja(store, PELAKSANA[0].0, a, 0, 2).await?);
        ptsp.push(meja(store, PELAKSANA[2].0, b, 0, 1).await?);
    }
    // Days of the kecamatan's gerai are behind it: what it served becomes evidence of its F01.
    if let Some(c) = id(mpp_unit::GERAI) {
        camat.push(meja(store, KECAMATAN, c, 0, 2).await?);
    }
    let lokal = kini.timestamp().to_zoned(store::zona_waktu("WITA"));
    let biasa = |h: &Date| !matches!(h.weekday(), Weekday::Saturday | Weekday::Sunday);
    let dulu: Vec<Date> = (1..14).map(|n| lokal.date().saturating_sub(n.days())).filter(biasa).take(LALU).collect();
    for hari in dulu.into_iter().rev() {
        let pagi = hari.to_datetime(time(9, 0, 0, 0));
        let pagi = pagi.to_zoned(store::zona_waktu("WITA")).map_err(|e| StoreError::Rusak(e.to_string()))?;
        ke(store, pagi.timestamp().as_microsecond());
        for m in dukcapil.iter().chain(&ptsp).chain(&camat) {
            lewat(store, &depan, m).await?;
        }
    }
    // Half an hour of this morning, or what there is of it after midnight.
    let menit = (i64::from(lokal.hour()) * 60 + i64::from(lokal.minute())).min(30);
    ke(store, kini.0 - menit * 60_000_000);
    for m in dukcapil.iter().chain(&ptsp) {
        pagi_dini(store, &depan, m, menit * 60).await?;
    }
    ke(store, kini.0);
    Ok(())
}

/// Sets the clock.
fn ke(store: &Store, saat: i64) {
    store.jam().maju((saat - store.sekarang().0) / 1_000_000);
}

async fn jam(store: &Store, unit: UnitId) -> Hasil<()> {
    let kepala = hak::mpp(store, &sebagai(store, KEPALA).await?, unit).await?.kepala()?;
    let hari = store.sekarang().hari(&kepala.mpp.zona);
    let sepanjang = Some((time(0, 0, 0, 0), time(23, 59, 0, 0)));
    for n in 0..HARI {
        buka::tetapkan(
            store,
            &kepala,
            hari.saturating_add(n.days()),
            sepanjang,
            "Contoh: buka sepanjang hari agar dapat dicoba (ILUSTRASI)",
        )
        .await?;
    }
    Ok(())
}

async fn survei(store: &Store, unit: UnitId) -> Hasil<()> {
    let kini = store.sekarang().hari("WITA");
    let ronde = survei::Ronde {
        surel: DEPAN,
        unit,
        nama: "SKM MPP Kutai Timur (contoh)".to_owned(),
        mulai: kini.saturating_sub(20.days()),
        sampai: kini.saturating_add(70.days()),
        populasi: 1200,
        // As the organisations are called: a visitor's link then knows what it is about.
        layanan: &[
            "Dinas Kependudukan dan Pencatatan Sipil",
            "Dinas Penanaman Modal dan PTSP",
            "Badan Pendapatan Daerah",
            "Kantor Imigrasi",
            "BPJS Kesehatan",
            "Dinas Tenaga Kerja",
            "Kantor Pertanahan",
            "Lainnya",
        ],
    };
    let r = survei::buka(store, ronde).await?;
    survei::terima(store, survei::jawaban(store, &r, 118, 44, kini, 20_261_103).await?).await
}

/// An officer at a counter, with the first services of the gerai.
pub async fn meja(store: &Store, surel: &str, gerai: GeraiId, loket: usize, layanan: usize) -> Hasil<Meja> {
    let hak = hak::gerai(store, &sebagai(store, surel).await?, gerai).await?.pelaksana()?;
    let semua = mpp::loket(store.baca(), gerai).await?;
    let loket = semua.get(loket).ok_or(StoreError::TidakDitemukan)?.id;
    let layanan = mpp::penempatan(store.baca(), gerai).await?.into_iter().take(layanan).collect();
    Ok(Meja { hak, loket, layanan })
}

async fn terbit(store: &Store, depan: &DepanMpp, p: &Penempatan, n: usize) -> Hasil<Tiket> {
    let prioritas = if n % 6 == 3 { Prioritas::Rentan } else { Prioritas::Biasa };
    antrean::terbit_depan(store, depan, p, Minta { op: OperasiId::baru(), prioritas }).await
}

async fn panggil(store: &Store, m: &Meja, lama: i64) -> Hasil<()> {
    if let Some(t) = antrean::panggil::berikut(store, &m.hak, OperasiId::baru()).await? {
        store.jam().maju(40);
        antrean::langkah::lakukan(store, &m.hak, OperasiId::baru(), t.id, Aksi::Layani).await?;
        store.jam().maju(lama);
    }
    Ok(())
}

/// A day behind us: everybody was served, one did not come.
async fn lewat(store: &Store, depan: &DepanMpp, m: &Meja) -> Hasil<()> {
    let awal = store.sekarang().0;
    antrean::loket::buka(store, &m.hak, m.loket).await?;
    let semua = ORANG * m.layanan.len();
    for n in 0..semua + DULU {
        if let Some(p) = m.layanan.get(n % m.layanan.len().max(1)).filter(|_| n < semua) {
            terbit(store, depan, p, n).await?;
        }
        // A few come before the officer does; after that people come as others are served.
        if n >= DULU {
            panggil(store, m, LAMA[n % LAMA.len()]).await?;
        } else {
            store.jam().maju(60);
        }
    }
    tutup(store, m).await?;
    ke(store, awal);
    Ok(())
}

/// Whoever is still at the counter is finished, then the officer leaves it.
async fn tutup(store: &Store, m: &Meja) -> Hasil<()> {
    let g = antrean::garis::potret(store.baca(), m.hak.mpp.unit_id, m.hak.gerai.id, store.sekarang()).await?;
    if let Some(t) = g.di_loket(m.loket) {
        antrean::langkah::lakukan(store, &m.hak, OperasiId::baru(), t.id, Aksi::Selesai).await?;
    }
    antrean::loket::tutup(store, &m.hak).await
}

/// This morning: two served, one at the counter, others wait. `detik`: how long it lasts until now.
async fn pagi_dini(store: &Store, depan: &DepanMpp, m: &Meja, detik: i64) -> Hasil<()> {
    let awal = store.sekarang().0;
    antrean::loket::buka(store, &m.hak, m.loket).await?;
    for n in 0..6 {
        for p in &m.layanan {
            terbit(store, depan, p, n).await?;
            store.jam().maju(detik / 200);
        }
    }
    for lama in LAMA.iter().take(3) {
        panggil(store, m, (detik / 4).min(*lama)).await?;
    }
    ke(store, awal);
    Ok(())
}

/// Some numbers of the last minutes (of this day), and one call; the clock ends where it began.
pub async fn pagi(store: &Store, depan: &DepanMpp, m: &Meja, banyak: usize) -> Hasil<()> {
    let kini = store.sekarang();
    let lokal = kini.timestamp().to_zoned(store::zona_waktu("WITA"));
    let menit = (i64::from(lokal.hour()) * 60 + i64::from(lokal.minute())).min(15);
    ke(store, kini.0 - menit * 60_000_000);
    antrean::loket::buka(store, &m.hak, m.loket).await?;
    for n in 0..banyak {
        if let Some(p) = m.layanan.get(n % m.layanan.len().max(1)) {
            terbit(store, depan, p, n).await?;
            store.jam().maju(menit * 12);
        }
    }
    antrean::panggil::berikut(store, &m.hak, OperasiId::baru()).await?;
    ke(store, kini.0);
    Ok(())
}
