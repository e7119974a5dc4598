//! What a field of a held form is called on its own page: the build gathers the labels from the templates, and the address says
//! which page it was. A reader never sees the name that the form gives it.

use crate::konteks::Konteks;

include!(concat!(env!("OUT_DIR"), "/medan.rs"));

/// The label of a field sent to `jalur`.
pub(super) fn label(k: &Konteks, jalur: &str, nama: &str) -> String {
    if let Some((lembar, nomor)) = sel(nama) {
        return k.a("f03-ketik-sel", [("lembar", (lembar + 1).into()), ("nomor", (nomor + 1).into())]);
    }
    let (pokok, nomor) = super::tertahan::pisah(nama);
    match kunci(jalur, pokok).or_else(|| umum(pokok)) {
        None => k.s("masuk-medan-lain"),
        Some(kunci) if nomor.is_empty() => k.s(kunci),
        Some(kunci) => k.a("masuk-medan-indikator", [("label", k.s(kunci).into()), ("nomor", nomor.into())]),
    }
}

/// Catalogue key of the label on the page whose name has most in common with the address; `None` when no such page has the field.
fn kunci(jalur: &str, nama: &str) -> Option<&'static str> {
    // Folders of templates are written with an underscore.
    let bagian: Vec<String> = jalur.split(['/', '?']).filter(|b| !b.is_empty()).map(|b| b.replace('-', "_")).collect();
    // Of pages that have as much in common, one of the same area, and of those the one that names nothing else: `periode/isian` before
    // `pengaduan/baru` and `periode/sk/rancangan`.
    let sama = |halaman: &str| {
        let lain = halaman.split('/').filter(|h| !bagian.iter().any(|b| b == h)).count();
        let area = halaman.split('/').next() == bagian.first().map(String::as_str);
        (halaman.split('/').count() - lain, area, std::cmp::Reverse(lain))
    };
    let semua = MEDAN.iter().filter(|(_, n, _)| *n == nama).map(|(halaman, _, kunci)| (sama(halaman), *kunci));
    semua.filter(|((n, ..), _)| *n > 0).max_by_key(|(n, _)| *n).map(|(_, kunci)| kunci)
}

/// Fields that are drawn without a call, or on pages whose address has another name.
fn umum(nama: &str) -> Option<&'static str> {
    Some(match nama {
        "catatan" => "masuk-medan-catatan",
        "skor" | "nilai" => "masuk-medan-skor",
        "sumber" => "masuk-medan-sumber",
        "rekomendasi" => "masuk-medan-rekomendasi",
        "alasan" | "alasan_ba" | "alasan_versi" | "alasan-faktor" => "masuk-medan-alasan",
        "keterangan" => "masuk-medan-keterangan",
        "nomor" => "masuk-medan-nomor",
        "nama" => "masuk-medan-nama",
        "jabatan" => "masuk-medan-jabatan",
        "tanggal" => "masuk-medan-tanggal",
        "tempat" => "masuk-medan-tempat",
        "jawaban" => "masuk-medan-jawaban",
        "surel" => "masuk-surel",
        "bahasa" => "masuk-medan-bahasa",
        "cari" => "masuk-medan-cari",
        "edisi_a" => "periode-edisi-a",
        "edisi_b" => "periode-edisi-b",
        _ => return None,
    })
}

/// A cell of typed paper: `s0-13` is sheet 0, statement 13.
fn sel(nama: &str) -> Option<(u64, u64)> {
    let (lembar, nomor) = nama.strip_prefix('s')?.split_once('-')?;
    Some((lembar.parse().ok()?, nomor.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::{kunci, umum};

    #[test]
    fn the_page_decides_what_a_field_is_called() {
        assert_eq!(kunci("/periode/0198/anggaran", "harga"), Some("anggaran-harga"));
        assert_eq!(kunci("/admin/instansi/baru", "nama"), Some("instansi-nama"));
        assert_eq!(kunci("/lokus/0198/lhe", "nomor"), Some("lhe-nomor"));
        assert_eq!(kunci("/lokus/0198/tindak-lanjut/0198", "tenggat"), Some("tindaklanjut-tenggat"));
        assert_eq!(kunci("/periode/baru", "nama"), Some("periode-nama"));
        // Drawn by the code of the page, not by its template.
        assert_eq!(kunci("/periode/baru", "edisi_a").or_else(|| umum("edisi_a")), Some("periode-edisi-a"));
        assert_eq!(kunci("/periode/0198/sk/rancangan", "nama"), Some("persiapan-rancangan-nama"));
        assert_eq!(kunci("/tidak/ada", "nama"), None);
    }
}
