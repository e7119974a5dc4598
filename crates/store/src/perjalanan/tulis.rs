//! Adding steps to a journey. The rules decide what may follow; each step commits with its audit event, its notice and the stage
//! that lists show.

use super::{Jalan, catat, dari_id, kabari, langkah, lipat, pemda};
use crate::{
    Hasil, Store, StoreError, Tx,
    berkas::Berkas,
    hak::{KementerianJalan, Pelaku, PemdaJalan, PengusulMpp},
    id::{JalanId, LangkahId, UnitId},
    kalender,
    kueri::Kueri,
    nilai, objek,
    pemberitahuan::Kepada,
};
use ::layanan::mpp::{JenisDokumen, Keputusan, Langkah, PANAH, Pelaku as Sisi, Peristiwa, Perjalanan, SalahLangkah, Tahap};
use jiff::civil::Date;

/// Most characters of a note.
pub const TEKS_MAKS: usize = 4_000;

/// Who acts: the local government, or the ministry.
#[derive(Debug, Clone, Copy)]
pub enum Pihak<'a> {
    Pemda(&'a PemdaJalan),
    Kementerian(&'a KementerianJalan),
}

impl Pihak<'_> {
    pub fn jalan(&self) -> JalanId {
        match self {
            Self::Pemda(h) => h.jalan.id,
            Self::Kementerian(h) => h.jalan.id,
        }
    }

    pub fn pelaku(&self) -> &Pelaku {
        match self {
            Self::Pemda(h) => h.pelaku(),
            Self::Kementerian(h) => h.pelaku(),
        }
    }

    /// Whether this side may record what `sisi` did.
    #[must_use]
    pub fn boleh(&self, sisi: Sisi) -> bool {
        match (self, sisi) {
            (Self::Pemda(_), Sisi::Pemda) | (Self::Kementerian(_), Sisi::Kementerian | Sisi::Menteri) => true,
            (Self::Pemda(h), Sisi::KepalaDaerah) => h.kepala_daerah,
            _ => false,
        }
    }
}

/// Where a journey begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Awal {
    Kajian,
    /// It operated before it was recorded here.
    Beroperasi,
}

#[derive(Debug, Clone, Copy)]
pub struct JalanBaru<'a> {
    pub nama: &'a str,
    pub alamat: &'a str,
    /// Latitude and longitude in decimal degrees.
    pub letak: Option<(&'a str, &'a str)>,
    pub awal: Awal,
    pub tanggal: Date,
}

/// Begins a journey. The same id again is the same journey.
///
/// # Errors
/// `Keadaan`: `mpp-nama-wajib`, `mpp-tanggal-mendatang`, `mpp-letak`.
pub async fn mulai(store: &Store, hak: &PengusulMpp, id: JalanId, b: &JalanBaru<'_>, ilustrasi: bool) -> Hasil<()> {
    if b.nama.trim().is_empty() || b.alamat.trim().is_empty() {
        return Err(StoreError::Keadaan("mpp-nama-wajib"));
    }
    if b.letak.is_some_and(|(l, j)| !derajat(l, 15.0) || !derajat(j, 180.0)) {
        return Err(StoreError::Keadaan("mpp-letak"));
    }
    let tx = store.mulai().await?;
    if b.tanggal > tx.pada.hari(&hak.instansi.zona) {
        return Err(StoreError::Keadaan("mpp-tanggal-mendatang"));
    }
    let (awal, p) = match b.awal {
        Awal::Kajian => ("kajian", Perjalanan::mulai(b.tanggal)),
        Awal::Beroperasi => ("beroperasi", Perjalanan::sudah_beroperasi(b.tanggal)),
    };
    let n = tx
        .jalankan(
            "INSERT INTO mpp_jalan (id, instansi_id, mpp_id, nama, alamat, lintang, bujur, awal, mulai, tahap, sejak, tenggat, ilustrasi, versi, pada, oleh)
             VALUES ($1, $2, NULL, $3, $4, $5, $6, $7, $8, $9, $8, NULL, $10, 1, $11, $12) ON CONFLICT (id) DO NOTHING",
            nilai![
                id,
                hak.instansi.id,
                b.nama.trim(),
                b.alamat.trim(),
                b.letak.map(|l| l.0.trim()),
                b.letak.map(|l| l.1.trim()),
                awal,
                b.tanggal.to_string(),
                p.tahap().kunci(),
                i64::from(ilustrasi),
                tx.pada,
                hak.pelaku().akun
            ],
        )
        .await?;
    if n > 0 {
        let j = dari_id(&*tx, id).await?;
        catat(&tx, hak.pelaku(), &j, "mpp.mulai", serde_json::json!({ "awal": awal })).await?;
        beritakan(&tx, Some(hak.pelaku()), &j, p.tahap(), 0).await?;
    }
    tx.commit().await
}

/// Decimal degrees with a point, within the bound. Text stays text: nothing is computed with it here.
fn derajat(teks: &str, batas: f64) -> bool {
    let t = teks.trim();
    t.len() <= 12 && t.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-') && t.parse::<f64>().is_ok_and(|n| n.abs() <= batas)
}

/// A document: its number and own day, and the file where there is one.
#[derive(Debug, Clone, Copy)]
pub struct DokumenBaru<'a> {
    pub jenis: JenisDokumen,
    pub nomor: &'a str,
    pub tanggal: Date,
    pub catatan: &'a str,
    /// Name and checked content.
    pub berkas: Option<(&'a str, &'a Berkas)>,
}

/// Files a document, or renews it. The same id again is the same step.
///
/// # Errors
/// `Keadaan`: `mpp-bukan-pihak` for a paper of the other side, `mpp-dokumen-isi` without number and file, and those of [`maju`].
pub async fn dokumen_baru(store: &Store, hak: Pihak<'_>, id: LangkahId, b: &DokumenBaru<'_>) -> Hasil<()> {
    if b.nomor.trim().is_empty() && b.berkas.is_none() {
        return Err(StoreError::Keadaan("mpp-dokumen-isi"));
    }
    let sisi = b.jenis.pihak();
    if !hak.boleh(sisi) {
        return Err(StoreError::Keadaan("mpp-bukan-pihak"));
    }
    // The file is on disk before the row names it.
    let tersimpan = b.berkas.map(|(_, isi)| objek::simpan(store, isi.isi())).transpose()?;
    let tx = store.mulai().await?;
    let Some((j, semua)) = buka(&tx, hak.jalan(), id).await? else { return Ok(()) };
    if let (Some(t), Some((_, isi))) = (&tersimpan, b.berkas) {
        objek::catat(&tx, t, isi.tipe().mime()).await?;
    }
    let baris = Baris {
        id,
        sisi,
        tanggal: b.tanggal,
        langkah: Langkah::Dokumen { jenis: b.jenis },
        nomor: b.nomor,
        catatan: b.catatan,
        berkas: b.berkas.map_or("", |(n, _)| n),
        objek: tersimpan.as_ref().map(|t| t.sidik.as_str()),
    };
    tambah(&tx, hak.pelaku(), &j, &semua, &baris).await?;
    tx.commit().await
}

/// Takes a step other than a document. The side that must act follows from the rules.
///
/// # Errors
/// `Keadaan` says why not: `mpp-bukan-pihak`, `mpp-langkah-lewat`, `mpp-dokumen-kurang`, `mpp-belum-faktual`, `mpp-belum-diputuskan`,
/// `mpp-menurut-keputusan`, `mpp-kembali-alasan`, `mpp-belum-selesai-dibangun`, `mpp-sudah-dicatat`, `mpp-tanggal-mundur`, `mpp-tanggal-mendatang`, `mpp-berhenti`.
pub async fn maju(store: &Store, hak: Pihak<'_>, id: LangkahId, langkah: Langkah, tanggal: Date, catatan: &str) -> Hasil<()> {
    let tx = store.mulai().await?;
    let Some((j, semua)) = buka(&tx, hak.jalan(), id).await? else { return Ok(()) };
    let dari = lipat(&j, &semua)?.tahap();
    let sisi = match langkah {
        Langkah::Dokumen { jenis } => jenis.pihak(),
        Langkah::VerifikasiFaktual => Sisi::Kementerian,
        Langkah::PembangunanSelesai => Sisi::Pemda,
        Langkah::Putuskan { .. } => Sisi::Menteri,
        Langkah::Maju { ke } => PANAH.iter().find(|p| p.dari == dari && p.ke == ke).ok_or(StoreError::Keadaan("mpp-langkah-lewat"))?.oleh,
    };
    if !hak.boleh(sisi) {
        return Err(StoreError::Keadaan("mpp-bukan-pihak"));
    }
    // Whoever gets it back has to know what to put right.
    if langkah == (Langkah::Putuskan { keputusan: Keputusan::Dikembalikan }) && catatan.trim().is_empty() {
        return Err(StoreError::Keadaan("mpp-kembali-alasan"));
    }
    let baris = Baris { id, sisi, tanggal, langkah, nomor: "", catatan, berkas: "", objek: None };
    tambah(&tx, hak.pelaku(), &j, &semua, &baris).await?;
    tx.commit().await
}

/// The journey alone for this transaction, with its steps; `None` when the step is there already.
async fn buka(tx: &Tx, jalan: JalanId, id: LangkahId) -> Hasil<Option<(Jalan, Vec<super::Langkah>)>> {
    kunci(tx, jalan).await?;
    let j = dari_id(&**tx, jalan).await?;
    let semua = langkah(&**tx, jalan).await?;
    if semua.iter().any(|l| l.id == id) {
        return Ok(None);
    }
    if j.akhir.is_some() {
        return Err(StoreError::Keadaan("mpp-berhenti"));
    }
    Ok(Some((j, semua)))
}

pub(super) async fn kunci(tx: &Tx, id: JalanId) -> Hasil<()> {
    tx.angka(&format!("SELECT versi AS n FROM mpp_jalan WHERE id = $1{}", tx.kunci_isi()), nilai![id]).await?;
    Ok(())
}

/// A step as it is written.
pub(super) struct Baris<'a> {
    pub id: LangkahId,
    pub sisi: Sisi,
    pub tanggal: Date,
    pub langkah: Langkah,
    pub nomor: &'a str,
    pub catatan: &'a str,
    pub berkas: &'a str,
    pub objek: Option<&'a str>,
}

fn kata(l: &Langkah) -> (&'static str, &'static str) {
    match l {
        Langkah::Dokumen { jenis } => ("dokumen", jenis.kunci()),
        Langkah::VerifikasiFaktual => ("faktual", ""),
        Langkah::Putuskan { keputusan } => ("putusan", keputusan.kunci()),
        Langkah::PembangunanSelesai => ("selesai-dibangun", ""),
        Langkah::Maju { ke } => ("maju", ke.kunci()),
    }
}

fn alasan(e: &SalahLangkah) -> StoreError {
    StoreError::Keadaan(match e {
        SalahLangkah::TanpaJalan { .. } | SalahLangkah::BukanTahapnya(_) => "mpp-langkah-lewat",
        SalahLangkah::BukanPelaku(_) => "mpp-bukan-pihak",
        SalahLangkah::DokumenKurang(_) => "mpp-dokumen-kurang",
        SalahLangkah::BelumFaktual => "mpp-belum-faktual",
        SalahLangkah::BelumDiputuskan => "mpp-belum-diputuskan",
        SalahLangkah::MenurutKeputusan(_) => "mpp-menurut-keputusan",
        SalahLangkah::BelumSelesaiDibangun => "mpp-belum-selesai-dibangun",
        SalahLangkah::SudahDicatat(_) => "mpp-sudah-dicatat",
        SalahLangkah::TanggalMundur { .. } => "mpp-tanggal-mundur",
    })
}

/// Applies the rules, writes the step and what lists show, and tells the other side of a new stage.
pub(super) async fn tambah(tx: &Tx, oleh: &Pelaku, j: &Jalan, semua: &[super::Langkah], b: &Baris<'_>) -> Hasil<()> {
    if b.tanggal > tx.pada.hari(&j.zona) {
        return Err(StoreError::Keadaan("mpp-tanggal-mendatang"));
    }
    let mut p = lipat(j, semua)?;
    let dari = p.tahap();
    let tanggal = if matches!(b.langkah, Langkah::Dokumen { .. }) { b.tanggal.max(p.terakhir()) } else { b.tanggal };
    p.terapkan(Peristiwa { tanggal, oleh: b.sisi, langkah: b.langkah }).map_err(|e| alasan(&e))?;
    let (jenis, nilai_) = kata(&b.langkah);
    let urut = semua.last().map_or(1, |l| l.urut + 1);
    tx.jalankan(
        "INSERT INTO mpp_langkah (id, jalan_id, urut, jenis, nilai, pelaku, tanggal, nomor, catatan, berkas, objek, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        nilai![
            b.id,
            j.id,
            urut,
            jenis,
            nilai_,
            b.sisi.kunci(),
            b.tanggal.to_string(),
            b.nomor.trim(),
            b.catatan.trim(),
            b.berkas,
            b.objek,
            tx.pada,
            oleh.akun
        ],
    )
    .await?;
    let tenggat = p.tenggat(&kalender::kalender(&**tx, j.instansi_id).await?);
    let tenggat = tenggat.map_err(|e| StoreError::Rusak(format!("limit of journey {}: {e}", j.id)))?.map(|t| t.jatuh.to_string());
    tx.jalankan(
        "UPDATE mpp_jalan SET tahap = $1, sejak = $2, tenggat = $3, versi = versi + 1 WHERE id = $4",
        nilai![p.tahap().kunci(), p.sejak().to_string(), tenggat, j.id],
    )
    .await?;
    catat(tx, oleh, j, "mpp.langkah", serde_json::json!({ "jenis": jenis, "nilai": nilai_, "urut": urut, "pdf": b.objek })).await?;
    if let Langkah::Putuskan { keputusan } = b.langkah {
        let isi = serde_json::json!({ "mpp": j.nama, "keputusan": keputusan.kunci() });
        kabari(tx, Some(oleh), j, "mpp-putusan", &pemda(j), &isi, &format!("mpp-putusan/{}", b.id)).await?;
    } else if p.tahap() != dari {
        beritakan(tx, Some(oleh), j, p.tahap(), urut).await?;
    }
    Ok(())
}

/// Tells both sides that a stage began.
async fn beritakan(tx: &Tx, oleh: Option<&Pelaku>, j: &Jalan, t: Tahap, urut: i64) -> Hasil<()> {
    let mut kepada = pemda(j);
    kepada.push(Kepada::Nasional);
    let isi = serde_json::json!({ "mpp": j.nama, "instansi": j.instansi, "tahap": t.kunci() });
    kabari(tx, oleh, j, "mpp-tahap", &kepada, &isi, &format!("mpp-tahap/{}/{urut}", j.id)).await?;
    Ok(())
}

/// Says which mall of this program the journey is of.
///
/// # Errors
/// `TidakDitemukan` for a mall of another instansi, `Keadaan("mpp-sudah-tertaut")`.
pub async fn tautkan(store: &Store, hak: &PemdaJalan, mpp: UnitId) -> Hasil<()> {
    let j = &hak.jalan;
    let tx = store.mulai().await?;
    kunci(&tx, j.id).await?;
    let milik = "SELECT COUNT(*) AS n FROM mpp m JOIN unit u ON u.id = m.unit_id WHERE m.unit_id = $1 AND u.instansi_id = $2";
    if tx.angka(milik, nilai![mpp, j.instansi_id]).await? == 0 {
        return Err(StoreError::TidakDitemukan);
    }
    let kini = dari_id(&*tx, j.id).await?;
    if kini.mpp_id == Some(mpp) {
        return Ok(());
    }
    if kini.mpp_id.is_some() || tx.angka("SELECT COUNT(*) AS n FROM mpp_jalan WHERE mpp_id = $1", nilai![mpp]).await? > 0 {
        return Err(StoreError::Keadaan("mpp-sudah-tertaut"));
    }
    tx.jalankan("UPDATE mpp_jalan SET mpp_id = $1, versi = versi + 1 WHERE id = $2", nilai![mpp, j.id]).await?;
    catat(&tx, hak.pelaku(), j, "mpp.tautkan", serde_json::json!({ "mpp": mpp })).await?;
    tx.commit().await
}

/// Gives the journey up. A second time changes nothing.
///
/// # Errors
/// `Keadaan`: `alasan-wajib`, `mpp-sudah-beroperasi` for one in operation.
pub async fn hentikan(store: &Store, hak: &PemdaJalan, alasan: &str) -> Hasil<()> {
    if alasan.trim().is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let tx = store.mulai().await?;
    kunci(&tx, hak.jalan.id).await?;
    let j = dari_id(&*tx, hak.jalan.id).await?;
    if j.tahap()? >= Tahap::Beroperasi {
        return Err(StoreError::Keadaan("mpp-sudah-beroperasi"));
    }
    let sql = "INSERT INTO mpp_jalan_akhir (jalan_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4) ON CONFLICT (jalan_id) DO NOTHING";
    if tx.jalankan(sql, nilai![j.id, alasan.trim(), tx.pada, hak.pelaku().akun]).await? > 0 {
        catat(&tx, hak.pelaku(), &j, "mpp.hentikan", serde_json::json!({ "alasan": tx.kunci.ringkas(alasan) })).await?;
        let isi = serde_json::json!({ "mpp": j.nama, "instansi": j.instansi });
        kabari(&tx, Some(hak.pelaku()), &j, "mpp-berhenti", &[Kepada::Nasional], &isi, &format!("mpp-berhenti/{}", j.id)).await?;
    }
    tx.commit().await
}
