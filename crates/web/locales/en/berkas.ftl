# Virus scanning and limits of uploads.
berkas-ditahan-judul = The file cannot be opened
berkas-menu = File checks
berkas-judul = File checks
berkas-pembuka = Where a virus scanner is installed, uploaded files are held back until it says that they are clean. What holds a virus is never given to anybody.
berkas-pemindai = Virus scanner
berkas-pemindai-mati = Not installed
berkas-pemindai-mati-isi = Uploaded files are not scanned for viruses. The guide says how to install a scanner.
berkas-pemindai-hidup = Working
berkas-pemindai-pergi = Not answering
berkas-pemindai-pergi-isi = New files wait and are scanned as soon as the scanner is back. Ask the people of the server to look at the service clamav-daemon.
berkas-menunggu-jumlah =
    { $jumlah ->
        [0] No file waits.
        [one] One file waits.
       *[other] { $jumlah } files wait.
    }
berkas-menunggu-sejak = The oldest since { $waktu }.
berkas-terinfeksi-jumlah =
    { $jumlah ->
        [0] No file is infected.
        [one] One infected file is held back.
       *[other] { $jumlah } infected files are held back.
    }
berkas-kosong = No file is held back
berkas-kosong-isi = All files were scanned, or need no scan.
berkas-isi = File
berkas-keadaan = State
berkas-temuan = Found
berkas-coba = Tries
berkas-sejak = Uploaded
berkas-menunggu-lencana = Waiting
berkas-terinfeksi-lencana = Infected
berkas-catatan = The number in the first column is the beginning of the object number in the audit log. Uploaders with an account have been told.
berkas-harian = The limit of uploads for today is reached. Send without files, or try again tomorrow.
berkas-tanda-menunggu = Being scanned for viruses
berkas-tanda-terinfeksi = Held back: contains a virus
berkas-lama =
    { $jumlah ->
        [0] Every file was scanned at least once.
       *[other] { $jumlah } files were never scanned (from before the scanner was installed, or printed by this program). They are scanned bit by bit, and meanwhile they can be opened.
    }
