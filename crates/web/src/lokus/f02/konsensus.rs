//! `/lokus/{lokus}/f02/konsensus`: all scores side by side once they may be seen, and what is still to be settled.

use askama::Template;
use axum::extract::State;
use store::{Waktu, f02, id::LokusId, lokus::Lokus};
use uuid::Uuid;

use super::{
    diganti::Lama,
    rangka::{Rangka, Tutup},
    tabel::{self, Baris, Keadaan, Penyatuan, Ringkasan},
};
use crate::{
    app::AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Kemajuan, Nada, Opsi},
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/f02/konsensus", Akses::Masuk, lihat);
}

/// The form that settles one indicator.
pub(super) struct Putusan {
    pub nomor: u32,
    pub kode: String,
    pub nama: String,
    pub nilai: Vec<(String, String)>,
    pub catatan: Vec<f02::Catatan>,
    pub op: String,
    pub versi: i64,
    /// Stands for what the fields held when the page was made ([`cap`]); other content was typed.
    pub asal: String,
    /// Settled before on scores that have changed since.
    pub gugur: bool,
    pub bentrok: Option<Bentrok>,
    pub rubrik: Vec<String>,
}

pub(super) struct Bentrok {
    pub nama: String,
    pub pada: Waktu,
    pub skor: i64,
    pub alasan: String,
}

impl Putusan {
    pub fn m(&self, medan: &str) -> String {
        format!("{medan}-{}", self.nomor)
    }
}

#[derive(Template)]
#[template(path = "lokus/f02/konsensus.html")]
#[expect(clippy::struct_excessive_bools, reason = "what the template shows or leaves out")]
pub(super) struct Halaman<'a> {
    k: &'a Konteks,
    pub f: Formulir,
    lokus: &'a Lokus,
    tutup: Option<Tutup>,
    tertutup: bool,
    sendiri: bool,
    /// He declared a conflict of interest.
    tertahan: bool,
    semua: bool,
    konsensus: bool,
    nama: Vec<String>,
    tim: Vec<f02::Kemajuan>,
    baris: Vec<Baris>,
    ringkasan: Option<Ringkasan>,
    pub putusan: Vec<Putusan>,
    /// Sheets that do not count, of evaluators who were replaced.
    diganti: Vec<Lama>,
    beda: usize,
    disepakati: usize,
    opsi: Vec<Opsi>,
    /// Saved what was complete; other typed text on the page still waits.
    pub sisa: bool,
}

impl Halaman<'_> {
    fn bar(&self) -> Kemajuan {
        self.k.kemajuan(self.k.s("f02-disepakati-hitung"), self.disepakati, self.beda)
    }

    fn teks_sama(&self, r: &Ringkasan) -> String {
        self.k.a("f02-sama-dari", [("sama", r.sama.to_string().into()), ("dari", r.dari.to_string().into())])
    }

    fn teks_bentrok(&self, b: &Bentrok) -> String {
        self.k.a("f02-bentrok-oleh", [("nama", b.nama.as_str().into()), ("pada", self.k.waktu(&b.pada).into())])
    }
}

pub(super) async fn halaman<'a>(app: &AppState, r: &'a Rangka, k: &'a Konteks) -> Hasil<Halaman<'a>> {
    let (lokus, c) = (r.lokus(), app.store.baca());
    let akun = r.akses.pembaca().pelaku().akun;
    let semua = r.pandangan.semua();
    let lembar = f02::lembar_terlihat(&app.store, lokus.id, r.pandangan, akun).await?;
    let berlaku = if semua { f02::sepakat_berlaku(c, lokus.id).await? } else { Vec::new() };
    let catatan = if semua { f02::catatan(c, lokus.id).await? } else { Vec::new() };
    let konsensus = lokus.penyatuan == "konsensus";
    let beku = store::hasil::hidup(c, lokus.id).await?.is_some();
    let penyatuan = Penyatuan { konsensus, beku, berlaku: &berlaku, catatan: &catatan };
    let tertutup = r.pandangan == f02::Pandangan::Tertutup;
    let melihat = semua || r.pandangan == f02::Pandangan::SesamaSelesai;
    let mut diganti = Vec::new();
    if semua && r.akses.membaca_diganti() {
        for d in f02::diganti(c, lokus.id).await? {
            diganti.push(Lama::baru(app, (lokus.id, &r.edisi), d).await?);
        }
    }
    let tim = if tertutup { Vec::new() } else { f02::kemajuan(c, lokus.id, &r.edisi).await? };
    let baris = if melihat { tabel::baris(k, &r.edisi, &lembar, &penyatuan) } else { Vec::new() };
    let terlihat = lembar.iter().filter(|l| melihat && !l.skor.is_empty());
    let nama: Vec<String> = terlihat.map(|l| l.nama.clone()).collect();
    let menulis = semua && konsensus && r.evaluator().is_ok() && r.tutup().is_none();
    let lama = if menulis { f02::sepakat_tersimpan(c, lokus.id).await? } else { Vec::new() };
    let putusan: Vec<Putusan> = baris.iter().filter(|b| menulis && berbeda(b)).map(|b| putusan(r, b, &nama, &lama)).collect();
    let isi = baris.iter().filter_map(|b| Some(isi(b.nomor, b.sepakat.as_ref()?))).flatten();
    Ok(Halaman {
        k,
        diganti,
        f: Formulir::isi(isi),
        lokus,
        tutup: r.tutup(),
        tertutup,
        sendiri: r.pandangan == f02::Pandangan::Sendiri,
        tertahan: r.akses.berbenturan(),
        semua,
        konsensus,
        tim,
        ringkasan: if semua { tabel::ringkasan(&r.edisi, &lembar) } else { None },
        beda: baris.iter().filter(|b| berbeda(b)).count(),
        disepakati: baris.iter().filter(|b| matches!(b.keadaan, Keadaan::Disepakati(_))).count(),
        nama,
        baris,
        putusan,
        sisa: false,
        opsi: (0..=5).map(|n: u8| Opsi::baru(n.to_string(), n.to_string())).collect(),
    })
}

fn berbeda(b: &Baris) -> bool {
    matches!(b.keadaan, Keadaan::Beda(_) | Keadaan::Disepakati(_))
}

fn isi(nomor: u32, s: &f02::Sepakat) -> [(String, String); 3] {
    [
        (format!("skor-{nomor}"), s.skor.to_string()),
        (format!("alasan-{nomor}"), s.alasan.clone()),
        (format!("rekomendasi-{nomor}"), s.rekomendasi.clone()),
    ]
}

/// Short sign of the content of one form.
pub(super) fn cap(skor: &str, alasan: &str, rekomendasi: &str) -> String {
    let bersih = |t: &str| t.replace('\r', "").trim().to_owned();
    let isi = serde_json::json!([bersih(skor), bersih(alasan), bersih(rekomendasi)]).to_string();
    store::sidik_hex(isi.as_bytes())[..16].to_owned()
}

fn putusan(r: &Rangka, b: &Baris, nama: &[String], lama: &[f02::Sepakat]) -> Putusan {
    let lama = lama.iter().find(|s| s.indikator == b.kode);
    let rubrik = r.edisi.cari_indikator(&b.kode).and_then(|i| i.rubrik.as_ref());
    Putusan {
        nomor: b.nomor,
        kode: b.kode.clone(),
        nama: b.nama.clone(),
        nilai: nama.iter().cloned().zip(b.skor.iter().cloned()).collect(),
        catatan: b.catatan.clone(),
        op: Uuid::new_v4().to_string(),
        versi: lama.map_or(0, |s| s.versi),
        asal: b.sepakat.as_ref().map_or_else(|| cap("", "", ""), |s| cap(&s.skor.to_string(), &s.alasan, &s.rekomendasi)),
        gugur: lama.is_some() && b.sepakat.is_none(),
        bentrok: None,
        rubrik: rubrik.map(|r| r.to_vec()).unwrap_or_default(),
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let r = Rangka::baru(&app, &pelaku, id).await?;
    let k = r.konteks(k);
    tampil(&halaman(&app, &r, &k).await?)
}
