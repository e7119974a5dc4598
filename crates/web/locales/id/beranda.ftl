### Start pages.

beranda-judul = Pelayanan publik yang dinilai terbuka, dan dapat dihitung ulang siapa saja
beranda-pembuka = Prima menjalankan evaluasi kinerja penyelenggaraan pelayanan publik (PEKPPP), dari formulir unit sampai berita acara dan peringkat.
beranda-lihat-hasil = Lihat hasil evaluasi
beranda-baca-panduan = Baca panduan
beranda-warga-judul = Untuk warga
beranda-warga-isi = Lihat nilai unit pelayanan di daerah Anda, dan dari mana setiap angka berasal.
beranda-unit-judul = Untuk unit pelayanan
beranda-unit-isi = Isi F01 dengan bukti dukung, ikuti penilaian, dan tindak lanjuti rekomendasinya.
beranda-periksa-judul = Untuk pemeriksa
beranda-periksa-isi = Pindai kode QR pada dokumen atau masukkan nomornya untuk memastikan keasliannya.
