package org.narrowgate.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The network between two processes, on one address that stays: it can be led elsewhere, as a Kubernetes service is,
 * can refuse connections, and can swallow what is sent, as a firewall does that forgot the connection.
 */
final class Wire implements AutoCloseable {
    private final int port;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private volatile boolean swallowing;
    private volatile ServerSocket listener;

    private Wire(int target) throws IOException {
        this.target = target;
        listener = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
        port = listener.getLocalPort();
        accept(listener);
    }

    static Wire to(int target) throws IOException {
        return new Wire(target);
    }

    int port() {
        return port;
    }

    /** New connections go there; the old ones are cut. */
    void leadTo(int other) {
        target = other;
        lines.forEach(Line::cut);
    }

    /** Nothing that is sent arrives any more, in either direction, and nobody is told. */
    void swallow() {
        swallowing = true;
        lines.forEach(line -> line.lost = true);
    }

    /** What is connected from now on gets through; what was swallowed stays lost, and so do its connections. */
    void carry() {
        swallowing = false;
    }

    /** Connections are refused, and those that are open are cut. */
    void refuse() throws IOException {
        listener.close();
        lines.forEach(Line::cut);
    }

    void accept() throws IOException {
        listener = new ServerSocket();
        listener.setReuseAddress(true);
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
        accept(listener);
    }

    @Override
    public void close() throws IOException {
        refuse();
    }

    private void accept(ServerSocket here) {
        Thread.ofVirtual().start(() -> {
            while (!here.isClosed()) {
                try {
                    connect(here.accept());
                } catch (IOException e) {
                    // Closed, or the other side is away: the socket that came is closed by connect.
                }
            }
        });
    }

    private void connect(Socket from) throws IOException {
        if (swallowing) {
            lines.add(new Line(from, new Socket()));
            return;
        }
        var to = new Socket();
        try {
            to.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 2000);
        } catch (IOException e) {
            from.close();
            throw e;
        }
        from.setTcpNoDelay(true);
        to.setTcpNoDelay(true);
        var line = new Line(from, to);
        lines.add(line);
        Thread.ofVirtual().start(() -> line.carry(from, to));
        Thread.ofVirtual().start(() -> line.carry(to, from));
    }

    private final class Line {
        private final Socket from;
        private final Socket to;
        private volatile boolean lost;

        Line(Socket from, Socket to) {
            this.from = from;
            this.to = to;
        }

        void carry(Socket source, Socket sink) {
            var bytes = new byte[16 * 1024];
            try {
                for (int read = source.getInputStream().read(bytes);
                        read >= 0;
                        read = source.getInputStream().read(bytes)) {
                    if (!lost) {
                        sink.getOutputStream().write(bytes, 0, read);
                    }
                }
            } catch (IOException e) {
                // One side is gone; the other is told below, unless the wire swallows that too.
            }
            if (!lost) {
                cut();
            }
        }

        void cut() {
            lines.remove(this);
            try (from;
                    to) {
                from.setSoLinger(true, 0);
            } catch (IOException e) {
                // Closed already.
            }
        }
    }
}
