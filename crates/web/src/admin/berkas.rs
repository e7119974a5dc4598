//! `/admin/berkas`: uploads that wait for the virus scanner, and those that it found infected. Nothing is given out or removed here.

use askama::Template;
use axum::extract::State;
use store::{
    berkas::Tipe,
    peran::Peran,
    pindai::{self, Ringkasan, Tertahan},
};

use crate::{
    AppState,
    error::Hasil,
    format,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/admin/berkas", Akses::Peran(&[Peran::Admin]), lihat);
}

#[derive(Template)]
#[template(path = "admin/berkas.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    /// A scanner is configured.
    nyala: bool,
    /// It answers now.
    hidup: bool,
    r: Ringkasan,
    semua: Vec<Tertahan>,
    /// Files that no scanner ever looked at.
    lama: i64,
}

impl Halaman<'_> {
    /// Mark and words of the scanner.
    fn pemindai(&self) -> (Nada, &'static str) {
        match (self.nyala, self.hidup) {
            (false, _) => (Nada::Netral, "berkas-pemindai-mati"),
            (true, true) => (Nada::Baik, "berkas-pemindai-hidup"),
            (true, false) => (Nada::Bahaya, "berkas-pemindai-pergi"),
        }
    }

    #[expect(clippy::unused_self, reason = "called by the template")]
    fn keadaan(&self, t: &Tertahan) -> (Nada, &'static str) {
        if t.keadaan == "terinfeksi" { (Nada::Bahaya, "berkas-terinfeksi-lencana") } else { (Nada::Perhatian, "berkas-menunggu-lencana") }
    }

    fn ukuran(&self, t: &Tertahan) -> String {
        format::ukuran(self.k.bahasa, u64::try_from(t.ukuran).unwrap_or_default())
    }

    /// `PDF`, `XLSX`; of another kind nothing.
    #[expect(clippy::unused_self, reason = "called by the template")]
    fn tipe(&self, t: &Tertahan) -> Option<String> {
        Some(Tipe::dari_mime(&t.tipe)?.akhiran().first()?.to_uppercase())
    }

    /// Enough of the hash to find it in the log.
    #[expect(clippy::unused_self, reason = "called by the template")]
    fn pendek<'t>(&self, t: &'t Tertahan) -> &'t str {
        t.sidik.get(..12).unwrap_or(&t.sidik)
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    let hak = pelaku.admin()?;
    let semua = pindai::tertahan(&app.store, &hak).await?;
    let lama = if app.pemindai.is_some() { pindai::jumlah_lama(&app.store, &hak).await? } else { 0 };
    let r = pindai::ringkasan(&app.store).await?;
    let hidup = match &app.pemindai {
        Some(p) => p.hidup().await.is_ok(),
        None => false,
    };
    let k = k.bantuan("pemindai-virus");
    tampil(&Halaman { k: &k, nyala: app.pemindai.is_some(), hidup, r, semua, lama })
}
