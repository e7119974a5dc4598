//! One field of a form: label, hint, fault, control, tied together for screen readers. Drawn from a [`Formulir`], so the
//! typed value and the fault come by themselves. The id of the control is its name, but for forms that stand on a page several times.

use askama::{Template, filters::HtmlSafe};

use super::Label;
use crate::{
    formulir::{DITOLAK, Formulir},
    konteks::Konteks,
};

/// One choice of a select, of radio buttons or of checkboxes.
#[derive(Clone, Debug)]
pub struct Opsi {
    pub nilai: String,
    pub label: String,
    pub bantu: Option<String>,
}

impl Opsi {
    #[must_use]
    pub fn baru(nilai: impl Into<String>, label: impl Into<String>) -> Self {
        Self { nilai: nilai.into(), label: label.into(), bantu: None }
    }

    #[must_use]
    pub fn bantu(mut self, bantu: impl Into<String>) -> Self {
        self.bantu = Some(bantu.into());
        self
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Jenis {
    Masukan(&'static str),
    Area,
    Pilihan,
    Radio,
    Centang,
}

#[derive(Template)]
#[template(path = "komponen/medan.html")]
pub struct Medan {
    jenis: Jenis,
    nama: String,
    id: String,
    label: String,
    bantu: Option<String>,
    salah: Option<String>,
    nilai: Vec<String>,
    opsi: Vec<Opsi>,
    opsional: Option<String>,
    pilih: String,
    lengkapi: Option<&'static str>,
    mode: Option<&'static str>,
    lebar: &'static str,
    baris: usize,
    terima: Option<&'static str>,
    beberapa: bool,
    /// Names of the files that were refused, between slashes, which no name of a file holds.
    tolak: String,
    fokus: bool,
    saran: Option<&'static str>,
    /// Where the label stands that names its faults.
    sebutan: Option<Label>,
}

impl HtmlSafe for Medan {}

impl Medan {
    /// A hint below the label: why it is asked, in which form.
    #[must_use]
    pub fn bantu(mut self, k: &Konteks, kunci: &str) -> Self {
        self.bantu = Some(k.s(kunci));
        self
    }

    /// As [`Self::bantu`] with a text made before.
    #[must_use]
    pub fn bantu_teks(mut self, teks: impl Into<String>) -> Self {
        self.bantu = Some(teks.into()).filter(|t: &String| !t.is_empty());
        self
    }

    /// Replaces the label by a text made before (a question of the instrument).
    #[must_use]
    pub fn label_teks(mut self, teks: impl Into<String>) -> Self {
        self.label = teks.into();
        if let Some(s) = &self.sebutan {
            s.ganti(&self.nama, &self.label);
        }
        self
    }

    /// Without "(opsional)" behind the label.
    #[must_use]
    pub fn wajib(mut self) -> Self {
        self.opsional = None;
        self
    }

    /// Needed only under a condition that the hint names: neither asked of everyone nor called optional.
    #[must_use]
    pub fn bersyarat(self) -> Self {
        self.wajib()
    }

    /// The `autocomplete` token (`username`, `current-password`, `one-time-code` …).
    #[must_use]
    pub fn lengkapi(mut self, token: &'static str) -> Self {
        self.lengkapi = Some(token);
        self
    }

    /// A filter: choosing nothing means all of them, and the field has no mark for being optional.
    #[must_use]
    pub fn saringan(mut self, k: &Konteks) -> Self {
        self.pilih = k.s("umum-semua");
        self.opsional = None;
        self
    }

    /// A list of which the empty choice means something (`kunci`): "all units", not "choose one".
    #[must_use]
    pub fn kosongnya(mut self, k: &Konteks, kunci: &str) -> Self {
        self.pilih = k.s(kunci);
        self.opsional = None;
        self
    }

    /// A control only as wide as its content: `"sempit"` (a number, a year) or `"sedang"` (a date, a name).
    #[must_use]
    pub fn lebar(mut self, lebar: &'static str) -> Self {
        self.lebar = lebar;
        self
    }

    #[must_use]
    pub fn baris(mut self, baris: usize) -> Self {
        self.baris = baris;
        self
    }

    /// Lets several files be chosen at once.
    #[must_use]
    pub fn beberapa(mut self) -> Self {
        self.beberapa = true;
        self
    }

    /// Puts the cursor here when the page opens (at most one field of a page, and only where it is the page's purpose).
    #[must_use]
    pub fn fokus(mut self) -> Self {
        self.fokus = true;
        self
    }

    /// One of several forms of a page with the same fields: `mana` tells its ids from the others'.
    #[must_use]
    pub fn di(mut self, mana: &str) -> Self {
        self.id = format!("{mana}-{}", self.nama);
        self
    }

    /// Suggestions from the `<datalist>` with this id, which the page draws; anything else may still be typed.
    #[must_use]
    pub fn saran(mut self, id: &'static str) -> Self {
        self.saran = Some(id);
        self
    }

    fn nilai(&self) -> &str {
        self.nilai.first().map_or("", String::as_str)
    }

    fn terpilih(&self, opsi: &Opsi) -> bool {
        self.nilai.contains(&opsi.nilai)
    }

    /// The ids of hint and fault.
    fn dijelaskan(&self) -> Option<String> {
        let bantu = self.bantu.as_ref().map(|_| format!("{}-bantu", self.id));
        let salah = self.salah.as_ref().map(|_| format!("{}-salah", self.id));
        let ids = bantu.into_iter().chain(salah).collect::<Vec<_>>().join(" ");
        (!ids.is_empty()).then_some(ids)
    }
}

impl Formulir {
    /// One line of text: `{{ f.teks(k, "nama", "pengguna-nama").wajib() }}`.
    #[must_use]
    pub fn teks(&self, k: &Konteks, nama: &str, label: &str) -> Medan {
        self.medan(k, Jenis::Masukan("text"), nama, label)
    }

    #[must_use]
    pub fn surel(&self, k: &Konteks, nama: &str, label: &str) -> Medan {
        self.medan(k, Jenis::Masukan("email"), nama, label).lengkapi("email")
    }

    /// A password; what was typed is never sent back.
    #[must_use]
    pub fn sandi(&self, k: &Konteks, nama: &str, label: &str) -> Medan {
        let mut medan = self.medan(k, Jenis::Masukan("password"), nama, label);
        medan.nilai.clear();
        medan
    }

    /// A number, typed as text with a numeric keyboard, so that a wrong one can be shown again as it was typed.
    #[must_use]
    pub fn angka(&self, k: &Konteks, nama: &str, label: &str) -> Medan {
        let mut medan = self.medan(k, Jenis::Masukan("text"), nama, label).lebar("sempit");
        medan.mode = Some("decimal");
        medan
    }

    #[must_use]
    pub fn tanggal(&self, k: &Konteks, nama: &str, label: &str) -> Medan {
        self.medan(k, Jenis::Masukan("date"), nama, label).lebar("sedang")
    }

    /// A file. `terima`: the `accept` list, for example `.pdf,.jpg`.
    #[must_use]
    pub fn berkas(&self, k: &Konteks, nama: &str, label: &str, terima: &'static str) -> Medan {
        let mut medan = self.medan(k, Jenis::Masukan("file"), nama, label);
        medan.nilai.clear();
        medan.terima = Some(terima);
        medan.tolak = self.semua(DITOLAK).collect::<Vec<_>>().join("/");
        medan
    }

    /// Several lines of text.
    #[must_use]
    pub fn area(&self, k: &Konteks, nama: &str, label: &str) -> Medan {
        self.medan(k, Jenis::Area, nama, label)
    }

    /// A list to choose one from; for up to five choices prefer [`Self::radio`].
    #[must_use]
    pub fn pilihan(&self, k: &Konteks, nama: &str, label: &str, opsi: &[Opsi]) -> Medan {
        self.medan(k, Jenis::Pilihan, nama, label).dengan(opsi)
    }

    /// One of a few.
    #[must_use]
    pub fn radio(&self, k: &Konteks, nama: &str, label: &str, opsi: &[Opsi]) -> Medan {
        self.medan(k, Jenis::Radio, nama, label).dengan(opsi)
    }

    /// Any of a few.
    #[must_use]
    pub fn centang(&self, k: &Konteks, nama: &str, label: &str, opsi: &[Opsi]) -> Medan {
        self.medan(k, Jenis::Centang, nama, label).dengan(opsi)
    }

    fn medan(&self, k: &Konteks, jenis: Jenis, nama: &str, label: &str) -> Medan {
        let label = k.s(label);
        let sebutan = (!self.sah() && self.label().catat(nama, &label)).then(|| self.label().clone());
        Medan {
            jenis,
            nama: nama.to_owned(),
            id: nama.to_owned(),
            label,
            bantu: None,
            salah: self.salah(nama).map(|s| s.teks(k.bahasa)),
            nilai: self.semua(nama).map(str::to_owned).collect(),
            opsi: Vec::new(),
            opsional: Some(k.s("umum-opsional")),
            pilih: k.s("umum-pilih"),
            lengkapi: None,
            mode: None,
            lebar: "penuh",
            baris: 5,
            terima: None,
            beberapa: false,
            tolak: String::new(),
            fokus: false,
            saran: None,
            sebutan,
        }
    }
}

impl Medan {
    fn dengan(mut self, opsi: &[Opsi]) -> Self {
        self.opsi = opsi.to_vec();
        self
    }
}
