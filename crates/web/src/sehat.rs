//! `GET /sehat`: 200 `ok` when the program can serve, for load balancers and start scripts.

use crate::rute::{Akses, Daftar};

pub fn rute(d: &mut Daftar) {
    d.get("/sehat", Akses::Publik, async || "ok");
}
