//! What one source, and all together, may hold at a time: uploads in memory, documents in print.

use std::{
    convert::Infallible,
    net::IpAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use axum::{
    body::{Body, Bytes},
    http::{Method, StatusCode, header},
};
use web::{Error, muatan::Muatan, publik::cetak::CetakUmum};

use crate::app::TestApp;

const SUMBER: usize = 160 * 1024 * 1024;

fn ip(n: u8) -> IpAddr {
    IpAddr::from([192, 0, 2, n])
}

#[test]
fn uploads_of_one_source_and_of_all_have_an_end_and_give_room_back() {
    let m = Muatan::default();
    let mut semua: Vec<_> = (0..3).map(|n| m.mulai(ip(n))).collect();
    for p in &mut semua {
        p.tambah(SUMBER).unwrap();
        assert!(matches!(p.tambah(1), Err(Error::TerlaluSering)));
    }
    let mut lain = m.mulai(ip(9));
    assert!(matches!(lain.tambah(SUMBER), Err(Error::Lama)), "no room for anybody");
    assert!(matches!(m.mulai(ip(0)).tambah(1), Err(Error::TerlaluSering)), "a second form of the same source");
    drop(semua);
    lain.tambah(SUMBER).unwrap();
    let mut rumah = m.mulai("2001:db8::1".parse().unwrap());
    rumah.tambah(SUMBER).unwrap();
    assert!(matches!(m.mulai("2001:db8::2".parse().unwrap()).tambah(1), Err(Error::TerlaluSering)), "a home with IPv6 is one source");
}

#[test]
fn a_day_of_uploads_has_an_end_for_one_source_and_for_all() {
    let m = Muatan::baru(2, 5);
    let mb = 1024 * 1024;
    let pagi = store::Waktu(1_772_409_600_000_000);
    let kirim = |n: u8, pada| m.mulai(ip(n)).hari_ini(mb, pada);
    assert_eq!((0..5).filter(|_| kirim(1, pagi)).count(), 2, "sent one after the other, nothing held in between");
    assert_eq!((2..9).filter(|n| kirim(*n, pagi)).count(), 3, "all together");
    let besok = pagi.tambah_detik(86_400);
    assert!(kirim(1, besok), "a new day");
    let rumah = |alamat: &str| m.mulai(alamat.parse().unwrap()).hari_ini(mb, besok);
    assert_eq!([rumah("2001:db8::1"), rumah("2001:db8::2"), rumah("2001:db8::3")], [true, true, false], "a home is one source");
    let bebas = Muatan::baru(0, 0);
    assert!((0..100).all(|_| bebas.mulai(ip(1)).hari_ini(100 * mb, pagi)));
}

#[test]
fn visitors_leave_room_in_the_queue_of_the_printers() {
    let c = CetakUmum::default();
    let satu: Vec<_> = (0..3).map(|_| c.ambil(ip(1)).unwrap()).collect();
    assert!(matches!(c.ambil(ip(1)), Err(Error::TerlaluSering)));
    let lain: Vec<_> = (2..9).flat_map(|n| (0..3).map(move |_| n)).map(|n| c.ambil(ip(n)).unwrap()).collect();
    assert!(matches!(c.ambil(ip(20)), Err(Error::Lama)));
    drop(satu);
    assert!(c.ambil(ip(20)).is_ok());
    drop(lain);
}

/// A form for a page that needs an account is read to be held for its sender, who has none yet: no more of it than a form may have.
#[tokio::test]
async fn a_visitor_takes_no_room_with_a_form_for_a_closed_page() {
    let app = TestApp::baru().await;
    let teks = "--b\r\nContent-Disposition: form-data; name=\"nama\"\r\n\r\n";
    for awal in ["", "--b\r\nContent-Disposition: form-data; name=\"", teks] {
        let dibaca = Arc::new(AtomicUsize::new(0));
        let hitung = dibaca.clone();
        let potong = std::iter::once(Bytes::from(awal)).chain((0..300).map(move |_| {
            hitung.fetch_add(1, Ordering::SeqCst);
            Bytes::from(vec![b'x'; 64 * 1024])
        }));
        let isi = Body::from_stream(futures_util::stream::iter(potong.map(Ok::<_, Infallible>)));
        let tamu = app.tamu();
        let req = tamu.permintaan(Method::POST, "/periode/baru").header(header::CONTENT_TYPE, "multipart/form-data; boundary=b");
        let j = tamu.kirim(req.header(header::ACCEPT, "text/html").body(isi).unwrap()).await;
        let dibaca = dibaca.load(Ordering::SeqCst);
        assert!(dibaca < 8, "{awal:?}: {dibaca} pieces of 64 kB were read");
        assert_eq!(j.status, StatusCode::UNAUTHORIZED, "{awal:?}");
    }
}

/// The reader of forms holds what stands before the first part, and the head of a part, until they end: none of it counts as an upload.
#[tokio::test]
async fn a_form_that_never_comes_to_its_fields_is_cut_off() {
    let app = TestApp::baru().await;
    let kepala = "--b\r\nContent-Disposition: form-data; name=\"";
    for (jalur, awal) in [("/verifikasi/abc", ""), ("/verifikasi/abc", kepala)] {
        let dibaca = Arc::new(AtomicUsize::new(0));
        let hitung = dibaca.clone();
        let potong = std::iter::once(Bytes::from(awal)).chain((0..300).map(move |_| {
            hitung.fetch_add(1, Ordering::SeqCst);
            Bytes::from(vec![b'x'; 64 * 1024])
        }));
        let isi = Body::from_stream(futures_util::stream::iter(potong.map(Ok::<_, Infallible>)));
        let tamu = app.tamu();
        let req = tamu.permintaan(Method::POST, jalur).header(header::CONTENT_TYPE, "multipart/form-data; boundary=b");
        let j = tamu.kirim(req.body(isi).unwrap()).await;
        let dibaca = dibaca.load(Ordering::SeqCst);
        assert!(dibaca < 4, "{jalur}: {dibaca} pieces of 64 kB were read");
        assert!([StatusCode::BAD_REQUEST, StatusCode::NOT_FOUND].contains(&j.status), "{jalur}: {}", j.status);
    }
}
