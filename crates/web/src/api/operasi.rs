//! The words in which operations and their answers are described: the table from which routes, document, page and client are made.

use axum::{handler::Handler, middleware::from_fn};
use store::token_api::Lingkup;

use super::lapis;
use crate::{
    AppState,
    rute::{Akses, Daftar},
};

/// A form of JSON.
#[derive(Debug, Clone, Copy)]
pub enum Jenis {
    Teks,
    Bulat,
    Benar,
    /// An exact decimal as text: `4.2896`.
    Desimal,
    /// An exact number as text, a decimal or a fraction: `4.2896`, `17/4`.
    Pecahan,
    /// A local day: `2026-11-22`.
    Tanggal,
    /// A moment, RFC 3339.
    Saat,
    Pilihan(&'static [&'static str]),
    /// Of a form that is described elsewhere.
    Bebas,
    Acuan(&'static Skema),
    Larik(&'static Jenis),
}

/// A field.
#[derive(Debug, Clone, Copy)]
pub struct Medan {
    pub nama: &'static str,
    pub jenis: Jenis,
    pub arti: &'static str,
    /// May be null.
    pub kosong: bool,
    /// Always there.
    pub wajib: bool,
}

/// An object with a name.
#[derive(Debug, Clone, Copy)]
pub struct Skema {
    pub nama: &'static str,
    pub medan: &'static [Medan],
}

/// A field that is always there with a value.
pub const fn ada(nama: &'static str, jenis: Jenis, arti: &'static str) -> Medan {
    Medan { nama, jenis, arti, kosong: false, wajib: true }
}

/// A field that is always there and may be null.
pub const fn mungkin(nama: &'static str, jenis: Jenis, arti: &'static str) -> Medan {
    Medan { nama, jenis, arti, kosong: true, wajib: true }
}

/// A field of a body that may be left out.
pub const fn boleh(nama: &'static str, jenis: Jenis, arti: &'static str) -> Medan {
    Medan { nama, jenis, arti, kosong: false, wajib: false }
}

/// A parameter of the query; none is obligatory.
#[derive(Debug, Clone, Copy)]
pub struct Parameter {
    pub nama: &'static str,
    pub jenis: Jenis,
    pub arti: &'static str,
}

pub const fn kueri(nama: &'static str, jenis: Jenis, arti: &'static str) -> Parameter {
    Parameter { nama, jenis, arti }
}

/// Who may call an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hak {
    Siapa,
    /// A token with this scope.
    Token(Lingkup),
    /// A token of the tenant that stands in the address.
    Tenan,
    /// A signature of the payment provider.
    Tanda,
}

/// What a body is.
#[derive(Debug, Clone, Copy)]
pub enum Isi {
    Json(&'static Skema),
    /// Bytes of this media type.
    Berkas(&'static str),
}

impl Isi {
    /// The media type, without parameters.
    #[must_use]
    pub const fn jenis(&self) -> &'static str {
        match self {
            Self::Json(_) => "application/json",
            Self::Berkas(jenis) => jenis,
        }
    }
}

/// One operation.
#[derive(Debug, Clone, Copy)]
pub struct Operasi {
    pub metode: &'static str,
    pub jalur: &'static str,
    pub id: &'static str,
    /// In Indonesian and in English.
    pub ringkas: [&'static str; 2],
    pub kueri: &'static [Parameter],
    pub isi: &'static [Isi],
    pub status: u16,
    pub jawab: &'static Skema,
    pub hak: Hak,
}

impl Operasi {
    /// Reading what is public.
    pub const fn baca(jalur: &'static str, id: &'static str, ringkas: [&'static str; 2], jawab: &'static Skema) -> Self {
        Self { metode: "get", jalur, id, ringkas, kueri: &[], isi: &[], status: 200, jawab, hak: Hak::Siapa }
    }

    #[must_use]
    pub const fn dengan(self, kueri: &'static [Parameter]) -> Self {
        Self { kueri, ..self }
    }

    /// Names in the path, in order.
    pub fn di_jalur(&self) -> impl Iterator<Item = &'static str> {
        self.jalur.split('/').filter_map(|b| b.strip_prefix('{')?.strip_suffix('}'))
    }
}

/// Registers a reading operation inside the layer that all of them share.
pub fn pasang<H, T>(d: &mut Daftar, o: &Operasi, handler: H)
where
    H: Handler<T, AppState>,
    T: Send + 'static,
{
    d.get(o.jalur, Akses::Publik, handler.layer(from_fn(lapis::baca)));
}
