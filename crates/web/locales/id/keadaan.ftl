### Why the store refuses: under the store's own names.

peran-lingkup-tak-cocok = Peran ini tidak dapat diberikan untuk lingkup itu.
fase-persiapan-ditutup = Tahap persiapan sudah ditutup. Penyelenggara dapat membukanya kembali dengan alasan.
fase-pelaksanaan-ditutup = Tahap pelaksanaan sudah ditutup. Penyelenggara dapat membukanya kembali dengan alasan.
fase-penyampaian-ditutup = Tahap penyampaian hasil sudah ditutup. Penyelenggara dapat membukanya kembali dengan alasan.
fase-pemeringkatan-ditutup = Tahap pemeringkatan sudah ditutup. Penyelenggara dapat membukanya kembali dengan alasan.
kode-tak-sah = Kode terdiri atas 2 sampai 40 huruf kecil, angka, titik, atau tanda hubung.
f03-belum-lengkap = Masih ada pernyataan yang belum dijawab.
f03-ditutup = F03 sudah ditutup.
f03-bundel-kosong = Bundel kertas belum berisi jawaban.
hasil-beku = Hasil unit ini sudah dibekukan, jadi isiannya tidak dapat diubah lagi.
alasan-wajib = Tulis alasannya.
edisi-tak-terbaca = Berkas edisi instrumen tidak terbaca.
hasil-belum-dikirim = F01 belum diajukan, jadi hasil belum dapat dibekukan.
hasil-sudah-dibekukan = Hasil unit ini sudah dibekukan.
hasil-batal-ada-berita-acara = Berita acara hasil sudah ditandatangani. Centang pilihan ini untuk membatalkannya juga.
hasil-sudah-terbit = Hasil periode ini sudah diterbitkan. Tarik dahulu penerbitannya.
ba-sudah-ada = Berita acara jenis ini masih berlaku. Batalkan dahulu bila harus diganti.
ba-hasil-belum-beku = Hasil belum dibekukan atau sudah berganti, jadi berita acara hasil tidak dapat dibuat.
ba-penanda-berubah = Penanda tangan berubah sejak formulir ini dibuka. Periksa kembali, lalu simpan.
ba-dibatalkan = Berita acara ini sudah dibatalkan, jadi tidak dapat ditandatangani.
ba-berkas-lain = Berkas yang ditampilkan bukan berkas berita acara ini. Muat ulang halaman.
lhe-hasil-berubah = Hasil sudah berganti sejak halaman ini dibuka. Muat ulang halaman.
