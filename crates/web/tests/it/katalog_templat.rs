//! No text for people in a template: what stands between tags comes out of `{{ }}`.

use std::fs;

use crate::katalog::{akar, berkas};

/// Takes tags, template blocks and comments out of a template and leaves the text between.
fn teks_mentah(html: &str) -> String {
    let mut sisa = html;
    let mut hasil = String::new();
    while let Some(i) = sisa.find(['<', '{']) {
        hasil.push_str(&sisa[..i]);
        sisa = &sisa[i..];
        let tutup = match sisa {
            s if s.starts_with("{{") => "}}",
            s if s.starts_with("{%") => "%}",
            s if s.starts_with("{#") => "#}",
            s if s.starts_with("<!--") => "-->",
            s if s.starts_with('<') => ">",
            _ => "{",
        };
        // A tag may hold blocks with `>` inside; step over those first.
        let mut akhir = 1;
        if tutup == ">" {
            let mut dalam = &sisa[akhir..];
            while let (Some(blok), Some(gt)) = (dalam.find(['{']), dalam.find('>')) {
                if blok > gt {
                    break;
                }
                let lewat = dalam[blok..].find('}').map_or(dalam.len(), |n| blok + n + 1);
                dalam = &dalam[lewat..];
                akhir += lewat;
            }
        }
        let n = sisa[akhir..].find(tutup).map_or(sisa.len(), |n| akhir + n + tutup.len());
        sisa = &sisa[n..];
        hasil.push(' ');
    }
    hasil.push_str(sisa);
    hasil
}

#[test]
fn templates_hold_no_text_of_their_own() {
    let mut temuan = Vec::new();
    for jalur in berkas(&akar().join("templates"), "html") {
        // The style page shows invented samples and is not in a release.
        if jalur.to_string_lossy().contains("/gaya/") {
            continue;
        }
        // The width of a page is a class name, not a text.
        let isi = fs::read_to_string(&jalur)
            .unwrap()
            .replace("{% block lebar %}sempit{% endblock %}", "")
            .replace("{% block lebar %}penuh{% endblock %}", "");
        let teks = teks_mentah(&isi);
        let teks = teks.replace("&nbsp;", " ").replace("&middot;", " ");
        for kata in teks.split_whitespace().filter(|k| k.chars().filter(|c| c.is_alphabetic()).count() > 1) {
            temuan.push(format!("{}: {kata}", jalur.display()));
        }
        for larangan in [" style=\"", " onclick=", " onchange=", "<script>", "<style"] {
            if isi.contains(larangan) {
                temuan.push(format!("{}: {larangan}", jalur.display()));
            }
        }
        if isi.lines().count() > 120 {
            temuan.push(format!("{}: more than 120 lines", jalur.display()));
        }
    }
    assert!(temuan.is_empty(), "{temuan:#?}");
}
