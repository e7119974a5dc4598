//! PDF that does something by itself: JavaScript, an order to start a program, a form that is a program (XFA).
//!
//! Looked for without trusting the file's own structure: every name in the bytes is read with its escapes undone, wherever it stands, and so
//! are packed objects (`ObjStm`). Of an encrypted file only what is not packed can be seen.

use super::SalahBerkas;
use flate2::read::ZlibDecoder;
use std::{io::Read, ops::Range};

/// All packed objects together, unpacked.
const MENGEMBANG_MAKS: u64 = 64 * 1024 * 1024;
/// Longest name that matters, with every sign escaped.
const NAMA_MAKS: usize = 3 * 12;
/// How far before and behind its type the dictionary of a stream may reach.
const KAMUS_MAKS: usize = 4096;
/// Packed streams that are looked at; more stand in no document of a permitted size, and each costs some work.
const BUNGKUS_MAKS: usize = 20_000;
/// Kinds of actions (`/S`) that run something.
const AKSI: [&[u8]; 2] = [b"JavaScript", b"Launch"];

/// # Errors
/// `Aktif`; `TerlaluMengembang` for a bomb.
pub(super) fn periksa(isi: &[u8]) -> Result<(), SalahBerkas> {
    if jalan(isi) {
        return Err(SalahBerkas::Aktif);
    }
    // What is unpacked, and the packed bytes that are read for it: streams that overlap would have the same bytes read again and again.
    let (mut sisa, mut sisa_baca) = (MENGEMBANG_MAKS, 2 * isi.len() as u64 + 4096);
    let terkunci = nama_semua(isi).any(|(_, n, _)| n == b"Encrypt");
    let mut sebelum = None;
    for (ke, (letak, _, akhir)) in nama_semua(isi).filter(|(_, n, _)| n == b"ObjStm").enumerate() {
        if ke >= BUNGKUS_MAKS {
            return Err(SalahBerkas::TerlaluMengembang);
        }
        let Some(data) = aliran(isi, akhir).filter(|d| sebelum != Some(*d)) else { continue };
        sebelum = Some(data);
        let kamus = isi.get(letak.saturating_sub(KAMUS_MAKS)..data).unwrap_or_default();
        let kamus = kamus.get(akhir_dari(kamus, b"obj").unwrap_or(0)..).unwrap_or(kamus);
        let mut polos = Vec::new();
        // What is cut off gives less; then a reader finds less too.
        let mut pembuka = ZlibDecoder::new(isi.get(data..).unwrap_or_default()).take(sisa + 1);
        let _ = pembuka.read_to_end(&mut polos);
        sisa_baca = sisa_baca.checked_sub(pembuka.get_ref().total_in()).ok_or(SalahBerkas::TerlaluMengembang)?;
        sisa = sisa.checked_sub(u64::try_from(polos.len()).unwrap_or(u64::MAX)).ok_or(SalahBerkas::TerlaluMengembang)?;
        let polos_apa_adanya = !nama_semua(kamus).any(|(_, n, _)| n == b"Filter");
        // Packed in a way that no ordinary writer packs objects: it hides something.
        let tersembunyi = polos.is_empty() && !polos_apa_adanya || nama_semua(kamus).any(|(_, n, _)| n == b"Predictor");
        if jalan(&polos) || tersembunyi && !terkunci {
            return Err(SalahBerkas::Aktif);
        }
    }
    Ok(())
}

/// Whether a name here says that something runs.
fn jalan(isi: &[u8]) -> bool {
    let aksi = |dari: usize, dilewati: &mut Range<usize>| {
        let i = lewati(isi, dari, dilewati);
        isi.get(i) == Some(&b'/') && nama(isi, i).is_some_and(|(n, _)| AKSI.contains(&n.as_slice()))
    };
    let mut dilewati = 0..0;
    let ada = nama_semua(isi).any(|(letak, n, akhir)| {
        let berdiri = letak.checked_sub(1).and_then(|i| isi.get(i)).is_none_or(|b| batas(*b));
        n == b"S" && aksi(akhir, &mut dilewati) || berdiri && n == b"XFA"
    });
    // The kind as an object of its own, referred to.
    let mut dilewati = 0..0;
    ada || isi.windows(3).enumerate().any(|(i, w)| w == b"obj" && aksi(i + 3, &mut dilewati))
}

/// Place, text and end of every name.
fn nama_semua(isi: &[u8]) -> impl Iterator<Item = (usize, Vec<u8>, usize)> + '_ {
    let garis = isi.iter().enumerate().filter(|(_, b)| **b == b'/');
    garis.filter_map(|(i, _)| nama(isi, i).map(|(n, akhir)| (i, n, akhir)))
}

/// The name whose slash stands here, without its escapes; `None` for one that is longer than any that matters.
fn nama(isi: &[u8], garis: usize) -> Option<(Vec<u8>, usize)> {
    let mulai = garis + 1;
    let sisa = isi.get(mulai..)?;
    let panjang = sisa.iter().take(NAMA_MAKS + 1).take_while(|b| !batas(**b)).count();
    if panjang > NAMA_MAKS || panjang == 0 {
        return None;
    }
    let mentah = sisa.get(..panjang)?;
    let (mut teks, mut i) = (Vec::with_capacity(panjang), 0);
    while let Some(b) = mentah.get(i) {
        let heksa = (*b == b'#').then(|| mentah.get(i + 1..i + 3)).flatten();
        let lepas = heksa.and_then(|h| std::str::from_utf8(h).ok()).and_then(|h| u8::from_str_radix(h, 16).ok());
        teks.push(lepas.unwrap_or(*b));
        i += if lepas.is_some() { 3 } else { 1 };
    }
    Some((teks, mulai + panjang))
}

/// Past spaces and comments. `dilewati` is the stretch of comments passed last: one that begins within it ends where it ends, so that
/// names within comments do not have the same comment read again and again.
fn lewati(isi: &[u8], mut i: usize, dilewati: &mut Range<usize>) -> usize {
    let mut awal = None;
    while let Some(b) = isi.get(i) {
        if *b == b'%' && dilewati.contains(&i) {
            return dilewati.end;
        }
        if *b == b'%' {
            awal = awal.or(Some(i));
            i += isi.get(i..).unwrap_or_default().iter().take_while(|b| !matches!(b, b'\r' | b'\n')).count();
        } else if jeda(*b) {
            i += 1;
        } else {
            break;
        }
    }
    if let Some(awal) = awal {
        *dilewati = awal..i;
    }
    i
}

/// Where the data of the stream begins whose dictionary goes on here.
fn aliran(isi: &[u8], dari: usize) -> Option<usize> {
    let jendela = isi.get(dari..isi.len().min(dari + KAMUS_MAKS))?;
    let i = dari + jendela.windows(6).position(|w| w == b"stream")? + 6;
    Some(match (isi.get(i), isi.get(i + 1)) {
        (Some(b'\r'), Some(b'\n')) => i + 2,
        (Some(b'\r' | b'\n'), _) => i + 1,
        _ => i,
    })
}

fn akhir_dari(isi: &[u8], cari: &[u8]) -> Option<usize> {
    isi.windows(cari.len()).rposition(|w| w == cari).map(|i| i + cari.len())
}

fn jeda(b: u8) -> bool {
    matches!(b, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

fn batas(b: u8) -> bool {
    jeda(b) || b"()<>[]{}/%".contains(&b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::ZlibEncoder};
    use std::io::Write as _;

    fn pdf(objek: &str) -> Vec<u8> {
        format!("%PDF-1.7\n1 0 obj<<{objek}>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n").into_bytes()
    }

    fn bungkus(objek: &str, filter: &str) -> Vec<u8> {
        let mut z = ZlibEncoder::new(Vec::new(), Compression::default());
        z.write_all(objek.as_bytes()).unwrap();
        let awal = format!("%PDF-1.7\n5 0 obj<</Type/ObjStm/N 1/First 4{filter}>>stream\r\n");
        [awal.as_bytes(), &z.finish().unwrap(), b"\nendstream endobj\nstartxref\n9\n%%EOF\n"].concat()
    }

    #[test]
    fn what_runs_by_itself_is_refused_however_it_is_written() {
        let jahat = [
            "/OpenAction<</S/JavaScript/JS(app.alert(1))>>",
            "/AA<</O<</S /JavaScript /JS 7 0 R>>>>",
            "/A<</Type/Action/S/Launch/Win<</F(cmd.exe)>>>>",
            "/A<</#53/J#61vaScr#69pt/J#53(x)>>",
            "/A<</S %a comment\n /Launch>>",
            "/AcroForm<</XFA[(a)3 0 R]>>",
            ">>endobj 7 0 obj /JavaScript endobj 8 0 obj<<",
        ];
        for x in jahat {
            assert_eq!(periksa(&pdf(x)), Err(SalahBerkas::Aktif), "{x}");
            assert_eq!(super::super::periksa(pdf(x)), Err(SalahBerkas::Aktif), "{x}");
            assert_eq!(periksa(&bungkus(x, "/Filter/FlateDecode")), Err(SalahBerkas::Aktif), "packed: {x}");
        }
        assert_eq!(periksa(&bungkus("<<>>", "/Filter/ASCII85Decode/DecodeParms<</Predictor 12>>")), Err(SalahBerkas::Aktif));
        // Inside what calls itself data of another stream, where only a reader that follows the table would look.
        let dalam = "/Length 90>>stream\n9 0 obj<</S/JavaScript/JS(x)>>endobj\nendstream endobj 3 0 obj<<";
        assert_eq!(periksa(&pdf(dalam)), Err(SalahBerkas::Aktif));
    }

    #[test]
    fn ordinary_documents_pass() {
        let baik = [
            "/OpenAction[3 0 R/XYZ null null 0]/Names<</Dests 4 0 R>>",
            "/A<</S/URI/URI(https://contoh.id/JavaScript)>>",
            "/A<</S/GoTo/D(JavaScript)>>/Title(HTML/JavaScript dan /Launch)",
            "/Subtype/Link/S/Transparency/Type/Group/CS/DeviceRGB",
            "/Font<</XFAB 3 0 R>>",
        ];
        for x in baik {
            assert_eq!(periksa(&pdf(x)), Ok(()), "{x}");
            assert_eq!(periksa(&bungkus(x, "/Filter/FlateDecode")), Ok(()), "packed: {x}");
        }
    }

    /// 20 MB of each once held a processor for hours: comments within comments, streams within streams.
    #[test]
    fn no_file_is_read_again_and_again() {
        let mulai = std::time::Instant::now();
        assert_eq!(periksa(&pdf(&"/S%".repeat(400_000))), Ok(()));
        assert_eq!(periksa(&pdf(&"obj%".repeat(300_000))), Ok(()));
        let bertumpuk = format!("{}stream", "/ObjStm".repeat(500)).repeat(300);
        assert_eq!(periksa(&pdf(&bertumpuk)), Err(SalahBerkas::TerlaluMengembang));
        assert!(mulai.elapsed().as_secs() < 20, "{:?}", mulai.elapsed());
        // What follows the comment is still seen.
        assert_eq!(periksa(&pdf("/A<</S%/S%/S\n /Launch>>")), Err(SalahBerkas::Aktif));
    }

    #[test]
    fn a_bomb_of_packed_objects_is_refused() {
        let nol = " ".repeat(33 * 1024 * 1024);
        let satu = bungkus(&nol, "/Filter/FlateDecode");
        assert_eq!(periksa(&[satu.clone(), satu].concat()), Err(SalahBerkas::TerlaluMengembang));
    }
}
