### The working calendar of an office.

kalender-judul = Kalender kerja
kalender-pengantar = Tenggat dalam hari kerja, jam pemesanan, dan antrean MPP mengikuti kalender ini. Tenggat perbaikan F01 dan hak jawab yang sudah diberikan tidak ikut berubah; tanggal janji permohonan warga yang belum selesai dan tenggat laporan warga yang belum lewat bergeser. Pemohon diberi tahu tanggal baru dan alasannya.
kalender-aturan = Aturan mingguan
kalender-aturan-bawaan = Belum diatur: Sabtu dan Minggu libur, cuti bersama libur.
kalender-pekan = Hari kerja
kalender-lima-hari = Senin sampai Jumat
kalender-enam-hari = Senin sampai Sabtu
kalender-cuti = Cuti bersama
kalender-cuti-libur = Libur, tidak dihitung
kalender-cuti-kerja = Tetap masuk kerja
kalender-cuti-bantu = Banyak kantor pelayanan tetap buka pada cuti bersama.
kalender-cuti-bersama = cuti bersama
kalender-hak-jawab = Lama hak jawab untuk periode baru (hari kerja)
kalender-hak-jawab-bantu = Angka 5 adalah pilihan program ini; tidak ada aturan yang kami temukan menyebut lamanya.
kalender-sumber = Dasar
kalender-sumber-bantu = Misalnya nomor peraturan atau surat edaran. Boleh kosong.
kalender-simpan = Simpan aturan
kalender-hari-sendiri = Hari khusus kantor ini
kalender-hari-kosong = Belum ada hari khusus
kalender-hari-kosong-isi = Tambahkan hari libur daerah, hari libur nasional yang belum ada di daftar, atau hari masuk pengganti.
kalender-tanggal = Tanggal
kalender-tanggal-wajib = Pilih tanggalnya.
kalender-tanggal-ada = Tanggal ini sudah ada di daftar.
kalender-jenis = Jenis
kalender-jenis-libur = Libur
kalender-jenis-kerja = Masuk kerja
kalender-nama = Nama hari
kalender-nama-bantu = Misalnya: HUT kabupaten.
kalender-nama-wajib = Tulis nama harinya.
kalender-dicatat = Dicatat
kalender-tindakan = Tindakan
kalender-hapus = Hapus
kalender-tambah = Tambah hari
kalender-nasional = Hari libur nasional dan cuti bersama
kalender-nasional-isi = Daftar bawaan program. Cocokkan dengan keputusan bersama tiga menteri tahun itu; selisihnya catat sebagai hari khusus. Tahun tanpa daftar hanya melewati akhir pekan dan hari khusus.
kalender-perkiraan-lencana = Perkiraan
kalender-tanpa-daftar = Daftar hari libur { $tahun } belum ada: hanya akhir pekan dan hari khusus kantor yang dilewati.
kalender-perkiraan = Daftar hari libur { $tahun } masih perkiraan.
kalender-tersimpan = Aturan kalender disimpan.
kalender-hari-ditambah = Hari ditambahkan.
kalender-hari-dihapus = Hari dihapus dari kalender.
kalender-libur-tetap-buka = Hari libur ditambahkan. Ada MPP yang tetap buka pada hari itu karena kepalanya sudah memutuskan jamnya: lihat pada daftar. Pesanan di sana tetap berlaku, dan kepalanya dikabari. Di MPP lain warga yang sudah memesan ditawari waktu lain.
kalender-mpp-buka = { $mpp } tetap buka { $jam } menurut putusan kepalanya; { $jumlah ->
    [0] belum ada pesanan pada hari itu.
    *[other] { $jumlah } pesanan tetap berlaku.
    }
kalender-libur-ditambah = Hari libur ditambahkan. Bila ada warga yang sudah memesan waktu pada hari itu, mereka ditawari waktu lain dan petugas depan MPP dikabari.
