-- What the ministry decided about a hand-in where nobody of the ministry works in this installation: the decision came by letter, and the
-- organiser enters it. One taken back holds no longer; another letter may then be entered.
CREATE TABLE serah_mandiri_surat (
  id uuid PRIMARY KEY,
  serah_id uuid NOT NULL REFERENCES serah_mandiri (id),
  jenis text NOT NULL CHECK (jenis IN ('valid', 'kembali')),
  -- Number of the letter, or whatever the ministry can be asked by.
  nomor text NOT NULL,
  tanggal text NOT NULL,
  -- Who said so: office or official.
  pejabat text NOT NULL,
  alasan text NOT NULL,
  objek text REFERENCES objek (sidik),
  nama_berkas text,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX serah_mandiri_surat_serah ON serah_mandiri_surat (serah_id);

CREATE TABLE serah_mandiri_surat_tarik (
  surat_id uuid PRIMARY KEY REFERENCES serah_mandiri_surat (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
