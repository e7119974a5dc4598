//! `/mpp/usulan/{jalan}`: where a journey stands, what its stage needs, what comes next and who takes it; everything that
//! happened. `POST …/tautan` names its mall, `POST …/penghentian` gives it up.

use askama::Template;
use axum::extract::State;
use jiff::civil::Date;
use layanan::mpp::{
    DOKUMEN, Dokumen, FormatDokumen, JenisDokumen, Keharusan, Keputusan, Langkah as Aturan, Panah, Pelaku as Sisi, Perjalanan, Tahap,
};
use store::{
    hak::AksesJalan,
    id::{JalanId, LangkahId, UnitId},
    perjalanan::{self, Jalan, Langkah, forum},
};

use super::{Kedua, PEMDA, kunci_dokumen, kunci_kewajiban, kunci_sisi, kunci_tahap};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Keadaan, Nada, Opsi, Pemberitahuan, Tahap as Langkahnya},
    konteks::Konteks,
    mpp::{
        rangka::Tab,
        umum::{self, TERIMA, di_medan},
    },
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/mpp/usulan/{jalan}", super::PEMBACA, lihat);
    d.post("/mpp/usulan/{jalan}/tautan", PEMDA, tautkan);
    d.post("/mpp/usulan/{jalan}/penghentian", PEMDA, hentikan);
}

/// A document of the stage with the newest of its kind, where there is one.
pub struct Baris<'a> {
    pub d: &'static Dokumen,
    pub ada: Option<&'a Langkah>,
    /// One of a proposal before this one, which does not count any more.
    pub lama: Option<&'a Langkah>,
}

/// A step that the reader may take: what the form sends, what the button says, and why it cannot be yet.
pub struct Jalan1 {
    pub nilai: String,
    pub kata: String,
    pub halangan: Option<String>,
}

#[derive(Template)]
#[template(path = "mpp/usulan/rinci.html")]
pub struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    j: &'a Jalan,
    tab: Option<Tab<'a>>,
    kedua: Kedua,
    p: Perjalanan,
    semua: Vec<Langkah>,
    tahapan: Vec<Langkahnya>,
    forum: Vec<forum::Forum>,
    /// Malls of the instansi without a journey.
    mal: Vec<Opsi>,
    kini: Date,
}

impl Halaman<'_> {
    fn hari(&self, iso: &str) -> String {
        self.k.hari(iso)
    }

    fn tahap(&self) -> &'static str {
        kunci_tahap(self.p.tahap())
    }

    fn kewajiban(&self) -> &'static str {
        kunci_kewajiban(self.p.tahap())
    }

    /// Whose turn it is, with the word for it; nobody's once the journey was given up. A proposal that was decided is the turn of
    /// whoever takes it on.
    fn oleh(&self) -> Option<(&'static str, &'static str)> {
        let (kata, sisi) = match self.diputus() {
            None => ("mpp-oleh-sisi", self.p.tahap().uraian().oleh),
            Some(_) => ("mpp-lanjut-sisi", self.lanjut().next()?.oleh),
        };
        self.j.akhir.is_none().then(|| (kata, kunci_sisi(sisi)))
    }

    /// The ways on from the stage, after a decision only those that it opens.
    fn lanjut(&self) -> impl Iterator<Item = &'static Panah> {
        let putus = self.p.keputusan();
        let cocok = move |w: &&Panah| {
            putus.is_none() || w.dari != Tahap::Keputusan || (putus == Some(Keputusan::Disetujui)) == (w.ke == Tahap::Persiapan)
        };
        self.p.tahap().lanjut().filter(cocok)
    }

    fn salah_langkah(&self) -> Option<String> {
        self.f.salah("langkah").map(|s| s.teks(self.k.bahasa))
    }

    fn tenggat(&self) -> Option<Pemberitahuan> {
        let t = self.j.tenggat.as_ref().filter(|_| self.j.akhir.is_none())?;
        let (nada, kunci) = if self.j.lewat(self.kini) { (Nada::Bahaya, "mpp-tenggat-lewat") } else { (Nada::Info, "mpp-tenggat") };
        let isi = if self.p.tahap() <= Tahap::Verifikasi { "mpp-tenggat-verifikasi" } else { "mpp-tenggat-uji" };
        Some(self.k.pemberitahuan_teks(nada, self.k.n(kunci, "tanggal", self.hari(t)), self.k.s(isi)))
    }

    /// The decision while the stage stands there.
    fn diputus(&self) -> Option<Keputusan> {
        self.p.keputusan().filter(|_| self.p.tahap() == Tahap::Keputusan)
    }

    /// What was decided, with the reason; a proposal that was sent back keeps it until it is decided again.
    fn putusan(&self) -> Option<Pemberitahuan> {
        let l = self.semua.iter().rev().find(|l| l.jenis == "putusan")?;
        let kembali = l.nilai == Keputusan::Dikembalikan.kunci();
        if self.diputus().is_none() && !(kembali && self.p.tahap() < Tahap::Keputusan) {
            return None;
        }
        let (nada, kunci) = if kembali { (Nada::Perhatian, "mpp-putusan-dikembalikan") } else { (Nada::Baik, "mpp-putusan-disetujui") };
        Some(self.k.pemberitahuan_teks(nada, self.k.n(kunci, "tanggal", self.hari(&l.tanggal)), l.catatan.as_str()))
    }

    /// Before the Menteri decides: meetings that were planned and not held, remarks of ministries without an answer.
    fn ingat_rapat(&self) -> Option<Pemberitahuan> {
        if self.p.tahap() != Tahap::Verifikasi || self.j.akhir.is_some() {
            return None;
        }
        let rapat = self.forum.iter().filter(|f| f.rapat());
        let (belum, tanpa) =
            rapat.fold((0_usize, 0_i64), |(b, t), f| (b + usize::from(f.laksana.is_none()), t + (f.masukan - f.dijawab).max(0)));
        let isi = || self.k.a("mpp-ingat-rapat-isi", [("rapat", belum.into()), ("masukan", tanpa.into())]);
        (belum > 0 || tanpa > 0).then(|| self.k.pemberitahuan_teks(Nada::Perhatian, self.k.s("mpp-ingat-rapat"), isi()))
    }

    fn dokumen(&self) -> Vec<Baris<'_>> {
        // The paper of an approval is not missing from a proposal that was sent back.
        if self.diputus() == Some(Keputusan::Dikembalikan) {
            return Vec::new();
        }
        let satu = |d: &'static Dokumen| {
            let berlaku = self.p.dokumen().contains_key(&d.jenis);
            let terbaru = self.semua.iter().rev().find(|l| l.jenis == "dokumen" && l.nilai == d.jenis.kunci());
            Baris { d, ada: terbaru.filter(|_| berlaku), lama: terbaru.filter(|_| !berlaku) }
        };
        self.p.tahap().dokumen().map(satu).collect()
    }

    fn nama_dokumen(&self, d: &Dokumen) -> &'static str {
        kunci_dokumen(d.jenis)
    }

    fn pihak(&self, d: &Dokumen) -> &'static str {
        kunci_sisi(d.jenis.pihak())
    }

    fn bila_ada(&self, d: &Dokumen) -> bool {
        d.keharusan == Keharusan::BilaAda
    }

    fn lampiran(&self, d: &Dokumen) -> bool {
        d.format == FormatDokumen::LampiranBelumTerbaca
    }

    /// Kinds that the reader may file, those of this stage first.
    fn jenis_dokumen(&self) -> Vec<Opsi> {
        let kini = self.p.tahap();
        let mut semua: Vec<&Dokumen> = DOKUMEN.iter().filter(|d| self.kedua.untuk(d.jenis.pihak()).is_some()).collect();
        semua.sort_by_key(|d| (d.tahap != kini, d.tahap.nomor()));
        semua.into_iter().map(|d| Opsi::baru(d.jenis.kunci(), self.k.s(kunci_dokumen(d.jenis)))).collect()
    }

    fn halangan(&self, ke: Tahap) -> Option<String> {
        let kurang = self.p.dokumen_kurang();
        match (self.p.tahap(), self.p.keputusan()) {
            (Tahap::Keputusan, None) => Some(self.k.s("mpp-belum-diputuskan")),
            (Tahap::Verifikasi, _) if self.p.faktual().is_none() => Some(self.k.s("mpp-belum-faktual")),
            (Tahap::SaranaPrasarana, _) if self.p.selesai_dibangun().is_none() => Some(self.k.s("mpp-belum-selesai-dibangun")),
            _ if ke != Tahap::Kajian && !kurang.is_empty() => {
                let nama: Vec<String> = kurang.into_iter().map(|d| self.k.s(kunci_dokumen(d))).collect();
                Some(self.k.n("mpp-menunggu-dokumen", "daftar", nama.join(", ")))
            }
            _ => None,
        }
    }

    /// The ways on, with who takes them when it is not the reader.
    fn jalan_lanjut(&self) -> (Vec<Jalan1>, Vec<String>) {
        let (mut saya, mut lain) = (Vec::new(), Vec::new());
        if self.j.akhir.is_some() {
            return (saya, lain);
        }
        // Going on stands before going back.
        let (balik, maju): (Vec<&Panah>, Vec<&Panah>) = self.lanjut().partition(|w| w.ke < w.dari);
        for w in maju.into_iter().chain(balik) {
            let kunci = if w.ke < w.dari { "mpp-kembali-ke" } else { "mpp-maju-ke" };
            let kata = self.k.n(kunci, "tahap", self.k.s(kunci_tahap(w.ke)));
            if self.kedua.untuk(w.oleh).is_some() {
                saya.push(Jalan1 { nilai: format!("maju:{}", w.ke), kata, halangan: self.halangan(w.ke) });
            } else {
                lain.push(self.k.a("mpp-menunggu-pihak", [("langkah", kata.into()), ("pihak", self.k.s(kunci_sisi(w.oleh)).into())]));
            }
        }
        (saya, lain)
    }

    /// Steps beside going on: factual verification, end of the build, the decision.
    fn jalan_lain(&self) -> Vec<(String, &'static str)> {
        let boleh = |s| self.kedua.untuk(s).is_some() && self.j.akhir.is_none();
        match self.p.tahap() {
            Tahap::Verifikasi if self.p.faktual().is_none() && boleh(Sisi::Kementerian) => vec![("faktual".into(), "mpp-catat-faktual")],
            Tahap::SaranaPrasarana if self.p.selesai_dibangun().is_none() && boleh(Sisi::Pemda) => {
                vec![("selesai-dibangun".into(), "mpp-catat-selesai-dibangun")]
            }
            Tahap::Keputusan if self.p.keputusan().is_none() && boleh(Sisi::Menteri) => {
                vec![("putusan:disetujui".into(), "mpp-catat-disetujui"), ("putusan:dikembalikan".into(), "mpp-catat-dikembalikan")]
            }
            _ => Vec::new(),
        }
    }

    /// Whether a step can be recorded now: without one there is nothing to fill in.
    fn dapat_melangkah(&self, maju: &[Jalan1], lain: &[(String, &'static str)]) -> bool {
        !lain.is_empty() || maju.iter().any(|w| w.halangan.is_none())
    }

    fn riwayat(&self) -> Vec<(&Langkah, String)> {
        let kata = |l: &Langkah| match l.jenis.as_str() {
            "dokumen" => {
                let nama = JenisDokumen::dari_kunci(&l.nilai).map_or_else(String::new, |d| self.k.s(kunci_dokumen(d)));
                self.k.n("mpp-r-dokumen", "nama", nama)
            }
            "faktual" => self.k.s("mpp-r-faktual"),
            "putusan" if l.nilai == "disetujui" => self.k.s("mpp-r-disetujui"),
            "putusan" => self.k.s("mpp-r-dikembalikan"),
            "selesai-dibangun" => self.k.s("mpp-r-selesai-dibangun"),
            _ => {
                let nama = Tahap::dari_kunci(&l.nilai).map_or_else(String::new, |t| self.k.s(kunci_tahap(t)));
                self.k.n("mpp-r-tahap", "tahap", nama)
            }
        };
        self.semua.iter().rev().map(|l| (l, kata(l))).collect()
    }

    /// Steps of the history that are not folded away.
    fn terbaru(&self) -> usize {
        12
    }

    fn sisi(&self, l: &Langkah) -> String {
        Sisi::dari_kunci(&l.pelaku).map_or_else(String::new, |s| self.k.s(kunci_sisi(s)))
    }

    fn bertindak(&self) -> bool {
        self.kedua.salah_satu().is_some() && self.j.akhir.is_none()
    }

    fn pusat(&self) -> bool {
        self.kedua.pusat.is_some()
    }

    fn pemda(&self) -> bool {
        self.kedua.pemda.is_some()
    }

    fn beroperasi(&self) -> bool {
        self.p.tahap() >= Tahap::Beroperasi
    }

    fn buka(&self, awalan: &str) -> bool {
        umum::terbuka(&self.f, awalan)
    }

    fn terima(&self) -> &'static str {
        TERIMA
    }
}

/// The chain of the thirteen stages; one that was gone round is told so.
fn tahapan(k: &Konteks, p: &Perjalanan) -> Vec<Langkahnya> {
    let kini = p.tahap();
    let satu = |t: &Tahap| {
        let masuk = p.jejak().iter().rev().find(|j| j.0 == *t).map(|j| j.1);
        let keadaan = match () {
            () if *t == kini => Keadaan::Berjalan,
            () if masuk.is_some() && *t < kini || (*t == Tahap::PenambahanPelayanan && masuk.is_some()) => Keadaan::Selesai,
            () => Keadaan::Menunggu,
        };
        let dilewati = masuk.is_none() && *t < kini;
        let keterangan = match masuk {
            Some(h) if keadaan != Keadaan::Menunggu => Some(k.tanggal(&h)),
            _ => dilewati.then(|| k.s("mpp-tahap-dilewati")),
        };
        Langkahnya { judul: k.s(kunci_tahap(*t)), jalur: None, keadaan, keterangan }
    };
    Tahap::SEMUA.iter().map(satu).collect()
}

/// The page; `tab` when it is shown inside a mall.
pub async fn halaman<'a>(
    app: &AppState,
    k: &'a Konteks,
    akses: &'a AksesJalan,
    tab: Option<Tab<'a>>,
    f: Option<Formulir>,
) -> Hasil<Halaman<'a>> {
    let (c, j) = (app.store.baca(), &akses.jalan);
    let semua = perjalanan::langkah(c, j.id).await?;
    let p = perjalanan::lipat(j, &semua)?;
    let kini = app.store.sekarang().hari(&j.zona);
    let kedua = Kedua::dari(akses);
    let mut mal = Vec::new();
    if kedua.pemda.is_some() && j.mpp_id.is_none() {
        let semua = perjalanan::mal_tanpa_jalan(c, j.instansi_id).await?;
        mal.extend(semua.into_iter().map(|(id, nama)| Opsi::baru(id.to_string(), nama)));
    }
    let f = f.unwrap_or_else(|| {
        Formulir::isi([
            ("op", LangkahId::baru().to_string()),
            ("tanggal", kini.to_string()),
            ("dok_op", LangkahId::baru().to_string()),
            ("dok_tanggal", kini.to_string()),
        ])
    });
    let forum = forum::semua(c, j.id).await?;
    Ok(Halaman { tahapan: tahapan(k, &p), k, f, j, tab, kedua, p, semua, forum, mal, kini })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<JalanId>) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    tampil(&halaman(&app, &k, &akses, None, None).await?)
}

/// What a word of the form asks for.
pub fn urai_langkah(kata: &str) -> Option<Aturan> {
    match kata.split_once(':') {
        Some(("maju", t)) => Tahap::dari_kunci(t).map(|ke| Aturan::Maju { ke }),
        Some(("putusan", p)) => Keputusan::dari_kunci(p).map(|keputusan| Aturan::Putuskan { keputusan }),
        _ if kata == "faktual" => Some(Aturan::VerifikasiFaktual),
        _ if kata == "selesai-dibangun" => Some(Aturan::PembangunanSelesai),
        _ => None,
    }
}

async fn tautkan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<JalanId>, mut f: Formulir) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let hak = akses.pemda()?;
    if let Some(m) = f.urai::<UnitId>("mal", "mpp-pilih-mal") {
        match perjalanan::tautkan(&app.store, &hak, m).await {
            Ok(()) => return Alih::ke(format!("/mpp/usulan/{id}")).pesan("mpp-pesan-simpan").into(),
            Err(e) => di_medan(&mut f, e, "mal")?,
        }
    }
    tampil_salah(&halaman(&app, &k, &akses, None, Some(f)).await?)
}

async fn hentikan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<JalanId>, mut f: Formulir) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let hak = akses.pemda()?;
    if let Some(alasan) = f.alasan("henti_alasan") {
        match perjalanan::hentikan(&app.store, &hak, &alasan).await {
            Ok(()) => return Alih::ke(format!("/mpp/usulan/{id}")).pesan("mpp-pesan-simpan").into(),
            Err(e) => di_medan(&mut f, e, "henti_alasan")?,
        }
    }
    tampil_salah(&halaman(&app, &k, &akses, None, Some(f)).await?)
}
