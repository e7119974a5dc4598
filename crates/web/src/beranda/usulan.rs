//! The way of a mall on the start page of both sides: journeys whose papers, answers or next step are the reader's, with the limit that
//! runs; those whose limit is over stand with all that is late.

use layanan::mpp::{Keputusan, Pelaku as Sisi, Tahap};
use store::{
    hak::Pelaku,
    peran::Peran,
    perjalanan::{self, Jalan, forum},
};

use super::tugas::{Bagian, Butir};
use crate::{AppState, error::Hasil, komponen::Nada, konteks::Konteks, mpp::usulan::kunci_tahap};

/// Who acts for the local government in a whole instansi; the head of a mall sees its journey in the mall.
const PEMDA: [Peran; 2] = [Peran::Penyelenggara, Peran::Penanggungjawab];
/// Journeys that are shown; the list behind them has all.
const BANYAK: usize = 40;

/// What waits on the way of malls.
pub(super) struct Usulan {
    pub bagian: Bagian,
    /// Those whose limit is over.
    pub lewat: Vec<Butir>,
    pub ilustrasi: bool,
}

/// `None` while nothing waits.
pub(super) async fn bagian(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<Option<Usulan>> {
    let (pemda, pusat) = (PEMDA.iter().any(|r| p.punya(*r)), p.punya(Peran::Nasional));
    if !pemda && !pusat {
        return Ok(None);
    }
    let (mut butir, mut lewat, mut ilustrasi) = (Vec::new(), Vec::new(), false);
    // A mall in operation waits for nothing that is not planned; its own pages say so.
    let jalan = perjalanan::saya(&app.store, p).await?.into_iter().filter(|j| j.akhir.is_none());
    for j in jalan {
        if butir.len() + lewat.len() >= BANYAK {
            break;
        }
        if j.tahap()? >= Tahap::Beroperasi && !j.lewat(app.store.sekarang().hari(&j.zona)) {
            continue;
        }
        let Some(b) = giliran(app, k, &j, pemda).await? else { continue };
        ilustrasi |= j.ilustrasi == 1;
        if b.lencana.is_some_and(|(n, _)| n == Nada::Bahaya) { lewat.push(b) } else { butir.push(b) }
    }
    let lain = Some((if pemda { "/mpp/usulan" } else { "/nasional/mpp" }, "mpp-usulan-judul"));
    let bagian = Bagian { judul: "mpp-usulan-judul", kosong: "mpp-beranda-telat", butir, lain };
    Ok((!bagian.butir.is_empty() || !lewat.is_empty()).then_some(Usulan { bagian, lewat, ilustrasi }))
}

/// What one side has to do on one journey; a limit that is over is the business of both.
async fn giliran(app: &AppState, k: &Konteks, j: &Jalan, pemda: bool) -> Hasil<Option<Butir>> {
    let c = app.store.baca();
    let p = perjalanan::lipat(j, &perjalanan::langkah(c, j.id).await?)?;
    let milik = |s: Sisi| matches!(s, Sisi::Pemda | Sisi::KepalaDaerah) == pemda;
    let (tahap, lewat) = (p.tahap(), j.lewat(app.store.sekarang().hari(&j.zona)));
    // Sent back, it is the local government's again, and the paper of an approval is nobody's.
    let kembali = tahap == Tahap::Keputusan && p.keputusan() == Some(Keputusan::Dikembalikan);
    let dokumen = if kembali { 0 } else { p.dokumen_kurang().into_iter().filter(|d| milik(d.pihak())).count() };
    let mut jawaban = 0;
    if pemda {
        let terbuka = forum::semua(c, j.id).await?.into_iter().filter(|f| f.terbit.is_none());
        jawaban = terbuka.map(|f| f.masukan - f.dijawab).sum();
    }
    let oleh = if kembali { Sisi::Pemda } else { tahap.uraian().oleh };
    let langkah = tahap < Tahap::Beroperasi && milik(oleh);
    if dokumen == 0 && jawaban == 0 && !langkah && !lewat {
        return Ok(None);
    }
    let mut kata = vec![j.instansi.clone(), k.s(kunci_tahap(tahap))];
    if dokumen > 0 {
        kata.push(k.jumlah("mpp-beranda-dokumen", dokumen));
    }
    if jawaban > 0 {
        kata.push(k.jumlah("mpp-beranda-jawaban", jawaban));
    }
    if let Some(t) = &j.tenggat {
        kata.push(k.n(if lewat { "mpp-tenggat-lewat" } else { "mpp-tenggat" }, "tanggal", k.hari(t)));
    }
    Ok(Some(Butir {
        judul: j.nama.clone(),
        keterangan: kata.join(" · "),
        jalur: format!("/mpp/usulan/{}", j.id),
        lencana: Some(if lewat { (Nada::Bahaya, "beranda-telat") } else { (Nada::Perhatian, "beranda-giliran") }),
    }))
}
