//! Whom minutes wait for.

use crate::{bangun::dunia, orang::orang};
use store::{
    beranda, berita_acara,
    id::BeritaAcaraId,
    kueri::Kueri,
    nilai,
    peran::{Lingkup, Peran},
};
use testkit::basis::BasisUji;

async fn langsung(s: &store::Store, sql: &str, v: Vec<store::kueri::Value>) {
    let tx = s.mulai().await.unwrap();
    tx.jalankan(sql, v).await.unwrap();
    tx.commit().await.unwrap();
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Minutes wait for the party that has not signed, until they have.
    async fn tanda_tangan(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let id = d.periode().await;
        let l = d.lokus(id, d.rsud).await;
        let kepala = orang(s, "kepala@rsud.id", Peran::UnitKepala, Lingkup::Unit { unit: d.rsud, instansi: d.kab }).await;
        let lain = orang(s, "kepala@dinsos.id", Peran::UnitKepala, Lingkup::Unit { unit: d.dinsos, instansi: d.kab }).await;
        let ba = BeritaAcaraId::baru();
        let tx = s.mulai().await.unwrap();
        tx.jalankan("INSERT INTO objek (sidik, ukuran, tipe, dibuat) VALUES ('x', 1, 'application/pdf', 1)", nilai![]).await.unwrap();
        let orang = |pihak: &str, p: &store::hak::Pelaku| serde_json::json!({ "pihak": pihak, "akun": p.akun, "nama": p.nama, "jabatan": "" });
        let isi = serde_json::json!({ "penanda": [orang("unit", &kepala), orang("penanggungjawab", &d.sekda)], "dokumen": {} }).to_string();
        tx.jalankan("INSERT INTO berita_acara (id, lokus_id, jenis, nomor, tanggal, tempat, kode, isi, objek, pada, oleh) VALUES ($1, $2, 'pelaksanaan', '1', '', '', 'k', $4, 'x', 1, $3)", nilai![ba, l, d.biro.akun, isi]).await.unwrap();
        tx.commit().await.unwrap();
        for (p, n) in [(&kepala, 1), (&d.sekda, 1), (&lain, 0), (&d.biro, 0)] {
            assert_eq!(beranda::menunggu_tanda(s, p).await.unwrap().len(), n, "{}", p.nama);
        }
        // One who has to sign may not any more: nobody is asked to sign what can never be finished.
        let hari = beranda::hari_macet(s);
        assert!(berita_acara::macet(s.baca(), &[l], &hari).await.unwrap().ba.is_empty());
        let sql = "INSERT INTO peran_cabut (peran_id, pada) SELECT id, 1 FROM peran WHERE akun_id = $1";
        langsung(s, sql, nilai![kepala.akun]).await;
        let macet = berita_acara::macet(s.baca(), &[l], &hari).await.unwrap();
        assert!(macet.ba.contains(&ba) && macet.hasil.is_empty(), "these are not minutes of the result");
        // Who can mend it is told: the organiser, of which minutes.
        assert_eq!(macet.jenis(l), Some(berita_acara::Jenis::Pelaksanaan));
        let diminta = beranda::ba_macet(s, &d.biro).await.unwrap();
        assert_eq!(diminta.iter().map(|(u, j)| (u.lokus_id, *j)).collect::<Vec<_>>(), [(l, berita_acara::Jenis::Pelaksanaan)]);
        let unit = berita_acara::macet_periode(s.baca(), id, &hari).await.unwrap();
        assert_eq!(unit.iter().map(|u| (u.lokus_id, u.jenis)).collect::<Vec<_>>(), [(l, berita_acara::Jenis::Pelaksanaan)]);
        assert!(beranda::menunggu_tanda(s, &d.sekda).await.unwrap().is_empty());
        // Once the minutes of the result are sealed nobody waits for these: they are named no more, and nobody is asked to sign them.
        let sql = "INSERT INTO berita_acara (id, lokus_id, jenis, nomor, tanggal, tempat, kode, isi, objek, pada, oleh)
            SELECT $1, lokus_id, 'hasil', '2', '', '', 'k2', isi, objek, pada, oleh FROM berita_acara WHERE id = $2";
        let ba_hasil = BeritaAcaraId::baru();
        langsung(s, sql, nilai![ba_hasil, ba]).await;
        let sql = "INSERT INTO segel (berita_acara_id, isi, kunci, tanda, pada) VALUES ($1, '', '', $2, 1)";
        langsung(s, sql, nilai![ba_hasil, vec![0_u8]]).await;
        let macet = berita_acara::macet(s.baca(), &[l], &hari).await.unwrap();
        assert!(macet.ba.contains(&ba) && macet.jenis(l).is_none());
        assert!(beranda::ba_macet(s, &d.biro).await.unwrap().is_empty());
        assert!(berita_acara::macet_periode(s.baca(), id, &hari).await.unwrap().is_empty());
        assert!(beranda::menunggu_tanda(s, &d.sekda).await.unwrap().is_empty());
        langsung(s, "DELETE FROM segel WHERE berita_acara_id = $1", nilai![ba_hasil]).await;
        langsung(s, "DELETE FROM berita_acara WHERE id = $1", nilai![ba_hasil]).await;
        assert_eq!(beranda::ba_macet(s, &d.biro).await.unwrap().len(), 1);
        langsung(s, "DELETE FROM peran_cabut", nilai![]).await;
        assert!(beranda::ba_macet(s, &d.biro).await.unwrap().is_empty(), "they can be signed again");
        assert_eq!(beranda::menunggu_tanda(s, &d.sekda).await.unwrap().len(), 1);
        let tx = s.mulai().await.unwrap();
        tx.jalankan("INSERT INTO tanda_tangan (id, berita_acara_id, pihak, akun_id, nama, jabatan, objek, alamat, agen, tanda, pada) VALUES ($1, $2, 'unit', $3, '', '', 'x', '', '', $4, 1)", nilai![store::id::TandaTanganId::baru(), ba, kepala.akun, vec![0_u8]]).await.unwrap();
        tx.commit().await.unwrap();
        assert!(beranda::menunggu_tanda(s, &kepala).await.unwrap().is_empty());
    }
}
