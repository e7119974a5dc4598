//! Test support shared by the other crates; a dev-dependency only.
//!
//! [`basis`] gives every test a database of its own, on SQLite and on PostgreSQL;
//! [`server`] runs the private PostgreSQL behind it (`testkit pg COMMAND`, called by `./uji`).
//! Nothing here may depend on `store` or `web`: they depend on this crate for their tests.

pub mod basis;
mod makro;
mod pg;
pub mod server;
