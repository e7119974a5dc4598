//! The words of a short message, in the language in which its reader chose them: what happened, and the way to the page. Nothing of what
//! was applied for or reported leaves.

use store::{
    antrean,
    gerbang::{
        Perkara,
        kirim::{DAFTAR, Tugas},
    },
    id::{PengaduanId, PermohonanId, PesananId, TiketId},
    mpp, pengaduan,
    permohonan::{self, surel as surat_permohonan},
    pesanan::{self, surel as surat_pesanan},
};

use crate::{AppState, bahasa::Bahasa, permohonan::kata};

/// One message before it is poured into the gateway's shape.
pub(super) struct Pesan {
    /// What happened, without the link.
    pub ringkas: String,
    pub tautan: String,
    /// All of it.
    pub teks: String,
}

/// `None`: the matter is settled, the news of no use any more.
pub(super) async fn susun(app: &AppState, t: &Tugas) -> store::Hasil<Option<Pesan>> {
    let b = Bahasa::dari_kode(&t.bahasa).unwrap_or_default();
    let daftar = t.perihal.starts_with(DAFTAR);
    let isi = match t.perkara {
        Perkara::Pesanan => pesanan(app, b, t, daftar).await?,
        Perkara::Permohonan => permohonan(app, b, t, daftar).await?,
        Perkara::Pengaduan => pengaduan(app, b, t, daftar).await?,
        Perkara::Tiket => tiket(app, b, t, daftar).await?,
    };
    Ok(isi.map(|(ringkas, jalur, ilustrasi)| {
        let tanda = if app.ilustrasi || ilustrasi { "[ILUSTRASI] " } else { "" };
        let tautan = format!("{}{jalur}", app.konfig.alamat);
        let kaki = if daftar {
            let kata = app.gerbang.kata_henti.first().map_or("STOP", String::as_str);
            format!(" {}", b.a("gerbang-teks-henti", [("kata", kata.into())]))
        } else {
            String::new()
        };
        Pesan { teks: format!("{tanda}{ringkas} {tautan}{kaki}"), ringkas: format!("{tanda}{ringkas}"), tautan }
    }))
}

type Isi = Option<(String, String, bool)>;

async fn pesanan(app: &AppState, b: Bahasa, t: &Tugas, daftar: bool) -> store::Hasil<Isi> {
    let id = PesananId(t.perkara_id);
    let l = if daftar {
        Some(pesanan::dari_id(app.store.baca(), id).await?)
    } else {
        surat_pesanan::masih(&app.store, &surat_pesanan::Kiriman { pesanan: id, perihal: t.perihal.clone() }).await?
    };
    let Some(l) = l else { return Ok(None) };
    let kunci = match t.perihal.split('/').next() {
        Some(DAFTAR) => "gerbang-teks-daftar-pesanan",
        Some("pindah") => "gerbang-teks-pesanan-pindah",
        Some("ingat") => "gerbang-teks-pesanan-ingat",
        Some("dampak") => "gerbang-teks-pesanan-dampak",
        Some("kembali") => "gerbang-teks-pesanan-kembali",
        _ => "gerbang-teks-pesanan-pasti",
    };
    let kapan = crate::mpp::pesanan::kata::kapan(b, &l);
    let ringkas =
        b.a(kunci, [("layanan", l.tempat.layanan.as_str().into()), ("kapan", kapan.into()), ("mpp", l.tempat.mpp.as_str().into())]);
    Ok(Some((ringkas, format!("/pesanan/{}", l.kode), l.tempat.ilustrasi == 1)))
}

async fn permohonan(app: &AppState, b: Bahasa, t: &Tugas, daftar: bool) -> store::Hasil<Isi> {
    let id = PermohonanId(t.perkara_id);
    let p = if daftar {
        Some(permohonan::dari_id(app.store.baca(), id).await?)
    } else {
        surat_permohonan::masih(&app.store, &surat_permohonan::Kiriman { permohonan: id, perihal: t.perihal.clone() }).await?
    };
    let Some(p) = p else { return Ok(None) };
    let kunci = match t.perihal.split('/').next() {
        Some(DAFTAR) => "gerbang-teks-daftar-permohonan",
        Some("geser") => "gerbang-teks-permohonan-geser",
        Some("telat") => "gerbang-teks-permohonan-telat",
        Some("tagihan" | "ingat-bayar") => "gerbang-teks-permohonan-bayar",
        Some("ingat-siap-diambil") => "gerbang-teks-permohonan-ambil",
        Some("ingat-perlu-perbaikan") => "gerbang-teks-permohonan-perbaiki",
        _ => "gerbang-teks-permohonan-langkah",
    };
    let keadaan = b.s(kata::keadaan(p.keadaan()?).1);
    let ringkas = b.a(kunci, [("layanan", p.layanan.as_str().into()), ("keadaan", keadaan.into()), ("mpp", p.mpp.as_str().into())]);
    Ok(Some((ringkas, format!("/permohonan/{}", p.kode), p.ilustrasi == 1)))
}

async fn pengaduan(app: &AppState, b: Bahasa, t: &Tugas, daftar: bool) -> store::Hasil<Isi> {
    let r = pengaduan::surat_singkat(app.store.baca(), PengaduanId(t.perkara_id)).await?;
    let kunci = match t.perihal.split('/').next() {
        _ if daftar => "gerbang-teks-daftar-pengaduan",
        Some("minta-lengkapi") => "gerbang-teks-pengaduan-lengkapi",
        Some("jawab" | "induk") => "gerbang-teks-pengaduan-jawab",
        Some("tolak") => "gerbang-teks-pengaduan-tolak",
        Some("tutup-otomatis" | "anggap-dicabut") => "gerbang-teks-pengaduan-tutup",
        _ => "gerbang-teks-pengaduan-langkah",
    };
    let ringkas = b.a(kunci, [("nomor", r.nomor.as_str().into()), ("instansi", r.instansi.as_str().into())]);
    Ok(Some((ringkas, format!("/pengaduan/{}", r.kode), r.ilustrasi == 1)))
}

async fn tiket(app: &AppState, b: Bahasa, t: &Tugas, daftar: bool) -> store::Hasil<Isi> {
    let c = app.store.baca();
    let x = antrean::dari_id(c, TiketId(t.perkara_id)).await?;
    let m = mpp::dari_id(c, x.mpp_id).await?;
    let jalur = format!("/tiket/{}", x.kode);
    if daftar {
        let ringkas = b.a("gerbang-teks-daftar-tiket", [("nomor", x.nomor.as_str().into()), ("mpp", m.nama.as_str().into())]);
        return Ok(Some((ringkas, jalur, m.ilustrasi == 1)));
    }
    // Told of a call only while it holds.
    let Some(loket) = x.loket_id.filter(|_| x.keadaan == "dipanggil") else { return Ok(None) };
    let g = mpp::gerai(c, x.gerai_id).await?;
    let loket = antrean::loket::nama(c, loket).await?;
    let args = [("nomor", x.nomor.as_str().into()), ("gerai", g.nama.as_str().into()), ("loket", loket.as_str().into())];
    Ok(Some((b.a("gerbang-teks-tiket-panggil", args), jalur, m.ilustrasi == 1)))
}
