//! Recording a clip of the workshop's own voice, and taking it back to the shipped one.
//!
//! It moves nothing, and what it replaced can be recorded or taken back on its page: a correction has nothing to undo.

use crate::journal::Books;
use crate::model::{SetVoiceClip, VoiceClip};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::Refusal;
use crate::rules::rule::Rule;

impl Rule for SetVoiceClip {
    fn needs(&self, _books: &Books) -> Vec<Need> {
        vec![Need::VoiceClip(self.clip)]
    }

    fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let now = books.voice_clips.get(&self.clip).and_then(|clip| clip.recording);
        if now != self.was {
            return Err(Refusal::RecordingChanged);
        }
        if now == self.recording {
            return Err(Refusal::Unchanged);
        }
        let clip = VoiceClip { clip: self.clip, recording: self.recording, by: moment.actor, day: moment.day };
        Ok(Decision { entities: vec![clip.into()], ..Decision::default() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Actor;
    use crate::testing::village::{COORDINATOR, Village, recording};
    use crate::values::clip_name::ClipName;
    use crate::values::ids::UserId;
    use crate::values::recording::RecordingHash;

    fn seven() -> ClipName {
        ClipName::new("zh-CN", "n7").expect("a name")
    }

    fn set(was: Option<u8>, now: Option<u8>) -> SetVoiceClip {
        let hash = |n: Option<u8>| n.map(|n| recording(n).hash());
        SetVoiceClip { clip: seven(), was: hash(was), recording: hash(now) }
    }

    fn heard(v: &Village) -> Option<RecordingHash> {
        v.books.voice_clips.get(&seven()).and_then(|clip| clip.recording)
    }

    #[test]
    fn a_clip_is_recorded_recorded_again_and_taken_back() {
        let mut v = Village::new();
        assert_eq!(v.refused(set(None, None)), Refusal::Unchanged, "it is the shipped one");
        v.done(set(None, Some(1)));
        assert_eq!(v.refused(set(None, Some(2))), Refusal::RecordingChanged, "a page from before");
        assert_eq!(v.refused(set(Some(1), Some(1))), Refusal::Unchanged);
        let again = v.done(set(Some(1), Some(2)));
        assert_eq!(heard(&v), Some(recording(2).hash()));
        assert_eq!(v.correct(again), Err(Refusal::NothingToUndo));
        v.done(set(Some(2), None));
        assert_eq!(heard(&v), None);
        let clip = &v.books.voice_clips[&seven()];
        assert_eq!((clip.by, clip.day), (COORDINATOR, v.today), "who took it back");
    }

    #[test]
    fn only_who_runs_the_workshop_speaks_for_it() {
        let mut v = Village::new();
        for actor in
            [Actor::Helper { user: UserId(3) }, Actor::Worker { worker: v.fang }, Actor::Firm { firm: v.huarui }]
        {
            assert_eq!(v.ask_as(actor, v.today, set(None, Some(1))).err(), Some(Refusal::NotYours), "{actor:?}");
        }
    }
}
