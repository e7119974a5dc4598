//! People of a mall beside their placement (`store::mpp`): who came and left on a day, and what training or certificate they
//! hold until when.

use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    audit::{self, Kejadian},
    berkas::Berkas,
    hak::{DepanMpp, KepalaMpp, PelaksanaGerai, Pelaku},
    id::{AkunId, GeraiId, InstansiId, KehadiranId, KompetensiId, PelaksanaId, UnitId},
    kueri::Kueri,
    mpp::Mpp,
    nilai, objek,
    pemberitahuan::{self, Kepada},
};
use jiff::{ToSpan, civil::Date};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// So many days before its end a certificate is called near. Our choice.
pub const HARI_DEKAT: i64 = 30;
/// What ended longer ago than these days is not told any more, so that what is over never crowds out what is near.
const HARI_LEWAT: i64 = 30;

/// Someone with a role in a mall.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Orang {
    pub akun_id: AkunId,
    pub nama: String,
    pub jabatan: String,
    pub peran: String,
}

/// Accounts with a role in a mall today, by name; one line a role.
pub async fn orang<C: ConnectionTrait>(c: &C, mpp: UnitId, hari: Date) -> Hasil<Vec<Orang>> {
    let sql = format!(
        "SELECT a.id AS akun_id, a.nama, a.jabatan, r.peran FROM peran r JOIN akun a ON a.id = r.akun_id
         WHERE r.unit_id = $1 AND r.peran IN ('mpp-kepala', 'mpp-depan', 'pelaksana', 'kasir') AND {}
         ORDER BY a.nama, a.id, r.peran LIMIT 2000",
        crate::peran::menjabat("r", "$2")
    );
    c.semua(&sql, nilai![mpp, hari.to_string()]).await
}

/// A placement that holds on a day, with presence on it: one line a time that the officer came; without any, one line.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Hadir {
    pub pelaksana_id: PelaksanaId,
    pub gerai_id: GeraiId,
    pub gerai: String,
    pub gerai_kode: String,
    pub akun_id: AkunId,
    pub nama: String,
    pub hadir_id: Option<KehadiranId>,
    pub masuk: Option<Waktu>,
    pub pulang: Option<Waktu>,
}

/// Who is placed on a local day, and who came, by gerai and name.
pub async fn hari<C: ConnectionTrait>(c: &C, mpp: UnitId, hari: Date) -> Hasil<Vec<Hadir>> {
    let sql =
        "SELECT p.id AS pelaksana_id, g.id AS gerai_id, g.nama AS gerai, g.kode AS gerai_kode, a.id AS akun_id, a.nama, h.id AS hadir_id,
        h.pada AS masuk, q.pada AS pulang
        FROM pelaksana p JOIN gerai g ON g.id = p.gerai_id JOIN akun a ON a.id = p.akun_id
        LEFT JOIN pelaksana_akhir x ON x.pelaksana_id = p.id LEFT JOIN gerai_tutup y ON y.gerai_id = g.id
        LEFT JOIN pelaksana_hadir h ON h.pelaksana_id = p.id AND h.hari = $2 LEFT JOIN pelaksana_pulang q ON q.hadir_id = h.id
        WHERE g.mpp_id = $1 AND p.mulai <= $2 AND (p.sampai IS NULL OR p.sampai >= $2)
          AND ((x.pelaksana_id IS NULL AND y.gerai_id IS NULL) OR h.id IS NOT NULL)
        ORDER BY g.kode, a.nama, p.id, h.id LIMIT 5000";
    c.semua(sql, nilai![mpp, hari.to_string()]).await
}

/// Who records presence: the officer his own, front desk and head everybody's.
#[derive(Debug, Clone, Copy)]
pub enum Pencatat<'a> {
    Sendiri(&'a PelaksanaGerai),
    Depan(&'a DepanMpp),
}

impl Pencatat<'_> {
    fn pelaku(&self) -> &Pelaku {
        match self {
            Self::Sendiri(h) => h.pelaku(),
            Self::Depan(h) => h.pelaku(),
        }
    }

    fn mpp(&self) -> &Mpp {
        match self {
            Self::Sendiri(h) => &h.mpp,
            Self::Depan(h) => &h.mpp,
        }
    }

    fn boleh(&self, h: &Hadir) -> bool {
        match self {
            Self::Sendiri(s) => s.pelaku().akun == h.akun_id && s.gerai.id == h.gerai_id,
            Self::Depan(_) => true,
        }
    }
}

/// An officer came to his gerai, today. Who is there already is not counted twice.
///
/// # Errors
/// `TidakDitemukan` for a placement that does not hold today or is somebody else's.
pub async fn masuk(store: &Store, oleh: Pencatat<'_>, pelaksana: PelaksanaId) -> Hasil<()> {
    let (tx, m) = (store.mulai().await?, oleh.mpp());
    let hari_ini = tx.pada.hari(&m.zona);
    // Two clicks at once wait for one another.
    tx.angka(&format!("SELECT pada AS n FROM pelaksana WHERE id = $1{}", tx.kunci_isi()), nilai![pelaksana]).await?;
    let semua: Vec<Hadir> = hari(&*tx, m.unit_id, hari_ini).await?.into_iter().filter(|h| h.pelaksana_id == pelaksana).collect();
    if !semua.iter().any(|h| oleh.boleh(h)) {
        return Err(StoreError::TidakDitemukan);
    }
    if semua.iter().any(|h| h.masuk.is_some() && h.pulang.is_none()) {
        return Ok(());
    }
    let id = KehadiranId::baru();
    tx.jalankan(
        "INSERT INTO pelaksana_hadir (id, pelaksana_id, hari, pada, oleh) VALUES ($1, $2, $3, $4, $5)",
        nilai![id, pelaksana, hari_ini.to_string(), tx.pada, oleh.pelaku().akun],
    )
    .await?;
    catat(&tx, oleh.pelaku(), m.instansi_id, "pelaksana.masuk", pelaksana, serde_json::json!({ "hadir": id })).await?;
    tx.commit().await
}

/// He left. A second time changes nothing.
///
/// # Errors
/// `TidakDitemukan` for a presence that is not of today or is somebody else's.
pub async fn pulang(store: &Store, oleh: Pencatat<'_>, id: KehadiranId) -> Hasil<()> {
    let (tx, m) = (store.mulai().await?, oleh.mpp());
    let semua = hari(&*tx, m.unit_id, tx.pada.hari(&m.zona)).await?;
    let h = semua.iter().find(|h| h.hadir_id == Some(id) && oleh.boleh(h)).ok_or(StoreError::TidakDitemukan)?;
    let sql = "INSERT INTO pelaksana_pulang (hadir_id, pada, oleh) VALUES ($1, $2, $3) ON CONFLICT (hadir_id) DO NOTHING";
    if tx.jalankan(sql, nilai![id, tx.pada, oleh.pelaku().akun]).await? > 0 {
        catat(&tx, oleh.pelaku(), m.instansi_id, "pelaksana.pulang", h.pelaksana_id, serde_json::json!({ "hadir": id })).await?;
    }
    tx.commit().await
}

async fn catat(tx: &Tx, oleh: &Pelaku, instansi: InstansiId, aksi: &str, id: PelaksanaId, rincian: serde_json::Value) -> Hasil<()> {
    audit::catat(tx, oleh, Kejadian::baru(aksi, "pelaksana", id).instansi(instansi).rincian(rincian)).await?;
    Ok(())
}

/// Training or a certificate. Days are ISO texts.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Kompetensi {
    pub id: KompetensiId,
    pub akun_id: AkunId,
    pub orang: String,
    pub nama: String,
    pub penyelenggara: String,
    pub tanggal: String,
    pub sampai: Option<String>,
    pub berkas: String,
    pub objek: Option<String>,
    pub tipe: Option<String>,
}

impl Kompetensi {
    /// Whether it is over (`Some(true)`) or ends within [`HARI_DEKAT`] days (`Some(false)`).
    #[must_use]
    pub fn habis(&self, kini: Date) -> Option<bool> {
        let s = self.sampai.as_ref()?;
        let dekat = *s <= kini.saturating_add(HARI_DEKAT.days()).to_string();
        dekat.then(|| *s < kini.to_string())
    }
}

const KOMPETENSI: &str = "SELECT k.id, k.akun_id, a.nama AS orang, k.nama, k.penyelenggara, k.tanggal, k.sampai, k.berkas, k.objek, o.tipe
    FROM pelaksana_kompetensi k JOIN akun a ON a.id = k.akun_id LEFT JOIN objek o ON o.sidik = k.objek
    LEFT JOIN pelaksana_kompetensi_hapus x ON x.kompetensi_id = k.id WHERE x.kompetensi_id IS NULL";

/// Of the people of a mall, by name, the latest first, at most 2,000.
pub async fn kompetensi<C: ConnectionTrait>(c: &C, mpp: UnitId) -> Hasil<Vec<Kompetensi>> {
    c.semua(&format!("{KOMPETENSI} AND k.mpp_id = $1 ORDER BY a.nama, k.tanggal DESC, k.id DESC LIMIT 2000"), nilai![mpp]).await
}

/// # Errors
/// `TidakDitemukan` also for one of another mall.
pub async fn kompetensi_satu<C: ConnectionTrait>(c: &C, mpp: UnitId, id: KompetensiId) -> Hasil<Kompetensi> {
    c.satu(&format!("{KOMPETENSI} AND k.mpp_id = $1 AND k.id = $2"), nilai![mpp, id]).await
}

#[derive(Debug, Clone, Copy)]
pub struct KompetensiBaru<'a> {
    pub akun: AkunId,
    pub nama: &'a str,
    pub penyelenggara: &'a str,
    pub tanggal: Date,
    pub sampai: Option<Date>,
    /// Name and checked content.
    pub berkas: Option<(&'a str, &'a Berkas)>,
}

/// Records a training or certificate of someone with a role in the mall. The same id again is the same one.
///
/// # Errors
/// `Keadaan`: `kompetensi-isi`, `kompetensi-hari`, `kompetensi-orang`.
pub async fn tambah_kompetensi(store: &Store, hak: &KepalaMpp, id: KompetensiId, b: &KompetensiBaru<'_>) -> Hasil<()> {
    if b.nama.trim().is_empty() || b.penyelenggara.trim().is_empty() {
        return Err(StoreError::Keadaan("kompetensi-isi"));
    }
    if b.sampai.is_some_and(|s| s < b.tanggal) {
        return Err(StoreError::Keadaan("kompetensi-hari"));
    }
    let tersimpan = b.berkas.map(|(_, isi)| objek::simpan(store, isi.isi())).transpose()?;
    let (tx, m) = (store.mulai().await?, &hak.mpp);
    if !orang(&*tx, m.unit_id, tx.pada.hari(&m.zona)).await?.iter().any(|o| o.akun_id == b.akun) {
        return Err(StoreError::Keadaan("kompetensi-orang"));
    }
    if let (Some(t), Some((_, isi))) = (&tersimpan, b.berkas) {
        objek::catat(&tx, t, isi.tipe().mime()).await?;
    }
    let n = tx
        .jalankan(
            "INSERT INTO pelaksana_kompetensi (id, mpp_id, akun_id, nama, penyelenggara, tanggal, sampai, berkas, objek, pada, oleh)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (id) DO NOTHING",
            nilai![
                id,
                m.unit_id,
                b.akun,
                b.nama.trim(),
                b.penyelenggara.trim(),
                b.tanggal.to_string(),
                b.sampai.map(|s| s.to_string()),
                b.berkas.map_or("", |(n, _)| n),
                tersimpan.as_ref().map(|t| t.sidik.as_str()),
                tx.pada,
                hak.pelaku().akun
            ],
        )
        .await?;
    if n > 0 {
        let k =
            Kejadian::baru("kompetensi.tambah", "kompetensi", id).instansi(m.instansi_id).rincian(serde_json::json!({ "akun": b.akun }));
        audit::catat(&tx, hak.pelaku(), k).await?;
    }
    tx.commit().await
}

/// Takes a record back. A second time changes nothing.
///
/// # Errors
/// `Keadaan("alasan-wajib")`, `TidakDitemukan`.
pub async fn hapus_kompetensi(store: &Store, hak: &KepalaMpp, id: KompetensiId, alasan: &str) -> Hasil<()> {
    if alasan.trim().is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let tx = store.mulai().await?;
    kompetensi_satu(&*tx, hak.mpp.unit_id, id).await?;
    tx.jalankan(
        "INSERT INTO pelaksana_kompetensi_hapus (kompetensi_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4)",
        nilai![id, alasan.trim(), tx.pada, hak.pelaku().akun],
    )
    .await?;
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("kompetensi.hapus", "kompetensi", id).instansi(hak.mpp.instansi_id)).await?;
    tx.commit().await
}

#[derive(FromQueryResult)]
struct Dekat {
    id: KompetensiId,
    mpp_id: UnitId,
    akun_id: AkunId,
    nama: String,
    sampai: String,
}

/// Tells the holder and the head of the mall that a certificate ends within [`HARI_DEKAT`] days. Each end is told once. Returns to
/// how many it was news.
pub async fn ingatkan(store: &Store) -> Hasil<u64> {
    let kini = store.sekarang().hari("WIT");
    let (dari, sampai) = (kini.saturating_sub(HARI_LEWAT.days()).to_string(), kini.saturating_add(HARI_DEKAT.days()).to_string());
    let sql = "SELECT k.id, k.mpp_id, k.akun_id, k.nama, k.sampai FROM pelaksana_kompetensi k
        LEFT JOIN pelaksana_kompetensi_hapus x ON x.kompetensi_id = k.id
        WHERE x.kompetensi_id IS NULL AND k.sampai >= $1 AND k.sampai <= $2
        ORDER BY k.sampai, k.id LIMIT 20000";
    let mut n = 0;
    for d in store.baca().semua::<Dekat>(sql, nilai![dari, sampai]).await? {
        let (tautan, sekali) = (format!("/mpp/{}/petugas", d.mpp_id), format!("mpp-kompetensi/{}/{}", d.id, d.sampai));
        let isi = serde_json::json!({ "kompetensi": d.nama, "tanggal": d.sampai });
        let kepada = [Kepada::Akun(d.akun_id), Kepada::KepalaMpp(d.mpp_id)];
        n += pemberitahuan::ingatkan(store, "mpp-kompetensi", &kepada, &tautan, &isi, &sekali).await?;
    }
    Ok(n)
}
