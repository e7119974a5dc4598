//! One text for one content: JSON with sorted keys, no blanks, whole numbers only. What is hashed and signed is this.

use crate::{Hasil, StoreError};
use serde::{
    Deserialize, Deserializer,
    de::{Error as _, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Map, Value};
use std::fmt;

/// The canonical text of a value.
///
/// # Errors
/// `Rusak` for a number with a fraction: no figure here is one.
pub fn kanonik(v: &Value) -> Hasil<String> {
    let mut teks = String::new();
    tulis(v, &mut teks)?;
    Ok(teks)
}

fn tulis(v: &Value, ke: &mut String) -> Hasil<()> {
    match v {
        Value::Object(m) => {
            let mut kunci: Vec<&String> = m.keys().collect();
            kunci.sort();
            ke.push('{');
            for (no, k) in kunci.into_iter().enumerate() {
                if no > 0 {
                    ke.push(',');
                }
                ke.push_str(&Value::String(k.clone()).to_string());
                ke.push(':');
                tulis(&m[k], ke)?;
            }
            ke.push('}');
        }
        Value::Array(a) => {
            ke.push('[');
            for (no, x) in a.iter().enumerate() {
                if no > 0 {
                    ke.push(',');
                }
                tulis(x, ke)?;
            }
            ke.push(']');
        }
        Value::Number(n) if n.is_f64() => return Err(StoreError::Rusak(format!("{n} is no whole number"))),
        polos => ke.push_str(&polos.to_string()),
    }
    Ok(())
}

/// A JSON value read strictly: a doubled key is a fault, since readers differ on which one counts.
pub(crate) struct Ketat(pub Value);

impl<'de> Deserialize<'de> for Ketat {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        d.deserialize_any(Pembaca).map(Self)
    }
}

struct Pembaca;

impl<'de> Visitor<'de> for Pembaca {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_bool<E>(self, b: bool) -> Result<Value, E> {
        Ok(b.into())
    }
    fn visit_i64<E>(self, n: i64) -> Result<Value, E> {
        Ok(n.into())
    }
    fn visit_u64<E>(self, n: u64) -> Result<Value, E> {
        Ok(n.into())
    }
    fn visit_f64<E: serde::de::Error>(self, n: f64) -> Result<Value, E> {
        Err(E::custom(format!("{n}: bukan bilangan bulat")))
    }
    fn visit_str<E>(self, s: &str) -> Result<Value, E> {
        Ok(s.into())
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut a: A) -> Result<Value, A::Error> {
        let mut isi = Vec::new();
        while let Some(Ketat(v)) = a.next_element()? {
            isi.push(v);
        }
        Ok(isi.into())
    }
    fn visit_map<A: MapAccess<'de>>(self, mut a: A) -> Result<Value, A::Error> {
        let mut isi = Map::new();
        while let Some(k) = a.next_key::<String>()? {
            let Ketat(v) = a.next_value()?;
            if isi.insert(k.clone(), v).is_some() {
                return Err(A::Error::custom(format!("kunci \"{k}\" ada dua kali")));
            }
        }
        Ok(isi.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_keys_and_blanks_do_not_count() {
        let a: Value = serde_json::from_str(r#"{"b": [1, null, "é\n"], "a": {"d": true, "c": "1/3"}}"#).unwrap();
        assert_eq!(kanonik(&a).unwrap(), r#"{"a":{"c":"1/3","d":true},"b":[1,null,"é\n"]}"#);
    }

    #[test]
    fn doubled_keys_and_fractions_are_refused() {
        assert!(serde_json::from_str::<Ketat>(r#"{"a":1,"a":1}"#).is_err());
        assert!(serde_json::from_str::<Ketat>(r#"{"a":1.5}"#).is_err());
        assert!(kanonik(&serde_json::json!(1.5)).is_err());
    }
}
