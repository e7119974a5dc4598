//! Signing, and the seal that follows the last signature.
//!
//! The installation signs a record of who approved which PDF, when and from where. The person proves to be it by the
//! password, asked again by the page (`akun::masuk`) before this is called.

use super::{
    Pihak,
    baca::{self, BeritaAcara, TandaTangan},
};
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    hak::{EvaluatorLokus, KepalaUnit, Pelaku, PenanggungjawabLokus},
    hasil::kanonik,
    id::{BeritaAcaraId, TandaTanganId},
    kueri::Kueri,
    lokus::{Lokus, kabar::kabari_ba},
    nilai, objek,
    pemberitahuan::Kepada,
    periode::{self, Fase},
    peristiwa, sidik_hex,
};
use sea_orm::FromQueryResult;

/// The right in which somebody signs.
#[derive(Debug, Clone)]
pub enum Penanda {
    Evaluator(EvaluatorLokus),
    Unit(KepalaUnit),
    Penanggungjawab(PenanggungjawabLokus),
}

impl Penanda {
    #[must_use]
    pub fn pihak(&self) -> Pihak {
        match self {
            Self::Evaluator(_) => Pihak::Evaluator,
            Self::Unit(_) => Pihak::Unit,
            Self::Penanggungjawab(_) => Pihak::Penanggungjawab,
        }
    }

    #[must_use]
    pub fn lokus(&self) -> &Lokus {
        match self {
            Self::Evaluator(h) => &h.lokus,
            Self::Unit(h) => &h.lokus,
            Self::Penanggungjawab(h) => &h.lokus,
        }
    }

    #[must_use]
    pub fn pelaku(&self) -> &Pelaku {
        match self {
            Self::Evaluator(h) => h.pelaku(),
            Self::Unit(h) => h.pelaku(),
            Self::Penanggungjawab(h) => h.pelaku(),
        }
    }
}

#[derive(FromQueryResult)]
struct Terkunci {
    #[expect(dead_code, reason = "the row is read for its lock")]
    id: BeritaAcaraId,
}

#[derive(FromQueryResult)]
struct LokusBa {
    lokus_id: crate::id::LokusId,
}

pub(super) async fn kunci(tx: &Tx, id: BeritaAcaraId) -> Hasil<()> {
    let lokus: LokusBa = tx.satu("SELECT lokus_id FROM berita_acara WHERE id = $1", nilai![id]).await?;
    periode::bagi_lokus(tx, lokus.lokus_id).await?;
    let sql = format!("SELECT id FROM berita_acara WHERE id = $1{}", tx.kunci_baris());
    tx.satu::<Terkunci>(&sql, nilai![id]).await.map(|_| ())
}

/// Signs. A second time answers the first signature. `pdf` is the hash of the PDF that was shown.
///
/// # Errors
/// `Ditolak` for somebody whose name is not printed on the minutes; `Keadaan`: `ba-dibatalkan`, `ba-berkas-lain` when
/// another PDF was shown, `ba-hak-berakhir` when the role was taken away meanwhile, a closed phase; `Rusak` when the stored PDF no longer fits its hash.
pub async fn tandatangani(store: &Store, hak: &Penanda, id: BeritaAcaraId, pdf: &str) -> Hasil<TandaTangan> {
    let (l, orang) = (hak.lokus(), hak.pelaku());
    let awal = baca::dari_id(store.baca(), id).await?;
    if sidik_hex(&objek::baca(store, &awal.objek)?) != awal.objek {
        return Err(StoreError::Rusak(format!("the PDF of minutes {id} was changed")));
    }
    let tx = store.mulai().await?;
    kunci(&tx, id).await?;
    let b = baca::mungkin(&*tx, id).await?.filter(|b| b.lokus_id == l.id).ok_or(StoreError::TidakDitemukan)?;
    let harus = b.penanda()?;
    let saya = harus.iter().find(|h| h.pihak == hak.pihak() && h.akun == orang.akun).ok_or(StoreError::Ditolak("penanda-tangan"))?;
    if b.batal.is_some() {
        return Err(StoreError::Keadaan("ba-dibatalkan"));
    }
    let mut sudah = baca::tanda_tangan(&*tx, id).await?;
    if let Some(t) = sudah.iter().find(|t| t.milik(saya)) {
        return Ok(t.clone());
    }
    super::hak_kini::periksa(&tx, hak).await?;
    if pdf != b.objek {
        return Err(StoreError::Keadaan("ba-berkas-lain"));
    }
    periode::harus_terbuka(&*tx, l.periode_id, Fase::Penyampaian).await?;
    let t = tulis(&tx, hak, &b, saya).await?;
    sudah.push(t.clone());
    let rincian = serde_json::json!({ "berita_acara": id, "pihak": saya.pihak, "pdf": b.objek });
    audit::catat(&tx, orang, Kejadian::baru("ba.tanda-tangan", "tanda_tangan", t.id).instansi(l.instansi_id).rincian(rincian)).await?;
    if harus.iter().all(|h| sudah.iter().any(|t| t.milik(h))) {
        segel(&tx, hak, &b, &sudah).await?;
        let mut kepada: Vec<Kepada> = harus.iter().map(|h| Kepada::Akun(h.akun)).collect();
        kepada.extend([Kepada::Penyelenggara(l.periode_id), Kepada::Operator(l.id)]);
        kabari_ba(&tx, l, orang, "ba-lengkap", &kepada, (id, b.jenis.as_str())).await?;
    }
    peristiwa::siarkan(&tx, &super::topik(l.id), &serde_json::json!({ "ba": id })).await?;
    tx.commit().await?;
    Ok(t)
}

async fn tulis(tx: &Tx, hak: &Penanda, b: &BeritaAcara, saya: &super::HarusTanda) -> Hasil<TandaTangan> {
    let orang = hak.pelaku();
    let mut t = TandaTangan {
        id: TandaTanganId::baru(),
        berita_acara_id: b.id,
        pihak: saya.pihak.kunci().into(),
        akun_id: orang.akun,
        // As printed: the name on the paper is the name that signs.
        nama: saya.nama.clone(),
        jabatan: saya.jabatan.clone(),
        objek: b.objek.clone(),
        alamat: orang.alamat.clone(),
        agen: orang.agen.clone(),
        tanda: Vec::new(),
        pada: tx.pada,
    };
    t.tanda = tx.kunci.tandai(&pesan(&t)?);
    tx.jalankan(
        "INSERT INTO tanda_tangan (id, berita_acara_id, pihak, akun_id, nama, jabatan, objek, alamat, agen, tanda, pada)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        nilai![
            t.id,
            t.berita_acara_id,
            t.pihak.as_str(),
            t.akun_id,
            t.nama.as_str(),
            t.jabatan.as_str(),
            t.objek.as_str(),
            t.alamat.as_str(),
            t.agen.as_str(),
            t.tanda.clone(),
            t.pada
        ],
    )
    .await?;
    Ok(t)
}

/// The seal covers the PDF, the result it stands for, and every signature.
async fn segel(tx: &Tx, hak: &Penanda, b: &BeritaAcara, tanda: &[TandaTangan]) -> Hasil<()> {
    let tanda_: Vec<_> =
        tanda.iter().map(|t| serde_json::json!({ "id": t.id, "pihak": t.pihak, "tanda": hex::encode(&t.tanda) })).collect();
    let isi = kanonik(&serde_json::json!({
        "berita_acara": b.id, "jenis": b.jenis, "kode": b.kode, "nomor": b.nomor, "hasil": b.hasil_id, "pdf": b.objek,
        "tanda_tangan": tanda_, "pada": tx.pada.timestamp().to_string(),
    }))?;
    let kunci = tx.kunci.publik().id();
    tx.jalankan(
        "INSERT INTO segel (berita_acara_id, isi, kunci, tanda, pada) VALUES ($1, $2, $3, $4, $5)",
        nilai![b.id, isi.as_str(), kunci.as_str(), tx.kunci.tandai(&pesan_segel(&isi)), tx.pada],
    )
    .await?;
    let rincian = serde_json::json!({ "pdf": b.objek, "kunci": kunci, "tanda_tangan": tanda.len() });
    let k = Kejadian::baru("ba.segel", "berita_acara", b.id).instansi(hak.lokus().instansi_id).rincian(rincian);
    audit::catat(tx, hak.pelaku(), k).await.map(|_| ())
}

/// The bytes that the installation signs for one signature.
pub(super) fn pesan(t: &TandaTangan) -> Hasil<Vec<u8>> {
    let isi = kanonik(&serde_json::json!({
        "id": t.id, "berita_acara": t.berita_acara_id, "pihak": t.pihak, "akun": t.akun_id, "nama": t.nama, "jabatan": t.jabatan,
        "pdf": t.objek, "alamat": t.alamat, "agen": t.agen, "pada": t.pada.timestamp().to_string(),
    }))?;
    Ok(format!("prima:tanda-tangan:1\n{isi}").into_bytes())
}

pub(super) fn pesan_segel(isi: &str) -> Vec<u8> {
    format!("prima:segel:1\n{isi}").into_bytes()
}
