//! The people of the example: invented names and addresses, one account for each role.

use store::{
    Hasil, Store, StoreError, akun,
    hak::Pelaku,
    id::{InstansiId, PeriodeId, UnitId},
    peran::{self, Lingkup, Peran},
    sandi, sesi,
};

/// One password for all example accounts; printed at start. The demo listens on loopback only.
pub const SANDI: &str = "contoh-prima-2023";

/// Address, name, position and role of one account.
pub struct Orang {
    pub surel: &'static str,
    pub nama: &'static str,
    pub jabatan: &'static str,
    pub peran: Peran,
    pub lingkup: Lingkup,
}

/// All accounts of the example.
pub fn semua(kab: InstansiId, unit: [UnitId; 3], (kota, bontang): (InstansiId, UnitId)) -> Vec<Orang> {
    let i = || Lingkup::Instansi(kab);
    let u = |n: usize| Lingkup::Unit { unit: unit[n], instansi: kab };
    let o = |surel, nama, jabatan, peran, lingkup| Orang { surel, nama, jabatan, peran, lingkup };
    vec![
        o("admin@contoh.id", "Rahmat Administrator", "Pengelola sistem (contoh)", Peran::Admin, Lingkup::Instalasi),
        o("organisasi@contoh.id", "Maya Anggraini", "Kepala Bagian Organisasi (contoh)", Peran::Penyelenggara, i()),
        o("sekda@contoh.id", "Ir. Burhan Saleh", "Sekretaris Daerah (contoh)", Peran::Penanggungjawab, i()),
        o("bupati@contoh.id", "Hj. Nurhayati", "Bupati (contoh)", Peran::Pembina, i()),
        o("evaluator1@contoh.id", "Teguh Prasetyo", "Analis Kebijakan (contoh)", Peran::Evaluator, i()),
        o("evaluator2@contoh.id", "Lia Marlina", "Analis Pelayanan Publik (contoh)", Peran::Evaluator, i()),
        o("operator.rsud@contoh.id", "Dedi Kurniawan", "Staf Humas RSUD (contoh)", Peran::UnitOperator, u(0)),
        o("kepala.rsud@contoh.id", "dr. Anita Wijaya", "Direktur RSUD (contoh)", Peran::UnitKepala, u(0)),
        o("operator.dinsos@contoh.id", "Siti Aminah", "Staf Umum Dinas Sosial (contoh)", Peran::UnitOperator, u(1)),
        o("kepala.dinsos@contoh.id", "Drs. Hendra Gunawan", "Kepala Dinas Sosial (contoh)", Peran::UnitKepala, u(1)),
        o("operator.kecamatan@contoh.id", "Yusuf Maulana", "Staf Kecamatan (contoh)", Peran::UnitOperator, u(2)),
        o("kepala.kecamatan@contoh.id", "Ratna Dewi, S.Sos.", "Camat (contoh)", Peran::UnitKepala, u(2)),
        o(
            "operator.bontang@contoh.id",
            "Nur Aisyah",
            "Staf Kecamatan Bontang Utara (contoh)",
            Peran::UnitOperator,
            Lingkup::Unit { unit: bontang, instansi: kota },
        ),
        o("penghubung@contoh.id", "Hasan Basri", "Pejabat penghubung (contoh)", Peran::Penghubung, i()),
        o("auditor@contoh.id", "Fajar Hidayat", "Inspektorat (contoh)", Peran::Auditor, i()),
        o("provinsi@contoh.id", "Agus Salim", "Biro Organisasi Provinsi (contoh)", Peran::Penyelenggara, Lingkup::Wilayah("64".into())),
        o("nasional@contoh.id", "Dewi Sartika", "Kementerian PANRB (contoh)", Peran::Nasional, Lingkup::Instalasi),
    ]
}

pub async fn buat(store: &Store, orang: &[Orang]) -> Hasil<()> {
    let phc = sandi::buat(SANDI.to_owned()).await?;
    let tx = store.mulai().await?;
    for o in orang {
        let baru = akun::AkunBaru { nama: o.nama, surel: o.surel, jabatan: o.jabatan, sandi: Some(phc.clone()) };
        let id = akun::tambah(&tx, None, baru).await?;
        peran::beri(&tx, None, id, o.peran, &o.lingkup).await?;
    }
    tx.commit().await
}

/// A university that collects the survey of users in the running period, and sees nothing else of it.
pub const PIHAK_LAIN: (&str, &str) = ("universitas@contoh.id", "Pusat kajian universitas, pengumpul F03 (contoh)");

pub async fn pihak_lain(store: &Store, periode: PeriodeId) -> Hasil<()> {
    let (surel, jabatan) = PIHAK_LAIN;
    buat(store, &[Orang { surel, nama: "Dr. Wulan Sari", jabatan, peran: Peran::PihakLain, lingkup: Lingkup::Periode(periode) }]).await
}

/// The person as the operations of the store want it, signed in for a moment.
pub async fn sebagai(store: &Store, surel: &str) -> Hasil<Pelaku> {
    let akun = akun::dari_surel(store, surel).await?.ok_or(StoreError::TidakDitemukan)?;
    let token = sesi::buka(store, akun.id, "127.0.0.1", "prima demo").await?;
    let pelaku = sesi::pelaku(store, &token, "127.0.0.1", "prima demo").await?.ok_or(StoreError::TidakDitemukan)?;
    sesi::tutup(store, &token).await?;
    Ok(pelaku)
}

/// Address and position of each account, for the list printed at start.
pub fn ringkas() -> Vec<(&'static str, &'static str)> {
    let (kab, unit) = (InstansiId::baru(), UnitId::baru());
    semua(kab, [unit; 3], (kab, unit)).into_iter().map(|o| (o.surel, o.jabatan)).chain([PIHAK_LAIN]).collect()
}
