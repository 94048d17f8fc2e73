//! The shape every closed list has in Rust: a small enum that is written to files by its slug.

/// Declares one closed list. Slugs never change after release; the order is that of the data.
macro_rules! key_enum {
    ($(#[$meta:meta])* $name:ident: $repr:ident { $($variant:ident = $slug:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr($repr)]
        pub enum $name {
            $($variant,)+
        }

        impl $name {
            /// Every key in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word for files, links and the command line.
            pub const fn slug(self) -> &'static str {
                match self {
                    $(Self::$variant => $slug,)+
                }
            }

            /// The key with this slug.
            pub fn from_slug(slug: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|key| key.slug() == slug)
            }

            /// The place in [`Self::ALL`].
            pub const fn index(self) -> usize {
                self as usize
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.slug())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let slug = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                Self::from_slug(&slug).ok_or_else(|| {
                    serde::de::Error::invalid_value(serde::de::Unexpected::Str(&slug), &stringify!($name))
                })
            }
        }
    };
}

pub(crate) use key_enum;
