//! The words of a notice: the catalogue's text of its kind with the arguments that came with it, and the reason why the person
//! is told. Days are written out in the reader's language.

use std::{borrow::Cow, collections::HashMap};

use jiff::civil::Date;
use serde_json::Value;
use store::pemberitahuan::{SEBAB, baca::Kabar, jenis};

use crate::{
    bahasa::{Arg, Bahasa},
    format,
};

fn isi(kabar: &Kabar) -> serde_json::Map<String, Value> {
    serde_json::from_str(&kabar.isi).unwrap_or_default()
}

/// One sentence. A kind without a text says only that something changed.
#[must_use]
pub fn kalimat(bahasa: Bahasa, kabar: &Kabar) -> String {
    let kunci = format!("kabar-{}", kabar.jenis);
    let mut args: HashMap<Cow<'static, str>, Arg<'_>> = isi(kabar).into_iter().map(|(k, v)| (Cow::Owned(k), arg(bahasa, v))).collect();
    // Notices of older programs do not say which minutes.
    args.entry(Cow::Borrowed("ba")).or_insert_with(|| "".into());
    bahasa.mungkin(&kunci, &args).unwrap_or_else(|| {
        tracing::error!(kunci, "a notice has no text that fits it");
        bahasa.s("lonceng-tanpa-teks")
    })
}

fn arg(bahasa: Bahasa, v: Value) -> Arg<'static> {
    match v {
        Value::String(s) => match s.parse::<Date>().ok().filter(|_| s.len() == 10) {
            Some(hari) => format::tanggal(bahasa, hari).into(),
            None => s.into(),
        },
        Value::Number(n) => n.as_i64().map_or_else(|| n.to_string().into(), Into::into),
        lain => lain.to_string().into(),
    }
}

/// `Anda menerima ini karena …`
#[must_use]
pub fn sebab(bahasa: Bahasa, kabar: &Kabar) -> String {
    bahasa.s(match isi(kabar).get(SEBAB).and_then(Value::as_str) {
        Some("operator") => "lonceng-sebab-operator",
        Some("kepala") => "lonceng-sebab-kepala",
        Some("evaluator") => "lonceng-sebab-evaluator",
        Some("penyelenggara") => "lonceng-sebab-penyelenggara",
        Some("penyelenggara-instansi") => "lonceng-sebab-penyelenggara-instansi",
        Some("penanggungjawab") => "lonceng-sebab-penanggungjawab",
        Some("pembina") => "lonceng-sebab-pembina",
        Some("pihak-lain") => "lonceng-sebab-pihak-lain",
        Some("penghubung") => "lonceng-sebab-penghubung",
        Some("nasional") => "lonceng-sebab-nasional",
        Some("mpp-depan") => "lonceng-sebab-mpp-depan",
        Some("admin") => "lonceng-sebab-admin",
        _ => "lonceng-sebab-akun",
    })
}

/// The name of a kind on the settings page.
#[must_use]
pub fn nama(bahasa: Bahasa, kunci: &str) -> String {
    bahasa.s(jenis::dari(kunci).map_or("lonceng-nama-lain", |j| j.nama))
}
