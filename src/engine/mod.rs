//! The save queue and the library's operations, over [`ports`].

pub mod ports;
