//! Who is asking: stand-in until the store's types are merged.

use uuid::Uuid;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Peran {
    Nasional,
    Penyelenggara,
    Penanggungjawab,
    Pembina,
    Evaluator,
    Unit,
    PihakLain,
    Auditor,
    Admin,
}

#[derive(Clone, Debug)]
pub struct Pelaku {
    pub id: Uuid,
    pub nama: String,
    pub peran: Vec<Peran>,
}

impl Pelaku {
    #[must_use]
    pub fn punya_salah_satu(&self, peran: &[Peran]) -> bool {
        self.peran.iter().any(|p| peran.contains(p))
    }
}
