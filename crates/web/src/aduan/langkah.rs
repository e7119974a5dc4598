//! `POST /aduan/{aduan}/{langkah}`: what an officer does with a report. Refused, the page comes back with what was typed.

use axum::extract::{Multipart, State};
use layanan::pengaduan::Kelas;
use store::{
    Store, StoreError,
    hak::AksesAduan,
    id::{PengaduanId, UnitId},
    pengaduan::{self, Isi, Penolakan, UmumBaru},
};
use uuid::Uuid;

use super::{
    kiriman::{self, BATAS},
    rinci::{buka, halaman, muat},
};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.post_besar("/aduan/{aduan}/jawaban", super::PEMBACA, BATAS, jawab);
    d.post("/aduan/{aduan}/{langkah}", super::PEMBACA, lakukan);
}

fn op(f: &Formulir) -> Uuid {
    f.nilai("op").parse().unwrap_or_else(|_| store::id::baru())
}

async fn jawab(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PengaduanId>, isi: Multipart) -> Hasil {
    let (akses, k) = buka(&app, k, &pelaku, id).await?;
    let (mut f, mentah, _pegangan) = kiriman::baca(&app, &k, isi).await?;
    let ada = !mentah.is_empty();
    let teks = f.wajib("jawaban", "aduan-teks-wajib").unwrap_or_default();
    f.batasi("jawaban", pengaduan::TEKS_MAKS);
    let lampiran = kiriman::periksa(&mut f, mentah).await;
    if f.sah() {
        let isi = Isi { teks: &teks, catatan: "", lampiran: &lampiran };
        match pengaduan::jawab(&app.store, &akses.penjawab(), op(&f), isi).await {
            Ok(()) => return Alih::ke(format!("/aduan/{id}")).pesan("aduan-terjawab").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan(kiriman::medan(kunci, "jawaban"), kunci),
            Err(e) => return Err(e.into()),
        }
    }
    kiriman::ulang(&mut f, ada);
    let m = muat(&app, &akses).await?;
    tampil_salah(&halaman(&app, &k, &akses, &m, f).await?)
}

/// The field that a refusal belongs to, and what the store said. Where the form itself is wrong nothing was asked of the store.
type Dijawab = (&'static str, Result<(), StoreError>);

fn teks(f: &Formulir, medan: &str) -> String {
    f.nilai(medan).trim().replace("\r\n", "\n")
}

/// The step by its noun; a refusal becomes a fault of its field.
async fn satu(app: &AppState, akses: &AksesAduan, langkah: &str, f: &mut Formulir) -> Result<(), Error> {
    let (s, op) = (&app.store, op(f));
    let (medan, hasil) = match langkah {
        "verifikasi" => verifikasi(s, akses, op, f).await?,
        "kelengkapan" => {
            let t = teks(f, "kekurangan");
            ("kekurangan", pengaduan::minta_lengkapi(s, &akses.penghubung()?, op, Isi { teks: &t, ..Isi::default() }).await)
        }
        "penolakan" => tolak(s, akses, op, f).await?,
        "penerusan" => match f.urai::<UnitId>("unit_lanjut", "aduan-unit-salah") {
            Some(unit) => {
                let c = teks(f, "catatan_lanjut");
                ("unit_lanjut", pengaduan::teruskan(s, &akses.penjawab(), op, unit, Isi { catatan: &c, ..Isi::default() }).await)
            }
            None => ("unit_lanjut", Ok(())),
        },
        "proses" => ("jawaban", pengaduan::proses(s, &akses.penjawab(), op, Isi::default()).await),
        "eskalasi" => {
            let c = teks(f, "alasan_eskalasi");
            ("alasan_eskalasi", pengaduan::eskalasi(s, &akses.penghubung()?, op, Isi { catatan: &c, ..Isi::default() }).await)
        }
        "lapor" => ("nomor_lapor", pengaduan::lapor(s, &akses.penghubung()?, f.nilai("nomor_lapor"), f.nilai("arah") != "diterima").await),
        "pembaca" => match f.aksi().parse::<Uuid>() {
            Ok(id) => ("surel", pengaduan::cabut_pembaca(s, &akses.penghubung()?, id).await),
            Err(_) => ("surel", pengaduan::tambah_pembaca(s, &akses.penghubung()?, f.nilai("surel")).await),
        },
        "umum" => umum(s, akses, op, f).await?,
        _ => return Err(Error::TidakAda),
    };
    match hasil {
        Ok(()) => {}
        Err(StoreError::Keadaan("aduan-induk")) => f.salahkan("induk", "aduan-induk"),
        Err(StoreError::Keadaan(kunci)) => f.salahkan(medan, kunci),
        Err(e) => return Err(e.into()),
    }
    Ok(())
}

async fn verifikasi(s: &Store, akses: &AksesAduan, op: Uuid, f: &mut Formulir) -> Result<Dijawab, Error> {
    let unit = f.urai_opsional::<UnitId>("unit", "aduan-unit-salah");
    let catatan = teks(f, "catatan");
    let Some(kelas) = Kelas::dari_kunci(f.nilai("kelas")) else {
        return Ok(("kelas", Err(StoreError::Keadaan("aduan-kelas-wajib"))));
    };
    if !f.sah() {
        return Ok(("unit", Ok(())));
    }
    let isi = Isi { catatan: &catatan, ..Isi::default() };
    Ok(("kelas", pengaduan::verifikasi(s, &akses.penghubung()?, op, kelas, unit, isi).await))
}

async fn tolak(s: &Store, akses: &AksesAduan, op: Uuid, f: &mut Formulir) -> Result<Dijawab, Error> {
    let (t, nomor) = (teks(f, "alasan"), teks(f, "induk"));
    let alasan = match f.nilai("alasan_tolak") {
        "bukan-kewenangan" => Penolakan::BukanKewenangan,
        "duplikat" => Penolakan::Duplikat(&nomor),
        "spam" => Penolakan::Spam,
        _ => return Ok(("alasan_tolak", Err(StoreError::Keadaan("aduan-alasan-wajib")))),
    };
    Ok(("alasan", pengaduan::tolak(s, &akses.penghubung()?, op, alasan, Isi { teks: &t, ..Isi::default() }).await))
}

/// What of a report anyone may read: shown, or taken back.
async fn umum(s: &Store, akses: &AksesAduan, op: Uuid, f: &Formulir) -> Result<Dijawab, Error> {
    let hak = akses.penghubung()?;
    if f.aksi() == "tarik" {
        return Ok(("judul_umum", pengaduan::tarik_umum(s, &hak).await));
    }
    let [judul, ringkas, jawaban] = ["judul_umum", "ringkas_umum", "jawaban_umum"].map(|m| teks(f, m));
    let u = UmumBaru { id: op, judul: &judul, ringkas: &ringkas, jawaban: &jawaban };
    Ok(("judul_umum", pengaduan::muat_umum(s, &hak, u).await))
}

async fn lakukan(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, langkah)): Jalur<(PengaduanId, String)>,
    mut f: Formulir,
) -> Hasil {
    let (akses, k) = buka(&app, k, &pelaku, id).await?;
    satu(&app, &akses, &langkah, &mut f).await?;
    if f.sah() {
        // Who handed it on reads it no more.
        let masih = store::hak::aduan(&app.store, &pelaku, id).await.is_ok();
        let ke = if masih { format!("/aduan/{id}") } else { "/aduan".to_owned() };
        return Alih::ke(ke).pesan("aduan-tercatat").into();
    }
    let m = muat(&app, &akses).await?;
    tampil_salah(&halaman(&app, &k, &akses, &m, f).await?)
}
