//! `/permohonan/{kode}`: where a case stands, in plain words, for who holds the code: what happened, until when, what to do, the bill,
//! the product, cancelling, and one answer to the survey after the end.

use askama::Template;
use axum::extract::State;
use layanan::permohonan::{Keadaan, Langkah as Alur};
use store::{
    StoreError,
    gerbang::Perkara,
    kode,
    permohonan::{
        self, Geser, Langkah, Permohonan, Telat, dokumen,
        dokumen::{Ambilan, DokumenLayanan},
    },
    skm::Penilaian,
    tagihan::{self, BayarBatal, Tagihan},
};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    gerbang::kartu::kartu,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    permohonan::kata,
    rute::{Akses, Daftar},
    tampil::{Alih, pdf, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/permohonan/{kode}", Akses::Publik, lihat);
    d.post("/permohonan/{kode}/pembatalan", Akses::Publik, batalkan);
    d.post("/permohonan/{kode}/penilaian", Akses::Publik, nilai);
    d.post("/permohonan/{kode}/pengambilan", Akses::Publik, ambil);
    d.get("/permohonan/{kode}/dokumen", Akses::Publik, unduh);
}

#[derive(Template)]
#[template(path = "publik/permohonan/lacak.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    p: &'a Permohonan,
    keadaan: Keadaan,
    riwayat: Vec<Langkah>,
    /// How the promised day moved with the calendar.
    geser: Vec<Geser>,
    /// What the office said of the delay, the newest first.
    telat: Vec<Telat>,
    tagihan: Vec<Tagihan>,
    /// Payments that were taken back.
    balik: Vec<BayarBatal>,
    dokumen: Option<DokumenLayanan>,
    diambil: Option<Ambilan>,
    /// The address that is told by mail, made unreadable.
    surel: Option<String>,
    batal: bool,
    menilai: Penilaian,
    qr: String,
    /// The card for short messages.
    kabar: String,
}

impl Halaman<'_> {
    fn kode(&self) -> String {
        kode::tampil(&self.p.kode)
    }

    fn lencana(&self) -> (Nada, &'static str) {
        kata::keadaan(self.keadaan)
    }

    /// What it means and what comes next.
    fn arti(&self) -> String {
        self.k.s(match self.keadaan {
            Keadaan::Diterima => "permohonan-arti-diterima",
            Keadaan::Diperiksa => "permohonan-arti-diperiksa",
            Keadaan::PerluPerbaikan => "permohonan-arti-perlu-perbaikan",
            Keadaan::Diperbaiki => "permohonan-arti-diperbaiki",
            Keadaan::Diproses => "permohonan-arti-diproses",
            // What holds it up is the applicant's turn, not the office's.
            Keadaan::Disetujui if self.tagihan.iter().any(Tagihan::terbuka) => "permohonan-arti-menunggu-bayar",
            Keadaan::Disetujui => "permohonan-arti-disetujui",
            Keadaan::Ditolak => "permohonan-arti-ditolak",
            Keadaan::SiapDiambil if self.tagihan.iter().any(Tagihan::terbuka) => "permohonan-arti-siap-bayar",
            Keadaan::SiapDiambil => "permohonan-arti-siap-diambil",
            Keadaan::Selesai => "permohonan-arti-selesai",
            Keadaan::Dibatalkan => "permohonan-arti-dibatalkan",
            Keadaan::Diarsipkan => "permohonan-arti-diarsipkan",
        })
    }

    /// The last thing that an officer wrote for the applicant in this state.
    fn pesan(&self) -> Option<&str> {
        let akhir = self.riwayat.last()?;
        Some(akhir.alasan.as_str()).filter(|a| !a.is_empty())
    }

    fn tenggat(&self) -> Option<String> {
        (self.keadaan != Keadaan::Dibatalkan).then(|| kata::tenggat(self.k, self.p, self.k.pada))
    }

    fn kalender(&self) -> Option<String> {
        kata::tenggat_catatan(self.k, self.p)
    }

    fn geser(&self, g: &Geser) -> String {
        kata::geser(self.k, g)
    }

    fn hari_telat(&self, t: &Telat) -> String {
        self.k.n("permohonan-telat-perkiraan", "tanggal", self.k.hari(&t.hari))
    }

    fn langkah(&self, l: &Langkah) -> String {
        self.k.s(kata::langkah(&l.langkah))
    }

    fn tempat(&self) -> String {
        format!("{} – {}", self.p.gerai, self.p.mpp)
    }

    fn rp(&self, n: &i64) -> String {
        self.k.rupiah(*n)
    }

    /// For the applicant: what he does, without the names and words of officers.
    fn dibalik(&self, t: &Tagihan) -> Option<String> {
        crate::kasir::dibalik_warga(self.k, t, &self.balik)
    }

    fn keadaan_tagihan(&self, t: &Tagihan) -> (Nada, &'static str) {
        crate::kasir::lencana(t)
    }

    /// Ready and paid: taking it ends the case, so it is a form and no link.
    fn siap(&self) -> bool {
        self.dokumen.is_some() && self.keadaan == Keadaan::SiapDiambil && !self.tagihan.iter().any(Tagihan::terbuka)
    }

    fn unduhan(&self) -> bool {
        self.dokumen.is_some() && matches!(self.keadaan, Keadaan::Selesai | Keadaan::Diarsipkan)
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, p: &'a Permohonan, f: Formulir) -> Hasil<Halaman<'a>> {
    let c = app.store.baca();
    let url = format!("{}/permohonan/{}", app.konfig.alamat, p.kode);
    let bisa = permohonan::bisa(c, p).await?;
    Ok(Halaman {
        k,
        f,
        p,
        keadaan: p.keadaan()?,
        riwayat: permohonan::riwayat(&app.store, p.id).await?,
        geser: permohonan::geser(c, p.id).await?,
        telat: permohonan::telat(&app.store, p.id).await?,
        tagihan: tagihan::milik(c, p.id).await?,
        balik: tagihan::bayar_batal(c, p.id).await?,
        dokumen: dokumen::milik(c, p.id).await?.into_iter().next(),
        diambil: dokumen::diambil(&app.store, p.id).await?,
        surel: permohonan::surel::alamat(&app.store, p.id).await?,
        batal: bisa.contains(&Alur::Batalkan),
        menilai: permohonan::bisa_menilai(&app.store, p).await?,
        qr: ::dokumen::qr_svg(&url, &k.s("permohonan-qr"))?,
        kabar: if p.keadaan()?.berakhir() { String::new() } else { kartu(app, k, Perkara::Permohonan, p.id.0, &p.kode).await? },
    })
}

/// A case behind its code, and the page for it.
pub(super) async fn buka(app: &AppState, k: Konteks, kode: &str) -> Hasil<(Permohonan, Konteks)> {
    let p = permohonan::dari_kode(app.store.baca(), kode).await?;
    let k = k.ilustrasi(p.ilustrasi == 1).zona(&p.zona).bantuan("permohonan");
    Ok((p, k))
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>) -> Hasil {
    let (p, k) = buka(&app, k, &kode).await?;
    tampil(&halaman(&app, &k, &p, Formulir::kosong()).await?)
}

async fn batalkan(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>, mut f: Formulir) -> Hasil {
    let (p, k) = buka(&app, k, &kode).await?;
    let versi = f.nilai("versi").parse().unwrap_or(0);
    f.batasi("alasan", 1_000);
    if f.sah() {
        match permohonan::batalkan(&app.store, &kode, versi, f.nilai("alasan")).await {
            Ok(_) => return Alih::ke(format!("/permohonan/{}", p.kode)).pesan("permohonan-dibatalkan-pesan").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan("alasan", kunci),
            Err(StoreError::Bentrok { .. }) => f.salahkan("alasan", "permohonan-berubah"),
            Err(e) => return Err(e.into()),
        }
    }
    let p = permohonan::dari_id(app.store.baca(), p.id).await?;
    tampil_salah(&halaman(&app, &k, &p, f).await?)
}

async fn nilai(State(app): State<AppState>, Jalur(kode): Jalur<String>) -> Hasil {
    let ke = permohonan::penilaian(&app.store, &kode).await?;
    Alih::ke(ke).into()
}

/// Takes the document: the case ends here, and the address of the file changes nothing.
async fn ambil(State(app): State<AppState>, Jalur(kode): Jalur<String>) -> Hasil {
    match dokumen::ambil_sendiri(&app.store, &kode).await {
        Ok(kode) => Alih::ke(format!("/permohonan/{kode}/dokumen")).into(),
        // The page says what is to be paid first.
        Err(StoreError::Keadaan("permohonan-belum-lunas")) => Alih::ke(format!("/permohonan/{kode}")).into(),
        Err(e) => Err(e.into()),
    }
}

async fn unduh(State(app): State<AppState>, Jalur(kode): Jalur<String>) -> Hasil {
    let Some(d) = dokumen::unduh(&app.store, &kode).await? else {
        let p = permohonan::dari_kode(app.store.baca(), &kode).await?;
        return Alih::ke(format!("/permohonan/{}", p.kode)).into();
    };
    let nama = format!("surat-{}.pdf", d.kode);
    Ok(pdf(d.isi(&app.store).await?, &nama))
}
