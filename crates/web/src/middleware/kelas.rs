//! Limits by what a request costs, besides the coarse one of all requests (`laju`): forms of visitors, forms of people who are signed in,
//! and files that are made for one reader. Visitors are counted by address, people by account. In memory, per node.

use std::{net::IpAddr, num::NonZeroU32};

use axum::{extract::Request, http::Method, middleware::Next, response::Response};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use store::id::AkunId;

use super::permintaan::Permintaan;
use crate::{
    Error,
    app::{AppState, Konfig},
    middleware::alamat::kelompok,
    rute::Akses,
};

/// What a route costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kelas {
    /// Pages and stored files: only the coarse limit.
    Baca,
    /// Writes of visitors: forms that anybody can send.
    Umum,
    /// Writes of people who are signed in.
    Tulis,
    /// A sheet, a table or a PDF that is made anew for each request.
    Berkas,
}

/// Last parts of addresses under which a file is made, or a year counted.
const DIBUAT: [&str; 10] = ["kinerja", "pdf", "xlsx", "csv", "poster", "lembar", "cetak", "bundel", "unduhan", "sippn"];

impl Kelas {
    /// By method and pattern alone, so that a new route has its class without being named anywhere. Calls of programs have limits of their
    /// own (`api`).
    #[must_use]
    pub fn dari(metode: &Method, jalur: &str, akses: Akses) -> Self {
        if jalur.starts_with("/api/") {
            return Self::Baca;
        }
        if *metode != Method::GET {
            return if akses == Akses::Publik { Self::Umum } else { Self::Tulis };
        }
        let akhir = jalur.rsplit('/').next().unwrap_or_default();
        let jenis = [".pdf", ".xlsx", ".csv", ".parquet"].iter().any(|a| akhir.ends_with(a));
        // `/hasil/{periode}/unduhan/{berkas}`, `/mpp/{mpp}/laporan/{berkas}`: the kind stands in the address. An attachment lies there.
        let menurut_jenis = akhir == "{berkas}" && !jalur.contains("/lampiran/");
        let dibuat = DIBUAT.contains(&akhir) || jenis || menurut_jenis || jalur.contains("/unduh/") || jalur.starts_with("/data/");
        if dibuat { Self::Berkas } else { Self::Baca }
    }
}

#[derive(Clone, PartialEq, Eq, Hash)]
enum Siapa {
    Akun(AkunId),
    Sumber(IpAddr),
}

/// How many are remembered before the idle ones are forgotten.
const BANYAK: usize = 50_000;

type Pembatas = Option<DefaultKeyedRateLimiter<Siapa>>;

/// One limiter a class.
pub struct LajuKelas {
    umum: Pembatas,
    tulis: Pembatas,
    berkas: Pembatas,
}

impl LajuKelas {
    /// So many a minute as the settings say, as many at once; off where limits are off (`laju`).
    #[must_use]
    pub fn baru(k: &Konfig) -> Self {
        let satu = |n: u32| NonZeroU32::new(if k.laju { n } else { 0 }).map(|n| RateLimiter::keyed(Quota::per_minute(n)));
        Self { umum: satu(k.umum_per_menit), tulis: satu(k.tulis_per_menit), berkas: satu(k.berkas_per_menit) }
    }

    fn boleh(&self, kelas: Kelas, siapa: &Siapa) -> bool {
        let pembatas = match kelas {
            Kelas::Baca => return true,
            Kelas::Umum => &self.umum,
            Kelas::Tulis => &self.tulis,
            Kelas::Berkas => &self.berkas,
        };
        let Some(l) = pembatas else { return true };
        if l.len() > BANYAK {
            l.retain_recent();
        }
        l.check_key(siapa).is_ok()
    }
}

/// In front of a handler of this class.
pub async fn batasi(kelas: Kelas, req: Request, next: Next) -> Result<Response, Error> {
    let boleh = match req.extensions().get::<AppState>() {
        Some(app) if kelas != Kelas::Baca => {
            let p = Permintaan::dari(req.extensions());
            let siapa = p.pelaku().map_or_else(|| Siapa::Sumber(kelompok(p.alamat())), |p| Siapa::Akun(p.akun));
            app.laju_kelas.boleh(kelas, &siapa)
        }
        _ => true,
    };
    if boleh { Ok(next.run(req).await) } else { Err(Error::TerlaluSering) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_has_its_class_by_what_it_is() {
        let k = |m: &Method, j| Kelas::dari(m, j, Akses::Publik);
        assert_eq!(k(&Method::GET, "/mal/{kode}"), Kelas::Baca);
        assert_eq!(k(&Method::POST, "/pengaduan/baru"), Kelas::Umum);
        assert_eq!(Kelas::dari(&Method::POST, "/aduan/baru", Akses::Masuk), Kelas::Tulis);
        assert_eq!(k(&Method::GET, "/berkas/{permohonan}/lampiran/{berkas}"), Kelas::Baca);
        for j in
            ["/hasil/{periode}/unduhan/{berkas}", "/mpp/{mpp}/laporan/{berkas}", "/hasil-skm/{kode}/data.parquet", "/data/catalog.jsonld"]
        {
            assert_eq!(k(&Method::GET, j), Kelas::Berkas, "{j}");
        }
        for j in ["/mal/{kode}/poster", "/pengaduan/{kode}/bukti.pdf", "/hasil-skm/{kode}/data.csv", "/survei/{ronde}/unduh/{berkas}"] {
            assert_eq!(k(&Method::GET, j), Kelas::Berkas, "{j}");
        }
        assert_eq!(k(&Method::POST, "/api/v1/serah"), Kelas::Baca, "programs have limits of their own");
    }

    #[test]
    fn classes_and_people_are_counted_apart() {
        let l = LajuKelas::baru(&Konfig { umum_per_menit: 2, berkas_per_menit: 1, tulis_per_menit: 0, ..Konfig::default() });
        let (a, b) = (Siapa::Sumber("192.0.2.1".parse().unwrap()), Siapa::Sumber("192.0.2.2".parse().unwrap()));
        let kali = |k, s: &Siapa| (0..9).filter(|_| l.boleh(k, s)).count();
        assert_eq!((kali(Kelas::Umum, &a), kali(Kelas::Umum, &b), kali(Kelas::Berkas, &a)), (2, 2, 1));
        assert_eq!((kali(Kelas::Tulis, &a), kali(Kelas::Baca, &a)), (9, 9), "0: no limit");
    }
}
