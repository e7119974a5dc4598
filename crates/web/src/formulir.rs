//! A form as it was sent: all typed values, and the faults found in them, each bound to its field by a catalogue key.
//! A handler parses from it (`wajib`, `urai`), and when `sah()` is false renders the same page with it again: whatever
//! was typed is still there. The fields themselves are drawn by `komponen::medan`. No rule of the domain lives here.

use std::{borrow::Cow, str::FromStr};

use axum::{
    body::Bytes,
    extract::{FromRequest, Request, rejection::BytesRejection},
    http::StatusCode,
};
use axum_extra::extract::Form;
use jiff::civil::Time;
use store::StoreError;

use crate::{Error, app::AppState, bahasa::Bahasa, komponen::Label};

/// The longest value of a field without a limit of its own, in characters.
const PANJANG: usize = 20_000;
/// Name under which a form holds the names of files that were refused (never a field of a page).
pub const DITOLAK: &str = "_ditolak";
/// The longest reason, in characters.
const ALASAN: usize = 1_000;

#[derive(Clone, Debug, Default)]
pub struct Formulir {
    nilai: Vec<(String, String)>,
    salah: Vec<Salah>,
    label: Label,
}

/// One fault: the field it belongs to, and the key (with values) of what to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Salah {
    pub medan: String,
    pub kunci: &'static str,
    pub args: Vec<(&'static str, String)>,
}

impl Salah {
    #[must_use]
    pub fn teks(&self, bahasa: Bahasa) -> String {
        let args = self.args.iter().map(|(k, v)| (Cow::Borrowed(*k), v.clone().into())).collect();
        bahasa.dengan(self.kunci, &args)
    }
}

impl Formulir {
    /// An empty form, for the first showing of a page.
    #[must_use]
    pub fn kosong() -> Self {
        Self::default()
    }

    /// A form filled from what is stored, for the first showing of an edit page.
    #[must_use]
    pub fn isi<K: Into<String>, V: Into<String>>(nilai: impl IntoIterator<Item = (K, V)>) -> Self {
        let nilai = nilai.into_iter().map(|(k, v)| (k.into(), v.into())).collect();
        Self { nilai, ..Self::default() }
    }

    /// The raw value of a field; empty when it was not sent.
    #[must_use]
    pub fn nilai(&self, medan: &str) -> &str {
        self.nilai.iter().find(|(k, _)| k == medan).map_or("", |(_, v)| v)
    }

    /// All values of a field that can be sent several times (checkboxes).
    pub fn semua<'a>(&'a self, medan: &'a str) -> impl Iterator<Item = &'a str> {
        self.nilai.iter().filter(move |(k, _)| k == medan).map(|(_, v)| v.as_str())
    }

    /// What was sent with its faults, and what is `tersimpan` in the fields that were not sent.
    #[must_use]
    pub fn di_atas(mut self, tersimpan: Self) -> Self {
        let lain: Vec<_> = tersimpan.nilai.into_iter().filter(|(m, _)| self.nilai.iter().all(|(n, _)| n != m)).collect();
        self.nilai.extend(lain);
        self
    }

    /// Every name and value, in the order sent.
    #[must_use]
    pub fn pasangan(&self) -> &[(String, String)] {
        &self.nilai
    }

    /// What the pressed button asked for (`_aksi`), for forms that stand in for `DELETE`.
    #[must_use]
    pub fn aksi(&self) -> &str {
        self.nilai("_aksi")
    }

    /// Replaces the value of a hidden field (a version) before the form is shown again.
    pub fn ganti(&mut self, medan: &str, nilai: impl Into<String>) {
        self.nilai.retain(|(k, _)| k != medan);
        self.taruh(medan, nilai);
    }

    /// Adds a value (a multipart handler adds its text fields here).
    pub fn taruh(&mut self, medan: impl Into<String>, nilai: impl Into<String>) {
        self.nilai.push((tanpa_nul(medan.into()), tanpa_nul(nilai.into())));
    }

    /// The trimmed value, or the fault `kunci` when it is empty.
    pub fn wajib(&mut self, medan: &str, kunci: &'static str) -> Option<String> {
        let nilai = self.bersih(medan)?;
        if nilai.is_empty() {
            self.salahkan(medan, kunci);
            return None;
        }
        Some(nilai)
    }

    /// Why somebody does this, in words; `None` when it is missing or longer than `ALASAN`, or the form has another fault.
    pub fn alasan(&mut self, medan: &str) -> Option<String> {
        self.batasi(medan, ALASAN);
        self.wajib(medan, "alasan-wajib").filter(|_| self.sah())
    }

    /// The trimmed value, `None` when it is empty.
    pub fn opsional(&mut self, medan: &str) -> Option<String> {
        self.bersih(medan).filter(|v| !v.is_empty())
    }

    /// The value parsed into its type, or the fault `kunci` when it is missing or does not parse.
    pub fn urai<T: FromStr>(&mut self, medan: &str, kunci: &'static str) -> Option<T> {
        let nilai = self.nilai(medan).trim().parse().ok();
        if nilai.is_none() {
            self.salahkan(medan, kunci);
        }
        nilai
    }

    /// As [`Self::urai`], but an empty field is no fault and gives `None`.
    pub fn urai_opsional<T: FromStr>(&mut self, medan: &str, kunci: &'static str) -> Option<T> {
        if self.nilai(medan).trim().is_empty() { None } else { self.urai(medan, kunci) }
    }

    /// A time of day as people type it (`8`, `08.00`, `0800`), or the fault `kunci`.
    pub fn jam(&mut self, medan: &str, kunci: &'static str) -> Option<Time> {
        let jam = urai_jam(self.nilai(medan));
        if jam.is_none() {
            self.salahkan(medan, kunci);
        }
        jam
    }

    /// Whether a checkbox was ticked.
    #[must_use]
    pub fn dicentang(&self, medan: &str) -> bool {
        !self.nilai(medan).is_empty()
    }

    /// Faults a value longer than `maks` characters.
    pub fn batasi(&mut self, medan: &str, maks: usize) {
        if self.nilai(medan).chars().count() > maks {
            self.salahkan_dengan(medan, "umum-terlalu-panjang", vec![("maks", maks.to_string())]);
        }
    }

    /// Records a fault at a field.
    pub fn salahkan(&mut self, medan: &str, kunci: &'static str) {
        self.salahkan_dengan(medan, kunci, Vec::new());
    }

    /// As [`Self::salahkan`] with values for the text.
    pub fn salahkan_dengan(&mut self, medan: &str, kunci: &'static str, args: Vec<(&'static str, String)>) {
        self.salah.push(Salah { medan: medan.to_owned(), kunci, args });
    }

    /// True when no fault was found (so far).
    #[must_use]
    pub fn sah(&self) -> bool {
        self.salah.is_empty()
    }

    #[must_use]
    pub fn semua_salah(&self) -> &[Salah] {
        &self.salah
    }

    /// The first fault of a field.
    #[must_use]
    pub fn salah(&self, medan: &str) -> Option<&Salah> {
        self.salah.iter().find(|s| s.medan == medan)
    }

    /// What its fields are called, as far as they were drawn.
    pub(crate) fn label(&self) -> &Label {
        &self.label
    }

    fn bersih(&mut self, medan: &str) -> Option<String> {
        // Control characters other than the line break and the tab of a text of several lines are typed by nobody.
        let boleh = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
        let nilai: String = self.nilai(medan).trim().chars().filter(boleh).collect();
        if nilai.chars().count() > PANJANG {
            self.batasi(medan, PANJANG);
            return None;
        }
        Some(nilai)
    }
}

impl FromRequest<AppState> for Formulir {
    type Rejection = Error;

    async fn from_request(req: Request, app: &AppState) -> Result<Self, Error> {
        let (parts, body) = req.into_parts();
        // Read here first, so that a body that is too large is told apart from one that is no form.
        let bytes = Bytes::from_request(Request::from_parts(parts.clone(), body), app).await.map_err(terlalu_besar)?;
        let Form(nilai) = Form::<Vec<(String, String)>>::from_request(Request::from_parts(parts, bytes.into()), app)
            .await
            .map_err(|e| Error::Rusak(e.to_string()))?;
        let nilai = nilai.into_iter().map(|(k, v)| (tanpa_nul(k), tanpa_nul(v))).collect();
        Ok(Self { nilai, ..Self::default() })
    }
}

/// PostgreSQL's text cannot hold a NUL; nobody types one.
fn tanpa_nul(teks: String) -> String {
    if teks.contains('\0') { teks.replace('\0', "") } else { teks }
}

/// A time of day as people type it: `8`, `08.00`, `8:00`, `0800`.
#[must_use]
pub(crate) fn urai_jam(teks: &str) -> Option<Time> {
    let teks = teks.trim();
    let (jam, menit) = match teks.split_once(['.', ':']) {
        Some(dua) => dua,
        None if teks.len() > 2 => teks.split_at_checked(teks.len() - 2)?,
        None => (teks, "0"),
    };
    let angka = |t: &str| {
        let digit = (1..=2).contains(&t.len()) && t.bytes().all(|b| b.is_ascii_digit());
        digit.then(|| t.parse::<i8>().ok()).flatten()
    };
    Time::new(angka(jam)?, angka(menit)?, 0, 0).ok()
}

/// The pairs of a form body.
pub(crate) fn urai(isi: &str) -> impl Iterator<Item = (String, String)> + '_ {
    isi.split('&').filter(|p| !p.is_empty()).map(|p| {
        let (nama, nilai) = p.split_once('=').unwrap_or((p, ""));
        (buka(nama), buka(nilai))
    })
}

/// A form body of pairs; the reverse of [`urai`].
pub(crate) fn rangkai(pasangan: &[(String, String)]) -> String {
    pasangan.iter().map(|(k, v)| format!("{}={}", tutup(k), tutup(v))).collect::<Vec<_>>().join("&")
}

/// Percent-encodes everything but letters, digits and a few marks, `/` among them.
pub(crate) fn tutup(teks: &str) -> String {
    const DIGIT: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    let mut hasil = String::with_capacity(teks.len());
    for byte in teks.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~/".contains(&byte) {
            hasil.push(char::from(byte));
        } else {
            hasil.extend(['%', DIGIT[usize::from(byte >> 4)], DIGIT[usize::from(byte & 15)]]);
        }
    }
    hasil
}

fn buka(teks: &str) -> String {
    let mut bytes = Vec::with_capacity(teks.len());
    let mut sisa = teks.as_bytes();
    while let [awal, lanjut @ ..] = sisa {
        sisa = lanjut;
        match (awal, lanjut) {
            (b'+', _) => bytes.push(b' '),
            (b'%', [a, b, ..]) if a.is_ascii_hexdigit() && b.is_ascii_hexdigit() => {
                let digit = |c: &u8| char::from(*c).to_digit(16).and_then(|d| u8::try_from(d).ok()).unwrap_or(0);
                bytes.push(digit(a) * 16 + digit(b));
                sisa = &lanjut[2..];
            }
            _ => bytes.push(*awal),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A refusal that belongs to a field of the form; anything else goes on as an error.
pub(crate) fn di_medan(f: &mut Formulir, medan: &str, sudah_ada: &'static str, e: StoreError) -> Result<(), Error> {
    match e {
        StoreError::SudahAda(_) => f.salahkan(medan, sudah_ada),
        lain => return di_medan_menurut(f, lain, |_| Some(medan)),
    }
    Ok(())
}

/// The same where the reason decides on the field; a reason that belongs to none goes on as an error.
pub(crate) fn di_medan_menurut<'a>(
    f: &mut Formulir,
    e: StoreError,
    medan: impl FnOnce(&'static str) -> Option<&'a str>,
) -> Result<(), Error> {
    if let StoreError::Keadaan(kunci) = e
        && let Some(m) = medan(kunci)
    {
        f.salahkan(m, kunci);
        return Ok(());
    }
    Err(e.into())
}

fn terlalu_besar(e: BytesRejection) -> Error {
    if e.status() == StatusCode::PAYLOAD_TOO_LARGE { Error::TerlaluBesar } else { Error::Rusak(e.body_text()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_keep_what_was_typed() {
        let mut f = Formulir::isi([("tahun", "duaribu"), ("nama", "  ")]);
        assert_eq!(f.urai::<i16>("tahun", "umum-wajib"), None);
        assert_eq!(f.wajib("nama", "umum-wajib"), None);
        assert_eq!(f.nilai("tahun"), "duaribu");
        assert!(!f.sah());
        assert_eq!(f.semua_salah().len(), 2);
        assert_eq!(f.salah("nama").map(|s| s.kunci), Some("umum-wajib"));
    }

    /// Where one value is meant, a second one under the same name is not seen, and never joined to the first.
    #[test]
    fn the_first_of_several_values_counts() {
        let f = Formulir::isi(urai("id=1&id=2&nama=a&id=3"));
        assert_eq!((f.nilai("id"), f.nilai("nama")), ("1", "a"));
    }

    #[test]
    fn what_was_sent_lies_over_what_is_stored() {
        let mut f = Formulir::isi([("nama", "baru"), ("unit", "")]);
        f.salahkan("nama", "umum-wajib");
        let f = f.di_atas(Formulir::isi([("nama", "lama"), ("unit", "u1"), ("hari", "1"), ("hari", "2")]));
        assert_eq!((f.nilai("nama"), f.nilai("unit"), f.semua("hari").collect::<Vec<_>>()), ("baru", "", vec!["1", "2"]));
        assert!(f.salah("nama").is_some());
    }

    #[test]
    fn a_reason_is_there_and_short() {
        for (teks, harap) in [(" rusak ", Some("rusak")), ("  ", None), ("x".repeat(ALASAN + 1).as_str(), None)] {
            let mut f = Formulir::isi([("alasan", teks)]);
            assert_eq!((f.alasan("alasan").as_deref(), f.sah()), (harap, harap.is_some()));
        }
        let mut f = Formulir::isi([("alasan", "rusak")]);
        f.salahkan("unit", "umum-wajib");
        assert_eq!(f.alasan("alasan"), None, "another fault stops it too");
    }

    #[test]
    fn a_form_body_survives_the_way_there_and_back() {
        let pasangan = vec![("catatan".to_owned(), "a+b & c=50% é\r\n".to_owned()), ("kosong".to_owned(), String::new())];
        assert_eq!(urai(&rangkai(&pasangan)).collect::<Vec<_>>(), pasangan);
        assert_eq!(urai("a=x+y&b=%zz%4").collect::<Vec<_>>(), [("a".into(), "x y".into()), ("b".into(), "%zz%4".into())]);
    }

    #[test]
    fn control_characters_are_left_out() {
        let mut f = Formulir::isi([("catatan", " satu\r\ndua\ttiga\u{1b}[31m\u{7}\u{85} ")]);
        assert_eq!(f.opsional("catatan").as_deref(), Some("satu\ndua\ttiga[31m"));
    }

    #[test]
    fn times_are_read_as_people_type_them() {
        let delapan = Time::constant(8, 0, 0, 0);
        for teks in ["8", "08", " 8.00 ", "08:00", "0800", "800", "08.0"] {
            assert_eq!(urai_jam(teks), Some(delapan), "{teks}");
        }
        assert_eq!(urai_jam("23.59"), Some(Time::constant(23, 59, 0, 0)));
        for teks in ["", "24", "24.00", "8.60", "x", "sembilan", "8:", "-8", "9.3.1", "08:00:00", "8é0", "008.00"] {
            assert_eq!(urai_jam(teks), None, "{teks}");
        }
        let mut f = Formulir::isi([("jam", "pagi")]);
        assert_eq!(f.jam("jam", "umum-wajib"), None);
        assert_eq!(f.salah("jam").map(|s| s.kunci), Some("umum-wajib"));
    }

    #[test]
    fn an_empty_optional_field_is_no_fault() {
        let mut f = Formulir::isi([("jumlah", "")]);
        assert_eq!(f.urai_opsional::<u32>("jumlah", "umum-wajib"), None);
        assert!(f.sah());
    }
}
