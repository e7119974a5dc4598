//! Publications, withdrawals and annulments: each row has its event, and a publication the time of it. A row that somebody put in would take
//! away what is valid; a time that was moved decides what a publication holds.

use super::{super::Laporan, ADA, Ada, Kejadian};
use crate::{Hasil, Waktu, kueri::Kueri, nilai};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// Acts whose row takes something back, and publications by the rule of one spelling: a row put in for an older one would rank it anew.
/// Those of received files are `terima`'s.
const AKSI: [&str; 7] = ["ba.batal", "hasil.batal", "penghargaan.tarik", "peran.cabut", "periode.terbit", "serah.surat-tarik", "skm.tarik"];

fn tarik() -> impl Iterator<Item = &'static Ada> {
    ADA.iter().filter(|a| AKSI.contains(&a.aksi))
}

#[derive(Default)]
pub(super) struct Ingatan {
    /// Act and row.
    tarik: HashSet<(&'static str, Uuid)>,
    /// Publications (`terbit`) and withdrawals (`tarik`) of a period.
    terbit: HashMap<Uuid, Vec<(String, Waktu)>>,
}

#[derive(FromQueryResult)]
struct Satu {
    id: Uuid,
}

/// A publication of a period (`terbit`), or its withdrawal (`tarik`).
#[derive(FromQueryResult)]
pub(super) struct Terbit {
    pub(super) periode_id: Uuid,
    pub(super) jenis: String,
    pub(super) pada: Waktu,
}

#[derive(FromQueryResult)]
struct Periode {
    id: Uuid,
    kode: String,
}

impl Ingatan {
    pub(super) fn catat(&mut self, k: &Kejadian) {
        if let Some((a, id)) = tarik().find(|a| a.aksi == k.aksi).and_then(|a| Some((a.aksi, k.milik(a)?))) {
            self.tarik.insert((a, id));
        }
        if let Some(jenis @ ("terbit" | "tarik")) = k.aksi.strip_prefix("periode.") {
            self.terbit.entry(k.objek).or_default().push((jenis.to_owned(), k.pada));
        }
    }

    pub(super) async fn periksa<C: ConnectionTrait>(self, c: &C, l: &mut Laporan) -> Hasil<()> {
        for a in tarik() {
            self.tanpa_kejadian(c, l, a).await?;
        }
        self.terbit(c, l).await
    }

    async fn tanpa_kejadian<C: ConnectionTrait>(&self, c: &C, l: &mut Laporan, a: &Ada) -> Hasil<()> {
        let sql = format!("SELECT {k} AS id FROM {} WHERE {k} > $1 ORDER BY {k} LIMIT 1000", a.tabel, k = a.kolom);
        let mut setelah = Uuid::nil();
        loop {
            let halaman: Vec<Satu> = c.semua(&sql, nilai![setelah]).await?;
            let Some(akhir) = halaman.last() else { return Ok(()) };
            setelah = akhir.id;
            l.hitung(a.bagian, halaman.len());
            for s in halaman.iter().filter(|s| !self.tarik.contains(&(a.aksi, s.id))) {
                l.temukan(a.bagian, format!("{} {}: ada di tabel {}, kejadiannya tidak ada dalam log audit", a.sebutan, s.id, a.tabel));
            }
        }
    }

    /// A withdrawal that was removed would bring back what was published before.
    async fn terbit<C: ConnectionTrait>(mut self, c: &C, l: &mut Laporan) -> Hasil<()> {
        let mut ada: HashMap<Uuid, Vec<(String, Waktu)>> = HashMap::new();
        for t in c.semua::<Terbit>("SELECT periode_id, jenis, pada FROM penerbitan ORDER BY id LIMIT 1000000", vec![]).await? {
            ada.entry(t.periode_id).or_default().push((t.jenis, t.pada));
        }
        for p in c.semua::<Periode>("SELECT id, kode FROM periode ORDER BY id LIMIT 1000000", vec![]).await? {
            let (mut baris, mut harus) = (ada.remove(&p.id).unwrap_or_default(), self.terbit.remove(&p.id).unwrap_or_default());
            baris.sort_unstable();
            harus.sort_unstable();
            if baris.len() != harus.len() {
                let isi = format!("periode {}: {} baris penerbitan, log audit mencatat {}", p.kode, baris.len(), harus.len());
                l.temukan("hasil", isi);
            } else if baris != harus {
                l.temukan("hasil", format!("periode {}: waktu atau jenis penerbitannya bukan yang dicatat dalam log audit", p.kode));
            }
        }
        Ok(())
    }
}
