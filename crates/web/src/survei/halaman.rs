//! The page of the questions as a string. `cepat` renders it once per round and language, keeps it, and puts the two
//! values of a visit in place of the markers; a form that comes back with faults is rendered for itself.

use askama::Template;

use super::{
    isian::{Cara, Isian, Sebab},
    kepala::Kepala,
    kuesioner::{Butir, Kuesioner},
};

/// Where the id of the answer goes; stands once in the page, unless [`Isian::id`] is set.
pub const PENANDA_ID: &str = "%%ID%%";
/// Where the form stamp goes; stands once in the page, behind the id.
pub const PENANDA_STEMPEL: &str = "%%STEMPEL%%";

#[derive(Template)]
#[template(path = "survei/isian.html")]
struct Halaman<'a> {
    h: &'a Kepala,
    q: &'a Kuesioner,
    i: &'a Isian,
    kios: bool,
}

/// The questionnaire, empty or as it came back.
///
/// # Errors
/// When the template fails, which is a fault of the program.
pub fn halaman(q: &Kuesioner, i: &Isian) -> askama::Result<String> {
    Halaman { h: &q.kepala, q, i, kios: i.cara == Cara::Kios }.render()
}

/// A fault as the summary above the form lists it.
struct Ringkas {
    medan: String,
    teks: String,
}

impl Halaman<'_> {
    fn sini(&self) -> String {
        match &self.i.cara {
            Cara::Biasa => self.h.dasar(),
            Cara::Kios => format!("{}/kios", self.h.dasar()),
            Cara::Tautan(rahasia) => format!("{}/s/{rahasia}", self.h.dasar()),
        }
    }

    fn id(&self) -> String {
        self.i.id.map_or_else(|| PENANDA_ID.to_owned(), |id| id.to_string())
    }

    fn stempel(&self) -> &'static str {
        PENANDA_STEMPEL
    }

    fn sapaan(&self) -> String {
        self.h.a("survei-sapaan", [("jumlah", self.q.jumlah().into()), ("menit", self.q.menit.into())])
    }

    /// Whether anything may be left empty: the part "a little about you".
    fn ada_pilihan(&self) -> bool {
        self.q.saran || self.q.profil.iter().any(|b| !b.wajib)
    }

    fn salah(&self, medan: &str) -> Option<String> {
        self.i.sebab(medan).map(|s| s.teks(self.h))
    }

    fn ringkasan(&self) -> Vec<Ringkas> {
        let nama = |medan: &str| match self.q.butir().find(|b| b.nama == medan) {
            Some(b) => self.h.n("survei-pertanyaan-nomor", "nomor", b.nomor),
            None => self.q.profil.iter().find(|b| b.nama == medan).map_or_else(|| self.h.s("survei-saran"), |b| b.teks.isi.clone()),
        };
        let baris =
            |medan: &str, sebab: Sebab| Ringkas { medan: medan.to_owned(), teks: format!("{}: {}", nama(medan), sebab.teks(self.h)) };
        self.i.salah.iter().map(|s| baris(&s.medan, s.sebab)).collect()
    }

    /// Words at both ends of a row of numbers, so that a screen reader hears them with the first and the last.
    fn ujung(&self, b: &Butir, nilai: &u8) -> Option<String> {
        let akhir = b.pilihan.last().map(|(n, _)| n);
        if b.pilihan.first().map(|(n, _)| n) == Some(nilai) {
            Some(self.h.s("survei-nol"))
        } else if akhir == Some(nilai) {
            Some(self.h.s("survei-lima"))
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survei::{
        bahasa::BahasaSurvei,
        isian::{Pesan, Salah},
        kepala::Jenis,
        kuesioner::{Bidang, Kelompok, Teks, label_profil},
        tautan,
        terima_kasih::{self, Sesudah},
        tertutup,
    };

    fn kuesioner(bahasa: BahasaSurvei) -> Kuesioner {
        let kepala = Kepala {
            jenis: Jenis::Skm,
            token: "t0ken".into(),
            unit: "Unit <b>".into(),
            instansi: "Instansi".into(),
            bahasa,
            ilustrasi: false,
        };
        let butir = |nomor: usize, angka| Butir {
            nomor,
            nama: format!("q_{nomor}"),
            teks: Teks::indonesia("Bagaimana?", bahasa),
            bantu: None,
            pilihan: (1..=4).map(|n| (n, Teks::halaman(format!("nilai {n}")))).collect(),
            angka,
        };
        let bidang = |nama: &str, banyak: i64, wajib| Bidang {
            nama: nama.into(),
            teks: label_profil(&kepala, nama, "Label"),
            pilihan: (0..banyak).map(|n| (n, Teks::halaman(n.to_string()))).collect(),
            wajib,
        };
        Kuesioner {
            kelompok: vec![Kelompok { nama: None, butir: vec![butir(1, false), butir(2, true)] }],
            profil: vec![bidang("jenis_kelamin", 2, false), bidang("usia", 6, false), bidang("layanan", 1, true)],
            saran: true,
            menit: 1,
            guna: String::new(),
            kerja: 0,
            kepala,
        }
    }

    #[test]
    fn both_markers_stand_once_and_before_anything_typed() {
        for bahasa in BahasaSurvei::SEMUA {
            let teks = halaman(&kuesioner(bahasa), &Isian::default()).unwrap();
            assert_eq!((teks.matches(PENANDA_ID).count(), teks.matches(PENANDA_STEMPEL).count()), (1, 1));
            assert!(teks.find(PENANDA_ID) < teks.find(PENANDA_STEMPEL));
            assert!(teks.contains(&format!("<html lang=\"{}\"", bahasa.kode())));
            assert!(!teks.contains("Unit <b>"), "names are escaped");
            assert_eq!(teks.contains("Belum diperiksa penutur."), bahasa.belum_diperiksa());
            assert_eq!(teks.contains("<legend lang=\"id\">"), bahasa != BahasaSurvei::Id, "a question in another language says so");
        }
    }

    #[test]
    fn every_question_is_a_group_of_native_radio_buttons() {
        let teks = halaman(&kuesioner(BahasaSurvei::Id), &Isian::default()).unwrap();
        // Two questions and one profile field with few choices; a longer one is a list, a single service is no question.
        assert_eq!(teks.matches("<fieldset").count(), 3);
        assert_eq!(teks.matches("<select").count(), 1);
        assert_eq!(teks.matches("type=\"radio\" name=\"q_1\"").count(), 4);
        assert!(teks.contains("<input type=\"hidden\" name=\"layanan\" value=\"0\" data-profil"));
        assert!(!teks.contains("<table"));
    }

    #[test]
    fn what_was_typed_comes_back_with_each_fault_at_its_place() {
        let salah = |medan: &str, sebab| Salah { medan: medan.into(), sebab };
        let i = Isian {
            nilai: vec![("q_1".into(), "3".into()), ("usia".into(), "9".into()), ("saran".into(), "</textarea><script>".into())],
            salah: vec![salah("q_2", Sebab::Kosong), salah("usia", Sebab::LuarPilihan)],
            pesan: Some(Pesan::TerlaluBanyak),
            ..Isian::default()
        };
        let teks = halaman(&kuesioner(BahasaSurvei::Id), &i).unwrap();
        assert!(teks.contains("name=\"q_1\" value=\"3\" required checked"));
        assert!(teks.contains("<a href=\"#q_2\">Pertanyaan 2: Pilih satu jawaban.</a>"));
        assert!(teks.contains("id=\"q_2-salah\"") && teks.contains("id=\"usia-salah\"") && !teks.contains("id=\"q_1-salah\""));
        assert!(teks.contains("Terlalu banyak jawaban") && !teks.contains("<script>"));
        assert!(teks.contains("<title>Perlu diperbaiki:"));
    }

    #[test]
    fn a_link_and_the_kiosk_say_so_in_the_form() {
        let q = kuesioner(BahasaSurvei::En);
        let tautan = tautan::isian(&q, "rahasia").unwrap();
        assert!(tautan.contains("name=\"tautan\" value=\"rahasia\"") && !tautan.contains("name=\"cara\""));
        let kios = super::super::kios::kios(&q).unwrap();
        assert!(kios.contains("name=\"cara\" value=\"kios\"") && kios.contains("id=\"kios-diam\""));
    }

    #[test]
    fn a_service_that_is_known_is_said_and_not_asked() {
        let mut q = kuesioner(BahasaSurvei::Id);
        let asli = |nomor: i64| (nomor, Teks::halaman(format!("Layanan {nomor}")));
        q.profil[2].pilihan = vec![asli(0), asli(4)];
        let isi = |nomor| Isian { cara: super::super::isian::Cara::Tautan("r".into()), layanan: Some(nomor), ..Isian::default() };
        let halaman = |q: &Kuesioner, nomor| super::halaman(q, &isi(nomor)).unwrap();
        let mut satu = q.clone();
        satu.hanya_layanan(4);
        let teks = halaman(&satu, 4);
        assert!(teks.contains("Yang Anda nilai: Layanan 4.") && teks.contains("name=\"layanan\" value=\"4\" data-profil"));
        assert!(!teks.contains("Layanan 0") && !teks.contains("name=\"layanan\" value=\"0\""));
        // A number that the round has no more: the page asks.
        q.hanya_layanan(9);
        let teks = halaman(&q, 9);
        assert!(teks.contains("Layanan 0") && teks.contains("Layanan 4") && !teks.contains("Yang Anda nilai"));
    }

    #[test]
    fn every_page_says_what_to_do_in_every_language() {
        let hari = jiff::civil::date(2026, 12, 3);
        for bahasa in BahasaSurvei::SEMUA {
            let h = kuesioner(bahasa).kepala;
            let tutup = [
                tertutup::Tertutup::Belum { mulai: hari },
                tertutup::Tertutup::Selesai { sampai: hari },
                tertutup::Tertutup::Ditutup { alasan: "Cukup".into() },
                tertutup::Tertutup::Usai,
            ];
            for satu in tutup {
                let teks = tertutup::tertutup(&h, &satu, None).unwrap();
                assert!(teks.matches("<p>").count() >= 2 && !teks.contains("{$"), "{teks}");
            }
            assert!(tertutup::tidak_ada(Jenis::F03, "x\"y", bahasa).unwrap().contains("<li>"));
            // One visit is judged once: neither the used link nor the thanks after it leads to the open survey.
            let terbuka = format!("href=\"{}\"", h.ke(""));
            assert!(!tautan::mati(&h, tautan::TautanMati::Lewat).unwrap().contains("class=\"tombol\""));
            let sesudah = |s| terima_kasih::terima_kasih(&h, s).unwrap();
            assert!(!sesudah(Sesudah::Tautan).contains(&terbuka));
            assert!(sesudah(Sesudah::Biasa).contains(&terbuka));
            assert!(sesudah(Sesudah::Kios).contains("/skm/t0ken/kios"));
        }
    }
}
