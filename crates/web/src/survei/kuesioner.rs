//! The questionnaire as a page shows it, made from a round and its edition: questions, profile, how long it takes.
//! No HTML here (`halaman`), no parsing of answers (`terima`), no text that is not in the edition or the catalogue.

use pekppp::Edisi;
use store::ronde::Ronde;

use super::{
    bahasa::BahasaSurvei,
    kepala::{Jenis, Kepala},
};
use crate::format;

/// The profile field of the service.
const LAYANAN: &str = "layanan";

/// A survey with its questions in one language.
#[derive(Clone, Debug)]
pub struct Kuesioner {
    pub kepala: Kepala,
    pub kelompok: Vec<Kelompok>,
    pub profil: Vec<Bidang>,
    /// Whether a suggestion may be written.
    pub saran: bool,
    /// Whole minutes it takes.
    pub menit: usize,
    /// What the answer is good for, in a sentence.
    pub guna: String,
    /// Bits of proof of work that the page must bring; 0 in quiet times.
    pub kerja: u8,
}

/// A text with its language where that is not the page's (`lang` of the element).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Teks {
    pub isi: String,
    pub lang: Option<&'static str>,
}

/// Questions under one heading; SKM has one group without a name.
#[derive(Clone, Debug)]
pub struct Kelompok {
    pub nama: Option<Teks>,
    pub butir: Vec<Butir>,
}

/// One question with its choices, lowest value first.
#[derive(Clone, Debug)]
pub struct Butir {
    /// From 1, over all groups.
    pub nomor: usize,
    /// Name of the form field: `q_persyaratan`, `p1`.
    pub nama: String,
    pub teks: Teks,
    pub bantu: Option<Teks>,
    pub pilihan: Vec<(u8, Teks)>,
    /// The choices are bare numbers, shown in one row with words at both ends.
    pub angka: bool,
}

/// One question about the person; the value is an index into the edition's options or the number of a service.
#[derive(Clone, Debug)]
pub struct Bidang {
    pub nama: String,
    pub teks: Teks,
    pub pilihan: Vec<(i64, Teks)>,
    pub wajib: bool,
}

impl Teks {
    /// In the language of the page.
    #[must_use]
    pub fn halaman(isi: impl Into<String>) -> Self {
        Self { isi: isi.into(), lang: None }
    }

    /// Indonesian, whatever the page speaks.
    #[must_use]
    pub fn indonesia(isi: impl Into<String>, bahasa: BahasaSurvei) -> Self {
        Self { isi: isi.into(), lang: (bahasa != BahasaSurvei::Id).then_some("id") }
    }
}

impl Bidang {
    /// A few choices are radio buttons; more are a list that opens.
    #[must_use]
    pub fn sedikit(&self) -> bool {
        self.pilihan.len() <= 3
    }
}

impl Kuesioner {
    #[must_use]
    pub fn jumlah(&self) -> usize {
        self.kelompok.iter().map(|k| k.butir.len()).sum()
    }

    pub fn butir(&self) -> impl Iterator<Item = &Butir> {
        self.kelompok.iter().flat_map(|k| &k.butir)
    }

    /// Leaves one service to be judged, so that the page does not ask; one that the round does not ask about changes nothing.
    pub fn hanya_layanan(&mut self, nomor: i64) {
        for b in self.profil.iter_mut().filter(|b| b.nama == LAYANAN) {
            if b.pilihan.iter().any(|(n, _)| *n == nomor) {
                b.pilihan.retain(|(n, _)| *n == nomor);
            }
        }
    }

    /// The service, where there is only one to judge.
    #[must_use]
    pub fn satu_layanan(&self) -> Option<&Teks> {
        match self.profil.iter().find(|b| b.nama == LAYANAN)?.pilihan.as_slice() {
            [(_, satu)] => Some(satu),
            _ => None,
        }
    }

    /// Form 3: the statements of the edition, scored 0 to 5, grouped by aspect. No profile: the form asks none.
    #[must_use]
    pub fn f03(ronde: &Ronde, edisi: &Edisi, bahasa: BahasaSurvei) -> Self {
        let kepala = Kepala {
            jenis: Jenis::F03,
            token: ronde.token.clone(),
            unit: ronde.unit.clone(),
            instansi: ronde.instansi.clone(),
            bahasa,
            ilustrasi: ronde.ilustrasi == 1,
        };
        let mut kelompok: Vec<Kelompok> = Vec::new();
        for (i, p) in edisi.f03.pernyataan.iter().enumerate() {
            let nama = edisi.aspek.iter().find(|a| a.kunci == p.aspek).map_or(&p.aspek, |a| &a.nama);
            let nama = Some(Teks::indonesia(nama, bahasa));
            let butir = Butir {
                nomor: i + 1,
                nama: format!("p{}", i + 1),
                teks: Teks::indonesia(&p.teks, bahasa),
                bantu: None,
                pilihan: (0..=5).map(|n: u8| (n, Teks::halaman(n.to_string()))).collect(),
                angka: true,
            };
            match kelompok.last_mut().filter(|k| k.nama == nama) {
                Some(k) => k.butir.push(butir),
                None => kelompok.push(Kelompok { nama, butir: vec![butir] }),
            }
        }
        let porsi = (&edisi.rumus.porsi_f03 * &pekppp::Pecahan::bulat(100)).desimal();
        let guna = kepala.n("survei-guna-f03", "porsi", format::angka(bahasa.umum(), &porsi));
        Self { menit: menit(edisi.f03.pernyataan.len(), 8), kepala, kelompok, profil: Vec::new(), saran: false, guna, kerja: 0 }
    }
}

/// What a profile field is called: ours in the language of the page where the field is one of the form's, else the edition's.
#[must_use]
pub fn label_profil(kepala: &Kepala, kunci: &str, label: &str) -> Teks {
    let kunci = match kunci {
        "jenis_kelamin" => "survei-profil-jenis-kelamin",
        "usia" => "survei-profil-usia",
        "pendidikan" => "survei-profil-pendidikan",
        "pekerjaan" => "survei-profil-pekerjaan",
        "layanan" => "survei-layanan",
        _ => return Teks::indonesia(label, kepala.bahasa),
    };
    Teks::halaman(kepala.s(kunci))
}

/// Whole minutes for a number of questions, rounded up, at so many seconds each.
#[must_use]
pub fn menit(pertanyaan: usize, detik: usize) -> usize {
    (pertanyaan * detik).div_ceil(60).max(1)
}
