//! What the national pages are narrowed to: from the address and back into it.

use store::nasional::Saring;

use crate::lembar::kueri;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kueri {
    pub tahun: Option<i64>,
    pub skema: String,
    /// First twelve digits of the edition's hash.
    pub edisi: String,
    /// Instansi instead of units.
    pub instansi: bool,
    pub kategori: String,
    pub jenis: String,
    pub wilayah: String,
    pub cari: String,
    pub hal: usize,
}

impl Kueri {
    #[must_use]
    pub fn dari(q: &[(String, String)]) -> Self {
        let s = |nama: &str| q.iter().find(|(n, _)| n == nama).map(|(_, v)| v.trim().to_owned()).unwrap_or_default();
        Self {
            tahun: s("tahun").parse().ok(),
            skema: s("skema"),
            edisi: s("edisi"),
            instansi: s("menurut") == "instansi",
            kategori: s("kategori"),
            jenis: s("jenis"),
            wilayah: s("wilayah"),
            cari: s("cari").chars().take(100).collect(),
            hal: s("hal").parse().unwrap_or(1),
        }
    }

    #[must_use]
    pub fn saring(&self) -> Saring {
        Saring {
            edisi: self.edisi.clone(),
            kategori: self.kategori.clone(),
            jenis: self.jenis.clone(),
            wilayah: self.wilayah.clone(),
            cari: self.cari.clone(),
            hal: self.hal,
        }
    }

    /// Something narrows what is shown of the year, scheme and edition.
    #[must_use]
    pub fn tersaring(&self) -> bool {
        [&self.kategori, &self.jenis, &self.wilayah, &self.cari].into_iter().any(|s| !s.is_empty())
    }

    /// The address with some parts replaced; the page number only where it is given.
    #[must_use]
    pub fn alamat(&self, jalur: &str, ganti: &[(&str, &str)]) -> String {
        let tahun = self.tahun.map(|t| t.to_string()).unwrap_or_default();
        let menurut = if self.instansi { "instansi" } else { "" };
        let semua: [(&str, &str); 8] = [
            ("tahun", &tahun),
            ("skema", &self.skema),
            ("edisi", &self.edisi),
            ("menurut", menurut),
            ("kategori", &self.kategori),
            ("jenis", &self.jenis),
            ("wilayah", &self.wilayah),
            ("cari", &self.cari),
        ];
        let tetap = semua.into_iter().filter(|(n, _)| !ganti.iter().any(|(g, _)| g == n));
        let bagian = kueri(tetap.chain(ganti.iter().copied()));
        bagian.strip_prefix('&').map_or_else(|| jalur.to_owned(), |b| format!("{jalur}?{b}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_keeps_the_choice_and_drops_the_page() {
        let q: Vec<(String, String)> =
            [("tahun", "2026"), ("jenis", "kota"), ("hal", "3"), ("cari", " a b ")].map(|(a, b)| (a.to_owned(), b.to_owned())).into();
        let k = Kueri::dari(&q);
        assert_eq!(k.alamat("/x", &[]), "/x?tahun=2026&jenis=kota&cari=a%20b");
        assert_eq!(k.alamat("/x", &[("jenis", ""), ("hal", "2")]), "/x?tahun=2026&cari=a%20b&hal=2");
        assert_eq!(Kueri::default().alamat("/x", &[]), "/x");
    }
}
