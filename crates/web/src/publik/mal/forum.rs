//! `/mal/forum/{forum}`: a published forum konsultasi publik: who was invited, what was said, what was answered, the minutes.

use askama::Template;
use axum::extract::State;
use store::{
    id::ForumId,
    perjalanan::{
        Jalan,
        forum::{self, Rinci},
    },
};

use super::konteks;
use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    mpp::usulan::{forum::rinci::berita_acara, kunci_kelompok},
    rute::{Akses, Daftar},
    tampil::segar,
};

pub fn rute(d: &mut Daftar) {
    d.get("/mal/forum/{forum}", Akses::Publik, lihat);
    d.get("/mal/forum/{forum}/berita-acara", Akses::Publik, unduh);
}

#[derive(Template)]
#[template(path = "publik/mal/forum.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    j: &'a Jalan,
    r: &'a Rinci,
}

impl Halaman<'_> {
    fn hari(&self, iso: &str) -> String {
        self.k.hari(iso)
    }

    fn kelompok(&self, kunci: &str) -> String {
        self.k.s(kunci_kelompok(kunci))
    }

    /// Invited bodies by group.
    fn undangan(&self) -> Vec<(String, String)> {
        let mut hasil: Vec<(String, Vec<&str>)> = Vec::new();
        for u in &self.r.undangan {
            let nama = self.kelompok(&u.kelompok);
            match hasil.iter_mut().find(|x| x.0 == nama) {
                Some(x) => x.1.push(&u.nama),
                None => hasil.push((nama, vec![&u.nama])),
            }
        }
        hasil.into_iter().map(|(k, n)| (k, n.join(", "))).collect()
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(id): Jalur<ForumId>) -> Hasil {
    let (j, r) = forum::publik(&app.store, id).await?;
    let k = konteks(k, j.ilustrasi == 1, &j.zona);
    segar(&k, &Halaman { k: &k, j: &j, r: &r })
}

async fn unduh(State(app): State<AppState>, Jalur(id): Jalur<ForumId>) -> Hasil {
    let (_, r) = forum::publik(&app.store, id).await?;
    berita_acara(&app, r.forum).await
}
