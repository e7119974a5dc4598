//! Roles, passwords, addresses, second steps: each role was given by an act, each stored password was set by one, an account has the address
//! with which it was made, and is off where it was switched off, and only there; a second step that was turned on and not off stands.

use super::{super::Laporan, Kejadian};
use crate::{
    Hasil, Store, Waktu,
    akun::{ringkasan_sejak, sidik_sandi, tanda},
    faktor::tanda::Menyala,
    kueri::Kueri,
    nilai,
    pdp::terhapus,
    peran::cap,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::HashMap;
use uuid::Uuid;

/// Account, role, instansi, unit, region, period, first and last day, in whose place.
type Kunci = [String; 9];

#[derive(Default)]
pub(super) struct Ingatan {
    /// How often each role was given.
    peran: HashMap<Kunci, i64>,
    sandi: HashMap<Uuid, Sandi>,
    nonaktif: HashMap<Uuid, bool>,
    faktor: HashMap<Uuid, Menyala>,
    /// Keyed digest of the address with which an account was made, and when that was.
    surel: HashMap<Uuid, (String, Waktu)>,
    /// The installation was filled with invented people, all by one event.
    karangan: bool,
}

#[derive(FromQueryResult)]
struct Peran {
    #[sea_orm(nested)]
    t: cap::Tersimpan,
    pengganti: Option<String>,
    dicabut: i64,
}

impl Peran {
    fn kunci(self) -> Kunci {
        let id = |u: Option<Uuid>| u.map(|u| u.to_string()).unwrap_or_default();
        let t = self.t;
        [
            t.akun_id.to_string(),
            t.peran,
            id(t.instansi_id),
            id(t.unit_id),
            t.wilayah.unwrap_or_default(),
            id(t.periode_id),
            t.mulai.unwrap_or_default(),
            t.sampai.unwrap_or_default(),
            self.pengganti.unwrap_or_default(),
        ]
    }
}

/// What the last event says of the password of an account.
enum Sandi {
    /// Nothing: an older program wrote it. The mark of the account says which it was.
    Diam,
    Tanpa,
    Sidik(String),
}

#[derive(FromQueryResult)]
struct Akun {
    id: Uuid,
    surel: String,
    sandi: Option<String>,
    tanda_sandi: Option<Vec<u8>>,
    nonaktif: i64,
}

#[derive(FromQueryResult)]
struct Langkah {
    surel: String,
    terpasang: i64,
}

impl Ingatan {
    pub(super) fn catat(&mut self, k: &Kejadian) {
        match k.aksi.as_str() {
            "peran.beri" => {
                let t = |medan: &str| k.teks(medan).unwrap_or_default().to_owned();
                let rincian = ["peran", "instansi", "unit", "wilayah", "periode", "mulai", "sampai", "pengganti"].map(t);
                let [a, b, c, d, e, f, g, h] = rincian;
                *self.peran.entry([k.objek.to_string(), a, b, c, d, e, f, g, h]).or_default() += 1;
            }
            "akun.tambah" | "akun.sandi" => {
                let sandi = match k.rincian.get("sandi") {
                    None => Sandi::Diam,
                    Some(s) => s.as_str().map_or(Sandi::Tanpa, |s| Sandi::Sidik(s.to_owned())),
                };
                self.sandi.insert(k.objek, sandi);
                if let Some(surel) = k.teks("surel") {
                    self.surel.insert(k.objek, (surel.to_owned(), k.pada));
                }
            }
            "faktor.nyala" | "faktor.mati" | "faktor.setel-ulang" => self.faktor.entry(k.objek).or_default().catat(&k.aksi, &k.rincian),
            "simulasi.isi" => self.karangan = true,
            "akun.nonaktif" | "akun.aktif" => drop(self.nonaktif.insert(k.objek, k.aksi == "akun.nonaktif")),
            _ => {}
        }
    }

    pub(super) async fn periksa<C: ConnectionTrait>(mut self, store: &Store, c: &C, l: &mut Laporan) -> Hasil<()> {
        self.faktor(c, l).await?;
        self.peran(store.kunci(), c, l).await?;
        if self.karangan {
            l.catatan.push(
                "akun: orang-orang simulasi tidak punya kejadian sendiri-sendiri; peran, kata sandi, dan alamat surel tidak dibandingkan"
                    .into(),
            );
            return Ok(());
        }
        self.akun(store, c, l).await
    }

    async fn faktor<C: ConnectionTrait>(&self, c: &C, l: &mut Laporan) -> Hasil<()> {
        let sql = "SELECT a.surel, CASE WHEN EXISTS (SELECT 1 FROM totp t WHERE t.akun_id = a.id)
              OR EXISTS (SELECT 1 FROM kunci_sandi k WHERE k.akun_id = a.id) THEN CAST(1 AS bigint) ELSE CAST(0 AS bigint) END AS terpasang
            FROM akun a WHERE a.id = $1";
        for (id, _) in self.faktor.iter().filter(|(_, m)| m.ada()) {
            let a: Option<Langkah> = c.mungkin(sql, nilai![*id]).await?;
            // An erasure takes it with the account.
            if a.is_some_and(|a| a.terpasang == 0 && a.surel != terhapus(*id)) {
                l.temukan("akun", format!("akun {id}: langkah keduanya dinyalakan menurut log audit, tetapi tidak ada"));
            }
        }
        Ok(())
    }

    async fn peran<C: ConnectionTrait>(&mut self, kunci: &crate::Kunci, c: &C, l: &mut Laporan) -> Hasil<()> {
        let sql = format!(
            "SELECT {}, g.jenis AS pengganti, CASE WHEN x.peran_id IS NULL THEN CAST(0 AS bigint) ELSE CAST(1 AS bigint) END AS dicabut
             FROM peran p LEFT JOIN peran_pengganti g ON g.peran_id = p.id LEFT JOIN peran_cabut x ON x.peran_id = p.id
             WHERE p.id > $1 ORDER BY p.id LIMIT 1000",
            cap::KOLOM
        );
        let mut setelah = Uuid::nil();
        loop {
            let halaman: Vec<Peran> = c.semua(&sql, nilai![setelah]).await?;
            let Some(akhir) = halaman.last() else { return Ok(()) };
            setelah = akhir.t.id.0;
            l.hitung("akun", halaman.len());
            for p in halaman {
                let sebutan = format!("peran {} ({}) untuk akun {}", p.t.peran, p.t.id, p.t.akun_id);
                let berlaku = p.dicabut == 1 || p.t.sah(kunci);
                let sisa = self.peran.entry(p.kunci()).or_default();
                *sisa -= 1;
                if *sisa < 0 && !self.karangan {
                    l.temukan("akun", format!("{sebutan}: pemberiannya tidak ada dalam log audit, atau barisnya diubah sesudahnya"));
                } else if !berlaku {
                    l.temukan("akun", format!("{sebutan}: tidak diberikan lewat program; tidak membuka apa pun"));
                }
            }
        }
    }

    async fn akun<C: ConnectionTrait>(&self, store: &Store, c: &C, l: &mut Laporan) -> Hasil<()> {
        let sql = "SELECT a.id, a.surel, a.sandi, a.tanda_sandi, CASE WHEN n.akun_id IS NULL THEN CAST(0 AS bigint) ELSE CAST(1 AS bigint) END AS nonaktif
            FROM akun a LEFT JOIN akun_nonaktif n ON n.akun_id = a.id WHERE a.id > $1 ORDER BY a.id LIMIT 1000";
        let (mut setelah, sejak) = (Uuid::nil(), ringkasan_sejak(store.kunci()));
        loop {
            let halaman: Vec<Akun> = c.semua(sql, nilai![setelah]).await?;
            let Some(akhir) = halaman.last() else { break };
            setelah = akhir.id;
            l.hitung("akun", halaman.len());
            for a in halaman {
                match (self.nonaktif.get(&a.id).copied().unwrap_or(false), a.nonaktif == 1) {
                    (true, false) => l.temukan("akun", format!("akun {}: dinonaktifkan menurut log audit, tetapi aktif", a.id)),
                    (false, true) => l.temukan("akun", format!("akun {}: aktif menurut log audit, tetapi dinonaktifkan", a.id)),
                    _ => {}
                }
                // An erasure leaves an address that nothing reaches.
                let lain = |(s, pada): &(String, Waktu)| sejak.is_none_or(|b| *pada > b) && *s != store.kunci().ringkas(&a.surel);
                if self.surel.get(&a.id).is_some_and(lain) && a.surel != terhapus(a.id) {
                    l.temukan("akun", format!("akun {}: alamat surelnya bukan yang dicatat saat akun dibuat", a.id));
                }
                // Without a password nobody signs in by one; an erasure leaves it so.
                let Some(phc) = &a.sandi else { continue };
                match self.sandi.get(&a.id) {
                    None => l.temukan("akun", format!("akun {}: pembuatannya tidak ada dalam log audit", a.id)),
                    Some(Sandi::Diam) if tanda::sah(store.kunci(), a.id, phc, a.tanda_sandi.as_deref()) => {}
                    Some(Sandi::Sidik(harus)) if *harus == sidik_sandi(phc) => {}
                    Some(_) => l.temukan("akun", format!("akun {}: kata sandinya diganti tanpa kejadian dalam log audit", a.id)),
                }
            }
        }
        Ok(())
    }
}
