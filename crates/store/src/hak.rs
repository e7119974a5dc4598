//! Rights as types. An operation takes the right it needs as its first parameter; only this file can make one.
//!
//! `periode()` and `lokus()` answer `TidakDitemukan` both for an unknown id and for one outside the person's scope.
//! Inside the scope, asking for a right that is missing answers `Ditolak`.

use crate::{
    Hasil, Store, StoreError, Waktu,
    faktor::Cara,
    id::{AkunId, InstansiId, LokusId, PeriodeId, SesiId, UnitId},
    instansi::{self, Instansi},
    lokus::{self, Lokus},
    penyampaian::Penerima,
    peran::{Lingkup, Peran, PeranLingkup},
    periode::{self, Periode},
};
use pekppp::{Skema, skema::Pengatur};

/// The signed-in person, with the roles that hold today.
#[derive(Debug, Clone)]
pub struct Pelaku {
    pub akun: AkunId,
    pub sesi: Option<SesiId>,
    pub nama: String,
    pub jabatan: String,
    pub surel: String,
    pub bahasa: String,
    pub peran: Vec<PeranLingkup>,
    /// Where the request came from (already resolved behind a trusted proxy).
    pub alamat: String,
    pub agen: String,
    /// When the person last proved to be it in this session, and how; `None` for how when a command on the machine opened it.
    pub bukti: Option<Waktu>,
    pub cara: Option<Cara>,
    /// A role of the person needs a second step that is not set up; until then `peran` is empty.
    pub kurang_faktor: bool,
}

/// A proof holds for acts of weight during this time.
const SEGAR_DETIK: i64 = 600;
/// And this long for a signature, which is asked for each time.
const BARU_DETIK: i64 = 120;

impl Pelaku {
    /// Whether the person proved to be it within the last ten minutes.
    #[must_use]
    pub fn segar(&self, kini: Waktu) -> bool {
        self.bukti.is_some_and(|b| b.tambah_detik(SEGAR_DETIK) > kini)
    }

    /// Whether the person proved it a moment ago by something that is no typed secret: a passkey, or the agency's own sign-in.
    #[must_use]
    pub fn baru_terbukti(&self, kini: Waktu) -> bool {
        let tanpa_ketik = matches!(self.cara, Some(Cara::KunciSandi | Cara::Sso));
        tanpa_ketik && self.bukti.is_some_and(|b| b.tambah_detik(BARU_DETIK) > kini)
    }

    #[must_use]
    pub fn punya(&self, peran: Peran) -> bool {
        self.peran.iter().any(|p| p.peran == peran)
    }

    /// # Errors
    /// `Ditolak` without the role.
    pub fn admin(&self) -> Hasil<Admin> {
        self.punya(Peran::Admin).then(|| Admin { pelaku: self.clone() }).ok_or(StoreError::Ditolak("admin"))
    }

    /// # Errors
    /// `Ditolak` without the role admin or auditor.
    pub fn pembaca_audit(&self) -> Hasil<PembacaAudit> {
        if self.punya(Peran::Admin) {
            return Ok(PembacaAudit { pelaku: self.clone(), lingkup: None });
        }
        let lingkup: Vec<Lingkup> = self.peran.iter().filter(|p| p.peran == Peran::Auditor).map(|p| p.lingkup.clone()).collect();
        if lingkup.is_empty() {
            Err(StoreError::Ditolak("auditor"))
        } else {
            Ok(PembacaAudit { pelaku: self.clone(), lingkup: Some(lingkup) })
        }
    }

    /// Acts for the ministry.
    ///
    /// # Errors
    /// `Ditolak` without the role.
    pub fn nasional(&self) -> Hasil<Nasional> {
        self.punya(Peran::Nasional).then(|| Nasional { pelaku: self.clone() }).ok_or(StoreError::Ditolak("nasional"))
    }

    /// Awards, coaching and sanctions that concern the person: of his units, his instansi, his region, or all.
    #[must_use]
    pub fn pembaca_penghargaan(&self) -> PembacaPenghargaan {
        let boleh = |p: &&PeranLingkup| match (&p.peran, &p.lingkup) {
            (Peran::Nasional, _) => true,
            (Peran::Evaluator | Peran::Pelaksana | Peran::Kasir | Peran::Penghubung, _) | (_, Lingkup::Instalasi | Lingkup::Periode(_)) => {
                false
            }
            _ => true,
        };
        let lingkup = self.peran.iter().filter(boleh).map(|p| p.lingkup.clone()).collect();
        PembacaPenghargaan { pelaku: self.clone(), lingkup }
    }

    /// Runs a period: the organiser of its instansi; one that a ministry holds for the nation, whoever acts for the ministry. For what
    /// a page offers; an operation asks for the right itself.
    #[must_use]
    pub fn mengatur(&self, instansi: InstansiId, jenis: &str, skema: &str) -> bool {
        let nasional = Skema::dari_kunci(skema).is_some_and(|s| s.aturan().pengatur != Pengatur::Instansi);
        self.di_instansi(Peran::Penyelenggara, instansi) || (nasional && jenis == "kementerian" && self.punya(Peran::Nasional))
    }

    fn di_instansi(&self, peran: Peran, instansi: InstansiId) -> bool {
        self.peran.iter().any(|p| p.peran == peran && p.lingkup == Lingkup::Instansi(instansi))
    }

    /// Whether a role scoped to an instansi or its region lets the person read what belongs to it.
    fn membaca(&self, instansi: InstansiId, wilayah: Option<&str>) -> bool {
        self.peran.iter().any(|p| match (&p.peran, &p.lingkup) {
            (Peran::Nasional, Lingkup::Instalasi) => true,
            (Peran::Evaluator | Peran::Penghubung, _) => false,
            (_, Lingkup::Instansi(i)) => *i == instansi,
            (_, Lingkup::Wilayah(w)) => wilayah.is_some_and(|x| dalam_wilayah(w, x)),
            _ => false,
        })
    }
}

/// Kemendagri codes are dotted: `64` holds `64.08`, but `6` does not hold `64`.
fn dalam_wilayah(luas: &str, sempit: &str) -> bool {
    sempit == luas || sempit.strip_prefix(luas).is_some_and(|sisa| sisa.starts_with('.'))
}

/// Serves in the unit, or in the one above it.
fn dalam_unit(p: &Pelaku, peran: Peran, unit: UnitId, induk: Option<UnitId>) -> bool {
    p.peran.iter().any(|p| p.peran == peran && matches!(&p.lingkup, Lingkup::Unit { unit: u, .. } if *u == unit || Some(*u) == induk))
}

macro_rules! hak {
    ($($(#[$doc:meta])* $nama:ident { $($medan:ident: $jenis:ty),* }),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone)]
        pub struct $nama { pelaku: Pelaku, $(pub $medan: $jenis),* }

        impl $nama {
            #[must_use]
            pub fn pelaku(&self) -> &Pelaku {
                &self.pelaku
            }
        }
    )*};
}

mod aduan;
mod evaluator;
mod lapangan;
mod mpp;
mod perjalanan;
mod permohonan;
mod survei;

pub use aduan::{
    AduanPindah, AksesAduan, KotakAduan, KotakEskalasi, PembacaAduan, PengaturBatasAduan, PenghubungAduan, PenghubungInstansi,
    PenjawabAduan, PenjawabKonsultasi, aduan, aduan_pindah, batas_aduan, instansi_batas, konsultasi, kotak_aduan, kotak_eskalasi,
    penghubung,
};
pub use evaluator::{EvaluatorDitugaskan, EvaluatorLokus, ditugaskan_di};
pub use lapangan::{PernahEvaluator, pernah_evaluator};
pub use mpp::{AksesGerai, AksesMpp, DepanMpp, KasirMpp, KepalaMpp, PelaksanaGerai, PembacaMpp, gerai, mpp};
pub use perjalanan::{AksesJalan, KementerianJalan, PembacaJalan, PemdaJalan, PenanggapJalan, PengusulMpp, jalan, penanggap};
pub use permohonan::{AksesPermohonan, LoketPermohonan, PembacaPermohonan, PengelolaFormulir, PengolahPermohonan, formulir, permohonan};
pub use survei::{
    AksesRondeSkm, AksesUnit, KepalaLayanan, KepalaUnitSkm, PembacaMentahSkm, PembacaSkm, PembacaUnit, PenerbitSkm, PengelolaLayanan,
    PengelolaRondeSkm, PengelolaSkm, ronde_skm, unit,
};

hak! {
    /// Administrator of the installation: accounts, roles, register of instansi and units.
    Admin {},
    /// Reads the audit log: all of it (`None`), or the chains of these scopes.
    PembacaAudit { lingkup: Option<Vec<Lingkup>> },
    /// Reads awards and what else follows an evaluation, of these scopes.
    PembacaPenghargaan { lingkup: Vec<Lingkup> },
    /// Acts for the ministry: editions, validation of what regions hand in.
    Nasional {},
    /// Opens periods for an instansi.
    PenyelenggaraInstansi { instansi: Instansi },
    /// Keeps the working calendar of an instansi: its organiser, or the administrator.
    PengelolaKalender { instansi: Instansi },
    /// Runs a period.
    PenyelenggaraPeriode { periode: Periode },
    /// Appoints, signs, receives reports of a period.
    PenanggungjawabPeriode { periode: Periode },
    PembacaPeriode { periode: Periode },
    /// Fills F01 of a lokus.
    OperatorUnit { lokus: Lokus },
    /// Approves and submits F01, signs for the unit.
    KepalaUnit { lokus: Lokus },
    /// Receives for the unit what is sent to it: its operator or its head.
    PenerimaUnit { lokus: Lokus },
    PenyelenggaraLokus { lokus: Lokus },
    /// Opens and closes the F03 of a lokus: organiser, appointed evaluator, or an outside party of the period.
    PengelolaF03 { lokus: Lokus },
    /// Types paper F03 answers: who manages it, or the operator of the unit.
    PengetikF03 { lokus: Lokus },
    PenanggungjawabLokus { lokus: Lokus },
    PembacaLokus { lokus: Lokus },
    /// Plans and reports the follow-up for the unit: its operator or head.
    PelaksanaTindakLanjut { lokus: Lokus },
    /// Acknowledges what was sent: the unit, the Penanggungjawab or the organiser, as `sebagai` says.
    PenerimaLokus { lokus: Lokus, sebagai: Penerima },
}

/// What the person may do with one instansi.
pub struct AksesInstansi {
    pelaku: Pelaku,
    pub instansi: Instansi,
}

pub async fn instansi(store: &Store, pelaku: &Pelaku, id: InstansiId) -> Hasil<AksesInstansi> {
    let instansi = instansi::dari_id(store, id).await?;
    if pelaku.membaca(id, instansi.wilayah.as_deref()) || pelaku.punya(Peran::Admin) {
        return Ok(AksesInstansi { pelaku: pelaku.clone(), instansi });
    }
    Err(StoreError::TidakDitemukan)
}

impl AksesInstansi {
    pub fn penyelenggara(&self) -> Hasil<PenyelenggaraInstansi> {
        let kementerian = self.instansi.jenis == "kementerian" && self.pelaku.punya(Peran::Nasional);
        if kementerian || self.pelaku.di_instansi(Peran::Penyelenggara, self.instansi.id) {
            return Ok(PenyelenggaraInstansi { pelaku: self.pelaku.clone(), instansi: self.instansi.clone() });
        }
        Err(StoreError::Ditolak("penyelenggara"))
    }

    pub fn pengelola_kalender(&self) -> Hasil<PengelolaKalender> {
        if self.pelaku.punya(Peran::Admin) || self.penyelenggara().is_ok() {
            return Ok(PengelolaKalender { pelaku: self.pelaku.clone(), instansi: self.instansi.clone() });
        }
        Err(StoreError::Ditolak("penyelenggara"))
    }
}

/// What the person may do with one period. Reading is given by having it at all.
pub struct AksesPeriode {
    pelaku: Pelaku,
    pub periode: Periode,
    /// Kind of the organiser's instansi.
    jenis: String,
}

pub async fn periode(store: &Store, pelaku: &Pelaku, id: PeriodeId) -> Hasil<AksesPeriode> {
    let periode = periode::dari_id(store.baca(), id).await?;
    let instansi = instansi::dari_id(store, periode.instansi_id).await?;
    if pelaku.membaca(instansi.id, instansi.wilayah.as_deref()) {
        return Ok(AksesPeriode { pelaku: pelaku.clone(), periode, jenis: instansi.jenis });
    }
    Err(StoreError::TidakDitemukan)
}

impl AksesPeriode {
    /// The same for pages of scores, ranking and publication: not every scheme has them.
    ///
    /// # Errors
    /// `Keadaan("skema-tanpa-penilaian")`.
    pub fn dinilai(self) -> Hasil<Self> {
        periode::harus_dinilai(&self.periode.skema)?;
        Ok(self)
    }

    #[must_use]
    pub fn pembaca(&self) -> PembacaPeriode {
        PembacaPeriode { pelaku: self.pelaku.clone(), periode: self.periode.clone() }
    }

    pub fn penyelenggara(&self) -> Hasil<PenyelenggaraPeriode> {
        if self.pelaku.mengatur(self.periode.instansi_id, &self.jenis, &self.periode.skema) {
            return Ok(PenyelenggaraPeriode { pelaku: self.pelaku.clone(), periode: self.periode.clone() });
        }
        Err(StoreError::Ditolak("penyelenggara"))
    }

    pub fn penanggungjawab(&self) -> Hasil<PenanggungjawabPeriode> {
        if self.pelaku.di_instansi(Peran::Penanggungjawab, self.periode.instansi_id) {
            return Ok(PenanggungjawabPeriode { pelaku: self.pelaku.clone(), periode: self.periode.clone() });
        }
        Err(StoreError::Ditolak("penanggungjawab"))
    }
}

/// What the person may do with one lokus. Reading is given by having it at all.
pub struct AksesLokus {
    pelaku: Pelaku,
    pub lokus: Lokus,
    tugas: evaluator::Tugas,
    hanya_survei: bool,
}

pub async fn lokus(store: &Store, pelaku: &Pelaku, id: LokusId) -> Hasil<AksesLokus> {
    let lokus = lokus::dari_id(store.baca(), id).await?;
    let tugas = evaluator::Tugas::baca(store, pelaku, id).await?;
    let akses = AksesLokus { pelaku: pelaku.clone(), lokus, tugas, hanya_survei: false };
    if akses.membaca(store).await? {
        return Ok(akses);
    }
    Err(StoreError::TidakDitemukan)
}

/// The same for the survey of the lokus (F03), where an outside party of its period works too. It is let in nowhere else: what it
/// agreed to do is to collect answers, and F01, evidence, scores, budget and minutes are none of its business (DESIGN section 2).
///
/// # Errors
/// `TidakDitemukan` out of scope.
pub async fn lokus_survei(store: &Store, pelaku: &Pelaku, id: LokusId) -> Hasil<AksesLokus> {
    match self::lokus(store, pelaku, id).await {
        Err(StoreError::TidakDitemukan) => {}
        lain => return lain,
    }
    let lokus = lokus::dari_id(store.baca(), id).await?;
    let akses = AksesLokus { pelaku: pelaku.clone(), lokus, tugas: evaluator::Tugas::default(), hanya_survei: true };
    if akses.pihak_lain() { Ok(akses) } else { Err(StoreError::TidakDitemukan) }
}

impl AksesLokus {
    async fn membaca(&self, store: &Store) -> Hasil<bool> {
        let l = &self.lokus;
        if self.tugas.ditetapkan() || self.di_unit(Peran::UnitOperator) || self.di_unit(Peran::UnitKepala) {
            return Ok(true);
        }
        if self.pelaku.membaca(l.instansi_id, l.wilayah.as_deref()) {
            return Ok(true);
        }
        let penyelenggara = instansi::dari_id(store, l.penyelenggara_id).await?;
        Ok(self.pelaku.membaca(penyelenggara.id, penyelenggara.wilayah.as_deref()))
    }

    fn di_unit(&self, peran: Peran) -> bool {
        dalam_unit(&self.pelaku, peran, self.lokus.unit_id, self.lokus.unit_induk)
    }

    /// The same for pages of F01, F02, F03 and results: not every scheme has them.
    ///
    /// # Errors
    /// `Keadaan("skema-tanpa-penilaian")`.
    pub fn dinilai(self) -> Hasil<Self> {
        periode::harus_dinilai(&self.lokus.skema)?;
        Ok(self)
    }

    #[must_use]
    pub fn pembaca(&self) -> PembacaLokus {
        PembacaLokus { pelaku: self.pelaku.clone(), lokus: self.lokus.clone() }
    }

    pub fn operator(&self) -> Hasil<OperatorUnit> {
        if self.di_unit(Peran::UnitOperator) {
            return Ok(OperatorUnit { pelaku: self.pelaku.clone(), lokus: self.lokus.clone() });
        }
        Err(StoreError::Ditolak("unit-operator"))
    }

    pub fn kepala(&self) -> Hasil<KepalaUnit> {
        if self.di_unit(Peran::UnitKepala) {
            return Ok(KepalaUnit { pelaku: self.pelaku.clone(), lokus: self.lokus.clone() });
        }
        Err(StoreError::Ditolak("unit-kepala"))
    }

    pub fn penerima_unit(&self) -> Hasil<PenerimaUnit> {
        if self.di_unit(Peran::UnitOperator) || self.di_unit(Peran::UnitKepala) {
            return Ok(PenerimaUnit { pelaku: self.pelaku.clone(), lokus: self.lokus.clone() });
        }
        Err(StoreError::Ditolak("unit-operator"))
    }

    pub fn penyelenggara(&self) -> Hasil<PenyelenggaraLokus> {
        let l = &self.lokus;
        if self.pelaku.mengatur(l.penyelenggara_id, &l.penyelenggara_jenis, &l.skema) {
            return Ok(PenyelenggaraLokus { pelaku: self.pelaku.clone(), lokus: self.lokus.clone() });
        }
        Err(StoreError::Ditolak("penyelenggara"))
    }

    pub fn penanggungjawab(&self) -> Hasil<PenanggungjawabLokus> {
        if self.pelaku.di_instansi(Peran::Penanggungjawab, self.lokus.penyelenggara_id) {
            return Ok(PenanggungjawabLokus { pelaku: self.pelaku.clone(), lokus: self.lokus.clone() });
        }
        Err(StoreError::Ditolak("penanggungjawab"))
    }

    /// # Errors
    /// `Ditolak` to everybody but operator and head.
    pub fn pelaksana(&self) -> Hasil<PelaksanaTindakLanjut> {
        if self.di_unit(Peran::UnitOperator) || self.di_unit(Peran::UnitKepala) {
            return Ok(PelaksanaTindakLanjut { pelaku: self.pelaku.clone(), lokus: self.lokus.clone() });
        }
        Err(StoreError::Ditolak("pelaksana-tindak-lanjut"))
    }

    /// # Errors
    /// `Ditolak` to everybody who is not of that side.
    pub fn penerima(&self, sebagai: Penerima) -> Hasil<PenerimaLokus> {
        match sebagai {
            Penerima::Unit => self.pelaksana().map(drop)?,
            Penerima::Penanggungjawab => self.penanggungjawab().map(drop)?,
            Penerima::Penyelenggara => self.penyelenggara().map(drop)?,
        }
        Ok(PenerimaLokus { pelaku: self.pelaku.clone(), lokus: self.lokus.clone(), sebagai })
    }

    fn pihak_lain(&self) -> bool {
        let periode = Lingkup::Periode(self.lokus.periode_id);
        self.pelaku.peran.iter().any(|p| p.peran == Peran::PihakLain && p.lingkup == periode)
    }

    pub fn pengelola_f03(&self) -> Hasil<PengelolaF03> {
        if self.pihak_lain() || self.penyelenggara().is_ok() || self.evaluator().is_ok() {
            return Ok(PengelolaF03 { pelaku: self.pelaku.clone(), lokus: self.lokus.clone() });
        }
        Err(StoreError::Ditolak("pengelola-f03"))
    }

    /// An appointed evaluator of the lokus judges the paper, so he does not type it, whatever other role he has.
    pub fn pengetik_f03(&self) -> Hasil<PengetikF03> {
        if self.ditugaskan().is_ok() {
            return Err(StoreError::Ditolak("pengetik-f03"));
        }
        if self.pihak_lain() || self.penyelenggara().is_ok() || self.operator().is_ok() {
            return Ok(PengetikF03 { pelaku: self.pelaku.clone(), lokus: self.lokus.clone() });
        }
        Err(StoreError::Ditolak("pengetik-f03"))
    }

    /// Whether the person is here for the survey only, as an outside party.
    #[must_use]
    pub fn hanya_survei(&self) -> bool {
        self.hanya_survei
    }
}
