//! The mails to people who booked, in the language in which they did. When one leaves is decided in the store.

use store::{
    antrean::buka::Khusus,
    kode,
    pekerjaan::Pekerjaan,
    pesanan::surel::{self, Isi, Kiriman},
};

use crate::{
    AppState,
    bahasa::Bahasa,
    mpp::pesanan::{kata, sebab},
};

/// Sends what a job names. Nothing goes out when the matter is settled, the address is gone, or mail is off.
///
/// # Errors
/// A sentence for the administrator.
pub async fn kirim(app: &AppState, p: &Pekerjaan) -> Result<(), String> {
    if !app.surat.hidup() {
        return Ok(());
    }
    let k: Kiriman = serde_json::from_str(&p.isi).map_err(|e| e.to_string())?;
    let Some(isi) = surel::isi(&app.store, &k).await.map_err(|e| e.to_string())? else { return Ok(()) };
    // The page says the same. Of what the hall does, people are always told.
    let sendiri = matches!(k.perihal.split('/').next(), Some("pasti" | "pindah"));
    if sendiri && !app.laju_kabar.boleh(&isi.kepada) {
        return Ok(());
    }
    let putusan = isi.pesanan.putusan(app.store.baca()).await.map_err(|e| e.to_string())?;
    let (perihal, teks) = susun(app, &isi, &k, putusan.as_ref());
    app.kirim_surat(p.id, &isi.kepada, &perihal, teks).await
}

/// Subject and text. `putusan`: the decision of the head that took the time away.
fn susun(app: &AppState, isi: &Isi, k: &Kiriman, putusan: Option<&Khusus>) -> (String, String) {
    let b = Bahasa::dari_kode(&isi.bahasa).unwrap_or_default();
    let (l, t) = (&isi.pesanan, &isi.pesanan.tempat);
    let (perihal, awal) = match k.perihal.split('/').next() {
        Some("pindah") => ("pesanan-surel-pindah", b.s("pesanan-surel-pindah-isi")),
        Some("ingat") => ("pesanan-surel-ingat", b.s("pesanan-surel-ingat-isi")),
        Some("dampak") => ("pesanan-surel-dampak", sebab::sebab(b, l.terbuka.as_ref().map_or("", |t| t.sebab.as_str()), putusan)),
        Some("kembali") => ("pesanan-surel-kembali", b.s("pesanan-surel-kembali-isi")),
        _ => ("pesanan-surel-pasti", b.s("pesanan-surel-pasti-isi")),
    };
    let tanda = if app.ilustrasi || t.ilustrasi == 1 { "[ILUSTRASI] " } else { "" };
    let perihal = format!("{tanda}{}", b.a(perihal, [("layanan", t.layanan.as_str().into())]));
    let tubuh = b.a(
        "pesanan-surel-tubuh",
        [
            ("awal", awal.into()),
            ("layanan", t.layanan.as_str().into()),
            ("kapan", kata::kapan(b, l).into()),
            ("gerai", format!("{} {}", t.gerai_kode, t.gerai).into()),
            ("mpp", t.mpp.as_str().into()),
            ("alamat", t.alamat.as_str().into()),
            ("kode", kode::tampil(&l.kode).into()),
            ("tautan", format!("{}/pesanan/{}", app.konfig.alamat, l.kode).into()),
        ],
    );
    let lanjut = if l.terbuka.is_some() { "pesanan-surel-lanjut-dampak" } else { "pesanan-surel-lanjut" };
    (perihal, format!("{tubuh}\n\n{}\n\n--\n{}\n", b.s(lanjut), b.s("pesanan-surel-kaki")))
}
