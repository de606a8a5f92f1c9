mod correct;
mod decide;
mod settle;
mod terms;
