//! `/periode/{periode}/kegiatan/{jadwal}`: agenda, materials, the QR for attendance, and who came.

use askama::Template;
use axum::extract::State;
use store::{
    StoreError, hak,
    id::{BahanId, HadirId, JadwalId, PeriodeId},
    periode::Periode,
    persiapan::{
        jadwal,
        kegiatan::{self, Bahan, Hadir, HadirBaru, Kegiatan, Pintu},
    },
};

use crate::{
    AppState, asal,
    bentrok::Bentrok,
    error::Hasil,
    formulir::{Formulir, di_medan},
    jalur::Jalur,
    komponen::{Nada, Pemberitahuan},
    konteks::Konteks,
    pelaku::Orang,
    periode::{
        PENYELENGGARA,
        jadwal::{Baris, baris},
    },
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/kegiatan/{jadwal}", Akses::Masuk, lihat);
    d.post("/periode/{periode}/kegiatan/{jadwal}", PENYELENGGARA, simpan);
}

#[derive(Template)]
#[template(path = "periode/kegiatan/rinci.html")]
pub(super) struct Halaman<'a> {
    k: &'a Konteks,
    p: &'a Periode,
    b: Baris,
    f: Formulir,
    kelola: bool,
    kegiatan: Option<Kegiatan>,
    bahan: Vec<Bahan>,
    hadir: Vec<Hadir>,
    alamat: String,
    qr: String,
    /// What is to be said of the address in the settings.
    peringatan: Option<Pemberitahuan>,
    pintu: Pintu,
    bentrok: Option<Bentrok>,
}

impl Halaman<'_> {
    fn pintu(&self) -> (&'static str, Nada) {
        match self.pintu {
            Pintu::Belum => ("kegiatan-pintu-belum", Nada::Netral),
            Pintu::Terbuka => ("kegiatan-pintu-terbuka", Nada::Baik),
            Pintu::Lewat => ("kegiatan-pintu-lewat", Nada::Netral),
            Pintu::Batal => ("kegiatan-pintu-batal", Nada::Bahaya),
        }
    }

    fn agenda(&self) -> Vec<&str> {
        self.kegiatan.iter().flat_map(|k| k.agenda.lines()).map(str::trim).filter(|b| !b.is_empty()).collect()
    }

    fn cara(&self, h: &Hadir) -> String {
        let kunci = if h.akun_id.is_some() { "kegiatan-cara-akun" } else { "kegiatan-cara-ketik" };
        self.k.n(kunci, "waktu", self.k.waktu(&h.pada))
    }

    fn ukuran(&self, b: &Bahan) -> String {
        crate::format::ukuran(self.k.bahasa, u64::try_from(b.ukuran).unwrap_or(0))
    }
}

pub(super) async fn halaman<'a>(
    app: &AppState,
    k: &'a Konteks,
    akses: &'a hak::AksesPeriode,
    id: JadwalId,
    f: Option<Formulir>,
) -> Hasil<Halaman<'a>> {
    let baca = akses.pembaca();
    let j = jadwal::satu(&app.store, &baca, id).await?;
    let kegiatan = kegiatan::milik(&app.store, &baca, id).await?;
    let kelola = akses.penyelenggara().is_ok();
    let alamat = kegiatan.as_ref().map(|x| super::alamat(app, x)).unwrap_or_default();
    let qr = if alamat.is_empty() { String::new() } else { dokumen::qr_svg(&alamat, &k.s("kegiatan-qr"))? };
    let awal = || {
        let (versi, agenda) = kegiatan.as_ref().map_or((0, String::new()), |x| (x.versi, x.agenda.clone()));
        let op = (HadirId::baru().to_string(), BahanId::baru().to_string());
        Formulir::isi([("versi", versi.to_string()), ("agenda", agenda), ("op", op.0), ("op_bahan", op.1)])
    };
    Ok(Halaman {
        pintu: kegiatan::pintu(&j, app.store.sekarang())?,
        bahan: kegiatan::bahan(&app.store, id).await?,
        // Names of those who came are for those who run the period.
        hadir: if kelola { kegiatan::daftar_hadir(&app.store, &baca, id).await? } else { Vec::new() },
        f: f.unwrap_or_else(awal),
        b: baris(k, j)?,
        p: &akses.periode,
        bentrok: None,
        peringatan: asal::peringatan(app, k),
        k,
        kelola,
        kegiatan,
        alamat,
        qr,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, j)): Jalur<(PeriodeId, JadwalId)>) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let k = crate::periode::konteks(&app, k, &akses.periode, "persiapan").await?;
    tampil(&halaman(&app, &k, &akses, j, None).await?)
}

/// What was pressed; the field that a refusal belongs to, and the outcome. `None` when the form has faults.
async fn laksanakan(
    app: &AppState,
    hak: &hak::PenyelenggaraPeriode,
    j: JadwalId,
    f: &mut Formulir,
) -> Option<(&'static str, Result<&'static str, StoreError>)> {
    let s = &app.store;
    match f.aksi() {
        "catat-hadir" => {
            for m in ["nama", "jabatan", "unit"] {
                f.batasi(m, 150);
            }
            let (nama, unit) = (f.wajib("nama", "kegiatan-salah-nama"), f.wajib("unit", "kegiatan-salah-unit"));
            let (nama, unit, jabatan) = (nama?, unit?, f.nilai("jabatan").to_owned());
            let id = f.nilai("op").parse().unwrap_or_else(|_| HadirId::baru());
            let baru = HadirBaru { id, nama: &nama, jabatan: &jabatan, unit: &unit };
            f.sah().then_some(())?;
            Some(("nama", kegiatan::catat_manual(s, hak, j, baru).await.map(|()| "kegiatan-hadir-tersimpan")))
        }
        "hapus-hadir" => {
            let id = f.urai("hadir", "kegiatan-salah-hadir")?;
            Some(("alasan", kegiatan::hapus_hadir(s, hak, j, id, f.nilai("alasan")).await.map(|()| "kegiatan-hadir-dihapus")))
        }
        "buang-bahan" => {
            let id = f.urai("bahan", "kegiatan-salah-bahan")?;
            Some(("judul", kegiatan::buang(s, hak, j, id).await.map(|()| "kegiatan-bahan-dibuang")))
        }
        _ => {
            f.batasi("agenda", 5000);
            f.sah().then_some(())?;
            let (versi, agenda) = (f.nilai("versi").parse().unwrap_or(0), f.nilai("agenda").replace("\r\n", "\n"));
            Some(("agenda", kegiatan::simpan(s, hak, j, versi, &agenda).await.map(|()| "kegiatan-tersimpan")))
        }
    }
}

async fn simpan(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, j)): Jalur<(PeriodeId, JadwalId)>,
    mut f: Formulir,
) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let hak = akses.penyelenggara()?;
    let mut siapa = None;
    match laksanakan(&app, &hak, j, &mut f).await {
        Some((_, Ok(pesan))) => return Alih::ke(format!("/periode/{id}/kegiatan/{j}")).pesan(pesan).into(),
        Some((_, Err(StoreError::Bentrok { versi, oleh, pada }))) => siapa = Some((versi, oleh, pada)),
        Some((medan, Err(e))) => di_medan(&mut f, medan, "periode-unit-sudah", e)?,
        None => {}
    }
    let k = crate::periode::konteks(&app, k, &akses.periode, "persiapan").await?;
    let mut h = halaman(&app, &k, &akses, j, Some(f)).await?;
    if let (Some(siapa), Some(kini)) = (siapa, h.kegiatan.clone()) {
        h.bentrok = Some(Bentrok::baru(&app, &k, &mut h.f, siapa, vec![(k.s("kegiatan-agenda"), kini.agenda)]).await);
    }
    tampil_salah(&h)
}
