//! Making the board from what is published, and keeping it until another publication or withdrawal.

use super::papan::{Baris, EdisiPapan, InstansiPapan, Mentah, Papan, PeriodePapan, RataInstansi, RataWilayah, jenis_kelompok, urutkan};
use crate::{
    Hasil, Store, StoreError, Waktu,
    diterima::{kecuali::Kecuali, papan as kiriman},
    edisi,
    hasil::sah::{self, Rupa},
    id::{HasilId, InstansiId, PeriodeId, TerimaId, UnitId},
    kueri::Kueri,
    lokus::{akar_kategori, judul_kategori},
    nilai,
    periode::{self, Periode},
};
use pekppp::{Edisi, Ipp, Pecahan};
use sea_orm::FromQueryResult;
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::{Arc, Mutex},
};
use uuid::Uuid;

/// A year and scheme that has published results.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Pilihan {
    pub tahun: i64,
    pub skema: String,
    /// Published periods.
    pub periode: i64,
}

const TERBIT: &str =
    "n.jenis = 'terbit' AND n.id = (SELECT m.id FROM penerbitan m WHERE m.periode_id = n.periode_id ORDER BY m.id DESC LIMIT 1)";

/// SQL: lokus `y` has a published result.
pub(super) const TERBIT_LAIN: &str = "EXISTS (SELECT 1 FROM hasil g JOIN penerbitan e ON e.periode_id = y.periode_id
    WHERE g.lokus_id = y.id AND NOT EXISTS (SELECT 1 FROM hasil_batal gb WHERE gb.hasil_id = g.id) AND e.jenis = 'terbit' AND g.pada <= e.pada
      AND NOT EXISTS (SELECT 1 FROM penerbitan f WHERE f.periode_id = e.periode_id AND f.id > e.id))";

/// SQL: lokus `y` in period `q` is of the unit of lokus `l` in period `p`, of the same year and scheme.
pub(super) const SEUNIT: &str = "FROM lokus y JOIN periode q ON q.id = y.periode_id
    WHERE y.unit_id = l.unit_id AND q.id <> p.id AND q.tahun = p.tahun AND q.skema = p.skema";

/// SQL: of the published results of a unit that of the newest period counts, since a unit stands once on the board. On `l` and `p`.
fn sekali() -> String {
    format!("NOT EXISTS (SELECT 1 {SEUNIT} AND q.id > p.id AND {TERBIT_LAIN})")
}

/// Newest year first.
pub async fn pilihan(store: &Store) -> Hasil<Vec<Pilihan>> {
    let sql = format!(
        "SELECT x.tahun, x.skema, COUNT(*) AS periode FROM (
           SELECT p.tahun, p.skema, p.id FROM penerbitan n JOIN periode p ON p.id = n.periode_id WHERE {TERBIT} UNION ALL {}) x
         GROUP BY x.tahun, x.skema ORDER BY x.tahun DESC, x.skema DESC LIMIT 200",
        kiriman::tahun()
    );
    store.baca().semua(&sql, nilai![]).await
}

/// A kept board, the newest publication event it knows, and when it was made.
#[derive(Debug, Clone)]
struct Simpanan {
    tanda: Tanda,
    pada: Waktu,
    papan: Arc<Papan>,
}

/// Kept boards. A hundred thousand units take about 20 MB, so only a few are.
#[derive(Debug, Default)]
pub struct Singgahan {
    isi: Mutex<HashMap<(i64, String), Simpanan>>,
    pub(super) rekap: super::rekap::Singgahan,
    /// One board is made at a time; who waits finds it made.
    giliran: tokio::sync::Mutex<()>,
}

const MAKS: usize = 4;
/// Names may change without a publication; a board older than this is made anew behind the page that still shows it.
const SEGAR_DETIK: i64 = 300;

#[derive(FromQueryResult)]
struct Akhir {
    id: Uuid,
}

/// What changes a board: the newest publication event, how many received files were decided on, and those of its year that are left out.
type Tanda = (Option<Uuid>, i64, Vec<TerimaId>);

async fn tanda(store: &Store, tahun: i64) -> Hasil<Tanda> {
    let t: Option<Akhir> = store.baca().mungkin("SELECT id FROM penerbitan ORDER BY id DESC LIMIT 1", nilai![]).await?;
    Ok((t.map(|t| t.id), kiriman::tanda(store).await?, Kecuali::daftar(store, tahun).await?))
}

/// The board of a year and scheme; empty when nothing is published.
pub async fn papan(store: &Store, tahun: i64, skema: &str) -> Hasil<Arc<Papan>> {
    let t = tanda(store, tahun).await?;
    if let Some(s) = ambil(store, tahun, skema, &t) {
        if store.sekarang() > s.pada.tambah_detik(SEGAR_DETIK) && store.nasional.giliran.try_lock().is_ok() {
            let (store, skema) = (store.clone(), skema.to_owned());
            tokio::spawn(async move {
                let _giliran = store.nasional.giliran.lock().await;
                // A failure leaves the board that is there; the next visitor tries again.
                let _gagal = susun(&store, tahun, &skema, t).await;
            });
        }
        return Ok(s.papan);
    }
    let _giliran = store.nasional.giliran.lock().await;
    if let Some(s) = ambil(store, tahun, skema, &t) {
        return Ok(s.papan);
    }
    susun(store, tahun, skema, t).await
}

fn ambil(store: &Store, tahun: i64, skema: &str, tanda: &Tanda) -> Option<Simpanan> {
    store.nasional.isi.lock().ok()?.get(&(tahun, skema.to_owned())).filter(|s| s.tanda == *tanda).cloned()
}

async fn susun(store: &Store, tahun: i64, skema: &str, tanda: Tanda) -> Hasil<Arc<Papan>> {
    let papan = Arc::new(buat(store, tahun, skema).await?);
    if let Ok(mut m) = store.nasional.isi.lock() {
        if m.len() >= MAKS {
            m.clear();
        }
        m.insert((tahun, skema.to_owned()), Simpanan { tanda, pada: store.sekarang(), papan: papan.clone() });
    }
    Ok(papan)
}

#[derive(FromQueryResult)]
struct Terbit {
    periode_id: PeriodeId,
    pada: Waktu,
}

#[derive(FromQueryResult)]
struct BarisInstansi {
    id: InstansiId,
    kode: String,
    nama: String,
    jenis: String,
    wilayah: Option<String>,
}

#[derive(FromQueryResult)]
struct Satu {
    lokus: String,
    unit_id: UnitId,
    unit: String,
    instansi_id: InstansiId,
    kelompok: String,
    formulir: String,
    hasil: HasilId,
    status: String,
    ipp: Option<String>,
    tampil: Option<String>,
    kategori: Option<String>,
    f02: Option<String>,
    f03: Option<String>,
    sidik: String,
    pada: Waktu,
    milik: String,
    bawah: Option<i64>,
    atas: Option<i64>,
}

impl Satu {
    fn rupa(&self) -> Rupa<'_> {
        Rupa {
            id: self.hasil,
            lokus: &self.lokus,
            status: &self.status,
            ipp: self.ipp.as_deref(),
            tampil: self.tampil.as_deref(),
            kategori: self.kategori.as_deref(),
            f02: self.f02.as_deref(),
            f03: self.f03.as_deref(),
            sidik: &self.sidik,
            pada: self.pada,
            milik: &self.milik,
        }
    }
}

const SEKALIGUS: usize = 5000;

/// Rows come by pages of units, so that memory holds the board and not the rows it is made of.
async fn halaman(store: &Store, t: &Terbit, setelah: UnitId) -> Hasil<Vec<Satu>> {
    let sql = format!(
        "SELECT l.kode AS lokus, l.unit_id, u.nama AS unit, u.instansi_id, l.kategori AS kelompok, l.formulir, h.id AS hasil, h.status,
           h.ipp, h.tampil, h.kategori, h.f02, h.f03, h.sidik, h.pada, {} AS milik, r.bawah, r.atas
         FROM lokus l JOIN unit u ON u.id = l.unit_id JOIN instansi i ON i.id = u.instansi_id JOIN periode p ON p.id = l.periode_id
         JOIN hasil h ON h.lokus_id = l.id LEFT JOIN hasil_rentang r ON r.hasil_id = h.id
         WHERE l.periode_id = $1 AND h.pada <= $2 AND l.unit_id > $3 AND NOT EXISTS (SELECT 1 FROM hasil_batal b WHERE b.hasil_id = h.id)
           AND {} ORDER BY l.unit_id LIMIT {SEKALIGUS}",
        sah::milik("p"),
        sekali()
    );
    store.baca().semua(&sql, nilai![t.periode_id, t.pada, setelah]).await
}

async fn belum_divalidasi(store: &Store, t: &Terbit) -> Hasil<i64> {
    let sql = format!(
        "SELECT COUNT(*) AS n FROM lokus l JOIN periode p ON p.id = l.periode_id JOIN hasil h ON h.lokus_id = l.id
         WHERE l.periode_id = $1 AND h.pada <= $2 AND NOT EXISTS (SELECT 1 FROM hasil_batal b WHERE b.hasil_id = h.id) AND NOT {} AND {}",
        crate::serah::TERVALIDASI,
        sekali()
    );
    store.baca().angka(&sql, nilai![t.periode_id, t.pada]).await
}

/// A unit that may be ranked.
pub(super) struct Calon<'a> {
    pub unit_id: UnitId,
    pub unit: String,
    pub lokus: String,
    /// Index on the board.
    pub instansi: u32,
    /// Ranking category as it was typed.
    pub kelompok: &'a str,
    /// Index on the board.
    pub edisi: u32,
    /// Exact; without one it is not ranked.
    pub ipp: Option<&'a str>,
    pub kategori: Option<&'a str>,
    /// Ten-thousandths.
    pub rentang: Option<(i64, i64)>,
}

/// The board while it grows.
#[derive(Default)]
pub(super) struct Susunan {
    pub(super) papan: Papan,
    edisi: Vec<Arc<Edisi>>,
    per_edisi: HashMap<String, u32>,
    per_instansi: HashMap<InstansiId, u32>,
    pub(super) per_kode: HashMap<String, u32>,
    per_kategori: HashMap<String, u32>,
    /// Instansi of results that are not what was signed: they and their province have no mean, which would rise without a low figure.
    pub(super) kotor: HashSet<u32>,
    mentah: Vec<Mentah>,
}

async fn buat(store: &Store, tahun: i64, skema: &str) -> Hasil<Papan> {
    let sql = format!(
        "SELECT n.periode_id, n.pada FROM penerbitan n JOIN periode p ON p.id = n.periode_id WHERE {TERBIT} AND p.tahun = $1 AND p.skema = $2
         ORDER BY n.periode_id LIMIT 10000"
    );
    let terbit: Vec<Terbit> = store.baca().semua(&sql, nilai![tahun, skema]).await?;
    let mut s = Susunan { papan: Papan { tahun, skema: skema.to_owned(), ..Papan::default() }, ..Susunan::default() };
    let luar = kiriman::kiriman(store, tahun, skema).await?;
    s.papan.menunggu = kiriman::menunggu(store, tahun, skema).await?;
    if !terbit.is_empty() || !luar.is_empty() {
        s.instansi(store).await?;
    }
    for t in terbit {
        let p = periode::dari_id(store.baca(), t.periode_id).await?;
        s.papan.periode.push(PeriodePapan { kode: p.kode.clone(), nama: p.nama.clone(), ilustrasi: p.ilustrasi == 1, diterima: None });
        s.papan.belum_divalidasi += belum_divalidasi(store, &t).await?;
        let mut setelah = UnitId(Uuid::nil());
        loop {
            let baris = halaman(store, &t, setelah).await?;
            let Some(akhir) = baris.last() else { break };
            setelah = akhir.unit_id;
            let penuh = baris.len() == SEKALIGUS;
            let buruk = sah::tak_cocok(store, baris.iter().map(Satu::rupa)).await?;
            s.papan.tak_cocok += buruk.len();
            s.kotor.extend(baris.iter().filter(|b| buruk.contains(&b.hasil)).filter_map(|b| s.per_instansi.get(&b.instansi_id)));
            for b in baris.into_iter().filter(|b| !buruk.contains(&b.hasil)) {
                s.tambah(store, &p, b).await?;
            }
            if !penuh {
                break;
            }
        }
    }
    for k in luar {
        s.terima(store, &k).await?;
    }
    tokio::task::spawn_blocking(move || s.selesai()).await.map_err(|e| StoreError::Rusak(format!("national ranking: {e}")))
}

impl Susunan {
    async fn instansi(&mut self, store: &Store) -> Hasil<()> {
        let semua: Vec<BarisInstansi> =
            store.baca().semua("SELECT id, kode, nama, jenis, wilayah FROM instansi ORDER BY nama, id LIMIT 20000", nilai![]).await?;
        for i in semua {
            self.per_instansi.insert(i.id, letak(self.papan.instansi.len()));
            self.per_kode.insert(i.kode.clone(), letak(self.papan.instansi.len()));
            let (cari, jenis) = (i.nama.to_lowercase(), jenis_kelompok(&i.jenis));
            self.papan.instansi.push(InstansiPapan { id: i.id, kode: i.kode, nama: i.nama, cari, jenis, wilayah: i.wilayah });
        }
        Ok(())
    }

    pub(super) async fn edisi(&mut self, store: &Store, sidik: &str) -> Hasil<u32> {
        if let Some(n) = self.per_edisi.get(sidik) {
            return Ok(*n);
        }
        let e = edisi::dapat(store, sidik).await?;
        let n = letak(self.edisi.len());
        let kategori = e.kategori.iter().map(|k| k.kode.clone()).collect();
        self.papan.edisi.push(EdisiPapan { sidik: sidik.to_owned(), kode: e.id.clone(), nama: e.nama.clone(), kategori, unit: 0 });
        self.edisi.push(e);
        self.per_edisi.insert(sidik.to_owned(), n);
        Ok(n)
    }

    async fn tambah(&mut self, store: &Store, p: &Periode, b: Satu) -> Hasil<()> {
        let sidik = if b.formulir == "B" { &p.edisi_b } else { &p.edisi_a };
        let tanpa = || StoreError::Rusak(format!("period {} has no edition for form {}", p.id, b.formulir));
        let edisi = self.edisi(store, sidik.as_deref().ok_or_else(tanpa)?).await?;
        let instansi = self.per_instansi.get(&b.instansi_id).copied();
        let instansi = instansi.ok_or_else(|| StoreError::Rusak(format!("lokus {} has no instansi", b.lokus)))?;
        self.taruh(Calon {
            unit_id: b.unit_id,
            unit: b.unit,
            lokus: b.lokus,
            instansi,
            kelompok: &b.kelompok,
            edisi,
            ipp: b.ipp.as_deref(),
            kategori: b.kategori.as_deref(),
            rentang: b.bawah.zip(b.atas),
        })
    }

    pub(super) fn taruh(&mut self, b: Calon<'_>) -> Hasil<()> {
        let Some(teks) = b.ipp else {
            self.papan.tanpa_ipp += 1;
            return Ok(());
        };
        let kode = b.lokus.clone();
        let rusak = || StoreError::Rusak(format!("ipp of lokus {kode}: {teks}"));
        let ipp = Ipp::baru(teks.parse::<Pecahan>().map_err(|_| rusak())?).map_err(|_| rusak())?;
        // Periods of many offices stand together here: another spelling is no other category.
        let akar = akar_kategori(b.kelompok);
        let kategori = if let Some(n) = self.per_kategori.get(&akar) {
            *n
        } else {
            let n = letak(self.papan.kategori.len());
            self.papan.kategori.push(judul_kategori(b.kelompok, []));
            self.per_kategori.insert(akar, n);
            n
        };
        let satu = self.papan.edisi.get_mut(b.edisi as usize).ok_or_else(rusak)?;
        satu.unit += 1;
        let mutu = satu.kategori.iter().position(|k| Some(k.as_str()) == b.kategori).map_or(u32::MAX, letak);
        let u16an = |n: i64| u16::try_from(n).ok();
        let baris = Baris {
            unit_id: b.unit_id,
            cari: b.unit.to_lowercase().into(),
            unit: b.unit.into(),
            lokus: b.lokus.into(),
            instansi: b.instansi,
            periode: letak(self.papan.periode.len() - 1),
            kategori,
            edisi: b.edisi,
            mutu,
            tampil: ipp.pecahan().skala(2).and_then(u16an).ok_or_else(rusak)?,
            skala: ipp.simpan().skala,
            tingkat: 0,
            rentang: b.rentang.and_then(|(a, z)| u16an(a).zip(u16an(z))),
        };
        self.mentah.push(Mentah { baris, ipp });
        Ok(())
    }

    fn selesai(mut self) -> Papan {
        let semua = urutkan(self.mentah);
        let mut nilai: HashMap<(u32, u32), Vec<Ipp>> = HashMap::new();
        let mut daerah: BTreeMap<(u32, Option<String>), Vec<Ipp>> = BTreeMap::new();
        self.papan.baris.reserve_exact(semua.len());
        for m in semua {
            if let Some(p) = self.papan.instansi.get(m.baris.instansi as usize).and_then(InstansiPapan::provinsi) {
                daerah.entry((m.baris.edisi, Some(p.to_owned()))).or_default().push(m.ipp.clone());
            }
            daerah.entry((m.baris.edisi, None)).or_default().push(m.ipp.clone());
            nilai.entry((m.baris.edisi, m.baris.instansi)).or_default().push(m.ipp);
            self.papan.baris.push(m.baris);
        }
        nilai.retain(|(_, instansi), _| !self.kotor.contains(instansi));
        let provinsi = |n: &u32| self.papan.instansi.get(*n as usize).and_then(InstansiPapan::provinsi).map(str::to_owned);
        let kotor: HashSet<String> = self.kotor.iter().filter_map(provinsi).collect();
        daerah.retain(|(_, p), _| p.as_ref().is_none_or(|p| !kotor.contains(p)));
        let rata = nilai.into_iter().filter_map(|((edisi, instansi), ipp)| {
            let hasil = pekppp::hitung_instansi(self.edisi.get(edisi as usize)?, &ipp).ok()?;
            Some(RataInstansi { instansi, edisi, hasil })
        });
        self.papan.rata = rata.collect();
        let wilayah = daerah.into_iter().filter_map(|((edisi, provinsi), ipp)| {
            let hasil = pekppp::hitung_instansi(self.edisi.get(edisi as usize)?, &ipp).ok()?;
            Some(RataWilayah { provinsi, edisi, hasil })
        });
        self.papan.wilayah = wilayah.collect();
        self.papan.rata.sort_by(|a, b| b.hasil.hasil.ipp.cmp(&a.hasil.hasil.ipp).then_with(|| a.instansi.cmp(&b.instansi)));
        self.papan
    }
}

pub(super) fn letak(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
