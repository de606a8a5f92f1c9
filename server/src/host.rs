//! Answers come under the name that we are known by: a name that somebody else's server leads here is not ours. Links are written with
//! that name, or with the address of this machine that was asked: never with a name that anybody could have made up.

use app::request::{in_numbers, is_loopback};
use app::security_log::SecurityEvent;
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, HOST};
use axum::http::uri::Authority;
use axum::http::{StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

const REFUSAL: &str = "这里不叫这个名字。请用花工账自己的网址打开；要用这个网址，启动时加上 --public-url。\n\
     This server does not go by that name. Open Petalwork by its own address; to use this one, start it with --public-url.\n";

/// The name that we are known by, where one was given.
#[derive(Clone, Debug)]
pub(crate) struct OwnHost(Option<Authority>);

impl OwnHost {
    /// The host of an address such as `https://flowers.example`.
    pub fn of(public_url: Option<&str>) -> Self {
        Self(public_url.and_then(|url| url.parse::<Uri>().ok()?.into_parts().authority))
    }

    /// Whether a request for that host is for us. The machine itself may use its own names, to see whether we are there. Where no name
    /// was given, any address in numbers is ours, for nobody else's server can lead to us by one (DNS rebinding needs a name).
    fn is(&self, host: Option<&str>) -> bool {
        let Some(asked) = host.and_then(|host| host.parse::<Authority>().ok()) else { return false };
        is_loopback(&asked)
            || match &self.0 {
                Some(own) => asked.as_str().eq_ignore_ascii_case(own.as_str()),
                None => in_numbers(&asked).is_some(),
            }
    }
}

/// Refuses what was asked of another host.
pub(crate) async fn check(State(own): State<OwnHost>, request: Request, next: Next) -> Response {
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    if own.is(host) {
        return next.run(request).await;
    }
    SecurityEvent::OtherHost.log();
    (StatusCode::MISDIRECTED_REQUEST, [(CONTENT_TYPE, "text/plain; charset=utf-8")], REFUSAL).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_name_is_answered() {
        let own = OwnHost::of(Some("https://flowers.example/"));
        for host in ["flowers.example", "Flowers.Example", "127.0.0.1:3000", "localhost:3000", "[::1]:3000"] {
            assert!(own.is(Some(host)), "{host}");
        }
        for host in ["evil.example", "flowers.example.evil.example", "flowers.example:81", "10.0.0.7", ""] {
            assert!(!own.is(Some(host)), "{host}");
        }
        assert!(!own.is(None));
        let nameless = OwnHost::of(None);
        for host in ["192.168.1.20:3000", "[fe80::1]:3000", "localhost:3000", "127.0.0.1"] {
            assert!(nameless.is(Some(host)), "{host}");
        }
        for host in ["evil.example:3000", "mypc.local", ""] {
            assert!(!nameless.is(Some(host)), "{host}");
        }
    }
}
