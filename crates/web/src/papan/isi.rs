//! What a board shows, made from the lines of its gerai; the same part is sent live.

use std::sync::Arc;

use askama::{Template, filters::HtmlSafe};
use store::{
    Waktu,
    antrean::{Tiket, buka},
};

use crate::{
    antrean::{kata, siaran::Garis},
    konteks::Konteks,
};

/// Calls that a board shows at once; who is still called is never left out, the board turns its pages then.
const SEKALI: usize = 5;

/// Gerai that have two lines each.
const MUAT: usize = 8;

/// One call.
struct Panggilan {
    nomor: String,
    gerai: String,
    nama: String,
    loket: Option<String>,
    /// Still called; otherwise being served.
    dipanggil: bool,
    pada: Waktu,
    /// Changes with each call, calls again included.
    kunci: String,
    klip: Option<(Vec<String>, String)>,
}

struct Loket {
    nama: String,
    nomor: Option<String>,
    dipanggil: bool,
}

struct Baris {
    kode: String,
    nama: String,
    loket: Vec<Loket>,
    menunggu: usize,
}

#[derive(Template)]
#[template(path = "papan/isi.html")]
pub struct Isi<'a> {
    k: &'a Konteks,
    /// Why the hall gives no numbers now.
    tutup: Option<(String, String)>,
    panggilan: Vec<Panggilan>,
    gerai: Vec<Baris>,
}

impl HtmlSafe for Isi<'_> {}

impl<'a> Isi<'a> {
    /// `pintu`: of the hall, whatever the lines are.
    #[must_use]
    pub fn baru(k: &'a Konteks, garis: &[Arc<Garis>], pintu: Option<&buka::Keadaan>) -> Self {
        let mut panggilan: Vec<Panggilan> = garis.iter().flat_map(|g| di_loket(g).map(|t| panggilan(g, t))).collect();
        panggilan.sort_by(|a, b| b.pada.cmp(&a.pada).then_with(|| a.nomor.cmp(&b.nomor)));
        panggilan = panggilan.into_iter().enumerate().filter(|(n, p)| *n < SEKALI || p.dipanggil).map(|(_, p)| p).collect();
        // Where nobody sits and nobody waits there is nothing to see from afar.
        let gerai = garis.iter().map(|g| baris(g)).filter(|b| !b.loket.is_empty() || b.menunggu > 0).collect();
        Self { k, tutup: pintu.and_then(|p| kata::tutup(k, p)), panggilan, gerai }
    }

    /// More gerai than stand below one another in two lines each: nobody scrolls a board.
    fn padat(&self) -> bool {
        self.gerai.len() > MUAT
    }

    /// Which of how many are shown, with the places where the script writes the numbers.
    fn tanda(&self) -> String {
        self.k.a("antrean-papan-halaman", [("dari", "[a]".into()), ("sampai", "[b]".into()), ("n", "[n]".into())])
    }

    fn ke(&self, p: &Panggilan) -> String {
        match &p.loket {
            Some(l) => self.k.a("antrean-ke-loket", [("gerai", p.gerai.as_str().into()), ("loket", l.as_str().into())]),
            None => self.k.n("antrean-ke-gerai", "gerai", &p.gerai),
        }
    }

    /// As the stream sends it: the part of the page, and every call with its clips.
    pub fn data(&self) -> askama::Result<serde_json::Value> {
        let panggil: Vec<_> = self
            .panggilan
            .iter()
            .filter(|p| p.dipanggil)
            .map(|p| {
                let (klip, teks) = p.klip.clone().unwrap_or_default();
                serde_json::json!({ "kunci": p.kunci, "klip": klip, "teks": teks })
            })
            .collect();
        Ok(serde_json::json!({ "html": self.render()?, "panggil": panggil }))
    }

    /// Calls that stand on the board as it is opened: they are not spoken again.
    pub fn lama(&self) -> String {
        self.panggilan.iter().map(|p| p.kunci.as_str()).collect::<Vec<_>>().join(" ")
    }
}

fn di_loket(g: &Garis) -> impl Iterator<Item = &Tiket> {
    g.potret.loket.iter().filter_map(|l| g.potret.di_loket(l.id))
}

fn panggilan(g: &Garis, t: &Tiket) -> Panggilan {
    let loket = g.loket(t).map(str::to_owned);
    let dipanggil = t.keadaan == "dipanggil";
    Panggilan {
        nomor: t.nomor.clone(),
        gerai: g.gerai.kode.clone(),
        nama: g.gerai.nama.clone(),
        klip: kata::ucapan(t, &g.gerai.kode, loket.as_deref()),
        loket,
        dipanggil,
        // A call again is a new one.
        pada: if dipanggil { t.terakhir } else { t.dipanggil.unwrap_or(t.terakhir) },
        kunci: format!("{}:{}", t.id, t.panggilan),
    }
}

fn baris(g: &Garis) -> Baris {
    let loket = g.potret.loket.iter().filter(|l| l.akun_id.is_some() || g.potret.di_loket(l.id).is_some()).map(|l| {
        let t = g.potret.di_loket(l.id);
        Loket { nama: l.nama.clone(), nomor: t.map(|t| t.nomor.clone()), dipanggil: t.is_some_and(|t| t.keadaan == "dipanggil") }
    });
    Baris { kode: g.gerai.kode.clone(), nama: g.gerai.nama.clone(), loket: loket.collect(), menunggu: g.potret.urutan.len() }
}
