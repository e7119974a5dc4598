//! Writing a backup while the program runs: all rows from one snapshot, then the evidence those rows name.
//!
//! Objects are never changed and are on disk before their row commits, so evidence written meanwhile is either in
//! the snapshot with its file or not in it at all.

use super::{
    AWAL, Awal, FORMAT, KUNCI, MANIFES, Manifes, Migrasi, RingkasObjek, RingkasTabel,
    baris::{Pembaca, SidikSet},
    berkas::Penulis,
    sandi::Penerima,
};
use crate::{
    Hasil, Store, StoreError, dialect,
    kueri::Kueri,
    migrasi, nilai, objek, sidik_hex,
    skema::{self, Tabel},
    utas::di_utas,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use sha2::{Digest, Sha256};
use std::{fs::File, io::Read, path::Path};

#[derive(Clone, Copy)]
pub struct Opsi<'a> {
    /// Version of the program, for the manifest.
    pub program: &'a str,
    /// Leave the installation key out; restore then needs it from elsewhere.
    pub tanpa_kunci: bool,
    /// Encrypt the file for the holder of this key.
    pub penerima: Option<&'a Penerima>,
}

/// Writes a backup of everything to `tujuan`, which must not exist yet.
///
/// # Errors
/// `SudahAda("berkas")` if the file exists; nothing is left behind on any error.
pub async fn cadangkan(store: &Store, tujuan: &Path, opsi: Opsi<'_>) -> Hasil<Manifes> {
    if tujuan.exists() {
        return Err(StoreError::SudahAda("berkas"));
    }
    let mut penulis = Penulis::baru(tujuan, opsi.penerima)?;
    let awal = serde_json::to_vec_pretty(&awal(store, opsi)).map_err(|e| StoreError::Rusak(e.to_string()))?;
    penulis.tambah(AWAL, &awal)?;

    let potret = dialect::potret(store.baca()).await?;
    let mut tabel = Vec::new();
    for t in &skema::tabel(migrasi_ada(store).iter().map(|(_, t)| *t))? {
        let (p, ringkas) = tulis_tabel(penulis, &potret, t).await?;
        penulis = p;
        tabel.push(ringkas);
    }
    let (mut penulis, objek) = tulis_objek(penulis, store, &potret).await?;
    potret.rollback().await?;

    let mut kunci = None;
    if !opsi.tanpa_kunci {
        let isi = std::fs::read(store.folder().join(KUNCI))?;
        penulis.tambah(KUNCI, &isi)?;
        kunci = Some(sidik_hex(&isi));
    }
    let manifes = Manifes { awal: sidik_hex(&awal), tabel, objek, kunci_publik: hex::encode(store.kunci().publik().bytes()), kunci };
    let teks = serde_json::to_vec_pretty(&manifes).map_err(|e| StoreError::Rusak(e.to_string()))?;
    penulis.tambah(MANIFES, &teks)?;
    let tujuan = tujuan.to_owned();
    di_utas(move || penulis.selesai(&tujuan)).await?;
    Ok(manifes)
}

/// Those of the database: an older one is written as it is, and restored by programs of its time and after.
fn migrasi_ada(store: &Store) -> &'static [(&'static str, &'static str)] {
    &migrasi::DAFTAR[..store.skema()]
}

fn awal(store: &Store, opsi: Opsi<'_>) -> Awal {
    let migrasi = migrasi_ada(store).iter().map(|(n, t)| Migrasi { nama: (*n).to_owned(), sidik: sidik_hex(t.as_bytes()) }).collect();
    Awal {
        format: FORMAT.to_owned(),
        program: opsi.program.to_owned(),
        dibuat: store.sekarang().0,
        basis: dialect::nama(store.backend()).to_owned(),
        migrasi,
    }
}

async fn tulis_tabel<C: ConnectionTrait>(mut penulis: Penulis, c: &C, t: &Tabel) -> Hasil<(Penulis, RingkasTabel)> {
    let (mut sidik, mut baris, mut halaman) = (SidikSet::default(), 0, Vec::new());
    let mut pembaca = Pembaca::baru(t);
    while let Some(h) = pembaca.lanjut(c).await? {
        let nama = format!("tabel/{}/{:08}.jsonl", t.nama, halaman.len() + 1);
        baris += h.baris;
        let mut s = sidik;
        let (p, ringkas, s) = di_utas(move || {
            h.isi.split_inclusive(|b| *b == b'\n').for_each(|b| s.tambah(b));
            penulis.tambah(&nama, &h.isi)?;
            Ok((penulis, sidik_hex(&h.isi), s))
        })
        .await?;
        penulis = p;
        sidik = s;
        halaman.push(ringkas);
    }
    Ok((penulis, RingkasTabel { nama: t.nama.clone(), baris, sidik: sidik.hex(), halaman }))
}

#[derive(FromQueryResult)]
struct Objek {
    sidik: String,
}

async fn tulis_objek<C: ConnectionTrait>(mut penulis: Penulis, store: &Store, c: &C) -> Hasil<(Penulis, RingkasObjek)> {
    let (mut r, mut set, mut setelah) = (RingkasObjek::default(), SidikSet::default(), String::new());
    loop {
        let halaman: Vec<Objek> =
            c.semua("SELECT sidik FROM objek WHERE sidik > $1 ORDER BY sidik LIMIT 500", nilai![setelah.as_str()]).await?;
        let Some(akhir) = halaman.last() else { break };
        setelah.clone_from(&akhir.sidik);
        for o in halaman {
            let store = store.clone();
            let (p, ukuran, nama) = di_utas(move || {
                let isi = objek::pinjam(&store, &o.sidik)?;
                if let Some(b) = &isi {
                    penulis.alirkan(&format!("objek/{}", o.sidik), b.ukuran, File::open(&b.jalur)?.take(b.ukuran))?;
                }
                Ok((penulis, isi.map(|b| b.ukuran), o.sidik))
            })
            .await?;
            penulis = p;
            match ukuran {
                Some(u) => {
                    set.tambah(nama.as_bytes());
                    r.jumlah += 1;
                    r.ukuran += u;
                }
                None => r.rusak.push(nama),
            }
        }
    }
    r.sidik = set.hex();
    Ok((penulis, r))
}

/// Size of a file whose content has the hash, or `None` if it is missing or damaged.
pub(crate) fn utuh(jalur: &Path, sidik: &str) -> Hasil<Option<u64>> {
    let mut berkas = match File::open(jalur) {
        Ok(b) => b,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(e) => return Err(e.into()),
    };
    let (mut h, mut b, mut ukuran) = (Sha256::new(), vec![0; 1 << 16], 0);
    loop {
        let n = berkas.read(&mut b)?;
        if n == 0 {
            break;
        }
        h.update(&b[..n]);
        ukuran += n as u64;
    }
    Ok((hex::encode(h.finalize()) == sidik).then_some(ukuran))
}
