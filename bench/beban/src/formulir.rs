//! What may be answered on a page: the names of its radio buttons and lists with their values. Only for pages of Prima.

use crate::acak::Acak;

pub struct Formulir {
    /// Where the form is sent.
    pub ke: String,
    medan: Vec<(String, Vec<String>)>,
}

impl Formulir {
    pub fn baca(halaman: &str) -> Option<Self> {
        let formulir = halaman.split("<form").find(|f| f.contains("name=\"stempel\""))?;
        let ke = atribut(formulir, "action")?.to_owned();
        let mut medan: Vec<(String, Vec<String>)> = Vec::new();
        for masukan in formulir.split("<input").skip(1).filter(|m| atribut(m, "type") == Some("radio")) {
            let (nama, nilai) = (atribut(masukan, "name")?, atribut(masukan, "value")?);
            match medan.iter_mut().find(|(n, _)| n == nama) {
                Some((_, semua)) => semua.push(nilai.to_owned()),
                None => medan.push((nama.to_owned(), vec![nilai.to_owned()])),
            }
        }
        for daftar in formulir.split("<select").skip(1) {
            let pilihan = daftar.split("</select").next()?.split("<option").skip(1).filter_map(|o| atribut(o, "value"));
            medan.push((atribut(daftar, "name")?.to_owned(), pilihan.filter(|v| !v.is_empty()).map(str::to_owned).collect()));
        }
        (!medan.is_empty()).then_some(Self { ke, medan })
    }

    /// One answer at random, as a browser without JavaScript sends it.
    pub fn isi(&self, badan: &mut Vec<u8>, id: &[u8], stempel: &[u8], acak: &mut Acak) {
        badan.clear();
        for bagian in [b"id=".as_slice(), id, b"&stempel=", stempel, b"&bahasa=id"] {
            badan.extend_from_slice(bagian);
        }
        for (nama, nilai) in &self.medan {
            let Some(satu) = acak.pilih(nilai) else { continue };
            for bagian in ["&", nama, "=", satu] {
                badan.extend_from_slice(bagian.as_bytes());
            }
        }
    }
}

fn atribut<'a>(tag: &'a str, nama: &str) -> Option<&'a str> {
    let tag = tag.split('>').next()?;
    let mulai = tag.find(&format!(" {nama}=\""))? + nama.len() + 3;
    tag[mulai..].split('"').next()
}
