//! One way to write an enum whose values are kept as words: in the database, in addresses, in exports.

/// An enum with a fixed word for each value, a list of all of them, and the way back from the word.
macro_rules! berkunci {
    ($(#[$m:meta])* pub enum $nama:ident { $($(#[$vm:meta])* $v:ident = $k:literal),+ $(,)? }) => {
        $(#[$m])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $nama { $($(#[$vm])* $v),+ }

        impl $nama {
            /// Every value, in the order of the list.
            pub const SEMUA: &'static [Self] = &[$(Self::$v),+];

            /// The word under which it is kept.
            #[must_use]
            pub fn kunci(self) -> &'static str {
                match self { $(Self::$v => $k),+ }
            }

            /// The value of a word; `None` for a word of no value.
            #[must_use]
            pub fn dari_kunci(kunci: &str) -> Option<Self> {
                match kunci { $($k => Some(Self::$v),)+ _ => None }
            }
        }

        impl std::fmt::Display for $nama {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.kunci())
            }
        }
    };
}

pub(crate) use berkunci;
