//! Lines of the start page that come from outside the chain of steps: an F01 that was returned, follow-up that a unit has to plan or to
//! take up again, and follow-up that an evaluator has to verify.

use store::{
    beranda::tunggu,
    hak::Pelaku,
    lokus::{Lokus, keadaan::Keadaan},
    peran::Peran,
    persiapan::benturan,
};

use super::tugas::{Bagian, Butir};
use crate::{AppState, error::Hasil, komponen::Nada, konteks::Konteks};

/// An F01 that came back: until when it is to be repaired, and the way to the remarks. Whose turn it is not reads that it waits.
pub(super) fn dikembalikan(k: &Konteks, l: Lokus, f: &tunggu::F01Kembali, unit: bool, p: &Pelaku) -> Butir {
    let kunci = if unit { "beranda-kembali-unit" } else { "beranda-kembali-evaluator" };
    let args = [("tanggal", k.hari(&f.tenggat).into()), ("jumlah", f.jumlah.into())];
    let nada = if unit && p.punya(Peran::UnitOperator) { Nada::Perhatian } else { Nada::Netral };
    Butir {
        keterangan: format!("{} · {}", l.periode, k.a(kunci, args)),
        judul: l.unit,
        jalur: if unit { format!("/lokus/{}/f01", l.id) } else { format!("/lokus/{}/pra-evaluasi", l.id) },
        lencana: Some((nada, "pra-keadaan-dikembalikan")),
    }
}

/// A unit with which the evaluator declared a conflict of interest: nothing waits for him there.
pub(super) fn diganti(k: &Konteks, l: Lokus) -> Butir {
    Butir {
        keterangan: format!("{} · {}", l.periode, k.s("benturan-ganti-menunggu")),
        judul: l.unit,
        jalur: format!("/lokus/{}", l.id),
        lencana: None,
    }
}

/// Minutes that cannot be finished any more: nobody is asked to sign them, the organiser has to annul them first.
pub(super) fn ba_dibatalkan(k: &Konteks, l: Lokus) -> Butir {
    Butir {
        keterangan: format!("{} · {}", l.periode, k.s("lokus-menunggu-ba-batal")),
        judul: l.unit,
        jalur: format!("/lokus/{}", l.id),
        lencana: None,
    }
}

/// Whether nobody has begun with F01.
pub(crate) fn belum_mulai(x: &Keadaan) -> bool {
    x.f01_isian == 0 && x.bukti == 0 && x.f01_siap.is_none() && x.f01_kirim.is_none()
}

/// What a unit has to do about its recommendations, in words.
pub(crate) fn kerjakan(k: &Konteks, t: &tunggu::TindakLanjut) -> String {
    let satu = |kunci, n: i64| (n > 0).then(|| k.jumlah(kunci, n));
    let kata = [satu("beranda-tl-rencana", t.rencana), satu("beranda-tl-kembali", t.kembali)];
    kata.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// The same as a line of the unit.
pub(super) fn tindak_lanjut(k: &Konteks, l: Lokus, t: &tunggu::TindakLanjut) -> Butir {
    Butir {
        keterangan: format!("{} · {}", l.periode, kerjakan(k, t)),
        judul: l.unit,
        jalur: format!("/lokus/{}/tindak-lanjut", l.id),
        lencana: Some((Nada::Perhatian, "beranda-giliran")),
    }
}

/// Declarations on conflicts of interest that an evaluator owes, a line for each period; `None` without any.
pub(super) async fn pernyataan(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<Option<Bagian>> {
    let semua = benturan::belum(&app.store, p).await?.into_iter().map(|b| Butir {
        keterangan: k.jumlah("benturan-beranda-isi", b.jumlah),
        judul: b.periode,
        jalur: format!("/lokus/{}/f02/pernyataan", b.lokus),
        lencana: Some((Nada::Perhatian, "beranda-giliran")),
    });
    let bagian = Bagian { judul: "benturan-beranda", kosong: "beranda-tanda-kosong", butir: semua.collect(), lain: None };
    Ok((!bagian.butir.is_empty()).then_some(bagian))
}

/// Follow-up that a unit says is done; `None` while nothing waits for this evaluator.
pub(super) async fn verifikasi(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<Option<Bagian>> {
    let semua = tunggu::verifikasi(&app.store, p).await?.into_iter().map(|v| Butir {
        keterangan: format!("{} · {}", v.unit.periode, k.jumlah("beranda-verifikasi-jumlah", v.jumlah)),
        judul: v.unit.unit,
        jalur: format!("/lokus/{}/tindak-lanjut", v.unit.lokus_id),
        lencana: Some((Nada::Perhatian, "beranda-giliran")),
    });
    let butir: Vec<Butir> = semua.collect();
    let bagian = Bagian { judul: "beranda-verifikasi-bagian", kosong: "beranda-tanda-kosong", butir, lain: None };
    Ok((!bagian.butir.is_empty()).then_some(bagian))
}
