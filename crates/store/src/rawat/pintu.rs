//! Rows that would open a door: each has the mark of this installation ([`crate::meterai`]). One without opens nothing; it is named all the
//! same, for somebody wrote it.

use super::Laporan;
use crate::{Hasil, Store, akun::Tautan, faktor::kunci_sandi, kueri::Kueri, nilai, sesi::cap, sso::Taut};
use sea_orm::ConnectionTrait;

pub(super) async fn periksa<C: ConnectionTrait>(store: &Store, c: &C, l: &mut Laporan) -> Hasil<()> {
    let kunci = store.kunci();
    let sesi: Vec<cap::Tersimpan> = c.semua(&cap::Tersimpan::sql("ORDER BY id LIMIT 1000000"), nilai![]).await?;
    l.hitung("akun", sesi.len());
    for s in sesi.iter().filter(|s| !s.sah(kunci)) {
        l.temukan("akun", format!("sesi {} untuk akun {}: tidak dibuat instalasi ini; tidak membuka apa pun", s.sesi.id, s.sesi.akun_id));
    }
    let tautan: Vec<Tautan> = c.semua(&Tautan::sql("WHERE dipakai IS NULL ORDER BY sidik LIMIT 1000000"), nilai![]).await?;
    l.hitung("akun", tautan.len());
    for t in tautan.iter().filter(|t| !t.sah(kunci)) {
        let untuk = t.akun_id.map_or_else(|| "pengelola sistem pertama".to_owned(), |a| format!("akun {a}"));
        l.temukan("akun", format!("tautan sekali pakai ({}) untuk {untuk}: tidak dibuat instalasi ini; tidak membuka apa pun", t.jenis));
    }
    let sandi: Vec<kunci_sandi::Tersimpan> = c.semua(&kunci_sandi::Tersimpan::sql("ORDER BY id LIMIT 1000000"), nilai![]).await?;
    l.hitung("akun", sandi.len());
    for k in sandi.iter().filter(|k| !k.sah(kunci)) {
        l.temukan("akun", format!("kunci sandi {} untuk akun {}: tidak didaftarkan lewat program; tidak membuka apa pun", k.id, k.akun_id));
    }
    let taut: Vec<Taut> = c.semua(&Taut::sql("ORDER BY id LIMIT 1000000"), nilai![]).await?;
    l.hitung("akun", taut.len());
    for t in taut.iter().filter(|t| !t.sah(kunci)) {
        l.temukan("akun", format!("kaitan masuk tunggal untuk akun {}: tidak dibuat instalasi ini; tidak membuka apa pun", t.akun_id));
    }
    Ok(())
}
