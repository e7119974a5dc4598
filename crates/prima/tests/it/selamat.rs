//! What an administrator meets when something went wrong: a key that is gone or another's, a disk that takes nothing, a database of an older
//! program, a damaged page. Looking changes nothing, and each cause is told in words with what to do.

use std::{
    fs,
    io::{Seek as _, SeekFrom, Write as _},
    path::Path,
    process::Command,
};

use store::{Kunci, dialect, kueri::Kueri, migrasi, nilai};

struct Hasil {
    kode: i32,
    keluar: String,
    galat: String,
}

fn perintah(program: &Path, data: &Path) -> Command {
    let mut p = Command::new(program);
    p.env("PRIMA_DATA", data).env_remove("PRIMA_DATABASE");
    p
}

fn jalan(p: &mut Command, args: &[&str]) -> Hasil {
    let o = p.args(args).output().unwrap();
    let teks = |b: Vec<u8>| String::from_utf8(b).unwrap();
    Hasil { kode: o.status.code().unwrap(), keluar: teks(o.stdout), galat: teks(o.stderr) }
}

fn prima(args: &[&str], data: &Path) -> Hasil {
    jalan(&mut perintah(env!("CARGO_BIN_EXE_prima").as_ref(), data), args)
}

fn putar<T>(kerja: impl Future<Output = T>) -> T {
    tokio::runtime::Runtime::new().unwrap().block_on(kerja)
}

const MULAI: [&str; 3] = ["serve", "--listen", "127.0.0.1:0"];

#[test]
fn a_missing_key_is_told_and_another_one_too() {
    let tmp = tempfile::tempdir().unwrap();
    let data = tmp.path().join("data");
    let kunci = data.join("instalasi.kunci");
    assert_eq!(prima(&["migrate"], &data).kode, 0);
    fs::remove_file(&kunci).unwrap();
    for (args, kode) in [(&MULAI[..], 1), (&["migrate"][..], 1), (&["check"][..], 2), (&["backup", "x"][..], 2)] {
        let h = prima(args, &data);
        assert!(h.kode == kode && h.galat.contains("instalasi.kunci tidak ada di folder data"), "{args:?}: {} {}", h.kode, h.galat);
        assert!(!kunci.exists(), "{args:?}: no new key hides that it is gone");
    }
    fs::write(&kunci, "11".repeat(32)).unwrap();
    for args in [&MULAI[..], &["check"], &["audit", "verify"]] {
        let h = prima(args, &data);
        assert!(h.kode == 1 && h.galat.contains("bukan kunci basis data ini. Datanya tidak rusak"), "{args:?}: {} {}", h.kode, h.galat);
    }
    let h = prima(&["doctor"], &data);
    assert!(h.kode == 3 && h.keluar.contains("GAGAL      kunci: instalasi.kunci di folder data bukan kunci"), "{}", h.keluar);
    assert!(!h.keluar.contains("baik       kunci"), "{}", h.keluar);
}

#[test]
fn a_bad_key_file_is_not_blamed_on_the_backup() {
    let tmp = tempfile::tempdir().unwrap();
    let (data, baru, file) = (tmp.path().join("data"), tmp.path().join("baru"), tmp.path().join("n.prima"));
    let file = file.to_str().unwrap();
    assert_eq!(prima(&["migrate"], &data).kode, 0);
    assert_eq!(prima(&["backup", file, "--tanpa-kunci"], &data).kode, 0);
    fs::create_dir(&baru).unwrap();
    fs::write(baru.join("instalasi.kunci"), "rusak\n").unwrap();
    let h = prima(&["restore", file], &baru);
    assert!(h.kode == 2 && h.galat.contains("instalasi.kunci: baris 1 bukan isi berkas kunci"), "{} {}", h.kode, h.galat);
    assert!(!h.galat.contains("n.prima"), "{}", h.galat);
}

/// Rights do not bind root: then the program runs as nobody, from a place that nobody can reach.
fn tak_berhak(induk: &Path, data: &Path) -> Command {
    let alat = |p: &str, a: &[&str]| assert!(Command::new(p).args(a).status().unwrap().success(), "{p} {a:?}");
    let root = String::from_utf8(Command::new("id").arg("-u").output().unwrap().stdout).unwrap().trim() == "0";
    if !root {
        return perintah(env!("CARGO_BIN_EXE_prima").as_ref(), data);
    }
    let program = induk.join("prima");
    if !program.exists() {
        fs::copy(env!("CARGO_BIN_EXE_prima"), &program).unwrap();
        alat("chmod", &["a+rwx", induk.to_str().unwrap()]);
        alat("chmod", &["a+rx", program.to_str().unwrap()]);
        alat("chown", &["-R", "65534:65534", data.to_str().unwrap()]);
    }
    let mut p = perintah("setpriv".as_ref(), data);
    p.args(["--reuid", "65534", "--regid", "65534", "--clear-groups"]).arg(program);
    p
}

#[test]
fn where_nothing_can_be_written_what_is_there_is_looked_at_and_saved() {
    let tmp = tempfile::tempdir().unwrap();
    let (data, file, baru) = (tmp.path().join("data"), tmp.path().join("a.prima"), tmp.path().join("baru"));
    let (data_, file_) = (data.to_str().unwrap(), file.to_str().unwrap());
    assert_eq!(prima(&["simulate", "--units", "2", "--skm-responses", "3"], &data).kode, 0);
    let jumlah = prima(&["check", "--json"], &data).keluar;
    let mut pertama = tak_berhak(tmp.path(), &data);
    assert!(Command::new("chmod").args(["-R", "a-w", data_]).status().unwrap().success());
    let h = jalan(&mut pertama, &["check", "--json"]);
    assert_eq!((h.kode, h.keluar), (0, jumlah.clone()), "{}", h.galat);
    for args in [&["audit", "verify"][..], &["purge", "--dry-run"], &["key", "list"], &["user", "list"], &["backup", file_]] {
        let h = jalan(&mut tak_berhak(tmp.path(), &data), args);
        assert_eq!(h.kode, 0, "{args:?}: {}", h.galat);
    }
    let h = jalan(&mut tak_berhak(tmp.path(), &data), &["user", "disable", "a@b.id", "--alasan", "x"]);
    assert!(h.kode != 0 && h.galat.contains("folder data penuh atau hanya dapat dibaca"), "{}", h.galat);
    assert!(Command::new("chmod").args(["-R", "u+w", data_]).status().unwrap().success());
    assert_eq!(prima(&["restore", file_], &baru).kode, 0);
    assert_eq!(prima(&["check", "--json"], &baru).keluar, jumlah);
    // A folder that may not be looked into.
    assert!(Command::new("chmod").args(["a-rwx", data_]).status().unwrap().success());
    for args in [&["check"][..], &["doctor"]] {
        let h = jalan(&mut tak_berhak(tmp.path(), &data), args);
        assert!(h.kode == 2 && h.galat.contains("milik pengguna lain"), "{args:?}: {} {}", h.kode, h.galat);
    }
    assert!(Command::new("chmod").args(["u+rwx", data_]).status().unwrap().success());
}

/// An installation as the program before this one left it.
async fn lama(data: &Path) {
    fs::create_dir(data).unwrap();
    let kunci = Kunci::buka(data).unwrap();
    let (db, baca) = dialect::sqlite::buka(&data.join("prima.db")).await.unwrap();
    migrasi::sampai(&db, migrasi::DAFTAR.len() - 1).await.unwrap();
    let sql = "INSERT INTO instalasi (id, nama, kunci_publik, ilustrasi, dibuat) VALUES ($1, 'Lama', $2, 0, 1)";
    db.jalankan(sql, nilai![uuid::Uuid::now_v7(), kunci.publik().bytes().to_vec()]).await.unwrap();
    baca.close().await.unwrap();
    db.close().await.unwrap();
}

async fn banyak_migrasi(data: &Path) -> i64 {
    let db = dialect::sqlite::buka_baca(&data.join("prima.db")).await.unwrap();
    let n = db.angka("SELECT COUNT(*) AS n FROM migrasi", vec![]).await.unwrap();
    db.close().await.unwrap();
    n
}

#[test]
fn a_database_of_an_older_program_is_saved_but_not_changed_until_it_is_migrated() {
    let tmp = tempfile::tempdir().unwrap();
    let (data, baru, file) = (tmp.path().join("data"), tmp.path().join("baru"), tmp.path().join("a.prima"));
    let file = file.to_str().unwrap();
    putar(lama(&data));
    let dulu = putar(banyak_migrasi(&data));
    for args in [&["check"][..], &["audit", "verify"], &["purge", "--dry-run"], &["user", "list"], &["key", "rotate", "--alasan", "x"]] {
        let h = prima(args, &data);
        assert!(h.kode == 2 && h.galat.contains("program yang lebih lama") && h.galat.contains("prima backup"), "{args:?}: {}", h.galat);
    }
    let h = prima(&["backup", file], &data);
    assert!(h.kode == 0 && h.galat.contains("dicadangkan apa adanya"), "{}", h.galat);
    let h = prima(&["doctor"], &data);
    assert!(h.keluar.contains("PERHATIAN  skema: "), "{}", h.keluar);
    assert_eq!(putar(banyak_migrasi(&data)), dulu);
    assert_eq!(prima(&["restore", file], &baru).kode, 0);
    assert_eq!(prima(&["check"], &baru).kode, 0);
    assert_eq!(prima(&["migrate"], &data).kode, 0);
    assert_eq!((putar(banyak_migrasi(&data)), prima(&["check"], &data).kode), (dulu + 1, 0));

    // The note of a migration is gone, its column is there: said with what puts it back, before anything runs again.
    let (terakhir, teks) = migrasi::DAFTAR.last().unwrap();
    let jalankan = async |sql: String| {
        let (db, baca) = dialect::sqlite::buka(&data.join("prima.db")).await.unwrap();
        assert_eq!(db.jalankan(&sql, vec![]).await.unwrap(), 1, "{sql}");
        baca.close().await.unwrap();
        db.close().await.unwrap();
    };
    putar(jalankan(format!("DELETE FROM migrasi WHERE nama = '{terakhir}'")));
    let catatan = format!("INSERT INTO migrasi (nama, sidik, pada) VALUES ('{terakhir}', '{}', 0)", store::sidik_hex(teks.as_bytes()));
    for args in [&MULAI[..], &["migrate"], &["check"], &["backup", "y.prima"]] {
        let h = prima(args, &data);
        assert!(
            h.kode == 1 && h.galat.contains("catatannya di tabel migrasi hilang") && h.galat.contains(&catatan),
            "{args:?}: {}",
            h.galat
        );
    }
    let h = prima(&["doctor"], &data);
    assert!(h.keluar.contains("GAGAL      skema: ") && h.keluar.contains(&catatan), "{}", h.keluar);
    putar(jalankan(catatan));
    assert_eq!(prima(&["check"], &data).kode, 0);

    // And one of a newer program is not called damaged.
    putar(async {
        let (db, baca) = dialect::sqlite::buka(&data.join("prima.db")).await.unwrap();
        db.jalankan("INSERT INTO migrasi (nama, sidik, pada) VALUES ('9999_nanti', 'x', 1)", vec![]).await.unwrap();
        baca.close().await.unwrap();
        db.close().await.unwrap();
    });
    for args in [&MULAI[..], &["check"], &["backup", "y.prima"]] {
        let h = prima(args, &data);
        assert!(h.kode == 1 && h.galat.contains("program yang lebih baru") && h.galat.contains("tidak rusak"), "{args:?}: {}", h.galat);
    }
}

#[test]
fn a_damaged_database_of_an_older_program_is_called_damaged() {
    let tmp = tempfile::tempdir().unwrap();
    let data = tmp.path().join("data");
    putar(lama(&data));
    let akar = putar(async {
        let db = dialect::sqlite::buka_baca(&data.join("prima.db")).await.unwrap();
        let n = db.angka("SELECT COALESCE(MAX(rootpage), 0) AS n FROM sqlite_master WHERE name = 'audit_mata'", vec![]).await.unwrap();
        db.close().await.unwrap();
        n
    });
    let mut f = fs::File::options().write(true).open(data.join("prima.db")).unwrap();
    f.seek(SeekFrom::Start((u64::try_from(akar).unwrap() - 1) * 4096)).unwrap();
    f.write_all(&[0xff; 4096]).unwrap();
    drop(f);
    let h = prima(&["check"], &data);
    assert!(h.kode == 3 && h.keluar.contains("TEMUAN basis: "), "{} {} {}", h.kode, h.keluar, h.galat);
    assert!(h.galat.contains("Jangan jalankan `prima migrate`") && h.galat.contains("prima restore"), "{}", h.galat);
}

/// Restored with a key file that no longer holds the keys of that time.
#[test]
fn a_restore_says_what_no_key_here_opens() {
    let tmp = tempfile::tempdir().unwrap();
    let (data, baru, file) = (tmp.path().join("data"), tmp.path().join("baru"), tmp.path().join("n.prima"));
    let file = file.to_str().unwrap();
    assert_eq!(prima(&["migrate"], &data).kode, 0);
    putar(async {
        let (db, baca) = dialect::sqlite::buka(&data.join("prima.db")).await.unwrap();
        let sql = "INSERT INTO gerbang_kontak (perkara, perkara_id, saluran, telepon, nomor, sidik, bahasa, pada)
            VALUES ('tiket', $1, 'wa', '~1:00000000:AAAA', $2, $1, 'id', 1)";
        db.jalankan(sql, nilai![uuid::Uuid::now_v7(), vec![1_u8]]).await.unwrap();
        baca.close().await.unwrap();
        db.close().await.unwrap();
    });
    assert_eq!(prima(&["backup", file], &data).kode, 0);
    let h = prima(&["restore", file], &baru);
    assert!(
        h.kode == 3 && h.galat.contains("gerbang_kontak.telepon: 1 ") && h.galat.contains("salinan dari masa cadangan"),
        "{} {}",
        h.kode,
        h.galat
    );
    assert_eq!(prima(&["check"], &baru).kode, 3);
}

#[test]
fn a_check_goes_on_over_damage_and_lists_what_it_found() {
    let tmp = tempfile::tempdir().unwrap();
    let data = tmp.path().join("data");
    assert_eq!(prima(&["simulate", "--units", "2", "--skm-responses", "3"], &data).kode, 0);
    let akar = putar(async {
        let (db, baca) = dialect::sqlite::buka(&data.join("prima.db")).await.unwrap();
        let mut akar = Vec::new();
        for nama in ["audit_mata", "f02_lembar", "unit"] {
            akar.push(db.angka("SELECT COALESCE(MAX(rootpage), 0) AS n FROM sqlite_master WHERE name = $1", nilai![nama]).await.unwrap());
        }
        baca.close().await.unwrap();
        db.close().await.unwrap();
        akar
    });
    let mut f = fs::File::options().write(true).open(data.join("prima.db")).unwrap();
    for halaman in akar.into_iter().filter(|n| *n > 1) {
        f.seek(SeekFrom::Start((u64::try_from(halaman).unwrap() - 1) * 4096)).unwrap();
        f.write_all(&[0xff; 4096]).unwrap();
    }
    drop(f);
    let h = prima(&["check", "--json"], &data);
    let v: serde_json::Value = serde_json::from_str(&h.keluar).unwrap_or_else(|e| panic!("{e}: {}", h.galat));
    assert_eq!((h.kode, &v["valid"]), (3, &serde_json::Value::Bool(false)));
    assert!(!v["findings"].as_array().unwrap().is_empty() && v["checked"]["objek"].as_u64().unwrap() > 0, "{v}");
    let h = prima(&["doctor"], &data);
    assert!(h.kode == 3 && h.keluar.contains("GAGAL      basis data: tidak dapat dibaca: data yang tersimpan rusak"), "{}", h.keluar);
    let h = prima(&["backup", tmp.path().join("a.prima").to_str().unwrap()], &data);
    assert!(h.kode == 1 && h.galat.contains("prima check"), "{}", h.galat);
}

#[test]
fn the_doctor_names_settings_that_keep_the_program_from_starting() {
    let tmp = tempfile::tempdir().unwrap();
    let data = tmp.path().join("data");
    assert_eq!(prima(&["migrate"], &data).kode, 0);
    let dipakai = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let alamat = dipakai.local_addr().unwrap().to_string();
    std::thread::spawn(move || dipakai.incoming().for_each(drop));
    let program = env!("CARGO_BIN_EXE_prima").as_ref();
    let mut p = perintah(program, &data);
    let h = jalan(p.env("PRIMA_METRIK__ALAMAT", &alamat).env("PRIMA_REPLIKA__ALAMAT", "postgres://a@b/c"), &["doctor"]);
    assert_eq!(h.kode, 3);
    for kata in
        [format!("GAGAL      metrik: metrik.alamat {alamat}: sedang dipakai program lain"), "GAGAL      pengaturan: [replika]".into()]
    {
        assert!(h.keluar.contains(&kata), "{kata}: {}", h.keluar);
    }
    // A variable that nobody reads because of one letter is told; others that begin alike are left alone.
    let mut p = perintah(program, &data);
    let h = jalan(p.env("PRIMA_PROKSI_TERPERCAYA", "[\"10.0.0.0/8\"]").env("PRIMA_UJI_LAIN", "x"), &["doctor"]);
    let maksud = "PRIMA_PROKSI_TERPERCAYA tidak dikenal; mungkin maksudnya PRIMA_PROKSI_TEPERCAYA";
    assert!(h.kode == 3 && h.keluar.contains(maksud), "{}", h.keluar);
    let h = prima(&["check", "--database", "mysql://a@b/c"], &data);
    assert!(h.kode == 2 && h.galat.contains("bukan alamat PostgreSQL"), "{}", h.galat);
}
