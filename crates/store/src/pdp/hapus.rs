//! Erasing the personal data of one record. What it counts for stays: that there was a case, its service, its days and how it ended.
//! Where the law asks to keep a product (a letter that was issued, a payment), that stays too.

use super::Jenis;
use crate::{
    Hasil, StoreError, Tx,
    identitas::{Milik, segel},
    kueri::Kueri,
    nilai,
};
use uuid::Uuid;

/// Why it is erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sebab {
    Masa,
    Permintaan,
}

/// Stands where a text was that a page must show.
const KOSONG: &str = "—";

/// SQL that holds for records that are over, for the table `r`.
pub(super) fn usai(jenis: Jenis) -> &'static str {
    match jenis {
        Jenis::Permohonan => "r.keadaan IN ('ditolak', 'selesai', 'dibatalkan', 'diarsipkan')",
        Jenis::Pengaduan => "EXISTS (SELECT 1 FROM pengaduan_kini k WHERE k.pengaduan_id = r.id AND k.giliran = 'selesai')",
        Jenis::Konsultasi => {
            "EXISTS (SELECT 1 FROM konsultasi_kini k WHERE k.konsultasi_id = r.id AND k.keadaan IN ('selesai', 'batal', 'tidak-hadir'))"
        }
        // Its contact is all that it holds, and may go at any time.
        Jenis::Pesanan => "1 = 1",
        Jenis::Akun => "EXISTS (SELECT 1 FROM akun_nonaktif n WHERE n.akun_id = r.id)",
    }
}

/// Erases it, once. Returns whether there was anything to do.
///
/// # Errors
/// `Keadaan`: `pdp-masih-berjalan` for a record that is not over, `pdp-akun-aktif` for an account that can still sign in.
pub(super) async fn satu(tx: &Tx, jenis: Jenis, id: Uuid, sebab: Sebab) -> Hasil<bool> {
    let sql = format!("SELECT COUNT(*) AS n FROM {} r WHERE r.id = $1 AND {}", jenis.kunci(), usai(jenis));
    if tx.angka(&sql, nilai![id]).await? == 0 {
        return Err(StoreError::Keadaan(if jenis == Jenis::Akun { "pdp-akun-aktif" } else { "pdp-masih-berjalan" }));
    }
    let kata = if sebab == Sebab::Masa { "masa" } else { "permintaan" };
    let sql = "INSERT INTO pdp_hapus (objek_id, jenis, sebab, pada) VALUES ($1, $2, $3, $4) ON CONFLICT (objek_id) DO NOTHING";
    if tx.jalankan(sql, nilai![id, jenis.kunci(), kata, tx.pada]).await? == 0 {
        return Ok(false);
    }
    match jenis {
        Jenis::Permohonan => permohonan(tx, id).await?,
        Jenis::Pengaduan => pengaduan(tx, id).await?,
        Jenis::Konsultasi => konsultasi(tx, id).await?,
        Jenis::Pesanan => lakukan(tx, id, &["DELETE FROM pesanan_kontak WHERE pesanan_id = $1", NOMOR]).await?,
        Jenis::Akun => akun(tx, id).await?,
    }
    Ok(true)
}

/// The number for short messages; ids of matters are of one kind only.
const NOMOR: &str = "DELETE FROM gerbang_kontak WHERE perkara_id = $1";

async fn lakukan(tx: &Tx, id: Uuid, semua: &[&str]) -> Hasil<()> {
    for sql in semua {
        tx.jalankan(sql, nilai![id]).await?;
    }
    Ok(())
}

async fn permohonan(tx: &Tx, id: Uuid) -> Hasil<()> {
    let isi = segel(&tx.kunci, Milik("permohonan.isi", id), "{}")?;
    tx.jalankan("UPDATE permohonan SET nama = NULL, kontak = NULL, isi = $2 WHERE id = $1", nilai![id, isi]).await?;
    // Files that nothing refers to any more are removed by the clean-up of evidence (`rawat::bersihkan`).
    lakukan(
        tx,
        id,
        &[
            "DELETE FROM permohonan_isi_lama WHERE permohonan_id = $1",
            "DELETE FROM permohonan_kontak WHERE permohonan_id = $1",
            NOMOR,
            "DELETE FROM permohonan_berkas WHERE permohonan_id = $1",
            "UPDATE permohonan_peristiwa SET alasan = '' WHERE permohonan_id = $1",
            "DELETE FROM permohonan_catatan WHERE permohonan_id = $1",
            "UPDATE permohonan_telat SET alasan = '' WHERE permohonan_id = $1",
            "UPDATE permohonan_ambil SET penerima = '' WHERE permohonan_id = $1",
            "UPDATE permohonan_dokumen SET teks = '' WHERE permohonan_id = $1",
        ],
    )
    .await
}

async fn pengaduan(tx: &Tx, id: Uuid) -> Hasil<()> {
    let kosong = |medan| segel(&tx.kunci, Milik(medan, id), KOSONG);
    let (judul, isi) = (kosong("pengaduan.judul")?, kosong("pengaduan.isi")?);
    tx.jalankan("UPDATE pengaduan SET judul = $2, isi = $3, tempat = '' WHERE id = $1", nilai![id, judul, isi]).await?;
    lakukan(
        tx,
        id,
        &[
            "DELETE FROM pengaduan_pelapor WHERE pengaduan_id = $1",
            NOMOR,
            "DELETE FROM pengaduan_lampiran WHERE pengaduan_id = $1",
            "UPDATE pengaduan_langkah SET teks = '', catatan = '' WHERE pengaduan_id = $1",
        ],
    )
    .await
}

async fn konsultasi(tx: &Tx, id: Uuid) -> Hasil<()> {
    let kosong = |medan| segel(&tx.kunci, Milik(medan, id), KOSONG);
    let (topik, isi) = (kosong("konsultasi.topik")?, kosong("konsultasi.isi")?);
    let sql = "UPDATE konsultasi SET topik = $2, isi = $3, nama = '', surel = '', telepon = '' WHERE id = $1";
    tx.jalankan(sql, nilai![id, topik, isi]).await?;
    tx.jalankan("UPDATE konsultasi_langkah SET teks = '' WHERE konsultasi_id = $1", nilai![id]).await.map(drop)
}

/// The address of an account that was erased.
pub(crate) fn terhapus(id: Uuid) -> String {
    format!("{id}@terhapus.invalid")
}

/// What the account itself holds. Names in minutes, decrees and attendance lists are records and stay.
async fn akun(tx: &Tx, id: Uuid) -> Hasil<()> {
    let surel = terhapus(id);
    crate::faktor::tanda::tulis(tx, crate::id::AkunId(id), false).await?;
    let sql = "UPDATE akun SET nama = $2, surel = $3, jabatan = '', sandi = NULL, versi = versi + 1 WHERE id = $1";
    tx.jalankan(sql, nilai![id, KOSONG, surel]).await?;
    lakukan(
        tx,
        id,
        &[
            "DELETE FROM sesi WHERE akun_id = $1",
            "DELETE FROM tautan_sekali WHERE akun_id = $1",
            "DELETE FROM totp WHERE akun_id = $1",
            "DELETE FROM totp_calon WHERE akun_id = $1",
            "DELETE FROM kode_pulih WHERE akun_id = $1",
            "DELETE FROM kunci_sandi WHERE akun_id = $1",
            "DELETE FROM sso_akun WHERE akun_id = $1",
            "DELETE FROM surel_pental WHERE akun_id = $1",
            "UPDATE akun_nonaktif SET alasan = '' WHERE akun_id = $1",
        ],
    )
    .await
}
