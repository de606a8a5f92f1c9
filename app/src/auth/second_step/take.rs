//! At sign-in, after the password: the code of the app, a passkey, or a code on paper.

use super::authenticator::{app, step_of};
use super::passkey::{id_of, read};
use super::relying_party::{not_taken, relying_party};
use crate::addresses::{self, Address};
use crate::auth::entry::{Account, Entry, home};
use crate::components::{Field, Form, Hidden, Link, Page, Panel, PasskeyScript, Submit, Tone, load};
use crate::form_target::PostTarget;
use crate::markup::IntoMarkup;
use crate::request::{Problem, SiteCookie, Why, query, redirect, redirected, set_cookie};
use chrono::TimeDelta;
use ledger::store::access::{HalfIn, Holder, KeptPasskey, RecoveryCode, SecondStep, Secret, User};
use leptos::prelude::*;
use webauthn_rs::prelude::{PasskeyAuthentication, PublicKeyCredential};

/// Asks somebody whose password was right for her second step.
pub(in crate::auth) async fn ask_second_step(entry: &Entry, user: &User, then: &str) -> Result<(), Problem> {
    let steps = entry.store.second_steps();
    let half = HalfIn { workshop: user.workshop, user: user.id };
    let secret = steps.wait(&half, entry.now).await?;
    set_cookie(SiteCookie::SecondStep, secret.reveal(), HalfIn::PATIENCE);
    redirect(&addresses::take_second_step().then(then));
    Ok(())
}

/// Somebody whose second step is waited for in this browser.
struct Waiting {
    entry: Entry,
    secret: Secret,
    user: User,
    step: SecondStep,
}

impl Waiting {
    async fn here() -> Result<Self, Problem> {
        let entry = Entry::here()?;
        let secret = entry.cookies.second_step.clone().ok_or(Problem::SignedOut)?;
        let half = entry.store.second_steps().half_in(&secret, entry.now).await?.ok_or(Problem::SignedOut)?;
        let user = entry.store.users().user(half.workshop, half.user).await?.ok_or(Problem::SignedOut)?;
        let step = entry.store.second_steps().of(half.workshop, half.user).await?;
        Ok(Self { entry, secret, user, step })
    }

    /// She is in.
    async fn let_in(self, then: &str) -> Result<(), Problem> {
        let Self { entry, secret, user, .. } = self;
        if !entry.store.second_steps().stop_waiting(&secret).await? {
            return Err(Problem::SignedOut);
        }
        set_cookie(SiteCookie::SecondStep, "", TimeDelta::zero());
        entry.let_in(user.workshop, Holder::User(user.id), TimeDelta::zero()).await?;
        redirect(&Address::local(then).unwrap_or_else(|| home(&user)));
        Ok(())
    }

    /// Whether the code is the app's, or one on paper; either works once.
    async fn takes(&self, code: &str) -> Result<bool, Problem> {
        let (steps, workshop, user) = (self.entry.store.second_steps(), self.user.workshop, self.user.id);
        if let Ok(code) = code.parse::<RecoveryCode>() {
            return Ok(steps.use_code(workshop, user, &code.hash()).await?);
        }
        let Some(secret) = self.step.confirmed() else { return Ok(false) };
        match step_of(&app(secret, self.user.phone.as_str())?, code, self.entry.now) {
            Some(step) => Ok(steps.use_step(workshop, user, step).await?),
            None => Ok(false),
        }
    }
}

#[component]
pub fn TakeSecondStepPage() -> impl IntoView {
    load(async {
        let then: String = query("then").unwrap_or_default();
        let step = match Waiting::here().await {
            Ok(waiting) => waiting.step,
            Err(Problem::SignedOut) => return redirected(&addresses::sign_in()),
            Err(problem) => return Err(problem),
        };
        let passkey = !step.passkeys.is_empty() && relying_party().is_some();
        let tone = if passkey { Tone::Quiet } else { Tone::Next };
        let passkey = passkey.then(|| {
            let then = then.clone();
            view! {
                <Panel title=t!("second-step-with-passkey")>
                    <Form action=TakePasskey::target() eventless=true>
                        <Hidden name="then" value=then/>
                        <PasskeyScript begin=AskPasskey::target() otherwise=t!("second-step-no-passkey-here") tone=Tone::Next act=t!("second-step-take-passkey")/>
                    </Form>
                </Panel>
            }
        });
        let (label, hint) = if step.confirmed().is_some() {
            (t!("second-step-code"), t!("second-step-code-or-paper"))
        } else {
            (t!("second-step-paper"), t!("second-step-paper-hint"))
        };
        Ok(view! {
            <Page title=t!("second-step-take") back=Link::to(addresses::sign_in(), t!("access-sign-in"))>
                {passkey}
                <Panel>
                    <Form action=TakeCode::target() eventless=true>
                        <Hidden name="then" value=then/>
                        <Field name="one_time_code" label hint autocomplete="one-time-code" max=60 focus=true/>
                        <Submit tone>{t!("access-sign-in")}</Submit>
                    </Form>
                </Panel>
                <p class="quiet">{t!("second-step-lost")}</p>
            </Page>
        }
        .into_markup())
    })
}

/// Lets in somebody who gives the code of her app, or one on paper.
#[server(prefix = "/api", endpoint = "take_code")]
pub async fn take_code(one_time_code: String, #[server(default)] then: String) -> Result<(), Problem> {
    let waiting = Waiting::here().await?;
    let attempt = waiting.entry.attempt(&Account::SecondStep(&waiting.user)).await?;
    let taken = waiting.takes(&one_time_code).await?;
    attempt.end(taken).await?;
    if !taken {
        let why = if waiting.step.confirmed().is_some() { Why::NotTheCode } else { Why::NotThePaperCode };
        return Err(Problem::field("one_time_code", why));
    }
    waiting.let_in(&then).await
}

/// For a script: what one of her passkeys must answer, as browsers read it.
#[server(prefix = "/api", endpoint = "ask_passkey")]
pub async fn ask_passkey() -> Result<String, Problem> {
    let waiting = Waiting::here().await?;
    let site = relying_party().ok_or(Problem::NotFound)?;
    let (asked, state) = site.start_passkey_authentication(&read(&waiting.step.passkeys)).map_err(not_taken)?;
    let state = serde_json::to_string(&state).map_err(not_taken)?;
    waiting.entry.store.passkeys().ask(&waiting.secret, &state).await?;
    serde_json::to_string(&asked).map_err(not_taken)
}

/// Lets in somebody whose passkey answered.
#[server(prefix = "/api", endpoint = "take_passkey")]
pub async fn take_passkey(credential: String, #[server(default)] then: String) -> Result<(), Problem> {
    let waiting = Waiting::here().await?;
    let site = relying_party().ok_or(Problem::NotFound)?;
    let passkeys = waiting.entry.store.passkeys();
    let asked = passkeys.asked(&waiting.secret).await?.ok_or(Problem::PasskeyNotTaken)?;
    let asked: PasskeyAuthentication = serde_json::from_str(&asked).map_err(not_taken)?;
    let answer: PublicKeyCredential = serde_json::from_str(&credential).map_err(not_taken)?;
    let result = site.finish_passkey_authentication(&answer, &asked).map_err(not_taken)?;
    let mut own = read(&waiting.step.passkeys);
    // Ended meanwhile, it lets nobody in.
    let used = own.iter_mut().find(|own| own.cred_id() == result.cred_id()).ok_or(Problem::PasskeyNotTaken)?;
    if used.update_credential(&result) == Some(true) {
        let id = id_of(used);
        let kept = waiting.step.passkeys.iter().find(|kept| kept.id == id).ok_or(Problem::PasskeyNotTaken)?;
        let kept = KeptPasskey { passkey: serde_json::to_string(used).map_err(not_taken)?, ..kept.clone() };
        passkeys.was_used(waiting.user.workshop, waiting.user.id, &kept).await?;
    }
    waiting.let_in(&then).await
}
