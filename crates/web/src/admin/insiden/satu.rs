//! `/admin/insiden/{insiden}`: one breach: what is known, who was told, the texts to change, and closing it.

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    hak::Admin,
    id::dari_formulir,
    insiden::{self, Insiden, Kabar, Kepada, Versi},
};
use uuid::Uuid;

use super::{ADMIN, jam_tersisa, jumlah, lencana, naskah, saat, sebagai_naskah};
use crate::{
    AppState,
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
    /// Somebody else saved while this form was written: his text is shown beside it.
    basi: bool,
    kepada: Vec<Opsi>,
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
        self.orang(self.i.jumlah)
    }

    fn banyak_pada(&self, v: &Versi) -> String {
        self.orang(v.jumlah)
    }

    fn orang(&self, jumlah: Option<i64>) -> String {
        jumlah.map_or_else(|| self.k.s("insiden-jumlah-belum"), |n| self.k.jumlah("insiden-jumlah-orang", n))
    }

    /// While it is open the newest stands in the form.
    fn lama(&self) -> &[Versi] {
        let di_isian = self.i.tutup.is_none() && !self.basi;
        self.versi.get(usize::from(di_isian)..).unwrap_or_default()
    }

    /// What one version says, with the name of each field; what nobody wrote is left out.
    #[expect(clippy::unused_self, reason = "called by the template")]
    fn isian<'v>(&self, v: &'v Versi) -> impl Iterator<Item = (&'static str, &'v str)> {
        [
            ("insiden-judul-isian", v.judul.as_str()),
            ("insiden-data", &v.data),
            ("insiden-kejadian", &v.kejadian),
            ("insiden-dampak", &v.dampak),
            ("insiden-penanganan", &v.penanganan),
            ("insiden-kontak", &v.kontak),
        ]
        .into_iter()
        .filter(|(_, isi)| !isi.is_empty())
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, hak: &Admin, id: Uuid, mut f: Formulir) -> Hasil<Halaman<'a>> {
    let i = insiden::satu(&app.store, hak, id).await?;
    let kini = k.pada.timestamp().to_zoned(k.zona.tz());
    // Who is shown the newer text may save over it.
    let basi = f.aksi() == "ubah" && f.nilai("versi") != i.versi.to_string();
    if basi {
        f.ganti("versi", &i.versi.to_string());
    }
    for (medan, nilai) in [
        ("op", store::id::baru().to_string()),
        ("versi", i.versi.to_string()),
        ("judul", i.judul.clone()),
        ("data", i.data.clone()),
        ("kejadian", i.kejadian.clone()),
        ("dampak", i.dampak.clone()),
        ("penanganan", i.penanganan.clone()),
        ("kontak", i.kontak.clone()),
        ("jumlah", i.jumlah.map(|n| n.to_string()).unwrap_or_default()),
        ("tanggal", kini.strftime("%Y-%m-%d").to_string()),
        ("jam", kini.strftime("%H:%M").to_string()),
    ] {
        if !f.pasangan().iter().any(|(m, _)| m == medan) {
            f.taruh(medan, nilai);
        }
    }
    let kepada = Kepada::SEMUA.iter().map(|x| Opsi::baru(x.kunci(), k.s(kepada(x.kunci())))).collect();
    let (kabar, versi) = tokio::try_join!(insiden::kabar(&app.store, hak, id), insiden::versi(&app.store, hak, id))?;
    Ok(Halaman { kabar, versi, basi, k, f, i, kepada })
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
    let hak = pelaku.admin()?;
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
        Err(e) => return Err(e.into()),
    }
    tampil_salah(&halaman(&app, &k.bantuan("insiden"), &hak, id, f).await?)
}
