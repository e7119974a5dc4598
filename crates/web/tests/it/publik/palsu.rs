//! A publication that its own installation changed and signed again: every signature holds, and only what others know can tell.

use serde_json::{Value, json};
use std::io::{Cursor, Read as _, Write as _};
use store::{Kunci, hasil, sidik_hex};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

type Bagian = Vec<(String, Vec<u8>)>;

fn urai(zip: &[u8]) -> Bagian {
    let mut z = ZipArchive::new(Cursor::new(zip)).unwrap();
    (0..z.len())
        .map(|n| {
            let mut f = z.by_index(n).unwrap();
            let mut isi = Vec::new();
            f.read_to_end(&mut isi).unwrap();
            (f.name().unwrap().into_owned(), isi)
        })
        .collect()
}

fn rakit(bagian: &Bagian) -> Vec<u8> {
    let mut z = ZipWriter::new(Cursor::new(Vec::new()));
    for (nama, isi) in bagian {
        z.start_file(nama.as_str(), SimpleFileOptions::default()).unwrap();
        z.write_all(isi).unwrap();
    }
    z.finish().unwrap().into_inner()
}

fn bagian<'a>(b: &'a mut Bagian, nama: &str) -> &'a mut Vec<u8> {
    &mut b.iter_mut().find(|(n, _)| n == nama).unwrap().1
}

/// Signs what the manifest says now.
fn tandai(b: &mut Bagian, kunci: &Kunci, ubah: impl FnOnce(&mut Value)) -> Vec<u8> {
    let manifes = bagian(b, "terbitan.json");
    let mut v: Value = serde_json::from_slice(manifes).unwrap();
    ubah(&mut v["isi"]);
    let sidik = sidik_hex(hasil::kanonik(&v["isi"]).unwrap().as_bytes());
    v["tanda"] = hex::encode(kunci.tandai(format!("prima/terbitan/1\n{sidik}").as_bytes())).into();
    v["sidik"] = sidik.into();
    *manifes = v.to_string().into_bytes();
    rakit(b)
}

/// The text of the ranking that goes along.
pub fn tabel(zip: &[u8]) -> String {
    String::from_utf8(bagian(&mut urai(zip), "lampiran/peringkat.csv").clone()).unwrap()
}

/// Another text for the ranking that goes along.
pub fn dengan_tabel(zip: &[u8], kunci: &Kunci, teks: &str) -> Vec<u8> {
    let mut b = urai(zip);
    *bagian(&mut b, "lampiran/peringkat.csv") = teks.as_bytes().to_vec();
    tandai(&mut b, kunci, |isi| {
        let x = isi["lampiran"].as_array_mut().unwrap().iter_mut().find(|x| x["nama"] == "peringkat.csv").unwrap();
        x["sidik"] = sidik_hex(teks.as_bytes()).into();
        x["ukuran"] = teks.len().into();
    })
}

/// Other shares in its edition, which calls itself `id`; each result computed and signed again. Attachments fall away.
pub fn dengan_edisi(zip: &[u8], kunci: &Kunci, id: &str) -> Vec<u8> {
    let mut b = urai(zip);
    b.retain(|(n, _)| !n.starts_with("lampiran/"));
    let naskah = b.iter_mut().find(|(n, _)| n.starts_with("edisi/")).unwrap();
    let asli = String::from_utf8(naskah.1.clone()).unwrap();
    let teks = asli
        .replacen("porsi_f02 = \"0.75\"", "porsi_f02 = \"0.80\"", 1)
        .replacen("porsi_f03 = \"0.25\"", "porsi_f03 = \"0.20\"", 1)
        .replacen("\"pekppp-2022-a\"", &format!("\"{id}\""), 1);
    let (edisi, sidik) = (pekppp::Edisi::baca(&teks).unwrap(), sidik_hex(teks.as_bytes()));
    assert_eq!(edisi.id, id);
    *naskah = (format!("edisi/{sidik}.toml"), teks.into_bytes());
    let hasil_lama = String::from_utf8(bagian(&mut b, "hasil.jsonl").clone()).unwrap();
    let satu = |baris: &str| {
        let mut v: Value = serde_json::from_str(baris).unwrap();
        let mut isi: hasil::Isi = serde_json::from_value(v["isi"].clone()).unwrap();
        (isi.edisi.id, isi.edisi.sidik) = (id.to_owned(), sidik.clone());
        isi.hasil = pekppp::hitung(&edisi, &isi.masukan()).unwrap();
        let (_, sidik) = isi.teks().unwrap();
        v["tanda"] = hex::encode(kunci.tandai(&hasil::pesan(&sidik))).into();
        (v["isi"], v["sidik"]) = (json!(isi), sidik.into());
        v.to_string() + "\n"
    };
    let baru: String = hasil_lama.lines().map(satu).collect();
    let sidik_hasil = sidik_hex(baru.as_bytes());
    *bagian(&mut b, "hasil.jsonl") = baru.into_bytes();
    tandai(&mut b, kunci, |isi| {
        isi["edisi"] = json!([{ "id": id, "sidik": sidik }]);
        isi["hasil"]["sidik"] = sidik_hasil.into();
        isi["lampiran"] = json!([]);
    })
}
