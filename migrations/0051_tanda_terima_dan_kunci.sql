-- The schedule of a whole period as who answers for the evaluation (Penanggungjawab) was told it, and his receipt. What each unit was
-- told is in jadwal_sampai. `sidik`: over all live events; acara, unit: how many of each there were.
CREATE TABLE jadwal_pj (
  id uuid PRIMARY KEY,
  periode_id uuid NOT NULL REFERENCES periode (id),
  sidik text NOT NULL,
  acara bigint NOT NULL,
  unit bigint NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX jadwal_pj_periode ON jadwal_pj (periode_id, id);

CREATE TABLE jadwal_pj_terima (
  sampai_id uuid PRIMARY KEY REFERENCES jadwal_pj (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- For which instansi a key of another installation may sign, by their codes. A key without any is bound to none, as all were before.
CREATE TABLE kunci_untuk (
  kunci_id uuid NOT NULL REFERENCES kunci_instalasi (id),
  instansi_kode text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL,
  PRIMARY KEY (kunci_id, instansi_kode)
);

-- Titles of reports and topics of consultations are sealed too: every row is looked at once more.
DELETE FROM identitas_usai;
