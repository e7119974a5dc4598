//! `/skm/pratinjau`: a questionnaire made by hand, answers kept in memory. Only in debug builds, until real rounds are served.

use std::{
    collections::HashMap,
    sync::{LazyLock, Mutex},
};

use axum::{
    Json,
    extract::{Path, Query},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse as _, Response},
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    bahasa::BahasaSurvei,
    halaman::{self, PENANDA_ID, PENANDA_STEMPEL},
    isian::{Cara, Isian, Pesan, Salah, Sebab},
    kepala::{Jenis, Kepala},
    kios,
    kuesioner::{Bidang, Butir, Kelompok, Kuesioner, Teks},
    tautan, terima_kasih, tertutup,
};
use crate::{
    Error,
    error::Hasil,
    rute::{Akses, Daftar},
};

static JAWABAN: LazyLock<Mutex<HashMap<String, u32>>> = LazyLock::new(Mutex::default);

pub fn rute(d: &mut Daftar) {
    d.get("/skm/pratinjau", Akses::Publik, lihat);
    d.get("/skm/pratinjau/{bagian}", Akses::Publik, bagian);
    d.post("/skm/pratinjau/jawaban", Akses::Publik, kirim);
}

type Kueri = Query<HashMap<String, String>>;

fn bahasa(q: &Kueri) -> BahasaSurvei {
    BahasaSurvei::pilih(q.get("bahasa").map(String::as_str), None)
}

fn kuesioner(b: BahasaSurvei) -> Kuesioner {
    let t = |s: &str| Teks::indonesia(s, b);
    let soal = [
        (
            "persyaratan",
            "Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?",
            ["Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"],
        ),
        (
            "prosedur",
            "Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini?",
            ["Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah"],
        ),
        (
            "waktu",
            "Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?",
            ["Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat"],
        ),
        (
            "biaya",
            "Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan?",
            ["Sangat mahal", "Cukup mahal", "Murah", "Gratis"],
        ),
        (
            "produk",
            "Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan antara yang tercantum dalam standar pelayanan dengan hasil yang diberikan?",
            ["Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"],
        ),
        (
            "kompetensi",
            "Bagaimana pendapat Saudara tentang kompetensi/kemampuan petugas dalam pelayanan?",
            ["Tidak kompeten", "Kurang kompeten", "Kompeten", "Sangat kompeten"],
        ),
        (
            "perilaku",
            "Bagaimana pendapat Saudara tentang perilaku petugas dalam pelayanan terkait kesopanan dan keramahan?",
            ["Tidak sopan dan ramah", "Kurang sopan dan ramah", "Sopan dan ramah", "Sangat sopan dan ramah"],
        ),
        ("sarana", "Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?", ["Buruk", "Cukup", "Baik", "Sangat baik"]),
        (
            "pengaduan",
            "Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna layanan?",
            ["Tidak ada", "Ada tetapi tidak berfungsi", "Berfungsi kurang maksimal", "Dikelola dengan baik"],
        ),
    ];
    let butir = soal.into_iter().enumerate().map(|(i, (kunci, teks, jawaban))| Butir {
        nomor: i + 1,
        nama: format!("q_{kunci}"),
        teks: t(teks),
        bantu: None,
        pilihan: (1..).zip(jawaban.map(t)).collect(),
        angka: false,
    });
    let bidang = |nama: &str, teks: &str, opsi: &[&str], wajib| Bidang {
        nama: nama.into(),
        teks: t(teks),
        pilihan: (0..).zip(opsi.iter().map(|o| t(o))).collect(),
        wajib,
    };
    let kepala = Kepala {
        jenis: Jenis::Skm,
        token: "pratinjau".into(),
        unit: "Dinas Kependudukan dan Pencatatan Sipil".into(),
        instansi: "Pemerintah Kabupaten Contoh".into(),
        bahasa: b,
        ilustrasi: true,
    };
    Kuesioner {
        guna: kepala.s("survei-guna-skm"),
        profil: vec![
            bidang("layanan", &kepala.s("survei-layanan"), &["KTP elektronik", "Kartu keluarga", "Akta kelahiran"], true),
            bidang("jenis_kelamin", "Jenis kelamin", &["Laki-laki", "Perempuan"], false),
            bidang(
                "usia",
                "Usia",
                &["Di bawah 20 tahun", "20–29 tahun", "30–39 tahun", "40–49 tahun", "50–59 tahun", "60 tahun ke atas"],
                false,
            ),
            bidang("pendidikan", "Pendidikan terakhir", &["SD", "SMP", "SMA", "Diploma (D1–D4)", "S1", "S2", "S3"], false),
        ],
        kepala,
        kelompok: vec![Kelompok { nama: None, butir: butir.collect() }],
        saran: true,
        menit: 1,
        kerja: 0,
    }
}

fn kirim_html(teks: askama::Result<String>) -> Hasil {
    let teks = teks?.replace(PENANDA_ID, &Uuid::new_v4().to_string()).replace(PENANDA_STEMPEL, "pratinjau-0");
    let mut r = Html(teks).into_response();
    r.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    Ok(r)
}

async fn lihat(q: Kueri) -> Hasil {
    let mut k = kuesioner(bahasa(&q));
    k.kerja = q.get("kerja").and_then(|v| v.parse().ok()).unwrap_or(0);
    kirim_html(halaman::halaman(&k, &Isian::default()))
}

async fn bagian(Path(bagian): Path<String>, q: Kueri) -> Hasil {
    let k = kuesioner(bahasa(&q));
    let h = &k.kepala;
    let hari = jiff::civil::date(2026, 12, 3);
    kirim_html(match bagian.as_str() {
        "kios" => kios::kios(&k),
        "terima-kasih" => terima_kasih::terima_kasih(h, q.contains_key("kios")),
        "belum" => tertutup::tertutup(h, &tertutup::Tertutup::Belum { mulai: hari }, None),
        "selesai" => tertutup::tertutup(h, &tertutup::Tertutup::Selesai { sampai: hari }, Some("/hasil-skm/contoh")),
        "ditutup" => tertutup::tertutup(h, &tertutup::Tertutup::Ditutup { alasan: "Responden sudah cukup.".into() }, None),
        "tidak-ada" => tertutup::tidak_ada(Jenis::Skm, "pratinjau", h.bahasa),
        "tautan" => tautan::isian(&k, "rahasia"),
        "tautan-dipakai" => tautan::mati(h, tautan::TautanMati::Dipakai, true),
        "tautan-lewat" => tautan::mati(h, tautan::TautanMati::Lewat, false),
        "salah" => halaman::halaman(&k, &contoh_salah()),
        "penuh" => halaman::halaman(&k, &Isian { pesan: Some(Pesan::Penuh), ..Isian::default() }),
        "hitung" => return Ok(Json(json!({ "jumlah": JAWABAN.lock().map(|j| j.len()).unwrap_or_default() })).into_response()),
        _ => return Err(Error::TidakAda),
    })
}

fn contoh_salah() -> Isian {
    let salah = |medan: &str, sebab| Salah { medan: medan.into(), sebab };
    Isian {
        nilai: vec![
            ("q_persyaratan".into(), "3".into()),
            ("layanan".into(), "1".into()),
            ("saran".into(), "Loket ditambah & <b>dipercepat</b>".into()),
        ],
        salah: vec![salah("q_prosedur", Sebab::Kosong), salah("usia", Sebab::LuarPilihan), salah("saran", Sebab::TerlaluPanjang)],
        cara: Cara::Biasa,
        ..Isian::default()
    }
}

async fn kirim(headers: HeaderMap, isi: String) -> Response {
    let json = headers.get(header::CONTENT_TYPE).is_some_and(|v| v.as_bytes().starts_with(b"application/json"));
    let id = if json {
        serde_json::from_str::<Value>(&isi).ok().and_then(|v| v["id"].as_str().map(str::to_owned))
    } else {
        isi.split('&').find_map(|p| p.strip_prefix("id=").map(str::to_owned))
    };
    let (Some(id), Ok(mut semua)) = (id, JAWABAN.lock()) else { return StatusCode::UNPROCESSABLE_ENTITY.into_response() };
    let kali = semua.entry(id.clone()).or_default();
    *kali += 1;
    if json {
        return Json(json!({ "id": id, "terima": if *kali == 1 { "baru" } else { "sudah-ada" } })).into_response();
    }
    axum::response::Redirect::to("/skm/pratinjau/terima-kasih").into_response()
}
