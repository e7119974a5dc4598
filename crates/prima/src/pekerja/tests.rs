use super::*;
use std::sync::Mutex;
use store::{Jam, Sumber, id::PekerjaanId};

#[derive(Clone, Default)]
struct Kotak(Arc<Mutex<Vec<String>>>);

impl Pengantar for Kotak {
    async fn antar(&self, _id: PekerjaanId, s: Surel) -> Result<(), String> {
        self.0.lock().unwrap().push(s.kepada.clone());
        if s.kepada == "rusak" { Err("ditolak".into()) } else { Ok(()) }
    }
}

#[tokio::test]
async fn jobs_run_faults_stay_and_stopping_seals() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::buka(folder.path(), &Sumber::Sqlite, Jam::default()).await.unwrap();
    let kotak = Kotak::default();
    let p = Pekerja::mulai(&store, kotak.clone());
    let tx = store.mulai().await.unwrap();
    for (kepada, sampai) in [("terlambat@b.id", Some(1)), ("rusak", None), ("a@b.id", None)] {
        let s = Surel { kepada: kepada.into(), judul: "J".into(), isi: "I".into(), sampai };
        pekerjaan::antrekan(&tx, SUREL, &s).await.unwrap();
    }
    audit::catat_oleh(&tx, None, audit::Kejadian::baru("uji", "uji", 1)).await.unwrap();
    tx.commit().await.unwrap();
    for _ in 0..100 {
        if kotak.0.lock().unwrap().len() == 2 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    p.berhenti().await;
    assert_eq!(*kotak.0.lock().unwrap(), ["rusak", "a@b.id"]);
    let r = store::rawat::rantai(&store).await.unwrap();
    assert!(r.sah && r.temuan.belum_disegel.is_empty());
    // The refused one waits for its next try; the other is gone.
    assert!(pekerjaan::ambil(&store, &[SUREL]).await.unwrap().is_none());
    // A mail whose link is over is not sent at all.
    assert_eq!(pekerjaan::mandek(&store).await.unwrap().len(), 1);
}
