//! `/mpp/{mpp}/jadwal/{penempatan}/petugas?pekan=`: the roster of a week as a grid of times. `_aksi=isi` fills empty cells with the
//! opening hours without saving; `POST …/salinan` copies the week to the next.

use askama::Template;
use axum::extract::{Query, State};
use jiff::{ToSpan, civil::Date};
use store::{
    StoreError,
    hak::AksesMpp,
    id::{AkunId, PenempatanId, UnitId},
    pesanan::{
        self, Bahan, Tempat,
        tugas::{self, Calon, Isi},
    },
};

use super::{aturan::pesan, undangan::DEPAN};
use crate::{
    AppState,
    bentrok::Bentrok,
    error::Hasil,
    formulir::{Formulir, urai_jam},
    jalur::Jalur,
    konteks::Konteks,
    mpp::{pesanan::kata, rangka::Tab},
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/mpp/{mpp}/jadwal/{penempatan}/petugas", super::super::PEMBACA, lihat);
    d.post("/mpp/{mpp}/jadwal/{penempatan}/petugas", DEPAN, simpan);
    d.post("/mpp/{mpp}/jadwal/{penempatan}/petugas/salinan", DEPAN, salin);
}

#[derive(serde::Deserialize)]
struct Kueri {
    #[serde(default)]
    pekan: String,
}

/// A day of the week in the head of the grid.
struct Hari {
    tanggal: Date,
    nama: String,
    angka: String,
    /// Why nobody is needed: a holiday, not open.
    tutup: Option<String>,
    lewat: bool,
}

#[derive(Template)]
#[template(path = "mpp/jadwal/petugas.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    t: &'a Tempat,
    tab: Tab<'a>,
    senin: Date,
    hari: Vec<Hari>,
    calon: Vec<(AkunId, String, Vec<Calon>)>,
    depan: bool,
    bentrok: Option<Bentrok>,
}

fn medan(ujung: &str, akun: AkunId, hari: Date) -> String {
    format!("{ujung}-{akun}-{hari}")
}

impl Halaman<'_> {
    fn medan(&self, ujung: &str, akun: &AkunId, hari: &Date) -> String {
        medan(ujung, *akun, *hari)
    }

    fn nilai(&self, ujung: &str, akun: &AkunId, hari: &Date) -> &str {
        self.f.nilai(&medan(ujung, *akun, *hari))
    }

    fn salah(&self, akun: &AkunId, hari: &Date) -> Option<String> {
        self.f.salah(&medan("s", *akun, *hari)).map(|s| s.teks(self.k.bahasa))
    }

    /// Whether the officer is placed at the gerai that day.
    fn dapat(&self, c: &[Calon], h: &Hari) -> bool {
        self.depan && !h.lewat && c.iter().any(|c| c.pada(h.tanggal))
    }

    fn teks(&self, akun: &AkunId, hari: &Date) -> String {
        match (self.nilai("m", akun, hari), self.nilai("s", akun, hari)) {
            ("", _) | (_, "") => "–".to_owned(),
            (a, b) => format!("{a}–{b}"),
        }
    }

    fn label(&self, nama: &str, h: &Hari, kunci: &str) -> String {
        self.k.a(kunci, [("nama", nama.into()), ("hari", format!("{} {}", h.nama, h.angka).into())])
    }

    fn rentang(&self) -> String {
        format!("{} – {}", self.k.tanggal(&self.senin), self.k.tanggal(&self.senin.saturating_add(6.days())))
    }

    fn pekan(&self, n: i64) -> Date {
        self.senin.saturating_add((n * 7).days())
    }
}

type Di = (UnitId, PenempatanId);

/// Officers with their placements in the week, each once.
fn kelompok(calon: Vec<Calon>) -> Vec<(AkunId, String, Vec<Calon>)> {
    let mut semua: Vec<(AkunId, String, Vec<Calon>)> = Vec::new();
    for c in calon {
        match semua.iter_mut().find(|(a, ..)| *a == c.akun_id) {
            Some((.., daftar)) => daftar.push(c),
            None => semua.push((c.akun_id, c.nama.clone(), vec![c])),
        }
    }
    semua
}

async fn halaman<'a>(
    app: &AppState,
    k: &'a Konteks,
    (akses, t): (&'a AksesMpp, &'a Tempat),
    senin: Date,
    f: Option<Formulir>,
) -> Hasil<(Halaman<'a>, Bahan)> {
    let (c, minggu) = (app.store.baca(), senin.saturating_add(6.days()));
    let bahan = pesanan::muat(c, t, app.store.sekarang(), (senin, minggu)).await?;
    let f = if let Some(f) = f {
        f
    } else {
        let mut f = Formulir::isi([("versi", pesanan::versi(c, t.id).await?.to_string())]);
        for x in tugas::antara(c, t.id, senin, minggu).await? {
            f.taruh(medan("m", x.akun_id, x.tanggal), pesanan::pukul(x.mulai));
            f.taruh(medan("s", x.akun_id, x.tanggal), pesanan::pukul(x.selesai));
        }
        f
    };
    let kini = bahan.kini.date();
    let satu = |h: Date| {
        // Without officers there are no slots; here only a closed day is of interest.
        let buka = if h < kini {
            None
        } else {
            match bahan.jadwal.slot(h, &[], &bahan.kalender) {
                Ok(_) | Err(layanan::slot::AlasanTutup::TanpaPetugas) => None,
                Err(a) => Some(kata::tutup(k.bahasa, &a)),
            }
        };
        let angka = k.tanggal(&h).replace(&format!(" {}", h.year()), "");
        Hari { tanggal: h, nama: kata::nama_hari(k.bahasa, h.weekday()), angka, tutup: buka, lewat: h < kini }
    };
    let h = Halaman {
        calon: kelompok(tugas::calon(c, t.gerai_id, senin, minggu).await?),
        hari: senin.series(1.day()).take(7).map(satu).collect(),
        depan: akses.depan().is_ok() && t.berhenti == 0,
        tab: Tab::baru(k, akses, "jadwal"),
        bentrok: None,
        senin,
        k,
        f,
        t,
    };
    Ok((h, bahan))
}

async fn lihat(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((mpp, id)): Jalur<Di>,
    Query(q): Query<Kueri>,
) -> Hasil {
    let (akses, t, k) = super::buka(&app, k, &pelaku, mpp, id).await?;
    // On a weekend the week that matters is the next one.
    let bawaan = app.store.sekarang().hari(&t.zona).saturating_add(2.days());
    let senin = tugas::senin(q.pekan.parse().unwrap_or(bawaan));
    tampil(&halaman(&app, &k, (&akses, &t), senin, None).await?.0)
}

/// The duties that the grid says. A cell is whole or empty; a fault names whose it is and of which day, since a grid has many alike.
fn urai(f: &mut Formulir, k: &Konteks, senin: Date, calon: &[Calon]) -> Vec<Isi> {
    let kotak: Vec<(AkunId, Date)> = f
        .pasangan()
        .iter()
        .filter_map(|(nama, _)| nama.strip_prefix("m-")?.split_at_checked(36))
        .filter_map(|(akun, hari)| Some((akun.parse().ok()?, hari.strip_prefix('-')?.parse().ok()?)))
        .filter(|(_, h)| (senin..=senin.saturating_add(6.days())).contains(h))
        .collect();
    let mut semua = Vec::new();
    for (akun, tanggal) in kotak {
        let (m, s) = (medan("m", akun, tanggal), medan("s", akun, tanggal));
        if f.nilai(&m).is_empty() && f.nilai(&s).is_empty() {
            continue;
        }
        match (urai_jam(f.nilai(&m)), urai_jam(f.nilai(&s))) {
            (Some(mulai), Some(selesai)) if mulai < selesai => semua.push(Isi { akun, tanggal, mulai, selesai }),
            _ => {
                let nama = calon.iter().find(|c| c.akun_id == akun).map(|c| c.nama.clone()).unwrap_or_default();
                f.salahkan_dengan(&s, "pesanan-jadwal-salah-jam", vec![("nama", nama), ("hari", kata::hari(k.bahasa, tanggal))]);
            }
        }
    }
    semua
}

/// Fills the empty cells of days that are open with the opening hours, from the first window's start to the last one's end.
fn isi_jam_buka(h: &mut Halaman<'_>, bahan: &Bahan) {
    for hari in h.hari.iter().filter(|x| x.tutup.is_none() && !x.lewat) {
        let (awal, akhir) =
            (bahan.jadwal.jam(hari.tanggal).map(|j| j.mulai).min(), bahan.jadwal.jam(hari.tanggal).map(|j| j.selesai).max());
        let (Some(awal), Some(akhir)) = (awal, akhir) else { continue };
        for (akun, _, daftar) in &h.calon {
            let (m, s) = (medan("m", *akun, hari.tanggal), medan("s", *akun, hari.tanggal));
            if h.f.nilai(&m).is_empty() && h.f.nilai(&s).is_empty() && daftar.iter().any(|c| c.pada(hari.tanggal)) {
                h.f.ganti(&m, pesanan::pukul(awal));
                h.f.ganti(&s, pesanan::pukul(akhir));
            }
        }
    }
}

async fn simpan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((mpp, id)): Jalur<Di>, mut f: Formulir) -> Hasil {
    let (akses, t, k) = super::buka(&app, k, &pelaku, mpp, id).await?;
    let hak = akses.depan()?;
    let kini = app.store.sekarang().hari(&t.zona);
    let senin = tugas::senin(f.nilai("pekan").parse().unwrap_or(kini));
    if f.aksi() == "isi" {
        let (mut h, bahan) = halaman(&app, &k, (&akses, &t), senin, Some(f)).await?;
        isi_jam_buka(&mut h, &bahan);
        return tampil(&h);
    }
    let calon = tugas::calon(app.store.baca(), t.gerai_id, senin, senin.saturating_add(6.days())).await?;
    let isi = urai(&mut f, &k, senin, &calon);
    let mut bentrok = None;
    if f.sah() {
        match tugas::simpan(&app.store, &hak, id, senin, f.nilai("versi").parse().unwrap_or(0), &isi).await {
            Ok(n) => return Alih::ke(format!("/mpp/{mpp}/jadwal/{id}/petugas?pekan={senin}")).pesan(pesan(n)).into(),
            Err(StoreError::Bentrok { versi, oleh, pada }) => {
                bentrok = Some(Bentrok::baru(&app, &k, &mut f, (versi, oleh, pada), Vec::new()).await);
            }
            Err(StoreError::Keadaan(kunci)) => f.salahkan("grid", kunci),
            Err(e) => return Err(e.into()),
        }
    }
    let (mut h, _) = halaman(&app, &k, (&akses, &t), senin, Some(f)).await?;
    h.bentrok = bentrok;
    tampil_salah(&h)
}

async fn salin(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((mpp, id)): Jalur<Di>, mut f: Formulir) -> Hasil {
    let hak = store::hak::mpp(&app.store, &pelaku, mpp).await?.depan()?;
    let Some(senin) = f.urai::<Date>("pekan", "umum-wajib").map(tugas::senin) else { return Err(crate::Error::Rusak("pekan".into())) };
    let n = tugas::salin(&app.store, &hak, id, senin).await?;
    let depan = senin.saturating_add(7.days());
    let pesan = if n > 0 { "pesanan-jadwal-disalin" } else { "pesanan-jadwal-salin-nihil" };
    Alih::ke(format!("/mpp/{mpp}/jadwal/{id}/petugas?pekan={depan}")).pesan(pesan).into()
}
