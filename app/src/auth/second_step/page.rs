//! One's own second step: set up, looked at, taken away.

use super::Own;
use super::authenticator::{BeginAuthenticator, ConfirmAuthenticator, EndAuthenticator, app};
use super::codes::MakeRecoveryCodes;
use super::passkey::{AddPasskey, BeginPasskey, EndPasskey};
use super::relying_party::relying_party;
use crate::addresses::{self, Address};
use crate::components::{
    Field, Fold, Form, Go, Hidden, Link, Notice, Page, Panel, PasskeyScript, Qr, Submit, Tone, load,
};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Problem, query};
use crate::words;
use ledger::store::access::{Authenticator, KeptPasskey};
use leptos::prelude::*;

#[component]
pub fn SecondStepPage() -> impl IntoView {
    load(async {
        let own = Own::here().await?;
        let step = own.second_step().await?;
        // Sent here at sign-in.
        let then: String = query("then").unwrap_or_default();
        let asked = Address::local(&then).map(|page| {
            view! {
                <Notice tone=Tone::Warn title=t!("second-step-asked")/>
                <p class="row"><Go href=page tone=Tone::Plain>{t!("second-step-later")}</Go></p>
            }
        });
        let codes = step.is_there().then(|| {
            view! {
                <Panel title=t!("second-step-codes")>
                    <p>{t!("second-step-codes-left", n = step.codes)}</p>
                    <Fold title=t!("second-step-codes-again")>
                        <Form action=MakeRecoveryCodes::target() eventless=true>
                            <Submit tone=Tone::Quiet>{t!("second-step-codes-make")}</Submit>
                        </Form>
                    </Fold>
                </Panel>
            }
        });
        let app = authenticator(step.authenticator.as_ref(), own.user.phone.as_str(), then.clone())?;
        Ok(view! {
            <Page title=t!("second-step") lead=t!("second-step-lead") back=Link::to(addresses::account(), t!("access-account"))>
                {asked}
                {app}
                <Panel title=t!("second-step-passkeys")>
                    <Passkeys kept=step.passkeys then/>
                </Panel>
                {codes}
            </Page>
        }
        .into_markup())
    })
}

fn authenticator(kept: Option<&Authenticator>, phone: &str, then: String) -> Result<Markup, Problem> {
    let Some(kept) = kept else {
        return Ok(view! {
            <Panel title=t!("second-step-app")>
                <p>{t!("second-step-app-hint")}</p>
                <Form action=BeginAuthenticator::target() eventless=true>
                    <Hidden name="then" value=then/>
                    <Submit>{t!("second-step-app-begin")}</Submit>
                </Form>
            </Panel>
        }
        .into_markup());
    };
    if kept.is_confirmed {
        return Ok(view! {
            <Panel title=t!("second-step-app")>
                <p>{t!("second-step-app-stands")}</p>
                <Fold title=t!("second-step-app-end")>
                    <p>{t!("second-step-end-hint")}</p>
                    <Form action=EndAuthenticator::target() eventless=true>
                        <Submit tone=Tone::Bad>{t!("second-step-app-end-do")}</Submit>
                    </Form>
                </Fold>
            </Panel>
        }
        .into_markup());
    }
    let url = app(&kept.secret, phone)?.to_url().map_err(|_| Problem::Database)?;
    let letters = in_fours(&kept.secret);
    Ok(view! {
        <Panel title=t!("second-step-app")>
            <p>{t!("second-step-app-scan")}</p>
            <Qr text=url.clone() shown=letters/>
            <p class="row"><a href=url>{t!("second-step-app-here")}</a></p>
            <Form action=ConfirmAuthenticator::target() eventless=true>
                <Hidden name="then" value=then/>
                <Field name="one_time_code" label=t!("second-step-code") kind="text" keyboard="numeric" autocomplete="one-time-code" max=12/>
                <Submit>{t!("second-step-app-confirm")}</Submit>
            </Form>
        </Panel>
    }
    .into_markup())
}

/// As it is typed: in groups of four.
fn in_fours(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

#[component]
fn Passkeys(kept: Vec<KeptPasskey>, then: String) -> impl IntoView {
    let own: Vec<_> = kept
        .into_iter()
        .map(|passkey| {
            let stands = t!("second-step-passkey", name = passkey.name.as_str(), when = words::moment(passkey.made));
            view! {
                <li>
                    {stands}
                    <Fold title=t!("second-step-passkey-end")>
                        <p>{t!("second-step-end-hint")}</p>
                        <Form action=EndPasskey::target() eventless=true key=passkey.id.clone()>
                            <Hidden name="passkey" value=passkey.id/>
                            <Submit tone=Tone::Bad>{t!("second-step-passkey-end-do")}</Submit>
                        </Form>
                    </Fold>
                </li>
            }
        })
        .collect();
    let own = (!own.is_empty()).then(|| view! { <ul>{own}</ul> });
    if relying_party().is_none() {
        return view! { {own} <p>{t!("second-step-passkey-no-name")}</p> }.into_markup();
    }
    view! {
        {own}
        <p>{t!("second-step-passkey-hint")}</p>
        <Form action=AddPasskey::target() eventless=true>
            <Hidden name="then" value=then/>
            <PasskeyScript begin=BeginPasskey::target() otherwise=t!("second-step-no-passkey") act=t!("second-step-passkey-add")>
                <Field name="name" label=t!("second-step-passkey-name") value=t!("second-step-passkey-default") max=60/>
            </PasskeyScript>
        </Form>
    }
    .into_markup()
}
