//! The pages after a result: recommendations, follow-up, what is sent, what-if, agreement.

mod alur;
mod peningkatan;
mod periode;
