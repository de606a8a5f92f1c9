//! What she has of one kind of work, as one row of the table.

use crate::components::{Fold, Hidden, Number, Photo, Tag, Tone};
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::model::{Count, CountPart, Made};
use ledger::store::reads::count::IssueToCount;
use ledger::values::ids::IssueId;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;

/// Issues of one style, variant and step; those under repair apart from the others.
pub(super) struct Work {
    /// The oldest first; there is one.
    issues: Vec<IssueToCount>,
    sees_money: bool,
}

/// Her issues by what they are of, in the order of the oldest of each; with what a piece earns, for who sees money.
pub(super) fn works(issues: Vec<IssueToCount>, sees_money: bool) -> Vec<Work> {
    let kind = |issue: &IssueToCount| (issue.style, issue.style_name.clone(), issue.step, issue.repairs.is_some());
    let mut works: Vec<Work> = Vec::new();
    for issue in issues {
        match works.iter_mut().find(|work| work.issues.first().is_some_and(|first| kind(first) == kind(&issue))) {
            Some(work) => work.issues.push(issue),
            None => works.push(Work { issues: vec![issue], sees_money }),
        }
    }
    works
}

/// Issues and what each holds, as the form sends them along: `12:40 15:20`.
pub(super) fn stacks(held: impl IntoIterator<Item = (IssueId, Pieces)>) -> String {
    let some = held.into_iter().filter(|(_, pieces)| pieces.any());
    some.map(|(issue, pieces)| format!("{issue}:{}", pieces.0)).collect::<Vec<_>>().join(" ")
}

impl Work {
    pub(super) fn is_declared(&self) -> bool {
        self.issues.iter().any(|held| held.declared.any())
    }

    fn sum(&self, of: impl Fn(&IssueToCount) -> Pieces) -> Pieces {
        self.issues.iter().map(of).sum()
    }

    /// In the order in which it is drawn from: what she says she brings of an issue, then the oldest first.
    fn fresh(&self) -> Vec<(&IssueToCount, Pieces)> {
        let said = |held: &IssueToCount| held.declared.min(held.hand);
        let declared = self.issues.iter().map(|held| (held, said(held)));
        let others = self.issues.iter().map(|held| (held, held.hand - said(held)));
        declared.chain(others).filter(|(_, pieces)| pieces.any()).collect()
    }

    /// The row. `again` is a count that is entered again; the cursor waits in it where it has the focus.
    pub(super) fn row(&self, again: Option<&Count>, focus: bool) -> Markup {
        let Some(first) = self.issues.first() else { return ().into_markup() };
        let key = first.issue;
        let field = move |part: &str| format!("rows[{key}][{part}]");
        let (hand, redo, declared) =
            (self.sum(|held| held.hand), self.sum(|held| held.redo), self.sum(|held| held.declared));
        let hand_stacks = stacks(self.fresh().iter().map(|(held, pieces)| (held.issue, *pieces)));
        let redo_stacks = stacks(self.issues.iter().map(|held| (held.issue, held.redo)));
        let fresh_fields = hand.any().then(|| {
            let [accepted, rework, scrapped] = match again {
                Some(count) => self.entered(count, Made::Fresh),
                None => [self.sum(|held| held.declared.min(held.hand)), Pieces::ZERO, Pieces::ZERO],
            };
            view! {
                <div class="three">
                    <Number big=true optional=true name=field("accepted") label=t!("flow-accepted") value=some(accepted) focus/>
                    <Number big=true optional=true name=field("rework") label=t!("flow-sent-back") value=some(rework)/>
                    <Number big=true optional=true name=field("scrapped") label=t!("flow-scrapped") value=some(scrapped)/>
                </div>
            }
        });
        let redo_fields = redo.any().then(|| {
            // What she says she brings stands in one place only: a number that nobody looked at must not be paid.
            let brings = if hand.any() { Pieces::ZERO } else { self.sum(|held| held.declared.min(held.redo)) };
            let [accepted, _, scrapped] =
                again.map_or([brings, Pieces::ZERO, Pieces::ZERO], |count| self.entered(count, Made::Again));
            let focus = focus && !hand.any();
            view! {
                <p class="redo">{t!("count-redo", n = redo)}</p>
                <div class="three">
                    <Number big=true optional=true name=field("redo_accepted") label=t!("flow-accepted") value=some(accepted) focus/>
                    <Number big=true optional=true name=field("redo_scrapped") label=t!("flow-scrapped") value=some(scrapped)/>
                </div>
            }
        });
        let parts = (self.issues.iter().filter(|held| held.hand.any()).count() > 1).then(|| self.parts(again));
        let what = t!("style-step", style = &first.style_name, step = &first.step_name);
        let (seen, called) = (what.clone(), what.clone());
        let tags = view! {
            {first.repairs.is_some().then(|| view! { <Tag tone=Tone::Warn>{t!("home-repairs")}</Tag> })} " "
            {declared.any().then(|| view! { <Tag tone=Tone::Next>{t!("count-brings", n = declared)}</Tag> })}
        };
        let holds = hand.any().then(|| t!("count-hand", n = hand));
        let about = match self.issues.as_slice() {
            [only] => self.about(only),
            several => self.orders(several),
        };
        let about = holds.into_iter().chain([about]).collect::<Vec<_>>().join("\u{a0}· ");
        let rates = |pieces: &[(&IssueToCount, Pieces)]| {
            let one = |(held, pieces): &(&IssueToCount, Pieces)| {
                let rate = if self.sees_money { held.rate.0 } else { 0 };
                format!("{}:{}:{rate}", held.issue, pieces.0)
            };
            pieces.iter().map(one).collect::<Vec<_>>().join(" ")
        };
        let redone: Vec<_> = self.issues.iter().map(|held| (held, held.redo)).collect();
        let (hand_rates, redo_rates) = (rates(&self.fresh()), rates(&redone));
        view! {
            <div class="count-row" role="group" aria-label=called data-hand=hand_rates data-redo=redo_rates>
                <div class="seen">
                    <Photo picture=first.photo of=seen/>
                    <p><b>{what}</b> <small>{about} " " {tags}</small></p>
                </div>
                <Hidden name=field("issue") value=key/>
                <Hidden name=field("hand") value=hand_stacks/>
                <Hidden name=field("redo") value=redo_stacks/>
                {fresh_fields}
                {redo_fields}
                {parts}
            </div>
        }
        .into_markup()
    }

    /// What was entered of it before: accepted, to be done again, scrapped.
    fn entered(&self, count: &Count, made: Made) -> [Pieces; 3] {
        let own = |part: &&CountPart| part.made == made && self.issues.iter().any(|held| held.issue == part.issue);
        let own: Vec<_> = count.parts.iter().filter(own).collect();
        let sum = |of: fn(&CountPart) -> Pieces| own.iter().map(|part| of(part)).sum();
        [sum(|part| part.accepted), sum(|part| part.rework), sum(|part| part.scrapped)]
    }

    /// Of which order an issue is, since when she has it, and what a piece of it earns.
    fn about(&self, held: &IssueToCount) -> String {
        match self.sees_money {
            true => t!("count-issue", code = &held.order_code, day = held.since, rate = held.rate),
            false => t!("count-issue-only", code = &held.order_code, day = held.since),
        }
    }

    /// The orders that several issues are of, each with what a piece of it earns.
    fn orders(&self, issues: &[IssueToCount]) -> String {
        let each = issues.iter().map(|held| match self.sees_money {
            true => t!("count-order-rate", code = &held.order_code, rate = held.rate),
            false => held.order_code.clone(),
        });
        let mut each: Vec<_> = each.collect();
        each.dedup();
        each.join("\u{a0}· ")
    }

    /// From which of its issues it is drawn.
    fn parts(&self, again: Option<&Count>) -> Markup {
        let part = |held: &IssueToCount| {
            let id = held.issue;
            let before = again.and_then(|count| {
                count.parts.iter().find(|part| part.issue == id && part.made == Made::Fresh).copied()
            });
            let before = |of: fn(CountPart) -> Pieces| before.map(of).and_then(some);
            let field = move |part: &str| format!("parts[{id}][{part}]");
            let about = self.about(held);
            view! {
                <div class="count-part" data-issue=id.to_string()>
                    <p>{about} "\u{a0}· " {words::count(held.hand)}</p>
                    <Hidden name=field("issue") value=id/>
                    <div class="three">
                        <Number big=true optional=true name=field("accepted") label=t!("flow-accepted") value=before(|part| part.accepted)/>
                        <Number big=true optional=true name=field("rework") label=t!("flow-sent-back") value=before(|part| part.rework)/>
                        <Number big=true optional=true name=field("scrapped") label=t!("flow-scrapped") value=before(|part| part.scrapped)/>
                    </div>
                </div>
            }
            .into_markup()
        };
        let held = self.issues.iter().filter(|held| held.hand.any());
        let n = held.clone().count();
        let parts: Vec<_> = held.map(part).collect();
        view! {
            <Fold title=t!("count-parts", n = n) open=again.is_some()>
                <p class="quiet">{t!("count-parts-how")}</p>
                {parts}
            </Fold>
        }
        .into_markup()
    }
}

/// A number to begin with; none is an empty field.
fn some(pieces: Pieces) -> Option<Pieces> {
    pieces.any().then_some(pieces)
}
