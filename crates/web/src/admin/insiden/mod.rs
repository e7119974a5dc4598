//! `/admin/insiden`: breaches of personal data with their clock, and entering a new one.

mod satu;
mod surat;

use askama::Template;
use axum::extract::State;
use jiff::civil::Date;
use store::{
    StoreError, Waktu,
    id::dari_formulir,
    insiden::{self, Insiden, Naskah, TEKS_MAKS},
    peran::Peran,
};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

const ADMIN: Akses = Akses::Peran(&[Peran::Admin]);

pub fn rute(d: &mut Daftar) {
    d.get("/admin/insiden", ADMIN, lihat);
    d.post("/admin/insiden", ADMIN, catat);
    satu::rute(d);
    surat::rute(d);
}

/// Where a breach stands.
fn lencana(i: &Insiden, kini: Waktu) -> (Nada, &'static str) {
    match (i.tutup.is_some(), i.selesai_kabar().is_some(), i.lewat(kini)) {
        (true, _, true) => (Nada::Perhatian, "insiden-tutup-lambat"),
        (true, _, false) => (Nada::Netral, "insiden-tutup"),
        (false, true, true) => (Nada::Perhatian, "insiden-dikabari-lambat"),
        (false, true, false) => (Nada::Baik, "insiden-dikabari"),
        (false, false, true) => (Nada::Bahaya, "insiden-lewat"),
        (false, false, false) => (Nada::Perhatian, "insiden-berjalan"),
    }
}

/// What is left of the 3 x 24 hours, in whole hours; negative once it is over.
fn jam_tersisa(i: &Insiden, kini: Waktu) -> i64 {
    (i.tenggat.0 - kini.0).div_euclid(3_600_000_000)
}

#[derive(Template)]
#[template(path = "admin/insiden/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    daftar: Vec<Insiden>,
}

impl Halaman<'_> {
    fn lencana(&self, i: &Insiden) -> (Nada, &'static str) {
        lencana(i, self.k.pada)
    }

    fn sisa(&self, i: &Insiden) -> Option<String> {
        let jam = jam_tersisa(i, self.k.pada);
        i.selesai_kabar()
            .is_none()
            .then(|| if jam < 0 { self.k.jumlah("insiden-lewat-jam", -jam) } else { self.k.jumlah("insiden-sisa-jam", jam) })
    }
}

/// The texts of a form; all faults at once.
fn naskah(f: &mut Formulir) -> Option<[String; 6]> {
    for medan in ["judul", "data", "kejadian", "dampak", "penanganan", "kontak"] {
        f.batasi(medan, if medan == "judul" { 200 } else { TEKS_MAKS });
    }
    let wajib =
        (f.wajib("judul", "insiden-judul-wajib"), f.wajib("data", "insiden-data-wajib"), f.wajib("kejadian", "insiden-kejadian-wajib"));
    let mut opsional = |m| f.opsional(m).unwrap_or_default();
    let (dampak, penanganan, kontak) = (opsional("dampak"), opsional("penanganan"), opsional("kontak"));
    Some([wajib.0?, wajib.1?, wajib.2?, dampak, penanganan, kontak])
}

fn jumlah(f: &mut Formulir) -> Option<i64> {
    f.urai_opsional::<u32>("jumlah", "insiden-jumlah-salah").map(i64::from)
}

fn sebagai_naskah([judul, data, kejadian, dampak, penanganan, kontak]: &[String; 6], jumlah: Option<i64>) -> Naskah<'_> {
    Naskah { judul, data, kejadian, dampak, penanganan, kontak, jumlah }
}

/// Day and hour in the zone of the installation.
fn saat(k: &Konteks, f: &mut Formulir) -> Option<Waktu> {
    let hari = f.urai::<Date>("tanggal", "insiden-tanggal-wajib");
    let pukul = f.jam("jam", "insiden-jam-wajib");
    let z = hari?.to_datetime(pukul?).to_zoned(k.zona.tz()).ok()?;
    Some(Waktu(z.timestamp().as_microsecond()))
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    let daftar = insiden::daftar(&app.store, &pelaku.admin()?).await?;
    let kini = k.pada.timestamp().to_zoned(k.zona.tz());
    let f = Formulir::isi([
        ("op", store::id::baru().to_string()),
        ("tanggal", kini.strftime("%Y-%m-%d").to_string()),
        ("jam", kini.strftime("%H:%M").to_string()),
    ]);
    tampil(&Halaman { k: &k.bantuan("insiden"), f, daftar })
}

async fn catat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, mut f: Formulir) -> Hasil {
    let hak = pelaku.admin()?;
    let (teks, n, saat) = (naskah(&mut f), jumlah(&mut f), saat(&k, &mut f));
    if let (Some(t), Some(saat), true) = (teks, saat, f.sah()) {
        let id = dari_formulir(f.nilai("op"));
        match insiden::catat(&app.store, &hak, id, saat, &sebagai_naskah(&t, n)).await {
            Ok(()) => return Alih::ke(format!("/admin/insiden/{id}")).pesan("insiden-pesan-tercatat").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan("tanggal", kunci),
            Err(e) => return Err(e.into()),
        }
    }
    let daftar = insiden::daftar(&app.store, &hak).await?;
    tampil_salah(&Halaman { k: &k.bantuan("insiden"), f, daftar })
}
