//! The content of the report, from the counters of the round, its plan and the rounds before. Always in Indonesian: the
//! caller hands over a context in that language.

use dokumen::{
    Kepala, LaporanSkm,
    masukan::{ButirMetode, Kepastian, PenandaTangan, PeranTandaTangan, RtlCetak, RtlSebelum, TitikCetak, Verifikasi},
};
use store::{
    Waktu, edisi,
    skm::{laporan::sumber, rekap, rtl},
    verifikasi,
};

use super::tabel;
use crate::{
    AppState,
    error::Hasil,
    konteks::Konteks,
    skm::{
        hari_ini,
        hasil::Muatan,
        kurun,
        sajian::{Sajian, angka, langkah, susunan},
        tindak_lanjut::sajian::{self, Baris},
    },
};

/// Head of the report as it was typed.
pub struct Kop {
    pub kode: String,
    pub nomor: Option<String>,
    pub tempat: Option<String>,
    pub kepala: Option<String>,
    pub pelaksana: Option<String>,
    pub pada: Waktu,
    /// Remarks to print.
    pub saran: Vec<String>,
    pub saran_semua: usize,
}

/// The head of a document about a round; `kode` empty: none to verify.
#[must_use]
pub fn kepala(app: &AppState, k: &Konteks, m: &Muatan, kode: &str, nomor: Option<String>, pada: Waktu) -> Kepala {
    let url = format!("{}/verifikasi/{kode}", app.konfig.alamat);
    let pendek = crate::format::alamat_pendek(&url);
    let v = Verifikasi { url, url_pendek: Some(pendek), kode: Some(verifikasi::tampil(kode)) };
    Kepala {
        instansi: m.ronde().instansi.clone(),
        perangkat: None,
        nomor,
        dibuat: pada.timestamp(),
        dibuat_teks: k.waktu(&pada),
        ilustrasi: k.ilustrasi,
        verifikasi: (!kode.is_empty()).then_some(v),
    }
}

/// A box for the head of the unit to sign in.
#[must_use]
pub fn penanda(k: &Konteks, m: &Muatan, nama: Option<String>) -> PenandaTangan {
    PenandaTangan {
        peran: PeranTandaTangan::WakilUnitLokus,
        nama: nama.unwrap_or_else(|| ".".repeat(40)),
        jabatan: k.n("laporanskm-cetak-kepala", "unit", &m.ronde().unit),
        nip: None,
    }
}

/// # Errors
/// When the store fails, or (`TidakAda`) when there is no answer to report.
pub async fn susun(app: &AppState, k: &Konteks, m: &Muatan, kop: Kop) -> Hasil<LaporanSkm> {
    let (r, a, e) = (m.ronde(), &m.agregat, &*m.edisi);
    let j = Sajian::baru(k, m.bahan())?;
    let utama = j.angka.as_ref().ok_or(crate::Error::TidakAda)?;
    let riwayat = riwayat(app, k, m).await?;
    let butir = rencana(app, k, m).await?;
    let n_rtl = rtl::kemajuan(&rtl::daftar(app.store.baca(), r.id).await?);
    let tanggal = k.tanggal(&kop.pada.hari(&r.zona));
    Ok(LaporanSkm {
        kepala: kepala(app, k, m, &kop.kode, kop.nomor, kop.pada),
        ronde: tabel::ronde(k, m),
        tempat_tanggal: kop.tempat.map_or_else(|| tanggal.clone(), |t| format!("{t}, {tanggal}")),
        dasar_hukum: e.dasar_hukum.clone(),
        pendahuluan: ["laporanskm-cetak-latar", "laporanskm-cetak-tujuan"]
            .into_iter()
            .zip([k.s("laporanskm-cetak-latar-isi"), k.n("laporanskm-cetak-tujuan-isi", "unit", &r.unit)])
            .map(|(judul, isi)| ButirMetode { judul: k.s(judul), isi })
            .collect(),
        metode: metode(k, &j, m, kop.pelaksana),
        sumber: tabel::sumber(k, e),
        layanan: j.nama_layanan().into_iter().map(str::to_owned).collect(),
        saluran: tabel::saluran(k, &j),
        hasil: tabel::hasil(k, &j, m, utama)?,
        kategori: tabel::kategori(e),
        unsur: tabel::unsur(k, &j, utama),
        profil: tabel::profil(k, &j, true),
        analisis: analisis(k, &j, &riwayat.1),
        riwayat: riwayat.0,
        kualitas: tabel::kualitas(k, &j, a),
        saran_semua: k
            .a("laporanskm-cetak-saran", [("dimuat", kop.saran.len().to_string().into()), ("semua", kop.saran_semua.to_string().into())]),
        saran: kop.saran,
        rtl_sebelum: sebelum(app, k, m).await?,
        kesimpulan: kesimpulan(k, &j, &butir, n_rtl),
        rtl: butir,
        penanda_tangan: vec![penanda(k, m, kop.kepala)],
        hash_sumber: sumber(a)?,
    })
}

fn metode(k: &Konteks, j: &Sajian<'_>, m: &Muatan, pelaksana: Option<String>) -> Vec<ButirMetode> {
    let r = m.ronde();
    let butir = |judul: &str, isi: String| ButirMetode { judul: k.s(judul), isi };
    let sampel = match r.populasi {
        Some(p) => k.n("hasilskm-target-populasi", "populasi", j.bilang(p)),
        None => k.s("hasilskm-target-tanpa-populasi"),
    };
    let mut semua = vec![
        butir("laporanskm-cetak-pelaksana", pelaksana.unwrap_or_else(|| k.n("laporanskm-cetak-pelaksana-isi", "unit", &r.unit))),
        butir("laporanskm-cetak-waktu", k.n("laporanskm-cetak-waktu-isi", "kurun", kurun(k, r))),
        butir(
            "laporanskm-cetak-instrumen",
            k.a("laporanskm-cetak-instrumen-isi", [("nama", m.edisi.nama.as_str().into()), ("k", j.unsur.len().to_string().into())]),
        ),
        butir("laporanskm-cetak-sampel", sampel),
    ];
    semua.push(butir("hasilskm-cara", j.cara().join(" ")));
    semua
}

/// Rounds of the unit up to this one, oldest first, and the step since the one before in words.
async fn riwayat(app: &AppState, k: &Konteks, m: &Muatan) -> Hasil<(Vec<TitikCetak>, Option<String>)> {
    let r = m.ronde();
    let mut seunit = rekap::seunit(&app.store, &m.akses.pembaca()).await?;
    seunit.retain(|x| x.pakai.n > 0 && (x.ronde.id == r.id || x.ronde.sampai <= r.sampai));
    seunit.sort_by(|a, b| (&a.ronde.sampai, a.ronde.id == r.id).cmp(&(&b.ronde.sampai, b.ronde.id == r.id)));
    let (mut titik, mut lama, mut kalimat) = (Vec::new(), None, None);
    for x in seunit.iter().rev().take(8).rev() {
        let e = edisi::skm(&app.store, &x.ronde.edisi).await?;
        let s = susunan(&e, &x.ronde.unsur)?;
        let Some(a) = angka(&s, &x.pakai, x.ronde.populasi)? else { continue };
        if x.ronde.id == r.id {
            kalimat = langkah(k, lama.as_ref(), Some(&a)).map(|l| l.kalimat);
        }
        titik.push(TitikCetak {
            label: x.ronde.nama.clone(),
            kurun: kurun(k, &x.ronde),
            ikm: tabel::angka(k, &a.hasil.ikm, 2),
            mutu: a.hasil.mutu.clone(),
            n: tabel::bulat(k, x.pakai.n),
            rentang: a.rentang().map(|(x, y)| (tabel::angka(k, x, 2), tabel::angka(k, y, 2))),
        });
        lama = Some(a);
    }
    Ok((titik, kalimat))
}

fn analisis(k: &Konteks, j: &Sajian<'_>, langkah: &Option<String>) -> Vec<ButirMetode> {
    let butir = |judul: &str, isi: String| ButirMetode { judul: k.s(judul), isi };
    let sebut = |u: &crate::skm::sajian::BarisUnsur| {
        k.a("laporanskm-cetak-unsur", [("nama", u.nama.as_str().into()), ("nrr", u.nrr.as_str().into()), ("mutu", u.mutu.as_str().into())])
    };
    let mut rendah: Vec<_> = j.unsur.iter().filter(|u| u.terendah.is_some()).collect();
    rendah.sort_by_key(|u| u.terendah);
    let mut tinggi: Vec<_> = j.unsur.iter().filter(|u| u.terendah.is_none()).collect();
    tinggi.sort_by(|a, b| b.nrr.cmp(&a.nrr));
    let gabung = |u: &[&crate::skm::sajian::BarisUnsur]| u.iter().map(|u| sebut(u)).collect::<Vec<_>>().join("; ");
    let mut semua = vec![butir("laporanskm-cetak-terendah", gabung(&rendah))];
    if !tinggi.is_empty() {
        semua.push(butir("laporanskm-cetak-tertinggi", gabung(&tinggi[..tinggi.len().min(3)])));
    }
    semua.push(butir("laporanskm-cetak-tren", langkah.clone().unwrap_or_else(|| k.s("laporanskm-cetak-tren-tidak-ada"))));
    if let Some(d) = j.kalimat_kecuali() {
        semua.push(butir("laporanskm-cetak-kecuali", d));
    }
    semua
}

fn kesimpulan(k: &Konteks, j: &Sajian<'_>, rtl: &[RtlCetak], n: rtl::Kemajuan) -> Vec<String> {
    let mut semua = Vec::new();
    if let Some(a) = &j.angka {
        let arg = [
            ("ikm", j.ikm().into()),
            ("mutu", a.hasil.mutu.as_str().into()),
            ("kinerja", a.hasil.kinerja.as_str().into()),
            ("n", j.bilang(j.n()).into()),
        ];
        semua.push(k.a("laporanskm-cetak-simpul", arg));
    }
    let kalimat = j.kalimat_mutu();
    if !kalimat.is_empty() {
        semua.push(kalimat);
    }
    semua.push(if rtl.is_empty() {
        k.s("laporanskm-cetak-simpul-tanpa-rtl")
    } else {
        k.a("laporanskm-cetak-simpul-rtl", [("semua", n.semua.to_string().into()), ("selesai", n.selesai.to_string().into())])
    });
    semua
}

/// The rows of a plan as documents print them.
#[must_use]
pub fn cetak_rtl(k: &Konteks, zona: &str, baris: Vec<Baris>) -> Vec<RtlCetak> {
    let satu = |b: Baris| RtlCetak {
        penyelesaian: b.b.selesai.as_ref().map(|s| {
            let hari = k.tanggal(&s.pada.hari(zona));
            if s.catatan.is_empty() { hari } else { format!("{hari}: {}", s.catatan) }
        }),
        keadaan: k.s(b.keadaan.1),
        unsur: b.unsur,
        kegiatan: b.b.kegiatan,
        keluaran: b.b.keluaran,
        tenggat: b.tenggat,
        jangka: b.jangka,
        penanggung_jawab: b.b.penanggung_jawab,
    };
    baris.into_iter().map(satu).collect()
}

/// The plan of the round.
///
/// # Errors
/// When the store fails.
pub async fn rencana(app: &AppState, k: &Konteks, m: &Muatan) -> Hasil<Vec<RtlCetak>> {
    let r = m.ronde();
    let butir = rtl::daftar(app.store.baca(), r.id).await?;
    Ok(cetak_rtl(k, &r.zona, sajian::susun(k, &m.edisi, r, butir, hari_ini(app, r))))
}

/// The plan of the round before, with what became of it.
///
/// # Errors
/// When the store fails.
pub async fn sebelum(app: &AppState, k: &Konteks, m: &Muatan) -> Hasil<Option<RtlSebelum>> {
    let Some((lama, butir)) = rtl::sebelumnya(app.store.baca(), m.ronde()).await? else { return Ok(None) };
    let e = edisi::skm(&app.store, &lama.edisi).await?;
    let n = rtl::kemajuan(&butir);
    let baris = sajian::susun(k, &e, &lama, butir, hari_ini(app, &lama));
    Ok(Some(RtlSebelum { kalimat: kemajuan(k, n), baris: cetak_rtl(k, &lama.zona, baris), ronde: lama.nama }))
}

/// "2 dari 5 kegiatan selesai."
#[must_use]
pub fn kemajuan(k: &Konteks, n: rtl::Kemajuan) -> String {
    k.a("laporanskm-cetak-kemajuan", [("selesai", n.selesai.to_string().into()), ("semua", n.semua.to_string().into())])
}

/// The edition says its certainty in words; the first ones decide.
#[must_use]
pub fn kepastian_edisi(teks: &str) -> Kepastian {
    let t = teks.trim_start().to_lowercase();
    let awal = |kata: &[&str]| kata.iter().any(|k| t.starts_with(k));
    if awal(&["tidak ada", "tidak ditemukan", "belum ditemukan"]) {
        Kepastian::TidakDitemukan
    } else if awal(&["tinggi", "bersumber", "rumus tinggi"]) {
        Kepastian::Tinggi
    } else if awal(&["sedang", "disusun"]) {
        Kepastian::Sedang
    } else {
        Kepastian::Rendah
    }
}
