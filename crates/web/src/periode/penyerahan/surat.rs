//! `/periode/{periode}/penyerahan/surat`: entering what the ministry decided by letter (`POST`), where it does not decide in this
//! installation; the scan of one letter; and taking an entry back (`…/{surat}/penarikan`).

use axum::extract::{Multipart, State};
use jiff::civil::Date;
use store::{
    Store, StoreError,
    berkas::Tipe,
    hak,
    id::{PeriodeId, SerahId, SuratId},
    objek::{self, Tersimpan},
    peran::Peran,
    serah::{self, Putusan, SuratBaru},
};

use super::{akses, halaman};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    kiriman::{self, SK_KIRIMAN, SK_MAKS, Terkirim},
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil_salah},
};

/// Characters of a letter's number, and of who signed it.
const MAKS: usize = 120;

pub fn rute(d: &mut Daftar) {
    d.post_besar("/periode/{periode}/penyerahan/surat", Akses::Peran(&[Peran::Penyelenggara]), SK_KIRIMAN, catat);
    d.get("/periode/{periode}/penyerahan/surat/{surat}", Akses::Masuk, unduh);
    d.post("/periode/{periode}/penyerahan/surat/{surat}/penarikan", Akses::Peran(&[Peran::Penyelenggara]), tarik);
}

/// What was typed, whole.
struct Isian {
    serah: SerahId,
    id: SuratId,
    valid: bool,
    nomor: String,
    tanggal: Date,
    pejabat: String,
    alasan: String,
    lebih_tua: bool,
}

/// Faults stay at the fields.
fn urai(f: &mut Formulir, berkas: Option<&Terkirim>) -> Option<Isian> {
    f.batasi("nomor", MAKS);
    f.batasi("pejabat", MAKS);
    f.batasi("alasan", 1000);
    let valid = match f.nilai("putusan") {
        "valid" => Some(true),
        "kembali" => Some(false),
        _ => {
            f.salahkan("putusan", "serah-surat-putusan-wajib");
            None
        }
    };
    let (nomor, tanggal) = (f.wajib("nomor", "serah-surat-nomor-wajib"), f.urai("tanggal", "periode-salah-tanggal"));
    let pejabat = f.wajib("pejabat", "serah-surat-pejabat-wajib");
    let alasan = if valid == Some(false) { f.wajib("alasan", "alasan-wajib") } else { Some(String::new()) };
    match berkas {
        Some((_, isi)) if isi.len() > SK_MAKS => f.salahkan("berkas", "periode-sk-salah-besar"),
        Some((_, isi)) if !kiriman::pdf(isi) => f.salahkan("berkas", "periode-sk-salah-berkas"),
        _ => {}
    }
    let (serah, id) = (f.urai("serah", "serah-surat-versi-wajib"), f.nilai("surat").parse().unwrap_or_else(|_| SuratId::baru()));
    let lebih_tua = f.dicentang("lebih_tua");
    let isian = Isian { serah: serah?, id, valid: valid?, nomor: nomor?, tanggal: tanggal?, pejabat: pejabat?, alasan: alasan?, lebih_tua };
    f.sah().then_some(isian)
}

async fn simpan(store: &Store, hak: &hak::PenyelenggaraPeriode, i: &Isian, berkas: Option<&Terkirim>) -> store::Hasil<()> {
    let simpan: Option<(Tersimpan, &str)> = match berkas {
        Some((nama, isi)) => Some((objek::simpan(store, isi)?, nama.as_str())),
        None => None,
    };
    let putusan = if i.valid { Putusan::Valid } else { Putusan::Kembali { alasan: &i.alasan } };
    let berkas = simpan.as_ref().map(|(t, nama)| (t, *nama));
    let b = SuratBaru { id: i.id, putusan, nomor: &i.nomor, tanggal: i.tanggal, pejabat: &i.pejabat, berkas, lebih_tua: i.lebih_tua };
    serah::catat_surat(store, hak, i.serah, b).await
}

async fn catat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, kiriman: Multipart) -> Hasil {
    let akses = akses(&app, &pelaku, id).await?;
    let hak = akses.penyelenggara()?;
    let (mut f, berkas) = kiriman::baca(kiriman, "berkas").await?;
    if let Some(i) = urai(&mut f, berkas.as_ref()) {
        match simpan(&app.store, &hak, &i, berkas.as_ref()).await {
            Ok(()) => return Alih::ke(format!("/periode/{id}/penyerahan")).pesan("serah-surat-pesan").into(),
            Err(StoreError::Keadaan(kunci @ ("serah-surat-mendatang" | "serah-surat-mendahului"))) => f.salahkan("tanggal", kunci),
            Err(StoreError::Keadaan(kunci)) => {
                f.salahkan("putusan", kunci);
                // Sent once more, the form is another entry.
                if kunci == "serah-surat-lagi" {
                    f.ganti("surat", SuratId::baru().to_string());
                }
            }
            Err(e) => return Err(e.into()),
        }
    }
    if berkas.is_some() && f.salah("berkas").is_none() {
        f.salahkan("berkas", "periode-sk-berkas-ulang");
    }
    f.ganti("op", SerahId::baru().to_string());
    let k = crate::periode::konteks(&app, k, &akses.periode, "penyerahan").await?;
    tampil_salah(&halaman(&app, &k, &pelaku, &akses, f).await?)
}

async fn unduh(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, surat)): Jalur<(PeriodeId, SuratId)>) -> Hasil {
    let akses = akses(&app, &pelaku, id).await?;
    let (objek, nama) = serah::berkas_surat(&app.store, &akses.pembaca(), surat).await?;
    crate::berkas::kirim(&app, &objek, Tipe::Pdf, &nama).await
}

/// Field of the reason why this letter is taken back: several may be on the page.
pub(super) fn medan(surat: &SuratId) -> String {
    format!("alasan-{surat}")
}

async fn tarik(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, surat)): Jalur<(PeriodeId, SuratId)>,
    mut f: Formulir,
) -> Hasil {
    let akses = akses(&app, &pelaku, id).await?;
    let hak = akses.penyelenggara()?;
    if let Some(alasan) = f.alasan(&medan(&surat)) {
        serah::tarik_surat(&app.store, &hak, surat, &alasan).await?;
        return Alih::ke(format!("/periode/{id}/penyerahan")).pesan("serah-surat-tarik-pesan").into();
    }
    f.ganti("op", SerahId::baru().to_string());
    let k = crate::periode::konteks(&app, k, &akses.periode, "penyerahan").await?;
    tampil_salah(&halaman(&app, &k, &pelaku, &akses, f).await?)
}
