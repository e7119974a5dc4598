//! The forum konsultasi publik that the study needs (PermenPANRB 16/2017): who is invited, what they said, what was
//! answered, and what is missing before it can be published. Stages and groups were each read in one place; that minutes are signed and
//! published is recalled only.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::kunci::berkunci;

berkunci! {
    pub enum TahapForum {
        Pra = "pra-pelaksanaan",
        Pelaksanaan = "pelaksanaan",
        Pasca = "pasca-pelaksanaan",
    }
}

berkunci! {
    /// Groups of participants.
    pub enum Kelompok {
        Pengguna = "pengguna",
        Ahli = "ahli",
        InstansiTerkait = "instansi-terkait",
        MasyarakatSipil = "masyarakat-sipil",
        Media = "media",
    }
}

/// Something a participant said; `dijawab` is the day of the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Masukan {
    pub dari: Kelompok,
    pub isi: String,
    pub dijawab: Option<Date>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Forum {
    pub diundang: BTreeSet<Kelompok>,
    pub dilaksanakan: Option<Date>,
    pub masukan: Vec<Masukan>,
    /// The day the minutes were signed.
    pub berita_acara: Option<Date>,
    pub terbit: Option<Date>,
}

/// What is missing, in the order in which it is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KurangForum {
    BelumDiundang(Kelompok),
    BelumDilaksanakan,
    BeritaAcara,
    /// Index from 0 in [`Forum::masukan`].
    MasukanTanpaJawaban(usize),
    BelumTerbit,
}

impl Forum {
    /// Everything that is missing; empty when the forum is done.
    #[must_use]
    pub fn kurang(&self) -> Vec<KurangForum> {
        let undangan = Kelompok::SEMUA.iter().filter(|k| !self.diundang.contains(k)).map(|k| KurangForum::BelumDiundang(*k));
        let tanpa = |ada: bool, k: KurangForum| (!ada).then_some(k);
        let terbuka =
            self.masukan.iter().enumerate().filter(|(_, m)| m.dijawab.is_none()).map(|(n, _)| KurangForum::MasukanTanpaJawaban(n));
        undangan
            .chain(tanpa(self.dilaksanakan.is_some(), KurangForum::BelumDilaksanakan))
            .chain(tanpa(self.berita_acara.is_some(), KurangForum::BeritaAcara))
            .chain(terbuka)
            .chain(tanpa(self.terbit.is_some(), KurangForum::BelumTerbit))
            .collect()
    }

    #[must_use]
    pub fn tahap(&self) -> TahapForum {
        match (self.dilaksanakan, self.berita_acara) {
            (None, _) => TahapForum::Pra,
            (Some(_), None) => TahapForum::Pelaksanaan,
            (Some(_), Some(_)) => TahapForum::Pasca,
        }
    }
}
