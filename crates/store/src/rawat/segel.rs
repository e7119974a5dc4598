//! Sealed values whose key is not in the key file: nobody opens them any more. After a restore of an older backup, with the keys of another
//! time in the folder, nothing else would tell.

use super::Laporan;
use crate::{Hasil, Store, StoreError, identitas, kueri::Kueri};
use sea_orm::{ConnectionTrait, Value};

pub(super) async fn periksa<C: ConnectionTrait>(store: &Store, c: &C, l: &mut Laporan) -> Hasil<()> {
    let kunci = store.kunci().identitas();
    let pola: Vec<Value> =
        std::iter::once("~1:%".to_owned()).chain(kunci.iter().map(|k| format!("~1:{}:%", k.id()))).map(Into::into).collect();
    for (tabel, _, semua) in identitas::MEDAN {
        for k in *semua {
            let punya = (2..=pola.len()).map(|n| format!(" AND {k} NOT LIKE ${n}")).collect::<Vec<_>>().concat();
            let n = c.angka(&format!("SELECT COUNT(*) AS n FROM {tabel} WHERE {k} LIKE $1{punya}"), pola.clone()).await?;
            l.hitung("segel", 1);
            if n > 0 {
                let apa = "nilai tersegel memakai kunci yang tidak ada di instalasi.kunci: berkas kunci itu dari waktu lain";
                l.temukan("segel", format!("{tabel}.{k}: {n} {apa}"));
            }
        }
    }
    if kunci.is_empty() { Err(StoreError::Rusak("no key for identity fields".into())) } else { Ok(()) }
}
