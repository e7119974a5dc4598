//! `/pesan/{penempatan}`: choose a day and a time, leave an address if one wants a reminder, book.

use askama::Template;
use axum::extract::{Query, State};
use jiff::civil::{Date, Time};
use store::{
    StoreError, hak,
    id::{AkunId, PenempatanId, PesananId},
    pesanan::{self, Bahan, GalatPesan, Kapan, Kontak, PesananBaru, Tempat},
};
use uuid::Uuid;

use super::bagian::{DaftarHari, PilihWaktu, hari_pilih, salahkan};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    publik::kapan,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/pesan/{penempatan}", Akses::Publik, lihat);
    d.post("/pesan/{penempatan}", Akses::Publik, simpan);
}

#[derive(serde::Deserialize)]
pub(super) struct Kueri {
    #[serde(default)]
    pub hari: String,
}

#[derive(Template)]
#[template(path = "publik/pesan/pilih.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    t: &'a Tempat,
    op: String,
    /// The chosen day.
    pilih: Option<Date>,
    hari: DaftarHari<'a>,
    waktu: Option<PilihWaktu<'a>>,
    /// Whether bookings are taken at all.
    diatur: bool,
    /// Whether mail can leave this installation.
    surel: bool,
    /// By invitation: on which days officers come.
    hadir: Option<String>,
}

impl Halaman<'_> {
    fn tanggal(&self) -> String {
        self.pilih.map(|h| h.to_string()).unwrap_or_default()
    }

    /// What to do where bookings are not taken.
    fn tanpa(&self) -> &'static str {
        if self.hadir.is_some() { "pesanan-habis-undangan" } else { "pesanan-tanpa-isi" }
    }

    /// What to do while no place is free.
    fn habis(&self) -> &'static str {
        if self.hadir.is_some() { "pesanan-habis-undangan" } else { "pesanan-habis-isi" }
    }

    fn layanan(&self) -> String {
        format!("/pelayanan/{}", self.t.layanan_kode)
    }
}

pub(super) fn konteks(k: Konteks, t: &Tempat) -> Konteks {
    k.ilustrasi(t.ilustrasi == 1).zona(&t.zona).bantuan("pesanan")
}

/// On which days officers come, where they come by invitation.
async fn hadir(app: &AppState, k: &Konteks, t: &Tempat) -> Hasil<Option<String>> {
    Ok(match pesanan::kapan(app.store.baca(), t, app.store.sekarang()).await? {
        Kapan::Jadwal => None,
        Kapan::Undangan(hari) => Some(kapan::kalimat(k.bahasa, &hari)),
    })
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, t: &'a Tempat, bahan: &Bahan, f: Formulir) -> Hasil<Halaman<'a>> {
    let hadir = hadir(app, k, t).await?;
    let pilih = hari_pilih(bahan, f.nilai("tanggal").parse().ok());
    Ok(Halaman {
        op: f.nilai("op").parse().unwrap_or_else(|_| Uuid::new_v4()).to_string(),
        hari: DaftarHari::baru(k, format!("/pesan/{}", t.id), bahan, pilih),
        waktu: pilih.map(|h| PilihWaktu::baru(k, &f, t, bahan, h)),
        diatur: bahan.diatur,
        surel: app.surat.hidup(),
        hadir,
        pilih,
        k,
        f,
        t,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(id): Jalur<PenempatanId>, Query(q): Query<Kueri>) -> Hasil {
    let c = app.store.baca();
    let t = pesanan::tempat(c, id).await?;
    let k = konteks(k, &t);
    let bahan = pesanan::hari_pesan(c, &t, app.store.sekarang()).await?;
    tampil(&halaman(&app, &k, &t, &bahan, Formulir::isi([("tanggal", q.hari)])).await?)
}

/// The officer of this hall who books for somebody; nobody else is named.
async fn petugas(app: &AppState, k: &Konteks, t: &Tempat) -> Option<AkunId> {
    let pelaku = k.pelaku.as_ref()?;
    hak::mpp(&app.store, pelaku, t.mpp_id).await.ok()?.depan().ok().map(|h| h.pelaku().akun)
}

async fn simpan(State(app): State<AppState>, k: Konteks, Jalur(id): Jalur<PenempatanId>, mut f: Formulir) -> Hasil {
    let t = pesanan::tempat(app.store.baca(), id).await?;
    let k = konteks(k, &t);
    let oleh = petugas(&app, &k, &t).await;
    f.batasi("surel", 254);
    f.batasi("telepon", 40);
    let op = f.urai::<Uuid>("op", "umum-wajib").map(PesananId::dari_rahasia);
    let tanggal = f.urai::<Date>("tanggal", "pesanan-salah-slot");
    let mulai = f.urai::<Time>("mulai", "pesanan-waktu-wajib");
    let (surel, telepon) = (f.opsional("surel").filter(|_| app.surat.hidup()), f.opsional("telepon"));
    if let (Some(id_pesanan), Some(tanggal), Some(mulai), true) = (op, tanggal, mulai, f.sah()) {
        if oleh.is_none() && !app.laju_pesan.boleh(k.permintaan.alamat()) {
            return Err(Error::TerlaluSering);
        }
        let kontak = Kontak { surel: surel.as_deref(), telepon: telepon.as_deref(), bahasa: k.bahasa.kode() };
        let b = PesananBaru { id: id_pesanan, tanggal, mulai, kontak, oleh };
        match pesanan::pesan(&app.store, id, &b).await {
            Ok(kode) => return Alih::ke(format!("/pesanan/{kode}")).pesan("pesanan-tersimpan").into(),
            Err(GalatPesan::Slot(e)) => salahkan(&mut f, &e),
            Err(GalatPesan::Store(StoreError::Keadaan(kunci @ "pesan-surel"))) => f.salahkan("surel", kunci),
            Err(GalatPesan::Store(StoreError::Keadaan(kunci @ "pesan-telepon"))) => f.salahkan("telepon", kunci),
            Err(GalatPesan::Store(e)) => return Err(e.into()),
        }
    }
    let bahan = pesanan::hari_pesan(app.store.baca(), &t, app.store.sekarang()).await?;
    tampil_salah(&halaman(&app, &k, &t, &bahan, f).await?)
}
