package org.narrowgate.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Lines of bytes: what cannot be read as text must still reach the rejects file as it was. */
final class LineReader {
    /** Longer than any patient; more is cut off, so that a file without line ends cannot fill the memory. */
    private static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int end;
    private long bytes;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** The next line without its end, of at most {@link #LONGEST} bytes; empty after the last. */
    Optional<byte[]> next() throws IOException {
        var line = new ByteArrayOutputStream(2048);
        boolean started = false;
        while (fill()) {
            started = true;
            int from = next;
            while (next < end && buffer[next] != '\n') {
                next++;
            }
            line.write(buffer, from, Math.min(next - from, LONGEST - line.size()));
            if (next < end) {
                next++;
                break;
            }
        }
        return started ? Optional.of(withoutReturn(line.toByteArray())) : Optional.empty();
    }

    long bytes() {
        return bytes - (end - next);
    }

    private boolean fill() throws IOException {
        if (next < end) {
            return true;
        }
        next = 0;
        end = Math.max(0, in.read(buffer));
        bytes += end;
        return end > 0;
    }

    private static byte[] withoutReturn(byte[] line) {
        return line.length > 0 && line[line.length - 1] == '\r' ? Arrays.copyOf(line, line.length - 1) : line;
    }
}
