//! Over HTTP against the running app, as a browser without script would.

mod door;
