//! A photo as a telephone takes it.

use super::village::{Village, new_id};
use ledger::model::{Actor, Pictured};
use ledger::parse::photo::read;
use ledger::store::PhotoAsk;
use ledger::values::picture::PictureHash;

/// A drawn flower, as if taken upright, with the made-up place and telephone beside it.
pub const FLOWER: &[u8] = include_bytes!("../data/flower.jpg");

/// A PNG of one pixel (ISO 15948), as small as they come.
pub const PIXEL: &[u8] = b"\x89PNG\x0d\x0a\x1a\x0a\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde\0\0\0\x0cIDATx\x9cc8!\x22\x02\0\x02\x98\0\xf1\xa7K\xa7\x10\0\0\0\0IEND\xaeB`\x82";

impl Village<'_> {
    /// Puts the photo of the flower to a thing that has none.
    pub async fn picture(&self, of: Pictured) -> PictureHash {
        let picture = read(FLOWER).expect("a photo");
        let hash = picture.hash();
        let ask = PhotoAsk { id: new_id(), actor: Actor::Operator, of, was: None, picture };
        self.store.set_photo(self.workshop, super::village::noon(), ask).await.expect("put");
        hash
    }
}
