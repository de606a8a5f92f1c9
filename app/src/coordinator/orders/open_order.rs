//! Opening an order that is entered by hand.
#![expect(clippy::too_many_arguments, reason = "each is a field of the form")]

use crate::addresses;
use crate::request::{Asking, Done, Problem, Why, as_coordinator, field, go, services};
use ledger::journal::Event;
use ledger::model::{Entity, NewLine, Pictured, SaveFirm};
use ledger::rules::refusal::{Refusal, Thing};
use ledger::store::{Ask, PhotoAsk};
use ledger::values::ids::{EventId, FirmId, OrderId};
use ledger::values::pieces::Pieces;
use ledger::values::text::{Name, Note};
use ledger::{Command, model};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A line as it was typed. One with neither style nor pieces is not meant.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LineTyped {
    style: String,
    variant: String,
    pieces: String,
    price: String,
    pack: String,
}

impl LineTyped {
    /// The line that is meant; `name` makes the names of its fields.
    pub(super) fn parsed(&self, name: impl Fn(&str) -> String) -> Result<NewLine, Problem> {
        if self.style.trim().is_empty() {
            return Err(Problem::field(&name("style"), Why::Missing));
        }
        let pack = if self.pack.trim().is_empty() { Pieces(1) } else { field::pieces(&name("pack"), &self.pack)? };
        if !pack.any() {
            return Err(Problem::from(Refusal::Nothing).at(name("pack")));
        }
        Ok(NewLine {
            style: field::id(&name("style"), &self.style)?,
            variant: field::variant(&name("variant"), &self.variant)?,
            pieces: field::pieces(&name("pieces"), &self.pieces)?,
            price: field::yuan(&name("price"), &self.price)?,
            pack,
            note: Note::default(),
        })
    }
}

/// Whose order it is: a firm that is known, or the name of a new one.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct FirmTyped {
    known: String,
    new: String,
}

/// The photo that it was typed off, and whether it is to be kept.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PhotoTyped {
    upload: String,
    keep: String,
}

#[server(prefix = "/api", endpoint = "open_order")]
pub async fn open_order(
    event: String,
    #[server(default)] firm: FirmTyped,
    code: String,
    placed: String,
    due: String,
    #[server(default)] note: String,
    #[server(default)] lines: Vec<LineTyped>,
    #[server(default)] photo: PhotoTyped,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    if !firm.new.trim().is_empty() && !firm.known.trim().is_empty() {
        return Err(Problem::field("firm[new]", Why::OneOnly));
    }
    let new_firm = if firm.new.trim().is_empty() { None } else { Some(field::name("firm[new]", &firm.new)?) };
    let ask = model::OpenOrder {
        // A new firm's id is known when it is in the books.
        firm: if new_firm.is_some() { FirmId(0) } else { known_firm(&firm.known)? },
        code: field::code("code", &code)?,
        placed: field::day("placed", &placed)?,
        due: field::day("due", &due)?,
        lines: parsed(&lines)?,
        note: field::note("note", &note)?,
    };
    let event = match new_firm {
        Some(name) => open_for_new_firm(&asking, &event, name, ask).await?,
        None => asking.perform(&event, None, ask).await?,
    };
    let order =
        event.entities.iter().find_map(|entity| if let Entity::Order(order) = entity { Some(order.id) } else { None });
    if let Some(order) = order.filter(|_| !photo.keep.is_empty()) {
        keep_card(&asking, &event, order, &photo.upload).await?;
    }
    go(order.map_or_else(addresses::orders, addresses::order), Done::Opened)
}

/// Keeps the photo that the order was typed off as its sample card. One that is gone by now is not missed: the order is there.
async fn keep_card(asking: &Asking, event: &Event, order: OrderId, photo: &str) -> Result<(), Problem> {
    let Ok(photo) = photo.parse() else { return Ok(()) };
    let Some(upload) = asking.store.upload(asking.workshop, photo).await? else { return Ok(()) };
    let Ok(picture) = services()?.files.read_photo(upload.bytes).await else { return Ok(()) };
    let id = EventId::of_content(asking.workshop, &format!("the photo of {}", event.id));
    let ask = PhotoAsk { id, actor: asking.actor, of: Pictured::Order(order), was: None, picture };
    asking.store.set_photo(asking.workshop, asking.now, ask).await?;
    Ok(())
}

fn known_firm(text: &str) -> Result<FirmId, Problem> {
    if text.trim().is_empty() {
        Err(Problem::field("firm[known]", Why::Missing))
    } else {
        field::id("firm[known]", text)
    }
}

fn parsed(lines: &[LineTyped]) -> Result<Vec<NewLine>, Problem> {
    let meant = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| [&line.style, &line.pieces, &line.price].into_iter().any(|typed| !typed.trim().is_empty()));
    meant.map(|(no, line)| line.parsed(|part| format!("lines[{no}][{part}]"))).collect()
}

/// Adds the firm and opens its order, both or neither. A firm of that name that is there already is meant.
async fn open_for_new_firm(asking: &Asking, event: &str, name: Name, ask: model::OpenOrder) -> Result<Event, Problem> {
    let id: EventId = event.parse().map_err(|_| Problem::BadForm)?;
    let mut writing = asking.store.write(asking.workshop, asking.now).await?;
    let save = Command::from(SaveFirm { firm: None, name: name.clone() });
    writing.read_for(&save).await?;
    let known = writing.books().firms.values().find(|firm| firm.name == name).map(|firm| firm.id);
    if let Some(firm) = known {
        drop(writing);
        return asking.perform(event, None, model::OpenOrder { firm, ..ask }).await;
    }
    let of_firm = EventId::of_content(asking.workshop, &format!("the firm of {id}"));
    let saved = writing.decide(Ask { id: of_firm, actor: asking.actor, day: None, command: save })?;
    let firm =
        saved.entities.iter().find_map(|entity| if let Entity::Firm(firm) = entity { Some(firm.id) } else { None });
    let firm = firm.ok_or(Refusal::Unknown { thing: Thing::Firm })?;
    let open = Command::from(model::OpenOrder { firm, ..ask });
    writing.read_for(&open).await?;
    let opened = writing.decide(Ask { id, actor: asking.actor, day: None, command: open })?;
    writing.commit().await?;
    Ok(opened)
}
