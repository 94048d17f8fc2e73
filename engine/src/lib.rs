//! The plant model of Lantian.
