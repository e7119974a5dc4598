//! From the Markdown of a chapter to its HTML and its sections. Raw HTML in the text is shown as text; links to other
//! chapters and to pictures become addresses of this program. Layout belongs to the templates and the style sheet.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use super::buku::{Bab, Bagian, Gambar};

/// Reads one chapter.
pub fn bab(kunci: &'static str, teks: &str) -> Bab {
    let pilihan = Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut kejadian: Vec<Event<'_>> = Parser::new_ext(teks, pilihan).collect();
    let bagian = beri_jangkar(kunci, &mut kejadian);
    let kejadian = sesuaikan(kejadian);
    let mut html = String::with_capacity(teks.len() * 2);
    html::push_html(&mut html, kejadian.into_iter());
    let judul = bagian.first().map(|b| b.judul.clone()).unwrap_or_default();
    Bab { kunci, judul, html, bagian }
}

/// Gives every heading an id and collects the plain text below each.
fn beri_jangkar(kunci: &str, kejadian: &mut [Event<'_>]) -> Vec<Bagian> {
    let mut bagian: Vec<Bagian> = Vec::new();
    let mut judul = false;
    let mut mulai = 0;
    for n in 0..kejadian.len() {
        match &kejadian[n] {
            Event::Start(Tag::Heading { level, id, .. }) => {
                judul = true;
                mulai = n;
                let jangkar = id.as_deref().unwrap_or_default().to_owned();
                let bernama = !jangkar.is_empty();
                bagian.push(Bagian { tingkat: tingkat(*level), jangkar, bernama, judul: String::new(), teks: String::new() });
            }
            Event::End(TagEnd::Heading(_)) => {
                judul = false;
                let Some(b) = bagian.last_mut() else { continue };
                if !b.bernama {
                    b.jangkar = if b.tingkat == 1 { format!("bab-{kunci}") } else { slug(&b.judul) };
                }
                if let Event::Start(Tag::Heading { id, .. }) = &mut kejadian[mulai] {
                    *id = Some(CowStr::from(b.jangkar.clone()));
                }
            }
            Event::Text(t) | Event::Code(t) => {
                if let Some(b) = bagian.last_mut() {
                    if judul { b.judul.push_str(t) } else { b.teks.push_str(t) }
                }
            }
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell) => {
                if let Some(b) = bagian.last_mut() {
                    b.teks.push(' ');
                }
            }
            _ => {}
        }
    }
    bagian
}

const fn tingkat(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        _ => 3,
    }
}

/// `Jika F01 terlanjur dikirim` gives `jika-f01-terlanjur-dikirim`, as mdBook does.
fn slug(judul: &str) -> String {
    let huruf = |c: char| if c.is_alphanumeric() || c == '-' { c.to_ascii_lowercase() } else { ' ' };
    judul.chars().map(huruf).collect::<String>().split_whitespace().collect::<Vec<_>>().join("-")
}

/// Links, pictures, tables and raw HTML in the form that our pages have.
fn sesuaikan(kejadian: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut hasil = Vec::with_capacity(kejadian.len());
    let mut gambar: Option<(String, String)> = None;
    for k in kejadian {
        match (k, &mut gambar) {
            (Event::Start(Tag::Image { dest_url, .. }), _) => gambar = Some((dest_url.to_string(), String::new())),
            (Event::End(TagEnd::Image), Some((alamat, alt))) => {
                hasil.push(Event::Html(img(alamat, alt).into()));
                gambar = None;
            }
            (Event::Text(t), Some((_, alt))) => alt.push_str(&t),
            (Event::Html(t) | Event::InlineHtml(t), None) => hasil.push(Event::Text(t)),
            (Event::Start(Tag::Link { link_type, dest_url, title, id }), None) => {
                hasil.push(Event::Start(Tag::Link { link_type, dest_url: alamat(&dest_url).into(), title, id }));
            }
            (Event::Start(Tag::Table(a)), None) => {
                hasil.push(Event::Html("<div class=\"tabel-wadah\" tabindex=\"0\">".into()));
                hasil.push(Event::Start(Tag::Table(a)));
            }
            (Event::End(TagEnd::Table), None) => {
                hasil.push(Event::End(TagEnd::Table));
                hasil.push(Event::Html("</div>".into()));
            }
            (lain, None) => hasil.push(lain),
            (_, Some(_)) => {}
        }
    }
    hasil
}

/// `operator.md#f01` gives `/bantuan/operator#f01`; everything else stays.
fn alamat(tujuan: &str) -> String {
    let (berkas, pecahan) = tujuan.split_once('#').map_or((tujuan, None), |(b, p)| (b, Some(p)));
    match (berkas.strip_prefix("./").unwrap_or(berkas).strip_suffix(".md"), pecahan) {
        (Some(bab), Some(p)) => format!("/bantuan/{bab}#{p}"),
        (Some(bab), None) => format!("/bantuan/{bab}"),
        (None, _) => tujuan.to_owned(),
    }
}

/// The picture with its size, so that the text does not jump when it comes; a sentence when the tests have not made it yet.
fn img(alamat: &str, alt: &str) -> String {
    let alt = alt.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    let Some(g) = alamat.strip_prefix("gambar/").and_then(Gambar::cari) else {
        return format!("<span class=\"bantuan__tanpa-gambar\">{alt}</span>");
    };
    let (lebar, tinggi) = g.ukuran();
    let kelas = if lebar < 600 { " class=\"bantuan__ponsel\"" } else { "" };
    let src = format!("/bantuan/gambar/{}/{}", g.sidik, g.nama);
    format!("<img{kelas} src=\"{src}\" alt=\"{alt}\" width=\"{lebar}\" height=\"{tinggi}\" loading=\"lazy\">")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_links_and_raw_html() {
        let b = bab("coba", "# Judul {#coba}\n\nPembuka [ke F01](operator.md#f01).\n\n## Langkah satu\n\nIsi <b>mentah</b>.\n");
        assert_eq!(b.judul, "Judul");
        let isi: Vec<_> = b.bagian.iter().map(|b| (b.tingkat, b.jangkar.as_str(), b.bernama)).collect();
        assert_eq!(isi, [(1, "coba", true), (2, "langkah-satu", false)]);
        assert!(b.html.contains("<a href=\"/bantuan/operator#f01\">"), "{}", b.html);
        assert!(b.html.contains("<h2 id=\"langkah-satu\">"), "{}", b.html);
        assert!(b.html.contains("&lt;b&gt;mentah"), "{}", b.html);
        assert_eq!(b.bagian[1].teks.trim(), "Isi mentah.");
    }

    #[test]
    fn a_picture_that_is_not_there_leaves_its_words() {
        let b = bab("coba", "# A\n\n![Halaman \"F01\"](gambar/tidak-ada.png)\n");
        assert!(b.html.contains("<span class=\"bantuan__tanpa-gambar\">Halaman &quot;F01&quot;</span>"), "{}", b.html);
    }
}
