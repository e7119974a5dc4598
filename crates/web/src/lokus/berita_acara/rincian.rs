//! `/berita-acara/{id}`: the minutes, who signed, and signing (`POST …/tanda-tangan`) or annulling (`POST …/pembatalan`).

use askama::Template;
use axum::extract::State;
use store::{
    berita_acara::{self, Belum, BeritaAcara, Halangan, HarusTanda, Penanda, Pihak, TandaTangan},
    faktor::{self, Periksa},
    hak::AksesLokus,
    id::BeritaAcaraId,
    lokus::Lokus,
    verifikasi,
};

use super::daftar::{lencana, nama};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    masuk,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/berita-acara/{id}", Akses::Masuk, lihat);
    d.post("/berita-acara/{id}/tanda-tangan", Akses::Masuk, tandatangani);
    d.post("/berita-acara/{id}/pembatalan", Akses::Masuk, batalkan);
}

#[derive(Template)]
#[template(path = "lokus/berita_acara/rincian.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    lokus: &'a Lokus,
    b: BeritaAcara,
    harus: Vec<(HarusTanda, Option<TandaTangan>)>,
    /// Those who have not signed, and whether they still may.
    belum: Vec<Belum>,
    /// The signed-in person is printed on it and has not signed.
    giliran: bool,
    /// The person can prove it without a typed secret.
    lain: bool,
    membatalkan: bool,
    /// Why it can be neither signed nor annulled now.
    tutup: Option<&'static str>,
    qr: String,
}

impl Halaman<'_> {
    fn lencana(&self) -> (Nada, &'static str) {
        lencana(&self.b)
    }

    fn pihak(&self, h: &HarusTanda) -> &'static str {
        pihak(h.pihak)
    }

    /// The mark of one who has not signed.
    fn menunggu(&self, h: &HarusTanda) -> (Nada, &'static str) {
        menunggu(&self.belum, h)
    }

    /// Names of those who cannot sign any more; empty when all still can.
    fn macet(&self) -> String {
        macet(&self.belum)
    }

    fn judul(&self) -> &'static str {
        nama(&self.b.jenis)
    }

    fn tanggal(&self) -> String {
        self.b.tanggal.parse().map_or_else(|_| self.b.tanggal.clone(), |t| self.k.tanggal(&t))
    }

    fn ukuran(&self) -> String {
        crate::format::ukuran(self.k.bahasa, u64::try_from(self.b.ukuran).unwrap_or_default())
    }
}

/// The name of a party.
pub fn pihak(p: Pihak) -> &'static str {
    match p {
        Pihak::Evaluator => "ba-pihak-evaluator",
        Pihak::Unit => "ba-pihak-unit",
        Pihak::Penanggungjawab => "ba-pihak-penanggungjawab",
    }
}

/// Names of those who cannot sign any more; empty when all still can.
pub(super) fn macet(belum: &[Belum]) -> String {
    belum.iter().filter(|b| b.halangan.is_some()).map(|b| b.orang.nama.as_str()).collect::<Vec<_>>().join(", ")
}

/// The mark of one who has not signed.
pub(super) fn menunggu(belum: &[Belum], h: &HarusTanda) -> (Nada, &'static str) {
    match belum.iter().find(|b| b.orang == *h).and_then(|b| b.halangan) {
        Some(x) => (Nada::Bahaya, terhalang(x)),
        None => (Nada::Perhatian, "ba-belum"),
    }
}

/// Why somebody cannot sign any more, as a mark.
fn terhalang(h: Halangan) -> &'static str {
    match h {
        Halangan::Penugasan => "ba-halangan-penugasan",
        Halangan::Benturan => "ba-halangan-benturan",
        Halangan::Peran => "ba-halangan-peran",
    }
}

/// The right in which this person is printed on the minutes, if any still holds.
pub(in crate::lokus) fn sebagai(akses: &AksesLokus, harus: &[HarusTanda], saya: store::id::AkunId) -> Option<Penanda> {
    harus.iter().filter(|h| h.akun == saya).find_map(|h| match h.pihak {
        Pihak::Evaluator => akses.evaluator().ok().map(Penanda::Evaluator),
        Pihak::Unit => akses.kepala().ok().map(Penanda::Unit),
        Pihak::Penanggungjawab => akses.penanggungjawab().ok().map(Penanda::Penanggungjawab),
    })
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesLokus, b: BeritaAcara, f: Formulir) -> Hasil<Halaman<'a>> {
    let tanda = berita_acara::tanda_tangan(app.store.baca(), b.id).await?;
    let harus: Vec<_> = b.penanda()?.into_iter().map(|h| (h.clone(), tanda.iter().find(|t| t.milik(&h)).cloned())).collect();
    let saya = k.pelaku.as_ref().map(|p| p.akun);
    let belum: Vec<HarusTanda> = harus.iter().filter(|(_, t)| t.is_none()).map(|(h, _)| h.clone()).collect();
    let hari = app.store.sekarang().hari(&akses.lokus.zona).to_string();
    let sisa = berita_acara::belum(app.store.baca(), &akses.lokus, &b, &hari).await?;
    // A signature on minutes that cannot be finished is for nothing.
    let giliran = b.batal.is_none() && macet(&sisa).is_empty() && saya.is_some_and(|s| sebagai(akses, &belum, s).is_some());
    let url = format!("{}/verifikasi/{}", app.konfig.alamat, b.kode);
    Ok(Halaman {
        lain: giliran && masuk::ulang::tanpa_ketik(app, k).await?,
        qr: dokumen::qr_svg(&url, &k.s("ba-qr")).unwrap_or_default(),
        membatalkan: b.batal.is_none() && akses.penyelenggara().is_ok(),
        tutup: store::periode::alasan_tertutup(&app.store, akses.lokus.periode_id, pekppp::Fase::Penyampaian).await?,
        belum: sisa,
        lokus: &akses.lokus,
        k,
        f,
        b,
        harus,
        giliran,
    })
}

pub(super) fn konteks(k: Konteks, l: &Lokus) -> Konteks {
    k.ilustrasi(l.ilustrasi == 1).zona(&l.zona).bantuan("berita-acara")
}

/// Somebody who is printed on the minutes and lost his role since is told so, and not that there are none.
pub(super) async fn akses(app: &AppState, pelaku: &store::hak::Pelaku, b: &BeritaAcara) -> Hasil<AksesLokus> {
    match store::hak::lokus(&app.store, pelaku, b.lokus_id).await {
        Err(store::StoreError::TidakDitemukan) if b.penanda()?.iter().any(|h| h.akun == pelaku.akun) => {
            Err(Error::Bentrok("ba-peran-anda-berakhir"))
        }
        hasil => Ok(hasil?),
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<BeritaAcaraId>) -> Hasil {
    let b = berita_acara::dari_id(app.store.baca(), id).await?;
    let akses = akses(&app, &pelaku, &b).await?;
    let k = konteks(k, &akses.lokus);
    tampil(&halaman(&app, &k, &akses, b, Formulir::kosong()).await?)
}

async fn tandatangani(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<BeritaAcaraId>,
    mut f: Formulir,
) -> Hasil {
    let b = berita_acara::dari_id(app.store.baca(), id).await?;
    let akses = akses(&app, &pelaku, &b).await?;
    let harus = b.penanda()?;
    let Some(hak) = sebagai(&akses, &harus, pelaku.akun) else {
        let tercetak = harus.iter().any(|h| h.akun == pelaku.akun);
        return Err(if tercetak { Error::Bentrok("ba-peran-anda-berakhir") } else { Error::TidakBerhak("penanda-tangan") });
    };
    // The password again, or a code of the app, through the throttled check: an open browser is no signature.
    let alamat = k.permintaan.alamat().to_string();
    if f.aksi() == "lain" {
        // A passkey, or the agency's own sign-in: proved on the page for that, a moment ago, and the form came back.
        if !pelaku.baru_terbukti(app.store.sekarang()) {
            return masuk::ulang::minta(&app, &k, &f).await;
        }
    } else if f.nilai("sandi").is_empty() {
        f.salahkan("sandi", "ba-sandi-wajib");
    } else {
        match faktor::buktikan(&app.store, &pelaku, f.nilai("sandi"), &alamat).await? {
            Periksa::Benar(_) => {}
            Periksa::Salah => f.salahkan("sandi", "ba-sandi-salah"),
            Periksa::Tahan(detik) => f.salahkan_dengan("sandi", "masuk-tahan", vec![("menit", ((detik + 59) / 60).to_string())]),
        }
    }
    if !f.sah() {
        let k = konteks(k, &akses.lokus);
        return tampil_salah(&halaman(&app, &k, &akses, b, f).await?);
    }
    berita_acara::tandatangani(&app.store, &hak, id, f.nilai("pdf")).await?;
    Alih::ke(format!("/berita-acara/{id}")).pesan("ba-ditandatangani").into()
}

async fn batalkan(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<BeritaAcaraId>,
    mut f: Formulir,
) -> Hasil {
    let b = berita_acara::dari_id(app.store.baca(), id).await?;
    let akses = store::hak::lokus(&app.store, &pelaku, b.lokus_id).await?;
    let hak = akses.penyelenggara()?;
    let Some(alasan) = f.wajib("alasan", "ba-batal-alasan-wajib") else {
        let k = konteks(k, &akses.lokus);
        return tampil_salah(&halaman(&app, &k, &akses, b, f).await?);
    };
    berita_acara::batalkan(&app.store, &hak, id, &alasan).await?;
    Alih::ke(format!("/berita-acara/{id}")).pesan("ba-dibatalkan-pesan").into()
}
