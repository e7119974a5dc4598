# Mal pelayanan publik untuk petugas
mpp-menu = MPP
mpp-judul = Mal pelayanan publik
mpp-bagian = Bagian MPP
mpp-kosong = Belum ada MPP
mpp-kosong-isi = MPP yang Anda kelola atau layani tampil di sini. Pendaftarannya dilakukan penyelenggara di instansi Anda.
mpp-tanpa-gerai = Belum ada gerai
mpp-tanpa-gerai-isi = Kepala MPP menambah organisasi dan gerainya.
mpp-tab-ringkasan = Ringkasan
