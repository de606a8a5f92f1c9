//! Setting the workshop’s terms.

use crate::journal::Books;
use crate::model::{Entity, SetTerms, Terms};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::Refusal;
use crate::rules::rule::Rule;

impl Rule for SetTerms {
    fn needs(&self, _books: &Books) -> Vec<Need> {
        vec![Need::Terms]
    }

    fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let Self { share_shown, repair, phone } = self.clone();
        if books.terms().is_some_and(|now| (now.share_shown, now.repair, &now.phone) == (share_shown, repair, &phone)) {
            return Err(Refusal::SetAlready);
        }
        let terms = Terms { from: moment.today, share_shown, repair, phone };
        Ok(Decision { entities: vec![Entity::Terms(terms)], ..Decision::default() })
    }
}
