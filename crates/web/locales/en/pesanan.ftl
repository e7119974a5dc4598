### Bookings: the citizen's pages and mails, schedules and lists for officers.

pesanan-judul = Book a time
pesanan-judul-layanan = Book a time: { $layanan }
pesanan-pembuka = Choose a day and a time, then show the booking code at the front desk. No account, no charge. You can always walk in without a booking.
pesanan-pembuka-undangan = Choose a day and a time, then show the booking code at the front desk. No account, no charge.
pesanan-hadir-judul = Officers do not come every day
pesanan-hadir-hari = Officers come only on { $hari }.
pesanan-hadir-lagi = and other days after that
pesanan-hadir-umum = Officers come only on days that are announced. No day is planned yet.
pesanan-hadir-di = { $mpp }, counter { $gerai }: { $kapan }
pesanan-hadir-poster = { $jam }, only on days with officers (see the QR code)
pesanan-berhenti = This service is no longer given at this counter
pesanan-berhenti-isi = Search for the service to see other places.
pesanan-tanpa = This service cannot be booked yet
pesanan-tanpa-isi = Please walk in during opening hours and take a queue number.
pesanan-lihat-syarat = See what to bring
pesanan-langkah-hari = 1. Choose a day
pesanan-langkah-waktu = 2. Choose a time
pesanan-waktu-pilih = Times on { $hari }
pesanan-waktu-wajib = Choose a time.
pesanan-sisa = { $jumlah ->
    [one] { $jumlah } place
   *[other] { $jumlah } places
 }
pesanan-penuh = Full
pesanan-habis = No place can be booked at the moment
pesanan-habis-isi = You can still walk in: some places are always kept for people without a booking.
pesanan-habis-undangan = Nobody is there on other days. Look at this page again before you come.
pesanan-habis-tetap = Your present booking still holds.
pesanan-habis-hilang = The time you booked is gone and there is no other yet. Look again tomorrow, or come without a booking on an open day.
pesanan-hilang-undangan = The time you booked is gone and there is no other yet. Officers come only on days that are announced: look again tomorrow before you come.
pesanan-tutup-libur = Holiday: { $nama }
pesanan-tutup-hari-libur = Holiday
pesanan-tutup-pekan = Weekend
pesanan-tutup-tidak-buka = Not scheduled
pesanan-tutup-undangan = No officer present
pesanan-tutup-petugas = No officer yet
pesanan-tutup-putusan = Closed: { $alasan }
pesanan-tutup-jam = The mall is open at other hours on that day: { $alasan }
pesanan-tutup-lewat = Too late to book
pesanan-kontak = So that we can tell you
pesanan-kontak-isi = You may leave this empty. It is used for this booking only: a confirmation, a reminder the day before, and news if the schedule changes. It is removed after the day. Your name and identity number are not asked for.
pesanan-kontak-isi-telepon = You may leave this empty. It is used for this booking only, if the schedule changes. It is removed after the day. Your name and identity number are not asked for.
pesanan-surel = E-mail address
pesanan-surel-bantu = For the confirmation and the reminder.
pesanan-telepon = Phone number
pesanan-telepon-bantu = An officer may call if your time changes.
pesanan-kirim = Book now
pesanan-tersimpan = Booked. Keep the code, or take a picture of this page.
pesanan-salah-penuh = This time has just become full. Choose another one.
pesanan-salah-ganda = This address or number already booked the same service on that day. Change that booking, choose another day, or leave it empty.
pesanan-salah-lewat = This time is too near to be booked. Choose another one, or walk in.
pesanan-salah-jauh = That day cannot be booked yet. Choose a nearer one.
pesanan-salah-slot = This time is no longer available. Choose another one.
pesanan-salah-mulai = This booking has begun or is over, so it cannot be changed or cancelled.

pesanan-satu = Booking
pesanan-qr = Booking code { $kode }
pesanan-kode = Booking code
pesanan-gerai = Counter
pesanan-alamat = Place
pesanan-keadaan = State
pesanan-keadaan-dipesan = Booked
pesanan-keadaan-terdampak = Needs another time
pesanan-keadaan-hadir = Here
pesanan-keadaan-tidak-hadir = Did not come
pesanan-keadaan-batal = Cancelled
pesanan-keadaan-lewat = Over
pesanan-dampak-judul = The time you booked cannot be served
pesanan-dampak-isi = We are sorry about this change. Please choose another time; your code stays the same.
pesanan-dampak-ambil = Take { $slot }
pesanan-dampak-lain = Choose another day and time
pesanan-dampak-nihil = See other days that can be booked
pesanan-sebab = Reason
pesanan-sebab-libur = That day has become a holiday
pesanan-sebab-tidak-buka = The counter is not open on that day
pesanan-sebab-bukan-undangan = No officer is present on that day
pesanan-sebab-tanpa-petugas = No officer is on duty on that day
pesanan-sebab-slot-hilang = The service hours have changed
pesanan-sebab-kapasitas = There are fewer officers, so there is not enough room
pesanan-hari-h = On the day
pesanan-hari-h-tunjuk = Come 10 minutes early and show this code or QR picture at the front desk. Reading the code aloud is enough; no print is needed. From your booked time on, bookings and people who walked in are called in turn, one for one.
pesanan-hari-h-bawa = Bring what is required.
pesanan-kontak-surel = A reminder is sent to your e-mail address the day before.
pesanan-kontak-telepon = An officer calls you if the schedule changes.
pesanan-kontak-tanpa = You left no address. Open this page the day before to make sure that nothing has changed.
pesanan-simpan-kode = Keep this code: whoever holds it can change or cancel the booking.
pesanan-ubah = Change the time
pesanan-ubah-isi = Your booking now: { $kapan }. It stays yours until you have the new one.
pesanan-ubah-hilang = The time you booked ({ $kapan }) can no longer be served. Choose another.
pesanan-ubah-kirim = Move the booking
pesanan-ubah-urung = Leave as it is
pesanan-dipindah = The booking was moved to the new time.
pesanan-batal = Cancel the booking
pesanan-batal-tanya = Your place will be given to others, and the address you left is removed.
pesanan-batal-ya = Yes, cancel
pesanan-dibatalkan = The booking was cancelled.
pesanan-batal-isi = This booking was cancelled. The address that was left has been removed.
pesanan-pesan-lagi = Book another time
pesanan-mulai = The booked time has begun. Please go to the front desk; if you are late you are served as a walk-in.
pesanan-hadir-isi = Your arrival was recorded. Please wait to be called.
pesanan-tidak-hadir-isi = No arrival was recorded. You can walk in or book another time.
pesanan-riwayat = Changes
pesanan-riwayat-pindah = From { $dari } to { $ke } ({ $waktu })
pesanan-di-mpp-tombol = Book a time at { $mpp }

pesanan-surel-pasti = Booked: { $layanan }
pesanan-surel-pasti-isi = Your booking is recorded.
pesanan-surel-pindah = Booking moved: { $layanan }
pesanan-surel-pindah-isi = Your booking was moved to the following time.
pesanan-surel-ingat = Tomorrow: { $layanan }
pesanan-surel-ingat-isi = A reminder: you are expected tomorrow.
pesanan-surel-dampak = Schedule changed, choose another time: { $layanan }
pesanan-surel-kembali = Your booking holds again: { $layanan }
pesanan-surel-kembali-isi = The change of the schedule was taken back. Your booking holds again as before.
pesanan-surel-tubuh =
    { $awal }

    { $layanan }
    { $kapan }
    Counter: { $gerai }
    { $mpp }
    { $alamat }
    Code: { $kode }

    { $tautan }
pesanan-surel-lanjut = If you cannot come, change or cancel by the link above, so that others can have the place.
pesanan-surel-lanjut-dampak = The time above cannot be served. Open the link above: other times are offered there.
pesanan-surel-kaki = You get this mail because your address was left with the booking. It is removed after the day.

pesanan-tab = Bookings
pesanan-hari-judul = Citizens' bookings
pesanan-cari = Booking code
pesanan-cari-bantu = Type the code, or scan the QR on the citizen's screen.
pesanan-cari-tombol = Find
pesanan-cari-nihil = There is no booking with that code here.
pesanan-cari-semua = All bookings of today
pesanan-hari-pilih = Day
pesanan-hari-sebelum = Day before
pesanan-hari-sesudah = Next day
pesanan-hari-ini = Today
pesanan-hari-kosong = No bookings on this day
pesanan-hari-kosong-isi = Citizens who walk in still take a queue number.
pesanan-waktu = Time
pesanan-layanan = Service
pesanan-hadir = Here
pesanan-hadir-rentan = Here, priority
pesanan-nomor = Queue number { $nomor }
pesanan-ke-tiket = See the line for { $nomor }
pesanan-tidak-hadir = Did not come
pesanan-tercatat-hadir = Arrival recorded.
pesanan-tercatat-tidak = Recorded as absent.
pesanan-tercatat-kabar = Recorded as told.
pesanan-mendatang = Days with bookings
pesanan-mendatang-lagi = { $jumlah } more days with bookings
pesanan-jam = From { $jam }: { $jumlah } bookings, { $menunggu } still expected
pesanan-kabari-lagi = { $jumlah } more people to be told
pesanan-banyak = { $jumlah ->
    [one] { $jumlah } booking
   *[other] { $jumlah } bookings
 }
pesanan-kabari-judul = { $jumlah ->
    [one] { $jumlah } citizen needs another time
   *[other] { $jumlah } citizens need another time
 }
pesanan-kabari-isi = The schedule changed after they booked. Who left an e-mail address was sent a mail; the others only know if you call them, or if they open the page of their booking.
pesanan-kabar = Told by
pesanan-kabar-surel = Mail sent
pesanan-kabar-tanpa = Left no address
pesanan-sudah-telepon = Has been called
pesanan-sudah-langsung = Was told in person
pesanan-dikabari-telepon = Called { $waktu }
pesanan-dikabari-langsung = Told in person { $waktu }

pesanan-jadwal-tab = Schedule
pesanan-jadwal-judul = Schedule and bookings
pesanan-jadwal-isi = A service can be booked when its hours are set and an officer is on duty. Walk-ins are always served.
pesanan-jadwal-kosong = No service is placed at a counter yet
pesanan-jadwal-kosong-isi = Place services at counters first.
pesanan-jadwal-cari = Find a service or gerai
pesanan-jadwal-layanan = Service
pesanan-jadwal-pemesanan = Bookings
pesanan-jadwal-dapat-dipesan = Can be booked
pesanan-jadwal-langsung-saja = Walk-in only
pesanan-jadwal-undangan-lencana = by invitation
pesanan-jadwal-tugas = Duties, 7 days
pesanan-jadwal-pesanan = Bookings ahead
pesanan-jadwal-tindakan = Actions
pesanan-jadwal-jam = Hours and slots
pesanan-jadwal-petugas = Officers
pesanan-jadwal-halaman-warga = Citizen's page
pesanan-jadwal-berhenti-isi = Nothing can be set here any more.
pesanan-jadwal-bentrok = Somebody else has just changed this schedule
pesanan-jadwal-jam-buka = Opening hours
pesanan-jadwal-jam-bantu = Two spans a day where there is a break. Leave days empty that are not open. Holidays of the working calendar close by themselves.
pesanan-jadwal-jam-dua = Fill in both the start and the end like 08:00, or leave both empty.
pesanan-jadwal-mulai = start
pesanan-jadwal-selesai = end
pesanan-jadwal-sampai = to
pesanan-jadwal-lama = Length of a slot (minutes)
pesanan-jadwal-lama-bantu = Each slot begins when the one before ends.
pesanan-jadwal-orang = People per officer and slot
pesanan-jadwal-orang-bantu = How many people one officer serves in one slot.
pesanan-jadwal-serumah = Its officers serve other services too
pesanan-jadwal-serumah-isi = The same officers are on duty for { $layanan }. Their time is sold once: bookings of those services take places here, and the other way round. The rule below can only make it narrower.
pesanan-jadwal-langsung = Kept for walk-ins (%)
pesanan-jadwal-langsung-bantu = Rounded in their favour.
pesanan-jadwal-jeda = Latest booking (minutes before)
pesanan-jadwal-jeda-bantu = 60 means until one hour before the slot begins.
pesanan-jadwal-jauh = Farthest booking (days)
pesanan-jadwal-jauh-bantu = At most 90 days ahead.
pesanan-jadwal-mulai-berlaku = In force from
pesanan-jadwal-mulai-berlaku-bantu = Today or later, for example the hours of Ramadan. The present rule holds until that day.
pesanan-jadwal-mulai-wajib = Choose the date.
pesanan-jadwal-simpan = Save hours and slots
pesanan-jadwal-tersimpan = Schedule saved. No booking is affected.
pesanan-jadwal-tersimpan-dampak = Schedule saved. Some bookings can no longer be served; see the tab Bookings to tell the people.
pesanan-jadwal-belum = Hours and slots are not set
pesanan-jadwal-belum-isi = The head of the mall sets them. Until then citizens walk in.
pesanan-jadwal-riwayat = Recorded rules
pesanan-jadwal-aturan-mulai = From { $tanggal }
pesanan-jadwal-aturan-berlaku = In force
pesanan-jadwal-aturan-nanti = In force later
pesanan-jadwal-aturan-lama = Replaced
pesanan-jadwal-aturan-tutup = Takes no bookings
pesanan-jadwal-aturan-ringkas = Slots of { $lama } minutes, { $orang } people per officer, { $langsung }% for walk-ins, booked { $jeda } minutes before, up to { $jauh } days ahead.
pesanan-jadwal-aturan-tarik = Take this rule back
pesanan-jadwal-undangan = Days with officers
pesanan-jadwal-undangan-isi = The officers of this service come by invitation. Only the days below can be booked.
pesanan-jadwal-undangan-kosong = No day is planned yet.
pesanan-jadwal-undangan-hari = Day
pesanan-jadwal-undangan-tambah = Add the day
pesanan-jadwal-undangan-hapus = Take out
pesanan-jadwal-petugas-judul = Roster
pesanan-jadwal-petugas-isi = Fill in the hours of each officer, leave days empty on which he is not on duty. Days that are over cannot be changed.
pesanan-jadwal-petugas-nama = Officer
pesanan-jadwal-salah-jam = { $nama }, { $hari }: fill both times; the end must be after the start.
pesanan-jadwal-petugas-simpan = Save this week
pesanan-jadwal-petugas-isi-jam = Fill empty days with the opening hours
pesanan-jadwal-label-mulai = { $nama }, { $hari }, start
pesanan-jadwal-label-selesai = { $nama }, { $hari }, end
pesanan-jadwal-tanpa-calon = No officer is placed at this counter
pesanan-jadwal-tanpa-calon-isi = Place officers at the counter first, then make the roster here.
pesanan-jadwal-pekan = Week
pesanan-jadwal-pekan-lalu = Week before
pesanan-jadwal-pekan-depan = Next week
pesanan-jadwal-salin = Copy to the next week
pesanan-jadwal-salin-isi = What is filled in the next week already stays.
pesanan-jadwal-disalin = The roster was copied to this week.
pesanan-jadwal-salin-nihil = Nothing was copied: this week is filled already, or its officers are not on duty here.
pesanan-kontak-hapus = Stop the news and remove the contact
pesanan-kontak-dihapus = The contact was removed. The booking stands; you are not told if its slot changes.
pesanan-kalender = Save to calendar
pesanan-jadwal-libur = Days off are recorded by the organising office in the working calendar; they close bookings of that day at once. To close the mall for one day only: the head, tab Today.
