//! `/admin/kait/{kait}`: one address: what was sent and how it went, trying it, on and off, removing it.

use askama::Template;
use axum::extract::{Query, State};
use store::{
    StoreError,
    id::{KaitId, KaitKirimId},
    kait::{self, Kait, Kiriman},
};

use super::{ADMIN, keadaan, kunci_peristiwa};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    lembar::{BATAS, Lembar, lewati},
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil},
};

pub fn rute(d: &mut Daftar) {
    d.get("/admin/kait/{kait}", ADMIN, lihat);
    d.post("/admin/kait/{kait}", ADMIN, ubah);
    d.post("/admin/kait/{kait}/kiriman/{kirim}", ADMIN, ulangi);
}

#[derive(Template)]
#[template(path = "admin/kait/satu.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    x: Kait,
    kiriman: Vec<Kiriman>,
    lembar: Lembar,
}

impl Halaman<'_> {
    fn keadaan(&self) -> (Nada, &'static str) {
        keadaan(&self.x)
    }

    fn peristiwa(&self) -> String {
        self.x.peristiwa().into_iter().map(|p| self.k.s(kunci_peristiwa(p))).collect::<Vec<_>>().join("; ")
    }

    fn akhir(&self, q: &Kiriman) -> (Nada, &'static str) {
        match q.akhir.as_deref() {
            Some("sampai") => (Nada::Baik, "kait-akhir-sampai"),
            Some("gagal") => (Nada::Bahaya, "kait-akhir-gagal"),
            Some(_) => (Nada::Netral, "kait-akhir-batal"),
            None if q.coba > 0 => (Nada::Perhatian, "kait-akhir-lagi"),
            None => (Nada::Info, "kait-akhir-menunggu"),
        }
    }

    /// What the last try came to, in words.
    fn jawaban(&self, q: &Kiriman) -> String {
        let kata = match q.galat.as_deref() {
            Some("nama" | "nama-waktu") => "kait-galat-nama",
            Some("jaringan-dalam") => "kait-galat-dalam",
            Some("bukan-https" | "alamat") => "kait-galat-alamat",
            Some("tls" | "tls-waktu") => "kait-galat-tls",
            Some("jawaban-waktu") => "kait-galat-waktu",
            Some("sambungan" | "sambungan-waktu" | "putus") => "kait-galat-sambungan",
            _ => return q.status.map(|s| self.k.n(kunci_status(s), "kode", s.to_string())).unwrap_or_default(),
        };
        self.k.s(kata)
    }

    /// How long the last try took.
    fn lama(&self, q: &Kiriman) -> String {
        q.ms.map(|ms| format!(" · {ms} ms")).unwrap_or_default()
    }

    /// When it is tried next.
    fn lagi(&self, q: &Kiriman) -> Option<String> {
        let w = q.lagi.as_ref()?;
        Some(if *w > self.k.pada { self.k.n("kait-lagi-pada", "waktu", self.k.waktu(w)) } else { self.k.s("kait-lagi-segera") })
    }

    fn bisa_ulang(&self, q: &Kiriman) -> bool {
        self.x.hidup() && matches!(q.akhir.as_deref(), Some("gagal" | "batal"))
    }
}

/// What an answer means for who has to mend something.
fn kunci_status(status: i64) -> &'static str {
    match status {
        200..300 => "kait-jawab-terima",
        300..400 => "kait-jawab-alih",
        401 | 403 => "kait-jawab-tanda",
        404 | 405 | 410 => "kait-jawab-tempat",
        429 => "kait-jawab-sering",
        400..500 => "kait-jawab-tolak",
        _ => "kait-jawab-gagal",
    }
}

#[derive(serde::Deserialize)]
struct Kueri {
    h: Option<i64>,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<KaitId>, Query(q): Query<Kueri>) -> Hasil {
    let hak = pelaku.admin()?;
    let k = k.bantuan("integrasi");
    let x = kait::dari_id(&app.store, &hak, id).await?;
    let (kiriman, n) = kait::kiriman(&app.store, &hak, id, lewati(q.h), BATAS).await?;
    let lembar = k.lembar(q.h, kiriman.len(), n, "");
    tampil(&Halaman { k: &k, x, kiriman, lembar })
}

async fn ubah(State(app): State<AppState>, Orang(pelaku): Orang, Jalur(id): Jalur<KaitId>, f: Formulir) -> Hasil {
    let (hak, s) = (pelaku.admin()?, &app.store);
    let (hasil, pesan) = match f.aksi() {
        "uji" => (kait::uji(s, &hak, id).await, "kait-pesan-uji"),
        "mati" => (kait::matikan(s, &hak, id).await, "kait-pesan-mati"),
        "hidup" => (kait::hidupkan(s, &hak, id).await, "kait-pesan-hidup"),
        "hapus" => {
            kait::hapus(s, &hak, id).await?;
            return Alih::ke("/admin/kait").pesan("kait-pesan-hapus").into();
        }
        _ => return Alih::ke(format!("/admin/kait/{id}")).into(),
    };
    kembali(id, hasil, pesan)
}

async fn ulangi(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, kirim)): Jalur<(KaitId, KaitKirimId)>) -> Hasil {
    kembali(id, kait::ulangi(&app.store, &pelaku.admin()?, id, kirim).await, "kait-pesan-ulang")
}

fn kembali(id: KaitId, hasil: store::Hasil<()>, pesan: &'static str) -> Hasil {
    let pesan = match hasil {
        Ok(()) => pesan,
        // Something else happened to it meanwhile: said on its page.
        Err(StoreError::Keadaan(kunci)) => kunci,
        Err(e) => return Err(e.into()),
    };
    Alih::ke(format!("/admin/kait/{id}")).pesan(pesan).into()
}
