//! `/pelayanan/{kode}`: one service in plain words, with structured data for search engines (schema.org `GovernmentService`).

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use serde_json::json;
use store::{
    layanan::{self, Terbit, katalog},
    mpp::{self, Berhenti, TempatAntre},
    pesanan::{self, Tempat},
};

use super::{biaya, dasar, konteks, tempat, waktu};
use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    komponen::{Nada, Pemberitahuan},
    konteks::Konteks,
    layanan::baris,
    mpp::ringkasan::khusus_mendatang,
    publik::kapan,
    rute::{Akses, Daftar},
    tampil::segar,
};

pub fn rute(d: &mut Daftar) {
    d.get("/pelayanan/{kode}", Akses::Publik, lihat);
}

/// Other services of the unit at the foot of the page.
const LAIN: usize = 8;

#[derive(Template)]
#[template(path = "publik/pelayanan/rinci.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    t: &'a Terbit,
    lain: Vec<(String, String)>,
    /// Where a number can be taken.
    antre: Vec<TempatAntre>,
    /// Days to come on which a mall that gives it is closed or has other hours: the mall, the days, and what holds.
    khusus: Vec<(String, Vec<(String, String)>)>,
    /// Gerai where it is given on single days only, with the days.
    hadir: Vec<String>,
    /// Where it is given no more.
    berhenti: Vec<Berhenti>,
    /// Where a time can be booked.
    pesan: Vec<Tempat>,
    /// Whether a case can be sent from here.
    daring: bool,
    qr: String,
    data: String,
}

impl Halaman<'_> {
    fn baris(&self, kunci: &str) -> Vec<&str> {
        baris(self.t.isi.teks(kunci))
    }

    fn waktu(&self) -> String {
        waktu(self.k, self.t)
    }

    fn biaya(&self) -> &str {
        biaya(self.t)
    }

    fn tempat(&self) -> Vec<&str> {
        baris(tempat(self.t))
    }

    fn dasar(&self) -> String {
        dasar(self.k, self.t)
    }

    /// That a mall gives it no more: what is written below may be of before.
    fn henti(&self, b: &Berhenti) -> Pemberitahuan {
        let kunci = if b.tutup == 1 { "cari-henti-gerai" } else { "cari-henti-layanan" };
        let hari = self.k.hari(&b.pada.hari(&b.zona).to_string());
        let isi =
            self.k.a(kunci, [("gerai", b.gerai.as_str().into()), ("tanggal", hari.into()), ("unit", self.t.layanan.unit.as_str().into())]);
        self.k.pemberitahuan_teks(Nada::Perhatian, self.k.n("cari-henti", "mpp", &b.mpp), isi)
    }

    /// Heading and lines of what is said below the summary.
    fn bagian(&self) -> Vec<(&'static str, Vec<&str>)> {
        let semua = [
            ("cari-persyaratan", "persyaratan"),
            ("cari-prosedur", "prosedur"),
            ("cari-waktu", "jangka-waktu"),
            ("cari-biaya", "biaya"),
            ("cari-produk", "produk"),
            ("cari-pengaduan", "pengaduan"),
        ];
        semua.into_iter().map(|(judul, m)| (judul, self.baris(m))).filter(|(_, b)| !b.is_empty()).collect()
    }
}

/// The data of a page as JSON that cannot end the element it stands in.
pub(crate) fn sematkan(data: &serde_json::Value) -> String {
    data.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

/// The service for search engines.
pub(super) fn schema(alamat: &str, t: &Terbit) -> serde_json::Value {
    let l = &t.layanan;
    json!({
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": t.isi.nama,
        "description": t.isi.ringkas,
        "identifier": l.kode,
        "url": format!("{alamat}/pelayanan/{}", l.kode),
        "inLanguage": "id",
        "serviceOperator": {
            "@type": "GovernmentOrganization",
            "name": l.unit,
            "url": format!("{alamat}/pelayanan/unit/{}", l.unit_kode),
            "parentOrganization": { "@type": "GovernmentOrganization", "name": l.instansi },
        },
        "areaServed": { "@type": "AdministrativeArea", "name": l.instansi },
        "serviceOutput": { "@type": "Thing", "name": baris(t.isi.teks("produk")).join("; ") },
        "availableChannel": {
            "@type": "ServiceChannel",
            "processingTime": t.isi.hari_kerja.map(|n| format!("P{n}D")),
            "serviceLocation": { "@type": "Place", "name": l.unit, "address": tempat(t) },
        },
        "dateModified": t.diperbarui.hari(&l.zona).to_string(),
    })
}

/// What the heads of the malls that give it decided for days to come; malls without any are left out.
async fn khusus(app: &AppState, k: &Konteks, antre: &[TempatAntre], pesan: &[Tempat]) -> Hasil<Vec<(String, Vec<(String, String)>)>> {
    let kode: BTreeSet<&str> = antre.iter().map(|a| a.mpp_kode.as_str()).chain(pesan.iter().map(|p| p.mpp_kode.as_str())).collect();
    let mut semua = Vec::new();
    for kode in kode {
        let m = mpp::dari_kode(app.store.baca(), kode).await?;
        let hari = khusus_mendatang(app, k, &m).await?;
        if !hari.is_empty() {
            semua.push((m.nama, hari));
        }
    }
    Ok(semua)
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>) -> Hasil {
    let t = layanan::dari_kode(&app.store, &kode).await?;
    let l = &t.layanan;
    let k = konteks(k, l.ilustrasi == 1, &l.zona);
    let isi = katalog(&app.store).await?;
    let tetangga = isi.unit(&l.unit_kode).into_iter().flat_map(|u| &u.layanan).filter_map(|n| isi.layanan.get(*n));
    let lain = tetangga.filter(|x| x.layanan.id != l.id).take(LAIN).map(|x| (x.layanan.kode.clone(), x.isi.nama.clone())).collect();
    let url = format!("{}/pelayanan/{kode}", app.konfig.alamat);
    let qr = dokumen::qr_svg(&url, &k.n("cari-qr", "nama", &t.isi.nama))?;
    let data = sematkan(&schema(&app.konfig.alamat, &t));
    let antre = mpp::tempat_antre(app.store.baca(), l.id).await?;
    let pesan = pesanan::yang_menerima(app.store.baca(), l.id).await?;
    let khusus = khusus(&app, &k, &antre, &pesan).await?;
    let hadir = kapan::baris(k.bahasa, &pesanan::undangan_layanan(app.store.baca(), l.id, app.store.sekarang()).await?);
    let daring = crate::publik::permohonan::baru::daring(&app, &t).await?;
    let berhenti = mpp::berhenti(app.store.baca(), l.id).await?;
    segar(&k, &Halaman { k: &k, t: &t, lain, antre, khusus, hadir, berhenti, pesan, daring, qr, data })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_cannot_leave_its_element() {
        let s = sematkan(&json!({ "name": "</script><script>alert(1)</script>&" }));
        assert!(!s.contains(['<', '>', '&']), "{s}");
        let kembali: serde_json::Value = serde_json::from_str(&s).unwrap();
        assert_eq!(kembali["name"], "</script><script>alert(1)</script>&");
    }
}
