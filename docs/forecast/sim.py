"""Runs of the coming weeks, as the village has been seen to work."""
import math, random
from learn import HOME, POOL, LOADS, bucket

RUNS = 40
HORIZON = 150

class Habits:
    def __init__(self, st):
        v = st.v
        # order of piles at home
        self.homes = weigh(st.pairs)
        self.pools = weigh({r: (n, st.npicks - n) for r, n in st.picks.items()}, st.chance / st.npicks if st.npicks else .5)
        self.home, self.keeps = max(self.homes)[1:]; self.pool, self.keeps_pool = max(self.pools)[1:]
        self.p = [(k + (3 if i < 5 or i > len(LOADS) else 0)) / (n + 3) for i, (k, n) in enumerate(st.trial)]
        came = (sum(k for k, n in st.visit) + 2) / (sum(n for k, n in st.visit) + 2)
        self.visit = [(k + 2 * came) / (n + 2) for k, n in st.visit]
        self.more = (st.more[0]) / (st.more[1] + 5)
        self.f = {}
        for w, t in st.tried.items():
            exp = sum(self.p[b] for b, _ in t)
            self.f[w] = (sum(x for _, x in t) + 2) / (exp + 2)
        self.sizes = (st.sizes[-200:] + [2.0] * max(0, 5 - len(st.sizes)))
        self.redo = (st.sent + 3) / (st.made + 100)
        self.scrap = (st.spoilt + 1) / (st.made + 100)
        self.rscrap = (st.rspoilt + 1) / (st.redone + 10)
        self.soon = (st.soon[0] + 1) / (st.soon[1] + 2)
        a, b = sum(st.replnum), sum(st.replden)
        h = (a + 1) / (a + b + 1)
        self.repl = [(x + 5 * h) / (x + y + 5) for x, y in zip(st.replnum, st.replden)]
        # pace: her days, or the village's while she has few
        self.days = {}
        allr = st.allratio[-300:] or [1.0]
        m = sum(allr) / len(allr)
        for w in v.workers:
            r = st.ratio[w][-40:]
            mine = st.pace(w)
            if len(r) >= 8:
                k = sum(r) / len(r)
                self.days[w] = [x * mine / k for x in r] if k > 0 else [0.0]
            else: self.days[w] = [x * mine / m for x in allr] if m > 0 else [0.0]
        self.waits = [sorted(x) for x in st.waits]
        self.stop = (st.stops + 1) / (st.days + 180)
        self.gaps = [st.v.orders[b]['placed'] - st.v.orders[a]['placed'] for a, b in zip(st.known, st.known[1:])]

HEAT = 2.0

def weigh(counts, chance=0.5):
    """[(weight, rule, how often it is kept)]: how well each rule explains what was seen."""
    out = []
    for r, (ok, no) in counts.items():
        n = ok + no
        keeps = max(0.0, (ok - n * chance) / (n * (1 - chance) + 10))
        a = keeps + (1 - keeps) * chance
        out.append((ok * math.log(a) + no * math.log(max(1e-9, 1 - a)), r, keeps))
    top = max(x[0] for x in out)
    return [(math.exp((x - top) / HEAT), r, k) for x, r, k in out]

def choose(weighed, u):
    u *= sum(w for w, _, _ in weighed)
    for w, r, k in weighed:
        u -= w
        if u < 0: break
    return r, k

def draw_wait(rng, waits, elapsed):
    later = [x for x in waits if x > elapsed]
    if not later: return elapsed + 1
    return later[int(rng.random() * len(later))]

def run(st, hb, rng, want=None, horizon=HORIZON):
    """The days on which the open orders are ready in one run."""
    v = st.v
    orders = [dict(o) for o in v.orders]      # only known ones are looked at
    class F: pass
    fv = F(); fv.rank = v.rank; fv.orders = {o: v.orders[o] for o in st.known}
    pool = {k: n for k, n in st.pool.items() if n > 0}
    since = dict(st.since)
    home = {w: {k: list(e) for k, e in h.items() if e[0] + e[1] > 0} for w, h in st.home.items()}
    left = {o: sum(max(0, x) for x in st.left[o].values()) for o in st.known if o not in st.ready}
    openo = set(left) if want is None else set(left) & want
    owed = {k: n for k, n in st.owed.items() if n > 0}
    seq = st.seq
    gone = dict(st.gone)
    most = len(hb.visit)
    ready = {}
    shut = {}        # spot -> day from which it is given out
    for k in pool:
        op = st.opened.get(k)
        if op and op[1] is None:
            shut[k] = op[0] + draw_wait(rng, hb.waits[k[2] > 0], st.today - op[0])
    begun = {k for k, op in st.opened.items()}
    fresh_id = 10 ** 6
    gaps = hb.gaps
    nxt = None
    if len(gaps) >= 1:
        last = v.orders[st.known[-1]]['placed']
        later = [g for g in gaps if last + g > st.today]
        nxt = last + later[int(rng.random() * len(later))] if later else st.today + 1
    mins = {}
    def mn(k):
        m = mins.get(k)
        if m is None:
            m = mins[k] = v.std[fv.orders[k[0]]['lines'][k[1]][0], k[2]]
        return m
    styles = {}
    def style(k):
        x = styles.get(k)
        if x is None: x = styles[k] = (fv.orders[k[0]]['lines'][k[1]][0], k[2])
        return x
    home_name, keeps = choose(hb.homes, rng.random()); pool_name, keeps_pool = choose(hb.pools, rng.random())
    home_rule = HOME[home_name]; pool_rule = POOL[pool_name]
    hk = {}
    dyn = home_name in ('oldest', 'newest', 'early', 'late', 'firm', 'style')
    def hkey(k, f):
        if dyn: return home_rule(fv, *k, f)
        x = hk.get(k)
        if x is None: x = hk[k] = home_rule(fv, *k, 0)
        return x
    ws = list(v.workers)
    nst = v.nsteps
    frac = rng.random
    def part(x):
        i = int(x)
        return i + (frac() < x - i)
    # how far the paces of this run are from what is learned
    day = st.today
    off_until = day + (st.offdays + 1) // 2
    while openo and day < st.today + horizon:
        day += 1
        while nxt is not None and nxt <= day:
            src = st.known[int(rng.random() * len(st.known))]
            so = v.orders[src]
            fv.orders[fresh_id] = dict(code=so['code'], placed=nxt, due=nxt + so['due'] - so['placed'], lines=so['lines'])
            for l, x in enumerate(so['lines']):
                k = (fresh_id, l, 0); pool[k] = x[1]; since[k] = nxt
                begun.add(k); shut[k] = nxt + draw_wait(rng, hb.waits[0], -1) if hb.waits[0] else nxt
            fresh_id += 1
            nxt += max(1, gaps[int(rng.random() * len(gaps))]) if max(gaps) > 0 else 1
        wd = (day - 1) % 7
        if day <= off_until: continue
        if frac() < hb.stop:
            off_until = day + 2 + int(frac() * 7)
            continue
        rng.shuffle(ws)
        for w in ws:
            minutes, off, skills = v.workers[w]
            if wd in off: continue
            h = home[w]
            held = bool(h)
            if h:
                g = gone[w] = gone[w] + 1
                if frac() >= hb.visit[min(g, most) - 1]: continue
                gone[w] = 0
                d = hb.days[w]
                cap = minutes * g * d[int(frac() * len(d))]
                if cap > 0:
                    if len(h) > 1:
                        if frac() < keeps: ks = sorted(h, key=lambda k: hkey(k, h[k][2]))
                        else: ks = list(h); rng.shuffle(ks)
                    else: ks = list(h)
                    todo = [(k, 1) for k in ks if h[k][1] and frac() < hb.soon] if any(e[1] for e in h.values()) else []
                    first = {k for k, _ in todo}
                    todo += [(k, 0 if k in first else 2) for k in ks]
                    for k, what in todo:
                        e = h.get(k)
                        if e is None: continue
                        m = mn(k)
                        can = cap / m
                        n = e[1] if what == 1 else e[0] if what == 0 else e[0] + e[1]
                        if can < n: n = part(can)
                        if n <= 0: continue
                        cap -= n * m
                        again = n if what == 1 else 0 if what == 0 else min(e[1], n); made = n - again
                        bad = min(again, part(again * hb.rscrap)); good = again - bad
                        sc = min(made, part(made * hb.scrap)); sb = min(made - sc, part(made * hb.redo))
                        e[0] -= made; e[1] += sb - again
                        good += made - sc - sb
                        if e[0] + e[1] <= 0: del h[k]
                        o, l, s = k
                        if sc + bad: owed[o, l] = owed.get((o, l), 0) + sc + bad
                        if good:
                            if s + 1 == nst[fv.orders[o]['lines'][l][0]]:
                                if o in openo:
                                    left[o] -= good
                                    if left[o] <= 0: openo.discard(o); ready[o] = day
                            else:
                                q = (o, l, s + 1)
                                if pool.get(q, 0) <= 0: since[q] = day
                                pool[q] = pool.get(q, 0) + good
                                if q not in begun:
                                    begun.add(q)
                                    if hb.waits[1]: shut[q] = day + draw_wait(rng, hb.waits[1], -1)
                        if cap <= 0: break
            cap = max(1.0, minutes * hb_pace(hb, st, w))
            load = sum((e[0] + e[1]) * mn(k) for k, e in h.items()) / cap
            p = hb.p[bucket(load) if held else -1] * hb.f.get(w, 1.0)
            if frac() >= p: continue
            while True:
                cands = [k for k, n in pool.items() if n > 0 and style(k) in skills and shut.get(k, 0) <= day]
                if not cands: break
                if len(cands) > 1 and frac() < keeps_pool:
                    k = min(cands, key=lambda q: (pool_rule(fv, *q, pool[q], since[q]), q))
                else: k = cands[int(frac() * len(cands))]
                pack = max(1, fv.orders[k[0]]['lines'][k[1]][2])
                n = hb.sizes[int(frac() * len(hb.sizes))] * minutes / mn(k)
                n = max(1, int(n / pack + 0.5)) * pack
                n = min(n, pool[k])
                pool[k] -= n
                if pool[k] <= 0: del pool[k]
                seq += 1
                e = h.get(k)
                if e is None: h[k] = [n, 0, seq]
                else: e[0] += n
                if frac() >= hb.more: break
        for (o, l), n in list(owed.items()):
            if n > 0 and frac() < hb.repl[wd]:
                k = (o, l, 0)
                if pool.get(k, 0) <= 0: since[k] = day
                pool[k] = pool.get(k, 0) + n
                del owed[o, l]
    for o in openo: ready[o] = st.today + horizon
    return ready

def hb_pace(hb, st, w):
    c = hb.__dict__.setdefault('paces', {})
    if w not in c: c[w] = st.pace(w)
    return c[w]

def forecast(st, runs=RUNS, want=None, hb=None):
    """{order: sorted days of the runs}"""
    hb = hb or Habits(st)
    out = {o: [] for o in st.known if o not in st.ready and (want is None or o in want)}
    if not out: return out, hb
    for i in range(runs):
        for o, d in run(st, hb, random.Random(20260901 + i), want).items(): out[o].append(d)
    for x in out.values(): x.sort()
    return out, hb
