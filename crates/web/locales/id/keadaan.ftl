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
terbit-tanpa-hasil = Belum ada hasil yang dibekukan, jadi belum ada yang dapat diterbitkan.
terbit-belum = Hasil periode ini tidak sedang terbit.
