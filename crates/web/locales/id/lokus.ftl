### One unit lokus: the chain of steps.

lokus-langkah-evaluator = Evaluator
lokus-langkah-f01 = F01 unit
lokus-langkah-f02 = F02 evaluator
lokus-langkah-f03 = F03 pengguna
lokus-langkah-hasil = Hasil
lokus-langkah-ba = Berita acara
lokus-langkah-lhe = LHE
lokus-langkah-penyampaian = Penyampaian LHE
lokus-langkah-terbit = Terbit
lokus-tindakan-tetapkan = Tetapkan evaluator dengan SK
lokus-tindakan-usulkan = Usulkan evaluator
lokus-tindakan-setujui = Setujui dan kirim F01
lokus-tindakan-isi = Isi F01 dan unggah bukti dukung
lokus-tindakan-perbaiki = Perbaiki F01 yang dikembalikan, sampai { $tanggal }
lokus-menunggu-perbaikan = Perbaiki F01 yang dikembalikan
lokus-tindakan-nilai = Nilai unit dengan F02
lokus-tindakan-konsensus = { $jumlah ->
    [1] Selesaikan konsensus (satu indikator berbeda)
   *[other] Selesaikan konsensus ({ $jumlah } indikator berbeda)
}
lokus-menunggu-lembar-lain = Lembar Anda selesai; menunggu evaluator lain
lokus-menunggu-sepakat = Menunggu kesepakatan evaluator
lokus-menunggu-sepakat-siapa = Menunggu kesepakatan { $evaluator } ({ $jumlah ->
    [1] satu indikator
   *[other] { $jumlah } indikator
} berbeda)
lokus-tindakan-konsensus-saja = Selesaikan konsensus
lokus-tindakan-buka-survei = Buka survei F03
lokus-tindakan-tutup-survei = Kumpulkan jawaban F03, lalu tutup surveinya
lokus-tindakan-bekukan = Periksa nilai dan bekukan hasil
lokus-tindakan-buat-ba = Buat berita acara hasil
lokus-tindakan-tanda-tangan = Tanda tangani berita acara hasil
lokus-tindakan-lhe = Buat laporan hasil evaluasi (LHE)
lokus-tindakan-sampaikan = Sampaikan LHE kepada unit dan penanggungjawab
lokus-tindakan-terbit = Terbitkan hasil periode
lokus-siapa-penanggungjawab = penanggungjawab
lokus-siapa-kepala = kepala unit
lokus-siapa-operator = operator unit
lokus-siapa-bertiga = evaluator, kepala unit, dan penanggungjawab
lokus-siapa-evaluator = evaluator
lokus-siapa-f03 = evaluator atau penyelenggara
lokus-siapa-penyelenggara = penyelenggara
lokus-ket-evaluator = { $jumlah ->
    [1] Satu orang ditetapkan
   *[other] { $jumlah } orang ditetapkan
}
lokus-ket-usulan = { $jumlah ->
    [1] Satu usulan menunggu SK
   *[other] { $jumlah } usulan menunggu SK
}
lokus-ket-dikirim = Dikirim { $waktu }
lokus-ket-siap = Menunggu persetujuan kepala
lokus-ket-isian = { $jumlah ->
    [1] Satu indikator terisi
   *[other] { $jumlah } indikator terisi
}
lokus-ket-lembar = { $n } lembar selesai
lokus-ket-responden = { $jumlah ->
    [1] Satu responden lengkap
   *[other] { $jumlah } responden lengkap
}
lokus-ket-ipp = IPP { $ipp }
lokus-ket-tanda = { $n } pihak menandatangani
lokus-berikut = Langkah berikut
lokus-giliran-anda = Sekarang giliran Anda.
lokus-lanjutkan = Lanjutkan
lokus-menunggu = Menunggu { $siapa }.
lokus-rantai = Rangkaian evaluasi
lokus-rantai-selesai = Semua langkah selesai
lokus-rantai-selesai-isi = Hasil unit ini sudah terbit.
lokus-tindakan-ulang-ba = Batalkan berita acara hasil lalu buat lagi: { $nama } tidak dapat lagi menandatangani
lokus-menunggu-ba-batal = Berita acara hasil tidak dapat selesai; menunggu penyelenggara membatalkannya lalu membuatnya lagi
lokus-tindakan-ba-macet = Berita acara hasil tidak dapat selesai; batalkan, lalu buat lagi
lokus-tindakan-ba-macet-pelaksanaan = Berita acara pelaksanaan tidak dapat selesai; batalkan, lalu buat lagi
lokus-lanjut-berjalan = Evaluasi selesai; tindak lanjut masih berjalan
lokus-lanjut-terlambat = Evaluasi selesai; tindak lanjut terlambat
lokus-lanjut-belum = { $jumlah ->
    [1] Satu rekomendasi belum diterima sebagai selesai.
   *[other] { $jumlah } rekomendasi belum diterima sebagai selesai.
}
lokus-lanjut-lewat = { $jumlah ->
    [1] Satu rencana lewat tenggatnya.
   *[other] { $jumlah } rencana lewat tenggatnya.
}
lokus-lanjut-laporan = Batas laporan tindak lanjut sudah lewat.
lokus-benturan-judul = Lembar penilaian dari evaluator yang berbenturan
lokus-benturan-dihitung = { $nama } menyatakan benturan kepentingan pada { $waktu }, sesudah lembarnya selesai. Lembar itu masih dihitung: ganti evaluatornya agar tidak dihitung lagi, atau putuskan tetap dihitung, dengan alasannya, ketika hasil dibekukan.
lokus-benturan-beku = { $nama } menyatakan benturan kepentingan pada { $waktu }, sesudah lembarnya dihitung dalam hasil yang dibekukan. Batalkan pembekuan bila lembar itu tidak boleh dihitung; bila tetap, berita acara yang dibuat sesudahnya menyebutnya.
lokus-tim = Evaluator
lokus-tim-kosong = Belum ada evaluator untuk unit ini. Penyelenggara mengusulkan, penanggungjawab menetapkan dengan SK.
lokus-data = Data unit lokus
lokus-kode = Kode publik
lokus-langsung = Ada perubahan baru sejak halaman ini dibuka.
lokus-langsung-muat = Muat ulang
lokus-ke-tindak-lanjut = Rekomendasi dan tindak lanjut
lokus-ke-penyampaian = Dokumen yang disampaikan
lokus-ke-pemantauan = Pemantauan rekomendasi periode lalu
