//! `/lokus/{lokus}/penyampaian/{penyampaian}`: one sending: its content and receipts. `POST` opens the document
//! (`_aksi=buka`), confirms it (`_aksi=konfirmasi`), or records a meeting (`_aksi=rapat`).

use askama::Template;
use axum::extract::State;
use jiff::civil::Date;
use store::{
    StoreError,
    hak::{self, AksesLokus},
    id::{LokusId, PenyampaianId},
    lokus::Lokus,
    objek,
    penyampaian::{self, Dokumen, Penerima, Penyampaian, Rapat},
};

use super::daftar::{keadaan, kunci_dokumen, kunci_penerima};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    lokus::lanjutan,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{self, Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/penyampaian/{penyampaian}", Akses::Masuk, lihat);
    d.post("/lokus/{lokus}/penyampaian/{penyampaian}", Akses::Masuk, ubah);
    d.get("/lokus/{lokus}/penyampaian/{penyampaian}/berkas", Akses::Masuk, berkas);
}

#[derive(Template)]
#[template(path = "lokus/penyampaian/satu.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    lokus: &'a Lokus,
    p: Penyampaian,
    dokumen: &'static str,
    kepada: &'static str,
    keadaan: (Nada, &'static str),
    milik: bool,
    penyelenggara: bool,
}

impl Halaman<'_> {
    fn hari(&self, iso: &str) -> String {
        self.k.hari(iso)
    }

    /// What comes after the receipt of a report is the unit's plan of what it recommends.
    fn lanjut(&self) -> bool {
        self.p.dokumen == Dokumen::Lhe && self.p.kepada == Penerima::Unit && self.p.diterima()
    }

    fn kunci_terima(&self, jenis: &str) -> &'static str {
        match jenis {
            "rapat" => "penyampaian-rapat",
            "dikonfirmasi" => "penyampaian-dikonfirmasi",
            _ => "penyampaian-dibuka",
        }
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesLokus, id: PenyampaianId, f: Formulir) -> Hasil<Halaman<'a>> {
    let p = penyampaian::dari_id(app.store.baca(), akses.lokus.id, id).await?;
    Ok(Halaman {
        dokumen: kunci_dokumen(p.dokumen),
        kepada: kunci_penerima(p.kepada),
        keadaan: keadaan(&p),
        milik: akses.penerima(p.kepada).is_ok(),
        penyelenggara: akses.penyelenggara().is_ok(),
        lokus: &akses.lokus,
        k,
        f,
        p,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, p)): Jalur<(LokusId, PenyampaianId)>) -> Hasil {
    let akses = hak::lokus(&app.store, &pelaku, id).await?;
    let k = lanjutan::konteks(k, &akses.lokus);
    tampil(&halaman(&app, &k, &akses, p, Formulir::kosong()).await?)
}

async fn ubah(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, pid)): Jalur<(LokusId, PenyampaianId)>,
    mut f: Formulir,
) -> Hasil {
    let akses = hak::lokus(&app.store, &pelaku, id).await?;
    let sini = format!("/lokus/{id}/penyampaian/{pid}");
    let p = penyampaian::dari_id(app.store.baca(), id, pid).await?;
    match f.aksi() {
        "buka" => {
            penyampaian::buka(&app.store, &akses.penerima(p.kepada)?, pid).await?;
            let ke = match (p.dokumen, p.lhe_id) {
                (Dokumen::Lhe, Some(e)) => format!("/lokus/{id}/lhe/{e}/pdf"),
                (Dokumen::TindakLanjut, _) => format!("{sini}/berkas"),
                _ => sini,
            };
            return Alih::ke(ke).into();
        }
        "rapat" => {
            let hak = akses.penyelenggara()?;
            let tempat = f.wajib("tempat", "penyampaian-rapat-kosong");
            let penerima = f.wajib("penerima", "penyampaian-rapat-kosong");
            let tanggal = f.urai::<Date>("tanggal", "penyampaian-tanggal-salah");
            if let (Some(tempat), Some(penerima), Some(tanggal), true) = (tempat, penerima, tanggal, f.sah()) {
                let r = Rapat { tempat: &tempat, tanggal, penerima: &penerima };
                match penyampaian::serahkan(&app.store, &hak, pid, &r).await {
                    Ok(()) => return Alih::ke(sini).pesan("penyampaian-rapat-tercatat").into(),
                    Err(StoreError::Keadaan(kunci)) => f.salahkan("tanggal", kunci),
                    Err(e) => return Err(e.into()),
                }
            }
        }
        _ => {
            penyampaian::konfirmasi(&app.store, &akses.penerima(p.kepada)?, pid).await?;
            return Alih::ke(sini).pesan("penyampaian-terkonfirmasi").into();
        }
    }
    let k = lanjutan::konteks(k, &akses.lokus);
    tampil_salah(&halaman(&app, &k, &akses, pid, f).await?)
}

/// The follow-up report as it was sent.
async fn berkas(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, pid)): Jalur<(LokusId, PenyampaianId)>) -> Hasil {
    hak::lokus(&app.store, &pelaku, id).await?;
    let p = penyampaian::dari_id(app.store.baca(), id, pid).await?;
    let sidik = p.objek.ok_or(Error::TidakAda)?;
    Ok(tampil::pdf(objek::baca(&app.store, &sidik)?, "laporan-tindak-lanjut.pdf"))
}
