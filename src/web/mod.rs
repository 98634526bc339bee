//! The browser: exports, `fetch`, storage glue, conversions. Holds no rule.

mod types;
