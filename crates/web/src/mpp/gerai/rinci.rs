//! `/mpp/{mpp}/gerai/{gerai}`: one place: what is said of it, counters (`POST …/loket`), services and who serves; closing it
//! (`POST …/penutupan`).

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    hak::{AksesMpp, KepalaMpp, Pelaku},
    id::{GeraiId, LayananId, LoketId, PenempatanId, UnitId},
    layanan,
    mpp::{
        self, Gerai, GeraiIsi, Halangan, Loket, Mpp, Pelaksana, Penempatan,
        izin::{self, Izin, Keadaan},
    },
};

use super::urai;
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    layanan::mal::{kunci_keadaan, riwayat},
    mpp::{
        rangka::Tab,
        umum::{self, KEPALA, di_medan},
    },
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/mpp/{mpp}/gerai/{gerai}", crate::mpp::PEMBACA, lihat);
    d.post("/mpp/{mpp}/gerai/{gerai}", KEPALA, ubah);
    d.post("/mpp/{mpp}/gerai/{gerai}/loket", KEPALA, tambah_loket);
    d.post("/mpp/{mpp}/gerai/{gerai}/penutupan", KEPALA, tutup);
}

/// Services offered in the list beside the field.
const SARAN: usize = 1_000;

#[derive(Template)]
#[template(path = "mpp/gerai/rinci.html")]
pub struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    m: &'a Mpp,
    g: Gerai,
    tab: Tab<'a>,
    loket: Vec<Loket>,
    penempatan: Vec<Penempatan>,
    petugas: Vec<Pelaksana>,
    /// Code and name of services that can be placed.
    layanan: Vec<(String, String)>,
    kehadiran: Vec<Opsi>,
    /// Requests to units of other governments.
    izin: Vec<Izin>,
    /// Whom closing the gerai would leave behind.
    halangan: Halangan,
    kepala: bool,
}

impl Halaman<'_> {
    fn buka(&self, awalan: &str) -> bool {
        umum::terbuka(&self.f, awalan)
    }

    /// Whether nothing stands in the way of closing.
    fn dapat_tutup(&self) -> bool {
        self.halangan.nomor == 0 && self.halangan.permohonan == 0
    }

    fn kehadiran(&self, p: &Penempatan) -> &'static str {
        if p.kehadiran == "undangan" { "mpp-hadir-undangan" } else { "mpp-hadir-jadwal" }
    }

    fn keadaan(&self, z: &Izin) -> (Nada, &'static str) {
        kunci_keadaan(z.keadaan())
    }

    fn ditunggu(&self, z: &Izin) -> bool {
        z.keadaan() == Keadaan::Ditunggu
    }

    fn riwayat(&self, z: &Izin) -> Vec<String> {
        riwayat(self.k, z)
    }

    fn menit(&self, p: &Penempatan) -> String {
        p.menit.map_or_else(|| "–".to_owned(), |n| self.k.jumlah("mpp-menit", n))
    }
}

pub async fn untuk_kepala(
    app: &AppState,
    k: Konteks,
    pelaku: &Pelaku,
    (id, g): (UnitId, GeraiId),
) -> Hasil<(AksesMpp, Konteks, KepalaMpp, Gerai)> {
    let (akses, k) = crate::mpp::buka(app, k, pelaku, id).await?;
    let hak = akses.kepala()?;
    let g = gerai_di(app, id, g).await?;
    Ok((akses, k, hak, g))
}

async fn gerai_di(app: &AppState, id: UnitId, g: GeraiId) -> Hasil<Gerai> {
    let g = mpp::gerai(app.store.baca(), g).await?;
    if g.mpp_id == id { Ok(g) } else { Err(Error::TidakAda) }
}

pub async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesMpp, g: Gerai, f: Option<Formulir>) -> Hasil<Halaman<'a>> {
    let (c, m) = (app.store.baca(), &akses.mpp);
    let isi = Formulir::isi([
        ("versi", g.versi.to_string()),
        ("kode", g.kode.clone()),
        ("nama", g.nama.clone()),
        ("letak", g.letak.clone()),
        ("tautan", g.tautan.clone().unwrap_or_default()),
        ("pl_op", PenempatanId::baru().to_string()),
        ("pl_kehadiran", "jadwal".to_owned()),
        ("lk_op", LoketId::baru().to_string()),
    ]);
    let penempatan = mpp::penempatan(c, g.id).await?;
    let katalog = layanan::katalog(&app.store).await?;
    let izin: Vec<Izin> = izin::mpp(c, m.unit_id).await?.into_iter().filter(|z| z.gerai_id == g.id).collect();
    let diminta = |t: LayananId| izin.iter().any(|z| z.layanan_id == t && z.keadaan() == Keadaan::Ditunggu);
    let belum = katalog.layanan.iter().filter(|t| !diminta(t.layanan.id) && penempatan.iter().all(|p| p.layanan_id != t.layanan.id));
    // Those of the mall's own government first.
    let (dekat, jauh): (Vec<_>, Vec<_>) = belum.partition(|t| t.layanan.instansi_id == m.instansi_id);
    let layanan = dekat.into_iter().chain(jauh).take(SARAN).map(|t| (t.layanan.kode.clone(), t.isi.nama.clone())).collect();
    Ok(Halaman {
        loket: mpp::loket(c, g.id).await?,
        halangan: mpp::halangan(c, m, g.id, app.store.sekarang()).await?,
        petugas: mpp::pelaksana_gerai(c, g.id).await?.into_iter().filter(|p| p.akhir.is_none()).collect(),
        kehadiran: [("jadwal", "mpp-hadir-jadwal"), ("undangan", "mpp-hadir-undangan")].map(|(n, l)| Opsi::baru(n, k.s(l))).into(),
        kepala: akses.kepala().is_ok() && g.tutup.is_none(),
        tab: Tab::baru(k, akses, "gerai"),
        f: f.unwrap_or_default().di_atas(isi),
        k,
        m,
        g,
        penempatan,
        layanan,
        izin,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, g)): Jalur<(UnitId, GeraiId)>) -> Hasil {
    let (akses, k) = crate::mpp::buka(&app, k, &pelaku, id).await?;
    akses.pembaca()?;
    let g = gerai_di(&app, id, g).await?;
    tampil(&halaman(&app, &k, &akses, g, None).await?)
}

async fn ubah(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<(UnitId, GeraiId)>,
    mut f: Formulir,
) -> Hasil {
    let (akses, k, hak, g) = untuk_kepala(&app, k, &pelaku, id).await?;
    let versi = f.nilai("versi").parse().unwrap_or(0);
    if let Some((kode, nama, letak, tautan)) = urai(&mut f) {
        let isi = GeraiIsi { kode: &kode, nama: &nama, letak: &letak, tautan: tautan.as_deref() };
        match mpp::ubah_gerai(&app.store, &hak, g.id, versi, &isi).await {
            Ok(()) => return Alih::ke(format!("/mpp/{}/gerai/{}", id.0, g.id)).pesan("mpp-pesan-simpan").into(),
            Err(e) => {
                let di = super::medan(&e);
                di_medan(&mut f, e, di)?;
            }
        }
    }
    tampil_salah(&halaman(&app, &k, &akses, g, Some(f)).await?)
}

async fn tambah_loket(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<(UnitId, GeraiId)>,
    mut f: Formulir,
) -> Hasil {
    let (akses, k, hak, g) = untuk_kepala(&app, k, &pelaku, id).await?;
    let op = f.nilai("lk_op").parse().unwrap_or_else(|_| LoketId::baru());
    f.batasi("lk_nama", 40);
    if let (Some(nama), true) = (f.wajib("lk_nama", "loket-nama"), f.sah()) {
        match mpp::tambah_loket(&app.store, &hak, op, g.id, &nama).await {
            Ok(()) => return Alih::ke(format!("/mpp/{}/gerai/{}#loket", id.0, g.id)).pesan("mpp-pesan-simpan").into(),
            Err(store::StoreError::SudahAda(_)) => f.salahkan("lk_nama", "mpp-loket-sudah"),
            Err(e) => di_medan(&mut f, e, "lk_nama")?,
        }
    }
    tampil_salah(&halaman(&app, &k, &akses, g, Some(f)).await?)
}

async fn tutup(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<(UnitId, GeraiId)>,
    mut f: Formulir,
) -> Hasil {
    let (akses, k, hak, g) = untuk_kepala(&app, k, &pelaku, id).await?;
    if let Some(alasan) = f.alasan("tutup_alasan") {
        match mpp::tutup_gerai(&app.store, &hak, g.id, &alasan).await {
            Ok(()) => return Alih::ke(format!("/mpp/{}/gerai/{}", id.0, g.id)).pesan("mpp-pesan-simpan").into(),
            // Not the reason is at fault: the place itself is said, beside what stands in the way.
            Err(e @ StoreError::Keadaan("gerai-masih-antre" | "gerai-masih-permohonan")) => di_medan(&mut f, e, "tutup_gerai")?,
            Err(e) => di_medan(&mut f, e, "tutup_alasan")?,
        }
    }
    tampil_salah(&halaman(&app, &k, &akses, g, Some(f)).await?)
}
