//! What the page of a unit says beyond the chain of steps: whose signature is missing, follow-up that is not done when all steps are, and
//! sheets whose evaluators declared a conflict of interest. It only reads.

use store::{
    berita_acara::{self, HarusTanda},
    hak::{AksesLokus, Pelaku},
    hasil,
    lokus::keadaan::Keadaan as Rantai,
    penyampaian::{self, Dokumen},
    rekomendasi,
    tindak_lanjut::{self, Status},
};

use super::{
    berita_acara::rincian::{pihak, sebagai},
    lanjutan,
    ringkasan::Berikut,
};
use crate::{
    AppState,
    error::Hasil,
    komponen::{Nada, Pemberitahuan},
    konteks::Konteks,
};

/// Who has to sign the minutes of the result now; or the organiser, when somebody cannot any more, and then also of the minutes of the
/// evaluation. `None` while there are none to sign.
pub(super) async fn tanda(app: &AppState, k: &Konteks, a: &AksesLokus, p: &Pelaku, x: &Rantai) -> Hasil<Option<Berikut>> {
    if x.hasil_id.is_none() || x.ba_hasil == 0 || x.ba_hasil_segel.is_some() {
        return pelaksanaan(app, k, a, x).await;
    }
    let (c, l) = (app.store.baca(), &a.lokus);
    let Some(b) = berita_acara::daftar(c, l.id).await?.into_iter().find(|b| b.jenis == "hasil" && b.batal.is_none()) else {
        return Ok(None);
    };
    let belum = berita_acara::belum(c, l, &b, &lanjutan::hari_ini(app, l).to_string()).await?;
    let jalur = format!("/berita-acara/{}", b.id);
    let macet: Vec<&str> = belum.iter().filter(|b| b.halangan.is_some()).map(|b| b.orang.nama.as_str()).collect();
    if !macet.is_empty() {
        return Ok(Some(Berikut {
            tindakan: k.n("lokus-tindakan-ulang-ba", "nama", macet.join(", ")),
            siapa: k.s("lokus-siapa-penyelenggara"),
            jalur: a.penyelenggara().is_ok().then_some(jalur),
        }));
    }
    let harus: Vec<HarusTanda> = belum.into_iter().map(|b| b.orang).collect();
    Ok(Some(Berikut {
        tindakan: k.s("lokus-tindakan-tanda-tangan"),
        siapa: penanda(k, &harus),
        jalur: sebagai(a, &harus, p.akun).map(|_| jalur),
    }))
}

/// Minutes of the evaluation that cannot be finished are the organiser's; everybody else goes on with his own steps.
async fn pelaksanaan(app: &AppState, k: &Konteks, a: &AksesLokus, x: &Rantai) -> Hasil<Option<Berikut>> {
    if x.ba_pelaksanaan == 0 || x.ba_pelaksanaan_segel.is_some() || a.penyelenggara().is_err() {
        return Ok(None);
    }
    let (id, hari) = (a.lokus.id, lanjutan::hari_ini(app, &a.lokus).to_string());
    let macet = berita_acara::macet(app.store.baca(), &[id], &hari).await?;
    Ok(macet.pelaksanaan.contains(&id).then(|| Berikut {
        tindakan: k.s("lokus-tindakan-ba-macet-pelaksanaan"),
        siapa: k.s("lokus-siapa-penyelenggara"),
        jalur: Some(format!("/lokus/{id}/berita-acara")),
    }))
}

/// Those who have to sign, by name and party.
pub(crate) fn penanda(k: &Konteks, semua: &[HarusTanda]) -> String {
    semua.iter().map(|h| format!("{} ({})", h.nama, k.s(pihak(h.pihak)))).collect::<Vec<_>>().join(", ")
}

/// Recommendations that nobody accepted, or that are late, when all steps of the chain are done. `None` when all is.
pub(super) async fn lanjut(app: &AppState, k: &Konteks, a: &AksesLokus) -> Hasil<Option<Pemberitahuan>> {
    let (c, l) = (app.store.baca(), &a.lokus);
    let kini = lanjutan::hari_ini(app, l);
    let kemudian = tindak_lanjut::dilanjutkan(c, l.id).await?;
    let mut butir = tindak_lanjut::daftar(c, l.id).await?;
    // What a later period goes on with is due there.
    butir.retain(|b| !kemudian.contains(&b.rekomendasi.id));
    let n = tindak_lanjut::hitung(&butir, kini);
    let sisa = n.semua - n.dari(Status::Diterima);
    if sisa == 0 || !rekomendasi::tersampaikan(c, l.id).await? {
        return Ok(None);
    }
    let lapor = penyampaian::daftar(c, l.id).await?.iter().any(|p| p.dokumen == Dokumen::TindakLanjut);
    let lewat_batas = !lapor && tindak_lanjut::batas(c, l).await?.is_some_and(|b| b.batas < kini);
    let mut isi = vec![k.jumlah("lokus-lanjut-belum", sisa)];
    if n.lewat > 0 {
        isi.push(k.jumlah("lokus-lanjut-lewat", n.lewat));
    }
    if lewat_batas {
        isi.push(k.s("lokus-lanjut-laporan"));
    }
    let terlambat = n.lewat > 0 || lewat_batas;
    let (nada, judul) = if terlambat { (Nada::Bahaya, "lokus-lanjut-terlambat") } else { (Nada::Info, "lokus-lanjut-berjalan") };
    Ok(Some(k.pemberitahuan_teks(nada, k.s(judul), isi.join(" "))))
}

/// Who organises or appoints reads of each sheet that counts although its evaluator declared a conflict since, and what can be done.
pub(super) async fn benturan(app: &AppState, k: &Konteks, a: &AksesLokus) -> Hasil<Vec<String>> {
    if a.penyelenggara().is_err() && a.penanggungjawab().is_err() {
        return Ok(Vec::new());
    }
    let c = app.store.baca();
    let semua = hasil::dihitung(c, a.lokus.id).await?;
    if semua.is_empty() {
        return Ok(Vec::new());
    }
    // The organiser has decided about those that the frozen result names.
    let diputus = match hasil::hidup(c, a.lokus.id).await? {
        Some(h) => Some(h.bundel()?.benturan),
        None => None,
    };
    let kunci = if diputus.is_some() { "lokus-benturan-beku" } else { "lokus-benturan-dihitung" };
    let belum = semua.iter().filter(|b| diputus.as_ref().is_none_or(|d| d.iter().all(|x| x.evaluator != b.akun.to_string())));
    Ok(belum.map(|b| k.a(kunci, [("nama", b.nama.clone().into()), ("waktu", k.waktu(&b.pada).into())])).collect())
}
