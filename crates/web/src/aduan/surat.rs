//! Mails to those who report or ask: that something happened, and the way to the page. Nothing of the report itself leaves.

use store::{
    konsultasi,
    pekerjaan::Pekerjaan,
    pengaduan::{self, BahanSurat},
};

use crate::{AppState, bahasa::Bahasa};

/// Sends what a job names; nothing when there is no address any more, or mail is off.
///
/// # Errors
/// A sentence for the administrator.
pub async fn kirim(app: &AppState, p: &Pekerjaan) -> Result<(), String> {
    if !app.surat.hidup() {
        return Ok(());
    }
    let salah = |e: String| e;
    let (bahan, jalur, peristiwa) = if p.jenis == konsultasi::SURAT {
        let s: konsultasi::Surat = serde_json::from_str(&p.isi).map_err(|e| salah(e.to_string()))?;
        (konsultasi::bahan(&app.store, &s).await.map_err(|e| e.to_string())?, "konsultasi", s.peristiwa)
    } else {
        let s: pengaduan::Surat = serde_json::from_str(&p.isi).map_err(|e| salah(e.to_string()))?;
        (pengaduan::bahan(&app.store, &s).await.map_err(|e| e.to_string())?, "pengaduan", s.peristiwa)
    };
    let Some(b) = bahan else { return Ok(()) };
    // Whoever typed the address may not be its owner; the page shows the code as well.
    if peristiwa == "diterima" && !app.laju_kabar.boleh(&b.surel.to_lowercase()) {
        return Ok(());
    }
    let (perihal, isi) = susun(app, &b, jalur, &peristiwa);
    app.kirim_surat(p.id, &b.surel, &perihal, isi).await
}

/// Subject and text.
fn susun(app: &AppState, b: &BahanSurat, jalur: &str, peristiwa: &str) -> (String, String) {
    let bahasa = Bahasa::dari_kode(&b.bahasa).unwrap_or_default();
    let kunci = match peristiwa {
        _ if jalur == "konsultasi" => "pengaduan-surat-konsultasi",
        "diterima" => "pengaduan-surat-diterima",
        "minta-lengkapi" => "pengaduan-surat-minta-lengkapi",
        "tolak" => "pengaduan-surat-tolak",
        "teruskan" => "pengaduan-surat-teruskan",
        "jawab" => "pengaduan-surat-jawab",
        "tutup-otomatis" => "pengaduan-surat-tutup-otomatis",
        "anggap-dicabut" => "pengaduan-surat-anggap-dicabut",
        "induk" => "pengaduan-surat-induk",
        _ => "pengaduan-surat-konsultasi",
    };
    let kalimat = bahasa.a(kunci, [("nomor", b.nomor.as_str().into()), ("instansi", b.instansi.as_str().into())]);
    let salam = bahasa.s("pengaduan-surat-salam");
    let kaki = bahasa.s("pengaduan-surat-kaki");
    let tanda = if app.ilustrasi { "[ILUSTRASI] " } else { "" };
    let perihal = bahasa.a("pengaduan-surat-perihal", [("nomor", b.nomor.as_str().into())]);
    (format!("{tanda}{perihal}"), format!("{salam}\n\n{kalimat}\n\n{}/{jalur}/{}\n\n--\n{kaki}\n", app.konfig.alamat, b.kode))
}
