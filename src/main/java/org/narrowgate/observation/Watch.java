package org.narrowgate.observation;

/** Takes the time of parts, on the thread that is at them. */
public interface Watch {
    Running begin(Part part);

    /**
     * A part that began before this thread came to it.
     *
     * @param since as {@link System#nanoTime()} told it
     */
    Running begin(Part part, long since);

    /** A part under way: parts begun on the same thread meanwhile belong to it. */
    interface Running extends AutoCloseable {
        /** @param kind under which its time is counted: one of a fixed set, and nothing that was sent */
        void as(String kind);

        @Override
        void close();
    }
}
