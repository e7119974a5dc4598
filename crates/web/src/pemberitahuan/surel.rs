//! The mails that carry notices: one at once, many in the digest, in the language of the account, each with the reason and a
//! signed link that stops it. When they leave is decided in the store.

use store::{
    pekerjaan::Pekerjaan,
    pemberitahuan::{
        baca::Kabar,
        cara::RINGKASAN,
        surel::{self, BARIS_MAKS, Bahan, Kiriman},
    },
    pental,
};

use super::{henti, teks};
use crate::{AppState, bahasa::Bahasa, format, surat::Kabaran};

/// Characters of a subject.
const PERIHAL_MAKS: usize = 150;

/// Sends what a job names. Nothing goes out when all was seen meanwhile, the person stopped it, or mail is off.
///
/// # Errors
/// A sentence for the administrator.
pub async fn kirim(app: &AppState, p: &Pekerjaan) -> Result<(), String> {
    if !app.surat.hidup() {
        return Ok(());
    }
    let kiriman: Kiriman = serde_json::from_str(&p.isi).map_err(|e| e.to_string())?;
    let Some(bahan) = surel::bahan(&app.store, &kiriman).await.map_err(|e| e.to_string())? else { return Ok(()) };
    if pental::ditahan(&app.store, &bahan.akun.surel).await.map_err(|e| e.to_string())? {
        return Ok(());
    }
    // The same job gives the same name, so that a mail program shows one that came twice once.
    let Some(kabaran) = susun(app, &bahan, kiriman.ringkasan, p.id.to_string()) else { return Ok(()) };
    app.surat.kirim_kabar(kabaran).await.map_err(|e| e.to_string())
}

fn susun(app: &AppState, bahan: &Bahan, ringkasan: bool, nomor: String) -> Option<Kabaran> {
    let bahasa = Bahasa::dari_kode(&bahan.akun.bahasa).unwrap_or_default();
    let alamat = &app.konfig.alamat;
    let awal = bahan.kabar.first()?;
    let jenis = if ringkasan { RINGKASAN } else { &awal.jenis };
    let henti = format!("{alamat}{}", henti::jalur(app.store.kunci(), bahan.akun.id, jenis));
    let jumlah = i64::try_from(bahan.kabar.len()).unwrap_or(i64::MAX);
    let (perihal, tubuh) = if ringkasan {
        let perihal = bahasa.a("lonceng-surel-perihal", [("jumlah", jumlah.into())]);
        (perihal, daftar(app, bahasa, &bahan.kabar))
    } else {
        let kalimat = teks::kalimat(bahasa, awal);
        (kalimat.chars().take(PERIHAL_MAKS).collect(), format!("{kalimat}\n\n{alamat}{}\n\n{}", awal.tautan, teks::sebab(bahasa, awal)))
    };
    let perihal = format!("{}{perihal}", if app.ilustrasi { "[ILUSTRASI] " } else { "" });
    let salam = bahasa.a("lonceng-surel-salam", [("nama", bahan.akun.nama.as_str().into())]);
    let kaki = bahasa.a("lonceng-surel-kaki", [("henti", henti.as_str().into()), ("atur", format!("{alamat}/akun/pemberitahuan").into())]);
    let tanda = pental::tanda(app.store.kunci(), &bahan.akun.surel);
    Some(Kabaran { tanda, kepada: bahan.akun.surel.clone(), perihal, isi: format!("{salam}\n\n{tubuh}\n\n--\n{kaki}\n"), henti, nomor })
}

fn daftar(app: &AppState, bahasa: Bahasa, kabar: &[Kabar]) -> String {
    let satu = |x: &Kabar| {
        let waktu = format::waktu(bahasa, x.pada.timestamp(), app.konfig.zona);
        format!("* {}\n  {waktu}. {}\n  {}{}", teks::kalimat(bahasa, x), teks::sebab(bahasa, x), app.konfig.alamat, x.tautan)
    };
    let mut baris: Vec<String> = kabar.iter().take(BARIS_MAKS).map(satu).collect();
    if kabar.len() > BARIS_MAKS {
        let sisa = i64::try_from(kabar.len() - BARIS_MAKS).unwrap_or(i64::MAX);
        baris.push(
            bahasa.a("lonceng-surel-sisa", [("jumlah", sisa.into()), ("alamat", format!("{}/pemberitahuan", app.konfig.alamat).into())]),
        );
    }
    baris.join("\n\n")
}
