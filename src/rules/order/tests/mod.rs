mod change;
mod open;
