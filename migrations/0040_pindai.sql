-- What the virus scanner said about the content of an uploaded file, by its SHA-256. No reference to objek on purpose: it outlives the
-- file, so that content that was found infected once is known again.
CREATE TABLE objek_pindai (
  sidik text PRIMARY KEY,
  keadaan text NOT NULL CHECK (keadaan IN ('menunggu', 'bersih', 'terinfeksi')),
  -- What the scanner calls it.
  temuan text NOT NULL,
  coba bigint NOT NULL,
  -- Not looked at again before.
  setelah bigint NOT NULL,
  pada bigint NOT NULL,
  diputus bigint
);
CREATE INDEX objek_pindai_keadaan ON objek_pindai (keadaan, setelah);
