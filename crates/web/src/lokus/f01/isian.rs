//! `/lokus/{lokus}/f01/isian/{kode}`: saves one indicator. The same operation for a form (303, 422, 409 pages) and for the
//! script (`Accept: application/json`), with operation id and base version in the body.

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::IntoResponse as _,
};
use pekppp::{Indikator, JawabanIndikator};
use serde_json::json;
use store::{
    StoreError,
    f01::{self, Tersimpan, Tulis},
    hak::OperatorUnit,
    id::{LokusId, OperasiId},
    peran::Peran,
};
use uuid::Uuid;

use super::{
    aspek::{Halaman, kode_aspek},
    dengan_status, jam,
    kartu::{self, Pengganti},
    medan,
    muatan::Muatan,
};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::Alih,
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/f01/isian/{kode}", Akses::Masuk, kartu_indikator);
    d.post("/lokus/{lokus}/f01/isian/{kode}", Akses::Peran(&[Peran::UnitOperator]), simpan);
    // The same write as a script that works offline would name it: it may be repeated.
    d.put_besar("/lokus/{lokus}/f01/isian/{kode}", Akses::Peran(&[Peran::UnitOperator]), 256 * 1024, simpan);
}

/// The address of a page that came back with faults, opened anew: the indicator's card.
async fn kartu_indikator(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, kode)): Jalur<(LokusId, String)>) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    Alih::ke(format!("/lokus/{id}/f01/{}#{kode}", kode_aspek(&m, &kode)?)).into()
}

async fn simpan(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, kode)): Jalur<(LokusId, String)>,
    headers: HeaderMap,
    mut f: Formulir,
) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    let hak = m.akses.operator()?;
    let k = m.konteks(k);
    let skrip = ingin_json(&headers);
    let i = m.edisi.cari_indikator(&kode).ok_or(Error::TidakAda)?;
    let (isi, salah) = pekppp::f01::baca_isian(i, &medan::mentah(&kode, &f));
    for s in salah {
        f.salahkan_dengan(&medan::nama(&kode, &s.bidang), s.kunci, s.param.into_iter().collect());
    }
    if !f.sah() {
        return if skrip { Ok(salah_json(&k, &f)) } else { kembali(&k, &m, f, None, &kode, StatusCode::UNPROCESSABLE_ENTITY) };
    }
    match tulis(&app, &hak, &kode, &f, &isi).await {
        Ok(t) if skrip => tersimpan_json(&app, k, &pelaku, (&m, i), t).await,
        Ok(_) => Alih::ke(format!("/lokus/{id}/f01/{}#{kode}", kode_aspek(&m, &kode)?)).pesan("f01-tersimpan").into(),
        Err(StoreError::Bentrok { .. }) => {
            let mereka = f01::satu(app.store.baca(), id, &kode).await?;
            if skrip { bentrok_json(&k, i, &f, mereka) } else { kembali(&k, &m, f, mereka, &kode, StatusCode::CONFLICT) }
        }
        Err(StoreError::Keadaan(kunci)) if skrip => Ok((StatusCode::CONFLICT, Json(json!({ "pesan": k.s(kunci) }))).into_response()),
        Err(e) => Err(e.into()),
    }
}

/// A form that was changed and sent again after going back carries an operation id that is used up; it gets a new one and
/// its old base version decides.
async fn tulis(app: &AppState, hak: &OperatorUnit, kode: &str, f: &Formulir, isi: &JawabanIndikator) -> Result<Tersimpan, StoreError> {
    let op = OperasiId(f.nilai("op").parse().unwrap_or_else(|_| Uuid::new_v4()));
    let versi_dasar = f.nilai("versi").parse().unwrap_or(0);
    let t = Tulis { op, indikator: kode, versi_dasar, isi };
    match f01::simpan(&app.store, hak, t.clone()).await {
        Err(StoreError::OperasiLain) => f01::simpan(&app.store, hak, Tulis { op: OperasiId(Uuid::new_v4()), ..t }).await,
        lain => lain,
    }
}

fn kembali(k: &Konteks, m: &Muatan, f: Formulir, bentrok: Option<f01::Isian>, kode: &str, status: StatusCode) -> Hasil {
    let ganti = Pengganti { kode: kode.to_owned(), f, bentrok };
    dengan_status(status, &Halaman::baru(k, m, kode_aspek(m, kode)?, Some(&ganti))?)
}

/// Whether a script asks, and not a page.
pub fn ingin_json(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).and_then(|v| v.to_str().ok()).is_some_and(|v| v.contains("application/json"))
}

fn salah_json(k: &Konteks, f: &Formulir) -> axum::response::Response {
    let salah: Vec<_> = f.semua_salah().iter().map(|s| json!({ "medan": s.medan, "teks": s.teks(k.bahasa) })).collect();
    (StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "salah": salah }))).into_response()
}

/// What the page shows after a save: version, time, completeness of indicator and aspect, hints.
async fn tersimpan_json(app: &AppState, k: Konteks, pelaku: &store::hak::Pelaku, (lama, i): (&Muatan, &Indikator), t: Tersimpan) -> Hasil {
    let m = Muatan::baca(app, pelaku, lama.lokus().id).await?;
    let aspek = kode_aspek(&m, &i.kode)?;
    let bagian = m.bagian(&k);
    let (satu, semua) = (m.kelengkapan([i]), m.kelengkapan(bagian.iter().filter(|b| b.kunci == aspek).flat_map(|b| b.indikator)));
    let status = if satu.lengkap() {
        k.s("f01-indikator-lengkap")
    } else {
        k.a("f01-terisi", [("terisi", satu.terisi.to_string().into()), ("perlu", satu.perlu.to_string().into())])
    };
    let petunjuk: Vec<String> = m.petunjuk().into_iter().filter(|(p, _)| p.kode == i.kode).map(|(_, teks)| teks).collect();
    Ok(Json(json!({
        "versi": t.versi,
        "pukul": k.n("f01-tersimpan-pukul", "jam", jam(&k, t.pada)),
        "status": status,
        "lengkap": satu.lengkap(),
        "aspek": { "kunci": aspek, "terisi": semua.terisi, "perlu": semua.perlu },
        "petunjuk": petunjuk,
    }))
    .into_response())
}

fn bentrok_json(k: &Konteks, i: &Indikator, f: &Formulir, mereka: Option<f01::Isian>) -> Hasil {
    let mereka = mereka.ok_or(Error::TidakAda)?;
    let b = kartu::bentrok(k, i, f, &mereka);
    let isian: Vec<_> = medan::isi(i, Some(&mereka.jawaban)).pasangan().to_vec();
    let body = json!({ "bentrok": { "judul": b.judul, "beda": b.beda, "versi": mereka.versi, "isian": isian } });
    Ok((StatusCode::CONFLICT, Json(body)).into_response())
}

#[cfg(test)]
mod tests {
    use crate::bahasa::Bahasa;

    /// Keys that `pekppp` gives for field faults have a text.
    #[test]
    fn faults_of_the_rules_have_a_text() {
        for kunci in [
            "f01-salah-bidang-tak-dikenal",
            "f01-salah-lebih-dari-satu",
            "f01-salah-ya-tidak",
            "f01-salah-bukan-bilangan-bulat",
            "f01-salah-di-luar-rentang",
            "f01-salah-bukan-angka",
            "f01-salah-terlalu-panjang",
            "f01-salah-bukan-tanggal",
            "f01-salah-opsi-tak-dikenal",
            "f01-salah-tidak-ada-bersama-lain",
        ] {
            for bahasa in [Bahasa::Id, Bahasa::En] {
                let teks = bahasa.a(kunci, [("min", "1".into()), ("maks", "9".into()), ("opsi", "x".into())]);
                assert_ne!(teks, kunci);
            }
        }
    }
}
