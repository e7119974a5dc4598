//! Published figures of earlier years, for conditions on a rise and on years in a row: the same scheme only, and examples only
//! beside examples. Of several periods in a year the newest counts.

use crate::{
    Hasil, Store, StoreError, Waktu, edisi,
    hasil::sah::{self, Rupa},
    id::{HasilId, InstansiId, LokusId, PeriodeId},
    kueri::Kueri,
    nilai,
    periode::Periode,
};
use pekppp::{Ipp, Pecahan, penghargaan::NilaiTahun};
use sea_orm::FromQueryResult;
use std::collections::{BTreeMap, HashMap};

#[derive(FromQueryResult)]
struct Baris {
    /// The lokus of the same unit in the period that is decided on.
    lokus: LokusId,
    instansi: InstansiId,
    periode: PeriodeId,
    tahun: i64,
    hasil: HasilId,
    kode: String,
    status: String,
    ipp: String,
    tampil: Option<String>,
    kategori: Option<String>,
    f02: Option<String>,
    f03: Option<String>,
    sidik: String,
    pada: Waktu,
    milik: String,
    edisi: Option<String>,
}

impl Baris {
    fn rupa(&self) -> Rupa<'_> {
        Rupa {
            id: self.hasil,
            lokus: &self.kode,
            status: &self.status,
            ipp: Some(&self.ipp),
            tampil: self.tampil.as_deref(),
            kategori: self.kategori.as_deref(),
            f02: self.f02.as_deref(),
            f03: self.f03.as_deref(),
            sidik: &self.sidik,
            pada: self.pada,
            milik: &self.milik,
        }
    }
}

/// By lokus (`unit`) or by instansi, newest year first.
pub(super) async fn semua(store: &Store, p: &Periode, unit: bool) -> Hasil<HashMap<String, Vec<NilaiTahun>>> {
    // Of an instansi the lokus says nothing; any of its own rows stands in.
    let (lokus, ikut) = if unit {
        ("k.id", "JOIN lokus k ON k.unit_id = l.unit_id AND k.periode_id = $3")
    } else {
        ("l.id", "AND u.instansi_id IN (SELECT w.instansi_id FROM lokus k JOIN unit w ON w.id = k.unit_id WHERE k.periode_id = $3)")
    };
    let sql = format!(
        "SELECT {lokus} AS lokus, u.instansi_id AS instansi, e.id AS periode, e.tahun, h.id AS hasil, l.kode,
           h.status, h.ipp, h.tampil, h.kategori, h.f02, h.f03, h.sidik, h.pada, {} AS milik,
           CASE l.formulir WHEN 'B' THEN e.edisi_b ELSE e.edisi_a END AS edisi
         FROM periode e JOIN penerbitan n ON n.periode_id = e.id AND n.jenis = 'terbit'
           AND n.id = (SELECT m.id FROM penerbitan m WHERE m.periode_id = e.id ORDER BY m.id DESC LIMIT 1)
         JOIN lokus l ON l.periode_id = e.id JOIN unit u ON u.id = l.unit_id JOIN instansi i ON i.id = u.instansi_id {ikut} JOIN hasil h ON h.lokus_id = l.id AND h.pada <= n.pada
         WHERE e.skema = $1 AND e.tahun < $2 AND e.ilustrasi = $4 AND h.ipp IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM hasil_batal b WHERE b.hasil_id = h.id)
         ORDER BY e.tahun DESC, e.id DESC, l.id LIMIT 400000",
        sah::milik("e")
    );
    let mut baris: Vec<Baris> = store.baca().semua(&sql, nilai![p.skema.as_str(), p.tahun, p.id, p.ilustrasi]).await?;
    // A figure that was not signed is no ground for an award.
    let buruk = sah::tak_cocok(store, baris.iter().map(Baris::rupa)).await?;
    baris.retain(|b| !buruk.contains(&b.hasil));
    if unit { per_unit(p, baris) } else { per_instansi(store, p, baris).await }
}

fn nilai_ipp(b: &Baris) -> Hasil<Ipp> {
    let rusak = || StoreError::Rusak(format!("ipp of an earlier result: {}", b.ipp));
    Ipp::baru(b.ipp.parse::<Pecahan>().map_err(|_| rusak())?).map_err(|_| rusak())
}

fn edisi_lain(p: &Periode, edisi: Option<&String>) -> bool {
    edisi.is_none_or(|e| p.edisi_a.as_ref() != Some(e) && p.edisi_b.as_ref() != Some(e))
}

fn taruh(semua: &mut HashMap<String, Vec<NilaiTahun>>, kunci: String, n: NilaiTahun) {
    let isi = semua.entry(kunci).or_default();
    if isi.iter().all(|x| x.tahun != n.tahun) {
        isi.push(n);
    }
}

fn per_unit(p: &Periode, baris: Vec<Baris>) -> Hasil<HashMap<String, Vec<NilaiTahun>>> {
    let mut semua = HashMap::new();
    for b in baris {
        let tampil = nilai_ipp(&b)?.pecahan().skala(2).unwrap_or_default();
        let n =
            NilaiTahun { tahun: b.tahun, tampil, edisi_lain: edisi_lain(p, b.edisi.as_ref()), kategori: b.kategori.unwrap_or_default() };
        taruh(&mut semua, b.lokus.to_string(), n);
    }
    Ok(semua)
}

/// The mean of the units of an instansi in each earlier period.
async fn per_instansi(store: &Store, p: &Periode, baris: Vec<Baris>) -> Hasil<HashMap<String, Vec<NilaiTahun>>> {
    /// Values, and their edition.
    type Isi = (Vec<Ipp>, Option<String>);
    let mut rata: BTreeMap<(i64, PeriodeId, InstansiId), Isi> = BTreeMap::new();
    for b in baris {
        let ipp = nilai_ipp(&b)?;
        let isi = rata.entry((b.tahun, b.periode, b.instansi)).or_default();
        isi.0.push(ipp);
        isi.1 = isi.1.take().or(b.edisi);
    }
    let mut semua = HashMap::new();
    for ((tahun, _, instansi), (ipp, sidik)) in rata.into_iter().rev() {
        let Some(sidik) = sidik else { continue };
        let Ok(hasil) = pekppp::hitung_instansi(&*edisi::dapat(store, &sidik).await?, &ipp) else { continue };
        let tampil = hasil.hasil.ipp.pecahan().skala(2).unwrap_or_default();
        taruh(
            &mut semua,
            instansi.to_string(),
            NilaiTahun { tahun, tampil, kategori: hasil.hasil.kategori, edisi_lain: edisi_lain(p, Some(&sidik)) },
        );
    }
    Ok(semua)
}
