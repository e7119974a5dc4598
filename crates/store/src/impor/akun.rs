//! Rows of accounts: one row is one role of one person. Passwords are never in the file; the role admin is not given by file.

use super::{Aksi, Baris, Salah, TautanBaru};
use crate::{
    Hasil, StoreError, Tx,
    akun::{self, AkunBaru, JenisTautan, kelola::TAUTAN_DETIK, rapikan_surel, sebaris},
    hak::Admin,
    id::{AkunId, InstansiId, UnitId},
    kueri::Kueri,
    nilai,
    pekerjaan::alamat_wajar,
    peran::{self, JenisLingkup, Lingkup, Peran},
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::{HashMap, HashSet};

pub const KOLOM: [&str; 5] = ["surel", "nama", "jabatan", "peran", "lingkup"];
const SUREL: usize = 0;
const NAMA: usize = 1;
const JABATAN: usize = 2;
const PERAN: usize = 3;
const LINGKUP: usize = 4;

#[derive(FromQueryResult)]
struct Orang {
    id: AkunId,
    surel: String,
    nama: String,
    jabatan: String,
}

#[derive(FromQueryResult)]
struct Kode {
    kode: String,
    id: uuid::Uuid,
    instansi_id: InstansiId,
}

#[derive(FromQueryResult)]
struct Punya {
    akun_id: AkunId,
    peran: String,
    instansi_id: Option<InstansiId>,
    unit_id: Option<UnitId>,
    wilayah: Option<String>,
}

struct Peta {
    instansi: HashMap<String, InstansiId>,
    unit: HashMap<String, (UnitId, InstansiId)>,
    orang: HashMap<String, Orang>,
    punya: HashSet<(AkunId, String, String)>,
}

/// A scope as one text, to compare.
fn tanda(l: &Lingkup) -> String {
    match l {
        Lingkup::Instansi(i) => i.to_string(),
        Lingkup::Unit { unit, .. } => unit.to_string(),
        Lingkup::Wilayah(w) => w.clone(),
        Lingkup::Instalasi | Lingkup::Periode(_) => String::new(),
    }
}

async fn peta<C: ConnectionTrait>(c: &C) -> Hasil<Peta> {
    let i: Vec<Kode> = c.semua("SELECT kode, id, id AS instansi_id FROM instansi ORDER BY id LIMIT 200000", vec![]).await?;
    let u: Vec<Kode> = c.semua("SELECT kode, id, instansi_id FROM unit ORDER BY id LIMIT 500000", vec![]).await?;
    let o: Vec<Orang> = c.semua("SELECT id, surel, nama, jabatan FROM akun ORDER BY id LIMIT 500000", vec![]).await?;
    // A role for some days, or one that only the provider states, is not the one that a row gives.
    let sql = "SELECT p.akun_id, p.peran, p.instansi_id, p.unit_id, p.wilayah FROM peran p LEFT JOIN peran_cabut c ON c.peran_id = p.id
        WHERE c.peran_id IS NULL AND p.mulai IS NULL AND p.sampai IS NULL AND NOT EXISTS (SELECT 1 FROM sso_peran s WHERE s.peran_id = p.id)
        ORDER BY p.id LIMIT 1000000";
    let p: Vec<Punya> = c.semua(sql, vec![]).await?;
    let lingkup =
        |p: &Punya| p.unit_id.map(|u| u.to_string()).or_else(|| p.instansi_id.map(|i| i.to_string())).or_else(|| p.wilayah.clone());
    Ok(Peta {
        instansi: i.into_iter().map(|k| (k.kode, k.instansi_id)).collect(),
        unit: u.into_iter().map(|k| (k.kode, (UnitId(k.id), k.instansi_id))).collect(),
        orang: o.into_iter().map(|o| (o.surel.clone(), o)).collect(),
        punya: p.iter().map(|p| (p.akun_id, p.peran.clone(), lingkup(p).unwrap_or_default())).collect(),
    })
}

/// Role and scope of a row, or the column and key of its fault.
fn urai(b: &Baris, p: &Peta) -> Result<(Peran, Lingkup), (usize, &'static str)> {
    let Ok(peran) = b.s(PERAN).to_lowercase().parse::<Peran>() else { return Err((PERAN, "impor-salah-peran")) };
    let lingkup = match peran.jenis_lingkup() {
        _ if peran == Peran::Admin => return Err((PERAN, "impor-salah-peran-admin")),
        JenisLingkup::Periode => return Err((PERAN, "impor-salah-peran")),
        JenisLingkup::Instalasi if b.s(LINGKUP).is_empty() => Some(Lingkup::Instalasi),
        JenisLingkup::Instalasi => return Err((LINGKUP, "impor-salah-lingkup-kosong")),
        JenisLingkup::Instansi => p.instansi.get(b.s(LINGKUP)).map(|i| Lingkup::Instansi(*i)),
        JenisLingkup::Unit => p.unit.get(b.s(LINGKUP)).map(|(unit, instansi)| Lingkup::Unit { unit: *unit, instansi: *instansi }),
    };
    let salah = if peran.jenis_lingkup() == JenisLingkup::Unit { "impor-salah-lingkup-unit" } else { "impor-salah-lingkup-instansi" };
    lingkup.map(|l| (peran, l)).ok_or((LINGKUP, salah))
}

fn surel_sah(s: &str) -> bool {
    s.len() <= 200 && alamat_wajar(s)
}

pub(super) async fn periksa<C: ConnectionTrait>(c: &C, baris: &[Baris]) -> Hasil<(Vec<Option<Aksi>>, Vec<Salah>)> {
    let p = peta(c).await?;
    let mut nama_berkas: HashMap<String, (&str, &str)> = HashMap::new();
    let mut terlihat = HashSet::new();
    let (mut aksi, mut semua) = (Vec::with_capacity(baris.len()), Vec::new());
    for b in baris {
        let sebelum = semua.len();
        let mut salah = |kolom: usize, kunci| {
            semua.push(Salah { nomor: b.nomor, kolom: KOLOM[kolom], kunci, nilai: b.s(kolom).chars().take(200).collect() });
        };
        let surel = rapikan_surel(b.s(SUREL));
        if !surel_sah(&surel) {
            salah(SUREL, "impor-salah-surel");
        }
        if b.s(NAMA).is_empty() || b.s(NAMA).chars().count() > 200 {
            salah(NAMA, "impor-salah-nama");
        }
        if b.s(JABATAN).chars().count() > 200 {
            salah(JABATAN, "impor-salah-panjang");
        }
        let diri = (b.s(NAMA), b.s(JABATAN));
        if *nama_berkas.entry(surel.clone()).or_insert(diri) != diri {
            salah(NAMA, "impor-salah-nama-beda");
        }
        let hak = urai(b, &p);
        match &hak {
            Err((kolom, kunci)) => salah(*kolom, kunci),
            Ok((peran, l)) if !terlihat.insert((surel.clone(), *peran, tanda(l))) => salah(PERAN, "impor-salah-baris-ganda"),
            Ok(_) => {}
        }
        let sah = semua.len() == sebelum;
        aksi.push(hak.ok().filter(|_| sah).map(|(peran, l)| match p.orang.get(&surel) {
            None => Aksi::Baru,
            Some(o) if o.nama == diri.0 && o.jabatan == diri.1 && p.punya.contains(&(o.id, peran.to_string(), tanda(&l))) => Aksi::Sama,
            Some(_) => Aksi::Ubah,
        }));
    }
    Ok((aksi, semua))
}

/// Applies the rows; returns the accounts that were made.
pub(super) async fn terapkan(tx: &Tx, hak: &Admin, baris: &[(Baris, Option<Aksi>)]) -> Hasil<Vec<AkunId>> {
    let p = peta(&**tx).await?;
    let oleh = Some(hak.pelaku());
    let (mut baru, mut dibuat): (Vec<AkunId>, HashMap<String, AkunId>) = (Vec::new(), HashMap::new());
    for (b, aksi) in baris.iter().filter(|(_, a)| *a != Some(Aksi::Sama)) {
        let (Some(_), Ok((peran, lingkup))) = (aksi, urai(b, &p)) else { return Err(StoreError::Keadaan("impor-ada-salah")) };
        let surel = rapikan_surel(b.s(SUREL));
        let id = match (dibuat.get(&surel), p.orang.get(&surel)) {
            (Some(id), _) => *id,
            (None, Some(o)) => {
                if o.nama != b.s(NAMA) || o.jabatan != b.s(JABATAN) {
                    let sql = "UPDATE akun SET nama = $2, jabatan = $3, versi = versi + 1 WHERE id = $1";
                    tx.jalankan(sql, nilai![o.id, sebaris(b.s(NAMA)), sebaris(b.s(JABATAN))]).await?;
                    crate::audit::catat(tx, hak.pelaku(), crate::audit::Kejadian::baru("akun.ubah", "akun", o.id)).await?;
                }
                o.id
            }
            (None, None) => {
                let a = AkunBaru { nama: b.s(NAMA), surel: &surel, jabatan: b.s(JABATAN), sandi: None };
                let id = akun::tambah(tx, oleh, a).await?;
                baru.push(id);
                id
            }
        };
        dibuat.insert(surel, id);
        if !p.punya.contains(&(id, peran.to_string(), tanda(&lingkup))) {
            peran::beri(tx, oleh, id, peran, &lingkup).await?;
        }
    }
    Ok(baru)
}

/// One-time links of those among `akun` that have no password yet.
pub(super) async fn tautan(tx: &Tx, hak: &Admin, semua: &[AkunId]) -> Hasil<Vec<TautanBaru>> {
    let mut hasil = Vec::new();
    for id in semua {
        let sql = "SELECT id, surel, nama, jabatan FROM akun WHERE id = $1 AND sandi IS NULL";
        if let Some(o) = tx.mungkin::<Orang>(sql, nilai![*id]).await? {
            let rahasia = akun::buat_tautan(tx, Some(hak.pelaku()), JenisTautan::SetelSandi, Some(o.id), TAUTAN_DETIK).await?;
            hasil.push(TautanBaru { nama: o.nama, surel: o.surel, rahasia });
        }
    }
    Ok(hasil)
}
