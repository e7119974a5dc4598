//! `/lokus/{lokus}/f01/luring`: taking the file along, and bringing it back. Each indicator is one write with its own operation id
//! and base version; what somebody changed meanwhile is shown side by side and waits for a press. The same file twice is once.

use askama::Template;
use axum::extract::{Multipart, State, multipart::MultipartRejection};
use pekppp::JawabanIndikator;
use store::{
    StoreError, berkas,
    bukti::{self, Baru},
    f01::{self, Tulis},
    hak::OperatorUnit,
    id::{LokusId, OperasiId},
    peran::Peran,
};

use super::{
    super::{
        kartu::{self, Bentrok},
        medan,
        muatan::Muatan,
    },
    bundel::{self, BUNDEL_MAKS, BuktiLuring, Bundel, IsianLuring},
};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{tampil, tampil_salah},
};

const AKSES: Akses = Akses::Peran(&[Peran::UnitOperator]);

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/f01/luring", AKSES, lihat);
    d.post_besar("/lokus/{lokus}/f01/luring", AKSES, BUNDEL_MAKS + 64 * 1024, terima);
}

/// What became of one indicator.
struct HasilIsian {
    kode: String,
    nama: String,
    /// The stored version and what differs, when somebody else was first.
    bentrok: Option<(i64, Bentrok)>,
    /// The typed values, to be sent by a press.
    mentah: Vec<(String, String)>,
    op: OperasiId,
    /// Catalogue key of a refusal, or faults in words.
    salah: Vec<String>,
}

/// What became of one piece of evidence.
struct HasilBukti {
    nama: String,
    /// It was not there before.
    baru: bool,
    salah: Option<String>,
}

#[derive(Default)]
struct Laporan {
    tersimpan: usize,
    /// Indicators that were stored before, by this file or as they stand in it.
    sama: usize,
    isian: Vec<HasilIsian>,
    bukti: Vec<HasilBukti>,
}

#[derive(Template)]
#[template(path = "lokus/f01/luring/masuk.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    m: &'a Muatan,
    laporan: Option<Laporan>,
}

impl Halaman<'_> {
    fn dibuat(&self) -> usize {
        self.laporan.as_ref().map_or(0, |l| l.bukti.iter().filter(|b| b.baru).count())
    }

    /// Nothing of the file was new, and nothing was refused.
    fn sudah_ada(&self) -> bool {
        let semua = |l: &Laporan| {
            l.tersimpan == 0 && l.isian.is_empty() && l.bukti.iter().all(|b| !b.baru && b.salah.is_none()) && l.sama + l.bukti.len() > 0
        };
        self.laporan.as_ref().is_some_and(semua)
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    m.akses.operator()?;
    let k = m.konteks(k).bantuan("luring");
    tampil(&Halaman { k: &k, f: Formulir::kosong(), m: &m, laporan: None })
}

async fn terima(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<LokusId>,
    kiriman: Result<Multipart, MultipartRejection>,
) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    let hak = m.akses.operator()?;
    let k = m.konteks(k).bantuan("luring");
    let (mut kiriman, mut isi) = (kiriman?, Vec::new());
    while let Some(bagian) = kiriman.next_field().await? {
        if bagian.name() == Some("berkas") {
            isi = bagian.bytes().await?.to_vec();
        }
    }
    let mut f = Formulir::kosong();
    if !m.mengisi() {
        f.salahkan("berkas", "luring-tidak-dapat-diisi");
        return tampil_salah(&Halaman { k: &k, f, m: &m, laporan: None });
    }
    let bundel = match bundel::baca(&isi, id, m.lokus().edisi()?) {
        Ok(b) => b,
        Err(kunci) => {
            f.salahkan("berkas", kunci);
            return tampil_salah(&Halaman { k: &k, f, m: &m, laporan: None });
        }
    };
    let laporan = simpan(&app, &k, &m, &hak, bundel).await?;
    let m = Muatan::baca(&app, &pelaku, id).await?;
    tampil(&Halaman { k: &k, f, m: &m, laporan: Some(laporan) })
}

async fn simpan(app: &AppState, k: &Konteks, m: &Muatan, hak: &OperatorUnit, b: Bundel) -> Hasil<Laporan> {
    let mut l = Laporan::default();
    for i in &b.indikator {
        let perlu = satu_isian(app, k, m, hak, i, &mut l).await?;
        l.isian.extend(perlu);
    }
    for x in b.bukti {
        l.bukti.push(satu_bukti(app, k, m, hak, x).await?);
    }
    Ok(l)
}

/// `None` when it was stored, now or before; which of them is counted in `l`.
async fn satu_isian(
    app: &AppState,
    k: &Konteks,
    m: &Muatan,
    hak: &OperatorUnit,
    x: &IsianLuring,
    l: &mut Laporan,
) -> Hasil<Option<HasilIsian>> {
    let mut h = HasilIsian { kode: x.kode.clone(), nama: String::new(), bentrok: None, mentah: Vec::new(), op: x.op, salah: Vec::new() };
    let Some(i) = m.edisi.cari_indikator(&x.kode) else {
        h.salah.push(k.s("luring-salah-indikator"));
        return Ok(Some(h));
    };
    h.nama.clone_from(&i.nama);
    let mentah = x.mentah();
    h.mentah = mentah.iter().flat_map(|(kunci, v)| v.iter().map(move |v| (medan::nama(&i.kode, kunci), v.clone()))).collect();
    let (isi, salah): (JawabanIndikator, _) = pekppp::f01::baca_isian(i, &mentah);
    if !salah.is_empty() {
        let mut f = Formulir::kosong();
        for s in salah {
            let tanya = i.bidang(&s.bidang).map_or(s.bidang.clone(), |b| b.pertanyaan.clone());
            f.salahkan_dengan(&tanya, s.kunci, s.param.into_iter().collect());
        }
        h.salah = f.semua_salah().iter().map(|s| format!("{}: {}", s.medan, s.teks(k.bahasa))).collect();
        return Ok(Some(h));
    }
    let t = Tulis { op: x.op, indikator: &x.kode, versi_dasar: x.versi, isi: &isi };
    match f01::simpan(&app.store, hak, t).await {
        Ok(t) => {
            let sudah = m.isian.get(&x.kode).is_some_and(|lama| lama.versi >= t.versi);
            *(if sudah { &mut l.sama } else { &mut l.tersimpan }) += 1;
            Ok(None)
        }
        Err(StoreError::Bentrok { versi, .. }) => {
            let mereka = f01::satu(app.store.baca(), hak.lokus.id, &x.kode).await?.ok_or(Error::TidakAda)?;
            h.bentrok = Some((versi, kartu::bentrok(k, i, &Formulir::isi(h.mentah.clone()), &mereka)));
            h.op = OperasiId::baru();
            Ok(Some(h))
        }
        Err(StoreError::Keadaan(kunci)) => {
            h.salah.push(k.s(kunci));
            Ok(Some(h))
        }
        Err(StoreError::OperasiLain) => {
            h.salah.push(k.s("umum-409-operasi"));
            Ok(Some(h))
        }
        Err(e) => Err(e.into()),
    }
}

async fn satu_bukti(app: &AppState, k: &Konteks, m: &Muatan, hak: &OperatorUnit, x: BuktiLuring) -> Hasil<HasilBukti> {
    let tolak = |kunci: &str| Ok(HasilBukti { nama: x.nama.clone(), baru: false, salah: Some(k.s(kunci)) });
    if m.edisi.cari_indikator(&x.indikator).is_none() {
        return tolak("luring-salah-indikator");
    }
    let Some(isi) = x.isi() else { return tolak("bukti-salah-rusak") };
    let diperiksa = tokio::task::spawn_blocking(move || berkas::periksa(isi)).await.map_err(|e| Error::Dalam(e.to_string()))?;
    let berkas = match diperiksa {
        Ok(b) => b,
        Err(salah) => return tolak(salah.kunci()),
    };
    let baru = Baru { op: x.op, indikator: &x.indikator, nama: &x.nama, keterangan: &x.keterangan };
    match bukti::tambah_berkas(&app.store, hak, baru, &berkas).await {
        Ok(b) => Ok(HasilBukti { nama: x.nama, baru: m.bukti.iter().all(|lama| lama.id != b.id), salah: None }),
        Err(StoreError::Keadaan(kunci)) => tolak(kunci),
        Err(StoreError::OperasiLain) => tolak("umum-409-operasi"),
        Err(e) => Err(e.into()),
    }
}
