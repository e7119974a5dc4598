//! What decides about bookings of a placement, loaded for the rules of `layanan::slot`: hours and rules, roster, calendar, bookings.

use super::{
    aturan, bersama,
    jam::{baca_pukul, baca_tanggal},
    tempat::Tempat,
    tugas, undangan,
};
use crate::{Hasil, StoreError, Waktu, antrean::buka, id::PesananId, kalender, kueri::Kueri, nilai};
use ::layanan::{
    Kalender,
    antrean::HariKhusus,
    slot::{self, AlasanTutup, AturanSlot, Bersama, Buku, Jadwal, Kehadiran, PemesanId, Slot, Tugas},
};
use jiff::civil::{Date, DateTime, Time};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The rule while an office decided nothing; with empty hours nothing can be booked. Our choice: no regulation sets the numbers.
pub const BAWAAN: AturanSlot =
    AturanSlot { lama_menit: 30, per_petugas: 1, untuk_datang_langsung: 50, jeda_menit: 60, paling_jauh_hari: 14 };

#[derive(Debug, Clone)]
pub struct Bahan {
    pub jadwal: Jadwal,
    pub tugas: Vec<Tugas>,
    pub kalender: Kalender,
    pub buku: Buku,
    /// Local to the hall.
    pub kini: DateTime,
    /// Whether there is a rule at all: without one the service is for walk-ins only.
    pub diatur: bool,
    /// Days that have no slot for the hours that the head set for them, with his reason.
    sempit: BTreeMap<Date, String>,
}

/// A day that can be asked for: its free places, or why there are none.
pub type Hari = (Date, Result<Vec<(Slot, u32)>, AlasanTutup>);

impl Bahan {
    /// The slots of a day with the places left, or why it has none.
    ///
    /// # Errors
    /// See [`AlasanTutup`].
    pub fn slot(&self, hari: Date) -> Result<Vec<(Slot, u32)>, AlasanTutup> {
        let slot = self.jadwal.slot(hari, &self.tugas, &self.kalender).map_err(|e| self.sebab(hari, e))?;
        Ok(slot.into_iter().filter(|s| self.masih(s)).map(|s| (s, self.buku.sisa(&s))).collect())
    }

    /// Why a day has no slot, with the reason of the head where it is his doing.
    pub(super) fn sebab(&self, hari: Date, e: AlasanTutup) -> AlasanTutup {
        self.sempit.get(&hari).map_or(e, |alasan| AlasanTutup::JamKhusus(alasan.clone()))
    }

    /// Whether there is still time to book it.
    fn masih(&self, s: &Slot) -> bool {
        let jeda = i64::from(self.jadwal.aturan(s.tanggal).jeda_menit);
        self.kini <= s.tanggal.to_datetime(s.mulai).saturating_sub(jiff::Span::new().minutes(jeda))
    }

    /// The last day that can be booked today.
    #[must_use]
    pub fn terakhir(&self) -> Date {
        let hari = i64::from(self.jadwal.aturan(self.kini.date()).paling_jauh_hari);
        self.kini.date().saturating_add(jiff::Span::new().days(hari))
    }

    /// Days from today to the last one that can be booked.
    #[must_use]
    pub fn hari(&self) -> Vec<Hari> {
        self.kini.date().series(jiff::Span::new().days(1)).take_while(|h| *h <= self.terakhir()).map(|h| (h, self.slot(h))).collect()
    }
}

#[derive(FromQueryResult)]
struct Baris {
    id: PesananId,
    tanggal: String,
    mulai: String,
    selesai: String,
    dibuat: Waktu,
    pindah: Option<Waktu>,
    sidik: Option<Uuid>,
}

/// Loads roster, calendar with what the head decided for single days, and bookings of the days from `sejak` to `sampai`, those of the
/// other services of the gerai too.
pub async fn muat<C: ConnectionTrait>(c: &C, t: &Tempat, kini: Waktu, (sejak, sampai): (Date, Date)) -> Hasil<Bahan> {
    let kehadiran = match t.kehadiran.as_str() {
        "undangan" => Kehadiran::Undangan(undangan::semua(c, t.id).await?.into_iter().map(|u| u.tanggal).collect()),
        _ => Kehadiran::Jadwal,
    };
    let aturan = if t.berhenti == 0 { aturan::aturan(c, t.id).await? } else { Vec::new() };
    let diatur = !aturan.is_empty();
    let rusak = |e: slot::SalahJadwal| StoreError::Rusak(format!("schedule of placement {}: {e}", t.id));
    // Before the first rule the service is closed for bookings, but how far ahead one may look is known.
    let pertama = aturan.first().map_or(BAWAAN, |a| a.aturan);
    let mut jadwal = Jadwal::baru(Vec::new(), pertama, kehadiran).map_err(rusak)?;
    for a in aturan {
        jadwal = jadwal.sejak(a.mulai, a.jam, a.aturan).map_err(rusak)?;
    }
    let (kalender, jam) = kalender_mal(c, t, (sejak, sampai)).await?;
    let tugas = tugas::antara(c, t.id, sejak, sampai).await?.into_iter();
    let tugas = tugas.map(|x| Tugas { petugas: x.akun_id.0.as_u128(), tanggal: x.tanggal, mulai: x.mulai, selesai: x.selesai });
    let (mut tugas, mut sempit) = (tugas.collect::<Vec<Tugas>>(), BTreeMap::new());
    // Nobody is received outside other hours of the hall. They open no day that the hours of the service or the roster leave free.
    for JamKhusus { hari, mulai, selesai, alasan } in jam {
        let dulu = jadwal.slot(hari, &tugas, &kalender).is_ok();
        for x in tugas.iter_mut().filter(|x| x.tanggal == hari) {
            (x.mulai, x.selesai) = (x.mulai.max(mulai), x.selesai.min(selesai));
        }
        if dulu && jadwal.slot(hari, &tugas, &kalender).is_err() {
            sempit.insert(hari, alasan);
        }
    }
    let lain = bersama::lain(c, t, (sejak, sampai)).await?;
    let buku = buku(c, t, sejak, sampai).await?.bersama(Bersama::baru(jadwal.clone(), tugas.clone(), lain));
    Ok(Bahan { jadwal, tugas, kalender, buku, kini: t.lokal(kini), diatur, sempit })
}

/// Hours that the head set for one day.
pub(super) struct JamKhusus {
    hari: Date,
    mulai: Time,
    selesai: Time,
    alasan: String,
}

/// The calendar of the hall: that of its instansi, and what its head decided for single days, which wins over weekend and holiday. With
/// it the hours of those days that are open.
pub(super) async fn kalender_mal<C: ConnectionTrait>(c: &C, t: &Tempat, rentang: (Date, Date)) -> Hasil<(Kalender, Vec<JamKhusus>)> {
    let (mut kalender, mut jam) = (kalender::kalender(c, t.instansi_id).await?, Vec::new());
    for (hari, khusus) in buka::khusus_antara(c, t.mpp_id, rentang).await? {
        let aturan = khusus.aturan();
        kalender.hari_putusan(hari, !matches!(aturan, HariKhusus::Tutup), khusus.alasan.as_str());
        if let HariKhusus::Buka { mulai, selesai } = aturan {
            jam.push(JamKhusus { hari, mulai, selesai, alasan: khusus.alasan });
        }
    }
    Ok((kalender, jam))
}

/// All that a page on which one chooses needs: from today to the last day that can be booked.
pub async fn hari_pesan<C: ConnectionTrait>(c: &C, t: &Tempat, kini: Waktu) -> Hasil<Bahan> {
    let hari = t.lokal(kini).date();
    muat(c, t, kini, (hari, hari.saturating_add(jiff::Span::new().days(i64::from(aturan::JAUH_MAKS))))).await
}

async fn buku<C: ConnectionTrait>(c: &C, t: &Tempat, sejak: Date, sampai: Date) -> Hasil<Buku> {
    let sql =
        "SELECT p.id, p.tanggal, p.mulai, p.selesai, p.dibuat, k.sidik,
        (SELECT MAX(x.pada) FROM pesanan_pindah x WHERE x.pesanan_id = p.id) AS pindah FROM pesanan p LEFT JOIN pesanan_kontak k ON k.pesanan_id = p.id
        LEFT JOIN pesanan_batal b ON b.pesanan_id = p.id WHERE p.gerai_layanan_id = $1 AND p.tanggal >= $2 AND p.tanggal <= $3
        AND b.pesanan_id IS NULL ORDER BY p.id LIMIT 50000";
    let baris: Vec<Baris> = c.semua(sql, nilai![t.id, sejak.to_string(), sampai.to_string()]).await?;
    let satu = |b: Baris| {
        Ok(slot::Pesanan {
            id: slot::PesananId(b.id.0.as_u128()),
            // Who left no address cannot be told apart from others.
            pemesan: PemesanId(b.sidik.unwrap_or(b.id.0).as_u128()),
            tanggal: baca_tanggal(&b.tanggal)?,
            mulai: baca_pukul(&b.mulai)?,
            selesai: baca_pukul(&b.selesai)?,
            dibuat: t.lokal(b.dibuat),
            sejak: t.lokal(b.pindah.unwrap_or(b.dibuat)),
        })
    };
    Ok(Buku::dari(baris.into_iter().map(satu).collect::<Hasil<Vec<_>>>()?))
}
