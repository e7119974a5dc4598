//! Drives the targets of `sasaran` with inputs made from seeds (`fuzz/benih` and the instruments): bits, pieces and numbers changed, and pieces
//! of other seeds put in. In CI a few hundred each; `PRIMA_ACAK_DETIK=3600` runs that long over all targets, `PRIMA_ACAK_BENIH` begins
//! elsewhere. An input that fails is kept under the temporary folder, and named.

mod sasaran;
mod ubah;

use std::{
    fs,
    panic::catch_unwind,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use ubah::Acak;

/// Inputs of each target in CI.
const KALI: u64 = 300;
/// Longest time one input may take, in a build without optimisation.
const LAMA: Duration = Duration::from_secs(10);

fn folder(nama: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(nama)
}

fn isi_folder(jalur: &Path) -> Vec<Vec<u8>> {
    let Ok(isi) = fs::read_dir(jalur) else { return Vec::new() };
    let mut semua: Vec<_> = isi.map(|b| b.unwrap().path()).filter(|j| j.is_file()).collect();
    semua.sort();
    semua.iter().map(|j| fs::read(j).unwrap()).collect()
}

/// What a target begins with: its own seeds, and for instruments those of the program.
fn benih(nama: &str) -> Vec<Vec<u8>> {
    let mut semua = isi_folder(&folder("fuzz/benih").join(nama));
    if nama == "edisi" {
        semua.extend(isi_folder(&folder("instruments")));
    }
    assert!(!semua.is_empty(), "target {nama} has no seed");
    semua
}

/// One input; the target's name and where the input was kept, when it failed.
fn satu(nama: &str, sasaran: fn(&[u8]), isi: &[u8]) -> Result<(), String> {
    let mulai = Instant::now();
    let hasil = catch_unwind(|| sasaran(isi));
    let lama = mulai.elapsed();
    if hasil.is_ok() && lama < LAMA {
        return Ok(());
    }
    let jalur = std::env::temp_dir().join(format!("acak-{nama}-{}.bin", store::sidik_hex(isi).get(..12).unwrap_or_default()));
    fs::write(&jalur, isi).unwrap();
    Err(format!("{nama}: {} after {lama:?}; the input is {}", if hasil.is_err() { "a panic" } else { "too slow" }, jalur.display()))
}

#[test]
fn nothing_that_strangers_send_breaks_a_reader() {
    let baca = |nama: &str| std::env::var(nama).ok().and_then(|n| n.parse::<u64>().ok());
    let (detik, awal) = (baca("PRIMA_ACAK_DETIK"), baca("PRIMA_ACAK_BENIH").unwrap_or(1));
    for (ke, (nama, sasaran)) in (1_u64..).zip(sasaran::SEMUA) {
        let semua = benih(nama);
        for isi in &semua {
            satu(nama, sasaran, isi).unwrap();
        }
        let sampai = detik.map(|d| Instant::now() + Duration::from_secs(d) / u32::try_from(sasaran::SEMUA.len()).unwrap());
        let mut acak = Acak::baru(awal.wrapping_mul(1_000_003).wrapping_add(ke));
        let mut n = 0;
        while sampai.map_or(n < KALI, |s| Instant::now() < s) {
            satu(nama, sasaran, &acak.ubah(&semua)).unwrap();
            n += 1;
        }
        if detik.is_some() {
            println!("{nama}: {n} inputs");
        }
    }
}
