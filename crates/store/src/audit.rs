//! The append-only audit log and its sealed hash chain (DESIGN section 8).
//!
//! An event is written in the transaction of the change, without a link. The sealer chains events within a
//! second, one chain an instansi (and one, `-`, for the installation), and signs the head. Events hold ids and keyed
//! digests, never personal values, so erasing a person does not break the chain.

mod bukti;
mod daftar;
mod urut;

pub(crate) use bukti::{MIGRASI, Menunggu, TEMPAT, TERBARU, bertanda as antre_bertanda, cari, tandai_lama, tertulis, tertulis_beraksi};
pub use daftar::{Saring, Segel, Tampil, daftar, jumlah, segel_rantai};

use crate::{
    Hasil, Kunci, Store, Tx, Waktu, dialect,
    hak::Pelaku,
    id::{AkunId, AuditId, InstansiId},
    kueri::{Kueri, deret},
    nilai,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// The chain of events that belong to no instansi.
pub const RANTAI_INSTALASI: &str = "-";

/// Events written by one statement.
const SEKALI: usize = 200;

/// What happened to what. `aksi` is `noun.verb` (`f01.kirim`), `objek` the table or noun.
#[derive(Debug, Clone)]
pub struct Kejadian<'a> {
    pub aksi: &'a str,
    pub objek: &'a str,
    pub objek_id: String,
    pub instansi: Option<InstansiId>,
    /// Ids, codes, counts and digests only.
    pub rincian: serde_json::Value,
}

impl<'a> Kejadian<'a> {
    pub fn baru(aksi: &'a str, objek: &'a str, objek_id: impl ToString) -> Self {
        Self { aksi, objek, objek_id: objek_id.to_string(), instansi: None, rincian: serde_json::json!({}) }
    }

    #[must_use]
    pub fn instansi(mut self, id: InstansiId) -> Self {
        self.instansi = Some(id);
        self
    }

    #[must_use]
    pub fn rincian(mut self, r: serde_json::Value) -> Self {
        self.rincian = r;
        self
    }
}

/// Writes an event by a signed-in person into the caller's transaction.
pub async fn catat(tx: &Tx, pelaku: &Pelaku, k: Kejadian<'_>) -> Hasil<AuditId> {
    catat_oleh(tx, Some(pelaku.akun), k).await
}

/// The same for events without a signed-in person (`None`: the program itself, or an anonymous visitor).
pub async fn catat_oleh(tx: &Tx, oleh: Option<AkunId>, k: Kejadian<'_>) -> Hasil<AuditId> {
    let b = baris(tx, oleh, k);
    let id = b.id;
    sisip(tx, vec![b]).await?;
    Ok(id)
}

/// Many events of one change, in their order.
pub async fn catat_banyak(tx: &Tx, pelaku: &Pelaku, semua: Vec<Kejadian<'_>>) -> Hasil<()> {
    let mut sisa: Vec<Baris> = semua.into_iter().map(|k| baris(tx, Some(pelaku.akun), k)).collect();
    while !sisa.is_empty() {
        let lebih = sisa.split_off(sisa.len().min(SEKALI));
        sisip(tx, std::mem::replace(&mut sisa, lebih)).await?;
    }
    Ok(())
}

fn baris(tx: &Tx, oleh: Option<AkunId>, k: Kejadian<'_>) -> Baris {
    Baris {
        id: AuditId::baru(),
        pada: tx.pada,
        rantai: k.instansi.map_or_else(|| RANTAI_INSTALASI.to_owned(), |i| i.to_string()),
        akun_id: oleh,
        aksi: k.aksi.to_owned(),
        objek: k.objek.to_owned(),
        objek_id: k.objek_id,
        rincian: k.rincian.to_string(),
    }
}

/// A place above this was not given here; counting on from it could end at the largest number, and then nothing could be written.
const URUT_MAKS: i64 = 1 << 62;

/// The events and their places in the queue of the sealer, each with its mark. A place comes after all that wait: ids follow clocks, and the
/// clock of another process may be ahead.
async fn sisip(tx: &Tx, semua: Vec<Baris>) -> Hasil<()> {
    let n = semua.len();
    let tempat: Vec<String> = (1..=n)
        .map(|u| format!("(${}, ${}, (SELECT COALESCE(MAX(urut), 0) + {u} FROM audit_antre WHERE urut < {URUT_MAKS}))", 2 * u - 1, 2 * u))
        .collect();
    let antre = semua.iter().flat_map(|b| nilai![b.id, bukti::tandai(&tx.kunci, b)]).collect();
    let isi = semua.into_iter().flat_map(|b| nilai![b.id, b.pada, b.rantai, b.akun_id, b.aksi, b.objek, b.objek_id, b.rincian]).collect();
    let sql = format!("INSERT INTO audit (id, pada, rantai, akun_id, aksi, objek, objek_id, rincian) VALUES {}", deret(n, 8));
    tx.jalankan(&sql, isi).await?;
    tx.jalankan(&format!("INSERT INTO audit_antre (audit_id, tanda, urut) VALUES {}", tempat.join(", ")), antre).await?;
    Ok(())
}

/// A denial, in a transaction of its own, because the operation never began one.
pub async fn catat_penolakan(store: &Store, oleh: Option<AkunId>, hak: &str, jalur: &str) -> Hasil<()> {
    let tx = store.mulai().await?;
    let k = Kejadian::baru("akses.tolak", "rute", jalur).rincian(serde_json::json!({ "hak": hak }));
    catat_oleh(&tx, oleh, k).await?;
    tx.commit().await
}

#[derive(Debug, Clone, FromQueryResult, Serialize)]
pub struct Baris {
    pub id: AuditId,
    pub pada: Waktu,
    pub rantai: String,
    pub akun_id: Option<AkunId>,
    pub aksi: String,
    pub objek: String,
    pub objek_id: String,
    pub rincian: String,
}

impl Baris {
    /// The bytes that a link covers: every column, length-prefixed, so that no two events share them.
    fn kanonik(&self) -> Vec<u8> {
        let akun = self.akun_id.map(|a| a.to_string()).unwrap_or_default();
        let mut b = Vec::with_capacity(256);
        for bagian in
            [&self.id.to_string(), &self.pada.0.to_string(), &self.rantai, &akun, &self.aksi, &self.objek, &self.objek_id, &self.rincian]
        {
            b.extend_from_slice(&(bagian.len() as u64).to_be_bytes());
            b.extend_from_slice(bagian.as_bytes());
        }
        b
    }
}

pub(crate) fn mata(sebelum: &[u8], baris: &Baris) -> Vec<u8> {
    Sha256::new().chain_update(sebelum).chain_update(baris.kanonik()).finalize().to_vec()
}

pub(crate) fn pesan_kepala(rantai: &str, nomor: i64, sidik: &[u8]) -> Vec<u8> {
    format!("prima:audit:1\n{rantai}\n{nomor}\n{}", hex::encode(sidik)).into_bytes()
}

#[derive(Debug, Clone, FromQueryResult)]
pub struct Kepala {
    pub nomor: i64,
    pub sidik: Vec<u8>,
}

/// Head of a chain: number of links and hash. `None` while nothing is sealed.
pub async fn kepala(store: &Store, rantai: &str) -> Hasil<Option<Kepala>> {
    store.baca().mungkin("SELECT nomor, sidik FROM audit_mata WHERE rantai = $1 ORDER BY nomor DESC LIMIT 1", nilai![rantai]).await
}

/// Chains up to 1,000 waiting events and signs the heads. Returns how many were taken from the queue. One that was not written here (its
/// mark does not hold) is not chained: it leaves the queue, and stays what `periksa` finds. One that has a link leaves it too.
///
/// Safe to run on several nodes: one seals at a time, and another that comes meanwhile leaves it to that one.
pub async fn segel(store: &Store) -> Hasil<usize> {
    let ada = store.baca().angka("SELECT COUNT(*) AS n FROM (SELECT 1 AS satu FROM audit_antre LIMIT 1) t", vec![]).await?;
    if ada == 0 {
        return kunci_kini(store).await.map(|()| 0);
    }
    let kenal = bukti::kenal(store).await?;
    let tx = store.mulai().await?;
    let giliran = format!("SELECT kunci_publik FROM instalasi{}", dialect::isi_lewati_terkunci(store.backend()));
    let Some(g) = tx.mungkin::<Giliran>(&giliran, vec![]).await? else { return Ok(0) };
    if g.kunci_publik != tx.kunci.publik().bytes() {
        // Replaced by another process; this one must not go on with the old key.
        store.kunci().ambil(store.folder(), &g.kunci_publik)?;
        return Ok(0);
    }
    bukti::buang_terkait(&tx).await?;
    let antre: Vec<bukti::Menunggu> = tx.semua(bukti::ANTRE, vec![]).await?;
    let banyak = antre.len();
    let antre = bukti::saring(&tx, &kenal, antre).await?;
    for rantai in antre.chunk_by(|a, b| a.rantai == b.rantai) {
        sambung(&tx, rantai).await?;
    }
    tx.commit().await?;
    Ok(banyak)
}

/// Takes the key that another process put in the place of this one's; also when nothing waits, so that nothing is marked with a former one.
async fn kunci_kini(store: &Store) -> Hasil<()> {
    let g: Option<Giliran> = store.baca().mungkin("SELECT kunci_publik FROM instalasi", vec![]).await?;
    match g {
        Some(g) if g.kunci_publik != store.kunci().publik().bytes() => store.kunci().ambil(store.folder(), &g.kunci_publik),
        _ => Ok(()),
    }
}

#[derive(FromQueryResult)]
struct Giliran {
    kunci_publik: Vec<u8>,
}

async fn sambung(tx: &Tx, antre: &[Baris]) -> Hasil<()> {
    let Some(pertama) = antre.first() else { return Ok(()) };
    let rantai = &pertama.rantai;
    let kepala: Option<Kepala> =
        tx.mungkin("SELECT nomor, sidik FROM audit_mata WHERE rantai = $1 ORDER BY nomor DESC LIMIT 1", nilai![rantai.as_str()]).await?;
    if let Some(k) = &kepala
        && !bertanda(tx, rantai, k).await?
    {
        // To go on would sign what someone else has chained: the events wait, and `periksa` says why.
        tracing::error!(rantai, nomor = k.nomor, "the end of an audit chain has no valid signature; nothing more is sealed in it");
        return Ok(());
    }
    let (mut nomor, mut sidik) = kepala.map_or((0, vec![0; 32]), |k| (k.nomor, k.sidik));
    for baris in antre {
        nomor += 1;
        sidik = mata(&sidik, baris);
        tx.jalankan(
            "INSERT INTO audit_mata (rantai, nomor, audit_id, sidik) VALUES ($1, $2, $3, $4)",
            nilai![rantai.as_str(), nomor, baris.id, sidik.clone()],
        )
        .await?;
        tx.jalankan("DELETE FROM audit_antre WHERE audit_id = $1", nilai![baris.id]).await?;
    }
    let tanda = tx.kunci.tandai(&pesan_kepala(rantai, nomor, &sidik));
    tx.jalankan(
        "INSERT INTO audit_kepala (rantai, nomor, sidik, tanda, pada) VALUES ($1, $2, $3, $4, $5)",
        nilai![rantai.as_str(), nomor, sidik, tanda, tx.pada],
    )
    .await?;
    Ok(())
}

/// Whether this installation signed exactly this end of the chain.
async fn bertanda(tx: &Tx, rantai: &str, ujung: &Kepala) -> Hasil<bool> {
    let sql = "SELECT nomor, sidik, tanda FROM audit_kepala WHERE rantai = $1 AND nomor = $2";
    let kepala: Option<BarisKepala> = tx.mungkin(sql, nilai![rantai, ujung.nomor]).await?;
    let pesan = pesan_kepala(rantai, ujung.nomor, &ujung.sidik);
    Ok(kepala.is_some_and(|k| k.sidik == ujung.sidik && tx.kunci.sah(&pesan, &k.tanda)))
}

/// What `prima audit verify` found.
#[derive(Debug, Default, Serialize)]
pub struct Temuan {
    pub rantai: usize,
    pub mata: usize,
    /// Ids of events that no link covers yet.
    pub belum_disegel: Vec<String>,
    /// What does not hold, one sentence each.
    pub rusak: Vec<String>,
}

#[derive(FromQueryResult)]
struct Mata {
    nomor: i64,
    audit_id: AuditId,
    sidik: Vec<u8>,
}

#[derive(FromQueryResult)]
struct BarisKepala {
    nomor: i64,
    sidik: Vec<u8>,
    tanda: Vec<u8>,
}

#[derive(FromQueryResult)]
struct NamaRantai {
    rantai: String,
}

/// Recomputes every chain from the events and checks every signed head, all of one state: a sealer may be at work meanwhile. Reads in pages
/// of 1,000. A former key counts up to the first head that a later one signed.
pub async fn periksa(store: &Store, kunci: &Kunci) -> Hasil<Temuan> {
    let mut t = Temuan::default();
    let c = dialect::potret(store.baca()).await?;
    let rantai: Vec<NamaRantai> = c
        .semua("SELECT rantai FROM audit UNION SELECT rantai FROM audit_mata UNION SELECT rantai FROM audit_kepala ORDER BY rantai", vec![])
        .await?;
    for r in rantai {
        t.rantai += 1;
        periksa_rantai(&c, kunci, &r.rantai, &mut t).await?;
    }
    let lepas: Vec<Baris> = c
        .semua(
            "SELECT id, pada, rantai, akun_id, aksi, objek, objek_id, rincian FROM audit a
             WHERE NOT EXISTS (SELECT 1 FROM audit_mata m WHERE m.audit_id = a.id) ORDER BY id LIMIT 10000",
            vec![],
        )
        .await?;
    c.rollback().await?;
    t.belum_disegel = lepas.iter().map(|b| b.id.to_string()).collect();
    Ok(t)
}

async fn periksa_rantai<C: ConnectionTrait>(c: &C, kunci: &Kunci, rantai: &str, t: &mut Temuan) -> Hasil<()> {
    let mut kepala: Vec<BarisKepala> =
        c.semua("SELECT nomor, sidik, tanda FROM audit_kepala WHERE rantai = $1 ORDER BY nomor DESC", nilai![rantai]).await?;
    let (mut nomor, mut sidik) = (0_i64, vec![0_u8; 32]);
    let (mut bertanda, mut penanda) = (0_i64, 0_usize);
    loop {
        let mata_: Vec<Mata> = c
            .semua(
                "SELECT nomor, audit_id, sidik FROM audit_mata WHERE rantai = $1 AND nomor > $2 ORDER BY nomor LIMIT 1000",
                nilai![rantai, nomor],
            )
            .await?;
        if mata_.is_empty() {
            break;
        }
        let baris: Vec<Baris> = c
            .semua(
                "SELECT a.id, a.pada, a.rantai, a.akun_id, a.aksi, a.objek, a.objek_id, a.rincian FROM audit_mata m
                 JOIN audit a ON a.id = m.audit_id WHERE m.rantai = $1 AND m.nomor > $2 ORDER BY m.nomor LIMIT 1000",
                nilai![rantai, nomor],
            )
            .await?;
        for m in &mata_ {
            t.mata += 1;
            if m.nomor != nomor + 1 {
                t.rusak.push(format!("rantai {rantai}: mata {} hilang", nomor + 1));
            }
            nomor = m.nomor;
            match baris.iter().find(|b| b.id == m.audit_id) {
                None => t.rusak.push(format!("rantai {rantai}: kejadian {} pada mata {nomor} hilang", m.audit_id)),
                Some(b) if mata(&sidik, b) != m.sidik => {
                    t.rusak.push(format!("rantai {rantai}: kejadian {} pada mata {nomor} berubah, atau matanya", b.id));
                }
                Some(b) if b.rantai != rantai => t.rusak.push(format!("rantai {rantai}: kejadian {} milik rantai {}", b.id, b.rantai)),
                Some(_) => {}
            }
            sidik.clone_from(&m.sidik);
            while kepala.last().is_some_and(|k| k.nomor <= nomor) {
                let Some(k) = kepala.pop() else { break };
                bertanda = k.nomor;
                let oleh = kunci.urutan(&pesan_kepala(rantai, k.nomor, &k.sidik), &k.tanda).filter(|n| *n >= penanda);
                penanda = oleh.unwrap_or(penanda);
                if k.nomor != nomor || k.sidik != sidik || oleh.is_none() {
                    t.rusak.push(format!("rantai {rantai}: kepala bertanda {} tidak sah", k.nomor));
                }
            }
        }
    }
    // Links can be recomputed by anyone; only the signature over the last one shows that nobody did.
    if bertanda < nomor {
        t.rusak.push(format!("rantai {rantai}: mata {} sampai {nomor} tidak tercakup kepala bertanda", bertanda + 1));
    }
    for k in kepala {
        t.rusak.push(format!("rantai {rantai}: kepala bertanda {} tidak punya mata: ujung rantai terpotong", k.nomor));
    }
    Ok(())
}
