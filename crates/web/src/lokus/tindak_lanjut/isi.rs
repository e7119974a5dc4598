//! The follow-up report of a lokus as documents print it: in Indonesian whatever the reader's language.

use dokumen::{
    LaporanTindakLanjut,
    masukan::{BarisTindakLanjut, PenandaTangan, PeranTandaTangan},
    xlsx::{Kolom, LembarTabel, Sel},
};
use pekppp::Edisi;
use store::{
    Waktu, berita_acara,
    lokus::Lokus,
    tindak_lanjut::{self, Butir, Status},
};

use crate::{
    AppState,
    bahasa::Bahasa,
    error::Hasil,
    format,
    konteks::Konteks,
    lokus::{
        hasil::cetak::{self, Cetak},
        lanjutan,
    },
};

/// The report as it stands now; `k` speaks Indonesian.
///
/// # Errors
/// When the store fails.
pub async fn susun(app: &AppState, k: &Konteks, l: &Lokus, pada: Waktu, kode: Option<&str>) -> Hasil<LaporanTindakLanjut> {
    let c = app.store.baca();
    let cetak = Cetak::baru(app, l).await?;
    let e = store::edisi::dapat(&app.store, l.edisi()?).await?;
    let hari = pada.hari(&l.zona);
    let mut butir = tindak_lanjut::daftar(c, l.id).await?;
    butir.sort_by_key(|b| lanjutan::urut(&e, &b.rekomendasi.indikator));
    let n = tindak_lanjut::hitung(&butir, hari);
    let calon = berita_acara::calon(c, l, &hari.to_string()).await?;
    let kepala = calon.unit.first().map(|o| PenandaTangan {
        peran: PeranTandaTangan::WakilUnitLokus,
        nama: o.nama.clone(),
        jabatan: o.jabatan.clone(),
        nip: None,
    });
    let atas = kode.map_or_else(|| cetak.kepala_lepas(pada), |kode| cetak.kepala(kode, None, pada));
    let hitungan = [("diterima", n.dari(Status::Diterima).into()), ("semua", n.semua.into()), ("lewat", n.lewat.into())];
    Ok(LaporanTindakLanjut {
        kepala: atas,
        periode: cetak::periode(l, &e),
        unit: cetak.unit(l),
        batas: tindak_lanjut::batas(c, l).await?.map(|b| lanjutan::batas(k, &b)),
        kemajuan: k.a("tindaklanjut-cetak-kemajuan", hitungan),
        baris: butir.iter().map(|b| baris(k, &e, b)).collect(),
        penanda_tangan: kepala.into_iter().collect(),
    })
}

fn baris(k: &Konteks, e: &Edisi, b: &Butir) -> BarisTindakLanjut {
    let r = b.rencana.as_ref();
    let hari = |w: Waktu| format::tanggal(Bahasa::Id, w.hari(k.zona.nama()));
    BarisTindakLanjut {
        kode: b.rekomendasi.indikator.clone(),
        indikator: lanjutan::nama(e, &b.rekomendasi.indikator),
        rekomendasi: b.rekomendasi.isi.clone(),
        rencana: r.map(|r| r.rencana.clone()),
        target: r.map(|r| r.target.clone()),
        keluaran: r.map(|r| r.keluaran.clone()),
        tenggat: r.map(|r| k.hari(&r.tenggat)),
        penanggung_jawab: r.map(|r| r.penanggung_jawab.clone()),
        keadaan: k.s(lanjutan::status(b.status()).1),
        kemajuan: b.kemajuan.first().map(|x| {
            let bukti = x.nama_berkas.as_ref().map(|n| format!(" ({n})")).unwrap_or_default();
            format!("{}: {}{bukti}", hari(x.pada), x.uraian)
        }),
        verifikasi: b.verifikasi.first().map(|v| {
            let alasan = if v.alasan.is_empty() { String::new() } else { format!(": {}", v.alasan) };
            format!("{} {}{alasan}", hari(v.pada), k.s(lanjutan::putusan(&v.putusan).1))
        }),
    }
}

/// The same as a workbook.
///
/// # Errors
/// A limit of the format.
pub fn buku(l: &LaporanTindakLanjut) -> Hasil<Vec<u8>> {
    let kolom = [
        ("Kode", 10.0),
        ("Indikator", 40.0),
        ("Rekomendasi", 60.0),
        ("Rencana", 50.0),
        ("Target", 30.0),
        ("Keluaran", 30.0),
        ("Tenggat", 20.0),
        ("Penanggung jawab", 26.0),
        ("Keadaan", 26.0),
        ("Laporan terakhir", 50.0),
        ("Verifikasi terakhir", 40.0),
    ];
    let sel = |b: &BarisTindakLanjut| -> Vec<Sel> {
        vec![
            (&b.kode).into(),
            (&b.indikator).into(),
            (&b.rekomendasi).into(),
            b.rencana.as_ref().into(),
            b.target.as_ref().into(),
            b.keluaran.as_ref().into(),
            b.tenggat.as_ref().into(),
            b.penanggung_jawab.as_ref().into(),
            (&b.keadaan).into(),
            b.kemajuan.as_ref().into(),
            b.verifikasi.as_ref().into(),
        ]
    };
    let judul = format!("Laporan tindak lanjut {} {}", l.unit.nama, l.periode.tahun);
    let mut catatan = vec![format!("{} | {} | {}", l.unit.nama, l.periode.nama, l.periode.edisi), l.kemajuan.clone()];
    catatan.extend(l.batas.clone());
    let lembar = LembarTabel {
        nama: "Tindak lanjut".into(),
        judul: judul.clone(),
        catatan,
        kolom: kolom.into_iter().map(|(n, lebar)| Kolom::new(n, lebar)).collect(),
        baris: l.baris.iter().map(sel).collect(),
    };
    Ok(dokumen::xlsx::buku_xlsx(&judul, l.kepala.ilustrasi, &[lembar])?)
}
