//! Changing services: drafts, issuing, reviews, ending. Each in one transaction with its audit event.

use super::{Isi, Layanan, Rancangan, dari_id, komponen, rancangan, riwayat};
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    hak::{KepalaLayanan, PengelolaLayanan},
    id::{LayananId, StandarId, UnitId},
    kueri::Kueri,
    nilai,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
    versi::bentrok,
};
use jiff::civil::Date;

/// Characters of one component.
pub const TEKS_MAKS: usize = 8_000;

/// The decree that issues a standard.
#[derive(Debug, Clone, Copy)]
pub struct Sk<'a> {
    pub nomor: &'a str,
    pub tanggal: Date,
    /// First day in force.
    pub mulai: Date,
    /// Review it by this day.
    pub tinjau: Date,
}

pub(super) fn json(isi: &Isi) -> Hasil<String> {
    if isi.nama.trim().is_empty() {
        return Err(StoreError::Keadaan("layanan-nama-wajib"));
    }
    let panjang = |t: &str| t.chars().count() > TEKS_MAKS;
    if isi.teks.iter().any(|(k, t)| !komponen::dikenal(k) || panjang(t)) {
        return Err(StoreError::Keadaan("layanan-teks"));
    }
    let terisi: std::collections::BTreeMap<&str, &str> =
        isi.teks.iter().map(|(k, t)| (k.as_str(), t.trim())).filter(|(_, t)| !t.is_empty()).collect();
    serde_json::to_string(&terisi).map_err(|e| StoreError::Rusak(e.to_string()))
}

/// A new service with its first draft. The same `id` again is the same service.
///
/// # Errors
/// `Keadaan` when the name is missing or a text is not allowed.
pub async fn buat(store: &Store, hak: &PengelolaLayanan, id: LayananId, isi: &Isi, ilustrasi: bool) -> Hasil<LayananId> {
    let json = json(isi)?;
    let tx = store.mulai().await?;
    let ada = tx.angka("SELECT COUNT(*) AS n FROM layanan WHERE id = $1 AND unit_id = $2", nilai![id, hak.unit.id]).await?;
    if ada > 0 {
        return Ok(id);
    }
    let kode = kode_bebas(&tx, &isi.nama).await?;
    tx.jalankan(
        "INSERT INTO layanan (id, kode, unit_id, nama, ilustrasi, versi, dibuat, oleh) VALUES ($1, $2, $3, $4, $5, 1, $6, $7)",
        nilai![id, kode.as_str(), hak.unit.id, isi.nama.trim(), i64::from(ilustrasi), tx.pada, hak.pelaku().akun],
    )
    .await?;
    tambah_standar(&tx, hak, id, 1, isi, &json).await?;
    let k = Kejadian::baru("layanan.tambah", "layanan", id).instansi(hak.instansi.id).rincian(serde_json::json!({ "kode": kode }));
    audit::catat(&tx, hak.pelaku(), k).await?;
    tx.commit().await?;
    Ok(id)
}

async fn tambah_standar(tx: &Tx, hak: &PengelolaLayanan, id: LayananId, nomor: i64, isi: &Isi, json: &str) -> Hasil<()> {
    tx.jalankan(
        "INSERT INTO standar (id, layanan_id, nomor, nama, ringkas, isi, hari_kerja, versi, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9)",
        nilai![StandarId::baru(), id, nomor, isi.nama.trim(), isi.ringkas.trim(), json, isi.hari_kerja, tx.pada, hak.pelaku().akun],
    )
    .await?;
    Ok(())
}

/// A code from the name that no service has yet: `akta-kelahiran`, `akta-kelahiran-2`.
async fn kode_bebas(tx: &Tx, nama: &str) -> Hasil<String> {
    let dasar = kode_dasar(nama);
    for n in 1..1_000 {
        let kode = if n == 1 { dasar.clone() } else { format!("{dasar}-{n}") };
        if tx.angka("SELECT COUNT(*) AS n FROM layanan WHERE kode = $1", nilai![kode.as_str()]).await? == 0 {
            return Ok(kode);
        }
    }
    Err(StoreError::SudahAda("kode"))
}

/// The words of a name with hyphens, two to 34 letters.
pub(super) fn kode_dasar(nama: &str) -> String {
    let kata = ::layanan::cari::pokok::kata(nama).map(|k| k.chars().filter(char::is_ascii_alphanumeric).collect::<String>());
    let mut dasar = String::new();
    for k in kata.filter(|k| !k.is_empty()) {
        if dasar.len() + k.len() >= 34 {
            break;
        }
        if !dasar.is_empty() {
            dasar.push('-');
        }
        dasar.push_str(&k);
    }
    if dasar.len() < 2 {
        "layanan".clone_into(&mut dasar);
    }
    dasar
}

/// The service, alone with what hangs on it; only one of this unit that is not ended.
pub(super) async fn buka(tx: &Tx, unit: UnitId, id: LayananId) -> Hasil<Layanan> {
    tx.angka(&format!("SELECT versi AS n FROM layanan WHERE id = $1{}", tx.kunci_isi()), nilai![id]).await?;
    let l = dari_id(&**tx, id).await?;
    if l.unit_id != unit {
        return Err(StoreError::TidakDitemukan);
    }
    if l.tutup.is_some() {
        return Err(StoreError::Keadaan("layanan-tutup"));
    }
    Ok(l)
}

/// The draft at the version that the page was made from.
pub(super) async fn pada_versi(tx: &Tx, id: LayananId, versi: i64) -> Hasil<Rancangan> {
    let r = rancangan(&**tx, id).await?.ok_or(StoreError::Keadaan("layanan-tanpa-rancangan"))?;
    if r.versi != versi {
        return Err(bentrok(tx, "layanan", &id.to_string(), r.versi).await?);
    }
    Ok(r)
}

/// Saves the draft. `dasar`: the version it was made from; 0 begins a new draft beside what is in force.
///
/// # Errors
/// `Bentrok` when somebody saved first, `Keadaan` when the service is ended or a text is not allowed.
pub async fn simpan(store: &Store, hak: &PengelolaLayanan, id: LayananId, dasar: i64, isi: &Isi) -> Hasil<i64> {
    let json = json(isi)?;
    let tx = store.mulai().await?;
    buka(&tx, hak.unit.id, id).await?;
    let versi = match rancangan(&*tx, id).await? {
        Some(r) if r.versi == dasar => {
            if r.isi == (Isi { teks: serde_json::from_str(&json).unwrap_or_default(), ..isi.clone() }) {
                return Ok(dasar);
            }
            tx.jalankan(
                "UPDATE standar SET nama = $1, ringkas = $2, isi = $3, hari_kerja = $4, versi = versi + 1, pada = $5, oleh = $6 WHERE id = $7",
                nilai![isi.nama.trim(), isi.ringkas.trim(), json.as_str(), isi.hari_kerja, tx.pada, hak.pelaku().akun, r.id],
            )
            .await?;
            dasar + 1
        }
        Some(r) => return Err(bentrok(&tx, "layanan", &id.to_string(), r.versi).await?),
        None if dasar == 0 => {
            let n = tx.angka("SELECT COALESCE(MAX(nomor), 0) AS n FROM standar WHERE layanan_id = $1", nilai![id]).await?;
            tambah_standar(&tx, hak, id, n + 1, isi, &json).await?;
            1
        }
        // It was issued meanwhile.
        None => return Err(bentrok(&tx, "layanan", &id.to_string(), 0).await?),
    };
    let k = Kejadian::baru("standar.simpan", "layanan", id).instansi(hak.instansi.id).rincian(serde_json::json!({ "versi": versi }));
    audit::catat(&tx, hak.pelaku(), k).await?;
    tx.commit().await?;
    Ok(versi)
}

/// Why a standard cannot be issued, whatever was in force before.
pub(super) fn halangan(isi: &Isi, sk: &Sk<'_>) -> Option<&'static str> {
    match () {
        () if isi.kurang().next().is_some() => Some("standar-belum-lengkap"),
        () if sk.nomor.trim().is_empty() => Some("standar-sk"),
        () if sk.mulai < sk.tanggal => Some("standar-mulai"),
        () if sk.tinjau <= sk.mulai => Some("standar-tinjau"),
        () => None,
    }
}

/// Issues the draft by decree; what was in force is replaced on its first day.
///
/// # Errors
/// `Bentrok` when the draft changed, `Keadaan` when a published component is missing or the days do not fit.
pub async fn tetapkan(store: &Store, hak: &KepalaLayanan, id: LayananId, versi: i64, sk: &Sk<'_>) -> Hasil<()> {
    let tx = store.mulai().await?;
    let l = buka(&tx, hak.unit.id, id).await?;
    let r = pada_versi(&tx, id, versi).await?;
    let alasan = match riwayat(&*tx, id, tx.pada.hari(&l.zona)).await?.first() {
        _ if halangan(&r.isi, sk).is_some() => halangan(&r.isi, sk),
        Some(lama) if lama.standar.mulai > sk.mulai.to_string() => Some("standar-mundur"),
        _ => None,
    };
    if let Some(alasan) = alasan {
        return Err(StoreError::Keadaan(alasan));
    }
    tx.jalankan(
        "INSERT INTO standar_berlaku (standar_id, sk_nomor, sk_tanggal, mulai, tinjau, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        nilai![r.id, sk.nomor.trim(), sk.tanggal.to_string(), sk.mulai.to_string(), sk.tinjau.to_string(), tx.pada, hak.pelaku().akun],
    )
    .await?;
    tx.jalankan("UPDATE layanan SET nama = $1, versi = versi + 1 WHERE id = $2", nilai![r.isi.nama.as_str(), id]).await?;
    let rincian = serde_json::json!({ "nomor": r.nomor, "mulai": sk.mulai.to_string() });
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("standar.tetapkan", "layanan", id).instansi(hak.instansi.id).rincian(rincian)).await?;
    let isi = serde_json::json!({ "layanan": r.isi.nama, "tanggal": sk.mulai.to_string() });
    kabari(&tx, hak, id, "standar-ditetapkan", &isi, &format!("standar-ditetapkan/{}", r.id)).await?;
    tx.commit().await
}

async fn kabari(tx: &Tx, hak: &KepalaLayanan, id: LayananId, jenis: &'static str, isi: &serde_json::Value, sekali: &str) -> Hasil<()> {
    let kepada = [Kepada::OperatorUnit(hak.unit.id)];
    let tautan = format!("/layanan/{id}");
    let kecuali = Some(hak.pelaku().akun);
    beri_tahu(tx, &Pemberitahuan { jenis, kepada: &kepada, kecuali, periode: None, lokus: None, tautan: &tautan, isi, sekali }).await?;
    Ok(())
}

/// The standard in force was reviewed and stays; `berikut`: the next day of review.
///
/// # Errors
/// `Keadaan` when nothing is in force, or the next day is not to come.
pub async fn tinjau(store: &Store, hak: &KepalaLayanan, id: LayananId, catatan: &str, berikut: Date) -> Hasil<()> {
    let tx = store.mulai().await?;
    let l = buka(&tx, hak.unit.id, id).await?;
    let kini = tx.pada.hari(&l.zona);
    let b = super::berlaku(&*tx, id, kini).await?.ok_or(StoreError::Keadaan("standar-belum-berlaku"))?;
    if berikut <= kini {
        return Err(StoreError::Keadaan("standar-tinjau"));
    }
    tx.jalankan(
        "INSERT INTO standar_tinjauan (id, standar_id, catatan, berikut, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6)",
        nilai![crate::id::baru(), b.id, catatan.trim(), berikut.to_string(), tx.pada, hak.pelaku().akun],
    )
    .await?;
    let k = Kejadian::baru("standar.tinjau", "layanan", id).instansi(hak.instansi.id).rincian(serde_json::json!({ "nomor": b.nomor }));
    audit::catat(&tx, hak.pelaku(), k).await?;
    tx.commit().await
}

/// Ends a service: it is no longer public; its versions stay.
///
/// # Errors
/// `Keadaan` when it is ended already or no reason is given.
pub async fn tutup(store: &Store, hak: &KepalaLayanan, id: LayananId, alasan: &str) -> Hasil<()> {
    let tx = store.mulai().await?;
    buka(&tx, hak.unit.id, id).await?;
    if alasan.trim().is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    tx.jalankan(
        "INSERT INTO layanan_tutup (layanan_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4)",
        nilai![id, alasan.trim(), tx.pada, hak.pelaku().akun],
    )
    .await?;
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("layanan.tutup", "layanan", id).instansi(hak.instansi.id)).await?;
    tx.commit().await
}
