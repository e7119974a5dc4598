//! The way of a mall on the start page of who acts for the local government: journeys whose papers, answers or next step are his, with
//! the limit that runs.

use layanan::mpp::{Pelaku as Sisi, Tahap};
use store::{
    hak::Pelaku,
    peran::Peran,
    perjalanan::{self, Jalan, forum},
};

use super::tugas::{Bagian, Butir};
use crate::{AppState, error::Hasil, komponen::Nada, konteks::Konteks, mpp::usulan::kunci_tahap};

/// Who acts for the local government in a whole instansi; the head of a mall sees its journey in the mall.
const PEMDA: [Peran; 2] = [Peran::Penyelenggara, Peran::Penanggungjawab];
/// Journeys that are looked at; one instansi has few.
const BANYAK: usize = 40;

/// `None` while nothing waits; with the section, whether any of it is an invented example.
pub(super) async fn bagian(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<Option<(Bagian, bool)>> {
    if !PEMDA.iter().any(|r| p.punya(*r)) {
        return Ok(None);
    }
    let (mut butir, mut ilustrasi) = (Vec::new(), false);
    let jalan = perjalanan::saya(&app.store, p).await?;
    for j in jalan.iter().filter(|j| j.akhir.is_none()).take(BANYAK) {
        if let Some(b) = giliran(app, k, j).await? {
            butir.push(b);
            ilustrasi |= j.ilustrasi == 1;
        }
    }
    let lain = Some(("/mpp/usulan", "mpp-usulan-judul"));
    let bagian = Bagian { judul: "mpp-usulan-judul", kosong: "mpp-usulan-kosong", butir, lain };
    Ok((!bagian.butir.is_empty()).then_some((bagian, ilustrasi)))
}

/// What the local government has to do on one journey.
async fn giliran(app: &AppState, k: &Konteks, j: &Jalan) -> Hasil<Option<Butir>> {
    let c = app.store.baca();
    let p = perjalanan::lipat(j, &perjalanan::langkah(c, j.id).await?)?;
    let dokumen = p.dokumen_kurang().into_iter().filter(|d| d.pihak() == Sisi::Pemda).count();
    let terbuka = forum::semua(c, j.id).await?.into_iter().filter(|f| f.terbit.is_none());
    let jawaban: i64 = terbuka.map(|f| f.masukan - f.dijawab).sum();
    let tahap = p.tahap();
    let langkah = tahap < Tahap::Beroperasi && tahap.uraian().oleh == Sisi::Pemda;
    if dokumen == 0 && jawaban == 0 && !langkah {
        return Ok(None);
    }
    let mut kata = vec![k.s(kunci_tahap(tahap))];
    if dokumen > 0 {
        kata.push(k.jumlah("mpp-beranda-dokumen", dokumen));
    }
    if jawaban > 0 {
        kata.push(k.jumlah("mpp-beranda-jawaban", jawaban));
    }
    if let Some(t) = &j.tenggat {
        let lewat = j.lewat(app.store.sekarang().hari(&j.zona));
        kata.push(k.n(if lewat { "mpp-tenggat-lewat" } else { "mpp-tenggat" }, "tanggal", k.hari(t)));
    }
    Ok(Some(Butir {
        judul: j.nama.clone(),
        keterangan: kata.join(" · "),
        jalur: format!("/mpp/usulan/{}", j.id),
        lencana: Some((Nada::Perhatian, "beranda-giliran")),
    }))
}
