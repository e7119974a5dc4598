//! `/admin/insiden/{insiden}`: one breach: what is known, who was told, the texts to change, and closing it.

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    hak::Admin,
    id::dari_formulir,
    insiden::{self, Insiden, Isi, Kabar, Kepada, Versi},
};
use uuid::Uuid;

use super::{ADMIN, jam_tersisa, jumlah, lencana, naskah, saat, sebagai_naskah};
use crate::{
    AppState,
    bentrok::Bentrok,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/admin/insiden/{insiden}", ADMIN, lihat);
    d.post("/admin/insiden/{insiden}", ADMIN, ubah);
}

/// Who is told, in words.
pub(super) fn kepada(kunci: &str) -> &'static str {
    match kunci {
        "subjek" => "insiden-kepada-subjek",
        "lembaga" => "insiden-kepada-lembaga",
        _ => "insiden-kepada-umum",
    }
}

#[derive(Template)]
#[template(path = "admin/insiden/satu.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    i: Insiden,
    kabar: Vec<Kabar>,
    /// The newest first.
    versi: Vec<Versi>,
    kepada: Vec<Opsi>,
    bentrok: Option<Bentrok>,
}

impl Halaman<'_> {
    fn lencana(&self) -> (Nada, &'static str) {
        lencana(&self.i, self.k.pada)
    }

    fn sisa(&self) -> String {
        let jam = jam_tersisa(&self.i, self.k.pada);
        if jam < 0 { self.k.jumlah("insiden-lewat-jam", -jam) } else { self.k.jumlah("insiden-sisa-jam", jam) }
    }

    #[expect(clippy::unused_self, reason = "called by the template")]
    fn siapa(&self, kunci: &str) -> &'static str {
        kepada(kunci)
    }

    fn banyak(&self) -> String {
        self.orang(self.i.isi.jumlah)
    }

    fn banyak_pada(&self, v: &Versi) -> String {
        self.orang(v.isi.jumlah)
    }

    fn orang(&self, jumlah: Option<i64>) -> String {
        jumlah.map_or_else(|| self.k.s("insiden-jumlah-belum"), |n| self.k.jumlah("insiden-jumlah-orang", n))
    }

    /// While it is open the newest stands in the form.
    fn lama(&self) -> &[Versi] {
        self.versi.get(usize::from(self.i.tutup.is_none())..).unwrap_or_default()
    }

    #[expect(clippy::unused_self, reason = "called by the template")]
    fn isian<'v>(&self, v: &'v Versi) -> impl Iterator<Item = (&'static str, &'v str)> {
        isian(&v.isi)
    }
}

/// What one version says, with the name of each field; what nobody wrote is left out.
fn isian(i: &Isi) -> impl Iterator<Item = (&'static str, &str)> {
    [
        ("insiden-judul-isian", i.judul.as_str()),
        ("insiden-data", &i.data),
        ("insiden-kejadian", &i.kejadian),
        ("insiden-dampak", &i.dampak),
        ("insiden-penanganan", &i.penanganan),
        ("insiden-kontak", &i.kontak),
    ]
    .into_iter()
    .filter(|(_, isi)| !isi.is_empty())
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, hak: &Admin, id: Uuid, f: Formulir) -> Hasil<Halaman<'a>> {
    let i = insiden::satu(&app.store, hak, id).await?;
    let isi = &i.isi;
    let kini = k.pada.timestamp().to_zoned(k.zona.tz());
    let tersimpan = Formulir::isi([
        ("op", store::id::baru().to_string()),
        ("versi", isi.versi.to_string()),
        ("judul", isi.judul.clone()),
        ("data", isi.data.clone()),
        ("kejadian", isi.kejadian.clone()),
        ("dampak", isi.dampak.clone()),
        ("penanganan", isi.penanganan.clone()),
        ("kontak", isi.kontak.clone()),
        ("jumlah", isi.jumlah.map(|n| n.to_string()).unwrap_or_default()),
        ("tanggal", kini.strftime("%Y-%m-%d").to_string()),
        ("jam", kini.strftime("%H:%M").to_string()),
    ]);
    let kepada = Kepada::SEMUA.iter().map(|x| Opsi::baru(x.kunci(), k.s(kepada(x.kunci())))).collect();
    let (kabar, versi) = tokio::try_join!(insiden::kabar(&app.store, hak, id), insiden::versi(&app.store, hak, id))?;
    Ok(Halaman { kabar, versi, k, f: f.di_atas(tersimpan), i, kepada, bentrok: None })
}

/// The texts that somebody else saved, for whoever changed older ones.
fn tersimpan(k: &Konteks, i: &Isi) -> Vec<(String, String)> {
    let jumlah = i.jumlah.map(|n| ("insiden-jumlah", n.to_string()));
    let teks = isian(i).map(|(kunci, isi)| (kunci, isi.to_owned()));
    teks.chain(jumlah).map(|(kunci, isi)| (k.s(kunci), isi)).collect()
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<Uuid>) -> Hasil {
    tampil(&halaman(&app, &k.bantuan("insiden"), &pelaku.admin()?, id, Formulir::kosong()).await?)
}

/// What the pressed button asks for; `Ok(None)`: the form has a fault.
async fn lakukan(app: &AppState, k: &Konteks, hak: &Admin, id: Uuid, f: &mut Formulir) -> Result<Option<&'static str>, StoreError> {
    match f.aksi().to_owned().as_str() {
        "kabar" => {
            f.batasi("cara", 500);
            let (cara, saat) = (f.wajib("cara", "insiden-cara-wajib"), saat(k, f));
            let kepada = Kepada::dari_kunci(f.nilai("kepada"));
            if kepada.is_none() {
                f.salahkan("kepada", "insiden-kepada-wajib");
            }
            let (Some(kepada), Some(cara), Some(saat), true) = (kepada, cara, saat, f.sah()) else { return Ok(None) };
            insiden::catat_kabar(&app.store, hak, (id, dari_formulir(f.nilai("op"))), kepada, &cara, saat).await?;
            Ok(Some("insiden-pesan-kabar"))
        }
        "tutup" => {
            f.batasi("catatan", 2000);
            let Some(catatan) = f.wajib("catatan", "alasan-wajib").filter(|_| f.sah()) else { return Ok(None) };
            insiden::tutup(&app.store, hak, id, &catatan).await?;
            Ok(Some("insiden-pesan-tutup"))
        }
        _ => {
            let (teks, n, versi) = (naskah(f), jumlah(f), f.nilai("versi").parse().unwrap_or(0));
            let (Some(t), true) = (teks, f.sah()) else { return Ok(None) };
            insiden::ubah(&app.store, hak, (id, versi), &sebagai_naskah(&t, n)).await?;
            Ok(Some("insiden-pesan-diubah"))
        }
    }
}

async fn ubah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<Uuid>, mut f: Formulir) -> Hasil {
    let (hak, k) = (pelaku.admin()?, k.bantuan("insiden"));
    match lakukan(&app, &k, &hak, id, &mut f).await {
        Ok(Some(pesan)) => return Alih::ke(format!("/admin/insiden/{id}")).pesan(pesan).into(),
        Ok(None) => {}
        Err(StoreError::Keadaan(kunci)) => {
            let medan = match f.aksi() {
                "kabar" => "kepada",
                "tutup" => "catatan",
                _ => "judul",
            };
            f.salahkan(medan, kunci);
        }
        Err(StoreError::Bentrok { versi, oleh, pada }) => {
            let b = Bentrok::baru(&app, &k, &mut f, (versi, oleh, pada), Vec::new()).await;
            let mut h = halaman(&app, &k, &hak, id, f).await?;
            h.bentrok = Some(Bentrok { kini: tersimpan(&k, &h.i.isi), ..b });
            return tampil_salah(&h);
        }
        Err(e) => return Err(e.into()),
    }
    tampil_salah(&halaman(&app, &k, &hak, id, f).await?)
}
