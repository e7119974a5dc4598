//! `POST /aduan/{aduan}/{langkah}`: what an officer does with a report. Refused, the page comes back with what was typed.

use axum::extract::{Multipart, State};
use layanan::pengaduan::Kelas;
use store::{
    StoreError,
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

/// The step by its noun, the field that a refusal belongs to, and whether the person can still read the report after it.
async fn satu(app: &AppState, akses: &AksesAduan, langkah: &str, f: &mut Formulir) -> Result<&'static str, Error> {
    let (s, op) = (&app.store, op(f));
    let teks = |f: &Formulir, m: &str| f.nilai(m).trim().replace("\r\n", "\n");
    let (medan, hasil) = match langkah {
        "verifikasi" => {
            let kelas = Kelas::dari_kunci(f.nilai("kelas"));
            let unit = f.urai_opsional::<UnitId>("unit", "aduan-unit-salah");
            let catatan = teks(f, "catatan");
            match kelas {
                Some(kelas) if f.sah() => {
                    let isi = Isi { catatan: &catatan, ..Isi::default() };
                    ("kelas", pengaduan::verifikasi(s, &akses.penghubung()?, op, kelas, unit, isi).await)
                }
                Some(_) => return Ok("unit"),
                None => ("kelas", Err(StoreError::Keadaan("aduan-kelas-wajib"))),
            }
        }
        "kelengkapan" => {
            let t = teks(f, "kekurangan");
            ("kekurangan", pengaduan::minta_lengkapi(s, &akses.penghubung()?, op, Isi { teks: &t, ..Isi::default() }).await)
        }
        "penolakan" => {
            let (t, nomor) = (teks(f, "alasan"), teks(f, "induk"));
            let alasan = match f.nilai("alasan_tolak") {
                "bukan-kewenangan" => Penolakan::BukanKewenangan,
                "duplikat" => Penolakan::Duplikat(&nomor),
                "spam" => Penolakan::Spam,
                _ => {
                    f.salahkan("alasan_tolak", "aduan-alasan-wajib");
                    return Ok("alasan_tolak");
                }
            };
            let isi = Isi { teks: &t, ..Isi::default() };
            ("alasan", pengaduan::tolak(s, &akses.penghubung()?, op, alasan, isi).await)
        }
        "penerusan" => {
            let Some(unit) = f.urai::<UnitId>("unit_lanjut", "aduan-unit-salah") else { return Ok("unit_lanjut") };
            let c = teks(f, "catatan_lanjut");
            ("unit_lanjut", pengaduan::teruskan(s, &akses.penjawab(), op, unit, Isi { catatan: &c, ..Isi::default() }).await)
        }
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
        "umum" if f.aksi() == "tarik" => ("judul_umum", pengaduan::tarik_umum(s, &akses.penghubung()?).await),
        "umum" => {
            let [judul, ringkas, jawaban] = ["judul_umum", "ringkas_umum", "jawaban_umum"].map(|m| teks(f, m));
            let u = UmumBaru { id: op, judul: &judul, ringkas: &ringkas, jawaban: &jawaban };
            ("judul_umum", pengaduan::muat_umum(s, &akses.penghubung()?, u).await)
        }
        _ => return Err(Error::TidakAda),
    };
    match hasil {
        Ok(()) => {}
        Err(StoreError::Keadaan("aduan-induk")) => f.salahkan("induk", "aduan-induk"),
        Err(StoreError::Keadaan(kunci)) => f.salahkan(medan, kunci),
        Err(e) => return Err(e.into()),
    }
    Ok(medan)
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
