//! Why the ledger refused, in words that say what to do next.

use ledger::journal::PlaceKind;
use ledger::rules::refusal::{Refusal, Thing};

/// The refusal in the request's language.
pub fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::NotEnough { place, have, asked } => {
            t!("refusal-not-enough", place = place_kind(*place), have = *have, requested = *asked)
        }
        Refusal::Nothing => t!("refusal-nothing"),
        Refusal::Internal { .. } => t!("refusal-internal"),
        Refusal::BadRest => t!("refusal-bad-rest"),
        Refusal::Unknown { thing } => t!("refusal-unknown", thing = thing_named(*thing)),
        Refusal::CannotDo { worker } => t!("refusal-cannot-do", worker = worker),
        Refusal::NotActive { worker } => t!("refusal-not-active", worker = worker),
        Refusal::NoRate { day } => t!("refusal-no-rate", day = *day),
        Refusal::Exists { thing: Thing::Order, code } => t!("refusal-order-exists", code = code),
        Refusal::Exists { thing, code } => t!("refusal-exists", thing = thing_named(*thing), code = code),
        Refusal::Twice { code } => t!("refusal-twice", code = code),
        Refusal::NoSteps => t!("refusal-no-steps"),
        Refusal::NoLines => t!("refusal-no-lines"),
        Refusal::StepsInUse => t!("refusal-steps-in-use"),
        Refusal::DoesNotAddUp { sent, stated } => t!("refusal-does-not-add-up", sent = *sent, stated = *stated),
        Refusal::ReasonMissing => t!("refusal-reason-missing"),
        Refusal::Answered => t!("refusal-answered"),
        Refusal::NothingToReplace { most } => t!("refusal-nothing-to-replace", most = *most),
        Refusal::MoreThanOwed { owed } => t!("refusal-more-than-owed", owed = *owed),
        Refusal::OwedChanged { seen, now } => t!("refusal-owed-changed", seen = *seen, now = *now),
        Refusal::DayAhead { day, today } => t!("refusal-day-ahead", day = *day, today = *today),
        Refusal::DueFirst { placed, due } => t!("refusal-due-first", placed = *placed, due = *due),
        Refusal::Stale { seen, now } => t!("refusal-stale", seen = *seen, now = *now),
        Refusal::NotYours => t!("refusal-not-yours"),
        Refusal::Corrected => t!("refusal-corrected"),
        Refusal::IsCorrection => t!("refusal-is-correction"),
        Refusal::NothingToUndo => t!("refusal-nothing-to-undo"),
        Refusal::PassedOn { place, have, needed } => {
            t!("refusal-passed-on", place = place_kind(*place), have = *have, needed = *needed)
        }
        Refusal::Settled { until } => t!("refusal-settled", until = *until),
        Refusal::SettledWith { worker, until } => t!("refusal-settled-with", worker = worker, until = *until),
        Refusal::RateSettled { until } => t!("refusal-rate-settled", until = *until),
        Refusal::NotOver { day, today } => t!("refusal-not-over", day = *day, today = *today),
        Refusal::Disputed { worker } => t!("refusal-disputed", worker = worker),
        Refusal::Nobody => t!("refusal-nobody"),
        Refusal::IdReused => t!("refusal-id-reused"),
        Refusal::OwnProposal => t!("refusal-own-proposal"),
        Refusal::ProposalClosed => t!("refusal-proposal-closed"),
        Refusal::Proposed => t!("refusal-proposed"),
        Refusal::OthersWait => t!("refusal-others-wait"),
        Refusal::SourceMissing => t!("refusal-source-missing"),
        Refusal::AnswerMissing => t!("refusal-answer-missing"),
        Refusal::OneCoordinator => t!("refusal-one-coordinator"),
        Refusal::LastCoordinator => t!("refusal-last-coordinator"),
        Refusal::TwoMustStay => t!("refusal-two-must-stay"),
        Refusal::OwnAccess => t!("refusal-own-access"),
        Refusal::ResetByOperator => t!("refusal-reset-by-operator"),
        Refusal::LetInByAsker { until } => t!("refusal-let-in-by-asker", until = *until),
        Refusal::SetAlready => t!("refusal-set-already"),
        Refusal::BadMinutes => t!("refusal-bad-minutes"),
        Refusal::OutOfRange => t!("refusal-out-of-range"),
        Refusal::OrderChanged => t!("refusal-order-changed"),
        Refusal::PhotoChanged => t!("refusal-photo-changed"),
        Refusal::RecordingChanged => t!("refusal-recording-changed"),
        Refusal::NoneSpoiled => t!("refusal-none-spoiled"),
        Refusal::ChangedSince => t!("refusal-changed-since"),
        Refusal::OrderStruck => t!("refusal-order-struck"),
        Refusal::Unchanged => t!("refusal-unchanged"),
        Refusal::AllConfirmed => t!("refusal-all-confirmed"),
        Refusal::NothingToCancel { code, most } => t!("refusal-nothing-to-cancel", code = code, most = *most),
    }
}

/// The name of a place of pieces.
pub fn place_kind(place: PlaceKind) -> String {
    match place {
        PlaceKind::Ordered => t!("place-ordered"),
        PlaceKind::Pool => t!("place-pool"),
        PlaceKind::Hand => t!("place-hand"),
        PlaceKind::Redo => t!("place-redo"),
        PlaceKind::Stock => t!("place-stock"),
        PlaceKind::Scrap => t!("place-scrapped"),
        PlaceKind::Delivered => t!("place-delivered"),
        PlaceKind::Confirmed => t!("place-confirmed"),
        PlaceKind::Refused => t!("place-refused"),
        PlaceKind::Missing => t!("place-missing"),
        PlaceKind::WrittenOff => t!("place-written-off"),
        PlaceKind::Surplus => t!("place-surplus"),
    }
}

/// What a thing is called.
pub fn thing_named(thing: Thing) -> String {
    match thing {
        Thing::Style => t!("thing-style"),
        Thing::Step => t!("thing-step"),
        Thing::Worker => t!("thing-worker"),
        Thing::Firm => t!("thing-firm"),
        Thing::Order => t!("thing-order"),
        Thing::Line => t!("thing-line"),
        Thing::Issue => t!("thing-issue"),
        Thing::Delivery => t!("thing-delivery"),
        Thing::Event => t!("thing-event"),
        Thing::HandIn => t!("thing-hand-in"),
        Thing::Access => t!("thing-access"),
        Thing::Proposal => t!("thing-proposal"),
    }
}
