//! Published results to try the checker on, by the ids of `data/skm-hasil-terbit.csv`, where their sources stand. Offices are
//! not named here: the errors are the point.

/// An example: id in the collection, what it shows, and its values as the address of the page.
pub struct Contoh {
    pub id: &'static str,
    pub kunci: &'static str,
    pub kueri: &'static str,
}

pub const CONTOH: &[Contoh] = &[
    Contoh {
        id: "V04",
        kunci: "hasilskm-contoh-cocok",
        kueri: "urutan=kuesioner&jenis=nrr&u1=3,846&u2=3,769&u3=3,659&u4=3,956&u5=3,89&u6=3,846&u7=3,725&u8=3,769&u9=3,857&ikm=95,33&mutu=A",
    },
    Contoh {
        id: "V01",
        kunci: "hasilskm-contoh-bobot",
        kueri: "jenis=jumlah&n=29&u1=105&u2=101&u3=100&u4=116&u5=102&u6=105&u7=106&u8=105&u9=115&indeks=3,6224&ikm=90,56&mutu=A&bobot=0,1111",
    },
    Contoh {
        id: "V06",
        kunci: "hasilskm-contoh-salin",
        kueri: "jenis=konversi&u1=85,94&u2=85,16&u3=82,81&u4=93,75&u5=85,94&u6=84,38&u7=86,72&u8=85,16&u9=96,88&ikm=96,88&mutu=A",
    },
    Contoh {
        id: "V07",
        kunci: "hasilskm-contoh-konversi",
        kueri: "urutan=peraturan&jenis=nrr&u1=3,52&u2=3,48&u3=3,35&u4=3,60&u5=3,58&u6=3,72&u7=3,78&u8=3,40&u9=3,42&indeks=3,536&ikm=87,40&mutu=A",
    },
    Contoh {
        id: "V08",
        kunci: "hasilskm-contoh-pembagi",
        kueri: "jenis=konversi&n=110&u1=93,75&u2=76,0&u3=76,25&u4=96,0&u5=93,75&u6=94,0&u7=88,0&u8=94,0&u9=93,25&ikm=80,50&mutu=B",
    },
    Contoh { id: "T02", kunci: "hasilskm-contoh-ketik", kueri: "indeks=3,003&ikm=75,0075&mutu=C" },
    Contoh { id: "T06", kunci: "hasilskm-contoh-ambang", kueri: "ikm=74,926&mutu=B" },
];
