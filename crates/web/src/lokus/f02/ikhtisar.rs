//! `/lokus/{lokus}/f02`: where F02 of this unit stands, for each role what it may see.

use askama::Template;
use axum::extract::State;
use store::{
    StoreError, Waktu,
    f02::{self, Keterbukaan},
    id::LokusId,
    lokus::Lokus,
    persiapan::benturan,
};

use super::rangka::{Rangka, Tutup};
use crate::{
    app::AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Kemajuan, Nada},
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/f02", Akses::Masuk, lihat);
}

/// One part of the sheet on the overview.
struct Ringkas {
    kunci: String,
    nama: String,
    terisi: usize,
    perlu: usize,
    berbobot: bool,
    /// Number, code and name of what has no score yet.
    kurang: Vec<(u32, String, String)>,
}

#[derive(Template)]
#[template(path = "lokus/f02/ikhtisar.html")]
#[expect(clippy::struct_excessive_bools, reason = "what the template shows or leaves out")]
pub(super) struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    lokus: &'a Lokus,
    tutup: Option<Tutup>,
    /// F01 is not sent yet: the sheets lead back here, so nothing links to them.
    menunggu: bool,
    penilai: bool,
    /// Account of the evaluator who reads; empty for anyone else.
    akun: String,
    /// He has not declared yet whether there is a conflict of interest, and still can.
    nyatakan: bool,
    /// He declared one: somebody else has to be appointed.
    tertahan: bool,
    semua: bool,
    tertutup: bool,
    konsensus: bool,
    bagian: Vec<Ringkas>,
    kurang: usize,
    selesai: Option<Waktu>,
    tim: Vec<f02::Kemajuan>,
    semua_selesai: bool,
}

impl Halaman<'_> {
    fn dapat_ditulis(&self) -> bool {
        self.penilai && self.tutup.is_none() && !self.tertahan
    }

    fn bar(&self, b: &Ringkas) -> Kemajuan {
        self.k.kemajuan(b.nama.as_str(), b.terisi, b.perlu)
    }

    /// The first weighted indicator without a score.
    fn lanjut(&self) -> Option<String> {
        let b = self.bagian.iter().find(|b| b.berbobot && !b.kurang.is_empty())?;
        let (nomor, ..) = b.kurang.first()?;
        self.dapat_ditulis().then(|| format!("/lokus/{}/f02/{}#i-{nomor}", self.lokus.id, b.kunci))
    }

    /// Nothing is continued before something was begun.
    fn kata_lanjut(&self) -> &'static str {
        if self.bagian.iter().any(|b| b.terisi > 0) { "f02-lanjut" } else { "f02-mulai" }
    }

    fn teks_kurang(&self) -> String {
        self.k.jumlah("f02-tandai-kurang", self.kurang)
    }
}

/// The page, also after a refused "done" or "open again" (`f` holds the fault).
pub(super) async fn halaman<'a>(app: &AppState, r: &'a Rangka, k: &'a Konteks, f: Formulir) -> Hasil<Halaman<'a>> {
    let lokus = r.lokus();
    let tertutup = r.pandangan == f02::Pandangan::Tertutup;
    let tim = if tertutup { Vec::new() } else { f02::kemajuan(app.store.baca(), lokus.id, &r.edisi).await? };
    let (mut bagian, mut selesai, mut nyatakan, mut saya) = (Vec::new(), None, false, String::new());
    if let Ok(e) = r.akses.ditugaskan() {
        let akun = e.pelaku().akun;
        saya = akun.to_string();
        let isian = f02::isian_sendiri(&app.store, &e).await?;
        let ada = |kode: &str| isian.iter().any(|i| i.indikator == kode && i.skor.is_some());
        bagian = r.bagian(k).into_iter().map(|b| ringkas(b, ada)).collect();
        let masih = matches!(r.buka, Keterbukaan::Terbuka | Keterbukaan::BelumDikirim);
        nyatakan =
            masih && matches!(benturan::harus_bebas(app.store.baca(), lokus.id, akun).await, Err(StoreError::Keadaan("benturan-belum")));
        selesai = tim.iter().find(|t| t.akun_id == akun).and_then(|t| t.selesai);
    }
    Ok(Halaman {
        k,
        f,
        lokus,
        tutup: r.tutup(),
        menunggu: r.buka == Keterbukaan::BelumDikirim,
        penilai: r.pandangan.penilai(),
        akun: saya,
        nyatakan,
        tertahan: r.akses.berbenturan(),
        semua: r.pandangan.semua(),
        tertutup,
        konsensus: lokus.penyatuan == "konsensus",
        kurang: bagian.iter().filter(|b: &&Ringkas| b.berbobot).map(|b| b.kurang.len()).sum(),
        bagian,
        selesai,
        semua_selesai: !tim.is_empty() && tim.iter().all(|t| t.selesai.is_some()),
        tim,
    })
}

fn ringkas(b: super::rangka::Bagian<'_>, ada: impl Fn(&str) -> bool) -> Ringkas {
    let kurang: Vec<_> = b.indikator.iter().filter(|i| !ada(&i.kode)).map(|i| (i.nomor, i.kode.clone(), i.nama.clone())).collect();
    Ringkas {
        kunci: b.kunci.to_owned(),
        nama: b.nama,
        terisi: b.indikator.len() - kurang.len(),
        perlu: b.indikator.len(),
        berbobot: b.berbobot,
        kurang,
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let r = Rangka::baru(&app, &pelaku, id).await?;
    let k = r.konteks(k);
    tampil(&halaman(&app, &r, &k, Formulir::kosong()).await?)
}
