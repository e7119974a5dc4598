-- The signed decree by which awards were given, as a file; the newest row of a decree holds, the earlier ones stay.
CREATE TABLE penghargaan_sk_berkas (
  id uuid PRIMARY KEY,
  sk_id uuid NOT NULL REFERENCES penghargaan_sk (id),
  objek text NOT NULL REFERENCES objek (sidik),
  nama_berkas text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX penghargaan_sk_berkas_sk ON penghargaan_sk_berkas (sk_id, id);
