//! The ranking as a workbook: a sheet for each category of service, with what there is to say of scheme, edition and single units.

use std::{
    io::{self, BufWriter, Seek as _, SeekFrom, Write as _},
    sync::Arc,
};

use axum::response::Response;
use dokumen::{
    Angka,
    masukan::{BarisPeringkat, KelompokPeringkat, TabelPeringkat},
    xlsx,
};
use pekppp::peringkat::Peringkat;
use store::peringkat::{Baris, PeringkatPeriode};

use super::{Asal, angka};
use crate::{
    AppState,
    kata::{kunci_alasan, nama_edisi},
    konteks::Konteks,
    publik::{
        cetak::Giliran,
        hasil::tabel::{nama_kelompok, tanpa_ba},
    },
    unduhan,
};

/// Remarks on single units in a workbook; more of them stand in the columns of the CSV.
const CATATAN: usize = 200;

fn keterangan(k: &Konteks, asal: &Asal, p: &PeringkatPeriode) -> Vec<String> {
    let mut baris = vec![
        format!("{}: {}", k.s("publik-skema"), k.skema_angka(&asal.periode.skema)),
        format!("{}: {}", k.s("publik-edisi"), nama_edisi(&p.edisi)),
        k.s("publik-urutan-tepat"),
    ];
    baris.extend(k.sementara(&asal.periode.skema, p.divalidasi()));
    baris.extend(p.edisi.iter().map(|e| format!("{}: {}", k.s("publik-kepastian-edisi"), e.kepastian)));
    baris.extend(asal.terbit.map(|w| k.n("publik-diterbitkan", "waktu", k.waktu(&w))));
    if asal.terbit.is_none() {
        baris.push(k.s("peringkat-belum-terbit-berkas"));
    }
    let tanpa_nilai = p.tanpa_ipp.iter().chain(&p.belum).map(|b| format!("{}: {}", b.unit, k.s(kunci_alasan(b.status.as_deref()))));
    let semua = p.kelompok.values().flatten().map(|x| &x.item).chain(&p.tanpa_ipp);
    let tanpa_ba = semua.filter_map(|b| Some(format!("{}: {}", b.unit, tanpa_ba(k, p, b)?)));
    baris.extend(tanpa_nilai.chain(tanpa_ba).take(CATATAN));
    let semua = p.tanpa_ipp.len() + p.belum.len() + p.tanpa_ba.len();
    if semua > CATATAN {
        baris.push(k.jumlah("publik-tersisa-lain", semua - CATATAN));
    }
    baris
}

fn baris(x: &Peringkat<Baris>) -> BarisPeringkat {
    BarisPeringkat {
        peringkat: u32::try_from(x.peringkat).unwrap_or(u32::MAX),
        nama: x.item.unit.to_string(),
        instansi: x.item.instansi.to_string(),
        f02: angka(x.item.f02.as_deref()),
        f03: angka(x.item.f03.as_deref()),
        ipp: Angka::new(x.ipp.tampil().replace('.', ","), x.ipp.desimal()),
        kategori: x.item.kategori.as_deref().unwrap_or_default().to_owned(),
    }
}

/// The ranked units of each group, as documents take them.
pub(crate) fn kelompok(p: &PeringkatPeriode) -> Vec<KelompokPeringkat> {
    let satu = |(nama, judul): (String, String)| {
        Some(KelompokPeringkat { baris: p.kelompok.get(&nama)?.iter().map(baris).collect(), nama: judul })
    };
    nama_kelompok(p).into_iter().filter_map(satu).collect()
}

pub(super) fn kirim(
    app: &AppState,
    k: &Konteks,
    asal: &Asal,
    p: Arc<PeringkatPeriode>,
    (nama, giliran): (&str, Option<Giliran>),
) -> Response {
    let tabel = TabelPeringkat {
        judul: format!("{} – {}", asal.periode.nama, asal.instansi),
        keterangan: keterangan(k, asal, &p),
        ilustrasi: k.ilustrasi,
    };
    let folder = app.store.folder().join("sementara");
    unduhan::buku(nama, giliran, move || {
        let berkas = tempfile::tempfile_in(&folder)?;
        let kelompok = p.kelompok.iter().map(|(nama, isi)| (nama.as_str(), isi.iter().map(baris)));
        let mut ke = BufWriter::new(&berkas);
        xlsx::peringkat(&tabel, kelompok, &folder, &mut ke).map_err(io::Error::other)?;
        ke.flush()?;
        drop(ke);
        (&berkas).seek(SeekFrom::Start(0))?;
        Ok(berkas)
    })
}
