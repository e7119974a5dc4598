//! `/konsultasi`: which unit is asked (search), then the form: a message, or a talk at a wished time.

use askama::Template;
use axum::extract::{Query, State};
use jiff::civil::{Date, DateTime, Time};
use layanan::{Alasan, konsultasi::Cara};
use store::{
    StoreError,
    id::{InstansiId, UnitId},
    konsultasi::{self, Baru, DiLuar, TEKS_MAKS},
    layanan::katalog,
};

use crate::{
    AppState,
    error::Hasil,
    formulir::{Formulir, Salah},
    komponen::{Medan, Opsi},
    konteks::Konteks,
    publik::pengaduan::{
        jaga,
        tujuan::{self, Kueri, Sasaran},
    },
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/konsultasi", Akses::Publik, lihat);
    d.post("/konsultasi", Akses::Publik, ajukan);
}

#[derive(Template)]
#[template(path = "publik/konsultasi/cari.html")]
struct Cari<'a> {
    k: &'a Konteks,
    q: &'a str,
    temuan: Vec<(String, String, String)>,
    unit: Vec<(String, String, String)>,
}

#[derive(Template)]
#[template(path = "publik/konsultasi/baru.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    s: &'a Sasaran,
}

impl Halaman<'_> {
    fn unit(&self) -> &str {
        self.s.unit.as_ref().map_or("", |u| u.nama.as_str())
    }

    fn cara(&self) -> Medan {
        let opsi = [
            Opsi::baru("pesan", self.k.s("konsultasi-cara-pesan")).bantu(self.k.s("konsultasi-cara-pesan-bantu")),
            Opsi::baru("temu", self.k.s("konsultasi-cara-temu")).bantu(self.k.s("konsultasi-cara-temu-bantu")),
        ];
        self.f.radio(self.k, "cara", "konsultasi-cara", &opsi).wajib()
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Query(q): Query<Kueri>) -> Hasil {
    let k = k.bantuan("pengaduan");
    let sasaran = tujuan::cari(&app, &q).await?.filter(|s| s.unit.is_some());
    if let Some(s) = sasaran {
        let k = k.ilustrasi(app.ilustrasi).zona(&s.instansi.zona);
        let mut f = Formulir::isi([("cara", "pesan")]);
        jaga::siapkan(&app, &mut f);
        return tampil(&Halaman { k: &k, f, s: &s });
    }
    let isi = katalog(&app.store).await?;
    let tanya: String = q.q.trim().chars().take(layanan::cari::TANYA_MAKS).collect();
    let temuan = if tanya.is_empty() { Vec::new() } else { tujuan::temuan(&isi, &tanya, "/konsultasi") };
    let unit = isi.unit.iter().take(60).map(|u| (format!("/konsultasi?unit={}", u.kode), u.nama.clone(), u.instansi.clone())).collect();
    tampil(&Cari { k: &k, q: &tanya, temuan, unit })
}

async fn ajukan(State(app): State<AppState>, k: Konteks, Query(q): Query<Kueri>, mut f: Formulir) -> Hasil {
    jaga::coba(&app, &k)?;
    let s = tujuan::wajib(&app, &q).await?;
    let Some(unit) = s.tujuan.unit else { return Alih::ke("/konsultasi").into() };
    let k = k.bantuan("pengaduan").ilustrasi(app.ilustrasi).zona(&s.instansi.zona);
    let topik = f.wajib("judul", "konsultasi-topik-wajib").unwrap_or_default();
    let isi = f.wajib("pesan", "konsultasi-isi-wajib").unwrap_or_default();
    for (medan, maks) in [("judul", 200), ("pesan", TEKS_MAKS), ("nama", 200), ("surel", 200), ("telepon", 40)] {
        f.batasi(medan, maks);
    }
    let cara = if f.nilai("cara") == "temu" { Cara::Temu } else { Cara::Pesan };
    let waktu = waktu(&mut f, "tanggal", "jam", cara == Cara::Temu);
    let surel = f.opsional("surel").unwrap_or_default();
    if !surel.is_empty() && !store::pekerjaan::alamat_wajar(&surel) {
        f.salahkan("surel", "pengaduan-surel-salah");
    }
    jaga::periksa(&app, &mut f);
    periksa_jam(&app, &mut f, (s.instansi.id, unit), waktu).await?;
    jaga::kirim(&app, &k, &mut f);
    if f.sah() {
        let (nama, telepon) = (f.opsional("nama").unwrap_or_default(), f.opsional("telepon").unwrap_or_default());
        let b = Baru {
            kiriman: f.nilai(jaga::KIRIMAN),
            unit,
            layanan: s.tujuan.layanan,
            cara,
            topik: &topik,
            isi: &isi,
            nama: &nama,
            surel: &surel,
            telepon: &telepon,
            bahasa: k.bahasa.kode(),
            waktu,
            ilustrasi: app.ilustrasi,
        };
        match konsultasi::ajukan(&app.store, &b).await {
            Ok(kode) => return Alih::ke(format!("/konsultasi/{kode}")).pesan("konsultasi-terkirim").into(),
            Err(StoreError::Keadaan(kunci)) if kunci.starts_with("konsultasi") => f.salahkan("tanggal", kunci),
            Err(StoreError::Keadaan(kunci)) => f.salahkan("pesan", kunci),
            Err(e) => return Err(e.into()),
        }
    }
    jaga::siapkan(&app, &mut f);
    tampil_salah(&Halaman { k: &k, f, s: &s })
}

/// Warns once of a time at which the unit does not work, at its field; the same time sent again is meant.
pub(super) async fn periksa_jam(app: &AppState, f: &mut Formulir, milik: (InstansiId, UnitId), waktu: Option<DateTime>) -> Hasil<()> {
    let Some(t) = waktu.filter(|_| f.sah()) else { return Ok(()) };
    let Some(luar) = konsultasi::di_luar(app.store.baca(), milik, t).await? else { return Ok(()) };
    if f.nilai("luar") != t.to_string() {
        let Salah { medan, kunci, args } = di_luar(&luar);
        f.ganti("luar", t.to_string());
        f.salahkan_dengan(&medan, kunci, args);
    }
    Ok(())
}

/// The warning at its field.
pub(crate) fn di_luar(luar: &DiLuar) -> Salah {
    let pukul = |t: &Time| format!("{:02}.{:02}", t.hour(), t.minute());
    let (medan, kunci, args) = match luar {
        DiLuar::Libur(Alasan::Hari(_, nama)) => ("tanggal", "konsultasi-luar-libur", vec![("nama", nama.clone())]),
        DiLuar::Libur(Alasan::AkhirPekan) | DiLuar::TidakBuka => ("tanggal", "konsultasi-luar-hari", Vec::new()),
        DiLuar::Jam { mulai, selesai } => ("jam", "konsultasi-luar-jam", vec![("mulai", pukul(mulai)), ("selesai", pukul(selesai))]),
    };
    Salah { medan: medan.to_owned(), kunci, args }
}

/// Date and hour as one local time; faults stay in the form.
pub(crate) fn waktu(f: &mut Formulir, tanggal: &'static str, jam: &'static str, wajib: bool) -> Option<DateTime> {
    if !wajib {
        return None;
    }
    let hari = f.urai::<Date>(tanggal, "konsultasi-tanggal-wajib");
    let pukul = f.jam(jam, "konsultasi-jam-wajib");
    Some(hari?.to_datetime(pukul?))
}
