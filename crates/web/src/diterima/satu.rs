//! `/diterima/{terima}`: one publication that was handed in: where it comes from, its results, the file as received, and the
//! decision of the ministry (`POST`: valid, `_aksi=kembali` with a reason, or `_aksi=tarik`: a validation is taken back, with a reason).

use askama::Template;
use axum::extract::{Query, State};
use store::{
    StoreError, Waktu,
    diterima::{self, Diterima, EdisiTerima, HasilDiterima, IsiTerima, Pendahulu, Putusan, PutusanGugur},
    hasil::Naskah,
    id::TerimaId,
};

use super::{Kueri, NASIONAL, keadaan};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    kata::{kunci_alasan, kunci_skema},
    komponen::{Nada, Opsi},
    konteks::Konteks,
    lembar::{BATAS, Lembar, lewati},
    pelaku::Orang,
    publik::terbitan::kirim_zip,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/diterima/{terima}", NASIONAL, lihat);
    d.post("/diterima/{terima}", NASIONAL, putuskan);
    d.get("/diterima/{terima}/berkas", NASIONAL, unduh);
}

#[derive(Template)]
#[template(path = "diterima/satu.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    d: Diterima,
    /// What stands of the decision is what was decided.
    sah: bool,
    /// What stands of the key that signed the file is what was registered.
    kunci_sah: bool,
    /// Decisions without proof that others replaced.
    gugur: Vec<PutusanGugur>,
    /// Empty when the file cannot be read; then it cannot be validated either.
    edisi: Vec<EdisiTerima>,
    /// Why its office made this version, as the file says; empty for the first.
    alasan_versi: String,
    /// What is recorded of its results is not what was received: none is shown.
    berubah: bool,
    baris: Vec<HasilDiterima>,
    lembar: Lembar,
    /// The version that counts, where units of it are not in this one.
    pendahulu: Option<Pendahulu>,
    /// Units in it that would not count, since a later period holds them too.
    terdahulu: i64,
    /// When its validation was withdrawn, where the log tells that and the rows do not.
    ditarik_log: Option<Waktu>,
}

impl Halaman<'_> {
    fn keadaan(&self) -> (Nada, &'static str) {
        keadaan(&self.d, self.sah && !(self.berubah && self.d.valid()))
    }

    /// What is to be done where the rows are not what was received.
    fn isi_berubah(&self) -> &'static str {
        match (self.terbuka(), self.d.valid()) {
            (true, _) => "diterima-berubah",
            (_, true) => "diterima-berubah-valid",
            _ => "diterima-berubah-diputus",
        }
    }

    /// It waits for a decision, or the one that stands is none.
    fn terbuka(&self) -> bool {
        self.d.menunggu() || !self.sah
    }

    /// Nothing is decided anew while the key is the cause: with the key as it was, the decision stands again.
    fn karena_kunci(&self) -> bool {
        !self.kunci_sah && !self.d.menunggu() && self.d.kunci_cabut.is_none()
    }

    fn putusan(&self) -> &'static str {
        if self.sah || self.karena_kunci() { "diterima-putusan" } else { "diterima-putusan-tak-terbukti" }
    }

    /// What the decision says that stands here without proof.
    fn apa(&self) -> String {
        self.k.s(if self.d.putusan.as_deref() == Some("valid") { "diterima-valid" } else { "diterima-kembali" })
    }

    fn putuskan(&self) -> &'static str {
        if self.sah { "diterima-putuskan" } else { "diterima-putuskan-lagi" }
    }

    /// What a replaced decision said, and what stood beside it.
    fn dulu(&self, g: &PutusanGugur) -> String {
        let apa = match g.jenis.as_str() {
            "valid" if g.tarik_pada.is_some() => "diterima-ditarik",
            "tarik" => "diterima-ditarik",
            "valid" => "diterima-valid",
            _ => "diterima-kembali",
        };
        let oleh = g.oleh.clone().unwrap_or_else(|| self.k.s("diterima-didahului-lain"));
        let mut bagian = vec![self.k.s(apa), self.k.waktu(&g.pada), oleh, g.alasan.clone(), g.tarik_alasan.clone().unwrap_or_default()];
        bagian.retain(|b| !b.is_empty());
        bagian.join(" · ")
    }

    fn digantikan(&self, g: &PutusanGugur) -> String {
        self.k.n("diterima-digantikan", "waktu", self.k.waktu(&g.gugur_pada))
    }

    /// The log tells a withdrawal that the rows do not.
    fn pernah(&self) -> Option<String> {
        self.ditarik_log.map(|w| self.k.n("diterima-pernah-isi", "waktu", self.k.waktu(&w)))
    }

    /// Why its key was revoked since, and what that means for this file.
    fn dicabut(&self) -> Option<String> {
        let alasan = self.d.kunci_cabut.as_ref()?;
        let kunci = match (self.d.valid(), self.d.tarik_pada.is_some()) {
            (true, _) => "diterima-kunci-dicabut-sah",
            (_, true) => "diterima-kunci-dicabut-ditarik",
            _ => "diterima-kunci-dicabut-isi",
        };
        Some(self.k.n(kunci, "alasan", alasan))
    }

    /// Whether the file brings an edition that nobody here knows.
    fn asing(&self) -> bool {
        self.edisi.iter().any(|e| e.naskah == Naskah::Asing)
    }

    #[expect(clippy::unused_self, reason = "called by the template")]
    fn naskah(&self, e: &EdisiTerima) -> (Nada, &'static str) {
        match e.naskah {
            Naskah::Ditetapkan => (Nada::Baik, "diterima-edisi-ditetapkan"),
            Naskah::Asing => (Nada::Perhatian, "diterima-edisi-tak-dikenal"),
            Naskah::Lain => (Nada::Bahaya, "diterima-edisi-bukan"),
        }
    }

    /// What must be said before results of an unknown edition are validated.
    fn dilihat(&self) -> [Opsi; 1] {
        [Opsi::baru("ya", self.k.s("diterima-edisi-dilihat"))]
    }

    fn skema(&self) -> String {
        self.k.s(kunci_skema(&self.d.skema))
    }

    fn alasan(&self, b: &HasilDiterima) -> String {
        self.k.s(kunci_alasan(Some(&b.status)))
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, orang: &Orang, id: TerimaId, h: Option<i64>, f: Formulir) -> Hasil<Halaman<'a>> {
    let hak = orang.0.nasional()?;
    let d = diterima::satu(&app.store, &hak, id).await?;
    let IsiTerima { edisi, alasan: alasan_versi } = match diterima::isi(&app.store, &hak, id).await {
        Err(e @ (StoreError::Rusak(_) | StoreError::Berkas(_) | StoreError::GudangJauh)) => {
            tracing::error!(error = %e, "a publication that was handed in cannot be read");
            IsiTerima::default()
        }
        lain => lain?,
    };
    let baris = diterima::hasil(&app.store, &hak, id, lewati(h), BATAS).await?;
    let lembar = k.lembar(h, baris.len(), d.hasil, "");
    let sah = diterima::putusan_sah(&app.store, &hak, id).await?;
    let kunci_sah = diterima::kunci_sah(&app.store, &hak, &d).await?;
    let berubah = diterima::unit::berubah(&app.store, &hak, id).await?;
    let gugur = diterima::gugur(&app.store, &hak, id).await?;
    let pendahulu = diterima::pendahulu(&app.store, &hak, &d).await?.filter(|p| p.hilang > 0);
    let terbuka = d.menunggu() || !sah;
    let ditarik_log = if terbuka { diterima::penarikan(&app.store, &hak, id).await? } else { None };
    let terdahulu = if terbuka { diterima::didahului(&app.store, &hak, id).await? } else { 0 };
    Ok(Halaman { k, f, d, sah, kunci_sah, gugur, edisi, alasan_versi, berubah, baris, lembar, pendahulu, terdahulu, ditarik_log })
}

async fn lihat(State(app): State<AppState>, k: Konteks, orang: Orang, Jalur(id): Jalur<TerimaId>, Query(q): Query<Kueri>) -> Hasil {
    let ilustrasi = diterima::satu(&app.store, &orang.0.nasional()?, id).await?.ilustrasi == 1;
    let k = k.bantuan("diterima").ilustrasi(ilustrasi);
    tampil(&halaman(&app, &k, &orang, id, q.h, Formulir::kosong()).await?)
}

async fn putuskan(State(app): State<AppState>, k: Konteks, orang: Orang, Jalur(id): Jalur<TerimaId>, mut f: Formulir) -> Hasil {
    let hak = orang.0.nasional()?;
    f.batasi("alasan", 1000);
    let alasan = if ["kembali", "tarik"].contains(&f.aksi()) { f.wajib("alasan", "alasan-wajib") } else { Some(String::new()) };
    if let Some(alasan) = alasan.filter(|_| f.sah()) {
        let hasil = match f.aksi() {
            "tarik" => diterima::tarik(&app.store, &hak, id, &alasan).await,
            "kembali" => diterima::putuskan(&app.store, &hak, id, Putusan::Kembali { alasan: &alasan }).await,
            _ if f.dicentang("edisi") => diterima::putuskan(&app.store, &hak, id, Putusan::ValidEdisiAsing).await,
            _ => diterima::putuskan(&app.store, &hak, id, Putusan::Valid).await,
        };
        match hasil {
            Ok(()) => return Alih::ke(format!("/diterima/{id}")).pesan("diterima-diputus").into(),
            Err(StoreError::Keadaan("diterima-edisi-asing")) => f.salahkan("edisi", "diterima-edisi-asing"),
            // Somebody else was first, while this page was open: what he decided stands there.
            Err(StoreError::Keadaan("diterima-sudah-diputus")) => didahului(&app, &k, &orang, id, &mut f).await?,
            // Of the whole decision: its heading, where no reason was typed.
            Err(StoreError::Keadaan(kunci)) => f.salahkan(if alasan.is_empty() { "putus" } else { "alasan" }, kunci),
            Err(StoreError::Rusak(apa)) if f.aksi() != "kembali" => {
                tracing::error!(error = %apa, "a publication that was handed in cannot be validated");
                f.salahkan("putus", "diterima-berubah");
            }
            Err(e) => return Err(e.into()),
        }
    }
    let k = k.bantuan("diterima").ilustrasi(diterima::satu(&app.store, &hak, id).await?.ilustrasi == 1);
    tampil_salah(&halaman(&app, &k, &orang, id, None, f).await?)
}

/// Says what was decided of it, when and by whom, at the decision that stands: the form of the one that came too late is gone.
async fn didahului(app: &AppState, k: &Konteks, orang: &Orang, id: TerimaId, f: &mut Formulir) -> Hasil<()> {
    let d = diterima::satu(&app.store, &orang.0.nasional()?, id).await?;
    let kunci = if f.aksi() == "kembali" { "diterima-didahului-kembali" } else { "diterima-didahului-valid" };
    let waktu = d.putusan_pada.map(|w| k.waktu(&w)).unwrap_or_default();
    let oleh = d.putusan_oleh.unwrap_or_else(|| k.s("diterima-didahului-lain"));
    f.salahkan_dengan("putusan", kunci, vec![("waktu", waktu), ("oleh", oleh)]);
    Ok(())
}

/// The file, byte for byte as it was received.
async fn unduh(State(app): State<AppState>, Orang(pelaku): Orang, Jalur(id): Jalur<TerimaId>) -> Hasil {
    let sidik = diterima::berkas(&app.store, &pelaku.nasional()?, id).await?;
    kirim_zip(&app, &sidik, &format!("diterima-{id}.zip")).await
}
