//! Turns the spans of `tracing` into traces (`web::jejak`) once the settings ask for them. Until then, and where they do not, a span
//! costs what it costs the log. A span is followed only if this program opened it.

mod medan;

use std::{
    sync::{Arc, OnceLock},
    time::{Instant, SystemTime},
};

use tracing::{
    Metadata, Subscriber,
    span::{Attributes, Id, Record},
};
use tracing_subscriber::{Layer, layer::Context, registry::LookupSpan};
use uuid::Uuid;
use web::jejak::{Nilai, Pengirim, Rentang};

use medan::Medan;

/// The span of a request, opened by the outermost layer of the pages.
const PERMINTAAN: &str = "request";
/// That of a job.
const PEKERJAAN: &str = "job";

#[derive(Clone, Default)]
pub struct Jejak(Arc<OnceLock<Pengirim>>);

impl Jejak {
    /// From now on spans are handed over.
    pub fn nyalakan(&self, p: Pengirim) {
        // Called once, at the start.
        let _ = self.0.set(p);
    }
}

/// Which spans are looked at: those of this program. Events are the log's.
pub fn milik(m: &Metadata<'_>) -> bool {
    let akar = m.target().split("::").next().unwrap_or_default();
    m.is_span() && matches!(akar, "web" | "store" | "dokumen" | "prima")
}

/// What is known of a span while it is open.
struct Terbuka {
    jejak: u128,
    id: u64,
    induk: Option<u64>,
    simpan: bool,
    mulai: (SystemTime, Instant),
    medan: Medan,
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Jejak {
    fn on_new_span(&self, isi: &Attributes<'_>, id: &Id, ctx: Context<'_, S>) {
        let (Some(p), Some(span)) = (self.0.get(), ctx.span(id)) else { return };
        let mut medan = Medan::default();
        isi.record(&mut medan);
        let atas = span.parent().and_then(|a| a.extensions().get::<Terbuka>().map(|t| (t.jejak, t.id, t.simpan)));
        let (jejak, induk, simpan) = match atas {
            Some((jejak, induk, simpan)) => (jejak, Some(induk), simpan),
            // What the loops of the background do twice a second says nothing: a trace begins with a request or a job.
            None if !matches!(span.name(), PERMINTAAN | PEKERJAAN) => return,
            None => {
                // The number of a request is that of its trace, so that the log leads to it.
                let jejak = medan.nomor.unwrap_or_else(|| Uuid::new_v4().as_u128());
                (jejak, None, jejak % 100 < u128::from(p.bagian))
            }
        };
        let id = Uuid::new_v4().as_u64_pair().1;
        span.extensions_mut().insert(Terbuka { jejak, id, induk, simpan, mulai: (SystemTime::now(), Instant::now()), medan });
    }

    fn on_record(&self, id: &Id, isi: &Record<'_>, ctx: Context<'_, S>) {
        let Some(span) = ctx.span(id) else { return };
        let mut tambahan = span.extensions_mut();
        let Some(t) = tambahan.get_mut::<Terbuka>() else { return };
        isi.record(&mut t.medan);
        if let Some((jejak, induk, simpan)) = t.medan.asal.take() {
            (t.jejak, t.induk, t.simpan) = (jejak, Some(induk), simpan);
        }
    }

    fn on_close(&self, id: Id, ctx: Context<'_, S>) {
        let (Some(p), Some(span)) = (self.0.get(), ctx.span(&id)) else { return };
        let Some(t) = span.extensions_mut().remove::<Terbuka>().filter(|t| t.simpan) else { return };
        let layanan = span.name() == PERMINTAAN;
        p.kirim(Rentang {
            nama: if layanan { t.medan.nama_permintaan() } else { span.name().to_owned() },
            gagal: t.medan.atribut.iter().any(|(k, n)| *k == medan::STATUS && matches!(n, Nilai::Angka(500..))),
            layanan,
            jejak: t.jejak,
            id: t.id,
            induk: t.induk,
            mulai: t.mulai.0,
            lama: t.mulai.1.elapsed(),
            atribut: t.medan.atribut,
        });
    }
}
