//! `/layanan/{layanan}/formulir`: what a service asks its applicants, its letter and its fee, on one plain page. Every saving is a new
//! version; cases keep the version they were sent with.

use askama::Template;
use axum::extract::State;
use layanan::{
    permohonan::{Formulir as Rancangan, JenisMedan, MEDAN_MAKS, Medan, SalahFormulir, kunci_dari, surat},
    standar,
};
use store::{
    StoreError, hak,
    hak::PengelolaFormulir,
    id::LayananId,
    layanan::{Keadaan, Layanan, riwayat},
    permohonan::{
        Tempat,
        formulir::{self, FormulirLayanan},
        tempat,
    },
};

use super::kata;
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    kasir::baca_rupiah,
    komponen::Opsi,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

/// Empty rows offered below what there is.
const KOSONG: usize = 3;

pub fn rute(d: &mut Daftar) {
    d.get("/layanan/{layanan}/formulir", super::PERANCANG, lihat);
    d.post("/layanan/{layanan}/formulir", super::PERANCANG, simpan);
}

/// Names of the controls of one row.
struct Baris {
    nomor: usize,
    kunci: String,
    label: String,
    jenis: String,
    wajib: String,
    bantu: String,
    opsi: String,
    urut: String,
}

#[derive(Template)]
#[template(path = "permohonan/formulir.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    l: &'a Layanan,
    lama: Option<FormulirLayanan>,
    tempat: Vec<Tempat>,
    baris: Vec<Baris>,
    jenis: Vec<Opsi>,
    wajib: [Opsi; 1],
    diminta: [Opsi; 2],
    isian: Vec<String>,
}

impl<'a> Halaman<'a> {
    fn baru(k: &'a Konteks, f: Formulir, l: &'a Layanan, lama: Option<FormulirLayanan>, tempat: Vec<Tempat>) -> Self {
        let n = (jumlah(&f) + KOSONG).min(MEDAN_MAKS);
        let nama = |m: &str, i: usize| format!("{m}-{i}");
        let baris = (0..n)
            .map(|i| Baris {
                nomor: i + 1,
                kunci: nama("kunci", i),
                label: nama("label", i),
                jenis: nama("jenis", i),
                wajib: nama("wajib", i),
                bantu: nama("bantu", i),
                opsi: nama("opsi", i),
                urut: nama("urut", i),
            })
            .collect();
        let isian = lama.iter().flat_map(|f| &f.isi.medan).map(|m| format!("{{isian:{}}}", m.kunci)).collect();
        let jenis = JenisMedan::SEMUA.map(|j| Opsi::baru(j.kunci(), k.s(kata::jenis(j)))).into();
        let wajib = [Opsi::baru("ya", k.s("permohonan-form-wajib"))];
        let diminta = [Opsi::baru("nama", k.s("permohonan-form-nama")), Opsi::baru("kontak", k.s("permohonan-form-kontak"))];
        Self { k, f, l, lama, tempat, baris, jenis, wajib, diminta, isian }
    }

    fn versi(&self, x: &FormulirLayanan) -> String {
        let args = [("nomor", x.nomor.to_string().into()), ("nama", x.oleh.as_str().into()), ("waktu", self.k.waktu(&x.pada).into())];
        self.k.a("permohonan-form-versi", args)
    }
}

/// Rows that hold a question.
fn jumlah(f: &Formulir) -> usize {
    (0..MEDAN_MAKS).filter(|i| !f.nilai(&format!("label-{i}")).trim().is_empty()).max().map_or(0, |i| i + 1)
}

fn tersimpan(lama: Option<&FormulirLayanan>) -> Formulir {
    let mut f = Formulir::kosong();
    f.taruh("nomor", lama.map_or(0, |l| l.nomor).to_string());
    let Some(l) = lama else {
        f.taruh("diminta", "nama");
        f.taruh("diminta", "kontak");
        f.taruh("tarif", "0");
        return f;
    };
    for (m, ada) in [("nama", l.isi.nama), ("kontak", l.isi.kontak)] {
        if ada {
            f.taruh("diminta", m);
        }
    }
    f.taruh("tarif", l.tarif.to_string());
    f.taruh("surat", l.surat.clone());
    for (i, m) in l.isi.medan.iter().enumerate() {
        f.taruh(format!("kunci-{i}"), m.kunci.clone());
        f.taruh(format!("label-{i}"), m.label.clone());
        f.taruh(format!("jenis-{i}"), m.jenis.kunci());
        f.taruh(format!("bantu-{i}"), m.bantu.clone());
        f.taruh(format!("opsi-{i}"), m.opsi.join("\n"));
        f.taruh(format!("urut-{i}"), (i + 1).to_string());
        if m.wajib {
            f.taruh(format!("wajib-{i}"), "ya");
        }
    }
    f
}

/// The rows as a form, in the order that was asked for, with the row each field came from.
fn urai(f: &Formulir) -> (Rancangan, Vec<usize>) {
    let nilai = |m: &str, i: usize| f.nilai(&format!("{m}-{i}")).replace("\r\n", "\n").trim().to_owned();
    let mut dipakai: Vec<String> = (0..MEDAN_MAKS).map(|i| nilai("kunci", i)).filter(|k| !k.is_empty()).collect();
    let mut medan: Vec<(i64, usize, Medan)> = Vec::new();
    for i in (0..MEDAN_MAKS).filter(|i| !nilai("label", *i).is_empty()) {
        let label = nilai("label", i);
        let jenis = JenisMedan::dari_kunci(&nilai("jenis", i)).unwrap_or(JenisMedan::Teks);
        let mut kunci = nilai("kunci", i);
        if kunci.is_empty() {
            kunci = kunci_dari(&label, &dipakai);
            dipakai.push(kunci.clone());
        }
        let opsi = if jenis.beropsi() {
            nilai("opsi", i).lines().map(|o| o.trim().to_owned()).filter(|o| !o.is_empty()).collect()
        } else {
            Vec::new()
        };
        let urut = nilai("urut", i).parse().unwrap_or(i64::MAX);
        let wajib = f.dicentang(&format!("wajib-{i}"));
        medan.push((urut, i, Medan { kunci, label, bantu: nilai("bantu", i), jenis, wajib, opsi }));
    }
    medan.sort_by_key(|(urut, i, _)| (*urut, *i));
    let diminta = |m: &str| f.semua("diminta").any(|x| x == m);
    let asal = medan.iter().map(|(_, i, _)| *i).collect();
    (Rancangan { nama: diminta("nama"), kontak: diminta("kontak"), medan: medan.into_iter().map(|(.., m)| m).collect() }, asal)
}

fn periksa(f: &mut Formulir, r: &Rancangan, asal: &[usize]) {
    let medan = |m: &str, n: usize| format!("{m}-{}", asal.get(n).copied().unwrap_or(0));
    match r.periksa() {
        Ok(()) => {}
        Err(SalahFormulir::Kosong) => f.salahkan("label-0", "permohonan-form-kosong"),
        Err(SalahFormulir::TerlaluBanyak) => f.salahkan("label-0", "permohonan-form-banyak"),
        Err(SalahFormulir::Opsi(n)) => f.salahkan(&medan("opsi", n), "permohonan-form-opsi-salah"),
        Err(SalahFormulir::Label(n) | SalahFormulir::Kunci(n) | SalahFormulir::Ganda(n)) => {
            f.salahkan(&medan("label", n), "permohonan-form-label-salah");
        }
    }
    match surat::periksa(f.nilai("surat"), r.medan.iter().map(|m| m.kunci.as_str())) {
        Ok(()) => {}
        Err(surat::SalahSurat::Asing(nama)) => f.salahkan_dengan("surat", "permohonan-form-surat-asing", vec![("nama", nama)]),
        Err(surat::SalahSurat::TerlaluPanjang | surat::SalahSurat::Kurung) => f.salahkan("surat", "permohonan-form-surat-kurung"),
    }
}

async fn buka(app: &AppState, k: Konteks, p: &hak::Pelaku, id: LayananId) -> Hasil<(PengelolaFormulir, Konteks)> {
    let hak = hak::formulir(&app.store, p, id).await?;
    let k = k.ilustrasi(hak.layanan.ilustrasi == 1).zona(&hak.layanan.zona).bantuan("permohonan");
    Ok((hak, k))
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LayananId>) -> Hasil {
    let (hak, k) = buka(&app, k, &pelaku, id).await?;
    let lama = formulir::terakhir(app.store.baca(), id).await?;
    let f = tersimpan(lama.as_ref());
    tampil(&Halaman::baru(&k, f, &hak.layanan, lama, tempat(app.store.baca(), id).await?))
}

/// What the standard in force says of the fee: citizens read it, so the bill must be the same.
async fn biaya(app: &AppState, l: &Layanan) -> Hasil<Option<String>> {
    let semua = riwayat(app.store.baca(), l.id, app.store.sekarang().hari(&l.zona)).await?;
    let berlaku = semua.iter().find(|r| r.keadaan == Keadaan::Berlaku);
    Ok(berlaku.map(|r| r.standar.isi.teks("biaya").to_owned()))
}

async fn simpan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LayananId>, mut f: Formulir) -> Hasil {
    let (hak, k) = buka(&app, k, &pelaku, id).await?;
    let hasil = if f.aksi() == "tutup" {
        formulir::tutup(&app.store, &hak, f.nilai("alasan")).await.map(|()| "permohonan-form-ditutup")
    } else {
        let (r, asal) = urai(&f);
        periksa(&mut f, &r, &asal);
        let tarif = baca_rupiah(f.nilai("tarif"));
        match (tarif, biaya(&app, &hak.layanan).await?) {
            (None, _) => f.salahkan("tarif", "formulir-tarif-salah"),
            (Some(t), Some(teks)) if !standar::tarif_cocok(&teks, t) => {
                f.salahkan_dengan("tarif", "formulir-tarif-beda", vec![("biaya", teks)]);
            }
            _ => {}
        }
        match tarif.filter(|_| f.sah()) {
            Some(t) => {
                let dasar = f.nilai("nomor").parse().unwrap_or(0);
                let teks = f.nilai("surat").replace("\r\n", "\n");
                formulir::simpan(&app.store, &hak, dasar, &r, &teks, t).await.map(|()| "permohonan-form-tersimpan")
            }
            None => Err(StoreError::Keadaan("formulir-salah")),
        }
    };
    let medan = if f.aksi() == "tutup" { "alasan" } else { "label-0" };
    match hasil {
        Ok(pesan) => return Alih::ke(format!("/layanan/{id}/formulir")).pesan(pesan).into(),
        Err(StoreError::Keadaan(kunci)) if f.sah() => f.salahkan(medan, kunci),
        Err(StoreError::Keadaan(_)) => {}
        Err(StoreError::Bentrok { versi, .. }) => {
            f.ganti("nomor", versi.to_string());
            f.salahkan(medan, "permohonan-form-bentrok");
        }
        Err(e) => return Err(e.into()),
    }
    let lama = formulir::terakhir(app.store.baca(), id).await?;
    tampil_salah(&Halaman::baru(&k, f, &hak.layanan, lama, tempat(app.store.baca(), id).await?))
}
