//! Recounts the packed sheets from the cells, for `prima check`.

use super::kemas;
use crate::{
    Hasil, Store, edisi,
    id::{AkunId, LokusId},
    kueri::Kueri,
    lokus, nilai,
};
use sea_orm::FromQueryResult;
use serde::Serialize;
use std::collections::BTreeMap;
use uuid::Uuid;

/// What `prima check` reports about F02.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct Temuan {
    pub lembar: usize,
    pub isian: usize,
    /// What does not fit, one sentence each.
    pub rusak: Vec<String>,
}

#[derive(FromQueryResult)]
struct Kunci {
    lokus_id: LokusId,
    akun_id: AkunId,
    skor: Option<Vec<u8>>,
}

#[derive(FromQueryResult)]
struct Sel {
    indikator: String,
    versi: i64,
    skor: Option<i64>,
    terakhir: Option<i64>,
}

/// Every sheet against its cells, and every cell against its history. Reads sheets in pages of 500.
pub async fn periksa(store: &Store) -> Hasil<Temuan> {
    let mut t = Temuan::default();
    let (mut lokus_terakhir, mut akun_terakhir) = (Uuid::nil(), Uuid::nil());
    loop {
        let kunci: Vec<Kunci> = store
            .baca()
            .semua(
                "SELECT k.lokus_id, k.akun_id, l.skor FROM
                   (SELECT lokus_id, akun_id FROM f02_isian UNION SELECT lokus_id, akun_id FROM f02_lembar) k
                 LEFT JOIN f02_lembar l ON l.lokus_id = k.lokus_id AND l.akun_id = k.akun_id
                 WHERE k.lokus_id > $1 OR (k.lokus_id = $1 AND k.akun_id > $2) ORDER BY k.lokus_id, k.akun_id LIMIT 500",
                nilai![lokus_terakhir, akun_terakhir],
            )
            .await?;
        let Some(akhir) = kunci.last() else { return Ok(t) };
        (lokus_terakhir, akun_terakhir) = (akhir.lokus_id.0, akhir.akun_id.0);
        for k in kunci {
            t.lembar += 1;
            periksa_lembar(store, &k, &mut t).await?;
        }
    }
}

async fn periksa_lembar(store: &Store, k: &Kunci, t: &mut Temuan) -> Hasil<()> {
    let nama = format!("lembar F02 lokus {}, evaluator {}", k.lokus_id, k.akun_id);
    let lokus = lokus::dari_id(store.baca(), k.lokus_id).await?;
    let edisi = edisi::dapat(store, lokus.edisi()?).await?;
    let sel: Vec<Sel> = store
        .baca()
        .semua(
            "SELECT i.indikator, i.versi, i.skor, (SELECT MAX(u.versi) FROM f02_ubah u WHERE u.lokus_id = i.lokus_id
               AND u.akun_id = i.akun_id AND u.indikator = i.indikator) AS terakhir
             FROM f02_isian i WHERE i.lokus_id = $1 AND i.akun_id = $2 ORDER BY i.indikator LIMIT 500",
            nilai![k.lokus_id, k.akun_id],
        )
        .await?;
    t.isian += sel.len();
    let mut skor = BTreeMap::new();
    for s in sel {
        if s.terakhir != Some(s.versi) {
            t.rusak.push(format!("{nama}: sel {} versi {}, riwayatnya berakhir di {}", s.indikator, s.versi, sebut(s.terakhir)));
        }
        skor.insert(s.indikator, s.skor);
    }
    let Some(kemasan) = &k.skor else {
        t.rusak.push(format!("{nama}: ada sel tetapi tidak ada lembar kemasan"));
        return Ok(());
    };
    let terbaca = match kemas::buka(kemasan) {
        Ok(b) if b.len() == edisi.semua_indikator().count() => b,
        _ => {
            t.rusak.push(format!("{nama}: lembar kemasan tidak terbaca dengan edisi {}", edisi.id));
            return Ok(());
        }
    };
    for (indikator, ada) in edisi.semua_indikator().zip(terbaca) {
        let harap = skor.remove(&indikator.kode).flatten();
        if ada.map(i64::from) != harap {
            let (ada, harap) = (sebut(ada.map(i64::from)), sebut(harap));
            t.rusak.push(format!("{nama}: {} bernilai {ada} di lembar kemasan, {harap} di selnya", indikator.kode));
        }
    }
    for asing in skor.keys() {
        t.rusak.push(format!("{nama}: sel {asing} tidak ada di edisi {}", edisi.id));
    }
    Ok(())
}

/// A number, or that there is none.
fn sebut(n: Option<i64>) -> String {
    n.map_or_else(|| "kosong".into(), |n| n.to_string())
}
