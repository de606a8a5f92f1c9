//! People who sign in, each as they do in life.

use super::app::App;
use super::village::new_id;
use super::visitor::{Page, Visitor};
use chrono::{DateTime, Utc};
use ledger::model::{Actor, ChangeAccess, Role};
use ledger::store::access::{AccessAsk, Secret};
use ledger::store::{Refused, Store};
use ledger::values::ids::{FirmId, WorkerId, WorkshopId};

pub const PASSWORD: &str = "村口那棵老槐树下";
pub const PIN: &str = "2583";

impl App {
    /// Somebody who was never here.
    pub fn stranger(&self) -> Visitor {
        Visitor::new(&self.address)
    }

    /// A new coordinator of that workshop, by an invitation.
    pub async fn coordinator(&self, workshop: WorkshopId, phone: &str) -> Visitor {
        let link = self.invitation(workshop, Role::Coordinator).await;
        let visitor = self.stranger();
        let page = set_up(&visitor, &link, phone).await;
        assert_eq!(page.status, 200, "{}", page.text());
        visitor
    }

    /// An invitation's address.
    pub async fn invitation(&self, workshop: WorkshopId, role: Role) -> String {
        let secret = self.database.store.invitations().invite(workshop, role, self.now()).await.expect("an invitation");
        format!("/set-up/{}", secret.reveal())
    }

    /// A worker's card: the address in its QR code.
    pub async fn card(&self, workshop: WorkshopId, worker: WorkerId) -> String {
        let store = &self.database.store;
        store.cards().make_cards(workshop).await.expect("cards");
        let cards = store.cards().cards(workshop).await.expect("cards");
        let card = cards.into_iter().find(|card| card.worker == worker).expect("her card");
        format!("/card/{}", card.code.expect("a code").as_str())
    }

    /// A worker with her own phone, who chose a PIN.
    pub async fn worker(&self, workshop: WorkshopId, worker: WorkerId) -> Visitor {
        let card = self.card(workshop, worker).await;
        let phone = self.stranger();
        let page = phone.open(&card).await;
        let page = phone.send(&page, "/api/choose_pin", &[("pin", PIN), ("again", PIN)]).await;
        assert_eq!(page.path, "/me", "{}", page.text());
        phone
    }

    /// A firm's clerk, by the firm's link.
    pub async fn clerk(&self, workshop: WorkshopId, firm: FirmId) -> Visitor {
        let visitor = self.stranger();
        let page = visitor.open(&self.firm_link(workshop, firm).await).await;
        let page = visitor.send(&page, "/api/enter_firm", &[]).await;
        assert_eq!(page.path, "/firm", "{}", page.text());
        visitor
    }

    /// A firm's own link.
    pub async fn firm_link(&self, workshop: WorkshopId, firm: FirmId) -> String {
        let store = &self.database.store;
        change_access(store, workshop, self.now(), ChangeAccess::MakeLink { firm }).await.expect("made");
        let token = store.links().firm_link(workshop, firm).await.expect("a look").expect("a link");
        format!("/f/{token}")
    }
}

/// Changes somebody's access, as the one who runs the machine.
pub async fn change_access(
    store: &Store,
    workshop: WorkshopId,
    at: DateTime<Utc>,
    change: ChangeAccess,
) -> Result<Option<Secret>, Refused> {
    store.change_access(workshop, at, AccessAsk { id: new_id(), actor: Actor::Operator, change }).await
}

/// Accepts an invitation.
pub async fn set_up(visitor: &Visitor, link: &str, phone: &str) -> Page {
    let page = visitor.open(link).await;
    let typed = [("name", "王桂英"), ("phone", phone), ("password", PASSWORD), ("again", PASSWORD)];
    visitor.send(&page, "/api/set_up", &typed).await
}

/// Signs in with phone number and password.
pub async fn sign_in(visitor: &Visitor, phone: &str, password: &str) -> Page {
    let page = visitor.open("/sign-in").await;
    visitor.send(&page, "/api/sign_in", &[("phone", phone), ("password", password)]).await
}
