#!/usr/bin/env bash
# What the tests of soc2-report left of hostile strings, in a browser and in a spreadsheet program.
# usage: hostile.sh TOOLS FOLDER, after setup.sh TOOLS
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tools=$(cd "$1" && pwd)
left=$(cd "$2" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here"/*.mjs "$tools"

node "$tools/hostile.mjs" "$left/calm.html" "$left"/*-soc2.html

HOME=$work soffice --headless --convert-to fods --outdir "$work/books" "$left"/*.xlsx >/dev/null 2>&1
# The last field of the filter makes LibreOffice compute whatever looks like a formula.
HOME=$work soffice --headless --infilter='CSV:44,34,76,1,,0,false,true,false,false,false,0,true' \
    --convert-to fods --outdir "$work/tables" "$left"/*.csv >/dev/null 2>&1
books=$(find "$work/books" -name '*.fods' | wc -l)
tables=$(find "$work/tables" -name '*.fods' | wc -l)
test "$books" -eq "$(find "$left" -name '*.xlsx' | wc -l)"
test "$tables" -eq "$(find "$left" -name '*.csv' | wc -l)"
if grep -rlE 'table:formula=' "$work/books" "$work/tables"; then
    echo "these became formulas"
    exit 1
fi
echo "$books workbooks and $tables tables opened, no formula"
