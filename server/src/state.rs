//! What the server holds for every request.

use crate::frontend::Frontend;
use crate::headers::Https;
use crate::listeners::Listeners;
use crate::senders::FormLimits;
use app::auth::MakeDemo;
use app::request::Services;

/// All that the pages need.
#[derive(Clone)]
pub struct AppState {
    /// The books and the clock.
    pub services: Services,
    /// Styles and script.
    pub frontend: Frontend,
    /// How people reach it, such as `https://flowers.example`; without it, the address that a browser names.
    pub public_url: Option<String>,
    /// Who waits for news with a page open.
    pub listeners: Listeners,
    /// How many forms one person may send.
    pub form_limits: FormLimits,
    /// How an empty database becomes the demo village, where that is offered.
    pub make_demo: Option<MakeDemo>,
}

impl AppState {
    pub(crate) fn https(&self) -> Https {
        Https(self.public_url.as_deref().is_some_and(|url| url.starts_with("https://")))
    }
}
