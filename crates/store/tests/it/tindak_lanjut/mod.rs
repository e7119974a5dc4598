//! Recommendations, their follow-up, what is sent, and the figures on agreement.

mod alur;
mod bangun;
mod ingat;
mod kesepakatan;
mod lewat;
mod penyampaian;
mod periode;
mod rekomendasi;
