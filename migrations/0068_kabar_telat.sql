-- What the applicant of an overdue case was told: why (sealed), and the day on which the office now expects to be done (local).
CREATE TABLE permohonan_telat (
  id uuid PRIMARY KEY,
  permohonan_id uuid NOT NULL REFERENCES permohonan (id),
  hari text NOT NULL,
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX permohonan_telat_kasus ON permohonan_telat (permohonan_id, id);
