### What a period makes for all of its units at once (minutes, reports, conveying them).

massal-sejak = Asked for { $waktu }.
massal-gagal = The work stopped for a while and goes on by itself. If the number does not grow for long, tell the administrator.
massal-menyerah = The work stopped after failing again and again. What was made stays. Tell the administrator, then ask again below for the units that are left.
massal-tanpa-hak = You may not do this for this unit.
massal-tidak-jadi = The document could not be made after several tries. Open the unit; if it fails there too, ask the administrator.
massal-tinggal = You may leave this page. Stopping removes nothing that was made.
massal-batal = Stop
massal-dibatalkan = Stopped. What was made stays.
massal-lewat = { $jumlah } units were left out:
massal-lewat-lain = and { $jumlah } more. Units that were left out are still counted below; ask again once the reason is gone.
massal-depan = Number before the running number
massal-mulai = First running number
massal-mulai-bantu = Units are ordered by name; the number grows by one with each.
massal-mulai-salah = Write a whole number from 1 to 999999.
massal-belakang = Number after the running number
massal-nomor-dipakai = Another document of this agency bears one of these numbers already. Begin with { $bebas } so that none is given twice.
massal-nomor-milik = This number was given to { $unit }, { $periode }. Write another number.
massal-berjalan = The request before this one is still being worked on for this period. Wait until that is done.
massal-kosong = There is no unit for which this can be done now.
