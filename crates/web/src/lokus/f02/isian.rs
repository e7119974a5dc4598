//! `PUT|POST /lokus/{lokus}/f02/isian/{kode}`: one cell as JSON, for autosave and for work that was done offline.
//! Idempotent by `op`; a stale `versi_dasar` gets 409 with the stored cell.

use axum::{
    Json,
    body::Bytes,
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use serde::Deserialize;
use serde_json::{Value, json};
use store::{
    StoreError, Waktu,
    f02::{self, Cara, Isian, Keterbukaan, Sumber, Tulis},
    id::{LokusId, OperasiId},
    peran::Peran,
};

use super::{
    rangka::Rangka,
    sel::{Sel, TEKS_MAKS, bersih},
};
use crate::{
    Error,
    app::AppState,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
};

const AKSES: Akses = Akses::Peran(&[Peran::Evaluator]);

pub fn rute(d: &mut Daftar) {
    d.put_besar("/lokus/{lokus}/f02/isian/{kode}", AKSES, 64 * 1024, simpan);
    d.post_besar("/lokus/{lokus}/f02/isian/{kode}", AKSES, 64 * 1024, simpan);
}

/// What the client sends.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kiriman {
    op: OperasiId,
    versi_dasar: i64,
    skor: Option<u8>,
    /// Keys of [`Cara`].
    #[serde(default)]
    cara: Vec<String>,
    #[serde(default)]
    sumber: String,
    #[serde(default)]
    catatan: String,
    #[serde(default)]
    rekomendasi: String,
    /// The clock of a device that worked without a line, in milliseconds: a remark.
    perangkat: Option<i64>,
}

impl Kiriman {
    fn sel(&self) -> Option<Sel> {
        let cara = self.cara.iter().map(|c| Cara::dari_kunci(c)).collect::<Option<_>>()?;
        let teks = [&self.sumber, &self.catatan, &self.rekomendasi];
        if self.skor.is_some_and(|s| s > 5) || teks.iter().any(|t| t.chars().count() > TEKS_MAKS) {
            return None;
        }
        let sumber = Sumber { cara, keterangan: bersih(&self.sumber) };
        Some(Sel { skor: self.skor, sumber, catatan: bersih(&self.catatan), rekomendasi: bersih(&self.rekomendasi) })
    }
}

async fn simpan(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, kode)): Jalur<(LokusId, String)>,
    isi: Bytes,
) -> Hasil {
    let r = Rangka::baru(&app, &pelaku, id).await?;
    let hak = match r.akses.evaluator() {
        Err(StoreError::Keadaan(kunci)) => return Ok(tolak("keadaan", k.s(kunci), None)),
        hak => hak?,
    };
    let k = r.konteks(k);
    let kiriman: Kiriman = serde_json::from_slice(&isi).map_err(|e| Error::Rusak(e.to_string()))?;
    let Some(sel) = kiriman.sel() else {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "galat": "isi", "pesan": k.s("f02-isi-tak-sah") }))).into_response());
    };
    if r.buka == Keterbukaan::Terbuka {
        store::f01::buka(&app.store, &hak).await?;
    }
    let tulis = Tulis {
        op: kiriman.op,
        indikator: kode.clone(),
        versi_dasar: kiriman.versi_dasar,
        skor: sel.skor,
        sumber: sel.sumber.to_string(),
        catatan: sel.catatan.clone(),
        rekomendasi: sel.rekomendasi.clone(),
    };
    let perangkat = kiriman.perangkat.and_then(|ms| ms.checked_mul(1000)).map(Waktu);
    match f02::simpan_dari(&app.store, &hak, tulis, perangkat).await {
        Ok(t) => Ok(Json(json!({ "versi": t.versi, "pada": k.waktu(&t.pada), "cap": sel.cap() })).into_response()),
        Err(StoreError::Bentrok { pada, .. }) => {
            let kini = f02::isian_satu(&app.store, &hak, &kode).await?;
            Ok(tolak("bentrok", k.n("f02-bentrok-isi", "pada", k.waktu(&pada)), kini.as_ref().map(isi_kini)))
        }
        Err(StoreError::Keadaan(kunci)) => Ok(tolak("keadaan", k.s(kunci), None)),
        Err(StoreError::OperasiLain) => Ok(tolak("operasi", k.s("umum-409-operasi"), None)),
        Err(e) => Err(e.into()),
    }
}

fn tolak(galat: &str, pesan: String, kini: Option<Value>) -> Response {
    (StatusCode::CONFLICT, Json(json!({ "galat": galat, "pesan": pesan, "kini": kini }))).into_response()
}

/// The stored cell in the form that the client sends.
pub(crate) fn isi_kini(i: &Isian) -> Value {
    let s = Sel::dari_isian(i);
    let cara: Vec<&str> = s.sumber.cara.iter().map(|c| c.kunci()).collect();
    json!({
        "versi": i.versi, "cap": s.cap(), "skor": s.skor, "cara": cara, "sumber": s.sumber.keterangan,
        "catatan": s.catatan, "rekomendasi": s.rekomendasi,
    })
}
