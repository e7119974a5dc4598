//! The audit events that the program would have written with the simulated rows: the same kinds and fields, chained and with signed heads,
//! as if the sealer had come after each act. They go in by bulk inserts; a chain is computed in memory.

use super::{Acak, borongan::Borongan};
use crate::{
    Hasil, StoreError, Waktu,
    audit::{self, Baris, Kejadian},
    id::{AkunId, AuditId, InstansiId},
    nilai,
};
use std::collections::BTreeMap;

/// Tables of the log, for [`Borongan::dengan_jejak`].
pub(super) const TABEL: [(&str, &str); 3] = [
    ("audit", "id, pada, rantai, akun_id, aksi, objek, objek_id, rincian"),
    ("audit_mata", "rantai, nomor, audit_id, sidik"),
    ("audit_kepala", "rantai, nomor, sidik, tanda, pada"),
];

/// The end of a chain.
struct Ujung {
    nomor: i64,
    sidik: Vec<u8>,
    /// Number of the newest signed head.
    bertanda: i64,
}

/// The ends of all chains; one for the whole filling.
pub(super) struct Jejak {
    /// Of its own: with events or without, the other rows are the same.
    acak: Acak,
    ujung: BTreeMap<InstansiId, Ujung>,
}

impl Jejak {
    pub(super) fn baru(benih: u64) -> Self {
        Self { acak: Acak::baru(benih ^ 0xa0d1_7000), ujung: BTreeMap::new() }
    }

    /// An act by itself: an event with a head of its own.
    pub(super) async fn catat(&mut self, b: &mut Borongan<'_>, oleh: Option<AkunId>, pada: Waktu, k: Kejadian<'_>) -> Hasil<()> {
        let instansi = k.instansi;
        self.sambung(b, oleh, pada, k).await?;
        match instansi {
            Some(i) => self.segel(b, i, pada).await,
            None => Ok(()),
        }
    }

    /// One of many events of one act; [`Self::segel`] ends them.
    ///
    /// # Errors
    /// `Rusak` for an event that belongs to no instansi.
    pub(super) async fn sambung(&mut self, b: &mut Borongan<'_>, oleh: Option<AkunId>, pada: Waktu, k: Kejadian<'_>) -> Hasil<()> {
        let instansi = k.instansi.ok_or_else(|| StoreError::Rusak("simulation: an event without an instansi".into()))?;
        let baris = Baris {
            id: AuditId(self.acak.id()),
            pada,
            rantai: instansi.to_string(),
            akun_id: oleh,
            aksi: k.aksi.to_owned(),
            objek: k.objek.to_owned(),
            objek_id: k.objek_id,
            rincian: k.rincian.to_string(),
        };
        let ujung = self.ujung.entry(instansi).or_insert_with(|| Ujung { nomor: 0, sidik: vec![0; 32], bertanda: 0 });
        ujung.nomor += 1;
        ujung.sidik = audit::mata(&ujung.sidik, &baris);
        let Baris { id, pada, rantai, akun_id, aksi, objek, objek_id, rincian } = baris;
        let mata = nilai![rantai.as_str(), ujung.nomor, id, ujung.sidik.clone()];
        b.tambah("audit", nilai![id, pada, rantai, akun_id, aksi, objek, objek_id, rincian]).await?;
        b.tambah("audit_mata", mata).await
    }

    /// Signs the end of a chain.
    pub(super) async fn segel(&mut self, b: &mut Borongan<'_>, instansi: InstansiId, pada: Waktu) -> Hasil<()> {
        let Some(u) = self.ujung.get_mut(&instansi).filter(|u| u.nomor > u.bertanda) else { return Ok(()) };
        u.bertanda = u.nomor;
        let rantai = instansi.to_string();
        let tanda = b.kunci().tandai(&audit::pesan_kepala(&rantai, u.nomor, &u.sidik));
        b.tambah("audit_kepala", nilai![rantai, u.nomor, u.sidik.clone(), tanda, pada]).await
    }

    /// Signs the ends of all chains, after an act on all of them.
    pub(super) async fn segel_semua(&mut self, b: &mut Borongan<'_>, pada: Waktu) -> Hasil<()> {
        let semua: Vec<InstansiId> = self.ujung.keys().copied().collect();
        for instansi in semua {
            self.segel(b, instansi, pada).await?;
        }
        Ok(())
    }
}
