//! The officer's other acts on a ticket. Who acts on a ticket at a counter is the one who sits there; for the rest the
//! rules say what can be.

use super::{
    baris::{self, Tiket},
    kunci, loket,
    simpan::{self, Oleh, Rumah},
};
use crate::{
    Hasil, Store, StoreError, Tx,
    hak::PelaksanaGerai,
    id::{GeraiId, LayananId, OperasiId, PenempatanId, TiketId},
    kueri::Kueri,
    mpp::HIDUP,
    nilai,
};
use ::layanan::antrean::{self as aturan, AlasanBatal, Langkah, LoketId, Prioritas};
use sea_orm::FromQueryResult;

/// What an officer does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aksi {
    PanggilUlang,
    Layani,
    Selesai,
    Lewati,
    Tahan,
    Kembali,
    /// To another placement of the same mall; the place in line goes along.
    Alihkan(PenempatanId),
    Utamakan(Prioritas),
    TidakHadir,
    BukaLagi,
    Batal,
}

impl Aksi {
    fn langkah(self, loket: Option<LoketId>, t: &Tiket, tuju: Option<&Tuju>) -> Hasil<Langkah> {
        let sendiri = || loket.ok_or(StoreError::Keadaan("antrean-tanpa-loket"));
        Ok(match self {
            Self::PanggilUlang => Langkah::PanggilUlang { loket: sendiri()? },
            Self::Layani => Langkah::Layani { loket: sendiri()? },
            Self::Selesai => Langkah::Selesai { loket: sendiri()? },
            Self::Lewati => Langkah::Lewati { loket: sendiri()? },
            Self::Tahan => Langkah::Tahan { loket: if t.loket_id.is_some() { Some(sendiri()?) } else { None } },
            Self::Kembali => Langkah::Kembali,
            Self::Alihkan(_) => {
                let t = tuju.ok_or(StoreError::TidakDitemukan)?;
                let (gerai, layanan) = (aturan::GeraiId(t.gerai_id.0.as_u128()), aturan::LayananId(t.layanan_id.0.as_u128()));
                Langkah::Alihkan { gerai, layanan }
            }
            Self::Utamakan(ke) => Langkah::Utamakan { ke },
            Self::TidakHadir => Langkah::TidakHadir,
            Self::BukaLagi => Langkah::BukaLagi,
            Self::Batal => Langkah::Batal { alasan: AlasanBatal::Petugas },
        })
    }
}

#[derive(FromQueryResult)]
struct Tuju {
    gerai_id: GeraiId,
    layanan_id: LayananId,
}

/// Does it. The same operation again gives the ticket as it is now.
///
/// # Errors
/// `TidakDitemukan` for a ticket of another gerai, `Keadaan` when it cannot be.
pub async fn lakukan(store: &Store, hak: &PelaksanaGerai, op: OperasiId, tiket: TiketId, aksi: Aksi) -> Hasil<Tiket> {
    let tx = store.mulai().await?;
    let gerai = hak.gerai.id;
    let tuju = match aksi {
        Aksi::Alihkan(ke) => Some(tujuan(&tx, hak, ke).await?),
        _ => None,
    };
    let semua: Vec<GeraiId> = [gerai].into_iter().chain(tuju.as_ref().map(|t| t.gerai_id)).collect();
    kunci::ambil(&tx, &semua).await?;
    let t = baris::dari_id(&*tx, tiket).await?;
    if pernah(&tx, op, tiket).await? {
        return Ok(t);
    }
    if t.gerai_id != gerai {
        return Err(StoreError::TidakDitemukan);
    }
    let rumah = simpan::rumah(&*tx, hak.gerai.mpp_id).await?;
    let duduk = duduk(&tx, hak, &rumah).await?;
    if t.loket_id.is_some_and(|l| Some(l.0.as_u128()) != duduk.map(|d| d.0)) {
        return Err(StoreError::Keadaan("antrean-loket-lain"));
    }
    let langkah = aksi.langkah(duduk, &t, tuju.as_ref())?;
    let oleh = Oleh { rumah: &rumah, op, akun: Some(hak.pelaku().akun) };
    let t = simpan::langkah(&tx, oleh, tiket, langkah).await?;
    tx.commit().await?;
    Ok(t)
}

async fn duduk(tx: &Tx, hak: &PelaksanaGerai, rumah: &Rumah) -> Hasil<Option<LoketId>> {
    let hari = rumah.zona().tanggal(tx.pada.timestamp()).to_string();
    let d = loket::milik(&**tx, hak.gerai.id, hak.pelaku().akun, &hari).await?;
    Ok(d.map(|d| LoketId(d.loket_id.0.as_u128())))
}

/// A placement of the same mall that is given now.
async fn tujuan(tx: &Tx, hak: &PelaksanaGerai, ke: PenempatanId) -> Hasil<Tuju> {
    let sql = format!("SELECT p.gerai_id, p.layanan_id FROM gerai_layanan p WHERE p.id = $1 AND p.mpp_id = $2 AND {HIDUP}");
    tx.satu(&sql, nilai![ke, hak.gerai.mpp_id]).await
}

/// # Errors
/// `OperasiLain` when the operation was done to another ticket.
pub(super) async fn pernah(tx: &Tx, op: OperasiId, tiket: TiketId) -> Hasil<bool> {
    let sql = "SELECT COUNT(*) AS n FROM tiket_peristiwa WHERE op = $1";
    if tx.angka(sql, nilai![op]).await? == 0 {
        return Ok(false);
    }
    let sql = "SELECT COUNT(*) AS n FROM tiket_peristiwa WHERE op = $1 AND tiket_id = $2";
    if tx.angka(sql, nilai![op, tiket]).await? > 0 { Ok(true) } else { Err(StoreError::OperasiLain) }
}
