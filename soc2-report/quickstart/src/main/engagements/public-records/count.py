#!/usr/bin/env python3
"""Counts what this folder holds a second time, without the library.

Run it in this folder: python3 count.py [--list]
"""
import csv
import json
import re
import sys
from datetime import datetime, timezone
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
PLANNED = ("maintenance", "migration", "upgrade", "brownout")
REVIEWS = ("reviewers", "reviewer", "reviewed-by")


def account(who):
    return who.get("email") or who.get("name")


def time(text):
    """A time as people write it: the hour may have one digit, and without an offset it is UTC."""
    padded = re.sub(r"[T ](\d):", r"T0\1:", text).replace("Z", "+00:00")
    read = datetime.fromisoformat(padded)
    return read if read.tzinfo else read.replace(tzinfo=timezone.utc)


# Changes: a reviewer who is another person than the author.
with open(FOLDER / "identities.csv", encoding="utf-8", newline="") as lines:
    person = {row["alias"]: row["person"] for row in csv.DictReader(lines)}
with open(FOLDER / "changes" / "kafka-2023.jsonl", encoding="utf-8") as lines:
    changes = [json.loads(line) for line in lines]
unreviewed, self_reviewed = [], []
for change in changes:
    author = person[account(change["author"])]
    reviewers = [person[account(one)] for trailer in change["trailers"]
                 if trailer["key"].lower() in REVIEWS for one in trailer["identities"]]
    if not reviewers:
        unreviewed.append(change["hash"])
    elif all(reviewer == author for reviewer in reviewers):
        self_reviewed.append(change["hash"])

# The register: the snapshot that lies in 2023, and what differs from the one before.
before, now = (json.loads((FOLDER / "register" / f"register-snapshot-{day}.json").read_text(encoding="utf-8"))["users"]
               for day in ("2021-09-27", "2023-09-26"))
old, new = ({user["id"]: user for user in users} for users in (before, now))
active = {name: {i for i, user in users.items() if user["status"] == "active"} for name, users in
          (("old", old), ("new", new))}
appeared = set(new) - set(old)
reactivated = (active["new"] & set(old)) - active["old"]
deactivated = (active["old"] & set(new)) - active["new"]
removed = active["old"] - set(new)
idle_with_groups = [i for i in new if i not in active["new"] and new[i]["groups"]]
contractors = [i for i in active["new"] if new[i]["contractor"]]

# Notices: incidents are those whose title names nothing that was planned.
incidents, planned = [], 0
for file in sorted((FOLDER / "notices").glob("*.md")):
    facts = dict(re.findall(r"^(\w+): *(.*?) *$", file.read_text(encoding="utf-8"), re.MULTILINE))
    if any(word in facts["title"].lower() for word in PLANNED):
        planned += 1
    else:
        hours = (time(facts["resolvedWhen"]) - time(facts["date"])).total_seconds() / 3600
        incidents.append((file.stem, facts["severity"], hours))
outages = [one for one in incidents if one[1] == "down"]
late = [name for name, _, hours in incidents if hours > 48]
backward = [name for name, _, hours in incidents if hours < 0]

# The posture scan: when it was made, and of how many resources it speaks.
findings = json.loads((FOLDER / "scan" / "prowler-aws.ocsf.json").read_text(encoding="utf-8"))
scanned = sorted({datetime.fromtimestamp(finding["time"], timezone.utc).date().isoformat() for finding in findings})
resources = {resource["uid"] for finding in findings for resource in finding["resources"]}

reviewed_badly = len(unreviewed) + len(self_reviewed)
print(f"changes                                           {len(changes):5}")
print(f"  without a reviewer                              {len(unreviewed):5}")
print(f"  reviewed by their author only                   {len(self_reviewed):5}")
print(f"deviations of PUB-CHG-01                          {reviewed_badly:5}  ({reviewed_badly / len(changes):.2%})")
print(f"entries of the register on 2023-09-26             {len(new):5}")
print(f"  not in force                                    {len(new) - len(active['new']):5}")
print(f"  not in force, and yet in a group                {len(idle_with_groups):5}")
print(f"  active contractors                              {len(contractors):5}")
print(f"  of these, without a day of expiry               {sum(not new[i]['expiryDate'] for i in contractors):5}")
print(f"joiners between 2021-09-27 and 2023-09-26         {len(appeared) + len(reactivated):5}"
      f"  ({len(appeared)} new, {len(reactivated)} back)")
print(f"leavers between 2021-09-27 and 2023-09-26         {len(deactivated) + len(removed):5}"
      f"  ({len(deactivated)} deactivated, {len(removed)} removed)")
print(f"notices of 2023                                   {len(incidents) + planned:5}")
print(f"  of what was planned                             {planned:5}")
print(f"  of incidents                                    {len(incidents):5}")
print(f"  of outages                                      {len(outages):5}"
      f"  ({sum(hours > 24 for _, _, hours in outages)} longer than a day)")
print(f"incidents of more than two days                   {len(late):5}")
print(f"incidents that ended before they began            {len(backward):5}")
print(f"findings of the scan                              {len(findings):5}"
      f"  (on {len(resources)} resources, {', '.join(scanned)})")
if "--list" in sys.argv:
    print("\n".join(sorted(unreviewed + self_reviewed)))
    print("\n".join(late + backward))
