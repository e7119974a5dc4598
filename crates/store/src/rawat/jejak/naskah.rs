//! Minutes, reports and files of publications against the event of their making: number, day, place, content, files.

use super::{super::Laporan, Kejadian};
use crate::{Hasil, berita_acara::Sidik, kueri::Kueri, nilai};
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde_json::{Value, json};
use std::collections::HashMap;
use uuid::Uuid;

#[derive(Default)]
pub(super) struct Ingatan {
    acara: HashMap<Uuid, Dibuat>,
    lhe: HashMap<Uuid, LheDibuat>,
    /// By period and number.
    terbitan: HashMap<(Uuid, i64), Tercatat>,
}

/// Signed text and file of a publication; then bytes, results and how many of them are ranked, where the event says it.
type Tercatat = ([String; 2], [Option<i64>; 3]);

/// What the event of the making of minutes says.
struct Dibuat {
    /// Hash of what they say; of older programs: none.
    sidik: Option<String>,
    pdf: String,
    lokus: String,
}

/// What the event of the making of a report says.
struct LheDibuat {
    /// PDF, workbook, result, lokus.
    isi: [String; 4],
    /// What it is found by; of older programs: nothing is said.
    kode: Option<String>,
    /// The number as JSON, `null` where there was none; of older programs: nothing is said.
    nomor: Option<Value>,
}

#[derive(FromQueryResult)]
struct Acara {
    id: Uuid,
    lokus_id: Uuid,
    jenis: String,
    nomor: String,
    tanggal: String,
    tempat: String,
    kode: String,
    isi: String,
    objek: String,
}

#[derive(FromQueryResult)]
struct Terbitan {
    periode_id: Uuid,
    kode: String,
    nomor: i64,
    sidik: String,
    objek: String,
    ukuran: i64,
    hasil: i64,
    diperingkat: i64,
}

#[derive(FromQueryResult)]
struct Lhe {
    id: Uuid,
    kode: String,
    pdf: String,
    xlsx: String,
    hasil_id: Uuid,
    lokus_id: Uuid,
    nomor: Option<String>,
}

impl Ingatan {
    pub(super) fn catat(&mut self, k: &Kejadian) {
        let teks = |medan: &str| k.teks(medan).unwrap_or_default().to_owned();
        match k.aksi.as_str() {
            "ba.buat" => {
                let sidik = k.teks("sidik").map(str::to_owned);
                self.acara.insert(k.objek, Dibuat { sidik, pdf: teks("pdf"), lokus: teks("lokus") });
            }
            "lhe.buat" => {
                let nomor = k.rincian.get("nomor").cloned();
                let isi = [teks("pdf"), teks("xlsx"), teks("hasil"), teks("lokus")];
                self.lhe.insert(k.objek, LheDibuat { isi, kode: k.teks("kode").map(str::to_owned), nomor });
            }
            "periode.berkas-terbitan" => {
                let angka = |medan: &str| k.rincian.get(medan).and_then(Value::as_i64);
                let nomor = angka("nomor").unwrap_or_default();
                let jumlah = ["ukuran", "hasil", "diperingkat"].map(angka);
                self.terbitan.insert((k.objek, nomor), ([teks("sidik"), teks("objek")], jumlah));
            }
            _ => {}
        }
    }

    pub(super) async fn periksa<C: ConnectionTrait>(self, c: &C, l: &mut Laporan) -> Hasil<()> {
        self.acara(c, l).await?;
        self.lhe(c, l).await?;
        self.terbitan(c, l).await
    }

    async fn terbitan<C: ConnectionTrait>(&self, c: &C, l: &mut Laporan) -> Hasil<()> {
        let sql = "SELECT n.periode_id, p.kode, t.nomor, t.sidik, t.objek, t.ukuran, t.hasil, t.diperingkat FROM terbitan t JOIN penerbitan n ON n.id = t.penerbitan_id
            JOIN periode p ON p.id = n.periode_id ORDER BY n.id LIMIT 1000000";
        let semua: Vec<Terbitan> = c.semua(sql, nilai![]).await?;
        l.hitung("hasil", semua.len());
        for t in semua {
            let sebutan = format!("periode {}, berkas terbitan {}", t.kode, t.nomor);
            match self.terbitan.get(&(t.periode_id, t.nomor)) {
                None => l.temukan("hasil", format!("{sebutan}: pembuatannya tidak ada dalam log audit")),
                Some((d, _)) if *d != [t.sidik, t.objek] => l.temukan("hasil", format!("{sebutan}: bukan berkas yang dicatat saat dibuat")),
                Some((_, jumlah)) => {
                    let kini = [t.ukuran, t.hasil, t.diperingkat];
                    if jumlah.iter().zip(kini).any(|(dulu, kini)| dulu.is_some_and(|d| d != kini)) {
                        l.temukan("hasil", format!("{sebutan}: angka di sampingnya bukan yang dicatat saat dibuat"));
                    }
                }
            }
        }
        Ok(())
    }

    async fn acara<C: ConnectionTrait>(&self, c: &C, l: &mut Laporan) -> Hasil<()> {
        let sql =
            "SELECT id, lokus_id, jenis, nomor, tanggal, tempat, kode, isi, objek FROM berita_acara WHERE id > $1 ORDER BY id LIMIT 200";
        let (mut setelah, mut lama) = (Uuid::nil(), 0);
        loop {
            let halaman: Vec<Acara> = c.semua(sql, nilai![setelah]).await?;
            let Some(akhir) = halaman.last() else { break };
            setelah = akhir.id;
            for b in halaman {
                let s = Sidik { jenis: &b.jenis, nomor: &b.nomor, tanggal: &b.tanggal, tempat: &b.tempat, kode: &b.kode, isi: &b.isi };
                match self.acara.get(&b.id) {
                    None => l.temukan("ba", format!("berita acara {}: pembuatannya tidak ada dalam log audit", b.kode)),
                    Some(d) if d.pdf != b.objek => {
                        l.temukan("ba", format!("berita acara {}: PDF-nya bukan yang dicatat saat dibuat", b.kode));
                    }
                    Some(d) if d.lokus != b.lokus_id.to_string() => {
                        l.temukan("ba", format!("berita acara {}: unitnya bukan yang dicatat saat dibuat", b.kode));
                    }
                    Some(d) if d.sidik.as_ref().is_some_and(|x| *x != s.hitung()) => {
                        l.temukan(
                            "ba",
                            format!("berita acara {}: nomor, tanggal, tempat, atau isinya bukan yang dicatat saat dibuat", b.kode),
                        );
                    }
                    Some(d) => lama += usize::from(d.sidik.is_none()),
                }
            }
        }
        if lama > 0 {
            l.catatan.push(format!("ba: {lama} berita acara dibuat oleh program lama; tanggal dan tempatnya tidak dapat dibandingkan"));
        }
        Ok(())
    }

    async fn lhe<C: ConnectionTrait>(&self, c: &C, l: &mut Laporan) -> Hasil<()> {
        let sql = "SELECT id, kode, pdf, xlsx, hasil_id, lokus_id, nomor FROM lhe WHERE id > $1 ORDER BY id LIMIT 1000";
        let mut setelah = Uuid::nil();
        loop {
            let halaman: Vec<Lhe> = c.semua(sql, nilai![setelah]).await?;
            let Some(akhir) = halaman.last() else { return Ok(()) };
            setelah = akhir.id;
            for e in halaman {
                let kini = [e.pdf, e.xlsx, e.hasil_id.to_string(), e.lokus_id.to_string()];
                match self.lhe.get(&e.id) {
                    None => l.temukan("lhe", format!("LHE {}: pembuatannya tidak ada dalam log audit", e.kode)),
                    Some(t) if t.isi != kini || t.kode.as_ref().is_some_and(|k| *k != e.kode) => {
                        l.temukan("lhe", format!("LHE {}: kode, berkas, hasil, atau unitnya bukan yang dicatat saat dibuat", e.kode));
                    }
                    Some(t) if t.nomor.as_ref().is_some_and(|n| *n != json!(e.nomor)) => {
                        l.temukan("lhe", format!("LHE {}: nomornya bukan yang dicatat saat dibuat", e.kode));
                    }
                    Some(_) => {}
                }
            }
        }
    }
}
