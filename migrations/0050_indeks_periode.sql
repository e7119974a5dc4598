-- Counts and lists over all lokus of a period read indexes alone: at ten thousand lokus each row beside the index is felt.
CREATE INDEX lokus_rekap ON lokus (periode_id, kategori, cakupan, formulir, unit_id, id);
DROP INDEX penugasan_lokus_akun;
CREATE INDEX penugasan_lokus ON penugasan (lokus_id, akun_id, id);
DROP INDEX peran_unit;
CREATE INDEX peran_unit_akun ON peran (unit_id, peran, id, akun_id);
CREATE INDEX peran_wilayah ON peran (wilayah, peran);
