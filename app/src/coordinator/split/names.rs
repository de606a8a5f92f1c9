//! What pools are called on the page.

use ledger::store::reads::split::SplitPool;

/// The order of all pools, where it is one.
pub(super) fn one_order(pools: &[SplitPool]) -> Option<&SplitPool> {
    pools.first().filter(|first| pools.iter().all(|pool| pool.order == first.order))
}

/// What each pool is called: style and step, and the order where there are several.
pub(super) fn names(pools: &[SplitPool]) -> Vec<String> {
    let several = one_order(pools).is_none();
    pools.iter().map(|pool| if several { order_style_and_step(pool) } else { style_and_step(pool) }).collect()
}

/// Style and step.
fn style_and_step(pool: &SplitPool) -> String {
    t!("style-step", style = &pool.style_name, step = &pool.step_name)
}

/// Order, style and step.
fn order_style_and_step(pool: &SplitPool) -> String {
    t!("split-of-order", order = &pool.order_code, what = style_and_step(pool))
}
