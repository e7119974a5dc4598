//! The few SVG fragments that all drawings share: escaping, frame, text, numbers.

use std::fmt::Write as _;

use super::Bingkai;

/// Fallback family; the page's style sheet overrides it through `.grafik text`.
pub const FONT: &str = "Inter, Helvetica, Arial, sans-serif";

/// Colours of series 0, 1, 2 …: blue, orange, green; all at least 3:1 on white and told apart by dash as well.
const WARNA: [&str; 4] = ["#06264d", "#b45309", "#0f766e", "#6b21a8"];
const PUTUS: [&str; 4] = ["none", "7 4", "2 4", "10 4 2 4"];

pub fn warna(seri: usize) -> &'static str {
    WARNA[seri % WARNA.len()]
}

pub fn putus(seri: usize) -> &'static str {
    PUTUS[seri % PUTUS.len()]
}

/// Escapes for element content and attribute values, and drops control characters that XML 1.0 forbids.
pub fn aman(teks: &str) -> String {
    let mut hasil = String::with_capacity(teks.len());
    for huruf in teks.chars() {
        match huruf {
            '&' => hasil.push_str("&amp;"),
            '<' => hasil.push_str("&lt;"),
            '>' => hasil.push_str("&gt;"),
            '"' => hasil.push_str("&quot;"),
            '\'' => hasil.push_str("&#39;"),
            '\t' | '\n' | '\r' => hasil.push(' '),
            huruf if huruf.is_control() || matches!(huruf, '\u{fffe}' | '\u{ffff}') => {}
            huruf => hasil.push(huruf),
        }
    }
    hasil
}

/// One decimal is a tenth of a pixel: enough to draw, short to send, equal on every machine.
pub fn px(nilai: f64) -> String {
    let teks = format!("{nilai:.1}");
    let teks = teks.strip_suffix(".0").unwrap_or(&teks);
    if teks == "-0" { "0".to_owned() } else { teks.to_owned() }
}

/// Opens the drawing with its role, title and description.
pub fn buka(kelas: &str, lebar: f64, tinggi: f64, bingkai: Bingkai<'_>) -> String {
    let (w, h, id) = (px(lebar), px(tinggi), aman(bingkai.id));
    let (judul, deskripsi) = (aman(bingkai.judul), aman(bingkai.deskripsi));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" \
         class=\"grafik {kelas}\" role=\"img\" aria-labelledby=\"{id}-judul {id}-deskripsi\" font-family=\"{FONT}\">\
         <title id=\"{id}-judul\">{judul}</title><desc id=\"{id}-deskripsi\">{deskripsi}</desc>"
    )
}

/// How a piece of text is set.
#[derive(Clone, Copy)]
pub struct Gaya {
    pub kelas: &'static str,
    /// `start`, `middle` or `end`.
    pub jangkar: &'static str,
    pub ukuran: f64,
    pub tebal: bool,
    pub warna: &'static str,
}

impl Gaya {
    pub const fn new(kelas: &'static str, jangkar: &'static str, ukuran: f64) -> Self {
        Self { kelas, jangkar, ukuran, tebal: false, warna: "#1f2937" }
    }

    pub const fn tebal(self) -> Self {
        Self { tebal: true, ..self }
    }

    pub const fn redup(self) -> Self {
        Self { warna: "#4b5563", ..self }
    }
}

pub fn teks(keluar: &mut String, x: f64, y: f64, gaya: Gaya, isi: &str) {
    teks_pada(keluar, &px(x), y, gaya, isi);
}

/// As [`teks`], with the place across as it stands in the attribute (`12.5%`).
pub fn teks_pada(keluar: &mut String, x: &str, y: f64, gaya: Gaya, isi: &str) {
    let bobot = if gaya.tebal { " font-weight=\"600\"" } else { "" };
    let _ = write!(
        keluar,
        "<text class=\"{}\" x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"{}\" fill=\"{}\"{bobot}>{}</text>",
        gaya.kelas,
        x,
        px(y),
        px(gaya.ukuran),
        gaya.jangkar,
        gaya.warna,
        aman(isi)
    );
}

/// Breaks a label at spaces into lines of about `lebar` characters; a longer word stays whole.
pub fn baris(isi: &str, lebar: usize) -> Vec<String> {
    let mut hasil: Vec<String> = Vec::new();
    for kata in isi.split_whitespace() {
        match hasil.last_mut() {
            Some(akhir) if akhir.chars().count() + 1 + kata.chars().count() <= lebar => {
                akhir.push(' ');
                akhir.push_str(kata);
            }
            _ => hasil.push(kata.to_owned()),
        }
    }
    hasil
}

/// Height of one line of [`legenda`].
pub const BARIS_LEGENDA: f64 = 18.0;

/// Height that the legend of so many series takes; a single series needs none.
pub fn tinggi_legenda(banyak: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a chart has a handful of series")]
    if banyak > 1 { BARIS_LEGENDA * banyak as f64 + 4.0 } else { 0.0 }
}

/// One line per series below `atas`: names can be long, so they never share a line.
pub fn legenda<'a>(keluar: &mut String, nama: impl Iterator<Item = &'a str>, kiri: f64, atas: f64) {
    let mut y = atas + BARIS_LEGENDA / 2.0;
    for (i, nama) in nama.enumerate() {
        let _ = write!(
            keluar,
            "<line class=\"legenda seri-{i}\" x1=\"{}\" y1=\"{y}\" x2=\"{}\" y2=\"{y}\" stroke=\"{}\" stroke-width=\"2.2\" \
             stroke-dasharray=\"{}\"/>",
            px(kiri),
            px(kiri + 26.0),
            warna(i),
            putus(i),
            y = px(y)
        );
        teks(keluar, kiri + 34.0, y + 4.0, Gaya::new("legenda", "start", 11.5), &pendek(nama, 74));
        y += BARIS_LEGENDA;
    }
}

/// At most `terpanjang` characters, the last one `…` when something was left out.
fn pendek(isi: &str, terpanjang: usize) -> String {
    if isi.chars().count() <= terpanjang {
        return isi.to_owned();
    }
    isi.chars().take(terpanjang - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_markup_and_drops_control_characters() {
        assert_eq!(aman("<a href='x'>&\u{0}\u{b}\"\n"), "&lt;a href=&#39;x&#39;&gt;&amp;&quot; ");
    }

    #[test]
    fn breaks_labels_at_spaces_only() {
        assert_eq!(baris("Konsultasi dan Pengaduan", 12), ["Konsultasi", "dan", "Pengaduan"]);
        assert_eq!(baris("SIPP", 12), ["SIPP"]);
        assert!(baris("  ", 12).is_empty());
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!((px(-0.01), px(2.0), px(2.345)), ("0".into(), "2".into(), "2.3".into()));
    }
}
