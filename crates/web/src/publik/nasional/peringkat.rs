//! `/peringkat-nasional`: published units, or instansi by the mean of theirs, in the exact order of one edition.

use askama::Template;
use axum::extract::{Query, State};
use store::{
    nasional::{self, EdisiPapan, Halaman as Hal, JENIS_KELOMPOK, Letak, LetakInstansi, Papan, Saring},
    wilayah,
};

use super::{Muatan, gerak, muat, saring::Kueri};
use crate::{
    AppState, Error,
    error::Hasil,
    kata::kunci_skema,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::segar,
};

pub fn rute(d: &mut Daftar) {
    d.get("/peringkat-nasional", Akses::Publik, lihat);
}

const SEHALAMAN: usize = 50;
const JALUR: &str = "/peringkat-nasional";

/// One line of the table.
struct Baris {
    peringkat: usize,
    /// Best and worst rank, where they differ.
    pita: Option<(usize, usize)>,
    seri: bool,
    nama: String,
    /// `None` where it has no page here.
    tautan: Option<String>,
    keterangan: String,
    ipp: String,
    /// More decimals, where two do not tell neighbours apart.
    eksak: Option<String>,
    mutu: String,
    /// How it moved since an earlier year.
    lalu: Option<String>,
}

#[derive(Template)]
#[template(path = "publik/nasional/peringkat.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    q: &'a Kueri,
    m: &'a Muatan,
    edisi: Option<&'a EdisiPapan>,
    baris: Vec<Baris>,
    jumlah: usize,
    cocok: usize,
    hal: usize,
    hal_akhir: usize,
    mutu: Vec<(String, usize)>,
    tanpa_rentang: usize,
    lalu: Lalu,
}

/// What "last period" means here.
enum Lalu {
    TidakAda,
    /// The year; ranked with the same edition.
    Tahun(i64),
    /// Another edition was used: ranks are not put side by side.
    EdisiLain(i64),
}

impl Halaman<'_> {
    fn ke(&self, nama: &str, nilai: impl std::fmt::Display) -> String {
        self.q.alamat(JALUR, &[(nama, &nilai.to_string())])
    }

    fn skema(&self, skema: &str) -> String {
        self.k.s(kunci_skema(skema))
    }

    fn jenis(&self) -> Vec<(&'static str, String)> {
        let ada = |j: &str| self.m.papan.instansi.iter().any(|i| i.jenis == j);
        JENIS_KELOMPOK.into_iter().filter(|j| ada(j)).map(|j| (j, super::jenis(self.k, j))).collect()
    }

    fn kategori(&self) -> Vec<String> {
        let mut semua = self.m.papan.kategori.clone();
        store::lokus::urutkan_kategori(&mut semua);
        semua
    }

    /// Provinces, and of the one chosen its kabupaten and kota.
    fn wilayah(&self) -> Vec<(&'static str, &'static str)> {
        let provinsi = self.q.wilayah.split('.').next().unwrap_or_default();
        let mut semua = Vec::new();
        for p in wilayah::provinsi() {
            semua.push((p.kode, p.nama));
            if p.kode == provinsi {
                semua.extend(wilayah::dalam(p.kode).map(|w| (w.kode, w.nama)));
            }
        }
        semua
    }

    fn gerak(&self, b: &Baris) -> String {
        b.lalu.clone().unwrap_or_else(|| self.k.s("nasional-baru"))
    }

    fn edisi_pendek(&self, e: &EdisiPapan) -> String {
        e.sidik.chars().take(12).collect()
    }

    fn sementara(&self) -> Option<String> {
        self.k.sementara(&self.m.papan.skema, self.m.papan.divalidasi())
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Query(q): Query<Vec<(String, String)>>) -> Hasil {
    let q = Kueri::dari(&q);
    let m = muat(&app, &q).await?;
    let k = k.ilustrasi(m.papan.ilustrasi()).bantuan("nasional");
    let saring = q.saring();
    let edisi = m.papan.edisi_pilihan(&saring).and_then(|n| m.papan.edisi.get(n));
    let (mut baris, h): (Vec<Baris>, _) = if q.instansi {
        let h = m.papan.per_instansi(&saring, SEHALAMAN);
        (h.isi.iter().map(|l| instansi(&k, &q, &m.papan, l)).collect(), kosongkan(h))
    } else {
        let h = m.papan.unit(&saring, SEHALAMAN);
        (h.isi.iter().map(|l| unit(&k, &m.papan, l)).collect(), kosongkan(h))
    };
    let lalu = if q.instansi { Lalu::TidakAda } else { bandingkan(&app, &k, &q, &m, edisi, &mut baris).await? };
    let (jumlah, cocok, hal, hal_akhir) = (h.jumlah, h.cocok, h.hal, h.hal_akhir);
    segar(
        &k,
        &Halaman { k: &k, q: &q, m: &m, edisi, baris, jumlah, cocok, hal, hal_akhir, mutu: h.mutu, tanpa_rentang: h.tanpa_rentang, lalu },
    )
}

fn kosongkan<T>(h: Hal<T>) -> Hal<()> {
    let Hal { jumlah, cocok, hal, hal_akhir, mutu, tanpa_rentang, .. } = h;
    Hal { isi: Vec::new(), jumlah, cocok, hal, hal_akhir, mutu, tanpa_rentang }
}

/// Puts last period's ranks beside these, where the same edition allows it.
async fn bandingkan(
    app: &AppState,
    k: &Konteks,
    q: &Kueri,
    m: &Muatan,
    edisi: Option<&EdisiPapan>,
    baris: &mut [Baris],
) -> Result<Lalu, Error> {
    let (Some(lalu), Some(edisi)) = (m.sebelumnya(), edisi) else { return Ok(Lalu::TidakAda) };
    let papan = nasional::papan(&app.store, lalu.tahun, &lalu.skema).await?;
    if !papan.edisi.iter().any(|e| e.sidik == edisi.sidik) {
        return Ok(Lalu::EdisiLain(lalu.tahun));
    }
    let saring = q.saring();
    let dulu = Saring { edisi: edisi.sidik.clone(), ..q.saring() };
    let halaman = m.papan.unit(&saring, SEHALAMAN);
    let unit: Vec<_> = halaman.isi.iter().map(|l| l.baris.unit_id).collect();
    let gerak = m.papan.gerak(&saring, &papan, &dulu, &unit);
    for ((b, l), d) in baris.iter_mut().zip(&halaman.isi).zip(gerak) {
        b.lalu = d.map(|d| gerak::kata(k, &d, l.baris.tampil.into()));
    }
    Ok(Lalu::Tahun(lalu.tahun))
}

fn unit(k: &Konteks, p: &Papan, l: &Letak<'_>) -> Baris {
    let b = l.baris;
    let instansi = p.instansi.get(b.instansi as usize).map(|i| i.nama.as_str()).unwrap_or_default();
    let kategori = p.kategori.get(b.kategori as usize).map(String::as_str).unwrap_or_default();
    let periode = p.periode.get(b.periode as usize);
    let serahan = periode.and_then(|x| x.diterima);
    let tautan = periode.map(|x| match x.diterima {
        Some(id) => format!("/serahan/{id}/{}", b.lokus),
        None => format!("/hasil/{}/{}", x.kode, b.lokus),
    });
    let mutu = p.edisi.get(b.edisi as usize).and_then(|e| e.kategori.get(b.mutu as usize));
    Baris {
        peringkat: l.peringkat,
        pita: l.pita.filter(|(a, z)| a != z),
        seri: l.seri,
        nama: b.unit.to_string(),
        keterangan: format!(
            "{instansi} · {kategori}{}",
            if serahan.is_some() { format!(" · {}", k.s("nasional-dari-berkas")) } else { String::new() }
        ),
        tautan,
        ipp: k.angka(format!("{}.{:02}", b.tampil / 100, b.tampil % 100)),
        eksak: l.mirip.then(|| k.angka(format!("{}.{:010}", b.skala / 10_000_000_000, b.skala % 10_000_000_000).trim_end_matches('0'))),
        mutu: mutu.cloned().unwrap_or_default(),
        lalu: None,
    }
}

fn instansi(k: &Konteks, q: &Kueri, p: &Papan, l: &LetakInstansi<'_>) -> Baris {
    let i = p.instansi.get(l.rata.instansi as usize);
    let (nama, jenis) = i.map(|i| (i.nama.clone(), i.jenis)).unwrap_or_default();
    let a = &l.rata.hasil.hasil;
    Baris {
        peringkat: l.peringkat,
        pita: None,
        seri: l.seri,
        tautan: Some(q.alamat(JALUR, &[("menurut", ""), ("jenis", ""), ("kategori", ""), ("wilayah", ""), ("cari", &nama)])),
        nama,
        keterangan: format!("{} · {}", super::jenis(k, jenis), k.jumlah("publik-unit-jumlah", l.rata.hasil.unit)),
        ipp: k.angka(&a.tampil),
        eksak: l.mirip.then(|| k.angka(a.ipp.desimal())),
        mutu: a.kategori.clone(),
        lalu: None,
    }
}
