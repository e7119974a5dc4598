//! `/hasil/{periode}/{lokus}`: the published result of one unit: IPP, aspects, voice of users, how to check it.

use askama::Template;
use axum::extract::State;
use dokumen::{
    Angka,
    grafik::{Bingkai, Sumbu, radar},
    masukan::SeriAspek,
};
use pekppp::{HasilIpp, Pecahan};
use serde::Deserialize;
use store::{
    penerbitan::Terbitan,
    peringkat::{self, Baris, Temuan},
    serah::{self, Dasar},
};

use super::{
    Terbuka, buka,
    tabel::{dua, tanpa_ba},
};
use crate::{
    AppState, Error,
    error::Hasil,
    jalur::Jalur,
    kata::kunci_alasan,
    komponen::Nada,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::segar,
};

pub fn rute(d: &mut Daftar) {
    d.get("/hasil/{periode}/{lokus}", Akses::Publik, lihat);
}

/// What the page needs of the frozen bundle.
#[derive(Deserialize)]
struct Bundel {
    hasil: HasilIpp,
    f03: F03,
}

#[derive(Deserialize)]
struct F03 {
    daring: u64,
    kertas: u64,
    kertas_ditolak: u64,
}

/// One aspect, printed.
pub(crate) struct Aspek {
    pub kunci: String,
    pub nama: String,
    pub bobot: String,
    pub nilai: String,
    eksak: Option<String>,
    pub f03: String,
}

#[derive(Template)]
#[template(path = "publik/hasil/unit.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    t: &'a Terbitan,
    b: &'a Baris,
    /// Rank and how many were ranked in the group.
    peringkat: Option<(usize, usize)>,
    edisi: String,
    kepastian: String,
    nama_kategori: String,
    bundel: Option<Bundel>,
    /// Its file can be given out: what is stored is what was signed.
    terbukti: bool,
    aspek: Vec<Aspek>,
    radar: String,
    /// That it was published without signed minutes, and why.
    catatan: Option<String>,
    /// Published results of the same unit in other periods.
    lain: Vec<Temuan>,
    /// Letters of the ministry by which it is valid.
    dasar_validasi: Vec<Dasar>,
}

impl Halaman<'_> {
    fn skema(&self) -> String {
        self.k.skema_angka(&self.t.periode.skema)
    }

    fn ipp(&self) -> Option<String> {
        self.b.tampil.as_deref().map(|t| self.k.angka(t))
    }

    fn alasan(&self) -> String {
        self.k.s(kunci_alasan(self.b.status.as_deref()))
    }

    fn f02(&self) -> String {
        dua(self.k, self.b.f02.as_deref())
    }

    fn f03(&self) -> String {
        dua(self.k, self.b.f03.as_deref())
    }

    /// The first digits of the hash: enough to find the document on the verification page.
    fn kode(&self) -> &str {
        self.b.sidik.as_deref().and_then(|s| s.get(..16)).unwrap_or_default()
    }

    fn porsi(&self, p: &Pecahan) -> String {
        self.k.angka((p * &Pecahan::bulat(100)).desimal())
    }

    /// How the two values become the index, in one line.
    fn rumus(&self, x: &Bundel) -> String {
        let (a, b) = (self.porsi(&x.hasil.porsi_f02), self.porsi(&x.hasil.porsi_f03));
        let ipp = self.ipp().unwrap_or_default();
        let nilai = [("a", a.into()), ("b", b.into()), ("f02", self.f02().into()), ("f03", self.f03().into()), ("ipp", ipp.into())];
        self.k.a("publik-rumus", nilai)
    }

    /// Share of paper among all complete answers, in percent.
    fn porsi_kertas(&self, f: &F03) -> Option<String> {
        let (kertas, semua) = (i64::try_from(f.kertas).ok()?, i64::try_from(f.kertas + f.daring).ok()?);
        Pecahan::baru(kertas * 100, semua).map(|p| self.k.angka(p.tampil(0)))
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates hand values over by reference")]
    fn rank(&self, nomor: &usize, dari: &usize) -> String {
        self.k.a("publik-unit-peringkat", [("nomor", (*nomor).into()), ("dari", (*dari).into()), ("kelompok", (&*self.b.kelompok).into())])
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur((periode, lokus)): Jalur<(String, String)>) -> Hasil {
    let (t, k) = match buka(&app, k, &periode).await? {
        Terbuka::Terbit(t, k) => (t, k),
        Terbuka::Ditarik(response) => return Ok(response),
    };
    let mut b = peringkat::satu(&app.store, &t, &lokus).await?;
    let p = peringkat::publik(&app.store, &t).await?;
    // The group may write the category otherwise than the unit does.
    let kelompok =
        p.kelompok.iter().find_map(|(nama, isi)| Some((nama, isi.iter().find(|x| x.item.lokus == b.lokus)?.peringkat, isi.len())));
    let peringkat = kelompok.map(|(_, nomor, dari)| (nomor, dari));
    if let Some((nama, ..)) = kelompok {
        b.kelompok = nama.as_str().into();
    }
    let edisi = p.edisi.iter().find(|e| *format!("{:?}", e.bentuk) == *b.formulir);
    let nama_kategori =
        edisi.zip(b.kategori.as_deref()).and_then(|(e, kode)| e.cari_kategori(kode)).map(|x| x.nama.clone()).unwrap_or_default();
    let isi = peringkat::bundel(&app.store, &b).await?;
    let terbukti = isi.is_some();
    let bundel: Option<Bundel> = isi.and_then(|isi| serde_json::from_str(&isi).ok());
    let aspek = bundel.as_ref().map(|x| aspek(&k, &x.hasil)).unwrap_or_default();
    let radar = gambar(&k, &b, &aspek)?;
    let halaman = Halaman {
        k: &k,
        t: &t,
        b: &b,
        peringkat,
        edisi: edisi.map(|e| e.nama.clone()).unwrap_or_default(),
        kepastian: edisi.map(|e| e.kepastian.clone()).unwrap_or_default(),
        nama_kategori,
        bundel,
        terbukti,
        aspek,
        radar,
        catatan: tanpa_ba(&k, &p, &b),
        lain: peringkat::lain(&app.store, &b.kode).await?,
        dasar_validasi: serah::dasar_surat(&app.store, t.periode.id, b.hasil).await?,
    };
    segar(&k, &halaman)
}

pub(crate) fn aspek(k: &Konteks, h: &HasilIpp) -> Vec<Aspek> {
    let teks = |p: Option<&Pecahan>| p.map_or_else(|| "–".to_owned(), |p| k.angka(p.tampil(2)));
    let f03 = |kunci: &str| h.f03.aspek.iter().find(|a| a.kunci == kunci).and_then(|a| a.rata_rata.as_ref());
    let satu = |a: &pekppp::HasilAspek| Aspek {
        kunci: a.kunci.clone(),
        nama: a.nama.clone(),
        bobot: k.angka(a.bobot.to_string()),
        nilai: teks(a.nilai.as_ref()),
        eksak: a.nilai.as_ref().map(Pecahan::desimal),
        f03: teks(f03(&a.kunci)),
    };
    h.f02.aspek.iter().map(satu).collect()
}

/// The six aspects at a glance; the table below says the same.
fn gambar(k: &Konteks, b: &Baris, aspek: &[Aspek]) -> Result<String, Error> {
    if aspek.len() < 3 {
        return Ok(String::new());
    }
    let judul = k.n("publik-unit-radar", "unit", &b.unit);
    let deskripsi = aspek.iter().map(|a| format!("{}: {}", a.nama, a.nilai)).collect::<Vec<_>>().join("; ");
    let sumbu: Vec<Sumbu<'_>> = aspek.iter().map(|a| Sumbu { kode: &a.kunci, label: &a.nama }).collect();
    let nilai = aspek.iter().map(|a| a.eksak.as_ref().map(|e| Angka::new(a.nilai.clone(), e.clone()))).collect();
    let seri = SeriAspek { nama: b.unit.to_string(), nilai };
    Ok(radar(Bingkai { id: "radar", judul: &judul, deskripsi: &deskripsi }, &sumbu, &[seri])?)
}
