//! A step of a ticket: folded from its events, tried by the rules, written with all that goes with it. Whoever calls has
//! taken the line ([`super::kunci`]) and checked the right.

use super::{baris, salah, topik};
use crate::{
    Hasil, StoreError, Tx, Waktu,
    audit::{self, Kejadian},
    gerbang::{self, Perkara},
    id::{AkunId, GeraiId, InstansiId, LayananId, LoketId, OperasiId, TiketId, UnitId},
    kueri::Kueri,
    nilai, peristiwa,
};
use ::layanan::antrean::{self as aturan, AlasanBatal, JenisLangkah, Keadaan, Langkah, Peristiwa, Prioritas, Zona};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// Zone and audit chain of a mall.
#[derive(Debug, Clone, FromQueryResult)]
pub(super) struct Rumah {
    pub instansi_id: InstansiId,
    pub zona: String,
}

impl Rumah {
    pub(super) fn zona(&self) -> Zona {
        Zona::dari_kunci(&self.zona).unwrap_or(Zona::Wib)
    }
}

pub(super) async fn rumah<C: sea_orm::ConnectionTrait>(c: &C, mpp: UnitId) -> Hasil<Rumah> {
    let sql = "SELECT u.instansi_id, i.zona FROM unit u JOIN instansi i ON i.id = u.instansi_id WHERE u.id = $1";
    c.satu(sql, nilai![mpp]).await
}

#[derive(FromQueryResult)]
struct BarisPeristiwa {
    langkah: String,
    loket_id: Option<LoketId>,
    gerai_id: Option<GeraiId>,
    layanan_id: Option<LayananId>,
    isi: Option<String>,
    saat: Waktu,
}

impl BarisPeristiwa {
    fn peristiwa(&self) -> Option<Peristiwa> {
        let loket = self.loket_id.map(|l| aturan::LoketId(l.0.as_u128()));
        let isi = self.isi.as_deref();
        let langkah = match JenisLangkah::dari_kunci(&self.langkah)? {
            JenisLangkah::Panggil => Langkah::Panggil { loket: loket? },
            JenisLangkah::PanggilUlang => Langkah::PanggilUlang { loket: loket? },
            JenisLangkah::Layani => Langkah::Layani { loket: loket? },
            JenisLangkah::Selesai => Langkah::Selesai { loket: loket? },
            JenisLangkah::Lewati => Langkah::Lewati { loket: loket? },
            JenisLangkah::Tahan => Langkah::Tahan { loket },
            JenisLangkah::Kembali => Langkah::Kembali,
            JenisLangkah::Alihkan => Langkah::Alihkan {
                gerai: aturan::GeraiId(self.gerai_id?.0.as_u128()),
                layanan: aturan::LayananId(self.layanan_id?.0.as_u128()),
            },
            JenisLangkah::Utamakan => Langkah::Utamakan { ke: Prioritas::dari_kunci(isi?)? },
            JenisLangkah::TidakHadir => Langkah::TidakHadir,
            JenisLangkah::BukaLagi => Langkah::BukaLagi,
            JenisLangkah::Batal => Langkah::Batal { alasan: AlasanBatal::dari_kunci(isi?)? },
        };
        Some(Peristiwa { saat: self.saat.timestamp(), langkah })
    }
}

/// The ticket folded from its events, and its row.
async fn lipat(tx: &Tx, id: TiketId, zona: Zona) -> Hasil<(baris::Tiket, aturan::Tiket)> {
    let b = baris::dari_id(&**tx, id).await?;
    let sql = "SELECT langkah, loket_id, gerai_id, layanan_id, isi, saat FROM tiket_peristiwa WHERE tiket_id = $1 ORDER BY ke LIMIT 1000";
    let semua: Vec<BarisPeristiwa> = tx.semua(sql, nilai![id]).await?;
    let rusak = || StoreError::Rusak(format!("events of ticket {id}"));
    let semua: Vec<Peristiwa> = semua.iter().map(BarisPeristiwa::peristiwa).collect::<Option<_>>().ok_or_else(rusak)?;
    let t = b.awal(zona)?.lipat(&semua).map_err(|_| rusak())?;
    Ok((b, t))
}

/// Who takes a step, and under which operation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Oleh<'a> {
    pub rumah: &'a Rumah,
    pub op: OperasiId,
    pub akun: Option<AkunId>,
}

/// Takes one step.
///
/// # Errors
/// `Keadaan` when the rules refuse it.
pub(super) async fn langkah(tx: &Tx, o: Oleh<'_>, id: TiketId, langkah: Langkah) -> Hasil<baris::Tiket> {
    let (b, mut t) = lipat(tx, id, o.rumah.zona()).await?;
    let saat = t.tidak_mundur(tx.pada.timestamp());
    let sebelum = t.keadaan;
    t.terapkan(Peristiwa { saat, langkah }).map_err(salah)?;
    let saat = Waktu(saat.as_microsecond());
    let ke = b.langkah + 1;
    catat(tx, o, &b, ke, langkah, saat).await?;
    if let Some(loket) = sebelum.loket().filter(|_| t.keadaan.loket().is_none()) {
        waktu(tx, &b, &t, ke, loket, langkah.jenis(), saat).await?;
    }
    proyeksi(tx, id, &t, ke, saat, langkah).await?;
    let k = Kejadian::baru("tiket.langkah", "tiket", id).instansi(o.rumah.instansi_id);
    let k = k.rincian(serde_json::json!({ "langkah": langkah.jenis().kunci(), "ke": ke, "loket": langkah.loket().map(|l| uuid(l.0)) }));
    audit::catat_oleh(tx, o.akun, k).await?;
    let sesudah = baris::dari_id(&**tx, id).await?;
    if matches!(langkah, Langkah::Panggil { .. } | Langkah::PanggilUlang { .. }) {
        gerbang::antrekan(tx, Perkara::Tiket, id.0, &format!("panggil/{ke}")).await?;
    }
    kabarkan(tx, b.gerai_id, sesudah.gerai_id).await?;
    Ok(sesudah)
}

async fn catat(tx: &Tx, o: Oleh<'_>, b: &baris::Tiket, ke: i64, langkah: Langkah, saat: Waktu) -> Hasil<()> {
    let (gerai, layanan) = match langkah {
        Langkah::Alihkan { gerai, layanan } => (Some(uuid(gerai.0)), Some(uuid(layanan.0))),
        _ => (None, None),
    };
    let isi = match langkah {
        Langkah::Utamakan { ke } => Some(ke.kunci()),
        Langkah::Batal { alasan } => Some(alasan.kunci()),
        _ => None,
    };
    tx.jalankan(
        "INSERT INTO tiket_peristiwa (tiket_id, ke, op, langkah, loket_id, gerai_id, layanan_id, isi, saat, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        nilai![b.id, ke, o.op, langkah.jenis().kunci(), langkah.loket().map(|l| uuid(l.0)), gerai, layanan, isi, saat, o.akun],
    )
    .await?;
    Ok(())
}

/// A counter became free: how long the call kept it.
async fn waktu(
    tx: &Tx,
    b: &baris::Tiket,
    t: &aturan::Tiket,
    ke: i64,
    loket: aturan::LoketId,
    akhir: JenisLangkah,
    saat: Waktu,
) -> Hasil<()> {
    let Some(dipanggil) = b.dipanggil else { return Ok(()) };
    let detik = (saat.0 - dipanggil.0) / 1_000_000;
    let dilayani = t.layanan_diterima.last().filter(|d| Waktu(d.mulai.as_microsecond()) >= dipanggil);
    let dilayani = dilayani.and_then(|d| d.selesai.map(|s| s.duration_since(d.mulai).as_secs())).unwrap_or(0);
    tx.jalankan(
        "INSERT INTO antrean_waktu (tiket_id, ke, gerai_id, layanan_id, loket_id, tanggal, detik, dilayani_detik, akhir, saat)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        nilai![b.id, ke, b.gerai_id, b.layanan_id, uuid(loket.0), b.tanggal.as_str(), detik, dilayani, akhir.kunci(), saat],
    )
    .await?;
    Ok(())
}

/// Keeps beside the events what the ticket is after them.
async fn proyeksi(tx: &Tx, id: TiketId, t: &aturan::Tiket, ke: i64, saat: Waktu, langkah: Langkah) -> Hasil<()> {
    let alasan = match t.keadaan {
        Keadaan::Batal { alasan } => Some(alasan.kunci()),
        _ => None,
    };
    let dipanggil = matches!(langkah, Langkah::Panggil { .. }).then_some(saat);
    tx.jalankan(
        "UPDATE tiket SET di_gerai = $2, di_layanan = $3, prioritas = $4, keadaan = $5, alasan = $6, loket_id = $7, tempat = $8,
         terakhir = $9, panggilan = $10, dipanggil = COALESCE($11, dipanggil), pertama_dipanggil = $12, langkah = $13 WHERE id = $1",
        nilai![
            id,
            uuid(t.gerai.0),
            uuid(t.layanan.0),
            t.prioritas.kunci(),
            t.keadaan.kunci(),
            alasan,
            t.keadaan.loket().map(|l| uuid(l.0)),
            t.tempat.as_microsecond(),
            saat,
            i64::from(t.panggilan),
            dipanggil,
            t.pertama_dipanggil.map(jiff::Timestamp::as_microsecond),
            ke
        ],
    )
    .await?;
    Ok(())
}

/// Tells the open pages of the gerai, and of the one it came from.
async fn kabarkan(tx: &Tx, dari: GeraiId, ke: GeraiId) -> Hasil<()> {
    peristiwa::siarkan(tx, &topik(ke), &serde_json::json!({})).await?;
    if dari != ke {
        peristiwa::siarkan(tx, &topik(dari), &serde_json::json!({})).await?;
    }
    Ok(())
}

pub(super) fn uuid(id: u128) -> Uuid {
    Uuid::from_u128(id)
}
