//! Where something stands, in a word.

/// The host of an address, as people name it: `x.com`.
pub fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_short() {
        assert_eq!(host("https://x.com/anar/status/1"), "x.com");
        assert_eq!(host("https://www.linkedin.com?x"), "linkedin.com");
        assert_eq!(host("nowhere"), "nowhere");
    }
}
