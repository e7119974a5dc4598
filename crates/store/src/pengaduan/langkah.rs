//! One step of a report: judged by the rules, stored, and the state beside it renewed, in the caller's transaction.

use super::{
    Pengaduan,
    baca::{self, Tercatat, dari_id, unit_dari},
    batas,
    berkas::{self, Siap},
    ditolak, surat,
};
use crate::{
    Hasil, StoreError, Tx,
    audit::{self, Kejadian},
    id::{AkunId, InstansiId, PengaduanId},
    identitas::{Milik, segel},
    kalender,
    kueri::Kueri,
    nilai,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
};
use ::layanan::{
    Kalender, Tenggat,
    pengaduan::{AlasanTolak, Aturan, Giliran, Kelas, Langkah, Laporan, Peristiwa},
};
use uuid::Uuid;

/// Who makes a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pihak {
    Pelapor,
    Petugas(AkunId),
    Program,
}

impl Pihak {
    pub(super) fn kunci(self) -> &'static str {
        match self {
            Self::Pelapor => "pelapor",
            Self::Petugas(_) => "petugas",
            Self::Program => "program",
        }
    }

    pub(super) fn akun(self) -> Option<AkunId> {
        match self {
            Self::Petugas(a) => Some(a),
            _ => None,
        }
    }
}

/// A report that nobody else changes until the transaction ends.
pub(super) struct Terbuka {
    pub aduan: Pengaduan,
    pub langkah: Vec<Tercatat>,
    pub laporan: Laporan,
    pub aturan: Aturan,
    pub kalender: Kalender,
}

impl Terbuka {
    pub(super) async fn buka(tx: &Tx, id: PengaduanId) -> Hasil<Self> {
        tx.angka(&format!("SELECT urut AS n FROM pengaduan_kini WHERE pengaduan_id = $1{}", tx.kunci_isi()), nilai![id]).await?;
        let aduan = dari_id(&**tx, id).await?;
        let langkah = baca::langkah(&**tx, id).await?;
        Ok(Self {
            laporan: baca::lipat(&aduan.tanggal, &langkah)?,
            kalender: kalender::kalender(&**tx, aduan.instansi_id).await?,
            aturan: batas::aturan(&**tx, aduan.instansi_id, &aduan.tanggal).await?,
            aduan,
            langkah,
        })
    }
}

/// What is to be stored.
pub(super) struct Tulis<'a> {
    /// Made by the client; the same twice is the same step.
    pub op: Uuid,
    pub pihak: Pihak,
    pub langkah: Langkah,
    pub teks: &'a str,
    pub catatan: &'a str,
    pub lampiran: &'a [Siap],
}

/// The first row of the state beside a new report.
pub(super) async fn mulai(tx: &Tx, id: PengaduanId, instansi: InstansiId) -> Hasil<()> {
    tx.jalankan(
        "INSERT INTO pengaduan_kini (pengaduan_id, instansi_id, keadaan, giliran, tahun, urut) VALUES ($1, $2, 'diterima', 'penghubung', '{}', 0)",
        nilai![id, instansi],
    )
    .await?;
    let t = Terbuka::buka(tx, id).await?;
    kini(tx, &t, 0).await.map(|_| ())
}

/// Judges and stores a step. `false`: it was stored before.
///
/// # Errors
/// `Keadaan` when the rules refuse it.
pub(super) async fn tulis(tx: &Tx, t: &mut Terbuka, w: &Tulis<'_>) -> Hasil<bool> {
    if t.langkah.iter().any(|l| l.id == w.op) {
        return Ok(false);
    }
    if w.teks.chars().count() > super::TEKS_MAKS || w.catatan.chars().count() > super::TEKS_MAKS {
        return Err(StoreError::Keadaan("aduan-panjang"));
    }
    // A clock that was set back must not stop the work of the day.
    let tanggal = tx.pada.hari(&t.aduan.zona).max(t.laporan.terakhir);
    t.laporan.terapkan(Peristiwa { tanggal, langkah: w.langkah }, &t.aturan, &t.kalender).map_err(|e| ditolak(&e))?;
    let urut = t.langkah.last().map_or(0, |l| l.urut) + 1;
    let (kelas, unit, induk, alasan) = rincian(w.langkah);
    tx.jalankan(
        "INSERT INTO pengaduan_langkah (id, pengaduan_id, urut, jenis, tanggal, pihak, kelas, unit_id, induk_id, alasan, teks, catatan, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        nilai![
            w.op,
            t.aduan.id,
            urut,
            w.langkah.jenis().kunci(),
            tanggal.to_string(),
            w.pihak.kunci(),
            kelas,
            unit,
            induk,
            alasan,
            segel(&tx.kunci, Milik(super::TEKS, w.op), w.teks)?,
            segel(&tx.kunci, Milik(super::CATATAN, w.op), w.catatan)?,
            tx.pada,
            w.pihak.akun(),
        ],
    )
    .await
    .map_err(|e| if matches!(e, StoreError::SudahAda(_)) { StoreError::OperasiLain } else { e })?;
    let pihak = if w.pihak == Pihak::Pelapor { "pelapor" } else { "petugas" };
    berkas::catat(tx, t.aduan.id, Some(w.op), pihak, w.lampiran).await?;
    kini(tx, t, urut).await?;
    let k = Kejadian::baru("pengaduan.langkah", "pengaduan", t.aduan.id)
        .instansi(t.aduan.instansi_id)
        .rincian(serde_json::json!({ "langkah": w.langkah.jenis().kunci(), "urut": urut, "pihak": w.pihak.kunci() }));
    audit::catat_oleh(tx, w.pihak.akun(), k).await?;
    t.aduan = dari_id(&**tx, t.aduan.id).await?;
    t.langkah = baca::langkah(&**tx, t.aduan.id).await?;
    if w.pihak != Pihak::Pelapor {
        surat::antrekan(tx, t.aduan.id, w.langkah.jenis().kunci()).await?;
        surat::pengikut(tx, t.aduan.id, w.langkah.jenis()).await?;
    }
    Ok(true)
}

type Rincian = (Option<&'static str>, Option<Uuid>, Option<Uuid>, Option<&'static str>);

/// Class, unit, joined report, reason.
fn rincian(l: Langkah) -> Rincian {
    match l {
        Langkah::Verifikasi { kelas } => (Some(kelas.kunci()), None, None, None),
        Langkah::Teruskan { unit } => (None, Some(unit_dari(unit).0), None, None),
        Langkah::Tolak { alasan: AlasanTolak::BukanKewenangan } => (None, None, None, Some("bukan-kewenangan")),
        Langkah::Tolak { alasan: AlasanTolak::Spam } => (None, None, None, Some("spam")),
        Langkah::Tolak { alasan: AlasanTolak::Duplikat { induk } } => (None, None, Some(Uuid::from_u128(induk.0)), Some("duplikat")),
        Langkah::Eskalasi { oleh } => (None, None, None, Some(oleh.kunci())),
        _ => (None, None, None, None),
    }
}

/// Years on the way to a due day whose holidays are not listed or estimated, as they are stored.
pub(super) fn tahun(batas: Option<&Tenggat>) -> String {
    batas.map_or_else(|| "{}".to_owned(), |b| serde_json::json!({ "tanpa": b.tanpa_daftar, "perkiraan": b.perkiraan }).to_string())
}

/// Renews the state beside a report; `true` when something in it changed.
pub(super) async fn kini(tx: &Tx, t: &Terbuka, urut: i64) -> Hasil<bool> {
    let batas = t.laporan.batas_kini(&t.aturan, &t.kalender).map_err(|_| StoreError::Keadaan("aduan-tenggat"))?;
    let tahun = tahun(batas.as_ref());
    let n = tx
        .jalankan(
            "UPDATE pengaduan_kini SET keadaan = $2, giliran = $3, unit_id = $4, kelas = $5, tenggat = $6, tahun = $7, urut = $8
             WHERE pengaduan_id = $1 AND (keadaan <> $2 OR giliran <> $3 OR COALESCE(tenggat, '') <> $9 OR tahun <> $7 OR urut <> $8)",
            nilai![
                t.aduan.id,
                t.laporan.keadaan.kunci(),
                t.laporan.giliran().kunci(),
                t.laporan.unit.map(unit_dari),
                t.laporan.kelas.map(Kelas::kunci),
                batas.as_ref().map(|b| b.jatuh.to_string()),
                tahun,
                urut,
                batas.as_ref().map(|b| b.jatuh.to_string()).unwrap_or_default(),
            ],
        )
        .await?;
    Ok(n > 0)
}

/// Who is to know of a report now: whoever's turn it is. A report of wrongdoing is told to named readers only.
pub(super) async fn kepada(tx: &Tx, t: &Terbuka) -> Hasil<Vec<Kepada>> {
    let penghubung = Kepada::Penghubung(t.aduan.instansi_id);
    match (t.laporan.giliran(), t.laporan.unit) {
        (Giliran::Unit, Some(u)) if t.aduan.pelanggaran == 0 => {
            Ok(vec![Kepada::OperatorUnit(unit_dari(u)), Kepada::KepalaUnit(unit_dari(u))])
        }
        (Giliran::Unit, _) => {
            let mut semua = vec![penghubung];
            for p in super::pembaca::milik(&**tx, t.aduan.id).await? {
                // Who came to the accused unit after he was named reads it no more.
                if !super::pembaca::terlapor(&**tx, &t.aduan, p.akun_id).await? {
                    semua.push(Kepada::Akun(p.akun_id));
                }
            }
            Ok(semua)
        }
        _ => Ok(vec![penghubung]),
    }
}

/// Tells officers. The text holds the number only: titles may name citizens.
pub(super) async fn kabari(
    tx: &Tx,
    aduan: &Pengaduan,
    jenis: &'static str,
    kepada: &[Kepada],
    kecuali: Option<AkunId>,
    sekali: &str,
) -> Hasil<u64> {
    let isi = serde_json::json!({ "nomor": aduan.nomor, "tanggal": aduan.tenggat.clone().unwrap_or_default() });
    let tautan = format!("/aduan/{}", aduan.id);
    beri_tahu(tx, &Pemberitahuan { jenis, kepada, kecuali, periode: None, lokus: None, tautan: &tautan, isi: &isi, sekali }).await
}
