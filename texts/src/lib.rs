//! Reads and checks the texts in `locales/`.
