//! Results of a whole period: computed anew in a handful of queries. The frozen ones are read by [`crate::peringkat`].

use super::hitung::{masukan, pekppp_hitung};
use crate::{
    Hasil, Store, edisi, f02,
    id::{AkunId, BundelId, LokusId, PeriodeId},
    kueri::Kueri,
    lokus, nilai,
    ronde::{kubus::Sel, ringkas::masukkan},
};
use pekppp::{Edisi, F03Ringkas, HasilIpp, LembarF02, Nilai};
use sea_orm::FromQueryResult;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

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

/// Scores of one evaluator in edition order.
type Skor = Vec<Option<u8>>;

/// Everything of a period, by lokus.
struct Bahan {
    lembar: HashMap<LokusId, Vec<(AkunId, Skor)>>,
    sepakat: HashMap<LokusId, Vec<Sepakat>>,
    f03: HashMap<LokusId, Vec<Hitungan>>,
}

/// Computes every lokus of a period from what is stored now, by unit name. Five queries whatever the number of lokus.
pub async fn hitung_periode(store: &Store, periode: PeriodeId) -> Hasil<Vec<HasilLokus>> {
    let semua = lokus::milik_periode(store.baca(), periode).await?;
    let mut bahan = bahan(store, periode).await?;
    let mut hasil = Vec::with_capacity(semua.len());
    for l in semua {
        let edisi = edisi::dapat(store, l.edisi()?).await?;
        let lembar = bahan.lembar.remove(&l.id).unwrap_or_default();
        let sepakat = berlaku(&edisi, &lembar, bahan.sepakat.remove(&l.id).unwrap_or_default());
        let f03 = f03(&edisi, bahan.f03.remove(&l.id).unwrap_or_default())?;
        let sheets = lembar.into_iter().map(|(akun, skor)| sheet(&edisi, akun, &skor)).collect();
        let masukan = masukan(&l.penyatuan, sheets, sepakat, f03)?;
        hasil.push(HasilLokus { lokus_id: l.id, unit: l.unit, hasil: pekppp_hitung(&edisi, &masukan)? });
    }
    Ok(hasil)
}

fn sheet(edisi: &Edisi, akun: AkunId, skor: &[Option<u8>]) -> LembarF02 {
    let nilai = edisi.semua_indikator().zip(skor).filter_map(|(i, s)| Some((i.kode.clone(), Nilai::baru((*s)?.into()).ok()?)));
    LembarF02 { evaluator: akun.to_string(), nilai: nilai.collect() }
}

async fn bahan(store: &Store, periode: PeriodeId) -> Hasil<Bahan> {
    let c = store.baca();
    let lembar: Vec<Sheet> = c
        .semua(
            "SELECT g.lokus_id, g.akun_id, m.skor FROM lokus l JOIN penugasan g ON g.lokus_id = l.id JOIN penetapan t ON t.penugasan_id = g.id
             LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id LEFT JOIN f02_lembar m ON m.lokus_id = g.lokus_id AND m.akun_id = g.akun_id
             WHERE l.periode_id = $1 AND x.penugasan_id IS NULL ORDER BY g.lokus_id, g.akun_id LIMIT 100000",
            nilai![periode],
        )
        .await?;
    let sepakat: Vec<Sepakat> = c
        .semua(
            "SELECT s.lokus_id, s.indikator, s.skor, s.dasar FROM f02_sepakat s JOIN lokus l ON l.id = s.lokus_id
             WHERE l.periode_id = $1 ORDER BY s.lokus_id, s.indikator LIMIT 500000",
            nilai![periode],
        )
        .await?;
    let f03: Vec<Hitungan> = c
        .semua(
            "SELECT r.lokus_id, h.keadaan, h.kelompok, h.n, h.hitung
             FROM lokus l JOIN ronde r ON r.lokus_id = l.id JOIN jawaban_kubus h ON h.ronde_id = r.id
             WHERE l.periode_id = $1 AND r.jenis = 'f03' AND h.tingkat = 0 ORDER BY r.lokus_id, h.keadaan, h.kelompok LIMIT 1000000",
            nilai![periode],
        )
        .await?;
    let ditolak: Vec<Ditolak> = c
        .semua(
            "SELECT t.bundel_id FROM bundel_tolak t JOIN bundel_kertas b ON b.id = t.bundel_id JOIN ronde r ON r.id = b.ronde_id
             JOIN lokus l ON l.id = r.lokus_id WHERE l.periode_id = $1 ORDER BY t.bundel_id LIMIT 100000",
            nilai![periode],
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
