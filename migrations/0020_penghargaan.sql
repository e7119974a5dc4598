-- An award of a period with the conditions that the organiser (or the ministry, in its own period) set for it. Null: no condition.
-- Values are hundredths of the IPP as it is shown.
CREATE TABLE penghargaan (
  id uuid PRIMARY KEY,
  periode_id uuid NOT NULL REFERENCES periode (id),
  nama text NOT NULL,
  bentuk text NOT NULL CHECK (bentuk IN ('piagam', 'piala', 'lain')),
  -- What it is, when it is neither certificate nor trophy.
  bentuk_lain text NOT NULL,
  sasaran text NOT NULL CHECK (sasaran IN ('unit', 'penyelenggara', 'pembina')),
  -- One category of service. Null: each category apart.
  kategori_layanan text,
  -- One group of instansi. Null: all.
  jenis_instansi text,
  peringkat_maks bigint,
  kategori_min text,
  ipp_min bigint,
  naik_min bigint,
  tahun_beruntun bigint,
  sumber text NOT NULL,
  kepastian text NOT NULL CHECK (kepastian IN ('tinggi', 'sedang', 'rendah')),
  versi bigint NOT NULL,
  dibuat bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX penghargaan_periode ON penghargaan (periode_id, id);

-- An award that is not given after all; its decisions stay as they were.
CREATE TABLE penghargaan_hapus (
  penghargaan_id uuid PRIMARY KEY REFERENCES penghargaan (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- The decree by which an award is given.
CREATE TABLE penghargaan_sk (
  id uuid PRIMARY KEY,
  penghargaan_id uuid NOT NULL REFERENCES penghargaan (id),
  nomor text NOT NULL,
  tanggal text NOT NULL,
  tempat text NOT NULL,
  jabatan text NOT NULL,
  nama text NOT NULL,
  pangkat text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX penghargaan_sk_penghargaan ON penghargaan_sk (penghargaan_id, id);

-- A decision on one recipient: given, or passed over though the program proposed it. Recipient and figures as they stood.
CREATE TABLE penghargaan_putusan (
  id uuid PRIMARY KEY,
  penghargaan_id uuid NOT NULL REFERENCES penghargaan (id),
  sk_id uuid NOT NULL REFERENCES penghargaan_sk (id),
  jenis text NOT NULL CHECK (jenis IN ('beri', 'lewati')),
  lokus_id uuid REFERENCES lokus (id),
  hasil_id uuid REFERENCES hasil (id),
  instansi_id uuid NOT NULL REFERENCES instansi (id),
  penerima text NOT NULL,
  penerima_di text NOT NULL,
  kelompok text NOT NULL,
  peringkat bigint NOT NULL,
  ipp text NOT NULL,
  tampil text NOT NULL,
  kategori text NOT NULL,
  diusulkan bigint NOT NULL,
  -- The conditions and how they were met, as JSON.
  temuan text NOT NULL,
  -- Why the decision departs from the proposal. Empty where it does not.
  alasan text NOT NULL,
  kode text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX penghargaan_putusan_kode ON penghargaan_putusan (kode);
CREATE INDEX penghargaan_putusan_penghargaan ON penghargaan_putusan (penghargaan_id, id);
CREATE INDEX penghargaan_putusan_lokus ON penghargaan_putusan (lokus_id);
CREATE INDEX penghargaan_putusan_instansi ON penghargaan_putusan (instansi_id, id);

CREATE TABLE penghargaan_tarik (
  putusan_id uuid PRIMARY KEY REFERENCES penghargaan_putusan (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- The newest row says whether the awards of a period are announced; what was decided until then is public.
CREATE TABLE penghargaan_umum (
  id uuid PRIMARY KEY,
  periode_id uuid NOT NULL REFERENCES periode (id),
  jenis text NOT NULL CHECK (jenis IN ('umum', 'tarik')),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX penghargaan_umum_periode ON penghargaan_umum (periode_id, id);

-- Each certificate that was printed, by its hash: a printed file can be compared with it.
CREATE TABLE piagam (
  putusan_id uuid NOT NULL REFERENCES penghargaan_putusan (id),
  sidik text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL,
  PRIMARY KEY (putusan_id, sidik)
);

-- The mark of an instansi on its certificates; the newest row holds, null takes it away.
CREATE TABLE instansi_logo (
  id uuid PRIMARY KEY,
  instansi_id uuid NOT NULL REFERENCES instansi (id),
  objek text REFERENCES objek (sidik),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX instansi_logo_instansi ON instansi_logo (instansi_id, id);

-- Coaching or a sanction that follows an evaluation, for a unit or for the instansi itself (no lokus).
CREATE TABLE pembinaan (
  id uuid PRIMARY KEY,
  periode_id uuid NOT NULL REFERENCES periode (id),
  lokus_id uuid REFERENCES lokus (id),
  instansi_id uuid NOT NULL REFERENCES instansi (id),
  jenis text NOT NULL CHECK (jenis IN ('pembinaan', 'sanksi')),
  bentuk text NOT NULL,
  alasan text NOT NULL,
  dasar text NOT NULL,
  dari text NOT NULL,
  sampai text,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX pembinaan_periode ON pembinaan (periode_id, id);
CREATE INDEX pembinaan_lokus ON pembinaan (lokus_id);
CREATE INDEX pembinaan_instansi ON pembinaan (instansi_id, id);

-- Decided by whom and by which letter; only then it may be public.
CREATE TABLE pembinaan_putusan (
  pembinaan_id uuid PRIMARY KEY REFERENCES pembinaan (id),
  nomor text NOT NULL,
  tanggal text NOT NULL,
  pejabat text NOT NULL,
  keterbukaan text NOT NULL CHECK (keterbukaan IN ('umum', 'terbatas')),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- Done, or taken back with a reason.
CREATE TABLE pembinaan_akhir (
  pembinaan_id uuid PRIMARY KEY REFERENCES pembinaan (id),
  jenis text NOT NULL CHECK (jenis IN ('selesai', 'cabut')),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
