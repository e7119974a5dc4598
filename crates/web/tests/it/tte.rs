//! The line to the signing service, against the stand-in on the loopback: every way a call can end, and each made once.

use std::net::SocketAddr;

use store::berita_acara::elektronik::Akhir;
use web::tte::{
    Cara, Frasa, KonfigTte, PenandaElektronik as _,
    bsre::Bsre,
    tiruan::{FRASA, ORANG, PENGGUNA, Perilaku, SANDI, Tiruan},
};

/// A running stand-in and its address.
pub async fn mulai() -> (Tiruan, SocketAddr) {
    let t = Tiruan::default();
    let l = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let alamat = l.local_addr().unwrap();
    let router = t.router();
    tokio::spawn(async move { axum::serve(l, router).await.unwrap() });
    (t, alamat)
}

pub fn konfig(alamat: SocketAddr, batas: u16) -> KonfigTte {
    KonfigTte {
        cara: Cara::Bsre,
        alamat: format!("http://{alamat}"),
        pengguna: PENGGUNA.into(),
        sandi: SANDI.into(),
        batas,
        ..KonfigTte::default()
    }
}

pub fn nik(p: Perilaku) -> &'static str {
    ORANG.iter().find(|(_, x)| *x == p).unwrap().0
}

const PDF: &[u8] = b"%PDF-1.7\ntrailer << /Size 4 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n";

async fn akhir(b: &Bsre, nik: &str, frasa: &str) -> String {
    match b.tandatangani(PDF, &nik.parse().unwrap(), &Frasa::baru(frasa)).await {
        Akhir::Ditandatangani(isi) => {
            assert!(isi.starts_with(PDF) && isi.len() > PDF.len());
            "ditandatangani".into()
        }
        Akhir::Ditolak { kode, .. } => format!("ditolak {kode}"),
        Akhir::TakDiketahui { kode } => format!("tak-diketahui {kode}"),
    }
}

#[tokio::test]
async fn each_end_of_a_call_is_told_apart_and_no_call_is_made_twice() {
    let (t, alamat) = mulai().await;
    let b = Bsre::baru(&konfig(alamat, 1)).unwrap();
    let sabar = Bsre::baru(&konfig(alamat, 10)).unwrap();
    let mut tanda = 0;
    for (p, harap, menandatangani) in [
        (Perilaku::Tanda, "ditandatangani", true),
        (Perilaku::TanpaSertifikat, "ditolak 2021", false),
        (Perilaku::Diam, "tak-diketahui waktu-habis", true),
        (Perilaku::Putus, "tak-diketahui sambungan-putus", true),
        (Perilaku::Galat, "tak-diketahui http-500", true),
        (Perilaku::Aneh, "tak-diketahui jawaban-tak-dikenal", false),
    ] {
        assert_eq!(akhir(&b, nik(p), FRASA).await, harap, "{p:?}");
        tanda += usize::from(menandatangani);
        assert_eq!(t.bertanda().len(), tanda, "{p:?}: the service signed once or not at all");
    }
    assert_eq!(akhir(&sabar, nik(Perilaku::Lambat), FRASA).await, "ditandatangani");
    assert_eq!(akhir(&b, "9999999999999999", FRASA).await, "ditolak 2011");
    assert_eq!(akhir(&b, nik(Perilaku::Tanda), "salah").await, "ditolak 2031");
    let asing = Bsre::baru(&KonfigTte { sandi: "bukan".into(), ..konfig(alamat, 1) }).unwrap();
    assert_eq!(akhir(&asing, nik(Perilaku::Tanda), FRASA).await, "ditolak 401");

    let jadi = t.bertanda().remove(0).1;
    assert_eq!((b.periksa(PDF).await.unwrap().jumlah, b.periksa(&jadi).await.unwrap().jumlah), (0, 1));
    assert_eq!(asing.periksa(&jadi).await.unwrap_err().0, "http-401");
}

#[tokio::test]
async fn a_service_that_is_away_saw_nothing() {
    let l = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let alamat = l.local_addr().unwrap();
    drop(l);
    let b = Bsre::baru(&konfig(alamat, 1)).unwrap();
    assert_eq!(akhir(&b, nik(Perilaku::Tanda), FRASA).await, "ditolak tak-terhubung");
    // Something that speaks no TLS where TLS is expected: the passphrase was not sent.
    let (t, alamat) = mulai().await;
    let b = Bsre::baru(&KonfigTte { alamat: format!("https://localhost:{}", alamat.port()), ..konfig(alamat, 1) }).unwrap();
    assert_eq!(akhir(&b, nik(Perilaku::Tanda), FRASA).await, "ditolak tak-terhubung");
    assert!(t.bertanda().is_empty());
}

#[test]
fn wrong_settings_are_told_at_the_start_and_secrets_are_not_printed() {
    let k =
        |alamat: &str, batas| KonfigTte { cara: Cara::Bsre, alamat: alamat.into(), batas, sandi: "rahasia".into(), ..KonfigTte::default() };
    let galat = |k: &KonfigTte| Bsre::baru(k).map(drop).unwrap_err().to_string();
    for alamat in ["", "esign.kab.go.id", "ftp://esign.kab.go.id", "http://esign.kab.go.id/api"] {
        assert!(galat(&k(alamat, 20)).contains("tte.alamat"), "{alamat}");
    }
    assert!(galat(&k("http://127.0.0.1", 0)).contains("tte.batas"));
    let ca = KonfigTte { ca: "/tidak/ada.pem".into(), ..k("https://esign.kab.go.id", 20) };
    assert!(galat(&ca).contains("tte.ca"));
    assert!(Bsre::baru(&k("https://esign.kab.go.id", 20)).is_ok());
    assert!(!format!("{:?} {:?}", k("http://x", 20), Frasa::baru("rahasia")).contains("rahasia"));
    assert!(web::tte::dari(&KonfigTte::default()).unwrap().is_none(), "off by default");
}
