//! The form of a service as controls, and what was typed as answers. Names of controls have a prefix, so that no field of a form can
//! stand for one of the page.

use layanan::permohonan::{Formulir as Rancangan, JenisMedan, Medan, SalahJawaban};
use store::{
    StoreError,
    permohonan::{BerkasMasuk, Kirim, Lampiran},
};

use super::kiriman::Masuk;
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    kiriman::tetap::tetap,
    komponen::{self, Opsi},
    konteks::Konteks,
};

const AWALAN: &str = "i-";

/// Name of the control of a field.
pub(super) fn nama_medan(kunci: &str) -> String {
    format!("{AWALAN}{kunci}")
}

/// The controls, in the order of the form. `ada`: files from before, which need not be sent again.
pub(super) fn kontrol(k: &Konteks, f: &Formulir, r: &Rancangan, ada: &[BerkasMasuk]) -> Vec<komponen::Medan> {
    r.medan.iter().map(|m| satu(k, f, m, ada)).collect()
}

/// Place from 0 of the first file among the controls: before it stands what has to be known before a file is chosen.
pub(super) fn berkas_pertama(r: &Rancangan) -> Option<usize> {
    r.medan.iter().position(|m| m.jenis == JenisMedan::Berkas)
}

fn satu(k: &Konteks, f: &Formulir, m: &Medan, ada: &[BerkasMasuk]) -> komponen::Medan {
    const LABEL: &str = "permohonan-isian";
    let nama = nama_medan(&m.kunci);
    let opsi = || m.opsi.iter().map(|o| Opsi::baru(o, o)).collect::<Vec<_>>();
    let lama = ada.iter().find(|b| b.medan == m.kunci);
    let medan = match m.jenis {
        JenisMedan::Teks => f.area(k, &nama, LABEL).baris(2),
        JenisMedan::Angka => f.angka(k, &nama, LABEL),
        JenisMedan::Tanggal => f.tanggal(k, &nama, LABEL),
        JenisMedan::YaTidak => {
            let opsi = [Opsi::baru("ya", k.s("permohonan-ya")), Opsi::baru("tidak", k.s("permohonan-tidak"))];
            f.radio(k, &nama, LABEL, &opsi)
        }
        JenisMedan::Pilihan if m.opsi.len() <= 5 => f.radio(k, &nama, LABEL, &opsi()),
        JenisMedan::Pilihan => f.pilihan(k, &nama, LABEL, &opsi()),
        JenisMedan::BanyakPilihan => f.centang(k, &nama, LABEL, &opsi()),
        JenisMedan::Berkas => f.berkas(k, &nama, LABEL, ".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx"),
    };
    let bantu = match (m.jenis, lama) {
        (JenisMedan::Berkas, Some(b)) => format!("{} {}", m.bantu, k.n("permohonan-berkas-ada", "nama", &b.nama)),
        (JenisMedan::Berkas, None) => format!("{} {}", m.bantu, k.n("permohonan-berkas-bantu", "halaman", store::berkas::HALAMAN_MAKS)),
        _ => m.bantu.clone(),
    };
    let medan = medan.label_teks(&m.label).bantu_teks(bantu.trim());
    if m.wajib && lama.is_none() { medan.wajib() } else { medan }
}

/// The typed values under the names of the form.
pub(super) fn mentah(f: &Formulir) -> Vec<(String, String)> {
    f.pasangan().iter().filter_map(|(n, v)| n.strip_prefix(AWALAN).map(|n| (n.to_owned(), v.clone()))).collect()
}

/// Everything that is wrong or missing, at its control, and [`pilih_lagi`].
pub(super) fn periksa(f: &mut Formulir, r: &Rancangan, berkas: &[Masuk], ada: &[BerkasMasuk]) {
    if r.nama {
        f.wajib("nama", "permohonan-nama-wajib");
    }
    if r.kontak {
        f.wajib("kontak", "permohonan-kontak-wajib");
    }
    f.batasi("nama", 200);
    f.batasi("kontak", 200);
    f.batasi("surel", 200);
    let surel = f.nilai("surel").trim();
    if !surel.is_empty() && !store::pekerjaan::alamat_wajar(surel) {
        f.salahkan("surel", "permohonan-surel");
    }
    let isi = mentah(f);
    let salah_berkas: Vec<String> = f.semua_salah().iter().map(|s| s.medan.clone()).collect();
    let terisi = |m: &str| berkas.iter().any(|b| b.medan == m) || ada.iter().any(|b| b.medan == m) || salah_berkas.contains(&nama_medan(m));
    let nilai = |m: &str| isi.iter().filter(|(n, _)| n == m).map(|(_, v)| v.as_str()).collect();
    if let Err(salah) = r.baca(nilai, terisi) {
        for (m, e) in salah {
            let label = r.medan(&m).map(|m| m.label.clone()).unwrap_or_default();
            f.salahkan_dengan(&nama_medan(&m), kunci(e, r.medan(&m)), vec![("nama", label)]);
        }
    }
    pilih_lagi(f, berkas);
}

/// Of a form that is not taken the files that were fine have to be chosen again, where the page does not keep them: browsers do not.
pub(super) fn pilih_lagi(f: &mut Formulir, berkas: &[Masuk]) {
    if f.sah() || tetap(f) {
        return;
    }
    let salah: Vec<String> = f.semua_salah().iter().map(|s| s.medan.clone()).collect();
    for b in berkas.iter().filter(|b| !salah.contains(&nama_medan(&b.medan))) {
        f.salahkan(&nama_medan(&b.medan), "permohonan-berkas-ulang");
    }
}

/// Which of the files is known as infected, at its control.
pub(super) async fn terinfeksi(app: &AppState, f: &mut Formulir, berkas: &[Masuk]) -> Hasil<()> {
    for b in berkas {
        match store::pindai::boleh(&app.store, &store::sidik_hex(b.isi.isi())).await {
            Err(StoreError::Keadaan(kunci @ "berkas-terinfeksi")) => f.salahkan(&nama_medan(&b.medan), kunci),
            Ok(()) | Err(StoreError::Keadaan(_)) => {}
            Err(e) => return Err(e.into()),
        }
    }
    Ok(())
}

fn kunci(e: SalahJawaban, m: Option<&Medan>) -> &'static str {
    match e {
        SalahJawaban::Kosong if m.is_some_and(|m| m.jenis == JenisMedan::Berkas) => "permohonan-salah-berkas",
        SalahJawaban::Kosong => "permohonan-salah-kosong",
        SalahJawaban::BukanAngka => "permohonan-salah-angka",
        SalahJawaban::BukanTanggal => "permohonan-salah-tanggal",
        SalahJawaban::BukanPilihan => "permohonan-salah-pilihan",
        SalahJawaban::TerlaluPanjang => "permohonan-salah-panjang",
    }
}

/// What is handed to the store.
pub(super) fn kirim<'a>(f: &'a Formulir, bahasa: &'a str, mentah: &'a [(String, String)], berkas: &'a [Masuk]) -> Kirim<'a> {
    let lampiran = berkas.iter().map(|b| Lampiran { medan: &b.medan, nama: &b.nama, berkas: &b.isi }).collect();
    Kirim { nama: f.nilai("nama"), kontak: f.nilai("kontak"), surel: f.nilai("surel"), bahasa, mentah, lampiran }
}
