//! Files that were received from other installations, and what the ministry decided about them, against the events of their recording: another
//! file, another key or another decision would make other figures public.

use super::{super::Laporan, Kejadian, serah::bandingkan};
use crate::{
    Hasil, Store, Waktu,
    akun::ringkasan_sejak,
    diterima::{bukti::Diputus, gugur_isi, papan},
    id::TerimaId,
    kueri::Kueri,
    nilai,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

#[derive(Default)]
pub(super) struct Ingatan {
    /// Details and time of the event, by file.
    terima: HashMap<Uuid, (Value, Waktu)>,
    putusan: HashMap<Uuid, (Value, Waktu)>,
    /// Files whose validation was taken back, and that nobody decided about since.
    tarik: HashSet<Uuid>,
    /// By the row of a decision that was put aside: its file, when, and what it said.
    gugur: HashMap<Uuid, (Value, Waktu)>,
}

#[derive(FromQueryResult)]
struct Terima {
    id: Uuid,
    periode_kode: String,
    kunci: String,
    sidik: String,
    objek: String,
    hasil: i64,
}

#[derive(FromQueryResult)]
struct Putusan {
    terima_id: Uuid,
    periode_kode: String,
    jenis: String,
    alasan: String,
}

#[derive(FromQueryResult)]
struct Tarik {
    terima_id: Uuid,
}

impl Ingatan {
    pub(super) fn catat(&mut self, k: &Kejadian) {
        let isi = || (k.rincian.clone(), k.pada);
        match k.aksi.as_str() {
            "terbitan.terima" => drop(self.terima.insert(k.objek, isi())),
            "terbitan.putus" => {
                self.putusan.insert(k.objek, isi());
                self.tarik.remove(&k.objek);
                if let Some(baris) = k.teks("gugur").and_then(|g| g.parse::<Uuid>().ok()) {
                    let mut isi = json!({ "berkas": k.objek, "diganti": k.pada });
                    if let Some(ringkas) = k.rincian.get("gugur_isi") {
                        isi["isi"] = ringkas.clone();
                    }
                    self.gugur.insert(baris, (isi, k.pada));
                }
            }
            "terbitan.tarik" => {
                self.tarik.insert(k.objek);
            }
            _ => {}
        }
    }

    pub(super) async fn periksa<C: ConnectionTrait>(self, store: &Store, c: &C, l: &mut Laporan) -> Hasil<()> {
        let sejak = ringkasan_sejak(store.kunci());
        let sql = "SELECT t.id, t.periode_kode, k.kunci, t.sidik, t.objek, t.hasil FROM terima_terbitan t
            JOIN kunci_instalasi k ON k.id = t.kunci_id ORDER BY t.id LIMIT 1000000";
        let semua: Vec<Terima> = c.semua(sql, nilai![]).await?;
        l.hitung("hasil", semua.len());
        for t in semua {
            let isi = [("sidik", json!(t.sidik)), ("objek", json!(t.objek)), ("hasil", json!(t.hasil)), ("kunci", json!(t.kunci))];
            let sebutan = format!("berkas terbitan {} yang diterima (periode {})", t.id, t.periode_kode);
            bandingkan(l, &sebutan, self.terima.get(&t.id), &isi, &[], sejak);
            if papan::berubah(c, store.kunci(), TerimaId(t.id)).await? {
                l.temukan("hasil", format!("{sebutan}: angka yang tercatat bukan yang ditandatangani saat diterima; tidak ditampilkan"));
            }
        }
        let sql = "SELECT p.terima_id, t.periode_kode, p.jenis, p.alasan FROM terima_putusan p JOIN terima_terbitan t ON t.id = p.terima_id
            ORDER BY p.terima_id LIMIT 1000000";
        let semua: Vec<Putusan> = c.semua(sql, nilai![]).await?;
        l.hitung("hasil", semua.len());
        for p in semua {
            let (isi, teks) = ([("jenis", json!(p.jenis))], [("alasan", json!(store.kunci().ringkas(&p.alasan)))]);
            let sebutan = format!("putusan atas berkas terbitan {} (periode {})", p.terima_id, p.periode_kode);
            bandingkan(l, &sebutan, self.putusan.get(&p.terima_id), &isi, &teks, sejak);
        }
        self.gugur(store, c, l).await?;
        let punya: Vec<Tarik> = c.semua("SELECT terima_id FROM terima_tarik ORDER BY terima_id LIMIT 1000000", nilai![]).await?;
        let punya: HashSet<Uuid> = punya.into_iter().map(|t| t.terima_id).collect();
        l.hitung("hasil", self.tarik.union(&punya).count());
        for id in self.tarik.symmetric_difference(&punya) {
            let apa = if punya.contains(id) {
                "ada di tabel terima_tarik, kejadiannya tidak ada dalam log audit"
            } else {
                "ada dalam log audit, barisnya di tabel terima_tarik hilang"
            };
            l.temukan("hasil", format!("penarikan validasi berkas terbitan {id}: {apa}"));
        }
        for d in Diputus::semua(c).await?.iter().filter(|d| !d.sah(store.kunci())) {
            let apa = "tidak ditulis lewat program, atau berkas, kunci, atau angka di bawahnya diganti; tidak dihitung di mana pun";
            l.temukan("hasil", format!("putusan atas berkas terbitan {} (periode {}): {apa}", d.id, d.periode_kode));
        }
        Ok(())
    }

    /// Decisions that were put aside: the ministry's page tells them as what once stood there. Events of older programs do not hold what they say.
    async fn gugur<C: ConnectionTrait>(&self, store: &Store, c: &C, l: &mut Laporan) -> Hasil<()> {
        let sql = format!("SELECT {} FROM terima_putusan_gugur ORDER BY id LIMIT 1000000", gugur_isi::KOLOM);
        let sejak = ringkasan_sejak(store.kunci());
        let semua: Vec<gugur_isi::Baris> = c.semua(&sql, nilai![]).await?;
        l.hitung("hasil", semua.len());
        for g in semua {
            let isi = [("berkas", json!(g.terima_id)), ("diganti", json!(g.gugur_pada))];
            let teks = [("isi", json!(g.ringkas(store.kunci())))];
            let sebutan = format!("putusan tak terbukti {} atas berkas terbitan {}", g.id, g.terima_id);
            bandingkan(l, &sebutan, self.gugur.get(&g.id), &isi, &teks, sejak);
        }
        Ok(())
    }
}
