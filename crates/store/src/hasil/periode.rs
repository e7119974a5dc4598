//! Results of a whole period: computed anew, in parts side by side. The frozen ones are read by [`crate::peringkat`].

use super::hitung::{masukan, pekppp_hitung};
use crate::{
    Hasil, Store, StoreError, edisi, f02,
    id::{AkunId, BundelId, LokusId, PeriodeId, UnitId},
    kueri::Kueri,
    lokus, nilai,
    ronde::{kubus::Sel, ringkas::masukkan},
};
use futures_util::StreamExt as _;
use pekppp::{Edisi, F03Ringkas, HasilIpp, LembarF02, Nilai};
use sea_orm::FromQueryResult;
use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    sync::Arc,
};
use uuid::Uuid;

/// One lokus of a recomputation.
#[derive(Debug, Clone)]
pub struct HasilLokus {
    pub lokus_id: LokusId,
    pub unit: String,
    pub hasil: HasilIpp,
}

#[derive(FromQueryResult)]
struct Sheet {
    lokus_id: LokusId,
    akun_id: AkunId,
    skor: Option<Vec<u8>>,
}

#[derive(FromQueryResult)]
struct Sepakat {
    lokus_id: LokusId,
    indikator: String,
    skor: i64,
    dasar: String,
}

#[derive(FromQueryResult)]
struct Hitungan {
    lokus_id: LokusId,
    keadaan: String,
    kelompok: String,
    n: i64,
    hitung: Vec<u8>,
}

#[derive(FromQueryResult)]
struct Ditolak {
    bundel_id: BundelId,
}

/// What a recomputation needs to know of a lokus.
#[derive(Debug, Clone, FromQueryResult)]
pub struct LokusHitung {
    pub id: LokusId,
    pub formulir: String,
    pub unit: String,
    pub penyatuan: String,
    pub edisi_a: Option<String>,
    pub edisi_b: Option<String>,
}

impl LokusHitung {
    fn edisi(&self) -> Hasil<&str> {
        let e = if self.formulir == "B" { &self.edisi_b } else { &self.edisi_a };
        e.as_deref().ok_or_else(|| StoreError::Rusak(format!("the period of lokus {} has no edition for form {}", self.id, self.formulir)))
    }
}

#[derive(Debug, Clone, Copy)]
struct Batas {
    dari: Uuid,
    sebelum: Uuid,
}

#[derive(FromQueryResult)]
struct Unit {
    unit_id: UnitId,
}

/// Scores of one evaluator in edition order.
type Skor = Vec<Option<u8>>;

/// Everything of a period, by lokus.
struct Bahan {
    lembar: HashMap<LokusId, Vec<(AkunId, Skor)>>,
    sepakat: HashMap<LokusId, Vec<Sepakat>>,
    f03: HashMap<LokusId, Vec<Hitungan>>,
}

/// Computes every lokus of a period from what is stored now, by unit name, with the whole trace of each.
pub async fn hitung_periode(store: &Store, periode: PeriodeId) -> Hasil<Vec<HasilLokus>> {
    let mut semua = olah_periode(store, periode, |l, hasil| HasilLokus { lokus_id: l.id, unit: l.unit.clone(), hasil }).await?;
    semua.sort_by(|a, b| a.unit.cmp(&b.unit).then_with(|| a.lokus_id.cmp(&b.lokus_id)));
    Ok(semua)
}

/// Lokus that one part of a period holds at least; below that more parts cost more than they bring.
const BAGIAN_MIN: i64 = 500;
/// Parts for each core: memory holds only those in work, and no core waits long for the last one.
const BAGIAN_PER_INTI: usize = 4;

/// Computes every lokus of a period and keeps of each what `ambil` makes of it, in no order. The period is cut into parts that
/// are read and computed side by side, five queries a part.
pub async fn olah_periode<T, F>(store: &Store, periode: PeriodeId, ambil: F) -> Hasil<Vec<T>>
where
    T: Send + 'static,
    F: Fn(&LokusHitung, HasilIpp) -> T + Send + Sync + 'static,
{
    let inti = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let ambil = Arc::new(ambil);
    let mut hasil = Vec::new();
    let kerja = batas(store, periode, inti * BAGIAN_PER_INTI).await?.into_iter().map(|b| {
        let (store, ambil) = (store.clone(), ambil.clone());
        async move {
            let kerja = tokio::spawn(async move { bagian(&store, periode, b, ambil).await });
            kerja.await.map_err(|e| StoreError::Rusak(format!("recomputation: {e}")))?
        }
    });
    let mut kerja = futures_util::stream::iter(kerja).buffer_unordered(inti);
    while let Some(b) = kerja.next().await {
        hasil.extend(b?);
    }
    Ok(hasil)
}

/// Half-open ranges of units that cut the period into parts of about the same size.
async fn batas(store: &Store, periode: PeriodeId, bagian: usize) -> Hasil<Vec<Batas>> {
    let n = lokus::banyak(store.baca(), periode).await?;
    let bagian = i64::try_from(bagian).unwrap_or(1).min(n / BAGIAN_MIN).max(1);
    let mut hasil = Vec::new();
    let mut dari = Uuid::nil();
    for k in 1..bagian {
        let sql = "SELECT unit_id FROM lokus WHERE periode_id = $1 ORDER BY unit_id LIMIT 1 OFFSET $2";
        let Some(u) = store.baca().mungkin::<Unit>(sql, nilai![periode, n * k / bagian]).await? else { break };
        hasil.push(Batas { dari, sebelum: u.unit_id.0 });
        dari = u.unit_id.0;
    }
    hasil.push(Batas { dari, sebelum: Uuid::max() });
    Ok(hasil)
}

async fn bagian<T, F>(store: &Store, periode: PeriodeId, b: Batas, ambil: Arc<F>) -> Hasil<Vec<T>>
where
    T: Send + 'static,
    F: Fn(&LokusHitung, HasilIpp) -> T + Send + Sync + 'static,
{
    let sql = "SELECT l.id, l.formulir, u.nama AS unit, p.penyatuan, p.edisi_a, p.edisi_b FROM lokus l
        JOIN unit u ON u.id = l.unit_id JOIN periode p ON p.id = l.periode_id
        WHERE l.periode_id = $1 AND l.unit_id >= $2 AND l.unit_id < $3 ORDER BY l.unit_id LIMIT 1000000";
    let semua: Vec<LokusHitung> = store.baca().semua(sql, nilai![periode, b.dari, b.sebelum]).await?;
    let mut edisi = HashMap::new();
    for sidik in semua.iter().map(LokusHitung::edisi).collect::<Hasil<BTreeSet<_>>>()? {
        edisi.insert(sidik.to_owned(), edisi::dapat(store, sidik).await?);
    }
    let bahan = bahan(store, periode, b).await?;
    let kerja = tokio::task::spawn_blocking(move || hitung_bagian(&semua, &edisi, bahan, &*ambil));
    kerja.await.map_err(|e| StoreError::Rusak(format!("recomputation: {e}")))?
}

fn hitung_bagian<T>(
    semua: &[LokusHitung],
    edisi: &HashMap<String, Arc<Edisi>>,
    mut bahan: Bahan,
    ambil: &impl Fn(&LokusHitung, HasilIpp) -> T,
) -> Hasil<Vec<T>> {
    let mut hasil = Vec::with_capacity(semua.len());
    for l in semua {
        let Some(edisi) = edisi.get(l.edisi()?) else { return Err(StoreError::TidakDitemukan) };
        let lembar = bahan.lembar.remove(&l.id).unwrap_or_default();
        let sepakat = berlaku(edisi, &lembar, bahan.sepakat.remove(&l.id).unwrap_or_default());
        let f03 = f03(edisi, bahan.f03.remove(&l.id).unwrap_or_default())?;
        let sheets = lembar.into_iter().map(|(akun, skor)| sheet(edisi, akun, &skor)).collect();
        let masukan = masukan(&l.penyatuan, sheets, sepakat, f03)?;
        hasil.push(ambil(l, pekppp_hitung(edisi, &masukan)?));
    }
    Ok(hasil)
}

fn sheet(edisi: &Edisi, akun: AkunId, skor: &[Option<u8>]) -> LembarF02 {
    let nilai = edisi.semua_indikator().zip(skor).filter_map(|(i, s)| Some((i.kode.clone(), Nilai::baru((*s)?.into()).ok()?)));
    LembarF02 { evaluator: akun.to_string(), nilai: nilai.collect() }
}

async fn bahan(store: &Store, periode: PeriodeId, b: Batas) -> Hasil<Bahan> {
    let c = store.baca();
    let batas = || nilai![periode, b.dari, b.sebelum];
    let dihitung = crate::f02::DIHITUNG;
    let sql = format!(
        "SELECT g.lokus_id, g.akun_id, m.skor FROM lokus l JOIN penugasan g ON g.lokus_id = l.id JOIN penetapan t ON t.penugasan_id = g.id
         LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id LEFT JOIN f02_lembar m ON m.lokus_id = g.lokus_id AND m.akun_id = g.akun_id
         WHERE l.periode_id = $1 AND l.unit_id >= $2 AND l.unit_id < $3 AND {dihitung} GROUP BY g.lokus_id, g.akun_id, m.skor
         ORDER BY g.lokus_id, g.akun_id LIMIT 1000000"
    );
    let lembar: Vec<Sheet> = c.semua(&sql, batas()).await?;
    let sepakat: Vec<Sepakat> = c
        .semua(
            "SELECT s.lokus_id, s.indikator, s.skor, s.dasar FROM f02_sepakat s JOIN lokus l ON l.id = s.lokus_id
             WHERE l.periode_id = $1 AND l.unit_id >= $2 AND l.unit_id < $3 ORDER BY s.lokus_id, s.indikator LIMIT 5000000",
            batas(),
        )
        .await?;
    let f03: Vec<Hitungan> = c
        .semua(
            "SELECT r.lokus_id, h.keadaan, h.kelompok, h.n, h.hitung
             FROM lokus l JOIN ronde r ON r.lokus_id = l.id JOIN jawaban_kubus h ON h.ronde_id = r.id
             WHERE l.periode_id = $1 AND l.unit_id >= $2 AND l.unit_id < $3 AND r.jenis = 'f03' AND h.tingkat = 0 ORDER BY r.lokus_id, h.keadaan, h.kelompok LIMIT 1000000",
            batas(),
        )
        .await?;
    let ditolak: Vec<Ditolak> = c
        .semua(
            "SELECT t.bundel_id FROM bundel_tolak t JOIN bundel_kertas b ON b.id = t.bundel_id JOIN ronde r ON r.id = b.ronde_id
             JOIN lokus l ON l.id = r.lokus_id WHERE l.periode_id = $1 AND l.unit_id >= $2 AND l.unit_id < $3 ORDER BY t.bundel_id LIMIT 1000000",
            batas(),
        )
        .await?;
    let ditolak: HashSet<String> = ditolak.into_iter().map(|d| d.bundel_id.to_string()).collect();
    let mut b = Bahan { lembar: HashMap::new(), sepakat: HashMap::new(), f03: HashMap::new() };
    for s in lembar {
        let skor = s.skor.as_deref().map(f02::buka_kemasan).transpose()?.unwrap_or_default();
        b.lembar.entry(s.lokus_id).or_default().push((s.akun_id, skor));
    }
    for s in sepakat {
        b.sepakat.entry(s.lokus_id).or_default().push(s);
    }
    for h in f03.into_iter().filter(|h| !ditolak.contains(&h.kelompok)) {
        b.f03.entry(h.lokus_id).or_default().push(h);
    }
    Ok(b)
}

/// Settlements whose basis is what the sheets say now; the same rule as [`f02::sepakat_berlaku`], on packed sheets.
fn berlaku(edisi: &Edisi, lembar: &[(AkunId, Vec<Option<u8>>)], sepakat: Vec<Sepakat>) -> BTreeMap<String, i64> {
    let dasar = |kode: &str| -> Option<String> {
        let letak = edisi.semua_indikator().position(|i| i.kode == kode)?;
        let skor: Vec<(AkunId, u8)> = lembar.iter().filter_map(|(a, s)| Some((*a, (*s.get(letak)?)?))).collect();
        let beda = skor.iter().map(|(_, s)| s).collect::<BTreeSet<_>>().len() > 1;
        beda.then(|| skor.iter().map(|(a, s)| format!("{a}={s}")).collect::<Vec<_>>().join(";"))
    };
    sepakat.into_iter().filter(|s| dasar(&s.indikator).as_deref() == Some(&s.dasar)).map(|s| (s.indikator, s.skor)).collect()
}

fn f03(edisi: &Edisi, hitungan: Vec<Hitungan>) -> Hasil<F03Ringkas> {
    let mut r = F03Ringkas::kosong(edisi);
    for h in hitungan {
        masukkan(&mut r, &h.keadaan, &Sel::dari(h.n, 0, 0, &h.hitung)?)?;
    }
    Ok(r)
}
