//! F03: the citizen's page and its management.

mod kelola;
mod kertas;
mod pihak;
mod tutup;
mod warga;

use crate::bangun::Dunia;

/// Opens F03 and returns the path of the citizen's page.
pub async fn buka(d: &Dunia) -> String {
    let biro = d.penyelenggara().await;
    let jalur = format!("/lokus/{}/f03", d.lokus);
    assert_eq!(biro.post(&jalur, &[]).await.ke(), jalur);
    let isi = biro.get(&jalur).await.isi;
    let mulai = isi.find("href=\"/f03/").unwrap() + 6;
    isi[mulai..].split('"').next().unwrap().to_owned()
}
