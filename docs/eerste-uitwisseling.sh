#!/usr/bin/env bash
# Een eerste uitwisseling met de hand: alleen bash, curl, openssl en perl. Laat `./sluis demo` draaien in een
# ander venster en geef de map van de demo mee als die niet hier staat. Leest u dit, dan ziet u elke stap.
set -euo pipefail
PARTIJEN=${1:-.sluis/demo/site/eigen}
SLUIS=${SLUIS:-https://localhost:8443}
CA=$(dirname "$PARTIJEN")/uitgever/ca.pem
SCHOOL=00000099000000201000
CJG=00000099000000101000
OIN_SLUIS=00000099000000001000

b64() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
willekeurig() { openssl rand 16 | b64; }
# Een ES256-handtekening is r en s achter elkaar, elk 32 bytes; openssl geeft ze als DER.
onderteken() {
  openssl dgst -sha256 -sign "$1" | openssl asn1parse -inform DER |
    perl -ne 'print sprintf("%64s", $1) =~ tr/ /0/r if /INTEGER\s+:([0-9A-F]+)/' |
    perl -pe 's/(..)/chr hex $1/ge' | b64
}
jwt() { # kop, inhoud, sleutel
  local deel
  deel="$(printf %s "$1" | b64).$(printf %s "$2" | b64)"
  printf '%s.%s' "$deel" "$(printf %s "$deel" | onderteken "$3")"
}
als() { # partij, dan de rest van curl
  local wie=$PARTIJEN/$1
  shift
  curl --silent --show-error --cacert "$CA" --cert "$wie/certificaat.pem" \
    --key "$wie/certificaat-sleutel.pem" "$@"
}
veld() { perl -0777 -ne "print \$1 if /\"$1\":\"([^\"]*)\"/"; }
token() { # een verklaring, ondertekend met de sleutel van de partij, levert een token op (RFC 7523)
  local nu verklaring
  nu=$(date +%s)
  verklaring=$(jwt "{\"alg\":\"ES256\",\"kid\":\"$(<"$PARTIJEN/$1/kid.txt")\"}" \
    "{\"iss\":\"$1\",\"sub\":\"$1\",\"aud\":\"https://sluis.example\",\"jti\":\"$(willekeurig)\",\"iat\":$nu,\"exp\":$((nu + 50))}" \
    "$PARTIJEN/$1/ondertekensleutel.pem")
  als "$1" "$SLUIS/v1/token" -d grant_type=client_credentials \
    -d client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \
    -d client_assertion="$verklaring" | veld access_token
}

echo "1. De school haalt een token; het is alleen geldig met haar eigen certificaat."
TOKEN_SCHOOL=$(token $SCHOOL)

echo "2. Zij leest met welke sleutel Sluis straks de overhandiging bindt."
SLEUTELS=$(als $SCHOOL "$SLUIS/v1/sleutels")
BIND=$(printf %s "$SLEUTELS" | perl -0777 -ne '@k = /\{[^{}]*\}/g; print $k[1]')
CNF=$(printf '{"kty":"EC","crv":"P-256","x":"%s","y":"%s"}' \
  "$(printf %s "$BIND" | veld x)" "$(printf %s "$BIND" | veld y)")

echo "3. Zij maakt een bericht: elk gegeven een eigen onderdeel, aangevuld tot 32 digests."
ONDERDELEN=()
onderdeel() { ONDERDELEN+=("$(printf '["%s","%s",%s]' "$(willekeurig)" "$1" "$2" | b64)"); }
onderdeel handelend '{"id":"med-77","functie":"intern begeleider"}'
onderdeel K00 '{"vraag":"Hoe begin je een gesprek over thuis met een kind dat steeds stiller wordt?","onderwerp":"opvoeding"}'
DIGESTS=$({
  for o in "${ONDERDELEN[@]}"; do printf %s "$o" | openssl dgst -sha256 -binary | b64 && echo; done
  for ((i = ${#ONDERDELEN[@]}; i < 32; i++)); do openssl rand 32 | b64 && echo; done
} | LC_ALL=C sort | perl -pe 's/^(.*)$/"$1"/; s/\n/,/' | sed 's/,$//')
NU=$(date +%s)
BERICHT=$(jwt "{\"alg\":\"ES256\",\"kid\":\"$(<"$PARTIJEN/$SCHOOL/kid.txt")\",\"typ\":\"sluis-bericht+sd-jwt\"}" \
  "{\"iss\":\"$SCHOOL\",\"aud\":\"$OIN_SLUIS\",\"jti\":\"$(willekeurig)\",\"iat\":$NU,\"exp\":$((NU + 300)),\"doel\":\"consultatie-anoniem\",\"van\":{\"oin\":\"$SCHOOL\",\"rol\":\"school-ib\"},\"aan\":{\"oin\":\"$CJG\",\"rol\":\"cjg-coach\"},\"cnf\":{\"jwk\":$CNF},\"_sd_alg\":\"sha-256\",\"_sd\":[$DIGESTS]}" \
  "$PARTIJEN/$SCHOOL/ondertekensleutel.pem")
for o in "${ONDERDELEN[@]}"; do BERICHT+="~$o"; done
BERICHT+="~"

echo "4. Zij stuurt het. Het antwoord noemt de uitkomst, de regel en het bewijs uit het logboek:"
ANTWOORD=$(als $SCHOOL "$SLUIS/v1/berichten" -H "Authorization: Bearer $TOKEN_SCHOOL" \
  -H 'Content-Type: application/sd-jwt' --data-binary "$BERICHT")
printf '%s\n' "$ANTWOORD"
PAKKET=$(printf %s "$ANTWOORD" | veld pakket)

echo "5. Het CJG haalt het op met een eigen token. Dit is de verstrekking; zij staat dan al in het logboek."
TOKEN_CJG=$(token $CJG)
OPGEHAALD=$(als $CJG -X POST "$SLUIS/v1/postbus/$PAKKET/uitreikingen" -H "Authorization: Bearer $TOKEN_CJG")
printf '%s' "$OPGEHAALD" | veld bericht | cut -c1-100
printf %s "$OPGEHAALD" | veld bericht | tr '~' '\n' | sed -n 2p | tr '_-' '/+' |
  perl -pe 's/\s+$//; $_ .= "=" x (-length($_) % 4)' | openssl base64 -d -A && echo

echo "6. Het CJG bevestigt; vanaf nu bewaart Sluis geen inhoud meer."
als $CJG -X POST "$SLUIS/v1/postbus/$PAKKET/bevestigingen" -H "Authorization: Bearer $TOKEN_CJG" \
  --output /dev/null --write-out 'antwoord %{http_code}\n'
