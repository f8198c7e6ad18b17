#!/usr/bin/env python3
"""Counts the deviations of this folder a second time, without the library.

Run it in this folder: python3 count.py [--list]
"""
import csv
import json
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent

with open(FOLDER / "identities.csv", encoding="utf-8", newline="") as lines:
    person = {row["alias"]: row["person"] for row in csv.DictReader(lines)}
with open(FOLDER / "evidence" / "changes.jsonl", encoding="utf-8") as lines:
    changes = [json.loads(line) for line in lines]

unreviewed, self_reviewed, same_account, untraced = [], [], [], []
for change in changes:
    facts, author = change["attributes"], change["actor"]
    if not facts["reviewers"]:
        unreviewed.append(change["id"])
    elif all(person[reviewer] == person[author] for reviewer in facts["reviewers"]):
        self_reviewed.append(change["id"])
        if all(reviewer == author for reviewer in facts["reviewers"]):
            same_account.append(change["id"])
    if facts["revert"] and not (facts["tickets"] or "pullRequest" in facts or "reverts" in facts):
        untraced.append(change["id"])
deviations = sorted(unreviewed + self_reviewed)

print(f"changes                                      {len(changes):5}")
print(f"  without a reviewer                         {len(unreviewed):5}")
print(f"  reviewed by their author only              {len(self_reviewed):5}")
print(f"    of these, under the very same account    {len(same_account):5}")
print(f"deviations of KAFKA-CHG-01                   {len(deviations):5}  ({len(deviations) / len(changes):.2%})")
print(f"reverts                                      {sum(c['attributes']['revert'] for c in changes):5}")
print(f"deviations of KAFKA-CHG-02                   {len(untraced):5}")
if "--list" in sys.argv:
    print("\n".join(deviations))
