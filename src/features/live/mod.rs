//! The answer while it is being worked on: headline figures beside the form.
