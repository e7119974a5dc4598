//! Rows that would open a door: each has the mark of this installation ([`crate::meterai`]). One without opens nothing; it is named all the
//! same, for somebody wrote it.

use super::Laporan;
use crate::{
    Hasil, Kunci, Store,
    akun::Tautan,
    faktor::{kunci_sandi, pulih, tanda},
    kueri::Kueri,
    nilai,
    pekerjaan::segel,
    sesi::cap::Tersimpan as Sesi,
    sso::{self, Taut},
    tenan::TokenTersimpan,
    token_api,
};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

pub(super) async fn periksa<C: ConnectionTrait>(store: &Store, c: &C, l: &mut Laporan) -> Hasil<()> {
    let kunci = store.kunci();
    let sesi: Vec<Sesi> = c.semua(&Sesi::sql("ORDER BY id LIMIT 1000000"), nilai![]).await?;
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
    langkah(kunci, c, l).await?;
    pekerjaan(kunci, c, l).await?;
    masuk_tunggal(kunci, c, l).await?;
    token(kunci, c, l).await
}

/// Second steps: the mark of each account says whether it has one, and rows of it stand where it does.
async fn langkah<C: ConnectionTrait>(kunci: &Kunci, c: &C, l: &mut Laporan) -> Hasil<()> {
    let pulih: Vec<pulih::Tersimpan> = c.semua(&pulih::Tersimpan::sql("ORDER BY akun_id, sidik LIMIT 10000000"), nilai![]).await?;
    l.hitung("akun", pulih.len());
    for k in pulih.iter().filter(|k| !k.meterai().sah(kunci, k.tanda.as_deref())) {
        l.temukan("akun", format!("kode pemulihan untuk akun {}: tidak dibuat instalasi ini; tidak membuka apa pun", k.akun_id));
    }
    let mut setelah = Uuid::nil();
    loop {
        let halaman = tanda::halaman(c, setelah).await?;
        let Some(akhir) = halaman.last() else { return Ok(()) };
        setelah = akhir.id.0;
        for b in &halaman {
            let apa = match (tanda::baca(kunci, b.id, b.tanda_faktor.as_deref()), b.terpasang()) {
                (None, _) => "tanda ada-tidaknya langkah kedua bukan dari instalasi ini; kata sandi saja tidak membukanya",
                (Some(true), false) => "langkah keduanya dihapus di luar program; kata sandi saja tidak membukanya",
                (Some(false), true) => "langkah keduanya ditulis di luar program",
                _ => continue,
            };
            l.temukan("akun", format!("akun {}: {apa}", b.id));
        }
    }
}

/// What is done in the background, in somebody's name.
async fn pekerjaan<C: ConnectionTrait>(kunci: &Kunci, c: &C, l: &mut Laporan) -> Hasil<()> {
    let semua = segel::menunggu(c).await?;
    l.hitung("akun", semua.len());
    for m in semua.iter().filter(|m| !m.sah(kunci)) {
        let (jenis, id) = (&m.jenis, m.id);
        l.temukan(
            "akun",
            format!("pekerjaan {id} ({jenis}) dalam antrean: tidak ditulis oleh program, atau diubah sesudahnya; tidak dijalankan"),
        );
    }
    Ok(())
}

/// What decides about sign-in through the agency's provider.
async fn masuk_tunggal<C: ConnectionTrait>(kunci: &Kunci, c: &C, l: &mut Laporan) -> Hasil<()> {
    let (baris, domain) = (sso::cap::Baris::semua(c).await?, sso::cap::Domain::semua(c).await?);
    l.hitung("akun", baris.len() + domain.len());
    for b in baris.iter().filter(|b| !b.sah(kunci)) {
        l.temukan(
            "akun",
            format!("peran dari masuk tunggal ({} = {}): barisnya tidak ditulis lewat program; tidak berlaku", b.klaim, b.isi),
        );
    }
    for d in domain.iter().filter(|d| !d.sah(kunci)) {
        l.temukan("akun", format!("domain masuk tunggal {}: tidak diizinkan lewat program; tidak berlaku", d.domain));
    }
    Ok(())
}

/// Tokens of programs and of tenants.
async fn token<C: ConnectionTrait>(kunci: &Kunci, c: &C, l: &mut Laporan) -> Hasil<()> {
    let program = token_api::Tersimpan::berlaku(c).await?;
    let tenan = TokenTersimpan::berlaku(c).await?;
    l.hitung("akun", program.len() + tenan.len());
    for t in program.iter().filter(|t| !t.sah(kunci)) {
        l.temukan("akun", format!("token program {}: tidak dibuat instalasi ini, atau diubah sesudahnya; tidak membuka apa pun", t.id));
    }
    for t in tenan.iter().filter(|t| !t.sah(kunci)) {
        l.temukan("akun", format!("token tenan {}: tidak dibuat instalasi ini, atau diubah sesudahnya; tidak membuka apa pun", t.id));
    }
    Ok(())
}
