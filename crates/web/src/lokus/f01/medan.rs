//! The fields of one indicator as form controls: kinds of the edition to components, conditions to words and to a form
//! that the script can check. Names are `CODE/key`, so that several indicators stand on one page.

use pekppp::{Bidang, Indikator, JawabanIndikator, JenisBidang, f01::MentahIndikator, syarat::Syarat};

use crate::{
    formulir::Formulir,
    komponen::{Medan, Opsi},
    konteks::Konteks,
};

/// One field with what it depends on.
pub struct MedanF01 {
    pub medan: Medan,
    /// For people: when it is to be answered.
    pub hanya_jika: Option<String>,
    /// For the script: `["adalah", name, value]`, `["dan", …]`, …
    pub syarat: Option<String>,
}

pub fn nama(kode: &str, kunci: &str) -> String {
    format!("{kode}/{kunci}")
}

/// Stored answers as form values.
pub fn isi(i: &Indikator, jawaban: Option<&JawabanIndikator>) -> Formulir {
    let mentah = jawaban.map(pekppp::f01::tulis_isian).unwrap_or_default();
    Formulir::isi(mentah.into_iter().flat_map(|(kunci, nilai)| {
        let nama = nama(&i.kode, &kunci);
        nilai.into_iter().map(move |v| (nama.clone(), v))
    }))
}

/// Form values as the rules read them: only fields of this indicator.
pub fn mentah(kode: &str, f: &Formulir) -> MentahIndikator {
    let mut hasil = MentahIndikator::new();
    for (nama, nilai) in f.pasangan() {
        if let Some(kunci) = nama.strip_prefix(kode).and_then(|s| s.strip_prefix('/')) {
            hasil.entry(kunci.to_owned()).or_default().push(nilai.replace('\0', ""));
        }
    }
    hasil
}

pub fn semua(k: &Konteks, i: &Indikator, f: &Formulir) -> Vec<MedanF01> {
    i.isian
        .iter()
        .map(|b| MedanF01 {
            medan: satu(k, i, b, f),
            hanya_jika: b.tampil_jika.as_ref().map(|s| dalam_kata(k, i, s)),
            syarat: b.tampil_jika.as_ref().and_then(|s| untuk_skrip(i, s)).map(|s| s.to_string()),
        })
        .collect()
}

fn satu(k: &Konteks, i: &Indikator, b: &Bidang, f: &Formulir) -> Medan {
    let nama = nama(&i.kode, &b.kunci);
    let label = "f01-isian";
    let m = match &b.jenis {
        JenisBidang::YaTidak => f.radio(k, &nama, label, &[Opsi::baru("ya", k.s("f01-ya")), Opsi::baru("tidak", k.s("f01-tidak"))]),
        JenisBidang::Bulat { .. } | JenisBidang::Desimal { .. } | JenisBidang::Persen => f.angka(k, &nama, label),
        JenisBidang::Teks { .. } => f.area(k, &nama, label).baris(4),
        JenisBidang::Tanggal => f.tanggal(k, &nama, label),
        JenisBidang::Pilihan { opsi } => f.radio(k, &nama, label, &pilihan(opsi)),
        JenisBidang::Ganda { opsi } => f.centang(k, &nama, label, &pilihan(opsi)),
    };
    let m = m.label_teks(&b.pertanyaan);
    let m = if b.wajib { m.wajib() } else { m };
    let contoh = match &b.jenis {
        JenisBidang::Persen => Some(k.s("f01-contoh-persen")),
        JenisBidang::Desimal { .. } => Some(k.s("f01-contoh-desimal")),
        _ => None,
    };
    let bantu: Vec<String> = b.bantuan.clone().into_iter().chain(contoh).collect();
    if bantu.is_empty() { m } else { m.bantu_teks(bantu.join(" ")) }
}

fn pilihan(opsi: &[pekppp::Opsi]) -> Vec<Opsi> {
    opsi.iter().map(|o| Opsi::baru(&o.kunci, &o.label)).collect()
}

/// "Dijawab bila “…?” dijawab Ya."
fn dalam_kata(k: &Konteks, i: &Indikator, s: &Syarat) -> String {
    let (Syarat::Adalah(r, nilai) | Syarat::Memuat(r, nilai)) = s else {
        return k.s("f01-hanya-jika-lain");
    };
    let Some(b) = i.bidang(&r.bidang).filter(|_| r.kode.is_none()) else {
        return k.s("f01-hanya-jika-lain");
    };
    let jawaban = match nilai.as_str() {
        "ya" if b.opsi().is_empty() => k.s("f01-ya"),
        "tidak" if b.opsi().is_empty() => k.s("f01-tidak"),
        lain => b.label_opsi(lain).unwrap_or(lain).to_owned(),
    };
    k.a("f01-hanya-jika", [("pertanyaan", b.pertanyaan.clone().into()), ("jawaban", jawaban.into())])
}

/// `None` for what the script need not know (comparisons, other indicators): the field is then always shown.
fn untuk_skrip(i: &Indikator, s: &Syarat) -> Option<serde_json::Value> {
    let banyak = |isi: &[Syarat]| isi.iter().map(|s| untuk_skrip(i, s)).collect::<Option<Vec<_>>>();
    let bidang = |r: &pekppp::syarat::Rujukan| r.kode.is_none().then(|| nama(&i.kode, &r.bidang));
    Some(match s {
        Syarat::Dan(isi) => serde_json::json!(["dan", banyak(isi)?]),
        Syarat::Atau(isi) => serde_json::json!(["atau", banyak(isi)?]),
        Syarat::Bukan(s) => serde_json::json!(["bukan", untuk_skrip(i, s)?]),
        Syarat::Adalah(r, v) | Syarat::Memuat(r, v) => serde_json::json!(["memuat", bidang(r)?, v]),
        Syarat::Terisi(r) => serde_json::json!(["terisi", bidang(r)?]),
        Syarat::Banding(..) => return None,
    })
}
