"""What is known each evening: the state of the books, and habits learned from them."""
from collections import defaultdict

def firm(o):
    """The letters that an order's code begins with: whose order it is."""
    c = o['code']; i = 0
    while i < len(c) and c[i].isalpha(): i += 1
    return c[:i]

CLASS = {'firm': lambda v, o, l, s: firm(v.orders[o]), 'style': lambda v, o, l, s: (v.orders[o]['lines'][l][0], s)}

# Rules by which a woman may order what she has at home: the key of a pile, least first.
HOME = {
    'due':    lambda v, o, l, s, f: (v.orders[o]['due'], v.orders[o]['placed'], o, l, s),
    'placed': lambda v, o, l, s, f: (v.orders[o]['placed'], o, l, s),
    'code':   lambda v, o, l, s, f: (v.orders[o]['code'], v.orders[o]['lines'][l][0], s),
    'early':  lambda v, o, l, s, f: (s, f),
    'late':   lambda v, o, l, s, f: (-s, f),
    'oldest': lambda v, o, l, s, f: f,
    'newest': lambda v, o, l, s, f: -f,
    'firm':   lambda v, o, l, s, f: (-v.rank['firm'].get(firm(v.orders[o]), 0), f),
    'style':  lambda v, o, l, s, f: (-v.rank['style'].get((v.orders[o]['lines'][l][0], s), 0), f),
}
# Rules by which a pool may be chosen for her.
POOL = {
    'due':    lambda v, o, l, s, n, t: (v.orders[o]['due'], v.orders[o]['placed'], o, l, -s),
    'placed': lambda v, o, l, s, n, t: (v.orders[o]['placed'], o, l, -s),
    'code':   lambda v, o, l, s, n, t: (v.orders[o]['code'], v.orders[o]['lines'][l][0], s),
    'late':   lambda v, o, l, s, n, t: (-s, v.orders[o]['due'], o, l),
    'early':  lambda v, o, l, s, n, t: (s, v.orders[o]['due'], o, l),
    'big':    lambda v, o, l, s, n, t: -n,
    'small':  lambda v, o, l, s, n, t: n,
    'longest': lambda v, o, l, s, n, t: t,
}
LOADS = (0.001, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5, 6, 8, 10, 14)

def bucket(load):
    for i, b in enumerate(LOADS):
        if load < b: return i
    return len(LOADS)

class State:
    def __init__(self, v):
        self.v = v
        v.rank = {c: {} for c in CLASS}      # how clearly each firm, style and step goes before the others
        self.wins = {c: defaultdict(int) for c in CLASS}
        self.days = self.stops = 0           # days seen, and times at which hardly anybody worked for three days or more
        self.offdays = 0                     # days in a row, up to today, on which hardly anybody worked
        self.pool = {}                       # spot -> pieces
        self.since = {}                      # spot -> day on which the pool last became other than empty
        self.home = {w: {} for w in v.workers}   # w -> spot -> [fresh, redo, seq]
        self.owed = defaultdict(int)         # (o, l) -> scrapped, not replaced
        self.left = {}                       # o -> {l: pieces}
        self.known = []                      # orders placed
        self.today = None
        self.seq = 0
        self.ready = {}
        # habits
        self.pairs = {r: [0, 0] for r in HOME}     # kept, broken
        self.npairs = 0
        self.picks = {r: 0 for r in POOL}; self.npicks = 0; self.chance = 0.0
        self.ratio = {w: [] for w in v.workers}; self.allratio = []
        self.trial = [[0, 0] for _ in range(len(LOADS) + 2)]; self.more = [0, 0]
        self.given = defaultdict(float); self.tried = defaultdict(list)
        self.sizes = []
        self.gone = {w: 0 for w in v.workers}    # her working days since she was last there
        self.visit = [[0, 0] for _ in range(7)]  # came, could have come, by working days since she was last there
        self.opened = {}                     # spot -> first day with pieces (never issued)
        self.waits = [[], []]                # first steps, later steps
        self.made = self.sent = self.spoilt = 0
        self.redone = self.rspoilt = 0
        self.soon = [0, 0]                   # pieces to be made again: done on her next working day, of how many
        self.replnum = [0] * 7; self.replden = [0] * 7   # replaced, and left unreplaced, by day of the week
        self.retnum = 0; self.held = 0

    def mins(self, spot):
        return self.v.std[self.v.orders[spot[0]]['lines'][spot[1]][0], spot[2]]

    def load(self, w):
        return sum((e[0] + e[1]) * self.mins(k) for k, e in self.home[w].items())

    def put(self, spot, n, day):
        if self.pool.get(spot, 0) <= 0: self.since[spot] = day
        self.pool[spot] = self.pool.get(spot, 0) + n
        if spot not in self.opened: self.opened[spot] = [day, None]

    def can(self, w):
        sk = self.v.workers[w][2]
        return [k for k, n in self.pool.items() if n > 0 and (self.v.orders[k[0]]['lines'][k[1]][0], k[2]) in sk]

    def day(self, day, rows):
        v = self.v
        self.today = day
        for o, od in enumerate(v.orders):
            if od['placed'] <= day and o not in self.left:
                self.known.append(o)
                self.left[o] = {l: x[1] for l, x in enumerate(od['lines'])}
                for l, x in enumerate(od['lines']): self.put((o, l, 0), x[1], od['placed'])
        start = {w: {k: tuple(e) for k, e in h.items()} for w, h in self.home.items()}
        load0 = {w: self.load(w) for w in v.workers}
        could = {w: set(self.can(w)) for w in v.workers}
        opened = {k for k, x in self.opened.items() if x[1] is not None}
        made = defaultdict(lambda: defaultdict(int)); again = defaultdict(int); mins = defaultdict(float); issues = defaultdict(list)
        for (_, w, o, l, s, k, n) in rows:
            if k == 'money': continue
            spot = (o, l, s)
            if k == 'repl':
                self.replnum[(day - 1) % 7] += n
                self.owed[o, l] -= n; self.put(spot, n, day); continue
            h = self.home[w]
            if k == 'issue':
                cands = self.can(w)
                if spot in cands and len(cands) > 1:
                    self.npicks += 1; self.chance += 1 / len(cands)
                    for r, f in POOL.items():
                        best = min(cands, key=lambda q: (f(v, *q, self.pool[q], self.since[q]), q))
                        self.picks[r] += best == spot
                have = self.pool.get(spot, 0)
                if n < have: self.sizes.append(n * self.mins(spot) / max(1, v.workers[w][0]))
                self.pool[spot] = have - n
                op = self.opened.setdefault(spot, [day, None])
                if op[1] is None:
                    op[1] = day; self.waits[spot[2] > 0].append(day - op[0])
                self.seq += 1
                e = h.setdefault(spot, [0, 0, self.seq])
                if e[0] + e[1] <= 0: e[2] = self.seq
                e[0] += n; issues[w].append((spot, n))
                continue
            e = h.setdefault(spot, [0, 0, self.seq])
            if k == 'ret':
                e[0] -= n; self.put(spot, n, day)
                if e[0] + e[1] <= 0: h.pop(spot, None)
                continue
            mins[w] += n * self.mins(spot)
            if k in ('acc', 'redo', 'scrap'): made[w][spot] += n
            else: again[w] += n
            if k in ('acc', 'redo', 'scrap'): e[0] -= n; self.made += n
            else: e[1] -= n; self.redone += n
            if k == 'redo': e[1] += n; self.sent += n
            if k == 'scrap': self.spoilt += n
            if k == 'rscrap': self.rspoilt += n
            if k in ('scrap', 'rscrap'): self.owed[o, l] += n
            if k in ('acc', 'racc'):
                if s + 1 == v.nsteps[v.orders[o]['lines'][l][0]]:
                    self.left[o][l] -= n
                    if all(x <= 0 for x in self.left[o].values()) and o not in self.ready: self.ready[o] = day
                else: self.put((o, l, s + 1), n, day)
            if e[0] + e[1] <= 0: h.pop(spot, None)
        self.replden[(day - 1) % 7] += sum(max(0, n) for n in self.owed.values())
        # habits
        wd = (day - 1) % 7
        could_do = sum(min(load0[w], x[0] * self.pace(w)) for w, x in v.workers.items() if wd not in x[1])
        off_today = sum(mins.values()) < could_do / 4
        if self.known: self.days += 1
        self.offdays = self.offdays + 1 if off_today else 0
        if self.offdays == 3: self.stops += 1
        for w, (minutes, off, _) in v.workers.items():
            works = wd not in off
            s0 = {k: e for k, e in start[w].items() if e[0] + e[1] > 0}
            here = bool(mins[w]) or bool(issues[w])
            if off_today and not here: continue
            if works or here:
                self.gone[w] += 1
            gone = self.gone[w]
            if load0[w] > 0 and minutes and (works or here):
                i = min(gone, len(self.visit)) - 1
                if i >= 0: self.visit[i][0] += here; self.visit[i][1] += 1
                if here:
                    r = mins[w] / minutes / max(1, gone)
                    if mins[w] >= load0[w] - 1:
                        more = [x for x in self.ratio[w][-40:] if x >= r] or [x for x in self.allratio[-300:] if x >= r] or [r]
                        r = sum(more) / len(more)
                    self.ratio[w].append(r); self.allratio.append(r)
            if here or load0[w] <= 0: self.gone[w] = 0
            if mins[w]:
                self.soon[0] += min(again[w], sum(e[1] for e in s0.values())); self.soon[1] += sum(e[1] for e in s0.values())
            if len(s0) > 1 and mins[w]:
                ks = [k for k in s0 if s0[k][0] > 0]; dn = made[w]
                for i, a in enumerate(ks):
                    for b in ks[i + 1:]:
                        fa, fb = dn[a] >= s0[a][0], dn[b] >= s0[b][0]
                        if (dn[a] > 0) == (dn[b] > 0) and (dn[a] == 0 or fa == fb): continue
                        p, q = (a, b) if (dn[a] > 0 and dn[b] == 0) or (dn[a] > 0 and fa) else (b, a)
                        self.npairs += 1
                        for c, f in CLASS.items():
                            x, y = f(v, *p), f(v, *q)
                            if x != y: self.wins[c][x, y] += 1
                        for r, f in HOME.items():
                            x, y = f(v, *p, s0[p][2]), f(v, *q, s0[q][2])
                            self.pairs[r][x > y] += 1
            if here or (works and load0[w] <= 0):
                cap = max(1.0, minutes * self.pace(w))
                got = sum(n * self.mins(k) for k, n in issues[w])
                before = max(0.0, self.load(w) - got) / cap
                after = could[w] & opened & set(self.can(w))
                if issues[w] or after:
                    b = bucket(before) if load0[w] > 0 else len(LOADS) + 1
                    self.tried[w].append((b, bool(issues[w])))
                    self.trial[b][0] += bool(issues[w]); self.trial[b][1] += 1
                    if issues[w]:
                        self.more[1] += len(issues[w]) if after else len(issues[w]) - 1
                        self.more[0] += len(issues[w]) - 1
        self.ranks()

    def ranks(self):
        for c, wins in self.wins.items():
            rank = defaultdict(float)
            for (a, b), n in wins.items():
                back = wins.get((b, a), 0)
                if back and a > b: continue
                d = (n - back) / (n + back + 5)
                rank[a] += d; rank[b] -= d
            self.v.rank[c] = rank

    def pace(self, w):
        """Her minutes made in a minute offered: her mean, drawn towards the village's as by ten days."""
        a = self.allratio
        m = (sum(a) + 10 * 1.0) / (len(a) + 10)
        r = self.ratio[w]
        return (sum(r) + 10 * m) / (len(r) + 10)
