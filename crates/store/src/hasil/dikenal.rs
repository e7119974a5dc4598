//! Editions as they were issued: by id the hashes of their texts. Weights can be changed in the text beside a result and everything
//! computed and signed again; only who holds the issued text can tell. What a file says of itself must not live here.

use super::Temuan;
use crate::{Hasil, Store, kueri::Kueri, nilai, sidik_hex};
use sea_orm::FromQueryResult;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

/// What is known here about the text that a file gives for the id of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naskah {
    /// The text that was issued under this id.
    Ditetapkan,
    /// The id is known here, with another text.
    Lain,
    /// The id is not known here, as that of an edition that a region derived.
    Asing,
}

/// Editions whose texts are known.
#[derive(Debug, Clone, Default)]
pub struct EdisiDikenal(BTreeMap<String, BTreeSet<String>>);

static BAWAAN: LazyLock<EdisiDikenal> = LazyLock::new(|| {
    let teks = pekppp::semua_bawaan().filter_map(|e| pekppp::bawaan(&e.id));
    EdisiDikenal::dari(teks.map(|(e, teks)| (e.id.as_str(), sidik_hex(teks.as_bytes()))))
});

static SKM: LazyLock<EdisiDikenal> = LazyLock::new(|| {
    let teks = ::skm::semua_bawaan().filter_map(|e| ::skm::bawaan(&e.id));
    EdisiDikenal::dari(teks.map(|(e, teks)| (e.id.as_str(), sidik_hex(teks.as_bytes()))))
});

#[derive(FromQueryResult)]
struct Baris {
    kode: String,
    sidik: String,
}

impl EdisiDikenal {
    fn dari<'a>(semua: impl Iterator<Item = (&'a str, String)>) -> Self {
        let mut d = Self::default();
        semua.for_each(|(id, sidik)| d.tambah(id, sidik));
        d
    }

    fn tambah(&mut self, id: &str, sidik: String) {
        self.0.entry(id.to_owned()).or_default().insert(sidik);
    }

    /// Those that come with the program.
    #[must_use]
    pub fn bawaan() -> &'static Self {
        &BAWAAN
    }

    /// Those of the satisfaction survey that come with the program.
    #[must_use]
    pub fn skm() -> &'static Self {
        &SKM
    }

    /// Those that come with the program, those that were issued in this installation, and those with which a period was opened here. A draft,
    /// and a text that only came with somebody's file, are not among them.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn instalasi(store: &Store) -> Hasil<Self> {
        let sql = "SELECT e.kode, e.sidik FROM edisi e
            WHERE EXISTS (SELECT 1 FROM edisi_daftar d JOIN edisi_terbit t ON t.edisi_id = d.id WHERE d.sidik = e.sidik)
               OR EXISTS (SELECT 1 FROM periode p WHERE p.edisi_a = e.sidik OR p.edisi_b = e.sidik)
            ORDER BY e.kode, e.sidik LIMIT 2000";
        let mut d = Self::bawaan().clone();
        for b in store.baca().semua::<Baris>(sql, nilai![]).await? {
            d.tambah(&b.kode, b.sidik);
        }
        Ok(d)
    }

    /// Ids with the SHA-256 (hex) of each text that was issued under them.
    #[must_use]
    pub fn semua(&self) -> &BTreeMap<String, BTreeSet<String>> {
        &self.0
    }

    /// `sidik`: SHA-256 (hex) of the text.
    #[must_use]
    pub fn naskah(&self, id: &str, sidik: &str) -> Naskah {
        match self.0.get(id) {
            None => Naskah::Asing,
            Some(tahu) if tahu.contains(sidik) => Naskah::Ditetapkan,
            Some(_) => Naskah::Lain,
        }
    }

    /// What a check says of the edition: nothing, that the reader must know it himself, or that it is not the issued one.
    pub(crate) fn nilai(&self, id: &str, sidik: &str) -> Result<Option<String>, Temuan> {
        match self.naskah(id, sidik) {
            Naskah::Ditetapkan => Ok(None),
            Naskah::Asing => Ok(Some(format!(
                "edisi \"{id}\" tidak dikenal di sini; angkanya dihitung menurut naskah di dalam berkas, yang tidak dapat dibandingkan dengan naskah \
                 yang ditetapkan"
            ))),
            Naskah::Lain => Err(Temuan {
                kode: "edisi-lain",
                pesan: format!(
                    "naskah edisi \"{id}\" bukan yang ditetapkan dengan id itu (SHA-256 {sidik}): bobot atau aturannya dapat berbeda"
                ),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_known_with_its_text_only() {
        let d = EdisiDikenal::bawaan();
        let (e, teks) = pekppp::bawaan("pekppp-2022-a").unwrap();
        assert_eq!(d.naskah(&e.id, &sidik_hex(teks.as_bytes())), Naskah::Ditetapkan);
        let palsu = sidik_hex(teks.replacen("0.75", "0.80", 1).as_bytes());
        assert_eq!(d.naskah(&e.id, &palsu), Naskah::Lain);
        assert_eq!(d.naskah("daerah-2026", &palsu), Naskah::Asing);
        assert_eq!(d.nilai(&e.id, &palsu).unwrap_err().kode, "edisi-lain");
        assert!(d.nilai("daerah-2026", &palsu).unwrap().unwrap().contains("tidak dikenal di sini"));
        assert_eq!(d.semua().len(), pekppp::semua_bawaan().count());
        assert!(EdisiDikenal::skm().semua().contains_key("skm-2017"));
    }
}
