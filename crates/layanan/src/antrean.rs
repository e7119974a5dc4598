//! The queue of a service hall: tickets, who is next, and how long it may take. PermenPANRB 92/2021 names `pendaftaran`
//! among the six electronic features; how a queue is run is not regulated and is this program's.
//!
//! Here: the steps of a ticket folded in order, numbers, the discipline, estimates. Not here: storage, clocks, pages.
//! Times come in as [`jiff::Timestamp`]; a day is always the local day of the hall ([`Zona`]).
//!
//! ```
//! use layanan::antrean::{GeraiId, Langkah, LayananId, LoketId, Nomor, Awalan, Peristiwa, Prioritas, Tiket, Zona};
//!
//! let terbit: jiff::Timestamp = "2026-11-23T01:00:00Z".parse()?;
//! let nomor = Nomor { gerai: GeraiId(1), layanan: LayananId(7), tanggal: Zona::Wib.tanggal(terbit), urut: 23 };
//! assert_eq!(nomor.tampil(Awalan::baru("A")?), "A-023");
//!
//! let mut tiket = Tiket::terbit(nomor, Zona::Wib, Prioritas::Biasa, None, terbit);
//! tiket.terapkan(Peristiwa { saat: terbit, langkah: Langkah::Panggil { loket: LoketId(3) } })?;
//! let dua_petugas = tiket.terapkan(Peristiwa { saat: terbit, langkah: Langkah::Panggil { loket: LoketId(4) } });
//! assert_eq!(dua_petugas.unwrap_err().to_string(), "tiket sudah dipanggil loket lain");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod acak;
mod giliran;
mod kedatangan;
mod nomor;
mod peristiwa;
mod perkiraan;
mod pintu;
mod tiket;
mod ucapan;

pub use giliran::{AturanGiliran, Giliran, LayananLoket, Penunggu, berikut, urutan};
pub use kedatangan::{Kedatangan, datang_persen};
pub use nomor::{Awalan, GeraiId, LayananId, LoketId, NOMOR_MAKS, Nomor, SalahNomor, TiketId, Zona, nomor_berikut};
pub use peristiwa::{AlasanBatal, JenisLangkah, Langkah, Peristiwa, SalahLangkah};
pub use perkiraan::{
    BAGIAN_PERSEN, CONTOH_MINIMUM, Dasar, Ditunggu, Garis, LoketBuka, Menunggu, Penyela, Perkiraan, WaktuLayanan, perkirakan,
};
pub use pintu::{AWAL_MENIT, HariKhusus, Pintu, pintu};
pub use tiket::{Dilayani, Keadaan, Prioritas, SlotPesanan, Tiket};
pub use ucapan::{ANGKA_MAKS, Klip, panggilan, panggilan_gerai};
