//! The announcement of a publication as PDF, in Indonesian whatever the reader's language: it goes into the signed file, and
//! `/hasil/{periode}/pengumuman.pdf` prints the same for the notice board. Layout is `dokumen`'s.

use axum::extract::State;
use dokumen::{
    Kepala, Pengumuman,
    masukan::{Periode, Verifikasi},
};
use store::{
    penerbitan::{Terbitan, versi},
    peringkat::{self, Baris, PeringkatPeriode},
};

use crate::{
    AppState, Error,
    bahasa::Bahasa,
    error::Hasil,
    format::{self, Zona},
    jalur::Jalur,
    kata::{kunci_alasan, menunggu_validasi, nama_edisi, skema_angka},
    konteks::Konteks,
    publik::{
        cetak::cetak,
        hasil::{Terbuka, buka, unduhan},
    },
    rute::{Akses, Daftar},
    tampil::pdf,
};

/// Units up to which it is printed: some forty pages. A nation has its CSV and its report to the minister.
const UNIT_MAKS: usize = 1000;

pub fn rute(d: &mut Daftar) {
    d.get("/hasil/{periode}/pengumuman.pdf", Akses::Publik, lihat);
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>) -> Hasil {
    let (t, k) = match buka(&app, k, &kode).await? {
        Terbuka::Terbit(t, k) => (t, k),
        Terbuka::Ditarik(response) => return Ok(response),
    };
    let p = peringkat::publik(&app.store, &t).await?;
    let versi = versi::semua(&app.store, &t).await?;
    let versi = versi.first().ok_or(Error::TidakAda)?;
    let isi = susun(&app, &t, &p, versi.nomor, &versi.alasan).ok_or(Error::TidakAda)?;
    Ok(pdf(cetak(&app, &k, isi).await?, &format!("pengumuman-{kode}.pdf")))
}

/// Whether a publication of this size is printed.
pub(crate) fn dicetak(p: &PeringkatPeriode) -> bool {
    p.baris() <= UNIT_MAKS
}

/// `None` for a publication that is too large.
pub(super) fn susun(app: &AppState, t: &Terbitan, p: &PeringkatPeriode, nomor: i64, alasan: &str) -> Option<Pengumuman> {
    if !dicetak(p) {
        return None;
    }
    let b = Bahasa::Id;
    let url = format!("{}/hasil/{}", app.konfig.alamat, t.periode.kode);
    let waktu = format::waktu(b, t.pada.timestamp(), Zona::dari_nama(&t.zona).unwrap_or_default());
    let tanpa = p.tanpa_ipp.iter().chain(&p.belum);
    Some(Pengumuman {
        kepala: Kepala {
            instansi: t.instansi.clone(),
            perangkat: None,
            nomor: None,
            dibuat: t.pada.timestamp(),
            dibuat_teks: waktu.clone(),
            ilustrasi: app.ilustrasi || t.periode.ilustrasi == 1,
            verifikasi: Some(Verifikasi { url_pendek: Some(format::alamat_pendek(&url)), url, kode: None }),
        },
        periode: Periode {
            nama: t.periode.nama.clone(),
            tahun: t.periode.tahun.to_string(),
            skema: skema_angka(b, &t.periode.skema),
            edisi: nama_edisi(&p.edisi),
        },
        terbitan: b.a("terbitan-cetak", [("nomor", nomor.into()), ("waktu", waktu.into())]),
        alasan: Some(alasan.to_owned()).filter(|a| !a.is_empty()),
        catatan: catatan(&t.periode.skema, p),
        kelompok: unduhan::kelompok(p),
        tanpa_ipp: tanpa.map(|x: &Baris| (x.unit.to_string(), b.s(kunci_alasan(x.status.as_deref())))).collect(),
    })
}

/// What a reader must know of the figures.
fn catatan(skema: &str, p: &PeringkatPeriode) -> Vec<String> {
    let b = Bahasa::Id;
    let sementara =
        menunggu_validasi(skema, p.divalidasi()).then(|| format!("{} {}", b.s("publik-sementara"), b.s("publik-sementara-isi")));
    let tanpa_ba = p.kelompok.values().flatten().map(|x| &x.item).filter_map(|x| {
        let alasan = p.tanpa_ba.get(&x.hasil?)?;
        Some(format!("{}: {}", x.unit, b.a("publik-tanpa-ba", [("alasan", alasan.to_string().into())])))
    });
    sementara.into_iter().chain(tanpa_ba).collect()
}
