//! Pages of SKM rounds for officers.

mod dunia;
mod ekspor;
mod impor;
mod kertas;
mod mutu;
mod ronde;
mod tempo;
mod tuntas;
