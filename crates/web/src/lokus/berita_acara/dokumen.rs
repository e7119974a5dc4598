//! What the PDF of minutes is made from: the form, F01 and its evidence, the frozen figures, the head of the audit chain.

use ::dokumen::{
    BeritaAcaraHasil, BeritaAcaraPelaksanaan, Dokumen,
    masukan::{BuktiTercatat, KepalaAudit, PenandaTangan, PeranTandaTangan, StatusF01},
};
use jiff::civil::Date;
use pekppp::Edisi;
use store::{
    Waktu, audit,
    berita_acara::{HarusTanda, Pihak},
    bukti, edisi,
    f01::{self, Beku, BuktiBeku, Keadaan},
    lokus::Lokus,
};

use super::baru::Isian;
use crate::{
    AppState,
    bahasa::Bahasa,
    error::Hasil,
    format,
    lokus::hasil::{
        self,
        cetak::{self, Cetak},
        muat::Muatan,
    },
};

const HARI: [&str; 7] =
    ["ba-hari-senin", "ba-hari-selasa", "ba-hari-rabu", "ba-hari-kamis", "ba-hari-jumat", "ba-hari-sabtu", "ba-hari-minggu"];

/// With the weekday.
fn tanggal(t: Date) -> String {
    let hari =
        usize::try_from(t.weekday().to_monday_zero_offset()).ok().and_then(|h| HARI.get(h)).map_or(String::new(), |h| Bahasa::Id.s(h));
    format!("{hari}, {}", format::tanggal(Bahasa::Id, t))
}

/// With a result: the minutes of the result.
pub(super) async fn susun(app: &AppState, l: &Lokus, c: &Cetak, i: &Isian, kode: &str, m: Option<&Muatan>) -> Hasil<Dokumen> {
    let edisi = edisi::dapat(&app.store, l.edisi()?).await?;
    let pada = app.store.sekarang();
    let (status, daftar) = formulir(app, l, c, &edisi).await?;
    let pelaksanaan = BeritaAcaraPelaksanaan {
        kepala: c.kepala(kode, Some(i.nomor.clone()), pada),
        periode: cetak::periode(l, &edisi),
        unit: c.unit(l),
        tanggal: tanggal(i.tanggal),
        tempat: i.tempat.clone(),
        hadir: i.hadir.clone(),
        f01: status,
        bukti: daftar,
        catatan: i.catatan.iter().cloned().chain(diganti(app, l, c).await?).chain(benturan(app, l, c, m).await?).collect(),
        penanda_tangan: i.penanda.iter().map(penanda).collect(),
        kepala_audit: kepala_audit(app, l, c, pada).await?,
    };
    let Some((m, beku)) = m.and_then(|m| Some((m, m.beku.as_ref()?))) else { return Ok(pelaksanaan.into()) };
    Ok(BeritaAcaraHasil {
        pelaksanaan,
        nilai: cetak::nilai(m),
        aspek: cetak::aspek(m),
        indikator: cetak::indikator(m),
        hash_hasil: beku.0.sidik.clone(),
        sementara: crate::kata::menunggu_validasi(&l.skema, m.divalidasi),
        hak_jawab: super::hak_jawab::susun(app, l, c).await?,
    }
    .into())
}

/// Evaluators who were replaced midway: their sheets stay, and the minutes name them.
async fn diganti(app: &AppState, l: &Lokus, c: &Cetak) -> Hasil<Vec<String>> {
    let semua = store::penugasan::bertugas_pernah(app.store.baca(), l.id).await?;
    let satu = |p: store::penugasan::Pernah| {
        let waktu = c.waktu(p.akhir?);
        Some(Bahasa::Id.a("benturan-diganti", [("nama", p.nama.into()), ("jabatan", p.jabatan.into()), ("waktu", waktu.into())]))
    };
    Ok(semua.into_iter().filter_map(satu).collect())
}

/// Evaluators whose sheets are in the result and who declared a conflict of interest since: with the reason why the sheet counts, or that
/// it was declared only after the freezing.
async fn benturan(app: &AppState, l: &Lokus, c: &Cetak, m: Option<&Muatan>) -> Hasil<Vec<String>> {
    let Some((m, (_, isi))) = m.and_then(|m| Some((m, m.beku.as_ref()?))) else { return Ok(Vec::new()) };
    let mut kalimat = hasil::benturan::kalimat(Bahasa::Id, m, |w| c.waktu(w));
    for b in store::persiapan::benturan::milik_lokus(app.store.baca(), l.id).await? {
        let id = b.akun.to_string();
        if isi.f02.iter().any(|s| s.evaluator == id) && isi.benturan.iter().all(|x| x.evaluator != id) {
            kalimat.push(Bahasa::Id.a("hasil-benturan-beku", [("nama", b.nama.into()), ("waktu", c.waktu(b.pada).into())]));
        }
    }
    Ok(kalimat)
}

pub(super) fn penanda(h: &HarusTanda) -> PenandaTangan {
    let peran = match h.pihak {
        Pihak::Evaluator => PeranTandaTangan::Evaluator,
        Pihak::Unit => PeranTandaTangan::WakilUnitLokus,
        Pihak::Penanggungjawab => PeranTandaTangan::WakilPenanggungjawab,
    };
    PenandaTangan { peran, nama: h.nama.clone(), jabatan: h.jabatan.clone(), nip: None }
}

/// A thousand events each: more wait only after much was brought in at once.
const RONDE_SEGEL: usize = 10;

/// The newest sealed link of the instansi's chain, which what waits until now is added to first.
async fn kepala_audit(app: &AppState, l: &Lokus, c: &Cetak, pada: Waktu) -> Hasil<Option<KepalaAudit>> {
    for _ in 0..RONDE_SEGEL {
        match audit::segel(&app.store).await {
            Ok(0) => break,
            Ok(_) => {}
            Err(e) => {
                tracing::warn!(error = %e, "events were not sealed before minutes were printed");
                break;
            }
        }
    }
    let kepala = audit::kepala(&app.store, &l.instansi_id.to_string()).await?;
    Ok(kepala.map(|k| KepalaAudit {
        hash: hex::encode(&k.sidik),
        urutan: format::angka(Bahasa::Id, &k.nomor.to_string()),
        disegel_pada: Some(Bahasa::Id.a("ba-cetak-sampai", [("waktu", c.waktu(pada).into())])),
    }))
}

async fn formulir(app: &AppState, l: &Lokus, c: &Cetak, edisi: &Edisi) -> Hasil<(StatusF01, Vec<BuktiTercatat>)> {
    let keadaan = f01::keadaan(app.store.baca(), l.id).await?;
    let beku = match keadaan.pengiriman() {
        Some(p) => Beku::baca(&p.isi)?,
        None => f01::beku_kini(app.store.baca(), l.id).await?,
    };
    let semua = edisi.semua_indikator().count();
    let isi = |i: &&pekppp::Indikator| beku.isian.get(&i.kode).is_some_and(|j| pekppp::f01::kelengkapan_indikator(i, &j.jawaban).lengkap());
    let lengkap = edisi.semua_indikator().filter(isi).count();
    let status = StatusF01 {
        status: Bahasa::Id.s(match &keadaan {
            Keadaan::Draf | Keadaan::Siap(_) => "ba-cetak-f01-draf",
            Keadaan::Terkirim(_) => "ba-cetak-f01-terkirim",
            Keadaan::Dibuka(..) => "ba-cetak-f01-dibuka",
        }),
        kelengkapan: Bahasa::Id.a("ba-cetak-kelengkapan", [("ada", lengkap.to_string().into()), ("semua", semua.to_string().into())]),
        versi: keadaan.pengiriman().map(|p| p.nomor.to_string()),
        diajukan: keadaan.pengiriman().map(|p| format!("{}, {}", p.nama, c.waktu(p.pada))),
    };
    let kini = bukti::daftar(app.store.baca(), l.id).await?;
    let daftar = beku.bukti.iter().map(|b| tercatat(b, kini.iter().find(|x| x.id == b.id))).collect();
    Ok((status, daftar))
}

fn tercatat(b: &BuktiBeku, kini: Option<&bukti::Bukti>) -> BuktiTercatat {
    let ukuran = kini.and_then(|x| x.ukuran).and_then(|n| u64::try_from(n).ok()).map(|n| format::ukuran(Bahasa::Id, n));
    let jenis = kini.and_then(|x| x.tipe.as_deref()).map(|t| match t {
        "application/pdf" => "PDF".to_owned(),
        t => t.rsplit(['/', '.']).next().unwrap_or_default().to_uppercase(),
    });
    let rincian = match &b.sidik {
        None => Bahasa::Id.s("ba-cetak-tautan"),
        Some(_) => [jenis, ukuran].into_iter().flatten().collect::<Vec<_>>().join(", "),
    };
    BuktiTercatat { indikator: b.indikator.clone(), nama: b.nama.clone(), rincian, hash: b.sidik.clone() }
}
