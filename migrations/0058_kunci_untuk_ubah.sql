-- For which instansi a key signed before its codes were corrected, and why. `lama`, `baru`: codes with commas, in order.
CREATE TABLE kunci_untuk_ubah (
  id uuid PRIMARY KEY,
  kunci_id uuid NOT NULL REFERENCES kunci_instalasi (id),
  lama text NOT NULL,
  baru text NOT NULL,
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX kunci_untuk_ubah_kunci ON kunci_untuk_ubah (kunci_id, id);
