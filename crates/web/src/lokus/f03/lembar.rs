//! `POST /lokus/{lokus}/f03/kertas/lembar`: paper answers that were typed into a spreadsheet during an outage. The file only fills
//! the grid of `kertas`, faults marked at their cells; storing it is that page's, with the scan.

use axum::{
    extract::{Multipart, State},
    response::IntoResponse as _,
};
use dokumen::{csv::GayaCsv, tabel_csv};
use store::{StoreError, id::LokusId, ronde};

use super::kertas::{Halaman, pernyataan, urai};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    kertas::{BARIS_MAKS, nama_sel},
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tabel::{self, Batas},
    tampil::{tampil, tampil_salah},
    unduhan,
};

const BATAS: usize = 2 * 1024 * 1024;

pub fn rute(d: &mut Daftar) {
    d.post_besar("/lokus/{lokus}/f03/kertas/lembar", Akses::Masuk, BATAS, baca);
    d.get("/lokus/{lokus}/f03/kertas/templat", Akses::Masuk, templat);
}

async fn baca(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>, mut kiriman: Multipart) -> Hasil {
    let hak = store::hak::lokus_survei(&app.store, &pelaku, id).await?.pengetik_f03()?;
    ronde::dari_lokus(app.store.baca(), id).await?.ok_or(StoreError::TidakDitemukan)?;
    let k = k.ilustrasi(hak.lokus.ilustrasi == 1).zona(&hak.lokus.zona).bantuan("f03");
    let pernyataan = pernyataan(&app, &hak.lokus).await?;
    let mut isi = Vec::new();
    while let Some(bagian) = kiriman.next_field().await? {
        if bagian.name() == Some("lembar") {
            isi = bagian.bytes().await?.to_vec();
        }
    }
    let banyak = pernyataan.len();
    let (mut f, jumlah) = match susun(&isi, banyak) {
        Ok(medan) => {
            let jumlah = medan.iter().map(|(b, ..)| b + 1).max().unwrap_or(1);
            (Formulir::isi(medan.into_iter().map(|(b, s, teks)| (nama_sel(b, s), teks))), jumlah)
        }
        Err((kunci, kolom)) => {
            let mut f = Formulir::kosong();
            f.salahkan_dengan("lembar", kunci, vec![("kolom", kolom)]);
            return tampil_salah(&Halaman::baru(&k, &hak.lokus, pernyataan, 10, f));
        }
    };
    urai(&mut f, jumlah, banyak);
    let sah = f.sah();
    let halaman = Halaman::baru(&k, &hak.lokus, pernyataan, jumlah, f);
    if sah { tampil(&halaman) } else { tampil_salah(&halaman) }
}

/// Row, statement (both from 0) and text of a cell.
type Isi = (usize, usize, String);

/// Every cell that is not empty. The error: catalogue key, and the headings at fault.
fn susun(isi: &[u8], banyak: usize) -> Result<Vec<Isi>, (&'static str, String)> {
    let salah = |kunci| (kunci, String::new());
    if isi.is_empty() {
        return Err(salah("f03-lembar-wajib"));
    }
    let t = tabel::baca(isi, Batas { baris: BARIS_MAKS + 20, kolom: banyak + 20 }).map_err(|_| salah("f03-lembar-rusak"))?;
    let mut baris = t.baris.into_iter().filter(|b| b.iter().any(|s| !s.trim().is_empty()));
    let kepala = baris.next().ok_or_else(|| salah("f03-lembar-tanpa-kolom"))?;
    let mut letak: Vec<Option<usize>> = Vec::new();
    let mut asing = Vec::new();
    for judul in kepala.iter().map(|j| j.trim()) {
        let ke = judul.trim_end_matches(".0").parse::<usize>().ok().filter(|n| (1..=banyak).contains(n)).map(|n| n - 1);
        if (ke.is_none() && !judul.is_empty()) || (ke.is_some() && letak.contains(&ke)) {
            asing.push(judul.to_owned());
        }
        letak.push(ke);
    }
    if !asing.is_empty() {
        return Err(("f03-lembar-kepala", asing.join(", ")));
    }
    if letak.iter().all(Option::is_none) {
        return Err(salah("f03-lembar-tanpa-kolom"));
    }
    let isi: Vec<_> = baris.collect();
    if t.lebih || isi.len() > BARIS_MAKS {
        return Err(salah("f03-lembar-banyak"));
    }
    // A figure without a heading is most likely one that slipped: which of the row belongs where is not for the program to say.
    let lebih = |b: &&Vec<String>| b.iter().enumerate().any(|(s, t)| !t.trim().is_empty() && letak.get(s).copied().flatten().is_none());
    let tergeser: Vec<String> = (1..).zip(&isi).filter(|(_, b)| lebih(b)).map(|(n, _): (usize, _)| n.to_string()).collect();
    if !tergeser.is_empty() {
        return Err(("f03-lembar-lebih", tergeser.join(", ")));
    }
    let satu = |(b, baris): (usize, Vec<String>)| {
        let letak = &letak;
        let sel = move |(s, teks): (usize, String)| {
            let teks = teks.trim().trim_end_matches(".0").to_owned();
            letak.get(s).copied().flatten().filter(|_| !teks.is_empty()).map(|ke| (b, ke, teks))
        };
        baris.into_iter().enumerate().filter_map(sel).collect::<Vec<_>>()
    };
    Ok(isi.into_iter().enumerate().flat_map(satu).collect())
}

/// A sheet with its heading only.
async fn templat(State(app): State<AppState>, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let hak = store::hak::lokus_survei(&app.store, &pelaku, id).await?.pengetik_f03()?;
    let nomor: Vec<String> = (1..=pernyataan(&app, &hak.lokus).await?.len()).map(|n| n.to_string()).collect();
    let kolom: Vec<&str> = nomor.iter().map(String::as_str).collect();
    let isi = tabel_csv(&kolom, &[], GayaCsv { pemisah: ';', bom: true })?;
    Ok(unduhan::kirim(unduhan::CSV, "f03-lembar.csv", isi).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_read_by_its_numbers() {
        let ada = susun(b"2;1;\r\n4;5;\r\n\r\n;0;\r\n", 3).unwrap();
        assert_eq!(ada, [(0, 1, "4".into()), (0, 0, "5".into()), (1, 0, "0".into())]);
        assert_eq!(susun(b"1;9;nama\r\n4;5;x\r\n", 3).unwrap_err(), ("f03-lembar-kepala", "9, nama".into()));
        assert_eq!(susun(b"1;1\r\n4;5\r\n", 3).unwrap_err().0, "f03-lembar-kepala");
        assert_eq!(susun(b"1;2;3\r\n4;5;1\r\n4;5;1;5\r\n", 3).unwrap_err(), ("f03-lembar-lebih", "2".into()), "a fourth figure");
        assert_eq!(susun(b"", 3).unwrap_err().0, "f03-lembar-wajib");
        assert_eq!(susun(b"\xff\xfe", 3).unwrap_err().0, "f03-lembar-rusak");
        let panjang = format!("1\r\n{}", "5\r\n".repeat(BARIS_MAKS + 1));
        assert_eq!(susun(panjang.as_bytes(), 3).unwrap_err().0, "f03-lembar-banyak");
    }
}
