mod answer;
mod deliver;
mod returned;
