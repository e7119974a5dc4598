//! The client's address behind reverse proxies: `X-Forwarded-For` is read from the right, and only as far as the
//! addresses belong to proxies that the configuration trusts. Anything else in that header was written by the client.

use std::{
    net::{IpAddr, Ipv4Addr},
    str::FromStr,
};

use axum::http::HeaderMap;

/// Used where no peer is known (requests inside tests).
pub const TAK_DIKENAL: IpAddr = IpAddr::V4(Ipv4Addr::UNSPECIFIED);

/// A network in CIDR form.
#[derive(Clone, Copy, Debug)]
pub struct Jaringan {
    alamat: IpAddr,
    panjang: u8,
}

impl FromStr for Jaringan {
    type Err = ();

    fn from_str(s: &str) -> Result<Self, ()> {
        let (alamat, panjang) = s.split_once('/').map_or((s, None), |(a, p)| (a, Some(p)));
        let alamat: IpAddr = alamat.parse().map_err(|_| ())?;
        let max = if alamat.is_ipv4() { 32 } else { 128 };
        let panjang = panjang.map_or(Ok(max), str::parse).map_err(|_| ())?;
        if panjang > max { Err(()) } else { Ok(Self { alamat, panjang }) }
    }
}

impl Jaringan {
    #[must_use]
    pub fn memuat(&self, ip: IpAddr) -> bool {
        match (self.alamat, ip.to_canonical()) {
            (IpAddr::V4(net), IpAddr::V4(ip)) => sama(net.to_bits().into(), ip.to_bits().into(), 32, self.panjang),
            (IpAddr::V6(net), IpAddr::V6(ip)) => sama(net.to_bits(), ip.to_bits(), 128, self.panjang),
            _ => false,
        }
    }
}

fn sama(a: u128, b: u128, bits: u8, panjang: u8) -> bool {
    panjang == 0 || (a ^ b) >> (bits - panjang) == 0
}

/// The nearest address that is not a trusted proxy.
pub fn klien(peer: Option<IpAddr>, headers: &HeaderMap, tepercaya: impl Fn(IpAddr) -> bool) -> IpAddr {
    let mut alamat = peer.unwrap_or(TAK_DIKENAL).to_canonical();
    let lompatan: Vec<IpAddr> = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|v| v.to_str().ok())
        .flat_map(|v| v.split(','))
        .map_while(|v| v.trim().parse().ok())
        .collect();
    for hop in lompatan.into_iter().rev() {
        if !tepercaya(alamat) {
            break;
        }
        alamat = hop.to_canonical();
    }
    alamat
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tebak(peer: &str, xff: &str) -> String {
        let net: Jaringan = "10.0.0.0/8".parse().unwrap();
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", xff.parse().unwrap());
        klien(Some(peer.parse().unwrap()), &headers, |ip| net.memuat(ip)).to_string()
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        assert_eq!(tebak("192.0.2.7", "1.2.3.4"), "192.0.2.7");
        assert_eq!(tebak("10.0.0.1", "1.2.3.4"), "1.2.3.4");
        assert_eq!(tebak("10.0.0.1", "6.6.6.6, 1.2.3.4, 10.9.9.9"), "1.2.3.4");
        assert_eq!(tebak("10.0.0.1", "nonsense, 1.2.3.4"), "10.0.0.1");
    }

    #[test]
    fn networks_are_parsed_strictly() {
        assert!("10.0.0.0/33".parse::<Jaringan>().is_err());
        assert!("ten".parse::<Jaringan>().is_err());
        assert!("::1".parse::<Jaringan>().unwrap().memuat("::1".parse().unwrap()));
        assert!("0.0.0.0/0".parse::<Jaringan>().unwrap().memuat("::ffff:9.9.9.9".parse().unwrap()));
    }
}
