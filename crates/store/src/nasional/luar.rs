//! What other installations published, handed in and had validated, on the board.

use super::{
    muat::{Calon, Susunan, letak},
    papan::{InstansiPapan, PeriodePapan, jenis_kelompok},
};
use crate::{
    Hasil, Store,
    diterima::papan::{self, BarisKiriman, Kiriman},
    id::{InstansiId, UnitId},
    wilayah,
};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

impl Susunan {
    /// Adds a publication: its figures as they were proved when it came in. Rows that are not what was recorded then are counted as such, and
    /// its instansi has no mean.
    pub(super) async fn terima(&mut self, store: &Store, k: &Kiriman) -> Hasil<()> {
        self.papan.periode.push(PeriodePapan {
            kode: k.periode_kode.clone(),
            nama: k.periode.clone(),
            ilustrasi: k.ilustrasi == 1,
            diterima: Some(k.id),
        });
        let Some(baris) = papan::baris(store, k).await? else {
            self.papan.tak_cocok += usize::try_from(k.hasil).unwrap_or_default();
            let n = self.instansi_luar(&k.instansi_kode, &k.instansi_kode, wilayah::cari(&k.instansi_kode).map(|w| w.kode));
            self.kotor.insert(n);
            return Ok(());
        };
        for b in baris.into_iter().filter(|b| b.ganda == 0) {
            self.papan.dicabut += usize::from(k.dicabut == 1 && b.ipp.is_some());
            self.satu_luar(store, b).await?;
        }
        Ok(())
    }

    async fn satu_luar(&mut self, store: &Store, b: BarisKiriman) -> Hasil<()> {
        let edisi = self.edisi(store, b.edisi.as_deref().unwrap_or_default()).await?;
        let instansi = self.instansi_luar(&b.instansi_kode, &b.instansi, b.wilayah.as_deref());
        self.papan.diterima += usize::from(b.ipp.is_some());
        self.taruh(Calon {
            unit_id: UnitId(buatan(&["unit", &b.instansi_kode, &b.unit_kode])),
            unit: b.unit,
            lokus: b.lokus_kode,
            instansi,
            kelompok: &b.kelompok,
            edisi,
            ipp: b.ipp.as_deref(),
            kategori: b.kategori.as_deref(),
            rentang: b.bawah.zip(b.atas),
        })
    }

    /// The instansi with this code: of our register, or as the publication names it. What kind it is a region's code says; where the register
    /// names no region, the publication does.
    fn instansi_luar(&mut self, kode: &str, nama: &str, daerah: Option<&str>) -> u32 {
        if let Some(n) = self.per_kode.get(kode) {
            if let Some(i) = self.papan.instansi.get_mut(*n as usize).filter(|i| i.wilayah.is_none()) {
                i.wilayah = daerah.map(str::to_owned);
            }
            return *n;
        }
        let n = letak(self.papan.instansi.len());
        let jenis = match daerah {
            Some(d) if !d.contains('.') => "provinsi",
            // The ministry's codes: 71 and above are cities.
            Some(d) if d.rsplit('.').next().is_some_and(|k| k >= "71") => "kota",
            Some(_) => "kabupaten",
            None => "lain",
        };
        self.papan.instansi.push(InstansiPapan {
            id: InstansiId(buatan(&["instansi", kode])),
            kode: kode.to_owned(),
            nama: nama.to_owned(),
            cari: nama.to_lowercase(),
            jenis: jenis_kelompok(jenis),
            wilayah: daerah.map(str::to_owned),
        });
        self.per_kode.insert(kode.to_owned(), n);
        n
    }
}

/// An id for what has none here: the same code gives the same, so that a unit is known again in another year.
fn buatan(bagian: &[&str]) -> Uuid {
    let mut h = Sha256::new();
    for b in bagian {
        h.update((b.len() as u64).to_be_bytes());
        h.update(b);
    }
    let penuh: [u8; 32] = h.finalize().into();
    let mut id = [0; 16];
    id.copy_from_slice(&penuh[..16]);
    Uuid::from_bytes(id)
}
