# Rekent na wat in deze map staat. Draai, in deze map, met de sleutel van het logboek die u langs een andere weg kent:
#   sh nareken.sh 'naam+aanwijzer+base64' [certificaat-van-de-tijdstempeldienst.pem]
# Nodig: sh, awk, sed, od, base64 en openssl 3. Er wordt niets opgehaald en niets verstuurd.
set -eu
naam=${1%%+*} rest=${1#*+} wortel=${2:-} map=$(mktemp -d)
trap 'rm -rf "$map"' EXIT
fout() { echo "NIET IN ORDE: $1" >&2; exit 1; }
knoop() { { printf '\001'; cat "$1" "$2"; } | openssl dgst -sha256 -binary > "$map/knoop"; }
tekst() { awk '/^$/ { exit } { print }' "$1"; }
los() { printf %s "$1" | base64 -d; }

# ondertekend BESTAND NAAM AANWIJZER SLEUTEL: zet de handtekening in teken, en ervoor wat de getuige erbij schreef.
ondertekend() {
  rm -f "$map/regel"
  awk -v naam="$2" 'na && $2 == naam { print $3 } /^$/ { na = 1 }' "$1" > "$map/regels"
  while read -r regel; do
    los "$regel" > "$map/proef"
    [ "$(head -c 4 "$map/proef" | od -An -tx1 | tr -d ' \n')" != "$3" ] || mv "$map/proef" "$map/regel"
  done < "$map/regels"
  [ -f "$map/regel" ] || return 1
  tail -c 64 "$map/regel" > "$map/teken"
  { printf '\060\052\060\005\006\003\053\145\160\003\041\000'; los "$4" | tail -c 32; } > "$map/sleutel"
}
klopt() {
  openssl pkeyutl -verify -pubin -keyform DER -inkey "$map/sleutel" -rawin -in "$1" -sigfile "$map/teken" \
    > /dev/null 2>&1
}

# Het nieuwste checkpoint, met de sleutel die u kent.
tekst checkpoint > "$map/nieuw"
[ "$(sed -n 1p "$map/nieuw")" = "$naam" ] || fout 'dit is een ander logboek'
ondertekend checkpoint "$naam" "${rest%%+*}" "${rest#*+}" || fout 'deze sleutel heeft het checkpoint niet getekend'
klopt "$map/nieuw" || fout 'de handtekening onder het checkpoint klopt niet'
rijen=$(sed -n 2p "$map/nieuw")
echo "In orde: $naam telt $rijen rijen, getekend met uw sleutel."

# Wat getuigen tekenden, met hun sleutels uit het bestand getuigen: vergelijk die met wat de getuigen zelf noemen.
while read -r getuige; do
  deel=${getuige#*+} gezien=nee
  for bestand in checkpoint eerder/*; do
    [ -f "$bestand" ] && ondertekend "$bestand" "${getuige%%+*}" "${deel%%+*}" "${deel#*+}" || continue
    sinds=$(head -c 12 "$map/regel" | tail -c 8 | od -An -tu1 | awk '{ for (i = 1; i <= NF; i++) n = n * 256 + $i } END { printf "%d", n }')
    { printf 'cosignature/v1\ntime %s\n' "$sinds"; tekst "$bestand"; } > "$map/bericht"
    klopt "$map/bericht" || fout "de handtekening van getuige ${getuige%%+*} onder $bestand klopt niet"
    gezien="$(tekst "$bestand" | sed -n 2p) rijen, op tijdstip $sinds (seconden sinds 1970)"
  done
  echo "Getuige ${getuige%%+*}: $gezien."
done < getuigen

# Elk eerder checkpoint is het begin van het nieuwste (RFC 9162, 2.1.4.2).
for bestand in samenhang/*; do
  [ -f "$bestand" ] || continue
  n=$(sed -n 's/^old //p' "$bestand") m=$rijen
  tekst "eerder/$n" > "$map/oud"
  [ "$(sed -n 1,2p "$map/oud")" = "$naam
$n" ] || fout "eerder/$n is een ander checkpoint"
  # Van vóór een sleutelwissel kan het met een vroegere sleutel zijn getekend; dan bewijst alleen de samenhang het.
  if ondertekend "eerder/$n" "$naam" "${rest%%+*}" "${rest#*+}"; then
    klopt "$map/oud" || fout "de handtekening onder eerder/$n klopt niet"
  fi
  tekst "$bestand" | sed 1d > "$map/pad"
  [ $((n & (n - 1))) -ne 0 ] || { sed -n 3p "$map/oud"; cat "$map/pad"; } > "$map/langer"
  [ $((n & (n - 1))) -ne 0 ] || mv "$map/langer" "$map/pad"
  los "$(sed -n 1p "$map/pad")" > "$map/eerst"
  cp "$map/eerst" "$map/nu"
  sed 1d "$map/pad" > "$map/rest"
  n=$((n - 1)) m=$((m - 1))
  while [ $((n % 2)) -eq 1 ]; do n=$((n / 2)) m=$((m / 2)); done
  while read -r regel; do
    [ "$m" -gt 0 ] || fout "$bestand is te lang"
    los "$regel" > "$map/buur"
    if [ $((n % 2)) -eq 1 ] || [ "$n" -eq "$m" ]; then
      knoop "$map/buur" "$map/eerst"; mv "$map/knoop" "$map/eerst"
      knoop "$map/buur" "$map/nu"; mv "$map/knoop" "$map/nu"
      while [ $((n % 2)) -eq 0 ] && [ "$n" -ne 0 ]; do n=$((n / 2)) m=$((m / 2)); done
    else
      knoop "$map/nu" "$map/buur"; mv "$map/knoop" "$map/nu"
    fi
    n=$((n / 2)) m=$((m / 2))
  done < "$map/rest"
  [ "$m" -eq 0 ] || fout "$bestand is te kort"
  [ "$(base64 < "$map/eerst")" = "$(sed -n 3p "$map/oud")" ] || fout "$bestand: het eerdere logboek is een ander"
  [ "$(base64 < "$map/nu")" = "$(sed -n 3p "$map/nieuw")" ] || fout "$bestand: het leidt niet naar het nieuwste checkpoint"
  echo "In orde: de eerste $(sed -n 2p "$map/oud") rijen zijn sindsdien dezelfde."
done

# Elk tijdstempel staat onder het checkpoint ernaast, en dat checkpoint is er een van hierboven.
for bestand in tijdstempels/*.tsr; do
  [ -f "$bestand" ] || continue
  n=$(basename "$bestand" .tsr)
  vergelijk=eerder/$n
  [ "$n" != "$rijen" ] || vergelijk=checkpoint
  [ "$(tekst "tijdstempels/$n.checkpoint")" = "$(tekst "$vergelijk")" ] || fout "bij tijdstempel $n hoort een ander checkpoint"
  if [ -z "$wortel" ]; then
    echo "Niet nagegaan: tijdstempel $n. Geef het certificaat van de dienst als tweede."
    continue
  fi
  openssl ts -verify -data "tijdstempels/$n.checkpoint" -in "$bestand" -CAfile "$wortel" \
    -untrusted "tijdstempels/$n.keten.pem" > /dev/null 2>&1 || fout "tijdstempel $n klopt niet"
  echo "In orde: het checkpoint van $n rijen bestond op $(openssl ts -reply -in "$bestand" -text 2> /dev/null | sed -n 's/^Time stamp: //p')."
done
