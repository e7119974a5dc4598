//! How long many certificates take: `cargo run --release -p dokumen --example piagam -- [COUNT] [WORKERS]`.
//! Each with a name and a code of its own and a logo, through the same worker processes as the server.

use std::{
    path::PathBuf,
    process::ExitCode,
    time::{Duration, Instant},
};

use dokumen::{
    Pencetak, Piagam, Setelan,
    masukan::{Kepala, Logo, Verifikasi},
};
use tokio::task::JoinSet;

fn main() -> ExitCode {
    let argumen: Vec<String> = std::env::args().collect();
    if argumen.get(1).is_some_and(|a| a == "kerja-pdf") {
        return dokumen::worker_main();
    }
    let angka = |n: usize, baku: usize| argumen.get(n).and_then(|a| a.parse().ok()).unwrap_or(baku);
    let (banyak, pekerja) = (angka(1, 1000), angka(2, Setelan::default().pekerja));
    match tokio::runtime::Runtime::new().map_err(|e| e.to_string()).and_then(|r| r.block_on(ukur(banyak, pekerja))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("{e}");
            ExitCode::FAILURE
        }
    }
}

async fn ukur(banyak: usize, pekerja: usize) -> Result<(), String> {
    let program = std::env::current_exe().ok();
    let pencetak = Pencetak::new(Setelan { pekerja, program, ..Setelan::default() });
    let logo = Logo { jenis: "png".into(), isi: dokumen::qr_png("lambang daerah (contoh)", 16).map_err(|e| e.to_string())? };
    let (mulai, mut kerja) = (Instant::now(), JoinSet::new());
    let (mut jadi, mut byte, mut anak) = (0_usize, 0_usize, 0_u64);
    for n in 0..banyak {
        if kerja.len() >= pekerja {
            tuai(&mut kerja, &mut jadi, &mut byte).await?;
            anak = anak.max(memori_anak());
        }
        let (pencetak, piagam) = (pencetak.clone(), piagam(n, logo.clone()));
        kerja.spawn(async move { pencetak.cetak(piagam).await });
    }
    while !kerja.is_empty() {
        tuai(&mut kerja, &mut jadi, &mut byte).await?;
    }
    let lama: Duration = mulai.elapsed();
    println!(
        "{jadi} certificates, {pekerja} workers: {lama:.1?}, {} kB each, largest worker {} MB",
        byte / jadi.max(1) / 1000,
        anak / 1000
    );
    Ok(())
}

fn piagam(n: usize, logo: Logo) -> Piagam {
    let kode = format!("{n:032x}");
    let url = format!("https://prima.example/verifikasi/{kode}");
    let kepala = Kepala {
        instansi: "Pemerintah Kabupaten Contoh".into(),
        perangkat: None,
        nomor: Some(format!("065/{n}/CONTOH/2023")),
        dibuat: jiff::Timestamp::UNIX_EPOCH,
        dibuat_teks: String::new(),
        ilustrasi: true,
        verifikasi: Some(Verifikasi { url, url_pendek: Some("prima.example/verifikasi".into()), kode: Some(kode) }),
    };
    Piagam {
        kepala,
        logo: Some(logo),
        judul: "Piagam Penghargaan".into(),
        penerima: format!("Unit Pelayanan Contoh Nomor {n}"),
        penerima_di: Some("Kabupaten Contoh".into()),
        atas: "Penyelenggara Pelayanan Terbaik".into(),
        uraian: "PEKPPP skema mandiri tahun 2023, peringkat 1 kategori RSUD, Indeks Pelayanan Publik 4,73 kategori A.".into(),
        dasar: Some("Keputusan Nomor 12 Tahun 2023 tanggal 1 Desember 2023".into()),
        tempat_tanggal: "Tempat, 5 Desember 2023".into(),
        penanda_jabatan: "Bupati Contoh".into(),
        penanda_nama: "(nama pejabat, contoh)".into(),
        penanda_pangkat: None,
    }
}

async fn tuai(kerja: &mut JoinSet<Result<Vec<u8>, dokumen::Error>>, jadi: &mut usize, byte: &mut usize) -> Result<(), String> {
    if let Some(satu) = kerja.join_next().await {
        *byte += satu.map_err(|e| e.to_string())?.map_err(|e| e.to_string())?.len();
        *jadi += 1;
    }
    Ok(())
}

/// Peak resident set of the largest child, in kB; 0 where it cannot be read.
fn memori_anak() -> u64 {
    // Each thread lists the children that it started.
    let utas = std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    let anak: String = utas.filter_map(|u| std::fs::read_to_string(u.path().join("children")).ok()).collect();
    let satu = |pid: &str| {
        let status = std::fs::read_to_string(PathBuf::from("/proc").join(pid).join("status")).ok()?;
        status.lines().find_map(|l| l.strip_prefix("VmHWM:"))?.split_whitespace().next()?.parse().ok()
    };
    anak.split_whitespace().filter_map(satu).max().unwrap_or_default()
}
