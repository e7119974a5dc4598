//! The draft of a decree and an attendance list.

use dokumen::masukan::{BarisHadir, DaftarHadir, LampiranSk, PenandaTangan, PeranTandaTangan, SuratKeputusan};

use super::kepala;

fn t(s: &str) -> String {
    s.to_owned()
}

pub fn surat_keputusan() -> SuratKeputusan {
    SuratKeputusan {
        kepala: kepala(),
        pejabat: t("Sekretaris Daerah Kabupaten Kutai Timur"),
        tentang: t("Unit Lokus Evaluasi Kinerja Penyelenggaraan Pelayanan Publik Tahun 2023"),
        menimbang: vec![t("bahwa evaluasi perlu dilaksanakan;"), t("bahwa unit lokus perlu ditetapkan;")],
        mengingat: vec![t("Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;")],
        menetapkan: vec![t("Unit lokus sebagaimana tercantum dalam lampiran."), t("Keputusan ini berlaku sejak tanggal ditetapkan.")],
        tempat: Some(t("Sangatta")),
        tanggal: None,
        penanda_tangan: PenandaTangan {
            peran: PeranTandaTangan::WakilPenanggungjawab,
            nama: t("Contoh Sekretaris, S.E."),
            jabatan: t("Sekretaris Daerah"),
            nip: None,
        },
        lampiran: LampiranSk {
            judul: t("Unit lokus"),
            kolom: ["Unit", "Formulir", "Cakupan", "Kategori"].map(t).into(),
            baris: vec![["RSUD Kudungga", "A", "Jasa", "RSUD"].map(t).into(), ["Dinas Sosial", "A", "Barang", "Dinas"].map(t).into()],
        },
    }
}

pub fn daftar_hadir() -> DaftarHadir {
    let h = |nama: &str| BarisHadir { nama: t(nama), jabatan: t("Staf"), unit: t("Dinas Sosial"), cara: t("3 Juli 2023 pukul 09.02 WITA") };
    DaftarHadir {
        kepala: kepala(),
        kegiatan: t("Sosialisasi instrumen"),
        periode: t("PEKPPP Mandiri 2023"),
        waktu: t("3 Juli 2023 pukul 09.00–11.00 WITA"),
        tempat: Some(t("Ruang rapat Bukit Pelangi")),
        agenda: vec![t("Pembukaan"), t("Paparan F01")],
        hadir: vec![h("Contoh Satu"), h("Contoh Dua")],
    }
}
