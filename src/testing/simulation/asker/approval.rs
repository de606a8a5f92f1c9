//! Asking that a second coordinator approves, and answering.

use super::Asker;
use crate::Command;
use crate::model::{
    Account, Actor, Approvable, Approve, ChangeAccess, Decline, LetIn, Propose, Role, SetApproval, Withdraw,
};
use crate::testing::village::{COORDINATOR, SECOND};
use crate::values::ids::{EventId, UserId};
use crate::values::text::Name;
use rand::RngExt;
use rand::seq::{IndexedRandom, IteratorRandom};
use uuid::Uuid;

impl<'a> Asker<'a> {
    pub(super) fn set_approval(&mut self) -> Option<Command> {
        let on = self.books().approval == self.chance(4);
        Some(SetApproval { on }.into())
    }

    pub(super) fn let_in(&mut self) -> Option<Command> {
        let name = Name::parse(["林带头人", "周带头人"].choose(self.rng)?).ok()?;
        Some(LetIn { name, helper: self.chance(4) }.into())
    }

    pub(super) fn change_access(&mut self) -> Option<Command> {
        let (worker, firm) = (self.worker(), self.firm());
        let user = UserId(self.rng.random_range(1..4));
        let account = Account {
            user,
            name: Name::parse("周带头人").ok()?,
            role: if self.chance(2) { Role::Clerk(firm) } else { Role::Coordinator },
        };
        let changes = [
            ChangeAccess::ReplaceCard { worker },
            ChangeAccess::EndCard { worker },
            ChangeAccess::ChoosePin { worker },
            ChangeAccess::AllowNewPin { worker },
            ChangeAccess::ForgetPhones { worker },
            ChangeAccess::MakeLink { firm },
            ChangeAccess::EndLink { firm },
            ChangeAccess::EndAccount { account: account.clone() },
            ChangeAccess::ResetPassword { account },
        ];
        changes.into_iter().choose(self.rng).map(Command::from)
    }

    /// What can be proposed is mostly asked for as itself; here it is proposed, whether it need be or not.
    pub(super) fn propose(&mut self) -> Option<Command> {
        let asks: [fn(&mut Asker<'a>) -> Option<Command>; 5] =
            [Asker::set_rate, Asker::advance, Asker::pay, Asker::correct, Asker::reissue];
        let ask = asks.into_iter().choose(self.rng)?;
        let asked = Approvable::of(&ask(self)?)?;
        let day = self.chance(3).then(|| self.day());
        Some(Propose { asked, day }.into())
    }

    pub(super) fn approve(&mut self) -> Option<Command> {
        Some(Approve { proposal: self.proposal()? }.into())
    }

    pub(super) fn decline(&mut self) -> Option<Command> {
        Some(Decline { proposal: self.proposal()?, reason: self.words() }.into())
    }

    pub(super) fn withdraw(&mut self) -> Option<Command> {
        Some(Withdraw { proposal: self.proposal()? }.into())
    }

    /// Mostly the other coordinator answers, and the one who asked withdraws.
    pub(super) fn who_answers(&mut self, command: &Command) -> Option<Actor> {
        let (id, own) = match command {
            Command::Approve(ask) => (ask.proposal, false),
            Command::Decline(ask) => (ask.proposal, false),
            Command::Withdraw(ask) => (ask.proposal, true),
            _ => return None,
        };
        let by = self.books().proposals.get(&id)?.by;
        let own = own != (self.rng.random_range(0..8) == 0);
        Some(if own == (by == COORDINATOR) { COORDINATOR } else { SECOND })
    }

    /// Mostly one that waits.
    fn proposal(&mut self) -> Option<EventId> {
        let any = self.chance(12);
        let found = self.books().proposals.values().filter(|proposal| any || proposal.is_open());
        let id = found.map(|proposal| proposal.id).choose(self.rng)?;
        Some(if self.chance(30) { EventId(Uuid::from_u128(777)) } else { id })
    }
}
