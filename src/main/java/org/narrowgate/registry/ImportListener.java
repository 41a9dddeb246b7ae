package org.narrowgate.registry;

/** Who follows an import while it runs. */
public interface ImportListener {
    /**
     * A line that was not taken.
     *
     * @param reason path and rule, never content
     * @param content the line as it was, without its end; personal data
     */
    void rejected(long line, String reason, byte[] content);

    /** @param bytes read of the file so far */
    void progressed(long bytes);
}
