//! A report comes in: by the public form, or typed by the liaison officer from paper, telephone or SP4N-LAPOR!.

use super::{
    berkas::{self, Siap},
    langkah::{self, Terbuka},
    surat, ulang,
};
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    berkas::Berkas,
    hak::PenghubungInstansi,
    id::{AkunId, InstansiId, LayananId, PengaduanId, UnitId},
    identitas::{Milik, segel},
    instansi::Instansi,
    kode,
    kueri::Kueri,
    layanan::{HARI, hari_ini},
    nilai,
    pemberitahuan::Kepada,
    sidik_hex,
};
use ::layanan::pengaduan::Samaran;
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult};

/// Characters of a story.
pub const TEKS_MAKS: usize = 10_000;

/// To whom a report goes, and what it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tujuan {
    pub instansi: InstansiId,
    pub unit: Option<UnitId>,
    pub layanan: Option<LayananId>,
}

/// The way a report came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kanal {
    Web,
    Loket,
    Telepon,
    Surat,
    /// Received from SP4N-LAPOR!.
    Lapor,
}

impl Kanal {
    /// Those that an officer types.
    pub const PETUGAS: [Self; 4] = [Self::Loket, Self::Telepon, Self::Surat, Self::Lapor];

    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Loket => "loket",
            Self::Telepon => "telepon",
            Self::Surat => "surat",
            Self::Lapor => "lapor",
        }
    }
}

/// A report as it was typed; texts are trimmed.
#[derive(Debug, Clone)]
pub struct Baru<'a> {
    /// A random secret of the form: the same one twice is the same report.
    pub kiriman: &'a str,
    pub tujuan: Tujuan,
    /// `pengaduan`, `aspirasi` or `permintaan-informasi`.
    pub jenis: &'a str,
    pub judul: &'a str,
    pub isi: &'a str,
    pub kejadian: Option<Date>,
    pub tempat: &'a str,
    pub samaran: Samaran,
    /// About wrongdoing of officers.
    pub pelanggaran: bool,
    pub nama: &'a str,
    pub surel: &'a str,
    pub telepon: &'a str,
    /// Language of notices: `id` or `en`.
    pub bahasa: &'a str,
    pub lampiran: &'a [(String, Berkas)],
    pub ilustrasi: bool,
}

impl<'a> Baru<'a> {
    /// A complaint in the open, in Indonesian, from somebody who leaves no name: what every report has. The rest is set by whoever knows more.
    #[must_use]
    pub fn polos(kiriman: &'a str, tujuan: Tujuan, judul: &'a str, isi: &'a str) -> Self {
        let jenis = "pengaduan";
        Self {
            kiriman,
            tujuan,
            jenis,
            judul,
            isi,
            kejadian: None,
            tempat: "",
            samaran: Samaran::default(),
            pelanggaran: false,
            nama: "",
            surel: "",
            telepon: "",
            bahasa: "id",
            lampiran: &[],
            ilustrasi: false,
        }
    }
}

/// How it came when not by the form.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dicatat<'a> {
    pub(super) kanal: Kanal,
    pub(super) tanggal: Option<Date>,
    lapor: &'a str,
    oleh: Option<AkunId>,
}

/// Takes a report and gives its code. The same `kiriman` again is the same report.
///
/// # Errors
/// `Keadaan` when something is missing or too long, or nobody in the instansi reads reports; `OperasiLain` when this form brought a report
/// already that says something else: that one stands ([`kode_kiriman`]).
pub async fn kirim(store: &Store, b: &Baru<'_>) -> Hasil<String> {
    if !punya_penghubung(store, b.tujuan.instansi).await? {
        return Err(StoreError::Keadaan("aduan-tanpa-penghubung"));
    }
    tulis(store, b, Dicatat { kanal: Kanal::Web, tanggal: None, lapor: "", oleh: None }).await.map(|(_, kode)| kode)
}

/// Types a report that came otherwise. `tanggal`: the local day on which the office got it; `lapor`: its number at SP4N-LAPOR!.
///
/// # Errors
/// As [`kirim`]; `Keadaan` for a day to come, and for a report from SP4N-LAPOR! without its number.
pub async fn catat(
    store: &Store,
    hak: &PenghubungInstansi,
    b: &Baru<'_>,
    kanal: Kanal,
    tanggal: Date,
    lapor: &str,
) -> Hasil<(PengaduanId, String)> {
    if b.tujuan.instansi != hak.instansi.id {
        return Err(StoreError::TidakDitemukan);
    }
    if tanggal > store.sekarang().hari(&hak.instansi.zona) {
        return Err(StoreError::Keadaan("aduan-tanggal"));
    }
    if kanal == Kanal::Lapor && lapor.is_empty() {
        return Err(StoreError::Keadaan("aduan-nomor-lapor"));
    }
    tulis(store, b, Dicatat { kanal, tanggal: Some(tanggal), lapor, oleh: Some(hak.pelaku().akun) }).await
}

/// Code of the report that a form brought.
///
/// # Errors
/// `TidakDitemukan` when none came.
pub async fn kode_kiriman(store: &Store, kiriman: &str) -> Hasil<String> {
    let a: Ada = store.baca().satu(ADA, nilai![sidik_hex(kiriman.as_bytes())]).await?;
    Ok(a.kode)
}

fn periksa(b: &Baru<'_>) -> Hasil<()> {
    let panjang = |t: &str, maks: usize| t.chars().count() > maks;
    let pendek = [(b.judul, 200), (b.tempat, 300), (b.nama, 200), (b.surel, 200), (b.telepon, 40)];
    let alasan = match () {
        () if b.judul.is_empty() || b.isi.is_empty() => Some("aduan-isi-wajib"),
        () if panjang(b.isi, TEKS_MAKS) || pendek.iter().any(|(t, maks)| panjang(t, *maks)) => Some("aduan-panjang"),
        () if !["pengaduan", "aspirasi", "permintaan-informasi"].contains(&b.jenis) => Some("aduan-isi-wajib"),
        () if b.kiriman.len() < 16 => Some("aduan-isi-wajib"),
        () => None,
    };
    alasan.map_or(Ok(()), |a| Err(StoreError::Keadaan(a)))
}

#[derive(FromQueryResult)]
struct Ada {
    id: PengaduanId,
    kode: String,
}

const ADA: &str = "SELECT id, kode FROM pengaduan WHERE kiriman = $1";

async fn tulis(store: &Store, b: &Baru<'_>, d: Dicatat<'_>) -> Hasil<(PengaduanId, String)> {
    periksa(b)?;
    let mut siap = berkas::siapkan(store, b.lampiran)?;
    if b.samaran.anonim {
        berkas::tanpa_nama(&mut siap);
    }
    let kiriman = sidik_hex(b.kiriman.as_bytes());
    let tx = store.mulai().await?;
    // One giver of numbers at a time.
    let sql = format!("SELECT id, kode, nama, jenis, wilayah, zona, versi FROM instansi WHERE id = $1{}", tx.kunci_isi());
    let instansi: Instansi = tx.satu(&sql, nilai![b.tujuan.instansi]).await?;
    if let Some(a) = tx.mungkin::<Ada>(ADA, nilai![kiriman.as_str()]).await? {
        drop(tx);
        return if ulang::sama(store, a.id, b, d).await? { Ok((a.id, a.kode)) } else { Err(StoreError::OperasiLain) };
    }
    tujuan_ada(&tx, b.tujuan).await?;
    let hari = d.tanggal.unwrap_or_else(|| tx.pada.hari(&instansi.zona));
    if b.kejadian.is_some_and(|k| k > hari) {
        return Err(StoreError::Keadaan("aduan-kejadian"));
    }
    let (id, kode) = (PengaduanId::baru(), kode::baru(kode::Jenis::Aduan));
    sisipkan(&tx, id, &kode, &kiriman, b, d, hari).await?;
    langkah::mulai(&tx, id, instansi.id).await?;
    berkas::catat(&tx, id, None, "pelapor", &siap).await?;
    selesai(&tx, id, b, d, &siap).await?;
    tx.commit().await?;
    Ok((id, kode))
}

async fn tujuan_ada(tx: &Tx, t: Tujuan) -> Hasil<()> {
    let unit = "SELECT COUNT(*) AS n FROM unit WHERE id = $1 AND instansi_id = $2";
    if let Some(u) = t.unit
        && tx.angka(unit, nilai![u, t.instansi]).await? == 0
    {
        return Err(StoreError::TidakDitemukan);
    }
    let layanan = "SELECT COUNT(*) AS n FROM layanan l JOIN unit u ON u.id = l.unit_id WHERE l.id = $1 AND u.instansi_id = $2";
    match t.layanan {
        Some(l) if tx.angka(layanan, nilai![l, t.instansi]).await? == 0 => Err(StoreError::TidakDitemukan),
        _ => Ok(()),
    }
}

async fn sisipkan(tx: &Tx, id: PengaduanId, kode: &str, kiriman: &str, b: &Baru<'_>, d: Dicatat<'_>, hari: Date) -> Hasil<()> {
    let awalan = format!("{:04}-", hari.year());
    let sql = "SELECT COUNT(*) AS n FROM pengaduan WHERE instansi_id = $1 AND nomor LIKE $2";
    let n = tx.angka(sql, nilai![b.tujuan.instansi, format!("{awalan}%")]).await?;
    tx.jalankan(
        "INSERT INTO pengaduan (id, kode, nomor, kiriman, instansi_id, jenis, judul, isi, kejadian, tempat, unit_id, layanan_id, anonim, rahasia,
         pelanggaran, kanal, tanggal, ilustrasi, pada)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)",
        nilai![
            id,
            kode,
            format!("{awalan}{:04}", n + 1),
            kiriman,
            b.tujuan.instansi,
            b.jenis,
            segel(&tx.kunci, Milik(super::JUDUL, id.0), b.judul)?,
            segel(&tx.kunci, Milik(super::ISI, id.0), b.isi)?,
            b.kejadian.map(|k| k.to_string()),
            segel(&tx.kunci, Milik(super::TEMPAT, id.0), b.tempat)?,
            b.tujuan.unit,
            b.tujuan.layanan,
            i64::from(b.samaran.anonim),
            // Wrongdoing is never on a public page.
            i64::from(b.samaran.rahasia || b.pelanggaran),
            i64::from(b.pelanggaran),
            d.kanal.kunci(),
            hari.to_string(),
            i64::from(b.ilustrasi),
            tx.pada,
        ],
    )
    .await?;
    if [b.nama, b.surel, b.telepon].iter().any(|t| !t.is_empty()) {
        let m = |medan| Milik(medan, id.0);
        let (nama, surel) = (segel(&tx.kunci, m(super::NAMA), b.nama)?, segel(&tx.kunci, m(super::SUREL), b.surel)?);
        let telepon = segel(&tx.kunci, m(super::TELEPON), b.telepon)?;
        tx.jalankan(
            "INSERT INTO pengaduan_pelapor (pengaduan_id, nama, surel, telepon, bahasa) VALUES ($1, $2, $3, $4, $5)",
            nilai![id, nama, surel, telepon, b.bahasa],
        )
        .await?;
    }
    Ok(())
}

/// What else belongs to the arrival: reference, audit event, notices.
async fn selesai(tx: &Tx, id: PengaduanId, b: &Baru<'_>, d: Dicatat<'_>, siap: &[Siap]) -> Hasil<()> {
    if let Some(oleh) = d.oleh.filter(|_| !d.lapor.is_empty()) {
        super::petugas::catat_lapor(tx, id, d.lapor, "diterima", oleh).await?;
    }
    let rincian = serde_json::json!({ "jenis": b.jenis, "kanal": d.kanal.kunci(), "lampiran": siap.len() });
    let k = Kejadian::baru("pengaduan.kirim", "pengaduan", id).instansi(b.tujuan.instansi).rincian(rincian);
    audit::catat_oleh(tx, d.oleh, k).await?;
    let t = Terbuka::buka(tx, id).await?;
    langkah::kabari(tx, &t.aduan, "aduan-baru", &[Kepada::Penghubung(b.tujuan.instansi)], d.oleh, &format!("aduan-baru/{id}")).await?;
    surat::antrekan(tx, id, "diterima").await
}

/// Whether somebody reads reports there today.
pub async fn punya_penghubung(store: &Store, instansi: InstansiId) -> Hasil<bool> {
    Ok(penerima_sql(store.baca(), store, Some(instansi)).await?.iter().any(|i| i.id == instansi))
}

/// Instansi whose liaison officer takes reports here, by name.
pub async fn penerima(store: &Store) -> Hasil<Vec<Instansi>> {
    penerima_sql(store.baca(), store, None).await
}

async fn penerima_sql<C: ConnectionTrait>(c: &C, store: &Store, satu: Option<InstansiId>) -> Hasil<Vec<Instansi>> {
    let mut v = hari_ini(store.sekarang());
    let saring = satu.map_or("", |i| {
        v.push(i.into());
        "AND i.id = $4"
    });
    let sql = format!(
        "SELECT i.id, i.kode, i.nama, i.jenis, i.wilayah, i.zona, i.versi FROM instansi i WHERE EXISTS (
           SELECT 1 FROM peran r WHERE r.instansi_id = i.id AND r.peran = 'penghubung' AND {})
         {saring} ORDER BY i.nama, i.id LIMIT 1000",
        crate::peran::menjabat("r", HARI)
    );
    c.semua(&sql, v).await
}
