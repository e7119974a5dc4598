//! Every way out of a stored file asks the virus scanner's verdict first (invariant 10 of ARCHITECTURE): whoever reads an object in a
//! page either asks, or is named here with the reason why nothing from outside can lie there.

use std::{fs, path::Path};

/// Files of `src` that read objects without asking.
const TIDAK_BERTANYA: [(&str, &str); 10] = [
    ("lokus/berita_acara/unduhan.rs", "minutes, printed by the program"),
    ("lokus/f01/usulan.rs", "a survey report, printed by the program"),
    ("lokus/lhe/unduhan.rs", "reports, printed by the program"),
    ("lokus/penyampaian/satu.rs", "a follow-up report, printed by the program"),
    ("nasional/laporan/berkas.rs", "the national report, printed by the program"),
    ("permohonan/surat.rs", "a letter, printed by the program"),
    ("pindai/mod.rs", "hands the file to the scanner"),
    ("publik/data_pribadi/salinan.rs", "`store::pdp::salinan` names no file that is held back"),
    ("publik/permohonan/lacak.rs", "a letter, printed by the program"),
    ("skm/laporan/daftar.rs", "survey reports, printed by the program"),
];

fn berkas(folder: &Path, semua: &mut Vec<std::path::PathBuf>) {
    for b in fs::read_dir(folder).unwrap().map(|b| b.unwrap().path()) {
        if b.is_dir() { berkas(&b, semua) } else { semua.push(b) }
    }
}

#[test]
fn whoever_gives_out_a_file_asks_the_scanner() {
    let akar = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut semua, mut salah) = (Vec::new(), Vec::new());
    berkas(&akar, &mut semua);
    for j in semua.iter().filter(|j| j.extension().is_some_and(|a| a == "rs")) {
        let teks = fs::read_to_string(j).unwrap();
        let nama = j.strip_prefix(&akar).unwrap().to_str().unwrap();
        let membaca = ["objek::baca(", "objek::jalur(", "buka_objek(", ".isi(&app.store)"].iter().any(|f| teks.contains(f));
        let (bertanya, dikecualikan) = (teks.contains("pindai::boleh("), TIDAK_BERTANYA.iter().any(|t| t.0 == nama));
        if membaca && !bertanya && !dikecualikan {
            salah.push(format!("{nama}: reads an object and does not ask store::pindai::boleh"));
        }
        if dikecualikan && (!membaca || bertanya) {
            salah.push(format!("{nama}: need not be named here any more"));
        }
    }
    assert!(salah.is_empty(), "{}", salah.join("\n"));
}
