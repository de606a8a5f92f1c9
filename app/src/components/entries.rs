//! What an event enters in the books, and photos of what it is about.

use super::photo::{Photo, photo_in_row};
use crate::markup::{IntoMarkup, Markup};
use ledger::journal::{Account, Event};
use ledger::store::reads::names::Names;
use ledger::values::money::Fen;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Moves and transfers below each other.
pub fn entries_list(entries: Vec<String>) -> Markup {
    let entries: Vec<_> = entries.into_iter().map(|entry| view! { <li>{entry}</li> }).collect();
    view! { <ul class="entries">{entries}</ul> }.into_markup()
}

/// Photos of the styles that it is about, small: the first few, where there are any. Of a count also that of a bad piece, which opens.
pub fn seen_in(event: &Event, names: &Names) -> Option<Markup> {
    const SHOWN: usize = 4;
    let photos = names.styles_of(event).into_iter().filter_map(|style| style.photo);
    let photos: Vec<_> = photos.take(SHOWN).map(photo_in_row).collect();
    let bad_piece = names.bad_piece_of(event);
    let any = !photos.is_empty() || bad_piece.is_some();
    let bad_piece = view! { <Photo picture=bad_piece of=t!("photo-bad-piece")/> };
    any.then(|| view! { <span class="photos">{photos}{bad_piece}</span> }.into_markup())
}

/// By how much it changes what each worker is owed, each a line of a list.
pub fn pay_changes(event: &Event, names: &Names) -> Vec<Markup> {
    let line = |(name, fen): (String, Fen)| {
        let words = if fen < Fen::ZERO {
            t!("correct-owed-less", name = name, money = -fen)
        } else {
            t!("correct-owed-more", name = name, money = fen)
        };
        view! { <li><b>{words}</b></li> }.into_markup()
    };
    owed(event, names).into_iter().map(line).collect()
}

fn owed(event: &Event, names: &Names) -> Vec<(String, Fen)> {
    let mut owed: BTreeMap<_, Fen> = BTreeMap::new();
    for transfer in &event.transfers {
        for account in [transfer.debit, transfer.credit] {
            if let Account::Worker { worker } = account {
                let so_far = owed.entry(worker).or_default();
                *so_far = *so_far - transfer.change_of(account);
            }
        }
    }
    let named = |(worker, fen)| Some((names.workers.get(&worker)?.name.clone(), fen));
    owed.into_iter().filter_map(named).collect()
}
