//! The save queue and the library's operations, over [`ports`].

mod net_code;
pub mod ports;
