//! Minutes of one frozen result as the form would propose them, for the job that makes those of a whole period.

use ::dokumen::masukan::Hadir;
use jiff::civil::Date;
use store::{
    berita_acara::{self, Baru, HarusTanda, Jenis, Orang as Penanda, Pembuat, Pihak},
    hak::{self, Pelaku},
    id::{BeritaAcaraId, LokusId},
    objek,
};

use super::{baru::Isian, dokumen, usulan};
use crate::{
    AppState, Error,
    bahasa::Bahasa,
    error::Hasil,
    lokus::hasil::{cetak::Cetak, muat},
};

/// Rows of the list of who was present, as many as the form takes.
const HADIR: usize = 40;

/// Makes and stores them: signed by all evaluators, and by the first head and the first responsible official in office.
///
/// # Errors
/// `Bentrok` with the reason when they cannot be made.
pub(crate) async fn buat(
    app: &AppState,
    pelaku: &Pelaku,
    id: LokusId,
    nomor: String,
    tanggal: Date,
    tempat: String,
) -> Hasil<BeritaAcaraId> {
    let akses = hak::lokus(&app.store, pelaku, id).await?;
    let (l, pembuat) = (&akses.lokus, Pembuat::Penyelenggara(akses.penyelenggara()?));
    let beku = store::hasil::hidup(app.store.baca(), id).await?.ok_or(Error::Bentrok("ba-hasil-belum-beku"))?;
    let hasil = beku.id;
    let m = muat::beku_penuh(&app.store, l, beku).await?;
    let hari = app.store.sekarang().hari(&l.zona).to_string();
    let calon = berita_acara::calon(app.store.baca(), l, &hari).await?;
    let (Some(unit), Some(pj)) = (calon.unit.first(), calon.penanggungjawab.first()) else {
        return Err(Error::Bentrok("ba-penanda-berubah"));
    };
    let pihak = |o: &Penanda, kunci: &str| [o.nama.clone(), o.jabatan.clone(), Bahasa::Id.s(kunci)];
    let mut hadir: Vec<[String; 3]> = calon.evaluator.iter().map(|o| pihak(o, "ba-pihak-evaluator")).collect();
    hadir.extend([pihak(unit, "ba-pihak-unit"), pihak(pj, "ba-pihak-penanggungjawab")]);
    let hadir = usulan::hadir(app, &pembuat, hadir).await?.into_iter().take(HADIR);
    let catatan = usulan::catatan(app, l, Some(&m)).await?;
    let harus = |pihak, o: &Penanda| HarusTanda { pihak, akun: o.id, nama: o.nama.clone(), jabatan: o.jabatan.clone() };
    let mut penanda: Vec<HarusTanda> = calon.evaluator.iter().map(|o| harus(Pihak::Evaluator, o)).collect();
    penanda.extend([harus(Pihak::Unit, unit), harus(Pihak::Penanggungjawab, pj)]);
    let isian = Isian {
        op: BeritaAcaraId::baru(),
        nomor,
        tanggal,
        tempat,
        hadir: hadir.map(|[nama, jabatan, mewakili]| Hadir { nama, jabatan, mewakili }).collect(),
        catatan: catatan.lines().map(|b| b.trim().to_owned()).filter(|b| !b.is_empty()).collect(),
        penanda,
    };
    simpan(app, &pembuat, &isian, hasil, &m).await
}

async fn simpan(app: &AppState, pembuat: &Pembuat, i: &Isian, hasil: store::id::HasilId, m: &muat::Muatan) -> Hasil<BeritaAcaraId> {
    let l = pembuat.lokus();
    let kode = berita_acara::kode_baru();
    let isi = dokumen::susun(app, l, &Cetak::baru(app, l).await?, i, &kode, Some(m)).await?;
    let json = serde_json::to_value(&isi).map_err(|e| Error::Dalam(e.to_string()))?;
    let pdf = objek::simpan(&app.store, &app.pencetak.cetak(isi).await?)?;
    let baru = Baru {
        id: i.op,
        jenis: Jenis::Hasil,
        hasil: Some(hasil),
        nomor: &i.nomor,
        tanggal: i.tanggal,
        tempat: &i.tempat,
        kode: &kode,
        penanda: &i.penanda,
        dokumen: &json,
        pdf: &pdf,
    };
    Ok(berita_acara::tambah(&app.store, pembuat, baru).await?)
}
