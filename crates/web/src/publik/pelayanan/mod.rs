//! The portal for citizens: search (`/cari`), a page for each service and unit (`/pelayanan`), their files and the list for
//! search engines. Only what is in force is reached from here; drafts are `crate::layanan`.

mod berkas;
mod cari;
mod pengumuman;
mod peta;
mod rinci;
mod rujukan;
mod sippn;
mod unit;

pub(crate) use rinci::sematkan;

use store::layanan::Terbit;

use crate::{konteks::Konteks, rute::Daftar};

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    cari::rute(d);
    pengumuman::rute(d);
    rinci::rute(d);
    unit::rute(d);
    berkas::rute(d);
    sippn::rute(d);
    peta::rute(d);
}

fn konteks(k: Konteks, ilustrasi: bool, zona: &str) -> Konteks {
    k.ilustrasi(ilustrasi).zona(zona).bantuan("cari")
}

/// "Issued by SK/1 of …, in force from …", and when it was last reviewed, if it was.
fn dasar(k: &Konteks, t: &Terbit) -> String {
    let args = [("nomor", t.sk_nomor.as_str().into()), ("tanggal", k.hari(&t.sk_tanggal).into()), ("mulai", k.hari(&t.mulai).into())];
    let tinjau = t.ditinjau.map(|w| k.n("cari-sk-tinjau", "tanggal", k.tanggal(&w.hari(&t.layanan.zona))));
    [Some(k.a("cari-sk", args)), tinjau].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The first line of the time, else the promised working days.
fn waktu(k: &Konteks, t: &Terbit) -> String {
    let teks = crate::layanan::baris(t.isi.teks("jangka-waktu")).first().map(|b| (*b).to_owned());
    teks.or_else(|| t.isi.hari_kerja.map(|n| k.jumlah("cari-hari-kerja", n))).unwrap_or_default()
}

fn biaya(t: &Terbit) -> &str {
    crate::layanan::baris(t.isi.teks("biaya")).first().copied().unwrap_or_default()
}

/// Where it is given: what the standard says, else the address of the unit.
fn tempat(t: &Terbit) -> &str {
    Some(t.isi.teks("tempat")).filter(|x| !x.is_empty()).unwrap_or(&t.layanan.alamat)
}
