//! The poster and the sheet of links of an invented SKM round.

use dokumen::{
    Kepala,
    masukan::{LembarTautan, PosterSkm, TautanCetak, Ukuran},
};

pub fn poster_skm(ukuran: Ukuran) -> PosterSkm {
    PosterSkm {
        kepala: Kepala { verifikasi: None, ..super::kepala() },
        ukuran,
        unit: "Dinas Kependudukan dan Pencatatan Sipil Kabupaten Kutai Timur".into(),
        ronde: "SKM Semester II 2023".into(),
        url: "https://prima.kutaitimur.example/skm/k7m2qdx4f9h3w6ab".into(),
        url_pendek: "prima.kutaitimur.example/skm/k7m2qdx4f9h3w6ab".into(),
        lama: "kurang dari 1 menit".into(),
        jumlah_pertanyaan: "9".into(),
        mulai: "1 Juli 2023".into(),
        sampai: "31 Desember 2023".into(),
    }
}

pub fn lembar_tautan() -> LembarTautan {
    let satu = |n: u32| TautanCetak {
        url: format!("https://prima.kutaitimur.example/skm/k7m2qdx4f9h3w6ab/s/contoh{n:010}"),
        url_pendek: format!("prima.kutaitimur.example/skm/k7m2qdx4f9h3w6ab/s/contoh{n:010}"),
    };
    LembarTautan {
        kepala: Kepala { verifikasi: None, ..super::kepala() },
        unit: "Dinas Sosial".into(),
        ronde: "SKM Semester II 2023".into(),
        lama: "Kurang dari 1 menit".into(),
        sampai: "31 Desember 2023".into(),
        tautan: (0..23).map(satu).collect(),
    }
}
