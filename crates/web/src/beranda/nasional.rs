//! What waits for the ministry: results that regions handed in, inside this installation and as signed files of another one.

use store::{diterima, hak::Pelaku, serah};

use super::tugas::{Bagian, Butir};
use crate::{AppState, error::Hasil, komponen::Nada, konteks::Konteks};

/// Both queues, each with how many wait, files that count under a revoked key, decisions without proof, and all of these as a number.
pub async fn bagian(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<(Bagian, usize)> {
    let hak = p.nasional()?;
    let (_, mandiri, _) = serah::antrean(&app.store, &hak, 0, 0).await?;
    let berkas = diterima::menunggu(&app.store, &hak).await?;
    let satu = |judul, isi, jalur: &str, n: i64| Butir {
        judul: k.s(judul),
        keterangan: if n > 0 { k.jumlah("beranda-validasi-menunggu", n) } else { k.s(isi) },
        jalur: jalur.to_owned(),
        lencana: (n > 0).then_some((Nada::Perhatian, "beranda-giliran")),
    };
    let dicabut = diterima::dicabut(&app.store, &hak).await?;
    let mut butir = vec![
        satu("serah-antre-judul", "beranda-validasi-kosong", "/penyerahan", mandiri),
        satu("diterima-judul", "beranda-diterima-kosong", "/diterima", berkas),
    ];
    if dicabut > 0 {
        butir.push(Butir {
            judul: k.s("beranda-dicabut"),
            keterangan: k.jumlah("beranda-dicabut-isi", dicabut),
            jalur: "/diterima".to_owned(),
            lencana: Some((Nada::Bahaya, "beranda-giliran")),
        });
    }
    let tak_terbukti = i64::try_from(diterima::tak_terbukti(&app.store, &hak).await?.len()).unwrap_or(i64::MAX);
    if tak_terbukti > 0 {
        butir.push(Butir {
            judul: k.s("beranda-tak-terbukti"),
            keterangan: k.jumlah("beranda-tak-terbukti-isi", tak_terbukti),
            jalur: "/diterima".to_owned(),
            lencana: Some((Nada::Bahaya, "beranda-giliran")),
        });
    }
    let semua = [mandiri, berkas, dicabut, tak_terbukti].into_iter().fold(0_i64, i64::saturating_add);
    let jumlah = usize::try_from(semua).unwrap_or_default();
    Ok((Bagian { judul: "beranda-validasi-bagian", kosong: "beranda-validasi-kosong", butir, lain: None }, jumlah))
}
