use super::*;
use crate::{Jam, Sumber};

#[derive(FromQueryResult)]
struct Mentah {
    nomor: Vec<u8>,
    telepon: Option<String>,
}

/// What a program before `0047` left is read as it lies, and then lies as every identity field does.
#[tokio::test]
async fn what_an_older_program_sealed_is_moved() {
    let tmp = tempfile::tempdir().unwrap();
    let s = Store::buka(tmp.path(), &Sumber::Sqlite, Jam::default()).await.unwrap();
    let (ada, asing) = (Uuid::now_v7(), Uuid::now_v7());
    let tx = s.mulai().await.unwrap();
    for (id, kunci) in [(ada, tx.kunci.clone()), (asing, Kunci::dari_benih([9; 32]))] {
        let nomor = rahasia::segel(&kunci, GUNA_LAMA, id.as_bytes(), b"6281234567890").unwrap();
        let sql = "INSERT INTO gerbang_kontak (perkara, perkara_id, saluran, nomor, sidik, bahasa, pada) VALUES ('tiket', $1, 'wa', $2, $3, 'id', 1)";
        tx.jalankan(sql, nilai![id, nomor, Uuid::now_v7()]).await.unwrap();
    }
    tx.commit().await.unwrap();
    let samar = async |id| milik(&s, Perkara::Tiket, id).await.unwrap().map(|k| k.samar);
    assert_eq!((samar(ada).await.as_deref(), samar(asing).await), (Some("0812…90"), None));
    assert_eq!((pindahkan(&s).await.unwrap(), pindahkan(&s).await.unwrap()), (2, 0));
    assert_eq!((samar(ada).await.as_deref(), samar(asing).await), (Some("0812…90"), None));
    for m in s.baca().semua::<Mentah>("SELECT nomor, telepon FROM gerbang_kontak", nilai![]).await.unwrap() {
        let telepon = m.telepon.unwrap();
        assert!(m.nomor.is_empty() && (telepon.is_empty() || telepon.starts_with("~1:")), "{telepon}");
    }
    assert_eq!(crate::identitas::sisa(&s).await.unwrap().jumlah(), 0);
}
