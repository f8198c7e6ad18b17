#!/usr/bin/env bash
# Verifies a bundle by programs that are not ours and by the library, then changes one byte and sees each of them refuse.
#
#     check_bundle.sh BUNDLE "VKEY"
#
# Needs sha256sum, openssl, python3 with the package cryptography, and what the build needs. Works on a copy.
set -euo pipefail
cd "$(dirname "$0")/../.."

bundle=$(cd "$1" && pwd)
key=$2
python=${PYTHON:-/usr/bin/python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C

ours() { mvn -q -ntp ${MAVEN_OPTIONS:-} -Pquickstart -DskipTests -Denforcer.skip -Dspotless.check.skip "-Dbundle=$1" "-Dkey=$key" verify; }

sums() { (cd "$1" && find . -type f ! -name SHA256SUMS | sed 's|^\./||' | sort | xargs -d '\n' sha256sum > SHA256SUMS); }

refused() { # a program must say no, and why
    local name=$1 why=$2
    shift 2
    if "$@" > "$work/said" 2>&1; then
        echo "$name accepted what was changed"
        exit 1
    fi
    if ! grep -q "$why" "$work/said"; then
        echo "$name failed, and did not say '$why':"
        cat "$work/said"
        exit 1
    fi
    echo "$name refuses: $(grep "$why" "$work/said" | tail -n 1 | cut -c1-160)"
}

authority() { # a throw-away time-stamping authority
    cat > "$work/tsa.cnf" <<'CONF'
[req]
distinguished_name = name
prompt = no
x509_extensions = stamping
[name]
CN = throw-away authority
[stamping]
extendedKeyUsage = critical,timeStamping
keyUsage = critical,digitalSignature
[tsa]
default_tsa = authority
[authority]
serial = $ENV::TSA_WORK/serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
CONF
    export TSA_WORK=$work
    echo 01 > "$work/serial"
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -config "$work/tsa.cnf" -keyout "$work/tsa.key" -out "$work/tsa.pem" 2> /dev/null
}

stamp() { # over the checkpoint of a size, into the bundle
    openssl ts -query -data "$work/bundle/checkpoints/$1" -sha256 -cert -out "$work/query" 2> /dev/null
    mkdir -p "$work/bundle/timestamps"
    openssl ts -reply -config "$work/tsa.cnf" -queryfile "$work/query" -inkey "$work/tsa.key" -signer "$work/tsa.pem" \
        -out "$work/bundle/timestamps/$1.tsr" 2> /dev/null
}

stamped() { openssl ts -verify -in "$1/timestamps/$size.tsr" -data "$1/checkpoints/$size" -CAfile "$work/tsa.pem"; }
listed() { (cd "$1" && sha256sum --quiet -c SHA256SUMS); }
python() { "$python" -B .ci/verify/verify_bundle.py "$1" "$key"; }

cp -r "$bundle" "$work/bundle"
size=$(sed -n 2p "$work/bundle/checkpoint")
authority
stamp "$size"
sums "$work/bundle"

echo "sound:"
listed "$work/bundle" && echo "sha256sum accepts"
stamped "$work/bundle" 2> /dev/null | tail -n 1
python "$work/bundle"
ours "$work/bundle"

# One bit of the root in the checkpoint: the signature, the time stamp, the tree and the list do not fit any more.
cp -r "$work/bundle" "$work/checkpoint"
for file in checkpoint "checkpoints/$size"; do
    awk 'NR == 3 { $0 = (substr($0, 1, 1) == "A" ? "B" : "A") substr($0, 2) } 1' "$work/bundle/$file" > "$work/checkpoint/$file"
done
echo "a changed checkpoint:"
refused sha256sum FAILED listed "$work/checkpoint"
refused "openssl ts" "message imprint mismatch" stamped "$work/checkpoint"
refused python "^tampered: " python "$work/checkpoint"
refused "the library" "^tampered: " ours "$work/checkpoint"

# One byte of one entry, and a list of checksums that was written anew: only the tree tells.
cp -r "$work/bundle" "$work/entry"
entries=$(cd "$work/entry" && find tile/entries -type f | sort | head -n 1)
printf '~' | dd of="$work/entry/$entries" bs=1 seek=60 conv=notrunc status=none
refused sha256sum FAILED listed "$work/entry"
sums "$work/entry"
echo "a changed entry, and checksums written anew:"
listed "$work/entry" && echo "sha256sum accepts, as it must"
refused python "^tampered: " python "$work/entry"
refused "the library" "^tampered: " ours "$work/entry"
echo "the bundle holds, and what was changed is refused"
