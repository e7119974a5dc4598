//! `/hari-kerja/{instansi}`: the working calendar of an office: its weekly rule, its own days, the national list it stands on.
//! Deadlines are counted by it (`store::kalender`).

mod hari;

use askama::Template;
use axum::extract::State;
use jiff::civil::Date;
use layanan::{JenisHari, Kepastian};
use store::{
    antrean::tetap_buka::{TetapBuka, tetap_buka},
    hak::{self, AksesInstansi},
    id::{InstansiId, KalenderHariId},
    kalender::{self, Aturan, AturanBaru, HAK_JAWAB_BAWAAN, Hari},
};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Medan, Opsi},
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/hari-kerja/{instansi}", Akses::Masuk, lihat);
    d.post("/hari-kerja/{instansi}", Akses::Masuk, atur);
    hari::rute(d);
}

/// A year of the national list.
struct Tahun {
    tahun: i16,
    perkiraan: bool,
    hari: Vec<(Date, bool, String)>,
}

#[derive(Template)]
#[template(path = "hari_kerja/kalender.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    a: &'a AksesInstansi,
    aturan: Option<Aturan>,
    hari: Vec<Hari>,
    /// Malls whose head decided hours for single days: they stay open on a day off.
    buka: Vec<TetapBuka>,
    tahun: Vec<Tahun>,
    mengelola: bool,
    op: String,
}

impl Halaman<'_> {
    fn tanggal(&self, h: &Hari) -> String {
        self.k.hari(&h.tanggal)
    }

    /// Malls that stay open on that day off, one sentence each.
    fn tetap_buka(&self, h: &Hari) -> Vec<String> {
        let satu = |t: &TetapBuka| {
            let jam = format!("{}–{}", t.mulai, t.selesai).replace(':', ".");
            self.k.a("kalender-mpp-buka", [("mpp", t.mpp.as_str().into()), ("jam", jam.into()), ("jumlah", t.pesanan.into())])
        };
        self.buka.iter().filter(|t| h.jenis == "libur" && t.tanggal == h.tanggal).map(satu).collect()
    }

    fn medan_aturan(&self) -> [Medan; 4] {
        let (k, f) = (self.k, &self.f);
        let pekan = ["67", "7"].map(|p| Opsi::baru(p, k.s(if p == "67" { "kalender-lima-hari" } else { "kalender-enam-hari" })));
        let cuti = [Opsi::baru("libur", k.s("kalender-cuti-libur")), Opsi::baru("kerja", k.s("kalender-cuti-kerja"))];
        [
            f.radio(k, "akhir_pekan", "kalender-pekan", &pekan).wajib(),
            f.radio(k, "cuti_bersama", "kalender-cuti", &cuti).bantu(k, "kalender-cuti-bantu").wajib(),
            f.angka(k, "hak_jawab", "kalender-hak-jawab").bantu(k, "kalender-hak-jawab-bantu").lebar("sempit").wajib(),
            f.teks(k, "sumber", "kalender-sumber").bantu(k, "kalender-sumber-bantu"),
        ]
    }

    fn medan_jenis(&self) -> Medan {
        let opsi = [Opsi::baru("libur", self.k.s("kalender-jenis-libur")), Opsi::baru("kerja", self.k.s("kalender-jenis-kerja"))];
        self.f.radio(self.k, "jenis", "kalender-jenis", &opsi).wajib()
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, a: &'a AksesInstansi, mut f: Formulir) -> Hasil<Halaman<'a>> {
    let aturan = kalender::aturan(app.store.baca(), a.instansi.id).await?;
    let bawaan = [
        ("akhir_pekan", aturan.as_ref().map_or("67".to_owned(), |a| a.akhir_pekan.clone())),
        ("cuti_bersama", aturan.as_ref().map_or("libur".to_owned(), |a| a.cuti_bersama.clone())),
        ("hak_jawab", aturan.as_ref().map_or(HAK_JAWAB_BAWAAN, |a| a.hak_jawab_hari).to_string()),
        ("jenis", "libur".to_owned()),
    ];
    for (medan, nilai) in bawaan {
        if f.nilai(medan).is_empty() {
            f.ganti(medan, nilai);
        }
    }
    Ok(Halaman {
        hari: kalender::hari(app.store.baca(), a.instansi.id).await?,
        buka: tetap_buka(app.store.baca(), a.instansi.id, app.store.sekarang().hari(&a.instansi.zona)).await?,
        tahun: tahun(),
        mengelola: a.pengelola_kalender().is_ok(),
        op: f.nilai("op").parse().unwrap_or_else(|_| KalenderHariId::baru()).to_string(),
        k,
        f,
        a,
        aturan,
    })
}

fn tahun() -> Vec<Tahun> {
    let semua = layanan::nasional();
    let hari = |t: i16| {
        let milik = semua.iter().filter(|b| b.tanggal.year() == t);
        milik.map(|b| (b.tanggal, b.jenis == JenisHari::CutiBersama, b.nama.clone())).collect()
    };
    layanan::tahun_bawaan().into_iter().map(|(t, p)| Tahun { tahun: t, perkiraan: p == Kepastian::Perkiraan, hari: hari(t) }).collect()
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<InstansiId>) -> Hasil {
    let a = hak::instansi(&app.store, &pelaku, id).await?;
    let k = k.bantuan("kalender");
    tampil(&halaman(&app, &k, &a, Formulir::kosong()).await?)
}

async fn atur(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<InstansiId>, mut f: Formulir) -> Hasil {
    let a = hak::instansi(&app.store, &pelaku, id).await?;
    let hak = a.pengelola_kalender()?;
    let pekan = f.urai("akhir_pekan", "umum-wajib");
    let hari = f.urai::<i64>("hak_jawab", "tenggat-hari-di-luar").filter(|n| (1..=kalender::HARI_TERBANYAK).contains(n));
    if hari.is_none() && f.salah("hak_jawab").is_none() {
        f.salahkan("hak_jawab", "tenggat-hari-di-luar");
    }
    f.batasi("sumber", 200);
    if let (Some(akhir_pekan), Some(hari), true) = (pekan, hari, f.sah()) {
        let cuti_bersama_kerja = f.nilai("cuti_bersama") == "kerja";
        let b = AturanBaru { akhir_pekan, cuti_bersama_kerja, hak_jawab_hari: hari, sumber: f.nilai("sumber") };
        kalender::atur(&app.store, &hak, b).await?;
        return Alih::ke(format!("/hari-kerja/{id}")).pesan("kalender-tersimpan").into();
    }
    let k = k.bantuan("kalender");
    tampil_salah(&halaman(&app, &k, &a, f).await?)
}
