//! A worker in the list of a job: how her time is filled, what she gets, and behind a tap why.

use super::plan::{BAR, Choices, PlanText, name};
use crate::addresses;
use crate::components::{Check, Draft, Hidden, Number, Typed};
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::store::reads::split::Able;
use leptos::prelude::*;

/// One worker's row of one job.
pub(super) struct PersonRow<'a> {
    pub able: &'a Able,
    /// Her place on the board.
    pub at: usize,
    pub job: usize,
    /// What the job is called, where there are several.
    pub what: Option<&'a str>,
    pub text: &'a PlanText<'a>,
    pub choices: &'a Choices,
}

/// Whether she takes part, in the list of all.
pub(super) fn takes(able: &Able, at: usize, choices: &Choices) -> Markup {
    let who = &able.who;
    view! {
        <Check
            name=name::takes(who.id)
            label=t!("worker-named", number = &who.number, name = &who.name)
            checked=choices.takes(at)
        />
    }
    .into_markup()
}

impl PersonRow<'_> {
    pub fn view(&self) -> Markup {
        let (who, job) = (&self.able.who, self.job);
        let id = who.id;
        let share = name::share(id, job);
        let label = match self.what {
            Some(what) => t!("split-share-of-what", name = &who.name, what = what),
            None => t!("split-share-of", name = &who.name),
        };
        let offers = t!("split-offers", n = self.able.minutes);
        let home = self.able.at_home.any().then(|| t!("split-home", n = self.able.at_home));
        let pace = self.able.pace.get(job).copied().flatten().map(|learned| {
            let takes = words::minutes(learned.pace);
            if learned.from_pieces.any() { t!("split-pace", n = takes) } else { t!("split-pace-standard", n = takes) }
        });
        let about = [Some(offers), home, pace].into_iter().flatten().collect::<Vec<_>>().join("\u{a0}· ");
        let pieces = self.text.outcome.pieces(self.at, job);
        let moved = match self.choices.unread(self.at, job) {
            Some(_) => Some(t!("split-unread-shortly")),
            None => self.choices.moved_from(self.at, job, pieces).map(|was| t!("split-moved", was = was)),
        };
        let value = self.choices.unread(self.at, job).map_or_else(|| pieces.into(), Typed::from);
        let title = t!("worker-named", number = &who.number, name = &who.name);
        let (group, time_id) = (label.clone(), format!("time-{share}"));
        let pack = self.text.board.jobs.get(job).map_or(1, |job| job.pack.0);
        let (less, more) = (t!("split-less", n = pack, what = &label), t!("split-more", n = pack, what = &label));
        view! {
            <li class="person">
                <details>
                    <summary>
                        <b>{title}</b>
                        {self.bar(&time_id)}
                        <small class="moved" id=format!("moved-{share}") data-live>{moved}</small>
                    </summary>
                    <p class="quiet">{about}</p>
                    <p id=time_id.clone() data-live>{self.text.time(self.at)}</p>
                    <p class="done" id=format!("done-{share}") data-live>{some(self.text.done(self.at, job))}</p>
                    <p class="why" id=format!("why-{share}") data-live>{some(self.why())}</p>
                </details>
                <div class="hand" role="group" aria-label=group>
                    <Hidden name=name::was(id, job) value=pieces/>
                    <Step name=name::LESS share=share.clone() by=-pack label=less>"−"</Step>
                    <Number bare=true optional=true name=name::pieces(id, job) label value/>
                    <Step name=name::MORE share=share.clone() by=pack label=more>"+"</Step>
                    <span class="keep">
                        <Check
                            bare=true
                            name=name::kept(id, job)
                            label=t!("split-keep")
                            checked=self.choices.kept(self.at, job).is_some()
                        />
                    </span>
                </div>
            </li>
        }
        .into_markup()
    }

    fn bar(&self, time_id: &str) -> Markup {
        let share = name::share(self.able.who.id, self.job);
        let [all, home, over] = self.text.outcome.time(self.at).bar();
        view! {
            <svg
                class="bar"
                id=format!("bar-{share}")
                data-live
                viewBox=format!("0 0 {BAR} 10")
                preserveAspectRatio="none"
                role="img"
                aria-label=t!("split-bar", name = &self.able.who.name)
                aria-describedby=time_id.to_owned()
            >
                <rect class="given" width=all.to_string() height="10"/>
                <rect class="home" width=home.to_string() height="10"/>
                <rect class="over" x=over.to_string() width=(BAR - over).to_string() height="10"/>
            </svg>
        }
        .into_markup()
    }

    /// Why her share is what it is, or that it cannot be read.
    fn why(&self) -> String {
        if self.choices.unread(self.at, self.job).is_none() {
            return self.text.why(self.at, self.job);
        }
        // Where the form was refused for it, the field says so itself.
        let name = name::pieces(self.able.who.id, self.job);
        let is_said = use_context::<Draft>().is_some_and(|draft| draft.wrong(&name).is_some());
        if is_said { String::new() } else { t!("split-unread") }
    }
}

/// A button that takes a pack from a share or adds one; with script without a new page.
#[component]
fn Step(
    name: &'static str,
    share: String,
    /// Pieces, as script adds them.
    by: i64,
    label: String,
    children: Children,
) -> impl IntoView {
    view! {
        <button
            class="step"
            name=name
            value=share
            data-step=by.to_string()
            aria-label=label
            formaction=addresses::split()
            formmethod="get"
            formnovalidate
        >
            {children()}
        </button>
    }
}

/// A text, or nothing at all: an element without any is not shown.
pub(super) fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}
