//! Protection of the public forms from flooding, as the surveys have it: a signed stamp, and so many an hour from one source. No
//! account, no cookie, no puzzle; the source is kept nowhere.

use store::id::RondeId;
use uuid::Uuid;

use crate::{AppState, Error, error::Hasil, formulir::Formulir, konteks::Konteks, survei::laju::Putusan};

/// Field of the stamp.
pub const STEMPEL: &str = "stempel";
/// Field of the form's own secret: sent twice is once.
pub const KIRIMAN: &str = "kiriman";

/// Buckets of their own beside the surveys'.
const KIRIM: RondeId = RondeId(Uuid::from_u128(0x6164_7561_6e00_4000_8000_0000_0000_0001));
const TEBAK: RondeId = RondeId(Uuid::from_u128(0x6164_7561_6e00_4000_8000_0000_0000_0002));
const LANGKAH: RondeId = RondeId(Uuid::from_u128(0x6164_7561_6e00_4000_8000_0000_0000_0003));

const COBA: RondeId = RondeId(Uuid::from_u128(0x6164_7561_6e00_4000_8000_0000_0000_0004));

fn ambil(app: &AppState, k: &Konteks, ember: RondeId, ketat: bool) -> Hasil<()> {
    match app.survei.laju.ambil(ember, k.permintaan.alamat(), app.store.sekarang(), ketat) {
        Putusan::Nanti(detik) => Err(Error::Nanti(detik)),
        _ => Ok(()),
    }
}

/// One try to send a form, before it is read: as many as a survey takes.
///
/// # Errors
/// `Nanti`.
pub fn coba(app: &AppState, k: &Konteks) -> Hasil<()> {
    ambil(app, k, COBA, false)
}

/// One new report or consultation from this source: a twentieth of what a survey takes. Only a form without a fault counts; beyond the
/// limit it comes back with all that was typed, and says when.
pub fn kirim(app: &AppState, k: &Konteks, f: &mut Formulir) {
    if !f.sah() {
        return;
    }
    if let Err(Error::Nanti(detik)) = ambil(app, k, KIRIM, true) {
        f.salahkan_dengan("judul", "pengaduan-terlalu-sering", vec![("menit", detik.saturating_sub(1).div_ceil(60).max(1).to_string())]);
    }
}

/// One step under a code.
///
/// # Errors
/// `Nanti`.
pub fn langkah(app: &AppState, k: &Konteks) -> Hasil<()> {
    ambil(app, k, LANGKAH, false)
}

/// A code that nothing has: guessing is slow.
pub fn tebak(app: &AppState, k: &Konteks) -> Error {
    ambil(app, k, TEBAK, true).err().unwrap_or(Error::TidakAda)
}

/// Stamp and secret of a fresh form.
pub fn siapkan(app: &AppState, f: &mut Formulir) {
    f.ganti(STEMPEL, app.survei.stempel.buat("pengaduan", app.store.sekarang()));
    if f.nilai(KIRIMAN).len() < 16 {
        f.ganti(KIRIMAN, Uuid::new_v4().simple().to_string());
    }
}

/// A form without our stamp comes back with a new one, and all that was typed.
pub fn periksa(app: &AppState, f: &mut Formulir) {
    if app.survei.stempel.periksa("pengaduan", f.nilai(STEMPEL), app.store.sekarang()).is_err() {
        f.salahkan("judul", "pengaduan-stempel");
    }
}
