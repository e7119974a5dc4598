-- On which days a registered key was said to sign before that was corrected, and why. ISO days; `_sampai` is empty where no last day was known.
CREATE TABLE kunci_masa_ubah (
  id uuid PRIMARY KEY,
  kunci_id uuid NOT NULL REFERENCES kunci_instalasi (id),
  lama_dari text NOT NULL,
  lama_sampai text NOT NULL,
  baru_dari text NOT NULL,
  baru_sampai text NOT NULL,
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX kunci_masa_ubah_kunci ON kunci_masa_ubah (kunci_id, id);
