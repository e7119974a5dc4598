//! Malls with a year of visits behind them: numbers taken over the day, called by the counters in turn, served or not. Each ticket
//! is led through the rules of the queue (`layanan::antrean`), so that what is written is what officers could have done.

use super::{Acak, Jejak, borongan::Borongan, register};
use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    audit::Kejadian,
    id::{AkunId, GeraiId, InstansiId, LayananId, LoketId, UnitId},
    kode,
    kueri::Kueri,
    nilai,
};
use ::layanan::antrean::{self as aturan, AlasanBatal, Awalan, Langkah, Peristiwa, Prioritas, Tiket, Zona};
use jiff::{SignedDuration, Timestamp, civil::Date};
use sea_orm::FromQueryResult;
use serde_json::json;

/// Tickets of one mall at most: a year of a large one.
const SEMAL: u32 = 60_000;
const GERAI: usize = 25;
const LAYANAN_SEGERAI: usize = 12;
const LOKET_SEGERAI: usize = 2;
const TAHUN: i16 = 2025;
const BUKA_DETIK: i64 = 8 * 3600;
const TUTUP_DETIK: i64 = 16 * 3600;

#[derive(FromQueryResult)]
struct Pemilik {
    id: InstansiId,
}

/// A mall and whose it is.
#[derive(Clone, Copy)]
struct Rumah {
    mpp: UnitId,
    instansi: InstansiId,
}

struct Loket {
    id: LoketId,
    petugas: AkunId,
    bebas: Timestamp,
}

struct Gerai {
    id: GeraiId,
    layanan: Vec<(LayananId, Awalan, u32)>,
    loket: Vec<Loket>,
}

/// `jumlah` tickets in as many malls as they need, at most one an instansi. Returns how many there are.
pub(super) async fn isi(store: &Store, (acak, jejak): (&mut Acak, &mut Jejak), jumlah: u32, sandi: &str) -> Hasil<u32> {
    let sql = "SELECT id FROM instansi WHERE jenis IN ('kabupaten', 'kota') ORDER BY id LIMIT $1";
    let pemilik: Vec<Pemilik> = store.baca().semua(sql, nilai![i64::from(jumlah.div_ceil(SEMAL))]).await?;
    let banyak = u32::try_from(pemilik.len()).unwrap_or(u32::MAX).max(1);
    let mut sudah = 0;
    for (n, p) in (0..).zip(pemilik) {
        let tx = store.mulai().await?;
        let (mpp, mut gerai) = balai(&tx, acak, p.id, n, sandi).await?;
        let rumah = Rumah { mpp, instansi: p.id };
        sudah += setahun(&tx, (acak, jejak), (rumah, &mut gerai), jumlah / banyak + u32::from(n < jumlah % banyak)).await?;
        tx.commit().await?;
    }
    Ok(sudah)
}

fn huruf(n: usize) -> char {
    char::from(b'A' + u8::try_from(n % 26).unwrap_or(0))
}

/// A mall with its gerai, services, counters and officers; a head for the first.
async fn balai(tx: &Tx, acak: &mut Acak, instansi: InstansiId, n: u32, sandi: &str) -> Hasil<(UnitId, Vec<Gerai>)> {
    let mut b = Borongan::baru(
        tx,
        &[
            ("unit", "id, kode, instansi_id, induk_id, nama, jenis, alamat, versi, dibuat"),
            ("akun", "id, nama, surel, jabatan, sandi, bahasa, versi, dibuat"),
            ("peran", "id, akun_id, peran, instansi_id, unit_id, pada"),
            ("mpp", "unit_id, kode, ringkas, jam, ilustrasi, versi, dibuat, oleh"),
            ("tenan", "id, mpp_id, nama, jenis, sistem, versi, dibuat, oleh"),
            ("gerai", "id, mpp_id, tenan_id, kode, nama, letak, bentuk, versi, dibuat, oleh"),
            ("loket", "id, gerai_id, nama, dibuat, oleh"),
            ("layanan", "id, kode, unit_id, nama, ilustrasi, versi, dibuat, oleh"),
            ("gerai_layanan", "id, mpp_id, gerai_id, layanan_id, awalan, menit, kehadiran, versi, dibuat, oleh"),
            ("pelaksana", "id, gerai_id, akun_id, mulai, sampai, pada, oleh"),
        ],
    );
    let (mpp, kepala) = (UnitId(acak.id()), AkunId(acak.id()));
    let nama = format!("MPP Simulasi {} (ILUSTRASI)", n + 1);
    b.tambah("unit", nilai![mpp, format!("sim-mpp-{}", n + 1), instansi, None::<UnitId>, nama, "mpp", "", 1_i64, acak.pada()]).await?;
    let orang = |peran: &str, n: usize| (format!("{peran} {n} (ILUSTRASI)"), register::alamat(peran, n));
    let (nama, surel) = orang("mpp-kepala", n as usize);
    b.tambah("akun", nilai![kepala, nama, surel, "Kepala MPP", sandi, "id", 1_i64, acak.pada()]).await?;
    b.tambah("peran", nilai![acak.id(), kepala, "mpp-kepala", None::<InstansiId>, mpp, acak.pada()]).await?;
    let jam: Vec<_> = (1..=5).map(|hari| json!({ "hari": hari, "mulai": "08:00", "selesai": "16:00" })).collect();
    let (kode, jam) = (format!("simulasi-{}", n + 1), json!(jam).to_string());
    b.tambah("mpp", nilai![mpp, kode, "", jam, 1_i64, 1_i64, acak.pada(), kepala]).await?;
    let mut semua = Vec::with_capacity(GERAI);
    for g in 0..GERAI {
        let (tenan, id, nama) = (acak.id(), GeraiId(acak.id()), format!("Gerai {} (ILUSTRASI)", g + 1));
        b.tambah("tenan", nilai![tenan, mpp, nama.as_str(), "pemda", "prima", 1_i64, acak.pada(), kepala]).await?;
        let kode = format!("G{:02}", g + 1);
        b.tambah("gerai", nilai![id, mpp, tenan, kode, nama.as_str(), "", "fisik", 1_i64, acak.pada(), kepala]).await?;
        let mut gerai = Gerai { id, layanan: Vec::new(), loket: Vec::new() };
        for l in 0..LAYANAN_SEGERAI {
            let (layanan, awalan) = (LayananId(acak.id()), format!("{}{}", huruf(g), huruf(l)));
            let nama = format!("Layanan {}.{} (ILUSTRASI)", g + 1, l + 1);
            let kode = format!("simulasi-{}-{}-{}", n + 1, g + 1, l + 1);
            b.tambah("layanan", nilai![layanan, kode, mpp, nama, 1_i64, 1_i64, acak.pada(), kepala]).await?;
            let baris = nilai![acak.id(), mpp, id, layanan, awalan.as_str(), 5_i64, "jadwal", 1_i64, acak.pada(), kepala];
            b.tambah("gerai_layanan", baris).await?;
            let awalan = Awalan::baru(&awalan).map_err(|_| StoreError::Rusak("simulation: prefix".into()))?;
            gerai.layanan.push((layanan, awalan, 0));
        }
        for l in 0..LOKET_SEGERAI {
            let (loket, petugas) = (LoketId(acak.id()), AkunId(acak.id()));
            b.tambah("loket", nilai![loket, id, (l + 1).to_string(), acak.pada(), kepala]).await?;
            let (nama, surel) = orang("pelaksana", (n as usize * GERAI + g) * LOKET_SEGERAI + l);
            b.tambah("akun", nilai![petugas, nama, surel, "Pelaksana", sandi, "id", 1_i64, acak.pada()]).await?;
            b.tambah("peran", nilai![acak.id(), petugas, "pelaksana", None::<InstansiId>, mpp, acak.pada()]).await?;
            b.tambah("pelaksana", nilai![acak.id(), id, petugas, "2025-01-01", None::<String>, acak.pada(), kepala]).await?;
            gerai.loket.push(Loket { id: loket, petugas, bebas: Timestamp::UNIX_EPOCH });
        }
        semua.push(gerai);
    }
    b.selesai().await?;
    Ok((mpp, semua))
}

fn hari_kerja() -> Vec<Date> {
    let awal = Date::constant(TAHUN, 1, 2);
    let semua = (0..364).filter_map(|n| awal.checked_add(jiff::Span::new().days(n)).ok());
    semua.filter(|d| d.year() == TAHUN && d.weekday().to_monday_one_offset() <= 5).collect()
}

/// Spreads `jumlah` tickets over the working days of the year.
async fn setahun(tx: &Tx, (acak, jejak): (&mut Acak, &mut Jejak), (rumah, gerai): (Rumah, &mut [Gerai]), jumlah: u32) -> Hasil<u32> {
    let zona = Zona::Wita;
    let mut b = Borongan::dengan_jejak(
        tx,
        &[
            ("antrean_nomor", "gerai_id, layanan_id, tanggal, terakhir"),
            (
                "tiket",
                "id, kode, op, mpp_id, gerai_id, layanan_id, tanggal, urut, nomor, awalan, prioritas_awal, saluran, terbit, di_gerai, di_layanan,
                 prioritas, keadaan, alasan, tempat, terakhir, panggilan, dipanggil, pertama_dipanggil, langkah",
            ),
            ("tiket_peristiwa", "tiket_id, ke, op, langkah, loket_id, isi, saat, oleh"),
            ("antrean_waktu", "tiket_id, ke, gerai_id, layanan_id, loket_id, tanggal, detik, dilayani_detik, akhir, saat"),
        ],
    );
    let hari = hari_kerja();
    let banyak = u32::try_from(hari.len()).unwrap_or(u32::MAX).max(1);
    let mut sudah = 0;
    for (n, tanggal) in (0..).zip(hari) {
        gerai.iter_mut().flat_map(|g| &mut g.layanan).for_each(|l| l.2 = 0);
        let awal = zona.selisih().to_timestamp(tanggal.at(0, 0, 0, 0)).map_err(|e| StoreError::Rusak(format!("simulation: {e}")))?;
        let mut datang: Vec<i64> = (0..jumlah / banyak + u32::from(n < jumlah % banyak))
            .map(|_| BUKA_DETIK + i64::try_from(acak.di_bawah(7 * 3600)).unwrap_or(0))
            .collect();
        datang.sort_unstable();
        for detik in datang {
            let g = usize::try_from(acak.di_bawah(GERAI as u64)).unwrap_or(0);
            let tutup = awal + SignedDuration::from_secs(TUTUP_DETIK);
            satu(&mut b, (acak, jejak), (rumah, &mut gerai[g]), (tanggal, awal + SignedDuration::from_secs(detik), tutup)).await?;
            sudah += 1;
        }
        let tanggal = tanggal.to_string();
        for g in gerai.iter() {
            for (layanan, _, terakhir) in g.layanan.iter().filter(|l| l.2 > 0) {
                b.tambah("antrean_nomor", nilai![g.id, *layanan, tanggal.as_str(), i64::from(*terakhir)]).await?;
            }
        }
    }
    b.selesai().await?;
    Ok(sudah)
}

/// Steps of one visit and when they are taken, from the call on.
fn langkah(acak: &mut Acak, loket: aturan::LoketId, terbit: Timestamp, panggil: Timestamp, tutup: Timestamp) -> Vec<Peristiwa> {
    let mut antara = |dari: u64, sampai: u64| SignedDuration::from_secs(i64::try_from(dari + acak.di_bawah(sampai - dari)).unwrap_or(0));
    if panggil >= tutup {
        return vec![Peristiwa { saat: tutup, langkah: Langkah::Batal { alasan: AlasanBatal::TutupHari } }];
    }
    let (layani, lama, watak) = (panggil + antara(10, 90), antara(120, 600), antara(0, 100).as_secs());
    match watak {
        0..2 => vec![Peristiwa { saat: (terbit + antara(30, 600)).min(panggil), langkah: Langkah::Batal { alasan: AlasanBatal::Warga } }],
        2..7 => vec![
            Peristiwa { saat: panggil, langkah: Langkah::Panggil { loket } },
            Peristiwa { saat: panggil + SignedDuration::from_mins(3), langkah: Langkah::TidakHadir },
        ],
        _ => vec![
            Peristiwa { saat: panggil, langkah: Langkah::Panggil { loket } },
            Peristiwa { saat: layani, langkah: Langkah::Layani { loket } },
            Peristiwa { saat: layani + lama, langkah: Langkah::Selesai { loket } },
        ],
    }
}

async fn satu(
    b: &mut Borongan<'_>,
    (acak, jejak): (&mut Acak, &mut Jejak),
    (rumah, gerai): (Rumah, &mut Gerai),
    (tanggal, terbit, tutup): (Date, Timestamp, Timestamp),
) -> Hasil<()> {
    let rusak = |e: &dyn std::fmt::Display| StoreError::Rusak(format!("simulation: {e}"));
    let l = usize::try_from(acak.di_bawah(gerai.layanan.len() as u64)).unwrap_or(0);
    let (layanan, awalan, terakhir) = &mut gerai.layanan[l];
    let sebelum = (*terakhir > 0).then_some(*terakhir);
    let (ag, al) = (aturan::GeraiId(gerai.id.0.as_u128()), aturan::LayananId(layanan.0.as_u128()));
    let nomor = aturan::nomor_berikut(ag, al, tanggal, sebelum).map_err(|e| rusak(&e))?;
    *terakhir = nomor.urut;
    let prioritas = if acak.di_bawah(12) == 0 { Prioritas::Rentan } else { Prioritas::Biasa };
    let mut t = Tiket::terbit(nomor, Zona::Wita, prioritas, None, terbit);
    let id = acak.id();
    let loket = gerai.loket.iter_mut().min_by_key(|l| l.bebas).ok_or(StoreError::TidakDitemukan)?;
    let di = aturan::LoketId(loket.id.0.as_u128());
    let panggil = loket.bebas.max(terbit + SignedDuration::from_secs(20));
    let semua = langkah(acak, di, terbit, panggil, tutup);
    let (mut dipanggil, mut waktu, mut kejadian) = (None, None, Vec::new());
    let rincian = json!({ "gerai": gerai.id, "layanan": *layanan, "saluran": "kios" });
    let k = Kejadian::baru("tiket.terbit", "tiket", id).instansi(rumah.instansi).rincian(rincian);
    let mut tercatat = vec![(None, terbit.as_microsecond(), k)];
    for (ke, p) in (1_i64..).zip(&semua) {
        let di_loket = t.keadaan.loket().is_some();
        t.terapkan(*p).map_err(|e| rusak(&e))?;
        let saat = p.saat.as_microsecond();
        if matches!(p.langkah, Langkah::Panggil { .. }) {
            dipanggil = Some(p.saat);
        }
        if let Some(d) = dipanggil.filter(|_| di_loket && t.keadaan.loket().is_none()) {
            let layan = t.layanan_diterima.last().and_then(|d| d.selesai.map(|s| s.duration_since(d.mulai).as_secs())).unwrap_or(0);
            let lama = p.saat.duration_since(d).as_secs();
            let akhir = p.langkah.jenis().kunci();
            waktu = Some(nilai![id, ke, gerai.id, *layanan, loket.id, tanggal.to_string(), lama, layan, akhir, saat]);
            loket.bebas = p.saat;
        }
        let isi = if let Langkah::Batal { alasan } = p.langkah { Some(alasan.kunci()) } else { None };
        let petugas = dipanggil.map(|_| loket.petugas);
        let di = p.langkah.loket().map(|_| loket.id);
        kejadian.push(nilai![id, ke, acak.id_acak(), p.langkah.jenis().kunci(), di, isi, saat, petugas]);
        let rincian = json!({ "langkah": p.langkah.jenis().kunci(), "ke": ke, "loket": di });
        tercatat.push((petugas, saat, Kejadian::baru("tiket.langkah", "tiket", id).instansi(rumah.instansi).rincian(rincian)));
    }
    let alasan = if let aturan::Keadaan::Batal { alasan } = t.keadaan { Some(alasan.kunci()) } else { None };
    let tampil = nomor.tampil(*awalan);
    let kode = kode::dari_acak(kode::Jenis::Tiket, &acak.token());
    #[rustfmt::skip]
    let baris = nilai![
        id, kode, acak.id_acak(), rumah.mpp, gerai.id, *layanan, tanggal.to_string(), i64::from(nomor.urut), tampil, awalan.to_string(),
        prioritas.kunci(), "kios", terbit.as_microsecond(), gerai.id, *layanan, prioritas.kunci(), t.keadaan.kunci(), alasan,
        t.tempat.as_microsecond(), t.terakhir.as_microsecond(), i64::from(t.panggilan), dipanggil.map(Timestamp::as_microsecond),
        t.pertama_dipanggil.map(Timestamp::as_microsecond), i64::try_from(semua.len()).unwrap_or(0)
    ];
    b.tambah("tiket", baris).await?;
    for k in kejadian {
        b.tambah("tiket_peristiwa", k).await?;
    }
    for (oleh, saat, k) in tercatat {
        jejak.catat(b, oleh, Waktu(saat), k).await?;
    }
    match waktu {
        Some(w) => b.tambah("antrean_waktu", w).await,
        None => Ok(()),
    }
}
