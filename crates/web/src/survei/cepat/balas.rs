//! What is said to an answer: to a browser a page or a way on, to the script of the page JSON. One place for both, so that
//! they never differ in what they mean.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::IntoResponse as _,
};
use serde_json::json;
use store::ronde::masukan::Terima;

use super::{lihat, minta::Minta, muat::Survei, tembolok::Muatan};
use crate::{
    AppState,
    error::Hasil,
    survei::{
        bahasa::BahasaSurvei,
        isian::{Cara, Isian, Pesan, Salah, Sebab},
        pow, tautan,
        terima::{self, medan},
        urai::Pasangan,
    },
    tampil::Alih,
};

pub struct Balas<'a> {
    pub app: &'a AppState,
    pub minta: &'a Minta,
    pub survei: &'a Survei,
    pub pasangan: &'a Pasangan<'a>,
    pub bahasa: BahasaSurvei,
    pub json: bool,
}

impl Balas<'_> {
    pub fn terima_kasih(&self, diterima: Terima, cara: &Cara) -> Hasil {
        if self.json {
            let kata = if diterima == Terima::Baru { "baru" } else { "sudah-ada" };
            // The screen at the counter stays open all day: each answer brings the stamp of the next one.
            let kios = *cara == Cara::Kios;
            let stempel = kios.then(|| self.app.survei.stempel.buat(&self.survei.token, self.app.store.sekarang()));
            return Ok(Json(json!({ "id": medan(self.pasangan, "id"), "terima": kata, "stempel": stempel })).into_response());
        }
        let mut ke = self.survei.kepala(self.bahasa).ke("/terima-kasih");
        let sesudah = match cara {
            Cara::Biasa => None,
            Cara::Kios => Some("cara=kios"),
            Cara::Tautan(_) => Some("cara=tautan"),
        };
        if let Some(sesudah) = sesudah {
            ke.push(if ke.contains('?') { '&' } else { '?' });
            ke.push_str(sesudah);
        }
        Alih::ke(ke).into()
    }

    /// Faults at their fields. None at all means that the answer's id was missing: the form gets one.
    pub fn salah(&self, salah: Vec<Salah>) -> Hasil {
        if self.json {
            let semua: serde_json::Map<_, _> = salah.iter().map(|s| (s.medan.clone(), kata(s.sebab).into())).collect();
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "galat": "salah", "salah": semua }))).into_response());
        }
        let mut isian = terima::isian(self.pasangan, salah);
        isian.pesan = isian.salah.is_empty().then_some(Pesan::StempelPalsu);
        self.formulir(StatusCode::UNPROCESSABLE_ENTITY, &isian, self.stempel_lama())
    }

    /// Nothing is wrong with the answer; it may be sent again after `detik`.
    pub fn lagi(&self, status: StatusCode, pesan: Pesan, detik: u64) -> Hasil {
        let kini = self.app.store.sekarang();
        let kerja = self.app.survei.laju.diserang(self.survei.id, self.minta.alamat, kini).then_some(pow::BIT);
        let mut response = if self.json {
            (status, Json(json!({ "galat": sebut(pesan), "isi": self.isi(pesan), "nanti": detik, "kerja": kerja }))).into_response()
        } else {
            let isian = Isian { pesan: Some(pesan), ..terima::isian(self.pasangan, Vec::new()) };
            self.formulir(status, &isian, self.stempel_lama())?
        };
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(detik));
        Ok(response)
    }

    /// The stamp is no good: the form comes back with a fresh one, and sending it again will do.
    pub fn stempel(&self, status: StatusCode, pesan: Pesan) -> Hasil {
        let baru = self.app.survei.stempel.ganti(&self.survei.token, self.app.store.sekarang(), self.survei.bentuk.pertanyaan.into());
        if self.json {
            // A page kept for too long gets a stamp at once; a forged one has to come for it.
            let stempel = (pesan == Pesan::StempelLama).then_some(baru);
            return Ok((status, Json(json!({ "galat": sebut(pesan), "isi": self.isi(pesan), "stempel": stempel }))).into_response());
        }
        let isian = Isian { pesan: Some(pesan), ..terima::isian(self.pasangan, Vec::new()) };
        self.formulir(status, &isian, Some(&baru))
    }

    /// The id belongs to another answer: this one gets its own.
    pub fn lain(&self) -> Hasil {
        let pesan = Pesan::SudahTerkirim;
        if self.json {
            return Ok((StatusCode::CONFLICT, Json(json!({ "galat": sebut(pesan), "isi": self.isi(pesan) }))).into_response());
        }
        let isian = Isian { id: None, pesan: Some(pesan), ..terima::isian(self.pasangan, Vec::new()) };
        self.formulir(StatusCode::UNPROCESSABLE_ENTITY, &isian, self.stempel_lama())
    }

    pub fn tautan_mati(&self) -> Hasil {
        if self.json {
            return Ok((StatusCode::GONE, Json(json!({ "galat": "tautan" }))).into_response());
        }
        let teks = tautan::mati(&self.survei.kepala(self.bahasa), tautan::TautanMati::Dipakai)?;
        Ok(lihat::html(StatusCode::GONE, teks.into()))
    }

    pub fn tertutup(&self, muatan: &Muatan) -> Hasil {
        if self.json {
            return Ok((StatusCode::GONE, Json(json!({ "galat": "tertutup" }))).into_response());
        }
        match &muatan.survei {
            Some(survei) if survei.tertutup.is_some() => lihat::tutup(self.minta, muatan, survei, StatusCode::GONE),
            // Closed and opened again within a moment.
            _ => self.lagi(StatusCode::SERVICE_UNAVAILABLE, Pesan::Penuh, 2),
        }
    }

    /// The stamp that came, where it is ours: a fresh one would make the second try look too fast.
    fn stempel_lama(&self) -> Option<&str> {
        let satu = medan(self.pasangan, "stempel");
        self.app.survei.stempel.periksa(&self.survei.token, satu, self.app.store.sekarang()).is_ok().then_some(satu)
    }

    fn formulir(&self, status: StatusCode, isian: &Isian, stempel: Option<&str>) -> Hasil {
        let teks = lihat::sendiri(self.app, self.survei, (self.bahasa, self.minta.alamat), isian, stempel)?;
        Ok(lihat::html(status, teks.into()))
    }

    fn isi(&self, pesan: Pesan) -> String {
        pesan.teks(&self.survei.kepala(self.bahasa))
    }
}

fn kata(sebab: Sebab) -> &'static str {
    match sebab {
        Sebab::Kosong => "kosong",
        Sebab::LuarPilihan => "luar-pilihan",
        Sebab::TerlaluPanjang => "terlalu-panjang",
    }
}

fn sebut(pesan: Pesan) -> &'static str {
    match pesan {
        Pesan::SudahTerkirim => "id-terpakai",
        Pesan::TerlaluBanyak => "terlalu-banyak",
        Pesan::Penuh => "penuh",
        Pesan::StempelPalsu => "stempel-palsu",
        Pesan::StempelLama => "stempel-lama",
    }
}
