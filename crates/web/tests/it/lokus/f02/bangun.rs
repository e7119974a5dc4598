//! A lokus with a submitted F01 and appointed evaluators, ready to be scored.

use std::collections::BTreeMap;

use pekppp::{Edisi, bawaan, f01::baca_isian};
use store::{
    f02,
    hak::{self, EvaluatorLokus, Pelaku},
    id::{OperasiId, PengirimanId},
    kueri::Kueri,
    nilai, sesi,
};

use crate::{
    app::{Jawaban, Peramban},
    bangun::Dunia,
};

pub struct Kasus {
    pub d: Dunia,
}

/// An evaluator: his browser and his right in the store.
pub struct Penilai<'a> {
    pub p: Peramban<'a>,
    pub hak: EvaluatorLokus,
}

pub fn edisi() -> &'static Edisi {
    bawaan("pekppp-2022-a").unwrap().0
}

impl Kasus {
    /// With F01 submitted: indicator 1 answered in full, indicator 2 in part.
    pub async fn baru() -> Self {
        let k = Self::tanpa_f01().await;
        let satu = [
            ("sp_dibuat", "ya"),
            ("jumlah_jenis_pelayanan", "13"),
            ("jumlah_sp", "13"),
            ("sp_14_komponen", "ya"),
            ("sp_ditetapkan", "ya"),
            ("sp_libatkan_masyarakat", "tidak"),
            ("sp_monev", "tidak"),
        ];
        k.jawab("1.a.Ak", &satu).await;
        k.jawab("2.a.P", &[("sp_libatkan_masyarakat", "ya")]).await;
        let sql = "INSERT INTO bukti (id, op_id, lokus_id, indikator, jenis, tautan, nama, keterangan, pada, oleh)
            VALUES ($1, $1, $2, '1.a.Ak', 'tautan', 'https://contoh.example/video', 'Video layanan', 'loket 3', 1, $3)";
        k.sql(sql, nilai![uuid::Uuid::now_v7(), k.d.lokus, k.d.oleh]).await;
        k.sql("INSERT INTO objek (sidik, ukuran, tipe, dibuat) VALUES ('ab12', 9, 'image/png', 1)", vec![]).await;
        let sql = "INSERT INTO bukti (id, op_id, lokus_id, indikator, jenis, objek, nama, keterangan, pada, oleh)
            VALUES ($1, $1, $2, '1.a.Ak', 'berkas', 'ab12', 'sp-loket.png', 'Papan SP', 2, $3)";
        k.sql(sql, nilai![uuid::Uuid::now_v7(), k.d.lokus, k.d.oleh]).await;
        let sql = "INSERT INTO f01_pengiriman (id, lokus_id, nomor, sidik, isi, pada, oleh) VALUES ($1, $2, 1, '', '{}', 1, $3)";
        k.sql(sql, nilai![PengirimanId::baru(), k.d.lokus, k.d.oleh]).await;
        k
    }

    pub async fn tanpa_f01() -> Self {
        Self { d: Dunia::baru().await }
    }

    pub fn jalur(&self, sisa: &str) -> String {
        format!("/lokus/{}/f02{sisa}", self.d.lokus)
    }

    pub async fn sql(&self, sql: &str, n: Vec<store::kueri::Value>) {
        let tx = self.d.app.store().mulai().await.unwrap();
        tx.jalankan(sql, n).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub async fn angka(&self, sql: &str) -> i64 {
        self.d.app.store().baca().angka(sql, vec![]).await.unwrap()
    }

    async fn jawab(&self, kode: &str, isi: &[(&str, &str)]) {
        let mentah: BTreeMap<String, Vec<String>> = isi.iter().map(|(k, v)| ((*k).into(), vec![(*v).into()])).collect();
        let (jawaban, salah) = baca_isian(edisi().cari_indikator(kode).unwrap(), &mentah);
        assert!(salah.is_empty(), "{salah:?}");
        let sql = "INSERT INTO f01 (lokus_id, indikator, versi, isi, pada, oleh) VALUES ($1, $2, 1, $3, 1, $4)";
        self.sql(sql, nilai![self.d.lokus, kode, serde_json::to_string(&jawaban).unwrap(), self.d.oleh]).await;
    }

    pub async fn rata_rata(&self) {
        self.sql("UPDATE periode SET penyatuan = 'rata-rata'", vec![]).await;
    }

    pub async fn tutup_fase(&self) {
        let sql = "INSERT INTO fase_kejadian (id, periode_id, fase, jenis, alasan, pada, oleh)
            VALUES ($1, $2, 'pelaksanaan', 'tutup', '', 1, $3)";
        self.sql(sql, nilai![uuid::Uuid::now_v7(), self.d.periode, self.d.oleh]).await;
    }

    pub async fn bekukan(&self) {
        let sql = "INSERT INTO hasil (id, lokus_id, nomor, status, isi, sidik, tanda, pada, oleh)
            VALUES ($1, $2, 1, 'complete', '{}', '', $3, 1, $4)";
        self.sql(sql, nilai![uuid::Uuid::now_v7(), self.d.lokus, vec![0_u8], self.d.oleh]).await;
    }

    pub async fn penilai(&self, surel: &str, nama: &str) -> Penilai<'_> {
        let p = self.d.evaluator(surel).await;
        self.sql("UPDATE akun SET nama = $1 WHERE surel = $2", nilai![nama, surel]).await;
        let token = p.kuki.borrow()["sesi"].clone();
        let pelaku: Pelaku = sesi::pelaku(self.d.app.store(), &token, "127.0.0.1", "uji").await.unwrap().unwrap();
        let hak = hak::lokus(self.d.app.store(), &pelaku, self.d.lokus).await.unwrap().evaluator().unwrap();
        Penilai { p, hak }
    }

    pub async fn skor(&self, e: &Penilai<'_>, kode: &str, skor: u8, versi_dasar: i64) {
        let t = f02::Tulis {
            op: OperasiId::baru(),
            indikator: kode.into(),
            versi_dasar,
            skor: Some(skor),
            sumber: "dokumen; arsip".into(),
            catatan: format!("catatan {kode}"),
            rekomendasi: String::new(),
        };
        f02::simpan(self.d.app.store(), &e.hak, t).await.unwrap();
    }

    /// All weighted indicators with one score, except those named; marked done.
    pub async fn penuh(&self, e: &Penilai<'_>, skor: u8, kecuali: &[(&str, u8)]) {
        for i in edisi().indikator() {
            let s = kecuali.iter().find(|(k, _)| *k == i.kode).map_or(skor, |(_, s)| *s);
            self.skor(e, &i.kode, s, 0).await;
        }
        f02::tandai_selesai(self.d.app.store(), &e.hak).await.unwrap();
    }
}

/// The value of a hidden field on a page.
pub fn medan(j: &Jawaban, nama: &str) -> String {
    let awal = format!("name=\"{nama}\" value=\"");
    let i = j.isi.find(&awal).unwrap_or_else(|| panic!("{nama} is not on the page")) + awal.len();
    j.isi[i..].split('"').next().unwrap().to_owned()
}
