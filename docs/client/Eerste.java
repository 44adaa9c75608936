// Stuurt één anonieme vraag van een school aan het CJG en haalt haar daar op, met alleen Java 25:
//   java docs/client/Eerste.java [map van de partijen] [adres van de poort]
import module java.net.http;
final String SCHOOL = "00000099000000201000", CJG = "00000099000000101000", SLUIS = "00000099000000001000"; final long NU = System.currentTimeMillis() / 1000;
Path map = Path.of(".sluis/demo/site/eigen").toAbsolutePath(); String poort = "https://localhost:8443";
String b64(byte[] bytes) { return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes); } String b64(String tekst) { return b64(tekst.getBytes()); }
byte[] los(String tekst) { return Base64.getUrlDecoder().decode(tekst); } String sha256(String tekst) throws Exception { return b64(MessageDigest.getInstance("SHA-256").digest(tekst.getBytes())); }
String willekeurig(int lengte) { var bytes = new byte[lengte]; new SecureRandom().nextBytes(bytes); return b64(bytes); }
String veld(String json, String naam) { var m = Pattern.compile("\"" + naam + "\":\"([^\"]*)\"").matcher(json); return m.find() ? m.group(1) : ""; }
PrivateKey sleutel(String wie, String bestand) throws Exception {
  var pem = Files.readString(map.resolve(wie, bestand)).replaceAll("-----[^-]*-----|\\s", "");
  return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
}
Collection<? extends java.security.cert.Certificate> keten(Path bestand) throws Exception { return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(Files.readAllBytes(bestand))); }
String jwt(String wie, String meer, String inhoud) throws Exception {
  var deel = b64("{\"alg\":\"ES256\",\"kid\":\"" + Files.readString(map.resolve(wie, "kid.txt")).strip() + "\"" + meer + "}") + "." + b64(inhoud);
  var pen = java.security.Signature.getInstance("SHA256withECDSAinP1363Format"); pen.initSign(sleutel(wie, "ondertekensleutel.pem")); pen.update(deel.getBytes());
  return deel + "." + b64(pen.sign());
}
boolean klopt(String jws, String sleutel) throws Exception {
  var p256 = AlgorithmParameters.getInstance("EC"); p256.init(new ECGenParameterSpec("secp256r1")); var punt = new ECPoint(new BigInteger(1, los(veld(sleutel, "x"))), new BigInteger(1, los(veld(sleutel, "y"))));
  var pen = java.security.Signature.getInstance("SHA256withECDSAinP1363Format"); int einde = jws.lastIndexOf('.');
  pen.initVerify(KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(punt, p256.getParameterSpec(ECParameterSpec.class)))); pen.update(jws.substring(0, einde).getBytes());
  return pen.verify(los(jws.substring(einde + 1)));
}
String roep(String wie, String weg, String token, String soort, String inhoud) throws Exception {
  var eigen = KeyStore.getInstance("PKCS12"); eigen.load(null, null);
  eigen.setKeyEntry("ik", sleutel(wie, "certificaat-sleutel.pem"), new char[0], keten(map.resolve(wie, "certificaat.pem")).toArray(java.security.cert.Certificate[]::new));
  for (var ca : keten(map.resolveSibling("uitgever/ca.pem"))) eigen.setCertificateEntry("ca", ca);
  var ik = KeyManagerFactory.getInstance("PKIX"); ik.init(eigen, new char[0]); var zij = TrustManagerFactory.getInstance("PKIX"); zij.init(eigen);
  var tls = SSLContext.getInstance("TLS"); tls.init(ik.getKeyManagers(), zij.getTrustManagers(), null);
  var vraag = HttpRequest.newBuilder(URI.create(poort + weg)).header("Authorization", "Bearer " + token).header("Content-Type", soort);
  vraag = inhoud.equals("GET") ? vraag.GET() : vraag.POST(HttpRequest.BodyPublishers.ofString(inhoud));
  try (var lijn = HttpClient.newBuilder().sslContext(tls).version(HttpClient.Version.HTTP_1_1).build()) {
    var antwoord = lijn.send(vraag.build(), HttpResponse.BodyHandlers.ofString()); return antwoord.statusCode() + " " + antwoord.body();
  }
}
String token(String wie) throws Exception {
  var verklaring = "{\"iss\":\"%s\",\"sub\":\"%s\",\"aud\":\"https://sluis.example\",\"jti\":\"%s\",\"iat\":%d,\"exp\":%d}".formatted(wie, wie, willekeurig(16), NU, NU + 50);
  return veld(roep(wie, "/v1/token", "geen", "application/x-www-form-urlencoded", "grant_type=client_credentials&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion=" + jwt(wie, "", verklaring)), "access_token");
}
void main(String[] args) throws Exception {
  if (args.length == 2) { map = Path.of(args[0]).toAbsolutePath(); poort = args[1]; } var sleutels = roep(SCHOOL, "/v1/sleutels", "geen", "text/plain", "GET");
  var binding = Pattern.compile("\\{[^{}]*\"gebruik\":\"binding\"[^{}]*}").matcher(sleutels).results().toList().getLast().group();
  var delen = List.of(b64("[\"" + willekeurig(16) + "\",\"handelend\",{\"id\":\"med-77\",\"functie\":\"intern begeleider\"}]"), b64("[\"" + willekeurig(16) + "\",\"K00\",{\"vraag\":\"Hoe praat je met een kind dat steeds stiller wordt?\",\"onderwerp\":\"opvoeding\"}]"));
  var digests = new TreeSet<String>(); for (var deel : delen) digests.add(sha256(deel)); while (digests.size() < 32) digests.add(willekeurig(32));
  var inhoud = "{\"iss\":\"" + SCHOOL + "\",\"aud\":\"" + SLUIS + "\",\"jti\":\"" + willekeurig(16) + "\",\"iat\":" + NU + ",\"exp\":" + (NU + 300)
      + ",\"doel\":\"consultatie-anoniem\",\"van\":{\"oin\":\"" + SCHOOL + "\",\"rol\":\"school-ib\"},\"aan\":{\"oin\":\"" + CJG + "\",\"rol\":\"cjg-coach\"}"
      + ",\"cnf\":{\"jwk\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + veld(binding, "x") + "\",\"y\":\"" + veld(binding, "y") + "\"}}" + ",\"_sd_alg\":\"sha-256\",\"_sd\":[\"" + String.join("\",\"", digests) + "\"]}";
  var bericht = jwt(SCHOOL, ",\"typ\":\"sluis-bericht+sd-jwt\"", inhoud) + "~" + String.join("~", delen) + "~";
  var antwoord = roep(SCHOOL, "/v1/berichten", token(SCHOOL), "application/sd-jwt", bericht);
  System.out.println(antwoord.substring(0, 3) + " " + veld(antwoord, "uitkomst") + " " + veld(antwoord, "regel"));
  var postbus = "/v1/postbus/" + veld(antwoord, "pakket");
  var kreeg = veld(roep(CJG, postbus + "/uitreikingen", token(CJG), "text/plain", ""), "bericht").split("~");
  var boek = roep(CJG, "/v1/adresboek", token(CJG), "text/plain", "GET"); var kid = veld(new String(los(kreeg[0].split("\\.")[0])), "kid");
  var sleutel = Pattern.compile("\"oin\":\"" + SCHOOL + "\",\"kid\":\"" + kid + "\",\"sleutel\":(\\{[^{}]*})").matcher(boek).results().findFirst().orElseThrow().group(1);
  System.out.println("getekend door de school: " + klopt(kreeg[0], sleutel));
  for (var deel : Arrays.copyOfRange(kreeg, 1, kreeg.length - 1)) System.out.println(digests.contains(sha256(deel)) + " " + new String(los(deel)));
  System.out.println(roep(CJG, postbus + "/bevestigingen", token(CJG), "text/plain", ""));
}
