-- Field work with a phone: what an evaluator brings back beside the scores. `id` is the operation id that the device made;
-- `perangkat` is what the device's clock said (a remark only, `pada` counts). Position in millionths of a degree.
CREATE TABLE catatan_lapangan (
  id uuid PRIMARY KEY,
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  indikator text NOT NULL,
  jenis text NOT NULL CHECK (jenis IN ('foto', 'suara', 'posisi')),
  objek text REFERENCES objek (sidik),
  kiriman text NOT NULL,
  keterangan text NOT NULL,
  lintang bigint,
  bujur bigint,
  akurasi bigint,
  perangkat bigint,
  pada bigint NOT NULL,
  oleh uuid NOT NULL REFERENCES akun (id)
);
CREATE INDEX catatan_lapangan_lokus ON catatan_lapangan (lokus_id, oleh, indikator, id);

CREATE TABLE catatan_lapangan_hapus (
  catatan_id uuid PRIMARY KEY REFERENCES catatan_lapangan (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- One row an evaluator, kind and indicator: numbers of the ticked lines, and words. The lines come from the edition.
CREATE TABLE daftar_periksa (
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  akun_id uuid NOT NULL REFERENCES akun (id),
  jenis text NOT NULL CHECK (jenis IN ('presentasi', 'wawancara', 'observasi')),
  indikator text NOT NULL,
  versi bigint NOT NULL,
  centang text NOT NULL,
  catatan text NOT NULL,
  pada bigint NOT NULL,
  PRIMARY KEY (lokus_id, akun_id, jenis, indikator)
);

CREATE TABLE daftar_periksa_ubah (
  op_id uuid PRIMARY KEY,
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  akun_id uuid NOT NULL REFERENCES akun (id),
  jenis text NOT NULL,
  indikator text NOT NULL,
  versi_dasar bigint NOT NULL,
  versi bigint NOT NULL,
  isi text NOT NULL,
  perangkat bigint,
  pada bigint NOT NULL
);
CREATE INDEX daftar_periksa_ubah_daftar ON daftar_periksa_ubah (lokus_id, akun_id, jenis, indikator, versi);

-- What the device's clock said when a score was typed; the score itself has the server's time.
CREATE TABLE f02_perangkat (
  op_id uuid PRIMARY KEY REFERENCES f02_ubah (op_id),
  perangkat bigint NOT NULL
);

-- What came back too late to count (phase closed, evaluator replaced), handed to the organiser for reading. Never a score.
CREATE TABLE titipan_lapangan (
  id uuid PRIMARY KEY,
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  alasan text NOT NULL,
  isi text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL REFERENCES akun (id)
);
CREATE INDEX titipan_lapangan_lokus ON titipan_lapangan (lokus_id, id);

-- More time for one unit after its phase was closed: until the end of the local day `sampai`.
CREATE TABLE perpanjangan (
  id uuid PRIMARY KEY,
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  fase text NOT NULL,
  sampai text NOT NULL,
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX perpanjangan_lokus ON perpanjangan (lokus_id, fase, id);

CREATE TABLE perpanjangan_akhir (
  perpanjangan_id uuid PRIMARY KEY REFERENCES perpanjangan (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
