//! Opening a period and changing its content. Editable until phase Persiapan closes; the edition of a form stays as it
//! is once a lokus uses that form, because a period keeps the edition it was opened with.

use super::{Periode, aturan, dari_id, harus_boleh_mengatur, harus_terbuka, kunci};
use crate::{
    Hasil, Store, StoreError, Tx, audit, edisi,
    hak::{PenyelenggaraInstansi, PenyelenggaraPeriode},
    id::{InstansiId, PeriodeId},
    kueri::Kueri,
    nilai, sanggah,
    versi::bentrok,
};
use jiff::civil::Date;
use pekppp::{Bentuk, Fase};

/// First and last local day of a phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rentang {
    pub fase: Fase,
    pub mulai: Date,
    pub selesai: Date,
}

/// What the organiser decides. `edisi_*` are ids of editions that come with the program (`pekppp-2022-a`) or were issued.
#[derive(Debug, Clone, Copy)]
pub struct PeriodeIsi<'a> {
    pub nama: &'a str,
    pub tahun: i64,
    pub skema: &'a str,
    pub edisi_a: Option<&'a str>,
    pub edisi_b: Option<&'a str>,
    pub penyatuan: &'a str,
    pub fase: [Rentang; 4],
    /// Only the demo sets it; an installation that holds example data sets it by itself.
    pub ilustrasi: bool,
}

/// Opens a period. `id` is made when the form is shown, so that pressing twice opens one period.
///
/// # Errors
/// `Keadaan` with `edisi-…`, `skema-…` or `fase-urutan`; `OperasiLain` when the id belongs to something else.
pub async fn buka(store: &Store, hak: &PenyelenggaraInstansi, id: PeriodeId, isi: PeriodeIsi<'_>) -> Hasil<PeriodeId> {
    let ilustrasi = isi.ilustrasi || store.ilustrasi().await?;
    let tx = store.mulai().await?;
    buka_di(&tx, hak, id, PeriodeIsi { ilustrasi, ..isi }).await?;
    tx.commit().await?;
    Ok(id)
}

/// The same in the caller's transaction. False when the period was there already.
pub(super) async fn buka_di(tx: &Tx, hak: &PenyelenggaraInstansi, id: PeriodeId, isi: PeriodeIsi<'_>) -> Hasil<bool> {
    periksa_fase(&isi.fase)?;
    harus_boleh_mengatur(hak.pelaku(), hak.instansi.id, isi.skema)?;
    if let Some(ada) = tx.mungkin::<Periode>(&format!("{} WHERE id = $1", super::PILIH), nilai![id]).await? {
        let sama = ada.instansi_id == hak.instansi.id && ada.nama == isi.nama.trim() && ada.tahun == isi.tahun;
        return if sama { Ok(false) } else { Err(StoreError::OperasiLain) };
    }
    let untuk = Untuk { instansi: hak.instansi.id, skema: isi.skema, pelaksanaan: isi.fase[1] };
    let a = simpan_edisi(tx, isi.edisi_a, Bentuk::A, &untuk).await?;
    let b = simpan_edisi(tx, isi.edisi_b, Bentuk::B, &untuk).await?;
    if a.is_none() && b.is_none() {
        return Err(StoreError::Keadaan("edisi-wajib"));
    }
    let kode = kode_baru(tx, &format!("{}-{}-{}", hak.instansi.kode, isi.tahun, isi.skema)).await?;
    tx.jalankan(
        "INSERT INTO periode (id, kode, instansi_id, nama, tahun, skema, edisi_a, edisi_b, penyatuan, ilustrasi, versi, dibuat, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, $11, $12)",
        nilai![
            id,
            kode,
            hak.instansi.id,
            isi.nama.trim(),
            isi.tahun,
            isi.skema,
            a,
            b,
            isi.penyatuan,
            i64::from(isi.ilustrasi),
            tx.pada,
            hak.pelaku().akun
        ],
    )
    .await?;
    simpan_fase(tx, id, &isi.fase).await?;
    sanggah::aturan_awal(tx, id, hak.instansi.id, hak.pelaku().akun).await?;
    catat(tx, hak.pelaku(), "periode.buka", id, hak.instansi.id, &isi).await?;
    Ok(true)
}

/// Changes a period that is still being prepared.
///
/// # Errors
/// `Bentrok` when somebody saved first; `Keadaan` when Persiapan is closed or an edition is in use.
pub async fn ubah(store: &Store, hak: &PenyelenggaraPeriode, versi: i64, isi: PeriodeIsi<'_>) -> Hasil<()> {
    periksa_fase(&isi.fase)?;
    let id = hak.periode.id;
    let tx = store.mulai().await?;
    kunci(&tx, id).await?;
    let lama = dari_id(&*tx, id).await?;
    harus_terbuka(&*tx, id, Fase::Persiapan).await?;
    if lama.versi != versi {
        return Err(bentrok(&tx, "periode", &id.to_string(), lama.versi).await?);
    }
    if lama.skema != isi.skema {
        harus_boleh_mengatur(hak.pelaku(), lama.instansi_id, isi.skema)?;
        belum_berisi(&tx, id).await?;
    }
    if lama.tahun != isi.tahun {
        belum_berhasil(&tx, id).await?;
    }
    let untuk = Untuk { instansi: lama.instansi_id, skema: isi.skema, pelaksanaan: isi.fase[1] };
    let a = ganti_edisi(&tx, &lama, lama.edisi_a.as_deref(), isi.edisi_a, Bentuk::A, &untuk).await?;
    let b = ganti_edisi(&tx, &lama, lama.edisi_b.as_deref(), isi.edisi_b, Bentuk::B, &untuk).await?;
    if a.is_none() && b.is_none() {
        return Err(StoreError::Keadaan("edisi-wajib"));
    }
    tx.jalankan(
        "UPDATE periode SET nama = $2, tahun = $3, skema = $4, edisi_a = $5, edisi_b = $6, penyatuan = $7, versi = versi + 1 WHERE id = $1",
        nilai![id, isi.nama.trim(), isi.tahun, isi.skema, a, b, isi.penyatuan],
    )
    .await?;
    let dulu = super::fase_semua(&*tx, id).await?;
    tx.jalankan("DELETE FROM periode_fase WHERE periode_id = $1", nilai![id]).await?;
    simpan_fase(&tx, id, &isi.fase).await?;
    for r in isi.fase.iter().filter(|r| dulu.iter().any(|d| d.fase == r.fase && (d.mulai, d.selesai) != (r.mulai, r.selesai))) {
        let kabar = serde_json::json!({ "fase": r.fase.kunci(), "mulai": r.mulai.to_string(), "tanggal": r.selesai.to_string() });
        let kejadian = format!("{id}/{}/{versi}", r.fase.kunci());
        super::kabar::kabari(&tx, &lama, hak.pelaku(), "fase-tanggal", &super::kabar::pihak(id, r.fase), kabar, kejadian).await?;
    }
    catat(&tx, hak.pelaku(), "periode.ubah", id, lama.instansi_id, &isi).await?;
    tx.commit().await
}

async fn catat(tx: &Tx, p: &crate::hak::Pelaku, aksi: &str, id: PeriodeId, i: InstansiId, isi: &PeriodeIsi<'_>) -> Hasil<()> {
    let rincian =
        serde_json::json!({ "tahun": isi.tahun, "skema": isi.skema, "edisi": [isi.edisi_a, isi.edisi_b], "penyatuan": isi.penyatuan });
    audit::catat(tx, p, audit::Kejadian::baru(aksi, "periode", id).instansi(i).rincian(rincian)).await?;
    Ok(())
}

/// Phases in order: none ends before it begins, none begins before the one before it.
fn periksa_fase(fase: &[Rentang; 4]) -> Hasil<()> {
    let urut = fase.iter().zip(Fase::SEMUA).all(|(r, f)| r.fase == f && r.mulai <= r.selesai)
        && fase.windows(2).all(|w| matches!(w, [a, b] if a.mulai <= b.mulai && a.selesai <= b.selesai));
    if urut { Ok(()) } else { Err(StoreError::Keadaan("fase-urutan")) }
}

async fn simpan_fase(tx: &Tx, id: PeriodeId, fase: &[Rentang; 4]) -> Hasil<()> {
    for r in fase {
        tx.jalankan(
            "INSERT INTO periode_fase (periode_id, fase, mulai, selesai) VALUES ($1, $2, $3, $4)",
            nilai![id, r.fase.kunci(), r.mulai.to_string(), r.selesai.to_string()],
        )
        .await?;
    }
    Ok(())
}

/// What a period wants an edition for.
struct Untuk<'a> {
    instansi: InstansiId,
    skema: &'a str,
    pelaksanaan: Rentang,
}

/// One that comes with the program, or one that was issued here and holds while the period scores.
async fn simpan_edisi(tx: &Tx, id: Option<&str>, bentuk: Bentuk, untuk: &Untuk<'_>) -> Hasil<Option<String>> {
    let Some(id) = id else { return Ok(None) };
    let Some((e, teks)) = pekppp::bawaan(id) else {
        let huruf = if bentuk == Bentuk::B { "B" } else { "A" };
        let turunan = aturan(untuk.skema)?.edisi_turunan;
        let r = untuk.pelaksanaan;
        return edisi::daftar::untuk_periode(tx, id, huruf, turunan.then_some(untuk.instansi), (r.mulai, r.selesai)).await.map(Some);
    };
    if e.bentuk != bentuk {
        return Err(StoreError::Keadaan("edisi-bentuk-lain"));
    }
    if e.dapat_dipakai().is_err() {
        return Err(StoreError::Keadaan("edisi-belum-dapat-dipakai"));
    }
    Ok(Some(edisi::simpan(tx, id, teks).await?))
}

/// A frozen result carries the year of its period under its signature.
async fn belum_berhasil(tx: &Tx, id: PeriodeId) -> Hasil<()> {
    let sql = "SELECT COUNT(*) AS n FROM hasil h JOIN lokus l ON l.id = h.lokus_id LEFT JOIN hasil_batal b ON b.hasil_id = h.id
        WHERE l.periode_id = $1 AND b.hasil_id IS NULL";
    if tx.angka(sql, nilai![id]).await? > 0 { Err(StoreError::Keadaan("periode-tahun-beku")) } else { Ok(()) }
}

/// Figures of one scheme never become those of another one.
async fn belum_berisi(tx: &Tx, id: PeriodeId) -> Hasil<()> {
    for t in ["f01", "f02_lembar", "ronde", "hasil"] {
        let sql = format!(
            "SELECT COUNT(*) AS n FROM (SELECT 1 AS satu FROM {t} t JOIN lokus l ON l.id = t.lokus_id WHERE l.periode_id = $1 LIMIT 1) x"
        );
        if tx.angka(&sql, nilai![id]).await? > 0 {
            return Err(StoreError::Keadaan("skema-sudah-berisi"));
        }
    }
    Ok(())
}

/// The same edition keeps the stored text, even when a newer program ships a corrected one.
async fn ganti_edisi(
    tx: &Tx,
    p: &Periode,
    lama: Option<&str>,
    baru: Option<&str>,
    bentuk: Bentuk,
    untuk: &Untuk<'_>,
) -> Hasil<Option<String>> {
    let kode = match lama {
        Some(sidik) => kode_edisi(&**tx, sidik).await?,
        None => None,
    };
    if kode.as_deref() == baru {
        return Ok(lama.map(str::to_owned));
    }
    let huruf = if bentuk == Bentuk::B { "B" } else { "A" };
    let pakai = tx.angka("SELECT COUNT(*) AS n FROM lokus WHERE periode_id = $1 AND formulir = $2", nilai![p.id, huruf]).await?;
    if pakai > 0 {
        return Err(StoreError::Keadaan("edisi-dipakai-lokus"));
    }
    simpan_edisi(tx, baru, bentuk, untuk).await
}

#[derive(sea_orm::FromQueryResult)]
struct Kode {
    kode: String,
}

/// The id of a stored edition (`pekppp-2022-a`).
pub async fn kode_edisi<C: sea_orm::ConnectionTrait>(c: &C, sidik: &str) -> Hasil<Option<String>> {
    Ok(c.mungkin::<Kode>("SELECT kode FROM edisi WHERE sidik = $1", nilai![sidik]).await?.map(|k| k.kode))
}

/// A public code that is free: the base, or with `-2`, `-3` … behind it.
async fn kode_baru(tx: &Tx, dasar: &str) -> Hasil<String> {
    for n in 1..100 {
        let kode = if n == 1 { dasar.to_owned() } else { format!("{dasar}-{n}") };
        if tx.angka("SELECT COUNT(*) AS n FROM periode WHERE kode = $1", nilai![kode.as_str()]).await? == 0 {
            return Ok(kode);
        }
    }
    Err(StoreError::SudahAda("kode"))
}
