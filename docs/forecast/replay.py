import sys, time
from collections import defaultdict
from learn import State
import sim

def quant(s, q):
    """The q-quantile, between neighbours rounded to a day."""
    x = q * (len(s) - 1); i = int(x); j = min(i + 1, len(s) - 1)
    return int(s[i] + (s[j] - s[i]) * (x - i) + 0.5)

def replay(v, runs=40, verbose=False, habits=None):
    st = State(v)
    want = finished(v)
    by = defaultdict(list)
    for r in v.rows: by[r[0]].append(r)
    told = defaultdict(list); rec = []
    for day in range(min(by), max(by) + 1):
        st.day(day, by.get(day, []))
        if day not in by: continue
        for o in [o for o in told if o in st.ready]:
            for t in told.pop(o): rec.append((o, st.ready[o]) + t)
        f, hb = sim.forecast(st, runs, want, habits)
        for o, s in f.items():
            told[o].append((day, quant(s, .5), quant(s, .1), quant(s, .9), sum(abs(x - quant(s, .5)) for x in s) / len(s), tuple(s)))
        if verbose and f: print(day - v.orders[0]['placed'], hb.home, round(hb.keeps, 2), hb.pool, round(hb.keeps_pool, 2), [round(x, 2) for x in hb.p[:10]], round(hb.more, 2))
    return rec, st, told

def finished(v):
    st = State(v); by = defaultdict(list)
    for r in v.rows: by[r[0]].append(r)
    for day in range(min(by), max(by) + 1): st.day(day, by.get(day, []))
    return set(st.ready)

def score(rec):
    n = len(rec)
    return (n, sum(abs(r[3] - r[1]) for r in rec) / n, sum(r[3] - r[1] for r in rec) / n, sum(r[4] <= r[1] <= r[5] for r in rec) / n, sum(r[5] - r[4] for r in rec) / n)

if __name__ == '__main__':
    from village import notebook
    v = notebook()
    t = time.time()
    hb = None
    if len(sys.argv) > 2:
        st = State(v); by = defaultdict(list)
        for r in v.rows: by[r[0]].append(r)
        for day in sorted(by): st.day(day, by[day])
        hb = sim.Habits(st)
        print(hb.__dict__.get('soon'), hb.keeps, hb.keeps_pool)
    rec, st, told = replay(v, int(sys.argv[1]) if len(sys.argv) > 1 else 20, '-v' in sys.argv, hb)
    print('n %d mean %.2f bias %.2f in %.2f width %.1f' % score(rec), 'secs', time.time() - t)
    print('error the model itself expects %.2f' % (sum(r[6] for r in rec) / len(rec)))
    due = [(o, a, d, v.orders[o]['due'], 0, 0) for o, a, d, *_ in rec]
    print('due n %d mean %.2f' % score(due)[:2])
    for o in sorted({r[0] for r in rec}):
        x = [r for r in rec if r[0] == o]
        print(v.orders[o]['code'], 'n %d mean %.2f bias %.2f in %.2f width %.1f' % score(x), [(r[2] - v.orders[o]['placed'], r[3] - r[1], r[4] - r[1], r[5] - r[1]) for r in x])
