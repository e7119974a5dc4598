//! Where a message may go: `https` to an address of the open internet. What lies inside (loopback, private, link-local, tunnels
//! into them) is refused unless the configuration names the network; there plain `http` is taken too. Checked on the numbers that
//! the line is opened to, after the name was resolved, so a name cannot mean one thing when checked and another when used.

pub(crate) mod garis;

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    path::PathBuf,
    time::Duration,
};

use axum::http::Uri;
use serde::{Deserialize, Serialize};
use tokio::{
    net::{TcpStream, lookup_host},
    time::timeout,
};
use tokio_rustls::TlsConnector;

use crate::middleware::alamat::Jaringan;

/// Longest wait for a name, and for a line.
pub(crate) const SAMBUNG: Duration = Duration::from_secs(5);

/// The `[kait]` part of the settings.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct KonfigKait {
    /// Networks of your own to which events may be sent, for example `["10.1.0.0/16"]`. Empty: only the open internet, by `https`.
    pub jaringan: Vec<String>,
    /// File (PEM) with the certificate of an authority of your own for `https`; empty: the public authorities.
    pub ca: PathBuf,
}

/// What may be reached, made once at start.
pub struct Tujuan {
    dalam: Vec<Jaringan>,
    pub(crate) tls: TlsConnector,
}

/// Why an address is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SalahAlamat {
    Bentuk,
    /// Not `https`.
    Terbuka,
    /// Inside a network that the configuration does not name.
    Dalam,
}

impl SalahAlamat {
    /// For the log of sendings.
    #[must_use]
    pub fn kata(self) -> &'static str {
        match self {
            Self::Bentuk => "alamat",
            Self::Terbuka => "bukan-https",
            Self::Dalam => "jaringan-dalam",
        }
    }

    /// Catalogue key.
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Bentuk => "kait-salah-alamat",
            Self::Terbuka => "kait-salah-https",
            Self::Dalam => "kait-salah-dalam",
        }
    }
}

/// An address that can be tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alamat {
    pub inang: String,
    pub porta: u16,
    pub jalur: String,
    pub https: bool,
}

impl Tujuan {
    #[must_use]
    pub fn baru(dalam: Vec<Jaringan>, tls: TlsConnector) -> Self {
        Self { dalam, tls }
    }

    /// Takes an address apart and checks what can be known without resolving its name.
    ///
    /// # Errors
    /// See [`SalahAlamat`].
    pub fn periksa(&self, teks: &str) -> Result<Alamat, SalahAlamat> {
        let uri: Uri = teks.parse().map_err(|_| SalahAlamat::Bentuk)?;
        let inang = uri.host().filter(|h| !h.is_empty()).ok_or(SalahAlamat::Bentuk)?;
        let diri = uri.authority().is_some_and(|a| a.as_str().contains('@'));
        if diri || teks.len() > 500 || teks.contains('#') {
            return Err(SalahAlamat::Bentuk);
        }
        let inang = inang.trim_matches(['[', ']']).to_owned();
        let https = match uri.scheme_str() {
            Some("https") => true,
            // Only inside a network that the configuration names, which is checked again when the line is opened.
            Some("http") if !self.dalam.is_empty() => false,
            Some("http") => return Err(SalahAlamat::Terbuka),
            _ => return Err(SalahAlamat::Bentuk),
        };
        if inang.parse::<IpAddr>().is_ok_and(|ip| !self.boleh(ip, https)) {
            return Err(if https { SalahAlamat::Dalam } else { SalahAlamat::Terbuka });
        }
        let jalur = uri.path_and_query().map_or("/", |p| p.as_str()).to_owned();
        Ok(Alamat { inang, porta: uri.port_u16().unwrap_or(if https { 443 } else { 80 }), jalur, https })
    }

    /// Whether a line may be opened to these numbers.
    fn boleh(&self, ip: IpAddr, https: bool) -> bool {
        let ip = ip.to_canonical();
        self.dalam.iter().any(|j| j.memuat(ip)) || (https && umum(ip))
    }
}

/// Resolves the name once and connects to the numbers that were checked. One inner number among them is enough to refuse all.
pub(crate) async fn sambung(t: &Tujuan, a: &Alamat) -> Result<TcpStream, &'static str> {
    let semua = timeout(SAMBUNG, lookup_host((a.inang.as_str(), a.porta))).await.map_err(|_| "nama-waktu")?.map_err(|_| "nama")?;
    let semua: Vec<SocketAddr> = semua.take(8).collect();
    if semua.is_empty() {
        return Err("nama");
    }
    if !semua.iter().all(|s| t.boleh(s.ip(), a.https)) {
        return Err("jaringan-dalam");
    }
    timeout(SAMBUNG, TcpStream::connect(semua.as_slice())).await.map_err(|_| "sambungan-waktu")?.map_err(|_| "sambungan")
}

/// An address of the open internet.
fn umum(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => umum4(ip),
        IpAddr::V6(ip) => umum6(ip),
    }
}

fn umum4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    // The second line: protocol assignments, documentation, the former relay to IPv6.
    let khusus = matches!(
        (a, b, c),
        (0 | 10 | 127 | 224..=255, ..)
            | (100, 64..=127, _)
            | (169, 254, _)
            | (172, 16..=31, _)
            | (192, 168, _)
            | (198, 18..=19, _)
            | (192, 0, 0 | 2)
            | (192, 88, 99)
            | (198, 51, 100)
            | (203, 0, 113)
    );
    !khusus
}

fn umum6(ip: Ipv6Addr) -> bool {
    let [a, b, ..] = ip.segments();
    // Only global unicast, without what leads into IPv4 (Teredo, 6to4) and documentation.
    (0x2000..0x4000).contains(&a)
        && !(a == 0x2001 && b < 0x0200)
        && !(a == 0x2001 && b == 0x0db8)
        && a != 0x2002
        && !(a == 0x3fff && b < 0x1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tujuan(dalam: &[&str]) -> Tujuan {
        let tls = store::tls::penyambung(std::path::Path::new("")).unwrap();
        Tujuan::baru(dalam.iter().map(|j| j.parse().unwrap()).collect(), tls)
    }

    #[test]
    fn only_the_open_internet_by_https() {
        let t = tujuan(&[]);
        assert_eq!(
            t.periksa("https://contoh.go.id:8443/kait?x=1"),
            Ok(Alamat { inang: "contoh.go.id".into(), porta: 8443, jalur: "/kait?x=1".into(), https: true })
        );
        for (alamat, salah) in [
            ("http://contoh.go.id/", SalahAlamat::Terbuka),
            ("ftp://contoh.go.id/", SalahAlamat::Bentuk),
            ("contoh.go.id", SalahAlamat::Bentuk),
            ("https://a:b@contoh.go.id/", SalahAlamat::Bentuk),
            ("https://127.0.0.1/", SalahAlamat::Dalam),
            ("https://[::1]/", SalahAlamat::Dalam),
            ("https://[::ffff:10.0.0.1]/", SalahAlamat::Dalam),
            ("https://169.254.169.254/latest/meta-data", SalahAlamat::Dalam),
        ] {
            assert_eq!(t.periksa(alamat), Err(salah), "{alamat}");
        }
    }

    #[test]
    fn inner_addresses_in_every_dress_are_refused() {
        let t = tujuan(&[]);
        for ip in [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "127.8.8.8",
            "169.254.1.1",
            "172.31.0.1",
            "192.0.0.8",
            "192.168.1.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::127.0.0.1",
            "64:ff9b::a00:1",
            "fc00::1",
            "fd12::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "2002:a00:1::",
            "2001:0:a00:1::",
            "2001:db8::1",
        ] {
            assert!(!t.boleh(ip.parse().unwrap(), true), "{ip}");
        }
        for ip in ["8.8.8.8", "103.10.1.1", "172.32.0.1", "2404:6800::1", "2606:4700::1111"] {
            assert!(t.boleh(ip.parse().unwrap(), true) && !t.boleh(ip.parse().unwrap(), false), "{ip}");
        }
    }

    #[test]
    fn a_network_of_ones_own_is_named_by_the_configuration() {
        let t = tujuan(&["10.1.0.0/16"]);
        assert!(t.periksa("http://10.1.2.3:8080/").is_ok() && t.periksa("https://10.1.2.3/").is_ok());
        assert_eq!(t.periksa("http://10.2.0.1/"), Err(SalahAlamat::Terbuka));
        assert_eq!(t.periksa("https://10.2.0.1/"), Err(SalahAlamat::Dalam));
        assert!(!t.boleh("8.8.8.8".parse().unwrap(), false), "plain http stays inside");
    }
}
