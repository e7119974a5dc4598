//! A person's own things: profile, password, sessions, language.

pub mod bahasa;

use crate::rute::Daftar;

pub fn rute(d: &mut Daftar) {
    bahasa::rute(d);
}
