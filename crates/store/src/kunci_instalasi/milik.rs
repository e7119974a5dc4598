//! The keys of this installation: the one that signs now, those that it replaced, and replacing it. Where the secret is kept is
//! `crate::kunci`.

use crate::{
    Halangan, Hasil, KunciPublik, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    faktor,
    hak::Admin,
    hasil::KunciTepercaya,
    kueri::Kueri,
    meterai, nilai,
};
use sea_orm::FromQueryResult;

#[derive(FromQueryResult)]
struct Kita {
    nama: String,
    dibuat: Waktu,
}

/// Our keys as others read them: the one that signs now, then the former ones, the newest first.
pub async fn milik(store: &Store) -> Hasil<(KunciTepercaya, Vec<KunciTepercaya>)> {
    let kita: Kita = store.baca().satu("SELECT nama, dibuat FROM instalasi", nilai![]).await?;
    let kunci = store.kunci().potret();
    let (kini, lama) = (kunci.publik(), kunci.lama());
    // The local day on which it was made, where that day is the earliest; what is checked is the day of a signature where it is the latest.
    let sejak = |w: Waktu| w.hari("WIB").to_string();
    let mut dari = sejak(kita.dibuat);
    let mut dahulu = Vec::new();
    for l in lama {
        let hari = l.sampai.hari("WIT").to_string();
        let dicabut = l.dicabut.then(|| (hari.clone(), l.alasan));
        let satu = KunciTepercaya { dari, sampai: hari, dicabut, ..KunciTepercaya::baru(l.publik, &kita.nama) };
        dahulu.insert(0, satu);
        dari = sejak(l.sampai);
    }
    Ok((KunciTepercaya { dari, ..KunciTepercaya::baru(kini, &kita.nama) }, dahulu))
}

/// Whether a key is ours, or was.
pub(super) fn kita(store: &Store, publik: KunciPublik) -> bool {
    store.kunci().milik(&publik.id()).is_some()
}

/// Why the key is replaced.
#[derive(Debug, Clone, Copy)]
pub struct Ganti<'a> {
    pub alasan: &'a str,
    /// It came into wrong hands, so what it signed is to be believed no more.
    pub bocor: bool,
}

/// Makes a new key that signs from now on. The old secret is gone from the folder; its public half stays on the list, and what it
/// signed holds, unless it leaked. `oleh`: `None` for whoever runs the program on its machine.
///
/// # Errors
/// `Keadaan`: `alasan-wajib`; `kunci-diganti-lain` when another process replaced it a moment ago.
pub async fn ganti(store: &Store, oleh: Option<&Admin>, g: Ganti<'_>) -> Hasil<KunciPublik> {
    let alasan = g.alasan.trim();
    if alasan.is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let kunci = store.kunci();
    let kini = kunci.publik();
    // Writes that began before end first: what they mark is marked anew here.
    let tx = store.mulai_sendiri().await?;
    if !tx.kunci_kini {
        return Err(Halangan::KunciLain.into());
    }
    if tx.kunci.publik() != kini {
        return Err(StoreError::Keadaan("kunci-diganti-lain"));
    }
    let berikut = kunci.siapkan(store.folder(), tx.pada, alasan, g.bocor)?;
    if g.bocor {
        faktor::totp::segel_ulang(&tx, &berikut).await?;
        crate::gerbang::kontak::segel_ulang(&tx, &berikut).await?;
        meterai::ulang(&tx, &berikut).await?;
    }
    let baru = berikut.publik();
    tx.jalankan("UPDATE instalasi SET kunci_publik = $1", nilai![baru.bytes().to_vec()]).await?;
    let rincian = serde_json::json!({ "lama": kini.id(), "baru": baru.id(), "bocor": g.bocor, "alasan": tx.kunci.ringkas(alasan) });
    let kejadian = Kejadian::baru("kunci.ganti", "kunci", baru.id()).rincian(rincian);
    audit::catat_oleh(&tx, oleh.map(|a| a.pelaku().akun), kejadian).await?;
    tx.commit().await?;
    kunci.ambil(store.folder(), &baru.bytes())?;
    Ok(baru)
}
