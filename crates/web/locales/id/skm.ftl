skm-kurun = { $mulai } – { $sampai }
skm-keadaan-dijadwalkan = Dijadwalkan
skm-keadaan-berjalan = Berjalan
skm-keadaan-selesai = Selesai
skm-keadaan-ditutup = Ditutup
