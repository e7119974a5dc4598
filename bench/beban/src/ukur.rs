//! Latencies and statuses, and the memory of the server.

use std::{collections::BTreeMap, fs, time::Duration};

#[derive(Default)]
pub struct Catatan {
    /// Microseconds.
    waktu: Vec<u32>,
    status: BTreeMap<u16, u64>,
    pub byte_halaman: usize,
}

impl Catatan {
    pub fn catat(&mut self, status: u16, lama: Duration) {
        self.waktu.push(u32::try_from(lama.as_micros()).unwrap_or(u32::MAX));
        *self.status.entry(status).or_default() += 1;
    }

    pub fn gabung(&mut self, lain: Self) {
        self.waktu.extend(lain.waktu);
        for (status, n) in lain.status {
            *self.status.entry(status).or_default() += n;
        }
        self.byte_halaman = self.byte_halaman.max(lain.byte_halaman);
    }

    /// One JSON line on standard output.
    pub fn cetak(mut self, lama: Duration, sambungan: usize, pid: Option<u32>) {
        self.waktu.sort_unstable();
        let n = self.waktu.len();
        let baik = self.status.get(&303).copied().unwrap_or(0);
        let persen = |p: usize| f64::from(self.waktu.get((n * p / 1000).min(n.saturating_sub(1))).copied().unwrap_or(0)) / 1000.0;
        let status: Vec<_> = self.status.iter().map(|(s, n)| format!("\"{s}\":{n}")).collect();
        let memori =
            pid.and_then(memori).map_or_else(|| "null".into(), |(kini, puncak)| format!("{{\"rss_mb\":{kini},\"hwm_mb\":{puncak}}}"));
        println!(
            "{{\"sambungan\":{sambungan},\"detik\":{:.2},\"per_detik\":{},\"p50_ms\":{:.2},\"p99_ms\":{:.2},\"p999_ms\":{:.2},\"maks_ms\":{:.2},\"status\":{{{}}},\"halaman_byte\":{},\"memori\":{memori}}}",
            lama.as_secs_f64(),
            u128::from(baik) * 1_000_000 / lama.as_micros().max(1),
            persen(500),
            persen(990),
            persen(999),
            persen(1000),
            status.join(","),
            self.byte_halaman,
        );
    }
}

/// Resident set now and at its peak, in MB.
pub fn memori(pid: u32) -> Option<(u64, u64)> {
    let teks = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let kb = |nama: &str| teks.lines().find_map(|b| b.strip_prefix(nama))?.split_whitespace().next()?.parse::<u64>().ok();
    Some((kb("VmRSS:")? / 1024, kb("VmHWM:")? / 1024))
}
