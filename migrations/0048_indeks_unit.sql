-- Looked for by pages that are opened often: the rounds of a unit, the parts of a unit, and what refers to a frozen result, a report, a tenant's unit.
CREATE INDEX ronde_unit ON ronde (unit_id);
CREATE INDEX unit_induk ON unit (induk_id);
CREATE INDEX berita_acara_hasil ON berita_acara (hasil_id);
CREATE INDEX lhe_hasil ON lhe (hasil_id);
CREATE INDEX penyampaian_lhe ON penyampaian (lhe_id);
CREATE INDEX tenan_unit ON tenan (unit_id);
