//! `/mpp/{mpp}/laporan/{berkas}`: the report as PDF and XLSX, with the definitions.

use axum::extract::{Query, State};
use dokumen::{
    Kepala, Lembaran,
    masukan::{Angka, BagianLembaran, TabelLembaran},
    xlsx::{Kolom, LembarTabel, Sel, buku_xlsx},
};
use store::{hak::AksesMpp, id::UnitId};

use super::{
    kurun::{Kueri, Kurun},
    lihat::{kini, sajian},
    sajian::{Butir, Sajian},
    tabel::{Nilai, Petak, Tabel},
};
use crate::{
    AppState, Error,
    error::Hasil,
    format,
    jalur::Jalur,
    konteks::Konteks,
    mpp::{PEMBACA, buka},
    pelaku::Orang,
    rute::Daftar,
    tampil::pdf,
    unduhan,
};

pub fn rute(d: &mut Daftar) {
    d.get("/mpp/{mpp}/laporan/{berkas}", PEMBACA, unduh);
}

async fn unduh(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, berkas)): Jalur<(UnitId, String)>,
    Query(q): Query<Kueri>,
) -> Hasil {
    let (akses, k) = buka(&app, k, &pelaku, id).await?;
    let kurun = Kurun::dari(&q, kini(&app, &akses.mpp));
    let s = sajian(&app, &k, &akses, kurun).await?;
    let nama = format!("kinerja-{}-{}-{}", akses.mpp.kode, kurun.dari, kurun.sampai);
    match berkas.as_str() {
        "kinerja.pdf" => Ok(pdf(app.pencetak.cetak(dokumen(&app, &k, &akses, &s)).await?, &format!("{nama}.pdf"))),
        "kinerja.xlsx" => Ok(unduhan::kirim(unduhan::XLSX, &format!("{nama}.xlsx"), xlsx(&k, &s)?)),
        _ => Err(Error::TidakAda),
    }
}

fn dokumen(app: &AppState, k: &Konteks, akses: &AksesMpp, s: &Sajian) -> Lembaran {
    let saat = app.store.sekarang();
    let pasang = |b: &Butir| (b.nama.clone(), b.banding.as_ref().map_or_else(|| b.nilai.to_string(), |x| format!("{} · {x}", b.nilai)));
    let tabel = |t: &Tabel| {
        let baris = t.baris.iter().map(|b| b.iter().map(Petak::to_string).collect()).collect();
        let isi = TabelLembaran { kolom: t.kolom.clone(), baris };
        let paragraf = if t.baris.is_empty() { vec![t.kosong.clone()] } else { Vec::new() };
        BagianLembaran { judul: t.judul.clone(), paragraf, tabel: (!t.baris.is_empty()).then_some(isi) }
    };
    let mut arti: Vec<String> = s.utama.iter().chain(&s.lain).map(|b| format!("{}: {}", b.nama, b.arti)).collect();
    if !s.kosong {
        arti.push(format!("{}: {}", k.s("kinerja-per-survei"), k.s("kinerja-survei-catatan")));
    }
    let arti = (!s.kosong).then(|| BagianLembaran { judul: k.s("kinerja-arti"), paragraf: arti, tabel: None });
    Lembaran {
        kepala: Kepala {
            instansi: akses.mpp.instansi.clone(),
            perangkat: Some(akses.mpp.nama.clone()),
            nomor: None,
            dibuat: saat.timestamp(),
            dibuat_teks: k.waktu(&saat),
            ilustrasi: k.ilustrasi,
            verifikasi: None,
        },
        judul: format!("{} {}", k.s("kinerja-judul"), s.kurun),
        ringkas: s.utama.iter().chain(&s.lain).map(pasang).collect(),
        penting: s.kosong.then(|| k.s("kinerja-nihil")),
        bagian: s.tabel.iter().map(tabel).chain(arti).collect(),
        penutup: Vec::new(),
    }
}

/// Seconds as minutes with one decimal.
fn menit(k: &Konteks, detik: u32) -> Sel {
    let sepersepuluh = (u64::from(detik) + 3) / 6;
    let eksak = format!("{}.{}", sepersepuluh / 10, sepersepuluh % 10);
    Sel::Angka(Angka::new(format::angka(k.bahasa, &eksak), eksak))
}

/// Numbers stay numbers, so that they can be added up.
fn sel(k: &Konteks, petak: &Petak) -> Sel {
    let teks = match petak.nilai {
        Nilai::Kosong => return Sel::Kosong,
        Nilai::Bulat(n) => return Sel::Bulat(n.into()),
        Nilai::Detik(n) => return menit(k, n),
        Nilai::Teks => petak.teks.as_str(),
    };
    match (teks.parse(), format::baca_angka(k.bahasa, teks)) {
        (Ok(n), _) => Sel::Bulat(n),
        (Err(_), Some(polos)) => polos.parse().map_or_else(|_| Sel::Angka(Angka::new(teks, &polos)), Sel::Bulat),
        (Err(_), None) => Sel::from(teks),
    }
}

/// What a figure is compared with; of a part ("3 of 4") the words.
fn pembanding(b: &Butir) -> Sel {
    let bagian = || matches!(b.nilai.nilai, Nilai::Bulat(_)).then_some(&b.nilai.teks);
    b.banding.as_ref().or_else(bagian).map_or(Sel::Kosong, Sel::from)
}

/// A heading with its unit.
fn dalam_menit(k: &Konteks, nama: &str) -> String {
    k.n("kinerja-menit-kolom", "kolom", nama)
}

fn xlsx(k: &Konteks, s: &Sajian) -> Hasil<Vec<u8>> {
    let judul = format!("{} – {} – {}", k.s("kinerja-judul"), s.nama, s.kurun);
    let ringkas = LembarTabel {
        nama: k.s("kinerja-ringkas"),
        judul: judul.clone(),
        catatan: if s.kosong { vec![k.s("kinerja-nihil")] } else { Vec::new() },
        kolom: vec![
            Kolom::new(k.s("kinerja-angka"), 34.0),
            Kolom::new(k.s("kinerja-nilai"), 16.0),
            Kolom::new(k.s("kinerja-pembanding"), 34.0),
            Kolom::new(k.s("kinerja-arti"), 90.0),
        ],
        baris: s
            .utama
            .iter()
            .chain(&s.lain)
            .map(|b| {
                let lama = matches!(b.nilai.nilai, Nilai::Detik(_));
                let nama = if lama { dalam_menit(k, &b.nama) } else { b.nama.clone() };
                vec![Sel::Teks(nama), sel(k, &b.nilai), pembanding(b), Sel::from(&b.arti)]
            })
            .collect(),
    };
    let lain = s.tabel.iter().map(|t| LembarTabel {
        nama: t.judul.clone(),
        judul: judul.clone(),
        catatan: Vec::new(),
        kolom: t
            .kolom
            .iter()
            .enumerate()
            .map(|(n, j)| {
                let nama = if t.lama.contains(&n) { dalam_menit(k, j) } else { j.clone() };
                Kolom::new(nama, if n == 0 { 44.0 } else { 16.0 })
            })
            .collect(),
        baris: t
            .baris
            .iter()
            .map(|b| b.iter().enumerate().map(|(n, t)| if n == 0 { Sel::from(&t.teks) } else { sel(k, t) }).collect())
            .collect(),
    });
    let lembar: Vec<LembarTabel> = std::iter::once(ringkas).chain(lain).collect();
    Ok(buku_xlsx(&judul, k.ilustrasi, &lembar)?)
}
