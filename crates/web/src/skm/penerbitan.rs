//! `/survei/{ronde}/penerbitan`: what a publication would show, what stands in its way or should be known before, publishing
//! and taking back. `…/bundel` is the signed file that `prima verify` proves again.

use askama::Template;
use axum::extract::State;
use store::{
    StoreError, hak,
    id::RondeId,
    skm::{
        self, KeadaanRonde, RondeSkm,
        agregat::LANTAI,
        terbit::{self, Penerbitan},
    },
    verifikasi,
};

use super::{
    PEMBACA, hari_ini,
    hasil::{Muatan, muat},
    konteks, kurun,
    sajian::Sajian,
    tab::Tab,
};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    masuk,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
    unduhan,
};

pub fn rute(d: &mut Daftar) {
    d.get("/survei/{ronde}/penerbitan", PEMBACA, lihat);
    d.post("/survei/{ronde}/penerbitan", super::PENGELOLA, ubah);
    d.get("/survei/{ronde}/penerbitan/bundel", PEMBACA, bundel);
}

/// A condition with its state: catalogue key and figure.
struct Syarat {
    nada: Nada,
    lencana: &'static str,
    teks: String,
}

#[derive(Template)]
#[template(path = "skm/penerbitan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    ronde: &'a RondeSkm,
    j: Sajian<'a>,
    syarat: Vec<Syarat>,
    /// Nothing stands in the way.
    boleh: bool,
    /// What must be ticked before, since something should be known.
    paham: Vec<Opsi>,
    menerbitkan: bool,
    terbit: bool,
    riwayat: Vec<Penerbitan>,
}

impl Halaman<'_> {
    fn kurun(&self) -> String {
        kurun(self.k, self.ronde)
    }
}

fn syarat(k: &Konteks, m: &Muatan, keadaan: KeadaanRonde) -> (Vec<Syarat>, bool, bool) {
    let (r, a) = (m.ronde(), &m.agregat);
    let usai = matches!(keadaan, KeadaanRonde::Selesai | KeadaanRonde::Ditutup);
    let n = i64::try_from(a.pakai.n).unwrap_or(i64::MAX);
    let baik = |ya: bool, lain: Nada| if ya { (Nada::Baik, "laporanskm-syarat-baik") } else { (lain, tanda(lain)) };
    let mut semua = Vec::new();
    let mut tambah = |(nada, lencana): (Nada, &'static str), teks: String| semua.push(Syarat { nada, lencana, teks });
    tambah(baik(usai, Nada::Bahaya), k.s(if usai { "laporanskm-syarat-usai" } else { "laporanskm-syarat-belum-usai" }));
    tambah(baik(n > 0, Nada::Bahaya), k.jumlah("laporanskm-syarat-jawaban", n));
    let target = [("n", k.angka(n.to_string()).into()), ("target", k.angka(r.target.to_string()).into())];
    let cukup = n >= r.target;
    let kunci_target = if cukup { "laporanskm-syarat-target" } else { "laporanskm-syarat-target-kurang" };
    tambah(baik(cukup, Nada::Perhatian), k.a(kunci_target, target));
    let bertanda: u64 = a.tanda.values().copied().max().unwrap_or(0);
    tambah(baik(bertanda == 0, Nada::Perhatian), k.jumlah("laporanskm-syarat-tanda", bertanda));
    if (1..LANTAI).contains(&n) {
        tambah((Nada::Perhatian, tanda(Nada::Perhatian)), k.s("laporanskm-syarat-sedikit"));
    }
    if a.kecuali.n > 0 {
        tambah((Nada::Info, tanda(Nada::Info)), k.jumlah("laporanskm-syarat-kecuali", a.kecuali.n));
    }
    let ingat = semua.iter().any(|s| matches!(s.nada, Nada::Perhatian));
    (semua, usai && n > 0, ingat)
}

fn tanda(n: Nada) -> &'static str {
    match n {
        Nada::Bahaya => "laporanskm-syarat-halangan",
        Nada::Info => "laporanskm-syarat-info",
        _ => "laporanskm-syarat-ingat",
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, m: &'a Muatan, f: Formulir) -> Hasil<Halaman<'a>> {
    let (c, r) = (app.store.baca(), m.ronde());
    let keadaan = skm::keadaan(c, r, hari_ini(app, r)).await?;
    let (syarat, boleh, ingat) = syarat(k, m, keadaan);
    Ok(Halaman {
        j: Sajian::baru(k, m.bahan())?,
        paham: if ingat { vec![Opsi::baru("ya", k.s("laporanskm-terbit-paham"))] } else { Vec::new() },
        menerbitkan: m.akses.kepala().is_ok(),
        terbit: skm::terbit(c, r.id).await?,
        riwayat: terbit::riwayat(c, r.id).await?,
        k,
        f,
        ronde: r,
        syarat,
        boleh,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>) -> Hasil {
    let m = muat(&app.store, hak::ronde_skm(&app.store, &pelaku, id).await?).await?;
    let k = konteks(k, m.ronde());
    tampil(&halaman(&app, &k, &m, Formulir::kosong()).await?)
}

async fn ubah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>, mut f: Formulir) -> Hasil {
    let m = muat(&app.store, hak::ronde_skm(&app.store, &pelaku, id).await?).await?;
    let hak = m.akses.kepala()?;
    // As the results of a period: publishing and taking back ask once more who it is.
    if !pelaku.segar(app.store.sekarang()) {
        return masuk::ulang::minta(&app, &k, &f).await;
    }
    let k = konteks(k, m.ronde());
    let ke = Alih::ke(format!("/survei/{id}/penerbitan"));
    if f.aksi() == "tarik" {
        f.batasi("alasan", 500);
        match f.wajib("alasan", "laporanskm-tarik-alasan-wajib").filter(|_| f.sah()) {
            Some(alasan) => {
                terbit::tarik(&app.store, &hak, &alasan).await?;
                // The closed survey's page leads to the result, or no longer does.
                app.survei.lupakan(id);
                return ke.pesan("laporanskm-ditarik").into();
            }
            None => return tampil_salah(&halaman(&app, &k, &m, f).await?),
        }
    }
    let keadaan = skm::keadaan(app.store.baca(), m.ronde(), hari_ini(&app, m.ronde())).await?;
    if syarat(&k, &m, keadaan).2 && !f.dicentang("paham") {
        f.salahkan("paham", "laporanskm-terbit-paham-wajib");
        return tampil_salah(&halaman(&app, &k, &m, f).await?);
    }
    match terbit::terbitkan(&app.store, &hak).await {
        Ok(()) => {
            app.survei.lupakan(id);
            ke.pesan("laporanskm-diterbitkan").into()
        }
        Err(StoreError::Keadaan(kunci)) => {
            f.salahkan("terbit", kunci);
            tampil_salah(&halaman(&app, &k, &m, f).await?)
        }
        Err(e) => Err(e.into()),
    }
}

async fn bundel(State(app): State<AppState>, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>) -> Hasil {
    let r = hak::ronde_skm(&app.store, &pelaku, id).await?.ronde;
    let t = crate::publik::skm::berlaku(terbit::publik(&app.store, &r.kode).await?)?;
    Ok(unduhan::kirim("application/json; charset=utf-8", &format!("skm-{}.json", r.kode), t.berkas(&app.store).await?))
}
