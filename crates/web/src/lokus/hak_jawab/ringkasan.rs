//! `/lokus/{lokus}/hak-jawab`: the draft scores with objections and answers; the organiser opens them (`POST`), the head of
//! the unit declares that nothing more comes (`POST …/pernyataan`).

use askama::Template;
use axum::extract::State;
use pekppp::{Indikator, Pecahan};
use store::{
    StoreError, hasil,
    hasil::Kurang,
    id::{LokusId, SanggahBukaId},
    kalender,
    peran::Peran,
    sanggah::{self, NilaiDraf, Sanggahan, Tahap},
};

use super::muatan::{Muatan, arti, skor};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Lencana, Nada},
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/hak-jawab", Akses::Masuk, lihat);
    d.post("/lokus/{lokus}/hak-jawab", crate::periode::PENYELENGGARA, buka);
    d.post("/lokus/{lokus}/hak-jawab/pernyataan", Akses::Peran(&[Peran::UnitKepala]), nyatakan);
}

/// One line of the draft.
struct Baris<'a> {
    i: &'a Indikator,
    n: &'a NilaiDraf,
    s: Option<&'a Sanggahan>,
}

struct Bagian<'a> {
    judul: String,
    baris: Vec<Baris<'a>>,
}

#[derive(Template)]
#[template(path = "lokus/hak_jawab/ringkasan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    m: &'a Muatan,
    bagian: Vec<Bagian<'a>>,
    /// The organiser may open the draft now.
    boleh_buka: bool,
    /// What still stands before the opening or the freezing, in words.
    kurang: Vec<String>,
    op: String,
}

impl Halaman<'_> {
    fn lencana(&self) -> Lencana {
        let (nada, kunci) = match (&self.m.buka, self.m.beku) {
            (_, true) => (Nada::Baik, "hak-jawab-keadaan-beku"),
            (None, _) => (Nada::Netral, "hak-jawab-keadaan-belum"),
            (Some((_, _, Tahap::Berjalan(_))), _) => (Nada::Perhatian, "hak-jawab-keadaan-berjalan"),
            (Some((_, _, Tahap::Dinyatakan)), _) => (Nada::Info, "hak-jawab-keadaan-dinyatakan"),
            (Some((_, _, Tahap::Lewat(_))), _) => (Nada::Info, "hak-jawab-keadaan-lewat"),
        };
        self.k.lencana(nada, kunci)
    }

    fn dibuka(&self) -> Option<String> {
        let (b, ..) = self.m.buka.as_ref()?;
        Some(self.k.a(
            "hak-jawab-dibuka-oleh",
            [
                ("nama", b.nama.clone().into()),
                ("pada", self.k.waktu(&b.pada).into()),
                ("hari", b.hari_kerja.to_string().into()),
                ("tenggat", self.k.hari(&b.tenggat).into()),
            ],
        ))
    }

    fn ragu(&self) -> Option<String> {
        self.m.buka.as_ref().and_then(|(b, ..)| ragu(self.k, &b.tenggat_catatan))
    }

    fn skor(&self, n: &str) -> String {
        skor(self.k, n)
    }

    fn arti<'b>(&self, b: &'b Baris<'_>) -> Option<&'b str> {
        arti(b.i, &b.n.nilai)
    }

    fn f02(&self) -> Option<String> {
        let (_, d, _) = self.m.buka.as_ref()?;
        d.f02.as_ref()?.parse::<Pecahan>().ok().map(|p| self.k.angka(p.tampil(2)))
    }

    fn menunggu(&self) -> usize {
        self.m.sanggahan.iter().filter(|s| s.menunggu()).count()
    }

    fn kepala(&self) -> bool {
        self.m.akses.kepala().is_ok() && self.m.berjalan()
    }

    fn menyanggah(&self) -> bool {
        self.m.berjalan() && self.m.penyanggah().is_some()
    }

    fn menjawab(&self) -> bool {
        !self.m.beku && self.m.akses.evaluator().is_ok()
    }

    fn jawaban(&self, s: &Sanggahan) -> Option<(Lencana, String)> {
        let j = s.dijawab()?;
        let kunci = if j.putusan == "berubah" { "hak-jawab-putusan-berubah" } else { "hak-jawab-putusan-tetap" };
        let nada = if j.putusan == "berubah" { Nada::Baik } else { Nada::Info };
        let isi = self.k.a(
            "hak-jawab-jawaban-kalimat",
            [
                ("nama", j.nama.clone().into()),
                ("pada", self.k.waktu(&j.pada).into()),
                ("lama", self.skor(&j.skor_lama).into()),
                ("baru", self.skor(&j.skor_baru).into()),
            ],
        );
        Some((self.k.lencana(nada, kunci), isi))
    }
}

/// What is uncertain about a deadline, in words; `None` when nothing is.
pub fn ragu(k: &Konteks, catatan: &str) -> Option<String> {
    let (tanpa, perkiraan) = kalender::baca_catatan(catatan);
    let deret = |t: &[i16]| t.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let mut kata = Vec::new();
    if !tanpa.is_empty() {
        kata.push(k.n("kalender-tanpa-daftar", "tahun", deret(&tanpa)));
    }
    if !perkiraan.is_empty() {
        kata.push(k.n("kalender-perkiraan", "tahun", deret(&perkiraan)));
    }
    (!kata.is_empty()).then(|| kata.join(" "))
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, m: &'a Muatan, mut f: Formulir) -> Hasil<Halaman<'a>> {
    let mengatur = m.akses.penyelenggara().is_ok();
    let (mut kurang, mut boleh_buka) = (Vec::new(), false);
    if mengatur && m.aturan.pakai && !m.beku {
        let semua = hasil::hitung(&app.store, m.lokus()).await?.kurang;
        let lain: Vec<&Kurang> = semua.iter().filter(|x| x.menghalangi() && !x.hak_jawab()).collect();
        let ulang = semua.iter().any(|x| matches!(x, Kurang::HakJawabUlang { .. })) && !m.berjalan();
        let fase = store::periode::alasan_tertutup(&app.store, m.lokus().periode_id, pekppp::Fase::Pelaksanaan).await?;
        boleh_buka = lain.is_empty() && fase.is_none() && (m.buka.is_none() || ulang);
        kurang = lain.into_iter().map(|x| crate::lokus::hasil::ringkasan::butir(k, x)).collect();
        kurang.extend(fase.filter(|_| m.buka.is_none()).map(|x| k.s(x)));
        if ulang {
            kurang.extend(semua.iter().filter(|x| x.hak_jawab()).map(|x| crate::lokus::hasil::ringkasan::butir(k, x)));
        }
    }
    if f.nilai("hari").is_empty() {
        f.ganti("hari", m.aturan.hari_kerja.to_string());
    }
    let op = f.nilai("op").parse().unwrap_or_else(|_| SanggahBukaId::baru()).to_string();
    Ok(Halaman { bagian: bagian(k, m), boleh_buka, kurang, op, k, f, m })
}

fn bagian<'a>(k: &Konteks, m: &'a Muatan) -> Vec<Bagian<'a>> {
    let Some((_, draf, _)) = &m.buka else { return Vec::new() };
    let baris = |i: &'a Indikator| Some(Baris { i, n: draf.cari(&i.kode)?, s: m.hidup(&i.kode) });
    let aspek = m.edisi.aspek.iter().map(|a| (format!("{}. {}", a.kunci, a.nama), &a.indikator));
    aspek
        .chain([(k.s("f01-tambahan"), &m.edisi.tambahan)])
        .map(|(judul, i)| Bagian { judul, baris: i.iter().filter_map(baris).collect() })
        .filter(|b| !b.baris.is_empty())
        .collect()
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    let k = m.konteks(k);
    tampil(&halaman(&app, &k, &m, Formulir::kosong()).await?)
}

async fn buka(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>, mut f: Formulir) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    let hak = m.akses.penyelenggara()?;
    let op = f.urai::<SanggahBukaId>("op", "umum-wajib");
    let hari = f.urai::<i64>("hari", "tenggat-hari-di-luar");
    if let (Some(op), Some(hari), true) = (op, hari, f.sah()) {
        match sanggah::buka(&app.store, &hak, op, hari).await {
            Ok(_) => return Alih::ke(format!("/lokus/{id}/hak-jawab")).pesan("hak-jawab-dibuka-pesan").into(),
            Err(StoreError::Keadaan("tenggat-hari-di-luar")) => f.salahkan("hari", "tenggat-hari-di-luar"),
            Err(e) => return Err(e.into()),
        }
    }
    let k = m.konteks(k);
    tampil_salah(&halaman(&app, &k, &m, f).await?)
}

async fn nyatakan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>, mut f: Formulir) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    let hak = m.akses.kepala()?;
    f.batasi("catatan", 1000);
    if !f.dicentang("setuju") {
        f.salahkan("setuju", "hak-jawab-setuju-wajib");
    }
    let buka = f.urai::<SanggahBukaId>("buka", "umum-wajib");
    let (Some(buka), true) = (buka, f.sah()) else {
        let k = m.konteks(k);
        return tampil_salah(&halaman(&app, &k, &m, f).await?);
    };
    sanggah::nyatakan_selesai(&app.store, &hak, buka, f.nilai("catatan")).await?;
    Alih::ke(format!("/lokus/{id}/hak-jawab")).pesan("hak-jawab-dinyatakan-pesan").into()
}
