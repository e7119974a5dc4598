//! `/hari-kerja/{instansi}/hari`: adds a day of the office's own (`POST`); `/kalender/{instansi}/hari/{hari}` takes one out (`POST` with
//! `_aksi=hapus`, or `DELETE`).

use axum::extract::State;
use jiff::civil::Date;
use store::{
    StoreError,
    antrean::tetap_buka::tetap_buka,
    hak,
    id::{InstansiId, KalenderHariId},
    kalender::{self, HariBaru},
};

use super::halaman;
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.post("/hari-kerja/{instansi}/hari", Akses::Masuk, tambah);
    d.post("/hari-kerja/{instansi}/hari/{hari}", Akses::Masuk, hapus);
    d.delete("/hari-kerja/{instansi}/hari/{hari}", Akses::Masuk, hapus);
}

async fn tambah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<InstansiId>, mut f: Formulir) -> Hasil {
    let a = hak::instansi(&app.store, &pelaku, id).await?;
    let hak = a.pengelola_kalender()?;
    f.batasi("nama", 120);
    f.batasi("sumber_hari", 200);
    let op = f.urai::<KalenderHariId>("op", "umum-wajib");
    let tanggal = f.urai::<Date>("tanggal", "kalender-tanggal-wajib");
    let nama = f.wajib("nama", "kalender-nama-wajib");
    if let (Some(id_hari), Some(tanggal), Some(nama), true) = (op, tanggal, nama, f.sah()) {
        let kerja = f.nilai("jenis") == "kerja";
        let h = HariBaru { id: id_hari, tanggal, kerja, nama: &nama, sumber: f.nilai("sumber_hari") };
        match kalender::tambah_hari(&app.store, &hak, h).await {
            Ok(()) => {
                let buka = tetap_buka(app.store.baca(), id, tanggal).await?;
                let tetap = buka.iter().any(|t| t.tanggal == tanggal.to_string());
                let pesan = match (kerja, tetap) {
                    (true, _) => "kalender-hari-ditambah",
                    (false, true) => "kalender-libur-tetap-buka",
                    (false, false) => "kalender-libur-ditambah",
                };
                return Alih::ke(format!("/hari-kerja/{id}")).pesan(pesan).into();
            }
            Err(StoreError::SudahAda(_)) => f.salahkan("tanggal", "kalender-tanggal-ada"),
            Err(e) => return Err(e.into()),
        }
    }
    let k = k.bantuan("kalender");
    tampil_salah(&halaman(&app, &k, &a, f).await?)
}

async fn hapus(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, hari)): Jalur<(InstansiId, KalenderHariId)>) -> Hasil {
    let hak = hak::instansi(&app.store, &pelaku, id).await?.pengelola_kalender()?;
    kalender::hapus_hari(&app.store, &hak, hari).await?;
    Alih::ke(format!("/hari-kerja/{id}")).pesan("kalender-hari-dihapus").into()
}
