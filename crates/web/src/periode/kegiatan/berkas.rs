//! Files of a session: materials going in and out, and the attendance list as PDF.

use axum::extract::{Multipart, State};
use dokumen::{
    Kepala,
    masukan::{BarisHadir, DaftarHadir},
};
use store::{
    StoreError, hak,
    id::{BahanId, JadwalId, PeriodeId},
    instansi, objek,
    persiapan::{jadwal, kegiatan},
};

use super::rinci::halaman;
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::di_medan,
    jalur::Jalur,
    kiriman,
    konteks::Konteks,
    pelaku::Orang,
    periode::{PENYELENGGARA, jadwal::waktu},
    rute::{Akses, Daftar},
    tampil::{Alih, pdf, tampil_salah},
};

const BATAS: usize = kiriman::SK_MAKS;

pub fn rute(d: &mut Daftar) {
    d.post_besar("/periode/{periode}/kegiatan/{jadwal}/bahan", PENYELENGGARA, BATAS + 256 * 1024, unggah);
    d.get("/periode/{periode}/kegiatan/{jadwal}/bahan/{bahan}", Akses::Masuk, unduh);
    d.get("/periode/{periode}/kegiatan/{jadwal}/daftar-hadir", PENYELENGGARA, daftar_hadir);
}

async fn unggah(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, j)): Jalur<(PeriodeId, JadwalId)>,
    kiriman: Multipart,
) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let hak = akses.penyelenggara()?;
    let (mut f, berkas) = kiriman::baca(kiriman, "berkas").await?;
    f.batasi("judul", 200);
    let judul = f.wajib("judul", "kegiatan-salah-judul");
    let bersih = match berkas {
        Some((_, isi)) if isi.len() > BATAS => {
            f.salahkan("berkas", "periode-sk-salah-besar");
            None
        }
        Some((nama, isi)) => {
            let bersih = store::berkas::periksa(isi).ok();
            if bersih.is_none() {
                f.salahkan("berkas", "kegiatan-salah-berkas");
            }
            bersih.map(|b| (nama, b))
        }
        None => {
            f.salahkan("berkas", "kegiatan-salah-berkas");
            None
        }
    };
    if let (Some(judul), Some((nama, b)), true) = (judul, bersih, f.sah()) {
        let tersimpan = objek::simpan(&app.store, b.isi())?;
        let op = f.nilai("op_bahan").parse().unwrap_or_else(|_| BahanId::baru());
        match kegiatan::tambah_bahan(&app.store, &hak, (j, op), &judul, (&tersimpan, b.tipe(), &nama)).await {
            Ok(()) => return Alih::ke(format!("/periode/{id}/kegiatan/{j}")).pesan("kegiatan-bahan-tersimpan").into(),
            Err(e) => di_medan(&mut f, "judul", "periode-unit-sudah", e)?,
        }
    }
    let k = crate::periode::konteks(&app, k, &akses.periode, "persiapan").await?;
    tampil_salah(&halaman(&app, &k, &akses, j, Some(f)).await?)
}

async fn unduh(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, j, b)): Jalur<(PeriodeId, JadwalId, BahanId)>) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let b = kegiatan::satu_bahan(&app.store, &akses.pembaca(), b).await?;
    if b.jadwal_id != j {
        return Err(Error::TidakAda);
    }
    let tipe = objek::tipe(app.store.baca(), &b.objek).await?.ok_or_else(|| Error::Dalam(format!("object {} has no type", b.objek)))?;
    crate::berkas::kirim(&app, &b.objek, tipe, &b.nama_berkas).await
}

async fn daftar_hadir(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, j)): Jalur<(PeriodeId, JadwalId)>,
) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    akses.penyelenggara()?;
    let baca = akses.pembaca();
    let acara = jadwal::satu(&app.store, &baca, j).await?;
    let kegiatan = kegiatan::milik(&app.store, &baca, j).await?.ok_or(StoreError::TidakDitemukan)?;
    let hadir = kegiatan::daftar_hadir(&app.store, &baca, j).await?;
    let mut k = crate::periode::konteks(&app, k, &akses.periode, "persiapan").await?;
    k.bahasa = crate::bahasa::Bahasa::Id;
    let pada = app.store.sekarang();
    let isi = DaftarHadir {
        kepala: Kepala {
            instansi: instansi::dari_id(&app.store, akses.periode.instansi_id).await?.nama,
            perangkat: None,
            nomor: None,
            dibuat: pada.timestamp(),
            dibuat_teks: k.waktu(&pada),
            ilustrasi: k.ilustrasi,
            verifikasi: None,
        },
        waktu: waktu::rentang(&k, acara.mulai()?, acara.selesai()?),
        kegiatan: acara.judul,
        periode: akses.periode.nama.clone(),
        tempat: Some(acara.tempat).filter(|t| !t.is_empty()),
        agenda: kegiatan.agenda.lines().map(str::trim).filter(|a| !a.is_empty()).map(str::to_owned).collect(),
        hadir: hadir
            .into_iter()
            .map(|h| {
                let kunci = if h.akun_id.is_some() { "kegiatan-cara-akun" } else { "kegiatan-cara-ketik" };
                BarisHadir { nama: h.nama, jabatan: h.jabatan, unit: h.unit, cara: k.n(kunci, "waktu", k.waktu(&h.pada)) }
            })
            .collect(),
    };
    Ok(pdf(app.pencetak.cetak(isi).await?, "daftar-hadir.pdf"))
}
