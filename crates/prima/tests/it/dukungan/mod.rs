//! A frozen result made through the store's operations: F02 all 4, ten respondents all 5.

use pekppp::{Nilai, bawaan};
use store::{
    Jam, Store, Sumber, akun, edisi,
    f01::Beku,
    f02, hak,
    hasil::{self, Pembekuan},
    id::{AkunId, HasilId, InstansiId, LokusId, OperasiId, PengirimanId, PenugasanId, PeriodeId, SkId},
    instansi::{self, InstansiBaru, UnitBaru},
    kueri::Kueri,
    nilai,
    peran::{self, Lingkup, Peran},
    ronde::{self, jawaban},
    sesi,
};

/// The bundle, the id of its key, and the public key.
pub fn bundle() -> (String, String, String) {
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let folder = tempfile::tempdir().unwrap();
        let s = Store::buka(folder.path(), &Sumber::Sqlite, Jam::tetap(1_772_409_600_000_000)).await.unwrap();
        let teks = isi(&s).await;
        let k = s.kunci().publik();
        (teks, k.id(), hex::encode(k.bytes()))
    })
}

/// The same result by an edition whose shares were changed, computed and signed again with the key of the installation. `id`: what that
/// edition calls itself.
pub fn bundle_of_another_text(id: &str) -> String {
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let folder = tempfile::tempdir().unwrap();
        let s = Store::buka(folder.path(), &Sumber::Sqlite, Jam::tetap(1_772_409_600_000_000)).await.unwrap();
        let v: serde_json::Value = serde_json::from_str(&isi(&s).await).unwrap();
        let asli = bawaan("pekppp-2022-a").unwrap().1;
        let naskah = asli
            .replacen("porsi_f02 = \"0.75\"", "porsi_f02 = \"0.80\"", 1)
            .replacen("porsi_f03 = \"0.25\"", "porsi_f03 = \"0.20\"", 1)
            .replacen("\"pekppp-2022-a\"", &format!("\"{id}\""), 1);
        let mut i: store::hasil::Isi = serde_json::from_value(v["isi"].clone()).unwrap();
        (i.edisi.id, i.edisi.sidik) = (id.to_owned(), store::sidik_hex(naskah.as_bytes()));
        i.hasil = pekppp::hitung(&pekppp::Edisi::baca(&naskah).unwrap(), &i.masukan()).unwrap();
        let (_, sidik) = i.teks().unwrap();
        let tanda = hex::encode(s.kunci().tandai(&store::hasil::pesan(&sidik)));
        serde_json::json!({ "format": v["format"], "isi": i, "edisi": naskah, "sidik": sidik, "tanda": tanda }).to_string()
    })
}

/// Fills an empty store up to a frozen result; its bundle.
pub async fn isi(s: &Store) -> String {
    let tx = s.mulai().await.unwrap();
    let kab = InstansiBaru { kode: "64.08", nama: "Kabupaten Uji", jenis: "kabupaten", wilayah: None, zona: "WITA" };
    let kab = instansi::tambah(&tx, None, kab).await.unwrap();
    let unit = UnitBaru { kode: "rsud", instansi: kab, induk: None, nama: "RSUD Uji", jenis: "rsud", alamat: "" };
    let unit = instansi::tambah_unit(&tx, None, unit).await.unwrap();
    let (e, teks) = bawaan("pekppp-2022-a").unwrap();
    let sidik = edisi::simpan(&tx, &e.id, teks).await.unwrap();
    tx.commit().await.unwrap();
    let (eva, biro) = (orang(s, "eva", Peran::Evaluator, kab).await, orang(s, "biro", Peran::Penyelenggara, kab).await);
    let (periode, lokus) = (PeriodeId::baru(), LokusId::baru());
    let (g, sk) = (PenugasanId::baru(), SkId::baru());
    let (isi, isi_sidik) = Beku { isian: std::collections::BTreeMap::new(), bukti: Vec::new() }.teks().unwrap();
    let tx = s.mulai().await.unwrap();
    for (sql, v) in [
        (
            "INSERT INTO periode (id, kode, instansi_id, nama, tahun, skema, edisi_a, penyatuan, ilustrasi, versi, dibuat, oleh) VALUES ($1, 'p', $2, 'PEKPPP Uji', 2026, 'mandiri', $3, 'konsensus', 1, 1, 1, $4)",
            nilai![periode, kab, sidik, biro],
        ),
        (
            "INSERT INTO lokus (id, kode, periode_id, unit_id, formulir, cakupan, kategori, versi, dibuat, oleh) VALUES ($1, 'l', $2, $3, 'A', 'jasa', 'RSUD', 1, 1, $4)",
            nilai![lokus, periode, unit, biro],
        ),
        (
            "INSERT INTO sk (id, periode_id, nomor, tanggal, objek, nama_berkas, pada, oleh) VALUES ($1, $2, '1', '2026-01-02', '', '', 1, $3)",
            nilai![sk, periode, biro],
        ),
        ("INSERT INTO penugasan (id, lokus_id, akun_id, pada, oleh) VALUES ($1, $2, $3, 1, $4)", nilai![g, lokus, eva, biro]),
        ("INSERT INTO penetapan (penugasan_id, sk_id, pada, oleh) VALUES ($1, $2, 1, $3)", nilai![g, sk, biro]),
        (
            "INSERT INTO benturan (id, lokus_id, akun_id, jawaban, alasan, teks, pada) VALUES ($1, $2, $3, 'tidak', '', '', 1)",
            nilai![uuid::Uuid::now_v7(), lokus, eva],
        ),
        (
            "INSERT INTO f01_pengiriman (id, lokus_id, nomor, sidik, isi, pada, oleh) VALUES ($1, $2, 1, $3, $4, 1, $5)",
            nilai![PengirimanId::baru(), lokus, isi_sidik, isi, eva],
        ),
    ] {
        tx.jalankan(sql, v).await.unwrap();
    }
    tx.commit().await.unwrap();
    let p = pelaku(s, eva).await;
    let akses = hak::lokus(s, &p, lokus).await.unwrap();
    let h = akses.evaluator().unwrap();
    for i in e.indikator() {
        let t = f02::Tulis {
            op: OperasiId::baru(),
            indikator: i.kode.clone(),
            versi_dasar: 0,
            skor: Some(4),
            sumber: String::new(),
            catatan: String::new(),
            rekomendasi: String::new(),
        };
        f02::simpan(s, &h, t).await.unwrap();
    }
    f02::tandai_selesai(s, &h).await.unwrap();
    let r = ronde::buka(s, &akses.pengelola_f03().unwrap()).await.unwrap();
    for _ in 0..10 {
        jawaban::terima(s, &r, uuid::Uuid::new_v4(), &[Some(Nilai::MAKS); 14]).await.unwrap();
    }
    let p = pelaku(s, biro).await;
    let h = hak::lokus(s, &p, lokus).await.unwrap().penyelenggara().unwrap();
    let Pembekuan::Beku(b) = hasil::bekukan(s, &h, HasilId::baru()).await.unwrap() else { panic!("not frozen") };
    b.berkas(s).await.unwrap()
}

async fn orang(s: &Store, surel: &str, p: Peran, kab: InstansiId) -> AkunId {
    let tx = s.mulai().await.unwrap();
    let id = akun::tambah(&tx, None, akun::AkunBaru { nama: surel, surel, jabatan: "", sandi: None }).await.unwrap();
    peran::beri(&tx, None, id, p, &Lingkup::Instansi(kab)).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn pelaku(s: &Store, id: AkunId) -> hak::Pelaku {
    let token = sesi::buka(s, id, "::1", "uji").await.unwrap();
    sesi::pelaku(s, &token, "::1", "uji").await.unwrap().unwrap()
}
