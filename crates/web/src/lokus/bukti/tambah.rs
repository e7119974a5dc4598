//! `POST /lokus/{lokus}/bukti`: files in one piece, for browsers without JavaScript. Several at once; good ones are kept,
//! each refused one is named with its reason.

use axum::{
    extract::{
        Multipart, State,
        multipart::{Field, MultipartRejection},
    },
    http::StatusCode,
};
use std::io::Write as _;
use store::{
    StoreError,
    berkas::{self, SalahBerkas, UKURAN_MAKS},
    bukti::{self, Baru, KETERANGAN_MAKS},
    hak::OperatorUnit,
    id::{LokusId, OperasiId},
    peran::Peran,
};
use uuid::Uuid;

use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    lokus::f01::{HalamanAspek, Muatan, Pengganti, dengan_status, kode_aspek, siap::ke_ringkasan},
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::Alih,
};

/// Several files of 20 MB; what is over the limit of one file is read to its end and dropped, so that the browser gets
/// its answer.
const BATAS: usize = 200 * 1024 * 1024;
const MAKS_BERKAS: u128 = 20;

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/bukti", Akses::Masuk, ke_ringkasan);
    d.get("/lokus/{lokus}/bukti/tautan", Akses::Masuk, ke_ringkasan);
    d.post_besar("/lokus/{lokus}/bukti", Akses::Peran(&[Peran::UnitOperator]), BATAS, tambah);
}

/// What became of the parts of the form.
struct Kiriman {
    f: Formulir,
    terlalu_besar: bool,
    tersimpan: usize,
}

async fn tambah(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<LokusId>,
    isi: Result<Multipart, MultipartRejection>,
) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    let hak = m.akses.operator()?;
    let k = m.konteks(k);
    let mut kiriman = terima(&app, &k, &hak, &m, isi?).await?;
    let kode = kiriman.f.nilai("indikator").to_owned();
    let aspek = kode_aspek(&m, &kode)?.to_owned();
    if kiriman.f.sah() && kiriman.tersimpan == 0 {
        kiriman.f.salahkan(&format!("{kode}/berkas"), "bukti-salah-belum-dipilih");
    }
    if kiriman.f.sah() {
        return Alih::ke(format!("/lokus/{id}/f01/{aspek}#{kode}")).pesan("bukti-tersimpan").into();
    }
    let status = if kiriman.terlalu_besar { StatusCode::PAYLOAD_TOO_LARGE } else { StatusCode::UNPROCESSABLE_ENTITY };
    let m = Muatan::baca(&app, &pelaku, id).await?;
    let ganti = Pengganti { kode, f: kiriman.f, bentrok: None };
    dengan_status(status, &HalamanAspek::baru(&k, &m, &aspek, Some(&ganti))?)
}

async fn terima(app: &AppState, k: &Konteks, hak: &OperatorUnit, m: &Muatan, mut isi: Multipart) -> Result<Kiriman, Error> {
    let mut kiriman = Kiriman { f: Formulir::kosong(), terlalu_besar: false, tersimpan: 0 };
    let mut op = Uuid::new_v4();
    let mut jumlah: u128 = 0;
    while let Some(bagian) = isi.next_field().await? {
        let nama = bagian.name().unwrap_or_default().to_owned();
        if !nama.ends_with("/berkas") {
            kiriman.f.taruh(nama, bagian.text().await?);
            if let Ok(dari_halaman) = kiriman.f.nilai("op").parse() {
                op = dari_halaman;
            }
            continue;
        }
        let nama_berkas = bagian.file_name().unwrap_or_default().to_owned();
        if nama_berkas.is_empty() || jumlah >= MAKS_BERKAS {
            continue;
        }
        let kode = kiriman.f.nilai("indikator").to_owned();
        m.edisi.cari_indikator(&kode).ok_or(Error::TidakAda)?;
        kiriman.f.batasi(&format!("{kode}/keterangan"), KETERANGAN_MAKS);
        // Each file of one form has an operation id of its own, the same when the form is sent again.
        let op_berkas = OperasiId(Uuid::from_u128(op.as_u128().wrapping_add(jumlah)));
        jumlah += 1;
        let keterangan = kiriman.f.nilai(&format!("{kode}/keterangan")).to_owned();
        let baru = Baru { op: op_berkas, indikator: &kode, nama: &nama_berkas, keterangan: &keterangan };
        match satu(app, hak, baru, bagian).await? {
            Ok(()) => kiriman.tersimpan += 1,
            Err(alasan) => {
                kiriman.terlalu_besar |= alasan == SalahBerkas::TerlaluBesar.kunci();
                let args = vec![("nama", nama_berkas), ("alasan", k.s(alasan))];
                kiriman.f.salahkan_dengan(&format!("{kode}/berkas"), "bukti-ditolak", args);
            }
        }
    }
    Ok(kiriman)
}

/// Streams one file to a temporary place, counts, checks, stores. The inner error is the key of a reason.
async fn satu(app: &AppState, hak: &OperatorUnit, baru: Baru<'_>, bagian: Field<'_>) -> Result<Result<(), &'static str>, Error> {
    let Some(isi) = baca(app, bagian).await? else {
        return Ok(Err(SalahBerkas::TerlaluBesar.kunci()));
    };
    let berkas = tokio::task::spawn_blocking(move || berkas::periksa(isi)).await.map_err(|e| Error::Dalam(e.to_string()))?;
    let berkas = match berkas {
        Ok(b) => b,
        Err(salah) => return Ok(Err(salah.kunci())),
    };
    match bukti::tambah_berkas(&app.store, hak, baru, &berkas).await {
        Ok(_) => Ok(Ok(())),
        Err(StoreError::Keadaan(kunci @ "bukti-salah-terlalu-banyak")) => Ok(Err(kunci)),
        Err(e) => Err(e.into()),
    }
}

/// `None` when the file is over the limit; the rest of it is then read and dropped.
async fn baca(app: &AppState, mut bagian: Field<'_>) -> Result<Option<Vec<u8>>, Error> {
    let gagal = |e: std::io::Error| Error::from(StoreError::Berkas(e));
    let mut sementara = tempfile::NamedTempFile::new_in(app.store.folder().join("sementara")).map_err(gagal)?;
    let mut panjang = 0;
    while let Some(potong) = bagian.chunk().await? {
        panjang += potong.len();
        if panjang <= UKURAN_MAKS {
            sementara.write_all(&potong).map_err(gagal)?;
        }
    }
    if panjang > UKURAN_MAKS {
        return Ok(None);
    }
    std::fs::read(sementara.path()).map(Some).map_err(gagal)
}
