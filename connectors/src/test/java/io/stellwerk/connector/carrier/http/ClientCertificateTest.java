package io.stellwerk.connector.carrier.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.connector.carrier.CarrierAccess;
import io.stellwerk.connector.carrier.Carriers;
import io.stellwerk.connector.carrier.http.CarrierHttpOptions.Tls;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Carriers that show a certificate, over TLS. Keys and certificates are made by the JDK's own keytool. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientCertificateTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    static Path folder;

    private CarrierHouse house;

    /** PEM files of somebody, with the SHA-256 of the certificate. */
    private record Identity(Path key, Path certificate, String fingerprint) {}

    private Identity server;
    private Identity kamailio;
    private Identity stranger;

    @BeforeAll
    void make_identities() throws Exception {
        server = identity("localhost");
        kamailio = identity("kamailio.carrier.example");
        stranger = identity("stranger.example");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_carrier_is_known_by_its_certificates_common_name() {
        open(Set.of("kamailio.carrier.example"), Set.of());

        assertThat(statusFor(Optional.of(kamailio))).isEqualTo(200);
        assertThat(statusFor(Optional.of(stranger))).isEqualTo(401);
        assertThat(statusFor(Optional.empty())).isEqualTo(401);
        assertThat(house.counted("stellwerk.carrier.queries", "carrier", "kam")).isEqualTo(1);
    }

    @Test
    void a_carrier_is_known_by_its_certificates_fingerprint() {
        open(Set.of(), Set.of(kamailio.fingerprint().toUpperCase(java.util.Locale.ROOT)));

        assertThat(statusFor(Optional.of(kamailio))).isEqualTo(200);
        assertThat(statusFor(Optional.of(stranger))).isEqualTo(401);
    }

    private void open(Set<String> names, Set<String> fingerprints) {
        house = new CarrierHouse();
        house.carriers = new Carriers(
                List.of(new CarrierAccess(CarrierHouse.carrier("kam", Set.of()), List.of(), names, fingerprints)));
        Path authorities = folder.resolve("authorities.pem");
        try {
            Files.writeString(
                    authorities, Files.readString(kamailio.certificate()) + Files.readString(stranger.certificate()));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Tls tls =
                new Tls(server.certificate().toString(), server.key().toString(), Optional.of(authorities.toString()));
        house.open(options -> new CarrierHttpOptions(
                options.host(),
                options.port(),
                options.eventLoops(),
                Optional.empty(),
                options.overload(),
                options.overloadLag(),
                options.maxConnections(),
                options.maxQueries(),
                options.idleTimeout(),
                options.drainTimeout(),
                options.rememberFor(),
                options.rememberEntries(),
                options.rememberBytes(),
                Optional.of(tls)));
    }

    private int statusFor(Optional<Identity> shown) {
        HttpClientOptions client = new HttpClientOptions()
                .setSsl(true)
                .setVerifyHost(false)
                .setTrustOptions(
                        new PemTrustOptions().addCertPath(server.certificate().toString()));
        shown.ifPresent(identity -> client.setKeyCertOptions(new PemKeyCertOptions()
                .setKeyPath(identity.key().toString())
                .setCertPath(identity.certificate().toString())));
        RequestOptions request = new RequestOptions()
                .setHost("127.0.0.1")
                .setPort(house.server.port())
                .setMethod(HttpMethod.POST)
                .setURI("/v1/route")
                .putHeader("Content-Type", "application/json");
        HttpClient own = house.network.createHttpClient(client);
        try {
            return CarrierHouse.await(own.request(request)
                    .compose(sent -> sent.send(Buffer.buffer(CarrierHouse.query("r" + System.nanoTime())))
                            .map(response -> response.statusCode())));
        } finally {
            // Also keeps it reachable till here: a client that is collected closes its connections.
            CarrierHouse.await(own.close());
        }
    }

    private Identity identity(String commonName) throws Exception {
        Path store = folder.resolve(commonName + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "own",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + commonName,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(new ByteArrayInputStream(Files.readAllBytes(store)), PASSWORD.toCharArray());
        byte[] certificate = keys.getCertificate("own").getEncoded();
        return new Identity(
                pem(
                        commonName + ".key",
                        "PRIVATE KEY",
                        keys.getKey("own", PASSWORD.toCharArray()).getEncoded()),
                pem(commonName + ".pem", "CERTIFICATE", certificate),
                HexFormat.ofDelimiter(":")
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate)));
    }

    private Path pem(String file, String what, byte[] der) throws Exception {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return Files.writeString(
                folder.resolve(file), "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n");
    }
}
