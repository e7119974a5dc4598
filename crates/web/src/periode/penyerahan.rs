//! `/periode/{periode}/penyerahan`: handing in the results of a mandiri period (`POST`), the receipt of the penanggungjawab
//! (`_aksi=terima`), and the ministry's decision (`_aksi=validasi`, `_aksi=kembalikan`). Where nobody of the ministry works in this
//! installation the page says how the results reach it, and the organiser enters its letter (`surat`).

mod surat;

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    hak::{self, AksesPeriode, Pelaku},
    id::{PeriodeId, SerahId, SuratId},
    penerbitan::{self, Publik, versi},
    peran::Peran,
    periode::Periode,
    serah::{self, Putusan, Serah, SuratDitarik, UnitSerah},
};

use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/penyerahan", Akses::Masuk, lihat);
    d.post("/periode/{periode}/penyerahan", Akses::Masuk, ubah);
    surat::rute(d);
}

#[derive(Template)]
#[template(path = "periode/penyerahan.html")]
#[expect(clippy::struct_excessive_bools, reason = "each says what one reader may do or what the page shows")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    p: &'a Periode,
    tab: &'static str,
    riwayat: Vec<Serah>,
    /// Letters that decide nothing any more.
    ditarik: Vec<SuratDitarik>,
    unit: Vec<UnitSerah>,
    menyerahkan: bool,
    /// Annulled results of the last hand-in have to be frozen again before anything can be handed in.
    beku_dahulu: bool,
    menerima: bool,
    memutus: bool,
    mengatur: bool,
    /// Nobody of the ministry decides here.
    luar: bool,
    /// The organiser may enter the letter of a hand-in that is not decided.
    mencatat: bool,
    /// The hand-in that waits holds a result that was annulled.
    usang: bool,
    /// All results that stand are validated: nothing is to be handed in.
    habis: bool,
    /// Newest published version whose signed file is ready, when it holds what was handed in.
    berkas: Option<i64>,
}

impl Halaman<'_> {
    fn oleh(&self, kunci: &str, nama: Option<&String>, pada: &store::Waktu) -> String {
        self.k.a(kunci, [("nama", nama.cloned().unwrap_or_default().into()), ("waktu", self.k.waktu(pada).into())])
    }

    /// Units of the last hand-in whose results were annulled.
    fn dibatalkan(&self) -> String {
        self.unit.iter().filter(|u| u.batal == 1).map(|u| u.unit.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// What became of a hand-in, and on whose word.
    /// What the annulled results of a hand-in ask of who reads it.
    fn usang(&self) -> &'static str {
        if self.mengatur { "serah-usang" } else { "serah-usang-lain" }
    }

    /// The same where it was validated before.
    fn valid_batal(&self) -> &'static str {
        if self.mengatur { "serah-valid-batal" } else { "serah-valid-batal-lain" }
    }

    fn putusan(&self, s: &Serah) -> Option<String> {
        let pada = s.putusan_pada.as_ref()?;
        if let (Some(nomor), Some(tanggal), Some(pejabat)) = (&s.surat_nomor, &s.surat_tanggal, &s.surat_pejabat) {
            return Some(self.surat(s.valid(), nomor, tanggal, pejabat));
        }
        Some(self.oleh(if s.valid() { "serah-divalidasi-oleh" } else { "serah-dikembalikan-oleh" }, s.putusan_nama.as_ref(), pada))
    }

    /// What a letter says.
    fn surat(&self, valid: bool, nomor: &str, tanggal: &str, pejabat: &str) -> String {
        let kunci = if valid { "serah-surat-valid" } else { "serah-surat-kembali" };
        let isi = [("nomor", nomor.to_owned().into()), ("tanggal", self.k.hari(tanggal).into()), ("pejabat", pejabat.to_owned().into())];
        self.k.a(kunci, isi)
    }

    /// The hand-ins that a letter may be about, the newest first.
    fn versi(&self) -> Vec<Opsi> {
        let belum = self.riwayat.iter().filter(|s| s.putusan.is_none());
        belum.map(|s| Opsi::baru(s.id.to_string(), self.oleh_versi(s))).collect()
    }

    fn oleh_versi(&self, s: &Serah) -> String {
        let diganti = if s.digantikan() { format!(" · {}", self.k.s("serah-diganti")) } else { String::new() };
        format!("{} · {}{diganti}", self.k.n("serah-ke", "nomor", s.nomor), self.k.waktu(&s.pada))
    }

    fn putusan_surat(&self) -> [Opsi; 2] {
        [Opsi::baru("valid", self.k.s("serah-surat-pilih-valid")), Opsi::baru("kembali", self.k.s("serah-surat-pilih-kembali"))]
    }

    /// The date was refused as too early, which the organiser may know to be right.
    fn mungkin_lebih_tua(&self) -> bool {
        self.f.dicentang("lebih_tua") || self.f.salah("tanggal").is_some_and(|s| s.kunci == "serah-surat-mendahului")
    }

    fn lebih_tua(&self) -> [Opsi; 1] {
        [Opsi::baru("ya", self.k.s("serah-surat-lebih-tua-ya"))]
    }
}

/// Badge of a hand-in.
pub(crate) fn keadaan(putusan: Option<&str>, digantikan: bool) -> (Nada, &'static str) {
    match putusan {
        Some("valid") => (Nada::Baik, "serah-divalidasi"),
        Some(_) => (Nada::Bahaya, "serah-dikembalikan"),
        None if digantikan => (Nada::Netral, "serah-diganti"),
        None => (Nada::Perhatian, "serah-menunggu-validasi"),
    }
}

/// The newest version of the publication whose file is there.
async fn berkas_terbitan(app: &AppState, p: &Periode) -> Result<Option<i64>, Error> {
    match penerbitan::publik(&app.store, &p.kode).await {
        Ok(Publik::Terbit(t)) => Ok(versi::semua(&app.store, &t).await?.iter().find(|v| v.objek.is_some()).map(|v| v.nomor)),
        Ok(Publik::Ditarik { .. }) | Err(StoreError::TidakDitemukan) => Ok(None),
        Err(e) => Err(e.into()),
    }
}

async fn halaman<'a>(
    app: &AppState,
    k: &'a Konteks,
    pelaku: &Pelaku,
    akses: &'a AksesPeriode,
    mut f: Formulir,
) -> Result<Halaman<'a>, Error> {
    let p = &akses.periode;
    let (riwayat, ditarik) =
        (serah::riwayat(&app.store, &akses.pembaca()).await?, serah::surat_ditarik(&app.store, &akses.pembaca()).await?);
    let unit = match riwayat.first() {
        Some(s) => serah::unit(&app.store, s.id).await?,
        None => Vec::new(),
    };
    let menunggu = riwayat.first().is_some_and(Serah::menunggu);
    let batal = riwayat.first().is_some_and(|s| s.batal > 0);
    let usang = menunggu && batal;
    let baru = riwayat.is_empty() || serah::ada_baru(&app.store, &akses.pembaca()).await?;
    let habis = riwayat.first().is_some_and(Serah::valid) && !baru;
    let menerima = akses.penanggungjawab().is_ok() && riwayat.first().is_some_and(|s| s.terima_pada.is_none());
    let (mengatur, luar) = (akses.penyelenggara().is_ok(), !serah::kementerian_di_sini(&app.store).await?);
    // A publication without some of these results is not what the ministry is to decide about.
    let berkas = match riwayat.first() {
        Some(s) if luar && (menunggu || batal) => {
            if serah::terbit_semua(&app.store, s.id).await? {
                berkas_terbitan(app, p).await?
            } else {
                None
            }
        }
        _ => None,
    };
    if f.nilai("surat").is_empty() {
        f.ganti("surat", SuratId::baru().to_string());
    }
    Ok(Halaman {
        menyerahkan: mengatur && (!menunggu || usang) && baru,
        beku_dahulu: mengatur && batal && !baru,
        usang,
        habis,
        mencatat: mengatur && menunggu && luar,
        berkas,
        mengatur,
        luar,
        menerima,
        memutus: menunggu && pelaku.punya(Peran::Nasional),
        tab: "penyerahan",
        k,
        f,
        p,
        riwayat,
        ditarik,
        unit,
    })
}

async fn akses(app: &AppState, pelaku: &Pelaku, id: PeriodeId) -> Result<AksesPeriode, Error> {
    let akses = hak::periode(&app.store, pelaku, id).await?;
    // A scheme that hands nothing in has no such page.
    if store::periode::aturan(&akses.periode.skema)?.divalidasi_nasional { Ok(akses) } else { Err(Error::TidakAda) }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>) -> Hasil {
    let akses = akses(&app, &pelaku, id).await?;
    let k = super::konteks(&app, k, &akses.periode, "penyerahan").await?;
    let f = Formulir::isi([("op", SerahId::baru().to_string())]);
    tampil(&halaman(&app, &k, &pelaku, &akses, f).await?)
}

async fn ubah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, mut f: Formulir) -> Hasil {
    let akses = akses(&app, &pelaku, id).await?;
    let (s, serah) = (&app.store, f.nilai("serah").parse::<SerahId>().map_err(|_| Error::TidakAda));
    f.batasi("catatan", 1000);
    f.batasi("alasan", 1000);
    let (pesan, medan, hasil) = match f.aksi() {
        "terima" => ("serah-pesan-terima", "terima", serah::terima(s, &akses.penanggungjawab()?, serah?).await),
        "validasi" => ("serah-pesan-valid", "alasan", serah::putuskan(s, &pelaku.nasional()?, id, serah?, Putusan::Valid).await),
        "kembalikan" => {
            let hak = pelaku.nasional()?;
            let alasan = f.wajib("alasan", "alasan-wajib").filter(|_| f.sah()).unwrap_or_default();
            ("serah-pesan-kembali", "alasan", serah::putuskan(s, &hak, id, serah?, Putusan::Kembali { alasan: &alasan }).await)
        }
        _ => {
            let hak = akses.penyelenggara()?;
            let op = f.nilai("op").parse().unwrap_or_else(|_| SerahId::baru());
            let catatan = f.opsional("catatan").unwrap_or_default();
            let pesan = if serah::kementerian_di_sini(s).await? { "serah-pesan-kirim" } else { "serah-pesan-kirim-luar" };
            (pesan, "catatan", if f.sah() { serah::serahkan(s, &hak, op, &catatan).await } else { Ok(()) })
        }
    };
    match hasil {
        Ok(()) if f.sah() => return Alih::ke(format!("/periode/{id}/penyerahan")).pesan(pesan).into(),
        Err(StoreError::Keadaan(kunci)) if f.sah() => f.salahkan(medan, kunci),
        Ok(()) | Err(StoreError::Keadaan(_)) => {}
        Err(e) => return Err(e.into()),
    }
    let k = super::konteks(&app, k, &akses.periode, "penyerahan").await?;
    tampil_salah(&halaman(&app, &k, &pelaku, &akses, f).await?)
}
