//! Two implementations that must agree: the program's check of a result file and the one in the visitor's browser, on
//! random files of every edition and on the same files with something changed in them.
#![cfg(test)]

use pekppp::{AgregasiF03, CaraPenilai, Edisi, F03Ringkas, LembarF02, Masukan, Nilai};
use rand::{RngExt as _, SeedableRng as _, rngs::StdRng, seq::IndexedRandom as _};
use serde_json::{Value, json};
use std::{collections::BTreeMap, path::Path, process::Command};
use store::{Kunci, hasil, sidik_hex};

const BANYAK: usize = 40;
const FORMAT: &str = "prima/hasil/1";

/// A way to damage the text of a file; `false` when there is nothing to damage.
type Rusak = fn(&mut Value, &mut StdRng) -> bool;

#[test]
fn the_browser_and_the_program_agree_on_random_files() {
    let folder = tempfile::tempdir().unwrap();
    let mut acak = StdRng::seed_from_u64(20_261_122);
    let mut harap = BTreeMap::new();
    for no in 0..BANYAK {
        let (utuh, kunci) = berkas(&mut acak);
        let rusak: [(&str, Rusak); 14] = [
            ("utuh", |_, _| true),
            ("angka", angka),
            ("skor", skor),
            ("tanda", tanda),
            ("edisi", edisi),
            ("sidik", sidik),
            ("f03", f03),
            ("minus", minus),
            ("kunci", kunci_asing),
            ("hilang", hilang),
            ("jenis", jenis),
            ("palsu", palsu),
            ("daerah", daerah),
            ("baru", baru),
        ];
        for (nama, ubah) in rusak {
            let mut v = utuh.clone();
            if !ubah(&mut v, &mut acak) {
                continue;
            }
            // A forger who holds the key signs what he changed: then only the figures, their form and the edition can tell.
            let selalu = ["minus", "kunci", "hilang", "jenis", "palsu", "daerah"].contains(&nama);
            if selalu || !["utuh", "tanda", "sidik"].contains(&nama) && acak.random_bool(0.5) {
                tandatangani(&mut v, &kunci);
            }
            let teks = hasil::kanonik(&v).unwrap() + "\n";
            let laporan = hasil::periksa_bundel(teks.as_bytes(), None);
            let ragu = laporan.as_ref().is_ok_and(|l| l.peringatan.iter().any(|p| p.contains("tidak dikenal di sini")));
            let sah = laporan.map(|l| l.temuan.iter().map(|t| t.kode).collect::<Vec<_>>());
            match nama {
                "utuh" | "daerah" => assert_eq!((&sah, ragu), (&Ok(Vec::new()), nama == "daerah"), "{no} {nama}"),
                "palsu" => assert_eq!(sah, Ok(vec!["edisi-lain"]), "{no}"),
                "minus" | "kunci" | "baru" => assert!(sah.is_err(), "{no} {nama}: {sah:?}"),
                _ => {}
            }
            let nama = format!("{no:03}-{nama}.json");
            std::fs::write(folder.path().join(&nama), teks).unwrap();
            harap.insert(nama, (sah, ragu));
        }
    }
    let js = jalankan(folder.path());
    assert_eq!(js.len(), harap.len());
    for (nama, (sah, ragu)) in &harap {
        let rinci = &js[nama];
        let cocok = sah.as_ref().is_ok_and(Vec::is_empty);
        assert_eq!(cocok, rinci["salah"] == json!([]), "{nama}: program {sah:?}, browser {rinci}");
        if let (true, Err(e)) = (nama.ends_with("-baru.json"), sah) {
            assert_eq!(rinci["rinci"][0], e.to_string(), "the same sentence");
        }
        assert!(!cocok || *ragu == (rinci["ragu"] == json!(["terbit"])), "{nama}: program {ragu}, browser {rinci}");
    }
    assert!(harap.values().filter(|(s, _)| s.as_ref().is_ok_and(|t| !t.is_empty())).count() > BANYAK, "most damage is found");
}

fn jalankan(folder: &Path) -> BTreeMap<String, Value> {
    let akar = Path::new(env!("CARGO_MANIFEST_DIR"));
    let keluar = Command::new("node")
        .arg("--experimental-default-type=module")
        .args([akar.join("tests/it/periksa.mjs"), akar.join("assets/js/periksa.js"), folder.to_owned()])
        .arg(json!(hasil::EdisiDikenal::bawaan().semua()).to_string())
        .output()
        .expect("node is one of the tools that the tests need");
    assert!(keluar.status.success(), "{}", String::from_utf8_lossy(&keluar.stderr));
    let baris = String::from_utf8(keluar.stdout).unwrap();
    let satu = |b: &str| -> Value { serde_json::from_str(b).unwrap() };
    baris.lines().map(satu).map(|v| (v["nama"].as_str().unwrap().to_owned(), v)).collect()
}

/// A random result that holds, and the key that signed it.
fn berkas(acak: &mut StdRng) -> (Value, Kunci) {
    loop {
        let (kode, _) = *[("pekppp-2022-a", 0), ("pekppp-reduced-24", 0), ("pekppp-2017", 0)].choose(acak).unwrap();
        let (edisi, teks) = pekppp::bawaan(kode).unwrap();
        let masukan = masukan(edisi, acak);
        let Ok(h) = pekppp::hitung(edisi, &masukan.0) else { continue };
        let kunci = Kunci::dari_benih(acak.random());
        let mut v = isi(edisi, teks, &masukan, &json!(h), &kunci);
        tandatangani(&mut v, &kunci);
        return (v, kunci);
    }
}

fn masukan(edisi: &Edisi, acak: &mut StdRng) -> (Masukan, Vec<[u64; 6]>) {
    let cara = if acak.random_bool(0.5) { CaraPenilai::Konsensus } else { CaraPenilai::RataRata };
    let jujur = acak.random_bool(0.8);
    let lembar = |n: usize, acak: &mut StdRng| LembarF02 {
        evaluator: format!("evaluator {n} é😀"),
        nilai: edisi
            .semua_indikator()
            .map(|i| (i.kode.clone(), acak.random_bool(if jujur { 1.0 } else { 0.9 }), Nilai::baru(acak.random_range(0..=5)).unwrap()))
            .filter(|(_, ada, _)| *ada)
            .map(|(kode, _, nilai)| (kode, nilai))
            .collect(),
    };
    let f02: Vec<LembarF02> = (0..acak.random_range(1..=4)).map(|n| lembar(n, acak)).collect();
    let mut nilai_konsensus = BTreeMap::new();
    for i in edisi.semua_indikator().filter(|_| cara == CaraPenilai::Konsensus && jujur) {
        let semua: Vec<Nilai> = f02.iter().filter_map(|l| l.nilai.get(&i.kode).copied()).collect();
        if semua.iter().any(|n| *n != semua[0]) {
            nilai_konsensus.insert(i.kode.clone(), *semua.choose(acak).unwrap());
        }
    }
    let dipakai = acak.random_range(if jujur { 8..=23 } else { 0..=9 });
    let satu = |acak: &mut StdRng| {
        let mut s = [0_u64; 6];
        (0..dipakai).for_each(|_| s[acak.random_range(0..6)] += 1);
        s
    };
    let sebaran: Vec<[u64; 6]> = edisi.f03.pernyataan.iter().map(|_| satu(acak)).collect();
    let jumlah = |s: &[u64; 6]| s.iter().zip(0_u64..).map(|(n, k)| n * k).sum();
    let dibuang = acak.random_range(0..3);
    let f03 = F03Ringkas { responden: dipakai + dibuang, dipakai, dibuang, jumlah_per_pernyataan: sebaran.iter().map(jumlah).collect() };
    let agregasi = *[AgregasiF03::AspectMean, AgregasiF03::PlainMean].choose(acak).unwrap();
    (Masukan { f02, cara_penilai: Some(cara), nilai_konsensus, f03, agregasi_f03: Some(agregasi) }, sebaran)
}

fn isi(edisi: &Edisi, teks: &str, (m, sebaran): &(Masukan, Vec<[u64; 6]>), hasil: &Value, kunci: &Kunci) -> Value {
    let publik = kunci.publik();
    let nol = uuid::Uuid::nil();
    let lembar = |l: &LembarF02| json!({ "evaluator": l.evaluator, "nilai": l.nilai, "selesai": null });
    json!({ "format": FORMAT, "edisi": teks, "isi": {
        "id": nol, "nomor": 1, "ilustrasi": true,
        "instalasi": { "id": nol, "kunci": publik.id(), "kunci_publik": hex::encode(publik.bytes()) },
        "instansi": { "kode": "64.08", "nama": "Kabupaten \"Uji\" \\ \u{7f}\n" },
        "unit": { "kode": "u", "nama": "Unit" },
        "periode": { "kode": "p", "nama": "P", "tahun": 2026, "skema": "mandiri", "penyatuan": m.cara_penilai,
            "penyelenggara": { "kode": "64.08", "nama": "Kabupaten" } },
        "lokus": { "kode": "l", "formulir": "A", "cakupan": "jasa", "kategori": "rsud" },
        "edisi": { "id": edisi.id, "sidik": sidik_hex(teks.as_bytes()) },
        "f01": { "nomor": 1, "sidik": "00", "pada": "2026-01-02T03:04:05Z" },
        "bukti": [], "f02": m.f02.iter().map(lembar).collect::<Vec<_>>(), "kesepakatan": m.nilai_konsensus, "catatan_sidik": "00",
        "f03": { "ringkas": m.f03, "daring": m.f03.responden, "kertas": 0, "kertas_ditolak": 0, "sebaran": sebaran },
        "cara_penilai": m.cara_penilai, "agregasi_f03": m.agregasi_f03, "hasil": hasil, "dibekukan": "2026-01-02T03:04:05Z",
    } })
}

fn tandatangani(v: &mut Value, kunci: &Kunci) {
    let sidik = sidik_hex(hasil::kanonik(&v["isi"]).unwrap().as_bytes());
    v["tanda"] = hex::encode(kunci.tandai(&hasil::pesan(&sidik))).into();
    v["sidik"] = sidik.into();
}

/// One digit of one figure of the result.
fn angka(v: &mut Value, acak: &mut StdRng) -> bool {
    let tempat =
        ["/isi/hasil/ipp/ipp", "/isi/hasil/ipp/tampil", "/isi/hasil/f02/nilai", "/isi/hasil/f02/aspek/1/sumbangan", "/isi/hasil/porsi_f02"];
    let Some(Value::String(s)) = v.pointer_mut(tempat.choose(acak).unwrap()) else { return false };
    satu_digit(s, acak)
}

fn satu_digit(s: &mut String, acak: &mut StdRng) -> bool {
    let digit: Vec<usize> = s.char_indices().filter(|(_, h)| h.is_ascii_digit()).map(|(n, _)| n).collect();
    let n = *digit.choose(acak).unwrap();
    let baru = (s.as_bytes()[n] - b'0' + acak.random_range(1..=9)) % 10;
    s.replace_range(n..=n, &baru.to_string());
    true
}

/// A score of one evaluator.
fn skor(v: &mut Value, acak: &mut StdRng) -> bool {
    let Some(n) = v.pointer_mut("/isi/f02/0/nilai").and_then(Value::as_object_mut).and_then(|m| m.values_mut().next()) else {
        return false;
    };
    let lama = n.as_i64().unwrap();
    *n = ((lama + acak.random_range(1..=5)) % 6).into();
    true
}

fn tanda(v: &mut Value, _: &mut StdRng) -> bool {
    v["tanda"] = "00".repeat(64).into();
    true
}

/// The weight of an indicator in the edition's text.
fn edisi(v: &mut Value, _: &mut StdRng) -> bool {
    let teks = v["edisi"].as_str().unwrap();
    let baru = teks.replacen("porsi_f02 = \"0.75\"", "porsi_f02 = \"0.80\"", 1).replacen("porsi_f03 = \"0.25\"", "porsi_f03 = \"0.20\"", 1);
    assert_ne!(baru, teks);
    v["edisi"] = baru.into();
    true
}

fn sidik(v: &mut Value, acak: &mut StdRng) -> bool {
    let mut s = "0".repeat(64);
    satu_digit(&mut s, acak);
    v["sidik"] = s.into();
    true
}

/// A counter of the survey.
fn f03(v: &mut Value, _: &mut StdRng) -> bool {
    let Some(n) = v.pointer_mut("/isi/f03/sebaran/0/5") else { return false };
    *n = (n.as_u64().unwrap() + 1).into();
    true
}

/// Fewer than none gave an answer, and every sum still fits.
fn minus(v: &mut Value, acak: &mut StdRng) -> bool {
    let banyak = v["isi"]["f03"]["sebaran"].as_array().unwrap().len();
    if banyak == 0 {
        return false;
    }
    let n = acak.random_range(0..banyak);
    let s = &mut v["isi"]["f03"]["sebaran"][n];
    let [a, b, c] = [0_usize, 1, 2].map(|k| s[k].as_i64().unwrap());
    let geser = b / 2 + 1;
    for (k, baru) in [a + geser, b - 2 * geser, c + geser].into_iter().enumerate() {
        s[k] = baru.into();
    }
    true
}

/// Where each value of the content stands, but for the figures, which are compared.
fn tempat(v: &Value, di: &str, semua: &mut Vec<String>) {
    let anak: Vec<(String, &Value)> = match v {
        Value::Object(m) => m.iter().map(|(k, x)| (k.clone(), x)).collect(),
        Value::Array(a) => a.iter().enumerate().map(|(n, x)| (n.to_string(), x)).collect(),
        _ => Vec::new(),
    };
    for (k, x) in anak.into_iter().filter(|(k, _)| !(di == "/isi" && k == "hasil")) {
        let di = format!("{di}/{k}");
        tempat(x, &di, semua);
        semua.push(di);
    }
}

fn satu_tempat(v: &Value, acak: &mut StdRng, syarat: impl Fn(&Value) -> bool) -> String {
    let mut semua = vec!["/isi".to_owned()];
    tempat(&v["isi"], "/isi", &mut semua);
    semua.retain(|di| syarat(v.pointer(di).unwrap()));
    semua.choose(acak).unwrap().clone()
}

/// A key that nobody knows, in any of the objects whose keys are ours.
fn kunci_asing(v: &mut Value, acak: &mut StdRng) -> bool {
    let bebas = |di: &str| di.ends_with("/nilai") || di.ends_with("/kesepakatan");
    let mut di = satu_tempat(v, acak, Value::is_object);
    while bebas(&di) {
        di = satu_tempat(v, acak, Value::is_object);
    }
    v.pointer_mut(&di).unwrap().as_object_mut().unwrap().insert("asing".into(), json!(1));
    true
}

/// One key less.
fn hilang(v: &mut Value, acak: &mut StdRng) -> bool {
    let di = satu_tempat(v, acak, |x| x.as_object().is_some_and(|m| !m.is_empty()));
    let m = v.pointer_mut(&di).unwrap().as_object_mut().unwrap();
    let k = m.keys().cloned().collect::<Vec<_>>().choose(acak).unwrap().clone();
    m.remove(&k);
    true
}

/// Something else where a value stood.
fn jenis(v: &mut Value, acak: &mut StdRng) -> bool {
    let di = satu_tempat(v, acak, |_| true);
    let lain = [json!(null), json!(true), json!(-1), json!(7), json!("x"), json!([]), json!({}), json!(u64::MAX), json!(["x"])];
    *v.pointer_mut(&di).unwrap() = lain.choose(acak).unwrap().clone();
    true
}

/// Other shares under the id of an issued edition, with figures that follow from them.
fn palsu(v: &mut Value, _: &mut StdRng) -> bool {
    ganti_naskah(v, None)
}

/// The same under an id of its own, as a region may derive one.
fn daerah(v: &mut Value, _: &mut StdRng) -> bool {
    ganti_naskah(v, Some("daerah-2026"))
}

/// A file of a later program.
fn baru(v: &mut Value, _: &mut StdRng) -> bool {
    v["format"] = json!("prima/hasil/2");
    true
}

fn ganti_naskah(v: &mut Value, id: Option<&str>) -> bool {
    let asli = v["edisi"].as_str().unwrap();
    let mut teks =
        asli.replacen("porsi_f02 = \"0.75\"", "porsi_f02 = \"0.80\"", 1).replacen("porsi_f03 = \"0.25\"", "porsi_f03 = \"0.20\"", 1);
    assert_ne!(asli, teks);
    let lama = v["isi"]["edisi"]["id"].as_str().unwrap();
    if let Some(id) = id {
        teks = teks.replacen(&format!("\"{lama}\""), &format!("\"{id}\""), 1);
    }
    let edisi = Edisi::baca(&teks).unwrap();
    let mut isi: hasil::Isi = serde_json::from_value(v["isi"].clone()).unwrap();
    (isi.edisi.id, isi.edisi.sidik) = (edisi.id.clone(), sidik_hex(teks.as_bytes()));
    isi.hasil = pekppp::hitung(&edisi, &isi.masukan()).unwrap();
    v["isi"] = json!(isi);
    v["edisi"] = teks.into();
    true
}
