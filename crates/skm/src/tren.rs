//! Whether the index moved between two rounds, by Welch's test on the respondents' means.
//!
//! Lives here: difference, interval, verdict. Must not live here: sentences.

use pecahan::{Pecahan, kuantil::t_0975};
use serde::{Deserialize, Serialize};

use crate::{ringkasan::Ringkasan, selang::setengah_lebar};

/// The step from an earlier round to a later one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tren {
    /// Later minus earlier, 4 decimals.
    pub selisih: Pecahan,
    /// 95% interval of the difference, 4 decimals; `None` when it cannot be tested.
    pub selang: Option<(Pecahan, Pecahan)>,
    /// Degrees of freedom (Welch and Satterthwaite), rounded down.
    pub derajat: Option<i64>,
    pub putusan: PutusanTren,
    /// Both rounds asked the same unsur; otherwise the comparison is shown with a warning.
    pub sebanding: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PutusanTren {
    Naik,
    Turun,
    /// The interval of the difference holds 0: the change may be chance.
    TidakBerbeda,
    /// Fewer than two respondents in a round, or no variance in both.
    TidakDapatDiuji,
}

/// Compares two rounds on the same scale. The test is at 5% on both sides and is decided without a root.
#[must_use]
pub fn tren(lama: &Ringkasan, baru: &Ringkasan) -> Tren {
    let selisih = &baru.rata - &lama.rata;
    let sebanding = lama.unsur == baru.unsur;
    let putus = |selang, derajat, putusan| Tren { selisih: selisih.dibulatkan(4), selang, derajat, putusan, sebanding };
    if lama.sensus() && baru.sensus() {
        return putus(Some((selisih.dibulatkan(4), selisih.dibulatkan(4))), None, arah(&selisih));
    }
    // A census has no sampling error, even of one respondent.
    let nol_bila_sensus = |r: &Ringkasan| if r.sensus() { Some(Pecahan::nol()) } else { r.ragam_rata() };
    let (Some(a), Some(b)) = (nol_bila_sensus(lama), nol_bila_sensus(baru)) else {
        return putus(None, None, PutusanTren::TidakDapatDiuji);
    };
    let v = &a + &b;
    if v.adalah_nol() {
        return putus(None, None, PutusanTren::TidakDapatDiuji);
    }
    let derajat = derajat(&a, lama.n, &b, baru.n);
    let Some(t) = derajat.and_then(t_0975) else {
        return putus(None, None, PutusanTren::TidakDapatDiuji);
    };
    let lebar = setengah_lebar(&t, &v);
    let selang = ((&selisih - &lebar).dibulatkan(4), (&selisih + &lebar).dibulatkan(4));
    let nyata = &selisih * &selisih > &(&t * &t) * &v;
    putus(Some(selang), derajat, if nyata { arah(&selisih) } else { PutusanTren::TidakBerbeda })
}

fn arah(selisih: &Pecahan) -> PutusanTren {
    if selisih.adalah_nol() {
        PutusanTren::TidakBerbeda
    } else if selisih.adalah_negatif() {
        PutusanTren::Turun
    } else {
        PutusanTren::Naik
    }
}

/// `(a + b)² / (a²/(n₁−1) + b²/(n₂−1))`, rounded down, at least 1.
fn derajat(a: &Pecahan, n_a: i64, b: &Pecahan, n_b: i64) -> Option<i64> {
    let suku = |v: &Pecahan, n: i64| if v.adalah_nol() { Pecahan::nol() } else { &(v * v) / &Pecahan::bulat((n - 1).max(1)) };
    let bawah = &suku(a, n_a) + &suku(b, n_b);
    let jumlah = a + b;
    (&(&jumlah * &jumlah) / &bawah).lantai().map(|d| d.max(1))
}
