//! `/mpp/{mpp}/gerai/{gerai}/layanan`: which services the place gives: adding one by its code or name, changing prefix and minutes, and
//! (`_aksi=akhiri`) ending it.

use axum::extract::State;
use store::{
    Store, StoreError,
    id::{GeraiId, PenempatanId, UnitId},
    layanan::{self, Layanan},
    mpp::{self, PenempatanIsi, izin},
};

use super::rinci::{halaman, untuk_kepala};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    mpp::umum::{KEPALA, di_medan},
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.post("/mpp/{mpp}/gerai/{gerai}/layanan", KEPALA, tambah);
    d.post("/mpp/{mpp}/gerai/{gerai}/layanan/{penempatan}", KEPALA, ubah);
}

/// Where a refusal belongs.
fn medan(e: &StoreError) -> &'static str {
    match e {
        StoreError::Keadaan("penempatan-menit") => "pl_menit",
        StoreError::Keadaan("penempatan-awalan") | StoreError::SudahAda("awalan") => "pl_awalan",
        _ => "pl_layanan",
    }
}

/// The service that was meant: by its code, as the list of the field fills it in, or by a name that only one has.
async fn ditulis(store: &Store, teks: &str) -> store::Hasil<Option<Layanan>> {
    match layanan::dari_kode(store, teks).await {
        Ok(t) => Ok(Some(t.layanan)),
        Err(StoreError::TidakDitemukan) => Ok(layanan::dari_nama(store, teks).await?.map(|t| t.layanan)),
        Err(e) => Err(e),
    }
}

async fn tambah(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<(UnitId, GeraiId)>,
    mut f: Formulir,
) -> Hasil {
    let (akses, k, hak, g) = untuk_kepala(&app, k, &pelaku, id).await?;
    let op = f.nilai("pl_op").parse().unwrap_or_else(|_| PenempatanId::baru());
    let kode = f.wajib("pl_layanan", "mpp-layanan-wajib");
    let awalan = f.wajib("pl_awalan", "penempatan-awalan");
    let menit = f.urai_opsional::<i64>("pl_menit", "penempatan-menit");
    let layanan = match &kode {
        Some(kode) => ditulis(&app.store, kode).await?,
        None => None,
    };
    if kode.is_some() && layanan.is_none() {
        f.salahkan("pl_layanan", "mpp-layanan-asing");
    }
    if let (Some(layanan), Some(awalan), true) = (layanan, awalan, f.sah()) {
        let isi = PenempatanIsi { awalan: &awalan, menit, undangan: f.nilai("pl_kehadiran") == "undangan" };
        match mpp::tempatkan(&app.store, &hak, op, (g.id, layanan.id), &isi).await {
            Ok(_) => {
                let (di, pesan) =
                    if izin::perlu(&akses.mpp, &layanan) { ("izin", "izin-pesan-minta") } else { ("layanan", "mpp-pesan-simpan") };
                return Alih::ke(format!("/mpp/{}/gerai/{}#{di}", id.0, g.id)).pesan(pesan).into();
            }
            Err(e) => {
                let di = medan(&e);
                di_medan(&mut f, e, di)?;
            }
        }
    }
    tampil_salah(&halaman(&app, &k, &akses, g, Some(f)).await?)
}

async fn ubah(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, g, p)): Jalur<(UnitId, GeraiId, PenempatanId)>,
    mut f: Formulir,
) -> Hasil {
    let (akses, k, hak, g) = untuk_kepala(&app, k, &pelaku, (id, g)).await?;
    if mpp::penempatan_satu(app.store.baca(), p).await?.gerai_id != g.id {
        return Err(Error::TidakAda);
    }
    let hasil = if f.aksi() == "akhiri" {
        match f.alasan("akhir_alasan") {
            Some(alasan) => Some(mpp::akhiri_penempatan(&app.store, &hak, p, &alasan).await),
            None => None,
        }
    } else {
        let menit = f.urai_opsional::<i64>("menit", "penempatan-menit");
        let (awalan, versi) = (f.nilai("awalan").to_owned(), f.nilai("versi").parse().unwrap_or(0));
        let isi = PenempatanIsi { awalan: &awalan, menit, undangan: f.nilai("kehadiran") == "undangan" };
        if f.sah() { Some(mpp::ubah_penempatan(&app.store, &hak, p, versi, &isi).await) } else { None }
    };
    match hasil {
        Some(Ok(())) => return Alih::ke(format!("/mpp/{id}/gerai/{}#layanan", g.id)).pesan("mpp-pesan-simpan").into(),
        Some(Err(e)) => di_medan(&mut f, e, "layanan")?,
        None => {}
    }
    // The rows show what is stored again; the version of the gerai is not this one's.
    f.ganti("versi", g.versi.to_string());
    tampil_salah(&halaman(&app, &k, &akses, g, Some(f)).await?)
}
