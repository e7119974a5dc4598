//! The public surveys: what is around a request, what an answer meets, what a page weighs.

mod jalan;
mod kirim;
mod putus;
mod serang;
mod skm;
mod tolak;

/// The hidden fields of a page's form.
pub fn tersembunyi(halaman: &str) -> Vec<(String, String)> {
    let formulir = halaman.split("<form").find(|f| f.contains("name=\"stempel\"")).expect("a form with a stamp");
    let nilai = |bagian: &str, nama: &str| {
        let mulai = bagian.find(&format!("{nama}=\"")).map(|i| i + nama.len() + 2)?;
        bagian[mulai..].split('"').next().map(str::to_owned)
    };
    let masukan = formulir.split("<input").skip(1).filter(|m| m.contains("type=\"hidden\""));
    masukan.map(|m| (nilai(m, "name").unwrap(), nilai(m, "value").unwrap())).collect()
}

/// All fields of a complete answer to F03: what the page hides, and one value for every statement.
pub fn f03(halaman: &str, n: u8) -> Vec<(String, String)> {
    let mut f = tersembunyi(halaman);
    f.extend((1..=14).map(|no| (format!("p{no}"), n.to_string())));
    f
}

pub fn pinjam(f: &[(String, String)]) -> Vec<(&str, &str)> {
    f.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect()
}

/// The same form with one field replaced.
pub fn ganti(f: &[(String, String)], nama: &str, nilai: &str) -> Vec<(String, String)> {
    f.iter().map(|(n, v)| (n.clone(), if n == nama { nilai.to_owned() } else { v.clone() })).collect()
}
