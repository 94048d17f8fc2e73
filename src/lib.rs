//! The Lantian web app.
