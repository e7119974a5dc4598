//! Instansi, units, accounts, roles, periods, lokus and appointments.

use super::{Acak, Dunia, Jejak, Lokus, Ukuran, borongan::Borongan};
use crate::{
    Hasil, StoreError, Tx,
    audit::Kejadian,
    id::{AkunId, InstansiId, LokusId, PeriodeId, UnitId},
    kueri::Kueri,
    nilai, wilayah,
};
use pekppp::Edisi;
use serde_json::json;
use uuid::Uuid;

const TAHUN: [i64; 3] = [2024, 2025, 2026];
const JENIS: [&str; 5] = ["rsud", "dinas", "kecamatan", "puskesmas", "kelurahan"];
/// One evaluator for every so many units.
const UNIT_PER_EVALUATOR: u32 = 20;

/// One account of each role; `mal`: those of malls too.
pub(super) fn contoh_akun(mal: bool) -> Vec<(String, String)> {
    let peran = ["admin", "nasional", "penyelenggara", "penanggungjawab", "evaluator", "unit-operator", "unit-kepala"];
    let di_mal = ["mpp-kepala", "pelaksana"].iter().filter(|_| mal);
    peran.iter().chain(di_mal).map(|p| ((*p).to_owned(), alamat(p, 0))).collect()
}

pub(super) fn alamat(peran: &str, n: impl std::fmt::Display) -> String {
    format!("{peran}.{n}@simulasi.invalid")
}

struct Orang<'a> {
    b: Borongan<'a>,
    sandi: &'a str,
}

impl Orang<'_> {
    async fn tambah(&mut self, acak: &mut Acak, peran: &str, n: u32, instansi: Option<InstansiId>, unit: Option<UnitId>) -> Hasil<AkunId> {
        let id = AkunId(acak.id());
        let nama = format!("{peran} {n} (ILUSTRASI)");
        self.b.tambah("akun", nilai![id, nama, alamat(peran, n), peran, self.sandi, "id", 1_i64, acak.pada()]).await?;
        self.b.tambah("peran", nilai![acak.id(), id, peran, instansi, unit, acak.pada()]).await?;
        Ok(id)
    }
}

pub(super) async fn isi(
    tx: &Tx,
    (acak, jejak): (&mut Acak, &mut Jejak),
    u: Ukuran,
    sandi: &str,
    bekal: (&'static Edisi, String, String),
) -> Hasil<Dunia> {
    let (edisi, sidik_edisi, sk) = bekal;
    let pemilik = instansi(tx, (acak, jejak), u.nasional).await?;
    let instansi = *pemilik.first().ok_or(StoreError::TidakDitemukan)?;
    let unit = unit(tx, (acak, jejak), &pemilik, u.unit).await?;
    let mut orang = Orang {
        b: Borongan::baru(
            tx,
            &[
                ("akun", "id, nama, surel, jabatan, sandi, bahasa, versi, dibuat"),
                ("peran", "id, akun_id, peran, instansi_id, unit_id, pada"),
            ],
        ),
        sandi,
    };
    orang.tambah(acak, "admin", 0, None, None).await?;
    orang.tambah(acak, "nasional", 0, None, None).await?;
    let penyelenggara = orang.tambah(acak, "penyelenggara", 0, Some(instansi), None).await?;
    let penanggungjawab = orang.tambah(acak, "penanggungjawab", 0, Some(instansi), None).await?;
    let mut lokus: Vec<Lokus> = Vec::new();
    for (n, (unit, milik)) in (0..).zip(unit) {
        let evaluator = match lokus.last() {
            Some(l) if n % UNIT_PER_EVALUATOR > 0 => l.evaluator,
            _ => orang.tambah(acak, "evaluator", n / UNIT_PER_EVALUATOR, Some(instansi), None).await?,
        };
        let operator = orang.tambah(acak, "unit-operator", n, None, Some(unit)).await?;
        let kepala = orang.tambah(acak, "unit-kepala", n, None, Some(unit)).await?;
        lokus.push(Lokus { id: LokusId(Uuid::nil()), unit, instansi: milik, evaluator, operator, kepala });
    }
    orang.b.selesai().await?;
    let mut dunia = Dunia { instansi, periode: vec![], edisi, sidik_edisi, penyelenggara, lokus, sk };
    let (tahun, skema) = if u.nasional { (&TAHUN[2..], "nasional") } else { (&TAHUN[..], "mandiri") };
    for tahun in tahun {
        periode(tx, (acak, jejak), &mut dunia, (*tahun, skema), penanggungjawab).await?;
    }
    Ok(dunia)
}

/// One kabupaten; or the nation, its organiser first.
async fn instansi(tx: &Tx, (acak, jejak): (&mut Acak, &mut Jejak), nasional: bool) -> Hasil<Vec<InstansiId>> {
    let mut semua = Vec::new();
    if nasional {
        for (jenis, kata, banyak) in
            [("kementerian", "Kementerian", 8), ("lembaga", "Lembaga", 4), ("bumn", "BUMN", 4), ("bumd", "BUMD", 4)]
        {
            semua.extend((1..=banyak).map(|n| (format!("sim-{jenis}-{n}"), format!("{kata} Simulasi {n}"), jenis, None)));
        }
        semua.extend(
            wilayah::provinsi().iter().map(|w| (format!("sim-{}", w.kode), format!("Provinsi {}", w.nama), "provinsi", Some(w.kode))),
        );
        semua.extend(wilayah::kabupaten_kota().iter().map(|w| {
            let jenis = if w.nama.starts_with("Kota ") { "kota" } else { "kabupaten" };
            (format!("sim-{}", w.kode), w.nama.to_owned(), jenis, Some(w.kode))
        }));
    } else {
        semua.push(("simulasi".to_owned(), "Kabupaten Simulasi".to_owned(), "kabupaten", Some("99.99")));
    }
    let mut b = Borongan::dengan_jejak(tx, &[("instansi", "id, kode, nama, jenis, wilayah, zona, versi, dibuat")]);
    let mut id = Vec::new();
    for (kode, nama, jenis, wilayah) in semua {
        let satu = InstansiId(acak.id());
        let k = Kejadian::baru("instansi.tambah", "instansi", satu).instansi(satu).rincian(json!({ "kode": kode }));
        jejak.catat(&mut b, None, acak.pada(), k).await?;
        b.tambah("instansi", nilai![satu, kode, format!("{nama} (ILUSTRASI)"), jenis, wilayah, "WITA", 1_i64, acak.pada()]).await?;
        id.push(satu);
    }
    b.selesai().await?;
    Ok(id)
}

/// Units in turn to the instansi.
async fn unit(tx: &Tx, (acak, jejak): (&mut Acak, &mut Jejak), pemilik: &[InstansiId], jumlah: u32) -> Hasil<Vec<(UnitId, InstansiId)>> {
    let mut b = Borongan::dengan_jejak(tx, &[("unit", "id, kode, instansi_id, induk_id, nama, jenis, alamat, versi, dibuat")]);
    let mut semua = Vec::new();
    for n in 0..jumlah {
        let (id, jenis) = (UnitId(acak.id()), JENIS[n as usize % JENIS.len()]);
        let nama = format!("{} Simulasi {:04} (ILUSTRASI)", jenis.to_uppercase(), n + 1);
        let instansi = *pemilik.get(n as usize % pemilik.len().max(1)).ok_or(StoreError::TidakDitemukan)?;
        let kode = format!("sim-{:05}", n + 1);
        let k = Kejadian::baru("unit.tambah", "unit", id).instansi(instansi).rincian(json!({ "kode": kode }));
        jejak.sambung(&mut b, None, acak.pada(), k).await?;
        b.tambah("unit", nilai![id, kode, instansi, None::<UnitId>, nama, jenis, "", 1_i64, acak.pada()]).await?;
        semua.push((id, instansi));
    }
    jejak.segel_semua(&mut b, acak.pada()).await?;
    b.selesai().await?;
    Ok(semua)
}

/// A period with its phases, lokus and appointments; leaves the ids of its lokus in `d`.
async fn periode(
    tx: &Tx,
    (acak, jejak): (&mut Acak, &mut Jejak),
    d: &mut Dunia,
    (tahun, skema): (i64, &str),
    penanggungjawab: AkunId,
) -> Hasil<()> {
    let judul = if skema == "nasional" { "Nasional" } else { "Mandiri" };
    let id = PeriodeId(acak.id());
    let oleh = d.penyelenggara;
    tx.jalankan(
        "INSERT INTO periode (id, kode, instansi_id, nama, tahun, skema, edisi_a, penyatuan, ilustrasi, versi, dibuat, oleh)
         VALUES ($1, $2, $3, $4, $5, $9, $6, 'konsensus', 1, 1, $7, $8)",
        nilai![
            id,
            format!("sim-{tahun}"),
            d.instansi,
            format!("PEKPPP {judul} {tahun} (ILUSTRASI)"),
            tahun,
            d.sidik_edisi.as_str(),
            acak.pada(),
            oleh,
            skema
        ],
    )
    .await?;
    let fase = [("persiapan", "01", "03"), ("pelaksanaan", "04", "08"), ("penyampaian", "09", "10"), ("pemeringkatan", "11", "12")];
    for (f, mulai, selesai) in fase {
        tx.jalankan(
            "INSERT INTO periode_fase (periode_id, fase, mulai, selesai) VALUES ($1, $2, $3, $4)",
            nilai![id, f, format!("{tahun}-{mulai}-01"), format!("{tahun}-{selesai}-28")],
        )
        .await?;
    }
    let sk = acak.id();
    tx.jalankan(
        "INSERT INTO sk (id, periode_id, nomor, tanggal, objek, nama_berkas, pada, oleh) VALUES ($1, $2, $3, $4, $5, 'sk.pdf', $6, $7)",
        nilai![sk, id, format!("{tahun}/ILUSTRASI"), format!("{tahun}-03-02"), d.sk.as_str(), acak.pada(), penanggungjawab],
    )
    .await?;
    let mut b = Borongan::dengan_jejak(
        tx,
        &[
            ("lokus", "id, kode, periode_id, unit_id, formulir, cakupan, kategori, versi, dibuat, oleh"),
            ("penugasan", "id, lokus_id, akun_id, pada, oleh"),
            ("penetapan", "penugasan_id, sk_id, pada, oleh"),
        ],
    );
    for (n, l) in d.lokus.iter_mut().enumerate() {
        l.id = LokusId(acak.id());
        let kode = format!("sim-{tahun}-{:05}", n + 1);
        b.tambah("lokus", nilai![l.id, kode, id, l.unit, "A", "jasa", JENIS[n % JENIS.len()], 1_i64, acak.pada(), oleh]).await?;
        let g = acak.id();
        b.tambah("penugasan", nilai![g, l.id, l.evaluator, acak.pada(), oleh]).await?;
        b.tambah("penetapan", nilai![g, sk, acak.pada(), penanggungjawab]).await?;
        let rincian = json!({ "periode": id, "unit": l.unit, "formulir": "A", "cakupan": "jasa" });
        let k = Kejadian::baru("lokus.tambah", "lokus", l.id).instansi(l.instansi).rincian(rincian);
        jejak.sambung(&mut b, Some(oleh), acak.pada(), k).await?;
        let k =
            Kejadian::baru("evaluator.usul", "penugasan", g).instansi(l.instansi).rincian(json!({ "lokus": l.id, "akun": l.evaluator }));
        jejak.sambung(&mut b, Some(oleh), acak.pada(), k).await?;
        let k = Kejadian::baru("evaluator.tetap", "penugasan", g).instansi(l.instansi).rincian(json!({ "sk": sk }));
        jejak.sambung(&mut b, Some(penanggungjawab), acak.pada(), k).await?;
    }
    jejak.segel_semua(&mut b, acak.pada()).await?;
    b.selesai().await?;
    d.periode.push(id);
    Ok(())
}
