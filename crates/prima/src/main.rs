//! The command line: one module per subcommand, nothing else here. Results go to standard output, progress and messages
//! to standard error; exit codes as in the command-line contract (0 done, 1 failed, 2 wrong input, 3 a claim does not hold).

mod bsre_tiruan;
mod cadangan;
mod check;
mod compute;
mod config;
mod demo;
mod doctor;
mod instrument;
mod jejak;
mod kata;
mod key;
mod maintenance;
mod pekerja;
mod purge;
mod riwayat;
mod serve;
mod simulasi;
mod soket;
mod survei;
mod tempat;
mod user;
mod verify;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Program evaluasi pelayanan publik (PEKPPP).
#[derive(Parser)]
#[command(name = "prima", version, about = "Program evaluasi kinerja pelayanan publik (PEKPPP)", propagate_version = true)]
struct Prima {
    #[command(subcommand)]
    perintah: Perintah,
}

#[derive(Subcommand)]
enum Perintah {
    /// Layani halaman
    Serve(serve::Serve),
    /// Layani contoh yang sudah terisi (data buatan, berlabel ILUSTRASI)
    Demo(demo::Demo),
    /// Hitung ulang sebuah angka dari berkas masukan
    #[command(subcommand)]
    Compute(compute::Compute),
    /// Periksa bundel hasil tanpa server: sidik, tanda tangan, edisi, dan semua angkanya
    Verify(verify::Verify),
    /// Edisi instrumen
    #[command(subcommand)]
    Instrument(instrument::Instrument),
    /// Buat cadangan seluruh data dalam satu berkas, juga selagi program berjalan
    Backup(cadangan::Backup),
    /// Pulihkan cadangan ke tempat yang kosong
    Restore(cadangan::Restore),
    /// Periksa keutuhan data yang tersimpan
    Check(check::Check),
    /// Periksa mesin, folder, basis data, dan pengaturan; sebutkan yang salah dan apa yang harus dilakukan
    Doctor(doctor::Doctor),
    /// Mode pemeliharaan: halaman dapat dibaca, perubahan ditolak
    #[command(subcommand)]
    Maintenance(maintenance::Maintenance),
    /// Log audit
    #[command(subcommand)]
    Audit(check::Audit),
    /// Kunci penanda tangan instalasi ini
    #[command(subcommand)]
    Key(key::Key),
    /// Hapus data pribadi yang sudah lewat masa simpannya
    Purge(purge::Purge),
    /// Mutakhirkan skema basis data
    Migrate(check::Migrate),
    /// Akun dan perannya
    #[command(subcommand)]
    User(user::User),
    /// Nilai IPP yang diterbitkan pihak lain
    #[command(subcommand)]
    Riwayat(riwayat::Riwayat),
    /// Survei kepuasan masyarakat
    #[command(subcommand)]
    Skm(survei::Survei),
    /// Layani tiruan layanan tanda tangan elektronik BSrE di mesin ini, untuk mencoba
    BsreTiruan(bsre_tiruan::BsreTiruan),
    /// Isi instalasi kosong dengan data karangan untuk uji beban
    Simulate(simulasi::Simulate),
}

fn main() -> ExitCode {
    // The print worker talks over its standard output, so nothing else may run before it.
    if std::env::args().nth(1).is_some_and(|a| a == "kerja-pdf") {
        return dokumen::worker_main();
    }
    let prima = match Prima::try_parse() {
        Ok(prima) => prima,
        Err(e) => return salah_ketik(&e),
    };
    if matches!(prima.perintah, Perintah::Serve(_) | Perintah::Demo(_)) {
        atur_memori();
    } else {
        pipa_putus();
    }
    match prima.perintah {
        Perintah::Serve(p) => p.jalankan(),
        Perintah::Demo(p) => p.jalankan(),
        Perintah::Compute(p) => p.jalankan(),
        Perintah::Verify(p) => p.jalankan(),
        Perintah::Instrument(p) => p.jalankan(),
        Perintah::Backup(p) => p.jalankan(),
        Perintah::Restore(p) => p.jalankan(),
        Perintah::Check(p) => p.jalankan(),
        Perintah::Doctor(p) => p.jalankan(),
        Perintah::Maintenance(p) => p.jalankan(),
        Perintah::Audit(p) => p.jalankan(),
        Perintah::Key(p) => p.jalankan(),
        Perintah::Purge(p) => p.jalankan(),
        Perintah::Migrate(p) => p.jalankan(),
        Perintah::User(p) => p.jalankan(),
        Perintah::Riwayat(p) => p.jalankan(),
        Perintah::Skm(p) => p.jalankan(),
        Perintah::BsreTiruan(p) => p.jalankan(),
        Perintah::Simulate(p) => p.jalankan(),
    }
}

/// Help and version as they are; a fault in one line.
fn salah_ketik(e: &clap::Error) -> ExitCode {
    let Some(pesan) = kata::perintah(e) else { e.exit() };
    eprintln!("prima: {pesan}");
    ExitCode::from(tempat::SALAH)
}

/// `prima check | head`: who reads may stop reading, and that is no fault. Printing panics then; the command ends as the system would end it
/// (128 and the number of SIGPIPE), without a word.
fn pipa_putus() {
    let biasa = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |apa| {
        let pesan = apa.payload().downcast_ref::<String>().map_or("", String::as_str);
        if pesan.starts_with("failed printing to stdout") && pesan.contains("os error 32") {
            std::process::exit(141);
        }
        biasa(apa);
    }));
}

/// How the C library keeps freed memory. Pages are built in pieces of up to half a megabyte: left to itself, the library raises the
/// size above which it gives pieces back at once and holds 160 MB where 100 MB do (`docs/decisions/allocator.md`). The
/// values must stand before the process starts, so the program replaces itself once (same process id).
#[cfg(target_os = "linux")]
fn atur_memori() {
    use std::os::unix::process::CommandExt as _;
    const NILAI: [(&str, &str); 3] =
        [("MALLOC_ARENA_MAX", "4"), ("MALLOC_MMAP_THRESHOLD_", "262144"), ("MALLOC_TRIM_THRESHOLD_", "16777216")];
    let kurang: Vec<_> = NILAI.into_iter().filter(|(nama, _)| std::env::var_os(nama).is_none()).collect();
    if !kurang.is_empty()
        && let Ok(diri) = std::env::current_exe()
    {
        let galat = std::process::Command::new(diri).args(std::env::args_os().skip(1)).envs(kurang).exec();
        eprintln!("prima: {galat}");
    }
}

#[cfg(not(target_os = "linux"))]
fn atur_memori() {}
