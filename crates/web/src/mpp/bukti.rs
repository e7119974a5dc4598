//! What a unit served in malls as a document: the evidence that F01 takes for its indicators on the queue, hours, courses of
//! officers and the electronic service. It says what was counted, over which days, and what nobody measured.

use dokumen::{
    Lembaran,
    masukan::{BagianLembaran, TabelLembaran},
};
use jiff::civil::Date;
use layanan::kinerja::{Angka, JamLebih};
use store::{
    id::{LayananId, UnitId},
    instansi, kinerja,
    prefill::mal::{BahanMal, bahan},
};

use super::laporan::sajian::{lama, sebaran};
use crate::{AppState, error::Hasil, kepala, konteks::Konteks};

/// # Errors
/// When the store fails.
pub async fn lembar(app: &AppState, k: &Konteks, unit: UnitId, kurun: (Date, Date)) -> Hasil<Lembaran> {
    let s = &app.store;
    let u = instansi::unit(s, unit).await?;
    let rumah = instansi::dari_id(s, u.instansi_id).await?;
    let b = bahan(s, unit, kurun).await?;
    let (angka, layanan) = kinerja::unit(s, unit, kurun.0, kurun.1).await?;
    let pada = s.sekarang().hari(&rumah.zona);
    let [tunggu, tunggu90] = sebaran(k, angka.tunggu);
    let kata = k.a("f01-usulan-kurun-antara", [("dari", k.tanggal(&kurun.0).into()), ("sampai", k.tanggal(&kurun.1).into())]);
    Ok(Lembaran {
        kepala: kepala::bukti(k, rumah, &u.nama, pada)?,
        judul: k.s("kinerja-bukti-judul"),
        ringkas: vec![
            (k.s("layanan-kolom-unit"), u.nama),
            (k.s("aduan-kurun-kata"), kata),
            (k.s("kinerja-nomor"), angka.nomor.to_string()),
            (k.s("kinerja-kunjungan"), angka.kunjungan.to_string()),
            (k.s("kinerja-tunggu"), format!("{tunggu} · {}", k.n("kinerja-90", "lama", tunggu90))),
            (k.s("kinerja-rentan"), angka.rentan.to_string()),
        ],
        penting: None,
        bagian: vec![cara(k, &b), per_layanan(k, &layanan), jam(k, &b), pelatihan(k, &b), sistem(k, &b), arti(k)],
        penutup: vec![k.s("kinerja-bukti-asal"), k.s("kinerja-bukti-tidak-diukur")],
    })
}

fn bagian(k: &Konteks, judul: &str, paragraf: Vec<String>, kolom: &[&str], baris: Vec<Vec<String>>) -> BagianLembaran {
    let kolom = kolom.iter().map(|x| k.s(x)).collect();
    BagianLembaran { judul: k.s(judul), paragraf, tabel: (!baris.is_empty()).then_some(TabelLembaran { kolom, baris }) }
}

fn cara(k: &Konteks, b: &BahanMal) -> BagianLembaran {
    let c = &b.cara;
    let baris = [
        ("kinerja-bukti-daring", c.daring),
        ("kinerja-bukti-dipesan", c.dipesan),
        ("kinerja-bukti-kios", c.kios),
        ("kinerja-bukti-depan", c.depan),
        ("kinerja-bukti-petugas", c.petugas),
    ];
    let baris = baris.map(|(nama, n)| vec![k.s(nama), n.to_string()]).into();
    bagian(k, "kinerja-bukti-cara", Vec::new(), &["kinerja-bukti-cara", "kinerja-nomor"], baris)
}

fn per_layanan(k: &Konteks, layanan: &[kinerja::Baris<LayananId>]) -> BagianLembaran {
    let satu = |nama: &str, a: &Angka| {
        let [tunggu, _] = sebaran(k, a.tunggu);
        vec![
            nama.to_owned(),
            a.nomor.to_string(),
            a.kunjungan.to_string(),
            tunggu,
            a.layan.map_or_else(|| "–".into(), |s| lama(k, s.tengah)),
        ]
    };
    let baris: Vec<Vec<String>> = layanan.iter().map(|l| satu(&l.nama, &l.angka)).collect();
    let kosong = if baris.is_empty() { vec![k.s("kinerja-kosong")] } else { Vec::new() };
    let kolom = ["kinerja-layanan-satu", "kinerja-nomor", "kinerja-kunjungan", "kinerja-tunggu-tengah", "kinerja-layan"];
    bagian(k, "kinerja-per-layanan", kosong, &kolom, baris)
}

fn jam(k: &Konteks, b: &BahanMal) -> BagianLembaran {
    let j = &b.jam;
    let syarat = [("hari", JamLebih::HARI_SEDIKITNYA.into()), ("libur", JamLebih::LIBUR_RUTIN.into())];
    let baris = [("kinerja-bukti-hari-kerja", j.hari_kerja), ("kinerja-bukti-siang", j.siang), ("kinerja-bukti-hari-libur", j.hari_libur)];
    let baris = baris.map(|(nama, n)| vec![k.s(nama), n.to_string()]).into();
    bagian(k, "kinerja-bukti-jam", vec![k.a("kinerja-bukti-jam-syarat", syarat)], &["kinerja-bukti-jam", "kinerja-bukti-hari"], baris)
}

fn pelatihan(k: &Konteks, b: &BahanMal) -> BagianLembaran {
    let satu =
        |p: &store::prefill::mal::Pelatihan| vec![p.nama.clone(), p.penyelenggara.clone(), k.hari(&p.tanggal), p.petugas.to_string()];
    let baris: Vec<Vec<String>> = b.pelatihan.iter().map(satu).collect();
    let kosong = if baris.is_empty() { vec![k.s("kinerja-bukti-tanpa-pelatihan")] } else { Vec::new() };
    let kolom = ["kinerja-bukti-pelatihan-nama", "kinerja-bukti-penyelenggara", "kinerja-bukti-tanggal", "kinerja-bukti-jumlah-petugas"];
    bagian(k, "kinerja-bukti-pelatihan", kosong, &kolom, baris)
}

fn sistem(k: &Konteks, b: &BahanMal) -> BagianLembaran {
    let s = &b.sistem;
    let baris = [("kinerja-bukti-standar", s.standar), ("kinerja-bukti-lapor", s.lapor), ("kinerja-bukti-skm", s.skm)];
    let baris = baris.map(|(nama, n)| vec![k.s(nama), n.to_string()]).into();
    bagian(k, "kinerja-bukti-sistem", Vec::new(), &["kinerja-bukti-sistem", "kinerja-nilai"], baris)
}

fn arti(k: &Konteks) -> BagianLembaran {
    let satu = |nama: &str, arti: &str| format!("{}: {}", k.s(nama), k.s(arti));
    let paragraf = vec![
        satu("kinerja-nomor", "kinerja-arti-nomor"),
        satu("kinerja-kunjungan", "kinerja-arti-kunjungan"),
        satu("kinerja-tunggu", "kinerja-arti-tunggu"),
        satu("kinerja-layan", "kinerja-arti-layan"),
    ];
    BagianLembaran { judul: k.s("kinerja-arti"), paragraf, tabel: None }
}
