//! Counts of periods against a recount in Rust over the bare rows, in a simulated world with withdrawals, annulments and
//! ended appointments: what a list says is what the tables hold, and moves with the commit.

use crate::{orang::orang, ruang::ruang};
use sea_orm::FromQueryResult;
use std::collections::{HashMap, HashSet};
use store::{
    Store, Tx, Waktu, hak,
    id::PeriodeId,
    kueri::Kueri,
    lokus::{self, Saring, Tahap, keadaan, syarat},
    nilai, penerbitan, penugasan,
    peran::{Lingkup, Peran},
    periode,
    simulasi::{self, Ukuran},
};
use testkit::basis::BasisUji;
use uuid::Uuid;

const UKURAN: Ukuran = Ukuran { unit: 30, f03: 60, skm: 60, tiket: 0, nasional: false, seed: 3 };

/// A row and what it belongs to.
#[derive(FromQueryResult)]
struct Baris {
    id: Uuid,
    induk: Uuid,
}

async fn baris(s: &Store, sql: &str) -> Vec<(Uuid, Uuid)> {
    let b: Vec<Baris> = s.baca().semua(&format!("{sql} ORDER BY id LIMIT 1000"), vec![]).await.unwrap();
    b.into_iter().map(|b| (b.id, b.induk)).collect()
}

async fn kumpulan(s: &Store, kolom: &str, tabel: &str) -> HashSet<Uuid> {
    baris(s, &format!("SELECT {kolom} AS id, {kolom} AS induk FROM {tabel}")).await.into_iter().map(|b| b.0).collect()
}

/// Lokus of a period with a row that passes.
fn lokus_dari(milik: &HashSet<Uuid>, baris: &[(Uuid, Uuid)], lolos: impl Fn(&Uuid) -> bool) -> i64 {
    let lokus: HashSet<Uuid> = baris.iter().filter(|(id, l)| milik.contains(l) && lolos(id)).map(|b| b.1).collect();
    i64::try_from(lokus.len()).unwrap()
}

#[derive(FromQueryResult)]
struct Pada {
    id: Uuid,
    pada: Waktu,
}

/// When each row was made; `id` names the column that the row is known by.
async fn pada(s: &Store, id: &str, tabel: &str) -> HashMap<Uuid, Waktu> {
    let b: Vec<Pada> = s.baca().semua(&format!("SELECT {id} AS id, pada FROM {tabel} ORDER BY id LIMIT 1000"), vec![]).await.unwrap();
    b.into_iter().map(|b| (b.id, b.pada)).collect()
}

#[derive(Debug, PartialEq, Eq)]
struct Hitungan {
    lokus: i64,
    evaluator: i64,
    terkirim: i64,
    hasil: i64,
    bersegel: i64,
    lhe: i64,
    usulan: i64,
}

/// By the rows alone, without a join.
async fn hitung_ulang(s: &Store, p: PeriodeId) -> Hitungan {
    let semua = baris(s, "SELECT id, periode_id AS induk FROM lokus").await;
    let milik: HashSet<Uuid> = semua.into_iter().filter(|(_, induk)| *induk == p.0).map(|b| b.0).collect();
    let tugas = baris(s, "SELECT id, lokus_id AS induk FROM penugasan").await;
    let (tetap, akhir) = (kumpulan(s, "penugasan_id", "penetapan").await, pada(s, "penugasan_id", "penugasan_akhir").await);
    let kirim = baris(s, "SELECT id, lokus_id AS induk FROM f01_pengiriman").await;
    let tarik = kumpulan(s, "pengiriman_id", "f01_penarikan").await;
    let hasil = baris(s, "SELECT id, lokus_id AS induk FROM hasil").await;
    let (batal, beku) = (kumpulan(s, "hasil_id", "hasil_batal").await, pada(s, "id", "hasil").await);
    // The sheet of an evaluator who left after the result was frozen that stands goes on counting.
    let di: HashMap<Uuid, Uuid> = tugas.iter().copied().collect();
    let dihitung = |id: &Uuid| match akhir.get(id) {
        None => true,
        Some(a) => hasil.iter().any(|(h, l)| *l == di[id] && !batal.contains(h) && beku[h] < *a),
    };
    let berita = baris(s, "SELECT id, lokus_id AS induk FROM berita_acara WHERE jenis = 'hasil'").await;
    let (segel, ba_batal) = (kumpulan(s, "berita_acara_id", "segel").await, kumpulan(s, "berita_acara_id", "berita_acara_batal").await);
    let lhe = baris(s, "SELECT hasil_id AS id, lokus_id AS induk FROM lhe").await;
    Hitungan {
        lokus: i64::try_from(milik.len()).unwrap(),
        evaluator: lokus_dari(&milik, &tugas, |id| tetap.contains(id) && dihitung(id)),
        terkirim: lokus_dari(&milik, &kirim, |id| !tarik.contains(id)),
        hasil: lokus_dari(&milik, &hasil, |id| !batal.contains(id)),
        bersegel: lokus_dari(&milik, &berita, |id| segel.contains(id) && !ba_batal.contains(id)),
        lhe: lokus_dari(&milik, &lhe, |id| !batal.contains(id)),
        usulan: i64::try_from(tugas.iter().filter(|(id, l)| milik.contains(l) && !tetap.contains(id)).count()).unwrap(),
    }
}

async fn isi(tx: &Tx, sql: &str, id: Uuid) {
    assert_eq!(tx.jalankan(sql, nilai![id, tx.pada]).await.unwrap(), 1, "{sql}");
}

async fn isi_baru(tx: &Tx, sql: &str, id: Uuid) -> Uuid {
    let baru = store::id::baru();
    assert_eq!(tx.jalankan(sql, nilai![baru, id, tx.pada]).await.unwrap(), 1, "{sql}");
    baru
}

/// A frozen result for every lokus of a period, and its publication after that.
async fn terbitkan(s: &Store, p: PeriodeId) {
    let lokus = baris(s, "SELECT id, periode_id AS induk FROM lokus").await;
    let tx = s.mulai().await.unwrap();
    for (id, _) in lokus.into_iter().filter(|l| l.1 == p.0) {
        isi_baru(&tx, "INSERT INTO hasil (id, lokus_id, nomor, status, sidik, tanda, pada, oleh, isi) SELECT $1, l.id, 1, 'f03-kurang', '', i.kunci_publik, $3 - 2, l.oleh, '{}' FROM lokus l, instalasi i WHERE l.id = $2", id).await;
    }
    isi_baru(&tx, "INSERT INTO penerbitan (id, periode_id, jenis, alasan, pada, oleh) SELECT $1, id, 'terbit', '', $3 - 1, oleh FROM periode WHERE id = $2", p.0).await;
    tx.commit().await.unwrap();
}

/// Takes back, ends and repeats every few rows of each kind.
async fn acak(s: &Store) {
    let tugas = baris(s, "SELECT id, lokus_id AS induk FROM penugasan").await;
    let kirim = baris(s, "SELECT id, lokus_id AS induk FROM f01_pengiriman").await;
    let hasil = baris(s, "SELECT id, lokus_id AS induk FROM hasil").await;
    let tx = s.mulai().await.unwrap();
    for (n, (id, _)) in tugas.into_iter().enumerate() {
        if n.is_multiple_of(5) {
            isi(&tx, "INSERT INTO penugasan_akhir (penugasan_id, alasan, pada, oleh) SELECT g.id, 'x', $2, g.oleh FROM penugasan g WHERE g.id = $1", id).await;
        }
        if n % 4 == 1 {
            isi_baru(&tx, "INSERT INTO penugasan (id, lokus_id, akun_id, pada, oleh) SELECT $1, lokus_id, akun_id, $3, oleh FROM penugasan WHERE id = $2", id).await;
        }
    }
    for (n, (id, _)) in kirim.into_iter().enumerate() {
        if n.is_multiple_of(3) {
            isi(&tx, "INSERT INTO f01_penarikan (pengiriman_id, alasan, pada, oleh) SELECT k.id, 'x', $2, k.oleh FROM f01_pengiriman k WHERE k.id = $1", id).await;
        }
        if n.is_multiple_of(6) {
            isi_baru(&tx, "INSERT INTO f01_pengiriman (id, lokus_id, nomor, sidik, isi, pada, oleh) SELECT $1, lokus_id, 2, sidik, isi, $3, oleh FROM f01_pengiriman WHERE id = $2", id).await;
        }
    }
    for (n, (id, _)) in hasil.into_iter().enumerate() {
        berkas(&tx, n, id).await;
        if n.is_multiple_of(7) {
            isi(
                &tx,
                "INSERT INTO hasil_batal (hasil_id, alasan, pada, oleh) SELECT h.id, 'x', $2, h.oleh FROM hasil h WHERE h.id = $1",
                id,
            )
            .await;
        }
        if n.is_multiple_of(14) {
            isi_baru(&tx, "INSERT INTO hasil (id, lokus_id, nomor, status, ipp, tampil, sidik, tanda, pada, oleh, isi) SELECT $1, lokus_id, 2, status, ipp, tampil, sidik, tanda, $3, oleh, isi FROM hasil WHERE id = $2", id).await;
        }
    }
    tx.commit().await.unwrap();
}

/// Minutes and reports of a result.
async fn berkas(tx: &Tx, n: usize, hasil: Uuid) {
    for (jenis, ada, bersegel, batal) in
        [("hasil", n.is_multiple_of(2), n.is_multiple_of(4), n.is_multiple_of(8)), ("pelaksanaan", n.is_multiple_of(3), true, false)]
    {
        if !ada {
            continue;
        }
        let sql = format!(
            "INSERT INTO berita_acara (id, lokus_id, jenis, nomor, tanggal, tempat, kode, isi, objek, pada, oleh) SELECT $1, lokus_id, '{jenis}', '', '', '', '{jenis}-{n}', '', (SELECT MIN(sidik) FROM objek), $3, oleh FROM hasil WHERE id = $2"
        );
        let ba = isi_baru(tx, &sql, hasil).await;
        if bersegel {
            isi(tx, "INSERT INTO segel (berita_acara_id, isi, kunci, tanda, pada) SELECT b.id, '', '', h.tanda, $2 FROM berita_acara b JOIN hasil h ON h.lokus_id = b.lokus_id AND h.nomor = 1 WHERE b.id = $1", ba).await;
        }
        if batal {
            isi(tx, "INSERT INTO berita_acara_batal (berita_acara_id, alasan, pada, oleh) SELECT b.id, 'x', $2, b.oleh FROM berita_acara b WHERE b.id = $1", ba).await;
        }
    }
    if n % 5 == 1 || n.is_multiple_of(7) {
        let sql = format!(
            "INSERT INTO lhe (id, lokus_id, hasil_id, kode, pdf, xlsx, pada, oleh) SELECT $1, lokus_id, id, 'lhe-{n}', (SELECT MIN(sidik) FROM objek), (SELECT MIN(sidik) FROM objek), $3, oleh FROM hasil WHERE id = $2"
        );
        isi_baru(tx, &sql, hasil).await;
    }
}

/// Every way in which the store tells these counts.
async fn tercatat(s: &Store, pelaku: &hak::Pelaku, p: PeriodeId) -> Hitungan {
    let j = syarat::jumlah(s.baca(), p).await.unwrap();
    let (daftar, _) = periode::daftar(s, pelaku, 0, 10).await.unwrap();
    let r = daftar.iter().find(|r| r.id == p).unwrap();
    assert_eq!((r.lokus, r.berevaluator, r.terkirim, r.berhasil), (j.lokus, j.evaluator, j.terkirim, j.hasil));
    let baca = hak::periode(s, pelaku, p).await.unwrap().pembaca();
    let mut saring = Vec::new();
    for t in Tahap::SEMUA {
        saring.push(lokus::halaman(s, &baca, &Saring { tahap: Some(t), ..Saring::default() }, 0, 1).await.unwrap().1);
    }
    assert_eq!((saring[0], saring[1], saring[3]), (j.lokus - j.evaluator, j.lokus - j.terkirim, j.hasil));
    let semua: Vec<_> = lokus::milik_periode(s.baca(), p).await.unwrap().into_iter().map(|l| l.id).collect();
    let x = keadaan::beberapa(s.baca(), &semua).await.unwrap();
    let n = |f: fn(&keadaan::Keadaan) -> bool| i64::try_from(x.iter().filter(|x| f(x)).count()).unwrap();
    assert_eq!((n(|x| x.evaluator > 0), n(|x| x.f01_kirim.is_some()), n(|x| x.hasil_id.is_some())), (j.evaluator, j.terkirim, j.hasil));
    assert_eq!((n(|x| x.ba_hasil_segel.is_some()), n(|x| x.lhe.is_some())), (j.bersegel, j.lhe));
    let usulan = penugasan::jumlah_usulan(s, &baca).await.unwrap();
    assert_eq!((r.usulan, i64::try_from(penugasan::usulan(s, &baca).await.unwrap().len()).unwrap()), (usulan, usulan));
    let menunggu = penugasan::menunggu(s, &[r.instansi_id]).await.unwrap();
    assert_eq!(menunggu.iter().find(|m| m.periode_id == p).map_or(0, |m| m.jumlah), usulan);
    Hitungan { lokus: j.lokus, evaluator: j.evaluator, terkirim: j.terkirim, hasil: j.hasil, bersegel: j.bersegel, lhe: j.lhe, usulan }
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn sama_dengan_hitung_ulang(basis: BasisUji) {
        let r = ruang(basis).await;
        let s = &r.store;
        let dunia = simulasi::isi(s, UKURAN, "bukan sandi").await.unwrap();
        let pelaku = orang(s, "nasional@contoh.id", Peran::Nasional, Lingkup::Instalasi).await;
        let baru = *dunia.periode.last().unwrap();
        terbitkan(s, baru).await;
        let awal = tercatat(s, &pelaku, baru).await;
        assert_eq!((awal.lokus, awal.terkirim, awal.hasil, awal.usulan), (30, 30, 30, 0));
        let terbit = penerbitan::siap(s, baru).await.unwrap();
        acak(s).await;
        for p in &dunia.periode {
            assert_eq!(tercatat(s, &pelaku, *p).await, hitung_ulang(s, *p).await, "{p}");
        }
        let kini = tercatat(s, &pelaku, baru).await;
        assert!([kini.evaluator, kini.terkirim, kini.hasil, kini.bersegel, kini.lhe, kini.usulan].iter().all(|n| (1..30).contains(n)), "{kini:?}");
        // Results 0, 14 and 28 were annulled and frozen anew, after the publication.
        assert_eq!((terbit, penerbitan::siap(s, baru).await.unwrap()), (0, 3));
    }

    /// Pages and the search of evaluators hold the same rows as the whole list.
    async fn evaluator_sehalaman(basis: BasisUji) {
        let r = ruang(basis).await;
        let s = &r.store;
        let dunia = simulasi::isi(s, UKURAN, "bukan sandi").await.unwrap();
        acak(s).await;
        let pelaku = orang(s, "nasional@contoh.id", Peran::Nasional, Lingkup::Instalasi).await;
        let baca = hak::periode(s, &pelaku, *dunia.periode.last().unwrap()).await.unwrap().pembaca();
        let semua: Vec<_> = penugasan::milik_periode(s, &baca).await.unwrap();
        let mut terkumpul = Vec::new();
        for lewati in [0, 25, 50] {
            let (d, n) = penugasan::halaman(s, &baca, "", lewati, 25).await.unwrap();
            assert_eq!(usize::try_from(n).unwrap(), semua.len());
            terkumpul.extend(d.into_iter().map(|g| g.id));
        }
        assert_eq!(terkumpul, semua.iter().map(|g| g.id).collect::<Vec<_>>());
        for kata in [semua[0].unit.as_str(), semua[3].nama.as_str(), "%", "tidak ada"] {
            let cocok = |g: &&penugasan::Penugasan| g.unit.to_lowercase().contains(&kata.to_lowercase()) || g.nama.to_lowercase().contains(&kata.to_lowercase());
            let harap: Vec<_> = semua.iter().filter(cocok).map(|g| g.id).collect();
            let (d, n) = penugasan::halaman(s, &baca, kata, 0, 100).await.unwrap();
            assert_eq!((d.iter().map(|g| g.id).collect::<Vec<_>>(), usize::try_from(n).unwrap()), (harap.clone(), harap.len()), "{kata}");
        }
        let lokus: Vec<_> = semua.iter().take(8).map(|g| g.lokus_id).collect();
        let hidup: HashSet<_> = penugasan::hidup(s, &lokus).await.unwrap().into_iter().map(|g| g.id).collect();
        let harap: HashSet<_> = semua.iter().filter(|g| lokus.contains(&g.lokus_id) && g.akhir.is_none()).map(|g| g.id).collect();
        assert_eq!(hidup, harap);
        assert_eq!(penugasan::satu(s, &baca, semua[0].id).await.unwrap().lokus_id, semua[0].lokus_id);
        let lain = hak::periode(s, &pelaku, dunia.periode[0]).await.unwrap().pembaca();
        assert!(matches!(penugasan::satu(s, &lain, semua[0].id).await, Err(store::StoreError::TidakDitemukan)));
    }
}
