#!/usr/bin/env bash
# The reports of one engagement under programs that are not ours; stops at the first fault.
# usage: check.sh TOOLS REPORTS, after setup.sh TOOLS
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tools=$(cd "$1" && pwd)
reports=$(cd "$2" && pwd)
npm=$tools/node_modules
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Modules are looked for beside the script that asks.
cp "$here"/*.mjs "$tools"

check() {
    printf -- '-- %s\n' "$1"
    shift
    "$@"
}

formulas() { # LibreOffice's own reading of the workbooks
    HOME=$work soffice --headless --convert-to fods --outdir "$work" "$@" >/dev/null 2>&1
    local book
    for book in "$@"; do
        book=$work/$(basename "${book%.*}").fods
        test -s "$book"
        if grep -o 'table:formula="[^"]*"' "$book" | head -3 | grep .; then
            echo "formulas in $book"
            return 1
        fi
    done
}

sarif() { # the tool ends with 0 whatever it finds: its findings are counted
    DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 "$npm/@microsoft/sarif-multitool-linux/Sarif.Multitool" validate "$1" \
        --rule-kind 'Sarif;Ghas' --level 'Error;Warning' --kind Fail -o "$work/findings.sarif" --log ForceOverwrite >/dev/null
    jq -e '[.runs[].results[]? | select(.level == "error")] | length == 0' "$work/findings.sarif"
}

mapfile -t pages < <(find "$reports" -name '*.html' -not -path '*/bundle/*' | sort)
# Working papers come from one template: a browser looks at each tenth, which saves minutes.
mapfile -t looked < <(printf '%s\n' "${pages[@]}" | awk '!/\/workpapers\/control-/ || n++ % 10 == 0')
mapfile -t documents < <(find "$reports" -name '*.pdf' | sort)
mapfile -t books < <(find "$reports" -name '*.xlsx' | sort)

# Unlike browsers, Nu takes every file for an origin of its own, where 'self' allows nothing: not even what lies beside it.
check "Nu HTML checker" java -jar "$npm/vnu-jar/build/dist/vnu.jar" --Werror --format gnu \
    --filterpattern '.*external (stylesheet|script) “report\.(css|js)” blocked by.*' "${pages[@]}"
check "Accessibility, offline, no scrolling sideways" node "$tools/accessible.mjs" "${looked[@]}"
check "Readable without script and style" node "$tools/bare.mjs" "${looked[@]}"
for document in "${documents[@]}"; do
    check "PDF/UA-1 $document" java -cp "$tools/pdf/*" org.verapdf.apps.GreenfieldCliWrapper --format text --flavour ua1 "$document"
    check "PDF/A-3a $document" java -cp "$tools/pdf/*" org.verapdf.apps.GreenfieldCliWrapper --format text --flavour 3a "$document"
done
check "Workbooks by another library" node "$tools/workbook.mjs" "${books[@]}"
check "Workbooks by LibreOffice" formulas "${books[@]}"
check "SARIF schema" java -cp "$tools/json/*" "$here/JsonCheck.java" \
    "$npm/@microsoft/sarif-multitool-linux/sarif-2.1.0.json" "$reports/ci/report.sarif"
check "SARIF rules" sarif "$reports/ci/report.sarif"
check "JUnit schema" xmllint --noout --schema "$here/junit-10.xsd" "$reports/ci/junit.xml"
check "OSCAL schema and constraints" java -cp "$tools/oscal/*" "$here/OscalCheck.java" "$reports"/oscal/*.json
echo "no fault in the reports of $(basename "$reports")"
