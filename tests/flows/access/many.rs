//! More readers than there are connections: no page may hold one connection while it waits for another.

use super::pages::rooms;
use super::scene::Scene;
use crate::support::database::Database;
use tokio::task::JoinSet;

/// More than either engine keeps connections.
const READERS: usize = 24;

#[tokio::test]
async fn every_page_answers_many_readers_at_once_on_sqlite() {
    every_page_answers_many(Scene::set().await).await;
}

#[tokio::test]
async fn every_page_answers_many_readers_at_once_on_postgres() {
    every_page_answers_many(Scene::set_on(Database::postgres().await).await).await;
}

async fn every_page_answers_many(scene: Scene) {
    for room in rooms(&scene) {
        let mut readers = JoinSet::new();
        for _ in 0..READERS {
            readers.spawn(scene.get(room.open_to[0], &room.path).send());
        }
        for answer in readers.join_all().await {
            let status = answer.unwrap_or_else(|error| panic!("{}: {error}", room.path)).status();
            assert_eq!(status, 200, "{} with {READERS} readers", room.path);
        }
    }
}
