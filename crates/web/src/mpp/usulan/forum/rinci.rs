//! `/mpp/usulan/{jalan}/forum/{forum}`: one meeting: invitations, inputs, an answer to each, minutes, publication. The button
//! pressed (`_aksi`) says what; `…/risalah` prints minutes to sign, `…/berita-acara` takes and gives the signed ones.

use askama::Template;
use axum::extract::{Multipart, State};
use dokumen::{BarisNaskah, Kepala, NaskahMpp};
use jiff::civil::Date;
use layanan::mpp::{Kelompok, KurangForum};
use store::{
    StoreError,
    berkas::{self, Tipe},
    hak::AksesJalan,
    id::{ForumId, JalanId, MasukanId},
    perjalanan::{
        Jalan, Pihak,
        forum::{self, Acara, Rinci},
        koreksi,
    },
};

use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    kiriman,
    komponen::Opsi,
    konteks::Konteks,
    mpp::{
        umum::{BATAS_KIRIMAN, di_medan, periksa},
        usulan::{BERTINDAK, Kedua, kunci_kelompok},
    },
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, pdf, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/mpp/usulan/{jalan}/forum/{forum}", crate::mpp::PEMBACA, lihat);
    d.post("/mpp/usulan/{jalan}/forum/{forum}", BERTINDAK, ubah);
    d.get("/mpp/usulan/{jalan}/forum/{forum}/risalah", crate::mpp::PEMBACA, risalah);
    d.get("/mpp/usulan/{jalan}/forum/{forum}/berita-acara", crate::mpp::PEMBACA, unduh);
    d.post_besar("/mpp/usulan/{jalan}/forum/{forum}/berita-acara", BERTINDAK, BATAS_KIRIMAN, acara);
}

#[derive(Template)]
#[template(path = "mpp/usulan/forum-rinci.html")]
#[expect(clippy::struct_excessive_bools, reason = "what the reader may do, one by one")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    j: &'a Jalan,
    r: Rinci,
    kelompok: Vec<Opsi>,
    /// Runs the meeting, which is still open.
    urus: bool,
    /// Invitations and inputs can still be added and taken out: no minutes were signed over them.
    terbuka: bool,
    menjawab: bool,
    siap: bool,
}

impl Halaman<'_> {
    fn hari(&self, iso: &str) -> String {
        self.k.hari(iso)
    }

    fn kelompok(&self, kunci: &str) -> String {
        self.k.s(kunci_kelompok(kunci))
    }

    fn kurang(&self) -> Vec<String> {
        if self.r.forum.rapat() {
            return Vec::new();
        }
        let kata = |x: KurangForum| match x {
            KurangForum::BelumDiundang(g) => Some(self.k.n("mpp-kurang-undang", "kelompok", self.k.s(kunci_kelompok(g.kunci())))),
            KurangForum::BelumDilaksanakan => Some(self.k.s("mpp-kurang-laksana")),
            KurangForum::BeritaAcara => Some(self.k.s("mpp-kurang-ba")),
            KurangForum::MasukanTanpaJawaban(n) => Some(self.k.n("mpp-kurang-jawab", "nomor", n + 1)),
            // The list is of what stands before it.
            KurangForum::BelumTerbit => None,
        };
        self.r.kurang(&self.j.zona).into_iter().filter_map(kata).collect()
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesJalan, id: ForumId, f: Option<Formulir>) -> Hasil<Halaman<'a>> {
    let j = &akses.jalan;
    let r = forum::rinci(app.store.baca(), j.id, id).await?;
    let kini = app.store.sekarang().hari(&j.zona);
    let kedua = Kedua::dari(akses);
    let terbuka = r.forum.terbit.is_none() && j.akhir.is_none();
    let urus = terbuka && if r.forum.rapat() { kedua.pusat.is_some() } else { kedua.pemda.is_some() };
    let f = f.unwrap_or_else(|| {
        Formulir::isi([("ma_op", MasukanId::baru().to_string()), ("la_tanggal", kini.to_string()), ("ba_tanggal", kini.to_string())])
    });
    Ok(Halaman {
        kelompok: Kelompok::SEMUA.iter().map(|x| Opsi::baru(x.kunci(), k.s(kunci_kelompok(x.kunci())))).collect(),
        urus,
        terbuka: urus && (r.forum.rapat() || r.forum.acara_tanggal.is_none()),
        menjawab: terbuka && kedua.pemda.is_some(),
        siap: terbuka && kedua.pemda.is_some() && r.kurang(&j.zona) == [KurangForum::BelumTerbit] && !r.forum.rapat(),
        k,
        f,
        j,
        r,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, x)): Jalur<(JalanId, ForumId)>) -> Hasil {
    let (akses, k) = crate::mpp::usulan::buka(&app, k, &pelaku, id).await?;
    tampil(&halaman(&app, &k, &akses, x, None).await?)
}

/// The right of the side that runs this meeting, or answers in it.
fn hak<'a>(kedua: &'a Kedua, r: &Rinci, jawab: bool) -> Result<Pihak<'a>, StoreError> {
    let pusat = r.forum.rapat() && !jawab;
    let hak = if pusat { kedua.pusat.as_ref().map(Pihak::Kementerian) } else { kedua.pemda.as_ref().map(Pihak::Pemda) };
    hak.ok_or(StoreError::Ditolak("mpp-pihak"))
}

async fn ubah(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, x)): Jalur<(JalanId, ForumId)>,
    mut f: Formulir,
) -> Hasil {
    let (akses, k) = crate::mpp::usulan::buka(&app, k, &pelaku, id).await?;
    let r = forum::rinci(app.store.baca(), id, x).await?;
    let kedua = Kedua::dari(&akses);
    let aksi = f.aksi().to_owned();
    let p = hak(&kedua, &r, aksi == "jawab")?;
    for m in ["un_nama", "ma_dari"] {
        f.batasi(m, 200);
    }
    for m in ["ma_isi", "jawab"] {
        f.batasi(m, 4_000);
    }
    let (hasil, medan) = match aksi.as_str() {
        "undang" => {
            let nama = f.wajib("un_nama", "mpp-forum-isi").unwrap_or_default();
            (if f.sah() { Some(forum::undang(&app.store, p, x, f.nilai("un_kelompok"), &nama).await) } else { None }, "un_nama")
        }
        "hapus-undangan" => {
            let u = f.nilai("undangan").parse().map_err(|_| Error::TidakAda)?;
            (Some(koreksi::hapus_undangan(&app.store, p, x, u).await), "un_nama")
        }
        "hapus-masukan" => {
            let m = f.nilai("masukan").parse().map_err(|_| Error::TidakAda)?;
            (Some(koreksi::hapus_masukan(&app.store, p, x, m).await), "ma_isi")
        }
        "cabut-acara" => (Some(koreksi::cabut_acara(&app.store, p, x).await), "ba_nomor"),
        "laksana" => {
            let (t, n) = (f.urai::<Date>("la_tanggal", "mpp-tanggal-salah"), f.urai::<u32>("la_hadir", "mpp-hadir-salah"));
            let hasil = match (t, n) {
                (Some(t), Some(n)) if f.sah() => Some(forum::laksanakan(&app.store, p, x, t, i64::from(n)).await),
                _ => None,
            };
            (hasil, "la_tanggal")
        }
        "masukan" => {
            let op = f.nilai("ma_op").parse().unwrap_or_else(|_| MasukanId::baru());
            let isi = f.wajib("ma_isi", "mpp-forum-isi").unwrap_or_default();
            let (g, dari) = (f.nilai("ma_kelompok").to_owned(), f.nilai("ma_dari").to_owned());
            (if f.sah() { Some(forum::masukkan(&app.store, p, x, op, &g, &dari, &isi).await) } else { None }, "ma_isi")
        }
        "jawab" => {
            let m = f.nilai("masukan").parse::<MasukanId>().map_err(|_| Error::TidakAda)?;
            let isi = f.wajib("jawab", "mpp-forum-isi").unwrap_or_default();
            (if f.sah() { Some(forum::jawab(&app.store, p, x, m, &isi).await) } else { None }, "jawab")
        }
        "terbit" => (Some(forum::terbitkan(&app.store, p, x).await), "terbit"),
        _ => return Err(Error::Rusak("_aksi".into())),
    };
    match hasil {
        Some(Ok(())) => return Alih::ke(format!("/mpp/usulan/{id}/forum/{x}")).pesan("mpp-pesan-simpan").into(),
        Some(Err(e)) => di_medan(&mut f, e, medan)?,
        None => {}
    }
    tampil_salah(&halaman(&app, &k, &akses, x, Some(f)).await?)
}

async fn acara(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, x)): Jalur<(JalanId, ForumId)>,
    kiriman: Multipart,
) -> Hasil {
    let (akses, k) = crate::mpp::usulan::buka(&app, k, &pelaku, id).await?;
    let (mut f, isi) = kiriman::baca(kiriman, "berkas").await?;
    let ada = isi.is_some();
    let berkas = periksa(&mut f, "berkas", isi);
    if !ada || berkas.as_ref().is_some_and(|b| b.1.tipe() != berkas::Tipe::Pdf) {
        f.salahkan("berkas", "mpp-ba-pdf");
    }
    f.batasi("ba_nomor", 120);
    let (nomor, tanggal) = (f.wajib("ba_nomor", "mpp-nomor-wajib"), f.urai::<Date>("ba_tanggal", "mpp-tanggal-salah"));
    if let (Some((nama, isi)), Some(nomor), Some(tanggal), true) = (&berkas, nomor, tanggal, f.sah()) {
        let r = forum::rinci(app.store.baca(), id, x).await?;
        let kedua = Kedua::dari(&akses);
        let a = Acara { nomor: &nomor, tanggal, nama, isi };
        match forum::acara(&app.store, hak(&kedua, &r, false)?, x, &a).await {
            Ok(()) => return Alih::ke(format!("/mpp/usulan/{id}/forum/{x}")).pesan("mpp-pesan-dokumen").into(),
            Err(e) => di_medan(&mut f, e, "ba_tanggal")?,
        }
    }
    if berkas.is_some() {
        f.salahkan("berkas", "mpp-berkas-ulang");
    }
    tampil_salah(&halaman(&app, &k, &akses, x, Some(f)).await?)
}

async fn unduh(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, x)): Jalur<(JalanId, ForumId)>) -> Hasil {
    crate::mpp::usulan::buka(&app, k, &pelaku, id).await?;
    let r = forum::rinci(app.store.baca(), id, x).await?.forum;
    berita_acara(&app, r).await
}

/// The signed minutes as a file; who may have it is the caller's matter.
pub(crate) async fn berita_acara(app: &AppState, r: forum::Forum) -> Hasil {
    let tipe = r.acara_tipe.as_deref().and_then(Tipe::dari_mime);
    let (Some(objek), Some(tipe)) = (r.acara_objek, tipe) else { return Err(Error::TidakAda) };
    crate::berkas::kirim(app, &objek, tipe, r.acara_berkas.as_deref().unwrap_or("berita-acara.pdf")).await
}

/// Minutes to sign, from what is recorded.
async fn risalah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, x)): Jalur<(JalanId, ForumId)>) -> Hasil {
    let (akses, k) = crate::mpp::usulan::buka(&app, k, &pelaku, id).await?;
    let j = &akses.jalan;
    let r = forum::rinci(app.store.baca(), id, x).await?;
    let judul = k.s(if r.forum.rapat() { "mpp-ba-rapat" } else { "mpp-ba-forum" });
    let kini = app.store.sekarang();
    let isi = NaskahMpp {
        kepala: Kepala {
            instansi: j.instansi.clone(),
            perangkat: None,
            nomor: r.forum.acara_nomor.clone(),
            dibuat: kini.timestamp(),
            dibuat_teks: k.waktu(&kini),
            ilustrasi: k.ilustrasi,
            verifikasi: None,
        },
        judul,
        catatan: Some(k.s("mpp-risalah-catatan")),
        isi: baris(&k, j, &r),
        tanda_tangan: vec![k.s("mpp-risalah-pimpinan"), k.s("mpp-risalah-wakil")],
    };
    Ok(pdf(app.pencetak.cetak(isi).await?, "berita-acara-forum.pdf"))
}

fn baris(k: &Konteks, j: &Jalan, r: &Rinci) -> Vec<BarisNaskah> {
    let x = &r.forum;
    let tanggal = k.hari(x.laksana.as_ref().unwrap_or(&x.tanggal));
    let args = [
        ("judul", x.judul.as_str().into()),
        ("mpp", j.nama.as_str().into()),
        ("tanggal", tanggal.into()),
        ("tempat", x.tempat.as_str().into()),
    ];
    let mut isi = vec![BarisNaskah::Alinea(k.a("mpp-risalah-pembuka", args))];
    if let Some(n) = x.hadir {
        isi.push(BarisNaskah::Alinea(k.jumlah("mpp-risalah-hadir", n)));
    }
    isi.push(BarisNaskah::Judul(k.s("mpp-undangan")));
    let undangan = |u: &forum::Undangan| BarisNaskah::Butir(format!("{} ({})", u.nama, k.s(kunci_kelompok(&u.kelompok))));
    isi.extend(r.undangan.iter().map(undangan));
    isi.push(BarisNaskah::Judul(k.s("mpp-masukan")));
    if r.masukan.is_empty() {
        isi.push(BarisNaskah::Alinea(k.s("mpp-masukan-kosong")));
    } else {
        let satu = |(n, m): (usize, &forum::Masukan)| {
            let dari = if m.dari.is_empty() { k.s(kunci_kelompok(&m.kelompok)) } else { m.dari.clone() };
            vec![(n + 1).to_string(), dari, m.isi.clone(), m.jawaban.clone().unwrap_or_else(|| k.s("mpp-belum-dijawab"))]
        };
        let kolom = ["mpp-risalah-nomor", "mpp-risalah-dari", "mpp-masukan-isi", "mpp-jawaban"].map(|x| k.s(x)).into();
        isi.push(BarisNaskah::Tabel { kolom, baris: r.masukan.iter().enumerate().map(satu).collect() });
    }
    isi
}
