mod fase;
mod isi;
