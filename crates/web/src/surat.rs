//! Mail that the program sends by itself (one-time links): by SMTP, into files (for trying out), or not at all.
//! Sending never holds up a page and never fails one; what went wrong is in the log.

use std::path::PathBuf;

use lettre::{
    AsyncFileTransport, AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    message::{
        Mailbox,
        header::{ContentType, HeaderName, HeaderValue},
    },
    transport::smtp::authentication::Credentials,
};
use serde::{Deserialize, Serialize};

/// Header that every mail carries: it says whether a report of a bounce is about a mail of ours.
pub const TANDA: &str = "X-Prima-Tanda";

/// How mail leaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Cara {
    /// No mail: forgotten passwords go through the administrator's one-time link.
    #[default]
    Mati,
    /// Each mail becomes a file in `folder`.
    Berkas,
    Smtp,
}

/// How the line to the mail server is protected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tls {
    /// TLS from the first byte (port 465).
    #[default]
    Tls,
    /// Plain first, then TLS or nothing (port 587).
    Starttls,
    /// No protection: only for a mail server on this machine (port 25).
    Tanpa,
}

/// The `[surat]` part of the settings.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct KonfigSurat {
    /// `mati`, `berkas` or `smtp`.
    pub cara: Cara,
    /// Where mail files go with `berkas`; one that is not absolute counts from the folder in which the program was started.
    pub folder: PathBuf,
    /// The sender, for example `Prima <prima@kutaitimurkab.go.id>`.
    pub dari: String,
    /// Host name of the mail server.
    pub server: String,
    /// 0: the usual port of the chosen `tls`.
    pub port: u16,
    /// `tls`, `starttls` or `tanpa`.
    pub tls: Tls,
    /// Account at the mail server; empty: without.
    pub pengguna: String,
    /// Its password; better given as `PRIMA_SURAT__SANDI` than written in the file.
    pub sandi: String,
    /// Folder (or Maildir) into which your mail server puts reports of mails that could not be delivered; empty: they are not read.
    pub pental: PathBuf,
}

impl Default for KonfigSurat {
    fn default() -> Self {
        Self {
            cara: Cara::Mati,
            folder: "surat".into(),
            dari: "Prima <prima@localhost>".into(),
            server: "localhost".into(),
            port: 0,
            tls: Tls::Tls,
            pengguna: String::new(),
            sandi: String::new(),
            pental: PathBuf::new(),
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum SuratError {
    #[error("surat.dari: bukan alamat surel; tulis misalnya Prima <prima@kab.go.id>")]
    Dari(#[from] lettre::address::AddressError),
    #[error("surat.folder: {}", store::kata::berkas(.0))]
    Folder(#[from] std::io::Error),
    #[error("surat.server: server surat tidak dapat dipakai: {0}")]
    Smtp(#[from] lettre::transport::smtp::Error),
    #[error("mail file: {0}")]
    Berkas(#[from] lettre::transport::file::Error),
    #[error("mail: {0}")]
    Isi(#[from] lettre::error::Error),
}

/// A mail that carries notices.
#[derive(Debug)]
pub struct Kabaran {
    pub kepada: String,
    pub perihal: String,
    pub isi: String,
    /// Full address that stops mails of this kind.
    pub henti: String,
    /// Names the mail: the same one again has the same name.
    pub nomor: String,
    /// Proves a bounce ([`crate::pental`]).
    pub tanda: String,
}

/// Sends mail; made once at start.
pub struct Pengirim {
    dari: Mailbox,
    jalan: Jalan,
}

enum Jalan {
    Mati,
    Berkas(AsyncFileTransport<Tokio1Executor>),
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
}

impl Pengirim {
    /// # Errors
    /// When a setting cannot be used.
    pub fn baru(konfig: &KonfigSurat) -> Result<Self, SuratError> {
        let jalan = match konfig.cara {
            Cara::Mati => Jalan::Mati,
            Cara::Berkas => {
                std::fs::create_dir_all(&konfig.folder)?;
                Jalan::Berkas(AsyncFileTransport::new(&konfig.folder))
            }
            Cara::Smtp => Jalan::Smtp(smtp(konfig)?),
        };
        Ok(Self { dari: konfig.dari.parse()?, jalan })
    }

    /// Whether mail can be sent at all.
    #[must_use]
    pub fn hidup(&self) -> bool {
        !matches!(self.jalan, Jalan::Mati)
    }

    /// Asks the mail server, and signs in where an account is set; sends nothing. Without a server there is nothing to ask.
    ///
    /// # Errors
    /// When it does not answer, or refuses.
    pub async fn hubungi(&self) -> Result<(), lettre::transport::smtp::Error> {
        if let Jalan::Smtp(t) = &self.jalan {
            t.test_connection().await?;
        }
        Ok(())
    }

    /// Sends notices. Mail programs show a button that stops them (RFC 2369, RFC 8058).
    ///
    /// # Errors
    /// When the address is none or the server refuses.
    pub async fn kirim_kabar(&self, k: Kabaran) -> Result<(), SuratError> {
        let nama = HeaderName::new_from_ascii_str;
        // Our own address, which needs no encoding and must not be folded.
        let henti = format!("<{}>", k.henti);
        let surat = Message::builder()
            .from(self.dari.clone())
            .to(Mailbox::new(None, k.kepada.parse()?))
            .subject(k.perihal)
            .message_id(Some(self.nama(&k.nomor)))
            .raw_header(HeaderValue::dangerous_new_pre_encoded(nama("List-Unsubscribe"), henti.clone(), henti))
            .raw_header(HeaderValue::new(nama("List-Unsubscribe-Post"), "List-Unsubscribe=One-Click".to_owned()))
            .raw_header(HeaderValue::new(nama(TANDA), k.tanda))
            .raw_header(HeaderValue::new(nama("Auto-Submitted"), "auto-generated".to_owned()))
            .header(ContentType::TEXT_PLAIN)
            .body(k.isi)?;
        self.lepas(surat).await
    }

    /// Sends a plain text; `nomor` names the mail (the same one again has the same name), `tanda` proves a bounce ([`crate::pental`]).
    ///
    /// # Errors
    /// When the address is none or the server refuses.
    pub async fn kirim(&self, nomor: &str, kepada: &str, perihal: &str, isi: String, tanda: String) -> Result<(), SuratError> {
        let surat = Message::builder()
            .from(self.dari.clone())
            .to(Mailbox::new(None, kepada.parse()?))
            .subject(perihal)
            .message_id(Some(self.nama(nomor)))
            .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str(TANDA), tanda))
            .header(ContentType::TEXT_PLAIN)
            .body(isi)?;
        self.lepas(surat).await
    }

    /// `Message-ID`, by which a receiver tells a mail that came twice.
    fn nama(&self, nomor: &str) -> String {
        format!("<{nomor}@{}>", self.dari.email.domain())
    }

    async fn lepas(&self, surat: Message) -> Result<(), SuratError> {
        match &self.jalan {
            Jalan::Mati => {}
            Jalan::Berkas(t) => {
                t.send(surat).await?;
            }
            Jalan::Smtp(t) => {
                t.send(surat).await?;
            }
        }
        Ok(())
    }
}

fn smtp(konfig: &KonfigSurat) -> Result<AsyncSmtpTransport<Tokio1Executor>, SuratError> {
    let mut t = match konfig.tls {
        Tls::Tls => AsyncSmtpTransport::<Tokio1Executor>::relay(&konfig.server)?,
        Tls::Starttls => AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(&konfig.server)?,
        Tls::Tanpa => AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&konfig.server),
    };
    if konfig.port != 0 {
        t = t.port(konfig.port);
    }
    if !konfig.pengguna.is_empty() {
        t = t.credentials(Credentials::new(konfig.pengguna.clone(), konfig.sandi.clone()));
    }
    Ok(t.build())
}
