//! What comes in is refused with its place, and answered at once where it is only hopeless.

use super::{Named, read, write};
use crate::split::split;
use serde_json::{Value, json};

/// Two women and one job; `change` spoils it.
fn village(change: impl FnOnce(&mut Value)) -> String {
    let mut village = json!({
        "today": "2026-11-02", "policy": "fair",
        "jobs": [{ "id": "j1", "pieces": 1000, "pack": 10, "due": "2026-11-20", "rate_fen": 235, "lock": { "W03": 40 } }],
        "workers": [
            { "id": "W01", "minutes_per_day": 240, "days_off": [6, 7], "in_hand_minutes": 300, "worked_minutes": 900,
              "minutes_per_piece": { "j1": 11.0 }, "min": { "j1": 20 }, "max": { "j1": 200 } },
            { "id": "W02", "minutes_per_day": 300, "minutes_per_piece": { "j1": 9.5 } },
            { "id": "W03", "minutes_per_day": 120, "minutes_per_piece": { "j1": 8 } },
        ],
    });
    change(&mut village);
    village.to_string()
}

fn faults(json: &str) -> Vec<String> {
    read(json.as_bytes()).map_or_else(|faults| faults.iter().map(ToString::to_string).collect(), |_| Vec::new())
}

fn planned(json: &str) -> (Named, Value) {
    let named = read(json.as_bytes()).expect("an instance");
    let told = write(&named, &split(&named.instance)).expect("plain data");
    (named, serde_json::from_str(&told).expect("JSON"))
}

#[test]
fn a_village_is_split() {
    let (_, plan) = planned(&village(|_| {}));
    let shares = plan["shares"].as_array().expect("shares");
    let of = |worker: &str| shares.iter().find(|share| share["worker"] == worker).map(|share| share["pieces"].clone());
    assert_eq!(of("W03"), Some(json!(40)), "the lock is kept");
    let sum: i64 = shares.iter().filter_map(|share| share["pieces"].as_i64()).sum();
    assert_eq!(plan["measures"]["placed"], json!(sum));
    assert_eq!(plan["unplaced"][0]["pieces"], json!(1000 - sum));
    let first = &shares[0];
    assert_eq!(first["worker"], "W01");
    let pieces = first["pieces"].as_i64().expect("a count");
    assert_eq!(first["minutes"].as_f64(), Some(11.0 * f64::from(i32::try_from(pieces).expect("few"))));
    assert_eq!(first["pay_fen"], json!(pieces * 235));
}

/// The one thing that is changed, and what is said of it.
type Spoiled = (fn(&mut Value), &'static str);

#[test]
fn what_some_editors_put_first_is_no_fault() {
    assert_eq!(faults(&format!("\u{feff}{}", village(|_| {}))), Vec::<String>::new());
}

#[test]
fn what_contradicts_itself_is_named_by_its_place() {
    let cases: [Spoiled; 22] = [
        (|v| v["jobs"][0]["id"] = json!(""), "jobs[0].id: an id must say something"),
        (|v| *v = json!([]), "instance: invalid"),
        (|v| v["jobs"][0]["lock"]["W03"] = json!(1001), "jobs[0].lock: 1001 are locked, more than the job has"),
        (|v| v["jobs"][0]["lock"]["W09"] = json!(1), "jobs[0].lock.W09: no such worker"),
        (|v| v["workers"][2]["minutes_per_piece"] = json!({}), "jobs[0].lock.W03: she cannot do this job"),
        (
            |v| v["workers"][0]["min"]["j1"] = json!(201),
            "workers[0].min.j1: her smallest share is above her largest, 200",
        ),
        (|v| v["jobs"][0]["lock"]["W01"] = json!(10), "jobs[0].lock.W01: a locked share must be within"),
        (|v| v["workers"][1]["minutes_per_piece"]["j1"] = json!(0), "workers[1].minutes_per_piece.j1: must be 0.01 to"),
        (|v| v["workers"][1]["minutes_per_piece"]["j2"] = json!(5), "workers[1].minutes_per_piece.j2: no such job"),
        (|v| v["workers"][1]["max"] = json!({ "j2": 5 }), "workers[1].max.j2: no such job"),
        (|v| v["workers"][1]["id"] = json!("W01"), "workers[1].id: the same id twice"),
        (
            |v| v["jobs"].as_array_mut().expect("jobs").push(json!({ "id": "j1", "pieces": 1, "due": "2026-11-20" })),
            "jobs[1].id: the same id twice",
        ),
        (|v| v["jobs"][0]["pieces"] = json!(-1), "jobs[0].pieces: must be 0 to"),
        (|v| v["jobs"][0]["pack"] = json!(0), "jobs[0].pack: must be 1 to"),
        (|v| v["jobs"][0]["pieces"] = json!(1_000_000_001), "jobs[0].pieces: must be 0 to 1000000000"),
        (|v| v["jobs"][0]["pieces"] = json!(10.5), "jobs[0].pieces: invalid type: floating point"),
        (|v| v["jobs"][0]["due"] = json!("2026-02-30"), "jobs[0].due:"),
        (|v| v["workers"][0]["days_off"] = json!([0]), "workers[0].days_off: ISO weekdays"),
        (|v| v["workers"][0]["minutes_per_day"] = json!(1441), "workers[0].minutes_per_day: must be 0 to 1440 minutes"),
        (|v| v["policy"] = json!("kind"), "policy: unknown variant"),
        (|v| v["workers"][0]["speed"] = json!(1), "workers[0].speed: unknown field"),
        (|v| v["jobs"] = json!(7), "jobs: invalid type"),
    ];
    for (change, said) in cases {
        let faults = faults(&village(change));
        assert!(faults.iter().any(|fault| fault.starts_with(said)), "{said}: {faults:?}");
    }
    // By a name that two of them have, nothing can be said of either.
    for (list, at) in [("jobs", 0), ("workers", 2)] {
        let twice = village(|v| {
            let again = v[list][at].clone();
            v[list].as_array_mut().expect("a list").push(again);
        });
        assert_eq!(faults(&twice).len(), 1, "{:?}", faults(&twice));
    }
    assert_eq!(faults("").len(), 1);
    assert_eq!(faults("{}").len(), 1);
    let twice = village(|_| {}).replace("\"lock\":{\"W03\":40}", "\"lock\":{\"W03\":40,\"W03\":50}");
    assert!(faults(&twice)[0].contains("W03 is there twice"), "{:?}", faults(&twice));
    assert_eq!(faults(&(village(|_| {}) + "x")).len(), 1, "something stands behind the instance");
}

#[test]
fn scraps_of_time_are_no_time_for_hundreds() {
    let text = r#"{"today":"2026-11-02","policy":"fair","jobs":[{"id":"j1","pieces":100,"pack":10,"due":"2026-11-02","rate_fen":1}],
        "workers":[{"id":"W1","minutes_per_day":65,"minutes_per_piece":{"j1":10}},{"id":"W2","minutes_per_day":65,"minutes_per_piece":{"j1":10}}]}"#;
    let (_, plan) = planned(text);
    let told = (&plan["unplaced"][0]["pieces"], &plan["unplaced"][0]["reason"]);
    assert_eq!(told, (&json!(94), &json!("no_time")), "one has six, and six more are not what is missing");
    let (_, plan) = planned(&text.replace("\"pieces\":100", "\"pieces\":12"));
    let told = (&plan["unplaced"][0]["pieces"], &plan["unplaced"][0]["reason"]);
    assert_eq!(
        told,
        (&json!(6), &json!("limits")),
        "the other has time for them, but only one share may be no whole pack"
    );
}

#[test]
fn what_is_hopeless_is_answered_with_what_would_help() {
    let many = |v: &mut Value| v["jobs"][0]["pieces"] = json!(1_000_000_000);
    let (_, plan) = planned(&village(many));
    assert_eq!(plan["unplaced"][0]["reason"], "limits", "one has time left, but her largest share");
    let (_, plan) = planned(&village(|v| {
        many(v);
        v["workers"][0]["max"] = json!({});
    }));
    assert_eq!(plan["unplaced"][0]["reason"], "no_time");
    assert_eq!(plan["unplaced"][0]["help"], json!({ "due": null, "more_minutes_per_day": null }), "nothing would");

    let (_, plan) = planned(&village(|v| {
        v["jobs"][0]["due"] = json!("2026-11-01");
        v["workers"][0]["max"] = json!({});
    }));
    assert_eq!((&plan["measures"]["placed"], &plan["unplaced"][0]["reason"]), (&json!(40), &json!("no_time")));
    assert!(plan["unplaced"][0]["help"]["due"].is_string(), "a later day would: {plan}");

    let (_, plan) =
        planned(&village(|v| v["workers"].as_array_mut().expect("workers").retain(|who| who["id"] == "W03")));
    assert_eq!(
        plan["unplaced"],
        json!([{ "job": "j1", "pieces": 960, "reason": "nobody", "help": { "due": null, "more_minutes_per_day": null } }])
    );

    let (_, plan) = planned(r#"{"today":"2026-11-02","jobs":[],"workers":[]}"#);
    assert_eq!(plan["measures"], json!({ "placed": 0, "largest_fill": 0.0, "smallest_fill": 0.0, "last_done": null }));
}

#[test]
fn what_would_help_does_help() {
    let tight = |due: &str, more: i64| {
        village(|v| {
            v["jobs"][0]["due"] = json!(due);
            v["workers"][0]["max"] = json!({});
            for worker in v["workers"].as_array_mut().expect("workers") {
                let offered = worker["minutes_per_day"].as_i64().expect("minutes");
                worker["minutes_per_day"] = json!(offered + more);
            }
        })
    };
    let (_, plan) = planned(&tight("2026-11-09", 0));
    let help = &plan["unplaced"][0]["help"];
    let (due, more) = (help["due"].as_str().expect("a day"), help["more_minutes_per_day"].as_i64().expect("minutes"));
    for (due, more, left) in [(due, 0, 0), ("2026-11-09", more, 0)] {
        let (_, plan) = planned(&tight(due, more));
        assert_eq!(plan["unplaced"][0]["pieces"], json!(left), "{due} +{more}");
    }
    let (_, plan) = planned(&tight("2026-11-09", more - 1));
    assert!(plan["unplaced"][0]["pieces"].as_i64() > Some(0), "and no less would");
}
