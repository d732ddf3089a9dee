package io.stellwerk.connector.carrier.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.stellwerk.engine.call.Carrier;
import io.stellwerk.engine.decision.PlacedRoute;
import io.stellwerk.engine.route.Hotline;
import io.stellwerk.engine.route.TargetAddress;
import io.stellwerk.engine.router.LiveTenant;
import io.stellwerk.engine.router.LiveTenants;
import io.stellwerk.engine.rule.RuleSet;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The default routes of all service numbers that a carrier may ask for: what its network stores for the day on which the
 * router does not answer.
 *
 * @param etag strong (RFC 9110, clause 8.8.3): the same bytes have the same
 */
record FallbackDocument(Buffer body, String etag) {

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    static FallbackDocument of(Carrier carrier, LiveTenants tenants, MediaType type) {
        Map<String, List<TargetAddress>> routes = routes(carrier, tenants);
        byte[] body = type == MediaType.CSV ? csv(routes) : json(routes);
        return new FallbackDocument(Buffer.buffer(body), '"' + HexFormat.of().formatHex(sha256(body), 0, 16) + '"');
    }

    @Override
    public String toString() {
        return "FallbackDocument[" + body.length() + " bytes, " + etag + "]";
    }

    /** By service number, in the order of their digits. */
    private static Map<String, List<TargetAddress>> routes(Carrier carrier, LiveTenants tenants) {
        Map<String, List<TargetAddress>> routes = new TreeMap<>();
        for (LiveTenant tenant : tenants.all()) {
            RuleSet ruleSet = tenant.ruleSet();
            for (Hotline hotline : ruleSet.hotlines()) {
                if (carrier.mayAskFor(hotline.number())) {
                    routes.put(hotline.number().e164(), addresses(ruleSet.defaultRoute(hotline)));
                }
            }
        }
        return routes;
    }

    private static List<TargetAddress> addresses(List<PlacedRoute> routes) {
        return routes.stream()
                .flatMap(route -> route.target().addresses().stream())
                .map(address -> new TargetAddress(SafeText.uri(address.uri()), SafeText.uri(address.destination())))
                .toList();
    }

    private static byte[] json(Map<String, List<TargetAddress>> routes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator to = JSON.createGenerator(bytes)) {
            to.writeStartObject();
            to.writeNumberField("v", 1);
            to.writeArrayFieldStart("hotlines");
            for (Map.Entry<String, List<TargetAddress>> hotline : routes.entrySet()) {
                to.writeStartObject();
                to.writeStringField("called", hotline.getKey());
                to.writeArrayFieldStart("routes");
                for (TargetAddress address : hotline.getValue()) {
                    write(to, address);
                }
                to.writeEndArray();
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator to, TargetAddress address) throws IOException {
        to.writeStartObject();
        to.writeStringField("uri", address.uri());
        if (!address.destination().isEmpty()) {
            to.writeStringField("dst_uri", address.destination());
        }
        to.writeEndObject();
    }

    /** RFC 4180. */
    private static byte[] csv(Map<String, List<TargetAddress>> routes) {
        StringBuilder csv = new StringBuilder("called,uri,dst_uri\r\n");
        routes.forEach((called, addresses) -> addresses.forEach(address -> csv.append(called)
                .append(',')
                .append(cell(address.uri()))
                .append(',')
                .append(cell(address.destination()))
                .append("\r\n")));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** URIs hold no quotes and no line ends any more, see {@link SafeText#uri}. */
    private static String cell(String uri) {
        return uri.indexOf(',') < 0 ? uri : '"' + uri + '"';
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java has SHA-256", e);
        }
    }
}
