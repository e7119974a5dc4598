mod fase;
mod isi;
mod perpanjangan;
