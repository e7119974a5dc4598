//! Gathers `assets/` into one table compiled into the program: the style sheets joined into `app.css`, the scripts as
//! they are, each once raw and once gzipped, all under one content hash that becomes part of their address.

use std::{
    env,
    fmt::Write as _,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};

type Hasil<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Hasil<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    for folder in ["assets", "locales", "templates"] {
        println!("cargo::rerun-if-changed={}", root.join(folder).display());
    }
    let css_dir = root.join("assets/css");
    // The public survey is loaded on the cheapest phones: a sheet and a script of its own, with nothing else in them.
    let mut files = vec![
        ("app.css".to_owned(), css(&css_dir)?),
        ("survei.css".to_owned(), gabung(&[css_dir.join("10-token.css"), css_dir.join("survei/survei.css")])?),
    ];
    let survei = sorted(&root.join("assets/js/survei"))?;
    let antrean = root.join("assets/js/survei/10-antrean.js");
    files.push(("survei.js".to_owned(), gabung(&survei)?));
    files.push(("survei-sw.js".to_owned(), gabung(&[antrean, root.join("assets/js/survei-sw.js")])?));
    for path in sorted(&root.join("assets"))? {
        if path.is_file() {
            files.push((name(&path), fs::read(&path)?));
        }
    }
    for path in sorted(&root.join("assets/js"))? {
        if path.is_file() && name(&path) != "survei-sw.js" {
            files.push((name(&path), fs::read(&path)?));
        }
    }

    for path in sorted(&root.join("assets/suara"))? {
        files.push((name(&path), fs::read(&path)?));
    }

    let mut digest = Sha256::new();
    for (name, bytes) in &files {
        digest.update(name.as_bytes());
        digest.update(bytes);
    }
    let mut hash = String::new();
    for byte in digest.finalize().iter().take(6) {
        write!(hash, "{byte:02x}")?;
    }

    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut table = format!("pub const SIDIK: &str = {hash:?};\npub static BERKAS: &[Berkas] = &[\n");
    for (name, bytes) in &files {
        fs::write(out.join(name), bytes)?;
        let mut gz = GzEncoder::new(Vec::new(), Compression::best());
        gz.write_all(bytes)?;
        fs::write(out.join(format!("{name}.gz")), gz.finish()?)?;
        let (raw, gz) = (out.join(name).display().to_string(), out.join(format!("{name}.gz")).display().to_string());
        writeln!(table, "Berkas {{ nama: {name:?}, isi: include_bytes!({raw:?}), gzip: include_bytes!({gz:?}) }},")?;
    }
    table += "];\n";
    fs::write(out.join("aset.rs"), table)?;
    medan(&root.join("templates"), &out)?;
    panduan(&root.join("../../docs/panduan/src").canonicalize()?, &out)
}

/// Which label a field has on which page, from the calls in the templates: for a form that comes back outside its page.
fn medan(templates: &Path, out: &Path) -> Hasil<()> {
    const JENIS: [&str; 9] = ["teks", "surel", "angka", "tanggal", "area", "berkas", "radio", "centang", "pilihan"];
    let mut table = String::from("const MEDAN: &[(&str, &str, &str)] = &[\n");
    let mut folder = vec![templates.to_owned()];
    while let Some(dir) = folder.pop() {
        for path in sorted(&dir)? {
            if path.is_dir() {
                folder.push(path);
                continue;
            }
            let teks = fs::read_to_string(&path)?;
            let halaman = path.strip_prefix(templates)?.with_extension("").display().to_string();
            for (di, buka) in teks.match_indices("(k, \"") {
                let jenis = teks[..di].rsplit(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
                let mut bagian = teks[di + buka.len()..].split('"');
                if let (Some(nama), Some(", "), Some(kunci)) = (bagian.next(), bagian.next(), bagian.next())
                    && JENIS.contains(&jenis)
                {
                    writeln!(table, "({halaman:?}, {nama:?}, {kunci:?}),")?;
                }
            }
        }
    }
    fs::write(out.join("medan.rs"), table + "];\n")?;
    Ok(())
}

/// The guide: its table of contents, chapters and pictures, for `bantuan::buku`.
fn panduan(src: &Path, out: &Path) -> Hasil<()> {
    println!("cargo::rerun-if-changed={}", src.display());
    let isi = literal(&src.join("SUMMARY.md"))?;
    let mut table = format!("const ISI: &str = include_str!({isi});\nconst BERKAS: &[(&str, &str)] = &[\n");
    for path in sorted(src)?.iter().filter(|p| p.extension().is_some_and(|e| e == "md")) {
        writeln!(table, "({:?}, include_str!({})),", path.file_stem().unwrap_or_default().to_string_lossy(), literal(path)?)?;
    }
    table += "];\npub const GAMBAR: &[Gambar] = &[\n";
    for path in sorted(&src.join("gambar"))?.iter().filter(|p| p.extension().is_some_and(|e| e == "png")) {
        let mut sidik = String::new();
        for byte in Sha256::digest(fs::read(path)?).iter().take(6) {
            write!(sidik, "{byte:02x}")?;
        }
        writeln!(table, "Gambar {{ nama: {:?}, sidik: {sidik:?}, isi: include_bytes!({}) }},", name(path), literal(path)?)?;
    }
    table += "];\n";
    fs::write(out.join("panduan.rs"), table)?;
    Ok(())
}

/// A path as a Rust string literal.
fn literal(path: &Path) -> Hasil<String> {
    let teks = path.to_str().ok_or("a path that is not UTF-8")?;
    Ok(format!("{teks:?}"))
}

/// All style sheets joined in the order of their file names (`10-…`, `20-…`, then `area/…`).
fn css(dir: &Path) -> Hasil<Vec<u8>> {
    let mut joined = Vec::new();
    for path in sorted(dir)?.into_iter().chain(sorted(&dir.join("area"))?) {
        if path.is_file() {
            joined.extend(fs::read(&path)?);
            joined.push(b'\n');
        }
    }
    Ok(joined)
}

/// Files joined in this order.
fn gabung(files: &[PathBuf]) -> Hasil<Vec<u8>> {
    let mut joined = Vec::new();
    for path in files {
        joined.extend(fs::read(path)?);
        joined.push(b'\n');
    }
    Ok(joined)
}

fn sorted(dir: &Path) -> Hasil<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(dir)? {
        paths.push(entry?.path());
    }
    paths.sort();
    Ok(paths)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
