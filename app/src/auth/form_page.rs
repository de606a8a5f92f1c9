//! Where the forms stand of those who are not signed in. Nothing that they type is kept, so a refused one is answered where it was sent; who
//! opens that address again comes to its page.

use super::card::{ChoosePin, EnterCard};
use super::enter::EnterPhone;
use super::firm_link::EnterFirm;
use super::forgotten_pin::RenewPin;
use super::second_step::{TakeCode, TakePasskey};
use super::set_up::{ChoosePassword, SetUp};
use super::sign_in::SignIn;
use super::start::Start;
use crate::addresses::{self, Address};
use crate::form_target::PostTarget;
use crate::request::PLACEHOLDER;

/// The page of that form, where it is one of them.
#[must_use]
pub fn form_page(action: &str) -> Option<Address> {
    let pages = [
        (SignIn::target(), addresses::sign_in()),
        (EnterCard::target(), addresses::card_of(PLACEHOLDER)),
        (EnterPhone::target(), addresses::enter()),
        (RenewPin::target(), addresses::forgotten_pin()),
        (ChoosePin::target(), addresses::card_of(PLACEHOLDER)),
        (SetUp::target(), addresses::set_up(PLACEHOLDER)),
        (ChoosePassword::target(), addresses::set_up(PLACEHOLDER)),
        (EnterFirm::target(), addresses::firm_link(PLACEHOLDER)),
        (TakeCode::target(), addresses::take_second_step()),
        (TakePasskey::target(), addresses::take_second_step()),
        (Start::target(), addresses::landing()),
    ];
    pages.into_iter().find(|(form, _)| form.as_str() == action).map(|(_, page)| page)
}
