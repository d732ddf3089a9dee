package io.stellwerk.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Carriers' switches: connections on loopback, each with one query under way at a time, each query another call. */
final class QueryLoad implements AutoCloseable {

    static final String KEY = "bench-key";

    private static final AtomicLong CALLS = new AtomicLong();

    private final int port;
    private final List<Socket> sockets = new ArrayList<>();
    private final ExecutorService switches;

    QueryLoad(int port, int connections) throws IOException {
        this.port = port;
        this.switches = Executors.newFixedThreadPool(connections);
        for (int i = 0; i < connections; i++) {
            sockets.add(connect());
        }
    }

    static String body(long call) {
        return "{\"requestId\":\"a84b4c76e66710-%012d\",\"network\":\"kam-1\",\"called\":\"+498001234567\",\"calling\":\"+4930111222\",\"assertedId\":\"<sip:+4930111222@carrier.example>\",\"deadlineMs\":400,\"attempt\":1}"
                .formatted(call);
    }

    /** Sends so many queries and waits for their answers. */
    void send(int queries) throws Exception {
        List<Future<?>> done = new ArrayList<>();
        for (Socket socket : sockets) {
            done.add(switches.submit(() -> {
                for (int i = 0; i < queries / sockets.size(); i++) {
                    ask(socket);
                }
                return null;
            }));
        }
        for (Future<?> each : done) {
            each.get(5, TimeUnit.MINUTES);
        }
    }

    int answerLength() throws IOException {
        try (Socket socket = connect()) {
            return ask(socket);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        return socket;
    }

    /** The length of the answer's body. */
    private static int ask(Socket socket) throws IOException {
        String body = body(CALLS.incrementAndGet());
        String head =
                "POST /v1/route HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                        + KEY + "\r\nContent-Length: " + body.length() + "\r\n\r\n";
        OutputStream out = socket.getOutputStream();
        out.write((head + body).getBytes(StandardCharsets.ISO_8859_1));
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[4_096];
        int read = 0;
        while (true) {
            int more = in.read(buffer, read, buffer.length - read);
            if (more < 0) {
                throw new IOException("The server closed the connection");
            }
            read += more;
            String answer = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
            int end = answer.indexOf("\r\n\r\n");
            if (end > 0) {
                int length = contentLength(answer.substring(0, end));
                if (read == end + 4 + length) {
                    return length;
                }
            }
        }
    }

    private static int contentLength(String head) throws IOException {
        if (!head.startsWith("HTTP/1.1 200")) {
            throw new IOException("Not answered: " + head);
        }
        int at = head.indexOf("content-length: ") + "content-length: ".length();
        int end = head.indexOf('\r', at);
        return Integer.parseInt(
                head.substring(at, end < 0 ? head.length() : end).trim());
    }

    @Override
    public void close() throws IOException {
        switches.shutdownNow();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
