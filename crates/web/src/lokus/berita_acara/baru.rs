//! `/lokus/{lokus}/berita-acara/baru/{jenis}`: the form, and making the PDF from it. `_aksi=tambah` gives the form back
//! with one more row in the list of who was present and all that was typed.

use ::dokumen::masukan::Hadir;
use askama::Template;
use axum::extract::State;
use jiff::civil::Date;
use store::{
    StoreError,
    berita_acara::{self, Baru, Calon, HarusTanda, Jenis, Orang as Penanda, Pembuat, Pihak},
    hak::AksesLokus,
    id::{AkunId, BeritaAcaraId, LokusId},
    lokus::Lokus,
    massal::Dokumen,
    objek,
};

use super::{daftar::nama, dokumen, usulan};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Opsi,
    konteks::Konteks,
    lokus::{
        hasil::{cetak::Cetak, muat},
        lanjutan::hari_ini,
        nomor,
    },
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

/// Rows of the list of who was present, at most.
const HADIR: usize = 40;

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/berita-acara/baru/{jenis}", Akses::Masuk, lihat);
    d.post("/lokus/{lokus}/berita-acara/baru/{jenis}", Akses::Masuk, buat);
}

#[derive(Template)]
#[template(path = "lokus/berita_acara/baru.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    lokus: &'a Lokus,
    jenis: Jenis,
    calon: Calon,
    op: String,
    /// A row was asked for: what is typed has not been kept anywhere yet.
    tambah: bool,
}

impl Halaman<'_> {
    fn judul(&self) -> &'static str {
        nama(self.jenis.kunci())
    }

    fn lengkap(&self) -> bool {
        !(self.calon.evaluator.is_empty() || self.calon.unit.is_empty() || self.calon.penanggungjawab.is_empty())
    }

    fn opsi(&self, orang: &[Penanda]) -> Vec<Opsi> {
        orang.iter().map(|o| Opsi::baru(o.id.to_string(), format!("{} – {}", o.nama, o.jabatan))).collect()
    }

    fn wakil(&self) -> [crate::komponen::Medan; 2] {
        [
            self.f.pilihan(self.k, "unit", "ba-wakil-unit", &self.opsi(&self.calon.unit)).wajib(),
            self.f.pilihan(self.k, "penanggungjawab", "ba-wakil-pj", &self.opsi(&self.calon.penanggungjawab)).wajib(),
        ]
    }

    /// Rows to show: the filled ones and an empty one, and as many as were on the page before.
    fn banyak(&self) -> usize {
        let terisi = |n: &usize| ["nama", "jabatan", "mewakili"].iter().any(|s| !self.f.nilai(&format!("{s}{n}")).trim().is_empty());
        let isi = (0..HADIR).rev().find(terisi).map_or(0, |n| n + 1);
        let tadi: usize = self.f.nilai("baris").parse().unwrap_or(0);
        (isi + 1).max(tadi + usize::from(self.tambah)).min(HADIR)
    }

    /// The row that `tambah` gives, `None` when there are enough.
    fn berikut(&self) -> Option<usize> {
        Some(self.banyak()).filter(|n| *n < HADIR)
    }

    /// Number, and the three values of one row of the presence list.
    fn baris(&self) -> Vec<(usize, [String; 3])> {
        (0..self.banyak()).map(|n| (n, ["nama", "jabatan", "mewakili"].map(|s| self.f.nilai(&format!("{s}{n}")).to_owned()))).collect()
    }
}

fn pembuat(akses: &AksesLokus) -> Result<Pembuat, StoreError> {
    akses.penyelenggara().map(Pembuat::Penyelenggara).or_else(|_| akses.evaluator().map(Pembuat::Evaluator))
}

async fn siapkan(app: &AppState, akses: &AksesLokus) -> Hasil<Calon> {
    let hari = app.store.sekarang().hari(&akses.lokus.zona).to_string();
    Ok(berita_acara::calon(app.store.baca(), &akses.lokus, &hari).await?)
}

fn konteks(k: Konteks, l: &Lokus) -> Konteks {
    k.ilustrasi(l.ilustrasi == 1).zona(&l.zona).bantuan("berita-acara")
}

fn urai_jenis(jenis: &str) -> Hasil<Jenis> {
    jenis.parse().map_err(|_| Error::TidakAda)
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, jenis)): Jalur<(LokusId, String)>) -> Hasil {
    let akses = store::hak::lokus(&app.store, &pelaku, id).await?;
    let jenis = urai_jenis(&jenis)?;
    let pembuat = pembuat(&akses)?;
    let beku = store::hasil::hidup(app.store.baca(), id).await?.filter(|_| jenis == Jenis::Hasil);
    let muatan = match beku {
        Some(b) => Some(muat::beku_penuh(&app.store, &akses.lokus, b).await?),
        None if jenis == Jenis::Hasil => return Err(Error::Bentrok("ba-hasil-belum-beku")),
        None => None,
    };
    let calon = siapkan(&app, &akses).await?;
    let k = konteks(k, &akses.lokus);
    let mut isi = vec![("tanggal".to_owned(), app.store.sekarang().hari(&akses.lokus.zona).to_string())];
    let wakil = [(&calon.unit, "unit"), (&calon.penanggungjawab, "penanggungjawab")];
    isi.extend(wakil.iter().filter_map(|(o, medan)| Some(((*medan).to_owned(), o.first()?.id.to_string()))));
    let hadir = calon.evaluator.iter().map(|o| (o, "ba-pihak-evaluator"));
    let hadir = hadir.chain(calon.unit.iter().take(1).map(|o| (o, "ba-pihak-unit")));
    let hadir = hadir.chain(calon.penanggungjawab.iter().take(1).map(|o| (o, "ba-pihak-penanggungjawab")));
    let pihak: Vec<[String; 3]> = hadir.map(|(o, pihak)| [o.nama.clone(), o.jabatan.clone(), k.s(pihak)]).collect();
    let hadir = usulan::hadir(&app, &pembuat, pihak).await?;
    for (n, satu) in hadir.into_iter().take(HADIR).enumerate() {
        isi.extend(["nama", "jabatan", "mewakili"].map(|s| format!("{s}{n}")).into_iter().zip(satu));
    }
    isi.push(("catatan".to_owned(), usulan::catatan(&app, &akses.lokus, muatan.as_ref()).await?));
    let op = BeritaAcaraId::baru().to_string();
    tampil(&Halaman { k: &k, f: Formulir::isi(isi), lokus: &akses.lokus, jenis, calon, op, tambah: false })
}

/// What was typed, parsed.
pub(super) struct Isian {
    pub op: BeritaAcaraId,
    pub nomor: String,
    pub tanggal: Date,
    pub tempat: String,
    pub hadir: Vec<Hadir>,
    pub catatan: Vec<String>,
    pub penanda: Vec<HarusTanda>,
}

fn urai(f: &mut Formulir, calon: &Calon) -> Option<Isian> {
    let op = f.urai("op", "umum-wajib");
    let nomor = f.wajib("nomor", "ba-nomor-wajib");
    let tanggal = f.urai("tanggal", "ba-tanggal-wajib");
    let tempat = f.wajib("tempat", "ba-tempat-wajib");
    f.batasi("nomor", 100);
    f.batasi("tempat", 200);
    f.batasi("catatan", 5000);
    let catatan = f.opsional("catatan").unwrap_or_default().lines().map(|b| b.trim().to_owned()).filter(|b| !b.is_empty()).collect();
    let mut hadir = Vec::new();
    for n in 0..HADIR {
        let [nama, jabatan, mewakili] = ["nama", "jabatan", "mewakili"].map(|s| {
            let medan = format!("{s}{n}");
            f.batasi(&medan, 200);
            f.opsional(&medan).unwrap_or_default()
        });
        match (nama.is_empty(), jabatan.is_empty() && mewakili.is_empty()) {
            (false, _) => hadir.push(Hadir { nama, jabatan, mewakili }),
            (true, true) => {}
            (true, false) => f.salahkan(&format!("nama{n}"), "ba-hadir-nama-wajib"),
        }
    }
    let unit = pilih(f, "unit", &calon.unit);
    let pj = pilih(f, "penanggungjawab", &calon.penanggungjawab);
    let (op, nomor, tanggal, tempat, unit, pj) = (op?, nomor?, tanggal?, tempat?, unit?, pj?);
    let harus = |pihak, o: &Penanda| HarusTanda { pihak, akun: o.id, nama: o.nama.clone(), jabatan: o.jabatan.clone() };
    let mut penanda: Vec<HarusTanda> = calon.evaluator.iter().map(|o| harus(Pihak::Evaluator, o)).collect();
    penanda.extend([harus(Pihak::Unit, &unit), harus(Pihak::Penanggungjawab, &pj)]);
    f.sah().then_some(Isian { op, nomor, tanggal, tempat, hadir, catatan, penanda })
}

fn pilih(f: &mut Formulir, medan: &str, boleh: &[Penanda]) -> Option<Penanda> {
    let id: AkunId = f.urai(medan, "ba-wakil-wajib")?;
    let ada = boleh.iter().find(|o| o.id == id).cloned();
    if ada.is_none() {
        f.salahkan(medan, "ba-wakil-wajib");
    }
    ada
}

async fn buat(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, jenis)): Jalur<(LokusId, String)>,
    mut f: Formulir,
) -> Hasil {
    let akses = store::hak::lokus(&app.store, &pelaku, id).await?;
    let jenis = urai_jenis(&jenis)?;
    let pembuat = pembuat(&akses)?;
    let calon = siapkan(&app, &akses).await?;
    if f.aksi() == "tambah" {
        let op = f.nilai("op").to_owned();
        let k = konteks(k, &akses.lokus);
        return tampil(&Halaman { k: &k, f, lokus: &akses.lokus, jenis, calon, op, tambah: true });
    }
    let Some(isian) = urai(&mut f, &calon) else {
        let op = f.nilai("op").to_owned();
        let k = konteks(k, &akses.lokus);
        return tampil_salah(&Halaman { k: &k, f, lokus: &akses.lokus, jenis, calon, op, tambah: false });
    };
    let ke = Alih::ke(format!("/berita-acara/{}", isian.op));
    // Pressed twice: the first one stands, and no second PDF is laid out.
    if berita_acara::dari_id(app.store.baca(), isian.op).await.is_ok_and(|b| b.lokus_id == id) {
        return ke.into();
    }
    if super::terlalu_depan(isian.tanggal, hari_ini(&app, &akses.lokus)) {
        f.salahkan("tanggal", "ba-tanggal-depan");
    }
    if let Some(satu) = nomor::milik(&app, Dokumen::BeritaAcara, &akses.lokus, &isian.nomor).await? {
        nomor::salahkan(&mut f, satu);
    }
    if !f.sah() {
        let k = konteks(k, &akses.lokus);
        return tampil_salah(&Halaman { k: &k, op: isian.op.to_string(), f, lokus: &akses.lokus, jenis, calon, tambah: false });
    }
    let beku = store::hasil::hidup(app.store.baca(), id).await?.filter(|_| jenis == Jenis::Hasil);
    let hasil = beku.as_ref().map(|b| b.id);
    let muatan = match beku {
        Some(b) => Some(muat::beku_penuh(&app.store, &akses.lokus, b).await?),
        None if jenis == Jenis::Hasil => return Err(Error::Bentrok("ba-hasil-belum-beku")),
        None => None,
    };
    let kode = berita_acara::kode_baru();
    let cetak = Cetak::baru(&app, &akses.lokus).await?;
    let isi = dokumen::susun(&app, &akses.lokus, &cetak, &isian, &kode, muatan.as_ref()).await?;
    let json = serde_json::to_value(&isi).map_err(|e| Error::Dalam(e.to_string()))?;
    let pdf = objek::simpan(&app.store, &app.pencetak.cetak(isi).await?)?;
    let baru = Baru {
        id: isian.op,
        jenis,
        hasil,
        nomor: &isian.nomor,
        tanggal: isian.tanggal,
        tempat: &isian.tempat,
        kode: &kode,
        penanda: &isian.penanda,
        dokumen: &json,
        pdf: &pdf,
    };
    berita_acara::tambah(&app.store, &pembuat, baru).await?;
    ke.pesan("ba-dibuat").into()
}
