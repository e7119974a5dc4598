//! Clients that go away in the middle: before the headers are whole, in mid-body, or before the answer is read. Afterwards
//! the server must have no more sockets open than before, and answer as if nothing had been.

use std::{fs, io, net::SocketAddr, time::Duration};

use tokio::{io::AsyncWriteExt as _, net::TcpStream};

use crate::{acak::Acak, formulir::Formulir, klien::Klien, ukur::memori};

pub async fn putus(alamat: SocketAddr, jalur: &str, banyak: usize, pid: Option<u32>) -> io::Result<()> {
    let mut klien = Klien::sambung(alamat).await?;
    let formulir = Formulir::baca(&klien.halaman_polos(jalur).await?).ok_or_else(|| io::Error::other("no form on the page"))?;
    let mut acak = Acak::baru();
    let stempel = klien.halaman(jalur, &mut acak).await?.stempel;
    let sebelum = pid.map(soket);
    let mut tunggu = tokio::task::JoinSet::new();
    for no in 0..banyak {
        let mut badan = Vec::new();
        formulir.isi(&mut badan, &acak.uuid(), &stempel, &mut acak);
        let kepala = format!(
            "POST {} HTTP/1.1\r\nHost: survei\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
            formulir.ke,
            badan.len()
        );
        let mut semua = kepala.into_bytes();
        let tengah = semua.len() / 2;
        let awal_badan = semua.len();
        semua.extend_from_slice(&badan);
        // In the headers, in the body, with the request whole.
        let sampai = [tengah, awal_badan + badan.len() / 2, semua.len()][no % 3];
        semua.truncate(sampai);
        tunggu.spawn(async move {
            let mut s = TcpStream::connect(alamat).await?;
            s.write_all(&semua).await?;
            if no % 2 == 0 {
                // Half of them by reset instead of a polite end.
                s.set_zero_linger()?;
            }
            Ok::<_, io::Error>(())
        });
    }
    let mut gagal = 0;
    while let Some(satu) = tunggu.join_next().await {
        gagal += usize::from(!matches!(satu, Ok(Ok(()))));
    }
    tokio::time::sleep(Duration::from_secs(2)).await;
    let status = klien.kirim(&formulir, &stempel, None, &mut acak).await?;
    let memori = pid.and_then(memori).map_or((0, 0), |m| m);
    println!(
        "{{\"putus\":{banyak},\"tak_tersambung\":{gagal},\"soket_sebelum\":{},\"soket_sesudah\":{},\"jawaban_sesudah\":{status},\"rss_mb\":{},\"hwm_mb\":{}}}",
        sebelum.unwrap_or(0),
        pid.map_or(0, soket),
        memori.0,
        memori.1
    );
    Ok(())
}

/// Sockets that a process holds open.
fn soket(pid: u32) -> usize {
    let Ok(isi) = fs::read_dir(format!("/proc/{pid}/fd")) else { return 0 };
    isi.flatten().filter(|f| fs::read_link(f.path()).is_ok_and(|t| t.to_string_lossy().starts_with("socket:"))).count()
}
