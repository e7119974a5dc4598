//! `/kasir/{mpp}/rekonsiliasi`: one day: what was billed and paid, what was counted, the differences; the same as XLSX and CSV.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use dokumen::{
    csv::{GayaCsv, tabel_csv},
    tabel_xlsx,
    xlsx::{Kolom, Sel},
};
use jiff::civil::Date;
use store::{
    StoreError,
    hak::{self, KasirMpp, Pelaku, PembacaMpp},
    id::UnitId,
    kode,
    mpp::Mpp,
    peran::Peran,
    tagihan::{self, BarisHarian, Harian, Hitungan, Jumlah},
};

use super::baca_rupiah;
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
    unduhan,
};

/// The cashier counts; the head of the mall reads.
pub(super) const PEMBACA: Akses = Akses::Peran(&[Peran::Kasir, Peran::MppKepala]);

pub fn rute(d: &mut Daftar) {
    d.get("/kasir/{mpp}/rekonsiliasi", PEMBACA, lihat);
    d.post("/kasir/{mpp}/rekonsiliasi", super::KASIR, catat);
    d.get("/kasir/{mpp}/rekonsiliasi/xlsx", PEMBACA, xlsx);
    d.get("/kasir/{mpp}/rekonsiliasi/csv", PEMBACA, csv);
}

#[derive(serde::Deserialize)]
struct Kueri {
    hari: Option<Date>,
}

/// Who reads: a cashier of the mall, or its head.
pub(super) enum Pembaca {
    Kasir(Box<KasirMpp>),
    Kepala(Box<PembacaMpp>),
}

impl Pembaca {
    pub(super) fn mpp(&self) -> &Mpp {
        match self {
            Self::Kasir(h) => &h.mpp,
            Self::Kepala(h) => &h.mpp,
        }
    }
}

pub(super) async fn buka(app: &AppState, k: Konteks, pelaku: &Pelaku, id: UnitId) -> Hasil<(Pembaca, Konteks)> {
    let akses = hak::mpp(&app.store, pelaku, id).await?;
    let hak = if let Ok(h) = akses.kasir() {
        Pembaca::Kasir(Box::new(h))
    } else {
        akses.kepala()?;
        Pembaca::Kepala(Box::new(akses.pembaca()?))
    };
    let k = k.ilustrasi(akses.mpp.ilustrasi == 1).zona(&akses.mpp.zona).bantuan("permohonan");
    Ok((hak, k))
}

#[derive(Template)]
#[template(path = "kasir/rekonsiliasi.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    m: &'a Mpp,
    h: &'a Harian,
    kini: Date,
    kasir: bool,
}

impl Halaman<'_> {
    fn rp(&self, n: &i64) -> String {
        self.k.rupiah(*n)
    }

    fn jumlah(&self, j: &Jumlah) -> String {
        self.k.a("bayar-jumlah", [("banyak", j.banyak.to_string().into()), ("rupiah", self.k.rupiah(j.rupiah).into())])
    }

    /// Cash: how many were recorded and how many taken back, since the sum is the difference.
    fn tunai(&self) -> String {
        let (j, balik) = (&self.h.tunai, self.h.balik.banyak);
        if balik == 0 {
            return self.jumlah(j);
        }
        let rupiah = self.k.rupiah(j.rupiah);
        let args = [("banyak", j.banyak.to_string().into()), ("rupiah", rupiah.into()), ("balik", balik.to_string().into())];
        self.k.a("bayar-jumlah-balik", args)
    }

    /// Money that the QRIS provider took and that paid no bill.
    fn tertolak(&self) -> String {
        let j = self.h.tertolak;
        self.k.a("bayar-tertolak", [("jumlah", j.banyak.into()), ("rupiah", self.k.rupiah(j.rupiah).into())])
    }

    fn dihitung(&self, h: &Hitungan) -> String {
        self.k.a("bayar-dihitung-oleh", [("nama", h.oleh.as_str().into()), ("waktu", self.k.waktu(&h.pada).into())])
    }

    fn kode(&self, b: &BarisHarian) -> String {
        kode::tampil(&b.tagihan)
    }

    fn cara(&self, b: &BarisHarian) -> String {
        self.k.s(cara(&b.cara))
    }

    /// Why a call was not taken, or a payment taken back.
    fn alasan(&self, b: &BarisHarian) -> Option<String> {
        b.alasan.as_deref().map(|a| self.k.s(a)).or_else(|| b.catatan.clone())
    }

    fn kemarin(&self) -> Option<Date> {
        self.h.hari.yesterday().ok()
    }

    fn besok(&self) -> Option<Date> {
        self.h.hari.tomorrow().ok().filter(|b| *b <= self.kini)
    }
}

fn cara(kunci: &str) -> &'static str {
    match kunci {
        "loket" => "bayar-cara-loket",
        "qris" => "bayar-cara-qris",
        "batal" => "bayar-cara-batal",
        _ => "bayar-cara-ditolak",
    }
}

async fn muat(app: &AppState, m: &Mpp, hari: Option<Date>) -> Hasil<(Harian, Date)> {
    let kini = app.store.sekarang().hari(&m.zona);
    Ok((tagihan::harian(app.store.baca(), m.unit_id, hari.unwrap_or(kini).min(kini)).await?, kini))
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>, Query(q): Query<Kueri>) -> Hasil {
    let (hak, k) = buka(&app, k, &pelaku, id).await?;
    let (h, kini) = muat(&app, hak.mpp(), q.hari).await?;
    let f = Formulir::isi([("op", store::id::baru().to_string())]);
    tampil(&Halaman { k: &k, f, m: hak.mpp(), h: &h, kini, kasir: matches!(hak, Pembaca::Kasir(_)) })
}

async fn catat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>, mut f: Formulir) -> Hasil {
    let (hak, k) = super::buka(&app, k, &pelaku, id).await?;
    let hari: Option<Date> = f.nilai("hari").parse().ok();
    let mut baca = |m: &str| {
        let n = baca_rupiah(f.nilai(m));
        if n.is_none() {
            f.salahkan(m, "bayar-hitungan-salah");
        }
        n
    };
    let (tunai, qris) = (baca("tunai"), baca("qris"));
    f.batasi("catatan", 1_000);
    if let (Some(hari), Some(tunai), Some(qris), true) = (hari, tunai, qris, f.sah()) {
        let op = store::id::dari_formulir(f.nilai("op"));
        match tagihan::catat_harian(&app.store, &hak, op, hari, (tunai, qris), f.nilai("catatan")).await {
            Ok(()) => return Alih::ke(format!("/kasir/{id}/rekonsiliasi?hari={hari}")).pesan("bayar-hitungan-dicatat").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan(if kunci == "rekonsiliasi-selisih" { "catatan" } else { "tunai" }, kunci),
            Err(e) => return Err(e.into()),
        }
    }
    let (h, kini) = muat(&app, &hak.mpp, hari).await?;
    tampil_salah(&Halaman { k: &k, f, m: &hak.mpp, h: &h, kini, kasir: true })
}

const KOLOM: [(&str, f64); 7] = [
    ("bayar-kolom-waktu", 28.0),
    ("bayar-kolom-tagihan", 18.0),
    ("bayar-kolom-layanan", 40.0),
    ("bayar-kolom-cara", 20.0),
    ("bayar-kolom-rujukan", 24.0),
    ("bayar-kolom-nominal", 16.0),
    ("bayar-kolom-kasir", 28.0),
];

/// One row a payment; who confirmed it or took it back and why, or why a call was not taken.
fn teks(k: &Konteks, b: &BarisHarian) -> [String; 7] {
    let batal = b.batal.as_ref().map(|w| k.n("bayar-dibatalkan-pada", "waktu", k.waktu(w)));
    let akhir = [b.alasan.as_deref().map(|a| k.s(a)), b.kasir.clone(), b.catatan.clone(), batal];
    let akhir = akhir.into_iter().flatten().collect::<Vec<_>>().join("; ");
    [
        k.waktu(&b.pada),
        kode::tampil(&b.tagihan),
        b.layanan.clone().unwrap_or_default(),
        k.s(cara(&b.cara)),
        b.rujukan.clone().unwrap_or_default(),
        b.nominal.to_string(),
        akhir,
    ]
}

async fn xlsx(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>, Query(q): Query<Kueri>) -> Hasil {
    let (hak, k) = buka(&app, k, &pelaku, id).await?;
    let (h, _) = muat(&app, hak.mpp(), q.hari).await?;
    let kolom: Vec<Kolom> = KOLOM.iter().map(|(n, lebar)| Kolom::new(k.s(n), *lebar)).collect();
    let sel = |b: &BarisHarian| {
        let teks = teks(&k, b);
        teks.iter().enumerate().map(|(n, t)| if n == 5 { Sel::Bulat(b.nominal) } else { Sel::from(t) }).collect::<Vec<_>>()
    };
    let baris: Vec<Vec<Sel>> = h.baris.iter().map(sel).collect();
    let judul = k.n("bayar-rekonsiliasi-hari", "tanggal", k.tanggal(&h.hari));
    let isi = tabel_xlsx(&judul, &kolom, &baris)?;
    Ok(kirim(isi, unduhan::XLSX, &h, "xlsx"))
}

async fn csv(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>, Query(q): Query<Kueri>) -> Hasil {
    let (hak, k) = buka(&app, k, &pelaku, id).await?;
    let (h, _) = muat(&app, hak.mpp(), q.hari).await?;
    let kolom: Vec<String> = KOLOM.iter().map(|(n, _)| k.s(n)).collect();
    let kolom: Vec<&str> = kolom.iter().map(String::as_str).collect();
    let baris: Vec<Vec<String>> = h.baris.iter().map(|b| teks(&k, b).into()).collect();
    Ok(kirim(tabel_csv(&kolom, &baris, GayaCsv::default())?, unduhan::CSV, &h, "csv"))
}

fn kirim(isi: Vec<u8>, tipe: &'static str, h: &Harian, akhiran: &str) -> Response {
    unduhan::kirim(tipe, &format!("rekonsiliasi-{}.{akhiran}", h.hari), isi)
}
