//! Rules on styles and rates.

mod save_style;
mod set_rate;

#[cfg(test)]
mod tests;
