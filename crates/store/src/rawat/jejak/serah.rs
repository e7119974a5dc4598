//! What the ministry decided about hand-ins, here or by a letter that the organiser entered, against the event of its recording: a row that was
//! put in, or that says something else, would make provisional figures final.

use super::{super::Laporan, Kejadian};
use crate::{Hasil, Store, Waktu, akun::ringkasan_sejak, kueri::Kueri, nilai};
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde_json::{Value, json};
use std::collections::HashMap;
use uuid::Uuid;

#[derive(Default)]
pub(super) struct Ingatan {
    /// Details and time of the event, by letter.
    surat: HashMap<Uuid, (Value, Waktu)>,
    /// By hand-in.
    putusan: HashMap<Uuid, (Value, Waktu)>,
}

#[derive(FromQueryResult)]
struct Surat {
    id: Uuid,
    serah_id: Uuid,
    periode_kode: String,
    jenis: String,
    nomor: String,
    tanggal: String,
    pejabat: String,
    alasan: String,
    objek: Option<String>,
}

#[derive(FromQueryResult)]
struct Putusan {
    serah_id: Uuid,
    periode_kode: String,
    jenis: String,
    alasan: String,
}

impl Ingatan {
    pub(super) fn catat(&mut self, k: &Kejadian) {
        let id = |medan: &str| k.teks(medan)?.parse::<Uuid>().ok();
        match k.aksi.as_str() {
            "serah.surat" => self.surat.extend(id("surat").map(|x| (x, (k.rincian.clone(), k.pada)))),
            "serah.putus" => self.putusan.extend(id("serah").map(|x| (x, (k.rincian.clone(), k.pada)))),
            _ => {}
        }
    }

    pub(super) async fn periksa<C: ConnectionTrait>(self, store: &Store, c: &C, l: &mut Laporan) -> Hasil<()> {
        let ringkas = |teks: &str| json!(store.kunci().ringkas(teks));
        let sejak = ringkasan_sejak(store.kunci());
        let sql = "SELECT u.id, u.serah_id, s.periode_kode, u.jenis, u.nomor, u.tanggal, u.pejabat, u.alasan, u.objek
            FROM serah_mandiri_surat u JOIN serah_mandiri s ON s.id = u.serah_id ORDER BY u.id LIMIT 1000000";
        let semua: Vec<Surat> = c.semua(sql, nilai![]).await?;
        l.hitung("hasil", semua.len());
        for s in semua {
            let isi = [("serah", json!(s.serah_id)), ("jenis", json!(s.jenis)), ("tanggal", json!(s.tanggal)), ("objek", json!(s.objek))];
            let teks = [("nomor", ringkas(&s.nomor)), ("pejabat", ringkas(&s.pejabat)), ("alasan", ringkas(&s.alasan))];
            bandingkan(l, &format!("periode {}, surat kementerian {}", s.periode_kode, s.nomor), self.surat.get(&s.id), &isi, &teks, sejak);
        }
        let sql =
            "SELECT p.serah_id, s.periode_kode, p.jenis, p.alasan FROM serah_mandiri_putusan p JOIN serah_mandiri s ON s.id = p.serah_id
            ORDER BY p.serah_id LIMIT 1000000";
        let semua: Vec<Putusan> = c.semua(sql, nilai![]).await?;
        l.hitung("hasil", semua.len());
        for p in semua {
            let (isi, teks) = ([("jenis", json!(p.jenis))], [("alasan", ringkas(&p.alasan))]);
            bandingkan(l, &format!("periode {}, putusan kementerian", p.periode_kode), self.putusan.get(&p.serah_id), &isi, &teks, sejak);
        }
        Ok(())
    }
}

/// Names a row that has no event, or another content. `teks`: keyed digests, which count only since `sejak`, when their key was made anew.
pub(super) fn bandingkan(
    l: &mut Laporan,
    sebutan: &str,
    kejadian: Option<&(Value, Waktu)>,
    isi: &[(&str, Value)],
    teks: &[(&str, Value)],
    sejak: Option<Waktu>,
) {
    let Some((dulu, pada)) = kejadian else {
        return l.temukan("hasil", format!("{sebutan}: pencatatannya tidak ada dalam log audit"));
    };
    let teks = if sejak.is_none_or(|s| *pada > s) { teks } else { &[] };
    if isi.iter().chain(teks).any(|(medan, kini)| dulu.get(*medan).is_some_and(|d| d != kini)) {
        l.temukan("hasil", format!("{sebutan}: isinya bukan yang dicatat dalam log audit"));
    }
}
