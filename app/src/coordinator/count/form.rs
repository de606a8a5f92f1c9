//! One worker at the table: numbers for each thing she has.

use super::record;
use crate::addresses;
use crate::components::{
    Draft, Empty, Field, Form, Go, Hidden, Link, Notice, Number, Page, Panel, Photo, Pick, Select, Submit, Tag, Tone,
};
use crate::form_target::PostTarget;
use crate::islands::{CountRow, CountWords, LiveCount};
use crate::markup::{IntoMarkup, Markup};
use ledger::model::{Count, CountPart, Made};
use ledger::store::reads::count::{HerTable, IssueToCount};
use ledger::values::pieces::Pieces;
use leptos::prelude::*;

/// All her issues in one form; `again` is a count that was undone and is to be entered again.
#[component]
pub(super) fn CountForm(table: HerTable, again: Option<Count>) -> impl IntoView {
    let HerTable { who, issues } = table;
    let back = Link::to(addresses::count(), t!("nav-count"));
    let title = t!("worker-named", number = &who.number, name = &who.name);
    if issues.is_empty() {
        return view! {
            <Page title back>
                <Empty title=t!("count-holds-none")><Go href=addresses::worker(who.id)>{t!("count-her-page")}</Go></Empty>
            </Page>
        }
        .into_markup();
    }
    let refused = use_context::<Draft>().is_some_and(|draft| draft.action == record::Count::target().as_str());
    let declared = issues.iter().any(|held| held.declared.any());
    // The cursor waits in the first number that is to be entered: of what she says she brings, else of the oldest.
    let first = issues.iter().position(|held| held.declared.any()).unwrap_or(0);
    let live = issues
        .iter()
        .map(|held| CountRow { issue: held.issue.0, hand: held.hand.0, redo: held.redo.0, rate: held.rate.0 })
        .collect();
    let live_words = CountWords { accepted: t!("count-sum"), earned: t!("count-earns"), over: t!("count-over") };
    let reason = again.as_ref().map(|count| count.reason.to_string()).unwrap_or_default();
    let again_notice = again.is_some().then(|| view! { <Notice tone=Tone::Warn title=t!("count-again")/> });
    view! {
        <Page title lead=if declared { t!("count-as-declared") } else { t!("count-table-lead") } back>
            {again_notice}
            <Form action=record::Count::target() by_button=true>
                <Hidden name="worker" value=who.id/>
                // Made inside the form: a field asks the form around it what was typed.
                {issues.iter().enumerate().map(|(place, held)| issue(held, again.as_ref(), place == first && !refused)).collect::<Vec<_>>()}
                <Panel>
                    <div class="two">
                        <Select name="reason" label=t!("count-reason") options=reasons() conditional=true/>
                        <Field name="words" label=t!("count-words") value=reason optional=true max=120/>
                    </div>
                    <LiveCount rows=live words=live_words/>
                    <Submit>{t!("count-do")}</Submit>
                </Panel>
            </Form>
        </Page>
    }
    .into_markup()
}

/// The usual reasons. What is chosen is written down in the words that were read.
fn reasons() -> Vec<Pick> {
    [t!("reason-loose"), t!("reason-wire"), t!("reason-colour"), t!("reason-other")]
        .into_iter()
        .map(|words| Pick::new(&words, words.clone()))
        .collect()
}

/// What of one issue is counted: of the fresh pieces, and of those that were in rework.
fn issue(held: &IssueToCount, again: Option<&Count>, focus: bool) -> Markup {
    let IssueToCount { hand, redo, declared, .. } = *held;
    let before = |made: Made| -> Option<CountPart> {
        again?.parts.iter().find(|part| part.issue == held.issue && part.made == made).copied()
    };
    let (fresh, redone) = (before(Made::Fresh), before(Made::Again));
    // What she says she brings stands there as accepted, in one place only: a number that nobody looked at must not be paid.
    let (brings, brings_again) = match (again.is_some(), hand.any()) {
        (true, _) => none(),
        (false, true) => (declared.min(hand), Pieces::ZERO),
        (false, false) => (Pieces::ZERO, declared.min(redo)),
    };
    let tags = view! {
        {held.repairs.is_some().then(|| view! { <Tag tone=Tone::Warn>{t!("home-repairs")}</Tag> })} " "
        {declared.any().then(|| view! { <Tag tone=Tone::Next>{t!("count-brings", n = declared)}</Tag> })}
    };
    let id = held.issue;
    let field = move |part: &str| format!("rows[{id}][{part}]");
    let fresh_fields = hand.any().then(|| {
        let [accepted, rework, scrapped] =
            fresh.map_or([brings, Pieces::ZERO, Pieces::ZERO], |part| [part.accepted, part.rework, part.scrapped]);
        view! {
            <fieldset>
                <legend>{t!("count-hand", n = hand)}</legend>
                <div class="three">
                    <Number big=true optional=true name=field("accepted") label=t!("flow-accepted") value=some(accepted) focus/>
                    <Number big=true optional=true name=field("rework") label=t!("flow-sent-back") value=some(rework)/>
                    <Number big=true optional=true name=field("scrapped") label=t!("flow-scrapped") value=some(scrapped)/>
                </div>
            </fieldset>
        }
    });
    let redo_fields = redo.any().then(|| {
        let focus = focus && !hand.any();
        let [accepted, scrapped] =
            redone.map_or([brings_again, Pieces::ZERO], |part| [part.accepted, part.scrapped]);
        view! {
            <fieldset>
                <legend>{t!("count-redo", n = redo)}</legend>
                <div class="three">
                    <Number big=true optional=true name=field("redo_accepted") label=t!("flow-accepted") value=some(accepted) focus/>
                    <Number big=true optional=true name=field("redo_scrapped") label=t!("flow-scrapped") value=some(scrapped)/>
                </div>
            </fieldset>
        }
    });
    let about = t!("count-issue", code = &held.order_code, day = held.since, rate = held.rate);
    let (what, picture) = (t!("style-step", style = &held.style_name, step = &held.step_name), held.photo);
    view! {
        <Panel title=what.clone()>
            <div class="seen"><Photo picture of=what/><p class="quiet">{about} " " {tags}</p></div>
            <Hidden name=field("issue") value=id/>
            <Hidden name=field("hand") value=hand/>
            <Hidden name=field("redo") value=redo/>
            {fresh_fields}
            {redo_fields}
        </Panel>
    }
    .into_markup()
}

const fn none() -> (Pieces, Pieces) {
    (Pieces::ZERO, Pieces::ZERO)
}

/// A number to begin with; none is an empty field.
fn some(pieces: Pieces) -> Option<Pieces> {
    pieces.any().then_some(pieces)
}
