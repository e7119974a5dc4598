//! What bookings do to the estimates of a line: who is there before his time, and who usually does not come.

use super::{Loka, SELASA, SENIN, loka, pukul};
use jiff::{ToSpan, civil::Date};
use layanan::antrean::{Perkiraan, Prioritas};
use store::{
    antrean::{
        self, garis,
        langkah::{self, Aksi},
        loket, panggil,
        perkiraan::{self, Hitungan},
    },
    hak::{self, PelaksanaGerai},
    id::{LoketId, OperasiId, TiketId},
    mpp,
    pesanan::{self, Petugas},
};
use testkit::basis::BasisUji;

/// Two booked for 09.30 of a day; then it is 09.20 of that day, one is served and four wait who walked in.
async fn sebelum_jamnya(l: &Loka, hari: Date) -> (PelaksanaGerai, Vec<String>) {
    let kode = vec![l.pesan(hari, pukul(9, 30), None).await.unwrap(), l.pesan(hari, pukul(9, 30), None).await.unwrap()];
    let lama = i64::from(SENIN.until(hari).unwrap().get_days());
    l.s().jam().maju(lama * 86_400 + 80 * 60);
    let petugas = hak::gerai(l.s(), &l.m.petugas, l.m.gerai).await.unwrap().pelaksana().unwrap();
    let meja = LoketId::baru();
    mpp::tambah_loket(l.s(), &l.m.kepala, meja, l.m.gerai, "1").await.unwrap();
    loket::buka(l.s(), &petugas, meja).await.unwrap();
    let p = mpp::penempatan_hidup(l.s().baca(), l.id).await.unwrap();
    for _ in 0..5 {
        let minta = antrean::Minta { op: OperasiId::baru(), prioritas: Prioritas::Biasa };
        antrean::terbit_petugas(l.s(), &petugas, &p, minta).await.unwrap();
    }
    panggil::berikut(l.s(), &petugas, OperasiId::baru()).await.unwrap();
    (petugas, kode)
}

async fn kira(l: &Loka) -> Hitungan {
    let (c, kini) = (l.s().baca(), l.s().sekarang());
    let p = garis::potret(c, l.m.d.dinsos, l.m.gerai, kini).await.unwrap();
    perkiraan::hitung(&p, &perkiraan::bahan(c, l.m.gerai, kini).await.unwrap())
}

/// Of the last who walked in.
fn terakhir(h: &Hitungan) -> (u32, u32) {
    match h.tiket.last().unwrap().1 {
        Perkiraan::Rentang { dari_menit, sampai_menit, .. } => (dari_menit, sampai_menit),
        lain => panic!("{lain:?}"),
    }
}

async fn hadir(l: &Loka, kode: &str) -> TiketId {
    let id = pesanan::dari_kode(l.s(), kode).await.unwrap().id;
    pesanan::hadir(l.s(), Petugas::Depan(&l.depan), id, Prioritas::Biasa).await.unwrap();
    let (tiket, _) = pesanan::dari_kode(l.s(), kode).await.unwrap().tiket.unwrap();
    antrean::dari_kode(l.s().baca(), &tiket).await.unwrap().id
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Whoever is recorded before his time still takes it from those ahead of him, and is told no minutes till then.
    async fn here_before_the_booked_time(basis: BasisUji) {
        let l = loka(basis).await;
        let (petugas, kode) = sebelum_jamnya(&l, SENIN).await;
        let ditunggu = kira(&l).await;
        assert_eq!(ditunggu.tiket.len(), 4);
        let luput = async |jam, menit| {
            let jam = Some((pukul(8, 0), pukul(jam, menit)));
            antrean::buka::akibat(l.s(), &l.m.kepala, SENIN, jam).await.unwrap().luput
        };
        let lain = [luput(9, 25).await, luput(9, 30).await, luput(9, 31).await];
        let tiket = [hadir(&l, &kode[0]).await, hadir(&l, &kode[1]).await];
        let datang = kira(&l).await;
        assert_eq!((&datang.tiket, datang.berikut), (&ditunggu.tiket, ditunggu.berikut), "as when they were awaited");
        assert!(datang.tiket.iter().all(|(id, _)| !tiket.contains(id)));
        let dengan = [luput(9, 25).await, luput(9, 30).await, luput(9, 31).await];
        // Nothing is estimated for them: a closing before their time begins meets them too.
        assert_eq!(dengan, [lain[0] + 2, lain[1] + 2, lain[2]]);
        // Given up, they take nobody's time any more.
        for id in tiket {
            langkah::lakukan(l.s(), &petugas, OperasiId::baru(), id, Aksi::Batal).await.unwrap();
        }
        let tanpa = kira(&l).await;
        assert!(terakhir(&tanpa).1 < terakhir(&datang).1, "{tanpa:?} {datang:?}");
    }

    /// Eight booked for Tuesday and none came: on Wednesday those who wait may be called earlier than if all came, and no later.
    async fn those_who_booked_and_usually_do_not_come(basis: BasisUji) {
        let l = loka(basis).await;
        for (jam, menit) in [(8, 0), (8, 30), (9, 0), (9, 30)] {
            for _ in 0..2 {
                l.pesan(SELASA, pukul(jam, menit), None).await.unwrap();
            }
        }
        let (_, kode) = sebelum_jamnya(&l, SELASA.saturating_add(1.day())).await;
        let mungkin = kira(&l).await;
        for kode in &kode {
            hadir(&l, kode).await;
        }
        let pasti = kira(&l).await;
        let (mungkin, pasti) = (terakhir(&mungkin), terakhir(&pasti));
        assert!(mungkin.1 == pasti.1 && mungkin.0 < pasti.0, "{mungkin:?} {pasti:?}");
    }
}
