//! Malls on their way: the example's mall in operation with agreements, connections, presence and training; one whose
//! verification is overdue, and one that builds. All of it ILUSTRASI.

use jiff::{ToSpan, civil::Date};
use layanan::mpp::{Fitur, JenisDokumen, Kelompok, Keputusan, Langkah, Pelaku as Sisi, Tahap};
use store::{
    Hasil, Store, StoreError,
    hak::{self, KepalaMpp, Pelaku},
    id::{ForumId, InstansiId, JalanId, KompetensiId, LangkahId, MasukanId, PerjanjianId, TitikId, UnitId},
    instansi::{self, InstansiBaru},
    mpp::{self, Tenan},
    peran::{Lingkup, Peran},
    perjalanan::{self, Awal, DokumenBaru, JalanBaru, Pihak, forum, titik},
    petugas::{self, KompetensiBaru, Pencatat},
    tenan::{self, AntreanIsi, LaporanIsi, LayananIsi, PerjanjianBaru},
};

use super::{
    berkas,
    mpp::{DEPAN, KECAMATAN, KEPALA, PELAKSANA},
    orang::{Orang, buat, sebagai},
};

pub const PUSAT: &str = "nasional@contoh.id";
pub const BONTANG: &str = "organisasi.bontang@contoh.id";
const BERAU: &str = "organisasi.berau@contoh.id";

fn orang(kota: InstansiId, berau: InstansiId) -> Vec<Orang> {
    let o = |surel, nama, jabatan, i| Orang { surel, nama, jabatan, peran: Peran::Penyelenggara, lingkup: Lingkup::Instansi(i) };
    vec![
        o(BONTANG, "Andi Firmansyah", "Bagian Organisasi Kota Bontang (contoh)", kota),
        o(BERAU, "Sri Wahyuni", "Bagian Organisasi Kabupaten Berau (contoh)", berau),
    ]
}

/// Address and position of each account, for the list printed at start.
pub fn ringkas() -> Vec<(&'static str, &'static str)> {
    orang(InstansiId::baru(), InstansiId::baru()).into_iter().map(|o| (o.surel, o.jabatan)).collect()
}

pub async fn isi(store: &Store, kab: InstansiId, kota: InstansiId, unit: UnitId) -> Hasil<()> {
    let tx = store.mulai().await?;
    let b = InstansiBaru { kode: "64.03", nama: "Kabupaten Berau", jenis: "kabupaten", wilayah: Some("64.03"), zona: "WITA" };
    let berau = instansi::tambah(&tx, None, b).await?;
    tx.commit().await?;
    buat(store, &orang(kota, berau)).await?;
    let kini = store.sekarang().hari("WITA");
    sendiri(store, kab, unit, kini).await?;
    pengelolaan(store, unit, kini).await?;
    bontang(store, kota, kini).await?;
    membangun(store, berau, kini).await
}

/// The mall that operated before it was recorded, with a point in the next city.
async fn sendiri(store: &Store, kab: InstansiId, unit: UnitId, kini: Date) -> Hasil<()> {
    let organisasi = sebagai(store, "organisasi@contoh.id").await?;
    let lalu = |n: i64| kini.saturating_sub(n.days());
    let b = JalanBaru {
        nama: "MPP Kutai Timur (contoh)",
        alamat: "Jalan Contoh 1, Sangatta (ILUSTRASI)",
        letak: Some(("0.5061", "117.5400")),
        awal: Awal::Beroperasi,
        tanggal: lalu(600),
    };
    let id = mulai(store, &organisasi, kab, &b).await?;
    let hak = hak::jalan(store, &organisasi, id).await?.pemda()?;
    perjalanan::tautkan(store, &hak, unit).await?;
    let titik = |nama, bentuk, wilayah, kesepakatan| titik::TitikBaru {
        nama,
        bentuk,
        alamat: "Jalan Contoh (ILUSTRASI)",
        wilayah,
        kesepakatan,
        penetapan: ("188/CONTOH", lalu(120)),
        surat: None,
        mulai: lalu(100),
    };
    titik::tambah(store, &hak, TitikId::baru(), &titik("Pojok Pelayanan Sangkulirang", "pojok-pelayanan", "64.08", "")).await?;
    let surat = Some(("065/12/CONTOH", lalu(110)));
    let lintas = titik::TitikBaru { surat, ..titik("Pojok Pelabuhan Loktuan", "pelabuhan", "64.74", "119/KB/CONTOH") };
    titik::tambah(store, &hak, TitikId::baru(), &lintas).await
}

/// Agreements, connections, presence of today, training.
async fn pengelolaan(store: &Store, unit: UnitId, kini: Date) -> Hasil<()> {
    let hak = hak::mpp(store, &sebagai(store, KEPALA).await?, unit).await?.kepala()?;
    let hari = |n: i64| kini.saturating_add(n.days());
    for (n, t) in mpp::tenan_mpp(store.baca(), unit).await?.into_iter().enumerate() {
        // One ends soon, one tenant has none yet.
        let sampai = if n == 1 { hari(40) } else { hari(700) };
        if n != 4 {
            sepakat(store, &hak, &t, (n + 1, kini), sampai).await?;
        }
        if t.sistem == "sendiri" {
            sambungkan(store, &hak, &t, kini).await?;
        }
    }
    let depan = hak::mpp(store, &sebagai(store, DEPAN).await?, unit).await?.depan()?;
    let akun = sebagai(store, PELAKSANA[3].0).await?.akun;
    for h in petugas::hari(store.baca(), unit, kini).await?.iter().filter(|h| h.akun_id != akun) {
        petugas::masuk(store, Pencatat::Depan(&depan), h.pelaksana_id).await?;
    }
    let latihan = [
        (KECAMATAN, "Pelayanan bagi kelompok rentan", None),
        (PELAKSANA[0].0, "Pelayanan prima", None),
        (PELAKSANA[1].0, "Bahasa isyarat dasar", Some(hari(20))),
        (PELAKSANA[2].0, "Sertifikat petugas perizinan", Some(hari(400))),
    ];
    for (surel, nama, sampai) in latihan {
        let akun = sebagai(store, surel).await?.akun;
        let b = KompetensiBaru { akun, nama, penyelenggara: "Lembaga contoh (ILUSTRASI)", tanggal: hari(-200), sampai, berkas: None };
        petugas::tambah_kompetensi(store, &hak, KompetensiId::baru(), &b).await?;
    }
    Ok(())
}

/// The agreement of a tenant, of its kind: the `nomor`th one, counted from today.
pub async fn sepakat(store: &Store, hak: &KepalaMpp, t: &Tenan, (nomor, kini): (usize, Date), sampai: Date) -> Hasil<()> {
    let jenis = match t.jenis.as_str() {
        "kementerian-lembaga" => "sinergi",
        "pemda" => "kesepakatan-bersama",
        _ => "perjanjian-kerja-sama",
    };
    let (nomor, lalu) = (format!("{nomor:03}/PKS/CONTOH"), |n: i64| kini.saturating_sub(n.days()));
    let b = PerjanjianBaru { jenis, nomor: &nomor, tanggal: lalu(300), mulai: lalu(290), sampai: Some(sampai), berkas: None };
    tenan::tambah_perjanjian(store, hak, PerjanjianId::baru(), t.id, &b).await
}

/// A tenant with a system of its own: joined, with news of today.
pub async fn sambungkan(store: &Store, hak: &KepalaMpp, t: &Tenan, kini: Date) -> Hasil<()> {
    for f in [Fitur::InformasiUmum, Fitur::Pendaftaran] {
        tenan::hubungkan(store, hak, t.id, f, "https://tenan.example/api").await?;
    }
    let rahasia = tenan::buat_token(store, hak, t.id, "Server contoh", 365).await?;
    let lapor = tenan::token(store, &rahasia).await?.ok_or(StoreError::TidakDitemukan)?;
    let isi = LaporanIsi {
        layanan: Some(vec![LayananIsi { kode: "contoh".into(), nama: "Layanan contoh".into(), tautan: String::new() }]),
        antrean: Some(vec![AntreanIsi { layanan: "contoh".into(), tanggal: kini, diambil: 12, dilayani: 9, menunggu: 3 }]),
    };
    tenan::lapor(store, &lapor, isi).await?.map_err(|e| StoreError::Rusak(e.to_string()))
}

async fn mulai(store: &Store, p: &Pelaku, i: InstansiId, b: &JalanBaru<'_>) -> Hasil<JalanId> {
    let id = JalanId::baru();
    perjalanan::mulai(store, &hak::instansi(store, p, i).await?.pengusul_mpp()?, id, b, true).await?;
    Ok(id)
}

/// Files what the stage needs and takes the step, each by the side whose it is.
async fn maju(store: &Store, p: &Pelaku, id: JalanId, tanggal: Date, ke: Tahap) -> Hasil<()> {
    let j = perjalanan::dari_id(store.baca(), id).await?;
    let kurang = perjalanan::lipat(&j, &perjalanan::langkah(store.baca(), id).await?)?.dokumen_kurang();
    for jenis in kurang {
        dokumen(store, p, id, tanggal, jenis).await?;
    }
    langkah(store, p, id, tanggal, Langkah::Maju { ke }).await
}

async fn dokumen(store: &Store, p: &Pelaku, id: JalanId, tanggal: Date, jenis: JenisDokumen) -> Hasil<()> {
    let (pemda, pusat) = (hak::jalan(store, p, id).await?.pemda()?, pusat(store, id).await?);
    let pihak = if jenis.pihak() == Sisi::Kementerian { Pihak::Kementerian(&pusat) } else { Pihak::Pemda(&pemda) };
    let b = DokumenBaru { jenis, nomor: "01/CONTOH", tanggal, catatan: "ILUSTRASI", berkas: None };
    perjalanan::dokumen_baru(store, pihak, LangkahId::baru(), &b).await
}

async fn pusat(store: &Store, id: JalanId) -> Hasil<hak::KementerianJalan> {
    hak::jalan(store, &sebagai(store, PUSAT).await?, id).await?.kementerian()
}

async fn langkah(store: &Store, p: &Pelaku, id: JalanId, tanggal: Date, l: Langkah) -> Hasil<()> {
    let (pemda, pusat) = (hak::jalan(store, p, id).await?.pemda()?, pusat(store, id).await?);
    let dari = perjalanan::dari_id(store.baca(), id).await?.tahap()?;
    let oleh_pusat = match l {
        Langkah::Maju { ke } => dari.lanjut().any(|w| w.ke == ke && matches!(w.oleh, Sisi::Kementerian | Sisi::Menteri)),
        Langkah::PembangunanSelesai => false,
        _ => true,
    };
    let pihak = if oleh_pusat { Pihak::Kementerian(&pusat) } else { Pihak::Pemda(&pemda) };
    perjalanan::maju(store, pihak, LangkahId::baru(), l, tanggal, "").await
}

/// The study with a published forum.
async fn kajian(store: &Store, p: &Pelaku, id: JalanId, tanggal: Date) -> Hasil<()> {
    let hak = hak::jalan(store, p, id).await?.pemda()?;
    let (h, x) = (Pihak::Pemda(&hak), ForumId::baru());
    let b = forum::ForumBaru { judul: "Forum konsultasi publik MPP (contoh)", tempat: "Aula kantor (ILUSTRASI)", tanggal };
    forum::buat(store, h, x, &b).await?;
    for k in Kelompok::SEMUA {
        forum::undang(store, h, x, k.kunci(), "Lembaga contoh").await?;
    }
    forum::laksanakan(store, h, x, tanggal, 42).await?;
    let isi = [
        ("pengguna", "Jam buka sampai sore supaya pekerja dapat datang.", "Diusulkan buka sampai pukul 16 pada Selasa dan Kamis."),
        ("masyarakat-sipil", "Sediakan jalur kursi roda dan juru bahasa isyarat.", "Masuk dalam rencana sarana."),
    ];
    for (dari, masukan, jawaban) in isi {
        let m = MasukanId::baru();
        forum::masukkan(store, h, x, m, dari, "Lembaga contoh", masukan).await?;
        forum::jawab(store, h, x, m, jawaban).await?;
    }
    let ba = berkas::pdf("Berita acara forum konsultasi publik")?;
    forum::acara(store, h, x, &forum::Acara { nomor: "BA/01/CONTOH", tanggal, nama: "berita-acara.pdf", isi: &ba }).await?;
    forum::terbitkan(store, h, x).await
}

/// Complete 34 days ago: its 30 days are over, and ministries have commented.
async fn bontang(store: &Store, kota: InstansiId, kini: Date) -> Hasil<()> {
    let (p, lalu) = (sebagai(store, BONTANG).await?, |n: i64| kini.saturating_sub(n.days()));
    let b =
        JalanBaru { nama: "MPP Kota Bontang (contoh)", alamat: "Bontang (ILUSTRASI)", letak: None, awal: Awal::Kajian, tanggal: lalu(120) };
    let id = mulai(store, &p, kota, &b).await?;
    kajian(store, &p, id, lalu(90)).await?;
    maju(store, &p, id, lalu(60), Tahap::UsulanDiajukan).await?;
    maju(store, &p, id, lalu(34), Tahap::UsulanLengkap).await?;
    maju(store, &p, id, lalu(30), Tahap::Verifikasi).await?;
    let hak = pusat(store, id).await?;
    let (h, x) = (Pihak::Kementerian(&hak), ForumId::baru());
    forum::buat(store, h, x, &forum::ForumBaru { judul: "Rapat koordinasi (contoh)", tempat: "Daring", tanggal: lalu(14) }).await?;
    forum::undang(store, h, x, "", "Kementerian Dalam Negeri (contoh)").await?;
    forum::laksanakan(store, h, x, lalu(14), 12).await?;
    forum::masukkan(
        store,
        h,
        x,
        MasukanId::baru(),
        "",
        "Kementerian Dalam Negeri (contoh)",
        "Pastikan ruang layanan adminduk dan jaringan cadangan.",
    )
    .await
}

/// Approved, built 80 days ago: the trial must begin within ten days.
async fn membangun(store: &Store, berau: InstansiId, kini: Date) -> Hasil<()> {
    let (p, lalu) = (sebagai(store, BERAU).await?, |n: i64| kini.saturating_sub(n.days()));
    let b = JalanBaru {
        nama: "MPP Kabupaten Berau (contoh)",
        alamat: "Tanjung Redeb (ILUSTRASI)",
        letak: Some(("2.15", "117.49")),
        awal: Awal::Kajian,
        tanggal: lalu(400),
    };
    let id = mulai(store, &p, berau, &b).await?;
    kajian(store, &p, id, lalu(380)).await?;
    for (hari, ke) in [(360, Tahap::UsulanDiajukan), (350, Tahap::UsulanLengkap), (348, Tahap::Verifikasi)] {
        maju(store, &p, id, lalu(hari), ke).await?;
    }
    langkah(store, &p, id, lalu(335), Langkah::VerifikasiFaktual).await?;
    maju(store, &p, id, lalu(330), Tahap::Keputusan).await?;
    langkah(store, &p, id, lalu(328), Langkah::Putuskan { keputusan: Keputusan::Disetujui }).await?;
    for (hari, ke) in [(325, Tahap::Persiapan), (280, Tahap::TeknisPelayanan), (240, Tahap::SaranaPrasarana)] {
        maju(store, &p, id, lalu(hari), ke).await?;
    }
    langkah(store, &p, id, lalu(80), Langkah::PembangunanSelesai).await
}
