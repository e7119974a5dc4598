//! Rounds of an edition with several questions for one unsur: figure and interval are those of the respondents' means, also
//! after some answers were left out, and a publication proves them.

use super::bangun::{Dunia, HARI_INI, dunia, isi, layanan};
use skm::{Hitungan, Jawaban, Perkiraan, Ringkasan, selang, selang_unsur};
use store::{
    id::RondeId,
    ronde::{JenisKecuali, Kelompok, Masukan, Profil, simpan_banyak},
    skm::{
        self as ronde_skm, RondeIsi, agregat, mutu,
        terbit::{self, Publik, bundel},
    },
};
use testkit::{basis::BasisUji, dua_basis};
use uuid::Uuid;

const EDISI: &str = "skm-contoh-banyak-pertanyaan";

async fn ronde(d: &Dunia) -> RondeId {
    let l = layanan(&["Rawat jalan"]);
    store::instalasi::tandai_ilustrasi(&d.p.r.store, "Contoh").await.unwrap();
    let isi = RondeIsi { edisi: EDISI, ..isi("SKM banyak pertanyaan", &l) };
    ronde_skm::buat(&d.p.r.store, &d.hak().await, RondeId::baru(), &isi).await.unwrap()
}

/// Twelve answers that differ within and between unsur, and one incomplete.
async fn jawab(d: &Dunia, id: RondeId) -> Vec<(Uuid, Vec<u8>)> {
    let s = &d.p.r.store;
    let r = ronde_skm::dari_id(s.baca(), id).await.unwrap();
    let edisi = store::edisi::skm(s, &r.edisi).await.unwrap();
    let bentuk = ronde_skm::bentuk(&r.susunan(&edisi).unwrap()).unwrap();
    let mut semua = Vec::new();
    for n in 0..13_u8 {
        let mut nilai: Vec<u8> = (0..bentuk.pertanyaan).map(|no| 1 + (u8::try_from(no).unwrap() * 3 + n * 5) % 7 % 4).collect();
        if n == 12 {
            nilai[0] = store::ronde::KOSONG;
        }
        let jawaban = Masukan {
            ronde: id,
            bentuk,
            id: Uuid::new_v4(),
            kelompok: Kelompok::Daring,
            hari: HARI_INI,
            nilai: nilai.clone().into(),
            profil: Profil([0, 0, 1, 2, 3]),
            tanda: 0,
            saran: None,
            tautan: None,
        };
        semua.push((jawaban, nilai));
    }
    let masukan: Vec<Masukan> = semua.iter().map(|(m, _)| m.clone()).collect();
    let tx = s.mulai().await.unwrap();
    simpan_banyak(&tx, &masukan).await.unwrap();
    tx.commit().await.unwrap();
    semua.into_iter().take(12).map(|(m, n)| (m.id, n)).collect()
}

dua_basis! {
    async fn the_interval_is_that_of_the_answers_themselves(basis: BasisUji) {
        let d = dunia(basis).await;
        let (s, id) = (&d.p.r.store, ronde(&d).await);
        let jawaban = jawab(&d, id).await;
        let r = ronde_skm::dari_id(s.baca(), id).await.unwrap();
        let edisi = store::edisi::skm(s, &r.edisi).await.unwrap();
        let susunan = r.susunan(&edisi).unwrap();
        let hak = d.akses(&d.operator, id).await.pengelola().unwrap();
        mutu::kecualikan(s, &hak, mutu::Pilihan::Jawaban(&[jawaban[0].0]), JenisKecuali::Kecuali, "Diisi petugas").await.unwrap();
        let mut a = agregat::baca(s.baca(), id).await.unwrap();
        let polos = a.pakai.hitungan(&susunan).unwrap();
        assert!(!polos.ragam && !polos.ragam_unsur, "the cube alone does not know the spread");
        agregat::lengkapi(s.baca(), id, &susunan, &mut a).await.unwrap();
        let h = a.pakai.hitungan(&susunan).unwrap();
        assert!(h.ragam && h.ragam_unsur);
        let baca = |n: &Vec<u8>| Jawaban::baca(&susunan, &n.iter().map(|v| Some(i64::from(*v))).collect::<Vec<_>>()).unwrap();
        let sendiri = Hitungan::dari_jawaban(&susunan, &jawaban[1..].iter().map(|(_, n)| baca(n)).collect::<Vec<_>>());
        assert_eq!(h.hitungan, sendiri, "eleven complete answers that are not left out");
        assert!(matches!(selang(&Ringkasan::ikm(&susunan, &h.hitungan, None).unwrap()), Perkiraan::Ada(_)));
        let unsur = selang_unsur(&susunan, &h.hitungan, None);
        assert!(unsur.iter().any(|(_, p)| matches!(p, Perkiraan::Ada(_))));

        // A spread that does not belong to the counters is found.
        let mut palsu = a.clone();
        palsu.pakai.sebaran.as_mut().unwrap().unsur[0].cacah.reverse();
        assert!(palsu.pakai.hitungan(&susunan).is_err());

        ronde_skm::tutup(s, &hak, "Cukup").await.unwrap();
        let penerbit = d.akses(&d.kepala, id).await.kepala().unwrap();
        terbit::terbitkan(s, &penerbit).await.unwrap();
        let Publik::Terbit(t) = terbit::publik(s, &r.kode).await.unwrap() else { panic!("not published") };
        assert_eq!(t.isi.agregat.pakai.sebaran.as_deref(), Some(&sendiri));
        let l = bundel::periksa(t.berkas(s).await.unwrap().as_bytes(), None).unwrap();
        assert!(l.sah(), "{:?}", l.temuan);
    }
}
