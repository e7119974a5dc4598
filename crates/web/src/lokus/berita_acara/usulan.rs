//! What the form of new minutes proposes: who came, and notes drawn from F01, its check, F02, F03 and the right of reply. All of it
//! is text in the form; nothing is printed that was not there to be changed.

use ::dokumen::masukan::IndikatorNilai;
use store::{
    berita_acara::{self, Pembuat},
    f01,
    lokus::Lokus,
    pra,
    sanggah::{self, Sanggahan},
};

use super::hak_jawab;
use crate::{
    AppState,
    bahasa::Bahasa,
    error::Hasil,
    lokus::hasil::{
        cetak::{self, Cetak},
        muat::Muatan,
    },
};

/// Below the limit of the field, so that the proposal itself never faults the form.
const PANJANG: usize = 4500;
/// Notes of weak indicators and answers that stand as lines of their own.
const BARIS: usize = 8;

/// Name, office and whom they stand for: the signatories, then those who wrote themselves down at sessions of the unit.
pub(super) async fn hadir(app: &AppState, pembuat: &Pembuat, penanda: Vec<[String; 3]>) -> Hasil<Vec<[String; 3]>> {
    let mut semua = penanda;
    for h in berita_acara::hadir(&app.store, pembuat).await? {
        if !semua.iter().any(|[nama, ..]| nama.trim().to_lowercase() == h.nama.trim().to_lowercase()) {
            semua.push([h.nama, h.jabatan, h.unit]);
        }
    }
    Ok(semua)
}

/// One note a line, the most important first; with a result, what was found.
pub(super) async fn catatan(app: &AppState, l: &Lokus, m: Option<&Muatan>) -> Hasil<String> {
    let c = Cetak::baru(app, l).await?;
    let mut baris = formulir(app, l, &c).await?;
    if let Some(m) = m {
        baris.extend(nilai(m));
        baris.extend(lemah(&cetak::indikator(m)));
        baris.extend(dengar(app, l, &c).await?);
    }
    let mut teks = String::new();
    for b in baris {
        let b = b.split_whitespace().collect::<Vec<_>>().join(" ");
        if teks.chars().count() + b.chars().count() < PANJANG {
            teks.push_str(&b);
            teks.push('\n');
        }
    }
    Ok(teks.trim_end().to_owned())
}

async fn formulir(app: &AppState, l: &Lokus, c: &Cetak) -> Hasil<Vec<String>> {
    let edisi = store::edisi::dapat(&app.store, l.edisi()?).await?;
    let keadaan = f01::keadaan(app.store.baca(), l.id).await?;
    let beku = match keadaan.pengiriman() {
        Some(p) => f01::Beku::baca(&p.isi)?,
        None => f01::beku_kini(app.store.baca(), l.id).await?,
    };
    let lengkap =
        |i: &&pekppp::Indikator| beku.isian.get(&i.kode).is_some_and(|j| pekppp::f01::kelengkapan_indikator(i, &j.jawaban).lengkap());
    let (ada, semua) = (edisi.semua_indikator().filter(lengkap).count(), edisi.semua_indikator().count());
    let (ada, semua) = (("ada", ada.to_string().into()), ("semua", semua.to_string().into()));
    let kali = pra::putusan_semua(app.store.baca(), l.id).await?.iter().filter(|p| p.kembali()).count();
    let mut baris = vec![match keadaan.pengiriman() {
        None => Bahasa::Id.a("ba-usul-f01-belum", [ada, semua]),
        Some(p) => {
            let (nama, waktu) = (("nama", p.nama.clone().into()), ("waktu", c.waktu(p.pada).into()));
            Bahasa::Id.a("ba-usul-f01", [ada, semua, nama, waktu, ("bukti", beku.bukti.len().to_string().into())])
        }
    }];
    if kali > 0 {
        baris.push(Bahasa::Id.a("ba-usul-pra-kembali", [("kali", kali.to_string().into())]));
    }
    Ok(baris)
}

/// How the scores came about.
fn nilai(m: &Muatan) -> Vec<String> {
    let h = &m.hasil;
    let sepakat = h.f02.aspek.iter().flat_map(|a| &a.indikator).filter(|i| i.konsensus.is_some()).count();
    let f02 = if m.penilai.len() > 1 {
        let args = [("jumlah", m.penilai.len().to_string().into()), ("sepakat", sepakat.to_string().into())];
        Bahasa::Id.a("ba-usul-f02", args)
    } else {
        Bahasa::Id.s("ba-usul-f02-satu")
    };
    let kunci = if h.status == pekppp::Status::F03Kurang { "ba-usul-f03-kurang" } else { "ba-usul-f03" };
    vec![f02, Bahasa::Id.a(kunci, [("jumlah", h.f03.dipakai.to_string().into())])]
}

/// The weakest indicators with what may be said of them, the others by their codes.
fn lemah(semua: &[IndikatorNilai]) -> Vec<String> {
    let kode = |x: &[&IndikatorNilai]| x.iter().map(|i| i.kode.as_str()).collect::<Vec<_>>().join(", ");
    let penuh: Vec<_> = semua.iter().filter(|i| i.skor == Some(5)).collect();
    let mut kurang: Vec<_> = semua.iter().filter(|i| i.skor.is_some_and(|s| s <= 3)).collect();
    kurang.sort_by_key(|i| i.skor);
    let mut baris = Vec::new();
    if !penuh.is_empty() {
        baris.push(Bahasa::Id.a("ba-usul-baik", [("jumlah", penuh.len().to_string().into()), ("kode", kode(&penuh).into())]));
    }
    let (depan, sisa) = kurang.split_at(kurang.len().min(BARIS));
    for i in depan {
        // What is to be done; the note may be why two scores were settled.
        let isi = i.rekomendasi.clone().or_else(|| i.catatan.clone());
        let isi = isi.unwrap_or_else(|| Bahasa::Id.a("ba-usul-tanpa-catatan", [("nama", i.nama.clone().into())]));
        let skor = i.skor.unwrap_or_default().to_string();
        let args = [("kode", i.kode.clone().into()), ("skor", skor.into()), ("catatan", isi.into())];
        baris.push(Bahasa::Id.a("ba-usul-lemah", args));
    }
    if !sisa.is_empty() {
        baris.push(Bahasa::Id.a("ba-usul-lemah-lain", [("jumlah", sisa.len().to_string().into()), ("kode", kode(sisa).into())]));
    }
    baris
}

/// The right of reply in one sentence, and each answer.
async fn dengar(app: &AppState, l: &Lokus, c: &Cetak) -> Hasil<Vec<String>> {
    if sanggah::bukaan(app.store.baca(), l.id).await?.is_empty() {
        return Ok(Vec::new());
    }
    let semua = sanggah::beberapa(app.store.baca(), l.id).await?;
    if semua.is_empty() {
        return Ok(vec![Bahasa::Id.s("ba-usul-hak-jawab-tanpa")]);
    }
    let berubah = |s: &&Sanggahan| s.tarik.is_none() && s.dijawab().is_some_and(|j| j.putusan == "berubah");
    let (ubah, tarik) = (semua.iter().filter(berubah).count(), semua.iter().filter(|s| s.tarik.is_some()).count());
    let angka = [("jumlah", semua.len()), ("berubah", ubah), ("tetap", semua.len() - ubah - tarik), ("ditarik", tarik)];
    let mut baris = vec![Bahasa::Id.a("ba-usul-hak-jawab", angka.map(|(k, n)| (k, n.to_string().into())))];
    for s in semua.iter().filter(|s| s.tarik.is_none()).take(BARIS) {
        let t = hak_jawab::satu(c, s);
        let args = [("kode", t.indikator.into()), ("putusan", t.putusan.into()), ("jawaban", t.jawaban.into())];
        baris.push(Bahasa::Id.a("ba-usul-sanggahan", args));
    }
    Ok(baris)
}

#[cfg(test)]
mod tests {
    use ::dokumen::masukan::Angka;

    use super::*;

    /// What is to be improved is what is recommended; the reason of a settlement only where nothing is.
    #[test]
    fn a_weak_indicator_is_named_with_its_recommendation() {
        let satu = |kode: &str, rekomendasi: Option<&str>| IndikatorNilai {
            aspek: "1".into(),
            kode: kode.into(),
            nama: "Nama".into(),
            bobot: Angka::new("0", "0"),
            skor: Some(3),
            kontribusi: Angka::new("0", "0"),
            catatan: Some("Bukti wawancara cukup".into()),
            rekomendasi: rekomendasi.map(str::to_owned),
        };
        let baris = lemah(&[satu("6.a.B", Some("Publikasikan hasil SKM")), satu("6.b.C", None)]);
        let kalimat = |kode, isi| format!("Perlu perbaikan, {kode} (nilai 3): {isi}");
        assert_eq!(baris, [kalimat("6.a.B", "Publikasikan hasil SKM"), kalimat("6.b.C", "Bukti wawancara cukup")]);
    }
}
