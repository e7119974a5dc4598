//! Sheets made on demand: the plan as PDF and workbook, the announcement of a published result as PDF.

use axum::extract::State;
use dokumen::{LembarSkm, RencanaSkm, xlsx};
use store::{
    hak,
    id::RondeId,
    skm::{rtl, terbit},
};

use super::{
    isi::{self, kemajuan, kepala, penanda},
    tabel,
};
use crate::{
    AppState,
    bahasa::Bahasa,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    skm::{
        PEMBACA,
        hasil::{Muatan, muat},
        konteks,
        sajian::Sajian,
    },
    tampil, unduhan,
};

pub fn rute(d: &mut Daftar) {
    d.get("/survei/{ronde}/tindak-lanjut/rencana.pdf", PEMBACA, rencana_pdf);
    d.get("/survei/{ronde}/tindak-lanjut/rencana.xlsx", PEMBACA, rencana_xlsx);
    d.get("/survei/{ronde}/penerbitan/lembar.pdf", PEMBACA, lembar_pdf);
}

/// The plan as it stands now; the context speaks Indonesian.
///
/// # Errors
/// When the store fails.
pub async fn rencana(app: &AppState, k: &Konteks, m: &Muatan) -> Hasil<RencanaSkm> {
    let r = m.ronde();
    let n = rtl::kemajuan(&rtl::daftar(app.store.baca(), r.id).await?);
    let j = Sajian::baru(k, m.bahan())?;
    let dasar = match &j.angka {
        Some(a) => {
            k.a("laporanskm-cetak-dasar", [("ikm", j.ikm().into()), ("mutu", a.hasil.mutu.as_str().into()), ("n", j.bilang(j.n()).into())])
        }
        None => k.s("hasilskm-kosong"),
    };
    Ok(RencanaSkm {
        kepala: kepala(app, k, m, "", None, app.store.sekarang()),
        ronde: tabel::ronde(k, m),
        dasar,
        kemajuan: kemajuan(k, n),
        rtl: isi::rencana(app, k, m).await?,
        sebelum: isi::sebelum(app, k, m).await?,
        kepastian: m.edisi.tindak_lanjut.kepastian.clone(),
        penanda_tangan: vec![penanda(k, m, None)],
    })
}

async fn muatan(app: &AppState, k: Konteks, pelaku: &hak::Pelaku, id: RondeId) -> Hasil<(Konteks, Muatan)> {
    let m = muat(&app.store, hak::ronde_skm(&app.store, pelaku, id).await?).await?;
    let mut k = konteks(k, m.ronde());
    k.bahasa = Bahasa::Id;
    Ok((k, m))
}

async fn rencana_pdf(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>) -> Hasil {
    let (k, m) = muatan(&app, k, &pelaku, id).await?;
    let isi = app.pencetak.cetak(rencana(&app, &k, &m).await?).await?;
    Ok(tampil::pdf(isi, &format!("rtl-{}.pdf", m.ronde().kode)))
}

async fn rencana_xlsx(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>) -> Hasil {
    let (k, m) = muatan(&app, k, &pelaku, id).await?;
    Ok(unduhan::kirim(unduhan::XLSX, &format!("rtl-{}.xlsx", m.ronde().kode), xlsx::rencana_skm(&rencana(&app, &k, &m).await?)?))
}

/// The announcement of what is published now: from the frozen figures, not from the counters.
///
/// # Errors
/// 404 when nothing is published.
pub async fn lembar(app: &AppState, k: &Konteks, m: &Muatan) -> Hasil<LembarSkm> {
    let r = m.ronde();
    let t = crate::publik::skm::berlaku(terbit::publik(&app.store, &r.kode).await?)?;
    let mut beku = m.bahan();
    beku.agregat = &t.isi.agregat;
    beku.layanan = &t.isi.layanan;
    beku.populasi = t.isi.populasi;
    let j = Sajian::baru(k, beku)?;
    Ok(LembarSkm {
        kepala: kepala(app, k, m, t.kode_verifikasi(), None, t.pada),
        ronde: tabel::ronde(k, m),
        ikm: tabel::angka(k, &t.isi.hasil.ikm, m.edisi.penilaian.ikm_desimal),
        mutu: t.isi.hasil.mutu.clone(),
        kinerja: t.isi.hasil.kinerja.clone(),
        responden: tabel::bulat(k, t.isi.agregat.pakai.n),
        layanan: j.nama_layanan().into_iter().map(str::to_owned).collect(),
        profil: tabel::profil(k, &j, false).into_iter().skip(1).collect(),
        kalimat: [j.kalimat_selang(), j.kalimat_mutu()].into_iter().filter(|x| !x.is_empty()).collect(),
    })
}

async fn lembar_pdf(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>) -> Hasil {
    let (k, m) = muatan(&app, k, &pelaku, id).await?;
    let isi = app.pencetak.cetak(lembar(&app, &k, &m).await?).await?;
    Ok(tampil::pdf(isi, &format!("pengumuman-{}.pdf", m.ronde().kode)))
}
