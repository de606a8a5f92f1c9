//! Rules on deliveries.

mod agree;
mod answer;
mod deliver;
mod reissue;
mod restock;
mod returned;
mod write_off;

#[cfg(test)]
mod tests;
