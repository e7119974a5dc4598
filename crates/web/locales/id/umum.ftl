### Texts that every page shares: layout, forms, errors, dates.

umum-produk = Prima
umum-slogan = Evaluasi pelayanan publik
umum-nama-bahasa = Bahasa Indonesia
umum-lompat = Langsung ke isi
umum-jejak = Letak halaman ini
umum-menu = Menu utama
umum-menu-beranda = Beranda
umum-menu-periode = Periode
umum-menu-pengguna = Pengguna
umum-menu-instansi = Instansi
umum-menu-audit = Jejak audit
umum-menu-hasil = Hasil evaluasi
umum-menu-peringkat = Peringkat
umum-menu-verifikasi = Periksa dokumen
umum-menu-akun = Akun saya
umum-bantuan = Bantuan
umum-masuk = Masuk
umum-keluar = Keluar
umum-simpan = Simpan
umum-batal = Batal
umum-opsional = (boleh dikosongkan)
umum-pilih = Pilih …
umum-ke-beranda = Ke beranda
umum-kaki = Prima – pemantauan dan evaluasi kinerja penyelenggaraan pelayanan publik
umum-ilustrasi = ILUSTRASI
umum-ilustrasi-isi = Nilai pada halaman ini adalah contoh buatan, bukan hasil evaluasi sebenarnya.
umum-kategori = Kategori { $huruf }
umum-kemajuan = { $selesai } dari { $dari }
umum-tahap-selesai = Selesai
umum-tahap-berjalan = Sedang berjalan
umum-tahap-menunggu = Belum mulai
umum-salah-judul = { $jumlah ->
    [one] Ada satu isian yang perlu diperbaiki
   *[other] Ada { $jumlah } isian yang perlu diperbaiki
}
umum-wajib = Isian ini wajib diisi.
umum-terlalu-panjang = Paling banyak { $maks } karakter.
umum-waktu = { $tanggal } pukul { $jam } { $zona }
umum-id-permintaan = Nomor permintaan: { $id }

umum-bulan-januari = Januari
umum-bulan-februari = Februari
umum-bulan-maret = Maret
umum-bulan-april = April
umum-bulan-mei = Mei
umum-bulan-juni = Juni
umum-bulan-juli = Juli
umum-bulan-agustus = Agustus
umum-bulan-september = September
umum-bulan-oktober = Oktober
umum-bulan-november = November
umum-bulan-desember = Desember

umum-400-judul = Permintaan tidak dapat dibaca
umum-400-isi = Peramban mengirim sesuatu yang tidak kami pahami. Tidak ada yang disimpan. Kembali ke halaman sebelumnya dan coba sekali lagi.
umum-401-judul = Anda belum masuk
umum-401-isi = Sesi Anda sudah berakhir atau Anda belum masuk. Masuk dahulu, lalu ulangi.
umum-403-judul = Anda tidak berhak membuka halaman ini
umum-403-isi = Akun Anda tidak memiliki peran untuk ini. Jika menurut Anda seharusnya bisa, hubungi penyelenggara di instansi Anda.
umum-404-judul = Halaman tidak ditemukan
umum-404-isi = Alamat ini tidak ada, atau berada di luar lingkup tugas Anda. Periksa alamatnya atau mulai dari beranda.
umum-409-judul = Keadaan sudah berubah
umum-413-judul = Kiriman terlalu besar
umum-413-isi = Isi yang dikirim melebihi batas. Tidak ada yang disimpan. Kecilkan berkasnya, lalu kirim lagi.
umum-429-judul = Terlalu banyak permintaan
umum-429-isi = Tunggu sebentar, lalu muat ulang halaman ini. Yang sudah tersimpan tetap aman.
umum-500-judul = Terjadi kesalahan pada program
umum-500-isi = Ini bukan kesalahan Anda. Tidak ada yang disimpan dari langkah terakhir. Coba lagi; jika terulang, sampaikan nomor permintaan di bawah kepada pengelola.
umum-503-judul = Server sedang sibuk
umum-503-isi = Permintaan tidak selesai pada waktunya. Tunggu sebentar, lalu coba lagi.
umum-tidak-tersimpan-judul = Belum tersimpan
umum-tidak-tersimpan-isi = Penyimpanan sedang tidak dapat menulis, jadi tidak ada yang disimpan dari langkah terakhir. Kembali ke halaman sebelumnya: isian Anda masih ada di sana. Jika terulang, sampaikan nomor permintaan di bawah kepada pengelola.
umum-lintas-judul = Kiriman dari situs lain ditolak
umum-lintas-isi = Formulir ini tidak dikirim dari halaman Prima. Buka halamannya langsung, lalu kirim dari sana.
