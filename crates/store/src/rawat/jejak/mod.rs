//! Rows against the audit log: each act of weight left an event in the same transaction, and events are chained and signed. A row that was
//! removed, put in or changed past the program no longer fits its event. What the events themselves are worth is `rantai`'s question.

mod aduan;
mod akun;
mod berkala;
mod kunci;
mod naskah;
mod serah;
mod tarik;
mod tarikan;
mod terima;

pub use berkala::{Letak, putaran};

use super::Laporan;
use crate::{
    Hasil, Store, Waktu,
    kueri::{Kueri, Value},
    nilai,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::HashSet;
use uuid::Uuid;

/// One act whose row must be there.
struct Ada {
    aksi: &'static str,
    /// Where the event names the row; empty: the thing that it is about.
    medan: &'static str,
    tabel: &'static str,
    kolom: &'static str,
    bagian: &'static str,
    sebutan: &'static str,
}

const fn ada(
    (aksi, medan): (&'static str, &'static str),
    (tabel, kolom): (&'static str, &'static str),
    bagian: &'static str,
    sebutan: &'static str,
) -> Ada {
    Ada { aksi, medan, tabel, kolom, bagian, sebutan }
}

static ADA: [Ada; 21] = [
    ada(("ba.buat", ""), ("berita_acara", "id"), "ba", "berita acara"),
    ada(("ba.tanda-tangan", ""), ("tanda_tangan", "id"), "ba", "tanda tangan berita acara"),
    ada(("ba.segel", ""), ("segel", "berita_acara_id"), "ba", "segel berita acara"),
    ada(("ba.batal", ""), ("berita_acara_batal", "berita_acara_id"), "ba", "pembatalan berita acara"),
    ada(("hasil.beku", "hasil"), ("hasil", "id"), "hasil", "hasil yang dibekukan"),
    ada(("hasil.batal", "hasil"), ("hasil_batal", "hasil_id"), "hasil", "pembatalan hasil"),
    ada(("kunci.cabut", ""), ("kunci_cabut", "kunci_id"), "hasil", "pencabutan kunci terdaftar"),
    ada(("kunci.daftar", ""), ("kunci_instalasi", "id"), "hasil", "kunci terdaftar"),
    ada(("lhe.buat", ""), ("lhe", "id"), "lhe", "LHE"),
    ada(("penghargaan.tarik", "putusan"), ("penghargaan_tarik", "putusan_id"), "penghargaan", "pencabutan penghargaan"),
    ada(("peran.beri", "baris"), ("peran", "id"), "akun", "peran"),
    ada(("peran.cabut", "peran"), ("peran_cabut", "peran_id"), "akun", "pencabutan peran"),
    ada(("terbitan.putus", ""), ("terima_putusan", "terima_id"), "hasil", "putusan atas berkas terbitan"),
    ada(("terbitan.putus", "gugur"), ("terima_putusan_gugur", "id"), "hasil", "putusan tak terbukti atas berkas terbitan"),
    ada(("terbitan.terima", ""), ("terima_terbitan", "id"), "hasil", "berkas terbitan yang diterima"),
    ada(("periode.terbit", "satu_ejaan"), ("penerbitan_satu_ejaan", "penerbitan_id"), "hasil", "aturan pengelompokan penerbitan"),
    ada(("serah.putus", "serah"), ("serah_mandiri_putusan", "serah_id"), "hasil", "putusan kementerian"),
    ada(("serah.surat", "surat"), ("serah_mandiri_surat", "id"), "hasil", "surat kementerian"),
    ada(("serah.surat-tarik", "surat"), ("serah_mandiri_surat_tarik", "surat_id"), "hasil", "penarikan surat kementerian"),
    ada(("skm.terbit", "terbit"), ("skm_terbit", "id"), "skm", "penerbitan hasil survei"),
    ada(("skm.tarik", "terbit"), ("skm_terbit_tarik", "terbit_id"), "skm", "penarikan hasil survei"),
];

/// Events beside those of [`ADA`].
const LAIN: [&str; 15] = [
    "pengaduan.langkah",
    "akun.tambah",
    "akun.sandi",
    "akun.nonaktif",
    "akun.aktif",
    "faktor.nyala",
    "faktor.mati",
    "faktor.setel-ulang",
    "kunci.betul",
    "kunci.ikat",
    "kunci.masa",
    "periode.tarik",
    "periode.berkas-terbitan",
    "simulasi.isi",
    "terbitan.tarik",
];

#[derive(FromQueryResult)]
struct Baris {
    id: Uuid,
    /// Where the page goes on: chain, and place in it or in the queue.
    rantai: String,
    nomor: i64,
    pada: Waktu,
    aksi: String,
    objek_id: String,
    rincian: String,
}

/// Events in the order in which they were written, not by their ids, which follow clocks: those that stand nowhere (`rantai` names them), each
/// chain by its links, those that wait. The next page follows `$1` (chain), `$2` (place) and `$3` (event).
const URUT: [(&str, &str); 3] = [
    (
        "'' AS rantai, CAST(0 AS bigint) AS nomor FROM audit a",
        "NOT EXISTS (SELECT 1 FROM audit_mata m WHERE m.audit_id = a.id) AND NOT EXISTS (SELECT 1 FROM audit_antre q WHERE q.audit_id = a.id)
         AND ('', 0, a.id) > (CAST($1 AS text), CAST($2 AS bigint), $3) AND {aksi} ORDER BY a.id",
    ),
    (
        "m.rantai, m.nomor FROM audit_mata m JOIN audit a ON a.id = m.audit_id",
        "(m.rantai, m.nomor, m.audit_id) > ($1, $2, $3) AND {aksi} ORDER BY m.rantai, m.nomor, m.audit_id",
    ),
    (
        "'' AS rantai, q.urut AS nomor FROM audit_antre q JOIN audit a ON a.id = q.audit_id",
        "NOT EXISTS (SELECT 1 FROM audit_mata m WHERE m.audit_id = a.id) AND ('', q.urut, q.audit_id) > (CAST($1 AS text), $2, $3)
         AND {aksi} ORDER BY q.urut, q.audit_id",
    ),
];

/// An event, taken apart.
struct Kejadian {
    pada: Waktu,
    aksi: String,
    /// What it is about.
    objek: Uuid,
    rincian: serde_json::Value,
}

impl Kejadian {
    fn teks(&self, medan: &str) -> Option<&str> {
        self.rincian.get(medan)?.as_str()
    }

    fn milik(&self, a: &Ada) -> Option<Uuid> {
        if a.medan.is_empty() { Some(self.objek) } else { self.teks(a.medan)?.parse().ok() }
    }
}

/// What all events together say, to be compared with the rows at the end.
#[derive(Default)]
struct Ingatan {
    akun: akun::Ingatan,
    kunci: kunci::Ingatan,
    naskah: naskah::Ingatan,
    serah: serah::Ingatan,
    tarik: tarik::Ingatan,
    terima: terima::Ingatan,
}

pub(super) async fn periksa<C: ConnectionTrait>(store: &Store, c: &C, l: &mut Laporan) -> Hasil<()> {
    let aksi = ADA.iter().map(|a| a.aksi).chain(LAIN).map(|a| format!("'{a}'")).collect::<Vec<_>>().join(", ");
    let mut ingat = Ingatan::default();
    for (dari, syarat) in URUT {
        let syarat = syarat.replace("{aksi}", &format!("a.aksi IN ({aksi})"));
        let sql = format!("SELECT a.id, a.pada, a.aksi, a.objek_id, a.rincian, {dari} WHERE {syarat} LIMIT 1000");
        let mut setelah = (String::new(), -1, Uuid::nil());
        loop {
            let halaman: Vec<Baris> = c.semua(&sql, nilai![setelah.0.as_str(), setelah.1, setelah.2]).await?;
            let Some(akhir) = halaman.last() else { break };
            setelah = (akhir.rantai.clone(), akhir.nomor, akhir.id);
            satu_halaman(c, l, &mut ingat, halaman).await?;
        }
    }
    ingat.akun.periksa(store, c, l).await?;
    ingat.kunci.periksa(store, c, l).await?;
    ingat.naskah.periksa(c, l).await?;
    ingat.serah.periksa(store, c, l).await?;
    ingat.terima.periksa(store, c, l).await?;
    ingat.tarik.periksa(c, l).await
}

fn urai(b: Baris) -> Option<Kejadian> {
    let rincian = serde_json::from_str(&b.rincian).unwrap_or_default();
    Some(Kejadian { pada: b.pada, aksi: b.aksi, objek: b.objek_id.parse().ok()?, rincian })
}

async fn satu_halaman<C: ConnectionTrait>(c: &C, l: &mut Laporan, ingat: &mut Ingatan, halaman: Vec<Baris>) -> Hasil<()> {
    let halaman: Vec<Kejadian> = halaman.into_iter().filter_map(urai).collect();
    for a in &ADA {
        hilang(c, l, a, &halaman).await?;
    }
    aduan::periksa(c, l, &halaman).await?;
    for k in halaman {
        ingat.akun.catat(&k);
        ingat.kunci.catat(&k);
        ingat.naskah.catat(&k);
        ingat.serah.catat(&k);
        ingat.tarik.catat(&k);
        ingat.terima.catat(&k);
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct Satu {
    id: Uuid,
}

/// Rows that events speak of and that are gone.
async fn hilang<C: ConnectionTrait>(c: &C, l: &mut Laporan, a: &Ada, halaman: &[Kejadian]) -> Hasil<()> {
    let harus: Vec<Uuid> = halaman.iter().filter(|k| k.aksi == a.aksi).filter_map(|k| k.milik(a)).collect();
    if harus.is_empty() {
        return Ok(());
    }
    l.hitung(a.bagian, harus.len());
    let sql = format!("SELECT {k} AS id FROM {} WHERE {k} IN ({})", a.tabel, tempat(harus.len()), k = a.kolom);
    let punya: Vec<Satu> = c.semua(&sql, harus.iter().map(|id| Value::from(*id)).collect()).await?;
    let punya: HashSet<Uuid> = punya.into_iter().map(|s| s.id).collect();
    for id in harus.iter().filter(|id| !punya.contains(id)) {
        l.temukan(a.bagian, format!("{} {id}: ada dalam log audit, barisnya di tabel {} hilang", a.sebutan, a.tabel));
    }
    Ok(())
}

/// `$1, $2, …`
fn tempat(banyak: usize) -> String {
    (1..=banyak).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ")
}
