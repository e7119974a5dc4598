# What people are told inside the program and by mail: one text a kind, `kabar-{jenis}`; its arguments come with the notice.

kabar-evaluator-ditetapkan = Anda ditetapkan sebagai evaluator { $jumlah } unit dalam { $periode }.
kabar-fase-ditutup =
  Tahap { $fase ->
    [persiapan] Persiapan
    [pelaksanaan] Pelaksanaan
    [penyampaian] Penyampaian hasil
   *[pemeringkatan] Pemeringkatan
  } dalam { $periode } sudah ditutup.
kabar-fase-dibuka =
  Tahap { $fase ->
    [persiapan] Persiapan
    [pelaksanaan] Pelaksanaan
    [penyampaian] Penyampaian hasil
   *[pemeringkatan] Pemeringkatan
  } dalam { $periode } dibuka kembali.
kabar-fase-tanggal =
  Tanggal tahap { $fase ->
    [persiapan] Persiapan
    [pelaksanaan] Pelaksanaan
    [penyampaian] Penyampaian hasil
   *[pemeringkatan] Pemeringkatan
  } dalam { $periode } berubah: { $mulai } sampai { $tanggal }.
kabar-fase-tujuh-hari =
  Tahap { $fase ->
    [persiapan] Persiapan
    [pelaksanaan] Pelaksanaan
    [penyampaian] Penyampaian hasil
   *[pemeringkatan] Pemeringkatan
  } dalam { $periode } berakhir { $tanggal }.
kabar-fase-besok =
  Hampir berakhir: tahap { $fase ->
    [persiapan] Persiapan
    [pelaksanaan] Pelaksanaan
    [penyampaian] Penyampaian hasil
   *[pemeringkatan] Pemeringkatan
  } dalam { $periode } hanya sampai { $tanggal }.
kabar-f01-siap = F01 { $unit } sudah diserahkan operator dan menunggu Anda kirim.
kabar-f01-kirim = F01 { $unit } sudah dikirim ({ $periode }).
kabar-f01-tarik = F01 { $unit } ditarik kembali oleh kepala unit ({ $periode }).
kabar-f01-buka = Evaluator mulai memeriksa F01 { $unit }; F01 tidak dapat ditarik lagi.
kabar-f02-sepakat = Semua evaluator { $unit } selesai menilai, dan ada nilai yang berbeda. Sepakati dulu agar hasilnya dapat dihitung.
kabar-f02-semua-selesai = Semua evaluator { $unit } selesai menilai ({ $periode }).
kabar-ba-tanda = Berita acara { $unit } menunggu tanda tangan Anda.
kabar-ba-lengkap = Berita acara { $unit } sudah ditandatangani semua pihak.
kabar-hasil-beku = Hasil evaluasi { $unit } sudah ditetapkan ({ $periode }).
kabar-hasil-batal = Penetapan hasil evaluasi { $unit } dibatalkan ({ $periode }). Alasannya ada di halaman hasil.
kabar-lhe-jadi = Laporan Hasil Evaluasi { $unit } sudah dibuat ({ $periode }).
kabar-terbit-hasil = Hasil { $periode } sudah diterbitkan untuk umum.
kabar-terbit-tarik = Hasil { $periode } ditarik dari halaman umum.
kabar-skm-kurang = Survei { $ronde } di { $unit } berakhir { $tanggal } dan baru terisi { $jumlah } dari { $target }.
kabar-skm-rencana = Rencana tindak lanjut survei { $unit } jatuh tempo { $tanggal }: { $kegiatan }
