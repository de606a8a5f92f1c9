//! `/voice`: every clip, and whose voice it is.

use super::clips;
use crate::addresses;
use crate::components::{Fold, Go, Link, Page, Panel, Tag, Tone, load, loudspeaker};
use crate::language::Language;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{as_coordinator, query};
use crate::spoken::{Clip, OwnVoice, clip_name};
use crate::words;
use ledger::store::reads::VoiceClipSet;
use ledger::values::clip_name::ClipName;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// `/voice`; `?in=en` for another language than the page's own.
#[component]
pub fn VoicePage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let asked = query::<String>("in").and_then(|tag| Language::from_tag(&tag));
        let language = asked.unwrap_or_else(words::language);
        let mut books = asking.read().await?;
        OwnVoice::speak(books.own_clips().await?);
        let set = books.voice_clips().await?;
        let groups: Vec<_> = groups().into_iter().map(|(clips, title)| group(&clips, title, language, &set)).collect();
        let own = clips(language).filter(|(clip, _)| is_own(*clip, language, &set)).count();
        let others = Language::ALL.into_iter().filter(|other| *other != language).map(|other| {
            view! { <Go href=addresses::voice().with("in", other.tag()) tone=Tone::Quiet>{other.own_name()}</Go> }
        });
        let others: Vec<_> = others.collect();
        Ok(view! {
            <Page title=t!("voice-title") back=Link::to(addresses::settings(), t!("nav-settings"))>
                <Panel>
                    <p>{t!("voice-about")}</p>
                    <p>{t!("voice-so-many", own = own, all = clips(language).count(), language = language.own_name())}</p>
                    <div class="row">{others}</div>
                </Panel>
                {groups}
            </Page>
        }
        .into_markup())
    })
}

/// The clips in groups: each begins with one of these, in the order of the list.
fn groups() -> Vec<(Vec<Clip>, String)> {
    let first = [
        (Clip::N0, t!("voice-numbers")),
        (Clip::Yuan, t!("voice-units")),
        (Clip::Year, t!("voice-dates")),
        (Clip::Nth, t!("voice-work")),
        (Clip::CardNews, t!("voice-card")),
        (Clip::Declared, t!("voice-handing-in")),
        (Clip::CountedOn, t!("voice-counts")),
        (Clip::Issued, t!("voice-entries")),
        (Clip::EarnedThisMonth, t!("voice-sums")),
        (Clip::SaidRight, t!("voice-said")),
    ];
    let ends: Vec<_> = first.iter().skip(1).map(|(clip, _)| Some(*clip)).chain([None]).collect();
    let between = |from: Clip, to: Option<Clip>| {
        let all = Clip::ALL.iter().copied();
        all.filter(|clip| *clip >= from && to.is_none_or(|to| *clip < to)).collect()
    };
    first.into_iter().zip(ends).map(|((from, title), to)| (between(from, to), title)).collect()
}

type Set = BTreeMap<ClipName, VoiceClipSet>;

fn is_own(clip: Clip, language: Language, set: &Set) -> bool {
    set_of(clip, language, set).is_some_and(|known| known.set.recording.is_some())
}

fn set_of(clip: Clip, language: Language, set: &Set) -> Option<&VoiceClipSet> {
    set.get(&clip_name(clip, language)?)
}

fn group(clips: &[Clip], title: String, language: Language, set: &Set) -> Markup {
    let rows: Vec<_> = clips.iter().filter_map(|clip| row(*clip, language, set)).collect();
    view! { <Fold title=title open=true><ul class="rows">{rows}</ul></Fold> }.into_markup()
}

fn row(clip: Clip, language: Language, set: &Set) -> Option<Markup> {
    let words = clip.words(language)?;
    let known = set_of(clip, language, set);
    let tag = if is_own(clip, language, set) {
        view! { <Tag tone=Tone::Good>{t!("voice-own")}</Tag> }
    } else {
        view! { <Tag tone=Tone::Quiet>{t!("voice-shipped")}</Tag> }
    };
    let by = known.map(|known| view! { <small class="quiet">{who(known)}</small> });
    let to = addresses::voice_clip(language.tag(), clip.name());
    let markup = view! {
        <li class="heard" id=clip.name()>
            <p><a class="link" href=to lang=language.tag()>{words}</a> " " {tag} " " {by}</p>
            {loudspeaker(&[clip], language)}
        </li>
    };
    Some(markup.into_markup())
}

/// Who recorded a clip or took it back, and when.
pub(super) fn who(known: &VoiceClipSet) -> String {
    let name = known.name.clone().unwrap_or_else(|| t!("actor-operator"));
    match known.set.recording {
        Some(_) => t!("voice-by", name = name, day = known.set.day),
        None => t!("voice-back-by", name = name, day = known.set.day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_clip_but_the_pause_is_in_one_group() {
        let grouped: Vec<Clip> = groups().into_iter().flat_map(|(clips, _)| clips).collect();
        let all: Vec<Clip> = Clip::ALL.iter().copied().filter(|clip| *clip != Clip::Pause).collect();
        assert_eq!(grouped, all);
    }
}
