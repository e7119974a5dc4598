//! Reading the surveys of a report: frozen texts of what is published, counters of the rest.

use super::{KeadaanSurvei, Survei, nilai_semua};
use crate::{
    Hasil, Store, edisi,
    id::UnitId,
    mpp::HIDUP,
    nilai,
    skm::{
        self, KeadaanRonde, agregat, rekap,
        terbit::{self, IsiTerbit},
    },
};
use ::skm::{Edisi, Susunan};
use jiff::civil::Date;

/// Rounds of one report at most, the newest.
const PUTARAN: usize = 24;

/// Published results of the mall and of the units that serve in it: what anyone may read.
pub(in crate::kinerja) async fn terbitan(store: &Store, mpp: UnitId, dari: Date, sampai: Date) -> Hasil<Vec<Survei>> {
    let unit = format!(
        "SELECT mt.unit_id FROM mpp mt WHERE mt.unit_id = $1
         UNION SELECT n.unit_id FROM tenan n LEFT JOIN tenan_keluar x ON x.tenan_id = n.id WHERE n.mpp_id = $1 AND n.unit_id IS NOT NULL AND x.tenan_id IS NULL
         UNION SELECT l.unit_id FROM gerai_layanan p JOIN layanan l ON l.id = p.layanan_id WHERE p.mpp_id = $1 AND {HIDUP}"
    );
    let isi = terbit::sekurun(store, &unit, nilai![mpp, dari.to_string(), sampai.to_string()], PUTARAN).await?;
    let rumah = crate::instansi::unit(store, mpp).await?.kode;
    let mut semua = Vec::with_capacity(isi.len());
    for t in isi.into_iter().filter(|t| t.sampai >= dari.to_string()) {
        semua.push(dari_terbitan(store, &rumah, t).await?);
    }
    // The mall first; within it the newest.
    semua.sort_by_key(|s| !s.milik_mal);
    Ok(semua)
}

async fn dari_terbitan(store: &Store, rumah: &str, t: IsiTerbit) -> Hasil<Survei> {
    let e = edisi::skm(store, &t.edisi).await?;
    let s = skm::susunan(&e, &t.unsur, &t.kode)?;
    let (semua, layanan) = nilai_semua(&s, &t.agregat, &t.layanan)?;
    Ok(Survei {
        milik_mal: t.unit_kode == rumah,
        kode: t.kode,
        nama: t.nama,
        unit: t.unit,
        mulai: t.mulai,
        sampai: t.sampai,
        keadaan: KeadaanSurvei::Terbit,
        semua,
        layanan,
        unsur: unsur(&e, &s),
    })
}

/// The mall's own rounds that are not published, for those who run it.
pub(in crate::kinerja) async fn sendiri(store: &Store, mpp: UnitId, dari: Date, sampai: Date) -> Hasil<Vec<Survei>> {
    let c = store.baca();
    let mut semua = Vec::new();
    for r in rekap::sekurun(store, mpp, dari, sampai, PUTARAN).await?.into_iter().filter(|r| !r.terbit) {
        let (r, keadaan) = (r.ronde, r.keadaan);
        if r.akhir() < dari.to_string() || keadaan == KeadaanRonde::Dijadwalkan {
            continue;
        }
        let e = edisi::skm(store, &r.edisi).await?;
        let s = r.susunan(&e)?;
        let a = agregat::baca(c, r.id).await?.untuk_umum();
        let (nilai, layanan) = nilai_semua(&s, &a, &skm::layanan(c, r.id).await?)?;
        semua.push(Survei {
            milik_mal: true,
            sampai: r.akhir(),
            kode: r.kode,
            nama: r.nama,
            unit: r.unit,
            mulai: r.mulai,
            keadaan: if keadaan == KeadaanRonde::Berjalan { KeadaanSurvei::Berjalan } else { KeadaanSurvei::Selesai },
            semua: nilai,
            layanan,
            unsur: unsur(&e, &s),
        });
    }
    Ok(semua)
}

fn unsur(e: &Edisi, s: &Susunan<'_>) -> Vec<(String, String)> {
    let dipakai = |kunci: &str| s.unsur().iter().any(|u| u.kunci == kunci);
    e.unsur.iter().filter(|u| dipakai(&u.kunci)).map(|u| (u.kunci.clone(), u.nama.clone())).collect()
}
