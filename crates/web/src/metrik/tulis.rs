//! The figures as text, one family after the other. What cannot be asked right now (the database is away) is left out, and
//! `prima_database_up` says so.

use std::{fmt::Write as _, sync::atomic::Ordering};

use store::ukur;

use super::{BATAS, KELAS, STATUS};
use crate::AppState;

pub(super) async fn semua(app: &AppState) -> String {
    let mut t = String::with_capacity(16 << 10);
    permintaan(app, &mut t);
    proses(app, &mut t);
    kolam(app, &mut t);
    replika(app, &mut t);
    antre(app, &mut t).await;
    t
}

fn kepala(t: &mut String, nama: &str, jenis: &str, arti: &str) {
    let _ = write!(t, "# HELP {nama} {arti}\n# TYPE {nama} {jenis}\n");
}

fn satu(t: &mut String, nama: &str, jenis: &str, arti: &str, nilai: impl std::fmt::Display) {
    kepala(t, nama, jenis, arti);
    let _ = writeln!(t, "{nama} {nilai}");
}

/// Microseconds as seconds, exactly.
fn detik(mikro: u64) -> String {
    format!("{}.{:06}", mikro / 1_000_000, mikro % 1_000_000)
}

fn permintaan(app: &AppState, t: &mut String) {
    let baca = |a: &std::sync::atomic::AtomicU64| a.load(Ordering::Relaxed);
    kepala(t, "prima_http_requests_total", "counter", "Requests answered, by class of route and status.");
    for (seri, (_, kelas)) in app.metrik.seri.iter().zip(KELAS) {
        for (n, banyak) in seri.status.iter().enumerate().map(|(n, s)| (n, baca(s))).filter(|(_, b)| *b > 0) {
            let status = STATUS.get(n).map_or_else(|| "lain".to_owned(), u16::to_string);
            let _ = writeln!(t, "prima_http_requests_total{{class=\"{kelas}\",status=\"{status}\"}} {banyak}");
        }
    }
    kepala(t, "prima_http_request_duration_seconds", "histogram", "Time until the answer began, by class of route.");
    for (seri, (_, kelas)) in app.metrik.seri.iter().zip(KELAS) {
        let mut jumlah = 0;
        let ember: Vec<u64> = seri.ember.iter().map(baca).collect();
        if ember.iter().all(|n| *n == 0) {
            continue;
        }
        for (n, batas) in ember.iter().zip(BATAS.iter().map(|b| b.1).chain(["+Inf"])) {
            jumlah += n;
            let _ = writeln!(t, "prima_http_request_duration_seconds_bucket{{class=\"{kelas}\",le=\"{batas}\"}} {jumlah}");
        }
        let _ = writeln!(t, "prima_http_request_duration_seconds_sum{{class=\"{kelas}\"}} {}", detik(baca(&seri.mikro)));
        let _ = writeln!(t, "prima_http_request_duration_seconds_count{{class=\"{kelas}\"}} {jumlah}");
    }
}

fn proses(app: &AppState, t: &mut String) {
    kepala(t, "prima_build_info", "gauge", "Always 1; the label says which program runs.");
    let _ = writeln!(t, "prima_build_info{{version=\"{}\"}} 1", env!("CARGO_PKG_VERSION"));
    satu(t, "prima_uptime_seconds", "gauge", "Seconds since the start.", app.metrik.mulai.elapsed().as_secs());
    let s = &app.survei;
    kepala(t, "prima_survey_answers_total", "counter", "Answers of citizens by this node: stored, and refused.");
    for (nama, n) in [("stored", &s.diterima), ("refused", &s.ditolak)] {
        let _ = writeln!(t, "prima_survey_answers_total{{result=\"{nama}\"}} {}", n.load(Ordering::Relaxed));
    }
    satu(t, "prima_sse_listeners", "gauge", "Live pages open on this node.", app.langsung.terbuka());
    let pemeliharaan = u8::from(app.pemeliharaan.pesan().is_some());
    satu(t, "prima_maintenance", "gauge", "1 while nothing can be written (maintenance mode).", pemeliharaan);
    if let Ok((bebas, seluruh)) = ukur::disk(app.store.folder()) {
        satu(t, "prima_disk_free_bytes", "gauge", "Room left on the disk of the data folder.", bebas);
        satu(t, "prima_disk_size_bytes", "gauge", "Size of that disk.", seluruh);
    }
    if let Some(rss) = memori() {
        satu(t, "process_resident_memory_bytes", "gauge", "Memory held by the program.", rss);
    }
}

/// Linux tells it in pages of 4 kB.
fn memori() -> Option<u64> {
    let teks = std::fs::read_to_string("/proc/self/statm").ok()?;
    Some(teks.split(' ').nth(1)?.parse::<u64>().ok()? * 4096)
}

fn kolam(app: &AppState, t: &mut String) {
    kepala(t, "prima_db_connections", "gauge", "Connections to the database by pool: in use, idle, and the most there may be.");
    for k in ukur::kolam(&app.store) {
        let pakai = k.terbuka.saturating_sub(k.menganggur);
        for (keadaan, n) in [("used", pakai), ("idle", k.menganggur), ("max", k.paling_banyak)] {
            let _ = writeln!(t, "prima_db_connections{{pool=\"{}\",state=\"{keadaan}\"}} {n}", k.nama);
        }
    }
}

/// How the replica for public pages stands, where there is one.
fn replika(app: &AppState, t: &mut String) {
    let Some(r) = app.store.replika() else { return };
    satu(t, "prima_replica_used", "gauge", "1 while public pages are read from the replica.", u8::from(r.layak()));
    satu(t, "prima_replica_lag_seconds", "gauge", "How far the replica is behind, as last measured.", r.tertinggal().as_secs_f64());
}

async fn antre(app: &AppState, t: &mut String) {
    let tanya = async { Ok::<_, store::StoreError>((ukur::antre(&app.store).await?, ukur::belum_disegel(&app.store).await?)) };
    let jawab = tokio::time::timeout(std::time::Duration::from_secs(3), tanya).await.ok().and_then(Result::ok);
    satu(t, "prima_database_up", "gauge", "1 if the database answers.", u8::from(jawab.is_some()));
    let Some((antre, belum)) = jawab else { return };
    kepala(t, "prima_jobs", "gauge", "Jobs by kind: waiting (mail, exports, notices), and given up.");
    for a in antre {
        let _ = writeln!(t, "prima_jobs{{kind=\"{}\",state=\"waiting\"}} {}", a.jenis, a.menunggu);
        let _ = writeln!(t, "prima_jobs{{kind=\"{}\",state=\"given_up\"}} {}", a.jenis, a.menyerah);
    }
    satu(t, "prima_audit_unsealed", "gauge", "Audit events that wait for the sealer; more than a few for long is a fault.", belum);
}
