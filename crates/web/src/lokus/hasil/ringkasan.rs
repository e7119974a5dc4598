//! `/lokus/{lokus}/hasil`: the figures, what is missing, freezing (`POST`) and annulling (`POST` with `_aksi=batal`).

use askama::Template;
use axum::extract::State;
use dokumen::{
    grafik::{Bingkai, Sumbu, radar},
    masukan::{Angka, SeriAspek},
};
use pekppp::{Pecahan, Status};
use store::{
    StoreError, berita_acara,
    hak::AksesLokus,
    hasil::{self, Kurang, Pembekuan, Riwayat, TetapDihitung},
    id::{HasilId, LokusId},
    lokus::Lokus,
    penerbitan::{self, Kejadian},
    verifikasi,
};

use super::{
    benturan,
    muat::{Muatan, Pandang, muat},
};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Medan, Nada, Opsi, Pemberitahuan},
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/hasil", Akses::Masuk, lihat);
    d.post("/lokus/{lokus}/hasil", Akses::Masuk, ubah);
}

#[derive(Template)]
#[template(path = "lokus/hasil/ringkasan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    lokus: &'a Lokus,
    pandang: Pandang,
    riwayat: Vec<Riwayat>,
    radar: String,
    /// Freezes and annuls.
    mengatur: bool,
    /// Why neither can be done now.
    tutup: Option<&'static str>,
    /// The results of the period are published, so none is annulled.
    terbit: bool,
    /// Signed minutes rest on the frozen result.
    ba_bertanda: bool,
    op: String,
}

impl Halaman<'_> {
    fn m(&self) -> Option<&Muatan> {
        self.pandang.angka()
    }

    fn keadaan(&self) -> (Nada, &'static str) {
        match &self.pandang {
            Pandang::Angka(m) if m.beku.is_some() => (Nada::Baik, "hasil-keadaan-beku"),
            Pandang::Angka(_) => (Nada::Perhatian, "hasil-keadaan-sementara"),
            _ => (Nada::Netral, "hasil-keadaan-belum"),
        }
    }

    /// A value with a few decimals; the derivation has it exactly.
    fn angka(&self, p: &Option<Pecahan>, angka: u32) -> String {
        p.as_ref().map_or_else(|| "–".to_owned(), |p| self.k.angka(p.tampil(angka)))
    }

    fn butir(&self, kurang: &Kurang) -> String {
        butir(self.k, kurang)
    }

    /// The unit must still be heard.
    fn perlu_hak_jawab(&self) -> bool {
        self.pandang.kurang().iter().any(Kurang::hak_jawab)
    }

    fn boleh_beku(&self) -> bool {
        self.mengatur
            && self.tutup.is_none()
            && self.m().is_some_and(|m| m.beku.is_none())
            && !self.pandang.kurang().iter().any(Kurang::menghalangi)
    }

    /// Evaluators declared a conflict after their sheets were done: it has to be decided whether these count.
    fn benturan(&self) -> bool {
        self.pandang.kurang().iter().any(|x| matches!(x, Kurang::Benturan { .. }))
    }

    fn tetap(&self) -> Medan {
        self.f.radio(self.k, "tetap", "hasil-benturan-label", &benturan::opsi(self.k)).bantu(self.k, "hasil-benturan-bantu").wajib()
    }

    /// What was decided about them when the result was frozen.
    fn diputuskan(&self) -> Vec<String> {
        self.m().map(|m| benturan::kalimat(self.k.bahasa, m, |w| self.k.waktu(&w))).unwrap_or_default()
    }

    fn ada_riwayat(&self) -> bool {
        self.riwayat.len() > 1 || self.riwayat.iter().any(|r| r.batal.is_some())
    }

    /// One box to tick.
    fn centang(&self, nama: &str, label: &str, isi: &str) -> Medan {
        self.f.centang(self.k, nama, label, &[Opsi::baru("ya", self.k.s(isi))])
    }

    fn kode(&self) -> String {
        self.m().and_then(|m| m.beku.as_ref()).map(|(b, _)| verifikasi::tampil(b.kode())).unwrap_or_default()
    }

    fn responden_kurang(&self) -> Option<Pemberitahuan> {
        let m = self.m().filter(|m| m.hasil.status == Status::F03Kurang)?;
        let isi =
            self.k.a("hasil-f03-kurang-isi", [("ada", m.hasil.f03.dipakai.to_string().into()), ("min", m.edisi.f03.responden_min.into())]);
        Some(self.k.pemberitahuan_teks(Nada::Perhatian, self.k.s("hasil-f03-kurang-judul"), isi))
    }
}

/// One line of what is missing, for people.
pub fn butir(k: &Konteks, kurang: &Kurang) -> String {
    match kurang {
        Kurang::BelumDikirim => k.s("hasil-kurang-f01"),
        Kurang::TanpaEvaluator => k.s("hasil-kurang-evaluator"),
        Kurang::Lembar { nama, terisi, perlu } => {
            k.a("hasil-kurang-lembar", [("nama", nama.as_str().into()), ("terisi", (*terisi).into()), ("perlu", (*perlu).into())])
        }
        Kurang::Sepakat { kode, nama, skor } => {
            let skor: Vec<String> = skor.iter().map(|(n, s)| format!("{n} {s}")).collect();
            k.a("hasil-kurang-sepakat", [("kode", kode.as_str().into()), ("nama", nama.as_str().into()), ("skor", skor.join(", ").into())])
        }
        Kurang::HakJawabBelum => k.s("hasil-kurang-hak-jawab-belum"),
        Kurang::HakJawabBerjalan { tenggat } => k.n("hasil-kurang-hak-jawab", "tenggat", k.tanggal(tenggat)),
        Kurang::Sanggahan { kode, nama } => k.a("hasil-kurang-sanggahan", [("kode", kode.as_str().into()), ("nama", nama.as_str().into())]),
        Kurang::HakJawabUlang { kode, nama } => {
            k.a("hasil-kurang-hak-jawab-ulang", [("kode", kode.as_str().into()), ("nama", nama.as_str().into())])
        }
        Kurang::Benturan { nama, pada, sendiri } => {
            let kunci = if *sendiri { "hasil-kurang-benturan-sendiri" } else { "hasil-kurang-benturan" };
            k.a(kunci, [("nama", nama.as_str().into()), ("waktu", k.waktu(pada).into())])
        }
        Kurang::Responden { dipakai, min } => k.a("hasil-kurang-responden", [("ada", dipakai.to_string().into()), ("min", (*min).into())]),
    }
}

/// The radar of the aspects; its table twin stands beside it.
pub fn gambar_radar(k: &Konteks, m: &Muatan) -> String {
    let nilai: Vec<Option<Angka>> =
        m.hasil.f02.aspek.iter().map(|a| a.nilai.as_ref().map(|n| Angka::new(k.angka(n.tampil(2)), n.tampil(6)))).collect();
    let teks: Vec<String> = m
        .hasil
        .f02
        .aspek
        .iter()
        .map(|a| format!("{} {}: {}", a.kunci, a.nama, a.nilai.as_ref().map_or("–".into(), |n| k.angka(n.tampil(2)))))
        .collect();
    let judul = k.s("hasil-radar");
    let bingkai = Bingkai { id: "radar-aspek", judul: &judul, deskripsi: &teks.join("; ") };
    let sumbu: Vec<Sumbu<'_>> = m.edisi.aspek.iter().map(|a| Sumbu { kode: &a.kunci, label: &a.nama }).collect();
    radar(bingkai, &sumbu, &[SeriAspek { nama: k.s("hasil-kolom-nilai"), nilai }]).unwrap_or_default()
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesLokus, f: Formulir) -> Hasil<Halaman<'a>> {
    let pandang = muat(&app.store, akses).await?;
    let mengatur = akses.penyelenggara().is_ok();
    let riwayat = if matches!(pandang, Pandang::Tertutup) { Vec::new() } else { hasil::riwayat(app.store.baca(), akses.lokus.id).await? };
    let ba = berita_acara::daftar(app.store.baca(), akses.lokus.id).await?;
    Ok(Halaman {
        radar: pandang.angka().filter(|m| m.hasil.f02.aspek.len() > 2).map(|m| gambar_radar(k, m)).unwrap_or_default(),
        ba_bertanda: ba.iter().any(|b| b.jenis == "hasil" && b.batal.is_none() && b.tanda > 0),
        op: f.nilai("op").parse().unwrap_or_else(|_| HasilId::baru()).to_string(),
        tutup: store::periode::alasan_tertutup(&app.store, akses.lokus.periode_id, pekppp::Fase::Penyampaian).await?,
        terbit: penerbitan::kejadian(app.store.baca(), akses.lokus.periode_id).await?.first().is_some_and(Kejadian::terbit),
        lokus: &akses.lokus,
        k,
        f,
        pandang,
        riwayat,
        mengatur,
    })
}

/// Language, zone and mark of the pages of one lokus.
pub fn konteks(k: Konteks, lokus: &Lokus) -> Konteks {
    k.ilustrasi(lokus.ilustrasi == 1).zona(&lokus.zona).bantuan("hasil")
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let akses = store::hak::lokus(&app.store, &pelaku, id).await?.dinilai()?;
    let k = konteks(k, &akses.lokus);
    tampil(&halaman(&app, &k, &akses, Formulir::kosong()).await?)
}

async fn ubah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>, mut f: Formulir) -> Hasil {
    let akses = store::hak::lokus(&app.store, &pelaku, id).await?.dinilai()?;
    let hak = akses.penyelenggara()?;
    let ke = Alih::ke(format!("/lokus/{id}/hasil"));
    let op = f.urai::<HasilId>("op", "umum-wajib");
    if f.aksi() == "batal" {
        let alasan = f.wajib("alasan", "hasil-batal-alasan-wajib");
        if let (Some(op), Some(alasan), true) = (op, alasan, f.sah()) {
            match hasil::batalkan(&app.store, &hak, op, &alasan, f.dicentang("beserta")).await {
                Err(StoreError::Keadaan("hasil-batal-ada-berita-acara")) => f.salahkan("beserta", "hasil-batal-ada-berita-acara"),
                lain => {
                    lain?;
                    lupakan_f03(&app, id).await?;
                    return ke.pesan("hasil-batal-pesan").into();
                }
            }
        }
    } else {
        if !f.dicentang("setuju") {
            f.salahkan("setuju", "hasil-bekukan-setuju-wajib");
        }
        if let (Some(op), true) = (op, f.sah()) {
            match hasil::bekukan_dengan(&app.store, &hak, op, TetapDihitung::dari_kunci(f.nilai("tetap"))).await? {
                Pembekuan::Beku(_) => {
                    lupakan_f03(&app, id).await?;
                    return ke.pesan("hasil-beku-pesan").into();
                }
                Pembekuan::Kurang(x) if x.iter().all(|x| matches!(x, Kurang::Benturan { sendiri: false, .. })) => {
                    f.salahkan("tetap", "hasil-benturan-wajib");
                }
                Pembekuan::Kurang(_) => f.salahkan("setuju", "hasil-bekukan-kurang"),
            }
        }
    }
    let k = konteks(k, &akses.lokus);
    tampil_salah(&halaman(&app, &k, &akses, f).await?)
}

/// A frozen result closes the citizens' survey of the unit, an annulled one opens it: the page that is kept goes at once.
async fn lupakan_f03(app: &AppState, lokus: LokusId) -> Hasil<()> {
    if let Some(ronde) = store::ronde::dari_lokus(app.store.baca(), lokus).await? {
        app.survei.lupakan(ronde.id);
    }
    Ok(())
}
