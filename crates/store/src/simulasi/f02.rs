//! F02: one finished sheet per lokus, cell by cell with its history, and packed.

use super::{Acak, Dunia, Jejak, Lokus, borongan::Borongan};
use crate::{Hasil, Tx, audit::Kejadian, nilai};

/// Returns the number of scores.
pub(super) async fn isi(tx: &Tx, (acak, jejak): (&mut Acak, &mut Jejak), d: &Dunia, lokus: &[Lokus]) -> Hasil<u32> {
    let mut b = Borongan::dengan_jejak(
        tx,
        &[
            ("f02_lembar", "lokus_id, akun_id, versi, skor, pada"),
            ("f02_isian", "lokus_id, akun_id, indikator, versi, skor, sumber, catatan, rekomendasi, pada, oleh"),
            ("f02_ubah", "op_id, lokus_id, akun_id, indikator, versi_dasar, versi, isi, pada, oleh"),
            ("f02_selesai", "id, lokus_id, akun_id, pada"),
        ],
    );
    let mut jumlah = 0;
    for l in lokus {
        let e = l.evaluator;
        let mut kemasan = Vec::new();
        for i in d.edisi.semua_indikator() {
            let (skor, kode) = (acak.skor(), i.kode.as_str());
            let rekomendasi = if skor < 4 { "Lengkapi bukti dan perbarui standar pelayanan (ILUSTRASI)." } else { "" };
            let catatan = "Hasil pemeriksaan dokumen (ILUSTRASI).";
            let isi = serde_json::json!({ "skor": skor, "sumber": "dokumen", "catatan": catatan, "rekomendasi": rekomendasi });
            let s = i64::from(skor);
            b.tambah("f02_isian", nilai![l.id, e, kode, 1_i64, s, "dokumen", catatan, rekomendasi, acak.pada(), e]).await?;
            b.tambah("f02_ubah", nilai![acak.id(), l.id, e, kode, 0_i64, 1_i64, isi.to_string(), acak.pada(), e]).await?;
            let k = Kejadian::baru("f02.simpan", "lokus", l.id).instansi(l.instansi);
            jejak.catat(&mut b, Some(e), acak.pada(), k.rincian(serde_json::json!({ "indikator": kode, "versi": 1 }))).await?;
            kemasan.push(skor);
            jumlah += 1;
        }
        let versi = i64::try_from(kemasan.len()).unwrap_or(0);
        b.tambah("f02_lembar", nilai![l.id, e, versi, kemasan, acak.pada()]).await?;
        let id = acak.id();
        b.tambah("f02_selesai", nilai![id, l.id, e, acak.pada()]).await?;
        let k = Kejadian::baru("f02.selesai", "f02_selesai", id).instansi(l.instansi);
        jejak.catat(&mut b, Some(e), acak.pada(), k.rincian(serde_json::json!({ "lokus": l.id, "akun": e }))).await?;
    }
    b.selesai().await?;
    Ok(jumlah)
}
