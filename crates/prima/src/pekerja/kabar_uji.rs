//! Notices as mails, against the mail server on the loopback: at once, in the reader's language, with the link that stops them;
//! the digest at 07.00 once, also when the server refuses at first.

use store::{
    Jam, Sumber, akun,
    id::AkunId,
    kueri::Kueri as _,
    nilai,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
};
use tokio::net::TcpListener;
use web::{
    AppState, Konfig,
    surat::{Cara, KonfigSurat, Tls},
};

use super::{
    smtp_uji::{server, tunggu},
    *,
};

/// 2026-03-02 06:59:50 WIB.
const KINI: i64 = 1_772_409_590_000_000;

async fn orang(store: &Store, surel: &str, bahasa: &str) -> AkunId {
    let tx = store.mulai().await.unwrap();
    let id = akun::tambah(&tx, None, akun::AkunBaru { nama: "Ani Lestari", surel, jabatan: "Kepala", sandi: None }).await.unwrap();
    tx.jalankan("UPDATE akun SET bahasa = $2 WHERE id = $1", nilai![id, bahasa]).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn kabari(store: &Store, akun: AkunId, jenis: &'static str, sekali: &str) {
    let tx = store.mulai().await.unwrap();
    let isi = serde_json::json!({ "unit": "Dinas Sosial", "periode": "PEKPPP 2026" });
    let kepada = [Kepada::Akun(akun)];
    let p = Pemberitahuan { jenis, kepada: &kepada, kecuali: None, periode: None, lokus: None, tautan: "/lokus/x", isi: &isi, sekali };
    beri_tahu(&tx, &p).await.unwrap();
    tx.commit().await.unwrap();
}

/// Header lines and body as a reader sees them: soft breaks of quoted-printable gone.
fn polos(surel: &str) -> String {
    surel.replace("=\n", "").replace("=3D", "=")
}

#[tokio::test]
async fn notices_leave_at_once_or_in_the_digest_of_the_morning() {
    let l = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = l.local_addr().unwrap().port();
    let folder = tempfile::tempdir().unwrap();
    let store = Store::buka(folder.path(), &Sumber::Sqlite, Jam::tetap(KINI)).await.unwrap();
    let surat = KonfigSurat { cara: Cara::Smtp, server: "127.0.0.1".into(), port, tls: Tls::Tanpa, ..KonfigSurat::default() };
    let app = AppState::baru(store.clone(), Konfig { surat, ..Konfig::default() }, dokumen::Pencetak::dalam_proses()).await.unwrap();
    let kotak = server(l);
    let ani = orang(&store, "ani@contoh.id", "en").await;
    kabari(&store, ani, "f01-kirim", "a").await;
    kabari(&store, ani, "f01-buka", "b").await;
    kabari(&store, ani, "hasil-beku", "c").await;
    let p = Pekerja::mulai(&store, app);
    tunggu(async || kotak.lock().unwrap().len() == 1).await;
    let (kepada, isi) = kotak.lock().unwrap()[0].clone();
    let isi = polos(&isi);
    assert!(kepada.contains("<ani@contoh.id>"), "{kepada}");
    for teks in [
        "Subject: The F01 of Dinas Sosial was submitted (PEKPPP 2026).",
        "List-Unsubscribe: <http://127.0.0.1:8080/pemberitahuan/henti/f01-kirim/",
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
        "Dear Ani Lestari,",
        "http://127.0.0.1:8080/lokus/x",
        "You get this because it is meant for you personally.",
        "/akun/pemberitahuan",
    ] {
        assert!(isi.contains(teks), "{teks:?} is missing in\n{isi}");
    }
    p.berhenti().await;
    // 07.00 has come: what did not leave yet comes in one mail.
    store.jam().maju(60);
    let surat = KonfigSurat { cara: Cara::Smtp, server: "127.0.0.1".into(), port, tls: Tls::Tanpa, ..KonfigSurat::default() };
    let app = AppState::baru(store.clone(), Konfig { surat, ..Konfig::default() }, dokumen::Pencetak::dalam_proses()).await.unwrap();
    let p = Pekerja::mulai(&store, app);
    tunggu(async || kotak.lock().unwrap().len() == 2).await;
    let isi = polos(&kotak.lock().unwrap()[1].1.clone());
    for teks in [
        "Subject: Prima: 2 notifications for you",
        "/pemberitahuan/henti/ringkasan/",
        "began to check the F01",
        "The result of Dinas Sosial is settled",
    ] {
        assert!(isi.contains(teks), "{teks:?} is missing in\n{isi}");
    }
    assert!(!isi.contains("was submitted"), "what left at once is not told again");
    p.berhenti().await;
    let sisa = "SELECT COUNT(*) AS n FROM pekerjaan";
    assert_eq!(store.baca().angka(sisa, vec![]).await.unwrap(), 0);
}

#[tokio::test]
async fn a_refused_notice_waits_and_leaves_once() {
    let l = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let alamat = l.local_addr().unwrap();
    drop(l);
    let folder = tempfile::tempdir().unwrap();
    let store = Store::buka(folder.path(), &Sumber::Sqlite, Jam::tetap(KINI)).await.unwrap();
    let surat =
        KonfigSurat { cara: Cara::Smtp, server: "127.0.0.1".into(), port: alamat.port(), tls: Tls::Tanpa, ..KonfigSurat::default() };
    let app = AppState::baru(store.clone(), Konfig { surat, ..Konfig::default() }, dokumen::Pencetak::dalam_proses()).await.unwrap();
    let p = Pekerja::mulai(&store, app);
    let ani = orang(&store, "ani@contoh.id", "id").await;
    kabari(&store, ani, "ba-tanda", "a").await;
    let gagal = "SELECT COUNT(*) AS n FROM pekerjaan WHERE coba = 1 AND galat IS NOT NULL";
    tunggu(async || store.baca().angka(gagal, vec![]).await.unwrap() == 1).await;
    let kotak = server(TcpListener::bind(alamat).await.unwrap());
    store.jam().maju(10);
    tunggu(async || store.baca().angka("SELECT COUNT(*) AS n FROM pekerjaan", vec![]).await.unwrap() == 0).await;
    p.berhenti().await;
    let kotak = kotak.lock().unwrap();
    assert_eq!(kotak.len(), 1);
    assert!(polos(&kotak[0].1).contains("menunggu tanda tangan Anda"), "{}", kotak[0].1);
}
