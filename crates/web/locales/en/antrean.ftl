# Queue: numbers, calls, board, kiosk, the officer's screen
antrean-tab = Today
antrean-ambil-judul = Take a queue number
antrean-ambil-isi = Choose the service you need. You need no account, and no name.
antrean-cari = Find a service: name, letters of the number, or gerai
antrean-cari-nihil = No service fits “{ $cari }”. Try other words, or choose its gerai.
antrean-cari-temuan = { $jumlah ->
    [one] { $jumlah } service found
   *[other] { $jumlah } services found
}
antrean-cari-potong = The first { $tampil } of { $jumlah } services that fit. Write a more exact word, or choose the gerai.
antrean-pilih-gerai = Choose a gerai
antrean-semua-gerai = All gerai
antrean-sering = Asked for often
antrean-tanpa-layanan = No services yet
antrean-tanpa-layanan-isi = No gerai of this MPP offers a service yet.
antrean-belum-ada-loket = No counter open yet
antrean-orang-menunggu = { $jumlah ->
    [0] Nobody is waiting
    [one] { $jumlah } person waiting
    *[other] { $jumlah } people waiting
    }
antrean-menunggu-n = { $jumlah } waiting
antrean-lihat-tiket = See my number
antrean-sudah-pegang = You already hold a number for this service. Here it is.
antrean-terbit = Your number was issued. Keep this page.
antrean-terlalu-sering = Too many numbers were taken from this network in the last hour. Please go to the kiosk or the front desk.
antrean-gagal = No number was issued
antrean-di-gerai = Gerai
antrean-gerai = Gerai
antrean-kini = Right now
antrean-bawa = What to bring
antrean-bawa-tautan = Requirements of this service
antrean-layanan = Service
antrean-layanan-lain = Other services
antrean-rentan = Put me first
antrean-rentan-bantu = For elderly people, people with a disability, pregnant women, mothers with small children, and people who are ill. You need not say why.
antrean-rentan-petugas = Put first (kelompok rentan); do not ask why
antrean-ambil = Take a number
antrean-tanpa-data = We ask for no name, no NIK and no telephone number.
antrean-nomor = Queue number
antrean-menunggu = Waiting
antrean-dipanggil = Called
antrean-dilayani = Being served
antrean-selesai = Finished
antrean-dilewati = Skipped
antrean-ditahan = On hold
antrean-dialihkan = Transferred, waiting
antrean-tidak-hadir = Absent
antrean-dibuka-lagi = Taken up again, waiting
antrean-batal = Cancelled
antrean-ket-menunggu = Please wait in the hall. This page changes by itself when you are called.
antrean-ket-absen = Ask the front desk before you wait. Your number stays in line, and this page changes by itself when it is called.
antrean-ket-tutup-hari = Ask an officer whether your number is still served today. If not, take a new number on another day. This page changes by itself.
antrean-ket-dipanggil = Please come now.
antrean-ket-dilayani = You are being served at the counter.
antrean-ket-selesai = Thank you for coming.
antrean-ket-dilewati = You were called but did not come. Tell the officer at this gerai, to be called again.
antrean-ket-ditahan = Your number is kept. Go back to the officer when you are ready; you keep your place.
antrean-ket-tidak-hadir = You did not come after being called. If you are still here, ask the officer to take it up again today.
antrean-ket-batal-warga = You cancelled this number.
antrean-ket-batal-petugas = An officer cancelled this number. Ask the officer if this is a mistake.
antrean-ket-batal-tutup = The MPP closed before your turn. We are sorry; please take a new number on another day.
antrean-didahulukan = Put first
antrean-depan-nol = You are next
antrean-giliran-mulai = The turn of your booking begins at { $jam }
antrean-pesanan-pukul = Booked for { $jam }
antrean-depan = { $jumlah ->
    [one] { $jumlah } person ahead of you
    *[other] { $jumlah } people ahead of you
    }
antrean-menghitung = Counting your place…
antrean-kira = About { $dari } to { $sampai } minutes from now
antrean-kira-sampai = Probably less than { $sampai } minutes from now
antrean-kira-lama = About { $dari } to { $sampai } from now
antrean-kira-sampai-lama = Probably less than { $sampai } from now
antrean-lama-menit = { $menit } min
antrean-lama-jam = { $jam } h
antrean-lama-jam-menit = { $jam } h { $menit } min
antrean-tak-sempat-judul = It may not be your turn today
antrean-tak-sempat = The service closes at { $tutup }, and the line is longer than that.
antrean-tak-sempat-pesan = Your booked time is { $jam }, but today the service closes at { $tutup }.
antrean-ket-tak-sempat = Ask an officer whether this number is still served today, or take a number or book a time on another day. This page changes by itself.
antrean-kira-langsung = A counter is free: you may be called at once
antrean-kira-tanpa-loket = No counter is open yet, so the time cannot be estimated
antrean-kira-tanpa-dasar = The time cannot be estimated yet
antrean-dasar-contoh = From the last { $jumlah } services at this gerai. Eight people in ten are called within this range.
antrean-dasar-sebagian = Partly a guess from the promised time: some of the services that people ahead of you came for have too few records at this gerai.
antrean-dasar-tebakan = This is a guess from the promised time, because this gerai has too few records yet.
antrean-ke-loket = Gerai { $gerai }, counter { $loket }
antrean-ke-gerai = Gerai { $gerai }
antrean-survei = Rate this service
antrean-survei-bantu = A short satisfaction survey. Your answer is not linked to this number.
antrean-survei-terima-kasih = Thank you: the survey of this number was answered.
antrean-putus = The connection is lost; trying again. What is shown may have changed.
antrean-hari-lain-judul = A number of another day
antrean-hari-lain-isi = This number was for { $hari } and is no longer good.
antrean-batal-judul = Not coming?
antrean-batal-isi = Cancelling lets people behind you be served sooner. A cancelled number cannot be used again.
antrean-batalkan = Cancel this number
antrean-dibatalkan = The number was cancelled.
antrean-hari = Good on
antrean-kode = Code
antrean-kode-bantu = With this code you can open this page on another phone. Do not give it to others.
antrean-kode-slip = Keep it: with this code you can rate the service at the kiosk without a phone.
antrean-adukan = Complain about this service
antrean-lihat-papan = Queue board
antrean-pintu-nanti = The queue is not open yet
antrean-pintu-nanti-isi = Numbers are given from { $nomor }. Services open at { $buka }.
antrean-pintu-usai = Today's queue is closed
antrean-pintu-usai-isi = Services ended at { $sampai }. Please come back on the next service day.
antrean-pintu-libur = Closed for a holiday today
antrean-pintu-tidak-buka = No services today
antrean-pintu-tidak-buka-isi = Today is not within the hours of the MPP.
antrean-pintu-khusus = The MPP is closed today
antrean-tutup-sisa = { $jumlah ->
    [one] { $jumlah } number of today is not over.
   *[other] { $jumlah } numbers of today are not over.
}
antrean-tutup-sisa-isi = They can still be called and served. Those that are not end by themselves after today, with the note that the MPP was closed.
antrean-khusus = Special hours today
antrean-khusus-mendatang = Special days to come
antrean-papan-judul = Queue board
antrean-papan-panggilan = Calls
antrean-papan-kosong = No calls yet.
antrean-papan-gerai = Gerai and counters
antrean-papan-halaman = { $dari }–{ $sampai } of { $n }, in turn
antrean-papan-putus = The connection to the server is lost; the board is trying again. Follow the officers' calls.
antrean-papan-bantu = for the screen in the hall; one button starts the sound.
antrean-suara = Start the sound
antrean-suara-hidup = Sound is on
antrean-loket-n = Counter { $loket }
antrean-kios = Kiosk
antrean-kios-bantu = for the touch screen at the entrance.
antrean-antre-bantu = for citizens' phones.
antrean-kios-judul = Choose a service
antrean-kios-awal = Back to the start
antrean-kios-survei = Already served? Rate the service
antrean-kios-survei-isi = Type the code on your slip of today. The survey opens once, after your number has been served. Your answers are not tied to that number.
antrean-kios-survei-kode = Code on the slip
antrean-kios-survei-bantu = The code begins with a T, such as T-7KQ49-XMP3R; it is not the number that is called. No slip? Ask the front desk.
antrean-kios-survei-buka = Begin the survey
antrean-kios-survei-gagal = The survey cannot be opened yet
antrean-kios-survei-terpakai = This code has been used
antrean-kios-survei-tidak = The survey cannot be opened
antrean-kios-survei-asing = That code is not known here today. Check its letters and digits.
antrean-kios-rentan = Take a number, put me first
antrean-kios-rentan-bantu = Elderly, disability, pregnant, with small children, ill
antrean-kios-selesai = Done
antrean-qr = QR code of the page of number { $nomor }
antrean-qr-bantu = Scan to follow your place on a phone.
antrean-cetak = Print
antrean-petugas-judul = Queue of the gerai
antrean-pintasan = Keyboard shortcuts
antrean-ditolak = Cannot be done
antrean-hanya-baca = You are only looking
antrean-hanya-baca-isi = Calling and serving is for officers placed at this gerai.
antrean-tutup-loket = Leave the counter
antrean-layani = Start serving
antrean-panggil-ulang = Call again
antrean-lewati = Skip
antrean-nyatakan-tidak-hadir = Absent
antrean-selesaikan = Finish
antrean-selesai-berikut = Finish and call the next
antrean-selesai-saja = Only finish
antrean-tahan = Hold
antrean-alihkan = Transfer to another gerai or service
antrean-alihkan-ke = To
antrean-alihkan-ada = Somebody is at a counter
antrean-alihkan-kosong = Nobody is at a counter yet
antrean-saring = Narrow the list: name of a service or gerai
antrean-saring-nihil = Not in the list. Change or remove the words above.
antrean-alihkan-kirim = Transfer without queueing again
antrean-tak-ada = Nobody is waiting.
antrean-panggil-berikut = Call the next
antrean-panggil = Call
antrean-pilih-loket = At which counter do you sit?
antrean-melayani-lain = You still serve { $nomor } at gerai { $gerai }, counter { $loket }. Finish there first.
antrean-duduk-lain = You sit at gerai { $gerai }, counter { $loket }. Choosing a counter here moves you.
antrean-layar-lain = Open the screen of { $gerai }
antrean-pilih-loket-isi = Citizens are called to the counter that you choose.
antrean-belum-datang = You are not recorded as present today, so citizens do not see that somebody is at this gerai.
antrean-catat-datang = Record that I am here
antrean-tanpa-loket-judul = This gerai has no counter yet
antrean-tanpa-loket-isi = The head of the MPP adds counters.
antrean-diduduki = Taken by { $nama }; choosing it replaces that officer
antrean-tak-diduduki = Empty
antrean-dipanggil-kali = Called { $jumlah } times
antrean-menit = { $jumlah ->
    [one] { $jumlah } minute
    *[other] { $jumlah } minutes
    }
antrean-menunggu-menit = waiting { $jumlah ->
    [one] { $jumlah } minute
    *[other] { $jumlah } minutes
    }
antrean-sejak-menit = { $jumlah ->
    [one] { $jumlah } minute ago
    *[other] { $jumlah } minutes ago
    }
antrean-a-menunggu = Waiting
antrean-a-dilayani = Being served
antrean-a-terlama = Longest wait
antrean-a-selesai = Finished today
antrean-a-tidak-hadir = Absent
antrean-garis = The line
antrean-garis-kosong = The line is empty
antrean-garis-kosong-isi = New numbers appear here by themselves.
antrean-tindakan = Actions for { $nomor }
antrean-utamakan = Put first
antrean-biasakan = Do not put first
antrean-batalkan-petugas = Cancel
antrean-lebih = and { $jumlah } more
antrean-tertunda = Skipped and on hold
antrean-kembalikan = Back to the line
antrean-semua-loket = All counters
antrean-usai = Finished last
antrean-buka-lagi = Take up again
antrean-tambah = Issue a number for somebody who came
antrean-terbitkan = Issue a number
antrean-berhenti = That service is no longer given here
antrean-berhenti-isi = No number was taken. Choose another service below, or ask at the front desk.
antrean-terbit-nomor = Number { $nomor } is issued
antrean-terbit-isi = Tell the person this number, or hand over the slip: it has a code and a QR to follow the line and to rate the service.
antrean-terbit-slip = Open the slip to print
antrean-ke-layar = Back to the queue screen
antrean-depan-judul = A number from the front desk
antrean-depan-cari = Find a service: name, letter of the number, or gerai
antrean-depan-sering = Asked for often. Press to give a number
antrean-depan-temuan = { $jumlah ->
    [one] { $jumlah } service found. Press to give a number
   *[other] { $jumlah } services found. Press to give a number
}
antrean-depan-potong = The first { $tampil } of { $jumlah } services that fit; the others are in the full list. Press one to give a number
antrean-depan-nihil = No service fits “{ $cari }”. Try other words, or open the full list.
antrean-depan-semua = Back to what is asked for often
antrean-depan-daftar = Full list ({ $jumlah } services)
antrean-per-gerai = The queue of each gerai today
antrean-gerai-sepi = { $jumlah ->
    [one] { $jumlah } other gerai without a queue and with nobody at a counter
   *[other] { $jumlah } other gerai without a queue and with nobody at a counter
}
antrean-loket-buka = Counters open
antrean-rata-tunggu = Average wait
antrean-tanpa-petugas = Waiting, no counter open
antrean-dari = { $n } of { $dari }
antrean-layar = Officer's screen
antrean-layar-balai = Screens of the hall
antrean-nomor-lagi = Next number
antrean-jam-judul = Special hours, or closed for a day
antrean-jam-isi = This decision wins over the usual hours and holidays for that one day. Citizens read the reason; those who booked that day and can no longer be served are offered another time.
antrean-tanggal = Date
antrean-tanggal-wajib = Give a date.
antrean-jam-mulai = Opens at
antrean-jam-selesai = Closes at
antrean-jam-bantu = For example 08:00. Not needed when the MPP is closed.
antrean-jam-wajib = Give a time, for example 08:00.
antrean-alasan = Reason
antrean-alasan-bantu = Read by citizens, for example "Power cut".
antrean-alasan-wajib = Give a reason.
antrean-jam-buka = Open at these hours
antrean-jam-tutup = Close on that day
antrean-jam-tanya = { $jumlah ->
    [one] { $jumlah } booking
   *[other] { $jumlah } bookings
} on { $hari } could not be served if this were decided
antrean-jam-tanya-isi = If you go on, their holders are offered another time; whoever left only a phone number has to be called by the front desk.
antrean-jam-tanya-nomor = { $jumlah ->
    [one] { $jumlah } number of today is not over
   *[other] { $jumlah } numbers of today are not over
}
antrean-jam-tanya-nomor-isi = If you go on, citizens can take no new numbers. Those can still be called and served; what is not served ends by itself after today.
antrean-jam-tanya-luput = { $jumlah ->
    [one] { $jumlah } number of today may not be called before that closing time
   *[other] { $jumlah } numbers of today may not be called before that closing time
}
antrean-jam-tanya-luput-isi = If you go on, their holders read that it may not come today. What is not served ends by itself after today.
antrean-jam-tanya-belum = Nothing has changed yet.
antrean-jam-tanya-ya = Yes, open at these hours
antrean-jam-tanya-tutup = Yes, close on that day
antrean-jam-urung = Leave it
antrean-putus-tutup = { $hari } is closed
antrean-putus-jam = { $hari } has special hours
antrean-putus-kena = { $jumlah ->
    [one] { $jumlah } citizen who booked has
   *[other] { $jumlah } citizens who booked have
} to choose another time
antrean-putus-masih = No other booking is touched; { $jumlah ->
    [one] { $jumlah } citizen has
   *[other] { $jumlah } citizens have
} to choose another time since before
antrean-putus-tanpa = No booking is touched.
antrean-libur-judul = Open on a day off
antrean-libur-isi = { $hari }: day off ({ $libur }), but this mall stays open { $jam } by the decision for that day. { $jumlah ->
    [0] Nobody has booked a time.
    *[other] Bookings that still hold: { $jumlah }.
    }
antrean-libur-tarik = If the mall is to be closed too, take the decision back; citizens who booked are then offered another time.
antrean-tarik = Take back a decision
antrean-tarik-isi = The usual hours and the calendar hold again for that day. Bookings that still wait for another time stand again as they were, and holders who left an address are told. Who moved or cancelled stays so. Whom you called has to be called again.
antrean-tarik-hari = Decision for
antrean-tarik-tanya = { $jumlah ->
    [one] { $jumlah } booking
   *[other] { $jumlah } bookings
} on { $hari } could not be served if that decision were taken back
antrean-tarik-tanya-ya = Yes, take it back
antrean-ditarik = Taken back. The usual hours and the calendar hold again.
antrean-ditarik-pesanan = Taken back. The bookings that were touched stand again; holders who left an address are told, others read it on the page of the booking.
antrean-ditarik-terdampak = The decision is taken back, the usual hours hold again. Some bookings cannot be kept now; those who need another time are listed below.
antrean-di-mpp = Take a number at { $mpp }
antrean-dipanggil-arti = Skip: the number is kept and can be called again. Absent: the number is closed; it can be reopened today.
antrean-dilayani-arti = Hold: the person has to complete something first; the number is kept and can be called again.
antrean-absen = No officer is planned today
antrean-absen-berikut = Officers of this service come only on some days. The next one: { $hari }. A number can still be taken, but today there may be nobody to call it.
antrean-absen-belum = Officers of this service come only on some days, and the next one is not planned yet. Ask the front desk before you wait.
antrean-absen-tiket = Officers of this service come only on some days, so today there may be nobody to call your number. The next day: { $hari }.
antrean-absen-pesan = Book a time on a day when they come
