//! `/voice/{language}/{clip}`: hearing a clip, recording it, and taking it back to the shipped one.

use super::clips;
use super::list::who;
use super::set::{SetVoiceClip, TakeVoiceClipBack};
use crate::addresses;
use crate::components::{Form, Go, Hidden, Link, Page, Panel, Recorder, Submit, Tone, load, loudspeaker};
use crate::form_target::PostTarget;
use crate::language::Language;
use crate::markup::IntoMarkup;
use crate::request::{Problem, as_coordinator, param};
use crate::spoken::{Clip, OwnVoice, clip_name};
use ledger::parse::limit::CLIP_SECONDS;
use leptos::prelude::*;

#[component]
pub fn VoiceClipPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let language = Language::from_tag(&param::<String>("language")?).ok_or(Problem::NotFound)?;
        let clip = Clip::named(&param::<String>("clip")?).ok_or(Problem::NotFound)?;
        let words = clips(language).find(|(known, _)| *known == clip).ok_or(Problem::NotFound)?.1;
        let name = clip_name(clip, language).ok_or(Problem::NotFound)?;
        let mut books = asking.read().await?;
        OwnVoice::speak(books.own_clips().await?);
        let known = books.voice_clips().await?.remove(&name);
        let by = known.as_ref().map(|known| view! { <p class="quiet">{who(known)}</p> });
        let own = known.and_then(|known| known.set.recording);
        let was = own.map(|recording| recording.to_string()).unwrap_or_default();
        let (key, same) = (name.to_string(), was.clone());
        let back = own.is_some().then(|| {
            view! {
                <Form action=TakeVoiceClipBack::target()>
                    <Hidden name="clip" value=name.to_string()/>
                    <Hidden name="was" value=same/>
                    <Submit tone=Tone::Quiet>{t!("voice-take-back")}</Submit>
                </Form>
            }
        });
        let next = clips(language).skip_while(|(known, _)| *known != clip).nth(1).map(|(next, words)| {
            let to = addresses::voice_clip(language.tag(), next.name());
            view! { <Go href=to tone=Tone::Plain>{t!("voice-next", words = words)}</Go> }
        });
        let list = addresses::voice().with("in", language.tag());
        let whose = if own.is_some() { t!("voice-own") } else { t!("voice-shipped") };
        Ok(view! {
            <Page title=t!("voice-clip-title", words = words) back=Link::to(list, t!("voice-title"))>
                <Panel>
                    <div class="heard">
                        <p><b lang=language.tag()>{words}</b> " · " {whose}</p>
                        {loudspeaker(&[clip], language)}
                    </div>
                    {by}
                </Panel>
                <Panel title=t!("voice-record")>
                    <Form action=SetVoiceClip::target() key=key.clone() upload=true>
                        <Hidden name="clip" value=key/>
                        <Hidden name="was" value=was/>
                        <Recorder seconds=CLIP_SECONDS hint=t!("voice-hint", n = CLIP_SECONDS)/>
                        <Submit>{t!("voice-keep")}</Submit>
                    </Form>
                    {back}
                </Panel>
                {next}
            </Page>
        }
        .into_markup())
    })
}
