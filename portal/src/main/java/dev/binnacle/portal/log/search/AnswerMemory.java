package dev.binnacle.portal.log.search;

/**
 * What the long answers of every Elasticsearch may take of the heap together until they are read. The first mebibyte of
 * each is free, so that usual pages never wait for long ones; a long one that finds no room is asked for again with fewer
 * lines.
 */
final class AnswerMemory {

    static final long FREE = 1 << 20;

    /** While it is read, an answer takes several times its length. */
    private static final long OF_HEAP = 16;

    private long room;

    /** @param bytes what answers take together, beyond what is free */
    AnswerMemory(long bytes) {
        this.room = bytes;
    }

    static AnswerMemory ofHeap() {
        return new AnswerMemory(Runtime.getRuntime().maxMemory() / OF_HEAP);
    }

    synchronized long room() {
        return room;
    }

    private synchronized boolean taken(long bytes) {
        if (bytes > room) {
            return false;
        }
        room -= bytes;
        return true;
    }

    private synchronized void returned(long bytes) {
        room += bytes;
    }

    /** What one answer has taken. */
    final class Share implements AutoCloseable {
        private long length;
        private boolean closed;

        /** @return whether there is room for so many bytes more */
        synchronized boolean grow(int bytes) {
            long more = Math.max(FREE, length + bytes) - Math.max(FREE, length);
            if (closed || !taken(more)) {
                return false;
            }
            length += bytes;
            return true;
        }

        /** Gives back what it took; it takes no more. */
        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                returned(Math.max(FREE, length) - FREE);
            }
        }
    }
}
