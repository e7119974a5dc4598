//! Keys of sentences with their figures; the words are in the catalogues of the pages.
//!
//! Lives here: which sentence fits which finding. Must not live here: text. Figures are plain decimals (`"80.03"`).

use serde::Serialize;

use crate::{
    hasil::HasilSkm,
    sampel::Kemajuan,
    selang::{KepastianMutu, Perkiraan},
    tren::{PutusanTren, Tren},
};

/// A catalogue key and its parameters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kalimat {
    pub kunci: &'static str,
    pub param: Vec<(&'static str, String)>,
}

impl Kalimat {
    fn baru(kunci: &'static str, param: impl IntoIterator<Item = (&'static str, String)>) -> Self {
        Self { kunci, param: param.into_iter().collect() }
    }
}

/// `skm-kalimat-selang` {ikm, bawah, atas, n}, `…-selang-populasi` (adds `populasi`), `…-sensus` {ikm, n},
/// `…-tanpa-ragam` {ikm, n}, `…-terlalu-sedikit` {ikm, n}.
#[must_use]
pub fn selang(hasil: &HasilSkm, perkiraan: &Perkiraan) -> Kalimat {
    let ikm = ("ikm", hasil.ikm.tampil(2));
    match perkiraan {
        Perkiraan::Ada(s) => {
            let mut param = vec![ikm, ("bawah", s.bawah.tampil(2)), ("atas", s.atas.tampil(2)), ("n", s.n.to_string())];
            param.extend(s.populasi.map(|p| ("populasi", p.to_string())));
            Kalimat { kunci: if s.populasi.is_some() { "skm-kalimat-selang-populasi" } else { "skm-kalimat-selang" }, param }
        }
        Perkiraan::Sensus { n } => Kalimat::baru("skm-kalimat-sensus", [ikm, ("n", n.to_string())]),
        Perkiraan::TanpaRagam { n } => Kalimat::baru("skm-kalimat-tanpa-ragam", [ikm, ("n", n.to_string())]),
        Perkiraan::TerlaluSedikit { n } => Kalimat::baru("skm-kalimat-terlalu-sedikit", [ikm, ("n", n.to_string())]),
    }
}

/// `skm-kalimat-mutu-pasti` {mutu}, `…-mutu-bisa-jadi` {mutu, lain: "A" or "A, C"}, `…-mutu-tidak-diketahui` {mutu}.
#[must_use]
pub fn mutu(kepastian: &KepastianMutu) -> Kalimat {
    match kepastian {
        KepastianMutu::Pasti { mutu } => Kalimat::baru("skm-kalimat-mutu-pasti", [("mutu", mutu.clone())]),
        KepastianMutu::BisaJadi { mutu, lain } => {
            Kalimat::baru("skm-kalimat-mutu-bisa-jadi", [("mutu", mutu.clone()), ("lain", lain.join(", "))])
        }
        KepastianMutu::TidakDiketahui { mutu } => Kalimat::baru("skm-kalimat-mutu-tidak-diketahui", [("mutu", mutu.clone())]),
    }
}

/// `skm-kalimat-tren-{naik, turun, tidak-berbeda, tidak-dapat-diuji}` {selisih (without sign), arah: "naik" | "turun" |
/// "tetap", bawah, atas}; bounds only where there is an interval.
#[must_use]
pub fn tren(tren: &Tren) -> Kalimat {
    let kunci = match tren.putusan {
        PutusanTren::Naik => "skm-kalimat-tren-naik",
        PutusanTren::Turun => "skm-kalimat-tren-turun",
        PutusanTren::TidakBerbeda => "skm-kalimat-tren-tidak-berbeda",
        PutusanTren::TidakDapatDiuji => "skm-kalimat-tren-tidak-dapat-diuji",
    };
    let arah = match (tren.selisih.adalah_nol(), tren.selisih.adalah_negatif()) {
        (true, _) => "tetap",
        (_, true) => "turun",
        _ => "naik",
    };
    let mut param = vec![("selisih", tren.selisih.mutlak().tampil(2)), ("arah", arah.to_owned())];
    if let Some((bawah, atas)) = &tren.selang {
        param.extend([("bawah", bawah.tampil(2)), ("atas", atas.tampil(2))]);
    }
    Kalimat { kunci, param }
}

/// `skm-kalimat-sampel-cukup` or `…-sampel-kurang` {masuk, target, populasi, kurang, persen};
/// `…-populasi-diragukan` when there are more answers than users served.
#[must_use]
pub fn sampel(k: &Kemajuan) -> Kalimat {
    let kunci = match (k.populasi_diragukan, k.cukup) {
        (true, _) => "skm-kalimat-populasi-diragukan",
        (_, true) => "skm-kalimat-sampel-cukup",
        _ => "skm-kalimat-sampel-kurang",
    };
    let angka = [("masuk", k.masuk), ("target", k.target), ("populasi", k.populasi), ("kurang", k.kurang), ("persen", k.persen)];
    Kalimat::baru(kunci, angka.map(|(nama, n)| (nama, n.to_string())))
}
