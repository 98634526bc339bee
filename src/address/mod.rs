//! Text to addresses: lists, normal forms, the key for duplicates, private networks.
