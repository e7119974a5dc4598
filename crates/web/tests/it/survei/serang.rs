//! What an attacker tries: hostile names in pages and files, routes of other offices, and answers without the work asked for.

use std::io::{Cursor, Read as _};

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use store::{
    instansi::{self, InstansiBaru, UnitBaru},
    kueri::Kueri as _,
    nilai,
    peran::{Lingkup, Peran},
};
use uuid::Uuid;
use web::rute::{Akses, Baris};

use super::{
    f03, ganti,
    tolak::{Dari, serang},
};
use crate::{
    app::Peramban,
    bangun::Dunia,
    f03::buka,
    skm::dunia::{Survei, unggah},
};

/// HTML, markup of the PDF engine, and a formula of spreadsheets in one.
const JAHAT: &str = "=HYPERLINK(\"http://jahat\")<script>alert(1)</script>#eval(\"1\")*_$";

async fn jahati(s: &Survei) {
    let tx = s.d.app.store().mulai().await.unwrap();
    for (sql, v) in [
        ("UPDATE unit SET nama = $1 WHERE id = $2", nilai![JAHAT, s.d.unit]),
        ("UPDATE skm_ronde SET nama = $1 WHERE ronde_id = $2", nilai![format!("+cmd|calc!A0{JAHAT}"), s.ronde]),
        ("UPDATE skm_layanan SET nama = $1 WHERE ronde_id = $2", nilai![format!("@SUM(A1){JAHAT}"), s.ronde]),
        ("UPDATE jawaban SET saran = $1 WHERE ronde_id = $2", nilai!["-2+3=\"x\"", s.ronde]),
    ] {
        assert!(tx.jalankan(sql, v).await.unwrap() > 0, "{sql}");
    }
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn hostile_names_are_text_on_every_page_and_in_every_file() {
    let s = Survei::baru().await;
    s.jawab(30, 3, 0).await;
    jahati(&s).await;
    let (op, tamu) = (s.op().await, s.d.app.tamu());
    let token = store::skm::dari_id(s.d.app.store().baca(), s.ronde).await.unwrap().token;
    let mut halaman = vec![tamu.get(&format!("/skm/{token}")).await];
    for bagian in ["", "/hasil", "/mutu", "/saran", "/tindak-lanjut", "/laporan", "/penerbitan", "/ekspor", "/kertas", "/impor"] {
        halaman.push(op.get(&s.jalur(bagian)).await);
    }
    halaman.push(op.get("/survei").await);
    for h in &halaman {
        assert_eq!(h.status, StatusCode::OK);
        assert!(!h.isi.contains("<script>alert"), "{}", h.isi);
    }
    for berkas in ["agregat.csv", "jawaban.csv", "jawaban.csv?excel=1"] {
        let isi = op.get(&s.jalur(&format!("/unduh/{berkas}"))).await;
        assert_eq!(isi.status, StatusCode::OK);
        for awal in ["=", "+", "@", "-2"] {
            for batas in [",", ";", "\n", ",\"", ";\"", "\n\""] {
                assert!(!isi.isi.contains(&format!("{batas}{awal}")), "{berkas}: a cell begins with {awal:?}");
            }
        }
    }
    for berkas in ["agregat.xlsx", "jawaban.xlsx"] {
        let req = op.permintaan(Method::GET, &s.jalur(&format!("/unduh/{berkas}"))).body(Body::empty()).unwrap();
        let mut buku = zip::ZipArchive::new(Cursor::new(op.kirim_mentah(req).await.1)).unwrap();
        for i in 0..buku.len() {
            let mut isi = String::new();
            let _ = buku.by_index(i).unwrap().read_to_string(&mut isi);
            assert!(!isi.contains("<f>") && !isi.contains("<hyperlink"), "{berkas} holds a formula or a link");
        }
    }
    for berkas in ["/poster", "/kuesioner"] {
        let req = op.permintaan(Method::GET, &s.jalur(berkas)).body(Body::empty()).unwrap();
        assert!(op.kirim_mentah(req).await.1.starts_with(b"%PDF"), "{berkas}");
    }
}

fn jalur(s: &Survei, pola: &str) -> String {
    let ganti = |bagian: &str| match bagian {
        "{ronde}" => s.ronde.to_string(),
        "{berkas}" => "jawaban.csv".to_owned(),
        b if b.starts_with('{') => Uuid::now_v7().to_string(),
        b => b.to_owned(),
    };
    pola.split('/').map(ganti).collect::<Vec<_>>().join("/")
}

async fn panggil(s: &Survei, orang: &Peramban<'_>, b: &Baris) -> StatusCode {
    let jalur = jalur(s, b.jalur);
    let isi = "alasan=x&_aksi=tutup&paham=ya&berkas=jawaban.csv&versi=1&kegiatan=x&unsur=waktu";
    let req = orang.permintaan(b.metode.clone(), &jalur).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let status = orang.kirim(req.body(Body::from(isi)).unwrap()).await.status;
    if b.metode == Method::POST && status == StatusCode::BAD_REQUEST {
        return unggah(orang, &jalur, &[("alasan", "x")], ("berkas", "a.csv", b"u1\n1\n")).await.status;
    }
    status
}

/// Every route about a round, every method, as everyone of another province: the round is not there, whatever they ask.
#[tokio::test]
async fn another_province_finds_and_changes_no_round() {
    let s = Survei::baru().await;
    s.jawab(30, 3, 0).await;
    let tx = s.d.app.store().mulai().await.unwrap();
    let kota = InstansiBaru { kode: "35.09", nama: "Kabupaten Lain", jenis: "kabupaten", wilayah: Some("35.09"), zona: "WIB" };
    let lain = instansi::tambah(&tx, None, kota).await.unwrap();
    let dinas = UnitBaru { kode: "35.09-dinsos", instansi: lain, induk: None, nama: "Dinas Lain", jenis: "dinas", alamat: "" };
    let unit = instansi::tambah_unit(&tx, None, dinas).await.unwrap();
    tx.commit().await.unwrap();
    let daftar = web::daftar();
    let semua: Vec<Baris> =
        daftar.tabel().iter().filter(|b| b.akses != Akses::Publik && b.jalur.starts_with("/survei/{ronde}")).cloned().collect();
    assert!(semua.len() > 35, "{} routes", semua.len());
    let di = |p: Peran| (p, Lingkup::Instansi(lain));
    let lingkup_unit = Lingkup::Unit { unit, instansi: lain };
    let orang = [
        di(Peran::Penyelenggara),
        di(Peran::Penanggungjawab),
        di(Peran::Auditor),
        (Peran::UnitOperator, lingkup_unit.clone()),
        (Peran::UnitKepala, lingkup_unit),
        (Peran::Pembina, Lingkup::Wilayah("35".into())),
    ];
    let sebelum = jumlah(&s).await;
    for (no, (peran, lingkup)) in orang.into_iter().enumerate() {
        let akun = s.d.app.akun(&format!("lain{no}@uji.example"), &[(peran, lingkup)]).await;
        let p = s.d.app.masuk(akun).await;
        for b in &semua {
            let status = panggil(&s, &p, b).await;
            assert!(matches!(status, StatusCode::NOT_FOUND | StatusCode::FORBIDDEN), "{peran} {} {}: {status}", b.metode, b.jalur);
        }
        assert!(!p.get("/survei").await.isi.contains("SKM Uji"));
    }
    assert_eq!(jumlah(&s).await, sebelum, "nothing was written");
}

async fn jumlah(s: &Survei) -> Vec<i64> {
    let mut semua = Vec::new();
    for tabel in
        ["ronde_tutup", "jawaban", "jawaban_kecuali", "bundel_kertas", "survei_impor", "skm_rtl", "skm_terbit", "skm_laporan", "pekerjaan"]
    {
        semua.push(s.d.app.store().baca().angka(&format!("SELECT COUNT(*) AS n FROM {tabel}"), nilai![]).await.unwrap());
    }
    semua
}

/// While a round is attacked, who shows no work, invented work, the work of another page or one piece of work again and again
/// gets a small share; who has worked gets the ordinary one.
#[tokio::test]
async fn no_way_around_the_work() {
    let d = Dunia::dengan(serang()).await;
    let jalur = buka(&d).await;
    let palsu = ganti(&f03(&d.app.tamu().get(&jalur).await.isi, 4), "stempel", "palsu");
    for n in 1..=12 {
        for _ in 0..5 {
            Dari { d: &d, jalur: &jalur, alamat: &format!("198.51.100.{n}") }.kirim(&palsu).await;
        }
    }
    let mut nomor = 0_u32;
    // How many of eight answers are taken from this address with this work.
    let mut coba = async |alamat: &str, f: &[(String, String)], kerja: &str| {
        let (warga, mut diterima) = (Dari { d: &d, jalur: &jalur, alamat }, 0);
        for _ in 0..8 {
            nomor += 1;
            let mut f = ganti(f, "id", &format!("7f2c1d1e-3f0e-4d43-9b4e-{nomor:012x}"));
            f.push(("kerja".into(), kerja.to_owned()));
            diterima += u32::from(warga.kirim(&f).await.status == StatusCode::SEE_OTHER);
        }
        diterima
    };
    let f = f03(&Dari { d: &d, jalur: &jalur, alamat: "192.0.2.1" }.lihat().await.isi, 4);
    let stempel = f.iter().find(|(n, _)| n == "stempel").unwrap().1.clone();
    let kerja = (0_u64..1 << 26).map(|n| n.to_string()).find(|n| web::survei::pow::sah(&stempel, n)).unwrap();
    assert_eq!(coba("192.0.2.2", &f, "").await, 2, "without work a twentieth of 40");
    for (no, bohong) in ["0", "-1", "1e9", "9999999999999999", "%00"].into_iter().enumerate() {
        assert_eq!(coba(&format!("192.0.2.{}", 10 + no), &f, bohong).await, 2, "{bohong:?}");
    }
    assert_eq!(coba("192.0.2.3", &f, &kerja).await, 4, "three by work, then what remains of the small share");
    assert_eq!(coba("192.0.2.4", &f, &kerja).await, 2, "the same work serves no other address");
    let lain = f03(&Dari { d: &d, jalur: &jalur, alamat: "192.0.2.5" }.lihat().await.isi, 4);
    assert_eq!(coba("192.0.2.5", &lain, &kerja).await, 2, "nor another page");
}
