//! The print workers: limits, reuse, and what happens when one hangs or dies.

#![cfg(test)]

#[expect(dead_code, reason = "each test uses its part")]
mod contoh;

use std::path::Path;
use std::time::{Duration, Instant};

use dokumen::masukan::{Dokumen, PosterF03};
use dokumen::{Error, Pencetak, Setelan, pdf};

fn setelan() -> Setelan {
    Setelan { program: Some(env!("CARGO_BIN_EXE_pekerja-uji").into()), pekerja: 1, antrean: 1, ..Setelan::default() }
}

fn poster(lama: &str) -> PosterF03 {
    PosterF03 { lama: lama.into(), ..contoh::poster() }
}

/// Live children of this process that run the test worker and belong to `tanda`.
fn pekerja_hidup() -> usize {
    let sendiri = std::process::id().to_string();
    let anak = std::fs::read_dir("/proc").unwrap().filter_map(|isi| {
        let status = std::fs::read_to_string(isi.ok()?.path().join("stat")).ok()?;
        let (nama, sisa) = status.split_once(") ")?;
        let mut kolom = sisa.split(' ');
        let (keadaan, induk) = (kolom.next()?, kolom.next()?);
        (nama.contains("pekerja-uji") && keadaan != "Z" && induk == sendiri).then_some(())
    });
    anak.count()
}

async fn sampai(mut benar: impl FnMut() -> bool) {
    let batas = Instant::now() + Duration::from_secs(20);
    while !benar() {
        assert!(Instant::now() < batas, "did not happen within 20 s");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// One test, since all of it counts the children of one process.
#[tokio::test]
async fn workers_are_bounded_and_replaced() {
    assert!(Path::new("/proc/self/stat").exists(), "counting processes needs /proc");
    worker_gives_the_same_bytes_and_is_reused().await;
    a_hanging_document_is_killed_and_the_next_one_works().await;
    a_crash_is_an_error_and_the_next_one_works().await;
    an_idle_worker_leaves().await;
    a_worker_is_replaced_after_its_share().await;
    a_full_queue_is_busy().await;
    dropping_the_printer_ends_its_workers().await;
    a_fault_of_the_input_comes_back_as_text().await;
}

async fn worker_gives_the_same_bytes_and_is_reused() {
    let pencetak = Pencetak::new(setelan());
    let pertama = pencetak.cetak(poster("3 menit")).await.unwrap();
    assert_eq!(pertama, pdf::render(&Dokumen::from(poster("3 menit"))).unwrap());
    let mulai = Instant::now();
    assert_eq!(pertama, pencetak.clone().cetak(poster("3 menit")).await.unwrap());
    assert!(mulai.elapsed() < Duration::from_secs(10));
    assert_eq!(pekerja_hidup(), 1);
}

async fn a_hanging_document_is_killed_and_the_next_one_works() {
    sampai(|| pekerja_hidup() == 0).await;
    let pencetak = Pencetak::new(Setelan { batas_waktu: Duration::from_millis(300), ..setelan() });
    let mulai = Instant::now();
    let hasil = pencetak.cetak(poster("UJI-TIDUR")).await;
    assert!(matches!(hasil, Err(Error::BatasWaktu(_))), "{hasil:?}");
    assert!(mulai.elapsed() < Duration::from_secs(5));
    sampai(|| pekerja_hidup() == 0).await;

    let pencetak = Pencetak::new(Setelan { batas_waktu: Duration::from_secs(10), ..setelan() });
    let hasil = tokio::join!(pencetak.cetak(poster("UJI-TIDUR")), pencetak.cetak(poster("sesudahnya")));
    assert!(matches!(hasil.0, Err(Error::BatasWaktu(_))));
    assert!(hasil.1.unwrap().starts_with(b"%PDF"));
}

async fn a_crash_is_an_error_and_the_next_one_works() {
    let pencetak = Pencetak::new(setelan());
    let hasil = pencetak.cetak(poster("UJI-MATI")).await;
    assert!(matches!(hasil, Err(Error::PekerjaBerhenti(_))), "{hasil:?}");
    assert!(pencetak.cetak(poster("sesudahnya")).await.unwrap().starts_with(b"%PDF"));
}

async fn an_idle_worker_leaves() {
    sampai(|| pekerja_hidup() == 0).await;
    let pencetak = Pencetak::new(Setelan { batas_menganggur: Duration::from_millis(400), ..setelan() });
    pencetak.cetak(poster("a")).await.unwrap();
    assert_eq!(pekerja_hidup(), 1);
    sampai(|| pekerja_hidup() == 0).await;
    assert!(pencetak.cetak(poster("b")).await.unwrap().starts_with(b"%PDF"));
}

async fn a_worker_is_replaced_after_its_share() {
    sampai(|| pekerja_hidup() == 0).await;
    let pencetak = Pencetak::new(Setelan { dokumen_per_pekerja: 2, ..setelan() });
    pencetak.cetak(poster("a")).await.unwrap();
    assert_eq!(pekerja_hidup(), 1);
    pencetak.cetak(poster("b")).await.unwrap();
    sampai(|| pekerja_hidup() == 0).await;
    pencetak.cetak(poster("c")).await.unwrap();
}

async fn a_full_queue_is_busy() {
    let pencetak = Pencetak::new(Setelan { antrean: 0, ..setelan() });
    let hasil = tokio::join!(pencetak.cetak(poster("a")), pencetak.cetak(poster("b")));
    assert!(hasil.0.is_ok());
    assert!(matches!(hasil.1, Err(Error::Sibuk(0))), "{:?}", hasil.1);
}

async fn dropping_the_printer_ends_its_workers() {
    let pencetak = Pencetak::new(setelan());
    pencetak.cetak(poster("a")).await.unwrap();
    drop(pencetak);
    sampai(|| pekerja_hidup() == 0).await;
}

async fn a_fault_of_the_input_comes_back_as_text() {
    let mut lhe = contoh::lhe();
    lhe.aspek[0].nilai.eksak = "lima".into();
    let hasil = Pencetak::new(setelan()).cetak(lhe).await;
    assert!(matches!(&hasil, Err(Error::TataLetak(pesan)) if pesan.contains("lima")), "{hasil:?}");
}

#[tokio::test]
async fn a_program_that_is_not_there_is_said_so() {
    let pencetak = Pencetak::new(Setelan { program: Some("/tidak/ada".into()), ..setelan() });
    assert!(matches!(pencetak.cetak(poster("a")).await, Err(Error::PekerjaTidakMulai(_))));
}

#[tokio::test]
async fn in_process_printing_gives_the_same_bytes() {
    let pdf = Pencetak::dalam_proses().cetak(poster("a")).await.unwrap();
    assert_eq!(pdf, pdf::render(&poster("a").into()).unwrap());
}

/// After an update the file on disk is another program; workers are still this one.
#[cfg(target_os = "linux")]
#[test]
fn workers_start_after_the_program_file_was_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("prima");
    std::fs::copy(env!("CARGO_BIN_EXE_pekerja-uji"), &program).unwrap();
    let mut anak = std::process::Command::new(&program).arg("induk").stdin(std::process::Stdio::piped()).spawn().unwrap();
    serde_json::to_writer(anak.stdin.take().unwrap(), &Dokumen::from(poster("3 menit"))).unwrap();
    assert!(anak.wait().unwrap().success());
    assert_eq!(std::fs::read(&program).unwrap(), b"another program");
}

/// Of the fonts that come with the typesetter none is linked: one of them is under the GPL.
#[test]
fn only_our_own_fonts_are_in_the_program() {
    let program = std::fs::read(env!("CARGO_BIN_EXE_pekerja-uji")).unwrap();
    // As a font file holds its name (UTF-16); the typesetter knows the bare names in any case.
    let memuat = |nama: &str| {
        let nama: Vec<u8> = nama.encode_utf16().flat_map(u16::to_be_bytes).collect();
        program.windows(nama.len()).any(|w| w == nama)
    };
    assert!(memuat("LibertinusSerif-Regular"), "the test looks at the right file");
    assert!(!memuat("NewCM10-Regular") && !memuat("NewCMMath-Regular"));
}
