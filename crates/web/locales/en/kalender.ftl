### The working calendar of an office.

kalender-judul = Working calendar
kalender-pengantar = Deadlines in working days, bookings and the queue of a mall follow this calendar. Deadlines of F01 repairs and of the right of reply that were given do not change; promised days of open applications and the deadlines of reports of citizens that are not past move. Applicants are told the new day and why.
kalender-aturan = Weekly rule
kalender-aturan-bawaan = Not set: Saturday and Sunday are free, cuti bersama is free.
kalender-pekan = Working days
kalender-lima-hari = Monday to Friday
kalender-enam-hari = Monday to Saturday
kalender-cuti = Cuti bersama (joint leave)
kalender-cuti-libur = Free, not counted
kalender-cuti-kerja = Worked
kalender-cuti-bantu = Many service offices stay open on joint leave.
kalender-cuti-bersama = joint leave
kalender-hak-jawab = Right of reply of new periods (working days)
kalender-hak-jawab-bantu = The 5 is this program's choice; we found no rule that names a length.
kalender-sumber = Basis
kalender-sumber-bantu = For example the number of a rule or circular. May be empty.
kalender-simpan = Save rule
kalender-hari-sendiri = Days of this office
kalender-hari-kosong = No days yet
kalender-hari-kosong-isi = Add regional holidays, national ones that the list lacks, or days worked instead.
kalender-tanggal = Date
kalender-tanggal-wajib = Choose the date.
kalender-tanggal-ada = This date is in the list already.
kalender-jenis = Kind
kalender-jenis-libur = Free
kalender-jenis-kerja = Worked
kalender-nama = Name of the day
kalender-nama-bantu = For example: anniversary of the regency.
kalender-nama-wajib = Write the name of the day.
kalender-dicatat = Recorded
kalender-tindakan = Action
kalender-hapus = Remove
kalender-tambah = Add day
kalender-nasional = National holidays and joint leave
kalender-nasional-isi = The list that ships with the program. Compare it with the joint decree of three ministers of that year; record differences as days of the office. A year without a list leaves out only weekends and the office's own days.
kalender-perkiraan-lencana = Estimate
kalender-tanpa-daftar = There is no list of holidays for { $tahun } yet: only weekends and the office's own days were left out.
kalender-perkiraan = The list of holidays for { $tahun } is still an estimate.
kalender-tersimpan = Calendar rule saved.
kalender-hari-ditambah = Day added.
kalender-hari-dihapus = Day taken out of the calendar.
kalender-libur-tetap-buka = Day off added. A mall stays open on that day because its head has decided its hours: see the list. Bookings there still hold, and its head is told. In other malls citizens who booked are offered another time.
kalender-mpp-buka = { $mpp } stays open { $jam } by decision of its head; { $jumlah ->
    [0] nobody has booked a time on that day.
    *[other] bookings that still hold: { $jumlah }.
    }
kalender-libur-ditambah = Day off added. Citizens who booked a time on that day are offered another one, and the front desk of the mall is told.
