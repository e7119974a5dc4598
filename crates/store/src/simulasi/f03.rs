//! F03: one round per lokus with its answers and their counters.

use super::{Acak, Dunia, borongan::Borongan};
use crate::{
    Hasil, Tx, nilai,
    ronde::jawaban::{DARING, RESPONDEN},
};
use std::collections::BTreeMap;

const HURUF: &[u8; 31] = b"23456789abcdefghjkmnpqrstuvwxyz";

/// Spreads `jumlah` answers over the lokus. Returns how many there are, and the token of the first round.
pub(super) async fn isi(tx: &Tx, acak: &mut Acak, d: &Dunia, jumlah: u32) -> Hasil<(u32, String)> {
    let mut b = Borongan::baru(
        tx,
        &[
            ("ronde", "id, jenis, unit_id, lokus_id, edisi, token, dibuat, oleh"),
            ("jawaban", "id, ronde_id, kelompok, hari, nilai"),
            ("jawaban_hitung", "ronde_id, kelompok, pernyataan, nilai, jumlah"),
        ],
    );
    let (banyak, mut pertama, mut sudah) = (u32::try_from(d.lokus.len()).unwrap_or(u32::MAX).max(1), None, 0);
    for (n, l) in (0_u32..).zip(&d.lokus) {
        let id = acak.id();
        let token: String = (0..16).map(|_| char::from(HURUF[usize::try_from(acak.di_bawah(31)).unwrap_or(0)])).collect();
        b.tambah("ronde", nilai![id, "f03", l.unit, l.id, d.sidik_edisi.as_str(), token.as_str(), acak.pada(), d.penyelenggara]).await?;
        pertama.get_or_insert(token);
        let mut kubus: BTreeMap<(i64, i64), i64> = BTreeMap::new();
        for _ in 0..jumlah / banyak + u32::from(n < jumlah % banyak) {
            let isi: Vec<u8> = d.edisi.f03.pernyataan.iter().map(|_| acak.skor()).collect();
            *kubus.entry((RESPONDEN, 1)).or_default() += 1;
            for (p, s) in (0_i64..).zip(&isi) {
                *kubus.entry((p, i64::from(*s))).or_default() += 1;
            }
            let hari = format!("2026-0{}-{:02}", 4 + acak.di_bawah(3), 1 + acak.di_bawah(28));
            // Random like a client's, not ordered by time: an answer must not tell when it came.
            b.tambah("jawaban", nilai![acak.id_acak(), id, DARING, hari, isi]).await?;
            sudah += 1;
        }
        for ((p, s), n) in kubus {
            b.tambah("jawaban_hitung", nilai![id, DARING, p, s, n]).await?;
        }
    }
    b.selesai().await?;
    Ok((sudah, pertama.unwrap_or_default()))
}
