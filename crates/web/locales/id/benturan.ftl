### Declarations on conflicts of interest.

benturan-judul = Pernyataan benturan kepentingan
benturan-isi = Sebelum mengisi F02, nyatakan untuk setiap unit apakah Anda punya hubungan yang dapat memengaruhi penilaian: pernah atau sedang bertugas di sana, keluarga atau pasangan bekerja di sana, atau kepentingan lain.
benturan-kalimat = Saya menyatakan dengan jujur ada atau tidaknya benturan kepentingan saya dengan unit di bawah ini, dan akan memperbaikinya jika keadaannya berubah.
benturan-tanya = Benturan kepentingan dengan { $unit }
benturan-tidak = Tidak ada benturan
benturan-ya = Ada benturan
benturan-alasan-label = Alasan
benturan-alasan-unit = Alasan benturan dengan { $unit }
benturan-alasan-bantu = Wajib jika ada benturan. Hanya dibaca penyelenggara dan penanggungjawab.
benturan-nyatakan = Nyatakan
benturan-isi-dulu = Isi pernyataan
benturan-beranda = Nyatakan benturan kepentingan
benturan-beranda-isi = { $jumlah ->
    [1] Satu unit, sebelum Anda dapat menilainya
   *[other] { $jumlah } unit, sebelum Anda dapat menilainya
}
benturan-tersimpan = Pernyataan tersimpan.
benturan-dinyatakan = Dinyatakan { $waktu }.
benturan-salah-pilih = Pilih ada atau tidak ada.
benturan-alasan = Tulis alasannya jika ada benturan.
benturan-belum = Nyatakan dahulu ada atau tidaknya benturan kepentingan dengan unit ini.
benturan-ada = Anda menyatakan ada benturan kepentingan dengan unit ini, jadi pekerjaan evaluator pada unit ini tertutup bagi Anda. Tanyakan penggantian kepada penyelenggara.
benturan-tertahan = Anda tidak dapat menilai unit ini
benturan-tertahan-isi = Anda menyatakan ada benturan kepentingan. Menilai, memeriksa F01, menjawab sanggahan, memeriksa tindak lanjut, dan menandatangani berita acara unit ini tertutup bagi Anda. Penyelenggara sudah diberi tahu dan menyiapkan pengganti; tanyakan kepadanya. Isian dan tanda tangan yang sudah ada tetap tersimpan.
benturan-ganti-menunggu = Benturan kepentingan dinyatakan: menunggu pengganti evaluator
benturan-ganti = { $jumlah ->
    [1] Ganti satu evaluator yang berbenturan kepentingan
   *[other] Ganti { $jumlah } evaluator yang berbenturan kepentingan
}
benturan-daftar-judul = Pernyataan benturan kepentingan
benturan-daftar-isi = Setiap evaluator menyatakannya sebelum mengisi F02. Benturan yang dinyatakan menutup semua pekerjaan evaluator pada unit itu bagi yang menyatakannya.
benturan-ada-judul = Ada benturan kepentingan
benturan-ada-isi = Minta penanggungjawab mengakhiri penugasannya (halaman Evaluator), lalu usulkan pengganti untuk ditetapkan. Lembar penilaian yang lama tetap disimpan, dan berita acara serta LHE menyebut keduanya.
benturan-kosong = Belum ada evaluator yang ditetapkan
benturan-kosong-isi = Pernyataan muncul di sini setelah evaluator ditetapkan dengan SK.
benturan-belum-nyata = Belum menyatakan
benturan-kolom = Pernyataan
benturan-waktu = Waktu
benturan-alasan-tertutup = Hanya untuk penyelenggara
benturan-diganti = Evaluator { $nama } ({ $jabatan }) digantikan pada { $waktu }; lembar penilaiannya tetap tersimpan.
benturan-mewakili-diganti = Evaluator, digantikan { $waktu }
