//! The mails to applicants, in the language in which they applied, and the way to stop them. When one leaves is decided in the store.
//! Nothing of what was applied for leaves but the name of the service and where the case stands.

use axum::extract::State;
use store::{
    pekerjaan::Pekerjaan,
    permohonan::{
        self,
        surel::{self, Isi, Kiriman},
    },
};

use crate::{
    AppState,
    bahasa::Bahasa,
    error::Hasil,
    format,
    jalur::Jalur,
    permohonan::kata,
    rute::{Akses, Daftar},
    tampil::Alih,
};

pub(super) fn rute(d: &mut Daftar) {
    d.post("/permohonan/{kode}/surel", Akses::Publik, hentikan);
}

async fn hentikan(State(app): State<AppState>, Jalur(kode): Jalur<String>) -> Hasil {
    let p = permohonan::surel::hentikan(&app.store, &kode).await?;
    Alih::ke(format!("/permohonan/{}", p.kode)).pesan("permohonan-surel-berhenti").into()
}

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
    let (perihal, teks) = susun(app, &isi, &k).map_err(|e| e.to_string())?;
    app.kirim_surat(p.id, &isi.kepada, &perihal, teks).await
}

/// Subject and text.
fn susun(app: &AppState, isi: &Isi, k: &Kiriman) -> Result<(String, String), store::StoreError> {
    let b = Bahasa::dari_kode(&isi.bahasa).unwrap_or_default();
    let p = &isi.permohonan;
    let awal = match k.perihal.split('/').next() {
        Some("terima") => "permohonan-surel-terima",
        Some("geser") => "permohonan-surel-geser",
        Some("telat") => "permohonan-surel-telat",
        Some("tagihan") => "permohonan-surel-tagihan",
        Some("ingat-bayar") => "permohonan-surel-ingat-bayar",
        Some("ingat-siap-diambil") => "permohonan-surel-ingat-ambil",
        Some("ingat-perlu-perbaikan") => "permohonan-surel-ingat-perbaikan",
        _ => "permohonan-surel-langkah",
    };
    let (_, keadaan) = kata::keadaan(p.keadaan()?);
    // Of an overdue case the day that the officer named, else the promise.
    let tanggal = k.perihal.strip_prefix("telat/").and_then(|t| t.split('/').next()).or(p.tenggat.as_deref());
    let tanggal = tanggal.map(|t| format::hari(b, t)).unwrap_or_default();
    let tanda = if app.ilustrasi || p.ilustrasi == 1 { "[ILUSTRASI] " } else { "" };
    let perihal = format!("{tanda}{}", b.a("permohonan-surel-perihal", [("layanan", p.layanan.as_str().into())]));
    let kalimat = b.a(
        awal,
        [
            ("layanan", p.layanan.as_str().into()),
            ("mpp", p.mpp.as_str().into()),
            ("keadaan", b.s(keadaan).into()),
            ("tanggal", tanggal.into()),
        ],
    );
    let tautan = format!("{}/permohonan/{}", app.konfig.alamat, p.kode);
    Ok((perihal, format!("{}\n\n{kalimat}\n\n{tautan}\n\n--\n{}\n", b.s("permohonan-surel-salam"), b.s("permohonan-surel-kaki"))))
}
