//! A passkey in use: to sign in, without a password, and to prove once more who it is.

use super::{Guna, Pernyataan, Pihak, Tersimpan, Tolak, bukti, tantangan};
use crate::{
    Hasil, Store, Tx,
    akun::percobaan::{self, Percobaan},
    audit::{self, Kejadian},
    faktor::{self, Cara, Periksa, kabar},
    hak::Pelaku,
    id::{AkunId, KunciSandiId, SesiId},
    kueri::Kueri,
    nilai, tiket,
};

/// A passkey that was right a moment ago: what a session is opened with ([`crate::sesi::buka_kunci`]). Only this module makes one.
#[derive(Debug)]
pub struct KunciBenar {
    akun: AkunId,
    id: KunciSandiId,
}

impl KunciBenar {
    #[must_use]
    pub fn akun(&self) -> AkunId {
        self.akun
    }

    /// Whether the passkey still stands and its account may sign in.
    pub(crate) async fn masih(&self, tx: &Tx) -> Hasil<bool> {
        crate::akun::penjaga::bagi_akun(tx, self.akun).await?;
        let sql = "SELECT COUNT(*) AS n FROM kunci_sandi k LEFT JOIN akun_nonaktif n ON n.akun_id = k.akun_id
            WHERE k.id = $1 AND n.akun_id IS NULL";
        Ok(tx.angka(sql, nilai![self.id]).await? == 1)
    }
}

/// Checks what a device said, for signing in. No password is asked: the device knows its person.
pub async fn masuk(store: &Store, pihak: &Pihak, tiket: &str, d: &Pernyataan, alamat: &str) -> Hasil<Periksa<KunciBenar>> {
    periksa(store, pihak, (Guna::Masuk, None, None), tiket, d, alamat).await
}

/// The same, to prove once more who it is; the session remembers when.
pub async fn buktikan(store: &Store, pelaku: &Pelaku, pihak: &Pihak, tiket: &str, d: &Pernyataan) -> Hasil<Periksa<Cara>> {
    let Some(sesi) = pelaku.sesi else { return Ok(Periksa::Salah) };
    Ok(match periksa(store, pihak, (Guna::Ulang, Some(sesi), Some(pelaku.akun)), tiket, d, &pelaku.alamat).await? {
        Periksa::Benar(_) => {
            faktor::catat_bukti(store, pelaku, Cara::KunciSandi).await?;
            Periksa::Benar(Cara::KunciSandi)
        }
        Periksa::Salah => Periksa::Salah,
        Periksa::Tahan(n) => Periksa::Tahan(n),
    })
}

async fn periksa(
    store: &Store,
    pihak: &Pihak,
    (guna, sesi, akun): (Guna, Option<SesiId>, Option<AkunId>),
    tiket: &str,
    d: &Pernyataan,
    alamat: &str,
) -> Hasil<Periksa<KunciBenar>> {
    let percobaan = match Percobaan::pesan(store, vec![percobaan::dari_alamat(alamat)]).await? {
        Ok(p) => p,
        Err(sisa) => return Ok(Periksa::Tahan(sisa)),
    };
    let tx = store.mulai().await?;
    match coba(store, &tx, pihak, (guna, sesi, akun), tiket, d).await? {
        Ok(benar) => {
            percobaan.kembalikan(&tx).await?;
            tx.commit().await?;
            Ok(Periksa::Benar(benar))
        }
        Err((siapa, sebab)) => {
            tracing::info!(reason = %sebab, "a passkey was refused");
            let objek = siapa.map_or_else(|| "-".to_owned(), |a| a.to_string());
            let k = Kejadian::baru("faktor.gagal", "akun", objek)
                .rincian(serde_json::json!({ "cara": Cara::KunciSandi.kunci(), "sebab": format!("{sebab:?}") }));
            audit::catat_oleh(&tx, None, k).await?;
            if let (Some(akun), Tolak::Hitungan) = (siapa, sebab) {
                kabar::kunci_tiruan(&tx, akun).await?;
            }
            tx.commit().await?;
            Ok(Periksa::Salah)
        }
    }
}

type Ditolak = (Option<AkunId>, Tolak);

async fn coba(
    store: &Store,
    tx: &Tx,
    pihak: &Pihak,
    (guna, sesi, akun): (Guna, Option<SesiId>, Option<AkunId>),
    tiket: &str,
    d: &Pernyataan,
) -> Hasil<Result<KunciBenar, Ditolak>> {
    let Some((acak, t)) = tantangan(store, guna, sesi, tiket) else { return Ok(Err((akun, Tolak::Basi))) };
    let sql = Tersimpan::sql(&format!("WHERE kredensial = $1{}", tx.kunci_baris()));
    let Some(k) = tx.mungkin::<Tersimpan>(&sql, nilai![d.kredensial.clone()]).await? else {
        return Ok(Err((akun, Tolak::TakDikenal)));
    };
    let pemilik = Some(k.akun_id);
    if !k.sah(&tx.kunci) {
        tracing::error!(akun = %k.akun_id, "a passkey was not written by this installation; it opens nothing");
        return Ok(Err((pemilik, Tolak::TakDikenal)));
    }
    if akun.is_some_and(|a| a != k.akun_id) || d.pengguna.as_ref().is_some_and(|p| p.as_slice() != k.akun_id.0.as_bytes()) {
        return Ok(Err((akun.or(pemilik), Tolak::AkunLain)));
    }
    let hitungan = match bukti::pernyataan(d, &k.kunci, &acak, pihak) {
        Ok(n) => n,
        Err(sebab) => return Ok(Err((pemilik, sebab))),
    };
    // A device that counts must have counted on; many never count and say 0.
    if (hitungan > 0 || k.hitungan > 0) && hitungan <= k.hitungan {
        return Ok(Err((pemilik, Tolak::Hitungan)));
    }
    if !tiket::habiskan(tx, &t).await? {
        return Ok(Err((pemilik, Tolak::Basi)));
    }
    tx.jalankan("UPDATE kunci_sandi SET hitungan = $2, dipakai = $3 WHERE id = $1", nilai![k.id, hitungan, tx.pada]).await?;
    Ok(Ok(KunciBenar { akun: k.akun_id, id: k.id }))
}
