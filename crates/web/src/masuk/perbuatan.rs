//! What a held form was going to do, in words: the deed by its address, and the unit or period it is about. A deed that is not
//! in the table would come back nameless, so a test walks every route that takes a form.

use store::hak;

use crate::{AppState, konteks::Konteks};

/// Beginnings of addresses, the special before the general; `*` is any one part.
const TABEL: &[(&str, &str)] = &[
    ("lokus/*/f01/pengiriman", "perbuatan-f01-kirim"),
    ("lokus/*/f01/siap", "perbuatan-f01-siap"),
    ("lokus/*/f01/luring", "perbuatan-f01-luring"),
    ("lokus/*/f01", "perbuatan-f01"),
    ("lokus/*/bukti/*/penghapusan", "perbuatan-bukti-hapus"),
    ("lokus/*/bukti", "perbuatan-bukti"),
    ("lokus/*/unggahan", "perbuatan-bukti"),
    ("lokus/*/f02/selesai", "perbuatan-f02-selesai"),
    ("lokus/*/f02/konsensus", "perbuatan-f02-sepakat"),
    ("lokus/*/f02/pernyataan", "perbuatan-benturan"),
    ("lokus/*/f02", "perbuatan-f02"),
    ("lapangan/unit", "perbuatan-lapangan"),
    ("lokus/*/f03/bundel", "perbuatan-f03-tolak"),
    ("lokus/*/f03/kertas", "perbuatan-f03-kertas"),
    ("lokus/*/f03", "perbuatan-f03"),
    ("lokus/*/pra-evaluasi/catatan", "perbuatan-pra-catatan"),
    ("lokus/*/pra-evaluasi", "perbuatan-pra"),
    ("lokus/*/hak-jawab/jawaban", "perbuatan-hak-jawab-balas"),
    ("lokus/*/hak-jawab", "perbuatan-hak-jawab"),
    ("lokus/*/berita-acara", "perbuatan-ba-baru"),
    ("berita-acara/*/tanda-tangan", "perbuatan-ba-tanda"),
    ("berita-acara/*/pembatalan", "perbuatan-ba-batal"),
    ("berita-acara", "perbuatan-ba"),
    ("lokus/*/hasil", "perbuatan-hasil"),
    ("lokus/*/jadwal", "perbuatan-jadwal-terima"),
    ("lokus/*/kondisi-terkini", "perbuatan-kondisi"),
    ("lokus/*/lhe", "perbuatan-lhe"),
    ("lokus/*/pemantauan", "perbuatan-pemantauan"),
    ("lokus/*/penyampaian", "perbuatan-penyampaian"),
    ("lokus/*/perpanjangan", "perbuatan-perpanjangan"),
    ("lokus/*/rekomendasi", "perbuatan-rekomendasi"),
    ("lokus/*/tindak-lanjut/*/verifikasi", "perbuatan-tl-periksa"),
    ("lokus/*/tindak-lanjut/*/kemajuan", "perbuatan-tl-kemajuan"),
    ("lokus/*/tindak-lanjut", "perbuatan-tl-rencana"),
    ("lokus", "perbuatan-lokus"),
    ("periode/baru", "perbuatan-periode-baru"),
    ("periode/*/anggaran", "perbuatan-anggaran"),
    ("periode/*/evaluator", "perbuatan-evaluator"),
    ("periode/*/fase", "perbuatan-fase"),
    ("periode/*/hak-jawab", "perbuatan-periode-hak-jawab"),
    ("periode/*/jadwal", "perbuatan-jadwal"),
    ("periode/*/kegiatan", "perbuatan-kegiatan"),
    ("periode/*/lokus", "perbuatan-lokus-pilih"),
    ("periode/*/metode", "perbuatan-metode"),
    ("periode/*/pembinaan", "perbuatan-pembinaan"),
    ("periode/*/penerbitan", "perbuatan-terbit"),
    ("periode/*/penghargaan", "perbuatan-penghargaan"),
    ("periode/*/penyerahan", "perbuatan-serah"),
    ("periode/*/perpanjangan", "perbuatan-perpanjangan"),
    ("periode/*/salin", "perbuatan-salin"),
    ("periode/*/sk", "perbuatan-sk"),
    ("periode", "perbuatan-periode"),
    ("edisi", "perbuatan-edisi"),
    ("diterima", "perbuatan-validasi"),
    ("nasional/laporan", "perbuatan-lapnas"),
    ("survei/*/impor", "perbuatan-survei-impor"),
    ("survei/*/kertas", "perbuatan-survei-kertas"),
    ("survei/*/laporan", "perbuatan-survei-laporan"),
    ("survei/*/penerbitan", "perbuatan-survei-terbit"),
    ("survei/*/tindak-lanjut", "perbuatan-survei-tl"),
    ("survei", "perbuatan-survei"),
    ("layanan/maklumat", "perbuatan-maklumat"),
    ("layanan/pengumuman", "perbuatan-pengumuman"),
    ("layanan", "perbuatan-layanan"),
    ("aduan/*/jawaban", "perbuatan-aduan-jawab"),
    ("aduan/konsultasi", "perbuatan-konsultasi"),
    ("aduan", "perbuatan-aduan"),
    ("berkas", "perbuatan-berkas"),
    ("gerai", "perbuatan-antrean"),
    ("mpp/*/hari-ini", "perbuatan-antrean"),
    ("mpp/*/pesanan", "perbuatan-pesanan"),
    ("mpp/*/jadwal", "perbuatan-pesanan"),
    ("mpp/usulan", "perbuatan-mpp-usulan"),
    ("mpp/tanggapan", "perbuatan-mpp-tanggapan"),
    ("mpp", "perbuatan-mpp"),
    ("kasir", "perbuatan-kasir"),
    ("hari-kerja", "perbuatan-hari-kerja"),
    ("kalender", "perbuatan-kalender"),
    ("pemberitahuan", "perbuatan-kabar"),
    ("akun", "perbuatan-akun"),
    ("admin/pengguna", "perbuatan-pengguna"),
    ("admin/instansi", "perbuatan-instansi"),
    ("admin/unit", "perbuatan-instansi"),
    ("admin/impor", "perbuatan-impor"),
    ("admin/insiden", "perbuatan-insiden"),
    ("admin/data-pribadi", "perbuatan-pdp"),
    ("admin", "perbuatan-admin"),
];

/// Catalogue key of what a form sent to `jalur` does; `None` for an address that is not in the table.
#[must_use]
pub fn kunci(jalur: &str) -> Option<&'static str> {
    let jalur = jalur.split('?').next().unwrap_or_default();
    let bagian: Vec<&str> = jalur.split('/').filter(|b| !b.is_empty()).collect();
    let cocok = |pola: &str| {
        let pola: Vec<&str> = pola.split('/').collect();
        pola.len() <= bagian.len() && pola.iter().zip(&bagian).all(|(p, b)| *p == "*" || p == b)
    };
    TABEL.iter().find(|(pola, _)| cocok(pola)).map(|(_, kunci)| *kunci)
}

/// The unit and period, or the period, that the form is about; `None` where there is none or the reader may not see it.
pub(super) async fn tempat(app: &AppState, k: &Konteks, jalur: &str) -> Option<String> {
    let pelaku = k.pelaku.as_ref()?;
    let mut bagian = jalur.split(['/', '?']).filter(|b| !b.is_empty());
    match (bagian.next()?, bagian.next()?) {
        ("lokus", id) => lokus(app, pelaku, id).await,
        ("lapangan", "unit") => lokus(app, pelaku, bagian.next()?).await,
        ("periode", id) => Some(hak::periode(&app.store, pelaku, id.parse().ok()?).await.ok()?.periode.nama),
        _ => None,
    }
}

async fn lokus(app: &AppState, pelaku: &hak::Pelaku, id: &str) -> Option<String> {
    let l = hak::lokus(&app.store, pelaku, id.parse().ok()?).await.ok()?.lokus;
    Some(format!("{} · {}", l.unit, l.periode))
}
