//! What an administrator decides about the provider: which claim brings which role, from when to when, and for which domains its word about
//! an address is enough to find an account that exists. Lines are rows that say who and when; taking one back is a row too.

use super::{cap, selaras};
use crate::{
    Hasil, Store, StoreError, Waktu,
    akun::penjaga,
    audit::{self, Kejadian},
    hak::Admin,
    id::{SsoDomainId, SsoPetaId},
    kueri::Kueri,
    nilai,
    peran::{JenisLingkup, Lingkup, Masa, Peran},
};
use sea_orm::FromQueryResult;

/// One line of the table.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Peta {
    pub id: SsoPetaId,
    pub klaim: String,
    pub isi: String,
    pub peran: String,
    /// Name of the instansi or unit, or the region's code; empty for the whole installation.
    pub lingkup: String,
    pub mulai: Option<String>,
    pub sampai: Option<String>,
    pub pada: Waktu,
    pub oleh: String,
    /// Accounts that have the role by it now.
    pub akun: i64,
    /// Its row was written or changed past the program: it gives no role.
    #[sea_orm(skip)]
    pub asing: bool,
}

/// A domain whose accounts may be found by address.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Domain {
    pub id: SsoDomainId,
    pub domain: String,
    pub pada: Waktu,
    pub oleh: String,
    /// Its row was written or changed past the program: it opens nothing.
    #[sea_orm(skip)]
    pub asing: bool,
}

/// A line to add.
#[derive(Debug, Clone)]
pub struct PetaBaru<'a> {
    pub klaim: &'a str,
    pub isi: &'a str,
    pub peran: Peran,
    pub lingkup: &'a Lingkup,
    pub masa: Masa,
}

/// Claims that a person may change at most providers without anybody looking (OpenID Connect Core 5.1): no role follows from them.
const SENDIRI: [&str; 16] = [
    "name",
    "given_name",
    "family_name",
    "middle_name",
    "nickname",
    "preferred_username",
    "profile",
    "picture",
    "website",
    "gender",
    "birthdate",
    "zoneinfo",
    "locale",
    "phone_number",
    "address",
    "updated_at",
];

/// Lines that were not taken back.
pub async fn daftar(store: &Store, _hak: &Admin, penerbit: &str) -> Hasil<Vec<Peta>> {
    let sql = "SELECT m.id, m.klaim, m.isi, m.peran, COALESCE(u.nama, i.nama, m.wilayah, '') AS lingkup, m.mulai, m.sampai, m.pada,
          a.nama AS oleh, (SELECT COUNT(*) FROM sso_peran s LEFT JOIN peran_cabut x ON x.peran_id = s.peran_id
            WHERE s.peta_id = m.id AND x.peran_id IS NULL) AS akun
        FROM sso_peta m JOIN akun a ON a.id = m.oleh LEFT JOIN sso_peta_cabut c ON c.peta_id = m.id
        LEFT JOIN unit u ON u.id = m.unit_id LEFT JOIN instansi i ON i.id = m.instansi_id
        WHERE m.penerbit = $1 AND c.peta_id IS NULL ORDER BY m.klaim, m.isi, m.id LIMIT 1000";
    let mut semua: Vec<Peta> = store.baca().semua(sql, nilai![penerbit]).await?;
    let tersimpan = cap::Baris::semua(store.baca()).await?;
    for p in &mut semua {
        p.asing = !store.bertanda(|k| tersimpan.iter().any(|b| b.id == p.id.0 && b.sah(k))).await?;
    }
    Ok(semua)
}

/// Adds a line.
///
/// # Errors
/// `Keadaan`: `sso-peta-admin`, `sso-peta-klaim-sendiri` (what people fill in about themselves), `sso-peta-periode` (such roles are given by name only), `peran-lingkup-tak-cocok`, `peran-masa-terbalik`.
/// `Ditolak("admin")` when the right ended meanwhile.
pub async fn tambah(store: &Store, hak: &Admin, penerbit: &str, b: PetaBaru<'_>) -> Hasil<SsoPetaId> {
    if b.peran == Peran::Admin {
        return Err(StoreError::Keadaan("sso-peta-admin"));
    }
    if SENDIRI.contains(&b.klaim.trim()) {
        return Err(StoreError::Keadaan("sso-peta-klaim-sendiri"));
    }
    if b.masa.mulai.zip(b.masa.sampai).is_some_and(|(m, s)| s < m) {
        return Err(StoreError::Keadaan("peran-masa-terbalik"));
    }
    let (instansi, unit, wilayah) = match (b.peran.jenis_lingkup(), b.lingkup) {
        (JenisLingkup::Instalasi, Lingkup::Instalasi) => (None, None, None),
        (JenisLingkup::Instansi, Lingkup::Instansi(i)) => (Some(*i), None, None),
        (JenisLingkup::Instansi, Lingkup::Wilayah(w)) => (None, None, Some(w.clone())),
        (JenisLingkup::Unit, Lingkup::Unit { unit, .. }) => (None, Some(*unit), None),
        (JenisLingkup::Periode, _) => return Err(StoreError::Keadaan("sso-peta-periode")),
        _ => return Err(StoreError::Keadaan("peran-lingkup-tak-cocok")),
    };
    let tx = store.mulai().await?;
    penjaga::giliran(&tx).await?;
    penjaga::masih_admin(&tx, hak.pelaku().akun).await?;
    let id = SsoPetaId::baru();
    tx.jalankan(
        "INSERT INTO sso_peta (id, penerbit, klaim, isi, peran, instansi_id, unit_id, wilayah, mulai, sampai, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        nilai![
            id,
            penerbit,
            b.klaim.trim(),
            b.isi.trim(),
            b.peran.kunci(),
            instansi,
            unit,
            wilayah.clone(),
            b.masa.mulai.map(|d| d.to_string()),
            b.masa.sampai.map(|d| d.to_string()),
            tx.pada,
            hak.pelaku().akun
        ],
    )
    .await?;
    cap::tandai_peta(&tx, id.0).await?;
    let rincian = serde_json::json!({
        "klaim": b.klaim.trim(), "isi": b.isi.trim(), "peran": b.peran, "instansi": instansi, "unit": unit, "wilayah": wilayah,
        "mulai": b.masa.mulai, "sampai": b.masa.sampai,
    });
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("sso.peta", "sso_peta", id).rincian(rincian)).await?;
    tx.commit().await?;
    Ok(id)
}

/// Takes a line back: the roles that it gave end at once. Gives how many.
///
/// # Errors
/// `TidakDitemukan`; `Ditolak("admin")` when the right ended meanwhile.
pub async fn cabut(store: &Store, hak: &Admin, id: SsoPetaId) -> Hasil<usize> {
    let tx = store.mulai().await?;
    penjaga::giliran(&tx).await?;
    penjaga::masih_admin(&tx, hak.pelaku().akun).await?;
    let sql = "INSERT INTO sso_peta_cabut (peta_id, pada, oleh) SELECT id, $2, $3 FROM sso_peta WHERE id = $1
        ON CONFLICT (peta_id) DO NOTHING";
    if tx.jalankan(sql, nilai![id, tx.pada, hak.pelaku().akun]).await? == 0 {
        return Err(StoreError::TidakDitemukan);
    }
    tx.jalankan("UPDATE sso_peta SET tanda = NULL WHERE id = $1", nilai![id]).await?;
    let n = selaras::akhiri_peta(&tx, hak.pelaku(), id).await?;
    let k = Kejadian::baru("sso.peta-cabut", "sso_peta", id).rincian(serde_json::json!({ "akun": n }));
    audit::catat(&tx, hak.pelaku(), k).await?;
    tx.commit().await?;
    Ok(n)
}

/// Domains that were not taken back.
pub async fn domain(store: &Store, _hak: &Admin, penerbit: &str) -> Hasil<Vec<Domain>> {
    let sql = "SELECT d.id, d.domain, d.pada, a.nama AS oleh FROM sso_domain d JOIN akun a ON a.id = d.oleh
        LEFT JOIN sso_domain_cabut c ON c.domain_id = d.id WHERE d.penerbit = $1 AND c.domain_id IS NULL ORDER BY d.domain, d.id LIMIT 1000";
    let mut semua: Vec<Domain> = store.baca().semua(sql, nilai![penerbit]).await?;
    let tersimpan = cap::Domain::semua(store.baca()).await?;
    for d in &mut semua {
        d.asing = !store.bertanda(|k| tersimpan.iter().any(|b| b.id == d.id.0 && b.sah(k))).await?;
    }
    Ok(semua)
}

/// Allows the provider to speak for addresses of a domain; a second time changes nothing.
///
/// # Errors
/// `Keadaan("sso-domain-bentuk")`; `Ditolak("admin")` when the right ended meanwhile.
pub async fn izinkan(store: &Store, hak: &Admin, penerbit: &str, domain: &str) -> Hasil<()> {
    let domain = domain.trim().trim_start_matches('@').to_lowercase();
    let sah = domain.contains('.') && domain.len() <= 200 && domain.split('.').all(|b| !b.is_empty());
    if !sah || !domain.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-') {
        return Err(StoreError::Keadaan("sso-domain-bentuk"));
    }
    let tx = store.mulai().await?;
    penjaga::giliran(&tx).await?;
    penjaga::masih_admin(&tx, hak.pelaku().akun).await?;
    if cap::domain_sah(&tx, penerbit, &domain).await? {
        return Ok(());
    }
    let id = SsoDomainId::baru();
    let sql = "INSERT INTO sso_domain (id, penerbit, domain, pada, oleh) VALUES ($1, $2, $3, $4, $5)";
    tx.jalankan(sql, nilai![id, penerbit, domain.as_str(), tx.pada, hak.pelaku().akun]).await?;
    cap::tandai_domain(&tx, id.0).await?;
    let k = Kejadian::baru("sso.domain", "sso_domain", id).rincian(serde_json::json!({ "domain": domain }));
    audit::catat(&tx, hak.pelaku(), k).await?;
    tx.commit().await
}

/// Takes a domain back. Accounts that were tied by it stay tied ([`super::lepas`] unties one).
///
/// # Errors
/// `TidakDitemukan`; `Ditolak("admin")` when the right ended meanwhile.
pub async fn larang(store: &Store, hak: &Admin, id: SsoDomainId) -> Hasil<()> {
    let tx = store.mulai().await?;
    penjaga::giliran(&tx).await?;
    penjaga::masih_admin(&tx, hak.pelaku().akun).await?;
    let sql = "INSERT INTO sso_domain_cabut (domain_id, pada, oleh) SELECT id, $2, $3 FROM sso_domain WHERE id = $1
        ON CONFLICT (domain_id) DO NOTHING";
    if tx.jalankan(sql, nilai![id, tx.pada, hak.pelaku().akun]).await? == 0 {
        return Err(StoreError::TidakDitemukan);
    }
    tx.jalankan("UPDATE sso_domain SET tanda = NULL WHERE id = $1", nilai![id]).await?;
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("sso.domain-cabut", "sso_domain", id)).await?;
    tx.commit().await
}
