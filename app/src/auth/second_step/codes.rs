//! Codes on paper, for one who lost her phone: each lets her in once in place of the second step. They are shown once, by way of a
//! cookie, for only their hashes are kept.

use super::Own;
use crate::addresses::{self, Address};
use crate::components::{Form, Hidden, Link, Notice, Page, Panel, Submit, load};
use crate::form_target::PostTarget;
use crate::markup::IntoMarkup;
use crate::request::{ClientCookies, Done, Problem, SiteCookie, go, query, redirect, set_cookie};
use chrono::TimeDelta;
use ledger::store::access::RecoveryCode;
use leptos::prelude::*;

/// So many are made at a time.
const CODES: usize = 8;

/// How long they can be looked at.
const SHOWN: TimeDelta = TimeDelta::minutes(10);

/// Stands between them in the cookie.
const BETWEEN: char = '.';

#[component]
pub fn RecoveryCodesPage() -> impl IntoView {
    load(async {
        let _ = Own::here().await?;
        let then: String = query("then").unwrap_or_default();
        let back = Link::to(addresses::second_step(), t!("second-step"));
        let Some(codes) = ClientCookies::here().recovery_codes else {
            let gone = t!("second-step-codes-gone");
            return Ok(view! { <Page title=t!("second-step-codes") back><Notice title=gone/></Page> }.into_markup());
        };
        let codes: Vec<_> =
            codes.reveal().split(BETWEEN).filter_map(|code| code.parse::<RecoveryCode>().ok()).collect();
        let codes: Vec<_> = codes.into_iter().map(|code| view! { <li><code>{code.to_string()}</code></li> }).collect();
        Ok(view! {
            <Page title=t!("second-step-codes") lead=t!("second-step-codes-lead") back>
                <Panel>
                    <ol>{codes}</ol>
                    <p>{t!("second-step-codes-hint")}</p>
                    <Form action=PutCodesAway::target() eventless=true>
                        <Hidden name="then" value=then/>
                        <Submit>{t!("second-step-codes-done")}</Submit>
                    </Form>
                </Panel>
            </Page>
        }
        .into_markup())
    })
}

/// Makes codes for one who has none, and shows them.
pub(super) async fn make_first_codes(own: &Own, then: &str) -> Result<(), Problem> {
    if own.second_step().await?.codes > 0 {
        return go(Address::local(then).unwrap_or_else(addresses::second_step), Done::Saved);
    }
    show_new(own, then).await
}

async fn show_new(own: &Own, then: &str) -> Result<(), Problem> {
    let codes = (0..CODES).map(|_| RecoveryCode::new()).collect::<Result<Vec<_>, _>>()?;
    own.entry.store.second_steps().set_codes(own.user.workshop, own.user.id, &codes).await?;
    let text: Vec<_> = codes.iter().map(ToString::to_string).collect();
    set_cookie(SiteCookie::RecoveryCodes, &text.join(&BETWEEN.to_string()), SHOWN);
    redirect(&addresses::recovery_codes().then(then));
    Ok(())
}

/// Makes other codes; those before work no more.
#[server(prefix = "/api", endpoint = "make_recovery_codes")]
pub async fn make_recovery_codes() -> Result<(), Problem> {
    let own = Own::proved().await?;
    if !own.second_step().await?.is_there() {
        return Err(Problem::NotFound);
    }
    own.log_change();
    show_new(&own, "").await
}

/// She has written them down: the browser forgets them.
#[server(prefix = "/api", endpoint = "put_codes_away")]
pub async fn put_codes_away(#[server(default)] then: String) -> Result<(), Problem> {
    let _ = Own::here().await?;
    set_cookie(SiteCookie::RecoveryCodes, "", TimeDelta::zero());
    redirect(&Address::local(&then).unwrap_or_else(addresses::second_step));
    Ok(())
}
