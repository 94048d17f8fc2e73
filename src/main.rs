//! Starts the app.

fn main() {
    lantian::app::start();
}
