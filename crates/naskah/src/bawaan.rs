//! Editions embedded in a program: each file read once, kept with its exact text (what is stored and hashed).

use crate::Kesalahan;

/// Editions of one kind, in the order of their files; the first one is the default.
#[derive(Debug)]
pub struct Bawaan<E>(Vec<(E, &'static str)>);

impl<E> Bawaan<E> {
    /// A file that does not read is left out; the crate that embeds it tests with [`Bawaan::salah`] that there is none.
    #[must_use]
    pub fn baca(teks: &[&'static str], baca: impl Fn(&str) -> Result<E, Vec<Kesalahan>>) -> Self {
        Self(teks.iter().filter_map(|t| baca(t).ok().map(|e| (e, *t))).collect())
    }

    /// Edition and text of the first one that fits.
    pub fn cari(&self, cocok: impl Fn(&E) -> bool) -> Option<(&E, &'static str)> {
        self.0.iter().find(|(e, _)| cocok(e)).map(|(e, t)| (e, *t))
    }

    pub fn semua(&self) -> impl Iterator<Item = &E> {
        self.0.iter().map(|(e, _)| e)
    }

    /// First line of each file that does not read, with its faults; empty is what a test wants.
    #[must_use]
    pub fn salah(teks: &[&'static str], baca: impl Fn(&str) -> Result<E, Vec<Kesalahan>>) -> Vec<String> {
        let satu = |t: &&'static str| {
            let salah = baca(t).err()?;
            let salah: Vec<String> = salah.iter().map(ToString::to_string).collect();
            Some(format!("{}\n{}", t.lines().next().unwrap_or_default(), salah.join("\n")))
        };
        teks.iter().filter_map(satu).collect()
    }
}
