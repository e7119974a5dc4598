### What a period makes for all of its units at once (minutes, reports, conveying them).

massal-sejak = Diminta { $waktu }.
massal-gagal = Pekerjaan terhenti sebentar dan akan dilanjutkan sendiri. Bila lama tidak bertambah, hubungi pengelola sistem.
massal-menyerah = Pekerjaan berhenti karena berulang kali gagal. Yang sudah jadi tetap ada. Kabari pengelola sistem, lalu minta lagi di bawah untuk unit yang tersisa.
massal-tanpa-hak = Anda tidak berhak melakukannya untuk unit ini.
massal-tidak-jadi = Dokumennya gagal dibuat beberapa kali. Buka unitnya; bila di sana juga gagal, hubungi pengelola sistem.
massal-tinggal = Halaman ini boleh ditinggalkan. Menghentikan tidak menghapus yang sudah jadi.
massal-batal = Hentikan
massal-dibatalkan = Dihentikan. Yang sudah jadi tetap ada.
massal-lewat = { $jumlah } unit dilewati:
massal-lewat-lain = dan { $jumlah } unit lagi. Unit yang dilewati tetap terhitung di bawah; minta lagi sesudah sebabnya beres.
massal-depan = Bagian nomor sebelum nomor urut
massal-mulai = Nomor urut pertama
massal-mulai-bantu = Unit diurutkan menurut nama; nomornya naik satu setiap unit.
massal-mulai-salah = Tulis bilangan bulat dari 1 sampai 999999.
massal-belakang = Bagian nomor sesudah nomor urut
massal-nomor-dipakai = Ada nomor yang sudah dipakai dokumen lain instansi ini. Mulai dari { $bebas } supaya tidak ada nomor kembar.
massal-nomor-milik = Nomor ini sudah dipakai untuk { $unit }, { $periode }. Tulis nomor lain.
massal-berjalan = Permintaan sebelumnya untuk periode ini sedang dikerjakan. Tunggu sampai selesai.
massal-kosong = Tidak ada unit yang dapat dikerjakan sekarang.
