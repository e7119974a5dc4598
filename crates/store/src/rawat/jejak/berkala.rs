//! The part of the comparison that a serving program makes by itself, a round at a time: rows that sealed events speak of and that are gone.
//! So a revocation, a withdrawal or a role's end that somebody removed in the database, for an older row to count again, is told without
//! waiting for `prima check`. What else the check compares needs all events together, and is its own.
//!
//! Each round looks first at the newest events, then at a piece of the older ones, from new to old: a start, which begins anew, loses what is
//! old, not what is new. Only events about the kinds of things that rows are compared for are read: nine of ten are about queue tickets.

use super::{ADA, Baris, Kejadian, aduan, hilang, tarikan, urai};
use crate::{
    Hasil, Store, Waktu,
    kueri::Kueri,
    nilai,
    pemberitahuan::{self, Kepada},
    rawat::{Laporan, Temuan},
    sidik_hex,
};
use std::collections::HashSet;
use uuid::Uuid;

/// What the events of [`ADA`], of `aduan` and of `tarikan` are about; the log has an index by it in the order of time. `lokus`, of which there
/// are most, is the last.
const OBJEK: [&str; 11] =
    ["akun", "berita_acara", "kunci", "lhe", "pengaduan", "penghargaan", "periode", "ronde", "tanda_tangan", "terima_terbitan", "lokus"];
/// Events that one statement reads.
const SEPOTONG: usize = 2000;
/// Pieces of a round: of the newest of each kind, and of the older ones of all kinds.
const BARU: usize = 10;
const LAMA: usize = 100;
/// How far before the last round the newest begin: an event has its time before it is written and its link after, and clocks of nodes differ.
const TUMPANG_DETIK: i64 = 3600;
/// Findings of a round that the log names.
const DISEBUT: usize = 20;

/// Where an event stands among those of its kind.
type Tempat = (Waktu, Uuid);

/// What was looked at so far; the default is nothing.
#[derive(Debug, Clone, Default)]
pub struct Letak {
    /// When the last round began.
    sejak: Option<Waktu>,
    /// Kind of the older events that come next, and the one after which (going back) they come; `None` is before the newest.
    jenis: usize,
    setelah: Option<Tempat>,
    /// Findings that were told.
    diberitahu: HashSet<String>,
}

/// One round: looks at the newest sealed events and at the next of the older ones, and tells the administrators of rows that are gone, each
/// once; with a new `letak` again, unless the very same rows were told together. At most 420,000 events are read, 2,000 at a time.
///
/// # Errors
/// When the store fails; what was found before is told all the same, and the next round goes on from there.
pub async fn putaran(store: &Store, letak: &mut Letak) -> Hasil<()> {
    let mut l = Laporan::default();
    let dibaca = baca(store, letak, &mut l).await;
    kabari(store, letak, l.temuan).await?;
    dibaca
}

async fn baca(store: &Store, letak: &mut Letak, l: &mut Laporan) -> Hasil<()> {
    let mulai = store.jam().sekarang();
    for objek in OBJEK {
        terbaru(store, l, objek, letak.sejak).await?;
    }
    letak.sejak = Some(mulai);
    for _ in 0..LAMA {
        letak.setelah = sepotong(store, l, OBJEK[letak.jenis % OBJEK.len()], letak.setelah).await?;
        if letak.setelah.is_none() {
            letak.jenis = (letak.jenis + 1) % OBJEK.len();
            if letak.jenis == 0 {
                break;
            }
        }
    }
    Ok(())
}

/// The newest of a kind: those since the last round, or one piece where there was none.
async fn terbaru(store: &Store, l: &mut Laporan, objek: &str, sejak: Option<Waktu>) -> Hasil<()> {
    let sejak = sejak.map(|s| s.tambah_detik(-TUMPANG_DETIK));
    let mut setelah = None;
    for _ in 0..BARU {
        setelah = sepotong(store, l, objek, setelah).await?;
        let Some((pada, _)) = setelah else { break };
        if sejak.is_none_or(|s| pada < s) {
            break;
        }
    }
    Ok(())
}

/// Looks at the next older events of a kind. Returns where the next piece goes on, `None` after the oldest.
async fn sepotong(store: &Store, l: &mut Laporan, objek: &str, setelah: Option<Tempat>) -> Hasil<Option<Tempat>> {
    let (pada, id) = setelah.unwrap_or((Waktu(i64::MAX), Uuid::max()));
    let sql = format!(
        "SELECT a.id, a.pada, a.aksi, a.objek_id, a.rincian, a.rantai,
           COALESCE((SELECT m.nomor FROM audit_mata m WHERE m.audit_id = a.id), -1) AS nomor
         FROM audit a WHERE a.objek = $1 AND (a.pada, a.id) < ($2, $3) ORDER BY a.pada DESC, a.id DESC LIMIT {SEPOTONG}"
    );
    let c = store.baca();
    let halaman: Vec<Baris> = c.semua(&sql, nilai![objek, pada, id]).await?;
    let lanjut = halaman.last().filter(|_| halaman.len() == SEPOTONG).map(|b| (b.pada, b.id));
    // What has no link was not sealed: it is too new, or somebody put it in.
    let halaman: Vec<Kejadian> = halaman.into_iter().filter(|b| b.nomor >= 0).filter_map(urai).collect();
    for a in &ADA {
        hilang(c, l, a, &halaman).await?;
    }
    aduan::periksa(c, l, &halaman).await?;
    tarikan::periksa(c, l, &halaman).await?;
    Ok(lanjut)
}

async fn kabari(store: &Store, letak: &mut Letak, mut temuan: Vec<Temuan>) -> Hasil<()> {
    temuan.retain(|t| !letak.diberitahu.contains(&t.isi));
    temuan.sort_unstable();
    temuan.dedup();
    if temuan.is_empty() {
        return Ok(());
    }
    for t in temuan.iter().take(DISEBUT) {
        tracing::error!(temuan = t.isi, "a row that the audit log speaks of is gone; run `prima check`");
    }
    let semua: Vec<&str> = temuan.iter().map(|t| t.isi.as_str()).collect();
    let sekali = format!("jejak-hilang/{}", &sidik_hex(semua.join("\n").as_bytes())[..32]);
    let isi = serde_json::json!({ "jumlah": temuan.len() });
    pemberitahuan::ingatkan(store, "jejak-hilang", &[Kepada::Admin], "/admin/audit", &isi, &sekali).await?;
    letak.diberitahu.extend(temuan.into_iter().map(|t| t.isi));
    Ok(())
}
