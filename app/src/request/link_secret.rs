//! The secret of a link that was opened. It moves from the address into a cookie: an address is seen, sent on and kept by too many.

use super::{ClientCookies, Problem, SiteCookie, param, redirected, set_cookie};
use crate::addresses::Address;
use crate::markup::Markup;
use chrono::TimeDelta;

/// Stands in the address in place of the secret.
pub const PLACEHOLDER: &str = "here";

/// How long the browser keeps it: long enough to fill in a form.
const LASTS: TimeDelta = TimeDelta::days(1);

/// A secret, and whether it stands in the address, from where it is to be moved if it is one.
pub struct LinkSecret {
    pub text: String,
    pub is_shown: bool,
}

impl LinkSecret {
    /// The secret of this page, which stands in its address under that name or is kept in that cookie.
    ///
    /// # Errors
    /// [`Problem::LinkLost`] where the browser has no such cookie any more; [`Problem::NotFound`] where the page's address has no
    /// such part.
    pub fn of(name: &str, cookie: SiteCookie) -> Result<Self, Problem> {
        let given: String = param(name)?;
        if given != PLACEHOLDER {
            return Ok(Self { text: given, is_shown: true });
        }
        let cookies = ClientCookies::here();
        let secret = cookies.link(cookie).ok_or(Problem::LinkLost)?;
        Ok(Self { text: secret.reveal().to_owned(), is_shown: false })
    }
}

/// Ends the page: the browser keeps the secret, and goes on to the address without it.
///
/// # Errors
/// None; it ends a page.
pub fn moved(cookie: SiteCookie, secret: &str, here: &Address) -> Result<Markup, Problem> {
    set_cookie(cookie, secret, LASTS);
    redirected(here)
}
