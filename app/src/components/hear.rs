//! Hearing what a page shows.

use super::ScriptsOfPage;
use crate::addresses;
use crate::language::Language;
use crate::markup::{IntoMarkup, Markup};
use crate::spoken::{self, Clip, Sentence};
use crate::words::{self, Today};
use ledger::values::recording::RecordingHash;
use leptos::prelude::*;

const LOUDSPEAKER: &str = "M4 9v6h4l5 5V4L8 9zM16 8.5a5 5 0 0 1 0 7M18.5 6a8.5 8.5 0 0 1 0 12";

/// A loudspeaker: a tap says the sentence. Without script it opens in the browser's own player. Nothing where nothing is said.
#[component]
pub fn Hear(say: Sentence) -> impl IntoView {
    if say.is_empty() {
        return ().into_markup();
    }
    let language = words::language();
    loudspeaker(&say.clips(language, use_context::<Today>().map(|Today(day)| day)), language)
}

/// The same of clips in any language.
pub fn loudspeaker(clips: &[Clip], language: Language) -> Markup {
    let label = t!("hear-label", words = spoken::words(clips, language));
    ScriptsOfPage::want_sound();
    view! {
        <a class="hear noprint" href=addresses::spoken(language, clips) data-hear aria-label=label>
            <svg viewBox="0 0 24 24" aria-hidden="true"><path d=LOUDSPEAKER/></svg>
        </a>
    }
    .into_markup()
}

/// What somebody said aloud of an entry, to be heard.
#[component]
pub fn SpokenWord(
    recording: RecordingHash,
    /// Whether she who said it is the one who looks.
    #[prop(optional)]
    own: bool,
) -> impl IntoView {
    ScriptsOfPage::want_sound();
    let (words, hear) = match own {
        true => (t!("spoken-word-own"), t!("spoken-hear-own")),
        false => (t!("spoken-word"), t!("spoken-hear")),
    };
    view! {
        <p class="heard">
            <span>{words}</span>
            <a class="hear noprint" href=addresses::recording(recording) data-hear aria-label=hear>
                <svg viewBox="0 0 24 24" aria-hidden="true"><path d=LOUDSPEAKER/></svg>
            </a>
        </p>
    }
    .into_markup()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledger::values::pieces::Pieces;

    #[test]
    fn a_loudspeaker_names_its_sound_and_says_it_in_words() {
        let html = Owner::new().with(|| {
            provide_context(Language::ZhCn);
            let say = || Sentence::of(Clip::ToMake).pieces(Pieces(12));
            view! { <Hear say=say()/> <Hear say=say()/> <Hear say=Sentence::default()/> }.to_html()
        });
        assert!(html.contains("href=\"/spoken/zh-CN/make-n10-n2-pieces.mp3?v="), "{html}");
        assert!(html.contains("aria-label=\"听：还要做十二件\""), "{html}");
        assert_eq!(html.matches("data-hear").count(), 2, "{html}");
    }
}
