#![cfg(test)]
//! Rows of results that a test wrote by hand, signed as freezing would have signed them: what is shown is compared with the signed text.

use serde_json::{Value, json};
use store::{
    Store,
    hasil::{hidup, kanonik, pesan},
    id::LokusId,
    instansi,
    kueri::Kueri,
    lokus, nilai, periode, sidik_hex,
};

/// Signs the result of a lokus that stands; what the text says of its figures becomes what its columns say.
pub async fn bubuhi(s: &Store, lokus: LokusId) {
    let b = hidup(s.baca(), lokus).await.unwrap().unwrap();
    let mut v: Value = serde_json::from_str(&b.isi).unwrap();
    (v["id"], v["nomor"], v["dibekukan"]) = (json!(b.id), json!(b.nomor), json!(b.pada.timestamp().to_string()));
    let l = lokus::dari_id(s.baca(), lokus).await.unwrap();
    (v["lokus"]["kode"], v["lokus"]["formulir"]) = (json!(l.kode), json!(l.formulir));
    v["unit"]["kode"] = json!(instansi::unit(s, l.unit_id).await.unwrap().kode);
    v["instansi"]["kode"] = json!(instansi::dari_id(s, l.instansi_id).await.unwrap().kode);
    let p = periode::dari_id(s.baca(), l.periode_id).await.unwrap();
    (v["periode"]["kode"], v["periode"]["skema"], v["periode"]["tahun"]) = (json!(p.kode), json!(p.skema), json!(p.tahun));
    v["ilustrasi"] = json!(l.ilustrasi == 1);
    let h = &mut v["hasil"];
    (h["status"], h["f02"]["nilai"], h["f03"]["nilai"]) = (json!(b.status), json!(b.f02), json!(b.f03));
    match &b.ipp {
        None => h["ipp"] = Value::Null,
        Some(ipp) => (h["ipp"]["ipp"], h["ipp"]["tampil"], h["ipp"]["kategori"]) = (json!(ipp), json!(b.tampil), json!(b.kategori)),
    }
    let teks = kanonik(&v).unwrap();
    let sidik = sidik_hex(teks.as_bytes());
    let tanda = s.kunci().tandai(&pesan(&sidik));
    let tx = s.mulai().await.unwrap();
    tx.jalankan("UPDATE hasil SET isi = $2, sidik = $3, tanda = $4 WHERE id = $1", nilai![b.id, teks, sidik, tanda]).await.unwrap();
    tx.commit().await.unwrap();
}
