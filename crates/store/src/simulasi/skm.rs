//! SKM: one round per unit for the whole of two years, with answers as citizens give them: each unit is better or worse at
//! each unsur, each respondent milder or stricter, a few leave a gap, tick one column, or write a suggestion.

use super::{Acak, Dunia, Jejak, borongan::Borongan};
use crate::{
    Hasil, StoreError, Tx,
    audit::Kejadian,
    edisi,
    id::RondeId,
    nilai,
    ronde::{self, Bentuk, KOSONG, Kelompok, Masukan, Profil},
    skm,
};
use jiff::civil::date;
use uuid::Uuid;

/// Answers that are stored together.
const SEKALIGUS: usize = 20_000;
const LAYANAN: [&str; 4] = ["Pendaftaran", "Pemeriksaan berkas", "Penyerahan dokumen", "Pengaduan"];
const SARAN: [&str; 5] = [
    "Antrean tolong dibuat lebih cepat (ILUSTRASI)",
    "Petugas ramah, pertahankan (ILUSTRASI)",
    "Ruang tunggu perlu kipas (ILUSTRASI)",
    "Jadwal layanan dipasang di pintu (ILUSTRASI)",
    "Sudah baik (ILUSTRASI)",
];
/// Bits of the quality flags that simulated answers carry.
const LURUS: u32 = 1 << 0;
const CEPAT: u32 = 1 << 1;
/// Answers that came over each way in, of 20.
const DARING: u64 = 15;
const KIOS: u64 = 19;

pub(super) struct SkmBaru {
    pub jawaban: u32,
    pub ronde: Option<RondeId>,
    pub token: String,
}

/// What the answers of one round have in common.
struct Loket<'a> {
    ronde: RondeId,
    bentuk: Bentuk,
    /// How good the unit is at each question, 0..100.
    mutu: Vec<u64>,
    /// Options of each dimension of the profile.
    opsi: &'a [u64; 5],
}

/// The questionnaire that all rounds ask.
struct Kuesioner {
    sidik: String,
    /// Keys of the unsur, as a round keeps them.
    unsur: String,
    bentuk: Bentuk,
    opsi: [u64; 5],
    target: i64,
}

impl Kuesioner {
    async fn simpan(tx: &Tx) -> Hasil<Self> {
        let (e, teks) = ::skm::bawaan("skm-2017").ok_or_else(|| StoreError::Rusak("edition skm-2017 is missing".into()))?;
        let susunan = e.susunan(&[]).map_err(|_| StoreError::Rusak("edition skm-2017 has no questions".into()))?;
        let pertanyaan = susunan.pertanyaan();
        let mut unsur: Vec<&str> = pertanyaan.iter().map(|(u, _)| susunan.unsur()[*u].kunci.as_str()).collect();
        unsur.dedup();
        let byte = |n: i64| u8::try_from(n).map_err(|_| StoreError::Rusak("scale of edition skm-2017".into()));
        let banyak_opsi = |kunci: &str| e.profil.iter().find(|b| b.kunci == kunci).map_or(0, |b| b.opsi.len() as u64);
        let lain = ["jenis_kelamin", "usia", "pendidikan", "pekerjaan"].map(banyak_opsi);
        Ok(Self {
            sidik: edisi::simpan_skm(tx, &e.id, teks).await?,
            unsur: serde_json::json!(unsur).to_string(),
            bentuk: Bentuk {
                pertanyaan: u16::try_from(pertanyaan.len()).unwrap_or(u16::MAX),
                min: byte(e.skala.min.into())?,
                maks: byte(e.skala.maks.into())?,
            },
            opsi: [LAYANAN.len() as u64, lain[0], lain[1], lain[2], lain[3]],
            target: skm::target(e, None),
        })
    }
}

/// One round for each unit; with the token of its address.
async fn buka(tx: &Tx, (acak, jejak): (&mut Acak, &mut Jejak), d: &Dunia, q: &Kuesioner) -> Hasil<Vec<(RondeId, String)>> {
    let mut b = Borongan::dengan_jejak(
        tx,
        &[
            ("ronde", "id, jenis, unit_id, lokus_id, edisi, token, dibuat, oleh"),
            ("skm_ronde", "ronde_id, kode, nama, mulai, sampai, populasi, target, unsur, ilustrasi, versi"),
            ("skm_layanan", "ronde_id, nomor, nama"),
        ],
    );
    let mut semua = Vec::with_capacity(d.lokus.len());
    for (n, l) in d.lokus.iter().enumerate() {
        let id = RondeId(acak.id());
        let token = acak.token();
        b.tambah("ronde", nilai![id, "skm", l.unit, None::<Uuid>, q.sidik.as_str(), token.as_str(), acak.pada(), l.operator]).await?;
        let (kode, nama) = (format!("sim-skm-{:05}", n + 1), "SKM 2026 (ILUSTRASI)");
        let hari = ("2026-01-01", "2027-12-31");
        b.tambah("skm_ronde", nilai![id, kode, nama, hari.0, hari.1, None::<i64>, q.target, q.unsur.as_str(), 1_i64, 1_i64]).await?;
        for (nomor, nama) in (0_i64..).zip(LAYANAN) {
            b.tambah("skm_layanan", nilai![id, nomor, nama]).await?;
        }
        let rincian = serde_json::json!({
            "edisi": q.sidik, "mulai": hari.0, "sampai": hari.1, "populasi": null, "layanan": LAYANAN.len(), "ditiadakan": []
        });
        let k = Kejadian::baru("skm.buat", "ronde", id).instansi(l.instansi).rincian(rincian);
        jejak.catat(&mut b, Some(l.operator), acak.pada(), k).await?;
        semua.push((id, token));
    }
    b.selesai().await?;
    Ok(semua)
}

/// Spreads `jumlah` answers over the units. Returns how many there are, and the round of the first unit.
pub(super) async fn isi(tx: &Tx, (acak, jejak): (&mut Acak, &mut Jejak), d: &Dunia, jumlah: u32) -> Hasil<SkmBaru> {
    let q = Kuesioner::simpan(tx).await?;
    let semua = buka(tx, (acak, jejak), d, &q).await?;
    let banyak = u32::try_from(semua.len()).unwrap_or(u32::MAX).max(1);
    let (mut sudah, mut tunggu) = (0, Vec::new());
    for (n, (ronde, _)) in (0_u32..).zip(&semua) {
        let dasar = 45 + acak.di_bawah(40);
        let mutu = (0..q.bentuk.pertanyaan).map(|_| dasar + acak.di_bawah(15)).collect();
        let loket = Loket { ronde: *ronde, bentuk: q.bentuk, mutu, opsi: &q.opsi };
        // Random like those of phones, but stored in their order, which is the order of the table.
        let mut id: Vec<Uuid> = (0..jumlah / banyak + u32::from(n < jumlah % banyak)).map(|_| acak.id_acak()).collect();
        id.sort_unstable();
        for id in id {
            tunggu.push(loket.jawaban(acak, id));
            sudah += 1;
            if tunggu.len() == SEKALIGUS {
                ronde::simpan_banyak(tx, &std::mem::take(&mut tunggu)).await?;
            }
        }
    }
    ronde::simpan_banyak(tx, &tunggu).await?;
    let pertama = semua.into_iter().next();
    let (ronde, token) = pertama.map_or((None, String::new()), |(r, t)| (Some(r), t));
    Ok(SkmBaru { jawaban: sudah, ronde, token })
}

impl Loket<'_> {
    fn jawaban(&self, acak: &mut Acak, id: Uuid) -> Masukan {
        let watak = acak.di_bawah(30);
        let lurus = acak.di_bawah(40) == 0;
        let mut nilai: Box<[u8]> = self.mutu.iter().map(|m| self.satu(acak, m + watak)).collect();
        if lurus {
            let pertama = nilai[0];
            nilai.fill(pertama);
        }
        let mut tanda = if nilai.iter().all(|n| *n == nilai[0]) { LURUS } else { 0 };
        if acak.di_bawah(50) == 0 {
            tanda |= CEPAT;
        }
        if acak.di_bawah(200) == 0
            && let Some(n) = usize::try_from(acak.di_bawah(nilai.len() as u64)).ok().and_then(|n| nilai.get_mut(n))
        {
            *n = KOSONG;
        }
        let kelompok = match acak.di_bawah(20) {
            n if n < DARING => Kelompok::Daring,
            n if n < KIOS => Kelompok::Kios,
            _ => Kelompok::Tautan,
        };
        let (bulan, hari) = (1 + acak.di_bawah(6), 1 + acak.di_bawah(28));
        let saran = (acak.di_bawah(30) == 0).then(|| SARAN[usize::try_from(acak.di_bawah(SARAN.len() as u64)).unwrap_or(0)].to_owned());
        Masukan {
            ronde: self.ronde,
            bentuk: self.bentuk,
            id,
            kelompok,
            hari: date(2026, i8::try_from(bulan).unwrap_or(1), i8::try_from(hari).unwrap_or(1)),
            nilai,
            profil: Profil(self.opsi.map(|n| pilih(acak, n))),
            tanda,
            saran,
            tautan: None,
        }
    }

    /// A value of the scale: the higher `mutu` (0..130), the higher.
    fn satu(&self, acak: &mut Acak, mutu: u64) -> u8 {
        let lebar = self.bentuk.lebar() as u64;
        let naik = (0..lebar - 1).filter(|_| acak.di_bawah(130) < mutu).count();
        self.bentuk.min + u8::try_from(naik).unwrap_or(0)
    }
}

/// One of `n` options, the middle ones more often; now and then none.
fn pilih(acak: &mut Acak, n: u64) -> u8 {
    if n == 0 || acak.di_bawah(25) == 0 {
        return KOSONG;
    }
    let rata = (acak.di_bawah(n) + acak.di_bawah(n)).div_ceil(2);
    u8::try_from(rata.min(n - 1)).unwrap_or(KOSONG)
}
