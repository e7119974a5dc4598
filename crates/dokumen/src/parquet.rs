//! Parquet for those who compute with open data: typed columns, exact decimals, no text that has to be guessed at. Written without Arrow
//! (`docs/decisions/parquet.md`).

use std::sync::Arc;

use jiff::civil::Date;
use parquet::{
    basic::{ConvertedType, LogicalType, Repetition, Type as Fisik},
    column::writer::ColumnWriter,
    data_type::ByteArray,
    errors::ParquetError,
    file::{properties::WriterProperties, writer::SerializedFileWriter},
    schema::types::{Type, TypePtr},
};

use crate::Error;

/// Rows of one group; a reader holds one group at a time.
const SEKELOMPOK: usize = 50_000;
/// Digits of a decimal in all.
const ANGKA: i32 = 18;

/// What a column holds. An empty cell is no value in all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jenis {
    Teks,
    Bulat,
    /// A decimal with so many places: exact.
    Desimal(u8),
    /// `ya` or `tidak`.
    Ya,
    /// A day, `2026-11-22`: kept as days since 1970, which readers know as `date32`.
    Tanggal,
}

/// Writes a table. The cells are as in the CSV of the same table.
///
/// # Errors
/// [`Error::BarisTidakCocok`] as for a CSV, [`Error::BukanAngka`] for a cell that is not what its column says.
pub fn tabel_parquet(kolom: &[(&str, Jenis)], baris: &[Vec<String>]) -> Result<Vec<u8>, Error> {
    for (i, b) in baris.iter().enumerate() {
        if b.len() != kolom.len() {
            return Err(Error::BarisTidakCocok { kolom: kolom.len(), baris: i + 1, ada: b.len() });
        }
    }
    let medan = kolom.iter().map(|(nama, j)| medan(nama, *j)).collect::<Result<Vec<TypePtr>, _>>()?;
    let skema = Arc::new(Type::group_type_builder("prima").with_fields(medan).build()?);
    let sifat = Arc::new(WriterProperties::builder().set_created_by("Prima".to_owned()).build());
    let mut penulis = SerializedFileWriter::new(Vec::new(), skema, sifat)?;
    for kelompok in baris.chunks(SEKELOMPOK) {
        let mut g = penulis.next_row_group()?;
        for (n, (_, jenis)) in kolom.iter().enumerate() {
            let Some(mut k) = g.next_column()? else { break };
            isi(k.untyped(), *jenis, kelompok.iter().map(|b| b[n].as_str()))?;
            k.close()?;
        }
        g.close()?;
    }
    Ok(penulis.into_inner()?)
}

fn medan(nama: &str, j: Jenis) -> Result<TypePtr, ParquetError> {
    let dasar = |fisik| Type::primitive_type_builder(nama, fisik).with_repetition(Repetition::OPTIONAL);
    let t = match j {
        Jenis::Teks => dasar(Fisik::BYTE_ARRAY).with_logical_type(Some(LogicalType::String)).with_converted_type(ConvertedType::UTF8),
        Jenis::Bulat => dasar(Fisik::INT64),
        Jenis::Desimal(tempat) => {
            let scale = i32::from(tempat);
            dasar(Fisik::INT64)
                .with_logical_type(Some(LogicalType::decimal(scale, ANGKA)))
                .with_converted_type(ConvertedType::DECIMAL)
                .with_precision(ANGKA)
                .with_scale(scale)
        }
        Jenis::Ya => dasar(Fisik::BOOLEAN),
        Jenis::Tanggal => dasar(Fisik::INT32).with_logical_type(Some(LogicalType::Date)).with_converted_type(ConvertedType::DATE),
    };
    t.build().map(Arc::new)
}

fn isi<'a>(k: &mut ColumnWriter<'_>, j: Jenis, sel: impl Iterator<Item = &'a str> + Clone) -> Result<(), Error> {
    // 1: there is a value; 0: there is none.
    let ada: Vec<i16> = sel.clone().map(|s| i16::from(!s.is_empty())).collect();
    let sel = sel.filter(|s| !s.is_empty());
    let bukan = |s: &str| Error::BukanAngka(s.to_owned());
    match (k, j) {
        (ColumnWriter::ByteArrayColumnWriter(w), Jenis::Teks) => {
            w.write_batch(&sel.map(|s| ByteArray::from(s.as_bytes().to_vec())).collect::<Vec<_>>(), Some(&ada), None)?
        }
        (ColumnWriter::Int64ColumnWriter(w), Jenis::Bulat) => {
            w.write_batch(&sel.map(|s| s.parse().map_err(|_| bukan(s))).collect::<Result<Vec<_>, _>>()?, Some(&ada), None)?
        }
        (ColumnWriter::Int64ColumnWriter(w), Jenis::Desimal(tempat)) => {
            w.write_batch(&sel.map(|s| desimal(s, tempat).ok_or_else(|| bukan(s))).collect::<Result<Vec<_>, _>>()?, Some(&ada), None)?
        }
        (ColumnWriter::BoolColumnWriter(w), Jenis::Ya) => w.write_batch(&sel.map(|s| s == "ya").collect::<Vec<_>>(), Some(&ada), None)?,
        (ColumnWriter::Int32ColumnWriter(w), Jenis::Tanggal) => {
            w.write_batch(&sel.map(|s| hari(s).ok_or_else(|| bukan(s))).collect::<Result<Vec<_>, _>>()?, Some(&ada), None)?
        }
        _ => return Err(Error::Parquet(ParquetError::General("a column of another type".into()))),
    };
    Ok(())
}

/// Days since 1970-01-01.
fn hari(teks: &str) -> Option<i32> {
    let hari: Date = teks.parse().ok()?;
    Date::constant(1970, 1, 1).until(hari).ok().map(|s| s.get_days())
}

/// `4.29` with 10 places: 42900000000. None of its digits is lost; more places than the column has are refused.
fn desimal(teks: &str, tempat: u8) -> Option<i64> {
    let (tanda, teks) = teks.strip_prefix('-').map_or((1, teks), |t| (-1, t));
    let (bulat, pecah) = teks.split_once('.').unwrap_or((teks, ""));
    let digit = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
    if bulat.is_empty() || !digit(bulat) || !digit(pecah) || pecah.len() > usize::from(tempat) {
        return None;
    }
    let semua: i64 = format!("{bulat}{pecah:0<lebar$}", lebar = usize::from(tempat)).parse().ok()?;
    Some(tanda * semua)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;
    use parquet::{
        file::{reader::FileReader as _, serialized_reader::SerializedFileReader},
        record::Field,
    };

    #[test]
    fn decimals_lose_nothing() {
        assert_eq!(desimal("4.29", 10), Some(42_900_000_000));
        assert_eq!((desimal("-0.5", 1), desimal("7", 2), desimal("0", 0)), (Some(-5), Some(700), Some(0)));
        assert_eq!(
            (desimal("1.234", 2), desimal("", 2), desimal("1,5", 2), desimal(".5", 2), desimal("1e3", 2)),
            (None, None, None, None, None)
        );
    }

    #[test]
    fn days_are_days() {
        assert_eq!(["1970-01-01", "2026-11-22", "1969-12-31"].map(hari), [Some(0), Some(20_779), Some(-1)]);
        assert_eq!(["2026-02-30", "22-11-2026", ""].map(hari), [None, None, None]);
        let isi = tabel_parquet(&[("mulai", Jenis::Tanggal)], &[vec!["2026-11-22".into()], vec![String::new()]]).unwrap();
        let r = SerializedFileReader::new(bytes_berkas(isi)).unwrap();
        let medan = r.metadata().file_metadata().schema_descr().column(0);
        assert_eq!((medan.physical_type(), medan.logical_type_ref()), (Fisik::INT32, Some(&LogicalType::Date)));
        let sel: Vec<Field> = r.get_row_iter(None).unwrap().flat_map(|b| b.unwrap().into_columns()).map(|(_, f)| f).collect();
        assert_eq!(sel, [Field::Date(20_779), Field::Null]);
    }

    fn bytes_berkas(isi: Vec<u8>) -> std::fs::File {
        let mut f = tempfile::tempfile().unwrap();
        f.write_all(&isi).unwrap();
        f
    }

    #[test]
    fn reads_back_as_it_was_written() {
        let buka = |isi: Vec<u8>| SerializedFileReader::new(bytes_berkas(isi));
        let kolom = [("unit", Jenis::Teks), ("peringkat", Jenis::Bulat), ("ipp", Jenis::Desimal(10)), ("ilustrasi", Jenis::Ya)];
        let s = |v: [&str; 4]| v.map(str::to_owned).to_vec();
        let baris = [s(["RSUD – Sangatta", "1", "4.2896", "ya"]), s(["Dinas", "", "", "tidak"])];
        let isi = tabel_parquet(&kolom, &baris).unwrap();
        let r = buka(isi).unwrap();
        let dapat: Vec<Vec<String>> = r
            .get_row_iter(None)
            .unwrap()
            .map(|b| {
                b.unwrap().get_column_iter().map(|(_, f)| if matches!(f, Field::Null) { String::new() } else { f.to_string() }).collect()
            })
            .collect();
        assert_eq!(dapat[0], ["\"RSUD – Sangatta\"", "1", "4.2896000000", "true"]);
        assert_eq!(dapat[1], ["\"Dinas\"", "", "", "false"]);
        assert!(tabel_parquet(&kolom, &[s(["x", "satu", "", ""])]).is_err());
        assert!(tabel_parquet(&kolom, &[vec![String::new()]]).is_err());
        assert!(buka(tabel_parquet(&kolom, &[]).unwrap()).is_ok(), "a table without rows");
    }
}
