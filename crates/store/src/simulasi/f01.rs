//! F01 of every lokus: answers of the kind each field asks for, evidence, and a submission an evaluator has opened.

use super::{Acak, Dunia, Jejak, Lokus, borongan::Borongan};
use crate::{
    Hasil, StoreError, Tx,
    audit::Kejadian,
    f01::{Beku, BuktiBeku, IsianBeku},
    id::BuktiId,
    nilai,
};
use pekppp::{Bidang, Jawaban, JawabanIndikator, JenisBidang, Pecahan};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// Pieces of evidence per lokus, on the first indicators.
const BUKTI: usize = 5;

pub(super) async fn isi(tx: &Tx, (acak, jejak): (&mut Acak, &mut Jejak), d: &Dunia, lokus: &[Lokus]) -> Hasil<()> {
    let mut b = Borongan::dengan_jejak(
        tx,
        &[
            ("f01", "lokus_id, indikator, versi, isi, pada, oleh"),
            ("f01_ubah", "op_id, lokus_id, indikator, versi_dasar, versi, isi, pada, oleh"),
            ("bukti", "id, op_id, lokus_id, indikator, jenis, objek, nama, keterangan, pada, oleh"),
            ("f01_pengiriman", "id, lokus_id, nomor, sidik, isi, pada, oleh"),
            ("f01_pembukaan", "pengiriman_id, pada, oleh"),
        ],
    );
    for l in lokus {
        satu(&mut b, (acak, jejak), d, l).await?;
    }
    b.selesai().await
}

async fn satu(t: &mut Borongan<'_>, (acak, jejak): (&mut Acak, &mut Jejak), d: &Dunia, l: &Lokus) -> Hasil<()> {
    let mut beku = Beku { isian: BTreeMap::new(), bukti: Vec::new() };
    for (n, i) in d.edisi.semua_indikator().enumerate() {
        let kode = i.kode.as_str();
        let jawaban: JawabanIndikator = i.isian.iter().filter_map(|b| Some((b.kunci.clone(), jawaban(acak, b)?))).collect();
        let isi = serde_json::to_string(&jawaban).map_err(|e| StoreError::Rusak(e.to_string()))?;
        t.tambah("f01", nilai![l.id, kode, 1_i64, isi.as_str(), acak.pada(), l.operator]).await?;
        t.tambah("f01_ubah", nilai![acak.id(), l.id, kode, 0_i64, 1_i64, isi, acak.pada(), l.operator]).await?;
        let k = lokus_kejadian("f01.simpan", l).rincian(json!({ "indikator": kode, "versi": 1 }));
        jejak.catat(t, Some(l.operator), acak.pada(), k).await?;
        beku.isian.insert(kode.to_owned(), IsianBeku { versi: 1, jawaban });
        if n < BUKTI {
            let id = BuktiId(acak.id());
            let (nama, keterangan) = (format!("bukti-{}.pdf", n + 1), "ILUSTRASI");
            t.tambah("bukti", nilai![id, id.0, l.id, kode, "berkas", d.sk.as_str(), nama.as_str(), keterangan, acak.pada(), l.operator])
                .await?;
            let k = Kejadian::baru("bukti.tambah", "bukti", id).instansi(l.instansi);
            let k = k.rincian(json!({ "indikator": kode, "jenis": "berkas", "sidik": d.sk.as_str() }));
            jejak.catat(t, Some(l.operator), acak.pada(), k).await?;
            beku.bukti.push(BuktiBeku {
                id,
                indikator: kode.to_owned(),
                nama,
                keterangan: keterangan.to_owned(),
                sidik: Some(d.sk.clone()),
                tautan: None,
            });
        }
    }
    let (teks, sidik) = beku.teks()?;
    let id = acak.id();
    let kirim = lokus_kejadian("f01.kirim", l).rincian(json!({ "pengiriman": id, "nomor": 1, "sidik": sidik.as_str() }));
    t.tambah("f01_pengiriman", nilai![id, l.id, 1_i64, sidik, teks, acak.pada(), l.kepala]).await?;
    jejak.catat(t, Some(l.kepala), acak.pada(), kirim).await?;
    t.tambah("f01_pembukaan", nilai![id, acak.pada(), l.evaluator]).await?;
    let buka = lokus_kejadian("f01.buka", l).rincian(json!({ "pengiriman": id, "nomor": 1 }));
    jejak.catat(t, Some(l.evaluator), acak.pada(), buka).await
}

fn lokus_kejadian(aksi: &'static str, l: &Lokus) -> Kejadian<'static> {
    Kejadian::baru(aksi, "lokus", l.id).instansi(l.instansi)
}

fn jawaban(acak: &mut Acak, b: &Bidang) -> Option<Jawaban> {
    Some(match &b.jenis {
        JenisBidang::YaTidak => Jawaban::YaTidak(acak.di_bawah(5) > 0),
        JenisBidang::Bulat { min, maks } => {
            let lebar = u64::try_from(maks - min).unwrap_or(0).min(40) + 1;
            Jawaban::Bulat(min + i64::try_from(acak.di_bawah(lebar)).unwrap_or(0))
        }
        JenisBidang::Desimal { min, .. } => Jawaban::Desimal(min.clone()),
        JenisBidang::Persen => Jawaban::Persen(Pecahan::bulat(i64::try_from(acak.di_bawah(101)).unwrap_or(0))),
        JenisBidang::Teks { .. } => Jawaban::Teks("Contoh isian untuk uji beban (ILUSTRASI).".into()),
        JenisBidang::Tanggal => Jawaban::Tanggal("2025-06-30".parse().ok()?),
        JenisBidang::Pilihan { opsi } => {
            let n = usize::try_from(acak.di_bawah(opsi.len() as u64)).unwrap_or(0);
            Jawaban::Pilihan(opsi.get(n)?.kunci.clone())
        }
        JenisBidang::Ganda { opsi } => {
            let pilih: BTreeSet<String> =
                opsi.iter().filter(|o| o.kunci != "tidak_ada" && acak.di_bawah(3) > 0).map(|o| o.kunci.clone()).collect();
            if pilih.is_empty() {
                return None;
            }
            Jawaban::Ganda(pilih)
        }
    })
}
