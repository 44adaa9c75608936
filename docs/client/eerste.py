"""Stuurt één anonieme vraag van een school aan het CJG en haalt haar daar op, met Python en openssl:
python3 docs/client/eerste.py [map van de partijen] [adres van de poort]"""
import base64, hashlib, http.client, json, os, ssl, subprocess, sys, tempfile, time, urllib.parse

MAP = sys.argv[1] if len(sys.argv) > 1 else ".sluis/demo/site/eigen"
POORT = urllib.parse.urlsplit(sys.argv[2] if len(sys.argv) > 2 else "https://localhost:8443").netloc
SCHOOL, CJG, SLUIS = "00000099000000201000", "00000099000000101000", "00000099000000001000"
NU = int(time.time())

def b64(wat): return base64.urlsafe_b64encode(wat if isinstance(wat, bytes) else wat.encode()).rstrip(b"=").decode()
def ontcijfer(tekst): return base64.urlsafe_b64decode(tekst + "=" * (-len(tekst) % 4))
def sha256(tekst): return b64(hashlib.sha256(tekst.encode()).digest())
def willekeurig(bytes_=16): return b64(os.urandom(bytes_))
def onderteken(wie, deel):
    """openssl geeft r en s als DER; een JWS wil ze achter elkaar, elk 32 bytes."""
    sleutel = f"{MAP}/{wie}/ondertekensleutel.pem"
    der = subprocess.run(["openssl", "dgst", "-sha256", "-sign", sleutel], input=deel.encode(), capture_output=True, check=True).stdout
    return b64(b"".join(int.from_bytes(getal, "big").to_bytes(32, "big") for getal in (der[4:4 + der[3]], der[6 + der[3]:])))
def klopt(jws, sleutel):
    deel, teken = jws.rsplit(".", 1); getallen = [int.from_bytes(ontcijfer(teken)[van:van + 32], "big") for van in (0, 32)]
    der = b"".join(b"\x02" + bytes([g.bit_length() // 8 + 1]) + g.to_bytes(g.bit_length() // 8 + 1, "big") for g in getallen)
    kop = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004")
    with tempfile.NamedTemporaryFile() as publiek, tempfile.NamedTemporaryFile() as bij:
        for bestand, wat in ((publiek, kop + ontcijfer(sleutel["x"]) + ontcijfer(sleutel["y"])), (bij, b"\x30" + bytes([len(der)]) + der)):
            bestand.write(wat); bestand.flush()
        return subprocess.run(["openssl", "dgst", "-sha256", "-keyform", "DER", "-verify", publiek.name, "-signature", bij.name], input=deel.encode(), capture_output=True).returncode == 0
def jwt(wie, kop, inhoud):
    kid = open(f"{MAP}/{wie}/kid.txt", encoding="utf-8").read().strip()
    deel = ".".join(b64(json.dumps(d)) for d in ({"alg": "ES256", "kid": kid, **kop}, inhoud))
    return f"{deel}.{onderteken(wie, deel)}"
def roep(wie, methode, weg, koppen=None, inhoud=""):
    tls = ssl.create_default_context(cafile=f"{MAP}/../uitgever/ca.pem")
    tls.load_cert_chain(f"{MAP}/{wie}/certificaat.pem", f"{MAP}/{wie}/certificaat-sleutel.pem")
    lijn = http.client.HTTPSConnection(POORT, context=tls)
    lijn.request(methode, weg, inhoud, koppen or {}); antwoord = lijn.getresponse()
    return antwoord.status, json.loads(antwoord.read() or "{}")
def token(wie):
    verklaring = {"iss": wie, "sub": wie, "aud": "https://sluis.example", "jti": willekeurig(), "iat": NU, "exp": NU + 50}
    vraag = {"grant_type": "client_credentials", "client_assertion": jwt(wie, {}, verklaring),
             "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"}
    koppen = {"Content-Type": "application/x-www-form-urlencoded"}
    return "Bearer " + roep(wie, "POST", "/v1/token", koppen, urllib.parse.urlencode(vraag))[1]["access_token"]
sleutel = [k for k in roep(SCHOOL, "GET", "/v1/sleutels")[1]["keys"] if k["gebruik"] == "binding"][-1]
delen = [b64(json.dumps([willekeurig(), naam, waarde])) for naam, waarde in (
    ("handelend", {"id": "med-77", "functie": "intern begeleider"}),
    ("K00", {"vraag": "Hoe praat je met een kind dat steeds stiller wordt?", "onderwerp": "opvoeding"}))]
inhoud = {"iss": SCHOOL, "aud": SLUIS, "jti": willekeurig(), "iat": NU, "exp": NU + 300, "doel": "consultatie-anoniem",
          "van": {"oin": SCHOOL, "rol": "school-ib"}, "aan": {"oin": CJG, "rol": "cjg-coach"}, "_sd_alg": "sha-256",
          "cnf": {"jwk": {naam: sleutel[naam] for naam in ("kty", "crv", "x", "y")}},
          "_sd": sorted([sha256(d) for d in delen] + [willekeurig(32) for _ in range(32 - len(delen))])}
bericht = "~".join([jwt(SCHOOL, {"typ": "sluis-bericht+sd-jwt"}, inhoud), *delen, ""])
status, gestuurd = roep(SCHOOL, "POST", "/v1/berichten", {"Authorization": token(SCHOOL), "Content-Type": "application/sd-jwt"}, bericht)
print(status, gestuurd.get("uitkomst", gestuurd.get("fouten")), gestuurd.get("regel"))
cjg = {"Authorization": token(CJG)}
getekend, *kreeg = roep(CJG, "POST", f"/v1/postbus/{gestuurd['pakket']}/uitreikingen", cjg)[1]["bericht"].split("~")[:-1]
kid = json.loads(ontcijfer(getekend.split(".")[0]))["kid"]
boek = roep(CJG, "GET", "/v1/adresboek", cjg)[1]["ondertekensleutels"]
print("getekend door de school:", klopt(getekend, next(k["sleutel"] for k in boek if (k["oin"], k["kid"]) == (SCHOOL, kid))))
print(all(sha256(deel) in inhoud["_sd"] for deel in kreeg), *(ontcijfer(deel).decode() for deel in kreeg))
print(roep(CJG, "POST", f"/v1/postbus/{gestuurd['pakket']}/bevestigingen", cjg)[0])
