# What people are told inside the program and by mail: one text a kind, `kabar-{jenis}`; its arguments come with the notice.

kabar-evaluator-ditetapkan = Anda ditetapkan sebagai evaluator { $jumlah } unit dalam { $periode }.
kabar-evaluator-berakhir = Penugasan Anda sebagai evaluator { $unit } dalam { $periode } berakhir. Yang sudah Anda isi tetap tersimpan dan dapat Anda baca.
kabar-fase-ditutup =
  Tahap { $fase ->
    [persiapan] Persiapan
    [pelaksanaan] Pelaksanaan
    [penyampaian] Penyampaian hasil dan tindak lanjut
   *[pemeringkatan] Pemeringkatan dan penghargaan
  } dalam { $periode } sudah ditutup.
kabar-fase-dibuka =
  Tahap { $fase ->
    [persiapan] Persiapan
    [pelaksanaan] Pelaksanaan
    [penyampaian] Penyampaian hasil dan tindak lanjut
   *[pemeringkatan] Pemeringkatan dan penghargaan
  } dalam { $periode } dibuka kembali.
kabar-fase-tanggal =
  Tanggal tahap { $fase ->
    [persiapan] Persiapan
    [pelaksanaan] Pelaksanaan
    [penyampaian] Penyampaian hasil dan tindak lanjut
   *[pemeringkatan] Pemeringkatan dan penghargaan
  } dalam { $periode } berubah: { $mulai } sampai { $tanggal }.
kabar-fase-tujuh-hari =
  Tahap { $fase ->
    [persiapan] Persiapan
    [pelaksanaan] Pelaksanaan
    [penyampaian] Penyampaian hasil dan tindak lanjut
   *[pemeringkatan] Pemeringkatan dan penghargaan
  } dalam { $periode } berakhir { $tanggal }.
kabar-fase-besok =
  Hampir berakhir: tahap { $fase ->
    [persiapan] Persiapan
    [pelaksanaan] Pelaksanaan
    [penyampaian] Penyampaian hasil dan tindak lanjut
   *[pemeringkatan] Pemeringkatan dan penghargaan
  } dalam { $periode } hanya sampai { $tanggal }.
kabar-f01-siap = F01 { $unit } sudah diserahkan operator dan menunggu Anda kirim.
kabar-f01-kirim = F01 { $unit } sudah dikirim ({ $periode }).
kabar-f01-tarik = F01 { $unit } ditarik kembali oleh kepala unit ({ $periode }).
kabar-f01-buka = Evaluator mulai memeriksa F01 { $unit }; F01 tidak dapat ditarik lagi.
kabar-f02-sepakat = Semua evaluator { $unit } selesai menilai, dan ada nilai yang berbeda. Sepakati dulu agar hasilnya dapat dihitung.
kabar-f02-semua-selesai = Semua evaluator { $unit } selesai menilai ({ $periode }).
kabar-ba-tanda =
  { $ba ->
    [hasil] Berita acara hasil
    [pelaksanaan] Berita acara pelaksanaan
   *[other] Berita acara
  } { $unit } menunggu tanda tangan Anda.
kabar-ba-lengkap =
  { $ba ->
    [hasil] Berita acara hasil
    [pelaksanaan] Berita acara pelaksanaan
   *[other] Berita acara
  } { $unit } sudah ditandatangani semua pihak.
kabar-hasil-beku = Hasil evaluasi { $unit } sudah ditetapkan ({ $periode }).
kabar-hasil-batal = Penetapan hasil evaluasi { $unit } dibatalkan ({ $periode }). Alasannya ada di halaman hasil.
kabar-lhe-jadi = Laporan Hasil Evaluasi { $unit } sudah dibuat ({ $periode }).
kabar-terbit-hasil = Hasil { $periode } sudah diterbitkan untuk umum.
kabar-terbit-tarik = Hasil { $periode } ditarik dari halaman umum.
kabar-skm-kurang = Survei { $ronde } di { $unit } berakhir { $tanggal } dan baru terisi { $jumlah } dari { $target }.
kabar-skm-rencana = Rencana tindak lanjut survei { $unit } jatuh tempo { $tanggal }: { $kegiatan }
kabar-tl-diajukan = { $unit } meminta verifikasi tindak lanjut sebuah rekomendasi.
kabar-tl-diterima = Tindak lanjut indikator { $indikator } { $unit } diterima evaluator.
kabar-tl-dikembalikan = Tindak lanjut indikator { $indikator } { $unit } belum diterima; baca alasannya.
kabar-tl-dekat = { $unit }: { $jumlah } rencana tindak lanjut jatuh tempo pada { $tanggal }.
kabar-tl-lewat = { $unit }: { $jumlah } rencana tindak lanjut lewat tenggat { $tanggal }.
kabar-tl-batas-dekat = { $unit }: laporan tindak lanjut paling lambat { $tanggal }.
kabar-tl-batas-lewat = { $unit }: laporan tindak lanjut lewat batas { $tanggal }.
kabar-penyampaian-jadwal = Jadwal evaluasi { $unit } ({ $periode }) disampaikan kepada Anda.
kabar-penyampaian-lhe = Laporan Hasil Evaluasi { $unit } ({ $periode }) disampaikan kepada Anda.
kabar-penyampaian-tindak-lanjut = Laporan tindak lanjut { $unit } ({ $periode }) disampaikan kepada Anda.
kabar-f01-kembali = F01 { $unit } dikembalikan: { $jumlah } indikator perlu diperbaiki sampai { $tenggat }.
kabar-f01-diterima = F01 { $unit } diterima tim evaluator.
kabar-f01-perbaikan-dekat = Tenggat perbaikan F01 { $unit } sudah dekat: { $tenggat }.
kabar-f01-perbaikan-lewat = Tenggat perbaikan F01 { $unit } sudah lewat: { $tenggat }.
kabar-hak-jawab-dibuka = Nilai sementara { $unit } dapat dibaca dan disanggah sampai { $tenggat }.
kabar-hak-jawab-dekat = Waktu menyanggah nilai { $unit } hampir habis: { $tenggat }.
kabar-sanggahan-masuk = { $unit } menyanggah nilai { $indikator }.
kabar-sanggahan-selesai = { $unit } menyatakan tidak ada sanggahan lagi.
kabar-sanggahan-dijawab = Sanggahan { $unit } atas { $indikator } sudah dijawab.
kabar-sanggahan-menunggu = Waktu menyanggah { $unit } habis dan ada sanggahan yang belum dijawab.
kabar-jadwal-sampai = Jadwal evaluasi { $unit } pada { $periode } disampaikan. Periksa lalu nyatakan sudah diterima.
kabar-jadwal-pj = Jadwal { $periode } disampaikan ke unit. Periksa lalu nyatakan sudah diterima.
kabar-benturan-ada = { $nama } menyatakan ada benturan kepentingan dengan { $unit }. Evaluatornya perlu diganti.

kabar-perpanjangan-unit = Waktu untuk { $unit } diperpanjang sampai { $sampai }.
kabar-titipan-lapangan = Evaluator menitipkan isian lapangan yang terlambat untuk { $unit }. Isinya hanya catatan, bukan nilai.
kabar-serah-baru = Hasil { $periode } diserahkan ({ $jumlah } unit) dan menunggu validasi.
kabar-serah-valid = Hasil { $periode } sudah divalidasi kementerian ({ $jumlah } unit).
kabar-serah-kembali = Hasil { $periode } dikembalikan kementerian; alasannya ada di halaman penyerahan.
kabar-serah-surat-tarik = Catatan surat kementerian { $nomor } tentang hasil { $periode } ditarik; penyerahannya menunggu lagi dan nilainya sementara. Alasan: { $alasan }

kabar-standar-usul = Standar pelayanan { $layanan } ({ $unit }) siap Anda tetapkan.
kabar-standar-ditetapkan = Standar pelayanan { $layanan } ditetapkan dan berlaku mulai { $tanggal }.
kabar-standar-tinjau = Standar pelayanan { $layanan } perlu ditinjau paling lambat { $tanggal }.
kabar-tte-tak-diketahui = Hasil tanda tangan elektronik pada berita acara { $unit } belum diketahui. Periksa di layanan lalu catat.
kabar-tte-diputuskan = Tanda tangan elektronik Anda pada berita acara { $unit } sudah diperiksa di layanan dan dicatat.
kabar-penghargaan-umum = { $unit } menerima penghargaan { $penghargaan } ({ $periode }).
kabar-penghargaan-tarik = Penghargaan { $penghargaan } untuk { $unit } dicabut ({ $periode }). Alasannya ada di halaman piagam.
kabar-pembinaan-dicatat =
  { $macam ->
    [sanksi] Sanksi
   *[other] Pembinaan
  } untuk { $unit } dicatat ({ $periode }).
kabar-pembinaan-diputus =
  { $macam ->
    [sanksi] Sanksi
   *[other] Pembinaan
  } untuk { $unit } sudah diputus ({ $periode }).
kabar-pembinaan-berakhir =
  { $macam ->
    [sanksi] Sanksi
   *[other] Pembinaan
  } untuk { $unit } diakhiri ({ $periode }).
kabar-permohonan-baru = Permohonan baru: { $layanan } di { $gerai }.
kabar-permohonan-diperbaiki = Perbaikan masuk: { $layanan } di { $gerai }.
kabar-permohonan-dialihkan = Permohonan { $layanan } dialihkan ke { $gerai }.
kabar-permohonan-dibatalkan = Pemohon membatalkan permohonan { $layanan } di { $gerai }.
kabar-permohonan-lewat = Permohonan { $layanan } di { $gerai } lewat dari janji layanan.
kabar-tagihan-lunas = Tagihan lunas: { $layanan } di { $gerai }.
kabar-pembayaran-batal = Pembayaran yang salah catat dibatalkan: { $layanan } di { $gerai }. Lihat tagihannya: dibayar lagi, atau ikut batal bila permohonannya tidak jadi.
kabar-aduan-baru = Laporan warga nomor { $nomor } masuk; periksa paling lambat { $tanggal }.
kabar-aduan-diteruskan = Laporan warga nomor { $nomor } diteruskan kepada Anda; jawab paling lambat { $tanggal }.
kabar-aduan-dilengkapi = Laporan nomor { $nomor } sudah dilengkapi pelapor.
kabar-aduan-ditanggapi = Pelapor belum puas dengan jawaban laporan nomor { $nomor }; jawab lagi paling lambat { $tanggal }.
kabar-aduan-selesai = Pelapor menyatakan laporan nomor { $nomor } selesai.
kabar-aduan-dicabut = Laporan nomor { $nomor } dicabut pelapor.
kabar-aduan-dibuka = Laporan nomor { $nomor } dibuka kembali.
kabar-aduan-dekat = Tenggat laporan nomor { $nomor } dekat: { $tanggal }.
kabar-aduan-lewat = Tenggat laporan nomor { $nomor } sudah lewat ({ $tanggal }).
kabar-aduan-eskalasi = Laporan nomor { $nomor } meminta perhatian Anda: tenggat { $tanggal }.
kabar-konsultasi-baru = Ada permintaan konsultasi baru untuk { $unit }.
kabar-konsultasi-pesan = Ada kabar dari pemohon konsultasi { $unit }.
kabar-pesanan-terdampak = { $jumlah } pesanan { $layanan } tidak dapat dilayani lagi karena jadwal berubah. { $tanpa } di antaranya tidak meninggalkan surel dan perlu Anda kabari.
kabar-mpp-libur-buka = { $tanggal } ditetapkan libur ({ $libur }), tetapi { $mpp } tetap buka menurut putusan Anda untuk hari itu. { $jumlah ->
    [0] Belum ada pesanan.
    *[other] { $jumlah } pesanan tetap berlaku.
    } Bila mal ikut libur, tarik putusannya.
kabar-mpp-tahap =
  { $mpp } ({ $instansi }) masuk tahap { $tahap ->
    [kajian] Kajian
    [usulan-diajukan] Usulan diajukan
    [usulan-lengkap] Usulan lengkap
    [verifikasi] Verifikasi
    [keputusan] Keputusan Menteri
    [persiapan] Persiapan
    [teknis-pelayanan] Teknis pelayanan
    [sarana-prasarana] Sarana dan prasarana
    [uji-coba] Uji coba
    [perbaikan] Perbaikan
    [usul-peresmian] Usul peresmian
    [beroperasi] Beroperasi
   *[penambahan-pelayanan] Penambahan pelayanan
  }.
kabar-mpp-putusan =
  Usulan { $mpp } { $keputusan ->
    [disetujui] disetujui Menteri
   *[dikembalikan] dikembalikan
  }.
kabar-mpp-berhenti = Usulan { $mpp } dihentikan { $instansi }.
kabar-mpp-rapat = Rapat koordinasi tentang { $mpp } direncanakan { $tanggal }.
kabar-mpp-masukan = { $dari } memberi masukan tentang { $mpp } dalam rapat koordinasi.
kabar-mpp-titik = Penambahan titik pelayanan { $titik } pada { $mpp } diberitahukan.
kabar-mpp-tenggat =
  { $keadaan ->
    [lewat] Batas waktu { $mpp } sudah lewat sejak { $tanggal }.
   *[dekat] Batas waktu { $mpp } jatuh { $tanggal }.
  }
kabar-mpp-perjanjian = Perjanjian dengan { $tenan } berakhir { $tanggal }.
kabar-mpp-kompetensi = Sertifikat { $kompetensi } berakhir { $tanggal }.
kabar-aduan-naik = Laporan warga nomor { $nomor } lewat batas ({ $tanggal }) dan sesudah itu belum juga ditangani.
kabar-mpp-izin-minta = { $mpp } ({ $instansi }) meminta persetujuan untuk memberi layanan { $layanan }.
kabar-mpp-izin-jawab =
  { $unit } { $putusan ->
    [setuju] menyetujui
    [tolak] menolak
   *[cabut] menarik persetujuan
  } layanan { $layanan } di { $mpp }.
kabar-mpp-izin-akhir =
  { $mpp } { $putusan ->
    [batal] menarik permintaannya atas
   *[akhir] tidak lagi memberi
  } layanan { $layanan }.
kabar-mpp-penanggap = Anda diminta menanggapi usulan { $mpp }.
kabar-mpp-penanggap-rapat = Rapat koordinasi usulan { $mpp } dijadwalkan pada { $tanggal }.
kabar-mpp-penanggap-jawab = Pemerintah daerah menjawab tanggapan atas usulan { $mpp }.
kabar-faktor-tebakan = Seseorang memakai kata sandi Anda dan berkali-kali salah menulis kode langkah kedua. Jika bukan Anda, segera ganti kata sandi.
kabar-faktor-pulih = Kode pemulihan akun Anda dipakai untuk masuk. Jika bukan Anda, segera ganti kata sandi dan hubungi pengelola sistem.
kabar-faktor-dihapus = Langkah kedua akun Anda dihapus oleh pengelola sistem. Jika Anda tidak memintanya, segera hubungi pengelola.
kabar-kait-mati = Kabar ke { $nama } berkali-kali tidak sampai, maka alamatnya dimatikan.
kabar-berkas-terinfeksi = Berkas yang Anda unggah ditahan: pemindai virus menemukan { $temuan }. Tidak ada yang dapat membukanya; unggah yang bersih.
kabar-gerbang-batas = Batas { $batas } pesan sehari lewat { $saluran } tercapai. Kabar lain hari ini tidak dikirim.
kabar-gerbang-gagal = Pesan singkat lewat { $saluran } berkali-kali gagal dikirim.
kabar-surel-pental = Surel ke sebuah alamat tidak dapat diantar (kode { $status }), jadi tidak dikirimi lagi.
kabar-faktor-kunci-baru = Sebuah kunci sandi ditambahkan ke akun Anda. Jika bukan Anda, segera ganti kata sandi dan hapus kunci itu.
kabar-faktor-kunci-tiruan = Sebuah kunci sandi akun Anda ditolak karena mungkin disalin orang. Hapus kunci itu dan hubungi pengelola sistem.
kabar-sso-taut = Akun Anda disambungkan dengan layanan masuk instansi. Jika bukan Anda yang masuk, hubungi pengelola sistem.
kabar-pdp-permintaan = Ada permintaan baru tentang data pribadi. Jawab dalam 3 x 24 jam.
kabar-pdp-permintaan-dekat = Permintaan tentang data pribadi harus dijawab dalam sehari.
kabar-pdp-putusan = Permintaan Anda tentang data pribadi sudah dijawab.
kabar-insiden-baru = Insiden data pribadi dicatat. Pemberitahuan wajib dalam 3 x 24 jam.
kabar-insiden-dekat = Insiden data pribadi belum diberitahukan, waktunya tinggal sehari atau sudah lewat.
kabar-jejak-hilang = Catatan yang menurut log audit harus ada hilang dari basis data: { $jumlah }. Mungkin basis data diubah di luar Prima. Jalankan prima check di server; perintah itu menyebut catatan mana.
