//! The parts of an edition file besides the indicators: sources, formula, F03, categories.

use crate::{
    edisi::{AgregasiF03, CaraPenilai, F03Edisi, KategoriEdisi, Pernyataan, Rumus, Sumber},
    pecahan::Pecahan,
};
use naskah::{Pembaca, Tabel};

pub(super) fn sumber(p: &mut Pembaca, t: &Tabel) -> Option<Sumber> {
    let id = p.teks(t, "id");
    let rujukan = p.teks(t, "rujukan");
    let isi = p.teks(t, "isi");
    let kepastian = p.teks(t, "kepastian");
    Some(Sumber { id: id?, rujukan: rujukan?, isi: isi?, kepastian: kepastian? })
}

pub(super) fn rumus(p: &mut Pembaca, t: &Tabel) -> Option<Rumus> {
    let porsi_f02 = p.desimal(t, "porsi_f02");
    let porsi_f03 = p.desimal(t, "porsi_f03");
    let kepastian_porsi = p.teks(t, "kepastian_porsi");
    let agregasi = [("aspect-mean", AgregasiF03::AspectMean), ("plain-mean", AgregasiF03::PlainMean)];
    let agregasi_f03 = p.salah_satu(t, "agregasi_f03", &agregasi);
    let kepastian_agregasi = p.teks(t, "kepastian_agregasi");
    let cara = [("rata-rata", CaraPenilai::RataRata), ("konsensus", CaraPenilai::Konsensus)];
    let cara_penilai = p.salah_satu(t, "cara_penilai", &cara);
    let kepastian_cara_penilai = p.teks(t, "kepastian_cara_penilai");
    Some(Rumus {
        porsi_f02: porsi_f02?,
        porsi_f03: porsi_f03?,
        kepastian_porsi: kepastian_porsi?,
        agregasi_f03: agregasi_f03?,
        kepastian_agregasi: kepastian_agregasi?,
        cara_penilai: cara_penilai?,
        kepastian_cara_penilai: kepastian_cara_penilai?,
    })
}

/// Stands in for a formula that could not be read; passes the check of the shares.
pub(super) fn rumus_kosong() -> Rumus {
    Rumus {
        porsi_f02: Pecahan::bulat(1),
        porsi_f03: Pecahan::nol(),
        kepastian_porsi: String::new(),
        agregasi_f03: AgregasiF03::default(),
        kepastian_agregasi: String::new(),
        cara_penilai: CaraPenilai::default(),
        kepastian_cara_penilai: String::new(),
    }
}

/// Stands in for an F03 part that could not be read.
pub(super) fn f03_kosong() -> F03Edisi {
    F03Edisi { responden_min: 1, responden_maks: 1, kepastian: String::new(), pernyataan: Vec::new() }
}

pub(super) fn f03(p: &mut Pembaca, t: &Tabel) -> Option<F03Edisi> {
    let min = p.bulat(t, "responden_min");
    let maks = p.bulat(t, "responden_maks");
    if let (Some(min), Some(maks)) = (min, maks)
        && (min < 1 || min > maks || maks > 1_000_000)
    {
        p.catat(t, "responden_min", &format!("{min} sampai {maks}"), "1 <= min <= maks <= 1000000");
    }
    let kepastian = p.teks(t, "kepastian");
    let pernyataan = p.daftar_opsional(t, "pernyataan", pernyataan);
    Some(F03Edisi {
        responden_min: u32::try_from(min?).ok()?,
        responden_maks: u32::try_from(maks?).ok()?,
        kepastian: kepastian?,
        pernyataan,
    })
}

fn pernyataan(p: &mut Pembaca, t: &Tabel) -> Option<Pernyataan> {
    let id = p.teks(t, "id");
    let aspek = p.teks(t, "aspek");
    let kode = p.teks(t, "kode");
    let teks = p.teks(t, "teks");
    if let Some(id) = &id {
        p.namai(format!("pernyataan {id}"), t);
    }
    Some(Pernyataan { id: id?, aspek: aspek?, kode: kode?, teks: teks? })
}

pub(super) fn kategori(p: &mut Pembaca, t: &Tabel) -> Option<KategoriEdisi> {
    let kode = p.teks(t, "kode");
    let dari = p.desimal(t, "dari");
    let sampai = p.desimal(t, "sampai");
    let nama = p.teks(t, "nama");
    let nama_lama = p.teks_opsional(t, "nama_lama").ok();
    let zona = p.teks_opsional(t, "zona").ok();
    let kepastian = p.teks(t, "kepastian");
    if let Some(kode) = &kode {
        p.namai(format!("kategori {kode}"), t);
    }
    Some(KategoriEdisi {
        kode: kode?,
        dari: dari?,
        sampai: sampai?,
        nama: nama?,
        nama_lama: nama_lama?,
        zona: zona?,
        kepastian: kepastian?,
    })
}
