//! `/admin/kunci/{kunci}`: a registered key: revoking it with a reason, binding it to the instansi it signs for (`_aksi=ikat`), and
//! correcting their codes (`_aksi=betulkan`) or the days on which it signs (`_aksi=masa`) with a reason.

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    hak::Admin,
    id::KunciInstalasiId,
    kunci_instalasi::{self, Koreksi, KoreksiMasa, Terdaftar},
};

use super::{ADMIN, urai_masa, urai_untuk};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    masuk,
    pelaku::Orang,
    publik::kunci::masa,
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
    riwayat_masa: Vec<KoreksiMasa>,
}

impl Halaman<'_> {
    /// "64.99 menjadi 64.08".
    fn baris(&self, r: &Koreksi) -> String {
        let lama = if r.lama.is_empty() { self.k.s("kunci-betulkan-kosong") } else { r.lama.replace(',', ", ") };
        self.k.a("kunci-betulkan-baris", [("lama", lama.into()), ("baru", r.baru.replace(',', ", ").into())])
    }

    /// Why it was revoked, where that is proved.
    fn dicabut(&self) -> Option<&String> {
        self.x.cabut_alasan.as_ref().filter(|_| self.x.terbukti())
    }

    fn masa(&self) -> String {
        masa(self.k, &self.x.dari, self.x.sampai.as_deref().unwrap_or_default())
    }

    fn baris_masa(&self, r: &KoreksiMasa) -> String {
        let (lama, baru) = (masa(self.k, &r.lama_dari, &r.lama_sampai), masa(self.k, &r.baru_dari, &r.baru_sampai));
        self.k.a("kunci-masa-baris", [("lama", lama.into()), ("baru", baru.into())])
    }
}

/// Fills the fields of the forms that were not sent with what is stored.
fn lengkapi(f: &mut Formulir, x: &Terdaftar) {
    let sampai = x.sampai.clone().unwrap_or_default();
    let mut isi = vec![("untuk", x.untuk().join(", ")), ("dari", x.dari.clone()), ("sampai", sampai)];
    match f.aksi() {
        "ikat" | "betulkan" => isi.retain(|(medan, _)| *medan != "untuk"),
        "masa" => isi.retain(|(medan, _)| *medan == "untuk"),
        _ => {}
    }
    for (medan, nilai) in isi {
        f.ganti(medan, nilai);
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, hak: &Admin, x: Terdaftar, mut f: Formulir) -> Hasil<Halaman<'a>> {
    lengkapi(&mut f, &x);
    let riwayat = kunci_instalasi::riwayat(&app.store, hak, x.id).await?;
    let riwayat_masa = kunci_instalasi::riwayat_masa(&app.store, hak, x.id).await?;
    Ok(Halaman { k, f, x, riwayat, riwayat_masa })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<KunciInstalasiId>) -> Hasil {
    let hak = pelaku.admin()?;
    let x = kunci_instalasi::satu(&app.store, &hak, id).await?;
    tampil(&halaman(&app, &k.bantuan("kunci"), &hak, x, Formulir::kosong()).await?)
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
        "masa" => betulkan_masa(&app, &hak, id, &mut f).await?,
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

async fn betulkan_masa(app: &AppState, hak: &Admin, id: KunciInstalasiId, f: &mut Formulir) -> Hasil<Selesai> {
    f.batasi("alasan_masa", 1000);
    let (masa, alasan) = (urai_masa(f), f.wajib("alasan_masa", "alasan-wajib"));
    let Some((masa, alasan)) = masa.zip(alasan).filter(|_| f.sah()) else { return Ok(None) };
    match kunci_instalasi::betulkan_masa(&app.store, hak, id, masa, &alasan).await {
        Ok(()) => Ok(Some("kunci-pesan-masa")),
        Err(StoreError::Keadaan(kunci)) => {
            f.salahkan(if kunci == "kunci-masa-terbalik" { "sampai" } else { "dari" }, kunci);
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
