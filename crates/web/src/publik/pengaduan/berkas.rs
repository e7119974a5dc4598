//! Files for whoever holds the code: what was attached, and the dated proof file (report, answers, limits missed) that the Ombudsman
//! asks for.

use axum::extract::State;
use dokumen::{
    Kepala, Lembaran,
    masukan::{BagianLembaran, TabelLembaran},
};
use store::{kode, pengaduan, pengaduan::Muatan};
use uuid::Uuid;

use super::lacak::buka;
use crate::{
    AppState,
    aduan::{
        kata,
        riwayat::{self, Putaran, putaran},
    },
    bahasa::Bahasa,
    berkas::kirim_lampiran,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    publik::cetak::cetak,
    rute::{Akses, Daftar},
    tampil::pdf,
};

pub fn rute(d: &mut Daftar) {
    d.get("/pengaduan/{kode}/lampiran/{lampiran}", Akses::Publik, lampiran);
    d.get("/pengaduan/{kode}/bukti.pdf", Akses::Publik, bukti);
}

async fn lampiran(State(app): State<AppState>, k: Konteks, Jalur((teks, id)): Jalur<(String, Uuid)>) -> Hasil {
    let (m, ..) = buka(&app, k, &teks).await?;
    let l = pengaduan::lampiran(&app.store, &m.aduan, id).await?;
    kirim_lampiran(&app, l).await
}

async fn bukti(State(app): State<AppState>, k: Konteks, Jalur(teks): Jalur<String>) -> Hasil {
    let (m, kode, mut k) = buka(&app, k, &teks).await?;
    // A document speaks Indonesian, whatever its reader's pages speak.
    k.bahasa = Bahasa::Id;
    let isi = lembar(&app, &k, &m, &kode)?;
    Ok(pdf(cetak(&app, &k, isi).await?, &format!("bukti-laporan-{}.pdf", m.aduan.nomor)))
}

fn lembar(app: &AppState, k: &Konteks, m: &Muatan, kode: &str) -> Hasil<Lembaran> {
    let (a, pada) = (&m.aduan, app.store.sekarang());
    let putaran = putaran(k, m)?;
    let terlewat = i64::try_from(putaran.iter().filter(|p| p.terlewat).count()).unwrap_or(0);
    let mut ringkas = vec![
        (k.s("pengaduan-nomor"), a.nomor.clone()),
        (k.s("pengaduan-kode"), kode::tampil(kode)),
        (k.s("pengaduan-jenis"), k.s(kata::jenis(&a.jenis))),
        (k.s("pengaduan-diterima"), k.hari(&a.tanggal)),
        (k.s("pengaduan-instansi"), a.instansi.clone()),
        (k.s("pengaduan-unit"), a.penangan.clone().or_else(|| a.unit.clone()).unwrap_or_else(|| "–".into())),
        (k.s("pengaduan-kejadian"), a.kejadian.as_deref().map_or_else(|| "–".into(), |h| k.hari(h))),
        (k.s("pengaduan-tempat"), if m.tempat.is_empty() { "–".into() } else { m.tempat.clone() }),
        (k.s("pengaduan-keadaan"), k.s(kata::keadaan(&a.keadaan))),
    ];
    if let Some(n) = &a.lapor {
        ringkas.push((k.s("pengaduan-lapor"), n.clone()));
    }
    Ok(Lembaran {
        kepala: Kepala {
            instansi: a.instansi.clone(),
            perangkat: a.penangan.clone(),
            nomor: Some(a.nomor.clone()),
            dibuat: pada.timestamp(),
            dibuat_teks: k.waktu(&pada),
            ilustrasi: k.ilustrasi,
            verifikasi: None,
        },
        judul: k.n("pengaduan-bukti-judul", "nomor", &a.nomor),
        ringkas,
        penting: (terlewat > 0).then(|| k.jumlah("pengaduan-bukti-terlewat", terlewat)),
        bagian: vec![
            BagianLembaran { judul: m.judul.clone(), paragraf: riwayat::baris(&m.isi), tabel: None },
            BagianLembaran {
                judul: k.s("pengaduan-tenggat-judul"),
                paragraf: tanpa_putaran(k, &putaran),
                tabel: tabel_putaran(k, &putaran),
            },
            BagianLembaran { judul: k.s("pengaduan-riwayat"), paragraf: Vec::new(), tabel: Some(tabel_riwayat(k, m)) },
            BagianLembaran { judul: k.s("pengaduan-lampiran"), paragraf: nama_lampiran(k, m), tabel: None },
        ],
        penutup: vec![k.s("pengaduan-bukti-ombudsman"), k.s("pengaduan-bukti-catatan")],
    })
}

fn tanpa_putaran(k: &Konteks, p: &[Putaran]) -> Vec<String> {
    if p.is_empty() { vec![k.s("pengaduan-tenggat-belum")] } else { Vec::new() }
}

fn tabel_putaran(k: &Konteks, semua: &[Putaran]) -> Option<TabelLembaran> {
    let satu = |p: &Putaran| {
        let ket = match (p.terlewat, &p.dijawab) {
            (true, Some(_)) => "pengaduan-putaran-terlambat",
            (true, None) => "pengaduan-putaran-lewat",
            (false, Some(_)) => "pengaduan-putaran-tepat",
            (false, None) => "pengaduan-putaran-berjalan",
        };
        vec![k.s(p.sebab), p.mulai.clone(), p.tenggat.clone(), p.dijawab.clone().unwrap_or_else(|| "–".into()), k.s(ket)]
    };
    let kolom = ["pengaduan-putaran", "pengaduan-putaran-mulai", "pengaduan-tenggat", "pengaduan-putaran-dijawab", "pengaduan-keterangan"];
    (!semua.is_empty()).then(|| TabelLembaran { kolom: kolom.iter().map(|x| k.s(x)).collect(), baris: semua.iter().map(satu).collect() })
}

fn tabel_riwayat(k: &Konteks, m: &Muatan) -> TabelLembaran {
    let masuk = vec![k.s("pengaduan-langkah-diterima"), k.hari(&m.aduan.tanggal), k.s("pengaduan-pihak-pelapor")];
    let satu = |b: riwayat::Butir| {
        let mut isi = b.judul;
        for t in b.rincian.into_iter().chain(b.teks) {
            isi.push('\n');
            isi.push_str(&t);
        }
        vec![isi, b.hari, b.siapa]
    };
    let baris = std::iter::once(masuk).chain(riwayat::riwayat(k, m, false).into_iter().map(satu)).collect();
    TabelLembaran { kolom: ["pengaduan-peristiwa", "pengaduan-tanggal", "pengaduan-oleh"].iter().map(|x| k.s(x)).collect(), baris }
}

fn nama_lampiran(k: &Konteks, m: &Muatan) -> Vec<String> {
    if m.lampiran.is_empty() {
        return vec![k.s("pengaduan-tanpa-lampiran")];
    }
    m.lampiran.iter().map(|l| format!("{} ({})", l.nama, k.waktu(&l.pada))).collect()
}
