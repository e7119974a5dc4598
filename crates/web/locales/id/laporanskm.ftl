### Report, follow-up plan and publication of an SKM round.

laporanskm-rtl-judul = Rencana tindak lanjut
laporanskm-rtl-pembuka = Rencana tindak lanjut (RTL) menjawab unsur yang nilainya paling rendah: apa yang dikerjakan, siapa yang bertanggung jawab, kapan selesai, dan apa buktinya.
laporanskm-rtl-rencana = Rencana
laporanskm-rtl-kosong = Belum ada rencana
laporanskm-rtl-kosong-isi = Mulai dari unsur dengan nilai terendah. Lazimnya sedikitnya tiga unsur terendah mempunyai rencana.
laporanskm-rtl-kemajuan = Rencana yang selesai
laporanskm-rtl-unsur = Unsur yang diperbaiki
laporanskm-rtl-unsur-bantu = Yang nilainya paling rendah ada di atas.
laporanskm-rtl-opsi = { $nama } – NRR { $nrr } ({ $mutu })
laporanskm-rtl-kegiatan = Kegiatan
laporanskm-rtl-kegiatan-bantu = Satu kegiatan yang jelas. Misalnya: menambah satu loket pada jam 09.00–12.00.
laporanskm-rtl-keluaran = Keluaran
laporanskm-rtl-keluaran-bantu = Apa yang menunjukkan bahwa kegiatan ini selesai. Misalnya: jadwal loket baru terpasang.
laporanskm-rtl-tenggat = Tenggat
laporanskm-rtl-pj = Penanggung jawab
laporanskm-rtl-pj-bantu = Jabatan, bukan nama orang.
laporanskm-rtl-salah-unsur = Pilih unsur yang diperbaiki.
laporanskm-rtl-salah-kegiatan = Tulis kegiatannya.
laporanskm-rtl-salah-keluaran = Tulis keluarannya.
laporanskm-rtl-salah-tenggat = Pilih tanggal tenggatnya.
laporanskm-rtl-salah-pj = Tulis jabatan penanggung jawabnya.
laporanskm-rtl-selesai = Selesai
laporanskm-rtl-lewat = Lewat tenggat
laporanskm-rtl-dekat = Tenggat dekat
laporanskm-rtl-berjalan = Berjalan
laporanskm-rtl-lihat = Lihat buktinya
laporanskm-rtl-tandai = Tandai selesai
laporanskm-rtl-tambah = Tambah kegiatan
laporanskm-rtl-usulan = Belum ada rencana untuk unsur terendah ini
laporanskm-rtl-usulan-isi = Pilih satu untuk mengisi formulir di bawah dengan unsur itu.
laporanskm-rtl-sebelum = Rencana ronde sebelumnya
laporanskm-rtl-ditambah = Kegiatan ditambahkan ke rencana.
laporanskm-rtl-diubah = Kegiatan disimpan.
laporanskm-rtl-dihapus = Kegiatan dikeluarkan dari rencana.
laporanskm-rtl-dibuka = Kegiatan dibuka lagi.
laporanskm-rtl-diselesaikan = Kegiatan ditandai selesai.
laporanskm-rtl-ubah = Ubah kegiatan
laporanskm-rtl-hapus = Keluarkan dari rencana
laporanskm-rtl-hapus-isi = Kegiatan yang belum selesai dapat dikeluarkan dari rencana. Siapa dan kapan tetap tercatat.
laporanskm-rtl-penyelesaian = Penyelesaian
laporanskm-rtl-catatan = Apa yang sudah dikerjakan
laporanskm-rtl-catatan-bantu = Tulis catatan, unggah bukti, atau keduanya.
laporanskm-rtl-berkas = Bukti
laporanskm-rtl-berkas-bantu = Foto, PDF, Word, atau Excel, paling besar 20 MB. Lokasi dan data kamera pada foto dihapus.
laporanskm-rtl-berkas-ulang = Pilih lagi berkasnya; peramban tidak menyimpannya.
laporanskm-rtl-tanpa-berkas = Tanpa berkas bukti.
laporanskm-rtl-selesaikan = Tandai selesai
laporanskm-rtl-alasan = Alasan membuka lagi
laporanskm-rtl-alasan-bantu = Penyelesaian yang lama tetap tercatat.
laporanskm-rtl-buka-lagi = Buka lagi kegiatan ini
laporanskm-rtl-pdf = RTL (PDF)
laporanskm-rtl-xlsx = RTL (Excel)
laporanskm-terbit-judul = Penerbitan hasil
laporanskm-terbit-pembuka = Hasil SKM wajib diumumkan kepada masyarakat. Setelah terbit, angkanya dibekukan, ditandatangani secara digital, dan dapat dilihat siapa saja.
laporanskm-terbit-kini = Hasil ronde ini sudah terbit
laporanskm-terbit-kini-isi = Siapa saja dapat melihatnya. Selama terbit, jawaban dan data ronde tidak dapat diubah; rencana tindak lanjut tetap dapat.
laporanskm-terbit-buka = Buka halaman umum
laporanskm-terbit-lembar = Lembar pengumuman (PDF)
laporanskm-terbit-bundel = Bundel bertanda tangan
laporanskm-terbit-bundel-isi = Bundel dapat diperiksa tanpa jaringan dengan prima verify: tanda tangannya dicocokkan dan IKM dihitung ulang.
laporanskm-terbit-isi = Yang akan terbit
laporanskm-terbit-isi-lain = Juga nilai tiap unsur, dan jumlah responden menurut jenis kelamin, usia, pendidikan, dan pekerjaan. Nilai kelompok dengan kurang dari 10 responden tidak ikut terbit. Saran responden tidak diterbitkan.
laporanskm-terbitkan = Terbitkan hasil
laporanskm-terbitkan-isi = Angka yang terbit adalah angka saat tombol ini ditekan. Bila ada yang keliru, penerbitan dapat ditarik dengan alasan.
laporanskm-terbit-ingat = Perlu diketahui dulu
laporanskm-terbit-paham = Saya sudah membaca peringatan di atas dan tetap menerbitkan.
laporanskm-terbit-paham-wajib = Centang bahwa Anda sudah membaca peringatan di atas.
laporanskm-terbit-siapa = Hasil diterbitkan oleh kepala unit atau penyelenggara.
laporanskm-diterbitkan = Hasil diterbitkan.
laporanskm-ditarik = Penerbitan ditarik.
laporanskm-tarik = Tarik penerbitan
laporanskm-tarik-isi = Halaman umum lalu menunjukkan bahwa hasil ini ditarik, beserta alasannya.
laporanskm-tarik-alasan = Alasan
laporanskm-tarik-alasan-bantu = Tampil di halaman umum; jangan menyebut nama orang.
laporanskm-tarik-alasan-wajib = Tulis alasannya.
laporanskm-syarat = Sebelum terbit
laporanskm-syarat-baik = Beres
laporanskm-syarat-ingat = Perlu diketahui
laporanskm-syarat-info = Keterangan
laporanskm-syarat-halangan = Belum dapat terbit
laporanskm-syarat-usai = Ronde sudah selesai atau ditutup.
laporanskm-syarat-belum-usai = Ronde masih dijadwalkan atau menerima jawaban. Tunggu hari terakhirnya atau tutup rondenya.
laporanskm-syarat-jawaban = { $jumlah ->
    [0] Belum ada jawaban yang dihitung.
    [one] Satu jawaban dihitung.
   *[other] { $jumlah } jawaban dihitung.
}
laporanskm-syarat-target = { $n } responden, sampel minimal { $target } tercapai.
laporanskm-syarat-target-kurang = { $n } responden, sampel minimal { $target } belum tercapai.
laporanskm-syarat-tanda = { $jumlah ->
    [0] Tidak ada jawaban bertanda janggal.
    [one] Satu jawaban bertanda janggal masih dihitung. Periksa mutunya dulu.
   *[other] Sedikitnya { $jumlah } jawaban bertanda janggal masih dihitung. Periksa mutunya dulu.
}
laporanskm-syarat-sedikit = Kurang dari 10 responden: jawaban seseorang dapat ditebak dari angka yang terbit.
laporanskm-syarat-kecuali = { $jumlah ->
    [one] Satu jawaban dikecualikan dengan alasan; jumlahnya ikut terbit.
   *[other] { $jumlah } jawaban dikecualikan dengan alasan; jumlahnya ikut terbit.
}
laporanskm-riwayat = Riwayat penerbitan
laporanskm-riwayat-kosong = Belum pernah diterbitkan.
laporanskm-riwayat-terbit = Diterbitkan
laporanskm-keadaan-ditarik = Ditarik
laporanskm-kode = Kode verifikasi
laporanskm-judul = Laporan
laporanskm-pembuka = Laporan memuat hasil, cara menghitung, profil responden, analisis, dan rencana tindak lanjut, sebagai PDF dan Excel. Excel menghitung ulang IKM dari jumlah jawaban.
laporanskm-basi = Angkanya sudah berubah
laporanskm-basi-isi = Sejak laporan terakhir dibuat, jawaban yang dihitung berubah. Buat lagi agar laporan sama dengan halaman hasil.
laporanskm-kosong = Belum ada yang dilaporkan
laporanskm-kosong-isi = Laporan dapat dibuat setelah ada jawaban yang dihitung.
laporanskm-belum = Belum ada laporan
laporanskm-belum-isi = Setiap pembuatan menjadi satu versi; versi lama tetap tersimpan.
laporanskm-versi = Versi laporan
laporanskm-dibuat-pada = Dibuat
laporanskm-berkas = Berkas
laporanskm-buat = Buat laporan
laporanskm-buat-lagi = Buat laporan lagi
laporanskm-dibuat = Laporan dibuat.
laporanskm-tanpa-rtl = Rencana tindak lanjut masih kosong, jadi bab itu akan kosong juga.
laporanskm-nomor = Nomor laporan
laporanskm-nomor-bantu = Kosongkan bila belum ada; laporan memberi garis untuk ditulisi.
laporanskm-tempat = Tempat
laporanskm-tempat-bantu = Misalnya: Sangatta.
laporanskm-kepala = Nama kepala unit
laporanskm-kepala-bantu = Tercetak di kotak pengesahan.
laporanskm-pelaksana = Pelaksana survei
laporanskm-pelaksana-bantu = Misalnya: Tim SKM Dinas Sosial. Kosong: unit itu sendiri.
laporanskm-saran = Saran responden yang dimuat
laporanskm-saran-bantu = Pilih yang menjelaskan hasilnya. Jangan memuat saran yang menyebut nama orang.
laporanskm-saran-kosong = Belum ada saran.
laporanskm-saran-lebih = { $jumlah ->
    [one] Satu saran lain tidak ditampilkan di sini.
   *[other] { $jumlah } saran lain tidak ditampilkan di sini.
}
laporanskm-siapa = Laporan dibuat oleh operator atau kepala unit, atau penyelenggara.
laporanskm-cetak-kepala = Kepala { $unit }
laporanskm-cetak-latar = Latar belakang
laporanskm-cetak-latar-isi = Penyelenggara pelayanan publik wajib melakukan Survei Kepuasan Masyarakat secara berkala, sedikitnya sekali setahun, untuk mengetahui penilaian pengguna dan memperbaiki pelayanan.
laporanskm-cetak-tujuan = Maksud dan tujuan
laporanskm-cetak-tujuan-isi = Survei ini mengukur kepuasan pengguna layanan { $unit }, menemukan unsur pelayanan yang paling perlu diperbaiki, dan menjadi dasar rencana tindak lanjut.
laporanskm-cetak-pelaksana = Pelaksana
laporanskm-cetak-pelaksana-isi = Survei dilaksanakan oleh { $unit }.
laporanskm-cetak-waktu = Waktu
laporanskm-cetak-waktu-isi = Jawaban dikumpulkan pada { $kurun }.
laporanskm-cetak-instrumen = Instrumen
laporanskm-cetak-instrumen-isi = { $nama }, { $k } unsur.
laporanskm-cetak-sampel = Sampel
laporanskm-cetak-unsur = { $nama } (NRR { $nrr }, mutu { $mutu })
laporanskm-cetak-terendah = Unsur dengan nilai terendah
laporanskm-cetak-tertinggi = Unsur dengan nilai tertinggi
laporanskm-cetak-tren = Dibanding ronde sebelumnya
laporanskm-cetak-tren-tidak-ada = Belum ada ronde sebelumnya yang dapat dibandingkan.
laporanskm-cetak-kecuali = Jawaban yang dikecualikan
laporanskm-cetak-simpul = IKM { $ikm } dengan mutu { $mutu } ({ $kinerja }), dari { $n } responden.
laporanskm-cetak-simpul-rtl = Rencana tindak lanjut memuat { $semua } kegiatan; { $selesai } sudah selesai saat laporan ini dibuat.
laporanskm-cetak-simpul-tanpa-rtl = Rencana tindak lanjut belum disusun saat laporan ini dibuat.
laporanskm-cetak-kemajuan = { $selesai } dari { $semua } kegiatan selesai.
laporanskm-cetak-dasar = IKM { $ikm } ({ $mutu }) dari { $n } responden
laporanskm-cetak-saran = { $dimuat } dari { $semua } saran dimuat, dipilih oleh penganalisis. Saran ditulis responden sendiri.
laporanskm-cetak-tetap-dihitung = ditandai untuk diperiksa, tetap dihitung
laporanskm-cetak-sumber-edisi = Instrumen
laporanskm-cetak-sumber-nilai = Rumus dan pembulatan
laporanskm-cetak-sumber-sampel = Tabel sampel
laporanskm-cetak-sumber-laporan = Susunan laporan
laporanskm-cetak-sumber-rtl = Jangka tindak lanjut
