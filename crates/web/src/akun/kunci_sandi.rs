//! `/akun/kunci-sandi`: passkeys of one's own, added and taken off, and the challenge for adding one or proving once more who it is. The list is
//! on the page of the second step.

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::IntoResponse as _,
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use store::{
    faktor::kunci_sandi::{self, ALGORITMA, Guna, KunciSandi, Pendaftaran},
    id::KunciSandiId,
};

use super::dua_langkah;
use crate::{
    AppState,
    error::Hasil,
    formulir::{Formulir, di_medan},
    jalur::Jalur,
    konteks::Konteks,
    masuk::{
        self,
        kunci_sandi::{bita, jawab_tantangan, pihak, tiket},
    },
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil},
};

const LANGKAH: &str = "/akun/dua-langkah";

pub fn rute(d: &mut Daftar) {
    d.post("/akun/kunci-sandi", Akses::Masuk, tambah);
    d.post("/akun/kunci-sandi/tantangan", Akses::Masuk, tantangan);
    // The only thing that can be done with a passkey is to take it off, so the POST needs no `_aksi`.
    d.post("/akun/kunci-sandi/{kunci}", Akses::Masuk, hapus);
}

fn daftar(semua: &[KunciSandi]) -> Value {
    semua.iter().map(|s| json!({ "type": "public-key", "id": URL_SAFE_NO_PAD.encode(&s.kredensial) })).collect()
}

async fn tantangan(State(app): State<AppState>, Orang(pelaku): Orang, f: Formulir) -> Hasil {
    let p = pihak(&app)?;
    let punya = kunci_sandi::milik(app.store.baca(), pelaku.akun).await?;
    if f.nilai("guna") == "ulang" {
        let (acak, tiket) = kunci_sandi::tantang(&app.store, Guna::Ulang, pelaku.sesi)?;
        return jawab_tantangan(&app, &acak, &tiket, json!({ "allowCredentials": daftar(&punya) }));
    }
    if !pelaku.segar(app.store.sekarang()) {
        let ke = format!("/masuk/ulang?kembali={LANGKAH}");
        return Ok((StatusCode::CONFLICT, Json(json!({ "ke": ke }))).into_response());
    }
    let (acak, tiket) = kunci_sandi::tantang(&app.store, Guna::Daftar, pelaku.sesi)?;
    let isi = json!({
        "rp": { "id": p.rp, "name": "Prima" },
        "user": { "id": URL_SAFE_NO_PAD.encode(pelaku.akun.0.as_bytes()), "name": pelaku.surel, "displayName": pelaku.nama },
        "pubKeyCredParams": ALGORITMA.map(|a| json!({ "type": "public-key", "alg": a })),
        "authenticatorSelection": { "residentKey": "required", "requireResidentKey": true, "userVerification": "required" },
        "attestation": "none", "excludeCredentials": daftar(&punya),
    });
    jawab_tantangan(&app, &acak, &tiket, isi)
}

async fn tambah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, headers: HeaderMap, mut f: Formulir) -> Hasil {
    let p = pihak(&app)?;
    if !pelaku.segar(app.store.sekarang()) {
        return Alih::ke(format!("/masuk/ulang?kembali={LANGKAH}")).into();
    }
    f.batasi("nama-kunci", 60);
    let Some(nama) = f.wajib("nama-kunci", "langkah-ks-nama-wajib").filter(|_| f.sah()) else {
        return dua_langkah::salah(&app, k, &pelaku, f).await;
    };
    let d = Pendaftaran { data_klien: bita(&f, "ks-klien"), objek: bita(&f, "ks-objek") };
    match kunci_sandi::daftar(&app.store, &pelaku, p, &tiket(&app, &headers), &d, &nama).await {
        Ok(Some(kode)) => {
            let k = k.bantuan("dua-langkah");
            tampil(&dua_langkah::Kode { k: &k, kode })
        }
        Ok(None) => Alih::ke(LANGKAH).pesan("langkah-ks-ditambah").into(),
        Err(e) => {
            di_medan(&mut f, "nama-kunci", "kunci-sandi-terdaftar", e)?;
            dua_langkah::salah(&app, k, &pelaku, f).await
        }
    }
}

async fn hapus(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<KunciSandiId>, mut f: Formulir) -> Hasil {
    if !pelaku.segar(app.store.sekarang()) {
        return masuk::ulang::minta(&app, &k, &f).await;
    }
    match kunci_sandi::hapus(&app.store, &pelaku, id).await {
        Ok(()) => Alih::ke(LANGKAH).pesan("langkah-ks-dihapus").into(),
        Err(e) => {
            di_medan(&mut f, "nama-kunci", "kunci-sandi-terdaftar", e)?;
            dua_langkah::salah(&app, k, &pelaku, f).await
        }
    }
}
