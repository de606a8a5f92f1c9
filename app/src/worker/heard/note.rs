//! Notes: what was chosen from our own lists is heard, what somebody wrote is not.

use crate::spoken::{Clip, Sentence};
use crate::words::{self, Language};

/// What can be chosen, by the key of its words.
const CHOSEN: [(&str, Clip); 16] = [
    ("pay-cash", Clip::Cash),
    ("pay-wechat", Clip::WeChat),
    ("pay-alipay", Clip::Alipay),
    ("pay-bank", Clip::Bank),
    ("reason-loose", Clip::Loose),
    ("reason-wire", Clip::Wire),
    ("reason-colour", Clip::Colour),
    ("count-undo-usual", Clip::Miscounted),
    ("my-dispute-few", Clip::Few),
    ("my-dispute-rework", Clip::NotRework),
    ("my-dispute-scrapped", Clip::NotScrap),
    ("my-dispute-flower", Clip::WrongStyle),
    ("my-entry-number", Clip::WrongNumber),
    ("my-entry-never", Clip::Never),
    ("my-entry-not-mine", Clip::NotMine),
    ("my-entry-not-told", Clip::NotTold),
];

/// What was chosen; and that something is written besides, so that she has it read to her.
pub(super) fn note(kept: &str) -> Sentence {
    let (chosen, rest) = words::parts_of_note(kept);
    let is_it = |key: &str| Language::ALL.into_iter().any(|language| words::say(language, key) == chosen);
    let clip = CHOSEN.into_iter().find(|(key, _)| is_it(key)).map(|(_, clip)| clip);
    let written = !kept.trim().is_empty() && (clip.is_none() || !rest.is_empty());
    clip.map(Sentence::of).unwrap_or_default().then_some(written.then(|| Sentence::of(Clip::Written)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spoken;

    #[test]
    fn what_was_chosen_is_heard_in_the_hearers_language_and_what_was_written_is_not_hidden() {
        let heard = |kept, language| spoken::words(&note(kept).clips(language, None), language);
        assert_eq!(heard("花瓣松", Language::En), "loose petals");
        assert_eq!(heard("Cash", Language::ZhCn), "现金");
        assert_eq!(heard("花瓣松：第三包", Language::ZhCn), "花瓣松，还写了字，请人念给您听");
        assert_eq!(heard("数错了，我改", Language::ZhCn), "还写了字，请人念给您听");
        assert_eq!(heard("", Language::ZhCn), "");
    }

    #[test]
    fn every_choice_has_its_words() {
        for (key, _) in CHOSEN {
            assert!(Language::ALL.into_iter().all(|language| words::knows(language, key)), "{key}");
        }
    }
}
