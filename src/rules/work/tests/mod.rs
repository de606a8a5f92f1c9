mod count;
mod issue;
mod retract;
mod review;
