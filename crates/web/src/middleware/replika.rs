//! Public pages from the read replica, where one is set and near enough: only for visitors, for somebody who is signed in may have
//! changed what he looks at. An answer that the replica could not give is asked of the primary at once. Which database is fit is
//! `store::replika`'s to say.

use axum::{
    body::Body,
    extract::Request,
    http::{Method, StatusCode},
    middleware::Next,
    response::Response,
};
use store::replika::{self, Replika};

use super::permintaan::Permintaan;
use crate::{app::AppState, rute::Akses};

/// Pages that show everyone the same and follow no write of their reader. Numbers, bookings, cases and reports of a citizen are not
/// among them, nor what changes by the second.
const UMUM: [&str; 17] = [
    "/api/v1/edisi",
    "/api/v1/instansi",
    "/api/v1/layanan",
    "/api/v1/periode",
    "/api/v1/skm",
    "/cari",
    "/data",
    "/hasil",
    "/hasil-skm",
    "/instansi",
    "/mal",
    "/pelayanan",
    "/pengumuman",
    "/peringkat",
    "/peringkat-nasional",
    "/peta-nasional",
    "/sitemap.xml",
];

/// Whether a route may be read from the replica.
pub(crate) fn umum(metode: &Method, jalur: &str, akses: Akses) -> bool {
    let di_bawah = |u: &str| jalur.strip_prefix(u).is_some_and(|sisa| sisa.is_empty() || sisa.starts_with('/'));
    metode == Method::GET && akses == Akses::Publik && UMUM.iter().any(|u| di_bawah(u))
}

pub(crate) async fn baca(req: Request, next: Next) -> Response {
    let app = req.extensions().get::<AppState>().cloned();
    let orang = Permintaan::dari(req.extensions()).pelaku().is_some();
    let Some(app) = app.filter(|a| !orang && a.store.replika().is_some_and(Replika::layak)) else { return next.run(req).await };
    let (kepala, _) = req.into_parts();
    let kedua = Request::from_parts(kepala.clone(), Body::empty());
    let jawab = replika::untuk_umum(next.clone().run(Request::from_parts(kepala, Body::empty()))).await;
    if !matches!(jawab.status(), StatusCode::SERVICE_UNAVAILABLE | StatusCode::INTERNAL_SERVER_ERROR) {
        return jawab;
    }
    if let Some(r) = app.store.replika() {
        r.jauhkan();
    }
    next.run(kedua).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_to_one_citizen_or_officer_is_never_read_from_the_replica() {
        let publik = |jalur| umum(&Method::GET, jalur, Akses::Publik);
        for jalur in ["/hasil", "/hasil/{periode}/{lokus}", "/hasil-skm/{kode}", "/pelayanan/{kode}", "/api/v1/periode/{periode}/hasil"] {
            assert!(publik(jalur), "{jalur}");
        }
        for jalur in
            ["/", "/permohonan/{kode}", "/pengaduan/{kode}", "/tiket/{kode}", "/pesanan/{kode}", "/hasilnya", "/api/v1/mpp/{kode}/antrean"]
        {
            assert!(!publik(jalur), "{jalur}");
        }
        assert!(!umum(&Method::POST, "/hasil", Akses::Publik));
        assert!(!umum(&Method::GET, "/hasil", Akses::Masuk));
    }
}
