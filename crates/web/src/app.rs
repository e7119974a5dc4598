//! What every handler can reach: configuration and the things opened once at start. No request state here.

use std::{net::IpAddr, sync::Arc};

use serde::{Deserialize, Serialize};

use dokumen::Pencetak;
use store::{
    Store,
    faktor::kunci_sandi::Pihak,
    gudang::KonfigObjek,
    id::{PekerjaanId, PeriodeId},
    pental,
    replika::KonfigReplika,
};

use crate::{
    antrean::Antrean,
    api::token::LajuApi,
    asal,
    data::KonfigData,
    format::Zona,
    gerbang::{self, GerbangError, KonfigGerbang, KonfigSaluran},
    jejak::KonfigJejak,
    langsung::Langsung,
    metrik::{KonfigMetrik, Metrik},
    middleware::{
        alamat::Jaringan,
        kelas::LajuKelas,
        laju::{Laju, LajuSurat},
        pemeliharaan::Sakelar,
    },
    muatan::Muatan,
    pindai::{KonfigPindai, Pemindai},
    publik::cetak::CetakUmum,
    sambungan::PerAlamat,
    singgah::Singgah,
    sso::{KonfigSso, Sso, SsoError},
    surat::{KonfigSurat, Pengirim, SuratError},
    survei,
    tte::{self, KonfigTte, PenandaElektronik, TteError},
    tujuan::{KonfigKait, Tujuan},
};

/// Bookings that one source may make in an hour.
const PESAN_PER_JAM: u32 = 40;
/// Cases that one source may send in an hour; a waiting room or an office is one address, so it is generous.
const KIRIM_PER_JAM: u32 = 60;

/// Mails with a link for a new password, and mails that confirm, to one address in an hour.
const SURAT_SANDI_PER_JAM: u32 = 3;
const SURAT_KABAR_PER_JAM: u32 = 6;

/// Settings of the pages. Every key can be written in `prima.toml` or as `PRIMA_<KEY>`; the defaults start.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Konfig {
    /// The address under which people reach this installation: `https://` and a name, with a port where it is not the usual one. A slash at
    /// the end is taken off, a path is refused. With `https` the session cookie is bound to it (`__Host-`) and browsers are told to stay with https.
    pub alamat: String,
    /// The office's time zone: `WIB`, `WITA` or `WIT`.
    pub zona: Zona,
    /// Largest body of an ordinary form, in bytes. Uploads have their own limit.
    pub batas_isi: usize,
    /// Longest time a request may take before it is answered with an error, in seconds.
    pub batas_waktu: u64,
    /// Longest time a client may take to send the headers of a request, in seconds.
    pub batas_kepala: u64,
    /// Connections held at the same time; further ones wait. Below the limit of open files of the system.
    pub sambungan_maks: usize,
    /// Connections that one address (IPv6: one /64) may hold at the same time; a quarter of that while less than a quarter of
    /// all is free. A phone needs about two for a visit, an office is one address, so it is generous. Proxies in
    /// `proksi_tepercaya` are not limited. 0 switches the limit off.
    pub sambungan_per_alamat: usize,
    /// Networks of reverse proxies whose `X-Forwarded-For` is believed, for example `["127.0.0.1/32", "10.0.0.0/8"]`.
    pub proksi_tepercaya: Vec<String>,
    /// `false` switches off at once what one address, account or token may do in a time: `laju_per_detik`, `umum_per_menit`,
    /// `tulis_per_menit`, `berkas_per_menit`, `api_per_menit`, `api_tamu_per_menit`, and bookings and sendings an hour. For measuring and
    /// trying only; `prima doctor` tells. Connections, uploads, surveys, queue numbers, mails and attempts at passwords have limits apart.
    pub laju: bool,
    /// Requests one address may make a second in the long run; a burst of ten times that is let through. Offices sit
    /// behind one address, so it is generous. 0 switches this limit off and no other, for instance where a proxy limits requests. This and
    /// the limits below are counted by each node in its memory: with N nodes they are N times as high. Attempts at passwords and codes
    /// are counted in the database, for all nodes.
    pub laju_per_detik: u32,
    /// Forms that one address (IPv6: one /64) may send in a minute without an account, as many at once, surveys aside. A hall with its
    /// own Wi-Fi is one address, so it is generous. 0: no limit.
    pub umum_per_menit: u32,
    /// Changes that one account may make in a minute, as many at once. 0: no limit.
    pub tulis_per_menit: u32,
    /// Files made for one reader (PDF, tables, posters) that one account, or one address without an account, may ask for in a minute,
    /// as many at once. 0: no limit.
    pub berkas_per_menit: u32,
    /// MB that one address (IPv6: one /64) may upload through public forms in a day (UTC). 0: no limit.
    pub unggah_mb_per_hari: u64,
    /// MB that all public forms together take in a day (UTC), so that the disk is not filled from many addresses. 0: no limit.
    pub unggah_mb_semua_per_hari: u64,
    /// Answers that one public survey takes from one address (IPv6: one /64) in an hour, as many at once at most. A waiting
    /// room or an office is one address, so it is generous. 0 switches the limit off.
    pub survei_per_jam: u32,
    /// Answers from one address within a minute from which they are marked as a burst; 0: never.
    pub survei_per_menit: u32,
    /// Queue numbers that one address (IPv6: one /64) may take on phones in an hour, as many at once at most. A hall with its own
    /// Wi-Fi is one address, so it is generous; the front desk, and a kiosk that it signed in, are not limited. 0: no limit.
    pub antrean_per_jam: u32,
    /// Calls of `/api` that one token may make in a minute, as many at once. 0: no limit.
    pub api_per_menit: u32,
    /// Readings of `/api` without a token from one address (IPv6: one /64) in a minute, as many at once. 0: no limit.
    pub api_tamu_per_menit: u32,
    /// Whether this installation holds invented example data: every page then says ILUSTRASI.
    pub ilustrasi: bool,
    /// Room on the disk of the data folder, in MB, below which `/readyz` says that this node is not ready.
    pub ruang_min: u64,
    pub surat: KonfigSurat,
    pub tte: KonfigTte,
    pub metrik: KonfigMetrik,
    pub jejak: KonfigJejak,
    pub kait: KonfigKait,
    pub katalog: KonfigData,
    pub pindai: KonfigPindai,
    pub gerbang: KonfigGerbang,
    pub gerbang_wa: KonfigSaluran,
    pub gerbang_sms: KonfigSaluran,
    pub sso: KonfigSso,
    pub objek: KonfigObjek,
    pub replika: KonfigReplika,
}

impl Konfig {
    /// What the store must know of places outside the folder and the database.
    #[must_use]
    pub fn luar(&self) -> store::Luar {
        store::Luar { objek: self.objek.clone(), replika: self.replika.clone() }
    }
}

impl Default for Konfig {
    fn default() -> Self {
        Self {
            alamat: "http://127.0.0.1:8080".into(),
            zona: Zona::Wib,
            batas_isi: 256 * 1024,
            batas_waktu: 30,
            batas_kepala: 30,
            sambungan_maks: 800,
            sambungan_per_alamat: 400,
            proksi_tepercaya: Vec::new(),
            laju: true,
            laju_per_detik: 30,
            umum_per_menit: 240,
            tulis_per_menit: 600,
            berkas_per_menit: 60,
            unggah_mb_per_hari: 1_000,
            unggah_mb_semua_per_hari: 20_000,
            survei_per_jam: 240,
            survei_per_menit: 10,
            antrean_per_jam: 300,
            api_per_menit: 600,
            api_tamu_per_menit: 120,
            ilustrasi: false,
            ruang_min: 200,
            surat: KonfigSurat::default(),
            tte: KonfigTte::default(),
            metrik: KonfigMetrik::default(),
            jejak: KonfigJejak::default(),
            kait: KonfigKait::default(),
            katalog: KonfigData::default(),
            pindai: KonfigPindai::default(),
            gerbang: KonfigGerbang::default(),
            gerbang_wa: KonfigSaluran::default(),
            gerbang_sms: KonfigSaluran::default(),
            sso: KonfigSso::default(),
            objek: KonfigObjek::default(),
            replika: KonfigReplika::default(),
        }
    }
}

/// A setting that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KonfigError {
    #[error("proksi_tepercaya: {0:?} bukan jaringan; tulis misalnya 10.0.0.0/8")]
    Jaringan(String),
    #[error("kait.jaringan: {0:?} bukan jaringan; tulis misalnya 10.0.0.0/8")]
    JaringanKait(String),
    #[error("pindai.alamat: {0:?} salah; tulis unix:/run/clamav/clamd.ctl atau tcp:127.0.0.1:3310")]
    Pindai(String),
    #[error("kait.ca: {0}")]
    CaKait(String),
    #[error(transparent)]
    Gerbang(#[from] GerbangError),
    #[error(transparent)]
    Surat(#[from] SuratError),
    #[error(transparent)]
    Tte(#[from] TteError),
    #[error(transparent)]
    Sso(#[from] SsoError),
    #[error(transparent)]
    Store(#[from] store::StoreError),
    #[error("kunci instalasi tidak dapat dipakai")]
    Kunci,
    #[error("alamat: {0:?} tidak berawalan http:// atau https://")]
    Alamat(String),
    #[error("alamat: {0:?} harus nama saja, tanpa jalur atau tambahan sesudahnya; tulis misalnya https://prima.contoh.go.id")]
    AlamatJalur(String),
    #[error("katalog.lisensi_alamat: {0:?} memerlukan katalog.lisensi (nama lisensinya), dan berawalan https:// atau http://")]
    Lisensi(String),
}

/// What in the settings would stop the program at its start, as far as that can be known without opening anything. The scanner, mail, gateways
/// and single sign-on are looked at by who connects to them.
#[must_use]
pub fn keluhan(k: &Konfig) -> Vec<KonfigError> {
    let bukan = |s: &str| s.parse::<Jaringan>().is_err();
    let mut semua: Vec<KonfigError> = Vec::new();
    semua.extend(asal::rapi(&k.alamat).err());
    semua.extend(k.proksi_tepercaya.iter().filter(|s| bukan(s.as_str())).cloned().map(KonfigError::Jaringan));
    semua.extend(k.kait.jaringan.iter().filter(|s| bukan(s.as_str())).cloned().map(KonfigError::JaringanKait));
    semua.extend(store::tls::penyambung(&k.kait.ca).err().map(|e| KonfigError::CaKait(e.to_string())));
    semua.extend(tte::dari(&k.tte).err().map(KonfigError::Tte));
    semua.extend((!k.katalog.sah()).then(|| KonfigError::Lisensi(k.katalog.lisensi_alamat.clone())));
    semua
}

/// What of the settings the pages must know: ways in besides the password, and whether uploads are looked at.
#[derive(Debug, Default)]
pub struct Pintu {
    pub kunci_sandi: bool,
    /// What stands on the button of the agency's own sign-in.
    pub sso: Option<String>,
    /// A virus scanner looks at uploads.
    pub pemindai: bool,
}

#[derive(Clone)]
pub struct AppState(Arc<Isi>);

/// The contents of [`AppState`], reached by dereferencing it.
pub struct Isi {
    pub store: Store,
    pub konfig: Konfig,
    /// Every page says ILUSTRASI: by configuration, or because the installation was filled as an example.
    pub ilustrasi: bool,
    pub laju: Laju,
    /// Forms and made files, by account or address.
    pub laju_kelas: LajuKelas,
    /// Stamps, limits and kept pages of the public surveys.
    pub survei: survei::cepat::Layanan,
    pub surat: Pengirim,
    /// The electronic signing service; `None` while it is off.
    pub tte: Option<Arc<dyn PenandaElektronik>>,
    /// This installation as browsers know it for passkeys; `None` where its address has none.
    pub pihak: Option<Pihak>,
    /// The agency's own sign-in; `None` while it is off.
    pub sso: Option<Sso>,
    /// Ways in that pages offer besides the password.
    pub pintu: Arc<Pintu>,
    /// Mail for one person: a few an hour, whoever asks.
    pub laju_surat: LajuSurat,
    /// Bookings from one address. A village office books for its people from one.
    pub laju_pesan: Laju,
    /// Cases that one source sends through the public form.
    pub laju_kirim: Laju,
    /// Uploads of public forms that are in memory now.
    pub muatan: Muatan,
    /// Documents that visitors have in print.
    pub cetak_umum: CetakUmum,
    /// Mails that confirm what somebody did on a public page, to one address: whoever typed it may not be its owner.
    pub laju_kabar: LajuSurat,
    /// Live streams of boards, and of numbers, that one source holds.
    pub aliran_papan: Arc<PerAlamat>,
    pub aliran_tiket: Arc<PerAlamat>,
    /// Calls of programs.
    pub laju_api: LajuApi,
    /// Where events may be sent.
    pub tujuan_kait: Tujuan,
    /// Gateways for short messages.
    pub gerbang: gerbang::Semua,
    /// Tells open pages that something changed.
    pub langsung: Langsung,
    /// The lines of halls, ready for everybody who watches.
    pub antrean: Antrean,
    /// Lays out PDF, bounded in workers, time and memory.
    pub pencetak: Pencetak,
    /// The virus scanner of uploads; `None` while it is off.
    pub pemindai: Option<Pemindai>,
    /// Counts of requests and their times.
    pub metrik: Metrik,
    /// Whether writing is switched off.
    pub pemeliharaan: Sakelar,
    /// The recap of surveys and the agreement of evaluators, over many units.
    pub(crate) rekap_skm: Singgah<String, crate::skm::rekap::Isi>,
    pub(crate) kesepakatan: Singgah<String, crate::periode::kesepakatan::Sajian>,
    pub(crate) papan_tindak_lanjut: Singgah<(PeriodeId, jiff::civil::Date), crate::periode::tindak_lanjut::Papan>,
    proksi: Vec<Jaringan>,
}

impl AppState {
    /// # Errors
    /// When a setting cannot be used.
    pub async fn baru(store: Store, mut konfig: Konfig, pencetak: Pencetak) -> Result<Self, KonfigError> {
        konfig.alamat = asal::rapi(&konfig.alamat)?;
        if !konfig.katalog.sah() {
            return Err(KonfigError::Lisensi(konfig.katalog.lisensi_alamat));
        }
        let proksi =
            konfig.proksi_tepercaya.iter().map(|s| s.parse().map_err(|()| KonfigError::Jaringan(s.clone()))).collect::<Result<_, _>>()?;
        let ilustrasi = konfig.ilustrasi || store.ilustrasi().await?;
        let dalam =
            konfig.kait.jaringan.iter().map(|s| s.parse().map_err(|()| KonfigError::JaringanKait(s.clone()))).collect::<Result<_, _>>()?;
        let tujuan_kait = Tujuan::baru(dalam, store::tls::penyambung(&konfig.kait.ca).map_err(|e| KonfigError::CaKait(e.to_string()))?);
        let pemindai = konfig.pindai.pemindai().map_err(KonfigError::Pindai)?;
        store.pasang_karantina(pemindai.is_some());
        let sso = Sso::dari(&konfig.sso, &konfig.alamat)?;
        let pihak = Pihak::dari_alamat(&konfig.alamat);
        let nama_sso = sso.as_ref().map(|s| s.konfig.nama.clone());
        let hidup = |banyak| if konfig.laju { banyak } else { 0 };
        let per_jam = |banyak| Laju::per_jam(hidup(banyak));
        // Half of the connections stay free for pages.
        let tempat_aliran = konfig.sambungan_maks / 2;
        // One source, be it behind a proxy, never takes all of them; off where that limit is off.
        let bagian =
            |n: usize| PerAlamat::baru(if konfig.sambungan_per_alamat == 0 { 0 } else { (tempat_aliran / n).max(1) }, tempat_aliran);
        Ok(Self(Arc::new(Isi {
            laju: Laju::baru(hidup(konfig.laju_per_detik)),
            laju_kelas: LajuKelas::baru(&konfig),
            laju_surat: LajuSurat::per_jam(SURAT_SANDI_PER_JAM),
            laju_kabar: LajuSurat::per_jam(SURAT_KABAR_PER_JAM),
            laju_pesan: per_jam(PESAN_PER_JAM),
            laju_kirim: per_jam(KIRIM_PER_JAM),
            laju_api: LajuApi::baru(hidup(konfig.api_per_menit), hidup(konfig.api_tamu_per_menit)),
            muatan: Muatan::baru(konfig.unggah_mb_per_hari, konfig.unggah_mb_semua_per_hari),
            aliran_papan: bagian(4),
            aliran_tiket: bagian(2),
            langsung: Langsung::baru(tempat_aliran),
            survei: survei::cepat::Layanan::baru(&konfig, store.kunci()).map_err(|_| KonfigError::Kunci)?,
            antrean: Antrean::baru(konfig.antrean_per_jam),
            surat: Pengirim::baru(&konfig.surat)?,
            gerbang: gerbang::Semua::baru(&konfig.gerbang, &konfig.gerbang_wa, &konfig.gerbang_sms)?,
            tte: tte::dari(&konfig.tte)?,
            tujuan_kait,
            pintu: Arc::new(Pintu { kunci_sandi: pihak.is_some(), sso: nama_sso, pemindai: pemindai.is_some() }),
            pemeliharaan: Sakelar::baru(store.folder()),
            cetak_umum: CetakUmum::default(),
            metrik: Metrik::default(),
            rekap_skm: Singgah::default(),
            kesepakatan: Singgah::default(),
            papan_tindak_lanjut: Singgah::default(),
            ilustrasi,
            pihak,
            sso,
            pencetak,
            pemindai,
            proksi,
            store,
            konfig,
        })))
    }
}

impl Isi {
    /// Sends the plain text of a job to an address; nothing where mail to it is held back because it bounced. The job's id names the
    /// mail, so that one which is sent again (the program was stopped before it could note the end) can be told by the receiver.
    ///
    /// # Errors
    /// A sentence for the administrator.
    pub async fn kirim_surat(&self, id: PekerjaanId, kepada: &str, perihal: &str, isi: String) -> Result<(), String> {
        if pental::ditahan(&self.store, kepada).await.map_err(|e| e.to_string())? {
            tracing::info!("a mail was not sent: its address bounced");
            return Ok(());
        }
        let tanda = pental::tanda(self.store.kunci(), kepada);
        self.surat.kirim(&id.to_string(), kepada, perihal, isi, tanda).await.map_err(|e| e.to_string())
    }

    /// Whether people come by https, so cookies and headers can insist on it.
    #[must_use]
    pub fn https(&self) -> bool {
        self.konfig.alamat.starts_with("https://")
    }

    /// Whether an address belongs to one of our own proxies.
    #[must_use]
    pub fn tepercaya(&self, alamat: IpAddr) -> bool {
        self.proksi.iter().any(|j| j.memuat(alamat))
    }
}

impl std::ops::Deref for AppState {
    type Target = Isi;

    fn deref(&self) -> &Isi {
        &self.0
    }
}
