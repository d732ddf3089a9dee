package io.stellwerk.connector.carrier.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A client that sends whatever bytes it likes, when it likes. */
final class RawConnection implements AutoCloseable {

    private final Socket socket = new Socket();

    RawConnection(CarrierHouse house) throws IOException {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), house.server.port()), 5_000);
        socket.setSoTimeout(10_000);
    }

    static String head(String contentLength) {
        return "POST /v1/route HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + CarrierHouse.KEY
                + "\r\nContent-Type: application/json\r\nContent-Length: " + contentLength + "\r\n\r\n";
    }

    static String whole(String body) {
        return head(Integer.toString(body.length())) + body;
    }

    RawConnection send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** The status line and headers of the next answer, and what came of its body with them; empty if closed. */
    String answer() throws IOException {
        byte[] buffer = new byte[65_536];
        int read = socket.getInputStream().read(buffer);
        return read < 0 ? "" : new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
    }

    /** All until the server closes. */
    String untilClosed() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        try {
            in.transferTo(all);
        } catch (SocketTimeoutException open) {
            throw new AssertionError("The connection is still open after: " + all, open);
        } catch (IOException reset) {
            // A reset closes it as well.
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
