package org.narrowgate.ledger.store;

/** Told what became of batches, by the thread that writes them: it must neither wait nor fail. */
public interface BatchListener {
    /** @param appends in one commit, those included that were objected to */
    void committed(int appends);

    /** None of them is answered as written. */
    void failed(int appends);

    /** Nobody listens. */
    BatchListener NOBODY = new BatchListener() {
        @Override
        public void committed(int appends) {}

        @Override
        public void failed(int appends) {}
    };
}
