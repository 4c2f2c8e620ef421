package dev.binnacle.portal.log.archive;

import dev.binnacle.portal.log.search.RestoredLines.Document;
import dev.binnacle.portal.log.search.Written;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lines that are written at once. */
final class LineBatch {

    private static final int MOST_LINES = 1_000;
    private static final int MOST_CHARACTERS = 2_000_000;

    private final List<Document> documents = new ArrayList<>();
    private final Set<String> untimed = new HashSet<>();
    private int characters;

    void add(Document document, TimedLines.Line line) {
        documents.add(document);
        characters += line.line().length();
        if (line.isUntimed()) {
            untimed.add(document.name());
        }
    }

    boolean isFull() {
        return documents.size() >= MOST_LINES || characters >= MOST_CHARACTERS;
    }

    boolean isEmpty() {
        return documents.isEmpty();
    }

    List<Document> documents() {
        return documents;
    }

    /** @return what is to be counted of it, of lines without a time those that are back */
    RestoreFiles.Counts counts(Written written) {
        written.refused().forEach(line -> untimed.remove(line.name()));
        return new RestoreFiles.Counts(
                documents.size() - written.refused().size(),
                written.refused().size(),
                written.refusal(),
                untimed.size());
    }

    void clear() {
        documents.clear();
        untimed.clear();
        characters = 0;
    }
}
