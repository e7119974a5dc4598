//! `/mpp/{mpp}/jadwal/{penempatan}`: opening hours and slot rule of one service at its gerai, from a day on, and what held before.
//! `POST …/aturan/{aturan}` takes one back that has not begun.

use askama::Template;
use axum::extract::State;
use jiff::civil::{Date, Weekday};
use std::collections::BTreeSet;
use store::{
    StoreError,
    hak::AksesMpp,
    id::{AturanSlotId, PenempatanId, UndanganId, UnitId},
    pesanan::{self, BarisAturan, Tempat, undangan::Undangan},
};

use super::isian::{self, JENDELA, medan};
use crate::{
    AppState,
    bentrok::Bentrok,
    error::Hasil,
    formulir::{Formulir, di_medan_menurut},
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    mpp::{pesanan::kata, rangka::Tab},
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};
use store::peran::Peran;

const KEPALA: Akses = Akses::Peran(&[Peran::MppKepala]);

pub fn rute(d: &mut Daftar) {
    d.get("/mpp/{mpp}/jadwal/{penempatan}", super::super::PEMBACA, lihat);
    d.post("/mpp/{mpp}/jadwal/{penempatan}", KEPALA, simpan);
    d.post("/mpp/{mpp}/jadwal/{penempatan}/aturan/{aturan}", KEPALA, tarik);
    d.delete("/mpp/{mpp}/jadwal/{penempatan}/aturan/{aturan}", KEPALA, tarik);
}

#[derive(Template)]
#[template(path = "mpp/jadwal/aturan.html")]
pub(super) struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    t: &'a Tempat,
    tab: Tab<'a>,
    op: String,
    aturan: Vec<BarisAturan>,
    undangan: Vec<Undangan>,
    /// Days whose roster was emptied: no page tells citizens to come.
    kosong: BTreeSet<Date>,
    /// Services of the gerai with the same officers, whose bookings take places here.
    serumah: Vec<String>,
    kini: Date,
    kepala: bool,
    depan: bool,
    bentrok: Option<Bentrok>,
}

impl Halaman<'_> {
    /// Number, name and fields of each weekday.
    fn hari(&self) -> Vec<(i8, String)> {
        Weekday::Monday.cycle_forward().take(7).map(|h| (h.to_monday_one_offset(), kata::nama_hari(self.k.bahasa, h))).collect()
    }

    /// Fields of the windows of a day: names of start and end, and what tells them apart when read out.
    fn jendela(&self, hari: &i8) -> [(String, String, &'static str); 2] {
        JENDELA.map(|j| (medan(*hari, j, "mulai"), medan(*hari, j, "selesai"), if j == "b" { " 2" } else { "" }))
    }

    fn salah(&self, nama: &str) -> Option<String> {
        self.f.salah(nama).map(|s| s.teks(self.k.bahasa))
    }

    /// The rule that holds today, by its place in the list.
    fn berlaku(&self) -> Option<usize> {
        self.aturan.iter().rposition(|a| a.mulai <= self.kini)
    }

    fn keadaan(&self, n: &usize) -> (Nada, &'static str) {
        match self.aturan.get(*n) {
            Some(a) if a.mulai > self.kini => (Nada::Info, "pesanan-jadwal-aturan-nanti"),
            _ if self.berlaku() == Some(*n) => (Nada::Baik, "pesanan-jadwal-aturan-berlaku"),
            _ => (Nada::Netral, "pesanan-jadwal-aturan-lama"),
        }
    }

    /// `Senin 08.00–12.00, 13.00–15.00`, one line a day.
    fn jam(&self, a: &BarisAturan) -> Vec<String> {
        let satu = |h: Weekday| {
            let jam: Vec<String> = a
                .jam
                .iter()
                .filter(|j| j.hari == h)
                .map(|j| format!("{}–{}", kata::pukul(self.k.bahasa, j.mulai), kata::pukul(self.k.bahasa, j.selesai)))
                .collect();
            (!jam.is_empty()).then(|| format!("{} {}", kata::nama_hari(self.k.bahasa, h), jam.join(", ")))
        };
        Weekday::Monday.cycle_forward().take(7).filter_map(satu).collect()
    }

    fn ringkas(&self, a: &BarisAturan) -> String {
        self.k.a(
            "pesanan-jadwal-aturan-ringkas",
            [
                ("lama", a.aturan.lama_menit.to_string().into()),
                ("orang", a.aturan.per_petugas.to_string().into()),
                ("langsung", a.aturan.untuk_datang_langsung.to_string().into()),
                ("jeda", a.aturan.jeda_menit.to_string().into()),
                ("jauh", a.aturan.paling_jauh_hari.to_string().into()),
            ],
        )
    }

    fn tanggal(&self, h: &Date) -> String {
        kata::hari(self.k.bahasa, *h)
    }
}

pub(super) async fn halaman<'a>(
    app: &AppState,
    k: &'a Konteks,
    akses: &'a AksesMpp,
    t: &'a Tempat,
    f: Option<Formulir>,
) -> Hasil<Halaman<'a>> {
    let c = app.store.baca();
    let kini = app.store.sekarang().hari(&t.zona);
    let aturan = pesanan::aturan(c, t.id).await?;
    let f = if let Some(f) = f {
        f
    } else {
        let dasar = aturan.iter().rev().find(|a| a.mulai <= kini).or(aturan.first());
        isian::tersimpan(dasar, &pesanan::baca_jam(&t.jam)?, kini, pesanan::versi(c, t.id).await?)
    };
    Ok(Halaman {
        op: f.nilai("op").parse().unwrap_or_else(|_| AturanSlotId::baru()).to_string(),
        undangan: pesanan::undangan::semua(c, t.id).await?.into_iter().filter(|u| u.tanggal >= kini).collect(),
        kosong: pesanan::tugas::kosong(c, t.id, kini).await?,
        serumah: pesanan::serumah(c, t, kini).await?.into_iter().map(|s| s.layanan).collect(),
        kepala: akses.kepala().is_ok() && t.berhenti == 0,
        depan: akses.depan().is_ok() && t.berhenti == 0,
        tab: Tab::baru(k, akses, "jadwal"),
        bentrok: None,
        k,
        f,
        t,
        aturan,
        kini,
    })
}

type Di = (UnitId, PenempatanId);

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((mpp, id)): Jalur<Di>) -> Hasil {
    let (akses, t, k) = super::buka(&app, k, &pelaku, mpp, id).await?;
    tampil(&halaman(&app, &k, &akses, &t, None).await?)
}

async fn simpan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((mpp, id)): Jalur<Di>, mut f: Formulir) -> Hasil {
    let (akses, t, k) = super::buka(&app, k, &pelaku, mpp, id).await?;
    let hak = akses.kepala()?;
    let mut bentrok = None;
    if let Some(a) = isian::urai(&mut f) {
        match pesanan::atur(&app.store, &hak, id, &a).await {
            Ok(n) => return Alih::ke(format!("/mpp/{mpp}/jadwal/{id}")).pesan(pesan(n)).into(),
            Err(StoreError::Bentrok { versi, oleh, pada }) => {
                bentrok = Some(Bentrok::baru(&app, &k, &mut f, (versi, oleh, pada), Vec::new()).await);
            }
            Err(e) => di_medan_menurut(&mut f, e, isian::medan_salah)?,
        }
    }
    let mut h = halaman(&app, &k, &akses, &t, Some(f)).await?;
    h.bentrok = bentrok;
    tampil_salah(&h)
}

async fn tarik(
    State(app): State<AppState>,
    Orang(pelaku): Orang,
    Jalur((mpp, id, aturan)): Jalur<(UnitId, PenempatanId, AturanSlotId)>,
) -> Hasil {
    let hak = store::hak::mpp(&app.store, &pelaku, mpp).await?.kepala()?;
    let n = pesanan::tarik_aturan(&app.store, &hak, id, aturan).await?;
    Alih::ke(format!("/mpp/{mpp}/jadwal/{id}")).pesan(pesan(n)).into()
}

/// What to say after a change of the schedule that left `n` bookings without their slot.
pub(super) fn pesan(n: u64) -> &'static str {
    if n == 0 { "pesanan-jadwal-tersimpan" } else { "pesanan-jadwal-tersimpan-dampak" }
}

impl Halaman<'_> {
    fn dikosongkan(&self, h: &Date) -> bool {
        self.kosong.contains(h)
    }

    fn op_undangan(&self) -> String {
        UndanganId::baru().to_string()
    }
}

impl Halaman<'_> {
    /// What was typed for an invitation day, with its faults.
    pub(super) fn gabung(&mut self, f: &Formulir) {
        self.f.ganti("tanggal", f.nilai("tanggal"));
        for s in f.semua_salah() {
            self.f.salahkan(&s.medan, s.kunci);
        }
    }
}
