//! `/admin/gerbang`: the gateways for short messages: which are on, how many left and what they cost, how the last ones went, a trial
//! message (`_aksi=uji`), and a number that may be used again (`_aksi=buka`). No number is ever shown.

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    gerbang::{
        Saluran,
        baca::{self, Bulan, Kiriman},
        kabar,
    },
    hak::Admin,
    peran::Peran,
};

use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    gerbang::{kartu::nama, uji},
    komponen::{Medan, Nada, Opsi},
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

const ADMIN: Akses = Akses::Peran(&[Peran::Admin]);

pub fn rute(d: &mut Daftar) {
    d.get("/admin/gerbang", ADMIN, lihat);
    d.post("/admin/gerbang", ADMIN, ubah);
}

/// One gateway today.
struct Kini {
    nama: String,
    hidup: bool,
    inang: String,
    banyak: i64,
    batas: u32,
    kabar: bool,
}

#[derive(Template)]
#[template(path = "admin/gerbang/lihat.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    gerbang: Vec<Kini>,
    bulan: Vec<Bulan>,
    kiriman: Vec<Kiriman>,
    hidup: Vec<Saluran>,
}

impl Halaman<'_> {
    fn saluran(&self, kunci: &str) -> String {
        Saluran::dari_kunci(kunci).map(|s| self.k.s(nama(s))).unwrap_or_default()
    }

    fn lewat(&self) -> Medan {
        let opsi: Vec<Opsi> = self.hidup.iter().map(|s| Opsi::baru(s.kunci(), self.k.s(nama(*s)))).collect();
        self.f.radio(self.k, "saluran", "gerbang-lewat", &opsi).wajib()
    }

    fn hari_ini(&self, g: &Kini) -> String {
        self.k.a("gerbang-hari-ini", [("banyak", g.banyak.into()), ("batas", g.batas.into())])
    }

    fn rp(&self, n: &i64) -> String {
        self.k.rupiah(*n)
    }

    fn perkara(&self, q: &Kiriman) -> String {
        self.k.s(match q.perkara.as_str() {
            "pesanan" => "gerbang-perkara-pesanan",
            "permohonan" => "gerbang-perkara-permohonan",
            "pengaduan" => "gerbang-perkara-pengaduan",
            _ => "gerbang-perkara-tiket",
        })
    }

    fn akhir(&self, q: &Kiriman) -> (Nada, &'static str) {
        match (q.akhir.as_deref(), q.sampai.as_deref()) {
            (_, Some("dibaca")) => (Nada::Baik, "gerbang-akhir-dibaca"),
            (_, Some("sampai")) => (Nada::Baik, "gerbang-akhir-sampai"),
            (_, Some("gagal")) => (Nada::Bahaya, "gerbang-akhir-tak-sampai"),
            (Some("diterima"), _) => (Nada::Info, "gerbang-akhir-diterima"),
            (Some("ditolak"), _) => (Nada::Bahaya, "gerbang-akhir-ditolak"),
            (Some("gagal"), _) => (Nada::Bahaya, "gerbang-akhir-gagal"),
            (Some("tak-pasti"), _) => (Nada::Perhatian, "gerbang-akhir-tak-pasti"),
            (Some("batas"), _) => (Nada::Perhatian, "gerbang-akhir-batas"),
            (Some("henti"), _) => (Nada::Netral, "gerbang-akhir-henti"),
            (Some(_), _) => (Nada::Netral, "gerbang-akhir-usang"),
            (None, _) => (Nada::Info, "gerbang-akhir-menunggu"),
        }
    }

    /// What the last try came to, in words.
    fn sebab(&self, q: &Kiriman) -> String {
        let kata = match q.galat.as_deref() {
            Some("nama" | "nama-waktu") => "kait-galat-nama",
            Some("jaringan-dalam") => "kait-galat-dalam",
            Some("alamat") => "kait-galat-alamat",
            Some("tls" | "tls-waktu") => "kait-galat-tls",
            Some("jawaban-waktu") => "gerbang-galat-waktu",
            Some("jawaban-rusak") => "gerbang-galat-rusak",
            Some("sambungan" | "sambungan-waktu" | "putus") => "kait-galat-sambungan",
            _ => return q.status.filter(|s| !(200..300).contains(s)).map(|s| format!("HTTP {s}")).unwrap_or_default(),
        };
        self.k.s(kata)
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, hak: &Admin, f: Formulir) -> Hasil<Halaman<'a>> {
    let hari = app.store.sekarang().hari(app.konfig.zona.nama()).to_string();
    let mut gerbang = Vec::new();
    for s in Saluran::SEMUA {
        let g = app.gerbang.lewat(s);
        gerbang.push(Kini {
            nama: k.s(nama(s)),
            hidup: g.is_some(),
            inang: g.and_then(|g| app.gerbang.tujuan.periksa(&g.konfig.alamat).ok()).map(|a| a.inang).unwrap_or_default(),
            banyak: baca::hari_ini(&app.store, hak, s, &hari).await?,
            batas: g.map_or(0, |g| g.konfig.batas_harian),
            kabar: g.is_some_and(|g| !g.kabar_token.is_empty()),
        });
    }
    let (bulan, kiriman) = (baca::bulan(&app.store, hak).await?, baca::kiriman(&app.store, hak).await?);
    Ok(Halaman { k, f, gerbang, bulan, kiriman, hidup: app.gerbang.hidup() })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    let k = k.bantuan("gerbang");
    let awal = Formulir::isi(app.gerbang.hidup().first().map(|s| ("saluran", s.kunci())));
    tampil(&halaman(&app, &k, &pelaku.admin()?, awal).await?)
}

async fn ubah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, mut f: Formulir) -> Hasil {
    let hak = pelaku.admin()?;
    let k = k.bantuan("gerbang");
    let medan = if f.aksi() == "buka" { "telepon-henti" } else { "telepon" };
    f.batasi(medan, 40);
    let nomor = f.wajib(medan, "gerbang-nomor");
    if f.aksi() == "buka" {
        if let Some(n) = nomor {
            match kabar::buka_lagi(&app.store, &hak, &n).await {
                Ok(()) => return Alih::ke("/admin/gerbang").pesan("gerbang-dibuka").into(),
                Err(StoreError::Keadaan(kunci)) => f.salahkan(medan, kunci),
                Err(e) => return Err(e.into()),
            }
        }
        return tampil_salah(&halaman(&app, &k, &hak, f).await?);
    }
    let saluran = Saluran::dari_kunci(f.nilai("saluran"));
    if saluran.is_none() {
        f.salahkan("saluran", "gerbang-saluran");
    }
    let rapi = nomor.and_then(|n| store::gerbang::nomor(&n));
    if rapi.is_none() && f.sah() {
        f.salahkan(medan, "gerbang-nomor");
    }
    if let (Some(n), Some(s), true) = (rapi, saluran, f.sah()) {
        if !app.laju_kabar.boleh(&n) {
            return Err(Error::TerlaluSering);
        }
        let hasil = uji(&app, s, &n, k.s("gerbang-uji-teks")).await;
        return Alih::ke("/admin/gerbang").pesan(hasil).into();
    }
    tampil_salah(&halaman(&app, &k, &hak, f).await?)
}
