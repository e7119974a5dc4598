//! One answer from its fields to what the store takes: every question answered with what the page offers, the profile, the
//! suggestion, and the marks of quality that are known only at this moment. Nothing is stored here and no page is made.

use jiff::civil::Date;
use store::ronde::masukan::{Kelompok, Masukan, Profil};
use uuid::{Uuid, Variant, Version};

use super::{
    cepat::muat::Survei,
    isian::{Cara, Isian, Salah, Sebab},
    stempel,
    tanda::{Tanda, detik_wajar},
    urai::Pasangan,
};

/// Longest suggestion, in characters.
pub const SARAN: usize = 1000;
/// Not said.
const KOSONG: u8 = 255;
/// Fields of the profile in the order of the stored bytes.
const PROFIL: [&str; 5] = ["layanan", "jenis_kelamin", "usia", "pendidikan", "pekerjaan"];

/// The value of a field; empty when it was not sent.
#[must_use]
pub fn medan<'a>(pasangan: &'a Pasangan<'_>, nama: &str) -> &'a str {
    pasangan.iter().find(|(n, _)| n == nama).map_or("", |(_, v)| v)
}

/// What was read of an answer whose every field is right.
#[derive(Debug)]
pub struct Terbaca {
    pub id: Uuid,
    pub nilai: Box<[u8]>,
    pub profil: Profil,
    pub saran: Option<String>,
}

/// # Errors
/// Every fault at its field, in the order of the page; none when only the id of the answer is missing.
pub fn baca(survei: &Survei, pasangan: &Pasangan<'_>) -> Result<Terbaca, Vec<Salah>> {
    let mut salah = Vec::new();
    let q = &survei.pertanyaan;
    let mut profil = [KOSONG; 5];
    for bidang in &q.profil {
        let isi = medan(pasangan, &bidang.nama).trim();
        let pilihan = isi.parse().ok().filter(|n| bidang.pilihan.iter().any(|(p, _)| p == n)).and_then(|n: i64| u8::try_from(n).ok());
        match (pilihan, isi.is_empty()) {
            (Some(n), _) => {
                if let Some(no) = PROFIL.iter().position(|p| *p == bidang.nama) {
                    profil[no] = n;
                }
            }
            (None, true) if !bidang.wajib => {}
            (None, kosong) => salah.push(cacat(&bidang.nama, if kosong { Sebab::Kosong } else { Sebab::LuarPilihan })),
        }
    }
    let mut nilai = Vec::with_capacity(usize::from(survei.bentuk.pertanyaan));
    for butir in q.butir() {
        let isi = medan(pasangan, &butir.nama).trim();
        match isi.parse().ok().filter(|n| butir.pilihan.iter().any(|(p, _)| p == n)) {
            Some(n) => nilai.push(n),
            None => salah.push(cacat(&butir.nama, if isi.is_empty() { Sebab::Kosong } else { Sebab::LuarPilihan })),
        }
    }
    let saran = if q.saran { medan(pasangan, "saran").trim() } else { "" };
    if saran.chars().count() > SARAN {
        salah.push(cacat("saran", Sebab::TerlaluPanjang));
    }
    let id = medan(pasangan, "id").parse().ok().filter(acak);
    let (Some(id), true) = (id, salah.is_empty()) else { return Err(salah) };
    // PostgreSQL's text cannot hold a NUL; nobody types one.
    let saran = (!saran.is_empty()).then(|| saran.replace('\0', "").replace("\r\n", "\n"));
    Ok(Terbaca { id, nilai: nilai.into(), profil: if q.profil.is_empty() { Profil::KOSONG } else { Profil(profil) }, saran })
}

/// As `crypto.randomUUID` and our pages make it. Another kind could say when the answer was made, or (all zeros) stand
/// before the first page of every list, where nobody sees it and no analyst can leave it out.
fn acak(id: &Uuid) -> bool {
    id.get_version() == Some(Version::Random) && id.get_variant() == Variant::RFC4122
}

fn cacat(medan: &str, sebab: Sebab) -> Salah {
    Salah { medan: medan.to_owned(), sebab }
}

/// How the answer came, by the hidden fields of its page.
#[must_use]
pub fn cara(pasangan: &Pasangan<'_>) -> Cara {
    match (medan(pasangan, "tautan"), medan(pasangan, "cara")) {
        ("", "kios") => Cara::Kios,
        ("", _) => Cara::Biasa,
        (rahasia, _) => Cara::Tautan(rahasia.to_owned()),
    }
}

/// The form as it was typed, to be shown again.
#[must_use]
pub fn isian(pasangan: &Pasangan<'_>, salah: Vec<Salah>) -> Isian {
    let nilai = pasangan.iter().map(|(n, v)| (n.replace('\0', ""), v.replace('\0', ""))).collect();
    Isian { id: medan(pasangan, "id").parse().ok(), nilai, salah, pesan: None, cara: cara(pasangan), layanan: None }
}

/// What the store takes.
#[must_use]
pub fn masukan(survei: &Survei, t: Terbaca, cara: &Cara, tanda: Tanda, hari: Date) -> Masukan {
    let (kelompok, tautan) = match cara {
        Cara::Biasa => (Kelompok::Daring, None),
        Cara::Kios => (Kelompok::Kios, None),
        Cara::Tautan(rahasia) => (Kelompok::Tautan, Some(store::skm::tautan::sidik(rahasia))),
    };
    Masukan {
        ronde: survei.id,
        bentuk: survei.bentuk,
        id: t.id,
        kelompok,
        hari,
        nilai: t.nilai,
        profil: t.profil,
        tanda: tanda.bit(),
        saran: t.saran,
        tautan,
    }
}

/// Marks by the stamp alone: too fast for so many questions, or from a time that cannot be.
#[must_use]
pub fn tanda_stempel(survei: &Survei, s: &stempel::Sah) -> Tanda {
    let mut tanda = Tanda::default();
    tanda.bila(Tanda::CEPAT, !s.masa_depan && s.umur < detik_wajar(survei.bentuk.pertanyaan.into()));
    tanda.bila(Tanda::WAKTU_MUSTAHIL, s.masa_depan || s.dibuat < survei.sejak);
    tanda
}
