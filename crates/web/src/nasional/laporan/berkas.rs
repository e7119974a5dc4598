//! The files of a version as they were made (`pdf`, `xlsx`, `json`), and the proof of receipt to print and sign.

use axum::{extract::State, response::Response};
use dokumen::{
    Kepala, LaporanNasional, TandaTerima,
    masukan::{PenandaTangan, PeranTandaTangan},
};
use store::{
    StoreError,
    nasional::{
        laporan::{self, Laporan},
        rekap,
    },
    objek,
};
use uuid::Uuid;

use super::NASIONAL;
use crate::{
    AppState, Error, bahasa::Bahasa, error::Hasil, format, jalur::Jalur, kata::kunci_skema, konteks::Konteks, pelaku::Orang, rute::Daftar,
    tampil, unduhan,
};

pub fn rute(d: &mut Daftar) {
    d.get("/nasional/laporan/{laporan}/berkas/{jenis}", NASIONAL, berkas);
    d.get("/nasional/laporan/{laporan}/tanda-terima", NASIONAL, tanda_terima);
}

async fn berkas(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, jenis)): Jalur<(Uuid, String)>) -> Hasil<Response> {
    let l = laporan::dari_id(&app.store, &rekap::nasional(&pelaku)?, id).await?;
    let nama = format!("laporan-nasional-{}-{}-v{}", l.tahun, l.skema, l.urut);
    let (tipe, isi) = match jenis.as_str() {
        "pdf" => return Ok(tampil::pdf(objek::baca(&app.store, &l.pdf)?, &format!("{nama}.pdf"))),
        "xlsx" => (unduhan::XLSX, objek::baca(&app.store, &l.xlsx)?),
        "json" => ("application/json", laporan::isi(&app.store, &l).await?.0.into_bytes()),
        _ => return Err(Error::TidakAda),
    };
    Ok(unduhan::kirim(tipe, &format!("{nama}.{jenis}"), isi))
}

async fn tanda_terima(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<Uuid>) -> Hasil<Response> {
    let l = laporan::dari_id(&app.store, &rekap::nasional(&pelaku)?, id).await?;
    let (teks, _) = laporan::isi(&app.store, &l).await?;
    let isi: LaporanNasional = serde_json::from_str(&teks).map_err(|e| StoreError::Rusak(format!("national report {id}: {e}")))?;
    let dokumen = susun(&k, &l, isi).ok_or(Error::Bentrok("lapnas-belum-diterima"))?;
    Ok(tampil::pdf(app.pencetak.cetak(dokumen).await?, &format!("tanda-terima-laporan-nasional-{}-v{}.pdf", l.tahun, l.urut)))
}

fn hari(teks: &str) -> String {
    format::hari(Bahasa::Id, teks)
}

/// `None` before it was received.
fn susun(k: &Konteks, l: &Laporan, isi: LaporanNasional) -> Option<TandaTerima> {
    let s = |kunci: &str| Bahasa::Id.s(kunci);
    let (nama, jabatan, tanggal) = (l.terima_nama.clone()?, l.terima_jabatan.clone()?, l.terima_tanggal.as_deref()?);
    let (surat, dikirim, dicatat) = (l.kirim_nomor.clone()?, l.kirim_tanggal.as_deref()?, l.terima_pada?);
    let versi = [("tahun", l.tahun.to_string().into()), ("skema", s(kunci_skema(&l.skema)).into()), ("versi", l.urut.to_string().into())];
    let baris = |kunci: &str, nilai: String| (s(kunci), nilai);
    let orang = |nama: String, jabatan: String| PenandaTangan { peran: PeranTandaTangan::WakilPenanggungjawab, nama, jabatan, nip: None };
    let serah = isi.penanda_tangan.first().map(|p| p.nama.clone()).unwrap_or_default();
    Some(TandaTerima {
        kepala: Kepala {
            nomor: None,
            dibuat: dicatat.timestamp(),
            dibuat_teks: format::waktu(Bahasa::Id, dicatat.timestamp(), k.zona),
            ..isi.kepala
        },
        judul: s("lapnas-cetak-tanda-terima"),
        butir: vec![
            baris("lapnas-cetak-laporan", Bahasa::Id.a("lapnas-nama", versi)),
            baris("lapnas-cetak-nomor", l.nomor.clone()),
            baris("lapnas-cetak-surat", format!("{surat}, {}", hari(dikirim))),
            baris("lapnas-cetak-penerima", format!("{nama}, {jabatan}")),
            baris("lapnas-cetak-tanggal-terima", hari(tanggal)),
            baris(
                "lapnas-cetak-dicatat",
                format!("{}, {}", l.terima_oleh.clone().unwrap_or_default(), format::waktu(Bahasa::Id, dicatat.timestamp(), k.zona)),
            ),
        ],
        hash: vec![
            baris("lapnas-cetak-sidik-pdf", l.pdf.clone()),
            baris("lapnas-cetak-sidik-xlsx", l.xlsx.clone()),
            baris("lapnas-cetak-sidik-angka", l.sidik.clone()),
        ],
        tempat_tanggal: hari(tanggal),
        penanda_tangan: vec![orang(serah, s("lapnas-cetak-menyerahkan")), orang(nama, jabatan)],
    })
}
