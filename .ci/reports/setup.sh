#!/usr/bin/env bash
# Fetches the programs that check.sh runs, into a folder of their own: about 350 MB. Needs Debian's packages, the
# artifact repository and the npm registry; nothing is kept in the project.
# usage: setup.sh TOOLS
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
tools=$(cd "$1" && pwd)

missing=()
test -x /usr/bin/chromium || missing+=(chromium)
command -v soffice >/dev/null || missing+=(libreoffice-calc-nogui libreoffice-writer-nogui)
command -v xmllint >/dev/null || missing+=(libxml2-utils)
command -v jq >/dev/null || missing+=(jq)
if [ ${#missing[@]} -gt 0 ]; then
    echo "installing ${missing[*]}"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" fonts-dejavu-core >/dev/null
fi

copy=org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies
for checker in oscal json pdf; do
    test -d "$tools/$checker" && continue
    mvn -q -B -ntp -f "$here/$checker.xml" $copy -DoutputDirectory="$tools/$checker.part" -DincludeScope=runtime
    mv "$tools/$checker.part" "$tools/$checker"
done

cp "$here/package.json" "$tools/package.json"
(cd "$tools" && npm install --no-audit --no-fund --no-package-lock --silent)
