//! Instansi and units, as the public pages name them.

use axum::{Json, extract::State, response::IntoResponse as _};
use serde::Deserialize;
use serde_json::{Value, json};
use store::{instansi, layanan::katalog, peringkat, riwayat};

use super::{
    hasil::{IPP, PERIODE, tentang},
    kueri::{Kueri, salah},
    lembar::{BATAS, BERIKUT, Basi, KURSOR, Lembar, basi},
    operasi::{Jenis, Operasi, Skema, ada, kueri, mungkin, pasang},
};
use crate::{
    AppState, Error,
    error::Hasil,
    jalur::Jalur,
    publik::instansi::{kelompok, semua},
    rute::Daftar,
};

use Jenis::{Acuan, Benar, Bulat, Desimal, Larik, Pilihan, Teks};

const NAMA_KELOMPOK: &[&str] = &["kl", "provinsi", "kota", "kabupaten", "lain"];
const KELOMPOK: Jenis = Pilihan(NAMA_KELOMPOK);

const INSTANSI: Skema = Skema {
    nama: "Instansi",
    medan: &[
        ada("kode", Teks, "Kode, bagian dari alamat"),
        ada("nama", Teks, "Nama"),
        ada("kelompok", KELOMPOK, "kl: kementerian atau lembaga"),
        mungkin("tahun_awal", Bulat, "Tahun pertama dengan nilai yang diterbitkan pihak lain"),
        mungkin("tahun_akhir", Bulat, "Tahun terakhir"),
        ada("halaman", Teks, "Halaman untuk manusia"),
    ],
};

const DAFTAR: Skema = Skema {
    nama: "DaftarInstansi",
    medan: &[ada("semua", Bulat, "Banyaknya yang cocok"), ada("instansi", Larik(&Acuan(&INSTANSI)), "Menurut nama"), BERIKUT],
};

const NILAI: Skema = Skema {
    nama: "NilaiKutipan",
    medan: &[
        ada("tahun", Bulat, "Tahun"),
        ada("skema", Teks, "Skema evaluasi"),
        mungkin("unit", Teks, "Nama unit; null: nilai instansi sendiri"),
        ada("ipp", Desimal, "Nilai seperti di sumbernya"),
        mungkin("kategori", Teks, "Kategori yang disebut sumber"),
        ada("kepastian", Teks, "dokumen atau pers"),
        ada("sumber", Teks, "Asal nilai"),
    ],
};

const HASIL: Skema = Skema {
    nama: "HasilInstansi",
    medan: &[
        ada("periode", Acuan(&PERIODE), "Periode yang terbit"),
        ada("unit", Bulat, "Unit instansi ini di dalamnya"),
        IPP,
        mungkin("kategori", Teks, "Kategori rata-rata"),
        ada("divalidasi", Benar, "Semua nilainya divalidasi kementerian"),
    ],
};

const RINCI: Skema = Skema {
    nama: "RincianInstansi",
    medan: &[
        ada("kode", Teks, "Kode"),
        ada("nama", Teks, "Nama"),
        ada("kelompok", KELOMPOK, "Kelompok"),
        ada("hasil", Larik(&Acuan(&HASIL)), "Hasil yang terbit di instalasi ini"),
        ada("kutipan", Larik(&Acuan(&NILAI)), "Nilai yang diterbitkan pihak lain, dengan sumbernya"),
    ],
};

const UNIT: Skema = Skema {
    nama: "Unit",
    medan: &[
        ada("kode", Teks, "Kode publik"),
        ada("nama", Teks, "Nama"),
        mungkin("induk", Teks, "Kode unit di atasnya"),
        ada("layanan", Bulat, "Layanan yang standarnya berlaku"),
    ],
};

const DAFTAR_UNIT: Skema = Skema {
    nama: "DaftarUnit",
    medan: &[ada("instansi", Teks, "Kode instansi"), ada("unit", Larik(&Acuan(&UNIT)), "Menurut nama"), BERIKUT],
};

pub(super) const OPERASI: [Operasi; 3] = [
    Operasi::baca("/api/v1/instansi", "daftarInstansi", ["Semua instansi menurut nama", "All instansi by name"], &DAFTAR).dengan(&[
        KURSOR,
        BATAS,
        kueri("cari", Teks, "Bagian dari nama"),
        kueri("kelompok", KELOMPOK, "Hanya kelompok ini"),
    ]),
    Operasi::baca(
        "/api/v1/instansi/{kode}",
        "rincianInstansi",
        ["Satu instansi dengan hasil dan kutipannya", "One instansi with its results and quoted values"],
        &RINCI,
    ),
    Operasi::baca("/api/v1/instansi/{kode}/unit", "unitInstansi", ["Unit satu instansi", "Units of one instansi"], &DAFTAR_UNIT)
        .dengan(&[KURSOR, BATAS]),
];

pub(super) fn rute(d: &mut Daftar) {
    let [s, r, u] = &OPERASI;
    pasang(d, s, daftar);
    pasang(d, r, rinci);
    pasang(d, u, unit);
}

#[derive(Deserialize)]
struct Saring {
    kursor: Option<String>,
    batas: Option<usize>,
    #[serde(default)]
    cari: String,
    kelompok: Option<String>,
}

async fn daftar(State(app): State<AppState>, Kueri(q): Kueri<Saring>) -> Hasil {
    if q.kelompok.as_deref().is_some_and(|k| !NAMA_KELOMPOK.contains(&k)) {
        return Ok(salah("kelompok"));
    }
    let kecil = q.cari.trim().to_lowercase();
    let mut entri = semua(&app.store).await?;
    entri.retain(|e| e.nama.to_lowercase().contains(&kecil) && q.kelompok.as_deref().is_none_or(|k| e.kelompok == k));
    let l = Lembar { kursor: q.kursor, batas: q.batas };
    let (isi, berikut) = match l.potong(&entri, |e| &e.kode) {
        Ok(isi) => isi,
        Err(Basi) => return Ok(basi()),
    };
    let satu = |e: &crate::publik::instansi::Entri| {
        json!({ "kode": e.kode, "nama": e.nama, "kelompok": e.kelompok, "tahun_awal": e.tahun.map(|t| t.0), "tahun_akhir": e.tahun.map(|t| t.1),
            "halaman": format!("{}/instansi/{}", app.konfig.alamat, e.kode) })
    };
    let isi: Vec<Value> = isi.iter().map(satu).collect();
    Ok(Json(json!({ "semua": entri.len(), "instansi": isi, "berikut": berikut })).into_response())
}

async fn rinci(State(app): State<AppState>, Jalur(kode): Jalur<String>) -> Hasil {
    let kutip = |r: &riwayat::Riwayat| json!({ "tahun": r.tahun, "skema": r.skema, "unit": r.unit, "ipp": r.ipp, "kategori": r.kategori, "kepastian": r.kepastian, "sumber": r.sumber });
    let (nama, kelompok, hasil, kutipan) = match instansi::dari_kode(&app.store, &kode).await {
        Ok(i) => {
            let hasil = peringkat::instansi(&app.store, i.id).await?;
            let satu = |h: &peringkat::HasilInstansiTerbit| {
                let rata = h.rata.as_ref().map(|r| &r.hasil);
                json!({ "periode": tentang(&h.terbitan), "unit": h.unit.len(), "ipp": rata.map(|r| r.ipp.desimal()),
                    "kategori": rata.map(|r| r.kategori.clone()), "divalidasi": h.divalidasi() })
            };
            let hasil: Vec<Value> = hasil.iter().map(satu).collect();
            (i.nama, kelompok(&i.jenis), hasil, riwayat::milik(&app.store, i.id).await?)
        }
        Err(store::StoreError::TidakDitemukan) => {
            let r = riwayat::dari_slug(&app.store, &kode).await?;
            let pertama = r.first().ok_or(Error::TidakAda)?;
            (pertama.instansi.clone(), riwayat::kelompok(&pertama.instansi), Vec::new(), r)
        }
        Err(e) => return Err(e.into()),
    };
    let kutipan: Vec<Value> = kutipan.iter().map(kutip).collect();
    Ok(Json(json!({ "kode": kode, "nama": nama, "kelompok": kelompok, "hasil": hasil, "kutipan": kutipan })).into_response())
}

async fn unit(State(app): State<AppState>, Jalur(kode): Jalur<String>, Kueri(q): Kueri<Lembar>) -> Hasil {
    let i = instansi::dari_kode(&app.store, &kode).await?;
    let semua = instansi::unit_milik(&app.store, i.id).await?;
    let isi_katalog = katalog(&app.store).await?;
    let (isi, berikut) = match q.potong(&semua, |u| &u.kode) {
        Ok(isi) => isi,
        Err(Basi) => return Ok(basi()),
    };
    let satu = |u: &instansi::Unit| {
        let induk = u.induk_id.and_then(|i| semua.iter().find(|x| x.id == i)).map(|x| x.kode.as_str());
        json!({ "kode": u.kode, "nama": u.nama, "induk": induk, "layanan": isi_katalog.unit(&u.kode).map_or(0, |k| k.layanan.len()) })
    };
    let isi: Vec<Value> = isi.iter().map(satu).collect();
    Ok(Json(json!({ "instansi": i.kode, "unit": isi, "berikut": berikut })).into_response())
}
