//! One enum for each closed list of `data/keys.csv`, for the sources, the fact tables and the measures.

use super::key::key_enum;

include!(concat!(env!("OUT_DIR"), "/keys.rs"));
