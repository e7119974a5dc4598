//! Settings of the gateways for short messages, and what is made of them at start: token read, body parsed. All off by default.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use jiff::civil::Time;
use serde::{Deserialize, Serialize};
use store::gerbang::{Saluran, kirim::Tenang};

use super::garis;
use crate::{
    tte,
    tujuan::{SalahAlamat, Tujuan},
};

/// How a request proves where it comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Bukti {
    /// `Authorization: Bearer` and the token.
    #[default]
    Bearer,
    /// Signed as Standard Webhooks says; the token is the key.
    Tanda,
}

/// The `[gerbang]` part of the settings.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct KonfigGerbang {
    /// Start of the hours in which nobody gets a short message, local time of the office. A queue number that is called is told at any hour.
    pub tenang_mulai: String,
    /// Their end; the same as the start: there are none.
    pub tenang_sampai: String,
    /// Words with which a person stops all messages to his number.
    pub kata_henti: Vec<String>,
    /// Networks of your own in which a gateway may stand, for example `["10.1.0.0/16"]`. Empty: only the open internet, by `https`.
    pub jaringan: Vec<String>,
    /// File (PEM) with the certificate of an authority of your own for `https`; empty: the public authorities.
    pub ca: PathBuf,
}

impl Default for KonfigGerbang {
    fn default() -> Self {
        Self {
            tenang_mulai: "20:00".into(),
            tenang_sampai: "07:00".into(),
            kata_henti: ["BERHENTI", "STOP", "HENTI"].map(Into::into).to_vec(),
            jaringan: Vec::new(),
            ca: PathBuf::new(),
        }
    }
}

/// The `[gerbang_wa]` and `[gerbang_sms]` parts of the settings.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct KonfigSaluran {
    /// Address of the gateway to which messages are posted as JSON; empty: off.
    pub alamat: String,
    /// File with the token that the gateway gave you.
    pub token: PathBuf,
    /// `bearer`, or `tanda`: signed with the token as Standard Webhooks says.
    pub bukti: Bukti,
    /// The body, JSON with `{nomor}` (`62812…`), `{teks}`, `{templat}`, `{bahasa}`, `{tautan}`, `{ringkas}` and `{id}` in its strings.
    pub isi: String,
    /// What the gateway calls the template for `pesanan`, `permohonan`, `pengaduan` and `tiket`, for `{templat}`.
    pub templat: BTreeMap<String, String>,
    /// Where the answer names the message, as a JSON pointer, for example `/messages/0/id`; empty: it does not.
    pub jawaban_id: String,
    /// Seconds to wait for an answer; after that nobody knows whether the message left, and it is not sent again.
    pub batas_jawab: u64,
    /// Estimated price of one message in rupiah; a long SMS counts as several.
    pub biaya: u32,
    /// Messages on a day at most; beyond it nothing more leaves, and the administrators are told.
    pub batas_harian: u32,
    /// File with the secret with which the gateway proves its news at `/gerbang/wa/kabar` or `/gerbang/sms/kabar`; empty: it tells nothing.
    pub kabar_token: PathBuf,
    /// How it proves them: `bearer` or `tanda`.
    pub kabar_bukti: Bukti,
    /// JSON pointer into its news: the message.
    pub kabar_id: String,
    /// JSON pointer into its news: what became of it (`sent`, `delivered`, `read`, `failed` and the like).
    pub kabar_keadaan: String,
    /// JSON pointer into its news: the number of who answered.
    pub kabar_dari: String,
    /// JSON pointer into its news: what he answered.
    pub kabar_teks: String,
}

impl Default for KonfigSaluran {
    fn default() -> Self {
        Self {
            alamat: String::new(),
            token: PathBuf::new(),
            bukti: Bukti::Bearer,
            isi: r#"{"to": "{nomor}", "text": "{teks}"}"#.into(),
            templat: BTreeMap::new(),
            jawaban_id: String::new(),
            batas_jawab: 15,
            biaya: 0,
            batas_harian: 1000,
            kabar_token: PathBuf::new(),
            kabar_bukti: Bukti::Bearer,
            kabar_id: "/id".into(),
            kabar_keadaan: "/status".into(),
            kabar_dari: "/from".into(),
            kabar_teks: "/text".into(),
        }
    }
}

/// One gateway, ready.
pub struct Gerbang {
    pub konfig: KonfigSaluran,
    pub token: String,
    pub isi: serde_json::Value,
    /// Empty: it tells nothing.
    pub kabar_token: String,
}

/// All gateways.
pub struct Semua {
    pub wa: Option<Gerbang>,
    pub sms: Option<Gerbang>,
    pub tujuan: Tujuan,
    pub tenang: Tenang,
    pub kata_henti: Vec<String>,
}

/// A setting that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum GerbangError {
    #[error("gerbang.{0}: {1:?} bukan jam; tulis misalnya 20:00")]
    Jam(&'static str, String),
    #[error("gerbang.jaringan: {0:?} bukan jaringan; tulis misalnya 10.0.0.0/8")]
    Jaringan(String),
    #[error("gerbang.ca: {0}")]
    Ca(String),
    #[error("gerbang_{0}.alamat: harus https, atau di jaringan yang disebut gerbang.jaringan")]
    Alamat(&'static str),
    #[error("gerbang_{0}.{1}: {sebab}", sebab = store::kata::berkas(.2))]
    Berkas(&'static str, &'static str, std::io::Error),
    #[error("gerbang_{0}.token: berkasnya kosong")]
    Kosong(&'static str),
    #[error("gerbang_{0}.isi: {sebab}", sebab = store::json::salah(.1))]
    Isi(&'static str, serde_json::Error),
}

impl Semua {
    /// # Errors
    /// When a setting cannot be used.
    pub fn baru(k: &KonfigGerbang, wa: &KonfigSaluran, sms: &KonfigSaluran) -> Result<Self, GerbangError> {
        let jam = |nama, teks: &str| teks.parse::<Time>().map_err(|_| GerbangError::Jam(nama, teks.to_owned()));
        let dalam = k.jaringan.iter().map(|s| s.parse().map_err(|()| GerbangError::Jaringan(s.clone()))).collect::<Result<_, _>>()?;
        let tujuan = Tujuan::baru(dalam, tte::tls(&k.ca).map_err(|e| GerbangError::Ca(e.to_string()))?);
        Ok(Self {
            wa: buka("wa", wa, &tujuan)?,
            sms: buka("sms", sms, &tujuan)?,
            tujuan,
            tenang: Tenang { mulai: jam("tenang_mulai", &k.tenang_mulai)?, sampai: jam("tenang_sampai", &k.tenang_sampai)? },
            kata_henti: k.kata_henti.iter().map(|s| s.trim().to_uppercase()).collect(),
        })
    }

    /// `None` while that gateway is off.
    #[must_use]
    pub fn lewat(&self, s: Saluran) -> Option<&Gerbang> {
        match s {
            Saluran::Wa => self.wa.as_ref(),
            Saluran::Sms => self.sms.as_ref(),
        }
    }

    /// Whether the gateway's address takes a connection. Nothing is sent.
    ///
    /// # Errors
    /// What went wrong, as the log of messages names it.
    pub async fn hubungi(&self, g: &Gerbang) -> Result<(), &'static str> {
        let a = self.tujuan.periksa(&g.konfig.alamat).map_err(SalahAlamat::kata)?;
        garis::hubungi(&self.tujuan, &a).await
    }

    /// The gateways that are on.
    #[must_use]
    pub fn hidup(&self) -> Vec<Saluran> {
        Saluran::SEMUA.into_iter().filter(|s| self.lewat(*s).is_some()).collect()
    }
}

fn buka(nama: &'static str, k: &KonfigSaluran, tujuan: &Tujuan) -> Result<Option<Gerbang>, GerbangError> {
    if k.alamat.is_empty() {
        return Ok(None);
    }
    tujuan.periksa(&k.alamat).map_err(|_| GerbangError::Alamat(nama))?;
    let baca = |medan, berkas: &Path| match std::fs::read_to_string(berkas) {
        Ok(isi) => Ok(isi.trim().to_owned()),
        Err(e) => Err(GerbangError::Berkas(nama, medan, e)),
    };
    let token = baca("token", &k.token)?;
    if token.is_empty() {
        return Err(GerbangError::Kosong(nama));
    }
    let kabar_token = if k.kabar_token.as_os_str().is_empty() { String::new() } else { baca("kabar_token", &k.kabar_token)? };
    let isi = serde_json::from_str(&k.isi).map_err(|e| GerbangError::Isi(nama, e))?;
    Ok(Some(Gerbang { konfig: k.clone(), token, isi, kabar_token }))
}
