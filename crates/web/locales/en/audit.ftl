### The audit log.

audit-judul = Audit log
audit-pembuka = Each change is recorded with who and when, then sealed in a chain so that it cannot be altered unnoticed.
audit-ekspor = Download CSV
audit-segel = Sealed up to
audit-belum-segel = Nothing sealed yet
audit-mata = Sealed events
audit-antre = Waiting for the seal
audit-objek = Object
audit-objek-id = Id of the object
audit-dari = From
audit-sampai = To
audit-kosong = No events
audit-kosong-isi = No event in your scope fits this filter.
audit-waktu = Time
audit-oleh = By
audit-aksi = Event
audit-nomor = Seal number
audit-program = The program or a visitor
audit-rincian = Details
audit-belum = Not yet
audit-lebih-lama = Older
