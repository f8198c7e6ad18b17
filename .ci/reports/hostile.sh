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

convert() { # kind of file, folder, arguments; LibreOffice ends after some 250 files without a word, so in portions
    local kind=$1 folder=$2
    shift 2
    find "$left" -name "*.$kind" -print0 | sort -z \
        | HOME=$work xargs -0 -n 100 soffice --headless "$@" --convert-to fods --outdir "$folder" >/dev/null 2>&1
    local all opened
    all=$(find "$left" -name "*.$kind" | wc -l)
    opened=$(find "$folder" -name '*.fods' | wc -l)
    echo "$opened of $all files of $kind opened"
    test "$all" -gt 0 && test "$opened" -eq "$all"
}

convert xlsx "$work/books"
# The last field of the filter makes LibreOffice compute whatever looks like a formula.
convert csv "$work/tables" --infilter='CSV:44,34,76,1,,0,false,true,false,false,false,0,true'
if grep -rlE 'table:formula=' "$work/books" "$work/tables"; then
    echo "these became formulas"
    exit 1
fi
echo "no formula"
