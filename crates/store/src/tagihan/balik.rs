//! Taking a payment back that was recorded wrongly: its row moves to `pembayaran_batal` with the reason, the bill is open again, and the
//! day's figures count both. A payment that the provider's signed call proved is never taken back here.

use super::{dari_id, pelaksana_permohonan, tulis};
use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    audit::{self, Kejadian},
    hak::{KasirMpp, KepalaMpp, Pelaku},
    id::{AkunId, PermohonanId, TagihanId},
    kueri::Kueri,
    mpp::Mpp,
    nilai,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
    peristiwa,
    permohonan::{self, Permohonan, topik},
};
use ::layanan::permohonan::Langkah;
use sea_orm::{ConnectionTrait, FromQueryResult};

/// Characters of a reason.
const ALASAN_MAKS: usize = 1_000;

/// Who takes back: a cashier on the day itself, the head of the mall on any day.
#[derive(Debug, Clone, Copy)]
pub enum Pembatal<'a> {
    Kasir(&'a KasirMpp),
    Kepala(&'a KepalaMpp),
}

impl Pembatal<'_> {
    fn pelaku(&self) -> &Pelaku {
        match self {
            Self::Kasir(h) => h.pelaku(),
            Self::Kepala(h) => h.pelaku(),
        }
    }

    fn mpp(&self) -> &Mpp {
        match self {
            Self::Kasir(h) => &h.mpp,
            Self::Kepala(h) => &h.mpp,
        }
    }
}

/// A payment that was taken back.
#[derive(Debug, Clone, FromQueryResult)]
pub struct BayarBatal {
    pub tagihan_id: TagihanId,
    pub kuitansi: String,
    pub nominal: i64,
    /// When it was recorded, and by whom.
    pub dibayar: Waktu,
    pub kasir: String,
    pub alasan: String,
    pub pada: Waktu,
    pub oleh: String,
}

/// Payments of a case that were taken back, the newest first.
pub async fn bayar_batal<C: ConnectionTrait>(c: &C, id: PermohonanId) -> Hasil<Vec<BayarBatal>> {
    let sql = "SELECT b.tagihan_id, b.kuitansi, b.nominal, b.bayar_pada AS dibayar, k.nama AS kasir, b.alasan, b.pada, a.nama AS oleh
        FROM pembayaran_batal b JOIN tagihan t ON t.id = b.tagihan_id JOIN akun k ON k.id = b.bayar_oleh JOIN akun a ON a.id = b.oleh
        WHERE t.permohonan_id = $1 ORDER BY b.id DESC LIMIT 100";
    c.semua(sql, nilai![id]).await
}

#[derive(FromQueryResult)]
struct Bayar {
    kuitansi: Option<String>,
    nominal: i64,
    tanggal: String,
    saat: Waktu,
    pada: Waktu,
    oleh: Option<AkunId>,
}

/// Takes back the payment that was recorded at `dibayar`, with the reason. A second time, before the bill is paid again, does nothing.
///
/// # Errors
/// `TidakDitemukan` in another mall. `Keadaan`: `alasan-wajib`, `pembayaran-alasan-panjang`, `pembayaran-berubah` when another payment is recorded now,
/// `pembayaran-batal-qris` for one that the provider proved, `pembayaran-batal-hari` for a cashier on a later day, `tagihan-orang-sama`
/// for somebody who worked on the case.
pub async fn batalkan_bayar(store: &Store, oleh: Pembatal<'_>, id: TagihanId, dibayar: Waktu, alasan: &str) -> Hasil<()> {
    let alasan = alasan.trim();
    if alasan.is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    if alasan.chars().count() > ALASAN_MAKS {
        return Err(StoreError::Keadaan("pembayaran-alasan-panjang"));
    }
    let tx = store.mulai().await?;
    let t = dari_id(&*tx, id).await?;
    if t.mpp_id != oleh.mpp().unit_id {
        return Err(StoreError::TidakDitemukan);
    }
    let p = permohonan::kunci(&tx, t.permohonan_id).await?;
    let t = tulis::kunci(&tx, id).await?;
    let ada = "SELECT kuitansi, nominal, tanggal, saat, pada, oleh FROM pembayaran WHERE tagihan_id = $1";
    let ada: Option<Bayar> = tx.mungkin(ada, nilai![id]).await?;
    // The same form sent twice; after another payment it is an old page, and its reason is about something else.
    let sudah = "SELECT COUNT(*) AS n FROM pembayaran_batal WHERE tagihan_id = $1 AND bayar_pada = $2";
    if ada.is_none() && tx.angka(sudah, nilai![id, dibayar]).await? > 0 {
        return Ok(());
    }
    let Some(b) = ada.filter(|b| b.pada == dibayar) else { return Err(StoreError::Keadaan("pembayaran-berubah")) };
    let (Some(kuitansi), Some(kasir)) = (&b.kuitansi, b.oleh) else { return Err(StoreError::Keadaan("pembayaran-batal-qris")) };
    let hari = tx.pada.hari(&t.zona).to_string();
    if matches!(oleh, Pembatal::Kasir(_)) && b.tanggal != hari {
        return Err(StoreError::Keadaan("pembayaran-batal-hari"));
    }
    let akun = oleh.pelaku().akun;
    if pelaksana_permohonan(&*tx, p.id).await?.contains(&akun) {
        return Err(StoreError::Keadaan("tagihan-orang-sama"));
    }
    let baru = crate::id::baru();
    tx.jalankan(
        "INSERT INTO pembayaran_batal (id, tagihan_id, mpp_id, kuitansi, nominal, bayar_tanggal, bayar_saat, bayar_pada, bayar_oleh, alasan,
         tanggal, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        nilai![
            baru,
            id,
            t.mpp_id,
            kuitansi.as_str(),
            b.nominal,
            b.tanggal.as_str(),
            b.saat,
            b.pada,
            kasir,
            alasan,
            hari,
            tx.pada,
            akun
        ],
    )
    .await?;
    tx.jalankan("DELETE FROM pembayaran WHERE tagihan_id = $1", nilai![id]).await?;
    // Whoever looks at the case as a paid one has to look again.
    tx.jalankan("UPDATE permohonan SET versi = versi + 1 WHERE id = $1", nilai![p.id]).await?;
    let rincian = serde_json::json!({ "tagihan": id, "nominal": b.nominal, "hari": b.tanggal, "kasir": kasir });
    audit::catat(&tx, oleh.pelaku(), Kejadian::baru("pembayaran.batal", "permohonan", p.id).instansi(p.instansi_id).rincian(rincian))
        .await?;
    if tak_jadi(&tx, p.id).await? {
        // Nothing is to be paid any more for a case that came to nothing.
        tulis::ikut_batal(&tx, &p, Some(akun)).await?;
    } else {
        permohonan::surel::antrekan(&tx, p.id, &format!("tagihan/{id}/{baru}")).await?;
    }
    kabari(&tx, &p, (&t.zona, baru), akun).await?;
    tx.commit().await
}

/// The case was refused or given up, also where it was put away since: no step leads back.
async fn tak_jadi(tx: &Tx, id: PermohonanId) -> Hasil<bool> {
    let sql = "SELECT COUNT(*) AS n FROM permohonan_peristiwa WHERE permohonan_id = $1 AND langkah IN ($2, $3)";
    Ok(tx.angka(sql, nilai![id, Langkah::Tolak.kunci(), Langkah::Batalkan.kunci()]).await? > 0)
}

/// Officers of the gerai, and the head of the mall.
async fn kabari(tx: &Tx, p: &Permohonan, (zona, batal): (&str, uuid::Uuid), oleh: AkunId) -> Hasil<()> {
    peristiwa::siarkan(tx, &topik(p.id), &serde_json::json!({ "tagihan": "batal-lunas" })).await?;
    permohonan::kabari(tx, p, "pembayaran-batal", Some(oleh)).await?;
    let isi = serde_json::json!({ "layanan": p.layanan, "gerai": p.gerai });
    let (tautan, sekali) =
        (format!("/kasir/{}/rekonsiliasi?hari={}", p.mpp_id, tx.pada.hari(zona)), format!("pembayaran-batal/{batal}/kepala"));
    let kepada = [Kepada::KepalaMpp(p.mpp_id)];
    let b = Pemberitahuan {
        jenis: "pembayaran-batal",
        kepada: &kepada,
        kecuali: Some(oleh),
        periode: None,
        lokus: None,
        tautan: &tautan,
        isi: &isi,
        sekali: &sekali,
    };
    beri_tahu(tx, &b).await.map(drop)
}
