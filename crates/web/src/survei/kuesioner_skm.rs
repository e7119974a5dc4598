//! The questionnaire of an SKM round: the questions of the unsur in use in the order of the form, the profile, a suggestion.

use skm::{
    Edisi, Unsur, Urutan,
    edisi::{BidangProfil, JenisProfil, OpsiProfil, Pertanyaan},
};
use store::skm::RondeSkm;

use super::{
    bahasa::BahasaSurvei,
    kepala::{Jenis, Kepala},
    kuesioner::{Bidang, Butir, Kelompok, Kuesioner, Teks, label_profil, menit},
};

/// Seconds that reading and answering one question takes.
const DETIK: usize = 6;

impl Kuesioner {
    /// `layanan`: the services of the round with their numbers.
    #[must_use]
    pub fn skm(ronde: &RondeSkm, layanan: &[(i64, String)], edisi: &Edisi, bahasa: BahasaSurvei) -> Self {
        let kepala = Kepala {
            jenis: Jenis::Skm,
            token: ronde.token.clone(),
            unit: ronde.unit.clone(),
            instansi: ronde.instansi.clone(),
            bahasa,
            ilustrasi: ronde.ilustrasi,
        };
        let dipakai = edisi.unsur_urut(Urutan::Kuesioner).into_iter().filter(|u| ronde.unsur.contains(&u.kunci));
        let soal = dipakai.flat_map(|u| u.pertanyaan.iter().enumerate().map(move |(no, p)| (u, no, p)));
        let butir: Vec<_> = (1..).zip(soal).map(|(nomor, (u, no, p))| butir(edisi, nomor, medan(u, no), p, bahasa)).collect();
        let profil = edisi.profil.iter().filter_map(|b| bidang(b, layanan, &kepala)).collect();
        let guna = kepala.s("survei-guna-skm");
        Self {
            menit: menit(butir.len(), DETIK),
            kepala,
            kelompok: vec![Kelompok { nama: None, butir }],
            profil,
            saran: true,
            guna,
            kerja: 0,
        }
    }
}

/// Name of the form field of a question: `q_waktu`, or `q_waktu_2` where the unsur has several.
#[must_use]
pub fn medan(unsur: &Unsur, no: usize) -> String {
    if unsur.pertanyaan.len() == 1 { format!("q_{}", unsur.kunci) } else { format!("q_{}_{}", unsur.kunci, no + 1) }
}

fn butir(edisi: &Edisi, nomor: usize, nama: String, p: &Pertanyaan, bahasa: BahasaSurvei) -> Butir {
    let (teks, jawaban) = p.dalam(bahasa.kode());
    let diterjemahkan = p.terjemahan.iter().any(|t| t.bahasa == bahasa.kode());
    let dalam = |isi: &str| if diterjemahkan { Teks::halaman(isi) } else { Teks::indonesia(isi, bahasa) };
    let pilihan = edisi.skala.nilai().zip(jawaban.iter().map(|j| dalam(j))).collect();
    Butir { nomor, nama, teks: dalam(teks), bantu: None, pilihan, angka: false }
}

/// `None` for services where the round has none to choose from.
fn bidang(b: &BidangProfil, layanan: &[(i64, String)], kepala: &Kepala) -> Option<Bidang> {
    let bahasa = kepala.bahasa;
    if b.jenis == JenisProfil::Layanan {
        let pilihan: Vec<_> = layanan.iter().map(|(nomor, nama)| (*nomor, Teks::indonesia(nama, bahasa))).collect();
        let teks = Teks::halaman(kepala.s("survei-layanan"));
        return (!pilihan.is_empty()).then(|| Bidang { nama: b.kunci.clone(), teks, pilihan, wajib: true });
    }
    let opsi = |o: &OpsiProfil| match o.terjemahan.iter().find(|(kode, _)| kode == bahasa.kode()) {
        Some((_, teks)) => Teks::halaman(teks),
        None => Teks::indonesia(&o.label, bahasa),
    };
    let pilihan = (0..).zip(b.opsi.iter().map(opsi)).collect();
    Some(Bidang { nama: b.kunci.clone(), teks: label_profil(kepala, &b.kunci, &b.label), pilihan, wajib: b.wajib })
}
