//! The poster and the sheet of links of an invented SKM round.

use dokumen::{
    Kepala,
    masukan::{BidangSkm, JawabanSkm, KuesionerSkm, LembarTautan, PertanyaanSkm, PosterSkm, TautanCetak, Ukuran},
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

pub fn kuesioner_skm() -> KuesionerSkm {
    let poster = poster_skm(Ukuran::A4);
    let pertanyaan = |n: usize| PertanyaanSkm {
        teks: format!("Bagaimana pendapat Saudara tentang hal contoh ke-{n} pada pelayanan di unit ini?"),
        jawaban: ["Tidak baik", "Kurang baik", "Baik", "Sangat baik"]
            .into_iter()
            .zip(1..)
            .map(|(teks, nilai)| JawabanSkm { nilai: i32::to_string(&nilai), teks: teks.into() })
            .collect(),
    };
    let bidang =
        |label: &str, wajib, opsi: &[&str]| BidangSkm { label: label.into(), wajib, opsi: opsi.iter().map(|o| (*o).into()).collect() };
    KuesionerSkm {
        kepala: poster.kepala,
        unit: poster.unit,
        ronde: poster.ronde,
        sampai: poster.sampai,
        pertanyaan: (1..=9).map(pertanyaan).collect(),
        profil: vec![
            bidang("Layanan", true, &["KTP elektronik", "Kartu keluarga", "Akta kelahiran dan akta kematian", "Surat pindah"]),
            bidang("Jenis kelamin", false, &["Laki-laki", "Perempuan"]),
            bidang("Usia", false, &["Di bawah 20 tahun", "20–29 tahun", "30–39 tahun", "40–49 tahun", "50–59 tahun", "60 tahun ke atas"]),
            bidang("Pendidikan terakhir", false, &["SD", "SMP", "SMA", "Diploma (D1–D4)", "S1", "S2", "S3"]),
            bidang("Pekerjaan", false, &["PNS", "TNI", "POLRI", "Swasta", "Wirausaha", "Pelajar/mahasiswa", "Petani/nelayan", "Lainnya"]),
        ],
        url: poster.url,
        url_pendek: Some(poster.url_pendek),
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
