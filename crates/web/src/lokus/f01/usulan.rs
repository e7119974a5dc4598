//! `/lokus/{lokus}/f01/usulan/{kode}`: what Prima would answer for an indicator from its SKM rounds, the reports of citizens, the
//! standards of service and what was served in malls, beside what stands, with its source and the evidence it would attach. Nothing is saved until the operator takes it (`POST`).

use askama::Template;
use axum::extract::State;
use dokumen::Lembaran;
use jiff::civil::Date;
use pekppp::Indikator;
use store::{
    StoreError, berkas,
    bukti::{self, Baru},
    f01::{self, Keadaan, Siap, Tulis},
    hak::{self, OperatorUnit, Pelaku},
    id::{LokusId, OperasiId},
    objek,
    peran::Peran,
    prefill::{self, BuktiUsulan, Usulan},
};
use uuid::Uuid;

use super::{muatan::Muatan, tampilan::dalam_kata};
use crate::{
    AppState, Error,
    bahasa::Bahasa,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Medan, Opsi},
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    skm::{hasil::muat, laporan::lembar},
    tampil::{Alih, pdf, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/f01/usulan/{kode}", Akses::Peran(&[Peran::UnitOperator]), lihat);
    d.get("/lokus/{lokus}/f01/usulan/{kode}/bukti/{urut}", Akses::Peran(&[Peran::UnitOperator]), pratinjau);
    d.post("/lokus/{lokus}/f01/usulan/{kode}", Akses::Peran(&[Peran::UnitOperator]), terima);
}

/// Question, what stands, what would stand.
struct Baris {
    tanya: String,
    kini: String,
    usul: String,
    berubah: bool,
}

#[derive(Template)]
#[template(path = "lokus/f01/usulan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Muatan,
    i: &'a Indikator,
    baris: Vec<Baris>,
    asal: Vec<(String, String)>,
    bukti: Vec<(&'static str, String)>,
    /// What Prima measured, as the evidence will say it.
    ukur: Vec<Lembaran>,
    /// The days it was measured in, in words.
    kurun: Option<String>,
    /// The evaluated year, where those days lie after it.
    sesudah: Option<i64>,
    op: Uuid,
    versi: i64,
    mengisi: bool,
    aspek: String,
    f: Formulir,
    /// Who handed F01 to the head of the unit, and when, while it lies there.
    diserahkan: Option<String>,
}

impl Halaman<'_> {
    /// The box by which the operator says that he takes F01 back.
    fn tarik(&self) -> Medan {
        let opsi = [Opsi::baru("ya", self.k.s("f01-usulan-tarik-isi"))];
        self.f.centang(self.k, "tarik", "f01-usulan-tarik", &opsi).wajib()
    }
}

fn kata_bukti(b: &BuktiUsulan) -> (&'static str, String) {
    match b {
        BuktiUsulan::LaporanSkm { nama, .. } => ("f01-usulan-laporan", nama.clone()),
        BuktiUsulan::RencanaSkm { nama, .. } => ("f01-usulan-rencana", nama.clone()),
        BuktiUsulan::PenerbitanSkm { nama, .. } => ("f01-usulan-penerbitan", nama.clone()),
        BuktiUsulan::UkuranAduan { nama, .. } => ("f01-usulan-aduan", nama.clone()),
        BuktiUsulan::StandarLayanan { nama, .. } => ("f01-usulan-layanan", nama.clone()),
        BuktiUsulan::PelayananMal { nama, .. } => ("f01-usulan-mal", nama.clone()),
    }
}

fn baris(k: &Konteks, m: &Muatan, i: &Indikator, u: &Usulan) -> Vec<Baris> {
    let kosong = pekppp::JawabanIndikator::new();
    let kini = m.f01.get(&i.kode).unwrap_or(&kosong);
    let baru = prefill::terapkan(kini, &u.jawaban);
    let kata = |b: &pekppp::Bidang, j: &pekppp::JawabanIndikator| {
        j.get(&b.kunci).map_or_else(|| k.s("f01-belum-dijawab"), |j| dalam_kata(k, b, j))
    };
    let satu = |b: &pekppp::Bidang| {
        u.jawaban.contains_key(&b.kunci).then(|| Baris {
            tanya: b.pertanyaan.clone(),
            kini: kata(b, kini),
            usul: kata(b, &baru),
            berubah: kini.get(&b.kunci) != baru.get(&b.kunci),
        })
    };
    i.isian.iter().filter_map(satu).collect()
}

/// The figures with their period, of the evidence that is made of figures.
async fn ukur(app: &AppState, k: &Konteks, bukti: &[BuktiUsulan]) -> Hasil<Vec<Lembaran>> {
    let mut semua = Vec::new();
    for b in bukti {
        match b {
            BuktiUsulan::UkuranAduan { unit, dari, sampai, .. } => {
                semua.push(crate::aduan::bukti::lembar(app, k, *unit, *dari, *sampai).await?);
            }
            BuktiUsulan::PelayananMal { unit, dari, sampai, .. } => {
                semua.push(crate::mpp::bukti::lembar(app, k, *unit, (*dari, *sampai)).await?);
            }
            _ => {}
        }
    }
    Ok(semua)
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, m: &'a Muatan, kode: &str, f: Formulir) -> Hasil<Halaman<'a>> {
    let i = m.edisi.cari_indikator(kode).ok_or(Error::TidakAda)?;
    let u = prefill::satu(&app.store, m.lokus(), &m.edisi, kode).await?;
    Ok(Halaman {
        baris: baris(k, m, i, &u),
        asal: u.asal.iter().map(|a| (a.tautan.clone(), a.nama.clone())).collect(),
        bukti: u.bukti.iter().map(kata_bukti).collect(),
        ukur: ukur(app, k, &u.bukti).await?,
        kurun: u.kurun.map(|x| kata_kurun(k, x)),
        sesudah: u.sesudah(m.lokus().tahun).then_some(m.lokus().tahun),
        op: Uuid::new_v4(),
        versi: m.isian.get(kode).map_or(0, |x| x.versi),
        mengisi: m.mengisi(),
        aspek: super::kode_aspek(m, kode)?.to_owned(),
        diserahkan: diserahkan(m).map(|s| k.a("f01-diserahkan-oleh", [("nama", s.nama.clone().into()), ("pada", k.waktu(&s.pada).into())])),
        k,
        m,
        f,
        i,
    })
}

/// F01 lies with the head of the unit: any change takes it back from there.
fn diserahkan(m: &Muatan) -> Option<&Siap> {
    if let Keadaan::Siap(s) = &m.keadaan { Some(s) } else { None }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, kode)): Jalur<(LokusId, String)>) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    m.akses.operator()?;
    let k = m.konteks(k);
    tampil(&halaman(&app, &k, &m, &kode, Formulir::kosong()).await?)
}

/// The evidence as it would be attached, before anything is taken.
async fn pratinjau(
    State(app): State<AppState>,
    mut k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, kode, urut)): Jalur<(LokusId, String, usize)>,
) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    m.akses.operator()?;
    let u = prefill::satu(&app.store, m.lokus(), &m.edisi, &kode).await?;
    k.bahasa = Bahasa::Id;
    let (nama, _, isi) = dokumen(&app, &k, &pelaku, u.bukti.get(urut).ok_or(Error::TidakAda)?).await?;
    Ok(pdf(isi, &nama))
}

/// "22 November 2025 sampai 21 November 2026", or the one day.
pub(crate) fn kata_kurun(k: &Konteks, (dari, sampai): (Date, Date)) -> String {
    if dari == sampai {
        return k.tanggal(&dari);
    }
    k.a("f01-usulan-kurun-antara", [("dari", k.tanggal(&dari).into()), ("sampai", k.tanggal(&sampai).into())])
}

async fn terima(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, kode)): Jalur<(LokusId, String)>,
    mut f: Formulir,
) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    let hak = m.akses.operator()?;
    let ditarik = diserahkan(&m).is_some();
    if ditarik && !f.dicentang("tarik") {
        f.salahkan("tarik", "f01-usulan-tarik-wajib");
        let k = m.konteks(k);
        return tampil_salah(&halaman(&app, &k, &m, &kode, f).await?);
    }
    let u = prefill::satu(&app.store, m.lokus(), &m.edisi, &kode).await?;
    let kosong = pekppp::JawabanIndikator::new();
    let isi = prefill::terapkan(m.f01.get(&kode).unwrap_or(&kosong), &u.jawaban);
    let op = OperasiId(f.nilai("op").parse().unwrap_or_else(|_| Uuid::new_v4()));
    let ke = Alih::ke(format!("/lokus/{id}/f01/{}#{kode}", super::kode_aspek(&m, &kode)?));
    let tulis = Tulis { op, indikator: &kode, versi_dasar: f.nilai("versi").parse().unwrap_or(0), isi: &isi };
    match f01::simpan(&app.store, &hak, tulis).await {
        Ok(_) => {}
        // Somebody saved meanwhile: the proposal is shown again beside what stands now.
        Err(StoreError::Bentrok { .. }) => {
            return Alih::ke(format!("/lokus/{id}/f01/usulan/{kode}")).pesan("f01-usulan-berubah").into();
        }
        Err(e) => return Err(e.into()),
    }
    if f.dicentang("bukti") {
        let mut k = k;
        k.bahasa = Bahasa::Id;
        for b in &u.bukti {
            lampirkan(&app, &k, &pelaku, &hak, &kode, b).await?;
        }
    }
    ke.pesan(if ditarik { "f01-usulan-diterima-tarik" } else { "f01-usulan-diterima" }).into()
}

/// Makes the document and stores it as evidence; the same document twice is one piece of evidence.
async fn lampirkan(app: &AppState, k: &Konteks, pelaku: &Pelaku, hak: &OperatorUnit, kode: &str, b: &BuktiUsulan) -> Hasil<()> {
    let (nama, keterangan, isi) = dokumen(app, k, pelaku, b).await?;
    let berkas = berkas::periksa(isi).map_err(|e| Error::Dalam(format!("generated evidence: {e}")))?;
    let op = prefill::operasi(hak, kode, berkas.isi());
    bukti::tambah_berkas(&app.store, hak, Baru { op, indikator: kode, nama: &nama, keterangan: &keterangan }, &berkas).await?;
    Ok(())
}

/// File name, caption and bytes.
async fn dokumen(app: &AppState, k: &Konteks, pelaku: &Pelaku, b: &BuktiUsulan) -> Hasil<(String, String, Vec<u8>)> {
    let (kunci, ronde) = kata_bukti(b);
    let keterangan = format!("{}: {ronde}", Bahasa::Id.s(kunci));
    if let BuktiUsulan::LaporanSkm { pdf, .. } = b {
        return Ok(("laporan-skm.pdf".into(), keterangan, objek::baca(&app.store, pdf)?));
    }
    let ronde = match b {
        BuktiUsulan::UkuranAduan { unit, dari, sampai, .. } => {
            let isi = app.pencetak.cetak(crate::aduan::bukti::lembar(app, k, *unit, *dari, *sampai).await?).await?;
            return Ok(("ukuran-pengaduan.pdf".into(), keterangan, isi));
        }
        BuktiUsulan::StandarLayanan { unit, pada, .. } => {
            let isi = app.pencetak.cetak(crate::layanan::bukti::lembar(app, k, *unit, *pada).await?).await?;
            return Ok(("standar-pelayanan.pdf".into(), keterangan, isi));
        }
        BuktiUsulan::PelayananMal { unit, dari, sampai, .. } => {
            let isi = app.pencetak.cetak(crate::mpp::bukti::lembar(app, k, *unit, (*dari, *sampai)).await?).await?;
            return Ok(("pelayanan-di-mpp.pdf".into(), keterangan, isi));
        }
        BuktiUsulan::RencanaSkm { ronde, .. } | BuktiUsulan::PenerbitanSkm { ronde, .. } | BuktiUsulan::LaporanSkm { ronde, .. } => *ronde,
    };
    let m = muat(&app.store, hak::ronde_skm(&app.store, pelaku, ronde).await?).await?;
    if matches!(b, BuktiUsulan::RencanaSkm { .. }) {
        let isi = app.pencetak.cetak(lembar::rencana(app, k, &m).await?).await?;
        return Ok(("rencana-tindak-lanjut-skm.pdf".into(), keterangan, isi));
    }
    let isi = app.pencetak.cetak(lembar::lembar(app, k, &m).await?).await?;
    Ok(("pengumuman-skm.pdf".into(), keterangan, isi))
}
