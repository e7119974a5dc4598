//! Somebody of another ministry who was asked to comment on the proposal of Bontang, with a comment that was
//! answered. All of it ILUSTRASI.

use store::{
    Hasil, Store, StoreError, akun, hak,
    id::MasukanId,
    perjalanan::{self, Pihak, forum, penanggap},
    sandi,
};

use super::{
    mpp_jalan::{BONTANG, PUSAT},
    orang::{SANDI, sebagai},
};

const SUREL: &str = "penanggap@contoh.id";
const KEMENTERIAN: &str = "Kementerian Komunikasi dan Digital (contoh)";

/// Address and position of the account, for the list printed at start.
pub fn ringkas() -> (&'static str, &'static str) {
    (SUREL, "Kementerian yang menanggapi usulan MPP (contoh)")
}

/// An account without a role, named for one journey.
pub async fn isi(store: &Store) -> Hasil<()> {
    let phc = sandi::buat(SANDI.to_owned()).await?;
    let tx = store.mulai().await?;
    let baru = akun::AkunBaru { nama: "Galih Pratama", surel: SUREL, jabatan: ringkas().1, sandi: Some(phc) };
    akun::tambah(&tx, None, baru).await?;
    tx.commit().await?;
    let daerah = sebagai(store, BONTANG).await?;
    let jalan = perjalanan::saya(store, &daerah).await?.into_iter().next().ok_or(StoreError::TidakDitemukan)?.id;
    let pusat = hak::jalan(store, &sebagai(store, PUSAT).await?, jalan).await?.kementerian()?;
    penanggap::tunjuk(store, &pusat, SUREL, KEMENTERIAN).await?;
    let h = hak::penanggap(store, &sebagai(store, SUREL).await?, jalan).await?;
    let rapat = penanggap::rapat(store.baca(), &h).await?.into_iter().next().ok_or(StoreError::TidakDitemukan)?.id;
    let satu = MasukanId::baru();
    penanggap::tanggapi(store, &h, rapat, satu, "Sambungan internet perlu dua jalur dari penyedia yang berbeda. (ILUSTRASI)").await?;
    let pemda = hak::jalan(store, &daerah, jalan).await?.pemda()?;
    forum::jawab(store, Pihak::Pemda(&pemda), rapat, satu, "Jalur kedua masuk dalam anggaran tahun depan. (ILUSTRASI)").await
}
