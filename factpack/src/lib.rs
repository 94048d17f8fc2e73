//! Reads and checks the fact tables in `data/`.
