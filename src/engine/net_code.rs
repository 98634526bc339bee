//! The names of Chrome's network errors. They are internal to Chrome and may change between
//! versions: an unknown one is [`NetworkError::Unknown`].

use super::ports::{NetworkError, StoreError};

impl NetworkError {
    /// Reads what `webRequest.onErrorOccurred` says (`net::ERR_...`), or `permission-withheld`.
    #[must_use]
    pub fn from_chrome(code: &str) -> Self {
        match code.strip_prefix("net::ERR_").unwrap_or(code) {
            "ADDRESS_UNREACHABLE" | "CONNECTION_REFUSED" | "NETWORK_UNREACHABLE" => Self::Refused,
            "BLOCKED_BY_CLIENT" => Self::PrivateNetwork,
            "BLOCKED_BY_ADMINISTRATOR" | "BLOCKED_BY_RESPONSE" => Self::Blocked,
            "CONNECTION_ABORTED"
            | "CONNECTION_CLOSED"
            | "CONNECTION_RESET"
            | "HTTP2_PING_FAILED"
            | "HTTP2_PROTOCOL_ERROR"
            | "QUIC_PROTOCOL_ERROR"
            | "SOCKET_NOT_CONNECTED" => Self::Reset,
            "CONTENT_DECODING_FAILED" | "CONTENT_DECODING_INIT_FAILED" => Self::Decoding,
            "CONTENT_LENGTH_MISMATCH" | "INCOMPLETE_CHUNKED_ENCODING" => Self::CutOff,
            "DNS_TIMED_OUT"
            | "NAME_NOT_RESOLVED"
            | "NAME_RESOLUTION_FAILED"
            | "DNS_MALFORMED_RESPONSE"
            | "DNS_SERVER_FAILED" => Self::Dns,
            "EMPTY_RESPONSE" => Self::EmptyResponse,
            "INSUFFICIENT_RESOURCES" => Self::TooManyInFlight,
            "INTERNET_DISCONNECTED" | "NETWORK_CHANGED" | "NETWORK_IO_SUSPENDED" => Self::Offline,
            "INVALID_CHUNKED_ENCODING"
            | "INVALID_HTTP_RESPONSE"
            | "INVALID_RESPONSE"
            | "RESPONSE_HEADERS_TOO_BIG"
            | "UNEXPECTED_PROXY_AUTH"
            | "INVALID_REDIRECT" => Self::Protocol,
            "TOO_MANY_REDIRECTS" => Self::TooManyRedirects,
            // With the permission to read a site, what is left of CORS is a redirect with a password.
            "FAILED" | "UNKNOWN_URL_SCHEME" | "UNSAFE_REDIRECT" | "DISALLOWED_URL_SCHEME" => {
                Self::UnsafeRedirect
            }
            "UNSAFE_PORT" => Self::UnsafePort,
            "permission-withheld" => Self::PermissionWithheld,
            name if name.starts_with("RESPONSE_HEADERS_MULTIPLE") => Self::Protocol,
            name if name.starts_with("CERT_") || name.starts_with("SSL_") => Self::Tls,
            _ => Self::Unknown,
        }
    }
}

impl StoreError {
    /// Reads the message of a rejected call of `chrome.storage`.
    #[must_use]
    pub fn from_message(message: String) -> Self {
        let folded = message.to_ascii_lowercase();
        if ["quota", "no space", "no_space", "disk full"]
            .iter()
            .any(|sign| folded.contains(sign))
        {
            Self::Full(message)
        } else if folded.contains("corruption") {
            Self::Damaged(message)
        } else {
            Self::Failed(message)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chrome_names_become_ours() {
        let cases = [
            ("net::ERR_NAME_NOT_RESOLVED", NetworkError::Dns),
            ("net::ERR_CERT_AUTHORITY_INVALID", NetworkError::Tls),
            ("net::ERR_SSL_PROTOCOL_ERROR", NetworkError::Tls),
            (
                "net::ERR_RESPONSE_HEADERS_MULTIPLE_LOCATION",
                NetworkError::Protocol,
            ),
            ("net::ERR_BLOCKED_BY_CLIENT", NetworkError::PrivateNetwork),
            ("net::ERR_FAILED", NetworkError::UnsafeRedirect),
            ("permission-withheld", NetworkError::PermissionWithheld),
            ("net::ERR_NETWORK_CHANGED", NetworkError::Offline),
            ("net::ERR_NETWORK_IO_SUSPENDED", NetworkError::Offline),
            ("net::ERR_SOMETHING_NEW", NetworkError::Unknown),
            ("", NetworkError::Unknown),
        ];
        for (code, error) in cases {
            assert_eq!(NetworkError::from_chrome(code), error, "{code}");
        }
    }

    #[test]
    fn a_full_disk_is_told_from_a_passing_fault() {
        let full = "Resource::kQuotaBytes quota exceeded".to_owned();
        assert_eq!(
            StoreError::from_message(full.clone()),
            StoreError::Full(full)
        );
        let disk = "IO error: .../000003.log: FILE_ERROR_NO_SPACE (ChromeMethodBFE: 3)".to_owned();
        assert_eq!(
            StoreError::from_message(disk.clone()),
            StoreError::Full(disk)
        );
        let damaged = "Corruption: block checksum mismatch".to_owned();
        assert_eq!(
            StoreError::from_message(damaged.clone()),
            StoreError::Damaged(damaged)
        );
        let passing = "Invalid JSON".to_owned();
        assert_eq!(
            StoreError::from_message(passing.clone()),
            StoreError::Failed(passing)
        );
    }
}
