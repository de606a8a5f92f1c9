mod made_up;
mod promised;
mod told;
