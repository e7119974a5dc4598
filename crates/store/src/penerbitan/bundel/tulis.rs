//! Writing the file: results in the order of their rank, read a few hundred at a time.

use super::{DaftarHasil, FORMAT, HASIL, IsiTerbitan, JENIS, LAMPIRAN, Lampiran, MANIFES, Tempat, nama_edisi};
use crate::{
    Hasil, KunciPublik, Store, StoreError, edisi,
    hasil::{EdisiBundel, InstalasiBundel, PeriodeBundel, Sebutan, kanonik},
    id::HasilId,
    kueri::{self, Kueri, Value},
    penerbitan::Terbitan,
    peringkat::{self, Baris},
    sidik_hex,
    utas::di_utas,
};
use sea_orm::FromQueryResult;
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeSet, HashMap},
    fs::File,
    io::{BufWriter, Write},
    sync::Arc,
};
use uuid::Uuid;
use zip::{ZipWriter, write::SimpleFileOptions};

/// Results read and written at once.
const SEKALI: usize = 200;

/// What the publication says of itself.
pub struct Bahan<'a> {
    pub terbitan: &'a Terbitan,
    pub nomor: i64,
    /// Why there is a new version; empty for the first.
    pub alasan: &'a str,
    /// Hash of the version before.
    pub sebelumnya: Option<&'a str>,
    pub lampiran: &'a [LampiranBaru],
}

/// A file that goes along; `nama` is a plain name without a folder.
pub struct LampiranBaru {
    pub nama: String,
    pub isi: Vec<u8>,
}

#[derive(FromQueryResult)]
struct Beku {
    id: HasilId,
    isi: String,
    sidik: String,
    tanda: Vec<u8>,
}

/// A result with its place, ready to be written.
struct Satu<'a> {
    baris: &'a Baris,
    peringkat: Option<u64>,
}

/// Writes the publication to `ke` and returns what was signed and its hash. The same publication gives the same bytes.
///
/// # Errors
/// Those of the database and of writing; `Rusak` when a stored result no longer fits its hash.
pub async fn tulis(store: &Store, b: &Bahan<'_>, ke: File) -> Hasil<(IsiTerbitan, String)> {
    let t = b.terbitan;
    let p = peringkat::publik(store, t).await?;
    let urut = p.kelompok.values().flatten().map(|x| Satu { baris: &x.item, peringkat: u64::try_from(x.peringkat).ok() });
    let semua: Vec<Satu<'_>> = urut.chain(p.tanpa_ipp.iter().map(|baris| Satu { baris, peringkat: None })).collect();

    let mut arsip = Box::new(Arsip { zip: ZipWriter::new(BufWriter::new(ke)), sidik: Sha256::new() });
    arsip.mulai(HASIL)?;
    let mut dipakai = BTreeSet::new();
    for bagian in semua.chunks(SEKALI) {
        let beku = baca(store, bagian).await?;
        let mut teks = String::new();
        for s in bagian {
            let h = s.baris.hasil.and_then(|id| beku.get(&id)).ok_or(StoreError::TidakDitemukan)?;
            teks.push_str(&baris(s, h, p.tanpa_ba.get(&h.id))?);
            dipakai.insert(edisi_dari(&h.isi)?);
        }
        arsip = di_utas(move || arsip.baris(&teks)).await?;
    }
    let diperingkat = semua.iter().filter(|s| s.peringkat.is_some()).count();
    let hasil = DaftarHasil { sidik: hex::encode(arsip.sidik.finalize()), baris: besar(semua.len()), diperingkat: besar(diperingkat) };
    let mut zip = Box::new(arsip.zip);
    for sidik in dipakai.iter().map(|e| &e.sidik) {
        tambah(&mut zip, &nama_edisi(sidik), edisi::teks(store, sidik).await?.as_bytes())?;
    }
    let mut lampiran = Vec::new();
    for l in b.lampiran {
        tambah(&mut zip, &format!("{LAMPIRAN}{}", l.nama), &l.isi)?;
        lampiran.push(Lampiran { nama: l.nama.clone(), sidik: sidik_hex(&l.isi), ukuran: besar(l.isi.len()) });
    }
    let kunci = store.kunci().potret();
    let isi = manifes(store.instalasi(), kunci.publik(), b, hasil, dipakai.into_iter().map(Into::into).collect(), lampiran);
    let teks = kanonik(&serde_json::to_value(&isi).map_err(|e| StoreError::Rusak(e.to_string()))?)?;
    let sidik = sidik_hex(teks.as_bytes());
    let tanda = kunci.tandai(&JENIS.pesan(&sidik));
    tambah(&mut zip, MANIFES, JENIS.berkas(&teks, "", &sidik, &tanda)?.as_bytes())?;
    let selesai = zip.finish().map_err(arsip_rusak)?;
    selesai.into_inner().map_err(|e| StoreError::from(e.into_error()))?.sync_all()?;
    Ok((isi, sidik))
}

fn manifes(
    instalasi: Uuid,
    publik: KunciPublik,
    b: &Bahan<'_>,
    hasil: DaftarHasil,
    edisi: Vec<EdisiBundel>,
    lampiran: Vec<Lampiran>,
) -> IsiTerbitan {
    let t = b.terbitan;
    IsiTerbitan {
        id: t.id,
        nomor: b.nomor,
        alasan: b.alasan.to_owned(),
        sebelumnya: b.sebelumnya.map(str::to_owned),
        ilustrasi: t.periode.ilustrasi == 1,
        instalasi: InstalasiBundel { id: instalasi, kunci: publik.id(), kunci_publik: hex::encode(publik.bytes()) },
        periode: PeriodeBundel {
            kode: t.periode.kode.clone(),
            nama: t.periode.nama.clone(),
            tahun: t.periode.tahun,
            skema: t.periode.skema.clone(),
            penyatuan: t.periode.penyatuan.clone(),
            penyelenggara: Sebutan { kode: t.instansi_kode.clone(), nama: t.instansi.clone() },
        },
        edisi,
        hasil,
        lampiran,
        diterbitkan: t.pada.timestamp().to_string(),
    }
}

async fn baca(store: &Store, bagian: &[Satu<'_>]) -> Hasil<HashMap<HasilId, Beku>> {
    let id: Vec<Value> = bagian.iter().filter_map(|s| s.baris.hasil.map(Value::from)).collect();
    let tempat = kueri::tempat(1..=id.len());
    let sql = format!("SELECT id, isi, sidik, tanda FROM hasil WHERE id IN ({tempat}) ORDER BY id LIMIT 1000");
    Ok(store.baca().semua::<Beku>(&sql, id).await?.into_iter().map(|h| (h.id, h)).collect())
}

/// One line. The stored text of the result is canonical already and goes in as it is; so does the line as a whole.
fn baris(s: &Satu<'_>, h: &Beku, alasan: Option<&Arc<str>>) -> Hasil<String> {
    if !s.baris.cocok() || sidik_hex(h.isi.as_bytes()) != h.sidik {
        return Err(StoreError::Rusak(format!("frozen result {} was changed", h.id)));
    }
    let tempat =
        Tempat { kelompok: s.baris.kelompok.to_string(), peringkat: s.peringkat, alasan_tanpa_ba: alasan.map(ToString::to_string) };
    let tempat = kanonik(&serde_json::to_value(tempat).map_err(|e| StoreError::Rusak(e.to_string()))?)?;
    Ok(format!("{{\"isi\":{},\"sidik\":\"{}\",\"tanda\":\"{}\",\"tempat\":{tempat}}}\n", h.isi, h.sidik, hex::encode(&h.tanda)))
}

/// Edition of a result, ordered by hash.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Dipakai {
    sidik: String,
    id: String,
}

impl From<Dipakai> for EdisiBundel {
    fn from(d: Dipakai) -> Self {
        Self { id: d.id, sidik: d.sidik }
    }
}

fn edisi_dari(isi: &str) -> Hasil<Dipakai> {
    #[derive(serde::Deserialize)]
    struct Hanya {
        edisi: EdisiBundel,
    }
    let h: Hanya = serde_json::from_str(isi).map_err(|e| StoreError::Rusak(format!("{FORMAT}: {e}")))?;
    Ok(Dipakai { sidik: h.edisi.sidik, id: h.edisi.id })
}

struct Arsip {
    zip: ZipWriter<BufWriter<File>>,
    sidik: Sha256,
}

impl Arsip {
    fn mulai(&mut self, nama: &str) -> Hasil<()> {
        self.zip.start_file(nama, pilihan()).map_err(arsip_rusak)
    }

    fn baris(mut self: Box<Self>, teks: &str) -> Hasil<Box<Self>> {
        self.sidik.update(teks.as_bytes());
        self.zip.write_all(teks.as_bytes())?;
        Ok(self)
    }
}

/// No time of writing in it, so that the same content is the same file; sizes beyond 4 GB are allowed.
fn pilihan() -> SimpleFileOptions {
    SimpleFileOptions::default().last_modified_time(zip::DateTime::default()).large_file(true)
}

fn tambah(zip: &mut ZipWriter<BufWriter<File>>, nama: &str, isi: &[u8]) -> Hasil<()> {
    zip.start_file(nama, pilihan()).map_err(arsip_rusak)?;
    Ok(zip.write_all(isi)?)
}

fn arsip_rusak(e: zip::result::ZipError) -> StoreError {
    StoreError::from(std::io::Error::other(e))
}

fn besar(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}
