//! Steps of reports of citizens: none that was recorded is gone or stands for another one. Their texts are sealed each to its row.

use super::{super::Laporan, Kejadian, tempat};
use crate::{
    Hasil,
    kueri::{Kueri, Value},
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::HashSet;
use uuid::Uuid;

#[derive(FromQueryResult)]
struct Langkah {
    pengaduan_id: Uuid,
    urut: i64,
    jenis: String,
}

pub(super) async fn periksa<C: ConnectionTrait>(c: &C, l: &mut Laporan, halaman: &[Kejadian]) -> Hasil<()> {
    let harus: Vec<&Kejadian> = halaman.iter().filter(|k| k.aksi == "pengaduan.langkah").collect();
    if harus.is_empty() {
        return Ok(());
    }
    let milik: Vec<Value> = harus.iter().map(|k| k.objek).collect::<HashSet<_>>().into_iter().map(Value::from).collect();
    let sql = format!("SELECT pengaduan_id, urut, jenis FROM pengaduan_langkah WHERE pengaduan_id IN ({})", tempat(milik.len()));
    let punya: HashSet<(Uuid, i64, String)> =
        c.semua::<Langkah>(&sql, milik).await?.into_iter().map(|s| (s.pengaduan_id, s.urut, s.jenis)).collect();
    l.hitung("aduan", harus.len());
    for k in harus {
        let (Some(urut), Some(jenis)) = (k.rincian.get("urut").and_then(serde_json::Value::as_i64), k.teks("langkah")) else { continue };
        if !punya.contains(&(k.objek, urut, jenis.to_owned())) {
            let apa = "ada dalam log audit, barisnya di tabel pengaduan_langkah hilang atau diganti";
            l.temukan("aduan", format!("laporan {}: langkah ke-{urut} ({jenis}) {apa}", k.objek));
        }
    }
    Ok(())
}
