"""A village's books: the notebook of tests/data, in the form that the generators make as well.
Days are ordinals. A spot is (order index, line index, step index)."""
import csv, datetime as dt, os

D = os.path.join(os.path.dirname(__file__), '..', '..', 'tests', 'data', '')
KIND = {'领活': 'issue', '交活': 'acc', '返工': 'redo', '报废': 'scrap', '返工交活': 'racc', '返工报废': 'rscrap', '退活': 'ret', '补做': 'repl'}

class Village:
    """orders: [dict(code, placed, due, lines=[(style, n, pack)])]; workers: {w: (minutes, {weekday}, {(style, step)})};
    std: {(style, step): minutes}; nsteps: {style: n}; rows: [(day, w|None, o, l, s, kind, n)]"""
    def __init__(self, name, orders, workers, std, nsteps, rows):
        self.name, self.orders, self.workers, self.std, self.nsteps, self.rows = name, orders, workers, std, nsteps, rows

def notebook():
    import openpyxl, unicodedata
    orders = []
    for ws in openpyxl.load_workbook(D + 'orders.xlsx'):
        rs = list(ws.iter_rows(values_only=True))
        lines = []
        for r in rs[4:]:
            if r[0] is None: break
            lines.append((r[1].strip(), int(unicodedata.normalize('NFKC', str(r[3])).replace(',', '')), int(r[5])))
        orders.append(dict(code=rs[1][0].split('：')[1], placed=rs[1][4].toordinal(), due=rs[1][6].toordinal(), lines=lines))
    steps, std = {}, {}
    for r in csv.DictReader(open(D + 'styles.csv', encoding='utf-8-sig')):
        l = steps.setdefault(r['款号'], [])
        if r['工序'] not in l: l.append(r['工序'])
        std[r['款号'], l.index(r['工序'])] = float(r['标准分钟'])
    workers = {}
    for r in csv.DictReader(open(D + 'workers.csv', encoding='utf-8-sig')):
        can = {(x.split('/')[0], steps[x.split('/')[0]].index(x.split('/')[1])) for x in r['会做'].split(';')}
        workers[r['工号']] = (int(r['每天可做分钟']), {'一二三四五六日'.index(c) for c in r['休息日']}, can)
    oi = {o['code']: i for i, o in enumerate(orders)}
    rows = []
    for r in csv.DictReader(open(D + 'notebook.csv', encoding='utf-8-sig')):
        day = dt.date.fromisoformat(r['日期']).toordinal()
        k = KIND.get(r['事项'])
        if not k: rows.append((day, None, None, None, None, 'money', 0)); continue
        o = oi[r['订单号']]
        l = [x[0] for x in orders[o]['lines']].index(r['款号'])
        s = steps[r['款号']].index(r['工序']) if r['工序'] else 0
        rows.append((day, r['工号'] or None, o, l, 0 if k == 'repl' else s, k, int(r['数量'])))
    return Village('notebook', orders, workers, std, {k: len(v) for k, v in steps.items()}, rows)
