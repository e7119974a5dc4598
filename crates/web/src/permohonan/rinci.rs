//! `/berkas/{permohonan}`: one case for officers: what was sent, where it stands, what can be done now; and its files.

use askama::Template;
use axum::extract::State;
use layanan::permohonan::{Keadaan, Langkah as Alur};
use store::{
    hak::{self, AksesPermohonan, Pelaku},
    id::{GeraiId, PermohonanId},
    kode,
    pdp::baca,
    permohonan::{
        self, BerkasMasuk, Catatan, Geser, Langkah, Permohonan, Telat,
        dokumen::{self, Ambilan, DokumenLayanan},
        formulir::{self, FormulirLayanan},
    },
    tagihan::{self, BayarBatal, Tagihan},
};
use uuid::Uuid;

use super::kata;
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/berkas/{permohonan}", super::PETUGAS, lihat);
    d.get("/berkas/{permohonan}/lampiran/{berkas}", super::PETUGAS, lampiran);
}

#[derive(Template)]
#[template(path = "permohonan/rinci.html")]
pub(super) struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    p: &'a Permohonan,
    keadaan: Keadaan,
    formulir: FormulirLayanan,
    nama: Option<String>,
    kontak: Option<String>,
    jawaban: Vec<(String, String)>,
    berkas: Vec<BerkasMasuk>,
    riwayat: Vec<Langkah>,
    /// How the promised day moved with the calendar.
    geser: Vec<Geser>,
    /// What the applicant was told of the delay, the newest first.
    telat: Vec<Telat>,
    catatan: Vec<Catatan>,
    tagihan: Vec<Tagihan>,
    /// Payments that were taken back.
    balik: Vec<BayarBatal>,
    dokumen: Vec<DokumenLayanan>,
    diambil: Option<Ambilan>,
    bisa: Vec<Alur>,
    pengolah: bool,
    /// The reader recorded a payment of the case or took one back.
    kasir: bool,
    tujuan: Vec<Opsi>,
}

impl Halaman<'_> {
    fn lencana(&self) -> (Nada, &'static str) {
        kata::keadaan(self.keadaan)
    }

    fn kode(&self) -> String {
        kode::tampil(&self.p.kode)
    }

    fn tenggat(&self) -> String {
        kata::tenggat(self.k, self.p, self.k.pada)
    }

    fn lewat(&self) -> bool {
        self.p.lewat(&self.k.pada.hari(&self.p.zona).to_string())
    }

    fn dapat_kabari(&self) -> bool {
        self.pengolah && permohonan::dapat_dikabari(self.p, self.k.pada.hari(&self.p.zona))
    }

    fn hari_telat(&self, t: &Telat) -> String {
        self.k.n("permohonan-telat-perkiraan", "tanggal", self.k.hari(&t.hari))
    }

    fn kalender(&self) -> Option<String> {
        kata::tenggat_catatan(self.k, self.p)
    }

    fn geser(&self, g: &Geser) -> String {
        kata::geser(self.k, g)
    }

    fn langkah(&self, l: &Langkah) -> String {
        self.k.s(kata::langkah(&l.langkah))
    }

    fn oleh(&self, l: &Langkah) -> String {
        l.oleh.clone().unwrap_or_else(|| self.k.s("permohonan-oleh-pemohon"))
    }

    /// Each field for a file with the newest one, and how many older ones there are.
    fn lampiran(&self) -> Vec<(&str, Option<&BerkasMasuk>, Vec<&BerkasMasuk>)> {
        let satu = |m: &'_ str| self.berkas.iter().filter(move |b| b.medan == m).collect::<Vec<_>>();
        self.formulir
            .isi
            .berkas()
            .map(|m| {
                let semua = satu(&m.kunci);
                (m.label.as_str(), semua.first().copied(), semua.into_iter().skip(1).collect())
            })
            .collect()
    }

    fn ukuran(&self, b: &BerkasMasuk) -> String {
        kata::ukuran(self.k, b.ukuran)
    }

    /// Whether a step can be taken now, and by this officer.
    fn dapat(&self, kunci: &str) -> bool {
        self.pengolah && self.bisa.iter().any(|l| l.kunci() == kunci)
    }

    fn dapat_loket(&self, kunci: &str) -> bool {
        !self.kasir && self.bisa.iter().any(|l| l.kunci() == kunci)
    }

    fn menunggu_bayar(&self) -> bool {
        matches!(self.keadaan, Keadaan::Disetujui | Keadaan::SiapDiambil) && self.tagihan.iter().any(Tagihan::terbuka)
    }

    fn dapat_surat(&self) -> bool {
        self.pengolah && matches!(self.keadaan, Keadaan::Disetujui | Keadaan::SiapDiambil)
    }

    fn dapat_tagih(&self) -> bool {
        self.pengolah
            && self.formulir.tarif > 0
            && matches!(self.keadaan, Keadaan::Diproses | Keadaan::Disetujui)
            && self.tagihan.iter().all(|t| t.batal.is_some())
    }

    fn rp(&self, n: &i64) -> String {
        self.k.rupiah(*n)
    }

    fn dibalik(&self, b: &BayarBatal) -> String {
        crate::kasir::dibalik(self.k, b)
    }

    fn kode_tagihan(&self, t: &Tagihan) -> String {
        kode::tampil(&t.kode)
    }

    fn keadaan_tagihan(&self, t: &Tagihan) -> (Nada, &'static str) {
        crate::kasir::lencana(t)
    }
}

/// What applicants wrote is personal: who opens it, by whichever page, is written down first.
pub(super) async fn buka(app: &AppState, k: Konteks, pelaku: &Pelaku, id: PermohonanId) -> Hasil<(AksesPermohonan, Konteks)> {
    let akses = hak::permohonan(&app.store, pelaku, id).await?;
    catat(app, pelaku, &akses).await?;
    let p = &akses.permohonan;
    let k = k.ilustrasi(p.ilustrasi == 1).zona(&p.zona).bantuan("permohonan");
    Ok((akses, k))
}

pub(super) async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesPermohonan, mut f: Formulir) -> Hasil<Halaman<'a>> {
    let (c, p) = (app.store.baca(), &akses.permohonan);
    let formulir = formulir::dari_id(c, p.formulir_id).await?;
    if f.nilai("op").is_empty() {
        f.taruh("op", store::id::baru().to_string());
    }
    let bisa = permohonan::bisa(c, p).await?;
    let kasir = match &k.pelaku {
        Some(x) => tagihan::ikut_kasir(c, p.id, x.akun).await?,
        None => false,
    };
    let tujuan = if bisa.contains(&Alur::Alihkan) { permohonan::tujuan(c, p).await? } else { Vec::new() };
    Ok(Halaman {
        k,
        f,
        p,
        keadaan: p.keadaan()?,
        jawaban: kata::jawaban(k, &formulir.isi, &p.jawaban(app.store.kunci())?),
        nama: p.nama(app.store.kunci())?,
        kontak: p.kontak(app.store.kunci())?,
        formulir,
        berkas: permohonan::berkas(&app.store, p.id).await?,
        riwayat: permohonan::riwayat(&app.store, p.id).await?,
        geser: permohonan::geser(c, p.id).await?,
        telat: permohonan::telat(&app.store, p.id).await?,
        catatan: permohonan::catatan(&app.store, p.id).await?,
        tagihan: tagihan::milik(c, p.id).await?,
        balik: tagihan::bayar_batal(c, p.id).await?,
        dokumen: dokumen::milik(c, p.id).await?,
        diambil: dokumen::diambil(&app.store, p.id).await?,
        bisa,
        pengolah: akses.pengolah().is_ok() && !kasir,
        kasir,
        tujuan: tujuan.into_iter().map(|(id, nama): (GeraiId, _)| Opsi::baru(id.to_string(), nama)).collect(),
    })
}

pub(super) async fn catat(app: &AppState, pelaku: &Pelaku, akses: &AksesPermohonan) -> Hasil<()> {
    let p = &akses.permohonan;
    Ok(baca::catat(&app.store, pelaku, baca::Jenis::Permohonan, p.id.0, p.instansi_id).await?)
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PermohonanId>) -> Hasil {
    let (akses, k) = buka(&app, k, &pelaku, id).await?;
    tampil(&halaman(&app, &k, &akses, Formulir::kosong()).await?)
}

async fn lampiran(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, berkas)): Jalur<(PermohonanId, Uuid)>) -> Hasil {
    catat(&app, &pelaku, &hak::permohonan(&app.store, &pelaku, id).await?).await?;
    crate::berkas::kirim_masuk(&app, permohonan::berkas_satu(&app.store, id, berkas).await?).await
}
