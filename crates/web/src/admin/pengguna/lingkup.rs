//! The scope of a role, chosen by name. The field takes a name, a code, or one of its suggestions (`RSUD Kudungga
//! (64.08-rsud)`); where several fit, the same page comes back with them as a choice. Nothing here needs a script.

use store::{
    StoreError,
    hak::Admin,
    instansi::{self, Instansi, UnitTampil},
    peran::{JenisLingkup, Lingkup, Peran},
};

use crate::{AppState, error::Hasil, formulir::Formulir, komponen::Opsi, konteks::Konteks};

/// Entries suggested while typing, of each kind; a larger register is searched by name.
const SARAN: i64 = 200;
/// Entries to choose from when a name fits several.
const PILIHAN: i64 = 20;
const WILAYAH: &str = "wilayah:";

/// What the page offers: suggestions of the field, and the choice after a name that fits several.
#[derive(Default)]
pub(in crate::admin) struct Tawaran {
    pub saran: Vec<String>,
    pub pilihan: Vec<Opsi>,
}

impl Tawaran {
    pub async fn baru(app: &AppState, k: &Konteks, hak: &Admin, pilihan: Vec<Opsi>) -> Hasil<Self> {
        let (instansi, _) = instansi::cari(&app.store, hak, "", 0, SARAN).await?;
        let (unit, _) = instansi::cari_unit(&app.store, hak, None, "", 0, SARAN).await?;
        let mut saran: Vec<String> = instansi.iter().map(|i| tertulis(&i.nama, &i.kode)).collect();
        saran.extend(instansi.iter().filter_map(|i| wilayah(k, i)).map(|(nilai, nama)| tertulis(&nama, &nilai)));
        saran.extend(unit.iter().map(|u| tertulis(&u.nama, &u.kode)));
        Ok(Self { saran, pilihan })
    }
}

fn tertulis(nama: &str, kode: &str) -> String {
    format!("{nama} ({kode})")
}

/// A province, kabupaten or kota stands for its region as well.
fn wilayah(k: &Konteks, i: &Instansi) -> Option<(String, String)> {
    let w = i.wilayah.as_ref().filter(|_| ["provinsi", "kabupaten", "kota"].contains(&i.jenis.as_str()))?;
    Some((format!("{WILAYAH}{w}"), k.n("pengguna-lingkup-wilayah", "nama", &i.nama)))
}

/// What was typed: the code of a suggestion, or the text itself.
fn kode(isi: &str) -> &str {
    isi.strip_suffix(')').and_then(|s| s.rsplit_once('(')).map_or(isi, |(_, kode)| kode).trim()
}

/// Role and scope of a form with the fields `peran`, `lingkup` and, once several fitted, `lingkup_pilih`. The second value
/// is what to choose from; then there is a fault at `lingkup_pilih`.
pub(in crate::admin) async fn urai(
    app: &AppState,
    k: &Konteks,
    hak: &Admin,
    f: &mut Formulir,
) -> Hasil<(Option<(Peran, Lingkup)>, Vec<Opsi>)> {
    let peran = f.urai::<Peran>("peran", "pengguna-salah-peran");
    let dipilih = f.opsional("lingkup_pilih");
    let isi = dipilih.or_else(|| f.opsional("lingkup")).unwrap_or_default();
    let Some(peran) = peran else { return Ok((None, Vec::new())) };
    let (calon, pilihan) = match peran.jenis_lingkup() {
        JenisLingkup::Periode => (None, Vec::new()),
        JenisLingkup::Instalasi if isi.is_empty() => (Some(Lingkup::Instalasi), Vec::new()),
        JenisLingkup::Instalasi => {
            f.salahkan("lingkup", "pengguna-salah-lingkup-kosong");
            return Ok((None, Vec::new()));
        }
        JenisLingkup::Instansi => instansi(app, k, hak, &isi).await?,
        JenisLingkup::Unit => unit(app, hak, &isi).await?,
    };
    if !pilihan.is_empty() {
        f.salahkan("lingkup_pilih", "pengguna-salah-beberapa");
    } else if calon.is_none() {
        let kunci = if peran.jenis_lingkup() == JenisLingkup::Unit { "pengguna-salah-unit" } else { "pengguna-salah-instansi" };
        f.salahkan("lingkup", kunci);
    }
    Ok((calon.map(|l| (peran, l)), pilihan))
}

type Temuan = (Option<Lingkup>, Vec<Opsi>);

async fn instansi(app: &AppState, k: &Konteks, hak: &Admin, isi: &str) -> Hasil<Temuan> {
    if let Some(w) = kode(isi).strip_prefix(WILAYAH) {
        let sah = !w.is_empty() && w.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        return Ok((sah.then(|| Lingkup::Wilayah(w.to_owned())), Vec::new()));
    }
    if isi.is_empty() {
        return Ok((None, Vec::new()));
    }
    match instansi::dari_kode(&app.store, kode(isi)).await {
        Ok(i) => return Ok((Some(Lingkup::Instansi(i.id)), Vec::new())),
        Err(StoreError::TidakDitemukan) => {}
        Err(e) => return Err(e.into()),
    }
    let (cocok, _) = instansi::cari(&app.store, hak, isi, 0, PILIHAN).await?;
    if let [i] = cocok.as_slice() {
        return Ok((Some(Lingkup::Instansi(i.id)), Vec::new()));
    }
    let satu = |i: &Instansi| {
        let w = wilayah(k, i).map(|(nilai, nama)| Opsi::baru(nilai, nama));
        std::iter::once(Opsi::baru(&i.kode, &i.nama).bantu(&i.kode)).chain(w)
    };
    Ok((None, cocok.iter().flat_map(satu).collect()))
}

async fn unit(app: &AppState, hak: &Admin, isi: &str) -> Hasil<Temuan> {
    if isi.is_empty() {
        return Ok((None, Vec::new()));
    }
    let lingkup = |u: &UnitTampil| Some(Lingkup::Unit { unit: u.id, instansi: u.instansi_id });
    match instansi::unit_dari_kode(&app.store, kode(isi)).await {
        Ok(u) => return Ok((Some(Lingkup::Unit { unit: u.id, instansi: u.instansi_id }), Vec::new())),
        Err(StoreError::TidakDitemukan) => {}
        Err(e) => return Err(e.into()),
    }
    let (cocok, _) = instansi::cari_unit(&app.store, hak, None, isi, 0, PILIHAN).await?;
    if let [u] = cocok.as_slice() {
        return Ok((lingkup(u), Vec::new()));
    }
    Ok((None, cocok.iter().map(|u| Opsi::baru(&u.kode, &u.nama).bantu(tertulis(&u.instansi, &u.kode))).collect()))
}
