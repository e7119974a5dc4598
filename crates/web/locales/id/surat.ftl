### Mail of the program: its state, and what could not be sent.

surat-judul = Pengiriman surel
surat-cara-mati = Surel belum diatur, jadi kata sandi yang terlupa hanya dapat diganti lewat tautan sekali pakai dari administrator. Pengelola server menyalakannya pada berkas prima.toml di folder data, bagian [surat]; contohnya ada di README.
surat-cara-berkas = Surel ditulis sebagai berkas di server dan tidak dikirim. Cocok untuk mencoba, bukan untuk dipakai.
surat-cara-smtp = Surel dikirim lewat server surel yang diatur pada prima.toml. Yang gagal dicoba lagi dengan jeda yang makin panjang.
surat-uji = Kirim surel percobaan ke { $surel }
surat-uji-antre = Surel percobaan masuk antrean. Bila gagal, sebabnya tampil di halaman ini.
surat-uji-judul = Prima: surel percobaan
surat-uji-isi = Surel dari Prima sampai. Tidak ada yang perlu dilakukan.
surat-gagal = Belum terkirim
surat-gagal-isi = Isi dan alamatnya tidak ditampilkan, karena dapat memuat tautan sekali pakai. Sebabnya ditulis oleh server surel.
surat-kosong = Tidak ada surel yang gagal
surat-kosong-isi = Surel yang tidak dapat dikirim tampil di sini bersama sebabnya.
surat-dibuat = Dibuat
surat-coba = Percobaan
surat-sebab = Sebab
surat-menyerah = Tidak dicoba lagi
surat-dicoba-lagi = Dicoba lagi
surat-ulangi = Coba lagi
surat-buang = Buang
surat-diulangi = Surel itu dicoba lagi.
surat-dibuang = Surel itu dibuang.
