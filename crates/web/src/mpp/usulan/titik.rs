//! `/mpp/usulan/{jalan}/titik`: additional service points of a mall in operation, the written notice of each to the Menteri, and
//! their end.

use askama::Template;
use axum::extract::State;
use jiff::civil::Date;
use store::{
    StoreError,
    hak::AksesJalan,
    id::{JalanId, TitikId},
    perjalanan::{
        Jalan,
        titik::{self, BENTUK, Titik, TitikBaru},
    },
    wilayah,
};

use super::PEMDA;
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    mpp::umum::di_medan,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/mpp/usulan/{jalan}/titik", super::PEMBACA, lihat);
    d.post("/mpp/usulan/{jalan}/titik", PEMDA, tambah);
    d.post("/mpp/usulan/{jalan}/titik/{titik}", PEMDA, ubah);
}

#[derive(Template)]
#[template(path = "mpp/usulan/titik.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    j: &'a Jalan,
    daftar: Vec<Titik>,
    bentuk: Vec<Opsi>,
    wilayah: Vec<Opsi>,
    boleh: bool,
}

pub(crate) fn kunci_bentuk(bentuk: &str) -> &'static str {
    match bentuk {
        "pojok-pelayanan" => "mpp-titik-pojok",
        "paten" => "mpp-titik-paten",
        "kek" => "mpp-titik-kek",
        "kawasan-industri" => "mpp-titik-industri",
        "pelabuhan" => "mpp-titik-pelabuhan",
        "kpbpb" => "mpp-titik-kpbpb",
        "perbatasan" => "mpp-titik-perbatasan",
        _ => "mpp-titik-lain",
    }
}

impl Halaman<'_> {
    fn bentuk(&self, t: &Titik) -> &'static str {
        kunci_bentuk(&t.bentuk)
    }

    fn wilayah(&self, t: &Titik) -> String {
        wilayah::cari(&t.wilayah).map_or_else(|| t.wilayah.clone(), |w| w.nama.to_owned())
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesJalan, f: Formulir) -> Hasil<Halaman<'a>> {
    let j = &akses.jalan;
    // The own region first, then those of its province, then all others.
    let sendiri = j.wilayah.clone().unwrap_or_default();
    let provinsi = sendiri.split('.').next().unwrap_or_default();
    let mut semua: Vec<_> = wilayah::kabupaten_kota().iter().collect();
    semua.sort_by_key(|w| (w.kode != sendiri, w.provinsi() != provinsi, w.kode));
    Ok(Halaman {
        daftar: titik::semua(app.store.baca(), j.id).await?,
        bentuk: BENTUK.iter().map(|b| Opsi::baru(*b, k.s(kunci_bentuk(b)))).collect(),
        wilayah: semua.into_iter().map(|w| Opsi::baru(w.kode, w.nama)).collect(),
        boleh: akses.pemda().is_ok_and(|h| h.kepala_daerah) && j.akhir.is_none() && j.tahap()? >= layanan::mpp::Tahap::Beroperasi,
        k,
        f,
        j,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<JalanId>) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let mut f = Formulir::isi([("op", TitikId::baru().to_string())]);
    f.taruh("wilayah", akses.jalan.wilayah.clone().unwrap_or_default());
    tampil(&halaman(&app, &k, &akses, f).await?)
}

async fn tambah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<JalanId>, mut f: Formulir) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let hak = akses.pemda()?;
    let op = f.nilai("op").parse().unwrap_or_else(|_| TitikId::baru());
    for m in ["nama", "alamat", "kesepakatan", "pn_nomor", "su_nomor"] {
        f.batasi(m, 200);
    }
    let [nama, alamat, bentuk, wilayah, nomor] =
        ["nama", "alamat", "bentuk", "wilayah", "pn_nomor"].map(|m| f.wajib(m, "mpp-titik-isi").unwrap_or_default());
    let (penetapan, mulai) = (f.urai::<Date>("pn_tanggal", "mpp-tanggal-salah"), f.urai::<Date>("mulai", "mpp-tanggal-salah"));
    let surat = f.opsional("su_nomor");
    let surat_tanggal = if surat.is_some() { f.urai::<Date>("su_tanggal", "mpp-tanggal-salah") } else { None };
    if let (Some(penetapan), Some(mulai), true) = (penetapan, mulai, f.sah()) {
        let kesepakatan = f.nilai("kesepakatan").to_owned();
        let b = TitikBaru {
            nama: &nama,
            bentuk: &bentuk,
            alamat: &alamat,
            wilayah: &wilayah,
            kesepakatan: &kesepakatan,
            penetapan: (&nomor, penetapan),
            surat: surat.as_deref().zip(surat_tanggal),
            mulai,
        };
        match titik::tambah(&app.store, &hak, op, &b).await {
            Ok(()) => return Alih::ke(format!("/mpp/usulan/{id}/titik")).pesan("mpp-pesan-simpan").into(),
            Err(e) => {
                let di = match &e {
                    StoreError::Keadaan("mpp-titik-kesepakatan") => "kesepakatan",
                    StoreError::Keadaan("mpp-titik-wilayah") => "wilayah",
                    StoreError::Keadaan("mpp-titik-mulai") => "mulai",
                    _ => "nama",
                };
                di_medan(&mut f, e, di)?;
            }
        }
    }
    tampil_salah(&halaman(&app, &k, &akses, f).await?)
}

async fn ubah(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, t)): Jalur<(JalanId, TitikId)>,
    mut f: Formulir,
) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let hak = akses.pemda()?;
    let hasil = if f.aksi() == "surat" {
        f.batasi("surat_nomor", 120);
        let nomor = f.wajib("surat_nomor", "mpp-nomor-wajib").unwrap_or_default();
        match f.urai::<Date>("surat_tanggal", "mpp-tanggal-salah") {
            Some(h) if f.sah() => Some(titik::beri_surat(&app.store, &hak, t, &nomor, h).await),
            _ => None,
        }
    } else {
        match f.alasan("akhir_alasan") {
            Some(alasan) => Some(titik::akhiri(&app.store, &hak, t, &alasan).await),
            None => None,
        }
    };
    match hasil {
        Some(Ok(())) => return Alih::ke(format!("/mpp/usulan/{id}/titik")).pesan("mpp-pesan-simpan").into(),
        Some(Err(e)) => di_medan(&mut f, e, "titik")?,
        None => {}
    }
    tampil_salah(&halaman(&app, &k, &akses, f).await?)
}
