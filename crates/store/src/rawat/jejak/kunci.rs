//! Registered keys of other installations and their revocations, against the events of their recording: a key that was put in, renamed or made
//! good again would make another's files believed.

use super::{super::Laporan, Kejadian, serah::bandingkan};
use crate::{Hasil, Store, Waktu, akun::ringkasan_sejak, kunci_instalasi::bukti};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use std::collections::HashMap;
use uuid::Uuid;

#[derive(Default)]
pub(super) struct Ingatan {
    /// What the log says of a key now, and when it was registered.
    kunci: HashMap<Uuid, (Value, Waktu)>,
    cabut: HashMap<Uuid, (Value, Waktu)>,
}

impl Ingatan {
    pub(super) fn catat(&mut self, k: &Kejadian) {
        match k.aksi.as_str() {
            "kunci.daftar" => {
                self.kunci.insert(k.objek, (k.rincian.clone(), k.pada));
                self.ganti(k, "untuk", k.rincian.get("untuk").map(urut));
            }
            "kunci.ikat" | "kunci.betul" => self.ganti(k, "untuk", k.rincian.get("untuk").map(urut)),
            "kunci.masa" => {
                self.ganti(k, "dari", k.rincian.pointer("/menjadi/0").cloned());
                self.ganti(k, "sampai", k.rincian.pointer("/menjadi/1").cloned());
            }
            "kunci.cabut" => drop(self.cabut.insert(k.objek, (k.rincian.clone(), k.pada))),
            _ => {}
        }
    }

    fn ganti(&mut self, k: &Kejadian, medan: &str, isi: Option<Value>) {
        let dulu = self.kunci.get_mut(&k.objek).and_then(|(v, _)| v.as_object_mut());
        if let (Some(dulu), Some(isi)) = (dulu, isi) {
            dulu.insert(medan.to_owned(), isi);
        }
    }

    pub(super) async fn periksa<C: ConnectionTrait>(self, store: &Store, c: &C, l: &mut Laporan) -> Hasil<()> {
        let sejak = ringkasan_sejak(store.kunci());
        let semua = bukti::semua(c, store.kunci()).await?;
        l.hitung("hasil", semua.len());
        for k in semua {
            let sebutan = format!("kunci terdaftar {} ({})", k.kunci, k.nama);
            let isi = [
                ("kunci", json!(k.kunci)),
                ("publik", json!(k.heksa())),
                ("untuk", json!(k.untuk())),
                ("dari", json!(k.dari)),
                ("sampai", json!(k.sampai.clone().unwrap_or_default())),
            ];
            let nama = [("nama", json!(store.kunci().ringkas(&k.nama)))];
            bandingkan(l, &sebutan, self.kunci.get(&k.id.0), &isi, &nama, sejak);
            if let Some(alasan) = k.cabut_alasan.as_deref() {
                let teks = [("alasan", json!(store.kunci().ringkas(alasan)))];
                bandingkan(l, &format!("pencabutan {sebutan}"), self.cabut.get(&k.id.0), &[], &teks, sejak);
            }
            if !k.terbukti() {
                let apa = "tidak didaftarkan, dibetulkan, atau dicabut lewat program; tidak dipercaya";
                l.temukan("hasil", format!("{sebutan}: {apa}"));
            }
        }
        Ok(())
    }
}

/// Codes in order, each once.
fn urut(kode: &Value) -> Value {
    let mut kode: Vec<&str> = kode.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    kode.sort_unstable();
    kode.dedup();
    json!(kode)
}
