//! F03: one round per lokus with its answers and their counters.

use super::{Acak, Dunia, Jejak, Lokus, borongan::Borongan};
use crate::{
    Hasil, Tx,
    audit::Kejadian,
    id::RondeId,
    nilai,
    ronde::{self, Kelompok, Masukan, Profil, jawaban},
};
use jiff::civil::date;

/// Answers that are stored together.
const SEKALIGUS: usize = 2000;

/// The share of these lokus (and which number the first of them is) when `jumlah` answers are spread over all. Returns how many there
/// are, and the token of the first round.
pub(super) async fn isi(
    tx: &Tx,
    (acak, jejak): (&mut Acak, &mut Jejak),
    d: &Dunia,
    (lokus, mulai): (&[Lokus], usize),
    jumlah: u32,
) -> Hasil<(u32, String)> {
    let mut b = Borongan::dengan_jejak(tx, &[("ronde", "id, jenis, unit_id, lokus_id, edisi, token, dibuat, oleh")]);
    let (mut ronde, mut pertama) = (Vec::with_capacity(lokus.len()), None);
    for l in lokus {
        let id = RondeId(acak.id());
        let token = acak.token();
        b.tambah("ronde", nilai![id, "f03", l.unit, l.id, d.sidik_edisi.as_str(), token.as_str(), acak.pada(), d.penyelenggara]).await?;
        let k = Kejadian::baru("f03.buka", "lokus", l.id).instansi(l.instansi);
        jejak.catat(&mut b, Some(d.penyelenggara), acak.pada(), k).await?;
        pertama.get_or_insert(token);
        ronde.push(id);
    }
    b.selesai().await?;
    let (banyak, mut sudah, mut tunggu) = (u32::try_from(d.lokus.len()).unwrap_or(u32::MAX).max(1), 0, Vec::new());
    for (n, id) in (u32::try_from(mulai).unwrap_or(u32::MAX)..).zip(ronde) {
        for _ in 0..jumlah / banyak + u32::from(n < jumlah % banyak) {
            tunggu.push(satu(acak, d, id));
            sudah += 1;
        }
        if tunggu.len() >= SEKALIGUS {
            ronde::simpan_banyak(tx, &std::mem::take(&mut tunggu)).await?;
        }
    }
    ronde::simpan_banyak(tx, &tunggu).await?;
    Ok((sudah, pertama.unwrap_or_default()))
}

fn satu(acak: &mut Acak, d: &Dunia, ronde: RondeId) -> Masukan {
    let nilai: Box<[u8]> = d.edisi.f03.pernyataan.iter().map(|_| acak.skor()).collect();
    let (bulan, hari) = (4 + acak.di_bawah(3), 1 + acak.di_bawah(28));
    Masukan {
        ronde,
        bentuk: jawaban::bentuk(nilai.len()),
        // Random like a client's, not ordered by time: an answer must not tell when it came.
        id: acak.id_acak(),
        kelompok: Kelompok::Daring,
        hari: date(2026, i8::try_from(bulan).unwrap_or(4), i8::try_from(hari).unwrap_or(1)),
        nilai,
        profil: Profil::KOSONG,
        tanda: 0,
        saran: None,
        tautan: None,
    }
}
