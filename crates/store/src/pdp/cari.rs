//! Finding a person's records for an officer who answers a request without the code: by NIK, telephone number or e-mail address. What is
//! sealed is opened row by row and compared; no digest of these values is kept, for one would show whoever reads the database which
//! records belong together. Anonymous reports and reports of wrongdoing are not looked at: only their code opens them.

use super::Jenis;
use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    hak::Admin,
    identitas::{Milik, Tersegel},
    kueri::Kueri,
    nilai,
    pekerjaan::alamat_wajar,
    pesanan::telepon,
};
use sea_orm::FromQueryResult;
use std::{
    collections::BTreeMap,
    fmt,
    str::FromStr,
    time::{Duration, Instant},
};
use uuid::Uuid;

/// Rows of one look, time of one call, and the most that it finds.
const KELOMPOK: usize = 500;
const WAKTU: Duration = Duration::from_secs(8);
const TEMUAN_MAKS: usize = 200;

/// What a person is known by, as it is compared.
#[derive(Clone, PartialEq, Eq)]
pub struct Tanda(String);

impl Tanda {
    /// 16 digits are a NIK, other digits a telephone number; `None` for neither that nor an e-mail address.
    #[must_use]
    pub fn urai(teks: &str) -> Option<Self> {
        let teks = teks.trim();
        if teks.contains('@') {
            return alamat_wajar(teks).then(|| Self(teks.to_lowercase()));
        }
        let digit: String = teks.chars().filter(|h| !" .-".contains(*h)).collect();
        if digit.len() == 16 && digit.bytes().all(|b| b.is_ascii_digit()) {
            return Some(Self(digit));
        }
        telepon(teks).filter(|t| t.starts_with('0')).map(Self)
    }

    /// Whether a text is that, or one of several in it.
    fn di(&self, teks: &str) -> bool {
        std::iter::once(teks).chain(teks.split([',', ';', '/', '\n'])).any(|t| Self::urai(t).as_ref() == Some(self))
    }
}

impl fmt::Debug for Tanda {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tanda")
    }
}

/// Where a search stopped because its time was over: source and last row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Titik(usize, Uuid);

impl fmt::Display for Titik {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.0, self.1)
    }
}

impl FromStr for Titik {
    type Err = ();

    fn from_str(teks: &str) -> Result<Self, ()> {
        let (n, id) = teks.split_once('.').ok_or(())?;
        Ok(Self(n.parse().map_err(|_| ())?, id.parse().map_err(|_| ())?))
    }
}

/// A record of the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Temuan {
    pub jenis: Jenis,
    pub id: Uuid,
    /// Service, unit or mall; instansi and number of a report.
    pub tempat: String,
    pub pada: Waktu,
}

#[derive(Debug, Clone, Default)]
pub struct Ditemukan {
    pub temuan: Vec<Temuan>,
    /// Not everything was looked at yet.
    pub lanjut: Option<Titik>,
    /// Rows that no key here opens.
    pub tertutup: u64,
}

#[derive(FromQueryResult)]
struct Baris {
    id: Uuid,
    pada: Waktu,
    tempat: String,
    a: Option<Tersegel>,
    b: Option<Tersegel>,
    c: Option<Tersegel>,
    d: Option<Tersegel>,
}

/// Kind, columns with `FROM` and condition, and what the columns `a` to `d` are sealed as.
type Sumber = (Jenis, &'static str, [&'static str; 4]);

const TELEPON: &str = "gerbang_kontak.telepon";
const SUMBER: [Sumber; 4] = [
    (
        Jenis::Permohonan,
        "r.id, r.pada, l.nama AS tempat, r.kontak AS a, r.isi AS b, k.surel AS c, g.telepon AS d FROM permohonan r
         JOIN layanan l ON l.id = r.layanan_id LEFT JOIN permohonan_kontak k ON k.permohonan_id = r.id
         LEFT JOIN gerbang_kontak g ON g.perkara_id = r.id AND g.perkara = 'permohonan' WHERE 1 = 1",
        ["permohonan.kontak", ISI, "permohonan_kontak.surel", TELEPON],
    ),
    (
        Jenis::Pengaduan,
        "r.id, r.pada, i.nama || ' · ' || r.nomor AS tempat, k.surel AS a, k.telepon AS b, g.telepon AS c, CAST(NULL AS text) AS d
         FROM pengaduan r JOIN instansi i ON i.id = r.instansi_id LEFT JOIN pengaduan_pelapor k ON k.pengaduan_id = r.id
         LEFT JOIN gerbang_kontak g ON g.perkara_id = r.id AND g.perkara = 'pengaduan'
         WHERE r.anonim = 0 AND r.pelanggaran = 0 AND (k.pengaduan_id IS NOT NULL OR g.perkara_id IS NOT NULL)",
        ["pengaduan_pelapor.surel", "pengaduan_pelapor.telepon", TELEPON, ""],
    ),
    (
        Jenis::Konsultasi,
        "r.id, r.pada, u.nama AS tempat, r.surel AS a, r.telepon AS b, CAST(NULL AS text) AS c, CAST(NULL AS text) AS d
         FROM konsultasi r JOIN unit u ON u.id = r.unit_id WHERE (r.surel <> '' OR r.telepon <> '')",
        ["konsultasi.surel", "konsultasi.telepon", "", ""],
    ),
    (
        Jenis::Pesanan,
        "r.id, r.dibuat AS pada, u.nama AS tempat, k.surel AS a, k.telepon AS b, g.telepon AS c, CAST(NULL AS text) AS d
         FROM pesanan r JOIN gerai_layanan s ON s.id = r.gerai_layanan_id JOIN unit u ON u.id = s.mpp_id
         LEFT JOIN pesanan_kontak k ON k.pesanan_id = r.id LEFT JOIN gerbang_kontak g ON g.perkara_id = r.id AND g.perkara = 'pesanan'
         WHERE (k.pesanan_id IS NOT NULL OR g.perkara_id IS NOT NULL)",
        ["pesanan_kontak.surel", "pesanan_kontak.telepon", TELEPON, ""],
    ),
];
/// Answers of a form: JSON, lists of texts by field.
const ISI: &str = "permohonan.isi";

/// Looks on from `dari` (from the start without it). Each call is in the audit log, with a keyed digest of what was looked for.
///
/// # Errors
/// When the store fails.
pub async fn cari(store: &Store, hak: &Admin, tanda: &Tanda, dari: Option<Titik>) -> Hasil<Ditemukan> {
    let h = lihat(store, tanda, dari.unwrap_or(Titik(0, Uuid::nil()))).await?;
    let tx = store.mulai().await?;
    let rincian = serde_json::json!({ "temuan": h.temuan.len(), "usai": h.lanjut.is_none() });
    let sidik = tx.kunci.ringkas(&format!("subjek:{}", tanda.0));
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("pdp.cari", "pdp", sidik).rincian(rincian)).await?;
    tx.commit().await?;
    Ok(h)
}

/// One record as the search names it, for the page on which a request about it is filed. Who may find nothing of it there finds nothing here.
///
/// # Errors
/// `TidakDitemukan` also for an anonymous report, one of wrongdoing, and a record whose holder left nothing to find him by.
pub async fn satu(store: &Store, _hak: &Admin, jenis: Jenis, id: Uuid) -> Hasil<Temuan> {
    let (_, sql, _) = SUMBER.iter().find(|(j, ..)| *j == jenis).ok_or(StoreError::TidakDitemukan)?;
    let b: Baris = store.baca().satu(&format!("SELECT {sql} AND r.id = $1"), nilai![id]).await?;
    Ok(Temuan { jenis, id: b.id, tempat: b.tempat, pada: b.pada })
}

async fn lihat(store: &Store, tanda: &Tanda, dari: Titik) -> Hasil<Ditemukan> {
    let (mulai, mut h, mut setelah) = (Instant::now(), Ditemukan::default(), dari.1);
    for (n, (jenis, sql, medan)) in SUMBER.iter().enumerate().skip(dari.0) {
        let sql = format!(
            "SELECT {sql} AND r.id > $1 AND NOT EXISTS (SELECT 1 FROM pdp_hapus x WHERE x.objek_id = r.id) ORDER BY r.id LIMIT {KELOMPOK}"
        );
        loop {
            if mulai.elapsed() > WAKTU || h.temuan.len() >= TEMUAN_MAKS {
                h.lanjut = Some(Titik(n, setelah));
                return Ok(h);
            }
            let baris: Vec<Baris> = store.baca().semua(&sql, nilai![setelah]).await?;
            let Some(akhir) = baris.last() else { break };
            setelah = akhir.id;
            for b in baris {
                match cocok(store, tanda, &b, medan) {
                    Ok(false) => {}
                    Ok(true) => h.temuan.push(Temuan { jenis: *jenis, id: b.id, tempat: b.tempat, pada: b.pada }),
                    Err(_) => h.tertutup += 1,
                }
            }
        }
        setelah = Uuid::nil();
    }
    Ok(h)
}

fn cocok(store: &Store, tanda: &Tanda, b: &Baris, medan: &[&str; 4]) -> Hasil<bool> {
    for (isi, medan) in [&b.a, &b.b, &b.c, &b.d].into_iter().zip(medan) {
        let Some(isi) = isi.as_ref().filter(|t| !t.kosong()) else { continue };
        let teks = isi.buka(store.kunci(), Milik(medan, b.id))?;
        let ada = if *medan == ISI {
            let jawaban: BTreeMap<String, Vec<String>> = serde_json::from_str(&teks).unwrap_or_default();
            jawaban.values().flatten().any(|t| tanda.di(t))
        } else {
            tanda.di(&teks)
        };
        if ada {
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_known_however_it_was_typed() {
        let t = |teks| Tanda::urai(teks).unwrap();
        assert_eq!(t(" 6408 0112 3456 0001 "), t("6408.0112.3456.0001"));
        assert_eq!(t("+62 812-3456-7890"), t("0812 3456 7890"));
        assert_eq!(t("Sari@Contoh.id"), t(" sari@contoh.id"));
        assert!(t("081234567890").di("0812-3456-7890 / sari@contoh.id") && t("sari@contoh.id").di("0812-3456-7890 / sari@contoh.id"));
        assert!(!t("081234567890").di("081234567891") && !t("6408011234560001").di("64080112345600012"));
        for salah in ["", "Sari", "12", "a@b", "sari @contoh.id", "0812x3456789"] {
            assert!(Tanda::urai(salah).is_none(), "{salah}");
        }
        let titik = Titik(2, Uuid::from_u128(7));
        assert_eq!(titik.to_string().parse(), Ok(titik));
        assert!("x".parse::<Titik>().is_err() && "1.x".parse::<Titik>().is_err());
    }
}
