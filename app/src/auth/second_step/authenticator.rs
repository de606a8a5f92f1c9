//! An authenticator app: it and we hold one secret, and make the same six digits of it every 30 seconds (RFC 6238).

use super::Own;
use crate::addresses;
use crate::auth::second_step::codes::make_first_codes;
use crate::request::{Done, Problem, Why, go, redirect};
use chrono::{DateTime, Utc};
use leptos::prelude::*;
use totp_rs::{Builder, Secret, Totp};

/// What apps show beside the code.
const ISSUER: &str = "Petalwork";

/// An app with that secret, of somebody with that phone number.
pub(super) fn app(secret: &str, phone: &str) -> Result<Totp, Problem> {
    let broken = |what: String| {
        tracing::error!(what, "an authenticator's secret cannot be used");
        Problem::Database
    };
    let secret = Secret::try_from_base32(secret).map_err(|error| broken(error.to_string()))?;
    let app = Builder::new().with_secret(secret).with_account_name(phone).with_issuer(Some(ISSUER));
    app.build().map_err(|error| broken(error.to_string()))
}

/// The 30 seconds since 1970 of which that is the code; the ones before and after now are taken too, for clocks differ.
pub(super) fn step_of(app: &Totp, typed: &str, now: DateTime<Utc>) -> Option<i64> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).map(crate::auth::field::plain_digit).collect();
    let step = app.check(&digits, u64::try_from(now.timestamp()).ok()?)?;
    i64::try_from(step).ok()
}

/// Begins to set up an app: the page then shows its secret.
#[server(prefix = "/api", endpoint = "begin_authenticator")]
pub async fn begin_authenticator(#[server(default)] then: String) -> Result<(), Problem> {
    let own = Own::proved().await?;
    let secret = Secret::generate().to_base32();
    own.entry.store.second_steps().begin_authenticator(own.user.workshop, own.user.id, &secret).await?;
    redirect(&addresses::second_step().then(&then));
    Ok(())
}

/// The app shows the right code: from now on it is asked for.
#[server(prefix = "/api", endpoint = "confirm_authenticator")]
pub async fn confirm_authenticator(one_time_code: String, #[server(default)] then: String) -> Result<(), Problem> {
    let own = Own::proved().await?;
    let kept = own.second_step().await?.authenticator.ok_or(Problem::NotFound)?;
    if kept.is_confirmed {
        // A second tap.
        return go(addresses::second_step(), Done::Saved);
    }
    let wrong = || Problem::field("one_time_code", Why::NotTheCode);
    let step =
        step_of(&app(&kept.secret, own.user.phone.as_str())?, &one_time_code, own.entry.now).ok_or_else(wrong)?;
    let steps = own.entry.store.second_steps();
    if !steps.confirm_authenticator(own.user.workshop, own.user.id, &kept.secret, step, own.entry.now).await? {
        return Err(wrong());
    }
    own.log_change();
    make_first_codes(&own, &then).await
}

/// The app is not asked for any more.
#[server(prefix = "/api", endpoint = "end_authenticator")]
pub async fn end_authenticator() -> Result<(), Problem> {
    let own = Own::proved().await?;
    own.entry.store.second_steps().end_authenticator(own.user.workshop, own.user.id).await?;
    own.end_codes_of_nothing().await?;
    own.log_change();
    go(addresses::second_step(), Done::Saved)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret and the last six digits of a code of RFC 6238, appendix B, with SHA-1.
    const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).expect("a moment")
    }

    #[test]
    fn codes_are_those_of_the_standard() {
        let app = app(SECRET, "13800000001").expect("an app");
        for (seconds, code) in [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924")] {
            assert_eq!(step_of(&app, code, at(seconds)), Some(seconds / 30), "{seconds}");
        }
        assert_eq!(step_of(&app, " 287 082 ", at(59)), Some(1), "as apps show it");
        assert_eq!(step_of(&app, "２８７０８２", at(59)), Some(1));
    }

    #[test]
    fn a_clock_may_be_half_a_minute_off_and_no_more() {
        let app = app(SECRET, "13800000001").expect("an app");
        assert_eq!(step_of(&app, "287082", at(89)), Some(1));
        assert_eq!(step_of(&app, "287082", at(29)), Some(1));
        assert_eq!(step_of(&app, "287082", at(90)), None);
        for typed in ["", "28708", "2870822", "28708a", "-87082", "花花花花花花"] {
            assert_eq!(step_of(&app, typed, at(59)), None, "{typed}");
        }
    }

    #[test]
    fn an_app_is_told_whose_it_is() {
        let url = app(SECRET, "+8613800000001").expect("an app").to_url().expect("an address");
        assert!(url.starts_with("otpauth://totp/Petalwork:%2B8613800000001?secret=GEZDGNBV"), "{url}");
    }
}
