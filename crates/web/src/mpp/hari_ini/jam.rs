//! `POST /mpp/{mpp}/hari-ini/jam`: the head opens the hall at other hours on one day, or closes it; where people booked that day, or hold
//! a number that is not over, he is told first how many it meets.

use axum::extract::State;
use jiff::civil::{Date, Time};
use store::{
    StoreError,
    antrean::buka::{self, Akibat},
    hak::KepalaMpp,
    id::UnitId,
    peran::Peran,
};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::Alih,
};

pub(super) const KEPALA: Akses = Akses::Peran(&[Peran::MppKepala]);

pub fn rute(d: &mut Daftar) {
    d.post("/mpp/{mpp}/hari-ini/jam", KEPALA, kirim);
}

type Jam = Option<(Time, Time)>;

/// What the head is about to do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Apa {
    Buka,
    Tutup,
    /// Takes back what was decided.
    Tarik,
}

/// What is asked before a decision that meets somebody.
pub(super) struct Tanya {
    pub hari: Date,
    pub kena: Akibat,
    pub apa: Apa,
    /// What the form sends back once the answer is yes: another day or other hours are asked about anew.
    pub tahu: String,
}

fn baca_jam(f: &mut Formulir) -> Jam {
    if f.aksi() == "tutup" {
        return None;
    }
    let mulai = f.jam("mulai", "antrean-jam-wajib");
    let selesai = f.jam("selesai", "antrean-jam-wajib");
    mulai.zip(selesai)
}

/// What came of a sent form.
enum Jawab {
    Tanya(Tanya),
    /// Decided; so many bookings cannot be kept for it.
    Putus(i64),
}

/// Decides, or says what must be asked first.
async fn putuskan(app: &AppState, hak: &KepalaMpp, f: &Formulir, (hari, jam, alasan): (Date, Jam, &str)) -> Result<Jawab, StoreError> {
    let tahu = jam.map_or_else(|| format!("{hari} tutup"), |(m, s)| format!("{hari} {m} {s}"));
    if f.nilai("tahu") != tahu {
        let kena = buka::akibat(&app.store, hak, hari, jam).await?;
        if kena != Akibat::default() {
            let apa = if jam.is_none() { Apa::Tutup } else { Apa::Buka };
            return Ok(Jawab::Tanya(Tanya { hari, kena, apa, tahu }));
        }
    }
    buka::tetapkan(&app.store, hak, hari, jam, alasan).await.map(Jawab::Putus)
}

async fn kirim(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>, mut f: Formulir) -> Hasil {
    let (akses, _) = super::super::buka(&app, Konteks::baru(&app, &k.permintaan), &pelaku, id).await?;
    let hak = akses.kepala()?;
    let hari = f.urai::<Date>("tanggal", "antrean-tanggal-wajib");
    let alasan = f.wajib("alasan", "antrean-alasan-wajib");
    f.batasi("alasan", 200);
    let jam = baca_jam(&mut f);
    if let (Some(hari), Some(alasan), true) = (hari, alasan, f.sah()) {
        match putuskan(&app, &hak, &f, (hari, jam, &alasan)).await {
            Ok(Jawab::Putus(0)) => return Alih::ke(format!("/mpp/{id}/hari-ini?putus={hari}")).into(),
            Ok(Jawab::Putus(n)) => return Alih::ke(format!("/mpp/{id}/hari-ini?putus={hari}&kena={n}")).into(),
            Ok(Jawab::Tanya(tanya)) => return super::bertanya(&app, k, &pelaku, id, (f, tanya)).await,
            Err(StoreError::Keadaan(kunci)) => f.salahkan(if kunci == "antrean-jam-terbalik" { "selesai" } else { "tanggal" }, kunci),
            Err(e) => return Err(e.into()),
        }
    }
    super::halaman(&app, k, &pelaku, id, f).await
}
