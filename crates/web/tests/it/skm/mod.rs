//! Pages of SKM rounds for officers.

pub mod dunia;
mod ekspor;
mod impor;
mod kertas;
mod mutu;
mod ronde;
mod tempo;
mod tuntas;
