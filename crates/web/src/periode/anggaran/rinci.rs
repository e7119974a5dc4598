//! `/periode/{periode}/anggaran/{anggaran}`: one budget line, its payments, and changing either.

use askama::Template;
use axum::extract::State;
use jiff::civil::Date;
use store::{
    StoreError, hak,
    id::{AnggaranId, PeriodeId, RealisasiId},
    periode::Periode,
    persiapan::anggaran::{self, Anggaran, Realisasi},
};

use super::{urai, urai_rupiah};
use crate::{
    AppState,
    bentrok::Bentrok,
    error::Hasil,
    formulir::{Formulir, di_medan},
    jalur::Jalur,
    konteks::{Hitungan, Konteks},
    pelaku::Orang,
    periode::PENYELENGGARA,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/anggaran/{anggaran}", Akses::Masuk, lihat);
    d.post("/periode/{periode}/anggaran/{anggaran}", PENYELENGGARA, simpan);
}

#[derive(Template)]
#[template(path = "periode/anggaran/rinci.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    p: &'a Periode,
    a: Anggaran,
    f: Formulir,
    kelola: bool,
    bayar: Vec<Realisasi>,
    bentrok: Option<Bentrok>,
}

impl Halaman<'_> {
    fn rp(&self, n: impl Hitungan) -> String {
        self.k.rupiah(n.hitungan())
    }

    fn hari(&self, r: &Realisasi) -> String {
        self.k.hari(&r.tanggal)
    }
}

fn tersimpan(a: &Anggaran) -> Formulir {
    Formulir::isi([
        ("op", RealisasiId::baru().to_string()),
        ("versi", a.versi.to_string()),
        ("rekening", a.rekening.clone()),
        ("uraian", a.uraian.clone()),
        ("volume", a.volume.to_string()),
        ("satuan", a.satuan.clone()),
        ("harga", a.harga.to_string()),
    ])
}

async fn halaman<'a>(
    app: &AppState,
    k: &'a Konteks,
    akses: &'a hak::AksesPeriode,
    id: AnggaranId,
    f: Option<Formulir>,
) -> Hasil<Halaman<'a>> {
    let baca = akses.pembaca();
    let a = anggaran::satu(&app.store, &baca, id).await?;
    // Each of the three forms sends only its own fields.
    let isi = f.unwrap_or_default().di_atas(tersimpan(&a));
    Ok(Halaman {
        kelola: akses.penyelenggara().is_ok(),
        bayar: anggaran::milik(&app.store, &baca, id).await?,
        p: &akses.periode,
        f: isi,
        bentrok: None,
        k,
        a,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, a)): Jalur<(PeriodeId, AnggaranId)>) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let k = crate::periode::konteks(&app, k, &akses.periode, "persiapan").await?;
    tampil(&halaman(&app, &k, &akses, a, None).await?)
}

/// What was pressed: a payment, taking one back, taking the line out, or saving the line.
async fn laksanakan(
    app: &AppState,
    hak: &hak::PenyelenggaraPeriode,
    a: AnggaranId,
    f: &mut Formulir,
) -> Hasil<Option<Result<&'static str, StoreError>>> {
    let s = &app.store;
    Ok(match f.aksi() {
        "bayar" => {
            f.batasi("keterangan", 300);
            let (tanggal, jumlah) = (f.urai::<Date>("tanggal", "periode-salah-tanggal"), urai_rupiah(f, "jumlah"));
            let op = f.nilai("op").parse().unwrap_or_else(|_| RealisasiId::baru());
            match (tanggal, jumlah, f.sah()) {
                (Some(t), Some(n), true) => {
                    Some(anggaran::bayar(s, hak, (a, op), t, n, f.nilai("keterangan")).await.map(|()| "anggaran-dibayar"))
                }
                _ => None,
            }
        }
        "batal-bayar" => match f.urai("realisasi", "anggaran-salah-bayar") {
            Some(r) => Some(anggaran::batalkan(s, hak, (a, r), f.nilai("alasan_bayar")).await.map(|()| "anggaran-bayar-dibatalkan")),
            None => None,
        },
        "hapus" => Some(anggaran::hapus(s, hak, a, f.nilai("alasan")).await.map(|()| "anggaran-dihapus")),
        _ => match urai(f) {
            Some(t) => Some(anggaran::ubah(s, hak, a, f.nilai("versi").parse().unwrap_or(0), t.isi()).await.map(|()| "anggaran-tersimpan")),
            None => None,
        },
    })
}

async fn simpan(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, a)): Jalur<(PeriodeId, AnggaranId)>,
    mut f: Formulir,
) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let hak = akses.penyelenggara()?;
    let mut siapa = None;
    match laksanakan(&app, &hak, a, &mut f).await? {
        Some(Ok(pesan)) => {
            let jalur = if pesan == "anggaran-dihapus" { String::new() } else { format!("/{a}") };
            return Alih::ke(format!("/periode/{id}/anggaran{jalur}")).pesan(pesan).into();
        }
        Some(Err(StoreError::Bentrok { versi, oleh, pada })) => siapa = Some((versi, oleh, pada)),
        Some(Err(e)) => {
            let medan = match f.aksi() {
                "bayar" => "jumlah",
                "batal-bayar" => "alasan_bayar",
                "hapus" => "alasan",
                _ => "harga",
            };
            di_medan(&mut f, medan, "periode-unit-sudah", e)?;
        }
        None => {}
    }
    let k = crate::periode::konteks(&app, k, &akses.periode, "persiapan").await?;
    let mut h = halaman(&app, &k, &akses, a, Some(f)).await?;
    if let Some(siapa) = siapa {
        let kini = vec![(k.s("anggaran-uraian"), h.a.uraian.clone()), (k.s("anggaran-jumlah-label"), k.rupiah(h.a.jumlah()))];
        h.bentrok = Some(Bentrok::baru(&app, &k, &mut h.f, siapa, kini).await);
    }
    tampil_salah(&h)
}
