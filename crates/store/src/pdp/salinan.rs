//! A copy of everything that is held about a person (articles 6 and 13 of UU 27/2022), as tables of values; sealed ones are opened. What
//! officers wrote among themselves is left out, and so is what other people wrote. How the file looks is not decided here.

use super::{Jenis, Subjek};
use crate::{
    Hasil, Store, StoreError,
    audit::{self, Kejadian},
    id::AkunId,
    identitas::{self, Milik, Tersegel},
    nilai, pindai,
    skema::{self, Jenis as JenisKolom},
};
use sea_orm::{ConnectionTrait, QueryResult, Statement};
use serde_json::{Map, Value as Json};
use uuid::Uuid;

/// Rows of one table in a copy; a person with more gets the newest.
const BARIS_MAKS: i64 = 20_000;

/// Rows of one table.
#[derive(Debug, Clone)]
pub struct Bagian {
    pub tabel: &'static str,
    /// Columns with their values, in the order of the register; times in UTC (RFC 3339).
    pub baris: Vec<Map<String, Json>>,
}

/// A file that belongs to it.
#[derive(Debug, Clone)]
pub struct Berkas {
    pub nama: String,
    /// SHA-256, for `crate::identitas::buka_objek`: it lies sealed.
    pub objek: String,
}

#[derive(Debug, Clone)]
pub struct Salinan {
    pub bagian: Vec<Bagian>,
    pub berkas: Vec<Berkas>,
    /// Names of files that the virus scanner holds back.
    pub ditahan: Vec<String>,
    /// Changes that an account made, by what it changed: table and number of rows.
    pub jejak: Vec<(String, i64)>,
}

/// Table, columns, and the condition with `$1`.
type Sumber = (&'static str, &'static [&'static str], &'static str);

/// That short messages were asked for, and to which number.
const NOMOR: Sumber = ("gerbang_kontak", &["saluran", "telepon", "bahasa", "pada"], "perkara_id = $1");
/// The product of a case is handed over on its own page, which ends the case (`permohonan::dokumen`): a copy is no way around that, nor
/// around a bill that is open.
const DIAMBIL: &str = "permohonan_id = $1
    AND EXISTS (SELECT 1 FROM permohonan p WHERE p.id = $1 AND p.keadaan IN ('selesai', 'diarsipkan'))";
const PERMOHONAN: &[Sumber] = &[
    ("permohonan", &["kode", "diterima", "keadaan", "nama", "kontak", "isi", "tenggat", "tuntas", "pada"], "id = $1"),
    ("permohonan_isi_lama", &["versi", "isi", "pada"], "permohonan_id = $1"),
    ("permohonan_kontak", &["surel", "bahasa", "pada"], "permohonan_id = $1"),
    NOMOR,
    ("permohonan_peristiwa", &["tanggal", "langkah", "alasan", "pada"], "permohonan_id = $1"),
    ("permohonan_telat", &["hari", "alasan", "pada"], "permohonan_id = $1"),
    ("permohonan_berkas", &["medan", "nama", "pada"], "permohonan_id = $1"),
    ("permohonan_dokumen", &["kode", "nomor", "teks", "pada"], DIAMBIL),
    ("permohonan_ambil", &["cara", "penerima", "pada"], "permohonan_id = $1"),
    ("tagihan", &["kode", "nominal", "tanggal", "pada"], "permohonan_id = $1"),
    (
        "pembayaran",
        &["cara", "kuitansi", "transaksi", "nominal", "tanggal", "pada"],
        "tagihan_id IN (SELECT id FROM tagihan WHERE permohonan_id = $1)",
    ),
    (
        "pembayaran_batal",
        &["kuitansi", "nominal", "bayar_tanggal", "tanggal", "alasan", "pada"],
        "tagihan_id IN (SELECT id FROM tagihan WHERE permohonan_id = $1)",
    ),
];
const PENGADUAN: &[Sumber] = &[
    ("pengaduan", &["kode", "nomor", "jenis", "judul", "isi", "kejadian", "tempat", "kanal", "tanggal", "pada"], "id = $1"),
    ("pengaduan_pelapor", &["nama", "surel", "telepon", "bahasa"], "pengaduan_id = $1"),
    NOMOR,
    ("pengaduan_langkah", &["tanggal", "jenis", "pihak", "teks", "pada"], "pengaduan_id = $1"),
    ("pengaduan_lampiran", &["nama", "pihak", "pada"], "pengaduan_id = $1"),
];
const KONSULTASI: &[Sumber] = &[
    ("konsultasi", &["kode", "cara", "topik", "isi", "nama", "surel", "telepon", "bahasa", "waktu", "pada"], "id = $1"),
    ("konsultasi_langkah", &["jenis", "pihak", "waktu", "teks", "pada"], "konsultasi_id = $1"),
];
const PESANAN: &[Sumber] = &[
    ("pesanan", &["kode", "tanggal", "mulai", "selesai", "dibuat"], "id = $1"),
    ("pesanan_kontak", &["surel", "telepon", "bahasa"], "pesanan_id = $1"),
    NOMOR,
    ("pesanan_pindah", &["dari_tanggal", "dari_mulai", "tanggal", "mulai", "pada"], "pesanan_id = $1"),
    ("pesanan_batal", &["pada"], "pesanan_id = $1"),
    ("pesanan_hadir", &["pada"], "pesanan_id = $1"),
];
const AKUN: &[Sumber] = &[
    ("akun", &["nama", "surel", "jabatan", "bahasa", "dibuat"], "id = $1"),
    ("akun_nonaktif", &["alasan", "pada"], "akun_id = $1"),
    ("peran", &["peran", "wilayah", "mulai", "sampai", "pada"], "akun_id = $1"),
    ("kunci_sandi", &["nama", "pada"], "akun_id = $1"),
    ("sso_akun", &["penerbit", "subjek", "pada"], "akun_id = $1"),
    ("sesi", &["alamat", "agen", "dibuat", "terakhir"], "akun_id = $1"),
    ("tanda_tangan", &["pihak", "nama", "jabatan", "alamat", "agen", "pada"], "akun_id = $1"),
    ("tte", &["pihak", "nama", "jabatan", "pada"], "akun_id = $1"),
    ("kegiatan_hadir", &["nama", "jabatan", "unit", "pada"], "akun_id = $1"),
    ("benturan", &["jawaban", "alasan", "pada"], "akun_id = $1"),
    ("pelaksana_kompetensi", &["nama", "penyelenggara", "tanggal", "sampai", "pada"], "akun_id = $1"),
    ("pemberitahuan", &["jenis", "tautan", "pada"], "akun_id = $1"),
    ("catatan_baca", &["jenis", "pada"], "akun_id = $1"),
    ("audit", &["aksi", "objek", "pada"], "akun_id = $1"),
];
/// What was asked about these data, for every kind.
const PERMINTAAN: Sumber = ("pdp_permintaan", &["jenis", "alasan", "tenggat", "pada"], "objek_id = $1");
const PUTUSAN: Sumber =
    ("pdp_putusan", &["putusan", "dasar", "alasan", "pada"], "permintaan_id IN (SELECT id FROM pdp_permintaan WHERE objek_id = $1)");
const PENGHAPUSAN: Sumber = ("pdp_hapus", &["sebab", "pada"], "objek_id = $1");

fn sumber(jenis: Jenis) -> impl Iterator<Item = &'static Sumber> {
    let milik = match jenis {
        Jenis::Permohonan => PERMOHONAN,
        Jenis::Pengaduan => PENGADUAN,
        Jenis::Konsultasi => KONSULTASI,
        Jenis::Pesanan => PESANAN,
        Jenis::Akun => AKUN,
    };
    milik.iter().chain([&PERMINTAAN, &PUTUSAN, &PENGHAPUSAN])
}

/// Makes a copy for the holder. That it was made is written down, not what is in it.
///
/// # Errors
/// When the store fails.
pub async fn buat(store: &Store, s: &Subjek) -> Hasil<Salinan> {
    let skema = skema::sekarang()?;
    let mut bagian = Vec::new();
    for x in sumber(s.jenis) {
        let b = tabel(store, &skema, x, s.id).await?;
        if !b.baris.is_empty() {
            bagian.push(b);
        }
    }
    let (berkas, ditahan) = bersih(store, berkas(store, s).await?).await?;
    let jejak = if s.jenis == Jenis::Akun { jejak(store, &skema, s.id).await? } else { Vec::new() };
    let tx = store.mulai().await?;
    let oleh = (s.jenis == Jenis::Akun).then_some(AkunId(s.id));
    let k =
        Kejadian::baru("pdp.salinan", s.jenis.kunci(), s.id).rincian(serde_json::json!({ "bagian": bagian.len(), "berkas": berkas.len() }));
    audit::catat_oleh(&tx, oleh, k).await?;
    tx.commit().await?;
    Ok(Salinan { bagian, berkas, ditahan, jejak })
}

async fn tabel(store: &Store, skema: &[skema::Tabel], (nama, kolom, syarat): &Sumber, id: Uuid) -> Hasil<Bagian> {
    let t = skema.iter().find(|t| t.nama == *nama).ok_or_else(|| StoreError::Rusak(format!("no table {nama}")))?;
    let milik = identitas::MEDAN.iter().find(|(t, _, _)| t == nama).map(|(_, m, _)| *m);
    let pilih = milik.map(|m| format!(", {m} AS milik")).unwrap_or_default();
    let urut = t.daftar_kunci();
    let sql = format!("SELECT {}{pilih} FROM {nama} WHERE {syarat} ORDER BY {urut} LIMIT {BARIS_MAKS}", kolom.join(", "));
    let c = store.baca();
    let mut baris = Vec::new();
    for b in c.query_all_raw(Statement::from_sql_and_values(c.get_database_backend(), sql, nilai![id])).await? {
        let mut satu = Map::new();
        for k in *kolom {
            let jenis = t.kolom.iter().find(|x| x.nama == *k).map(|x| x.jenis);
            let mut isi = baca(jenis, k, &b)?;
            if let (Json::String(teks), true) = (&isi, identitas::tersegel(nama, k)) {
                let milik: Uuid = b.try_get("", "milik")?;
                let terbuka = identitas::buka_teks(store.kunci(), Milik(&format!("{nama}.{k}"), milik), teks)?;
                // Answers of a form are JSON themselves.
                isi = if *k == "isi" && nama.starts_with("permohonan") {
                    serde_json::from_str(&terbuka).unwrap_or(Json::String(terbuka))
                } else {
                    Json::String(terbuka)
                };
            }
            if !isi.is_null() {
                satu.insert((*k).to_owned(), isi);
            }
        }
        baris.push(satu);
    }
    Ok(Bagian { tabel: nama, baris })
}

fn baca(jenis: Option<JenisKolom>, nama: &str, b: &QueryResult) -> Hasil<Json> {
    Ok(match jenis {
        Some(JenisKolom::Teks) => b.try_get::<Option<String>>("", nama)?.map_or(Json::Null, Json::String),
        Some(JenisKolom::Bigint) => match b.try_get::<Option<i64>>("", nama)? {
            Some(n) if SAAT.contains(&nama) => jiff::Timestamp::from_microsecond(n).map_or(Json::from(n), |t| Json::String(t.to_string())),
            Some(n) => Json::from(n),
            None => Json::Null,
        },
        _ => return Err(StoreError::Rusak(format!("column {nama} is not for a copy"))),
    })
}

/// Columns that are moments.
const SAAT: [&str; 4] = ["pada", "dibuat", "terakhir", "tenggat"];

#[derive(sea_orm::FromQueryResult)]
struct BarisBerkas {
    id: Uuid,
    nama: Tersegel,
    objek: String,
}

/// Those that may be given out, and the names of those that the virus scanner holds back.
async fn bersih(store: &Store, semua: Vec<Berkas>) -> Hasil<(Vec<Berkas>, Vec<String>)> {
    let (mut ada, mut ditahan) = (Vec::new(), Vec::new());
    for b in semua {
        match pindai::boleh(store, &b.objek).await {
            Ok(()) => ada.push(b),
            Err(StoreError::Keadaan(_)) => ditahan.push(b.nama),
            Err(e) => return Err(e),
        }
    }
    Ok((ada, ditahan))
}

async fn berkas(store: &Store, s: &Subjek) -> Hasil<Vec<Berkas>> {
    use crate::kueri::Kueri as _;
    let permohonan = format!(
        "SELECT id, nama, objek FROM permohonan_berkas WHERE permohonan_id = $1
         UNION ALL SELECT d.id, d.nomor AS nama, d.objek FROM permohonan_dokumen d
          WHERE d.id = (SELECT x.id FROM permohonan_dokumen x WHERE {DIAMBIL} ORDER BY x.id DESC LIMIT 1)"
    );
    // A number of a letter is not sealed, and opens as it is.
    let (sql, medan) = match s.jenis {
        Jenis::Permohonan => (permohonan.as_str(), "permohonan_berkas.nama"),
        Jenis::Pengaduan => {
            ("SELECT id, nama, objek FROM pengaduan_lampiran WHERE pengaduan_id = $1 ORDER BY pada, id", "pengaduan_lampiran.nama")
        }
        Jenis::Konsultasi | Jenis::Pesanan | Jenis::Akun => return Ok(Vec::new()),
    };
    let semua: Vec<BarisBerkas> = store.baca().semua(sql, nilai![s.id]).await?;
    semua.into_iter().map(|b| Ok(Berkas { nama: b.nama.buka(store.kunci(), Milik(medan, b.id))?, objek: b.objek })).collect()
}

/// How many rows of each table say that this account wrote them.
async fn jejak(store: &Store, skema: &[skema::Tabel], akun: Uuid) -> Hasil<Vec<(String, i64)>> {
    use crate::kueri::Kueri as _;
    let mut v = Vec::new();
    for t in skema.iter().filter(|t| t.kolom.iter().any(|k| k.nama == "oleh" && k.jenis == JenisKolom::Uuid)) {
        let n = store.baca().angka(&format!("SELECT COUNT(*) AS n FROM {} WHERE oleh = $1", t.nama), nilai![akun]).await?;
        if n > 0 {
            v.push((t.nama.clone(), n));
        }
    }
    Ok(v)
}
