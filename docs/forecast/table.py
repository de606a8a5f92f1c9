import sys, time
from replay import replay, score
from gen import make, VILLAGES
from village import notebook
names = sys.argv[2:] or ['notebook'] + list(VILLAGES)
runs = int(sys.argv[1])
for n in names:
    t = time.time()
    v = notebook() if n == 'notebook' else make(n.split('+')[0], int(n.split('+')[1]) if '+' in n else 0)
    rec, st, told = replay(v, runs)
    s = score(rec); own = sum(r[6] for r in rec) / len(rec)
    due = score([(o, a, d, v.orders[o]['due'], 0, 0) for o, a, d, *_ in rec])
    print('%-10s orders %2d n %3d | due %.2f | mean %.2f bias %+.2f own %.2f | in %.2f width %.1f | %.0f s' % (n, len(st.ready), s[0], due[1], s[1], s[2], own, s[3], s[4], time.time() - t), flush=True)
    for o in sorted({r[0] for r in rec}):
        x = [r for r in rec if r[0] == o]
        if '-v' in sys.argv or len(sys.argv) == 3: print('   ', v.orders[o]['code'], 'placed', v.orders[o]['placed'] - v.orders[0]['placed'], 'took', x[0][1] - v.orders[o]['placed'], 'n %d mean %.2f bias %.2f in %.2f width %.1f' % score(x), [r[3] - r[1] for r in x])
