"""Made-up villages of different habits, each from a fixed seed. Separate from the forecast's own runs: women have their own
true paces per step, partly made pieces stay, they hand in on days of their own, and habits are ones that the forecast need not
have a rule for."""
import random
from village import Village

START = 739860  # a Monday
STYLES = {'RA': [11], 'PB': [6, 9, 4], 'HC': [5, 11], 'CD': [7.5], 'LE': [8, 6], 'TF': [3, 7, 5]}
PACK = {'RA': 20, 'PB': 10, 'HC': 10, 'CD': 25, 'LE': 20, 'TF': 20}

BASE = dict(women=22, days=82, orders=16, size=(400, 1200), lines=(1, 3), lead=(14, 28), use=0.68, firms=('AK', 'MT', 'ZL'),
            redo=0.05, scrap=0.012, repl='same', noise=0.25, absent=0.04, visit=1,
            home='due', keep=0.9, choose='due', choosekeep=0.85, low=1.5, give=(1.0, 2.0), wait=(0, 0), atonce=False,
            harvest=None, favourites=0, maxgiven=1)

VILLAGES = {
    'orderly':   dict(seed=11),
    'latesplit': dict(seed=22, wait=(2, 6), atonce=True, home='oldest', choose='random', low=2.5, use=0.65),
    'small':     dict(seed=33, orders=25, size=(60, 320), lines=(1, 3), lead=(7, 18), home='newest', keep=0.8, choose='random', use=0.62, women=20),
    'harvest':   dict(seed=44, harvest=(38, 45), home='due', choose='longest', choosekeep=0.7, use=0.55, women=24),
    'same':      dict(seed=55, favourites=7, low=1.5, home='oldest', keep=0.8, choose='due', choosekeep=0.6, women=26, use=0.62),
    'firm':      dict(seed=66, home='firm', keep=0.9, choose='random', low=2.0, use=0.75, firms=('AK', 'MT', 'ZL')),
    'market':    dict(seed=77, visit=2, home='oldest', keep=0.8, choose='due', choosekeep=0.5, low=3.0, give=(2.0, 4.0), repl='weekly', women=28, use=0.5),
}

# The same habits with less work than they can do, so that orders come about in time.
LIGHT = {n + '-light': dict(VILLAGES[n], use=u) for n, u in (('harvest', 0.48), ('same', 0.52), ('market', 0.42))}

def make(name, seed_shift=0):
    c = dict(BASE, **{**VILLAGES, **LIGHT}[name])
    R = random.Random(c['seed'] * 1000 + seed_shift)
    styles = R.sample(sorted(STYLES), 4)
    std = {(s, i): float(m) for s in styles for i, m in enumerate(STYLES[s])}
    nst = {s: len(STYLES[s]) for s in styles}
    workers, pace = {}, {}
    for i in range(c['women']):
        w = 'W%02d' % (i + 1)
        can = {k for k in std if R.random() < 0.7} or {R.choice(sorted(std))}
        off = set(R.sample(range(7), R.choice([0, 1, 1, 1, 2])))
        workers[w] = (R.choice([120, 180, 240, 240, 300, 300, 360]), off, can)
        p = R.lognormvariate(0, 0.15)
        pace[w] = {k: std[k] * p * R.lognormvariate(0, 0.08) for k in std}
    for k in std:
        while sum(k in x[2] for x in workers.values()) < 3: workers[R.choice(sorted(workers))][2].add(k)
    # orders: evenly over the time, sized to use a share of the women's time
    a_day = sum(m * (7 - len(off)) / 7 for m, off, _ in workers.values())
    if c['favourites']:
        a_day = sum(m * (7 - len(off)) / 7 for m, off, _ in list(workers.values())[:c['favourites']]) * 1.5
    raw = []
    for i in range(c['orders']):
        lines = [(s, R.randint(*c['size'])) for s in R.sample(styles, R.randint(*c['lines']))]
        n = sum(x for _, x in lines); f = R.randint(*c['size']) / n if len(lines) > 1 else 1
        raw.append([(s, max(10, int(x * f))) for s, x in lines])
    need = sum(n * sum(STYLES[s]) for o in raw for s, n in o)
    span = c['days']
    k = c['use'] * a_day * span / need
    orders, day = [], START
    for i, o in enumerate(raw):
        lines = [(s, max(10, int(n * k) // 10 * 10), PACK[s]) for s, n in o]
        d = START + int(span * i / c['orders'] + (R.random() * 3 if i else 0))
        firm = R.choice(c['firms'])
        orders.append(dict(code='%s-%d' % (firm, 140 + i * R.randint(1, 2)) , placed=d, due=d + R.randint(*c['lead']), lines=lines))
    orders.sort(key=lambda o: o['placed'])
    for i, o in enumerate(orders): o['code'] = o['code'].split('-')[0] + '-%d' % (95 + i)
    firmrank = dict(zip(R.sample(list(c['firms']), len(c['firms'])), range(9)))
    if c['home'] == 'firm': firmrank = {c['firms'][1]: 0, c['firms'][2]: 1, c['firms'][0]: 2}
    fav = {w: (i < c['favourites']) for i, w in enumerate(workers)}

    rows, pool, since, opens = [], {}, {}, {}
    home = {w: {} for w in workers}     # spot -> [fresh, redo, seq]
    part = {w: 0.0 for w in workers}    # minutes of a partly made piece
    bank = {w: 0.0 for w in workers}
    owed, seq = {}, 0
    phase = {w: i % c['visit'] for i, w in enumerate(workers)}
    st = lambda k: (orders[k[0]]['lines'][k[1]][0], k[2])
    def put(k, n, d):
        if pool.get(k, 0) <= 0: since[k] = d
        pool[k] = pool.get(k, 0) + n
        if k not in opens: opens[k] = d + (R.randint(*c['wait']) if k[2] == 0 else R.randint(0, c['wait'][1] // 3))
    def homekey(w, k):
        e, o = home[w][k], orders[k[0]]
        return {'due': (o['due'], k), 'oldest': (e[2], k), 'newest': (-e[2], k), 'firm': (firmrank[o['code'].split('-')[0]], e[2]), 'spread': (R.random(),)}[c['home']]
    def poolkey(k):
        return {'due': (orders[k[0]]['due'], -k[2], k), 'longest': (since[k], k), 'big': (-pool[k], k), 'random': (0,)}[c['choose']]
    for d in range(START, START + c['days']):
        for i, o in enumerate(orders):
            if o['placed'] == d:
                for l, x in enumerate(o['lines']): put((i, l, 0), x[1], d)
        away = c['harvest'] and c['harvest'][0] <= d - START < c['harvest'][1]
        ws = list(workers); R.shuffle(ws)
        for n_w, w in enumerate(ws):
            m, off, can = workers[w]
            if (d - 1) % 7 in off: continue
            if away and R.random() < 0.93: continue
            if R.random() >= c['absent']: bank[w] += m * max(0.1, R.gauss(1, c['noise']))
            if c['visit'] > 1 and (d + phase[w]) % c['visit'] and R.random() < 0.9: continue
            h = home[w]; time = bank[w]; bank[w] = 0.0
            if h and time > 0:
                t = time + part[w]; part[w] = 0.0
                for k in [k for k in h if h[k][1]]:      # what was sent back, first
                    e = h[k]; n = min(e[1], int(t / (pace[w][st(k)] * 0.6)))
                    t -= n * pace[w][st(k)] * 0.6
                    bad = sum(R.random() < 0.15 for _ in range(n))
                    e[1] -= n
                    if n - bad: rows.append((d, w, *k, 'racc', n - bad)); done(k, n - bad, put, orders, nst, d)
                    if bad: rows.append((d, w, *k, 'rscrap', bad)); owed[k[:2]] = owed.get(k[:2], 0) + bad
                ks = sorted(h, key=lambda k: homekey(w, k))
                if R.random() > c['keep']: R.shuffle(ks)
                for j, k in enumerate(ks):
                    e = h[k]; p = pace[w][st(k)]
                    budget = t
                    n = min(e[0], int(budget / p))
                    if n:
                        t -= n * p; e[0] -= n
                        sc = sum(R.random() < c['scrap'] for _ in range(n)); sb = sum(R.random() < c['redo'] for _ in range(n - sc))
                        e[1] += sb
                        if n - sc - sb: rows.append((d, w, *k, 'acc', n - sc - sb)); done(k, n - sc - sb, put, orders, nst, d)
                        if sb: rows.append((d, w, *k, 'redo', sb))
                        if sc: rows.append((d, w, *k, 'scrap', sc)); owed[k[:2]] = owed.get(k[:2], 0) + sc
                    if e[0]: part[w] = min(t, p); t = 0
                    if t <= 0: break
                for k in [k for k in h if h[k][0] + h[k][1] <= 0]: del h[k]
            for k2 in sorted(owed):
                if owed[k2] > 0 and (c['repl'] == 'same' or d % 7 == 0):
                    rows.append((d, None, *k2, 0, 'repl', owed[k2])); put((*k2, 0), owed[k2], d); owed[k2] = 0
            low = c['low'] * (1.0 if not c['favourites'] else 3.5 if fav[w] else 0.5)
            for _ in range(c['maxgiven'] if not (c['favourites'] and fav[w]) else 2):
                load = sum((e[0] + e[1]) * pace[w][st(k)] for k, e in h.items()) / m
                if load >= low: break
                if c['favourites'] and not fav[w] and R.random() < 0.75: break
                cs = [k for k, n in pool.items() if n > 0 and st(k) in can and opens[k] <= d]
                if not cs: break
                cs.sort()
                k = min(cs, key=poolkey) if c['choose'] != 'random' and R.random() < c['choosekeep'] else R.choice(cs)
                pk = orders[k[0]]['lines'][k[1]][2]
                days = R.uniform(*c['give']) * (2.0 if c['favourites'] and fav[w] else 1.0)
                n = max(1, round(days * m / std[st(k)] / pk)) * pk
                if c['atonce'] and opens[k] == d:      # an even share for everyone who can
                    able = sum(st(k) in x[2] for x in workers.values()); total = orders[k[0]]['lines'][k[1]][1]
                    n = max(pk, -(-total // able // pk) * pk)
                n = min(n, pool[k]); pool[k] -= n; seq += 1
                e = h.setdefault(k, [0, 0, seq]); e[0] += n
                rows.append((d, w, *k, 'issue', n))
    return Village(name, orders, workers, std, nst, rows)

def done(k, n, put, orders, nst, d):
    s = orders[k[0]]['lines'][k[1]][0]
    if k[2] + 1 < nst[s]: put((k[0], k[1], k[2] + 1), n, d)

if __name__ == '__main__':
    import sys
    from replay import finished
    from learn import State
    from collections import defaultdict
    for n in VILLAGES:
        v = make(n)
        st = State(v); by = defaultdict(list)
        for r in v.rows: by[r[0]].append(r)
        for d in sorted(by): st.day(d, by[d])
        print(n, 'rows', len(v.rows), 'orders', len(v.orders), 'ready', len(st.ready), [(v.orders[o]['placed'] - START, d - v.orders[o]['placed'], d - v.orders[o]['due']) for o, d in sorted(st.ready.items())])
        assert min(st.pool.values()) >= 0 and all(e[0] >= 0 and e[1] >= 0 for h in st.home.values() for e in h.values())
