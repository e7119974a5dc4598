//! What the one who reports may do, with the code alone: complete, answer back, be satisfied, withdraw, reopen, escalate.

use super::{
    berkas,
    langkah::{self, Pihak, Terbuka, Tulis},
};
use crate::{Hasil, Store, StoreError, berkas::Berkas, id::PengaduanId, kueri::Kueri, nilai, pemberitahuan::Kepada};
use ::layanan::pengaduan::{Langkah, OlehEskalasi};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// The steps of the complainant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tindakan {
    Lengkapi,
    /// Not satisfied with the answer.
    Tanggapi,
    Selesai,
    Cabut,
    BukaKembali,
    Eskalasi,
}

impl Tindakan {
    pub const SEMUA: [Self; 6] = [Self::Lengkapi, Self::Tanggapi, Self::Selesai, Self::Cabut, Self::BukaKembali, Self::Eskalasi];

    /// The noun in the address of the page.
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Lengkapi => "kelengkapan",
            Self::Tanggapi => "tanggapan",
            Self::Selesai => "penyelesaian",
            Self::Cabut => "pencabutan",
            Self::BukaKembali => "pembukaan",
            Self::Eskalasi => "eskalasi",
        }
    }

    #[must_use]
    pub fn dari_kunci(kunci: &str) -> Option<Self> {
        Self::SEMUA.into_iter().find(|t| t.kunci() == kunci)
    }

    #[must_use]
    pub fn langkah(self) -> Langkah {
        match self {
            Self::Lengkapi => Langkah::Dilengkapi,
            Self::Tanggapi => Langkah::Tanggapi,
            Self::Selesai => Langkah::Selesai,
            Self::Cabut => Langkah::Cabut,
            Self::BukaKembali => Langkah::BukaKembali,
            Self::Eskalasi => Langkah::Eskalasi { oleh: OlehEskalasi::Pelapor },
        }
    }

    /// Whether it says nothing without words.
    #[must_use]
    pub fn perlu_teks(self) -> bool {
        matches!(self, Self::Lengkapi | Self::Tanggapi | Self::BukaKembali)
    }

    fn kabar(self) -> &'static str {
        match self {
            Self::Lengkapi => "aduan-dilengkapi",
            Self::Tanggapi => "aduan-ditanggapi",
            Self::Selesai => "aduan-selesai",
            Self::Cabut => "aduan-dicabut",
            Self::BukaKembali => "aduan-dibuka",
            Self::Eskalasi => "aduan-eskalasi",
        }
    }
}

#[derive(FromQueryResult)]
struct Milik {
    id: PengaduanId,
}

/// One step of whoever holds the code. The same `op` again is the same step.
///
/// # Errors
/// `TidakDitemukan` for an unknown code; `Keadaan` when the rules refuse it or words are missing.
pub async fn lakukan(store: &Store, kode: &str, op: Uuid, t: Tindakan, teks: &str, lampiran: &[(String, Berkas)]) -> Hasil<()> {
    if t.perlu_teks() && teks.is_empty() {
        return Err(StoreError::Keadaan("aduan-teks-wajib"));
    }
    let mut siap = berkas::siapkan(store, lampiran)?;
    let tx = store.mulai().await?;
    let id = tx.satu::<Milik>("SELECT id FROM pengaduan WHERE kode = $1", nilai![kode]).await?.id;
    let mut b = Terbuka::buka(&tx, id).await?;
    if b.aduan.anonim == 1 {
        berkas::tanpa_nama(&mut siap);
    }
    let w = Tulis { op, pihak: Pihak::Pelapor, langkah: t.langkah(), teks, catatan: "", lampiran: &siap };
    if langkah::tulis(&tx, &mut b, &w).await? {
        let mut kepada = langkah::kepada(&tx, &b).await?;
        if t == Tindakan::Eskalasi {
            kepada.push(Kepada::Penghubung(b.aduan.instansi_id));
        }
        langkah::kabari(&tx, &b.aduan, t.kabar(), &kepada, None, &format!("{}/{op}", t.kabar())).await?;
    }
    tx.commit().await
}
