-- Personal data (UU 27/2022). Identity fields that lie in other tables are sealed (store::identitas); here is what the office decides
-- about them, and what it did.

-- All identity fields are sealed under this key (its short name), so nobody has to look for rows that are not.
CREATE TABLE identitas_usai (
  kunci text PRIMARY KEY,
  pada bigint NOT NULL
);

-- Days for which a kind of record keeps personal data after it ended, and why; the newest row of a kind holds.
CREATE TABLE pdp_retensi (
  id uuid PRIMARY KEY,
  jenis text NOT NULL CHECK (jenis IN ('permohonan', 'pengaduan', 'konsultasi', 'catatan-baca')),
  hari bigint NOT NULL,
  dasar text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX pdp_retensi_jenis ON pdp_retensi (jenis, id);

-- Whether the purge runs by itself every day; the newest row holds, without one it does not.
CREATE TABLE pdp_harian (
  id uuid PRIMARY KEY,
  nyala bigint NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- A purge that ran. hitung: numbers of what was taken, as JSON. oleh: NULL for the program or who runs it on its machine.
CREATE TABLE pdp_jalan (
  id uuid PRIMARY KEY,
  hitung text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid
);

-- Personal data of a record are gone: its time was over, or its holder asked.
CREATE TABLE pdp_hapus (
  objek_id uuid PRIMARY KEY,
  jenis text NOT NULL,
  sebab text NOT NULL CHECK (sebab IN ('masa', 'permintaan')),
  pada bigint NOT NULL
);

-- What a person asked of the office about his data. objek_id: the record behind his code, or his account. tenggat: end of 3 x 24 hours.
CREATE TABLE pdp_permintaan (
  id uuid PRIMARY KEY,
  jenis text NOT NULL CHECK (jenis IN ('hapus', 'perbaikan', 'batasi')),
  subjek text NOT NULL CHECK (subjek IN ('akun', 'permohonan', 'pengaduan', 'konsultasi', 'pesanan')),
  objek_id uuid NOT NULL,
  alasan text NOT NULL,
  tenggat bigint NOT NULL,
  pada bigint NOT NULL
);
CREATE INDEX pdp_permintaan_objek ON pdp_permintaan (objek_id, id);

CREATE TABLE pdp_putusan (
  permintaan_id uuid PRIMARY KEY REFERENCES pdp_permintaan (id),
  putusan text NOT NULL CHECK (putusan IN ('kabul', 'tolak')),
  dasar text NOT NULL,
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- A breach of personal data. diketahui: when the office learned of it; the clock of 3 x 24 hours starts there.
CREATE TABLE insiden (
  id uuid PRIMARY KEY,
  diketahui bigint NOT NULL,
  tenggat bigint NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX insiden_tenggat ON insiden (tenggat, id);

-- What is known of it; each change is a new row. jumlah: people concerned, NULL while it is not known.
CREATE TABLE insiden_naskah (
  insiden_id uuid NOT NULL REFERENCES insiden (id),
  versi bigint NOT NULL,
  judul text NOT NULL,
  data text NOT NULL,
  kejadian text NOT NULL,
  dampak text NOT NULL,
  penanganan text NOT NULL,
  kontak text NOT NULL,
  jumlah bigint,
  pada bigint NOT NULL,
  oleh uuid NOT NULL,
  PRIMARY KEY (insiden_id, versi)
);

-- Who was told, when and by what means; versi: what was known then.
CREATE TABLE insiden_kabar (
  id uuid PRIMARY KEY,
  insiden_id uuid NOT NULL REFERENCES insiden (id),
  kepada text NOT NULL CHECK (kepada IN ('subjek', 'lembaga', 'umum')),
  cara text NOT NULL,
  versi bigint NOT NULL,
  saat bigint NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX insiden_kabar_milik ON insiden_kabar (insiden_id, id);

CREATE TABLE insiden_tutup (
  insiden_id uuid PRIMARY KEY REFERENCES insiden (id),
  catatan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- Who opened a sensitive record, once an hour. jam: hours since 1970.
CREATE TABLE catatan_baca (
  objek_id uuid NOT NULL,
  akun_id uuid NOT NULL REFERENCES akun (id),
  jam bigint NOT NULL,
  jenis text NOT NULL,
  instansi_id uuid NOT NULL REFERENCES instansi (id),
  pada bigint NOT NULL,
  PRIMARY KEY (objek_id, akun_id, jam)
);
CREATE INDEX catatan_baca_pada ON catatan_baca (pada, objek_id);
CREATE INDEX catatan_baca_instansi ON catatan_baca (instansi_id, pada, objek_id);
