#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compare `harvest wash` with another program, or with a ledger kept share by share.

    compare_with_reference.py HARVEST --count 20000 [--seed 1] [--profile busy]
    compare_with_reference.py HARVEST --cases FILE
    compare_with_reference.py HARVEST --count 20000 --reference 'COMMAND'

Without --reference and --cases, random ledgers are compared with the one below, which knows no
runs and no index: it keeps every single share and looks through all of them for each share that is
sold at a loss. FILE has a ledger a line with a member `expected`; COMMAND reads ledgers a line each
and answers {"id", "result"} as `harvest wash` does, and need not say all that it says.

Amounts are compared as exact fractions. The exit status is 0 only when every ledger agrees. This is
not a part of `swift test`; it needs Python 3.9 and no package.
"""
import argparse
import itertools
import json
import random
import shlex
import subprocess
import sys
from datetime import date, timedelta
from fractions import Fraction

ACCOUNTS = [
    {"id": "own", "type": "taxable"},
    {"id": "second", "type": "taxable"},
    {"id": "theirs", "type": "taxable", "owner": "spouse"},
    {"id": "ira", "type": "ira"},
    {"id": "roth", "type": "roth", "owner": "spouse"},
]
# Accounts, symbols, records, days, most shares of a purchase, chance of a gift and of a time.
PROFILES = {
    "single": (1, ["A"], (3, 12), 120, 8, 0.0, 0.0),
    "household": (5, ["A"], (6, 24), 150, 6, 0.1, 0.1),
    "identical": (3, ["A", "B", "C"], (8, 24), 120, 6, 0.1, 0.0),
    "busy": (2, ["A"], (20, 45), 70, 5, 0.05, 0.2),
}


# Random ledgers: what is sold is drawn from the single shares that are held at that moment.


def moment(record):
    """The order of a day: purchases, then timed records, then sales."""
    time = record.get("time", "")
    place = 1 if time else 0 if record["type"] in ("buy", "receive") else 2
    return record["date"], place, time


def drawn_ledger(rng, profile):
    accounts, symbols, counts, days, most, gifts, times = PROFILES[profile]
    accounts = ACCOUNTS[:accounts]
    start = date(rng.choice([2023, 2024]), rng.choice([2, 6, 10, 11, 12]), rng.randint(1, 28))
    records, price = [], {symbol: rng.randint(20, 60) for symbol in symbols}
    offsets = sorted(rng.randint(0, days) for _ in range(rng.randint(*counts)))
    if rng.random() < 0.4:
        offsets.insert(0, -rng.choice([180, 335, 350, 365, 366, 367, 500]))
    events = []
    for number, offset in enumerate(offsets):
        kind = "sell" if number and rng.random() < 0.5 else "buy"
        if kind == "buy" and rng.random() < gifts:
            kind = "receive"
        event = {"date": (start + timedelta(days=offset)).isoformat(), "type": kind}
        if rng.random() < times:
            event["time"] = f"{rng.randint(10, 15)}:{rng.randint(0, 59):02d}:00"
        events.append(event)
    left = {}  # of each lot: account, symbol, acquired, moment, shares
    sellers = None
    for number, event in enumerate(sorted(events, key=moment)):
        record = {"id": f"r{number:03d}", **event}
        symbol = rng.choice(symbols)
        price[symbol] = max(1, price[symbol] + rng.randint(-5, 4))
        account = rng.choice(accounts)["id"]
        if event["type"] == "sell":
            sellers = [k for k, v in left.items() if v[4] and v[3] < moment(event)]
            if not sellers:
                continue
            account, symbol = left[rng.choice(sellers)][:2]
        cents = 100 * price[symbol] + (rng.randint(-99, 99) if rng.random() < 0.5 else 0)
        record.update(account=account, symbol=symbol, price=str(Fraction(max(cents, 1), 100)))
        if rng.random() < 0.15:
            record["fee"] = rng.choice(["1", "4.95"])
        if event["type"] == "sell":
            mine = [k for k in sellers if left[k][:2] == [account, symbol]]
            if rng.random() < 0.3:
                rng.shuffle(mine)
                mine = mine[: rng.randint(1, len(mine))]
                named = {k: rng.randint(1, left[k][4]) for k in mine}
                record["lots"] = [{"lot": k, "qty": str(q)} for k, q in named.items()]
            else:
                total = sum(left[k][4] for k in mine)
                wanted = total if rng.random() < 0.3 else rng.randint(1, total)
                named = {}
                for k in sorted(mine, key=lambda k: (left[k][2], left[k][3], k)):
                    named[k] = min(wanted, left[k][4])
                    wanted -= named[k]
            for k, shares in named.items():
                left[k][4] -= shares
            record["qty"] = str(sum(named.values()))
        else:
            shares, acquired = rng.randint(1, most), event["date"]
            record["qty"] = str(shares)
            if event["type"] == "receive":
                given = date.fromisoformat(acquired) - timedelta(rng.choice([0, 90, 400]))
                acquired, basis = given.isoformat(), str(shares * price[symbol])
                record = {k: v for k, v in record.items() if k not in ("price", "fee")}
                record.update(kind="gift", acquired=acquired, basis=basis, qty=str(shares))
            left[record["id"]] = [account, symbol, acquired, moment(event), shares]
        records.append(record)
    ledger = {"accounts": accounts, "transactions": rng.sample(records, len(records))}
    if len(symbols) > 1:
        ledger["groups"] = [{"id": "AB", "members": [{"symbol": "A"}, {"symbol": "B"}]}]
    return ledger


# A ledger of single shares.


class Share:
    def __init__(self, record, account, position, cost):
        self.record, self.account, self.position = record, account, position
        self.lot, self.symbol = record["id"], record["symbol"]
        self.acquired = date.fromisoformat(record.get("acquired", record["date"]))
        self.bought = date.fromisoformat(record["date"])
        self.moment = moment(record)
        self.cost, self.start = cost, self.acquired
        self.replaces = False
        self.sale = None
        self.price = None
        self.loss, self.replacement, self.lost = Fraction(0), None, False

    @property
    def is_retirement(self):
        return self.account["type"] in ("ira", "roth")

    @property
    def place(self):
        """Of one moment, taxable accounts and the taxpayer's come first."""
        theirs = self.account.get("owner", "self") != "self"
        return self.moment, 2 * self.is_retirement + theirs, self.lot, self.position


def kept_by_shares(ledger):
    accounts = {account["id"]: account for account in ledger["accounts"]}
    members = {m["symbol"]: g["id"] for g in ledger.get("groups", []) for m in g["members"]}
    records = sorted(ledger["transactions"], key=lambda r: (moment(r), r["id"]))
    shares = []
    for record in records:
        if record["type"] in ("buy", "receive"):
            count = int(record["qty"])
            paid = Fraction(record.get("basis", "0")) + Fraction(record.get("fee", "0"))
            paid += count * Fraction(record.get("price", "0"))
            account = accounts[record["account"]]
            shares += [Share(record, account, n, paid / count) for n in range(count)]
    sold = []
    for record in records:
        if record["type"] != "sell":
            continue
        count = int(record["qty"])
        each = Fraction(record["price"]) - Fraction(record.get("fee", "0")) / count
        mine = [s for s in shares if s.sale is None and s.moment < moment(record)
                and (s.record["account"], s.symbol) == (record["account"], record["symbol"])]
        mine.sort(key=lambda s: (s.acquired, s.moment, s.lot, s.position))
        chosen = mine[:count]
        if "lots" in record:
            chosen = []
            for named in record["lots"]:
                chosen += [s for s in mine if s.lot == named["lot"]][: int(named["qty"])]
        assert len(chosen) == count, "the ledger sells what is not held"
        for share in chosen:
            share.sale, share.price = record, each
        sold += chosen
    taxed = [s for s in sold if not s.is_retirement]
    taxed.sort(key=lambda s: (moment(s.sale), s.acquired, s.place, s.sale["id"]))
    candidates = sorted((s for s in shares if s.record["type"] == "buy"), key=lambda s: s.place)
    group = lambda share: members.get(share.symbol, share.symbol)
    for share in taxed:
        if share.price >= share.cost:
            continue
        day = date.fromisoformat(share.sale["date"])
        for other in candidates:
            if (not other.replaces and other.lot != share.lot
                    and group(other) == group(share)
                    and abs((other.bought - day).days) <= 30
                    and (other.sale is None or moment(other.sale) > moment(share.sale))):
                other.replaces = True
                share.loss, share.replacement = share.cost - share.price, other.lot
                share.lost = other.is_retirement
                if not share.lost:
                    other.cost += share.loss
                    other.start -= day - share.start
                break
    return summary_of_shares(taxed, [s for s in shares if s.sale is None])


def is_long_term(start, sold):
    first = start + timedelta(days=1)
    return (sold.year, sold.month, sold.day) >= (first.year + 1, first.month, first.day)


class Sums(dict):
    """Amounts under keys, added up one by one."""

    def add(self, key, *amounts):
        amounts = [Fraction(amount) for amount in amounts]
        self[key] = [a + b for a, b in zip(self[key], amounts)] if key in self else amounts


def summary_of_shares(sold, left):
    sales, matches, lots, years = Sums(), Sums(), Sums(), Sums()
    for s in sold:
        day = date.fromisoformat(s.sale["date"])
        is_long = is_long_term(s.start, day)
        key = s.sale["id"], s.lot, s.start.isoformat(), s.cost
        lost = s.loss if s.lost else 0
        net = s.price - s.cost + s.loss
        sales.add((*key, "LT" if is_long else "ST"), 1, s.price, s.cost, s.loss, lost)
        years.add(str(day.year), 0 if is_long else net, net if is_long else 0, s.loss, lost)
        if s.replacement:
            matches.add((*key, s.replacement, s.lost), 1, s.loss)
    for s in left:
        lots.add((s.lot, s.start.isoformat(), s.cost, s.replaces), 1)
    return {"sales": sales, "matches": matches, "lots": lots, "years": years}


def summary_of_answer(result):
    """The answer of `harvest wash` in the same words."""
    sales, matches, lots, years = Sums(), Sums(), Sums(), Sums()
    columns = "qty", "proceeds", "basis", "disallowed", "permanent"
    for row in result["sales"]:
        cost = Fraction(row["basis"]) / Fraction(row["qty"])
        key = row["sale"], row["lot"], row["adj_acquired"], cost
        sales.add((*key, row["term"]), *(row[column] for column in columns))
        for match in row["matches"]:
            matches.add(
                (*key, match["replacement"], match["permanent"]), match["qty"], match["loss"])
    for lot in result["lots"]:
        cost = Fraction(lot["basis"]) / Fraction(lot["qty"])
        lots.add((lot["lot"], lot["adj_acquired"], cost, lot["replacement"]), lot["qty"])
    for year, sums in result["years"].items():
        years.add(year, *(sums[column] for column in ("ST", "LT", "disallowed", "permanent")))
    return {"sales": sales, "matches": matches, "lots": lots, "years": years}


# Comparison.


def difference(wanted, found, path=""):
    """Where an answer differs from what is wanted, or says less; None where it agrees."""
    if isinstance(wanted, dict):
        if not isinstance(found, dict):
            return f"{path}: {found!r} is no object"
        for key, value in wanted.items():
            here = f"{path}.{key}"
            told = f"{here}: absent" if key not in found else difference(value, found[key], here)
            if told:
                return told
        return None
    if isinstance(wanted, list):
        if not isinstance(found, list) or len(wanted) != len(found):
            return f"{path}: {found!r}, not {wanted!r}"
        pairs = enumerate(zip(wanted, found))
        return next(filter(None, (difference(a, b, f"{path}[{i}]") for i, (a, b) in pairs)), None)
    try:
        same = Fraction(str(wanted)) == Fraction(str(found))
    except (ValueError, ZeroDivisionError):
        same = wanted == found
    return None if same else f"{path}: {found}, not {wanted}"


def answers(command, ledgers):
    """The answers of a program by the names of the ledgers."""
    questions = ({k: v for k, v in l.items() if k != "expected"} for l in ledgers)
    lines = "".join(json.dumps(question) + "\n" for question in questions)
    run = subprocess.run(command, input=lines, capture_output=True, text=True)
    return {a.get("id"): a for a in map(json.loads, filter(str.strip, run.stdout.splitlines()))}


def told(ledger, answer, reference):
    if answer is None or "result" not in answer:
        return f"no ledger: {answer}"
    if reference is not None:
        return difference(reference.get("result", reference), answer["result"])
    if "expected" in ledger:
        return difference(ledger["expected"], answer["result"])
    wanted, found = kept_by_shares(ledger), summary_of_answer(answer["result"])
    for part in wanted:
        for key in itertools.chain(wanted[part], found[part]):
            if wanted[part].get(key) != found[part].get(key):
                return f"{part} {key}: {found[part].get(key)}, not {wanted[part].get(key)}"
    return None


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("harvest")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--profile", choices=PROFILES, help="all of them where none is given")
    parser.add_argument("--cases")
    parser.add_argument("--reference")
    options = parser.parse_args()
    if options.cases:
        with open(options.cases, encoding="utf-8") as file:
            ledgers = [json.loads(line) for line in file if line.strip()]
        if any("expected" not in ledger for ledger in ledgers) and not options.reference:
            sys.exit("a ledger of the file has no member expected")
    else:
        profiles = [options.profile] if options.profile else list(PROFILES)
        ledgers = []
        for index in range(options.count):
            profile = profiles[index % len(profiles)]
            name = f"{profile}-{options.seed}-{index}"
            ledgers.append({"id": name, **drawn_ledger(random.Random(name), profile)})
    agreeing = washed = 0
    for start in range(0, len(ledgers), 500):
        part = ledgers[start : start + 500]
        found = answers([options.harvest, "wash", "-"], part)
        others = answers(shlex.split(options.reference), part) if options.reference else None
        for ledger in part:
            answer = found.get(ledger["id"])
            if others is not None and ledger["id"] not in others:
                problem = "the reference gives no answer"
            else:
                problem = told(ledger, answer, others and others[ledger["id"]])
            agreeing += problem is None
            if problem:
                print(f"{ledger['id']}: {problem}")
            elif any(Fraction(row["disallowed"]) for row in answer["result"]["sales"]):
                washed += 1
    print(f"{agreeing} of {len(ledgers)} ledgers agree, {washed} with a wash sale")
    sys.exit(0 if ledgers and agreeing == len(ledgers) else 1)


if __name__ == "__main__":
    main()
