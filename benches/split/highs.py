"""The split as a mixed integer program, solved by HiGHS.

    highs.py INSTANCES ANSWERS SECONDS      INSTANCES: a list of what `petalwork split` reads

Writes a list into ANSWERS with, for each: how many pieces can be placed; with as many placed, how small the largest fill can be; whether
each is proved, and the seconds that it took.
"""

import json
import math
import sys
from datetime import date, timedelta

import highspy
import numpy as np


class Program:
    """Columns and rows, gathered before they are handed over."""

    def __init__(self):
        self.lower, self.upper, self.whole, self.cost = [], [], [], []
        self.rows = []

    def column(self, upper, whole=True, cost=0.0):
        self.lower.append(0.0)
        self.upper.append(float(upper))
        self.whole.append(whole)
        self.cost.append(float(cost))
        return len(self.upper) - 1

    def row(self, terms, lower=-highspy.kHighsInf, upper=highspy.kHighsInf):
        self.rows.append((terms, float(lower), float(upper)))

    def solve(self, seconds, sense):
        solver = highspy.Highs()
        solver.silent()
        for option, value in [("time_limit", max(seconds, 1.0)), ("mip_rel_gap", 0.0), ("mip_abs_gap", 0.0), ("threads", 1)]:
            solver.setOptionValue(option, value)
        count = len(self.upper)
        solver.addVars(count, np.array(self.lower), np.array(self.upper))
        columns = np.arange(count, dtype=np.int32)
        solver.changeColsCost(count, columns, np.array(self.cost))
        kinds = [highspy.HighsVarType.kInteger if whole else highspy.HighsVarType.kContinuous for whole in self.whole]
        solver.changeColsIntegrality(count, columns, np.array(kinds))
        starts, indices, values = [], [], []
        for terms, _, _ in self.rows:
            starts.append(len(indices))
            for column, value in terms:
                indices.append(column)
                values.append(float(value))
        solver.addRows(
            len(self.rows),
            np.array([row[1] for row in self.rows]),
            np.array([row[2] for row in self.rows]),
            len(indices),
            np.array(starts, dtype=np.int32),
            np.array(indices, dtype=np.int32),
            np.array(values),
        )
        solver.changeObjectiveSense(sense)
        solver.run()
        info = solver.getInfo()
        proved = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        return proved, info.objective_function_value, info.mip_dual_bound, solver.getRunTime()


def offered(worker, today, until):
    """Hundredths of minutes that she offers from today through a day."""
    off = set(worker.get("days_off", []))
    days = (until - today).days + 1
    working = sum((today + timedelta(ahead)).isoweekday() not in off for ahead in range(max(days, 0)))
    return working * hundredths(worker["minutes_per_day"])


def hundredths(minutes):
    return round(minutes * 100)


def solve(instance, seconds):
    today = date.fromisoformat(instance["today"])
    jobs, workers = instance["jobs"], instance["workers"]
    dues = sorted({date.fromisoformat(job["due"]) for job in jobs})
    last = max([today, *dues])
    program = Program()
    pieces_of = [[] for _ in jobs]  # columns, with the pieces that one of each stands for
    odd_of = [[] for _ in jobs]
    fills = []
    locked_in_all = sum(sum(job.get("lock", {}).values()) for job in jobs)
    for worker in workers:
        given = []  # (due, column, time)
        locked = []  # (due, time)
        for place, job in enumerate(jobs):
            minutes = worker.get("minutes_per_piece", {}).get(job["id"])
            if minutes is None:
                continue
            due, pace, pack = date.fromisoformat(job["due"]), hundredths(minutes), job.get("pack", 1)
            lock = job.get("lock", {})
            if worker["id"] in lock:
                locked.append((due, lock[worker["id"]] * pace))
                continue
            left = job["pieces"] - sum(lock.values())
            most = min(left, worker.get("max", {}).get(job["id"], left))
            share = [(program.column(most // pack, cost=pack), pack)]
            if pack > 1:
                odd, is_odd = program.column(pack - 1, cost=1), program.column(1)
                program.row([(odd, 1), (is_odd, 1 - pack)], upper=0)
                odd_of[place].append(is_odd)
                share.append((odd, 1))
            program.row(share, upper=most)
            least = worker.get("min", {}).get(job["id"], 0)
            if least > 0:
                any_ = program.column(1)
                program.row([*share, (any_, -least)], lower=0)
                program.row([*share, (any_, -most)], upper=0)
            pieces_of[place] += share
            given += [(due, column, pieces * pace) for column, pieces in share]
        in_hand = hundredths(worker.get("in_hand_minutes", 0))
        for until in dues:
            free = offered(worker, today, until) - in_hand - sum(time for due, time in locked if due <= until)
            program.row([(column, time) for due, column, time in given if due <= until], upper=max(free, 0))
        worked = hundredths(worker.get("worked_minutes", 0))
        of = worked + offered(worker, today, last)
        if of > 0 and (given or locked):
            used = worked + in_hand + sum(time for _, time in locked)
            fills.append(([(column, time) for _, column, time in given], used, of))
    for place, job in enumerate(jobs):
        program.row(pieces_of[place], upper=job["pieces"] - sum(job.get("lock", {}).values()))
        program.row([(column, 1) for column in odd_of[place]], upper=1)

    proved, value, bound, took = program.solve(seconds, highspy.ObjSense.kMaximize)
    placed = round(value)

    program.cost = [0.0] * len(program.cost)
    largest = program.column(highspy.kHighsInf, whole=False, cost=1)
    program.row([term for share in pieces_of for term in share], lower=placed)
    for terms, used, of in fills:
        program.row([*((column, time / of) for column, time in terms), (largest, -1)], upper=-used / of)
    fill_proved, fill, fill_bound, fill_took = program.solve(seconds - took, highspy.ObjSense.kMinimize)
    return {
        "placed": placed + locked_in_all,
        "placed_proved": proved,
        "placed_bound": bound + locked_in_all,
        "largest_fill": fill if fill_proved else None,
        "fill_proved": fill_proved,
        "fill_bound": fill_bound if math.isfinite(fill_bound) else 0.0,
        "seconds": [took, fill_took],
    }


def main():
    with open(sys.argv[1], encoding="utf-8") as asked:
        instances = json.load(asked)
    answers = [solve(instance, float(sys.argv[3])) for instance in instances]
    with open(sys.argv[2], "w", encoding="utf-8") as told:
        json.dump(answers, told)


main()
