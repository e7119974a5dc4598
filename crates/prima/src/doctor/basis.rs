//! The database: answers, is whole, version and settings, migrations, whether the key is its own, and the clock against the newest event
//! that it holds.

use std::{path::Path, time::Duration};

use store::{Halangan, StoreError, Sumber, Waktu, dialect, kueri::Kueri, kunci_instalasi, migrasi};
use tokio::time::timeout;

use super::Laporan;
use crate::{kata, tempat::Tempat};

/// A large database takes longer to look through; then it is left to `prima check`.
const LIHAT: Duration = Duration::from_secs(20);

/// A clock that stands this far before the newest event was set back.
const MUNDUR_DETIK: i64 = 120;

pub async fn periksa(l: &mut Laporan, tempat: &Tempat) {
    let sumber = tempat.sumber();
    let db = match &sumber {
        Sumber::Sqlite => {
            let berkas = tempat.data.join("prima.db");
            if !berkas.is_file() {
                return l
                    .gagal("basis data", "prima.db tidak ada di folder ini; periksa --data, atau jalankan `prima serve` untuk membuatnya");
            }
            dialect::sqlite::buka_baca(&berkas).await
        }
        Sumber::Postgres(url) => dialect::postgres::buka(url).await,
    };
    let db = match db {
        Ok(db) => db,
        Err(e) => {
            return l.gagal(
                "basis data",
                match sumber {
                    Sumber::Sqlite => kata::store(&e),
                    Sumber::Postgres(_) => {
                        format!("tidak dapat dihubungi. {}. Periksa apakah servernya berjalan, alamat, dan sandinya", kata::store(&e))
                    }
                },
            );
        }
    };
    let hasil = async {
        match sumber {
            Sumber::Sqlite => l.baik("basis data", format!("SQLite {}", db.teks("SELECT sqlite_version() AS teks").await?)),
            Sumber::Postgres(_) => postgres(l, &db).await?,
        }
        utuh(l, &db).await?;
        if !skema(l, &db).await? {
            return Ok(());
        }
        kunci(l, &db, &tempat.data).await?;
        jam(l, &db).await
    };
    if let Err(e) = hasil.await {
        l.gagal("basis data", format!("tidak dapat dibaca: {}", kata::store(&e)));
    }
    let _ = db.close().await;
}

async fn postgres(l: &mut Laporan, db: &impl Kueri) -> store::Hasil<()> {
    let versi = db.angka("SELECT CAST(current_setting('server_version_num') AS bigint) AS n", vec![]).await? / 10_000;
    if versi < 14 {
        l.perhatian("basis data", format!("PostgreSQL {versi}; versi 14 ke atas yang diuji"));
    } else {
        l.baik("basis data", format!("PostgreSQL {versi}"));
    }
    for (nama, harap, akibat) in [
        ("fsync", "on", "data yang sudah diterima dapat hilang saat listrik padam"),
        ("full_page_writes", "on", "halaman dapat rusak saat listrik padam"),
        ("synchronous_commit", "on", "perubahan terakhir dapat hilang saat server jatuh"),
    ] {
        let ada = db.teks(&format!("SELECT current_setting('{nama}') AS teks")).await?;
        // `remote_apply` and `remote_write` promise more.
        if ada != harap && !ada.starts_with("remote") {
            l.gagal("pengaturan basis data", format!("{nama} = {ada}: {akibat}. Setel {nama} = {harap}"));
        }
    }
    jalan(l, &db.teks(JALAN).await?);
    Ok(())
}

/// How the server is reached, as it says itself: `sini` (its own machine), `tls`, or `polos`. Behind a pooler that is the pooler's line.
const JALAN: &str = "SELECT CASE WHEN inet_server_addr() IS NULL OR inet_server_addr() = inet_client_addr() THEN 'sini'
    WHEN s.ssl THEN 'tls' ELSE 'polos' END AS teks FROM pg_stat_ssl s WHERE s.pid = pg_backend_pid()";

fn jalan(l: &mut Laporan, cara: &str) {
    match cara {
        "tls" => l.baik("jalan ke basis data", "disandikan (TLS)"),
        "polos" => l.perhatian(
            "jalan ke basis data",
            "tidak disandikan: isi basis data dapat dibaca di jaringan. Tambahkan ?sslmode=verify-full&sslrootcert=BERKAS pada alamatnya; lewat \
             PgBouncer, setel server_tls_sslmode (yang dicoba dengan TLS: pool_mode = session)",
        ),
        _ => {}
    }
}

async fn utuh(l: &mut Laporan, db: &impl Kueri) -> store::Hasil<()> {
    match timeout(LIHAT, dialect::periksa_cepat(db)).await {
        Ok(hasil) => {
            if let Some(apa) = hasil? {
                return Err(StoreError::Rusak(apa));
            }
        }
        Err(_) => l.perhatian("basis data", "terlalu besar untuk diperiksa sekarang; jalankan `prima check` di waktu sepi"),
    }
    Ok(())
}

/// Whether there are tables to look into.
async fn skema(l: &mut Laporan, db: &impl Kueri) -> store::Hasil<bool> {
    let program = migrasi::DAFTAR.len();
    match migrasi::ada(db).await {
        Ok(0) => {
            l.perhatian("skema", "basis data masih kosong; tabelnya dibuat saat program dimulai");
            return Ok(false);
        }
        Ok(n) if n == program => l.baik("skema", format!("mutakhir ({program} migrasi)")),
        Ok(n) => l.perhatian(
            "skema",
            format!(
                "{n} dari {program} migrasi sudah jalan; sisanya jalan saat program dimulai. Buat cadangan dahulu (`prima backup` dari program ini pun dapat)"
            ),
        ),
        Err(StoreError::Tertahan(h)) => l.gagal("skema", kata::store(&h.into())),
        Err(e) => return Err(e),
    }
    Ok(true)
}

/// A missing or broken key file is told with the folder.
async fn kunci(l: &mut Laporan, db: &impl Kueri, data: &Path) -> store::Hasil<()> {
    match kunci_instalasi::periksa(db, data).await {
        Ok(k) => l.baik("kunci", format!("kunci instalasi {}, kunci basis data ini", k.publik().id())),
        Err(StoreError::Tertahan(h @ Halangan::KunciLain)) => l.gagal("kunci", kata::store(&h.into())),
        Err(StoreError::Tertahan(_) | StoreError::Berkas(_)) => {}
        Err(e) => return Err(e),
    }
    Ok(())
}

async fn jam(l: &mut Laporan, db: &impl Kueri) -> store::Hasil<()> {
    let kini = store::Jam::default().sekarang();
    let terbaru = Waktu(db.angka("SELECT COALESCE(MAX(pada), 0) AS n FROM audit", vec![]).await?);
    let mundur = (terbaru.0 - kini.0) / 1_000_000;
    if mundur > MUNDUR_DETIK {
        l.gagal(
            "jam",
            format!(
                "jam mesin {mundur} detik di belakang catatan terbaru: jam pernah dimundurkan atau salah. Nyalakan penyelarasan waktu (NTP)"
            ),
        );
    } else {
        l.baik("jam", format!("{} UTC, tidak di belakang catatan terbaru", kini.timestamp().strftime("%Y-%m-%d %H:%M")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Nilai;

    #[test]
    fn a_line_in_clear_over_the_network_is_named() {
        let mut l = Laporan::default();
        jalan(&mut l, "sini");
        assert!(l.0.is_empty());
        jalan(&mut l, "tls");
        jalan(&mut l, "polos");
        assert!(matches!((&l.0[0].nilai, &l.0[1].nilai), (Nilai::Baik, Nilai::Perhatian)));
        assert!(l.0[1].isi.contains("server_tls_sslmode"));
    }
}
