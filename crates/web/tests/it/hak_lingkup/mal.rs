//! The second part of `docs/HAK-LINGKUP.md`: a mall with its gerai and cashier, a service, a case, a survey and a complaint.

use std::collections::BTreeMap;

use axum::http::{Method, StatusCode};
use jiff::civil::date;
use store::{
    hak,
    id::{PermohonanId, RondeId},
    instansi::{self, InstansiBaru, UnitBaru},
    peran::{JenisLingkup, Lingkup, Peran},
    skm::{self, LayananIsi, RondeIsi},
};
use web::rute::{Akses, Baris};

use super::{Kolom, Tabel, boleh, tulis};
use crate::{
    aduan,
    app::TestApp,
    dunia::pelaku,
    permohonan::{self, Mal},
};

const KOLOM: [Kolom; 12] = [
    (Peran::MppKepala, "mpp-kepala", "the mall"),
    (Peran::MppDepan, "mpp-depan", "the mall"),
    (Peran::Pelaksana, "pelaksana", "the mall, placed at the gerai"),
    (Peran::Kasir, "kasir", "the mall"),
    (Peran::UnitOperator, "unit-operator", "the unit that is the mall and gives the service"),
    (Peran::UnitKepala, "unit-kepala", "the unit that is the mall and gives the service"),
    (Peran::Penghubung, "penghubung", "the instansi to which the complaint came"),
    (Peran::Penyelenggara, "penyelenggara", "the instansi of the mall"),
    (Peran::Penanggungjawab, "penanggungjawab", "the instansi of the mall"),
    (Peran::Pembina, "pembina", "the instansi of the mall"),
    (Peran::Auditor, "auditor", "the instansi of the mall"),
    (Peran::Nasional, "nasional", "the installation"),
];

/// What the addresses of the walk name.
struct Objek {
    mal: Mal,
    ronde: RondeId,
    permohonan: PermohonanId,
    aduan: String,
}

/// A mall that gives one service at one gerai, a case there, an open survey, a complaint that was handed on to the unit.
async fn objek(app: &TestApp) -> Objek {
    let mal = Box::pin(permohonan::mal(app)).await;
    let permohonan = Box::pin(permohonan::ajukan(app, &mal)).await;
    let (s, rsud) = (app.store(), mal.d.rsud);
    let operator = pelaku(app, mal.d.operator).await;
    let hak = hak::unit(s, &operator, rsud).await.unwrap().pengelola_skm().unwrap();
    let layanan = [LayananIsi { nomor: None, nama: "Surat keterangan".into() }];
    let isi = RondeIsi {
        nama: "SKM Uji",
        edisi: &::skm::semua_bawaan().next().unwrap().id,
        mulai: date(2026, 1, 1),
        sampai: date(2026, 6, 30),
        populasi: Some(100),
        layanan: &layanan,
        ditiadakan: &[],
    };
    let ronde = skm::buat(s, &hak, RondeId::baru(), &isi).await.unwrap();
    let penghubung = app.masuk(aduan::penghubung(app, &mal.d).await).await;
    let kirim = aduan::kirim(&app.tamu(), "Antrean lama", &[]).await;
    assert_eq!(kirim.status, StatusCode::SEE_OTHER);
    let aduan = aduan::cari_id(&penghubung, "Antrean lama").await;
    let unit = rsud.to_string();
    let isi = [("kelas", "tidak-berkadar-pengawasan"), ("unit", unit.as_str()), ("catatan", "Mohon dijawab.")];
    let terus = penghubung.post(&format!("/aduan/{aduan}/verifikasi"), &isi).await;
    assert_eq!(terus.status, StatusCode::SEE_OTHER);
    Objek { mal, ronde, permohonan, aduan }
}

/// Routes whose address needs nothing but the objects above. What hangs on one of them (one booking, one bill) is reached by the same right.
fn jalur(o: &Objek, pola: &str) -> Option<String> {
    let ganti = |bagian: &str| match bagian {
        "{mpp}" | "{unit}" => Some(o.mal.d.rsud.to_string()),
        "{gerai}" => Some(o.mal.gerai.to_string()),
        "{tenan}" => Some(o.mal.tenan.to_string()),
        "{layanan}" => Some(o.mal.layanan.to_string()),
        "{ronde}" => Some(o.ronde.to_string()),
        "{permohonan}" => Some(o.permohonan.to_string()),
        "{aduan}" => Some(o.aduan.clone()),
        b if b.starts_with('{') => None,
        b => Some(b.to_owned()),
    };
    Some(pola.split('/').map(ganti).collect::<Option<Vec<_>>>()?.join("/"))
}

/// Administrators' own pages, and streams that never end, are left out.
fn rute() -> Vec<Baris> {
    let daftar = web::daftar();
    let milik = |b: &&Baris| {
        b.akses != Akses::Publik && b.jalur.contains('{') && !b.jalur.starts_with("/admin/") && !b.jalur.ends_with("/langsung")
    };
    // Reading before changing, so that what is changed hides nothing.
    let mut semua: Vec<Baris> = daftar.tabel().iter().filter(milik).cloned().collect();
    semua.sort_by_key(|b| (b.metode != Method::GET, b.jalur, b.metode.to_string()));
    semua
}

/// This part of the page, as it is now.
pub(super) async fn halaman() -> String {
    let mut tabel: Tabel<{ KOLOM.len() }> = BTreeMap::new();
    for (n, (peran, kolom, _)) in KOLOM.into_iter().enumerate() {
        let app = TestApp::baru().await;
        let o = Box::pin(objek(&app)).await;
        let lingkup = match peran.jenis_lingkup() {
            JenisLingkup::Instalasi => Lingkup::Instalasi,
            JenisLingkup::Unit => Lingkup::Unit { unit: o.mal.d.rsud, instansi: o.mal.d.kab },
            _ => Lingkup::Instansi(o.mal.d.kab),
        };
        let akun = match peran {
            Peran::Pelaksana => o.mal.petugas,
            _ => app.akun(&format!("{kolom}@lingkup.example"), &[(peran, lingkup)]).await,
        };
        let orang = app.masuk(akun).await;
        for b in rute() {
            let Some(jalur) = jalur(&o, b.jalur) else { continue };
            tabel.entry((b.jalur, b.metode.to_string())).or_default()[n] = boleh(&orang, &b.metode, &jalur).await;
        }
    }
    let mut teks = String::from(
        "\n## Malls, services, cases, surveys, complaints\n\nMeasured in the same way (`web/tests/it/hak_lingkup/mal.rs`): a mall that gives one service at one \
         gerai, a case there, an open survey, a complaint that was handed on to the unit. People with the same roles at another mall or unit of the \
         same instansi, or of another instansi, were let in nowhere. A unit that is only a tenant, and what a mall of another government may see, \
         have tests of their own (`web/tests/it/izin.rs`).\n\n",
    );
    tulis(&mut teks, &KOLOM, &tabel);
    teks
}

/// The same roles at a mall beside it, or for another instansi: nothing of the table.
#[tokio::test]
async fn the_same_roles_at_another_mall_may_nothing() {
    let app = TestApp::baru().await;
    let o = Box::pin(objek(&app)).await;
    let tx = app.store().mulai().await.unwrap();
    let kab = InstansiBaru { kode: "35.09", nama: "Kabupaten Lain", jenis: "kabupaten", wilayah: Some("35.09"), zona: "WIB" };
    let lain = instansi::tambah(&tx, None, kab).await.unwrap();
    let mal = UnitBaru { kode: "mal-sebelah", instansi: o.mal.d.kab, induk: None, nama: "MPP Sebelah", jenis: "mpp", alamat: "" };
    let sebelah = instansi::tambah_unit(&tx, None, mal).await.unwrap();
    tx.commit().await.unwrap();
    for (peran, kolom, _) in KOLOM.into_iter().filter(|(p, ..)| *p != Peran::Nasional) {
        let lingkup = match peran.jenis_lingkup() {
            JenisLingkup::Unit => Lingkup::Unit { unit: sebelah, instansi: o.mal.d.kab },
            _ => Lingkup::Instansi(lain),
        };
        let akun = app.akun(&format!("luar-{kolom}@lingkup.example"), &[(peran, lingkup)]).await;
        let orang = app.masuk(akun).await;
        for b in rute() {
            let Some(jalur) = jalur(&o, b.jalur) else { continue };
            assert!(!boleh(&orang, &b.metode, &jalur).await, "{kolom} from elsewhere: {} {}", b.metode, b.jalur);
        }
    }
}
