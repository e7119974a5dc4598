//! `/edisi/{edisi}`: one edition as its forms, its decree and where it comes from; ending it or dropping a draft (`POST`).

use askama::Template;
use axum::extract::State;
use jiff::civil::Date;
use pekppp::{Bobot, JenisBidang, Pecahan};
use store::{
    StoreError,
    edisi::{
        daftar::{EdisiTerdaftar, Keadaan},
        tulis::{self, Akhir},
    },
    hak::Pelaku,
    peran::Peran,
};

use super::{
    kata,
    naskah::{self, Naskah},
};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
    unduhan,
};

pub fn rute(d: &mut Daftar) {
    d.get("/edisi/{edisi}", Akses::Masuk, lihat);
    d.post("/edisi/{edisi}", Akses::Peran(&[Peran::Nasional, Peran::Penyelenggara]), ubah);
    d.get("/edisi/{edisi}/naskah", Akses::Masuk, unduh);
}

#[derive(Template)]
#[template(path = "edisi/satu.html")]
pub(super) struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    n: Naskah,
    hari: Date,
    lain: Vec<Opsi>,
    pengganti: Vec<Opsi>,
    milik: bool,
    menurunkan: bool,
}

impl Halaman<'_> {
    fn keadaan(&self, e: &EdisiTerdaftar) -> (Nada, &'static str) {
        kata::keadaan(e.keadaan(self.hari))
    }

    fn draf(&self) -> bool {
        self.n.daftar.as_ref().is_some_and(|e| e.keadaan(self.hari) == Keadaan::Draf)
    }

    /// Issued and not ended by a row: it can be ended.
    fn terbit(&self) -> bool {
        self.n.daftar.as_ref().is_some_and(|e| e.dari.is_some() && e.akhir.is_none())
    }

    fn berlaku(&self, e: &EdisiTerdaftar) -> String {
        kata::berlaku(self.k, e)
    }

    fn bobot(&self, b: &Bobot) -> String {
        kata::bobot(self.k, Some(b))
    }

    fn mungkin(&self, b: Option<&Bobot>) -> String {
        kata::bobot(self.k, b)
    }

    fn rumus(&self) -> String {
        let bagian = |p: &Pecahan| self.k.persen(p).into();
        let r = &self.n.edisi.rumus;
        self.k.a("edisi-rumus-isi", [("a", bagian(&r.porsi_f02)), ("b", bagian(&r.porsi_f03))])
    }

    fn f03(&self) -> String {
        let f = &self.n.edisi.f03;
        let teks = |n: String| n.into();
        let nilai = [
            ("n", teks(f.pernyataan.len().to_string())),
            ("min", teks(f.responden_min.to_string())),
            ("maks", teks(f.responden_maks.to_string())),
        ];
        self.k.a("edisi-f03", nilai)
    }

    fn jenis(&self, j: &JenisBidang) -> String {
        self.k.s(kata::jenis_bidang(j))
    }
}

pub(super) async fn halaman<'a>(app: &AppState, k: &'a Konteks, p: &Pelaku, n: Naskah, f: Formulir) -> Result<Halaman<'a>, Error> {
    let semua = naskah::semua(app, p).await?;
    let opsi = |(kode, nama): &(String, String)| Opsi::baru(kode, format!("{nama} ({kode})"));
    let lain = semua.iter().filter(|(kode, _)| *kode != n.edisi.id).map(opsi).collect();
    let terbit = store::edisi::daftar::semua(&app.store, p).await?;
    let sebentuk = |e: &&EdisiTerdaftar| {
        let ini = n.daftar.as_ref().is_some_and(|d| d.bentuk == e.bentuk && d.instansi_id == e.instansi_id);
        ini && e.kode != n.edisi.id && e.dari.is_some() && e.akhir.is_none()
    };
    Ok(Halaman {
        pengganti: terbit.iter().filter(sebentuk).map(|e| Opsi::baru(&e.kode, format!("{} ({})", e.nama, e.kode))).collect(),
        milik: n.daftar.as_ref().is_some_and(|d| d.milik(p)),
        menurunkan: p.punya(Peran::Penyelenggara) && n.edisi.dapat_dipakai().is_ok(),
        hari: app.store.sekarang().hari(k.zona.nama()),
        lain,
        k,
        f,
        n,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(kode): Jalur<String>) -> Hasil {
    let n = naskah::cari(&app, &pelaku, &kode).await?;
    let k = k.bantuan("edisi");
    tampil(&halaman(&app, &k, &pelaku, n, Formulir::kosong()).await?)
}

async fn ubah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(kode): Jalur<String>, mut f: Formulir) -> Hasil {
    let n = naskah::cari(&app, &pelaku, &kode).await?;
    if f.aksi() == "hapus" {
        return match tulis::hapus(&app.store, &pelaku, &kode).await {
            Ok(()) => Alih::ke("/edisi").pesan("edisi-terhapus").into(),
            Err(e) => Err(e.into()),
        };
    }
    f.batasi("alasan", 1000);
    let alasan = f.wajib("alasan", "alasan-wajib").unwrap_or_default();
    let pengganti = f.opsional("pengganti");
    let akhir = match &pengganti {
        Some(p) => Akhir::Ganti { pengganti: p, alasan: &alasan },
        None => Akhir::Tarik { alasan: &alasan },
    };
    if f.sah() {
        match tulis::akhiri(&app.store, &pelaku, &kode, akhir).await {
            Ok(()) => return Alih::ke(format!("/edisi/{kode}")).pesan("edisi-diakhiri").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan(if kunci == "edisi-pengganti" { "pengganti" } else { "alasan" }, kunci),
            Err(e) => return Err(e.into()),
        }
    }
    let k = k.bantuan("edisi");
    tampil_salah(&halaman(&app, &k, &pelaku, n, f).await?)
}

/// The exact text, whose SHA-256 periods keep.
async fn unduh(State(app): State<AppState>, Orang(pelaku): Orang, Jalur(kode): Jalur<String>) -> Hasil {
    let n = naskah::cari(&app, &pelaku, &kode).await?;
    Ok(unduhan::kirim("application/toml; charset=utf-8", &format!("{}.toml", n.edisi.id), n.teks(&app).await?))
}
