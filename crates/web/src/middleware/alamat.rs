//! The client's address behind reverse proxies: `X-Forwarded-For` is read from the right, and only as far as the
//! addresses belong to proxies that the configuration trusts. Anything else in that header was written by the client.
//! Also the one rule for the address asked for: no NUL.

use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    str::FromStr,
};

use axum::{
    extract::Request,
    http::{HeaderMap, Uri},
    middleware::Next,
    response::Response,
};

use crate::Error;

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

/// The address itself, or the /64 of an IPv6 address: one home has all of it.
pub(crate) fn kelompok(alamat: IpAddr) -> IpAddr {
    match alamat {
        IpAddr::V4(_) => alamat,
        IpAddr::V6(ip) => IpAddr::V6((ip.to_bits() & !u128::from(u64::MAX)).into()),
    }
}

/// The nearest address that is not a trusted proxy. Read from the right and only as far as needed, so that nothing a
/// client wrote at the left, nonsense included, changes what a trusted proxy added.
pub fn klien(peer: Option<IpAddr>, headers: &HeaderMap, tepercaya: impl Fn(IpAddr) -> bool) -> IpAddr {
    let mut alamat = peer.unwrap_or(TAK_DIKENAL).to_canonical();
    let baris: Vec<_> = headers.get_all("x-forwarded-for").iter().map(|v| String::from_utf8_lossy(v.as_bytes())).collect();
    for lompatan in baris.iter().rev().flat_map(|v| v.rsplit(',')) {
        if !tepercaya(alamat) {
            break;
        }
        let Some(ip) = urai(lompatan.trim()) else { break };
        alamat = ip.to_canonical();
    }
    alamat
}

/// An address as proxies write it: some add the port, some put IPv6 in brackets.
fn urai(teks: &str) -> Option<IpAddr> {
    let tanpa_kurung = |t: &str| t.strip_prefix('[')?.strip_suffix(']')?.parse().ok();
    teks.parse().ok().or_else(|| teks.parse::<SocketAddr>().ok().map(|s| s.ip())).or_else(|| tanpa_kurung(teks))
}

/// No address of ours holds a NUL, and PostgreSQL's text cannot: such a page does not exist.
pub async fn tanpa_nul(req: Request, next: Next) -> Result<Response, Error> {
    if ber_nul(req.uri()) { Err(Error::TidakAda) } else { Ok(next.run(req).await) }
}

pub(crate) fn ber_nul(alamat: &Uri) -> bool {
    let ada = |teks: &str| teks.contains("%00");
    ada(alamat.path()) || alamat.query().is_some_and(ada)
}

#[cfg(test)]
mod tests;
