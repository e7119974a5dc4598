//! A JSON tree that keeps what a score must not lose: doubled keys and the kind of a number.
//!
//! Lives here: the tree and reading objects with a fault per key. Must not live here: any key's meaning.
//! `serde_json::Value` would silently keep the last of two equal keys.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

#[derive(Debug)]
pub enum Json {
    Null,
    Bool(bool),
    Integer(i64),
    /// Any number that is not a whole number of 64 bits; kept for the message only.
    OtherNumber(String),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    pub fn parse(text: &str) -> serde_json::Result<Self> {
        serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(text))
    }

    /// The value as a person would recognise it in a message.
    pub fn describe(&self) -> String {
        match self {
            Self::Null => "null".into(),
            Self::Bool(b) => b.to_string(),
            Self::Integer(n) => n.to_string(),
            Self::OtherNumber(n) => n.clone(),
            Self::Text(t) => format!("\"{}\"", t.chars().take(40).collect::<String>()),
            Self::List(_) => "sebuah daftar".into(),
            Self::Object(_) => "sebuah objek".into(),
        }
    }

    pub fn integer(&self) -> Option<i64> {
        if let Self::Integer(n) = self { Some(*n) } else { None }
    }

    pub fn text(&self) -> Option<&str> {
        if let Self::Text(t) = self { Some(t) } else { None }
    }

    pub fn list(&self) -> Option<&[Json]> {
        if let Self::List(l) = self { Some(l) } else { None }
    }

    /// The entries of an object; doubled keys are noted. Not an object: noted, empty.
    pub fn entries(&self, path: &str, faults: &mut Vec<String>) -> &[(String, Json)] {
        let Self::Object(entries) = self else {
            faults.push(format!("{path}: {}; diharapkan sebuah objek", self.describe()));
            return &[];
        };
        for (at, (key, _)) in entries.iter().enumerate() {
            if entries[..at].iter().any(|(earlier, _)| earlier == key) {
                faults.push(format!("{}: kunci ada dua kali; diharapkan satu kali", join(path, key)));
            }
        }
        entries
    }

    /// The entries of an object with a fixed set of keys, by those keys; others are noted.
    pub fn fields<const N: usize>(&self, path: &str, keys: [&str; N], faults: &mut Vec<String>) -> [Option<&Json>; N] {
        let entries = self.entries(path, faults);
        for (key, _) in entries.iter().filter(|(k, _)| !keys.contains(&k.as_str())) {
            let known = keys.join(", ");
            faults.push(format!("{}: kunci tidak dikenal; diharapkan salah satu dari {known}", join(path, key)));
        }
        keys.map(|key| entries.iter().find(|(k, _)| k == key).map(|(_, v)| v))
    }
}

/// `path.key`, or the key alone at the top.
pub fn join(path: &str, key: &str) -> String {
    let key: String = key.chars().take(60).collect();
    if path.is_empty() || path == "masukan" { key } else { format!("{path}.{key}") }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        d.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, b: bool) -> Result<Json, E> {
        Ok(Json::Bool(b))
    }

    fn visit_i64<E>(self, n: i64) -> Result<Json, E> {
        Ok(Json::Integer(n))
    }

    fn visit_u64<E>(self, n: u64) -> Result<Json, E> {
        Ok(i64::try_from(n).map_or_else(|_| Json::OtherNumber(n.to_string()), Json::Integer))
    }

    fn visit_f64<E>(self, n: f64) -> Result<Json, E> {
        // `{:?}` keeps the ".0" that makes 4.0 a different thing than 4.
        Ok(Json::OtherNumber(format!("{n:?}")))
    }

    fn visit_str<E>(self, t: &str) -> Result<Json, E> {
        Ok(Json::Text(t.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = seq.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Json::Object(entries))
    }
}
