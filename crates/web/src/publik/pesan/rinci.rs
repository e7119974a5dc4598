//! `/pesanan/{kode}`: the booking, its QR code for the front desk, what changed, and giving it up (`POST …/pembatalan`).

use askama::Template;
use axum::{extract::State, http::header, response::IntoResponse as _};
use layanan::slot::{AlasanTutup, Slot};
use store::{
    Waktu,
    antrean::buka::Khusus,
    gerbang::Perkara,
    kode::{self, Jenis},
    pesanan::{self, GalatPesan, Keadaan, Lihat, Pindah},
};

use super::{nomor::Nomor, pilih::konteks};
use crate::{
    AppState, Error,
    error::Hasil,
    gerbang::kartu::kartu,
    jalur::Jalur,
    kalender::ical,
    komponen::Nada,
    konteks::Konteks,
    mpp::pesanan::{kata, sebab},
    rute::{Akses, Daftar},
    tampil::{Alih, tampil},
};

pub fn rute(d: &mut Daftar) {
    d.get("/pesanan/{kode}", Akses::Publik, lihat);
    d.get("/pesanan/{kode}/kalender.ics", Akses::Publik, kalender);
    d.post("/pesanan/{kode}/pembatalan", Akses::Publik, batal);
    d.post("/pesanan/{kode}/kontak", Akses::Publik, berhenti);
}

#[derive(Template)]
#[template(path = "publik/pesan/rinci.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    l: &'a Lihat,
    /// What it became.
    nomor: Option<Nomor>,
    kini: Waktu,
    qr: String,
    tawaran: Vec<Slot>,
    alasan: Option<AlasanTutup>,
    /// What the head decided for the day, where that took the time away.
    putusan: Option<Khusus>,
    riwayat: Vec<Pindah>,
    /// The card for short messages.
    kabar: String,
    /// Whether mail can leave this installation.
    surel: bool,
}

impl Halaman<'_> {
    fn kode(&self) -> String {
        kode::tampil(&self.l.kode)
    }

    fn hari(&self) -> String {
        kata::hari(self.k.bahasa, self.l.tanggal)
    }

    fn jam(&self) -> String {
        kata::rentang(self.k.bahasa, &self.l.tempat, self.l.mulai, self.l.selesai)
    }

    fn keadaan(&self) -> (Nada, &'static str) {
        self.nomor.as_ref().map_or_else(|| kata::keadaan(self.l.keadaan(self.kini)), |n| n.keadaan)
    }

    fn terdampak(&self) -> bool {
        self.l.keadaan(self.kini) == Keadaan::Terdampak
    }

    /// Why it no longer holds, with the name of the holiday where there is one.
    fn sebab(&self) -> String {
        match &self.alasan {
            Some(a @ AlasanTutup::Libur(_)) => kata::tutup(self.k.bahasa, a),
            _ => sebab::sebab(self.k.bahasa, self.l.terbuka.as_ref().map_or("", |t| t.sebab.as_str()), self.putusan.as_ref()),
        }
    }

    fn slot(&self, s: &Slot) -> String {
        format!("{}, {}", kata::hari(self.k.bahasa, s.tanggal), kata::rentang(self.k.bahasa, &self.l.tempat, s.mulai, s.selesai))
    }

    fn pukul(&self, s: &Slot) -> String {
        pesanan::pukul(s.mulai)
    }

    fn pindah(&self, p: &Pindah) -> String {
        let satu = |(h, m)| format!("{}, {}", kata::hari(self.k.bahasa, h), kata::pukul(self.k.bahasa, m));
        self.k.a(
            "pesanan-riwayat-pindah",
            [("dari", satu(p.dari).into()), ("ke", satu(p.ke).into()), ("waktu", self.k.waktu(&p.pada).into())],
        )
    }

    /// Which way its holder is reached; whoever left none is told to look, on the day itself as well.
    fn kontak(&self) -> String {
        let hari_ini = self.l.tempat.lokal(self.kini).date() == self.l.tanggal;
        let tanpa = match (self.l.surel, self.l.telepon) {
            (true, _) if hari_ini => return self.k.s("pesanan-kontak-surel-hari-ini"),
            (true, _) => return self.k.s("pesanan-kontak-surel"),
            (false, true) => return self.k.s("pesanan-kontak-telepon"),
            (false, false) if self.surel => "pesanan-kontak-tanpa-surel",
            (false, false) => "pesanan-kontak-tanpa",
        };
        let buka = if hari_ini { "pesanan-kontak-buka-hari-ini" } else { "pesanan-kontak-buka" };
        format!("{} {}", self.k.s(tanpa), self.k.s(buka))
    }

    fn dapat_diubah(&self) -> bool {
        self.l.dapat_diubah(self.kini)
    }
}

/// The booking behind what was typed as its code.
pub(super) async fn buka(app: &AppState, teks: &str) -> Hasil<Lihat> {
    match kode::rapikan(teks) {
        Some((Jenis::Janji, kode)) => Ok(pesanan::dari_kode(&app.store, &kode).await?),
        _ => Err(Error::TidakAda),
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(teks): Jalur<String>) -> Hasil {
    let l = buka(&app, &teks).await?;
    let k = konteks(k, &l.tempat);
    let url = format!("{}/pesanan/{}", app.konfig.alamat, l.kode);
    let qr = dokumen::qr_svg(&url, &k.n("pesanan-qr", "kode", kode::tampil(&l.kode)))?;
    let kena = l.terbuka.is_some();
    let halaman = Halaman {
        tawaran: l.tawaran(&app.store).await?,
        alasan: if kena { l.alasan(&app.store).await? } else { None },
        putusan: if kena { l.putusan(app.store.baca()).await? } else { None },
        riwayat: l.riwayat(app.store.baca()).await?,
        kabar: if l.hidup() && l.dapat_diubah(app.store.sekarang()) {
            kartu(&app, &k, Perkara::Pesanan, l.id.0, &l.kode).await?
        } else {
            String::new()
        },
        nomor: Nomor::baru(&app, &l).await?,
        kini: app.store.sekarang(),
        surel: app.surat.hidup(),
        k: &k,
        l: &l,
        qr,
    };
    tampil(&halaman)
}

/// The booking for a calendar program. Kept once, it says where and when; a later copy under the same id replaces it.
async fn kalender(State(app): State<AppState>, k: Konteks, Jalur(teks): Jalur<String>) -> Hasil {
    let l = buka(&app, &teks).await?;
    let t = &l.tempat;
    let tanda = if app.ilustrasi || t.ilustrasi == 1 { "[ILUSTRASI] " } else { "" };
    let tempat: Vec<&str> = [t.gerai.as_str(), t.mpp.as_str(), t.alamat.as_str()].into_iter().filter(|b| !b.is_empty()).collect();
    let acara = ical::Acara {
        uid: format!("{}@{}", l.id, app.store.instalasi()),
        urutan: i64::try_from(l.riwayat(app.store.baca()).await?.len()).unwrap_or(0) + i64::from(l.batal.is_some()),
        diubah: app.store.sekarang().timestamp(),
        mulai: ical::utc(l.tanggal.to_datetime(l.mulai), &t.zona),
        selesai: ical::utc(l.tanggal.to_datetime(l.selesai), &t.zona),
        judul: format!("{tanda}{}", t.layanan),
        uraian: format!("{}: {}\n{}/pesanan/{}", k.s("pesanan-kode"), kode::tampil(&l.kode), app.konfig.alamat, l.kode),
        tempat: tempat.join(", "),
        batal: l.batal.is_some(),
    };
    let kepala = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CACHE_CONTROL, "private, no-store"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"pesanan.ics\""),
    ];
    Ok((kepala, ical::tulis(&k.s("pesanan-satu"), &[acara])).into_response())
}

async fn berhenti(State(app): State<AppState>, Jalur(teks): Jalur<String>) -> Hasil {
    let l = buka(&app, &teks).await?;
    pesanan::hapus_kontak(&app.store, &l.kode).await?;
    Alih::ke(format!("/pesanan/{}", l.kode)).pesan("pesanan-kontak-dihapus").into()
}

async fn batal(State(app): State<AppState>, Jalur(teks): Jalur<String>) -> Hasil {
    let l = buka(&app, &teks).await?;
    let ke = Alih::ke(format!("/pesanan/{}", l.kode));
    match pesanan::batal(&app.store, &l.kode, None).await {
        Ok(()) => ke.pesan("pesanan-dibatalkan").into(),
        Err(GalatPesan::Slot(_)) => Err(Error::Bentrok("pesanan-salah-mulai")),
        Err(GalatPesan::Store(e)) => Err(e.into()),
    }
}
