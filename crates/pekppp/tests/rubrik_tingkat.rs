//! Every level of every indicator of form A is reached from F01 answers.

#![cfg(test)]

mod dukungan;

use dukungan::{edisi, usulan};
use pekppp::{Nilai, Usulan};

fn uji(kode: &str, tingkat: &[(i64, &str)]) {
    for (nilai, isi) in tingkat {
        let teks = format!("{kode}: {isi}");
        match usulan(&teks) {
            Usulan::Skor { nilai: n, alasan } => {
                assert_eq!(n, Nilai::baru(*nilai).unwrap(), "{teks}: {alasan}");
                assert!(alasan.contains(&format!("tingkat {nilai}")), "{alasan}");
                assert!(alasan.contains('?'), "the reason names an answer: {alasan}");
            }
            lain => panic!("{teks}: {lain:?}"),
        }
    }
}

macro_rules! tingkat {
    ($($nama:ident $kode:literal: $($nilai:literal $isi:literal,)+;)+) => {
        $(#[test] fn $nama() { uji($kode, &[$(($nilai, $isi)),+]); })+
        const DIUJI: &[(&str, &[i64])] = &[$(($kode, &[$($nilai),+])),+];
    };
}

tingkat! {
    i01 "1.a.Ak":
        0 "sp_dibuat=tidak",
        1 "sp_dibuat=ya;jumlah_jenis_pelayanan=3;jumlah_sp=3;sp_14_komponen=tidak",
        2 "sp_dibuat=ya;jumlah_jenis_pelayanan=3;jumlah_sp=3;sp_14_komponen=ya;sp_ditetapkan=tidak",
        3 "sp_dibuat=ya;jumlah_jenis_pelayanan=3;jumlah_sp=3;sp_14_komponen=ya;sp_ditetapkan=ya;sp_libatkan_masyarakat=tidak",
        4 "sp_dibuat=ya;jumlah_jenis_pelayanan=3;jumlah_sp=3;sp_14_komponen=ya;sp_ditetapkan=ya;sp_libatkan_masyarakat=ya;sp_monev=tidak",
        5 "sp_dibuat=ya;jumlah_jenis_pelayanan=3;jumlah_sp=3;sp_14_komponen=ya;sp_ditetapkan=ya;sp_libatkan_masyarakat=ya;sp_monev=ya",;
    i02 "2.a.P":
        0 "sp_libatkan_masyarakat=tidak",
        1 "sp_libatkan_masyarakat=ya;unsur_dilibatkan=ahli",
        2 "sp_libatkan_masyarakat=ya;unsur_dilibatkan=ahli,media",
        3 "sp_libatkan_masyarakat=ya;unsur_dilibatkan=ahli,media,instansi",
        4 "sp_libatkan_masyarakat=ya;unsur_dilibatkan=ahli,media,instansi,organisasi",
        5 "sp_libatkan_masyarakat=ya;unsur_dilibatkan=ahli,media,instansi,organisasi,pengguna",;
    i03 "3.a.T":
        0 "sp_dipublikasikan=tidak",
        1 "sp_dipublikasikan=ya;semua_6_komponen=tidak;media_publikasi=cetak",
        2 "sp_dipublikasikan=ya;semua_6_komponen=ya;media_publikasi=cetak,website,aplikasi",
        3 "sp_dipublikasikan=ya;semua_6_komponen=ya;media_publikasi=cetak,website,sippn",
        4 "sp_dipublikasikan=ya;semua_6_komponen=ya;media_publikasi=cetak,website,aplikasi,sippn",
        5 "sp_dipublikasikan=ya;semua_6_komponen=ya;media_publikasi=cetak,website,aplikasi,reklame,sippn",;
    i04 "4.a.K":
        0 "frekuensi_dan_cakupan=tidak_ditinjau", 1 "frekuensi_dan_cakupan=tiga_tahun_seluruh",
        2 "frekuensi_dan_cakupan=dua_tahun_sebagian", 3 "frekuensi_dan_cakupan=dua_tahun_seluruh",
        4 "frekuensi_dan_cakupan=satu_tahun_sebagian", 5 "frekuensi_dan_cakupan=satu_tahun_seluruh",;
    i05 "5.a.K":
        0 "maklumat_ada=tidak",
        1 "maklumat_ada=ya;maklumat_ditetapkan=tidak",
        2 "maklumat_ada=ya;maklumat_ditetapkan=ya;isi_sesuai=tidak",
        3 "maklumat_ada=ya;maklumat_ditetapkan=ya;isi_sesuai=ya;dipublikasikan=tidak",
        4 "maklumat_ada=ya;maklumat_ditetapkan=ya;isi_sesuai=ya;dipublikasikan=ya;media=non_elektronik",
        5 "maklumat_ada=ya;maklumat_ditetapkan=ya;isi_sesuai=ya;dipublikasikan=ya;media=non_elektronik,elektronik",;
    i06 "6.a.B":
        0 "skm_dilaksanakan=tidak",
        1 "skm_dilaksanakan=ya;sesuai_permenpanrb=tidak",
        2 "skm_dilaksanakan=ya;sesuai_permenpanrb=ya;dipublikasikan=tidak",
        3 "skm_dilaksanakan=ya;sesuai_permenpanrb=ya;dipublikasikan=ya;media=non_elektronik",
        4 "skm_dilaksanakan=ya;sesuai_permenpanrb=ya;dipublikasikan=ya;media=non_elektronik,elektronik;ditindaklanjuti=tidak",
        5 "skm_dilaksanakan=ya;sesuai_permenpanrb=ya;dipublikasikan=ya;media=non_elektronik,elektronik;ditindaklanjuti=ya",;
    i07 "7.a.T":
        0 "media_publikasi_skm=tidak_ada", 1 "media_publikasi_skm=cetak", 2 "media_publikasi_skm=cetak,website",
        3 "media_publikasi_skm=cetak,website,aplikasi", 4 "media_publikasi_skm=cetak,website,aplikasi,reklame",
        5 "media_publikasi_skm=cetak,website,aplikasi,reklame,media_sosial",;
    i08 "8.a.Ak":
        0 "ada_rencana=tidak",
        1 "ada_rencana=ya;persen_realisasi=0;ada_laporan=tidak",
        2 "ada_rencana=ya;persen_realisasi=29.99;ada_laporan=ya",
        3 "ada_rencana=ya;persen_realisasi=30;ada_laporan=ya",
        3 "ada_rencana=ya;persen_realisasi=80;ada_laporan=ya",
        4 "ada_rencana=ya;persen_realisasi=80.01;ada_laporan=ya",
        5 "ada_rencana=ya;persen_realisasi=100;ada_laporan=ya",;
    i09 "9.a.Ak":
        0 "ditindaklanjuti=tidak", 1 "ditindaklanjuti=ya;lama_bulan=bulan_12", 2 "ditindaklanjuti=ya;lama_bulan=bulan_9",
        3 "ditindaklanjuti=ya;lama_bulan=bulan_6", 4 "ditindaklanjuti=ya;lama_bulan=bulan_3",
        5 "ditindaklanjuti=ya;lama_bulan=bulan_1",;
    i10 "10.b.As":
        0 "waktu_memudahkan=tidak", 1 "waktu_memudahkan=ya;bentuk=kebijakan", 2 "waktu_memudahkan=ya;bentuk=kebijakan,tanpa_jeda",
        3 "waktu_memudahkan=ya;bentuk=kebijakan,tanpa_jeda,inti_24_jam",
        4 "waktu_memudahkan=ya;bentuk=kebijakan,tanpa_jeda,inti_24_jam,tambahan_hari_kerja",
        5 "waktu_memudahkan=ya;bentuk=kebijakan,tanpa_jeda,inti_24_jam,tambahan_hari_kerja,tambahan_libur_rutin",;
    i11 "11.b.K":
        0 "ada_aturan=tidak", 1 "ada_aturan=ya;unsur=nilai_dasar", 2 "ada_aturan=ya;unsur=nilai_dasar,sanksi",
        3 "ada_aturan=ya;unsur=nilai_dasar,sanksi,penghargaan", 4 "ada_aturan=ya;unsur=nilai_dasar,sanksi,penghargaan,larangan_kkn",
        5 "ada_aturan=ya;unsur=nilai_dasar,sanksi,penghargaan,larangan_kkn,larangan_diskriminasi",;
    i12 "12.b.Ak":
        0 "mekanisme=tidak_ada", 1 "mekanisme=diklat", 2 "mekanisme=diklat,lain", 3 "mekanisme=diklat,lain,konseling",
        4 "mekanisme=diklat,lain,konseling,beasiswa", 5 "mekanisme=diklat,lain,konseling,beasiswa,penghargaan",;
    i13 "13.b.K":
        0 "kriteria=tidak_ada", 1 "kriteria=kehadiran", 1 "kriteria=kehadiran,penampilan",
        2 "kriteria=kehadiran,penampilan,inovatif", 2 "kriteria=kehadiran,penampilan,inovatif,kerja_sama,tanpa_komplain",
        3 "kriteria=kinerja", 3 "kriteria=kinerja,kehadiran", 4 "kriteria=kinerja,kehadiran,penampilan",
        4 "kriteria=kinerja,kehadiran,penampilan,inovatif", 5 "kriteria=kinerja,kehadiran,penampilan,inovatif,kerja_sama",;
    i14 "14.b.K":
        0 "unsur=tidak_ada", 1 "unsur=seragam", 2 "unsur=seragam,nilai", 3 "unsur=seragam,nilai,lima_s",
        4 "unsur=seragam,nilai,lima_s,atribut", 5 "unsur=seragam,nilai,lima_s,atribut,identitas",;
    i15 "15.c.K":
        0 "ada_parkir=tidak", 1 "ada_parkir=ya;fasilitas=cctv", 2 "ada_parkir=ya;fasilitas=cctv,karcis",
        3 "ada_parkir=ya;fasilitas=cctv,karcis,kanopi", 4 "ada_parkir=ya;fasilitas=cctv,karcis,kanopi,petugas",
        5 "ada_parkir=ya;fasilitas=cctv,karcis,kanopi,petugas,lainnya,pemisahan",;
    i16 "16.c.As":
        0 "fasilitas=tidak_ada", 1 "fasilitas=kursi,pendingin", 2 "fasilitas=kursi,pendingin,wifi",
        3 "fasilitas=kursi,pendingin,wifi,televisi", 4 "fasilitas=kursi,pendingin,wifi,televisi,bacaan",
        5 "fasilitas=kursi,pendingin,wifi,televisi,bacaan,air_minum",;
    i17 "17.c.As":
        0 "ada_toilet=tidak", 1 "ada_toilet=ya;kondisi=wastafel", 2 "ada_toilet=ya;kondisi=wastafel,air_bersih",
        3 "ada_toilet=ya;kondisi=wastafel,air_bersih,monev", 4 "ada_toilet=ya;kondisi=wastafel,air_bersih,monev,lainnya",
        5 "ada_toilet=ya;kondisi=wastafel,air_bersih,monev,lainnya,terpisah",;
    i18 "18.c.K":
        0 "sarana=tidak_ada", 1 "sarana=ramp", 1 "sarana=ramp,lift,loket", 2 "sarana=ramp,lift,loket,parkir",
        2 "sarana=ramp,lift,loket,parkir,selasar,toilet", 3 "sarana=ramp,lift,loket,parkir,selasar,toilet,laktasi",
        3 "sarana=ramp,lift,loket,parkir,selasar,toilet,laktasi,arena_anak,pendukung",
        4 "sarana=ramp,lift,loket,parkir,selasar,toilet,laktasi,arena_anak,pendukung,alat_bantu",
        4 "sarana=ramp,lift,loket,parkir,selasar,toilet,laktasi,arena_anak,pendukung,alat_bantu,pintu_masuk,ruang_tunggu",
        5 "sarana=ramp,lift,loket,parkir,selasar,toilet,laktasi,arena_anak,pendukung,alat_bantu,pintu_masuk,ruang_tunggu,guiding_block",;
    i19 "19.c.As":
        0 "fasilitas=tidak_ada", 1 "fasilitas=apar", 2 "fasilitas=apar,p3k", 3 "fasilitas=apar,p3k,cctv",
        4 "fasilitas=apar,p3k,cctv,kantin", 5 "fasilitas=apar,p3k,cctv,kantin,ibadah,sampah",;
    i20 "20.c.B":
        0 "fasilitas=tidak_ada", 1 "fasilitas=meja", 2 "fasilitas=meja,layar", 3 "fasilitas=meja,layar,cetak",
        4 "fasilitas=meja,layar,cetak,register", 5 "fasilitas=meja,layar,cetak,register,petugas,lainnya",;
    i21 "21.d.T":
        0 "ada_sipp=tidak",
        1 "ada_sipp=ya;jenis=non_elektronik;non_elektronik=lisan",
        2 "ada_sipp=ya;jenis=non_elektronik;non_elektronik=lisan,papan,cetak",
        3 "ada_sipp=ya;jenis=elektronik;elektronik=belum_daring;pakai_sippn=tidak",
        4 "ada_sipp=ya;jenis=elektronik;elektronik=daring;pakai_sippn=tidak",
        5 "ada_sipp=ya;jenis=elektronik;elektronik=daring;pakai_sippn=ya;jumlah_layanan_di_sippn=3 | 1.a.Ak: jumlah_jenis_pelayanan=3",;
    i22 "22.d.B":
        0 "unsur=tidak_ada", 1 "unsur=data_sp", 2 "unsur=data_sp,lapor", 3 "unsur=data_sp,lapor,skm",
        4 "unsur=data_sp,lapor,skm,kinerja", 5 "unsur=data_sp,lapor,skm,kinerja,lainnya",;
    i23 "23.d.As":
        0 "punya_sipp_elektronik=tidak",
        1 "punya_sipp_elektronik=ya;mudah_dioperasikan=ya;mudah_diakses=tidak",
        2 "punya_sipp_elektronik=ya;mudah_dioperasikan=ya;mudah_diakses=ya;kompatibel=tidak",
        3 "punya_sipp_elektronik=ya;mudah_dioperasikan=ya;mudah_diakses=ya;kompatibel=ya;domain_go_id=tidak",
        4 "punya_sipp_elektronik=ya;mudah_dioperasikan=ya;mudah_diakses=ya;kompatibel=ya;domain_go_id=ya;navigasi_mudah=tidak",
        5 "punya_sipp_elektronik=ya;mudah_dioperasikan=ya;mudah_diakses=ya;kompatibel=ya;domain_go_id=ya;navigasi_mudah=ya",;
    i24 "24.d.T":
        0 "ada_pemutakhiran=tidak", 1 "ada_pemutakhiran=ya;jangka_waktu=tahunan", 2 "ada_pemutakhiran=ya;jangka_waktu=semesteran",
        3 "ada_pemutakhiran=ya;jangka_waktu=bulanan", 4 "ada_pemutakhiran=ya;jangka_waktu=mingguan",
        5 "ada_pemutakhiran=ya;jangka_waktu=harian",;
    i25 "25.e.P":
        0 "fasilitas=tidak_ada", 1 "fasilitas=petugas", 2 "fasilitas=petugas,minuman", 3 "fasilitas=petugas,minuman,register",
        4 "fasilitas=petugas,minuman,register,mekanisme", 5 "fasilitas=petugas,minuman,register,mekanisme,kotak_saran",
        5 "fasilitas=petugas,minuman,register,mekanisme,kotak_saran;fasilitas_lain=ruang tenang",;
    i26 "26.e.P":
        0 "ada_sarana=tidak", 1 "ada_sarana=ya;sarana=menyatu", 2 "ada_sarana=ya;sarana=terpisah",
        3 "ada_sarana=ya;sarana=menyatu,surel", 4 "ada_sarana=ya;sarana=terpisah,website",
        5 "ada_sarana=ya;sarana=terpisah,lapor",;
    i27 "27.e.Ak":
        0 "dokumentasi=tidak",
        1 "dokumentasi=ya;diarsipkan=ya;dilaporkan=tidak",
        2 "dokumentasi=ya;diarsipkan=ya;dilaporkan=ya;dimonev=tidak",
        3 "dokumentasi=ya;diarsipkan=ya;dilaporkan=ya;dimonev=ya;ditindaklanjuti=tidak",
        4 "dokumentasi=ya;diarsipkan=ya;dilaporkan=ya;dimonev=ya;ditindaklanjuti=ya;dipublikasikan=tidak",
        5 "dokumentasi=ya;diarsipkan=ya;dilaporkan=ya;dimonev=ya;ditindaklanjuti=ya;dipublikasikan=ya",;
    i28 "28.e.Ak":
        0 "masuk_total=4;selesai_total=0;terhubung_lapor=tidak",
        1 "masuk_total=10;selesai_total=4;terhubung_lapor=tidak",
        2 "masuk_total=10;selesai_total=5;terhubung_lapor=tidak",
        3 "masuk_total=100;selesai_total=49;terhubung_lapor=ya;masuk_lapor=100;selesai_lapor=49",
        4 "masuk_total=100;selesai_total=50;terhubung_lapor=ya;masuk_lapor=100;selesai_lapor=50",
        4 "masuk_total=1000;selesai_total=899;terhubung_lapor=ya;masuk_lapor=1000;selesai_lapor=899",
        5 "masuk_total=1000;selesai_total=901;terhubung_lapor=ya;masuk_lapor=1000;selesai_lapor=901",;
    i29 "29.f.B":
        0 "ada_inovasi=tidak;masih_belajar=tidak",
        1 "ada_inovasi=tidak;masih_belajar=ya",
        2 "ada_inovasi=ya;lama=kurang_1_tahun;ikut_kompetisi=tidak",
        3 "ada_inovasi=ya;lama=lebih_1_tahun;ikut_kompetisi=tidak",
        4 "ada_inovasi=ya;lama=lebih_1_tahun;ikut_kompetisi=ya;penghargaan=tidak_ada",
        5 "ada_inovasi=ya;lama=lebih_1_tahun;ikut_kompetisi=ya;penghargaan=lokal",;
    i30 "30.f.B":
        0 "ada_sumber_daya=tidak", 1 "ada_sumber_daya=ya;payung_hukum=rancangan;lainnya=sdm",
        2 "ada_sumber_daya=ya;payung_hukum=ada;lainnya=tidak_ada", 3 "ada_sumber_daya=ya;payung_hukum=ada;lainnya=sdm",
        4 "ada_sumber_daya=ya;payung_hukum=ada;lainnya=sdm,anggaran", 5 "ada_sumber_daya=ya;payung_hukum=ada;lainnya=sdm,anggaran,sarana",;
}

#[test]
fn no_indicator_and_no_level_is_left_untested() {
    let kode: Vec<&str> = edisi("pekppp-2022-a").indikator().map(|i| i.kode.as_str()).collect();
    let diuji: Vec<&str> = DIUJI.iter().map(|(kode, _)| *kode).collect();
    assert_eq!(kode, diuji);
    for (kode, nilai) in DIUJI {
        for n in 0..=5 {
            assert!(nilai.contains(&n), "{kode} level {n}");
        }
    }
}

#[test]
fn extra_indicator_counts_too() {
    uji("31", &[(0, "fasilitas=tidak_ada"), (2, "fasilitas=nomor,monitor"), (4, "fasilitas=nomor,monitor,pendaftaran,lainnya")]);
}
