//! What must be true of whatever a second coordinator approves, said in another way than where it is decided.

use crate::Command;
use crate::journal::{Books, Event};
use crate::model::{Approvable, Approve, End};
use crate::testing::village::{COORDINATOR, SECOND, Village};
use std::collections::BTreeMap;

/// What was asked for; of an approval, what it approved.
pub fn asked_for(books: &Books, asked: &Command) -> Command {
    match asked {
        Command::Approve(ask) => books.proposals.get(&ask.proposal).expect("a proposal").asked.command(),
        other => other.clone(),
    }
}

/// The event, or, where it only proposed, that by which the other coordinator approves it.
pub fn approved(village: &mut Village, event: Event) -> Event {
    if !matches!(event.asked, Command::Propose(_)) {
        return event;
    }
    let other = if event.actor == COORDINATOR { SECOND } else { COORDINATOR };
    village.ask_as(other, village.today, Approve { proposal: event.id }).expect("what may be asked may be approved")
}

/// While a second one is asked for, nothing of hers is done by one alone; and each proposal ends at most once, by whom it may.
pub fn holds(books: &Books, events: &[Event]) {
    let (mut on, mut waiting) = (false, BTreeMap::new());
    for event in events {
        // Of a repair it depends on the books of then: `rules` looks at that.
        let alone = Approvable::of(&event.asked).is_some_and(|asked| !matches!(asked, Approvable::Reissue(_)));
        assert!(!(on && alone), "done by one alone: {event:?}");
        let answered = match &event.asked {
            Command::Propose(_) => {
                assert!(event.moves.is_empty() && event.transfers.is_empty(), "{event:?}");
                waiting.insert(event.id, event.actor);
                None
            }
            Command::Approve(ask) => Some((ask.proposal, End::Approved)),
            Command::Decline(ask) => Some((ask.proposal, End::Declined)),
            Command::Withdraw(ask) => Some((ask.proposal, End::Withdrawn)),
            _ => None,
        };
        if let Some((proposal, end)) = answered {
            let by = waiting.remove(&proposal).expect("it waited until then");
            assert_eq!(by == event.actor, end == End::Withdrawn, "{event:?}");
            let closed = books.proposals.get(&proposal).and_then(|proposal| proposal.closed).expect("an end");
            assert_eq!((closed.end, closed.event), (end, event.id));
        }
        if let Command::SetApproval(ask) = asked_for(books, &event.asked) {
            on = ask.on;
        }
    }
    assert_eq!(on, books.approval);
    let open = books.proposals.values().filter(|proposal| proposal.is_open()).map(|proposal| proposal.id);
    assert_eq!(open.collect::<Vec<_>>(), waiting.into_keys().collect::<Vec<_>>());
}
