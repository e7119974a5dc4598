//! `/aduan/{aduan}`: one report with its history, its limits, and the forms of what this person may do now.

use askama::Template;
use axum::extract::{Query, State};
use layanan::pengaduan::{Kelas, Langkah, OlehEskalasi, UnitId as UnitAduan};
use store::{
    hak::{self, AksesAduan, Pelaku},
    id::PengaduanId,
    instansi::Unit,
    pdp,
    pengaduan::{self, Muatan, Pelapor, Pembaca, Pengaduan, Templat, Umum},
};
use uuid::Uuid;

use super::{
    kata,
    kiriman::{self, TERIMA},
    pindah,
    riwayat::{self, Butir, Putaran},
};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Medan, Nada, Opsi},
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/aduan/{aduan}", super::PEMBACA, lihat);
}

#[derive(serde::Deserialize)]
struct Kueri {
    templat: Option<Uuid>,
}

#[derive(Template)]
#[template(path = "aduan/rinci.html")]
pub(super) struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    m: &'a Muatan,
    penghubung: bool,
    pelapor: Option<Pelapor>,
    butir: Vec<Butir>,
    lampiran: Vec<pengaduan::Lampiran>,
    putaran: Vec<Putaran>,
    tenggat: Option<String>,
    lewat: bool,
    induk: Option<Pengaduan>,
    /// Reports that follow this one.
    pengikut: i64,
    unit: Vec<Opsi>,
    templat: Vec<Templat>,
    pembaca: Vec<Pembaca>,
    umum: Option<Umum>,
    op: String,
}

impl Halaman<'_> {
    fn keadaan(&self) -> (Nada, &'static str) {
        (kata::nada(&self.m.aduan.keadaan), kata::keadaan(&self.m.aduan.keadaan))
    }

    fn hari(&self, iso: &str) -> String {
        self.k.hari(iso)
    }

    fn naik(&self) -> Vec<String> {
        let satu = |n: &pengaduan::Naik| {
            let ke = match &n.unit {
                Some(u) if n.kepada == pengaduan::TINGKAT_UNIT => format!("{} ({u})", self.k.s(super::eskalasi::kepada(&n.kepada))),
                _ => self.k.s(super::eskalasi::kepada(&n.kepada)),
            };
            self.k
                .a("aduan-naik-satu", [("hari", self.hari(&n.tanggal).into()), ("ke", ke.into()), ("batas", self.hari(&n.tenggat).into())])
        };
        self.m.eskalasi.iter().map(satu).collect()
    }

    fn isi(&self) -> Vec<String> {
        riwayat::baris(&self.m.isi)
    }

    fn boleh_verifikasi(&self) -> bool {
        self.penghubung && self.m.boleh(Langkah::Verifikasi { kelas: Kelas::Aspirasi })
    }

    fn boleh_lengkapi(&self) -> bool {
        self.penghubung && self.m.boleh(Langkah::MintaLengkapi)
    }

    fn boleh_tolak(&self) -> bool {
        let alasan = layanan::pengaduan::AlasanTolak::Duplikat { induk: layanan::pengaduan::LaporanId(0) };
        self.penghubung && self.m.boleh(Langkah::Tolak { alasan })
    }

    fn boleh_teruskan(&self) -> bool {
        self.m.boleh(Langkah::Teruskan { unit: UnitAduan(0) })
    }

    fn boleh_proses(&self) -> bool {
        self.m.boleh(Langkah::Proses)
    }

    fn boleh_jawab(&self) -> bool {
        self.m.boleh(Langkah::Jawab)
    }

    fn boleh_eskalasi(&self) -> bool {
        self.penghubung && self.m.boleh(Langkah::Eskalasi { oleh: OlehEskalasi::Pejabat })
    }

    fn kata_pengikut(&self) -> String {
        self.k.jumlah("aduan-jawab-pengikut", self.pengikut)
    }

    fn boleh_umum(&self) -> bool {
        let a = &self.m.aduan;
        self.penghubung && a.rahasia == 0 && matches!(a.keadaan.as_str(), "dijawab" | "selesai-pelapor" | "selesai-otomatis")
    }

    fn kelas(&self) -> Medan {
        let batas = |x: &Kelas| crate::publik::pengaduan::batas(self.k, self.m.aturan.untuk(*x).batas);
        let opsi: Vec<Opsi> =
            Kelas::SEMUA.iter().map(|x| Opsi::baru(x.kunci(), self.k.s(kata::kelas(x.kunci()))).bantu(batas(x))).collect();
        self.f.radio(self.k, "kelas", "aduan-kelas", &opsi).wajib()
    }

    fn tujuan(&self, nama: &'static str) -> Medan {
        self.f.pilihan(self.k, nama, "aduan-unit", &self.unit)
    }

    /// What choosing the unit means for this report.
    fn tujuan_bantu(&self) -> &'static str {
        if self.m.aduan.pelanggaran == 1 { "aduan-unit-bantu-pelanggaran" } else { "aduan-unit-bantu" }
    }

    fn alasan(&self) -> Medan {
        let opsi = [
            Opsi::baru("bukan-kewenangan", self.k.s("pengaduan-keadaan-bukan-kewenangan")),
            Opsi::baru("duplikat", self.k.s("pengaduan-keadaan-digabung")),
            Opsi::baru("spam", self.k.s("pengaduan-keadaan-spam")),
        ];
        self.f.radio(self.k, "alasan_tolak", "aduan-alasan", &opsi).wajib()
    }

    fn arah(&self) -> Medan {
        let opsi = [Opsi::baru("dikirim", self.k.s("aduan-lapor-dikirim")), Opsi::baru("diterima", self.k.s("aduan-lapor-diterima"))];
        self.f.radio(self.k, "arah", "aduan-lapor-arah", &opsi).wajib()
    }

    fn berkas(&self) -> Medan {
        self.f.berkas(self.k, kiriman::MEDAN, "pengaduan-lampiran", TERIMA).beberapa().bantu_teks(kiriman::bantu(self.k, &self.f))
    }

    /// Whether one of these fields has a fault: its form is shown open.
    fn salah(&self, medan: &[&str]) -> bool {
        medan.iter().any(|m| self.f.salah(m).is_some())
    }
}

pub(super) async fn buka(app: &AppState, k: Konteks, pelaku: &Pelaku, id: PengaduanId) -> Hasil<(AksesAduan, Konteks)> {
    let akses = hak::aduan(&app.store, pelaku, id).await?;
    catat(app, pelaku, &akses).await?;
    let k = k.ilustrasi(akses.aduan.ilustrasi == 1).zona(&akses.aduan.zona).bantuan("pengaduan");
    Ok((akses, k))
}

/// Who opens what its sender wants hidden, or a report of wrongdoing, is written down first.
pub(super) async fn catat(app: &AppState, pelaku: &Pelaku, akses: &AksesAduan) -> Hasil<()> {
    let a = &akses.aduan;
    if a.rahasia == 1 || a.pelanggaran == 1 {
        pdp::baca::catat(&app.store, pelaku, pdp::baca::Jenis::Pengaduan, a.id.0, a.instansi_id).await?;
    }
    Ok(())
}

pub(super) async fn muat(app: &AppState, akses: &AksesAduan) -> Hasil<Muatan> {
    Ok(pengaduan::muat(&app.store, akses.aduan.clone()).await?)
}

pub(super) async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &AksesAduan, m: &'a Muatan, mut f: Formulir) -> Hasil<Halaman<'a>> {
    let (c, a, baca) = (app.store.baca(), &m.aduan, akses.pembaca());
    let penghubung = akses.penghubung().is_ok();
    // A report of wrongdoing is not handed to the unit that it accuses, nor to a part of it: they are not offered.
    let terlapor = a.unit_id.filter(|_| a.pelanggaran == 1);
    let disebut = a.unit_id.filter(|_| terlapor.is_none());
    for (medan, nilai) in [("unit", disebut.map(|u| u.to_string())), ("arah", Some("dikirim".to_owned()))] {
        if let Some(n) = nilai.filter(|_| f.nilai(medan).is_empty()) {
            f.ganti(medan, n);
        }
    }
    let unit = pengaduan::unit_tujuan(&app.store, a.instansi_id).await?;
    let lain = |u: &Unit| Some(u.id) != a.penangan_id && terlapor.is_none_or(|t| u.id != t && u.induk_id != Some(t));
    let unit = unit.into_iter().filter(lain).map(|u| Opsi::baru(u.id.to_string(), u.nama)).collect();
    Ok(Halaman {
        penghubung,
        pelapor: pengaduan::identitas(&app.store, &baca).await?,
        butir: riwayat::riwayat(k, m, true),
        lampiran: riwayat::lampiran_awal(m),
        putaran: riwayat::putaran(k, m)?,
        tenggat: riwayat::tenggat(k, a.tenggat.as_deref(), &a.tahun),
        lewat: m.lewat()?,
        induk: pengaduan::induk(c, m).await?,
        pengikut: pengaduan::pengikut(c, a.id).await?,
        unit,
        templat: pengaduan::templat(c, a.instansi_id).await?,
        pembaca: if a.pelanggaran == 1 { pengaduan::pembaca(&app.store, &baca).await? } else { Vec::new() },
        umum: pengaduan::milik_umum(&app.store, &baca).await?,
        op: f.nilai("op").parse().unwrap_or_else(|_| store::id::baru()).to_string(),
        k,
        f,
        m,
    })
}

async fn lihat(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<PengaduanId>,
    Query(q): Query<Kueri>,
) -> Hasil {
    if let Err(Error::TidakAda) = hak::aduan(&app.store, &pelaku, id).await.map_err(Error::from) {
        return pindah::lihat(&app, k, &pelaku, id).await;
    }
    let (akses, k) = buka(&app, k, &pelaku, id).await?;
    let m = muat(&app, &akses).await?;
    let mut f = Formulir::kosong();
    if let Some(t) = q.templat {
        let semua = pengaduan::templat(app.store.baca(), akses.aduan.instansi_id).await?;
        f.taruh("jawaban", semua.into_iter().find(|x| x.id == t).map(|x| x.isi).unwrap_or_default());
    }
    tampil(&halaman(&app, &k, &akses, &m, f).await?)
}
