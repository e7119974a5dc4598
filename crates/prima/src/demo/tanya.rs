//! What citizens ask of the example's 300 services: the search has what they came for among the first three. `tanya.txt` holds a question
//! and the service (or unit, or mall) in a line, as people type them, with their errors.

use store::layanan::{Ditemukan, katalog};

use super::siapkan;
use crate::serve;

const TANYA: &str = include_str!("tanya.txt");

fn nama<'a>(d: &Ditemukan<'a>) -> &'a str {
    match *d {
        Ditemukan::Layanan(t) => &t.isi.nama,
        Ditemukan::Unit(u) => &u.nama,
        Ditemukan::Mal(m) => &m.nama,
        Ditemukan::Forum(f) => &f.judul,
    }
}

#[test]
fn questions_of_citizens_find_their_service_among_the_first_three() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    siapkan(&data, ([127, 0, 0, 1], 1).into()).unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let k = runtime.block_on(async {
        let store = serve::buka(&data, None).await.unwrap();
        katalog(&store).await.unwrap()
    });
    assert!(k.layanan.len() >= 300, "{}", k.layanan.len());
    let baris: Vec<(&str, &str)> = TANYA.lines().filter_map(|b| b.split_once(" | ")).collect();
    assert!(baris.len() >= 60, "{}", baris.len());
    let mut salah = Vec::new();
    for (tanya, harap) in baris {
        let temuan = k.cari(tanya, 3);
        if !temuan.iter().any(|t| nama(t) == harap) {
            salah.push(format!("{tanya}: {harap}? {:?}", temuan.iter().map(nama).collect::<Vec<_>>()));
        }
    }
    assert!(salah.is_empty(), "{}", salah.join("\n"));
    for asing in ["xyzzyqw", "qwertyui asdfghj", "<script>", "pendufterun"] {
        let j = k.jawab(asing, 3);
        assert!(j.temuan.is_empty() && !j.tiada.is_empty(), "{asing}: {j:?}");
    }
    assert_eq!(k.jawab("imei hp luar negeri", 3).tiada, ["hp"]);
}
