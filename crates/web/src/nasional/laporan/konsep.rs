//! `/nasional/laporan/konsep/{tahun}/{skema}`: the figures as they stand now beside the ministry's own words. `POST` keeps the words;
//! with the button `tetapkan` it makes the report, which never changes again.

use askama::Template;
use axum::extract::State;
use dokumen::{LaporanNasional, xlsx};
use store::{
    StoreError, berita_acara,
    nasional::{
        bahan,
        konsep::{self, Isi, Konsep, TEKS_MAKS},
        laporan::{self, LaporanBaru},
        rekap::{self, Nasional},
    },
    objek,
};
use uuid::Uuid;

use super::{
    NASIONAL,
    isi::{Kop, susun},
};
use crate::{
    AppState, Error,
    bentrok::Bentrok,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    kata::kunci_skema,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/nasional/laporan/konsep/{tahun}/{skema}", NASIONAL, lihat);
    d.post("/nasional/laporan/konsep/{tahun}/{skema}", NASIONAL, simpan);
}

#[derive(Template)]
#[template(path = "nasional/laporan/konsep.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    bentrok: Option<Bentrok>,
    tahun: i64,
    skema: String,
    nama_skema: String,
    /// Who saved the draft last, and when.
    tersimpan: Option<String>,
    /// Of the version that would be made.
    urut: i64,
    /// What the report would say now.
    isi: LaporanNasional,
    /// Publications in it whose key was revoked after they were validated.
    dicabut: i64,
}

impl Halaman<'_> {
    fn dicabut(&self) -> String {
        self.k.jumlah("lapnas-lain-dicabut-isi", self.dicabut)
    }
}

/// Year and scheme that have a period; the right to report on it.
async fn boleh(app: &AppState, orang: &Orang, tahun: i64, skema: &str) -> Hasil<Nasional> {
    let hak = rekap::nasional(&orang.0)?;
    let ada = rekap::tahun(&app.store, &hak).await?.iter().any(|t| t.tahun == tahun && t.skema == skema);
    if ada { Ok(hak) } else { Err(Error::TidakAda) }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, hak: &Nasional, (tahun, skema): (i64, &str), f: Formulir) -> Hasil<Halaman<'a>> {
    let urut = laporan::berikut(&app.store, hak, tahun, skema).await?;
    let kop = Kop { kode: "", urut, alasan: None, naskah: &terketik(&f), pada: app.store.sekarang(), zona: k.zona };
    Ok(Halaman {
        isi: susun(app, hak, tahun, skema, &kop).await?.0,
        dicabut: bahan::diterima(&app.store, hak, tahun, skema).await?.dicabut,
        tersimpan: konsep::baca(&app.store, hak, tahun, skema).await?.map(|x| tersimpan(k, &x)),
        skema: skema.to_owned(),
        nama_skema: k.s(kunci_skema(skema)),
        k,
        f,
        bentrok: None,
        tahun,
        urut,
    })
}

async fn konteks(app: &AppState, k: Konteks, tahun: i64, skema: &str) -> Hasil<Konteks> {
    Ok(k.ilustrasi(store::nasional::papan(&app.store, tahun, skema).await?.ilustrasi()).bantuan("laporan-nasional"))
}

fn terketik(f: &Formulir) -> Isi {
    let s = |nama: &str| f.nilai(nama).trim().to_owned();
    Isi {
        nomor: s("nomor"),
        tempat: s("tempat"),
        penanda_tangan: s("penanda_tangan"),
        jabatan: s("jabatan"),
        pendahuluan: s("pendahuluan"),
        simpulan: s("simpulan"),
        saran: s("saran"),
    }
}

fn tersimpan(k: &Konteks, x: &Konsep) -> String {
    k.a("lapnas-konsep-terakhir", [("nama", x.oleh_nama.as_str().into()), ("waktu", k.waktu(&x.pada).into())])
}

fn medan(x: Isi) -> [(&'static str, String); 7] {
    [
        ("nomor", x.nomor),
        ("tempat", x.tempat),
        ("penanda_tangan", x.penanda_tangan),
        ("jabatan", x.jabatan),
        ("pendahuluan", x.pendahuluan),
        ("simpulan", x.simpulan),
        ("saran", x.saran),
    ]
}

async fn lihat(State(app): State<AppState>, k: Konteks, orang: Orang, Jalur((tahun, skema)): Jalur<(i64, String)>) -> Hasil {
    let hak = boleh(&app, &orang, tahun, &skema).await?;
    let lama = konsep::baca(&app.store, &hak, tahun, &skema).await?;
    let mut f = Formulir::isi(medan(lama.as_ref().map(Konsep::isi).unwrap_or_default()));
    f.taruh("versi", lama.map_or(0, |x| x.versi).to_string());
    f.taruh("op", store::id::baru().to_string());
    let k = konteks(&app, k, tahun, &skema).await?;
    tampil(&halaman(&app, &k, &hak, (tahun, &skema), f).await?)
}

async fn simpan(
    State(app): State<AppState>,
    k: Konteks,
    orang: Orang,
    Jalur((tahun, skema)): Jalur<(i64, String)>,
    mut f: Formulir,
) -> Hasil {
    let hak = boleh(&app, &orang, tahun, &skema).await?;
    let k = konteks(&app, k, tahun, &skema).await?;
    let (versi, op) = (f.urai::<i64>("versi", "umum-wajib"), f.urai::<Uuid>("op", "umum-wajib"));
    for (nama, maks) in [("nomor", 100), ("tempat", 100), ("penanda_tangan", 200), ("jabatan", 200), ("alasan", 1000)] {
        f.batasi(nama, maks);
    }
    for nama in ["pendahuluan", "simpulan", "saran"] {
        f.batasi(nama, TEKS_MAKS);
    }
    let mut bentrok = None;
    if let (Some(versi), Some(op), true) = (versi, op, f.sah()) {
        let naskah = terketik(&f);
        match konsep::simpan(&app.store, &hak, tahun, &skema, versi, &naskah).await {
            Ok(_) if f.aksi() != "tetapkan" => {
                return Alih::ke(format!("/nasional/laporan/konsep/{tahun}/{skema}")).pesan("lapnas-konsep-tersimpan").into();
            }
            Ok(versi) => {
                f.ganti("versi", versi.to_string());
                if tetapkan(&app, &hak, (tahun, &skema), op, &naskah, &k, &mut f).await? {
                    return Alih::ke(format!("/nasional/laporan/{op}")).pesan("lapnas-ditetapkan").into();
                }
            }
            Err(StoreError::Bentrok { versi, oleh, pada }) => {
                bentrok = Some(beda(&app, &k, &hak, (tahun, &skema), &mut f, (versi, oleh, pada)).await?);
            }
            Err(e) => return Err(e.into()),
        }
    }
    let mut h = halaman(&app, &k, &hak, (tahun, &skema), f).await?;
    h.bentrok = bentrok;
    tampil_salah(&h)
}

/// What somebody else saved meanwhile, to stand beside what was typed.
async fn beda(
    app: &AppState,
    k: &Konteks,
    hak: &Nasional,
    (tahun, skema): (i64, &str),
    f: &mut Formulir,
    siapa: (i64, Uuid, store::Waktu),
) -> Hasil<Bentrok> {
    let lain = konsep::baca(&app.store, hak, tahun, skema).await?.map(|x| x.isi()).unwrap_or_default();
    let ketik = medan(terketik(f));
    let label = ["nomor", "tempat", "penanda", "jabatan", "pendahuluan", "simpulan", "saran"];
    let kata = |nama: &str| {
        k.s(match nama {
            "nomor" => "lapnas-nomor",
            "tempat" => "lapnas-tempat",
            "penanda" => "lapnas-penanda",
            "jabatan" => "lapnas-jabatan",
            "pendahuluan" => "lapnas-pendahuluan",
            "simpulan" => "lapnas-simpulan",
            _ => "lapnas-saran",
        })
    };
    let beda = medan(lain).into_iter().zip(ketik).zip(label).filter(|((a, b), _)| a.1 != b.1);
    let kini = beda.map(|((a, _), nama)| (kata(nama), a.1)).collect();
    Ok(Bentrok::baru(app, k, f, siapa, kini).await)
}

/// Makes the report under the id `op`; false when something has to be mended first, which then stands in the form.
async fn tetapkan(
    app: &AppState,
    hak: &Nasional,
    (tahun, skema): (i64, &str),
    op: Uuid,
    naskah: &Isi,
    k: &Konteks,
    f: &mut Formulir,
) -> Hasil<bool> {
    // Pressed twice: the first one stands, and no second PDF is laid out.
    if laporan::dari_id(&app.store, hak, op).await.is_ok() {
        return Ok(true);
    }
    let urut = laporan::berikut(&app.store, hak, tahun, skema).await?;
    for nama in ["nomor", "tempat", "penanda_tangan", "jabatan", "pendahuluan", "simpulan"] {
        f.wajib(nama, "lapnas-wajib");
    }
    let alasan = if urut > 1 { f.wajib("alasan", "lapnas-alasan-wajib") } else { None };
    if !f.sah() {
        return Ok(false);
    }
    let kode = berita_acara::kode_baru();
    let kop = Kop { kode: &kode, urut, alasan: alasan.clone(), naskah, pada: app.store.sekarang(), zona: k.zona };
    let (isi, edisi) = susun(app, hak, tahun, skema, &kop).await?;
    let Some(edisi) = edisi else {
        f.salahkan("nomor", "lapnas-tanpa-unit");
        return Ok(false);
    };
    let teks = serde_json::to_string(&isi).map_err(|e| StoreError::Rusak(format!("national report: {e}")))?;
    let buku = objek::simpan(&app.store, &xlsx::laporan_nasional(&isi)?)?;
    let pdf = objek::simpan(&app.store, &app.pencetak.cetak(isi).await?)?;
    let (nomor, alasan) = (naskah.nomor.as_str(), alasan.as_deref());
    let baru = LaporanBaru { id: op, kode: &kode, tahun, skema, edisi: &edisi, nomor, urut, alasan, isi: &teks, pdf: &pdf, xlsx: &buku };
    match laporan::tambah(&app.store, hak, baru).await {
        Ok(()) => Ok(true),
        Err(StoreError::Keadaan(kunci @ "laporan-versi-lain")) => {
            f.salahkan("nomor", kunci);
            Ok(false)
        }
        Err(e) => Err(e.into()),
    }
}
