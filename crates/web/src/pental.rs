//! Bounces: reports of mail servers that a mail could not be delivered (RFC 3464), read from a folder into which the mail server puts them
//! (`surat.pental`). Believed only when the report carries the mark of a mail of ours to that address; only addresses that do not exist
//! or take nothing any more are held back, not full mailboxes or refusals of a text.

use std::path::{Path, PathBuf};

use mail_parser::{Message, MessageParser, MimeHeaders as _, PartType};
use store::pental;

use crate::{AppState, surat::TANDA};

/// A report is small; larger files are left where they are.
const BESAR: u64 = 2 * 1024 * 1024;
/// Files of one round.
const BANYAK: usize = 500;

/// One address of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Laporan {
    pub alamat: String,
    /// As in RFC 3463.
    pub status: String,
}

/// What a report says: addresses to which delivery failed for good, and the marks found in it. `None`: it is no such report.
#[must_use]
pub fn urai(isi: &[u8]) -> Option<(Vec<Laporan>, Vec<String>)> {
    let m = MessageParser::default().parse(isi)?;
    let (mut laporan, mut tanda, mut ada) = (Vec::new(), Vec::new(), false);
    for b in &m.parts {
        let jenis = b.content_type().map(|c| format!("{}/{}", c.ctype(), c.subtype().unwrap_or_default()).to_lowercase());
        match (jenis.as_deref(), &b.body) {
            (Some("message/delivery-status" | "message/global-delivery-status"), PartType::Text(t)) => {
                ada = true;
                laporan.extend(status(t));
            }
            (Some("message/delivery-status" | "message/global-delivery-status"), PartType::Binary(t) | PartType::InlineBinary(t)) => {
                ada = true;
                laporan.extend(status(&String::from_utf8_lossy(t)));
            }
            (_, PartType::Message(asli)) => tanda.extend(tanda_pesan(asli)),
            (_, PartType::Text(t)) => tanda.extend(tanda_teks(t)),
            (_, PartType::Binary(t) | PartType::InlineBinary(t)) => tanda.extend(tanda_teks(&String::from_utf8_lossy(t))),
            _ => {}
        }
    }
    ada.then_some((laporan, tanda))
}

fn tanda_pesan(m: &Message<'_>) -> Option<String> {
    m.header(TANDA)?.as_text().map(|t| t.trim().to_owned())
}

fn tanda_teks(teks: &str) -> impl Iterator<Item = String> + '_ {
    let awal = |b: &str| b.get(..TANDA.len()).is_some_and(|k| k.eq_ignore_ascii_case(TANDA));
    teks.lines().filter(move |b| awal(b)).filter_map(|b| Some(b.split_once(':')?.1.trim().to_owned()))
}

/// The blocks of a delivery status that name a recipient whom no other try will reach.
fn status(teks: &str) -> Vec<Laporan> {
    let rapi = teks.replace("\r\n", "\n");
    let medan = |blok: &str, nama: &str| {
        let baris =
            blok.lines().find(|b| b.get(..nama.len()).is_some_and(|k| k.eq_ignore_ascii_case(nama)) && b[nama.len()..].starts_with(':'))?;
        Some(baris[nama.len() + 1..].trim().to_owned())
    };
    let satu = |blok: &str| {
        // What we wrote to comes before where it was forwarded.
        let siapa = medan(blok, "Original-Recipient").or_else(|| medan(blok, "Final-Recipient"))?;
        let alamat = siapa.split_once(';').map_or(siapa.as_str(), |(_, a)| a).trim().trim_matches(['<', '>']).to_lowercase();
        let status = medan(blok, "Status")?.split_whitespace().next()?.to_owned();
        let gagal = medan(blok, "Action").is_some_and(|a| a.eq_ignore_ascii_case("failed"));
        (gagal && keras(&status) && alamat.contains('@')).then_some(Laporan { alamat, status })
    };
    rapi.split("\n\n").filter_map(satu).collect()
}

/// The address is wrong or takes nothing any more (RFC 3463): no such mailbox, host or route, switched off.
fn keras(status: &str) -> bool {
    matches!(status, "5.2.1" | "5.4.4") || status.starts_with("5.1.")
}

/// Reads all reports that wait, holds their addresses back, and puts the files aside. Returns how many addresses.
///
/// # Errors
/// A sentence for the log.
pub async fn baca(app: &AppState) -> Result<usize, String> {
    let folder = app.konfig.surat.pental.clone();
    if folder.as_os_str().is_empty() {
        return Ok(0);
    }
    let semua =
        tokio::task::spawn_blocking(move || berkas(&folder)).await.map_err(|e| e.to_string())?.map_err(|e| format!("surat.pental: {e}"))?;
    let mut n = 0;
    for (jalur, isi) in semua {
        if let Some((laporan, tanda)) = urai(&isi) {
            for l in laporan {
                // Anyone can send a report; only a mail of ours to that address has this mark.
                if tanda.contains(&pental::tanda(app.store.kunci(), &l.alamat)) {
                    n += usize::from(pental::catat(&app.store, &l.alamat, &l.status).await.map_err(|e| e.to_string())?);
                }
            }
        }
        if let Err(e) = sisihkan(&jalur) {
            tracing::warn!(error = %e, "a report of a mail server stays in its folder and is read again");
        }
    }
    Ok(n)
}

/// The folder itself, or `new` in it where it is a Maildir.
fn berkas(folder: &Path) -> std::io::Result<Vec<(PathBuf, Vec<u8>)>> {
    let baru = folder.join("new");
    let dari = if baru.is_dir() { baru } else { folder.to_owned() };
    let mut semua = Vec::new();
    for e in std::fs::read_dir(dari)? {
        let e = e?;
        let (jenis, nama) = (e.file_type()?, e.file_name());
        let lewat = nama.to_string_lossy().starts_with('.') || nama.to_string_lossy().ends_with(SUDAH);
        if jenis.is_file() && !lewat && e.metadata()?.len() <= BESAR {
            semua.push((e.path(), std::fs::read(e.path())?));
        }
        if semua.len() >= BANYAK {
            break;
        }
    }
    Ok(semua)
}

/// Ending of a file that was read, where the folder is no Maildir.
const SUDAH: &str = ".dibaca";

fn sisihkan(jalur: &Path) -> std::io::Result<()> {
    let nama = jalur.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let cur = jalur
        .parent()
        .and_then(Path::parent)
        .map(|p| p.join("cur"))
        .filter(|c| c.is_dir() && jalur.parent().is_some_and(|p| p.ends_with("new")));
    match cur {
        Some(c) => std::fs::rename(jalur, c.join(format!("{nama}:2,S"))),
        None => std::fs::rename(jalur, jalur.with_file_name(format!("{nama}{SUDAH}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn laporan(status: &str, action: &str, asli: &str) -> String {
        format!(
            "From: MAILER-DAEMON@mx.contoh.id\r\nTo: prima@contoh.id\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n\
             --b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.contoh.id\r\nArrival-Date: Mon, 2 Mar 2026 08:00:00 +0800\r\n\r\n\
             Final-Recipient: rfc822; Siti@Contoh.id\r\nAction: {action}\r\nStatus: {status}\r\nDiagnostic-Code: smtp; 550 no such user\r\n\r\n\
             --b\r\n{asli}\r\n--b--\r\n"
        )
    }

    #[test]
    fn a_report_of_a_wrong_address() {
        let asli = "Content-Type: message/rfc822\r\n\r\nFrom: prima@contoh.id\r\nTo: siti@contoh.id\r\nX-Prima-Tanda: abc123\r\nSubject: X\r\n\r\nisi\r\n";
        let (l, t) = urai(laporan("5.1.1", "failed", asli).as_bytes()).unwrap();
        assert_eq!(l, [Laporan { alamat: "siti@contoh.id".into(), status: "5.1.1".into() }]);
        assert_eq!(t, ["abc123"]);
        let kepala = "Content-Type: text/rfc822-headers\r\n\r\nTo: siti@contoh.id\r\nx-prima-tanda: abc123\r\n";
        assert_eq!(urai(laporan("5.2.1 (disabled)", "Failed", kepala).as_bytes()).unwrap().1, ["abc123"]);
    }

    #[test]
    fn what_is_no_reason_to_stop() {
        let kepala = "Content-Type: text/rfc822-headers\r\n\r\nTo: siti@contoh.id\r\n";
        for (status, action) in
            [("4.2.0", "delayed"), ("5.2.2", "failed"), ("5.7.1", "failed"), ("5.1.1", "delayed"), ("2.0.0", "delivered")]
        {
            assert_eq!(urai(laporan(status, action, kepala).as_bytes()).unwrap().0, [], "{status} {action}");
        }
        assert!(
            urai(b"From: a@b.id\r\nSubject: 5.1.1\r\n\r\nFinal-Recipient: rfc822; a@b.id\r\nAction: failed\r\nStatus: 5.1.1\r\n").is_none()
        );
        for sampah in [
            &b""[..],
            b"\xff\xfe\x00",
            b"--b",
            b"Content-Type: multipart/report; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n:::\r\n--b--",
        ] {
            let _ = urai(sampah);
        }
    }
}
