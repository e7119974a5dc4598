//! `/serahan/{terima}`: the file that was handed in, the results in it with their search, and how it is computed again.

use askama::Template;
use axum::extract::{Query, State};
use store::{
    StoreError,
    diterima::{self, Diterima, Pengganti},
    id::TerimaId,
    instansi,
};

use super::{
    buka, nama,
    unit::{self, Baris},
};
use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    lembar::{BATAS, Cari, Lembar, lewati, persen},
    publik::terbitan::besar,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/serahan/{terima}", Akses::Publik, lihat);
}

#[derive(Template)]
#[template(path = "publik/serahan/satu.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    d: &'a Diterima,
    /// The later version that was validated.
    pengganti: Option<Pengganti>,
    /// The instansi as the ranking names it.
    instansi: String,
    cari: String,
    /// What is recorded of its units is not what was received: none is named.
    takcocok: bool,
    /// Other figures of the units that are shown count.
    tersisih: bool,
    unit: Vec<Baris>,
    lembar: Lembar,
}

impl Halaman<'_> {
    /// Who evaluated these units, and whether their figures count.
    fn pembuka(&self) -> &'static str {
        match (self.pengganti.is_some(), self.takcocok || self.tersisih) {
            (true, _) => "serahan-pembuka-lama",
            (_, true) => "serahan-pembuka-lain",
            _ => "serahan-pembuka",
        }
    }

    /// What to type when the file is on the own disk.
    fn perintah(&self) -> String {
        format!("prima verify {} --keys kunci-prima.json", nama(self.d))
    }

    fn ukuran(&self) -> String {
        besar(self.k, self.d.ukuran)
    }

    /// The ranking of this instansi's region; of one without a region, with its name searched for.
    fn peringkat(&self) -> String {
        let daerah = store::wilayah::cari(&self.d.instansi_kode);
        let saring = daerah.map_or_else(|| format!("cari={}", persen(&self.instansi)), |w| format!("wilayah={}", w.kode));
        format!("/peringkat-nasional?tahun={}&skema={}&{saring}", self.d.tahun, self.d.skema)
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(id): Jalur<TerimaId>, Query(q): Query<Cari>) -> Hasil {
    let (d, k) = match buka(&app, k, id).await? {
        Ok(dua) => dua,
        Err(ditarik) => return Ok(ditarik),
    };
    let pengganti = diterima::pengganti(&app.store, &d).await?;
    let (isi, semua) = diterima::unit::isi(&app.store, id, &q.cari, lewati(q.h), BATAS).await?;
    let lembar = k.lembar(q.h, isi.len(), semua, &q.kueri());
    let unit = unit::bernilai(&app.store, isi).await?;
    let takcocok = unit.is_none();
    let unit = unit.unwrap_or_default();
    let tersisih = pengganti.is_none() && unit::tersisih(&unit);
    let instansi = match instansi::dari_kode(&app.store, &d.instansi_kode).await {
        Ok(i) => i.nama,
        Err(StoreError::TidakDitemukan) => d.instansi.clone(),
        Err(e) => return Err(e.into()),
    };
    tampil(&Halaman { k: &k, d: &d, pengganti, instansi, cari: q.cari, takcocok, tersisih, unit, lembar })
}
