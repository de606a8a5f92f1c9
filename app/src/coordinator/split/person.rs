//! A worker in the table of a split: whether she takes part, how her time is filled, what she gets and why.

use super::plan::{BAR, Choices, PlanText, name};
use crate::components::{Check, Draft, Hidden, Number, Typed};
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::store::reads::split::Able;
use leptos::prelude::*;

/// One worker's row.
pub(super) struct PersonRow<'a> {
    pub able: &'a Able,
    /// Her place on the board.
    pub at: usize,
    /// What each job is called, where that is shown.
    pub jobs: &'a [Option<String>],
    pub text: &'a PlanText<'a>,
    pub choices: &'a Choices,
}

impl PersonRow<'_> {
    pub fn view(&self) -> Markup {
        let who = &self.able.who;
        let offers = t!("split-offers", n = self.able.minutes);
        let home = self.able.at_home.any().then(|| t!("split-home", n = self.able.at_home));
        let about = [Some(offers), home].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let can = self.able.pace.iter().enumerate().filter(|(_, pace)| pace.is_some());
        let shares: Vec<_> = can.map(|(job, _)| self.share(job)).collect();
        view! {
            <tr>
                <th scope="row">
                    <Check
                        name=name::takes(who.id)
                        label=t!("worker-named", number = &who.number, name = &who.name)
                        checked=self.choices.takes(self.at)
                    />
                    <small class="quiet">{about}</small>
                    {self.bar()}
                </th>
                <td>{shares}</td>
            </tr>
        }
        .into_markup()
    }

    fn bar(&self) -> Markup {
        let id = self.able.who.id;
        let [all, home, over] = self.text.outcome.time(self.at).bar();
        view! {
            <svg
                class="bar"
                id=format!("bar-{id}")
                data-live
                viewBox=format!("0 0 {BAR} 10")
                preserveAspectRatio="none"
                role="img"
                aria-label=t!("split-bar", name = &self.able.who.name)
                aria-describedby=format!("time-{id}")
            >
                <rect class="given" width=all.to_string() height="10"/>
                <rect class="home" width=home.to_string() height="10"/>
                <rect class="over" x=over.to_string() width=(BAR - over).to_string() height="10"/>
            </svg>
            <small class="quiet" id=format!("time-{id}") data-live>{self.text.time(self.at)}</small>
        }
        .into_markup()
    }

    /// Why her share is what it is, or that it cannot be read; of nothing more shortly, where the same stands above.
    fn why(&self, job: usize) -> String {
        if self.choices.unread(self.at, job).is_some() {
            // Where the form was refused for it, the field says so itself.
            let shown =
                use_context::<Draft>().is_some_and(|draft| draft.wrong(&name::pieces(self.able.who.id, job)).is_some());
            return if shown { String::new() } else { t!("split-unread") };
        }
        let why = self.text.why(self.at, job);
        let none = |job: usize| self.text.outcome.pieces(self.at, job) == 0;
        let above = (0..job).any(|above| none(above) && self.text.why(self.at, above) == why);
        if none(job) && above && !why.is_empty() { t!("plan-as-above") } else { why }
    }

    fn share(&self, job: usize) -> Markup {
        let who = &self.able.who;
        let id = who.id;
        let what = self.jobs.get(job).cloned().flatten();
        let label = match &what {
            Some(what) => t!("split-share-of-what", name = &who.name, what = what),
            None => t!("split-share-of", name = &who.name),
        };
        let pace = self.able.pace.get(job).copied().flatten().map(|learned| {
            let takes = words::minutes(learned.pace);
            if learned.from_pieces.any() { t!("split-pace", n = takes) } else { t!("split-pace-standard", n = takes) }
        });
        let (group, pieces) = (label.clone(), self.text.outcome.pieces(self.at, job));
        let value = self.choices.unread(self.at, job).map_or_else(|| pieces.into(), Typed::from);
        view! {
            <div class="share" role="group" aria-label=group>
                {what.map(|what| view! { <b>{what}</b> })}
                {pace.map(|pace| view! { <small class="quiet pace">{pace}</small> })}
                <Hidden name=name::was(id, job) value=pieces/>
                <Number bare=true optional=true name=name::pieces(id, job) label value unit=t!("unit-pieces")/>
                <span class="keep">
                    <Check
                        name=name::kept(id, job)
                        label=t!("split-keep")
                        checked=self.choices.kept(self.at, job).is_some()
                    />
                </span>
                <span class="done" id=format!("done-{id}-{job}") data-live>{some(self.text.done(self.at, job))}</span>
                <p class="why" id=format!("why-{id}-{job}") data-live>{some(self.why(job))}</p>
            </div>
        }
        .into_markup()
    }
}

/// A text, or nothing at all: an element without any is not shown.
pub(super) fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}
