//! `/hasil-skm/{kode}`: the sheet that the regulation asks to publish, with the figures behind it, its files, a QR code for
//! the wall and the widget for other sites.

use askama::Template;
use axum::extract::State;
use skm::Edisi;
use store::{
    skm::terbit::{self, SaringTerbit, Terbitan},
    verifikasi,
};

use super::{Terbuka, berkas::nama_bundel, buka, kurun, sajian};
use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    rute::{Akses, Daftar},
    skm::sajian::{Bidang, Sajian, TitikRonde, garis},
    tampil::segar,
};

pub fn rute(d: &mut Daftar) {
    d.get("/hasil-skm/{kode}", Akses::Publik, lihat);
}

/// Earlier rounds in the drawing at most.
const SEBELUM: i64 = 12;

#[derive(Template)]
#[template(path = "publik/skm/rinci.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    t: &'a Terbitan,
    edisi: &'a Edisi,
    j: Sajian<'a>,
    gambar: String,
    sebaran: String,
    garis: String,
    url: String,
    qr: String,
}

impl Halaman<'_> {
    fn kurun(&self) -> String {
        kurun(self.k, &self.t.isi)
    }

    /// Fields of the profile that the sheet names: sex and education.
    fn lembar(&self) -> Vec<&Bidang> {
        self.j.profil.iter().filter(|b| matches!(b.kunci, "jenis_kelamin" | "pendidikan")).collect()
    }

    /// "Laki-laki 180, perempuan 206".
    fn rincian(&self, b: &Bidang) -> String {
        b.baris.iter().map(|r| format!("{} {}", r.label, self.j.bilang(r.n))).collect::<Vec<_>>().join(", ")
    }

    /// The signed file as it is called once downloaded.
    fn nama_bundel(&self) -> String {
        nama_bundel(&self.t.isi.kode)
    }

    /// The lines that another site puts into its page.
    fn sisip(&self) -> String {
        let judul = self.k.n("hasilskm-sematan-judul", "unit", &self.t.isi.unit).replace('"', "&quot;");
        format!(
            "<iframe src=\"{}/sematan\" title=\"{judul}\" width=\"320\" height=\"240\" loading=\"lazy\" frameborder=\"0\"></iframe>",
            self.url
        )
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>) -> Hasil {
    let (t, edisi, k) = match buka(&app, k, &kode).await? {
        Terbuka::Terbit(t, edisi, k) => (t, edisi, k),
        Terbuka::Ditarik(response) => return Ok(response),
    };
    let j = sajian(&k, &t, &edisi)?;
    let url = format!("{}/hasil-skm/{kode}", app.konfig.alamat);
    let qr = dokumen::qr_svg(&url, &k.n("hasilskm-qr", "unit", &t.isi.unit))?;
    let garis = perjalanan(&app, &k, &t, &edisi).await?;
    let (gambar, sebaran) = (j.gambar_unsur()?, j.gambar_sebaran());
    segar(&k, &Halaman { k: &k, t: &t, edisi: &edisi, j, gambar, sebaran, garis, url, qr })
}

/// Published rounds of the unit on the same scale, as a line.
async fn perjalanan(app: &AppState, k: &Konteks, t: &Terbitan, edisi: &Edisi) -> Hasil<String> {
    let s = SaringTerbit { unit_kode: &t.isi.unit_kode, ..SaringTerbit::default() };
    let (mut semua, _) = terbit::cari(&app.store, &s, 0, SEBELUM).await?;
    semua.retain(|x| x.sah && x.isi.edisi_id == t.isi.edisi_id);
    semua.reverse();
    let titik: Vec<TitikRonde> = semua
        .iter()
        .map(|x| {
            let ikm = x.isi.hasil.ikm.tampil(2);
            TitikRonde {
                label: crate::skm::banding::pendek(k, &x.isi.sampai),
                keterangan: format!("{}: {}", x.isi.nama, k.angka(&ikm)),
                ikm: Some((ikm, None)),
            }
        })
        .collect();
    garis(k, edisi, &k.n("hasilskm-garis-judul", "unit", &t.isi.unit), &titik)
}
