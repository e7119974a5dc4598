//! `/admin/kunci/{kunci}`: a registered key: revoking it with a reason, binding it to the instansi it signs for (`_aksi=ikat`), and
//! correcting their codes with a reason (`_aksi=betulkan`).

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    hak::Admin,
    id::KunciInstalasiId,
    kunci_instalasi::{self, Koreksi, Terdaftar},
};

use super::{ADMIN, urai_untuk};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    masuk,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub(super) fn rute(d: &mut Daftar) {
    d.get("/admin/kunci/{kunci}", ADMIN, lihat);
    d.post("/admin/kunci/{kunci}", ADMIN, kirim);
}

#[derive(Template)]
#[template(path = "admin/kunci/satu.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    x: Terdaftar,
    riwayat: Vec<Koreksi>,
}

impl Halaman<'_> {
    /// "64.99 menjadi 64.08".
    fn baris(&self, r: &Koreksi) -> String {
        let lama = if r.lama.is_empty() { self.k.s("kunci-betulkan-kosong") } else { r.lama.replace(',', ", ") };
        self.k.a("kunci-betulkan-baris", [("lama", lama.into()), ("baru", r.baru.replace(',', ", ").into())])
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, hak: &Admin, x: Terdaftar, f: Formulir) -> Hasil<Halaman<'a>> {
    let riwayat = kunci_instalasi::riwayat(&app.store, hak, x.id).await?;
    Ok(Halaman { k, f, x, riwayat })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<KunciInstalasiId>) -> Hasil {
    let hak = pelaku.admin()?;
    let x = kunci_instalasi::satu(&app.store, &hak, id).await?;
    let f = Formulir::isi([("untuk", x.untuk().join(", "))]);
    tampil(&halaman(&app, &k.bantuan("kunci"), &hak, x, f).await?)
}

async fn kirim(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<KunciInstalasiId>,
    mut f: Formulir,
) -> Hasil {
    let hak = pelaku.admin()?;
    // Whose signature is believed changes here.
    if !pelaku.segar(app.store.sekarang()) {
        return masuk::ulang::minta(&app, &k, &f).await;
    }
    let selesai = match f.aksi() {
        "ikat" => ikat(&app, &hak, id, &mut f).await?,
        "betulkan" => betulkan(&app, &hak, id, &mut f).await?,
        _ => cabut(&app, &hak, id, &mut f).await?,
    };
    if let Some(pesan) = selesai {
        return usai(&app, &hak, id, pesan).await;
    }
    let x = kunci_instalasi::satu(&app.store, &hak, id).await?;
    tampil_salah(&halaman(&app, &k.bantuan("kunci"), &hak, x, f).await?)
}

/// Back to the list; a code that nobody knows here is told of at once.
pub(super) async fn usai(app: &AppState, hak: &Admin, id: KunciInstalasiId, pesan: &'static str) -> Hasil {
    let x = kunci_instalasi::satu(&app.store, hak, id).await?;
    let asing = x.cabut_pada.is_none() && !x.asing().is_empty();
    Alih::ke("/admin/kunci").pesan(if asing { "kunci-pesan-asing" } else { pesan }).into()
}

/// Key of the message when it was done; `None`: a field is wrong.
type Selesai = Option<&'static str>;

async fn ikat(app: &AppState, hak: &Admin, id: KunciInstalasiId, f: &mut Formulir) -> Hasil<Selesai> {
    let untuk = urai_untuk(f);
    if !f.sah() {
        return Ok(None);
    }
    match kunci_instalasi::ikat(&app.store, hak, id, &untuk).await {
        Ok(()) => Ok(Some("kunci-pesan-terikat")),
        Err(StoreError::Keadaan(kunci)) => {
            f.salahkan("untuk", kunci);
            Ok(None)
        }
        Err(e) => Err(e.into()),
    }
}

async fn betulkan(app: &AppState, hak: &Admin, id: KunciInstalasiId, f: &mut Formulir) -> Hasil<Selesai> {
    f.batasi("alasan_kode", 1000);
    let (untuk, alasan) = (urai_untuk(f), f.wajib("alasan_kode", "alasan-wajib"));
    let Some(alasan) = alasan.filter(|_| f.sah()) else { return Ok(None) };
    match kunci_instalasi::betulkan(&app.store, hak, id, &untuk, &alasan).await {
        Ok(()) => Ok(Some("kunci-pesan-dibetulkan")),
        Err(StoreError::Keadaan(kunci)) => {
            f.salahkan("untuk", kunci);
            Ok(None)
        }
        Err(e) => Err(e.into()),
    }
}

async fn cabut(app: &AppState, hak: &Admin, id: KunciInstalasiId, f: &mut Formulir) -> Hasil<Selesai> {
    f.batasi("alasan", 1000);
    let alasan = f.wajib("alasan", "alasan-wajib");
    let Some(alasan) = alasan.filter(|_| f.sah()) else { return Ok(None) };
    kunci_instalasi::cabut(&app.store, hak, id, &alasan).await?;
    Ok(Some("kunci-pesan-dicabut"))
}
